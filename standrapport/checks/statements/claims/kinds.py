# SPDX-License-Identifier: EUPL-1.2
"""Claims that compare kinds in one year: more than, so many times, the most, the majority."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from ....core.words import Phrase
from ..named.claim_years import JUST_AS, Told, steps
from ..named.cues import TOGETHER
from ..named.features import Before
from ..named.names import Subject
from ..named.passage import TextLine
from ..named.statement import NamedFigure
from ..named.wholes import sums_in
from ..named.years import YearRole
from ..reading.mention import Unit
from ..reading.vocabulary import Spoken
from .judge import (
    Claim,
    Pairing,
    Proposition,
    Term,
    beside,
    comparable,
    level,
)
from .names import HALF_FIT
from .over_years import ClaimsOverYears
from .partners import best_fits
from .phrases import EACH_YEAR

_NEXT_TO = Phrase(
    r"\bna\s+(?:de\s+|het\s+)?([^\W\d_]{3,})|"
    r"\bop\s+(?:de\s+|het\s+)?((?!een\b|één\b|twee\b|drie\b)[^\W\d_]{2,})\s+na\b|"
    r"\b(?:afgezien van|behalve|uitgezonderd)\s+(?:de\s+|het\s+)?([^\W\d_]{2,})",
    re.IGNORECASE,
)
_ENUMERATED = Phrase(r"[^\W\d_]\s+en\s+(?:[^\W\d_]+\s+){0,2}?[^\W\d_]", re.IGNORECASE)
_Side = tuple[tuple[Subject, ...], ...]  # terms, each some figures together
_WHICH = Phrase(r"\bmeeste [^\W\d_]+ die [^,.;]*,", re.IGNORECASE)
_AGAIN = Phrase(r"\b(?:opnieuw|wederom|nog (?:steeds|altijd))\b", re.IGNORECASE)
_OPENS = {"de", "het", "verreweg", "veruit", "waar", "die", "dat", "in", "bij", "van", "op", "voor"}
# said of a place among others, not of a year among years
_AMONG = {"plaats", "plek", "bovenaan", "onderaan", "koploper", "koplopers", "hekkensluiter", "kop"}
_BOTH = 2  # readings of a figure that are held beside each other
_PREDICATES = {"hoogst", "laagst", "grootst", "kleinst", "meest", "minst"}


class ClaimsOfKinds(ClaimsOverYears):
    """Reads what is said of kinds beside each other; the highest of all years is a peak."""

    def _names_kind(self, line: TextLine, claim: Claim) -> bool:
        """Whether 'dan' is followed by another kind, not by a year."""
        assert claim.than is not None
        rest = self.shown[claim.than[1] : line.sentence.end].lower()
        marks = [m for m in self.years.marks(line) if m.start >= claim.than[1]]
        if any(mark.start - claim.than[1] < 25 for mark in marks) or "ander jaar" in rest[:30]:
            return False
        if self.naming.says_flow(self.shown, (claim.than[1], line.sentence.end)):
            return True
        part = line.read.part_of(1)
        if any(part.low <= one.token < part.high for one in line.read.said if one.fits):
            return True
        first = self.naming.ranked(line, 0)
        return bool(first and self.naming.by_small_words(line, first[0]))

    def _order(self, line: TextLine, claim: Claim) -> Iterator[Proposition]:
        years = [year for year, _ in self.years.of(line, 0).years]
        every, span = self._said_of(line, years)
        for one in self._first_named(line, claim, years)[:_BOTH]:
            for other in self._against_which(line, claim, one, years)[:_BOTH]:
                if one.number == other.number or not comparable(one, other):
                    continue
                for sides in self._sides(line, claim, one, other):
                    pairs = [_beside(claim, *sides, year) for year in span]
                    alike = [tuple(itertools.chain(*pairs))] if every else pairs
                    yield from map(Proposition, alike)

    def _said_of(self, line: TextLine, years: list[int]) -> tuple[bool, Sequence[int]]:
        """Of which years an order is said, and whether of each of them."""
        start, end = line.sentence.start, line.sentence.end
        many = steps(self.text[start:end])
        if same := JUST_AS.search(self.text, start, end):
            return True, sorted({int(same[1]), *years})
        if many > 0 or self._every(line):
            return True, self._each(line, many)
        if _AGAIN.search(self.text, start, end):  # so it was the year before
            return True, [year for last in years for year in (last - 1, last)]
        return False, years

    def _first_named(self, line: TextLine, claim: Claim, years: Sequence[int]) -> list[Subject]:
        """What is compared."""
        assert claim.than is not None
        left = (line.sentence.start, claim.than[0])
        ranked = self.naming.ranked(line, 0)
        if claim.verb:  # what is counted may stand behind: 'haalde Zuid in met het aantal boetes'
            ranked = [self.naming.by_measure(line, one) for one in ranked]
        if TOGETHER.search(self.shown, *left):
            ranked = self.naming.enumerated(line, left) or ranked
        ranked = [self.naming.flow(line, left, one) or one for one in ranked]
        return self._of_rate(line, self._in_years(ranked, years))

    def _sides(
        self, line: TextLine, claim: Claim, one: Subject, other: Subject
    ) -> Iterator[tuple[_Side, _Side]]:
        """What stands on both sides of a comparison: two figures, or where several are named some
        together ('Centrum en Campus samen') or, where nothing is said of that, each as well.
        """
        assert claim.than is not None
        low = line.sentence.start
        later = (one for one in self.naming.claimed if one > claim.than[1])
        high = min(later, default=line.sentence.end)  # the next claim has its own
        spans = (low, claim.than[0]), (claim.than[1], high)
        sides: list[list[_Side]] = [[((one,),)], [((other,),)]]
        for at, (span, first) in enumerate(zip(spans, (one, other), strict=True)):
            listed = self.naming.listed(line, span, first)
            together = TOGETHER.search(self.shown, *span) is not None
            if len(listed) > 1 and (together or _ENUMERATED.search(self.shown, *span)):
                sides[at] = [(tuple(listed),)]
                if not together:
                    sides[at].append(tuple((subject,) for subject in listed))
            elif together and not (first.total or first.summed):
                return
        yield from itertools.product(*sides)

    def _against_which(
        self, line: TextLine, claim: Claim, first: Subject, years: Sequence[int]
    ) -> list[Subject]:
        """What a subject is compared with."""
        assert claim.than is not None
        if gone := self.naming.flow(line, (claim.than[1], line.sentence.end), first):
            return [gone]
        second = self.naming.contrasted(line, first) or self.naming.by_small_words(line, first)
        if not second:
            second = self.naming.ranked(line, 1, Before(first, same=True), first.unit)
        return self._of_rate(line, self._in_years(second, years))

    def _every(self, line: TextLine) -> bool:
        """Whether a sentence says something of each of some years."""
        return EACH_YEAR.search(self.shown, line.sentence.start, line.sentence.end) is not None

    def _each(self, line: TextLine, many: int = 0) -> Sequence[int]:
        """The years of 'in beide jaren' or 'in alle jaren', or so many up to the last of them."""
        named, last = self.when.named(line), self.years.report_year
        if many > 0:
            return range(max(named or [last]) - many + 1, max(named or [last]) + 1)
        span = self.years.span(line)
        since = [mark.year for mark in self.years.marks(line) if mark.role is YearRole.SINCE]
        if span is not None or since:
            low, high = span or (since[0], last)
            return range(low, high + 1)
        return named or self.vintage

    def _majority(self, line: TextLine, claim: Claim) -> Iterator[Proposition]:
        """'De meerderheid van de klachten was ongegrond': a part over half of its whole."""
        said = self.naming.said_near(line)
        for subject in self.naming.ranked(line, 0):
            for year in self._in(line):
                part = subject
                if subject.unit is not Unit.PERCENT:
                    part = self._predicate(subject, said, year) or subject
                yield from self._halves(part, claim, year, said)
                for share in self.naming.shares_beside(part):  # as is published
                    names = frozenset().union(*share.called)
                    if any(way and way <= names for way in part.called):
                        yield from self._halves(share, claim, year, said)
                if "leeuwen" in claim.words or "grootste" in claim.words:  # or the largest part
                    yield self._most(subject, claim, year)

    def _halves(
        self, part: Subject, claim: Claim, year: int, said: dict[int, float]
    ) -> Iterator[Proposition]:
        """That a part is over (or under) half of what it may be a part of; a percentage is one of
        100.
        """
        halves = [Term(times=Fraction(50))]
        if part.unit is not Unit.PERCENT:
            wholes = self.naming.wholes(part, said, year)
            halves = [Term((NamedFigure(one, year),), Fraction(1, 2)) for one in wholes]
        for half in halves:
            yield Proposition((Pairing(level(part, year), claim.way, half),))

    def _predicate(self, subject: Subject, said: dict[int, float], year: int) -> Subject | None:
        """What is told of a whole: 'gegrond' in 'de meeste klachten waren gegrond'."""
        sums = sums_in(self.known, self.names, subject.table_name)
        if any(subject.number in parts for _, parts in sums):
            return None  # a part itself
        whole = self.known.value(subject, year)
        said = {word: how for word, how in said.items() if how > HALF_FIT}  # 'ongegrond', not both
        found = [
            one
            for one in self.naming.differing(subject, said)
            if whole is not None
            and (value := self.known.value(one, year)) is not None
            and value.value < whole.value
            and one.table_name == subject.table_name
            and one.unit_name == subject.unit_name
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

    def _extreme(self, line: TextLine, claim: Claim, told: Sequence[Told]) -> Iterator[Proposition]:
        when = self.years.of(line, 0)
        subjects = self._those(line, claim)
        if not subjects:
            return
        columns = when.said and subjects[0].key is None
        if columns and claim.words.lower() in _PREDICATES:
            yield from self._peak(line, claim, told)
            return
        if subjects[0].unit is Unit.PERCENT and subjects[0].derived and subjects[0].key is None:
            if claim.words.lower() == "meeste":  # 'de meeste zittingen gingen door': over half
                yield from self._majority(line, claim)
            return
        years, said = self._in(line), self.naming.said_near(line)
        if claim.words.lower() == "meeste" and years and not self._later(line, claim):
            subjects = self._told_besides(line, subjects, years[0])
        claim, subjects = self._after(line, claim, self._kinds(line, claim, subjects, years))
        yield from self._placed_in(line, claim, subjects, years, said)
        if columns and self._later(line, claim):
            # 'eind 2023 stonden de meeste boetes open' may tell of the most of all years
            yield from self._peak(line, claim, told)

    def _placed_in(
        self,
        line: TextLine,
        claim: Claim,
        subjects: Sequence[Subject],
        years: Sequence[int],
        said: dict[int, float],
    ) -> Iterator[Proposition]:
        """That each subject has its place among its kind in one of some years, or in all of them
        ('in elk van de jaren de kleinste').
        """
        every = (self._every(line) or claim.since) and claim.place == 1
        for subject in subjects:
            if every:  # in no year was another ahead
                most = (self._most(subject, claim, year) for year in self._each(line))
                yield Proposition(tuple(one for own in most for one in own.comparisons), 0, 0)
                continue
            for year in years:
                yield self._most(subject, claim, year)
                if claim.way == "op" and claim.place == 1:  # it also holds of more than half
                    yield from self._halves(subject, claim, year, said)

    def _those(self, line: TextLine, claim: Claim) -> list[Subject]:
        """Whose place is claimed."""
        ranked = self.naming.keyed(line) if claim.nowhere else self.naming.ranked(line, 0)
        own = self._of_rate(line, ranked)
        # 'gezinnen vormden de grootste groep onder …': of the key that is named it is said
        keyed = [one for one in own if one.key is not None]
        also = any(token.text.lower() == "ook" for token in line.read.tokens)
        return keyed or (self._of_same_key(line, own) if also else []) or own

    def _told_besides(self, line: TextLine, subjects: list[Subject], year: int) -> list[Subject]:
        """What is told of 'de meeste klachten', or of those 'die …, …': nothing where only klachten
        are named, and of a whole and its part the part.
        """
        said = self._behind_which(line)
        heard = {word for word, how in said.items() if how > HALF_FIT}
        counted = self.naming.counted or frozenset()
        own = [one for one in subjects if (one.strong - counted) & heard]
        if not own and (part := self._predicate(subjects[0], said, year)) is not None:
            own = [part]
        sums = sums_in(self.known, self.names, own[0].table_name) if own else ()
        held = {n for whole, parts in sums if whole is own[0] for n in parts}
        return [one for one in own if one.number in held] or own

    def _behind_which(self, line: TextLine) -> dict[int, float]:
        """The names' words of a sentence, of 'de meeste … die …, …' those behind the comma."""
        which = _WHICH.search(self.shown, line.sentence.start, line.sentence.end)
        since = which.end() if which else 0
        tokens = line.read.tokens
        return best_fits(one.fits for one in line.read.said if tokens[one.token].start >= since)

    def _kinds(
        self, line: TextLine, claim: Claim, subjects: list[Subject], years: Sequence[int]
    ) -> list[Subject]:
        """The subjects that are a kind among others."""
        if claim.words.lower() in {"meeste", "minste"} and years and subjects:
            subjects = self._told_of(line, subjects, years[0])
        return [s for s in subjects if not (s.total or s.summed or _is_rest(s))]

    def _later(self, line: TextLine, claim: Claim) -> bool:
        """Whether something stands before a superlative in its clause: 'de meeste zaken …' opens
        one and tells of zaken.
        """
        words = claim.words.lower().split()
        ranked = words[-1] in _AMONG
        if ranked or (len(words) > 1 and words[0].endswith("ste")):
            # 'de voornaamste reden', 'de eerste plaats': of all kinds, not of all years
            return False
        part = line.read.part_of(0)
        before = self.shown[line.read.tokens[part.low].start : claim.start].strip().lower()
        words = [word for word in before.split() if word not in _OPENS]
        return bool(words)

    def _told_of(self, line: TextLine, subjects: list[Subject], year: int) -> list[Subject]:
        """What is told of a whole: 'ongegrond' in 'de meeste klachten waren ongegrond'."""
        if subjects[0].key is not None:
            return subjects
        told_of = self._predicate(subjects[0], self.naming.said_near(line), year)
        return [told_of] if told_of is not None else subjects

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
        fits = self.names.vocabulary.fits(Spoken((match[1] or match[2] or match[3]).lower()))
        words = frozenset(word for word, how in fits.items() if how > 0.5)
        table = [self.names.subjects[n] for n in self.names.siblings[subjects[0].table_name]]
        if not any(_named_by(one, words) for one in table):
            return claim, subjects
        rest = [one for one in subjects if not _named_by(one, words)]
        return replace(claim, place=2), rest or subjects

    def _followed(self, claim: Claim, line: TextLine) -> Iterator[Proposition]:
        """'… gevolgd door straf': the next place is of the one named there."""
        if self.last is None:
            return
        part = line.read.part_of(0)
        at = next(n for n, token in enumerate(line.read.tokens) if token.anchor == 0)
        fits: dict[int, float] = {}
        for one in line.read.said:
            if at < one.token < part.high:
                fits.update(one.fits)
        for subject in self.naming.differing(self.last, fits):
            yield from (self._most(subject, claim, year) for year in self._in(line))


def _beside(claim: Claim, mine: _Side, theirs: _Side, year: int) -> tuple[Pairing, ...]:
    """Each of one side beside each of the other in a year."""
    sides = [
        [Term(tuple(NamedFigure(one, year) for one in term)) for term in side]
        for side in (mine, theirs)
    ]
    return tuple(beside(claim, one, other) for one, other in itertools.product(*sides))


def _named_by(one: Subject, words: frozenset[int]) -> bool:
    """Whether some words name a kind: its key, or where it has none its column."""
    if one.key is not None:
        return bool(one.key_words & words)
    return any(way & words for way in one.called)


def _is_rest(subject: Subject) -> bool:
    """Whether a key stands for what is left over: 'Overige redenen'."""
    return (subject.key or "").lower().startswith(("overig", "ander", "totaal"))
