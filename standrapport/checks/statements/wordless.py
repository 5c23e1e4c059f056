# SPDX-License-Identifier: EUPL-1.2
"""Claims without a number in a text: whose they are, for which years, and whether they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .claim_names import ClaimNaming, is_rest
from .claim_years import ClaimYears, Told
from .claims import Claim, Claims, claims_in
from .features import Before
from .judge_claims import (
    Answer,
    comparable,
    direction,
    extreme,
    majority,
    order,
    peak,
    times,
)
from .lexicon import prefixes
from .mention import Unit
from .morphology import roots
from .names import Subject, SubjectNames
from .passage import TextLine, TextPassage
from .statement import NamedFigure
from .values import Known
from .vocabulary import SAME, Spoken
from .years import SpokenYears, YearRole

_HOLDS = Answer(true=True)


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
        self.naming = ClaimNaming(names, known, passage, years, vintage)
        self.last: Subject | None = None  # what the text spoke of last

    def of(self, line: TextLine, told: Sequence[Told]) -> Iterator[JudgedClaim]:
        """The claims of a sentence; `told` are the figures its amounts stand for."""
        sentence = line.sentence
        every = list(claims_in(self.text, self.shown, sentence.start, sentence.end))
        every += self._compared_names(sentence.start, sentence.end)
        self.naming.claimed = sorted(one.start for one in every)
        self.when.alone = len(every) < 2
        for claim in every:
            whole = claim.kind is Claims.TIMES
            last = claim.end if whole else claim.start + len(claim.words.split()[0])
            spans = [(claim.start, last)]
            if claim.than is not None:
                spans = [(claim.start, min(spans[0][1], claim.than[0])), claim.than]
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
                self.last = judged.about[0].subject if judged.about else self.last
        if told:
            self.last = told[-1].subject

    def _compared_names(self, start: int, end: int) -> Iterator[Claim]:
        """'Klanten zijn tevredener geworden': the comparative of a word that is a name."""
        for match in _COMPARATIVE.finditer(self.text, start, end):
            fits = self.names.vocabulary.fits(Spoken(match["stem"].lower()))
            if any(how >= SAME for how in fits.values()):
                # Told by the word after it, since the comparative itself names what is told of.
                at, after = match.span("after")
                yield Claim(Claims.DIRECTION, at, after, match[0], "op", bare=True)

    def _judged(self, line: TextLine, claim: Claim, told: Sequence[Told]) -> JudgedClaim | None:
        if self._is_name(claim):
            return None
        match claim.kind:
            case Claims.ORDER if claim.never:
                return self._never(line, claim, told)
            case Claims.TIMES if not self._names_kind(line, claim):
                return None
            case Claims.TIMES:
                return self._order(line, claim)
            case Claims.ORDER if claim.verb or self._names_kind(line, claim):
                return self._order(line, claim)
            case Claims.MAJORITY:
                return self._majority(line, claim)
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
        if claim.bare:  # 'een hoger cijfer' may be what is counted here, not what was higher
            word = Spoken(claim.words.lower())
            return " " not in claim.words and bool(self.names.vocabulary.fits(word))
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

    def _subjects(self, line: TextLine, told: Sequence[Told]) -> list[Subject]:
        """Whose claim it is: the figure an amount in the same part stands for, else what the words
        name.
        """
        part = line.read.part_of(0)
        low, high = line.read.tokens[part.low].start, line.read.tokens[part.high - 1].end
        if line.read.tokens[part.low].text.lower() in _ANAPHORA:
            named = self.naming.ranked(line, 0)
            before = [one.subject for one in told if one.at < low]
            if before:
                return before[-1:]
            return named or ([self.last] if self.last is not None else [])
        beside = {
            one.subject.number: one.subject
            for one in told
            if low <= one.at < high and not (one.subject.change or one.subject.difference)
        }
        if len(beside) == 1:
            return list(beside.values())
        return self.naming.ranked(line, 0)

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
        if not comparable(first[0], second[0]) or _RATE.search(own):
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

    def _direction(self, line: TextLine, claim: Claim, told: Sequence[Told]) -> JudgedClaim | None:
        subjects = self._subjects(line, told)
        if not subjects:
            return None
        own = [one for one in told if one.subject is subjects[0]] if len(subjects) == 1 else []
        if _RATE.search(self.shown, line.sentence.start, line.sentence.end):
            return None
        pairs = self.when.pairs(line, own)
        if claim.bare and not self.naming.counts_it(line, claim.end, subjects[0]):
            return None  # 'kostte meer werk' says nothing of what was named before
        if claim.bare and pairs != [[(self.years.report_year - 1, self.years.report_year)]]:
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

    def _against(self, answers: Sequence[Answer]) -> Answer | None:
        """The answer that speaks against a claim, when none speaks for it."""
        if any(one.true or one.true is None for one in answers):
            return None
        return answers[0] if answers else None

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
        if claim.words.lower() == "zo" or claim.words.lower().startswith("zo "):
            options = [m.year for m in marks if m.role is YearRole.COMPARED] or options
        if not since and span is None:
            years = [year for year in years if year <= max(self.years.report_year, *options)]
        answers = [
            peak(self.known, subject, claim, year, years)
            for subject in subjects
            for year in options
        ]
        return self._said(claim, answers)


_RATE = re.compile(
    r"\b(?:naar verhouding|verhoudingsgewijs|relatief|per hoofd|gemiddeld|"
    r"per (?!jaar|saldo|eind|regel)[a-z]+)\b",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:beide jaren|alle jaren|elk jaar|ieder jaar|elk van de jaren)\b", re.IGNORECASE
)
_MOVES = frozenset({"stijg", "dal", "groei", "krimp"})  # roots that only ever say a direction
_NEVER_NAMES = frozenset(f"toe{form}" for form in ("nam", "namen", "neemt", "nemen"))
_NEXT_TO = re.compile(r"\b[Nn]a\s+(?:de\s+|het\s+)?([^\W\d_]+)")
_COMPARATIVE = re.compile(
    r"\b(?P<stem>[^\W\d_]{5,})er\s+(?P<after>geworden|worden|werden|dan (?=in|een|het|vorig))",
    re.IGNORECASE,
)
_ANAPHORA = {"dat", "dit", "die", "deze"}
_PREDICATES = {"hoogst", "laagst", "grootst", "kleinst", "meest", "minst"}
