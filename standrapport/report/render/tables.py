# SPDX-License-Identifier: EUPL-1.2
"""Tables: figures over years, or keys over figures, with everything a reader must know below."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from decimal import Decimal

from markupsafe import Markup

from ...core.formula import Reference, keyed_table, rest_keys
from ...core.frozen import dataclass
from ...core.model import Catalogue, Figure, FigureKey, FigureRole, Tabel, has_keys, keys_in, ranked
from ...core.words import mark, unsaid, year_heading
from .ink import Ink, escape_text, reference, short
from .table_notes import figure_notes, ranking_notes, sources
from .wide import BELOW_CHART, OnPhone, Strip, on_phone, strips


@dataclass(frozen=True, slots=True)
class RowView:
    """A row: its heading and its cells; `total` sets it apart."""

    heading: str
    cells: tuple[Markup, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as the template places it: caption, unit, column headings, rows, notes, sources;
    `said` is where the words of its block come from.
    """

    caption: Markup
    unit: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[RowView, ...]
    notes: tuple[Markup | str, ...]
    source: str
    cells: frozenset[FigureKey] = frozenset()
    said: str = ""

    @property
    def strips(self) -> tuple[Strip, ...]:
        """The table as it stands on paper: in one piece, or cut where it is too wide."""
        return strips(self.corner, self.columns, [(row.heading, row.cells) for row in self.rows])

    @property
    def on_phone(self) -> OnPhone:
        """The table as it stands on a phone."""
        return on_phone(self.columns, [row.cells for row in self.rows])

    @property
    def strips_below_chart(self) -> tuple[Strip, ...]:
        """The same for the small table below a chart."""
        rows = [(row.heading, row.cells) for row in self.rows]
        return strips(self.corner, self.columns, rows, (BELOW_CHART,))


def keys_of(ink: Ink, ref: Reference, years: Sequence[int], top: int | None = None) -> list[str]:
    """The keys of a keyed column by the size of the last year, largest first, the rest last.

    The first `top` leave the rest out; where they cannot be told (`open_ranking`) all keys stand in
    the order of the file.
    """
    figures = ink.report.figures
    rest = rest_keys(ink.report.catalogue, ref.ref)
    last = _last(ink, ref, years[-1])
    keys = list(
        dict.fromkeys([*last, *(key for year in years for key in keys_in(figures, ref.ref, year))])
    )

    def rank(key: str) -> tuple[bool, Decimal]:
        value = last[key].value if key in last else None
        return key in rest, -(value if value is not None else Decimal(-1))

    if top and open_ranking(ink, ref, years[-1], top):
        return [*(key for key in keys if key not in rest), *(key for key in keys if key in rest)]
    ordered = sorted(keys, key=rank)
    return [key for key in ordered if key not in rest][:top] if top else ordered


def _last(ink: Ink, ref: Reference, year: int) -> dict[str, Figure]:
    figures = ink.report.figures
    names = [FigureKey(ref.ref, year, key) for key in keys_in(figures, ref.ref, year)]
    return {name.key or "": figures[name] for name in names}


def open_ranking(ink: Ink, ref: Reference, year: int, top: int | None) -> tuple[str, ...]:
    """The keys that could be among the first `top` (None: all) of a year but are not known."""
    rest = rest_keys(ink.report.catalogue, ref.ref)
    found = {key: one for key, one in _last(ink, ref, year).items() if key not in rest}
    return ranked(found, top, ascending=False).open_keys


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
    by_year = [[row[n] for row in grid] for n in range(len(years))]
    heads = tuple(year_heading(year, of) for year, of in zip(years, by_year, strict=True))
    apart = set().union(*map(unsaid, by_year)) - said_in_title(refs, grid)
    if block.rows == "jaren":
        corner = "Jaar"
        columns = tuple(_short_heading(ink.report.catalogue, ref, unit) for ref in refs)
        rows = tuple(
            _row(ink, head, of, apart=apart) for head, of in zip(heads, by_year, strict=True)
        )
    else:
        corner, columns = "", heads
        rows = _figure_rows(ink, refs, grid, unit, apart)
    shown = [figure for row in grid for figure in row]
    return _view(block, ink, unit, (corner, columns, rows), shown, years)


def said_in_title(refs: Sequence[Reference], grid: Sequence[Sequence[Figure]]) -> set[FigureKey]:
    """The figures whose row or column says that they are targets or forecasts."""
    return {
        one.id
        for ref, row in zip(refs, grid, strict=True)
        for one in row
        if ref.expected and mark(one) == ref.expected
    }


def _figure_rows(
    ink: Ink,
    refs: list[Reference],
    grid: list[list[Figure]],
    unit: str,
    apart: Container[FigureKey],
) -> tuple[RowView, ...]:
    """A row per figure, with what it is over the years."""
    catalogue = ink.report.catalogue
    return tuple(
        _row(
            ink,
            _heading(catalogue, ref, unit),
            figures,
            total=_is_total(catalogue, ref, refs),
            apart=apart,
        )
        for ref, figures in zip(refs, grid, strict=True)
    )


def _row(
    ink: Ink,
    heading: str,
    figures: Iterable[Figure],
    *,
    total: bool = False,
    apart: Container[FigureKey] = (),
) -> RowView:
    """A row; the cells `apart` say themselves what time they are of."""
    cells = tuple(marked_figure(ink, figure, apart) for figure in figures)
    return RowView(heading, cells, total)


