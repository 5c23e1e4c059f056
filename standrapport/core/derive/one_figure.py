# SPDX-License-Identifier: EUPL-1.2
"""One derived figure worked out: its value and bounds, the time it is of, and the figures over
parts of its year that stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from ..formula import (
    Names,
    Node,
    Timed,
    box_of,
    does_not_apply,
    in_time,
    leaves,
    range_of,
    value_of,
    with_leaves,
)
from ..model import (
    EVERYTHING,
    NOT_NEGATIVE,
    Derived,
    Figure,
    FigureKey,
    Figures,
    Interval,
    Kind,
    apart,
    beside_of,
)
from ..notation import NOT_APPLICABLE, NOT_KNOWN, format_figure, round_to

_PRECISION = 12  # decimals kept of an endless quotient; the report never prints more than a few


def unknown(derived: Derived, name: FigureKey) -> Figure:
    """A derived figure that is not known."""
    return Figure(name, Kind.UNKNOWN, NOT_KNOWN, unit=derived.unit, formula=derived.formula)


def timed_form(derived: Derived, node: Node, names: Names, cells: Figures, year: int) -> Timed:
    """The formula over one time; as it stands when mixing is meant."""
    timed = in_time(node, names, cells, year)
    if not (timed.mixed and derived.mixed_periods):
        return timed
    known = (cells[name] for name in leaves(node) if name in cells)
    period = next((cell.period for cell in known if cell.period and not cell.kind.is_open), None)
    return Timed(node, period=period)


def figures_beside(
    derived: Derived, node: Node, name: FigureKey, names: Names, cells: Figures
) -> dict[FigureKey, Figure]:
    """The figure over the parts of its year that all its cells have beside the year itself."""
    found = {}
    for own in _parts_of_year(node, name.year, cells):
        swapped = with_leaves(node, own)
        timed = in_time(swapped, names, cells, name.year)
        if timed.mixed:
            continue
        place = name._replace(beside=apart(timed.period, timed.expected))
        figure = derived_figure(derived, timed, place, cells, broken=False)
        if figure is not None and figure.value is not None:
            found[place] = figure
    return found


def _parts_of_year(node: Node, year: int, cells: Figures) -> Iterator[dict[FigureKey, FigureKey]]:
    """For each time over which a cell of the year itself has another figure: what to put in the
    place of what, for the cells that have one.
    """
    swaps: dict[str, dict[FigureKey, FigureKey]] = {}
    for name in leaves(node):
        for other in beside_of(cells, name) if name.year == year else ():
            swaps.setdefault(other.beside or "", {})[name] = other
    yield from swaps.values()


def derived_figure(
    derived: Derived, timed: Timed, name: FigureKey, cells: Figures, *, broken: bool
) -> Figure | None:
    """The figure of one year, None when the vintage has none of its cells.

    A figure that compares across a break (`broken`), or takes whole and part years together, has no
    value; one made of nothing but what does not apply does not apply itself.
    """
    node = timed.node
    ids = leaves(node)
    present = [cells[i] for i in ids if i in cells]
    if ids and not present:
        return None
    if not (broken or timed.mixed) and does_not_apply(node, cells):
        return replace(unknown(derived, name), kind=Kind.NOT_APPLICABLE, printed=NOT_APPLICABLE)
    value, bounds = (None, EVERYTHING) if broken or timed.mixed else _amount(node, cells)
    plain = unknown(derived, name)
    if value is not None:
        plain = replace(
            plain,
            kind=Kind.VALUE,
            printed=format_figure(value, derived.decimals, derived.unit),
            value=round_to(value, derived.decimals),
        )
    return replace(
        plain,
        period=None if timed.mixed else timed.period,
        provisional=any(cell.provisional for cell in present),
        expected="" if timed.mixed else timed.expected,
        bounds=bounds,
        decimals=derived.decimals,
    )


def _amount(node: Node, cells: Figures) -> tuple[Decimal | None, Interval]:
    """The value on printed figures, None when it is not known, and every value it can have."""
    exact = value_of(node, cells)
    bounds = range_of(node, box_of(node, cells, NOT_NEGATIVE))
    return None if exact is None else as_decimal(exact), bounds


def as_decimal(value: Fraction) -> Decimal:
    """A fraction as a decimal number, to twelve places when it never ends."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return round_to(exact, _PRECISION) if value.denominator != 1 else exact
