"""The figures of an edition as open data."""

from __future__ import annotations

import csv
import io

from ..model import Catalogue, Figure, Figures, Kind

COLUMNS = (
    "tabel", "kolom", "titel", "jaar", "periode", "sleutel", "waarde", "gedrukt", "soort_waarde", "voorlopig", "eenheid",
    "afronding", "populatie", "bron", "peildatum", "afgeleid", "formule",
)  # fmt: skip
_KINDS = {Kind.VALUE: "waarde", Kind.SUPPRESSED: "onderdrukt", Kind.UNKNOWN: "nog_niet_bekend", Kind.NOT_APPLICABLE: "niet_van_toepassing"}


def tidy_csv(catalogue: Catalogue, figures: Figures) -> bytes:
    """Every figure of the vintage, one row each: UTF-8, comma, a decimal point, LF line ends."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for figure in figures.values():
        writer.writerow([neutral(cell) for cell in _row(catalogue, figure)])
    return stream.getvalue().encode()


def _row(catalogue: Catalogue, figure: Figure) -> list[str]:
    name = figure.id
    table, _, column_name = name.ref.partition(".")
    column = catalogue.column(name.ref)
    derived = catalogue.derived.get(name.ref)
    source_id = column.source(name.year) if column else ""
    source = catalogue.sources.get(source_id)
    return [
        table,
        column_name,
        catalogue.title(name.ref),
        str(name.year),
        figure.period or "heel jaar",
        name.key or "",
        "" if figure.value is None else f"{figure.value:f}",
        figure.printed,
        _KINDS[figure.kind],
        "ja" if figure.provisional else "nee",
        figure.unit,
        "" if figure.derived else "exact" if figure.rounding is None else f"{figure.rounding:f}",
        column.population if column else derived.population if derived else "",
        source.title if source else source_id,
        figure.reference_date or "",
        "ja" if figure.derived else "nee",
        figure.formula or "",
    ]


def neutral(cell: str) -> str:
    """A text that no spreadsheet reads as a formula: one that begins with = + - @ gets an apostrophe, numbers stay numbers."""
    if cell[:1] in "=+-@\t\r" and cell and not cell.lstrip("-").replace(".", "", 1).isdigit():
        return f"'{cell}"
    return cell
