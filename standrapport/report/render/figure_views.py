# SPDX-License-Identifier: EUPL-1.2
"""The views of blocks that ask for figures, besides cards."""

from __future__ import annotations

from markupsafe import Markup

from ...core.frozen import dataclass
from ...core.model import Dekking, Grafiek, Ontbrekend, Tabel
from .annex import CoverageRow, coverage, missing
from .ink import Ink
from .kinds import Spot, View
from .pictures import ChartView, chart
from .tables import TableView, table


@dataclass(frozen=True, slots=True)
class TableBlockView(View):
    """A table with the text above it."""

    text: Markup
    table: TableView


def table_view(block: Tabel, ink: Ink, _spot: Spot) -> TableBlockView:
    """A table; its title is the caption."""
    text = ink.prose(block.text)
    return TableBlockView(Markup(""), text, table(block, ink))


@dataclass(frozen=True, slots=True)
class ChartBlockView(View):
    """A chart with the text above it."""

    text: Markup
    chart: ChartView


def chart_view(block: Grafiek, ink: Ink, spot: Spot) -> ChartBlockView:
    """A chart; its title is the caption."""
    text = ink.prose(block.text)
    return ChartBlockView(Markup(""), text, chart(block, ink, f"g-{spot.id}"))


@dataclass(frozen=True, slots=True)
class CoverageView(View):
    """Which of the figures that were asked for are there."""

    text: Markup
    rows: tuple[CoverageRow, ...]


def coverage_view(block: Dekking, ink: Ink, _spot: Spot) -> CoverageView:
    """What was asked for."""
    return CoverageView(ink.line(block.title), ink.prose(block.text), coverage(ink))


@dataclass(frozen=True, slots=True)
class MissingView(View):
    """The tables of which nothing is known, and per other table what is not known."""

    text: Markup
    whole: tuple[str, ...]
    tables: tuple[tuple[str, tuple[str, ...]], ...]


def missing_view(block: Ontbrekend, ink: Ink, _spot: Spot) -> MissingView:
    """What is not known."""
    found = missing(ink)
    return MissingView(
        ink.line(block.title),
        ink.prose(block.text),
        tuple(title for title, columns in found if not columns),
        tuple((title, columns) for title, columns in found if columns),
    )
