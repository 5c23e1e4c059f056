"""Changes in the text of a YAML file: places the parser gives become places in the text, and everything else stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..load.yaml_tree import MappingNode, Node, SequenceNode


@dataclass(frozen=True)
class Edit:
    """Text between two places in the file that becomes something else."""

    start: int
    end: int
    text: str


class Source:
    """A text with the places of marks in it, and what ends a line here."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.end_of_line = "\r\n" if "\r\n" in text else "\n"

    def at(self, mark: Any) -> int:
        """The place of a mark."""
        return self.starts[int(mark.line)] + int(mark.column)

    def after(self, line: int) -> int:
        """The start of the next line, or the end of the text; lines count from 0."""
        return self.starts[line + 1] if line + 1 < len(self.starts) else len(self.text)

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
    return at + sum(len(edit.text) - (edit.end - edit.start) for edit in edits if edit.end <= at and edit.start < at)


def keys_of(node: Node | None) -> dict[str, Any]:
    """The values of a mapping by key; nothing for any other node."""
    return {key.value: value for key, value in node.value} if isinstance(node, MappingNode) else {}


def blocks_of(root: Node | None) -> list[Any]:
    """The blocks of a chapter."""
    blocks = keys_of(root).get("blokken")
    return list(blocks.value) if isinstance(blocks, SequenceNode) else []