def marked_figure(ink: Ink, figure: Figure, apart: Container[FigureKey]) -> Markup:
    """A figure in a cell, with its time behind it where no heading says that."""
    cell = ink.figure(figure)
    return cell + escape_text(f" ({mark(figure)})") if figure.id in apart else cell


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
    """Where figures with a key stand: per row its heading and what each of its cells holds, and
    which cells stand below or beside one year.
    """

    corner: str
    columns: tuple[str, ...]
    rows: list[tuple[str, list[_Cell]]]
    together: list[list[_Cell]]


def _keyed(block: Tabel, ink: Ink, refs: list[Reference], years: Sequence[int]) -> TableView:
    """A table of figures with a value per key; the same cells however it is laid out."""
    keys = keys_of(ink, refs[0], years, block.top)
    rest = rest_keys(ink.report.catalogue, refs[0].ref)
    lay = {"jaren": _year_per_row, "cijfers": _figure_per_row}.get(block.rows or "", _key_per_row)
    layout = lay(ink, refs, years, keys)
    grid = [[ink.lookup(*cell) for cell in cells] for _, cells in layout.rows]
    apart = set().union(*(unsaid(_figures(ink, cells)) for cells in layout.together))
    rows = tuple(
        _row(ink, heading, figures, total=heading in rest, apart=apart)
        for (heading, _), figures in zip(layout.rows, grid, strict=True)
    )
    shown = [figure for row in grid for figure in row]
    return _view(block, ink, _units(grid), (layout.corner, layout.columns, rows), shown, years)


def _figures(ink: Ink, cells: Iterable[_Cell]) -> list[Figure]:
    return [ink.lookup(*cell) for cell in cells]


def _year_per_row(
    ink: Ink, refs: list[Reference], years: Sequence[int], keys: list[str]
) -> _Layout:
    columns = tuple(_named(ink, ref, refs, key) for key in keys for ref in refs)
    cells = [[(ref, year, key) for key in keys for ref in refs] for year in years]
    heads = [year_heading(year, _figures(ink, of)) for year, of in zip(years, cells, strict=True)]
    return _Layout("Jaar", columns, list(zip(heads, cells, strict=True)), cells)


def _figure_per_row(
    ink: Ink, refs: list[Reference], years: Sequence[int], keys: list[str]
) -> _Layout:
    together = [[(ref, year, key) for ref in refs] for key in keys for year in years]
    heads = [year_heading(of[0][1], _figures(ink, of)) for of in together]
    # A year that stands for what was counted over the whole of it need not be named alone.
    alone = len(years) == 1 and set(heads) <= {str(year) for year in years}
    columns = tuple(
        of[0][2] if alone else f"{of[0][2]} {head}"
        for of, head in zip(together, heads, strict=True)
    )
    rows = [
        (
            with_expected(ink.report.catalogue.title(ref.ref), ref),
            [(ref, year, key) for key in keys for year in years],
        )
        for ref in refs
    ]
    return _Layout("", columns, rows, together)


def _key_per_row(ink: Ink, refs: list[Reference], years: Sequence[int], keys: list[str]) -> _Layout:
    of = keyed_table(ink.report.catalogue, refs[0].ref)
    corner = of.key_column.capitalize() if of and of.key_column else "Sleutel"
    together = [[(ref, year, key) for key in keys] for ref in refs for year in years]
    columns = tuple(
        _named(ink, cells[0][0], refs, year_heading(cells[0][1], _figures(ink, cells)))
        for cells in together
        if cells
    )
    rows = [(key, [(ref, year, key) for ref in refs for year in years]) for key in keys]
    return _Layout(corner, columns, rows, together)


def _named(ink: Ink, ref: Reference, refs: list[Reference], what: str) -> str:
    """A heading; the name of the figure stands in it only where there are several."""
    name = with_expected(short(ink.report.catalogue, ref.ref), ref)
    return f"{name} {what}" if len(refs) > 1 else what


def _units(grid: Sequence[Sequence[Figure]]) -> str:
    """The unit of all counts in a table.

    '' when there are several (they then stand in the row headings).
    """
    units = {figure.unit for row in grid for figure in row if figure.unit not in ("procent", "")}
    return units.pop() if len(units) == 1 else ""


def with_expected(title: str, ref: Reference) -> str:
    """A title that says that the target or forecast is meant: 'Aanmeldingen (doel)'."""
    return f"{title} ({ref.expected})" if ref.expected else title


def _heading(catalogue: Catalogue, ref: Reference, shared: str) -> str:
    return _with_unit(catalogue.about(ref.ref).title, catalogue, ref, shared)


def _short_heading(catalogue: Catalogue, ref: Reference, shared: str) -> str:
    return _with_unit(short(catalogue, ref.ref), catalogue, ref, shared)


def _with_unit(title: str, catalogue: Catalogue, ref: Reference, shared: str) -> str:
    unit = catalogue.about(ref.ref).unit
    title = with_expected(title, ref)
    return title if shared or unit in ("procent", "") else f"{title} ({unit})"


def _is_total(catalogue: Catalogue, ref: Reference, refs: list[Reference]) -> bool:
    """A row that is the total of other rows: the catalogue says so."""
    return len(refs) > 2 and catalogue.role(ref.ref) is FigureRole.TOTAL


def _notes(
    block: Tabel, ink: Ink, shown: list[Figure], years: Sequence[int]
) -> tuple[Markup | str, ...]:
    notes: list[Markup | str] = []
    if block.note is not None:
        notes.append(ink.line(block.note))
    refs = [reference(name) for name in block.figures]
    if block.top and is_keyed(refs[0], ink):
        notes.extend(ranking_notes(open_ranking(ink, refs[0], years[-1], block.top)))
    notes.extend(figure_notes(ink.report.catalogue, shown, years))
    return tuple(notes)
