"""Tables: figures over years, or keys over figures, with everything a reader must know below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from ...core.formula import Reference, breaks, keyed_table, rest_keys
from ...core.model import Catalogue, ColumnRole, Figure, FigureKey, Kind, Tabel, has_keys, keys_in
from ...core.notation import format_datum, join_names
from ...core.words import (
    break_sentence,
    closed,
    source_name,
    symbol_meanings,
    year_with,
)
from .ink import Ink, reference, short


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
    catalogue = ink.report.catalogue
    grid = [[ink.lookup(ref, year) for year in years] for ref in refs]
    units = _units(grid)
    heads = tuple(_year_heading(year, [row[n] for row in grid]) for n, year in enumerate(years))
    if block.rows == "jaren":
        corner, columns = "Jaar", tuple(_short_heading(catalogue, ref, units) for ref in refs)
        rows = tuple(
            RowView(head, tuple(ink.figure(row[n]) for row in grid)) for n, head in enumerate(heads)
        )
    else:
        corner, columns = "", heads
        rows = tuple(
            RowView(
                _heading(catalogue, ref, units),
                tuple(ink.figure(figure) for figure in row),
                _is_total(catalogue, ref, refs),
            )
            for ref, row in zip(refs, grid, strict=True)
        )
    shown = [figure for row in grid for figure in row]
    return TableView(
        ink.line(block.title),
        units if len(refs) > 1 else "",
        corner,
        columns,
        rows,
        _notes(block, ink, shown, years),
        sources(ink, shown),
    )


def _keyed(block: Tabel, ink: Ink, refs: list[Reference], years: Sequence[int]) -> TableView:
    catalogue = ink.report.catalogue
    keys = keys_of(ink, refs[0], years, block.top)
    rest = rest_keys(catalogue, refs[0].ref)

    def head(ref: Reference | None, *others: object) -> str:
        """A heading; the name of the figure only where there are several."""
        named = [short(catalogue, ref.ref)] if ref is not None and len(refs) > 1 else []
        return " ".join([*named, *map(str, others)])

    # Per row its heading and its cells; the same cells however the table is laid.
    cells: list[tuple[str, list[tuple[Reference, int, str]]]]
    if block.rows == "jaren":
        corner = "Jaar"
        columns = tuple(head(ref, key) for key in keys for ref in refs)
        cells = [(str(y), [(ref, y, key) for key in keys for ref in refs]) for y in years]
    elif block.rows == "cijfers":
        corner = ""
        several = len(years) > 1
        columns = tuple(head(None, key, *([y] if several else [])) for key in keys for y in years)
        cells = [
            (catalogue.title(ref.ref), [(ref, y, key) for key in keys for y in years])
            for ref in refs
        ]
    else:
        table_ = keyed_table(catalogue, refs[0].ref)
        corner = table_.key_column.capitalize() if table_ and table_.key_column else "Sleutel"
        columns = tuple(head(ref, year) for ref in refs for year in years)
        cells = [(key, [(ref, year, key) for ref in refs for year in years]) for key in keys]
    grid = [[ink.lookup(*cell) for cell in row] for _, row in cells]
    rows = tuple(
        RowView(heading, tuple(ink.figure(figure) for figure in row), heading in rest)
        for (heading, _), row in zip(cells, grid, strict=True)
    )
    shown = [figure for row in grid for figure in row]
    return TableView(
        ink.line(block.title),
        _units(grid),
        corner,
        columns,
        rows,
        _notes(block, ink, shown, years),
        sources(ink, shown),
    )


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
    return len(refs) > 2 and catalogue.role(ref.ref) is ColumnRole.TOTAL


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


def figure_notes(catalogue: Catalogue, shown: Sequence[Figure], years: Sequence[int]) -> list[str]:
    """What readers must know about these figures: caveats, breaks in series, rounding, and the
    symbols that were used.
    """
    notes: dict[str, None] = {}
    refs = list(dict.fromkeys(figure.id.ref for figure in shown))
    tables = {
        table_.name: table_ for ref in refs if (table_ := catalogue.table_of(ref)) is not None
    }
    for table_ in tables.values():
        if table_.note:
            notes.setdefault(table_.note)
    for ref in refs:
        for broken in breaks(catalogue, ref) if len(years) > 1 else ():
            if broken.year in years:
                notes.setdefault(break_sentence(broken))
    for ref in refs:
        one = catalogue.column(ref) or catalogue.derived.get(ref)
        if one is not None and one.note:
            notes.setdefault(f"{one.title}: {one.note}")
    counts = [
        figure
        for figure in shown
        if figure.rounding and figure.unit != "procent" and figure.kind is Kind.VALUE
    ]
    if len({figure.id.ref for figure in counts} | {figure.id.key for figure in counts}) > 3:
        notes.setdefault(
            "Aantallen zijn afgerond; door afronding tellen de delen niet altijd op tot het totaal."
        )
    if used := symbol_meanings(figure.printed for figure in shown):
        notes.setdefault(closed("; ".join(used)))
    if any(figure.provisional for figure in shown):
        notes.setdefault("Voorlopige cijfers kunnen nog veranderen.")
    return list(notes)


def sources(ink: Ink, shown: Sequence[Figure]) -> str:
    """The sources of figures with their reference dates; those read in the press say so."""
    catalogue = ink.report.catalogue
    found: dict[str, None] = {}
    dates: dict[str, None] = {}
    for figure in shown:
        if figure.derived or figure.kind is Kind.UNKNOWN:
            continue
        if name := source_name(catalogue.about(figure.id.ref, figure.id.year).source):
            found.setdefault(name)
        if figure.reference_date:
            dates.setdefault(format_datum(figure.reference_date))
    if any(figure.derived for figure in shown):
        found.setdefault(
            "eigen berekening uit deze cijfers"
            if found
            else "eigen berekening uit gepubliceerde cijfers"
        )
    if not found:
        return ""
    when = f" Peildatum: {join_names(list(dates))}." if 0 < len(dates) <= 3 else ""
    return f"{'; '.join(found)}.{when}"
