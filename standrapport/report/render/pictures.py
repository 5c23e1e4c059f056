# SPDX-License-Identifier: EUPL-1.2
"""Charts of the report: from a block's references to points, a drawing, and the table with the same
values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from markupsafe import Markup

from ...core.formula import Reference, breaks
from ...core.frozen import dataclass
from ...core.model import Figure, FigureName, FigureRole, Grafiek, Infographic, Kind, left_over
from ...core.notation import MINUS, format_getal, with_sign
from ...core.words import mark, unsaid, year_heading
from ..charts import Chart, Flow, Point, Series, Way, describe, draw, draw_pages
from .ink import Ink, reference, short
from .pile_totals import pile_totals
from .table_notes import figure_notes, ranking_notes, sources
from .tables import (
    RowView,
    TableView,
    is_keyed,
    keys_of,
    marked_figure,
    open_ranking,
    said_in_title,
    with_expected,
)


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart as the template places it: the drawing (and one for a phone), the same values as a
    table, notes and sources.

    `told` when all of its values stand beside it or in it: on paper no table repeats them; `said`
    is where the words of its block come from. `on_paper` are the drawings of what
    does not fit a page.
    """

    caption: Markup
    svg: Markup
    narrow: Markup
    description: str
    table: TableView
    notes: tuple[Markup | str, ...]
    source: str
    id: str
    shown: tuple[Figure, ...]
    told: bool = False
    said: str = ""
    on_paper: tuple[Markup, ...] = ()


def point(figure: Figure, label: str) -> Point:
    """A figure as a point of a chart.

    Its reference names the year and the key, so that `trace` understands it.
    """
    name = figure.id
    value = figure.value if figure.kind is Kind.VALUE else None
    hoped = figure.expected if name.beside else ""
    key = "" if name.key is None else f'"{name.key}"'
    ref = f"{name.ref}[{', '.join(filter(None, (key, str(name.year), hoped)))}]"
    return Point(
        label,
        value,
        with_sign(figure.printed, figure.unit),
        figure.provisional,
        (figure.period if hoped else mark(figure)) or None,  # its series is called by it
        figure.kind is Kind.SUPPRESSED,
        ref,
    )


def chart(block: Grafiek, ink: Ink, id_: str) -> ChartView:
    """The chart a block asks for."""
    if block.shape == "stroom":
        return flow(block, ink, id_)
    refs = [reference(name) for name in block.figures]
    years = block.figure_years(ink.report.edition.year)
    if block.shape == "ranglijst":
        return _ranking(block, ink, id_, refs, years)
    grid = [[ink.lookup(ref, year) for year in years] for ref in refs]
    labels = tuple(str(year) for year in years)
    drawing = Chart(
        block.shape,
        ink.words(block.title),
        labels,
        _series(ink, refs, grid, labels),
        _unit(grid),
        _broken(ink, refs, years),
    )
    totals = pile_totals(ink, refs, grid) if block.shape == "gestapeld" else []
    points = (point(one, label) for one, label in zip(totals, labels, strict=False))
    drawing = replace(drawing, totals=tuple(p if p.value is not None else None for p in points))
    table = _table_below(ink, refs, grid, totals, years)
    return _view(
        block, ink, drawing, id_, table, [*(f for row in grid for f in row), *totals], years
    )


def _table_below(
    ink: Ink,
    refs: list[Reference],
    grid: list[list[Figure]],
    totals: list[Figure],
    years: tuple[int, ...],
) -> TableView:
    """The figures of a chart over the years, with the totals of its piles as the last row."""
    by_year = [[row[n] for row in grid] for n in range(len(years))]
    apart = set().union(*map(unsaid, by_year)) - said_in_title(refs, grid)
    catalogue = ink.report.catalogue

    def row_of(ref: Reference, figures: list[Figure], *, total: bool = False) -> RowView:
        cells = tuple(marked_figure(ink, figure, apart) for figure in figures)
        return RowView(with_expected(catalogue.title(ref.ref), ref), cells, total=total)

    rows = [row_of(ref, figures) for ref, figures in zip(refs, grid, strict=True)]
    if totals:
        rows.append(row_of(Reference(totals[0].id.ref), totals, total=True))
    heads = tuple(year_heading(year, of) for year, of in zip(years, by_year, strict=True))
    return TableView(Markup(""), "", "", heads, tuple(rows), (), "")


def _series(
    ink: Ink, refs: list[Reference], grid: list[list[Figure]], labels: tuple[str, ...]
) -> tuple[Series, ...]:
    """A series per figure, with a point per year."""
    return tuple(
        Series(
            with_expected(short(ink.report.catalogue, ref.ref), ref),
            tuple(point(figure, label) for figure, label in zip(row, labels, strict=True)),
        )
        for ref, row in zip(refs, grid, strict=True)
    )


def _broken(ink: Ink, refs: list[Reference], years: tuple[int, ...]) -> tuple[str, ...]:
    """The years, after the first, from which on one of the figures was counted differently."""
    found = {one.year for ref in refs for one in breaks(ink.report.catalogue, ref.ref)}
    return tuple(str(year) for year in sorted(found.intersection(years[1:])))


