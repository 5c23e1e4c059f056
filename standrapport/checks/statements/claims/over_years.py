# SPDX-License-Identifier: EUPL-1.2
"""Claims about one figure over years: a direction, the highest since, never less than then."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....core.words import Phrase
from ..named.claim_years import Told
from ..named.names import Subject
from ..named.passage import TextLine
from ..named.years import YearRole
from ..reading.mention import Unit
from ..reading.morphology import roots
from ..reading.no_amounts import whole
from .judge import Claim, Proposition, beside, level, placed
from .reader import ClaimReader

RATE = Phrase(
    r"\b(?:naar verhouding|verhoudingsgewijs|relatief|per hoofd|gemiddeld|"
    r"per (?!jaar|saldo|eind|regel)[a-z]+)\b",
    re.IGNORECASE,
)
PROPORTION = re.compile(r"\b(?:naar verhouding|verhoudingsgewijs|relatief)\b", re.IGNORECASE)
_AS_WELL_AS = Phrase(r"\bzowel\s+(?!in\s+(?:19|20)\d\d)[^.;]*?\bals\b", re.IGNORECASE)
_RIGHT_BEHIND = 6  # characters within which a year goes with the word before it
_JUST_BEFORE = Phrase(
    r"\b(?:elk|ieder|een) van de (?:(?:vorige|laatste|afgelopen|voorgaande|voorafgaande) )?"
    r"(?P<many>\w+) (?:jaren|jaar)\b",
    re.IGNORECASE,
)


class ClaimsOverYears(ClaimReader):
    """Reads what is said of one figure over the years."""

    def _never(self, line: TextLine, claim: Claim, told: Sequence[Told]) -> Iterator[Proposition]:
        """'Nooit minder dan in 2021': no year was lower than that one."""
        compared = [m.year for m in self.years.marks(line) if m.role is YearRole.COMPARED]
        for one in self._subjects(line, told) if compared else ():
            yield self._among(claim, one, compared[0], self.vintage)

    def _among(
        self, claim: Claim, subject: Subject, year: int, years: Sequence[int]
    ) -> Proposition:
        """That a subject has the place claimed in a year among some years."""
        others = [level(subject, other) for other in years if other != year]
        return placed(self.known, claim, level(subject, year), others)

    def _direction(
        self, line: TextLine, claim: Claim, told: Sequence[Told]
    ) -> Iterator[Proposition]:
        subjects = self._subjects(line, told)
        if not subjects:
            return
        own = [one for one in told if one.subject is subjects[0]] if len(subjects) == 1 else []
        chains = [[(claim.year - 1, claim.year)]] if claim.year else self.when.pairs(line, own)
        if claim.after:
            chains = [[(claim.after, self.years.report_year)]]
        if claim.bare and not self.naming.counts_it(line, claim.end, subjects[0]):
            return  # 'kostte meer werk' says nothing of what was named before
        alone = claim.bare and not self.when.anchored(line)
        if alone and chains != [[(self.years.report_year - 1, self.years.report_year)]]:
            return  # 'ook in 2016 was het lager': than what stands elsewhere
        if len(each := self._both_named(line)) > 1:
            for chain in filter(None, chains):
                moves = ((one, then, now) for one in each for then, now in chain)
                yield Proposition(
                    tuple(beside(claim, level(o, now), level(o, then)) for o, then, now in moves)
                )
            return
        for named in self._of_rate(line, subjects):
            for chain in filter(None, chains):
                one = self.naming.stand_in(named, {year for pair in chain for year in pair})
                yield Proposition(
                    tuple(beside(claim, level(one, now), level(one, then)) for then, now in chain)
                )

    def _both_named(self, line: TextLine) -> list[Subject]:
        """The kinds of 'zowel A als B', of each of which something is said."""
        span = (line.sentence.start, line.sentence.end)
        both = _AS_WELL_AS.search(self.shown, *span)
        return self.naming.enumerated(line, span) if both else []

    def _of_rate(self, line: TextLine, subjects: Sequence[Subject]) -> list[Subject]:
        """The subjects a sentence can be about that tells of a mean or a share: those that are one
        themselves.
        """
        own = self.shown[line.sentence.start : line.sentence.end]
        rate = RATE.search(own)
        if rate is None or self._by_group(rate[0]):
            return list(subjects)
        part = PROPORTION.search(own) is not None
        return [one for one in subjects if (one.unit is Unit.PERCENT if part else one.average)]

    def _by_group(self, rate: str) -> bool:
        """Whether 'per gemeente' only says by what a table is told."""
        word = rate.lower().removeprefix("per ")
        return word != rate.lower() and any(one.called & roots(word) for one in self.names.groups)

    def _many(self, line: TextLine, claim: Claim, told: Sequence[Told]) -> Iterator[Proposition]:
        """'Drie keer zo veel als in 2019': so many times another year."""
        compared = [m.year for m in self.years.marks(line) if m.role is YearRole.COMPARED]
        for one in self._of_rate(line, self._subjects(line, told)) if compared else ():
            for year in self._in(line):
                if year != compared[0]:
                    pair = beside(claim, level(one, year), level(one, compared[0]))
                    yield Proposition((pair,))

    def _in(self, line: TextLine) -> list[int]:
        """The years a claim may be said of."""
        return [year for year, extra in self.years.of(line, 0).years if extra < 1]

    def _peaked(self, line: TextLine, claim: Claim, span: tuple[int, int] | None) -> list[int]:
        """The years that may be said to be a peak."""
        marks, told = self.years.marks(line), []
        if named := [m.year for m in marks if 0 < m.start - claim.end < _RIGHT_BEHIND]:
            return named[:1]  # 'het recordjaar 2020'
        if claim.words.lower().startswith("zo"):
            told = [m.year for m in marks if m.role is YearRole.COMPARED]
        elif span is not None:  # '2020 kende het hoogste aantal van de periode 2019-2024'
            told = [m.year for m in marks if m.role is YearRole.WHEN and m.year not in span]
        return told or self._in(line)

    def _peak(self, line: TextLine, claim: Claim, told: Sequence[Told]) -> Iterator[Proposition]:
        subjects = self._of_rate(line, self._subjects(line, told))
        marks = self.years.marks(line)
        since = [mark.year for mark in marks if mark.role is YearRole.SINCE]
        span = self.years.span(line)
        options = self._peaked(line, claim, span)
        low, high = span or (min(since, default=0), 0)
        if not high:
            high = max(self.vintage) if since else max(self.years.report_year, *options)
        sentence = self.text[line.sentence.start : line.sentence.end]
        few = _JUST_BEFORE.search(sentence) if not low else None
        if few and (many := whole(few["many"])):  # 'dan in elk van de drie jaren daarvoor'
            high = max(options)
            low = high - many
        years = [year for year in self.vintage if low <= year <= high]
        # whether the most or the least of a figure is the best of it, is not known
        ways = ("op", "neer") if claim.way == "beste" else (claim.way,)
        for subject, way in itertools.product(subjects, ways):
            own = replace(claim, way=way)
            yield from (self._among(own, subject, year, years) for year in options)
