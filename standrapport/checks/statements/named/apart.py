# SPDX-License-Identifier: EUPL-1.2
"""What tells two subjects apart, and how much of it a text says.

Two figures of one table share most of their words. Which one is meant hangs on the words only one
of them has: the name of its column, its key, or its population.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set as AbstractSet
from functools import cache
from itertools import permutations

from ..reading.lexicon import kinds_of_words
from ..reading.morphology import roots
from ..reading.vocabulary import SAME
from .context import Context, Level
from .judge import Judged
from .names import Subject, SubjectNames, named_words
from .statement import AmountReading, Relation

WELL = 0.65  # how well one must fit, more than what is only alike
NEARLY = 1.8  # what is named about as well as the best
_ALIKE = 0.6  # the part of two names that must be the same for one thing of two populations
_TOLD = 0.45  # the part of what tells kinds apart from which each of them is said
HALF = 0.6  # how well a word must fit to count as said
Near = Mapping[int, tuple[Level, float]]


def telling(one: Subject, other: Subject) -> tuple[frozenset[int], ...]:
    """Each way in which words tell one subject from another."""
    theirs = named_words(other) | other.key_words | other.unit_words
    beside = one.table_name == other.table_name and one.key == other.key
    if beside and any(mine and mine < way for mine in one.called for way in other.called):
        return ()  # 'Uitgevallen' is said of 'Uitgevallen door techniek' too
    ways = one.called if one.key is None or one.key == other.key else (one.key_words,)
    if one.number in other.twins:  # called the same: words of the table or population tell them
        place = frozenset().union(*one.table, one.population)
        ways = tuple(way & place for way in ways)
    if one.table_name != other.table_name:
        ways = (*ways, *(one.table if one.total else ()), one.population)
    return tuple(own for way in ways if (own := way - theirs))


def said(names: SubjectNames, ways: tuple[frozenset[int], ...], words: AbstractSet[int]) -> float:
    """The part of the best said way that is among some words, from 0 to 1."""
    return max((names.weight(way & words) / names.weight(way) for way in ways), default=0.0)


def each_told(names: SubjectNames, group: Sequence[Subject], words: AbstractSet[int]) -> bool:
    """Whether of each of some kinds something is said that the others are not called too."""
    pairs = (telling(one, other) for one, other in permutations(group, 2))
    return all(said(names, ways, words) >= _TOLD for ways in pairs if ways)


def words_within(near: Near, level: Level) -> frozenset[int]:
    """The words said up to a level of nearness, as far as they fit."""
    return frozenset(word for word, (reach, how) in near.items() if reach <= level and how >= HALF)


def without_times(names: SubjectNames, words: AbstractSet[int]) -> frozenset[int]:
    """Words without those of time and numbers: 'eind 2023' names no column `eind`."""
    known = names.vocabulary.roots
    return frozenset(words) - {known[root] for root in _roots_of_time() if root in known}


@cache
def _roots_of_time() -> frozenset[str]:
    """The roots of words of time and numbers."""
    words = kinds_of_words()["tijd"] | {"twee", "tweede", "drie", "derde", "vier", "vierde"}
    return frozenset(root for word in words for root in roots(word))


def told_apart(names: SubjectNames, context: Context, one: Subject, other: Subject) -> float:
    """How much more of what tells one from another is said than the other way round, from -1 to 1:
    for `one` anywhere, for `other` in its own sentence.
    """
    if one.number == other.number:
        return 0.0
    whose = spoken_of(names, context)
    of_one, of_other = (is_of(who, whose) for who in (one, other))
    if whose and of_one is not of_other:
        return 1.0 if of_one else -1.0
    anywhere = words_within(context.near, Level.TITLE)
    if one.number in other.twins and unsaid_place(names, one, anywhere) and not whose:
        return 0.0 if unsaid_place(names, other, anywhere) else -1.0
    here = words_within(context.near, Level.SHARED if other.key is None else Level.OTHER)
    return said(names, telling(one, other), anywhere) - said(names, telling(other, one), here)


def unsaid_place(names: SubjectNames, one: Subject, words: AbstractSet[int]) -> bool:
    """Whether the title of a figure says whose it is, and a text does not: 'Gft in de streek'."""
    own = frozenset(word for way in one.called[:1] for word in way if word in names.places)
    return bool(own) and not own & words


def is_of(subject: Subject, whose: Iterable[str]) -> bool:
    """Whether a figure is of one of some populations; a derived one may be of several."""
    return any(one in subject.population_name for one in whose)


def spoken_of(names: SubjectNames, context: Context) -> frozenset[str]:
    """The populations a sentence names outright: 'in de hele streek'."""
    said = words_within(context.near, Level.SHARED)
    return frozenset(
        names.places[word]
        for word in said
        if word in names.places and context.near[word][1] >= SAME
    )


def of_another_population(names: SubjectNames, context: Context, result: Judged) -> bool:
    """Whether a number is exactly a figure of another population than is named outright, where
    that is what is said best but for whose it is: 'in heel Middenmark … 910' of the region.
    """
    fitting, best = result.fitting, result.named[0].about[0].subject
    if fitting is None or fitting.score < 0:
        return False
    whose = spoken_of(names, context)
    return bool(whose) and is_of(best, whose) and not is_of(fitting.about[0].subject, whose)


def of_spoken_population(
    names: SubjectNames, mine: Subject, ranked: Sequence[tuple[Subject, float]], context: Context
) -> Subject | None:
    """The same thing of the population that a sentence names outright ('in de hele streek'), or
    what is named about as well there; None where that is whose figure it is.
    """
    whose = spoken_of(names, context)
    if not whose or is_of(mine, whose) or mine.key is not None:
        return None
    twins = [names.subjects[number] for number in mine.twins]
    near = [one for one, score in ranked if score >= ranked[0][1] - NEARLY]
    kin = [one for one in near if one.unit_name == mine.unit_name and one.key is None]
    return next((one for one in (*twins, *kin) if is_of(one, whose)), None)


def of_unsaid_key(context: Context, one: AmountReading, best: AmountReading) -> bool:
    """Whether a reading is what is named best, but of a key that is nowhere said rather than of the
    one that is.
    """
    if {one.relation, best.relation} != {Relation.LEVEL}:
        return False
    mine, theirs = one.about[0], best.about[0]
    if mine.subject.ref != theirs.subject.ref or mine.year != theirs.year:
        return False
    own, key = mine.subject.key_words, theirs.subject.key_words
    told = bool(key) and all(word in context.near for word in key)
    return told and bool(own) and (own - key).isdisjoint(context.near)


def called_alike(names: SubjectNames, one: Subject, mine: Subject) -> bool:
    """Whether two subjects are called about the same."""
    return any(
        names.weight(way & other) >= _ALIKE * max(names.weight(way), names.weight(other))
        for way in one.called
        for other in mine.called
    )


def of_named_population(
    names: SubjectNames, mine: Subject, ranked: Sequence[tuple[Subject, float]], context: Context
) -> Subject | None:
    """The same thing of the population that the sentence names, where the one told is of
    another that it does not name: 'van onze scholen' with the figure of the whole province.
    """
    near = context.near

    def said(words: frozenset[int]) -> bool:
        return any(w in near and near[w][0] <= Level.OTHER and near[w][1] > WELL for w in words)

    if not mine.population_name or not ranked:
        return None
    for one, score in ranked[:4]:
        other = one.population_name
        if score < ranked[0][1] - NEARLY or not other or other == mine.population_name:
            continue
        whole = frozenset().union(*mine.table, mine.population)
        theirs = frozenset().union(*one.table, one.population)
        kinds = frozenset().union(*mine.called, *one.called)
        if (
            called_alike(names, one, mine)
            and said(one.population - whole)
            and not said(whole - theirs - kinds)
        ):
            return one
    return None
