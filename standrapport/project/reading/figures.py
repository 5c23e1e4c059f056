"""The figure files of one vintage: CSV to figures, every bad cell a finding with file, line and
column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from ...core.csv_text import decode, delimiter_of, rows_of
from ...core.formula import nearest
from ...core.model import (
    Catalogue,
    Column,
    ColumnTable,
    Figure,
    FigureKey,
    Figures,
    Finding,
    Kind,
    Position,
    Severity,
    Table,
    Vintage,
)
from ...core.notation import is_whole_year, join_names
from .bulk import is_large, read_columns
from .cells import BadCell, read_cell

_FIXED = ("jaar", "periode", "status", "peildatum")
_STATUS = {"": False, "definitief": False, "voorlopig": True}


@dataclass
class _Table:
    """One file being read: its findings and figures grow row by row.

    `large` gets the files read as columns.
    """

    table: Table
    name: str
    figures: dict[FigureKey, Figure]
    findings: list[Finding]
    large: dict[str, ColumnTable]

    def report(
        self,
        code: str,
        sentence: str,
        line: int | None,
        column: str | None = None,
        *,
        note: bool = False,
    ) -> None:
        severity = Severity.NOTE if note else Severity.ERROR
        self.findings.append(
            Finding(code, severity, sentence, (Position(self.name, line, column),))
        )


def load_figures(project: Path, year: int, catalogue: Catalogue) -> tuple[Figures, list[Finding]]:
    """All figures of `figures/<year>/`, history rows included, and what is wrong with the files.

    A table of the catalogue without a file is noted (SR-L019) and all of it is unknown; a folder
    without any figure file at all is an error, since nothing could then be checked.
    """
    folder = project / "figures" / str(year)
    figures: dict[FigureKey, Figure] = {}
    large: dict[str, ColumnTable] = {}
    findings: list[Finding] = []
    files = {path.name for path in folder.glob("*.csv")} if folder.is_dir() else set()
    if not files:
        sentence = (
            f"In figures/{year} staan geen cijferbestanden (*.csv); zet er de tabellen uit"
            " indicatoren.yaml in."
        )
        return figures, [
            Finding("SR-L005", Severity.ERROR, sentence, (Position(f"figures/{year}"),))
        ]
    absent: list[str] = []
    for table in catalogue.tables.values():
        reading = _Table(table, f"figures/{year}/{table.file}", figures, findings, large)
        if table.file in files:
            _read(reading, (folder / table.file).read_bytes())
        else:
            absent.append(table.name)
    if absent:
        which = (
            f"tabel {absent[0]}"
            if len(absent) == 1
            else f"{len(absent)} tabellen ({join_names(absent)})"
        )
        sentence = (
            f"In figures/{year} is geen bestand voor {which}; die cijfers zijn allemaal n.n.b."
        )
        findings.append(Finding("SR-L019", Severity.NOTE, sentence, (Position(f"figures/{year}"),)))
    for extra in sorted(files - {table.file for table in catalogue.tables.values()}):
        free = [table.file for table in catalogue.tables.values() if table.file not in files]
        # Without the ending: that is the same for all, and would make any of them look meant.
        close = nearest(Path(extra).stem, [Path(file).stem for file in free])
        hint = f" Bedoelt u {close[0]}.csv?" if close else ""
        sentence = f"{extra} hoort bij geen tabel in indicatoren.yaml.{hint}"
        findings.append(
            Finding("SR-L005", Severity.ERROR, sentence, (Position(f"figures/{year}/{extra}"),))
        )
    return Vintage(figures, large) if large else figures, findings


def _read(reading: _Table, content: bytes) -> None:
    text, bad_line = decode(content)
    if bad_line is not None:
        sentence = (
            "Het bestand is niet als UTF-8 opgeslagen (waarschijnlijk Windows-1252); sla het op als"
            " 'CSV UTF-8'."
        )
        reading.report("SR-L006", sentence, bad_line)
    delimiter = delimiter_of(text.partition("\n")[0])
    if is_large(reading.table, text) and _read_large(reading, text, delimiter):
        return
    rows = [
        (line, row) for line, row in rows_of(text, delimiter) if any(cell.strip() for cell in row)
    ]
    if not rows:
        reading.report(
            "SR-L017", "Het bestand is leeg; de eerste regel hoort de kolomnamen te bevatten.", 1
        )
        return
    header_line, header = rows[0]
    places = _header(reading, [cell.strip() for cell in header], header_line)
    if places is None:
        return
    if len(rows) == 1:
        reading.report(
            "SR-L017", "Het bestand heeft kolomnamen maar geen enkele rij met cijfers.", header_line
        )
    seen: dict[tuple[int, str, str | None], int] = {}
    for line, row in rows[1:]:
        if len(row) != len(header):
            hint = (
                " Zet n.n.b. waar een cijfer nog niet bekend is." if len(row) < len(header) else ""
            )
            if len(row) > len(header) and delimiter == ",":
                hint = (
                    " Staat er een komma in een getal? Zet dat getal tussen aanhalingstekens of"
                    " gebruik puntkomma's."
                )
            reading.report(
                "SR-L015", f"Deze rij heeft {len(row)} cellen, de kop {len(header)}.{hint}", line
            )
            continue
        _row(reading, {name: row[at].strip() for name, at in places.items()}, line, seen)


def _read_large(reading: _Table, text: str, delimiter: str) -> bool:
    """Read a large file as columns.

    False (and nothing reported) when it has to be read cell by cell.
    """
    trial = replace(reading, findings=[])
    places = _header(trial, [cell.strip() for cell in text.partition("\n")[0].split(delimiter)], 1)
    if places is None:
        return False
    columns = read_columns(reading.table, reading.name, text, delimiter, places, trial.report)
    if columns is None:
        return False
    reading.findings.extend(trial.findings)
    reading.large[reading.table.name] = columns
    return True


def _header(reading: _Table, header: list[str], line: int) -> dict[str, int] | None:
    """The place of each known column; None when the table cannot be read at all."""
    table = reading.table
    needed = ["jaar", *([table.key_column] if table.key_column else [])]
    known = [*_FIXED, *needed[1:], *table.columns]
    places: dict[str, int] = {}
    meant: set[str] = set()  # a misspelt column is reported once, not also as missing
    for at, name in enumerate(header):
        if name in places:
            reading.report(
                "SR-L007",
                f"De kolom '{name}' staat twee keer in de kop; haal er een weg.",
                line,
                name,
            )
        elif name not in known:
            free = [column for column in known if column not in header]
            absent = [column for column in free if column not in _FIXED]
            close = (nearest(name, free) or (absent if len(absent) == 1 else []))[:1]
            meant.update(close)
            hint = f" Bedoelt u '{close[0]}'?" if close else ""
            what = f"De kolom '{name}' bestaat niet" if name else f"Kolom {at + 1} heeft geen naam"
            reading.report(
                "SR-L007", f"{what}.{hint} Bekend zijn: {', '.join(known)}.", line, name or None
            )
        else:
            places[name] = at
    missing = [name for name in [*needed, *table.columns] if name not in places]
    for name in (column for column in missing if column not in meant):
        reading.report(
            "SR-L008", f"De kolom '{name}' van tabel {table.name} ontbreekt in de kop.", line, name
        )
    return None if any(name in missing for name in needed) else places


def _row(
    reading: _Table, cells: dict[str, str], line: int, seen: dict[tuple[int, str, str | None], int]
) -> None:
    table = reading.table
    year_text = cells["jaar"]
    if not re.fullmatch(r"(19|20)\d\d", year_text):
        reading.report(
            "SR-L014",
            f"'{year_text}' is geen jaartal van vier cijfers; schrijf het voluit, zoals 2021.",
            line,
            "jaar",
        )
        return
    year = int(year_text)
    period = cells.get("periode", "")
    whole = is_whole_year(period)
    key = cells[table.key_column] if table.key_column else None
    if key == "":
        reading.report(
            "SR-L009", f"De sleutel '{table.key_column}' is leeg.", line, table.key_column
        )
        return
    name = (year, "" if whole else period, key)
    if name in seen:
        what = f"{year}{'' if whole else f' {period}'}{f' {key}' if key else ''}"
        reading.report(
            "SR-L011",
            f"De rij voor {what} staat hier voor de tweede keer (eerst op regel {seen[name]}); haal"
            " een van beide weg.",
            line,
            "jaar",
        )
        return
    beside = next((other for other in seen if other[0] == year and other[2] == key), None)
    if beside is not None:
        used = beside[1] if not whole and beside[1] else "het hele jaar"
        sentence = (
            f"{year} staat er twee keer: voor het hele jaar en voor een deel ervan; het rapport"
            f" gebruikt {used}."
        )
        reading.report("SR-L020", sentence, line, "periode", note=True)
    seen[name] = line
    status = cells.get("status", "").lower()
    if status not in _STATUS:
        reading.report(
            "SR-L009",
            f"De status '{cells['status']}' bestaat niet; kies definitief of voorlopig.",
            line,
            "status",
        )
    row = _Row(
        year,
        key,
        None if whole else period,
        _STATUS.get(status, False),
        cells.get("peildatum") or None,
        line,
    )
    for column_name, column in table.columns.items():
        if column_name in cells:
            _figure(reading, row, column_name, column, cells[column_name])


@dataclass(frozen=True)
class _Row:
    """What all cells of a row share."""

    year: int
    key: str | None
    period: str | None
    provisional: bool
    reference_date: str | None
    line: int


def _figure(reading: _Table, row: _Row, column_name: str, column: Column, raw: str) -> None:
    name = FigureKey(column.ref, row.year, row.key)
    figure = Figure(
        id=name,
        kind=Kind.UNKNOWN,
        printed="n.n.b.",
        rounding=column.rounding,
        suppression=column.suppression,
        unit=column.unit,
        period=row.period,
        provisional=row.provisional,
        reference_date=row.reference_date,
        position=Position(reading.name, row.line, column_name),
    )
    try:
        cell = read_cell(raw, column)
    except BadCell as problem:
        reading.report(problem.code, problem.sentence, row.line, column_name)
    else:
        figure = replace(
            figure, kind=cell.kind, printed=cell.printed, value=cell.value, decimals=cell.decimals
        )
    # A part of a year never takes the place of the whole year, whichever stands first in the file.
    present = reading.figures.get(name)
    if present is None or (present.period is not None and row.period is None):
        reading.figures[name] = figure
