# SPDX-License-Identifier: EUPL-1.2
"""Which figures the words around a claim name: its subject, what it is compared with, and the whole
it is a part of.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ....core.words import Phrase
from ..named.apart import without_times
from ..named.context import Context, Level, Read
from ..named.features import Before, scored
from ..named.names import Subject, SubjectNames, small_roots
from ..named.passage import TextLine, TextPassage
from ..named.values import Known
from ..named.wholes import sums_in
from ..named.years import SpokenYears, YearRole
from ..reading.lexicon import framing_words, kinds_of_words
from ..reading.mention import Unit
from ..reading.parts import SentencePart
from .phrases import measures_kind

FRESH = Before()
HALF_FIT = 0.65  # how well a word must fit, more than one that is only alike
WELL = 0.5  # the part of a name that must stand near
_TELLING = 0.3  # how telling the words must be that one says more
_GAP = 1.2  # another subject named this near may be the one meant
_TRIED = 4
_FRAME = 10  # so many words may go before 'dat'
_JOINS = {"en", ",", "maar", "terwijl", "of"}
_SHARE = Phrase(r"\b(?:aande\w*|percentage\w*|procent\w*|deel|%)", re.IGNORECASE)
_SURE_OF_KIND = 1.2  # the same where the claim can only be of times, or only of money
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
        self.dimension = ""  # 'tijd', 'geld' or 'aandeel': all the claim read now can be about
        self.quantity = ""  # 'tijd' or 'geld': what it says there was more of
        self.often = False  # whether it says how often something was so
        self.counted: frozenset[int] | None = None  # the words of what it counts
        self.everything = [
            one.number
            for one in names.subjects
            if not one.change and not (one.summed and one.average)
        ]

    def ranked(
        self, line: TextLine, anchor: int, before: Before = FRESH, unit: Unit | None = None
    ) -> list[Subject]:
        """The subjects the words around a claim name, those that stay close to the best; of one
        unit only when that is given.
        """
        read = self._whole_clause(line)
        context = self.passage.context(line, anchor, read=read)
        if not any(level <= Level.SHARED for level, _ in context.stretches):
            return []
        scores = scored(self.names, context, before, self._of_unit(unit))
        near = self.told(self._near_best(scores, line), line, context)
        near = [one for one in near if self._is_counted(one, anchor, context)]
        if not near or not spoken_of(self.names, near[0], context):
            return []
        if not explained(near[0], context, strangers(read, anchor)):
            return []
        near = self._of_told_table(near, context)
        plain = {one.table_name for one in near if not one.derived and self._in_both(one)}
        return [one for one in near if not (one.derived and one.table_name in plain)]

    def _of_told_table(self, near: list[Subject], context: Context) -> list[Subject]:
        """Nothing of a key where the words name another measure and not that of its table: 'Zuid
        stond bij de uitgaven bovenaan' is not said of its visitors.
        """
        mine, every = near[0], self.names.subjects
        heard = {word for word, (_, how) in context.near.items() if how > HALF_FIT}
        if mine.key is None or heard & (mine.strong - mine.key_words):
            return near
        rest = heard - mine.every
        named = any(rest & frozenset().union(*one.table) for one in every if one.key is None)
        return [] if named else near

    def _is_counted(self, subject: Subject, anchor: int, context: Context) -> bool:
        """Whether a subject may be what the claim says there was more of; what follows 'dan' may
        be something else.
        """
        counts = not self.counted or anchor > 0 or _counts(subject, self.counted, context)
        return counts and measures_kind(subject, self.quantity)

    def _near_best(self, scores: dict[int, float], line: TextLine) -> list[Subject]:
        """The subject with the best score and those near it, when it is well enough named. Counts
        and shares are no rivals: a share is meant where the sentence says so, or nothing else is
        named as well.
        """
        order = sorted(scores, key=lambda number: (-scores[number], number))[:_TRIED]
        order = [number for number in order if self._known(number)]
        sure = _SURE_OF_KIND if self.dimension in ("tijd", "geld") else _SURE
        if not order or scores[order[0]] < sure:
            return []
        least = scores[order[0]] - _GAP
        near = [self.names.subjects[number] for number in order if scores[number] >= least]
        return self._of_one_unit(near, line)

    def _of_one_unit(self, near: list[Subject], line: TextLine) -> list[Subject]:
        """Of subjects named about as well those of one unit; 'vaker op tijd' may be of a share."""
        if self.often:
            return [*near, *(one for one in self.shares_beside(near[0]) if one not in near)]
        counts = [one for one in near if one.unit is not Unit.PERCENT]
        if counts and not _SHARE.search(line.shown, line.sentence.start, line.sentence.end):
            near = counts
        return [one for one in near if one.unit is near[0].unit]

    def shares_beside(self, one: Subject) -> Iterator[Subject]:
        """The shares told of in the table of a subject, of its key."""
        table = map(self.names.subjects.__getitem__, self.names.siblings[one.table_name])
        return (other for other in table if other.unit is Unit.PERCENT and other.key == one.key)

    def told(self, near: list[Subject], line: TextLine, context: Context) -> list[Subject]:
        """Of subjects named about as well those that the words of a sentence tell from the rest."""
        heard = {
            word
            for word, (level, how) in context.near.items()
            if level <= Level.SHARED and how > HALF_FIT
        }
        near = self._whole_of(_without_unsaid_keys(near, heard), heard)
        return self._told_apart(_stock_of(self._fuller(near, heard), heard), heard, line)

    def _whole_of(self, near: list[Subject], heard: set[int]) -> list[Subject]:
        """The wholes of tables where no part of them is said: 'de klachten' are all of them."""
        unsaid = [
            one
            for table in {one.table_name for one in near}
            for one in self._parts_unsaid([one for one in near if one.table_name == table], heard)
        ]
        return [one for one in near if one not in unsaid]

    def _parts_unsaid(self, mine: list[Subject], heard: set[int]) -> list[Subject]:
        """The parts among subjects of one table, where their whole is one and no part is said."""
        own = [frozenset().union(*one.called) - frozenset().union(*one.table) for one in mine]
        if any(one.key is not None for one in mine) or any(words & heard for words in own):
            return []
        rest = {one.number for one in mine}
        sums = sums_in(self.known, self.names, mine[0].table_name)
        wholes = {one.number for one, parts in sums if one.number in rest <= parts | {one.number}}
        return [one for one in mine if wholes and one.number not in wholes]

    def _fuller(self, near: Sequence[Subject], heard: set[int]) -> list[Subject]:
        """The subjects without those of which another has all words said, and more: 'familiezaken'
        names those zaken that are of Familie.
        """
        said = {one.number: one.strong & heard for one in near if not one.derived}
        return [
            one
            for one in near
            if not any(
                said.get(one.number, heard) < other
                and self.names.weight(other - said[one.number]) > _TELLING
                for other in said.values()
            )
        ]

    def _told_apart(self, near: list[Subject], heard: set[int], line: TextLine) -> list[Subject]:
        """Of subjects whose names differ in small words only, the one whose small words are said:
        'uit dienst gegaan' beside 'in dienst gekomen'.
        """
        alike = [one for one in near if one.table_name == near[0].table_name and not one.derived]
        if len({one.strong & heard for one in alike}) > 1 or len(alike) < 2:
            return near
        small = small_heard(line, 0)
        told = {one.number: len(one.small & small) for one in alike}
        best = [one for one in alike if told[one.number] == max(told.values())]
        return best if len(best) == 1 else near

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
        return [
            n
            for n in self.everything
            if (unit is None or every[n].unit is unit) and measures_kind(every[n], self.dimension)
        ]

    def _known(self, number: int) -> bool:
        """Whether a subject has a value in the report year or the year before it."""
        subject = self.names.subjects[number]
        return any(self.known.value(subject, year) is not None for year in self.vintage)

    def _in_both(self, subject: Subject) -> bool:
        """Whether a subject has a value in the report year and in the year before it."""
        year = self.years.report_year
        return all(self.known.value(subject, one) is not None for one in (year - 1, year))


def _stock_of(near: list[Subject], heard: set[int]) -> list[Subject]:
    """The stock of a table where only the table is said: 'de voorraad' is what there is of it, not
    what came in.
    """
    stocks = [one for one in near if one.stock]
    if len(stocks) != 1 or len({one.table_name for one in near}) > 1:
        return near
    own = [frozenset().union(*one.called) - frozenset().union(*one.table) for one in near]
    return near if any(words & heard for words in own) else stocks


def small_heard(line: TextLine, anchor: int) -> set[str]:
    """The roots of the verbs of the part of a claim, and its prepositions before a name."""
    part, read = line.read.part_of(anchor), line.read
    names = {one.token for one in read.said if one.fits}
    places = kinds_of_words()["voorzetsel"]
    return {
        root
        for at in range(part.low, part.high)
        if (word := read.tokens[at].text.lower()) not in places or at + 1 in names
        for root in small_roots(word)
    }


def _of_tokens(own: Read, part: SentencePart) -> SentencePart:
    """A part with the anchor that stands in it."""
    inside = own.tokens[part.low : part.high]
    return replace(part, anchor=next((t.anchor for t in inside if t.anchor >= 0), -1))


def spoken_of(names: SubjectNames, subject: Subject, context: Context) -> bool:
    """Whether most of a name itself, not only of its definition, stands near."""
    counted = subject.derived and subject.unit is Unit.COUNT
    table = () if counted else subject.table
    ways = (*subject.called, *table) if subject.key is None else (subject.key_words,)
    near = {w for w, (level, _) in context.near.items() if level <= Level.SHARED}
    heard = without_times(names, near)  # 'voor het tweede jaar' does not name 'Twee jaar samen'
    if subject.key is None and not any(way & heard for way in ways):
        return False
    return any(
        sum(
            names.weights[word] * context.near[word][1]
            for word in words
            if word in context.near and context.near[word][0] <= Level.SHARED
        )
        >= WELL * names.weight(words)
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


def _without_unsaid_keys(near: list[Subject], heard: set[int]) -> list[Subject]:
    """Subjects without the keys that nothing is said of, where a whole is named as well: of one
    district nobody spoke.
    """
    wholes = [one for one in near if one.key is None]
    return [one for one in near if one.key is None or one.key_words & heard] if wholes else near


def strangers(read: Read, anchor: int) -> int:
    """How many words in the part of a claim narrow what is named to something no table has: nouns
    and adjectives nobody knows; verbs and what frames a statement do not.
    """
    part = read.part_of(anchor)
    known = {one.token: bool(one.fits) for one in read.said}
    found = 0
    for at in range(max(part.low, _frame(read)), part.high):
        small = read.tokens[at].text.lower()
        if known.get(at, True) or small in framing_words() or small.endswith(("groep", "groepen")):
            continue
        before = read.tokens[at - 1].text.lower() if at > part.low else ""
        noun = before in _determiners()
        adjective = small.endswith("e") and known.get(at + 1, False)
        found += noun or adjective
    return found


def _frame(read: Read) -> int:
    """Where a sentence begins to tell something: behind 'Het gaat mij aan het hart dat …'."""
    small = [token.text.lower() for token in read.tokens[:_FRAME]]
    opens = bool(small) and small[0] in {"het", "ik", "wij", "we", "u"} and "dat" in small
    return small.index("dat") + 1 if opens else 0


@cache
def _determiners() -> frozenset[str]:
    kinds = kinds_of_words()
    return kinds["lidwoord"] | kinds["voorzetsel"] | {"deze", "die", "onze", "hun", "haar", "zijn"}


def _counts(one: Subject, words: frozenset[int], context: Context) -> bool:
    """Whether what some words name is counted by a subject. Where a table is called by its unit
    its population is not (of exams, not of schools), unless a name is said in full: 'er vielen
    minder treinen uit' of the rides of trains.
    """
    names = frozenset().union(*one.called, *one.table, one.key_words, one.unit_words)
    if one.unit is not Unit.COUNT or not one.unit_words & frozenset().union(*one.table):
        return bool(words & one.every)
    said = {word for word, (_, how) in context.near.items() if how >= 1}
    named = any(way & said for way in one.called)
    return bool(words & (one.every if named else names))
