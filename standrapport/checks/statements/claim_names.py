# SPDX-License-Identifier: EUPL-1.2
"""Which figures the words around a claim name: its subject, what it is compared with, and the whole
it is a part of.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from .context import Context, Level, Read
from .features import Before
from .lexicon import closed_words, kinds_of_words, rows
from .mention import Unit
from .names import Subject, SubjectNames, named_words
from .parts import SentencePart
from .passage import TextLine, TextPassage
from .score import scored
from .values import Known, PrintedValue
from .years import SpokenYears, YearRole

_FRESH = Before()
_WELL = 0.5  # the part of a name that must stand near
_GAP = 1.2  # another subject named this near may be the one meant
_TRIED = 4
_JOINS = {"en", ",", "maar", "terwijl", "of"}
_SHARE = re.compile(r"\b(?:aande\w*|percentage\w*|procent\w*|deel|%)", re.IGNORECASE)
_SURE = 2.0  # the score from which words name a figure well enough to contradict


class ClaimNaming:
    """Names the subjects of the claims of one text."""

    def __init__(
        self,
        names: SubjectNames,
        known: Known,
        passage: TextPassage,
        years: SpokenYears,
        vintage: Sequence[int],
    ) -> None:
        self.names = names
        self.known = known
        self.passage = passage
        self.years = years
        self.vintage = vintage
        self.claimed: Sequence[int] = ()  # where the claims of the sentence read now start
        self.everything = [one.number for one in names.subjects if not one.change]

    def ranked(
        self, line: TextLine, anchor: int, before: Before = _FRESH, unit: Unit | None = None
    ) -> list[Subject]:
        """The subjects the words around a claim name, those that stay close to the best; of one
        unit only when that is given.
        """
        read = self._whole_clause(line)
        context = self.passage.context(line, anchor, read=read)
        if not any(level <= Level.SHARED for level, _ in context.stretches):
            return []
        near = self._near_best(scored(self.names, context, before, self._of_unit(unit)), line)
        if not near or not spoken_of(self.names, near[0], context):
            return []
        if not explained(near[0], context, strangers(read, anchor)):
            return []
        plain = {one.table_name for one in near if not one.derived and self._in_both(one)}
        return [one for one in near if not (one.derived and one.table_name in plain)]

    def _near_best(self, scores: dict[int, float], line: TextLine) -> list[Subject]:
        """The subject with the best score and those near it, when it is well enough named. Counts
        and shares are no rivals: a share is meant where the sentence says so, or nothing else is
        named as well.
        """
        order = sorted(scores, key=lambda number: (-scores[number], number))[:_TRIED]
        order = [number for number in order if self._known(number)]
        if not order or scores[order[0]] < _SURE:
            return []
        least = scores[order[0]] - _GAP
        near = [self.names.subjects[number] for number in order if scores[number] >= least]
        counts = [one for one in near if one.unit is not Unit.PERCENT]
        if counts and not _SHARE.search(line.shown, line.sentence.start, line.sentence.end):
            near = counts
        return [one for one in near if one.unit is near[0].unit]

    def _whole_clause(self, line: TextLine) -> Read:
        """The sentence with what stands after 'dan in 2023' back with the clause it belongs to."""
        own = line.read
        marks = [m for m in self.years.marks(line) if m.role is YearRole.COMPARED]
        parts = list(own.parts)
        for at, part in enumerate(parts):
            ends = [
                n + 1
                for n in range(part.low, part.high)
                if part.compares and any(m.start <= own.tokens[n].start < m.end for m in marks)
            ]
            if ends and ends[-1] < part.high:
                # 'ten opzichte van 2023 flink opgelopen': the claim stands behind the year
                behind = any(t.anchor == part.anchor for t in own.tokens[ends[-1] : part.high])
                before, after = (-1, part.anchor) if behind else (part.anchor, -1)
                parts[at : at + 1] = [
                    replace(part, high=ends[-1], anchor=before),
                    replace(part, low=ends[-1], anchor=after, compares=False),
                ]
                break
        return replace(own, parts=tuple(self._of_other_clause(own, parts)))

    def _of_other_clause(self, own: Read, parts: Sequence[SentencePart]) -> list[SentencePart]:
        """The parts, those beyond a semicolon and those with a claim of their own as clauses of
        their own, when the words of the claim's own clause name something.
        """
        cut = list(self._at_claims(own, parts))
        home = next(part for part in cut if part.anchor == 0)
        if not any(home.low <= one.token < home.high for one in own.said if one.fits):
            return list(parts)
        return [
            replace(part, apart=part.apart or (part.anchor < 0 and self._is_apart(own, part, home)))
            for part in cut
        ]

    def _is_apart(self, own: Read, part: SentencePart, home: SentencePart) -> bool:
        """Whether a part says something by itself: beyond a semicolon, or with its own claim."""
        low, high = sorted((part.low, home.low))
        between = {token.text for token in own.tokens[low:high]}
        claims = any(own.tokens[n].start in self.claimed for n in range(part.low, part.high))
        return ";" in between or (claims and ":" not in between)

    def _at_claims(self, own: Read, parts: Sequence[SentencePart]) -> Iterator[SentencePart]:
        """The parts, cut at the last joining word between two claims of one part."""
        starts = [n for n, token in enumerate(own.tokens) if token.start in self.claimed]
        for part in parts:
            low = part.low
            inside = [at for at in starts if part.low <= at < part.high]
            for one, other in itertools.pairwise(inside):
                cuts = [n for n in range(one + 1, other) if own.tokens[n].text.lower() in _JOINS]
                if not cuts:
                    continue
                yield _of_tokens(own, replace(part, low=low, high=cuts[-1]))
                low = cuts[-1]
            yield _of_tokens(own, replace(part, low=low))

    def _of_unit(self, unit: Unit | None) -> list[int]:
        """The subjects that count in a unit; all when none is given."""
        every = self.names.subjects
        return [n for n in self.everything if unit is None or every[n].unit is unit]

    def _known(self, number: int) -> bool:
        """Whether a subject has a value in the report year or the year before it."""
        subject = self.names.subjects[number]
        return any(self.known.value(subject, year) is not None for year in self.vintage)

    def _in_both(self, subject: Subject) -> bool:
        """Whether a subject has a value in the report year and in the year before it."""
        year = self.years.report_year
        return all(self.known.value(subject, one) is not None for one in (year - 1, year))

    def counts_it(self, line: TextLine, after: int, subject: Subject) -> bool:
        """Whether what 'meer' is followed by, if by anything, is of the subject."""
        closed = closed_words()
        tokens = [n for n, token in enumerate(line.read.tokens) if token.start >= after][:2]
        if not tokens or line.read.tokens[tokens[0]].text.lower() in closed:
            return True
        if not line.read.tokens[tokens[0]].text[0].isalpha():
            return True
        said = [one.fits for one in line.read.said if one.token in tokens]
        return any(word in subject.every for fits in said for word, _ in fits)

    def stand_in(self, subject: Subject, years: Iterable[int]) -> Subject:
        """A subject, or where it is not known in all years a derived figure of its table that is
        the same in those where it is: the sum of its parts for a total.
        """
        wanted = sorted(years)
        values = [self.known.value(subject, year) for year in wanted]
        if subject.key is not None or all(values) or not any(values):
            return subject
        for number in self.names.siblings[subject.table_name]:
            one = self.names.subjects[number]
            alike = one.derived and not one.change and one.unit is subject.unit
            others = [self.known.value(one, year) for year in wanted] if alike else []
            if others and all(others) and all(map(_overlap, values, others)):
                return one
        return subject

    def contrasted(self, line: TextLine, first: Subject) -> list[Subject]:
        """What a subject is compared with: the one that differs from it by the words of the second
        part ('dan onder de bussen'), best said first.
        """
        part = line.read.part_of(1)
        said = _best_fits(one.fits for one in line.read.said if part.low <= one.token < part.high)
        return self.differing(first, said)

    def differing(self, first: Subject, said: dict[int, float]) -> list[Subject]:
        """The subjects beside one (its table, its namesakes) that some words tell from it."""
        scores: dict[int, float] = {}
        for number in {*self.names.siblings[first.table_name], *first.twins}:
            one = self.names.subjects[number]
            if number == first.number or one.change or one.difference or one.summed:
                continue
            if one.unit is not first.unit or (one.key is None) != (first.key is None):
                continue
            scores[number] = max(
                (
                    sum(self.names.weights[w] * said.get(w, 0.0) for w in words)
                    / self.names.weight(words)
                    for words in _apart(one, first)
                ),
                default=0.0,
            )
        order = sorted(scores, key=lambda number: (-scores[number], number))
        best = scores[order[0]] if order else 0.0
        return [self.names.subjects[n] for n in order if best >= _WELL and scores[n] > best - 0.2]

    def said_near(self, line: TextLine) -> dict[int, float]:
        """The names' words of the clause of a claim with how well each fits."""
        context = self.passage.context(line, 0, read=self._whole_clause(line))
        return _best_fits(fits for level, fits in context.stretches if level <= Level.SHARED)

    def wholes(self, part: Subject, said: dict[int, float], year: int) -> list[Subject]:
        """What a subject may be a part of: all keys together, the total of its table, or what the
        sentence names and is larger.
        """
        if part.key is not None:
            together = self.names.by_name.get((part.ref, None))
            return [together] if together is not None else []
        mine = self.known.value(part, year)
        if mine is None:
            return []
        return [
            one
            for one in self._beside(part)
            if (value := self.known.value(one, year)) is not None
            and value.value >= mine.value
            and (one.total or self._is_said(one, said))
        ]

    def _beside(self, part: Subject) -> Iterator[Subject]:
        """The other columns of a subject's table in its unit."""
        for number in self.names.siblings[part.table_name]:
            one = self.names.subjects[number]
            alike = one.unit is part.unit and one.key is None
            if alike and number != part.number and not (one.change or one.derived):
                yield one

    def _is_said(self, subject: Subject, said: dict[int, float]) -> bool:
        """Whether at least half of a way a subject is called is said."""
        weights = self.names.weights
        return any(
            sum(weights[word] * said.get(word, 0.0) for word in words)
            >= _WELL * self.names.weight(words)
            for words in subject.called
        )


