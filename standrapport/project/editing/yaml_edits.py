# SPDX-License-Identifier: EUPL-1.2
"""Changes in the text of a YAML file: places the parser gives become places in the text, and
everything else stays byte for byte.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from ...core.frozen import dataclass
from ...report.publish import FileChange
from ..reading.yaml_tree import MappingNode, Node, ScalarNode, SequenceNode, parse_yaml, tells_text

_SWITCHES = {"yes", "no", "on", "off"}  # texts here, but not in every reader of YAML


_BOM = b"\xef\xbb\xbf"


def text_changed(path: Path, change: Callable[[str], str], empty: str = "") -> FileChange:
    """A file as it becomes when its text is changed; its byte order mark stays. One that is not
    there begins as `empty`. Raises UnicodeDecodeError.
    """
    before = path.read_bytes() if path.is_file() else None
    content = empty.encode() if before is None else before
    mark = _BOM if content.startswith(_BOM) else b""
    return FileChange(path, before, mark + change(content.decode("utf-8-sig")).encode())


@dataclass(frozen=True)
class Edit:
    """Text between two places in the file that becomes something else."""

    start: int
    end: int
    text: str


class YamlText:
    """A text with the places of marks in it, and what ends a line here."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.end_of_line = "\r\n" if "\r\n" in text else "\n"

    def at(self, mark: Any) -> int:
        """The place of a mark; not by its line, since the parser knows more line ends than a file
        has.
        """
        return int(mark.index)

    def after(self, line: int) -> int:
        """The start of the next line, or the end of the text; lines count from 0."""
        return self.starts[line + 1] if line + 1 < len(self.starts) else len(self.text)

    def next_line(self, at: int) -> int:
        """The start of the line after the one a place is in, or the end of the text."""
        return self.after(self.text.count("\n", 0, at))

    def place(self, at: int) -> tuple[int, int]:
        """Line and column of a place, both from 1."""
        line = self.text.count("\n", 0, at)
        return line + 1, at - self.starts[line] + 1


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after all edits; they must not overlap."""
    for edit in sorted(edits, key=lambda one: (one.start, one.end), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def moved(at: int, edits: Iterable[Edit]) -> int:
    """Where a place of the old text is in the new one."""
    return at + sum(
        len(edit.text) - (edit.end - edit.start)
        for edit in edits
        if edit.end <= at and edit.start < at
    )


def end_of(source: YamlText, node: Any) -> int:
    """The place after the last character of a node.

    What the parser counts with it (comments, blank lines) is not.
    """
    if isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of(source, last[1] if isinstance(node, MappingNode) else last)
    start, end = source.at(node.start_mark), source.at(node.end_mark)
    return start + len(source.text[start:end].rstrip())


def entries_added(source: YamlText, mapping: Any, at: int, entries: Sequence[str]) -> Edit:
    """New entries in a mapping that is not empty, before its entry number `at` or after all: within
    its braces or on lines of their own.

    An entry such as 'bron: website' may have more lines, indented from its first. Comments above an
    entry stay with it.
    """
    if mapping.flow_style:
        if at == 0:
            place = source.at(mapping.value[0][0].start_mark)
            return Edit(place, place, "".join(f"{entry}, " for entry in entries))
        place = end_of(source, mapping.value[at - 1][1])
        return Edit(place, place, "".join(f", {entry}" for entry in entries))
    first = mapping.value[0][0].start_mark
    if at:
        place = source.next_line(end_of(source, mapping.value[at - 1][1]))
    else:
        line = source.place(source.at(first))[0] - 1
        while line and source.text[source.starts[line - 1] : source.starts[line]].strip()[:1] in {
            "",
            "#",
        }:
            line -= 1
        place = source.starts[line]
    return lines_added(
        source,
        place,
        [f"{' ' * first.column}{line}" for entry in entries for line in entry.split("\n")],
    )


def lines_added(source: YamlText, at: int, lines: Iterable[str]) -> Edit:
    """New lines at the start of a line, or after the last one: a text without a final line end
    stays so.
    """
    text = "".join(f"{line}{source.end_of_line}" for line in lines)
    whole = not at or source.text[:at].endswith("\n")
    return Edit(
        at, at, text if whole else source.end_of_line + text.removesuffix(source.end_of_line)
    )


def scalar_text(value: str, *, flow: bool = True) -> str:
    """A text as it can stand in YAML (`flow`: within braces) and be read as this text, not as a
    number: plain if that is possible.
    """
    for written in (
        value,
        "'" + value.replace("'", "''") + "'",
        json.dumps(value, ensure_ascii=False),
        json.dumps(value),
    ):
        mapping = f"{{k: {written}}}" if flow else f"k: {written}"
        node: Any = keys_of(parse_yaml(mapping, "")[0].root).get("k")
        if not isinstance(node, ScalarNode) or node.value != value:
            continue
        if node.style or (value.lower() not in _SWITCHES and tells_text(mapping)):
            return written
    raise ValueError(f"{value!r} cannot stand in YAML")


def plain_values(node: Any) -> Any:
    """A tree of nodes as texts, lists and dicts."""
    if isinstance(node, MappingNode):
        return {key.value: plain_values(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [plain_values(part) for part in node.value]
    return node.value if isinstance(node, ScalarNode) else None


def keys_of(node: Node | None) -> dict[str, Any]:
    """The values of a mapping by key; nothing for any other node."""
    return {key.value: value for key, value in node.value} if isinstance(node, MappingNode) else {}


def blocks_of(root: Node | None) -> list[Any]:
    """The blocks of a chapter."""
    blocks = keys_of(root).get("blokken")
    return list(blocks.value) if isinstance(blocks, SequenceNode) else []
