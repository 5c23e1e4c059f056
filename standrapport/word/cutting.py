# SPDX-License-Identifier: EUPL-1.2
"""Cutting a running text into its units along the tokens of Markdown, each with what stands around
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from typing import Any

from ..core.frozen import dataclass
from .inline_atoms import InlineWalk
from .units import MARKDOWN, Atom, TextUnit, WrittenText

# What may stand before the first cell of a row: a quotation or an item, and its line.
_BEFORE_ROW = re.compile(r"(?:\s*(?:>|[-*+](?=\s)|\d+[.)](?=\s)))*\s*\|?")


def units_of(source: WrittenText) -> list[TextUnit]:
    """The units of a running text, in order."""
    veiled = source.veiled
    return list(_Cut(source, veiled, Lines(veiled)).units(MARKDOWN.parse(veiled)))


@dataclass(frozen=True)
class Lines:
    """A text by its lines."""

    text: str
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts.extend([0, *(match.end() for match in re.finditer("\n", self.text))])

    def at(self, number: int) -> int:
        """Where a line starts; lines count from 0."""
        return self.starts[number] if number < len(self.starts) else len(self.text)


class _Cut:
    """Goes through the block tokens of a text and keeps what stands around each unit."""

    def __init__(self, source: WrittenText, veiled: str, lines: Lines) -> None:
        self.source, self.veiled, self.lines = source, veiled, lines
        self.around: list[str] = []  # lists and quotations that are open
        self.heading = 0
        self.items: list[tuple[bool, int]] = []  # per open item: whether it is fresh, its end
        self.note = ""  # the footnote that is open
        self.table = 0  # where the table ends that is open
        self.cells: Iterator[tuple[str, list[int]]] | None = None  # of the row that is open
        self.column = 0

    def units(self, tokens: Sequence[Any]) -> Iterator[TextUnit]:
        """Every unit."""
        for token in tokens:
            if token.type == "inline" and token.map:
                yield self._words(token) if self.cells is None else self._cell(token)
            elif token.type in ("fence", "code_block") and token.map:
                start, end = (self.lines.at(number) for number in token.map)
                words = Atom(token.content, self.veiled[start:end])
                place = (start, end, start, end)
                yield TextUnit("code", place=place, atoms=(words,), label=self.note)
            else:
                self._frame(token)

    def _frame(self, token: Any) -> None:
        name, _, end = token.type.rpartition("_")
        if name in ("bullet_list", "ordered_list", "blockquote"):
            if end == "open":
                self.around.append(name)
            else:
                self.around.pop()
        elif token.type == "list_item_open":
            self.items.append((True, token.map[1]))
        elif token.type == "list_item_close":
            self.items.pop()
        elif name == "heading":
            self.heading = int(token.tag[1]) if end == "open" else 0
        elif name == "footnote" and end in ("open", "close"):
            self.note = str(token.meta["label"]) if end == "open" else ""
        elif token.type == "table_open":
            self.table = self.lines.at(token.map[1])
        elif token.type == "tr_open":
            low, high = (self.lines.at(token.map[0] + step) for step in (0, 1))
            self.cells, self.column = _cells(self.veiled[low:high], low), 0
        elif token.type == "tr_close":
            self.cells = None

    def _words(self, token: Any) -> TextUnit:
        lists = [one for one in self.around if one != "blockquote"]
        quoted = "blockquote" in self.around
        kind = "h" if self.heading else "li" if lists else "quote" if quoted else "p"
        kind = "note" if self.note else kind
        fresh, end = self.items[-1] if self.items else (True, token.map[1])
        if self.items:
            self.items[-1] = (False, end)
        place, prefix, atoms = _unit(self.source, self.veiled, self.lines, token)
        return TextUnit(
            kind,
            self.heading or len(lists),
            ordered=bool(lists) and lists[-1] == "ordered_list",
            first=fresh,
            place=place,
            prefix=prefix,
            atoms=atoms,
            item_end=self.lines.at(end),
            label=self.note,
        )

    def _cell(self, token: Any) -> TextUnit:
        """A cell of a table; a row that is too short ends in empty ones."""
        assert self.cells is not None
        start, end = (self.lines.at(number) for number in token.map)
        close = start + len(self.veiled[start:end].rstrip())
        content, places = next(self.cells, ("", [close]))
        if content != token.content:
            raise ValueError(f"{token.content!r} is not in its row")
        self.column += 1
        atoms = InlineWalk(self.source, content, places).atoms(token.children or ())
        return TextUnit(
            "cell",
            self.column,
            place=(start, end, places[0], places[-1]),
            prefix=self.veiled[start : places[0]],
            atoms=tuple(replace(one, source="\\|") if one.source == "|" else one for one in atoms),
            item_end=self.table,
        )


def _cells(line: str, low: int) -> Iterator[tuple[str, list[int]]]:
    """What stands in each cell of a row, with the place of every sign, and where it ends."""
    begun = _BEFORE_ROW.match(line)
    at, end = begun.end() if begun else 0, len(line.rstrip())
    signs: list[tuple[str, int]] = []
    while at <= end:
        if at == end or line[at] == "|":
            while signs and signs[-1][0].isspace():
                signs.pop()
            lead = next((n for n, (sign, _) in enumerate(signs) if not sign.isspace()), 0)
            inside = signs[lead:]
            close = inside[-1][1] + 1 if inside else at
            yield "".join(sign for sign, _ in inside), [*(low + n for _, n in inside), low + close]
            signs = []
        elif line.startswith("\\|", at):
            signs.append(("|", at))
            at += 1
        else:
            signs.append((line[at], at))
        at += 1


def _unit(
    source: WrittenText, veiled: str, lines: Lines, token: Any
) -> tuple[tuple[int, int, int, int], str, tuple[Atom, ...]]:
    """Places, prefix and atoms of an inline token."""
    first, last = token.map
    places: list[int] = []  # of every sign of the content, in the source
    for number, line in enumerate(token.content.split("\n")):
        low = lines.at(first + number)
        written = veiled[low : lines.at(first + number + 1)].rstrip("\n")
        bare = line.lstrip(" ")
        tail = next((one for one in (written, written.rstrip()) if one.endswith(bare)), "")
        at = len(tail) - len(bare) if tail else max(written.find(bare), 0)
        lead = len(line) - len(bare)
        places += [low + max(at - lead + n, 0) for n in range(len(line))]
        places.append(low + at + len(bare))  # the line end
    atoms = tuple(InlineWalk(source, token.content, places).atoms(token.children or ()))
    begin = places[0]
    finish = places[len(token.content) - 1] + 1 if token.content else begin
    start = lines.at(first)
    return (start, lines.at(last), begin, finish), veiled[start:begin], atoms
