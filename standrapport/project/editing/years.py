# SPDX-License-Identifier: EUPL-1.2
"""Years of one edition moved along to the next: where that is safe they move, elsewhere they are
reported and left.

Safe are windows (`jaren: 2018..2021` that end in the old report year) with the same years in the
title or note beside them, and references such as `instroom.noord[2020]` in a block whose words name
no recent year. A year in running text may be a fact ('in 2020 begon …'); it never moves. Years
before the year before the old report year are history and stay without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Any

from ...core.formula import EXPRESSION
from ...core.frozen import dataclass
from ..reading.yaml_tree import MappingNode, ScalarNode, SequenceNode
from .yaml_edits import Edit, YamlText, keys_of

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d)")
_WINDOW = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHIFT = re.compile(r"0|-\d{1,2}")
_INDEX = re.compile(r"\[[^\[\]]*?(?P<year>(?:19|20)\d\d)\s*\]")
_SPAN = re.compile(r"som\([^()]*\)")
_FORMULAS = ("cijfers", "van", "naar", "beweert")
_WORDLESS = ("soort", "id", "status", "akkoord", "getallen", "adres", "jaren", "top", *_FORMULAS)
_BESIDE_WINDOW = ("titel", "noot")
_PICTURES = ("tabel", "grafiek", "kerncijfers")


@dataclass(frozen=True)
class Seen:
    """A year in the text: its place and what it says."""

    start: int
    year: int

    @property
    def end(self) -> int:
        """Just after it; a year has four digits."""
        return self.start + 4


@dataclass
class YearShift:
    """What moves and what stays in one file, for a step from `old` to `new` report year."""

    source: YamlText
    old: int
    new: int
    edits: list[Edit] = field(default_factory=list)
    stale: list[Seen] = field(default_factory=list)

    def recent(self, year: int) -> bool:
        """Whether a year may be stale: the old report year, the one before, and anything later."""
        return year >= self.old - 1

    def move(self, seen: Sequence[Seen]) -> None:
        """Shift years by as much as the report year shifts."""
        self.edits += [
            Edit(one.start, one.end, str(one.year + self.new - self.old)) for one in seen
        ]

    def title(self, node: Any) -> None:
        """The title or an address of the report: its own report year moves, any other recent year
        is reported.
        """
        found = [one for one in self.in_words(node) if self.recent(one.year)]
        self.move([one for one in found if one.year == self.old])
        self.stale += [one for one in found if one.year != self.old]

    def words(self, node: Any) -> None:
        """Text that belongs to no block."""
        self.stale += [
            one for one in (*self.in_words(node), *self.in_formulas(node)) if self.recent(one.year)
        ]

    def block(self, node: Any) -> list[int]:
        """One block; the years that were left, each once."""
        values = keys_of(node)
        before = len(self.stale)
        words = self._left_in_words(values)
        named = [one for one in self._named_in(values) if self.recent(one.year)]
        spans = [
            Seen(self.source.at(value.start_mark), self.old)
            for value in values.values()
            if self._spans(value)
        ]
        if words or spans:
            self.stale += sorted([*words, *named, *spans], key=lambda one: one.start)
        else:
            self.move(named)
        return sorted({one.year for one in self.stale[before:]})

    def _left_in_words(self, values: dict[str, Any]) -> list[Seen]:
        """The recent years in the words of a block, after its window and what goes with that have
        moved.
        """
        window = self.window(values)
        words = []
        for key, value in values.items():
            found = [] if key in _WORDLESS else self.in_words(value)
            if key in _BESIDE_WINDOW and window and found and {one.year for one in found} <= window:
                self.move(found)
            else:
                words += found
        return [one for one in words if self.recent(one.year)]

    def _named_in(self, values: dict[str, Any]) -> Iterator[Seen]:
        """The years in the formulas of a block."""
        for key, value in values.items():
            if key in _FORMULAS or key not in _WORDLESS:
                yield from self.in_formulas(value)

    def window(self, values: dict[str, Any]) -> set[int]:
        """First and last year of the block's window, which is moved when it ends in the old report
        year; empty otherwise.
        """
        node = values.get("jaren")
        if node is None:
            return {self.old} if values["soort"].value in _PICTURES else set()
        seen = list(self._scan(node, _WINDOW))
        years = [one.year for one in seen]
        written = len(node.value) if isinstance(node, SequenceNode) else len(years)
        if not years or years[-1] != self.old or written != len(years):
            return self._moving(node) if not years else set()
        if isinstance(node, SequenceNode) and years != list(range(years[0], years[-1] + 1)):
            self.stale += [one for one in seen if self.recent(one.year)]
            return set()
        self.move(seen)
        return {years[0], years[-1]}

    def _moving(self, node: Any) -> set[int]:
        """First and last year of a window that is written as shifts: it moves by itself, and a
        title that names it moves along.
        """
        shifts = [int(one.value) for one in scalars(node) if _SHIFT.fullmatch(one.value)]
        return {self.old + min(shifts), self.old + max(shifts)} if shifts else {self.old}

    def in_words(self, node: Any) -> list[Seen]:
        """Years that stand in the words of a value, outside `{{ … }}`."""
        return list(self._scan(node, _YEAR, outside=EXPRESSION))

    def in_formulas(self, node: Any) -> list[Seen]:
        """Years between square brackets in `{{ … }}` or in a formula."""
        return list(self._scan(node, _INDEX))

    def _spans(self, node: Any) -> bool:
        """Whether a sum over years in this value ends in a recent year."""
        found = [
            int(year)
            for scalar in scalars(node)
            for part in _SPAN.findall(self._text(scalar))
            for year in _YEAR.findall(part)
        ]
        return any(self.recent(year) for year in found)

    def _scan(
        self, node: Any, pattern: re.Pattern[str], outside: re.Pattern[str] | None = None
    ) -> Iterator[Seen]:
        for scalar in scalars(node):
            start, text = self.source.at(scalar.start_mark), self._text(scalar)
            if outside is not None:
                text = outside.sub(lambda match: " " * len(match[0]), text)
            group = "year" if "year" in pattern.groupindex else 0
            for match in pattern.finditer(text):
                yield Seen(start + match.start(group), int(match[group]))

    def _text(self, scalar: Any) -> str:
        return self.source.text[self.source.at(scalar.start_mark) : self.source.at(scalar.end_mark)]


def scalars(node: Any) -> Iterator[ScalarNode]:
    """Every single value at or below a node, names of keys left out."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for part in node.value:
            yield from scalars(part)
    elif isinstance(node, MappingNode):
        for _, value in node.value:
            yield from scalars(value)
