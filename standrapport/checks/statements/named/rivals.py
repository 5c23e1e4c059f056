# SPDX-License-Identifier: EUPL-1.2
"""Figures a sentence may mean instead of the one a reference of it names.

A reference is wrong when another figure is named in full beside it and nothing says what tells the
one referred to from that other; when nothing in the whole text says its name; when it does not go
on with the kind spoken of; and when a level stands where a change is told. The title of a table or
chart names figures that stand in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..reading.mention import Unit
from .apart import said, telling, words_within
from .context import Level
from .features import Before
from .names import Subject, SubjectNames, named_words
from .naming import Named
from .referring import ResolvedReference
from .statement import NamedFigure, Relation
from .values import Known

CLEAR = 2.7  # another subject named this much better than the one referred to
UNSPOKEN = 0.6  # the same when the name of the one referred to is nowhere said
_RIVALS = 6  # figures that may be named instead
_HALF_NAMED = 0.5
_FULL = 0.95  # the part of a name that is all of it
Ways = tuple[frozenset[int], ...]
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
        or _beside(names, own, named, before, earlier)
        or _narrower(names, own, named, earlier)
        or _unnamed(names, own, named, anywhere)
    )
    if found is None or _equal(known, own.first, found):
        return None
    return found


def unshown(names: SubjectNames, shown: Sequence[Subject], words: frozenset[int]) -> Subject | None:
    """A figure that a title names, beside what it shows, and does not show: one of a table shown,
    with all that tells it from what is shown among the `words` of the title.
    """
    there = frozenset().union(*(named_words(one) | one.unit_words for one in shown))
    for table in dict.fromkeys(one.table_name for one in shown):
        for one in (names.subjects[n] for n in names.siblings[table]):
            whole = one.rest or one.derived or one.key is not None
            ways = [way - there for way in one.called]
            if not whole and one not in shown and any(way and way <= words for way in ways):
                return one
    return None


def _equal(known: Known, first: NamedFigure, other: Subject) -> bool:
    """Whether another figure is the same number in that year: the sentence is true either way."""
    mine, theirs = known.value(first.subject, first.year), known.value(other, first.year)
    return mine is not None and theirs is not None and mine.value == theirs.value


def _change_of(names: SubjectNames, own: ResolvedReference, named: Named) -> Subject | None:
    """The change of what is referred to, where it is told how much that rose or fell: 'groeide met
    {{ bestand.eind }}'.
    """
    mine, cues = own.first.subject, named.cues
    told = cues.change is not None and cues.moved and not cues.kinds
    if own.relation is not Relation.LEVEL or not told or mine.unit is not Unit.COUNT:
        return None
    if _is_change(mine):
        return None
    table = [names.subjects[n] for n in names.siblings[mine.table_name]]
    table += [one for one, _ in named.ranked[:_RIVALS]]
    changes = [one for one in table if _changes(one, mine)]
    order = [one.number for one, _ in named.ranked]
    changes.sort(key=lambda one: order.index(one.number) if one.number in order else len(order))
    return changes[0] if changes else None


def _changes(one: Subject, mine: Subject) -> bool:
    """Whether a figure may be the change of another."""
    kin = one.table_name == mine.table_name or _of_same(one, mine)
    return kin and _is_change(one) and _alike(one, mine)


def _of_same(one: Subject, other: Subject) -> bool:
    """Whether a figure of another table, or that table, is called alike, of one population."""
    ways = frozenset().union(*one.called, *one.table) & frozenset().union(*other.called)
    return one.population_name == other.population_name and bool(ways)


def _is_change(one: Subject) -> bool:
    return one.change or one.difference


def _alike(one: Subject, other: Subject) -> bool:
    return one.unit is other.unit and one.key == other.key


def _same_kind(
    names: SubjectNames, own: ResolvedReference, named: Named, before: Before
) -> Subject | None:
    """The kind spoken of before, of the population named now: 'zonder diploma … In de
    provincie waren het er …'.
    """
    mine, earlier = own.first.subject, before.subject
    if own.relation is not Relation.LEVEL or earlier is None or mine.number in earlier.twins:
        return None
    if mine.table_name == earlier.table_name or mine.unit is not earlier.unit:
        return None
    if earlier.total or named.cues.stock or named.context.unknown[0]:
        return None  # a total is no kind; strange words may name one
    twins = [n for n in earlier.twins if names.subjects[n].table_name == mine.table_name]
    return names.subjects[twins[0]] if twins and _only_placed(mine, earlier, named) else None


def _only_placed(mine: Subject, earlier: Subject, named: Named) -> bool:
    """Whether a sentence names the population of a figure, and no kind."""
    here = words_within(named.context.near, Level.SHARED)
    place = frozenset().union(*mine.table, mine.population)
    kinds = frozenset().union(*mine.called, *earlier.called) - place
    return bool(place & here) and not kinds & here


def _again(own: ResolvedReference, named: Named, before: Before) -> Subject | None:
    """The figure spoken of before, where a sentence without words of its own goes on about it:
    'Een jaar eerder was dat …'.
    """
    mine, earlier = own.first.subject, before.subject
    if own.relation is not Relation.LEVEL or earlier is None or before.same or mine.derived:
        return None
    silent = not any(level <= Level.OTHER for level, _ in named.context.stretches)
    if not silent or named.context.unknown[0] or mine.number == earlier.number:
        return None
    alike = mine.table_name == earlier.table_name and mine.key == earlier.key
    return earlier if alike and mine.unit_name == earlier.unit_name else None


def _in_full(
    names: SubjectNames, own: ResolvedReference, named: Named, earlier: frozenset[int]
) -> Subject | None:
    """The figure that is named in full beside an amount, where nothing near or before says what
    tells the one referred to from it.
    """
    mine = own.first.subject
    if not named.ranked or named.context.unknown[0] or (mine.derived and mine.unit is Unit.COUNT):
        return None  # strange words may be its name in other words
    lowest = next((score for one, score in named.ranked if one.number == mine.number), -99.0)
    for other, score in named.ranked[:_RIVALS]:
        if score < named.ranked[0][1] - CLEAR or set(other.called) & set(mine.called):
            continue  # called the same: another population, which is judged by itself
        if _meant(names, mine, other, named, earlier, better=score > lowest + UNSPOKEN):
            return other
    return None


def _meant(
    names: SubjectNames,
    mine: Subject,
    other: Subject,
    named: Named,
    earlier: frozenset[int],
    *,
    better: bool,
) -> bool:
    """Whether another figure is named in full, and nothing is said of what tells this one from
    it; `better`: its words fit better.
    """
    near = named.context.near
    # a name before a colon is that of the bare amount after it
    beside = words_within(near, Level.SHARED if named.context.bare else Level.OWN)
    ways, theirs = telling(mine, other), () if other.total else telling(other, mine)
    strongly = bool(theirs) and said(names, theirs, beside) > _FULL
    if not strongly and (other.stock is not mine.stock or named.cues.stock):
        return False  # a state is often told without its name: 'op 31 december lagen er …'
    heard = frozenset(near) | earlier
    if strongly and not mine.total:
        heard = frozenset(word for word, (level, _) in near.items() if level <= Level.BASE)
    if said(names, ways, heard):
        return False
    full = theirs if ways and theirs else _whole_name(other, ways, theirs) if better else ()
    return said(names, full, words_within(near, Level.SHARED)) > _FULL


def _whole_name(other: Subject, ways: Ways, theirs: Ways) -> Ways:
    """What must be said of a figure whose name is a part of that of another, or holds it."""
    if bool(ways) is bool(theirs) or other.key is not None:
        return ()
    return theirs or ((*other.called, *other.table) if other.total else other.called)


def _beside(
    names: SubjectNames,
    own: ResolvedReference,
    named: Named,
    before: Before,
    earlier: frozenset[int],
) -> Subject | None:
    """Another kind of its table that is named in full around an amount without words of its own,
    where nothing of the name of the one referred to is said: 'Noord leende er 12 uit: 3 procent'.
    """
    mine, near = own.first.subject, named.context.near
    if not (named.context.bare and _may_be_a_kind(mine, named)):
        return None
    table = [names.subjects[n] for n in names.siblings[mine.table_name]]
    heards = [(words_within(near, one), earlier) for one in (Level.OTHER, Level.BEFORE)]
    if before.subject is not None:  # 'van wie slaagde is het 12 procent; van alle leerlingen …'
        heards.append((frozenset().union(*before.subject.called), frozenset()))
    for heard, also in heards:
        kin = (o for o in table if _kin(o, mine) and _silent(names, mine, o, also.union(near)))
        found = [one for one in kin if said(names, telling(one, mine), heard) > _FULL]
        if found:
            return found[0] if len(found) == 1 else None  # of more it may be what is left
    return None


def _may_be_a_kind(mine: Subject, named: Named) -> bool:
    """Whether a figure is of one kind, and no strange word may be another name of it."""
    strange = named.context.unknown != (0, 0) or named.cues.stock
    return not (strange or mine.total or mine.rest or mine.key is not None)


def _narrower(
    names: SubjectNames, own: ResolvedReference, named: Named, earlier: frozenset[int]
) -> Subject | None:
    """The figure of which the one referred to is a kind, where nothing says that kind: 'Dat waren
    12 personen' with the 'personen naar derde landen'.
    """
    mine, near = own.first.subject, named.context.near
    if mine.derived or not _may_be_a_kind(mine, named):
        return None
    around = frozenset(near) | earlier
    for one in (names.subjects[n] for n in names.siblings[mine.table_name]):
        kin = _kin(one, mine) and one.called and mine.called
        if not kin or not one.called[0] < mine.called[0]:
            continue
        further = mine.called[0] - one.called[0]
        if not further & around and said(names, one.called[:1], around) >= _HALF_NAMED:
            return one
    return None


def _kin(one: Subject, mine: Subject) -> bool:
    return one.unit_name == mine.unit_name and one.derived is mine.derived


def _silent(names: SubjectNames, mine: Subject, other: Subject, around: frozenset[int]) -> bool:
    """Whether nothing among some words tells a figure from another, and some words could."""
    ways = telling(mine, other)
    return bool(ways) and not said(names, ways, around)


def _unnamed(
    names: SubjectNames, own: ResolvedReference, named: Named, anywhere: frozenset[int]
) -> Subject | None:
    """The total of its table, where the text says nothing of the name of a part of it and has no
    strange words that may stand for it.
    """
    mine = own.first.subject
    strange = named.context.unknown != (0, 0) or named.cues.stock
    if strange or mine.total or mine.stock or mine.derived:
        return None
    table = [names.subjects[n] for n in names.siblings[mine.table_name]]
    if len(table) <= _FEW or not _without_name(mine, anywhere):
        return None
    totals = (one for one in table if one.total and not one.derived and _alike(one, mine))
    return next(totals, None)


def _without_name(mine: Subject, anywhere: frozenset[int]) -> bool:
    """Whether nothing of the name of a figure is among some words, and it has one of its own."""
    shared = frozenset().union(*mine.table, mine.unit_words, mine.population)
    ways = [way - shared for way in (mine.called if mine.key is None else (mine.key_words,))]
    return all(ways) and not any(way & anywhere for way in ways)
