# SPDX-License-Identifier: EUPL-1.2
"""Figures a sentence may mean instead of the one a reference of it names.

A reference is wrong when another figure is named in full beside it and nothing says what tells the
one referred to from that other; when nothing in the whole text says its name; when it does not go
on with the kind spoken of; and when a level stands where a change is told.
"""

from __future__ import annotations

from .apart import said, telling, words_within
from .context import Level
from .features import Before
from .mention import Unit
from .names import Subject, SubjectNames
from .naming import Named
from .referring import ResolvedReference
from .statement import NamedFigure, Relation
from .values import Known

CLEAR = 2.7  # another subject named this much better than the one referred to
UNSPOKEN = 0.6  # the same when the name of the one referred to is nowhere said
_RIVALS = 6  # figures that may be named instead
_FULL = 0.95  # the part of a name that is all of it
_FEW = 2  # a table of so few figures has no kinds to tell apart


def instead(
    names: SubjectNames,
    own: ResolvedReference,
    named: Named,
    known: Known,
    before: Before,
    earlier: frozenset[int],
    anywhere: frozenset[int],
) -> Subject | None:
    """The figure meant rather than the one referred to; None when that may be meant."""
    if named.ranged:
        return None  # 'tussen … en …': the kinds of a range are not named
    found = (
        _change_of(names, own, named)
        or _same_kind(names, own, named, before)
        or _again(own, named, before)
        or _in_full(names, own, named, earlier)
        or _unnamed(names, own, named, anywhere)
    )
    if found is None or _equal(known, own.first, found):
        return None
    return found


def _equal(known: Known, first: NamedFigure, other: Subject) -> bool:
    """Whether another figure is the same number in that year: the sentence is true either way."""
    mine, theirs = known.value(first.subject, first.year), known.value(other, first.year)
    return mine is not None and theirs is not None and mine.value == theirs.value


def _change_of(names: SubjectNames, own: ResolvedReference, named: Named) -> Subject | None:
    """The change of what is referred to, where it is told how much that rose or fell: 'groeide met
    {{ caseload.eind }}'.
    """
    mine, cues = own.first.subject, named.cues
    if own.relation is not Relation.LEVEL or cues.change is None or not cues.moved:
        return None
    if mine.change or mine.difference or mine.unit is not Unit.COUNT or cues.kinds:
        return None
    changes = [
        one
        for one in (names.subjects[n] for n in names.siblings[mine.table_name])
        if (one.change or one.difference) and one.unit is mine.unit and one.key == mine.key
    ]
    order = [one.number for one, _ in named.ranked]
    changes.sort(key=lambda one: order.index(one.number) if one.number in order else len(order))
    return changes[0] if changes else None


def _same_kind(
    names: SubjectNames, own: ResolvedReference, named: Named, before: Before
) -> Subject | None:
    """The kind spoken of before, of the population named now: 'zonder toezicht … Ketenbreed waren
    het er …'.
    """
    mine, earlier = own.first.subject, before.subject
    if own.relation is not Relation.LEVEL or earlier is None or mine.number in earlier.twins:
        return None
    if mine.table_name == earlier.table_name or mine.unit is not earlier.unit:
        return None
    if earlier.total or named.cues.stock or named.context.unknown[0]:
        return None  # a total is no kind; strange words may name one
    twins = [n for n in earlier.twins if names.subjects[n].table_name == mine.table_name]
    here = words_within(named.context.near, Level.SHARED)
    place = frozenset().union(*mine.table, mine.population)
    kinds = [way - place for way in (*mine.called, *earlier.called)]
    if not twins or any(way & here for way in kinds) or not place & here:
        return None
    return names.subjects[twins[0]]


def _again(own: ResolvedReference, named: Named, before: Before) -> Subject | None:
    """The figure spoken of before, where a sentence without words of its own goes on about it:
    'Een jaar eerder was dat …'.
    """
    mine, earlier = own.first.subject, before.subject
    if own.relation is not Relation.LEVEL or earlier is None or before.same:
        return None
    silent = not any(level <= Level.OTHER for level, _ in named.context.stretches)
    silent = silent and not named.context.unknown[0] and not mine.derived
    alike = mine.table_name == earlier.table_name and mine.key == earlier.key
    if silent and alike and mine.unit_name == earlier.unit_name:
        return earlier if mine.number != earlier.number else None
    return None


def _in_full(
    names: SubjectNames, own: ResolvedReference, named: Named, earlier: frozenset[int]
) -> Subject | None:
    """The figure that is named in full beside an amount, where nothing near or before says what
    tells the one referred to from it.
    """
    mine, near = own.first.subject, named.context.near
    if not named.ranked or named.context.unknown[0] or (mine.derived and mine.unit is Unit.COUNT):
        return None  # strange words may be its name in other words
    lowest = next((score for one, score in named.ranked if one.number == mine.number), -99.0)
    here = words_within(near, Level.SHARED)
    # a name before a colon is that of the bare amount after it
    beside = words_within(near, Level.SHARED if named.context.bare else Level.OWN)
    heard = frozenset(near) | earlier
    close = {word for word, (level, _) in near.items() if level <= Level.BASE}
    for other, score in named.ranked[:_RIVALS]:
        if other.number == mine.number or score < named.ranked[0][1] - CLEAR:
            continue
        if set(other.called) & set(mine.called):
            continue  # called the same: another population, which is judged by itself
        ways, theirs = telling(mine, other), () if other.total else telling(other, mine)
        strongly = bool(theirs) and said(names, theirs, beside) > _FULL
        if not strongly and (other.stock is not mine.stock or named.cues.stock):
            continue  # a state is often told without its name: 'op 31 december lagen er …'
        if said(names, ways, close if strongly and not mine.total else heard):
            continue
        if ways and theirs and said(names, theirs, here) > _FULL:
            return other
        if bool(ways) is not bool(theirs) and score > lowest + UNSPOKEN:
            full = theirs or ((*other.called, *other.table) if other.total else other.called)
            if other.key is None and said(names, full, here) > _FULL:
                return other
    return None


def _unnamed(
    names: SubjectNames, own: ResolvedReference, named: Named, anywhere: frozenset[int]
) -> Subject | None:
    """The total of its table, where the text says nothing of the name of a part of it and has no
    strange words that may stand for it.
    """
    mine = own.first.subject
    strange = named.context.unknown != (0, 0) or named.cues.stock
    if mine.total or mine.stock or mine.derived or strange:
        return None
    table = [names.subjects[n] for n in names.siblings[mine.table_name]]
    shared = frozenset().union(*mine.table, mine.unit_words, mine.population)
    ways = [way - shared for way in (mine.called if mine.key is None else (mine.key_words,))]
    if len(table) <= _FEW or not all(ways) or any(way & anywhere for way in ways):
        return None
    totals = [
        one
        for one in table
        if one.total and not one.derived and one.key == mine.key and one.unit is mine.unit
    ]
    return totals[0] if totals else None
