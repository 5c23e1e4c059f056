# SPDX-License-Identifier: EUPL-1.2
"""Key figures on cards, with the change since the year before."""

from __future__ import annotations

import base64
from decimal import Decimal

from markupsafe import Markup

from ...core.formula import sums_of
from ...core.frozen import dataclass
from ...core.model import Figure, FigureName, FigureRole, Kerncijfers, Kind, figure_of, same_period
from ...core.notation import format_figure, join_names
from ...core.words import (
    SAME,
    aside_in_words,
    breaks_between,
    change_between,
    closed,
    full_name,
    mark,
    share,
    size,
    symbol_meanings,
    than_in,
    unlike,
    way,
    year_with,
)
from ..charts import sparkline
from .ink import Ink, escape_text, reference
from .kinds import Spot, View
from .pictures import point

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


SPARK_YEARS = 5


@dataclass(frozen=True, slots=True)
class CardView:
    """A key figure: its name, value, change since the year before in words, and a line of earlier
    years with its values in words (`course`). `period` says what it is of where that is not the
    whole year.
    """

    title: str
    value: Markup
    period: str
    change: Markup
    spark: str
    since: str
    note: str
    course: str


@dataclass(frozen=True, slots=True)
class CardsView(View):
    """The cards, what is said above them and noted below."""

    text: Markup
    cards: tuple[CardView, ...]
    note: Markup
    symbols: str = ""


def cards_view(block: Kerncijfers, ink: Ink, _spot: Spot) -> CardsView:
    """All cards of a block."""
    title, text = ink.line(block.title), ink.prose(block.text)
    cards = tuple(card(name, ink) for name in block.figures)
    printed = [ink.lookup(reference(name)).printed for name in block.figures]
    symbols = "; ".join(symbol_meanings(printed))
    return CardsView(title, text, cards, ink.line(block.note), closed(symbols) if symbols else "")


def card(name: FigureName, ink: Ink) -> CardView:
    """The card of one key figure."""
    ref = reference(name)
    figure = ink.lookup(ref)
    year = figure.id.year
    before = _comparable(ink, ink.lookup(ref, year - 1), figure)
    history = [
        one
        for one in (ink.lookup(ref, when) for when in range(year - SPARK_YEARS + 1, year + 1))
        if not mark(one)  # a part of a year, or a target, does not stand in one line with years
    ]
    while history and history[0].kind is not Kind.VALUE:
        del history[0]
    drawing = sparkline([point(f, str(f.id.year)) for f in history])
    spark = (
        f"data:image/svg+xml;base64,{base64.b64encode(drawing.encode()).decode()}"
        if drawing
        else ""
    )
    known = [f.id.year for f in history if f.value is not None]
    change, since = change_on_card(figure, before, ink)
    note = f"Lijn: {known[0]} tot en met {known[-1]}" if spark else ""
    course = f"Verloop van {known[0]} tot en met {known[-1]}: {_course(history)}" if spark else ""
    return CardView(
        _title(ink, ref.ref),
        ink.figure(figure, alone=True),
        _time(ink, figure),
        change,
        spark,
        since,
        note,
        course,
    )


def _title(ink: Ink, ref: str) -> str:
    """What a card is called; a bare 'Totaal' says of what."""
    catalogue = ink.report.catalogue
    title = catalogue.title(ref)
    bare = catalogue.role(ref) is FigureRole.TOTAL and " " not in title
    return full_name(catalogue, ref) if bare else title


def _comparable(ink: Ink, before: Figure, figure: Figure) -> Figure:
    """The year before over the same part of it, where that is known."""
    return same_period(ink.report.figures, before.id, figure) or before


def _time(ink: Ink, figure: Figure) -> str:
    """What time a figure is of, where its year alone does not say it."""
    if not mark(figure):
        return ""
    column = ink.report.catalogue.column(figure.id.ref)
    state = column is not None and column.stock
    return aside_in_words(figure.period, figure.id.year, figure.expected, state=state)


def _course(history: list[Figure]) -> str:
    """The values of a line, each with its year."""
    return join_names([f"{figure.printed} in {figure.id.year}" for figure in history])
