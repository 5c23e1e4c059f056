"""Every row of a source accounted for: read, counted, left out, or not to be read, in numbers and
lines only.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..core.model import Extract, Finding, Measure, Severity, Table
from ..core.notation import format_getal, join_names
from .engine import RowFate
from .naming import amount, in_words
from .reading import LINES, SourceTotals


def row_findings(
    year: int, table: Table, extract: Extract, reading: SourceTotals
) -> Iterator[Finding]:
    """What happened to the rows of the source."""
    totals, here = reading.totals, (extract.position,)
    source = f"{join_names(list(reading.names[:3]))} (tabel {table.name})"
    if reading.unreadable:
        shown = [str(place.line) for place in reading.lines]
        lines = ""
        if shown:
            more = (
                f" en {reading.unreadable - len(shown)} andere"
                if reading.unreadable > len(shown)
                else ""
            )
            lines = f" Regel{'s' if len(shown) > 1 else ''}: {', '.join(shown)}{more}."
        why = [
            f"{amount(count)} {what}"
            for count, what in (
                (
                    reading.refused,
                    "met te veel of te weinig cellen, een los aanhalingsteken of verkeerde tekens",
                ),
                (
                    totals.rows[RowFate.BAD_YEAR],
                    f"waarvan '{extract.year}' geen datum of jaartal is",
                ),
                (
                    totals.rows[RowFate.BAD_AMOUNT],
                    (
                        f"waarvan '{extract.amount}'"
                        f" {'leeg' if extract.measure is Measure.DISTINCT else 'geen getal'} is"
                    ),
                ),
            )
            if count
        ]
        sentence = (
            f"{source}: {amount(reading.unreadable)} niet te lezen en niet meegeteld:"
            f" {join_names(why)}.{lines}"
        )
        yield Finding("SR-B006", Severity.ERROR, sentence, (*reading.lines[:LINES], *here), year)
    if totals.in_no_column:
        named = "; ".join(
            f"{column}: {in_words(values)}" for column, values in totals.unnamed.items()
        )
        why_not = f" Waarden die bij geen kolom genoemd zijn: {named}." if named else ""
        sentence = f"{source}: {amount(totals.in_no_column)} vallen in geen enkele kolom.{why_not}"
        yield Finding(
            "SR-B002", Severity.WARNING, sentence.replace("1 rij vallen", "1 rij valt"), here, year
        )
    if totals.unseen:
        pairs = join_names([f"'{value}' ({column})" for column, value in totals.unseen])
        yield Finding(
            "SR-B003",
            Severity.WARNING,
            f"{source}: geen enkele rij heeft {pairs}; klopt de spelling?",
            here,
            year,
        )
    values, rows = totals.repeated
    if values:
        columns = join_names([f"'{name}'" for name in extract.unique])
        sentence = (
            f"{source}: {amount(rows)} hebben samen maar {_values(values)} van {columns}; elke rij"
            " hoort een eigen kenmerk te hebben."
        )
        yield Finding("SR-B004", Severity.ERROR, sentence, here, year)
    outside = totals.rows[RowFate.OUTSIDE]
    if outside:
        years = join_names(
            [
                f"{named} ({amount(count)})"
                for named, count in sorted(totals.other_years.items())[:10]
            ]
        )
        sentence = (
            f"{source}: {amount(outside)} met een datum buiten"
            f" {'de jaren tot en met ' if extract.every_year else ''}{year} niet meegeteld:"
            f" {years}."
        )
        yield Finding("SR-B005", Severity.WARNING, sentence, here, year)
    left = {
        "buiten 'waar'": totals.rows[RowFate.EXCLUDED],
        "na de periode": totals.rows[RowFate.LATER],
        "buiten het jaar": outside,
        "onleesbaar": reading.unreadable,
    }
    parts = "".join(f", {format_getal(count)} {what}" for what, count in left.items() if count)
    sentence = (
        f"{source}: {amount(reading.read)} gelezen, {format_getal(totals.rows[RowFate.COUNTED])}"
        f" geteld{parts}."
    )
    yield Finding("SR-B012", Severity.NOTE, sentence, here, year)


def _values(number: int) -> str:
    return "1 waarde" if number == 1 else f"{format_getal(number)} waarden"
