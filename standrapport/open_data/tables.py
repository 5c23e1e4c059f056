# SPDX-License-Identifier: EUPL-1.2
"""The figures of an edition by table: what goes into one file or one worksheet, with what is
declared of its columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..core.frozen import dataclass
from ..core.model import (
    AboutFigure,
    Catalogue,
    Column,
    ColumnTable,
    Figure,
    FigureKey,
    Figures,
    SeriesBreak,
    Table,
    Vintage,
    beside,
    large_tables,
    single_figures,
)
from ..core.notation import decimals_in, format_getal
from ..core.words import source_name
from .rows import large_rows, row_of


@dataclass(frozen=True)
class DataColumn:
    """A column or computed figure of the data: what is known of it, how it was rounded, and its
    `sources` in words.
    """

    about: AboutFigure
    rounding: Decimal | None
    suppression: int | None
    sources: str
    rounds_down: bool = False

    @property
    def ref(self) -> str:
        """The name of the figure."""
        return self.about.ref

    @property
    def heading(self) -> str:
        """The title with the unit, as it stands above a column."""
        return f"{self.about.title} ({self.about.unit})" if self.about.unit else self.about.title

    @property
    def rounding_words(self) -> str:
        """How the column was rounded, in Dutch."""
        if self.about.formula:
            return "afgeleid"
        if self.rounding is None:
            return "exact"
        way = "naar beneden op" if self.rounds_down else "op"
        return f"{way} {format_getal(self.rounding, decimals_in(self.rounding))}"


@dataclass(frozen=True)
class DataTable:
    """A table with its figures: `figures` one by one, a table kept as columns in `large`, what is
    derived per key of one in `lazy`.
    """

    name: str
    title: str
    definition: str
    note: str
    key: str | None
    breaks: tuple[SeriesBreak, ...]
    columns: tuple[DataColumn, ...]
    figures: tuple[Figure, ...]
    large: ColumnTable | None
    lazy: tuple[tuple[str, ColumnTable], ...]

    @property
    def file(self) -> str:
        """The name of its CSV file."""
        return f"tabel-{self.name}.csv"

    @property
    def is_large(self) -> bool:
        """Whether it has more figures than are kept one by one: its file is written on the way, and
        no worksheet holds it.
        """
        return self.large is not None or bool(self.lazy)

    def rows(self, catalogue: Catalogue, figures: Figures) -> Iterator[tuple[str, ...]]:
        """Every figure of the table as a row of open data; a large table passes by row by row."""
        yield from (row_of(catalogue, figure) for figure in self.figures)
        if self.large is not None:
            yield from large_rows(catalogue, self.large)
        for ref, table in self.lazy:
            for year, keys in table.rows.items():
                yield from (row_of(catalogue, figures[FigureKey(ref, year, key)]) for key in keys)


def tables_of(catalogue: Catalogue, figures: Figures) -> list[DataTable]:
    """The tables this edition has figures of, in the order of the catalogue.

    Those of derived figures alone come last.
    """
    single: dict[str, list[Figure]] = {}
    for figure in (*single_figures(figures).values(), *beside(figures).values()):
        single.setdefault(table_name(figure.id.ref), []).append(figure)
    large = large_tables(figures)
    lazy: dict[str, list[tuple[str, ColumnTable]]] = {}
    if isinstance(figures, Vintage):
        for ref, (of, _) in figures.lazy.items():
            lazy.setdefault(table_name(ref), []).append((ref, large[of]))
    found = []
    for name in dict.fromkeys((*catalogue.tables, *single, *lazy)):
        own, whole, later = single.get(name, []), large.get(name), tuple(lazy.get(name, ()))
        refs = {figure.id.ref for figure in own} | {ref for ref, _ in later}
        if whole is not None:
            refs |= {whole.table.columns[column].ref for column in whole.columns}
        if refs:
            columns = tuple(_column(catalogue, ref) for ref in catalogue.refs if ref in refs)
            about = _about(catalogue.tables.get(name), name)
            found.append(DataTable(name, *about, columns, tuple(own), whole, later))
    return found


def _about(
    table: Table | None, name: str
) -> tuple[str, str, str, str | None, tuple[SeriesBreak, ...]]:
    """Title, definition, note, key and breaks of a table; None holds derived figures alone."""
    if table is None:
        return f"Afgeleide cijfers: {name}", "", "", None, ()
    return table.title, table.definition, table.note, table.key_column, _breaks(table)


def table_name(ref: str) -> str:
    """The table a figure belongs to: `instroom.noord` to `instroom`."""
    return ref.partition(".")[0]


def _breaks(table: Table) -> tuple[SeriesBreak, ...]:
    """The breaks of a table and of its columns by themselves, earliest first."""
    found = dict.fromkeys(one for column in table.columns.values() for one in column.breaks)
    return tuple(sorted(found, key=lambda one: one.year))


def _column(catalogue: Catalogue, ref: str) -> DataColumn:
    about, column = catalogue.about(ref), catalogue.column(ref)
    if column is None:
        return DataColumn(about, None, None, "")
    sources = _sources(catalogue, column)
    return DataColumn(about, column.rounding, column.suppression, sources, column.rounds_down)


def _sources(catalogue: Catalogue, column: Column) -> str:
    """The sources of a column with the years they hold for: '2018: A; andere jaren: B'."""
    named = {year: source_name(catalogue.source(id_)) for year, id_ in column.sources.items()}
    if set(named) <= {None}:
        return named.get(None, "")
    years = [f"{year}: {title}" for year, title in named.items() if year is not None]
    return "; ".join([*years, *([f"andere jaren: {named[None]}"] if None in named else [])])
