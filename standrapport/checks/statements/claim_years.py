# SPDX-License-Identifier: EUPL-1.2
"""The years that a claim without a number is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...core.frozen import dataclass
from .judge_claims import steps
from .names import Subject
from .passage import TextLine
from .years import SpokenYears, YearRole

_FIRST_TIME = re.compile(r"\bvoor (?:het|de) eerst(?:e keer)? (?:sinds|in)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """A figure that an amount at a place of the sentence stands for."""

    at: int
    subject: Subject
    year: int


class ClaimYears:
    """The years of the claims of one text."""

    def __init__(self, years: SpokenYears, shown: str, text: str, vintage: Sequence[int]) -> None:
        self.years = years
        self.shown = shown
        self.text = text  # with its typed numbers, since 'twee jaar op rij' is said with one
        self.vintage = vintage
        self.alone = True  # whether the sentence read now has one claim

    def pairs(self, line: TextLine, told: Sequence[Told]) -> list[list[tuple[int, int]]]:
        """The years a direction is about, each way as a chain of steps (earlier, later)."""
        own = self.text[line.sentence.start : line.sentence.end]
        marks = self.years.marks(line)
        compared = [mark.year for mark in marks if mark.role is YearRole.COMPARED]
        since = [mark.year for mark in marks if mark.role is YearRole.SINCE]
        here = self.here(line)
        span = self.years.span(line)
        options = here or [year for year, extra in self.years.of(line, 0).years if extra < 1]
        if not here and self._only_of_nouns(line):
            options = [self.years.report_year]
        years_told = sorted({one.year for one in told})
        many = steps(own if self.alone else self._clause(line))
        if many > 0:
            ends = [*options, *(year + many for year in here)]
            return [[(year, year + 1) for year in range(end - many, end)] for end in ends]
        if many < 0:
            first = span[0] if span else since[0] if since else min(self.vintage)
            last = span[1] if span else max([*here, self.years.report_year])
            return [[(year, year + 1) for year in range(first, last)]]
        if _FIRST_TIME.search(own):
            return [[(year - 1, year)] for year in options]
        if compared:
            return [[(compared[0], year)] for year in options if year != compared[0]]
        if span is not None:
            return [[span]]
        if since:
            later = [year for year in here if year > since[0]]
            return [[(since[0], max(later, default=self.years.report_year))]]
        if len(years_told) > 1:
            return [[(years_told[0], years_told[-1])]]
        if len(here) > 1:
            ways = [[(min(here), max(here))]]
            return ways if " naar " in own else [*ways, [(max(here) - 1, max(here))]]
        return [[(year - 1, year)] for year in options]

    def _clause(self, line: TextLine) -> str:
        """What stands between the marks around a claim."""
        at = next(token.start for token in line.read.tokens if token.anchor == 0)
        low, high = line.sentence.start, line.sentence.end
        before = max(self.text.rfind(mark, low, at) for mark in ",;:")
        after = [n for mark in ",;:" if (n := self.text.find(mark, at, high)) >= 0]
        return self.text[max(low, before + 1) : min(after, default=high)]

    def here(self, line: TextLine) -> list[int]:
        """The years named in the same part as a claim."""
        part = line.read.part_of(0)
        low, high = line.read.tokens[part.low].start, line.read.tokens[part.high - 1].end
        return [
            mark.year
            for mark in self.years.marks(line)
            if mark.role is YearRole.WHEN and low <= mark.start < high
        ]

    def _only_of_nouns(self, line: TextLine) -> bool:
        """Whether the years named belong to something else ('de dip van 2023 is voorbij: …')."""
        starts = [m.start for m in self.years.marks(line) if m.role is YearRole.WHEN]
        return bool(starts) and all(
            self.text[max(0, at - 5) : at].lower().endswith((" van ", " uit ")) for at in starts
        )

    def named(self, line: TextLine) -> list[int] | None:
        """The years a sentence names outright ('in beide jaren')."""
        years = [mark.year for mark in self.years.marks(line) if mark.role is YearRole.WHEN]
        return years or None
