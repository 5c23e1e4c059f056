# SPDX-License-Identifier: EUPL-1.2
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
        sentence = f"{source}: {_unreadable(extract, reading)}"
        places = (*reading.lines[:LINES], *here)
        yield Finding("SR-B006", Severity.ERROR, sentence, places, year)
    if totals.in_no_column:
        sentence = f"{source}: {_in_no_column(reading)}"
        yield Finding("SR-B002", Severity.WARNING, sentence, here, year)
    if totals.unseen:
        pairs = join_names([f"'{value}' ({column})" for column, value in totals.unseen])
        sentence = f"{source}: geen enkele rij heeft {pairs}; klopt de spelling?"
        yield Finding("SR-B003", Severity.WARNING, sentence, here, year)
    values, rows = totals.repeated
    if values:
        columns = join_names([f"'{name}'" for name in extract.unique])
        sentence = (
            f"{source}: {amount(rows)} hebben samen maar {_values(values)} van {columns}; elke rij"
            " hoort een eigen kenmerk te hebben."
        )
        yield Finding("SR-B004", Severity.ERROR, sentence, here, year)
    if totals.rows[RowFate.OUTSIDE]:
        sentence = f"{source}: {_outside(year, extract, reading)}"
        yield Finding("SR-B005", Severity.WARNING, sentence, here, year)
    yield Finding("SR-B012", Severity.NOTE, f"{source}: {_summary(reading)}", here, year)


def _unreadable(extract: Extract, reading: SourceTotals) -> str:
    """How many rows could not be read, why, and on which lines."""
    rows = reading.totals.rows
    empty = extract.measure is Measure.DISTINCT
    reasons = (
        (
            reading.refused,
            "met te veel of te weinig cellen, een los aanhalingsteken of verkeerde tekens",
        ),
        (rows[RowFate.BAD_YEAR], f"waarvan '{extract.year}' geen datum of jaartal is"),
        (
            rows[RowFate.BAD_AMOUNT],
            f"waarvan '{extract.amount}' {'leeg' if empty else 'geen getal'} is",
        ),
    )
    why = join_names([f"{amount(count)} {what}" for count, what in reasons if count])
    shown = [str(place.line) for place in reading.lines]
    lines = ""
    if shown:
        rest = reading.unreadable - len(shown)
        more = f" en {rest} andere" if rest > 0 else ""
        lines = f" Regel{'s' if len(shown) > 1 else ''}: {', '.join(shown)}{more}."
    return f"{amount(reading.unreadable)} niet te lezen en niet meegeteld: {why}.{lines}"


def _in_no_column(reading: SourceTotals) -> str:
    totals = reading.totals
    named = "; ".join(f"{column}: {in_words(values)}" for column, values in totals.unnamed.items())
    why_not = f" Waarden die bij geen kolom genoemd zijn: {named}." if named else ""
    verb = "valt" if totals.in_no_column == 1 else "vallen"
    return f"{amount(totals.in_no_column)} {verb} in geen enkele kolom.{why_not}"


def _outside(year: int, extract: Extract, reading: SourceTotals) -> str:
    totals = reading.totals
    told = sorted(totals.other_years.items())[:10]
    years = join_names([f"{named} ({amount(count)})" for named, count in told])
    return (
        f"{amount(totals.rows[RowFate.OUTSIDE])} met een datum buiten"
        f" {'de jaren tot en met ' if extract.every_year else ''}{year} niet meegeteld:"
        f" {years}."
    )


def _summary(reading: SourceTotals) -> str:
    rows = reading.totals.rows
    left = {
        "buiten 'waar'": rows[RowFate.EXCLUDED],
        "na de periode": rows[RowFate.LATER],
        "buiten het jaar": rows[RowFate.OUTSIDE],
        "onleesbaar": reading.unreadable,
    }
    parts = "".join(f", {format_getal(count)} {what}" for what, count in left.items() if count)
    return f"{amount(reading.read)} gelezen, {format_getal(rows[RowFate.COUNTED])} geteld{parts}."


def _values(number: int) -> str:
    return "1 waarde" if number == 1 else f"{format_getal(number)} waarden"
