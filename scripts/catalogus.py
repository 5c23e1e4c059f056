# SPDX-License-Identifier: EUPL-1.2
"""Compile the catalogue of click's words (.po) to the form Python's gettext reads (.mo).

Run by `make docs`. It reads what that one file uses of the PO form: msgid, msgid_plural, msgstr.
"""

from __future__ import annotations

import ast
import re
import struct
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "standrapport/cli/taal/nl/LC_MESSAGES"
SOURCE, COMPILED = FOLDER / "standrapport.po", FOLDER / "standrapport.mo"
MAGIC, HEAD = 0x950412DE, 7 * 4  # of the MO form: its first word, and the length of its header

_ENTRY = re.compile(r'(msgid|msgid_plural|msgstr(?:\[\d\])?) ((?:"(?:[^"\\]|\\.)*"\s*)+)')


def entries(text: str) -> dict[str, str]:
    """The messages and their words; singular and plural are joined by NUL, as the MO form has
    them.
    """
    found: dict[str, str] = {}
    message, words = "", ""
    for name, quoted in _ENTRY.findall(re.sub(r"^#.*$", "", text, flags=re.MULTILINE)):
        value = "".join(ast.literal_eval(part) for part in quoted.strip().split("\n"))
        if name == "msgid":
            message, words = value, ""
        elif name == "msgid_plural":
            message += f"\0{value}"
        else:
            words = f"{words}\0{value}" if name not in {"msgstr", "msgstr[0]"} else value
            found[message] = words
    return found


def compiled(found: dict[str, str]) -> bytes:
    """The catalogue in the MO form: two tables of lengths and places, then the texts."""
    pairs = [(one.encode(), words.encode()) for one, words in sorted(found.items())]
    count = len(pairs)
    tables, texts, place = [], b"", HEAD + 16 * count
    for side in (0, 1):
        for pair in pairs:
            tables += [len(pair[side]), place]
            texts += pair[side] + b"\0"
            place += len(pair[side]) + 1
    numbers = [MAGIC, 0, count, HEAD, HEAD + 8 * count, 0, 0, *tables]
    return struct.pack(f"<{len(numbers)}I", *numbers) + texts


if __name__ == "__main__":
    COMPILED.write_bytes(compiled(entries(SOURCE.read_text("utf-8"))))
