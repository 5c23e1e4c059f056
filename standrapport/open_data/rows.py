# SPDX-License-Identifier: EUPL-1.2
"""A figure as one row of open data: the columns every CSV file of an edition has, and what each of
them means.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from ..core.frozen import dataclass
from ..core.model import Catalogue, ColumnTable, Figure, FigureKey, Kind
from ..core.model.columns import KINDS, printed_cell
from ..core.words import as_cell, source_name

FieldType = Literal["string", "integer", "number", "boolean"]


@dataclass(frozen=True)
class Field:
    """A column of open data: its name, its meaning in Dutch, its type (as Table Schema names it),
    and its title where that does not follow from its name.
    """

    name: str
    meaning: str
    type: FieldType = "string"
    title: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", self.title or self.name.replace("_", " ").capitalize())


FIELDS = (
    Field("tabel", "Naam van de tabel waar het cijfer in staat."),
    Field("kolom", "Naam van het cijfer in die tabel; tabel.kolom is de naam in het rapport."),
    Field("titel", "Titel van het cijfer zoals de lezer die kent."),
    Field("jaar", "Jaar waar het cijfer over gaat.", "integer"),
    Field(
        "periode", "'heel jaar', of het deel van het jaar of de jaren waar het cijfer over gaat."
    ),
    Field(
        "sleutel",
        "Waar de rij over gaat in een tabel met een sleutel, zoals een regio; anders leeg.",
    ),
    Field(
        "waarde",
        "Het gedrukte getal, met een decimale punt; leeg als er geen getal gedrukt is.",
        "number",
    ),
    Field(
        "gedrukt",
        "Het cijfer precies zoals het in het rapport staat, ook '<5', 'n.n.b.' en 'b.l.'.",
    ),
    Field(
        "soort_waarde",
        "waarde, onderdrukt, nog_niet_bekend, niet_beschikbaar, niet_van_toepassing of"
        " buiten_de_lijst.",
    ),
    Field("voorlopig", "ja als het cijfer nog kan veranderen.", "boolean"),
    Field("status", "definitief of voorlopig voor wat geteld is; anders doel of raming."),
    Field("eenheid", "Wat er geteld of gemeten is."),
    Field("afronding", "Stap waarop is afgerond, of 'exact'; leeg bij een afgeleid cijfer."),
    Field(
        "populatie",
        "De groep waarover is geteld; vergelijk geen cijfers over verschillende groepen.",
    ),
    Field("bron", "Waar het cijfer vandaan komt; leeg bij een afgeleid cijfer."),
    Field("peildatum", "Datum tot en met welke registraties zijn meegeteld, als die bekend is."),
    Field("afgeleid", "ja als het cijfer met een formule uit andere cijfers volgt.", "boolean"),
    Field("formule", "De formule van een afgeleid cijfer."),
)
KIND_WORDS = {
    Kind.VALUE: "waarde",
    Kind.SUPPRESSED: "onderdrukt",
    Kind.UNKNOWN: "nog_niet_bekend",
    Kind.NOT_APPLICABLE: "niet_van_toepassing",
    Kind.UNAVAILABLE: "niet_beschikbaar",
    Kind.OUTSIDE: "buiten_de_lijst",
}
_FORMULA = frozenset("=+-@\t\r")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
HEADER = ",".join(field.name for field in FIELDS).encode() + b"\n"


def row_of(catalogue: Catalogue, figure: Figure) -> tuple[str, ...]:
    """The cells of FIELDS for one figure, nothing neutralised yet."""
    name = figure.id
    table, _, column_name = name.ref.partition(".")
    about = catalogue.about(name.ref, name.year, figure.source)
    return (
        table,
        column_name,
        about.title,
        str(name.year),
        as_cell(figure.period),
        name.key or "",
        "" if figure.value is None else f"{figure.value:f}",
        figure.printed,
        KIND_WORDS[figure.kind],
        "ja" if figure.provisional else "nee",
        figure.status,
        figure.unit,
        "" if figure.derived else "exact" if figure.rounding is None else f"{figure.rounding:f}",
        about.population,
        source_name(about.source),
        figure.reference_date or "",
        "ja" if figure.derived else "nee",
        figure.formula or "",
    )


def csv_lines(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV: UTF-8, comma, LF line ends, no cell that a spreadsheet would read as
    a formula.
    """
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(
        [neutral(cell) if cell[:1] in _FORMULA else cell for cell in row] for row in rows
    )
    return stream.getvalue().encode()


_ROWS_AT_ONCE = 5_000
_VALUE, _PRINTED, _KIND, _KEY, _PROVISIONAL, _STATUS, _DATE = (
    next(place for place, field in enumerate(FIELDS) if field.name == name)
    for name in ("waarde", "gedrukt", "soort_waarde", "sleutel", "voorlopig", "status", "peildatum")
)


def large_rows(catalogue: Catalogue, table: ColumnTable) -> Iterator[tuple[str, ...]]:
    """The same rows for a table kept as columns, without making a figure of every cell: each
    different cell is worded once.
    """
    patterns: dict[tuple[str, int], list[str]] = {}
    worded: dict[tuple[str, int, int], tuple[str, str, str]] = {}
    for start in range(0, len(table.keys), _ROWS_AT_ONCE):
        part = slice(start, start + _ROWS_AT_ONCE)
        columns = [
            (name, values.kinds[part].tolist(), values.numbers[part].tolist())
            for name, values in table.columns.items()
        ]
        shared = zip(
            table.years[part].tolist(),
            table.keys[part],
            table.provisional[part].tolist(),
            table.reference_dates[part],
            strict=True,
        )
        for at, (year, key, provisional, date) in enumerate(shared):
            for name, kinds, numbers in columns:
                row = patterns.get((name, year))
                if row is None:
                    figure = table.figure(FigureKey(table.table.columns[name].ref, year, key))
                    assert figure is not None
                    row = patterns[name, year] = list(row_of(catalogue, figure))
                cell = (name, kinds[at], numbers[at])
                words = worded.get(cell)
                if words is None:
                    kind = KINDS[kinds[at]]
                    value, _, printed = printed_cell(
                        kind, numbers[at], table.columns[name].decimals, table.table.columns[name]
                    )
                    words = worded[cell] = (
                        "" if value is None else f"{value:f}",
                        printed,
                        KIND_WORDS[kind],
                    )
                row[_VALUE], row[_PRINTED], row[_KIND] = words
                row[_KEY], row[_PROVISIONAL], row[_STATUS], row[_DATE] = (
                    key,
                    "ja" if provisional else "nee",
                    "voorlopig" if provisional else "definitief",
                    date or "",
                )
                yield tuple(row)


def neutral(cell: str) -> str:
    """A text that no spreadsheet reads as a formula: one that begins with = + - @ gets an
    apostrophe, numbers stay numbers.
    """
    if cell[:1] in _FORMULA and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell
