# SPDX-License-Identifier: EUPL-1.2
"""Tables: figures over years, or keys over figures, with everything a reader must know below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from ...core.formula import Reference, keyed_table, rest_keys
from ...core.model import Catalogue, Figure, FigureKey, FigureRole, Tabel, has_keys, keys_in
from ...core.words import year_with
from .ink import Ink, reference, short
from .table_notes import figure_notes, sources
from .wide import BELOW_CHART, Strip, strips


@dataclass(frozen=True, slots=True)
class RowView:
    """A row: its heading and its cells; `total` sets it apart."""

    heading: str
    cells: tuple[Markup, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as the template places it: caption, unit, column headings, rows, notes, sources."""

    caption: Markup
    unit: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[RowView, ...]
    notes: tuple[Markup | str, ...]
    source: str
    cells: frozenset[FigureKey] = frozenset()

    @property
    def strips(self) -> tuple[Strip, ...]:
        """The table as it stands on paper: in one piece, or cut where it is too wide."""
        return strips(self.corner, self.columns, [(row.heading, row.cells) for row in self.rows])

    @property
    def strips_below_chart(self) -> tuple[Strip, ...]:
        """The same for the small table below a chart."""
        rows = [(row.heading, row.cells) for row in self.rows]
        return strips(self.corner, self.columns, rows, (BELOW_CHART,))


def keys_of(ink: Ink, ref: Reference, years: Sequence[int], top: int | None = None) -> list[str]:
    """The keys of a keyed column by the size of the last year, largest first, the rest last.

    The first `top` leave the rest out.
    """
    figures = ink.report.figures
    rest = rest_keys(ink.report.catalogue, ref.ref)
    last = {
        key: figures[FigureKey(ref.ref, years[-1], key)]
        for key in keys_in(figures, ref.ref, years[-1])
    }
    keys = list(
        dict.fromkeys([*last, *(key for year in years for key in keys_in(figures, ref.ref, year))])
    )

    def rank(key: str) -> tuple[bool, Decimal]:
        value = last[key].value if key in last else None
        return key in rest, -(value if value is not None else Decimal(-1))

    ordered = sorted(keys, key=rank)
    return [key for key in ordered if key not in rest][:top] if top else ordered


def is_keyed(ref: Reference, ink: Ink) -> bool:
    """Whether a reference has a value per key."""
    return ref.key is None and has_keys(ink.report.figures, ref.ref)


def table(block: Tabel, ink: Ink) -> TableView:
    """The table a block asks for."""
    refs = [reference(name) for name in block.figures]
    years = block.figure_years(ink.report.edition.year)
    if any(is_keyed(ref, ink) for ref in refs):
        return _keyed(block, ink, refs, years)
    grid = [[ink.lookup(ref, year) for year in years] for ref in refs]
    unit = _units(grid)
    heads = tuple(_year_heading(year, [row[n] for row in grid]) for n, year in enumerate(years))
    if block.rows == "jaren":
        corner = "Jaar"
        columns = tuple(_short_heading(ink.report.catalogue, ref, unit) for ref in refs)
        rows = tuple(_row(ink, head, [row[n] for row in grid]) for n, head in enumerate(heads))
    else:
        corner, columns = "", heads
        rows = _figure_rows(ink, refs, grid, unit)
    shown = [figure for row in grid for figure in row]
    return _view(block, ink, unit if len(refs) > 1 else "", (corner, columns, rows), shown, years)


def _figure_rows(
    ink: Ink, refs: list[Reference], grid: list[list[Figure]], unit: str
) -> tuple[RowView, ...]:
    """A row per figure, with what it is over the years."""
    catalogue = ink.report.catalogue
    return tuple(
        _row(ink, _heading(catalogue, ref, unit), figures, total=_is_total(catalogue, ref, refs))
        for ref, figures in zip(refs, grid, strict=True)
    )


def _row(ink: Ink, heading: str, figures: Iterable[Figure], *, total: bool = False) -> RowView:
    return RowView(heading, tuple(ink.figure(figure) for figure in figures), total)


def _view(
    block: Tabel,
    ink: Ink,
    unit: str,
    laid: tuple[str, tuple[str, ...], tuple[RowView, ...]],
    shown: list[Figure],
    years: Sequence[int],
) -> TableView:
    """The table of a block once its corner, columns and rows are `laid` out."""
    notes = _notes(block, ink, shown, years)
    cells = frozenset(figure.id for figure in shown)
    return TableView(ink.line(block.title), unit, *laid, notes, sources(ink, shown), cells)


