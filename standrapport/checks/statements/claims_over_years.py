# SPDX-License-Identifier: EUPL-1.2
"""Claims about one figure over years: a direction, the highest since, never less than then."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...core.words import Phrase
from .claim_reader import ClaimReader, JudgedClaim
from .claim_years import Told
from .claims import Claim
from .judge_claims import Answer, direction, peak, times_since
from .mention import Unit
from .names import Subject
from .passage import TextLine
from .years import YearRole

RATE = Phrase(
    r"\b(?:naar verhouding|verhoudingsgewijs|relatief|per hoofd|gemiddeld|"
    r"per (?!jaar|saldo|eind|regel)[a-z]+)\b",
    re.IGNORECASE,
)
PROPORTION = re.compile(r"\b(?:naar verhouding|verhoudingsgewijs|relatief)\b", re.IGNORECASE)


class ClaimsOverYears(ClaimReader):
    """Judges what is said of one figure over the years."""

    def _never(self, line: TextLine, claim: Claim, told: Sequence[Told]) -> JudgedClaim | None:
        """'Nooit minder dan in 2021': no year was lower than that one."""
        compared = [m.year for m in self.years.marks(line) if m.role is YearRole.COMPARED]
        subjects = self._subjects(line, told)
        if not compared or not subjects:
            return None
        answers = [peak(self.known, one, claim, compared[0], self.vintage) for one in subjects]
        return self._said(claim, answers)

    def _direction(self, line: TextLine, claim: Claim, told: Sequence[Told]) -> JudgedClaim | None:
        subjects = self._subjects(line, told)
        if not subjects:
            return None
        own = [one for one in told if one.subject is subjects[0]] if len(subjects) == 1 else []
        subjects = self._of_rate(line, subjects)
        pairs = [[(claim.year - 1, claim.year)]] if claim.year else self.when.pairs(line, own)
        alone = claim.bare and not self.when.anchored(line)
        if claim.bare and not self.naming.counts_it(line, claim.end, subjects[0]):
            return None  # 'kostte meer werk' says nothing of what was named before
        if alone and pairs != [[(self.years.report_year - 1, self.years.report_year)]]:
            return None  # 'ook in 2016 was het lager': than what stands elsewhere
        if not pairs:
            return None
        best: list[Answer] = []
        for named in subjects:
            for chain in pairs:
                if not chain:
                    continue
                subject = self.naming.stand_in(named, {year for pair in chain for year in pair})
                answers = [direction(self.known, subject, claim, now, then) for then, now in chain]
                false = next((one for one in answers if one.true is False), None)
                left = next((one for one in answers if one.true is None), None)
                best.append(false or left or answers[-1])
        best = [one for one in best if one.figures] or best  # what is unknown says nothing
        chosen = self._against(best)
        shown = chosen or next((one for one in best if one.true), None)
        if shown is None:
            return None
        return JudgedClaim(claim, shown, tuple(about for about, _ in shown.figures[::-1]))

    def _of_rate(self, line: TextLine, subjects: Sequence[Subject]) -> list[Subject]:
        """The subjects a sentence can be about that tells of a mean or a share: those that are one
        themselves.
        """
        own = self.shown[line.sentence.start : line.sentence.end]
        if RATE.search(own) is None:
            return list(subjects)
        part = PROPORTION.search(own) is not None
        return [one for one in subjects if (one.unit is Unit.PERCENT if part else one.average)]

    def _many(self, line: TextLine, claim: Claim, told: Sequence[Told]) -> JudgedClaim | None:
        """'Drie keer zo veel als in 2019': so many times another year."""
        compared = [m.year for m in self.years.marks(line) if m.role is YearRole.COMPARED]
        subjects = self._of_rate(line, self._subjects(line, told))
        years = [year for year, extra in self.years.of(line, 0).years if extra < 1]
        if not compared or not subjects:
            return None
        answers = [
            times_since(self.known, one, claim, year, compared[0])
            for one in subjects
            for year in years
            if year != compared[0]
        ]
        return self._said(claim, answers)

    def _peak(self, line: TextLine, claim: Claim, told: Sequence[Told]) -> JudgedClaim | None:
        subjects = self._of_rate(line, self._subjects(line, told))
        marks = self.years.marks(line)
        since = [mark.year for mark in marks if mark.role is YearRole.SINCE]
        span = self.years.span(line)
        years = list(self.vintage)
        if span is not None:
            years = [year for year in years if span[0] <= year <= span[1]]
        elif since:
            years = [year for year in years if year >= since[0]]
        options = [year for year, extra in self.years.of(line, 0).years if extra < 1]
        if claim.words.lower().startswith("zo"):
            options = [m.year for m in marks if m.role is YearRole.COMPARED] or options
        if not since and span is None:
            years = [year for year in years if year <= max(self.years.report_year, *options)]
        answers = [
            peak(self.known, subject, claim, year, years)
            for subject in subjects
            for year in options
        ]
        return self._said(claim, answers)
