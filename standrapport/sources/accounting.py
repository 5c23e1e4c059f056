# SPDX-License-Identifier: EUPL-1.2
"""Every row of a source accounted for: read, counted, left out, or not to be read, in numbers and
lines only; and which values of a source may be told: those so common and so short that they can
only be categories.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from ..core.frozen import dataclass
from ..core.model import Column, Extract, Finding, Measure, Position, Table
from ..core.notation import format_figure, format_getal, join_names, round_to_step
from ..messages import found
from .engine import RowFate
from .reading import LINES, SourceTotals

_ROWS = 10  # a value on fewer rows than this may say something of a person
_KINDS = 40  # a column with more values than this that nobody named is no category
_LENGTH = 40
_DIGITS = 3  # a value with more digits than this may be a number of a person or a date


def tellable(values: Mapping[str, int]) -> list[str]:
    """The values that may be told, most rows first; `values` gives the number of rows of each."""
    if len(values) > _KINDS:
        return []
    common = [value for value, rows in values.items() if rows >= _ROWS and harmless(value)]
    return sorted(common, key=lambda value: (-values[value], value))


def harmless(value: str) -> bool:
    """Whether a value can hardly be a number, a name with an address, or free text
    about a person.
    """
    return (
        len(value) <= _LENGTH
        and sum(character.isdigit() for character in value) <= _DIGITS
        and value.isprintable()
        and "@" not in value
    )


def in_words(values: Mapping[str, int]) -> str:
    """`'Anders' (1.200 rijen), leeg (30 rijen) en 3 andere waarden`, at most ten told."""
    told = tellable(values)[:10]
    parts = [f"{repr(value) if value else 'leeg'} ({amount(values[value])})" for value in told]
    others = len(values) - len(told)
    if others:
        rows = amount(sum(values.values()) - sum(values[value] for value in told))
        word = "andere " if told else ""
        parts.append(
            f"{others} {word}{'waarde' if others == 1 else 'waarden'} die hier niet getoond worden"
            f" ({rows})"
        )
    return join_names(parts)


def amount(rows: int) -> str:
    """'1 rij', '1.200 rijen'."""
    return "1 rij" if rows == 1 else f"{format_getal(rows)} rijen"


@dataclass(frozen=True)
class Published:
    """`value` is None when suppressed.

    `printed` is how the report shows it, `cell` how a figure file has it.
    """

    value: Decimal | None
    printed: str
    cell: str


def published(total: Decimal, column: Column) -> Published:
    """The published form of a total: '<n' below the limit of suppression (contract: '<5' stands for
    0 to 4), else rounded.
    """
    if column.suppression is not None and 0 <= total < column.suppression:
        return Published(None, f"<{column.suppression}", f"<{column.suppression}")
    value = round_to_step(total, column.rounding, down=column.rounds_down)
    decimals = max(column.decimals, -int(value.normalize().as_tuple().exponent), 0)
    return Published(
        value,
        format_figure(value, decimals, column.unit),
        format_getal(value, decimals).replace(".", "").replace("\N{MINUS SIGN}", "-"),
    )


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
