# SPDX-License-Identifier: EUPL-1.2
"""Claims that compare kinds in one year: more than, so many times, the most, the majority."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .claim_names import is_rest
from .claim_reader import JudgedClaim
from .claim_years import Told
from .claims import Claim, Claims
from .claims_over_years import RATE, ClaimsOverYears
from .features import Before
from .judge_claims import Answer, comparable, extreme, majority, order, times
from .mention import Unit
from .names import Subject
from .passage import TextLine
from .vocabulary import Spoken

_HOLDS = Answer(true=True)
_EACH = re.compile(
    r"\b(?:beide jaren|alle jaren|elk jaar|ieder jaar|elk van de jaren)\b", re.IGNORECASE
)
_NEXT_TO = re.compile(r"\b[Nn]a\s+(?:de\s+|het\s+)?([^\W\d_]+)")
_PREDICATES = {"hoogst", "laagst", "grootst", "kleinst", "meest", "minst"}


class ClaimsOfKinds(ClaimsOverYears):
    """Judges what is said of kinds beside each other; the highest of all years is a peak."""

    def _names_kind(self, line: TextLine, claim: Claim) -> bool:
        """Whether 'dan' is followed by another kind, not by a year."""
        assert claim.than is not None
        rest = self.shown[claim.than[1] : line.sentence.end].lower()
        marks = [m for m in self.years.marks(line) if m.start >= claim.than[1]]
        if any(mark.start - claim.than[1] < 25 for mark in marks) or "ander jaar" in rest[:30]:
            return False
        part = line.read.part_of(1)
        return any(part.low <= one.token < part.high for one in line.read.said if one.fits)

    def _order(self, line: TextLine, claim: Claim) -> JudgedClaim | None:
        when = self.years.of(line, 0)
        years = [year for year, _ in when.years]
        first = self._in_years(self.naming.ranked(line, 0), years)
        if not first:
            return None
        second = self.naming.contrasted(line, first[0])
        if not second:
            second = self.naming.ranked(line, 1, Before(first[0], same=True), first[0].unit)
        second = self._in_years(second, years)
        if not second or second[0].number == first[0].number:
            return None
        own = self.shown[line.sentence.start : line.sentence.end]
        if not comparable(first[0], second[0]) or RATE.search(own):
            return None
        every = _EACH.search(own) is not None
        span = self._each(line) if every else years
        judge = times if claim.kind is Claims.TIMES else order
        answers = [
            judge(self.known, one, other, claim, year)
            for one in first[:2]
            for other in second[:2]
            if one.number != other.number
            for year in span
        ]
        if every:
            chosen = next((one for one in answers if one.true is False), None)
        else:
            chosen = self._against(answers)
        about = tuple(about for about, _ in (chosen or answers[0]).figures) if answers else ()
        return JudgedClaim(claim, chosen or _HOLDS, about) if about else None

    def _each(self, line: TextLine) -> Sequence[int]:
        """The years of 'in beide jaren' or 'in alle jaren'."""
        span = self.years.span(line)
        if span is not None:
            return range(span[0], span[1] + 1)
        return self.when.named(line) or self.vintage

    def _majority(self, line: TextLine, claim: Claim) -> JudgedClaim | None:
        """'De meerderheid van de klachten was ongegrond': a part over half of its whole."""
        years = [year for year, extra in self.years.of(line, 0).years if extra < 1]
        said = self.naming.said_near(line)
        answers = []
        for subject in self.naming.ranked(line, 0):
            answers += [self._half(subject, claim, year, said) for year in years]
        return self._said(claim, answers)

    def _half(self, subject: Subject, claim: Claim, year: int, said: dict[int, float]) -> Answer:
        if subject.unit is Unit.PERCENT:
            return majority(self.known, subject, None, claim, year)
        part = self._predicate(subject, said, year) or subject
        wholes = self.naming.wholes(part, said, year)
        answers = [majority(self.known, part, one, claim, year) for one in wholes]
        return self._against(answers) or next((one for one in answers if one.true), Answer(None))

    def _predicate(self, subject: Subject, said: dict[int, float], year: int) -> Subject | None:
        """What is told of a whole: 'gegrond' in 'de meeste klachten waren gegrond'."""
        whole = self.known.value(subject, year)
        found = [
            one
            for one in self.naming.differing(subject, said)
            if whole is not None
            and (value := self.known.value(one, year)) is not None
            and value.value < whole.value
            and one.table_name == subject.table_name
        ]
        return found[0] if len(found) == 1 else None

    def _in_years(self, subjects: Sequence[Subject], years: Sequence[int]) -> list[Subject]:
        """The subjects with a value in the years spoken of; all when none has."""
        known = [
            one
            for one in subjects
            if any(self.known.value(one, year) is not None for year in years)
        ]
        return known or list(subjects)

    def _extreme(self, line: TextLine, claim: Claim, told: Sequence[Told]) -> JudgedClaim | None:
        when = self.years.of(line, 0)
        subjects = self.naming.ranked(line, 0)
        if not subjects:
            return None
        time = claim.words.lower() in _PREDICATES and when.said and subjects[0].key is None
        if time:
            return self._peak(line, claim, told)
        years = [year for year, extra in when.years if extra < 1]
        if claim.words.lower() in {"meeste", "minste"} and years:
            subjects = self._told_of(line, subjects, years[0])
        subjects = [s for s in subjects if not (s.total or s.summed or is_rest(s))]
        claim = self._after(line, claim, subjects)
        answers = [
            self._most(extreme(self.known, self.names, subject, claim, year), subject, claim, year)
            for subject in subjects
            for year in years
        ]
        return self._said(claim, answers)

    def _told_of(self, line: TextLine, subjects: list[Subject], year: int) -> list[Subject]:
        """What is told of a whole: 'ongegrond' in 'de meeste klachten waren ongegrond'."""
        if subjects[0].key is not None:
            return subjects
        told_of = self._predicate(subjects[0], self.naming.said_near(line), year)
        return [told_of] if told_of is not None else subjects

    def _most(self, answer: Answer, subject: Subject, claim: Claim, year: int) -> Answer:
        """'De meeste klachten waren ongegrond' also holds of more than half."""
        if answer.true is not False or claim.way != "op" or claim.place != 1:
            return answer
        wholes = self.naming.wholes(subject, {}, year)
        halves = [majority(self.known, subject, one, claim, year) for one in wholes]
        return next((one for one in halves if one.true), answer)

    def _after(self, line: TextLine, claim: Claim, subjects: Sequence[Subject]) -> Claim:
        """'Na wiskunde telde biologie de meeste': the place after the one named first."""
        own = self.shown[line.sentence.start : line.sentence.end]
        match = _NEXT_TO.search(own)
        if match is None or not subjects or claim.place > 1:
            return claim
        fits = self.names.vocabulary.fits(Spoken(match[1].lower()))
        table = [self.names.subjects[n] for n in self.names.siblings[subjects[0].table_name]]
        named = any(
            word in (*one.key_words, *(w for way in one.called for w in way))
            for one in table
            if one.number != subjects[0].number
            for word, how in fits.items()
            if how > 0.5
        )
        return replace(claim, place=2) if named else claim