def _overlap(one: PrintedValue | None, other: PrintedValue | None) -> bool:
    """Whether two values may be the same; what is not known may be anything."""
    return one is None or other is None or (one.low <= other.high and other.low <= one.high)


def _of_tokens(own: Read, part: SentencePart) -> SentencePart:
    """A part with the anchor that stands in it."""
    inside = own.tokens[part.low : part.high]
    return replace(part, anchor=next((t.anchor for t in inside if t.anchor >= 0), -1))


def _apart(one: Subject, first: Subject) -> list[frozenset[int]]:
    """The words that tell a subject from another, each way it can be told."""
    if one.key is not None:
        return [one.key_words - first.key_words] if one.ref == first.ref else []
    if one.table_name != first.table_name:
        other = named_words(first)
        ways = [*one.table, one.population]
        return [words - other for words in ways if words - other]
    every = frozenset().union(*first.called)
    return [words - every for words in one.called if words - every]


def _best_fits(stretches: Iterable[Iterable[tuple[int, float]]]) -> dict[int, float]:
    found: dict[int, float] = {}
    for fits in stretches:
        for word, how in fits:
            found[word] = max(how, found.get(word, 0.0))
    return found


def spoken_of(names: SubjectNames, subject: Subject, context: Context) -> bool:
    """Whether most of a name itself, not only of its definition, stands near."""
    ways = (*subject.called, *subject.table) if subject.key is None else (subject.key_words,)
    return any(
        sum(
            names.weights[word] * context.near[word][1]
            for word in words
            if word in context.near and context.near[word][0] <= Level.SHARED
        )
        >= _WELL * names.weight(words)
        for words in ways
    )


