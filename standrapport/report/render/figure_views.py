# SPDX-License-Identifier: EUPL-1.2
"""The views of blocks that ask for figures, besides cards; and the groups that are counted, drawn
and listed from what the catalogue declares of them.
"""

from __future__ import annotations

from markupsafe import Markup

from ...core.frozen import dataclass
from ...core.model import (
    Dekking,
    Grafiek,
    Ontbrekend,
    Populaties,
    Population,
    Tabel,
    missing_columns,
)
from ...core.notation import capital
from ..charts import Membership, draw_membership
from .annex import CoverageRow, coverage
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
    report = ink.report
    found = missing_columns(report.catalogue, report.figures, report.edition.year)
    return MissingView(
        ink.line(block.title),
        ink.prose(block.text),
        tuple(title for title, columns in found if not columns),
        tuple((title, columns) for title, columns in found if columns),
    )


@dataclass(frozen=True, slots=True)
class PopulationRow:
    """A group as the list tells it: who counts, who is in it and who is not, each as listed."""

    title: str
    counted_by: str
    members: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PopulationsView(View):
    """The picture for the page and for a phone ('' when nobody said who is in a group), and the
    list that says the same.
    """

    text: Markup
    wide: Markup
    narrow: Markup
    groups: tuple[PopulationRow, ...]


def populations_view(block: Populaties, ink: Ink, spot: Spot) -> PopulationsView:
    """The groups a block names, or all that are explained."""
    groups = ink.report.catalogue.explained(block.groups)
    title = ink.words(block.title) if block.title else "Wie telt mee"
    chart = _chart(title, groups)
    wide, narrow = (
        Markup(draw_membership(chart, f"{spot.id}-{name}", narrow=name == "smal"))  # noqa: S704 - our drawing
        if chart.people
        else Markup("")
        for name in ("breed", "smal")
    )
    rows = tuple(
        PopulationRow(capital(one.title), one.counted_by, one.members, one.others) for one in groups
    )
    return PopulationsView(ink.line(block.title), ink.prose(block.text), wide, narrow, rows)


def _chart(title: str, groups: tuple[Population, ...]) -> Membership:
    people = dict.fromkeys(name for one in groups for name in (*one.members, *one.others))
    counted = tuple(
        tuple(
            True if name in one.members else False if name in one.others else None for one in groups
        )
        for name in people
    )
    return Membership(title, tuple(capital(one.title) for one in groups), tuple(people), counted)
