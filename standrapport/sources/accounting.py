# SPDX-License-Identifier: EUPL-1.2
"""Every row of a source accounted for: read, counted, left out, or not to be read, in numbers and
lines only.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..core.model import Extract, Finding, Measure, Position, Table
from ..core.notation import format_getal, join_names
from ..messages import found
from .engine import RowFate
from .naming import amount, in_words
from .reading import LINES, SourceTotals


def row_findings(
    year: int, table: Table, extract: Extract, reading: SourceTotals
) -> Iterator[Finding]:
    """What happened to the rows of the source."""
    totals, here = reading.totals, extract.position
    source = {"bron": f"{join_names(list(reading.names[:3]))} (tabel {table.name})"}
    if reading.unreadable:
        said = source | _unreadable(extract, reading)
        yield found("SR-B006", (*reading.lines[:LINES], here), said, year=year)
    if totals.in_no_column:
        yield _in_no_column(reading, source, here, year)
    if totals.unseen:
        pairs = join_names([f"'{value}' ({column})" for column, value in totals.unseen])
        yield found("SR-B003", here, source | {"waarden": pairs}, year=year)
    values, rows = totals.repeated
    if values:
        columns = join_names([f"'{name}'" for name in extract.unique])
        said = {"rijen": amount(rows), "waarden": _values(values), "kolommen": columns}
        yield found("SR-B004", here, source | said, year=year)
    for counted, dated in sorted(totals.dated_rows.items()):
        if whole := dated and totals.year_rows[counted] - dated:
            said = {"heel": amount(whole), "deel": amount(dated), "jaar": str(counted)}
            yield found("SR-B024", here, source | said, year=year)
    if totals.rows[RowFate.OUTSIDE]:
        which = "meer jaren" if extract.every_year else ""
        said = source | _outside(year, reading)
        yield found("SR-B005", here, said, which=which, year=year)
    yield found("SR-B012", here, source | _summary(reading), year=year)


def _unreadable(extract: Extract, reading: SourceTotals) -> dict[str, str]:
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
    return {"rijen": amount(reading.unreadable), "waarom": why, "regels": lines}


def _in_no_column(
    reading: SourceTotals, source: dict[str, str], here: Position, year: int
) -> Finding:
    totals = reading.totals
    named = "; ".join(f"{column}: {in_words(values)}" for column, values in totals.unnamed.items())
    said = {
        "rijen": amount(totals.in_no_column),
        "vallen": "valt" if totals.in_no_column == 1 else "vallen",
        "waarden": named,
    }
    return found("SR-B002", here, source | said, which="genoemd" if named else "", year=year)


def _outside(year: int, reading: SourceTotals) -> dict[str, str]:
    totals = reading.totals
    told = sorted(totals.other_years.items())[:10]
    years = join_names([f"{named} ({amount(count)})" for named, count in told])
    return {"rijen": amount(totals.rows[RowFate.OUTSIDE]), "jaar": str(year), "jaren": years}


def _summary(reading: SourceTotals) -> dict[str, str]:
    rows = reading.totals.rows
    left = {
        "buiten 'waar'": rows[RowFate.EXCLUDED],
        "na de periode": rows[RowFate.LATER],
        "buiten het jaar": rows[RowFate.OUTSIDE],
        "onleesbaar": reading.unreadable,
    }
    parts = "".join(f", {format_getal(count)} {what}" for what, count in left.items() if count)
    counted = format_getal(rows[RowFate.COUNTED])
    return {"rijen": amount(reading.read), "geteld": counted, "verder": parts}


def _values(number: int) -> str:
    return "1 waarde" if number == 1 else f"{format_getal(number)} waarden"
