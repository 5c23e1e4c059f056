# SPDX-License-Identifier: EUPL-1.2
"""A file with one to four changes of the kinds people, programs and attackers make."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable

_LONG = 5000
_TOKENS = (
    "", "-1", "0", "1e400", "nan", "inf", "999999999999999999999999999999", "-0,5", "<5", "n.n.b.",
    "n.v.t.", "13.840", "13.84", "13,5", "٣", "½", "2024-13-45", "2024-02-30", "1899", "2204", "true",
    "null", "~", "[]", "{}", "[[", "{{", "}}", "{{ ", "{% x %}", "{# #}", "'", '"', "`", "|", ">", "&a",
    "*a", "!!python/object:os.system x", "!!binary x", "<<: *a", "---", "...", "%YAML 1.2", "\t", "\r",
    "\x00", "\x0b", "\x0c", "\x1f", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\ufffe", "\ue000", "\ud7ff",
    "\U0001f600", "a\u0301", "\u202e", "&#xD800;", "<script>alert(1)</script>", "![x](file:///etc/passwd)",
    "![x](https://example.org/x.png)", "[x](javascript:alert(1))", "[x](htps://x)", "../../etc/passwd",
    "C:\\x\\y", "=1+1", "x" * 3000, "(" * 400, "[" * 400, "-" * 400, "9" * 5000, "1" + "0" * 40,
    "uitleen.totaal", "uitleen.xx", "uitleen.totaal[-1]", "uitleen.totaal[99999999999]", "wijken.aantal",
    "som(uitleen.totaal, 2011, 201700)", "som(wijken.aantal)", "1/0", "uitleen.totaal / 0", "2018..20240",
    "-999..999", "decimalen: -1", "decimalen: 400", "top: -1", "taal: xx", "soort: tabel", "soort: grafiek",
    "vorm: ranglijst", "vorm: stroom", "cijfers: []", "cijfers: [uitleen.xx]", "jaren: 2018..20240",
    "jaren: [0]", "status: xx", "tekst: ", "thema: ../x", "bron/**.csv", "afronding: 0", "afronding: -10",
    "afronding: 1e99", "onderdrukking: -5", "sleutel: xx", "populatie: xx", "{{ 'a' * 10**9 }}",
    "{% for x in range(10**9) %}x{% endfor %}", "{% include 'x' %}", "{{ page.xx.yy }}", "{% if %}",
)  # fmt: skip
_FORMULAS = (
    "uitleen.totaal", "uitleen.station", "wijken.aantal", "uitleen.xx", "100", "0", "1,5", "9" * 400,
    'wijken.aantal["Noord"]', 'wijken.aantal["x", -1]', "uitleen.totaal[-1]", "uitleen.totaal[2019]",
    "voorraad.eind", "voorraad.begin", "max(1, 2)", "abs(uitleen.campus)", "som(uitleen.totaal, 1, 99999)",
)  # fmt: skip
_SIGNS = (
    "+",
    "-",
    "*",
    "/",
    "==",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "(",
    ")",
    "(((",
    ",",
    "[",
    "]",
    " ",
    "**",
    ".",
)


def mutated(content: bytes, name: str, kind: str, chance: random.Random) -> bytes:
    """The content of a file after a few changes."""
    if name.endswith(".xlsx") and chance.random() < 0.8:
        return _workbook(content, chance)
    if kind == "formule":
        return _formula(content.decode(), chance).encode("utf-8", "surrogatepass")
    for _ in range(chance.choice((1, 1, 1, 2, 3, 4))):
        content = chance.choice(_CHANGES)(content, chance)
    return content


def _token(chance: random.Random) -> bytes:
    return chance.choice(_TOKENS).encode("utf-8", "surrogatepass")


def _inserted(content: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(content))
    return content[:at] + _token(chance) + content[at:]


def _cut(content: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(content))
    return content[:at] + content[at + chance.choice((1, 2, 5, 20, 200)) :]


def _flipped(content: bytes, chance: random.Random) -> bytes:
    if not content:
        return content
    at = chance.randrange(len(content))
    return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]


def _ended(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randint(0, len(content))]


def _other_word(content: bytes, chance: random.Random) -> bytes:
    """One word, number or cell becomes something else."""
    found = list(re.finditer(rb"[^\s,;:{}\[\]\"']+", content))
    if not found:
        return _inserted(content, chance)
    one = chance.choice(found)
    return content[: one.start()] + _token(chance) + content[one.end() :]


def _other_value(content: bytes, chance: random.Random) -> bytes:
    """One value of a key becomes something else."""
    found = list(re.finditer(rb"(?<=: )[^\n]+", content))
    if not found:
        return _other_word(content, chance)
    one = chance.choice(found)
    return content[: one.start()] + _token(chance) + content[one.end() :]


def _lines(content: bytes, chance: random.Random) -> bytes:
    """A line goes, comes twice, changes places, moves in, or a new one comes."""
    lines = content.split(b"\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    what = chance.randrange(6)
    if what == 0:
        del lines[at]
    elif what == 1:
        lines.insert(at, lines[at])
    elif what == 2:
        lines[at], lines[other] = lines[other], lines[at]
    elif what == 3:
        lines[at] = b"  " + lines[at]
    elif what == 4:
        lines[at] = lines[at].strip()
    else:
        indent = len(lines[at]) - len(lines[at].lstrip())
        lines.insert(at + 1, b" " * indent + _token(chance))
    return b"\n".join(lines)


def _ends(content: bytes, chance: random.Random) -> bytes:
    """Another encoding, line ends or sign between cells."""
    text = content.decode("utf-8", "replace")
    what = chance.randrange(5)
    if what == 0:
        return text.replace("\n", "\r\n").encode()
    if what == 1:
        return text.encode("cp1252", "replace")
    if what == 2:
        return text.encode("utf-16")
    if what == 3:
        return b"\xef\xbb\xbf" + content
    return text.replace(",", chance.choice(";\t| ")).encode()


def _repeated(content: bytes, chance: random.Random) -> bytes:
    """A piece many times over."""
    at = chance.randint(0, len(content))
    piece = content[at : at + chance.choice((1, 3, 10, 60))]
    return content[:at] + piece * chance.choice((2, 10, 300)) + content[at:]


_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _inserted, _inserted, _cut, _flipped, _ended, _other_word, _other_word, _other_value, _other_value,
    _other_value, _lines, _lines, _ends, _repeated,
)  # fmt: skip


def _formula(text: str, chance: random.Random) -> str:
    """One formula becomes another: signs and names in any order."""
    parts = [chance.choice(_FORMULAS + _SIGNS) for _ in range(chance.choice((1, 3, 5, 9)))]
    made = chance.choice(
        (" ".join(parts), "(" * chance.choice((50, 500, _LONG)) + "1", "1" + "+1" * _LONG)
    )
    made = made if chance.random() < 0.1 else " ".join(parts)
    found = list(re.finditer(r"(?<=toets: )[^\n]+|(?<=formule: )[^\n]+", text))
    one = chance.choice(found)
    return text[: one.start()] + "'" + made.replace("'", "''") + "'" + text[one.end() :]


def _workbook(content: bytes, chance: random.Random) -> bytes:
    """A workbook with one of its parts changed, gone or empty."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = old.namelist()
        chosen = chance.choice([name for name in names if name.endswith(".xml")])
        for name in names:
            part = old.read(name)
            if name == chosen:
                if chance.random() < 0.1:
                    continue
                for _ in range(chance.choice((1, 2, 3))):
                    part = chance.choice(_CHANGES)(part, chance)
            new.writestr(name, part)
    return made.getvalue()
