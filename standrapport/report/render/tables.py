"""Tables: figures over years, or keys over figures, with everything a reader must know below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from ...core.formula import Reference, breaks, keyed_table, rest_keys
from ...core.model import Block, Catalogue, Figure, FigureKey, Kind, Role, keys_in
from ...core.model import years_of as all_years
from ...core.notation import NOT_APPLICABLE, NOT_KNOWN, format_datum, join_names
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


def years_of(block: Block, report_year: int) -> tuple[int, ...]:
    """The years a block asks for; the report year when it does not say."""
    years = block.fields.get("jaren")
    return years if isinstance(years, tuple) else (report_year,)


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
    if ref.key is not None:
        return False
    figures = ink.report.figures
    return any(keys_in(figures, ref.ref, year) for year in all_years(figures))


def table(block: Block, ink: Ink) -> TableView:
    """The table a block asks for."""
    refs = [reference(text) for text in block.fields["cijfers"]]
    years = years_of(block, ink.report.edition.year)
    catalogue = ink.report.catalogue
    if any(is_keyed(ref, ink) for ref in refs):
        return _keyed(block, ink, refs, years)
    grid = [[ink.lookup(ref, year) for year in years] for ref in refs]
    units = _units(grid)
    rows = tuple(
        RowView(
            _heading(catalogue, ref, units),
            tuple(ink.figure(figure) for figure in row),
            _is_total(catalogue, ref, refs),
        )
        for ref, row in zip(refs, grid, strict=True)
    )
    shown = [figure for row in grid for figure in row]
    heads = tuple(_year_heading(year, [row[n] for row in grid]) for n, year in enumerate(years))
    return TableView(
        ink.line(block.title),
        units if len(refs) > 1 else "",
        "",
        heads,
        rows,
        _notes(block, ink, shown, years),
        sources(ink, shown),
    )


def _keyed(block: Block, ink: Ink, refs: list[Reference], years: Sequence[int]) -> TableView:
    catalogue = ink.report.catalogue
    keys = keys_of(ink, refs[0], years, block.fields.get("top"))
    pairs = [(ref, year) for ref in refs for year in years]
    grid = [[ink.lookup(ref, year, key) for ref, year in pairs] for key in keys]
    rest = rest_keys(catalogue, refs[0].ref)
    rows = tuple(
        RowView(key, tuple(ink.figure(figure) for figure in row), key in rest)
        for key, row in zip(keys, grid, strict=True)
    )
    heads = tuple(
        f"{short(catalogue, ref.ref)} {year}" if len(refs) > 1 else str(year) for ref, year in pairs
    )
    table_ = keyed_table(catalogue, refs[0].ref)
    corner = table_.key_column.capitalize() if table_ and table_.key_column else "Sleutel"
    shown = [figure for row in grid for figure in row]
    return TableView(
        ink.line(block.title),
        _units(grid),
        corner,
        heads,
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
    column = catalogue.column(ref.ref)
    unit = column.unit if column else catalogue.derived[ref.ref].unit
    title = catalogue.title(ref.ref)
    return title if shared or unit in ("procent", "") else f"{title} ({unit})"


def _is_total(catalogue: Catalogue, ref: Reference, refs: list[Reference]) -> bool:
    """A row that is the total of other rows: the catalogue says so."""
    return len(refs) > 2 and catalogue.role(ref.ref) is Role.TOTAL


def _year_heading(year: int, figures: Iterable[Figure]) -> str:
    period = next((figure.period for figure in figures if figure.period), None)
    return f"{year} ({period})" if period else str(year)


def _notes(
    block: Block, ink: Ink, shown: list[Figure], years: Sequence[int]
) -> tuple[Markup | str, ...]:
    notes: list[Markup | str] = []
    note = block.fields.get("noot")
    if note is not None:
        notes.append(ink.line(note))
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
                notes.setdefault(f"Breuk in {broken.year}: {broken.reason}")
    for ref in refs:
        derived = catalogue.derived.get(ref)
        if derived is not None and derived.note:
            notes.setdefault(f"{derived.title}: {derived.note}")
    counts = [
        figure
        for figure in shown
        if figure.rounding and figure.unit != "procent" and figure.kind is Kind.VALUE
    ]
    if len({figure.id.ref for figure in counts} | {figure.id.key for figure in counts}) > 3:
        notes.setdefault(
            "Aantallen zijn afgerond; door afronding tellen de delen niet altijd op tot het totaal."
        )
    symbols = {
        NOT_KNOWN: "nog niet bekend",
        NOT_APPLICABLE: "niet van toepassing",
    }
    used = [
        f"{symbol} = {words}"
        for symbol, words in symbols.items()
        if any(figure.printed == symbol for figure in shown)
    ]
    limits = sorted(
        {
            figure.suppression
            for figure in shown
            if figure.kind is Kind.SUPPRESSED and figure.suppression
        }
    )
    used += [
        f"<{limit} = minder dan {limit}; niet getoond om herleiden te voorkomen" for limit in limits
    ]
    if used:
        notes.setdefault(f"{'; '.join(used)}.")
    if any(figure.provisional for figure in shown):
        notes.setdefault("Voorlopige cijfers kunnen nog veranderen.")
    return list(notes)


def sources(ink: Ink, shown: Sequence[Figure]) -> str:
    """The sources of figures with their reference dates; those read in the press say so."""
    catalogue = ink.report.catalogue
    found: dict[str, None] = {}
    dates: dict[str, None] = {}
    for figure in shown:
        column = catalogue.column(figure.id.ref)
        if column is None or figure.kind is Kind.UNKNOWN:
            continue
        source = catalogue.sources.get(column.source(figure.id.year))
        if source is not None:
            found.setdefault(f"{source.title} (via de pers)" if source.via_press else source.title)
        elif column.source(figure.id.year):
            found.setdefault(column.source(figure.id.year))
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
