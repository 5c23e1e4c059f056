# SPDX-License-Identifier: EUPL-1.2
"""The change since the year before, as a card of a key figure has it."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from ...core.formula import sums_of
from ...core.model import Figure, Kind, figure_of
from ...core.notation import format_figure
from ...core.words import (
    SAME,
    breaks_between,
    change_between,
    share,
    size,
    than_in,
    unlike,
    way,
    year_with,
)
from .ink import Ink, escape_text

_ADDED = " (opgeteld uit de delen)"


def change_on_card(figure: Figure, before: Figure, ink: Ink) -> tuple[Markup, str]:
    """The change in words with its numbers as data, and what it is compared with: '830 minder
    (−6 %)' and 'dan in 2020'.

    Where a year is not known, or the two do not compare, what can be said of the year before; both
    empty when that is nothing.
    """
    year = before.id.year
    parts: tuple[str, ...] = ()
    if before.kind.is_open and (summed := _summed(before, ink)):
        before, parts = summed
    breaks = breaks_between(ink.report.catalogue, figure.id.ref, year, figure.id.year)
    if why := unlike(before, figure, breaks):
        return escape_text(f"niet te vergelijken met {year}"), f"({why})"
    change = change_between(before, figure)
    if change.difference is None:
        known = not before.kind.is_open
        return (Markup("vorig jaar ") + ink.figure(before, alone=True) if known else Markup("")), ""
    if not change.difference:
        return escape_text(SAME), f"aan {year_with(before.period, year)}{_ADDED if parts else ''}"
    ref, key, when = figure.id.ref, figure.id.key, figure.id.year
    earlier = f"({' + '.join(f'{part}[-1]' for part in parts)})" if parts else f"{ref}[-1]"
    much, formula = abs(change.difference), f"abs({ref} - {earlier})"
    words = ink.data(size(change, figure.decimals), formula, when, key, much) + f" {way(change)}"
    if change.percent is not None:
        relative = f"100 * ({ref} - {earlier}) / {earlier}"
        words += " (" + ink.data(share(change), relative, when, key, change.percent) + ")"
    return words, f"{than_in(before.period, year)}{_ADDED if parts else ''}"


def _summed(unknown: Figure, ink: Ink) -> tuple[Figure, tuple[str, ...]] | None:
    """A figure that is not known, added up from its parts where a rule says what they are; None
    when that cannot be done.
    """
    name = unknown.id
    for parts in sums_of(ink.report.catalogue, name.ref):
        cells = [figure_of(ink.report.figures, part, name.year, name.key) for part in parts]
        values = [cell.value for cell in cells if cell.value is not None]
        periods = {cell.period for cell in cells}
        if len(values) == len(cells) and len(periods) == 1:
            total, places = sum(values, Decimal(0)), max(cell.decimals for cell in cells)
            unit = cells[0].unit
            printed = format_figure(total, places, unit)
            figure = Figure(
                name, Kind.VALUE, printed, total, unit=unit, period=periods.pop(), decimals=places
            )
            return figure, parts
    return None
