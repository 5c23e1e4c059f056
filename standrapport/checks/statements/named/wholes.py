# SPDX-License-Identifier: EUPL-1.2
"""Which columns of a table are parts of which: a column that is the sum of others in every year
holds them. What a figure is one of, and what it is a part of, the figures tell themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from .names import Subject, SubjectNames
from .values import Known, PrintedValue, summed

_PARTS, _NEAR_SUM = 4, Fraction(9, 10)  # so many columns that are together this near another
_SUPERSET = Fraction(8, 10)  # a column this near the sum of the others holds them
_YEARS = 3  # for so many years a sum must be right before it is one
_MOST = 10  # columns beside each other among which sums are looked for


def sums_in(
    known: Known, names: SubjectNames, table: str
) -> Sequence[tuple[Subject, frozenset[int]]]:
    """The columns of a table that are in each known year the sum of some others, with those."""
    if table not in known.sums:
        kinds: dict[tuple[str, bool], list[Subject]] = {}
        for one in map(names.subjects.__getitem__, names.siblings[table]):
            if one.key is None and not (one.derived or one.summed or one.change):
                kinds.setdefault((one.unit_name, one.stock), []).append(one)
        known.sums[table] = [
            found for own in kinds.values() if len(own) <= _MOST for found in _sums(known, own)
        ]
    return known.sums[table]


def _sums(known: Known, own: Sequence[Subject]) -> Iterator[tuple[Subject, frozenset[int]]]:
    """Sums right in the last year are found first, and only those held against the others."""
    values = {one.number: [known.value(one, year) for year in known.years] for one in own}
    last = max(range(len(known.years)), key=lambda at: sum(bool(v[at]) for v in values.values()))
    there = {n: (float(v.low), float(v.high)) for n, own_ in values.items() if (v := own_[last])}
    for whole in own:
        if whole.number not in there:
            continue
        low, high = there[whole.number]
        others = [(n, *v) for n, v in there.items() if n != whole.number and 0 <= v[0] <= high]
        for parts in _subsets(others, low, high):
            if len(parts) > 1 and _adds_up(values[whole.number], [values[n] for n in parts]):
                yield whole, frozenset(parts)


def _subsets(
    others: Sequence[tuple[int, float, float]], low: float, high: float
) -> Iterator[tuple[int, ...]]:
    """The numbers of those that may together be from `low` to `high`."""
    if high < 0 or sum(most for _, _, most in others) < low:
        return
    if not others:
        yield ()
        return
    (first, least, most), *rest = others
    yield from ((first, *more) for more in _subsets(rest, low - most, high - least))
    yield from _subsets(rest, low, high)


def _adds_up(
    whole: Sequence[PrintedValue | None], parts: Sequence[Sequence[PrintedValue | None]]
) -> bool:
    """Whether a whole is the sum of its parts in each year that is known, and in enough of them."""
    known = 0
    for total, *each in zip(whole, *parts, strict=True):
        told = [one for one in each if one is not None]
        if total is None or len(told) < len(parts):
            continue
        together = summed(told)
        if together.high < total.low or total.high < together.low:
            return False
        known += 1
    return known >= _YEARS


def wholes_of(names: SubjectNames, part: Subject) -> list[Subject]:
    """What a subject may be a part of: the other columns of its table, the total first, and of a
    key all of them together.
    """
    table = [names.subjects[n] for n in names.siblings[part.table_name]]
    kin = [o for o in table if o.key == part.key or (o.summed and o.ref == part.ref)]
    kin = [o for o in kin if o is not part and o.unit_name == part.unit_name and not o.change]
    return sorted(kin, key=lambda one: not one.total)


def holds_another(known: Known, names: SubjectNames, group: Sequence[Subject]) -> bool:
    """Whether one of some kinds is the sum of others of which another is one, or computed from
    them: nobody adds those.
    """
    if len({one.derived for one in group}) > 1:
        return True
    numbers = {one.number for one in group if one.key is None}
    return any(
        whole.number in numbers and parts & numbers
        for table in {one.table_name for one in group}
        for whole, parts in sums_in(known, names, table)
    )


def parts_beside(known: Known, names: SubjectNames, subject: Subject) -> frozenset[int]:
    """The other parts of what a subject is a part of, none when that is not known."""
    if subject.key is not None:
        return frozenset()
    own = [parts for _, parts in sums_in(known, names, subject.table_name)]
    least = min((one for one in own if subject.number in one), key=len, default=frozenset())
    return least - {subject.number}


def rivals(known: Known, names: SubjectNames, subject: Subject, year: int) -> Iterator[Subject]:
    """What a subject is compared with: the other keys of its column, or the other columns of its
    table; never a total or what holds the others.
    """
    if subject.derived and subject.key is None:
        return  # a figure computed from others is no kind beside them: 'klachten per besluit'
    table = [names.subjects[n] for n in names.siblings[subject.table_name]]
    if subject.key is not None:
        yield from (
            one
            for one in table
            if one.ref == subject.ref
            and one.key not in (None, subject.key)
            and not (one.key or "").lower().startswith(("overig", "totaal"))
        )
        return
    if beside := parts_beside(known, names, subject):
        yield from (one for one in table if one.number in beside and not one.rest)
        return
    wholes = {whole.number for whole, _ in sums_in(known, names, subject.table_name)}
    alike = [
        one
        for one in table
        if one.unit is subject.unit
        and not one.total
        and not one.derived
        and one.key is None
        and not one.summed
        and one.number not in wholes - {subject.number}
    ]
    values = {one.number: value.value for one in alike if (value := known.value(one, year))}
    told = any(one.total and one.unit is subject.unit and not one.derived for one in table)
    ceiling = None if told else _whole_above(values, values.get(subject.number))
    alike = [one for one in alike if ceiling is None or values.get(one.number, 0) < ceiling]
    for one in alike:
        rest = sum(v for number, v in values.items() if number != one.number)
        own = values.get(one.number, 0)
        holds = not told and len(values) > 2 and _SUPERSET * rest <= own <= rest / _SUPERSET
        if one.number != subject.number and one.number in values and not holds:
            yield one


def _whole_above(values: Mapping[int, Fraction], mine: Fraction | None) -> Fraction | None:
    """The value of the least column above a subject that is all smaller ones together: what is as
    large holds it and is no rival.
    """
    rising = sorted(values.values())
    for at, value in enumerate(rising):
        below = sum(rising[:at], Fraction(0))
        near = _NEAR_SUM * below <= value <= below / _NEAR_SUM
        if at >= _PARTS and near and mine is not None and value > mine:
            return value
    return None
