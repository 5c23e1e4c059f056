# SPDX-License-Identifier: EUPL-1.2
"""The CSV files: one for every table, one with everything, and one that says what each
column is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from ..core.model import Catalogue, Figures
from ..report.publish import FileContent
from .rows import HEADER, Field, csv_lines
from .tables import DataTable, tables_of

EVERYTHING = "cijfers.csv"
COLUMNS = "kolommen.csv"
_ROWS_AT_ONCE = 5_000
COLUMN_FIELDS = (
    Field("tabel", "Naam van de tabel."),
    Field("kolom", "Naam van het cijfer in die tabel."),
    Field("titel_tabel", "Titel van de tabel zoals de lezer die kent.", title="Titel van de tabel"),
    Field("titel", "Titel van het cijfer."),
    Field("eenheid", "Wat er geteld of gemeten is."),
    Field("afronding", "Hoe het cijfer is afgerond."),
    Field("onderdrukking", "Aantallen onder deze grens worden niet getoond, zoals '<5'."),
    Field("populatie", "De groep waarover is geteld."),
    Field("definitie", "Wat het cijfer betekent."),
    Field("noot", "Wat een lezer verder moet weten."),
    Field("bron", "Waar het cijfer vandaan komt, zo nodig per jaar."),
    Field("formule", "De formule van een afgeleid cijfer."),
)


def csv_files(
    catalogue: Catalogue, figures: Figures, tables: Sequence[DataTable], spool: Path
) -> dict[str, FileContent]:
    """Every CSV file by name.

    What holds a large table is written to `spool` on the way, so that it never stands in memory.
    """
    parts = {
        table.file: _content(
            _lines(table.rows(catalogue, figures)), spool / table.file, table.is_large
        )
        for table in tables
    }
    large = any(table.is_large for table in tables)
    everything = _content(
        chain.from_iterable(_body(part) for part in parts.values()), spool / EVERYTHING, large
    )
    return {EVERYTHING: everything, **parts, COLUMNS: _columns(tables)}


def small_csv(catalogue: Catalogue, figures: Figures) -> bytes:
    """Every figure but those of large tables, as one CSV: what travels inside the PDF."""
    small = (
        row
        for table in tables_of(catalogue, figures)
        if not table.is_large
        for row in table.rows(catalogue, figures)
    )
    return HEADER + b"".join(_lines(small))


def column_rows(tables: Iterable[DataTable]) -> Iterator[tuple[str, ...]]:
    """The cells of COLUMN_FIELDS for every column of every table."""
    for table in tables:
        for column in table.columns:
            yield (
                table.name,
                column.ref.partition(".")[2],
                table.title,
                column.about.title,
                column.about.unit,
                column.rounding_words,
                "" if column.suppression is None else f"<{column.suppression}",
                column.about.population,
                " ".join(column.about.definition.split()),
                " ".join(column.about.note.split()),
                column.sources,
                column.about.formula,
            )


def _columns(tables: Iterable[DataTable]) -> bytes:
    return csv_lines([[field.name for field in COLUMN_FIELDS], *column_rows(tables)])


def _lines(rows: Iterator[tuple[str, ...]]) -> Iterator[bytes]:
    while some := list(islice(rows, _ROWS_AT_ONCE)):
        yield csv_lines(some)


def _content(lines: Iterable[bytes], path: Path, large: bool) -> FileContent:
    if not large:
        return HEADER + b"".join(lines)
    with path.open("wb") as stream:
        stream.write(HEADER)
        stream.writelines(lines)
    return path


def _body(content: FileContent) -> Iterator[bytes]:
    """A file without its header."""
    if isinstance(content, bytes):
        yield content[len(HEADER) :]
        return
    with content.open("rb") as stream:
        stream.seek(len(HEADER))
        while part := stream.read(1 << 20):
            yield part
