# SPDX-License-Identifier: EUPL-1.2
"""Key figures on cards."""

from __future__ import annotations

import base64

from markupsafe import Markup

from ...core.frozen import dataclass
from ...core.model import Figure, FigureName, Kerncijfers, Kind, same_period
from ...core.notation import join_names
from ...core.words import aside_in_words, closed, mark, symbol_meanings
from ..charts import sparkline
from .changes import change_on_card
from .ink import Ink, reference
from .kinds import Spot, View
from .pictures import point

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
        ink.report.catalogue.title(ref.ref),
        ink.figure(figure, alone=True),
        _time(ink, figure),
        change,
        spark,
        since,
        note,
        course,
    )


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
