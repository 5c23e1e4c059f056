# SPDX-License-Identifier: EUPL-1.2
"""Claims that compare kinds in one year: more than, so many times, the most, the majority."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...core.words import Phrase
from .claim_names import is_rest
from .claim_reader import JudgedClaim
from .claim_years import Told
from .claims import Claim, Claims
from .claims_over_years import ClaimsOverYears
from .features import Before
from .judge_claims import Answer, comparable, extreme, majority, order, times
from .mention import Unit
from .names import Subject
from .passage import TextLine
from .vocabulary import Spoken

_HOLDS = Answer(true=True)
_EACH = Phrase(
    r"\b(?:beide jaren|alle jaren|elk jaar|ieder jaar|elk van de jaren)\b", re.IGNORECASE
)
_NEXT_TO = Phrase(
    r"\bna\s+(?:de\s+|het\s+)?([^\W\d_]{3,})|\bop\s+(?:de\s+|het\s+)?([^\W\d_]{4,})\s+na\b",
    re.IGNORECASE,
)
_BOTH = 2  # readings of a figure that are held beside each other
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
        if any(part.low <= one.token < part.high for one in line.read.said if one.fits):
            return True
        first = self.naming.ranked(line, 0)
        return bool(first and self.naming.by_small_words(line, first[0]))

    def _order(self, line: TextLine, claim: Claim) -> JudgedClaim | None:
        when = self.years.of(line, 0)
        years = [year for year, _ in when.years]
        first = self._of_rate(line, self._in_years(self.naming.ranked(line, 0), years))
        pairs = [
            (one, other)
            for one in first[:_BOTH]
            for other in self._against_which(line, one, years)[:_BOTH]
            if one.number != other.number and comparable(one, other)
        ]
        own = self.shown[line.sentence.start : line.sentence.end]
        every = _EACH.search(own) is not None
        span = self._each(line) if every else years
        judge = times if claim.kind is Claims.TIMES else order
        answers = [judge(self.known, *pair, claim, year) for pair in pairs for year in span]
        if every:
            chosen = next((one for one in answers if one.true is False), None)
        else:
            chosen = self._against(answers)
        about = tuple(about for about, _ in (chosen or answers[0]).figures) if answers else ()
        return JudgedClaim(claim, chosen or _HOLDS, about) if about else None

    def _against_which(self, line: TextLine, first: Subject, years: Sequence[int]) -> list[Subject]:
        """What a subject is compared with."""
        second = self.naming.contrasted(line, first) or self.naming.by_small_words(line, first)
        if not second:
            second = self.naming.ranked(line, 1, Before(first, same=True), first.unit)
        return self._of_rate(line, self._in_years(second, years))

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
            halves = [self._half(subject, claim, year, said) for year in years]
            if "leeuwen" in claim.words or "grootste" in claim.words:  # or the largest part
                most = [extreme(self.known, self.names, subject, claim, year) for year in years]
                halves = [b if b.true else a for a, b in zip(halves, most, strict=True)]
            answers += halves
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
            and not one.derived
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
        subjects = self._those(line, claim)
        if not subjects:
            return None
        columns = when.said and subjects[0].key is None
        if columns and claim.words.lower() in _PREDICATES:
            return self._peak(line, claim, told)
        years = [year for year, extra in when.years if extra < 1]
        if subjects[0].unit is Unit.PERCENT and subjects[0].derived:
            return self._of_share(line, claim)
        claim, subjects = self._after(line, claim, self._kinds(line, claim, subjects, years))
        answers = [
            self._most(extreme(self.known, self.names, subject, claim, year), subject, claim, year)
            for subject in subjects
            for year in years
        ]
        judged = self._said(claim, answers)
        if not columns or judged is None:
            return judged
        return self._or_of_years(line, claim, told) or judged

    def _of_share(self, line: TextLine, claim: Claim) -> JudgedClaim | None:
        """'De meeste zittingen gingen door' of a computed share: over half."""
        return self._majority(line, claim) if claim.words.lower() == "meeste" else None

    def _those(self, line: TextLine, claim: Claim) -> list[Subject]:
        """Whose place is claimed."""
        ranked = self.naming.keyed(line) if claim.nowhere else self.naming.ranked(line, 0)
        return self._of_rate(line, ranked)

    def _kinds(
        self, line: TextLine, claim: Claim, subjects: list[Subject], years: Sequence[int]
    ) -> list[Subject]:
        """The subjects that are a kind among others."""
        if claim.words.lower() in {"meeste", "minste"} and years:
            subjects = self._told_of(line, subjects, years[0])
        return [s for s in subjects if not (s.total or s.summed or is_rest(s))]

    def _or_of_years(
        self, line: TextLine, claim: Claim, told: Sequence[Told]
    ) -> JudgedClaim | None:
        """'Eind 2023 stonden de meeste boetes open' may tell of the most of all years."""
        over = self._peak(line, claim, told) if self._later(line, claim) else None
        return over if over is not None and over.answer.true else None

    def _later(self, line: TextLine, claim: Claim) -> bool:
        """Whether something stands before a superlative in its clause: 'de meeste zaken …' opens
        one and tells of zaken.
        """
        part = line.read.part_of(0)
        before = self.shown[line.read.tokens[part.low].start : claim.start].strip().lower()
        return before not in {"", "de", "het", "verreweg de", "veruit de"}

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

    def _after(
        self, line: TextLine, claim: Claim, subjects: list[Subject]
    ) -> tuple[Claim, list[Subject]]:
        """'Na wiskunde telde biologie de meeste': the place after the one named there, which is
        itself not meant.
        """
        own = self.shown[line.sentence.start : line.sentence.end]
        match = _NEXT_TO.search(own)
        if match is None or not subjects or claim.place > 1:
            return claim, subjects
        fits = self.names.vocabulary.fits(Spoken((match[1] or match[2]).lower()))
        words = frozenset(word for word, how in fits.items() if how > 0.5)
        table = [self.names.subjects[n] for n in self.names.siblings[subjects[0].table_name]]
        if not any(_named_by(one, words) for one in table):
            return claim, subjects
        rest = [one for one in subjects if not _named_by(one, words)]
        return replace(claim, place=2), rest or subjects

    def _followed(self, claim: Claim, first: Subject, line: TextLine) -> JudgedClaim | None:
        """'… gevolgd door straf': the next place is of the one named there."""
        part = line.read.part_of(0)
        at = next(n for n, token in enumerate(line.read.tokens) if token.anchor == 0)
        said = [one for one in line.read.said if at < one.token < part.high]
        fits: dict[int, float] = {}
        for one in said:
            fits.update(one.fits)
        years = [year for year, extra in self.years.of(line, 0).years if extra < 1]
        return self._said(
            claim,
            [
                extreme(self.known, self.names, one, claim, year)
                for one in self.naming.differing(first, fits)
                for year in years
            ],
        )


def _named_by(one: Subject, words: frozenset[int]) -> bool:
    """Whether some words name a kind: its key, or where it has none its column."""
    if one.key is not None:
        return bool(one.key_words & words)
    return any(way & words for way in one.called)