def explained(subject: Subject, context: Context, strange: int) -> bool:
    """Whether more of the words near a claim are this subject's than are strange to all."""
    own = sum(
        any(word in subject.every for word, _ in fits)
        for level, fits in context.stretches
        if level <= Level.OWN
    )
    return own > strange or not strange


def strangers(read: Read, anchor: int) -> int:
    """How many words in the part of a claim narrow what is named to something no table has: nouns
    and adjectives nobody knows; verbs and what frames a statement do not.
    """
    part = read.part_of(anchor)
    known = {one.token: bool(one.fits) for one in read.said}
    found = 0
    for at in range(part.low, part.high):
        small = read.tokens[at].text.lower()
        if known.get(at, True) or small in _framing() or small.endswith(("groep", "groepen")):
            continue
        before = read.tokens[at - 1].text.lower() if at > part.low else ""
        noun = before in _determiners()
        adjective = small.endswith("e") and known.get(at + 1, False)
        found += noun or adjective
    return found


@cache
def _determiners() -> frozenset[str]:
    kinds = kinds_of_words()
    return kinds["lidwoord"] | kinds["voorzetsel"] | {"deze", "die", "onze", "hun", "haar", "zijn"}


@cache
def _framing() -> frozenset[str]:
    """Words around a statement that narrow nothing: data, and all closed-class words."""
    return closed_words() | {word for (line,) in rows("omlijsting.tsv") for word in line.split()}


def is_rest(subject: Subject) -> bool:
    """Whether a key stands for what is left over: 'Overige redenen'."""
    return (subject.key or "").lower().startswith(("overig", "ander", "totaal"))