def _ranking(
    block: Grafiek, ink: Ink, id_: str, refs: list[Reference], years: tuple[int, ...]
) -> ChartView:
    year = years[-1]
    unranked: tuple[str, ...] = ()
    if is_keyed(refs[0], ink):
        names = keys_of(ink, refs[0], (year,), block.top)
        figures = [ink.lookup(refs[0], year, name) for name in names]
        unranked = open_ranking(ink, refs[0], year, block.top) if block.top else ()
    else:
        figures = sorted(
            (ink.lookup(ref, year) for ref in refs),
            key=lambda f: (
                ink.report.catalogue.role(f.id.ref) is FigureRole.REST,
                -(f.value if f.value is not None else -1),
            ),
        )
        names = [short(ink.report.catalogue, figure.id.ref) for figure in figures]
    points = tuple(point(figure, name) for figure, name in zip(figures, names, strict=True))
    drawing = Chart(
        "ranglijst", ink.words(block.title), tuple(names), (Series("", points),), _unit([figures])
    )
    apart = unsaid(figures)
    rows = tuple(
        RowView(name, (marked_figure(ink, figure, apart),))
        for name, figure in zip(names, figures, strict=True)
    )
    table = TableView(Markup(""), "", "", (year_heading(year, figures),), rows, (), "")
    notes = ranking_notes(unranked)
    # Every bar has its name and its value: on paper that is the table.
    return replace(_view(block, ink, drawing, id_, table, figures, (year,), notes), told=True)


def flow(block: Grafiek, ink: Ink, id_: str) -> ChartView:
    """A flow diagram from its inflow through the middle to its outflow."""
    sides = Sides(block.inflow, block.outflow, ink)
    return flow_view(block, ink, id_, sides)


class Sides:
    """The figures of a flow on both sides of its middle, as points and as rows of a table."""

    def __init__(
        self, inflow: Sequence[FigureName], outflow: Sequence[FigureName], ink: Ink
    ) -> None:
        self.ink = ink
        self.figures = [
            [ink.lookup(reference(name)) for name in side] for side in (inflow, outflow)
        ]
        self.points = [[self._point(figure) for figure in side] for side in self.figures]
        self.shown = [figure for side in self.figures for figure in side]
        self.rows = [
            RowView(f"{ink.report.catalogue.title(figure.id.ref)} ({words})", (ink.figure(figure),))
            for side, words in zip(self.figures, ("in", "uit"), strict=True)
            for figure in side
        ]

    def _point(self, figure: Figure) -> Point:
        return point(figure, short(self.ink.report.catalogue, figure.id.ref))

    def stay(self, figure: Figure, words: str) -> None:
        """What came in and did not go out; below zero it came out of what was there."""
        drawn = replace(point(figure, words), loose=True)
        outward = drawn.value is None or drawn.value >= 0
        if not outward:
            drawn = replace(
                drawn, value=-(drawn.value or Decimal(0)), text=drawn.text.lstrip(MINUS)
            )
        self.points[outward].append(drawn)
        self.shown.append(figure)
        self.rows.append(RowView(words, (self.ink.figure(figure),)))

    def close(self) -> None:
        """What is left when the sides differ by more than rounding, as a flow with a name."""
        stays = [
            figure for figure in self.shown if figure not in (*self.figures[0], *self.figures[1])
        ]
        left = left_over(self.figures[0], [*self.figures[1], *stays])
        if left is not None:
            rest = Point("niet uitgesplitst", abs(left), format_getal(abs(left)), loose=True)
            self.points[left > 0].append(rest)


def flow_view(
    block: Grafiek | Infographic, ink: Ink, id_: str, sides: Sides, ways: tuple[Way, ...] = ()
) -> ChartView:
    """The flow of a block as a chart."""
    sides.close()
    drawing = Flow(
        ink.words(block.title),
        tuple(sides.points[0]),
        ink.words(block.middle) or ink.report.edition.organisation,
        tuple(sides.points[1]),
        _unit([sides.shown]),
        ways,
    )
    year = ink.report.edition.year
    table = TableView(
        Markup(""), "", "", (year_heading(year, sides.shown),), tuple(sides.rows), (), ""
    )
    return _view(block, ink, drawing, id_, table, sides.shown, (year,))


def _view(
    block: Grafiek | Infographic,
    ink: Ink,
    drawing: Chart | Flow,
    id_: str,
    table: TableView,
    shown: list[Figure],
    years: tuple[int, ...],
    more: Sequence[str] = (),
) -> ChartView:
    notes: list[Markup | str] = [ink.line(block.note)] if block.note is not None else []
    notes.extend(more)
    notes.extend(figure_notes(ink.report.catalogue, shown, years))
    svg, narrow = (
        Markup(draw(drawing, name, narrow=name != id_))  # noqa: S704 - the drawing escapes its texts
        for name in (id_, f"{id_}-smal")
    )
    return ChartView(
        ink.line(block.title),
        svg,
        narrow,
        describe(drawing),
        table,
        tuple(notes),
        sources(ink, shown),
        id_,
        tuple(shown),
        on_paper=tuple(map(Markup, draw_pages(drawing, id_))),
    )


def _unit(grid: list[list[Figure]]) -> str:
    units = list(dict.fromkeys(figure.unit for row in grid for figure in row if figure.unit))
    return units[0] if units else "aantallen"
