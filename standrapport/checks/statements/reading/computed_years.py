# SPDX-License-Identifier: EUPL-1.2
"""The years a computation of a sentence may take: those a sum or mean is over, and those a change
is from and to; and those of amounts that go on from year to year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from ....core.frozen import dataclass
from ....core.words import Phrase
from .lexicon import rows
from .morphology import folded
from .no_amounts import whole

_FEW = Phrase(
    r"\b(?:afgelopen|laatste|voorbije|vorige|in|over)\s+(?P<many>\w+)\s+jaar\b", re.IGNORECASE
)
_THROUGH = Phrase(r"(?:\btot en met|\bt/m|[-–])\s*(?:eind )?(?:19|20)\d\d\b", re.IGNORECASE)
_YEARLY = Phrase(r"\b(?:per|ieder|elk)\s+jaar\b|\bjaarlijks\b|\bjaar op jaar\b", re.IGNORECASE)
_PARTS = {  # how many of each there are in a year
    "maand": 12, "week": 52, "dag": 365, "kwartaal": 4, "werkdag": 250, "etmaal": 365,
}  # fmt: skip
_EACH = Phrase(
    rf"\b(?:per|elke?|iedere?)\s+(?P<part>{'|'.join(_PARTS)})\b|"
    r"\b(?P<ly>wekelijks|maandelijks|dagelijks)\b",
    re.IGNORECASE,
)
_LY = {"wekelijks": "week", "maandelijks": "maand", "dagelijks": "dag"}

# what may stand between the amounts of a row of years: '165 klassen in 2020 naar 250, en nu dus'
_STEPS = frozenset(
    word
    for kind, words in rows("woorden-bij-nummers.tsv")
    if kind == "reeks"
    for word in words.split()
)
_NEXT = Phrase(r",|\b(?:en|naar|via)\b", re.IGNORECASE)
_NOUNS = 2  # words for what is counted between two amounts of a row
_STEPS_OF_ROW = 2  # the least that make one
_FOLLOWS = Phrase(
    r"(?:;[^;]*|[,–—]\s*(?:en\s+|maar\s+|(?:terwijl|waar)\s+(?:(?:dat|het|er)\s+)?)?"
    r"(?:(?:in|over|eind|begin|het|jaar)\s+)*)\Z",
    re.IGNORECASE,
)


def stepped(
    shown: str, spans: Sequence[tuple[int, int]], place: int, years: Sequence[tuple[int, int]]
) -> int | None:
    """The year of an amount in a row that goes from year to year: 'van 165 in 2020 naar 250, naar
    507 en nu 594'. None where it stands in no such row, or the years told do not fit one.

    `spans` are where the amounts of the sentence stand, `place` which of them is asked for, and
    `years` where a year is told, and which.
    """
    first = last = place
    while first > 0 and _steps(shown[spans[first - 1][1] : spans[first][0]]):
        first -= 1
    while last + 1 < len(spans) and _steps(shown[spans[last][1] : spans[last + 1][0]]):
        last += 1
    if last - first < _STEPS_OF_ROW or "naar" not in shown[spans[first][1] : spans[first + 1][0]]:
        return None
    starts = {year - at for at in range(first, last + 1) for year in _told(shown, spans, at, years)}
    told = sum(1 for at in range(first, last + 1) if list(_told(shown, spans, at, years)))
    return next(iter(starts)) + place if len(starts) == 1 and told > 1 else None


def _steps(gap: str) -> bool:
    nouns = [word for word in re.findall(r"[^\W\d_]+", gap) if word.lower() not in _STEPS]
    return len(nouns) <= _NOUNS and not re.search(r"[.;:?!()]", gap)


def _told(
    shown: str, spans: Sequence[tuple[int, int]], at: int, years: Sequence[tuple[int, int]]
) -> Iterator[int]:
    """The years told right after an amount of a row ('165 in 2020') or before it ('en nu 594')."""
    after = spans[at + 1][0] if at + 1 < len(spans) else len(shown)
    low, high = (spans[at - 1][1] if at else 0), spans[at][0]
    parted = _NEXT.search(shown, low, high) if at else None
    ends = _NEXT.search(shown, spans[at][1], after)
    end = ends.start() if ends else after
    for start, year in years:
        if spans[at][1] <= start < end or (parted and parted.end() <= start < high):
            yield year


def of_next(shown: str, amounts: Sequence[int], year: tuple[int, int], end: int) -> bool:
    """Whether a year opens what is told of a later amount: '8,7 weken; in 2023 was dat nog 10,3'
    says nothing of when the 8,7 were, up to `end`; `amounts` are where amounts start.
    """
    later = any(start >= year[1] for start in amounts)
    return later and year[0] > end and bool(_FOLLOWS.search(shown, end, year[0]))


def year_part(sentence: str) -> int | None:
    """Into how many parts a year is divided by what is told: 12 for 'per maand'."""
    match = _EACH.search(sentence)
    if match is None:
        return None
    return _PARTS[_LY[match["ly"].lower()] if match["ly"] else match["part"].lower()]


def counts_parts(unit: str) -> int | None:
    """Of which parts of a year a unit counts how many there were: 365 for 'dagen'."""
    every = {folded(word.removesuffix("en")): many for word, many in _PARTS.items()}
    return every.get(folded(unit.lower().removesuffix("en")))


@dataclass(frozen=True)
class ComputedYears:
    """What one sentence tells of years: those it names (`marks`), those an amount may be of
    (`own`), and those figures are known of.
    """

    sentence: str
    marks: tuple[int, ...]
    own: tuple[int, ...]
    known: Sequence[int]
    report: int
    since: tuple[int, ...] = ()  # years a sentence compares with, or counts from

    @property
    def yearly(self) -> bool:
        """Whether something is told for each year."""
        return bool(_YEARLY.search(self.sentence) or _FEW.search(self.sentence))

    @property
    def part(self) -> int | None:
        """Into how many parts a year is divided: 'per maand'."""
        return year_part(self.sentence)

    @property
    def many(self) -> int | None:
        """How many years are told: 'in de afgelopen drie jaar'."""
        few = _FEW.search(self.sentence)
        if few is None:
            return None
        return int(few["many"]) if few["many"].isdigit() else whole(few["many"])

    def ranges(self, *, together: bool) -> Iterator[list[int]]:
        """The years a sentence may take together: those it names, or the last so many."""
        yield from (years for years in self._ranges(together) if len(years) > 1)

    def _ranges(self, together: bool) -> Iterator[list[int]]:
        marks, many = sorted(set(self.marks)), self.many or 0
        if len(marks) > 1:
            yield self._from(marks[0], marks[-1])
            if _THROUGH.search(self.sentence) is None:  # of '2022 tot en met 2024' 2023 is one too
                yield [year for year in self.known if year in marks]
        elif many > 1:
            yield self._from(self.report - many + 1, self.report)
        elif marks and together:
            yield self._from(marks[0], self.report)
        elif not marks and (together or self.yearly):
            yield list(self.known)

    def _from(self, first: int, last: int) -> list[int]:
        return [year for year in self.known if first <= year <= last]

    def pairs(self) -> list[tuple[int, int]]:
        """From which year to which a change may be told."""
        marks, many = sorted(set(self.marks)), self.many
        found = [*combinations(marks, 2)] if len(marks) > 1 else []
        found += [(year, self.report) for year in self.since if year < self.report]
        if not found:  # 'meer dan in 2019' is no change since the year before
            found += [(year - 1, year) for year in self.own]
        if many:
            found.append((self.report - many, self.report))
        return found or [(self.report - 1, self.report)]
