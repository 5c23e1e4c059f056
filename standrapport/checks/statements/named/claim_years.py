# SPDX-License-Identifier: EUPL-1.2
"""The years that a claim without a number is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....core.frozen import dataclass
from ....core.words import Phrase
from ..reading.no_amounts import whole
from .names import Subject
from .passage import TextLine
from .years import SpokenYears, YearRole

_FIRST_TIME = Phrase(r"\bvoor (?:het|de) eerst(?:e keer)? (?:sinds|in)\b", re.IGNORECASE)
JUST_AS = Phrase(
    r"\b(?:net (?:zo)?als|evenals|zoals ook|net als)\s+(?:in\s+)?((?:19|20)\d\d)\b", re.IGNORECASE
)
_BOTH = Phrase(
    r"\b(?:zowel\s+in\s+((?:19|20)\d\d)\s+als\s+in\s+((?:19|20)\d\d)|in\s+(?:elk\s+van\s+)?"
    r"(?:de(?:ze)?\s+)?beide\s+jaren)\b",
    re.IGNORECASE,
)
_NEXT_YEARS = Phrase(r"\bin de (\w+) (?:jaar|jaren) (?:daarna|erna|nadien)\b", re.IGNORECASE)
_EVERY = Phrase(
    r"\b(?:elk|ieder|elke|iedere)\s+jaar\b|\bjaar (?:op|na) jaar\b|\b(?:in|over)\s+alle\s+jaren\b|"
    r"\b(?:onafgebroken|ononderbroken|voortdurend|onophoudelijk)\b|\bin elk van de\b|"
    r"\bjaar in,? jaar uit\b",
    re.IGNORECASE,
)
_YEARS_LONG = Phrase(
    r"\b(?:al\s+|voor het\s+)?(?P<many>twee|drie|vier|vijf|zes|tweede|derde|vierde|vijfde|zesde)\s+"
    r"(?:(?:achtereenvolgend|opeenvolgend)e? )?(?:jaar|jaren)(?:\s+(?:op rij|achtereen|"
    r"achter elkaar|lang|na elkaar))?\b",
    re.IGNORECASE,
)
_MANY = {
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "tweede": 2,
    "derde": 3,
    "vierde": 4,
    "vijfde": 5,
    "zesde": 6,
}
_TWO = 2
_WITHIN = Phrase(r"\bin (?:de afgelopen )?(\w+) jaar(?: tijd)?\b(?! op rij)", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """A figure that an amount at a place of the sentence stands for."""

    at: int
    subject: Subject
    year: int
    opens: bool = False  # what there was when the year after it began

    @property
    def spoken_year(self) -> int:
        """The year a sentence that tells this speaks of."""
        return self.year + 1 if self.opens else self.year


def steps(text: str) -> int:
    """For how many years in a row a sentence says something; 0 when it does not, -1 for 'every
    year'.
    """
    if match := _YEARS_LONG.search(text):
        before = text[: match.start()].lower()
        if (
            "al " in match[0].lower()
            or "rij" in match[0]
            or "achter" in match[0]
            or "opeenvolg" in match[0]
            or "na elkaar" in match[0]
            or before.endswith("al ")
        ):
            return _MANY[match["many"].lower()]
    return -1 if _EVERY.search(text) else 0


class ClaimYears:
    """The years of the claims of one text."""

    def __init__(self, years: SpokenYears, shown: str, text: str, vintage: Sequence[int]) -> None:
        self.years = years
        self.shown = shown
        self.text = text  # with its typed numbers, since 'twee jaar op rij' is said with one
        self.vintage = vintage
        self.claimed: Sequence[int] = ()  # where the claims of the sentence read now start

    def pairs(self, line: TextLine, told: Sequence[Told]) -> list[list[tuple[int, int]]]:
        """The years a direction is about, each way as a chain of steps (earlier, later)."""
        own = self.text[line.sentence.start : line.sentence.end]
        marks = self.years.marks(line)
        compared = self._compared(line)
        since = [mark.year for mark in marks if mark.role is YearRole.SINCE]
        here = self.here(line)
        span = self.years.span(line)
        options = here or [year for year, extra in self.years.of(line, 0).years if extra < 1]
        if not here and self._only_of_nouns(line):
            options = [self.years.report_year]
        years_told = sorted({one.year for one in told})
        if match := _BOTH.search(own):
            return [[(year - 1, year) for year in self._both(line, match)]]
        many = steps(own if len(self.claimed) < _TWO else self.clause(line))
        if many > 0:
            ends = [*options, *(year + many for year in here)]
            return [[(year, year + 1) for year in range(end - many, end)] for end in ends]
        if many < 0:
            first = span[0] if span else since[0] if since else min(self.vintage)
            last = span[1] if span else max([*here, self.years.report_year])
            return [[(year, year + 1) for year in range(first, last)]]
        if (match := _NEXT_YEARS.search(own)) and (before := self.when_before(line, match.start())):
            return [[(before, before + (whole(match[1]) or 0))]]
        if match := JUST_AS.search(own):
            same = int(match[1])
            return [[(same - 1, same), (year - 1, year)] for year in options if year != same]
        if (lasted := self._lasting(own)) > 0 and not compared and not since:
            return [[(year - lasted, year)] for year in options]
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
        told_of = sorted({*(self.named(line) or ())})
        if not options and len(told_of) == _TWO:
            return [[(told_of[0], told_of[1])]]  # 'nam toe: van a in 2020 naar b in 2021'
        return [[(year - 1, year)] for year in options]

    def _compared(self, line: TextLine) -> list[int]:
        """The years a claim is compared with, the one that stands after it first."""
        at = next(token.start for token in line.read.tokens if token.anchor == 0)
        later = [one for one in self.claimed if one > at and "," in self.shown[at:one]]
        marks = [
            one
            for one in self.years.marks(line)
            # 'slonk, maar was groter dan in 2022': the second is held beside that year
            if one.role is YearRole.COMPARED and not any(claim < one.start for claim in later)
        ]
        return [one.year for one in sorted(marks, key=lambda one: one.start < at)]

    def _both(self, line: TextLine, match: re.Match[str]) -> list[int]:
        """The two years that are said of alike: named with 'zowel … als', or beside 'in beide
        jaren', or in the sentence before; else the last two.
        """
        if match[1]:
            return [int(match[1]), int(match[2])]
        for one in (line, line.before):
            years = sorted({mark.year for mark in self.years.marks(one)} if one else ())
            if len(years) == _TWO:
                return years
        return [self.years.report_year - 1, self.years.report_year]

    def when_before(self, line: TextLine, at: int) -> int | None:
        """The last year told before a place in a sentence."""
        place = line.sentence.start + at
        found = [m for m in self.years.marks(line) if m.role is YearRole.WHEN and m.start < place]
        return found[-1].year if found else None

    def _lasting(self, own: str) -> int:
        """Over how many years a change is told: 'in drie jaar', 'in vijf jaar tijd'."""
        match = _WITHIN.search(own)
        if match is None:
            return 0
        return int(match[1]) if match[1].isdigit() else whole(match[1]) or 0

    def anchored(self, line: TextLine) -> bool:
        """Whether a sentence says between which years it compares, though not right at its claim:
        'vergeleken met 2019', 'jaar na jaar'.
        """
        own = self.text[line.sentence.start : line.sentence.end]
        marks = self.years.marks(line)
        return steps(own) != 0 or any(one.role is not YearRole.WHEN for one in marks)

    def clause(self, line: TextLine) -> str:
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
