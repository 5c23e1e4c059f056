# SPDX-License-Identifier: EUPL-1.2
"""Claims without a number in a text: whose they are, for which years, and whether they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .claim_names import explained, is_rest, spoken_of
from .claim_years import ClaimYears, Told
from .claims import Claim, Claims, claims_in
from .context import Level
from .features import Before
from .judge_claims import Answer, comparable, direction, extreme, order, peak
from .lexicon import prefixes
from .mention import Unit
from .morphology import roots
from .names import Subject, SubjectNames
from .passage import TextLine, TextPassage
from .score import scored
from .statement import NamedFigure
from .values import Known
from .vocabulary import SAME, Spoken
from .years import SpokenYears, YearRole

_FRESH = Before()
_HOLDS = Answer(true=True)


_GAP = 1.2  # another subject named this near may be the one meant
_TRIED = 4
_SURE = 3.0  # the score from which words name a figure well enough to contradict


@dataclass(frozen=True)
class JudgedClaim:
    """A claim with what the figures say, and the subjects it was read as, best first."""

    claim: Claim
    answer: Answer
    about: tuple[NamedFigure, ...]


class Wordless:
    """Judges the claims of one text."""

    def __init__(
        self,
        names: SubjectNames,
        known: Known,
        passage: TextPassage,
        years: SpokenYears,
        shown: str,
        text: str,
        vintage: Sequence[int],
    ) -> None:
        self.names = names
        self.known = known
        self.passage = passage
        self.years = years
        self.shown = shown
        self.text = text
        self.vintage = vintage
        self.when = ClaimYears(years, shown, text, vintage)
        self.everything = [one.number for one in names.subjects if not one.change]

    def of(self, line: TextLine, told: Sequence[Told]) -> Iterator[JudgedClaim]:
        """The claims of a sentence; `told` are the figures its amounts stand for."""
        sentence = line.sentence
        for claim in claims_in(self.text, self.shown, sentence.start, sentence.end):
            spans = [(claim.start, claim.start + len(claim.words.split()[0]))]
            if claim.than is not None:
                spans.append(claim.than)
            own = TextLine(
                sentence,
                line.before,
                (0, 1)[: len(spans)],
                self.shown,
                spans,
                self.names.vocabulary,
            )
            judged = self._judged(own, claim, told)
            if judged is not None:
                yield judged

    def _judged(self, line: TextLine, claim: Claim, told: Sequence[Told]) -> JudgedClaim | None:
        if self._is_name(claim):
            return None
        match claim.kind:
            case Claims.ORDER if claim.never:
                return self._never(line, claim, told)
            case Claims.ORDER if self._names_kind(line, claim):
                return self._order(line, claim)
            case Claims.ORDER | Claims.DIRECTION:
                return self._direction(line, claim, told)
            case Claims.PEAK:
                return self._peak(line, claim, told)
            case _:
                return self._extreme(line, claim, told)

    def _is_name(self, claim: Claim) -> bool:
        """Whether the word of a direction names a figure here: 'zakten' where candidates fail."""
        if claim.kind is not Claims.DIRECTION:
            return False
        first, *rest = claim.words.lower().split()
        particle = rest[-1] if rest and prefixes().get(rest[-1]) else ""
        if particle + first in _NEVER_NAMES or roots(first) & _MOVES:
            return False
        fits = self.names.vocabulary.fits(Spoken(first, particle=particle))
        return any(how >= SAME for how in fits.values())

    def _never(self, line: TextLine, claim: Claim, told: Sequence[Told]) -> JudgedClaim | None:
        """'Nooit minder dan in 2021': no year was lower than that one."""
        compared = [m.year for m in self.years.marks(line) if m.role is YearRole.COMPARED]
        subjects = self._subjects(line, told)
        if not compared or not subjects:
            return None
        answers = [peak(self.known, one, claim, compared[0], self.vintage) for one in subjects]
        return self._said(claim, answers)

    def _said(self, claim: Claim, answers: Sequence[Answer]) -> JudgedClaim | None:
        chosen = self._against(answers)
        shown = chosen or next((one for one in answers if one.true), None)
        if shown is None:
            return None
        return JudgedClaim(claim, shown, tuple(about for about, _ in shown.figures))

    def _ranked(
        self, line: TextLine, anchor: int, before: Before = _FRESH, unit: Unit | None = None
    ) -> list[Subject]:
        """The subjects the words around a claim name, those that stay close to the best; of one
        unit only when that is given.
        """
        context = self.passage.context(line, anchor)
        if not any(level <= Level.SHARED for level, _ in context.stretches):
            return []
        scores = scored(self.names, context, before, self._of_unit(unit))
        order_ = sorted(scores, key=lambda number: (-scores[number], number))[:_TRIED]
        order_ = [number for number in order_ if self._known(number)]
        if not order_ or scores[order_[0]] < _SURE:
            return []
        best = self.names.subjects[order_[0]]
        if not (explained(best, context) and spoken_of(self.names, best, context)):
            return []
        # Counts and shares are no rivals: the best named says which of the two is spoken of.
        near = [self.names.subjects[n] for n in order_ if scores[n] >= scores[best.number] - _GAP]
        return [one for one in near if one.unit is best.unit]

    def _of_unit(self, unit: Unit | None) -> list[int]:
        """The subjects that count in a unit; all when none is given."""
        every = self.names.subjects
        return [n for n in self.everything if unit is None or every[n].unit is unit]

    def _known(self, number: int) -> bool:
        """Whether a subject has a value in the report year or the year before it."""
        subject = self.names.subjects[number]
        return any(self.known.value(subject, year) is not None for year in self.vintage)

    def _subjects(self, line: TextLine, told: Sequence[Told]) -> list[Subject]:
        """Whose claim it is: the figure an amount in the same part stands for, else what the words
        name.
        """
        part = line.read.part_of(0)
        low, high = line.read.tokens[part.low].start, line.read.tokens[part.high - 1].end
        beside = {
            one.subject.number: one.subject
            for one in told
            if low <= one.at < high and not (one.subject.change or one.subject.difference)
        }
        if len(beside) == 1:
            return list(beside.values())
        return self._ranked(line, 0)

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
        years = [year for year, _ in self.years.of(line, 0).years]
        first = self._in_years(self._ranked(line, 0), years)
        second = self._ranked(line, 1, Before(first[0], same=True), first[0].unit) if first else []
        second = self._in_years(second, years)
        if not second or second[0].number == first[0].number:
            return None
        own = self.shown[line.sentence.start : line.sentence.end]
        if not comparable(first[0], second[0]) or _RATE.search(own):
            return None
        when = self.years.of(line, 0)
        both = "beide jaren" in self.shown[line.sentence.start : line.sentence.end].lower()
        span = self.when.named(line) if both else None
        answers = [
            order(self.known, one, other, claim, year)
            for one in first[:2]
            for other in second[:2]
            if one.number != other.number
            for year in (span or [year for year, _ in when.years])
        ]
        chosen = (
            self._against(answers)
            if not both
            else next((one for one in answers if one.true is False), None)
        )
        about = tuple(about for about, _ in (chosen or answers[0]).figures) if answers else ()
        return JudgedClaim(claim, chosen or _HOLDS, about) if about else None

    def _in_years(self, subjects: Sequence[Subject], years: Sequence[int]) -> list[Subject]:
        """The subjects with a value in the years spoken of; all when none has."""
        known = [
            one
            for one in subjects
            if any(self.known.value(one, year) is not None for year in years)
        ]
        return known or list(subjects)

    def _direction(self, line: TextLine, claim: Claim, told: Sequence[Told]) -> JudgedClaim | None:
        subjects = self._subjects(line, told)
        if not subjects:
            return None
        own = [one for one in told if one.subject is subjects[0]] if len(subjects) == 1 else []
        pairs = self.when.pairs(line, own)
        if not pairs:
            return None
        best: list[Answer] = []
        for subject in subjects:
            for chain in pairs:
                if not chain:
                    continue
                answers = [direction(self.known, subject, claim, now, then) for then, now in chain]
                false = next((one for one in answers if one.true is False), None)
                open_ = any(one.true is None for one in answers)
                best.append(false or (Answer(None) if open_ else answers[-1]))
        chosen = self._against(best)
        shown = chosen or next((one for one in best if one.true), None)
        if shown is None:
            return None
        return JudgedClaim(claim, shown, tuple(about for about, _ in shown.figures[::-1]))

    def _against(self, answers: Sequence[Answer]) -> Answer | None:
        """The answer that speaks against a claim, when none speaks for it."""
        if any(one.true or one.true is None for one in answers):
            return None
        return answers[0] if answers else None

    def _extreme(self, line: TextLine, claim: Claim, told: Sequence[Told]) -> JudgedClaim | None:
        when = self.years.of(line, 0)
        subjects = self._ranked(line, 0)
        if not subjects:
            return None
        time = claim.words.lower() in _PREDICATES and when.said and subjects[0].key is None
        if time:
            return self._peak(line, claim, told)
        subjects = [s for s in subjects if not (s.total or s.summed or is_rest(s))]
        claim = self._after(line, claim, subjects)
        answers = [
            extreme(self.known, self.names, subject, claim, year)
            for subject in subjects
            for year, extra in when.years
            if extra < 1
        ]
        return self._said(claim, answers)

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

    def _peak(self, line: TextLine, claim: Claim, told: Sequence[Told]) -> JudgedClaim | None:
        subjects = self._subjects(line, told)
        marks = self.years.marks(line)
        since = [mark.year for mark in marks if mark.role is YearRole.SINCE]
        span = self.years.span(line)
        years = list(self.vintage)
        if span is not None:
            years = [year for year in years if span[0] <= year <= span[1]]
        elif since:
            years = [year for year in years if year >= since[0]]
        options = [year for year, extra in self.years.of(line, 0).years if extra < 1]
        if not since and span is None:
            years = [year for year in years if year <= max(self.years.report_year, *options)]
        answers = [
            peak(self.known, subject, claim, year, years)
            for subject in subjects
            for year in options
        ]
        return self._said(claim, answers)


_RATE = re.compile(
    r"\b(?:naar verhouding|verhoudingsgewijs|relatief|per hoofd|gemiddeld)\b", re.IGNORECASE
)
_MOVES = frozenset({"stijg", "dal", "groei", "krimp"})  # roots that only ever say a direction
_NEVER_NAMES = frozenset(f"toe{form}" for form in ("nam", "namen", "neemt", "nemen"))
_NEXT_TO = re.compile(r"\b[Nn]a\s+(?:de\s+|het\s+)?([^\W\d_]+)")
_PREDICATES = {"hoogst", "laagst", "grootst", "kleinst", "meest", "minst"}
