# SPDX-License-Identifier: EUPL-1.2
"""Totals of a delivered table against the parts they add up, within rounding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ..core.frozen import dataclass
from ..core.model import Finding, Position, Severity
from ..messages import found
from .choices import Role
from .numbers import Notation, Says, shown
from .reading import Reading, RegionReading
from .regions import Value
from .words import is_difference, is_total


@dataclass(frozen=True)
class _Part:
    """A part with the least and greatest value it stands for: '<5' is 0 to 4."""

    low: Decimal
    high: Decimal
    step: Decimal


def total_findings(region: RegionReading, notation: Notation, file: str) -> Iterator[Finding]:
    """A warning (SR-B020) for each total of which all parts are known and do not add up to it.

    Parts and total are printed rounded: with a step u and n parts they may differ by (n + 1) u / 2.
    A part that is itself the sum of the parts right before it is a subtotal and is not counted
    twice. A total that is a column of the catalogue is judged when no part is missing in the file;
    when it is exactly the sum of fewer parts than the catalogue has, it is asked whether it is that
    total.
    """
    for total, at, own in _totals(region):
        readings = _parts_beside(region, total, at, own)
        parts = [_part(one, notation) for one in readings]
        known = [part for part in parts if part is not None]
        if len(known) < max(len(parts), 2) or not _readable(total, notation):
            continue
        printed = total.content.readings[notation]
        summed = _sum(_without_subtotals(known))
        fits = _within(printed, summed) or (
            own is None and _adds_up_a_run(known, readings, total, printed)
        )
        name, place = total.labels[at].text, Position(file, total.line, total.column)
        missing = _missing(region, own, readings)
        if fits and missing:
            yield _of_fewer(name, own, missing[0], place)
        elif not fits and not missing:
            yield _apart(name, printed, summed, place)


def _parts_beside(
    region: RegionReading, total: Value, at: int, own: Reading | None
) -> list[Reading]:
    """The readings that a total may add up."""
    beside = [one for one in region.readings if one is not own and _beside(one.value, total, at)]
    units = Counter(_counted(one) for one in beside)
    unit = _counted(own) if own is not None else next(iter(units), None)
    return [one for one in beside if _counted(one) == unit and not _is_mean(one, at)]


def _counted(one: Reading) -> tuple[str, bool]:
    """In what a figure is counted; things and parts of things do not add up."""
    return one.column.unit, one.column.decimals == 0


def _is_mean(one: Reading, at: int) -> bool:
    return is_difference(one.value.labels[at].text)


def _of_fewer(name: str, own: Reading | None, missing: str, place: Position) -> Finding:
    ref = own.column.ref if own is not None else ""
    said = {"totaal": name, "kolom": ref, "ontbreekt": missing}
    return found("SR-B020", place, said, which="minder delen", severity=Severity.ERROR)


def _readable(total: Value, notation: Notation) -> bool:
    content = total.content
    return content.says is Says.NUMBER and not content.percent and notation in content.readings


def _within(printed: Decimal, summed: tuple[Decimal, Decimal, Decimal]) -> bool:
    low, high, slack = summed
    return low - slack <= printed <= high + slack


def _apart(
    name: str, printed: Decimal, summed: tuple[Decimal, Decimal, Decimal], place: Position
) -> Finding:
    low, high, slack = summed
    parts = shown(low) if low == high else f"{shown(low)} tot {shown(high)}"
    said = {"totaal": name, "gedrukt": shown(printed), "som": parts, "afronding": shown(slack)}
    return found("SR-B020", place, said)


def _totals(region: RegionReading) -> Iterator[tuple[Value, int, Reading | None]]:
    """Every total with the dimension that calls it so, and its own reading when the catalogue has a
    column for it.
    """
    for value in region.totals:
        yield (
            value,
            next(
                at
                for at, label in enumerate(value.labels)
                if (at, label.text) in region.roles.totals
            ),
            None,
        )
    at = region.roles.at(Role.COLUMN)
    if at is not None:
        for one in region.readings:
            if is_total(one.value.labels[at].text):
                yield one.value, at, one


def _part(one: Reading, notation: Notation) -> _Part | None:
    content, step = one.value.content, one.column.rounding or Decimal(0)
    if content.says is Says.SUPPRESSED:
        return _Part(Decimal(0), Decimal(content.limit - 1), step)
    value = content.readings.get(notation) if content.says is Says.NUMBER else None
    return None if value is None else _Part(value, value, step)


def _sum(parts: Sequence[_Part]) -> tuple[Decimal, Decimal, Decimal]:
    """The least and greatest sum of parts, and what rounding explains besides."""
    low, high = (
        sum((part.low for part in parts), Decimal(0)),
        sum((part.high for part in parts), Decimal(0)),
    )
    return low, high, max(part.step for part in parts) * (len(parts) + 1) / 2


_MOST_PARTS = 400
_LONGEST = 60  # parts of one subtotal; a longer run is looked at as a total of its own


def _runs(parts: Iterable[_Part]) -> Iterator[tuple[Decimal, Decimal, Decimal]]:
    """The sums of the first two parts, the first three, and so on, each from the one before."""
    low = high = step = Decimal(0)
    for length, part in enumerate(parts, 1):
        low, high, step = low + part.low, high + part.high, max(step, part.step)
        if length > 1:
            yield low, high, step * (length + 1) / 2


def _without_subtotals(parts: Sequence[_Part]) -> list[_Part]:
    """The parts without those that add up two or more parts right before them.

    Among more parts than a table in a report has, none is taken for such a sum.
    """
    if len(parts) > _MOST_PARTS:
        return list(parts)
    counted: list[_Part] = []
    for part in parts:
        sums = _runs(counted[: -_LONGEST - 1 : -1])
        if part.low == 0 or not any(abs(low - part.low) <= slack for low, _, slack in sums):
            counted.append(part)
    return counted


def _adds_up_a_run(
    parts: Sequence[_Part], readings: Sequence[Reading], total: Value, printed: Decimal
) -> bool:
    """Whether a subtotal is the sum of parts that stand right before or right after it."""
    before = [
        part
        for part, one in zip(parts, readings, strict=True)
        if (one.value.line, one.value.column) < (total.line, total.column)
    ]
    after = parts[len(before) :]
    runs = (*_runs(reversed(before)), *_runs(after))
    return any(_within(printed, summed) for summed in runs)


def _missing(region: RegionReading, own: Reading | None, readings: Sequence[Reading]) -> list[str]:
    """Titles of columns of the table that the file has no value for beside this total."""
    if own is None:
        return []
    there = {one.column.ref for one in readings} | {own.column.ref}
    return [
        column.title
        for column in region.roles.table.columns.values()
        if column.ref not in there
        and (column.unit, column.decimals == 0) == _counted(own)
        and not is_difference(column.title)
    ]


def _beside(part: Value, total: Value, at: int) -> bool:
    """Whether a value has the labels of a total, apart from the one that calls it that."""
    return all(
        one.text == other.text
        for place, (one, other) in enumerate(zip(part.labels, total.labels, strict=True))
        if place != at
    )