_Cell = tuple[Reference, int, str]


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where figures with a key stand: per row its heading and what each of its cells holds."""

    corner: str
    columns: tuple[str, ...]
    rows: list[tuple[str, list[_Cell]]]


def _keyed(block: Tabel, ink: Ink, refs: list[Reference], years: Sequence[int]) -> TableView:
    """A table of figures with a value per key; the same cells however it is laid out."""
    keys = keys_of(ink, refs[0], years, block.top)
    rest = rest_keys(ink.report.catalogue, refs[0].ref)
    lay = {"jaren": _year_per_row, "cijfers": _figure_per_row}.get(block.rows or "", _key_per_row)
    layout = lay(ink.report.catalogue, refs, years, keys)
    grid = [[ink.lookup(*cell) for cell in cells] for _, cells in layout.rows]
    rows = tuple(
        _row(ink, heading, figures, total=heading in rest)
        for (heading, _), figures in zip(layout.rows, grid, strict=True)
    )
    shown = [figure for row in grid for figure in row]
    return _view(block, ink, _units(grid), (layout.corner, layout.columns, rows), shown, years)


def _year_per_row(
    catalogue: Catalogue, refs: list[Reference], years: Sequence[int], keys: list[str]
) -> _Layout:
    columns = tuple(_named(catalogue, ref, refs, key) for key in keys for ref in refs)
    rows = [(str(year), [(ref, year, key) for key in keys for ref in refs]) for year in years]
    return _Layout("Jaar", columns, rows)


def _figure_per_row(
    catalogue: Catalogue, refs: list[Reference], years: Sequence[int], keys: list[str]
) -> _Layout:
    several = len(years) > 1
    columns = tuple(f"{key} {year}" if several else key for key in keys for year in years)
    rows = [
        (catalogue.title(ref.ref), [(ref, year, key) for key in keys for year in years])
        for ref in refs
    ]
    return _Layout("", columns, rows)


def _key_per_row(
    catalogue: Catalogue, refs: list[Reference], years: Sequence[int], keys: list[str]
) -> _Layout:
    of = keyed_table(catalogue, refs[0].ref)
    corner = of.key_column.capitalize() if of and of.key_column else "Sleutel"
    columns = tuple(_named(catalogue, ref, refs, year) for ref in refs for year in years)
    rows = [(key, [(ref, year, key) for ref in refs for year in years]) for key in keys]
    return _Layout(corner, columns, rows)


def _named(catalogue: Catalogue, ref: Reference, refs: list[Reference], what: str | int) -> str:
    """A heading; the name of the figure stands in it only where there are several."""
    return f"{short(catalogue, ref.ref)} {what}" if len(refs) > 1 else str(what)


def _units(grid: Sequence[Sequence[Figure]]) -> str:
    """The unit of all counts in a table.

    '' when there are several (they then stand in the row headings).
    """
    units = {figure.unit for row in grid for figure in row if figure.unit not in ("procent", "")}
    return units.pop() if len(units) == 1 else ""


def _heading(catalogue: Catalogue, ref: Reference, shared: str) -> str:
    return _with_unit(catalogue.about(ref.ref).title, catalogue, ref, shared)


def _short_heading(catalogue: Catalogue, ref: Reference, shared: str) -> str:
    return _with_unit(short(catalogue, ref.ref), catalogue, ref, shared)


def _with_unit(title: str, catalogue: Catalogue, ref: Reference, shared: str) -> str:
    unit = catalogue.about(ref.ref).unit
    return title if shared or unit in ("procent", "") else f"{title} ({unit})"


def _is_total(catalogue: Catalogue, ref: Reference, refs: list[Reference]) -> bool:
    """A row that is the total of other rows: the catalogue says so."""
    return len(refs) > 2 and catalogue.role(ref.ref) is FigureRole.TOTAL


def _year_heading(year: int, figures: Iterable[Figure]) -> str:
    return year_with(next((figure.period for figure in figures if figure.period), None), year)


def _notes(
    block: Tabel, ink: Ink, shown: list[Figure], years: Sequence[int]
) -> tuple[Markup | str, ...]:
    notes: list[Markup | str] = []
    if block.note is not None:
        notes.append(ink.line(block.note))
    notes.extend(figure_notes(ink.report.catalogue, shown, years))
    return tuple(notes)
