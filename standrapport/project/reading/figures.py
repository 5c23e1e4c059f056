# SPDX-License-Identifier: EUPL-1.2
"""The figure files of one vintage: CSV to figures, every bad cell a finding with its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from ...core.budget import BUDGET
from ...core.formula import nearest
from ...core.model import (
    Catalogue,
    ColumnTable,
    Figure,
    FigureKey,
    Figures,
    Finding,
    Position,
    Severity,
    Table,
    Vintage,
)
from ...core.notation import join_names
from ...messages import found
from .opened import opened
from .table import TableReading

# Files that look like figures to whoever made them; 'voorraad.csv.txt' and 'voorraad.CSV' too.
_SHEET = re.compile(r"\.(?:xls[xmb]?|f?ods|numbers|tsv|tab|csv(?:\.\w+)?)", re.IGNORECASE)
_TEXT = re.compile(r"\.(?:txt|prn|dat)", re.IGNORECASE)  # figures only when named after a table


def load_figures(
    project: Path, year: int, catalogue: Catalogue, had: Collection[str] = ()
) -> tuple[Figures, list[Finding]]:
    """All figures of `figures/<year>/`, history rows included, and what is wrong with the files.

    A table of the catalogue without a file is noted (SR-L019), with a warning for those in `had`,
    the tables that the edition before had figures of, and all of it is unknown; a folder without
    any figure file at all is an error, since nothing could then be checked.
    """
    folder = project / "figures" / str(year)
    figures: dict[FigureKey, Figure] = {}
    large: dict[str, ColumnTable] = {}
    beside: dict[FigureKey, Figure] = {}
    findings: list[Finding] = []
    files = {path.name for path in folder.glob("*.csv")} if folder.is_dir() else set()
    files = {name for name in files if not name.startswith(("~$", "."))}
    unread = list(_unread(folder, year, catalogue, files))
    if not files:
        place = Position(f"figures/{year}")
        none = found("SR-L005", place, {"jaar": year}, which="geen_cijfers")
        return figures, [none, *(finding for _, finding in unread)]
    absent: list[Table] = []
    for table in catalogue.tables.values():
        name = f"figures/{year}/{table.file}"
        sources = tuple(catalogue.sources)
        reading = TableReading(table, name, figures, findings, large, beside, sources, year)
        if table.file in files:
            content, problem = opened(folder / table.file, name, BUDGET.table_bytes)
            if problem is None:
                reading.read(content)
            else:
                findings.append(problem)
        else:
            absent.append(table)
    findings += _absent(year, absent, had, {name for name, _ in unread})
    findings += [finding for _, finding in unread]
    findings += _other_files(year, catalogue, files)
    read = Vintage(figures, large, beside=beside) if large or beside else figures
    return read, findings


def _lost(table: Table, year: int, had: Collection[str]) -> bool:
    """Whether a table that was there before should be there still."""
    columns = table.columns.values()
    return table.name in had and any(column.exists_in(year) for column in columns)


def _absent(
    year: int, tables: Sequence[Table], had: Collection[str], told: Collection[str]
) -> Iterator[Finding]:
    """SR-L019 for tables without a file, but not for those of which something was told."""
    untold = [table for table in tables if table.name not in told]
    yield from _without(year, [table for table in untold if _lost(table, year, had)], "had")
    yield from _without(year, [table for table in untold if not _lost(table, year, had)])


def _without(year: int, tables: Sequence[Table], which: str = "") -> Iterator[Finding]:
    """One finding for all tables without a file: a warning when they were there before."""
    if not tables:
        return
    names = join_names([table.name for table in tables])
    said = {
        "jaar": year,
        "tabellen": f"tabel {names}" if len(tables) == 1 else f"{len(tables)} tabellen ({names})",
        "bestand": join_names([table.file for table in tables]),
    }
    severity = Severity.WARNING if which else Severity.NOTE
    yield found("SR-L019", Position(f"figures/{year}"), said, which=which, severity=severity)


def _unread(
    folder: Path, year: int, catalogue: Catalogue, files: Collection[str]
) -> Iterator[tuple[str, Finding]]:
    """SR-L090 for each file of figures that is no CSV, with the table it is probably meant for
    ('' when that has its file).
    """
    free = {
        Path(table.file).stem.casefold(): table
        for table in catalogue.tables.values()
        if table.file not in files
    }
    there = sorted(folder.iterdir()) if folder.is_dir() else []
    for path in there:
        stem, dot, end = path.name.partition(".")
        # Excel and LibreOffice keep files of their own beside one that is open.
        if path.name in files or not stem or stem.startswith("~") or not path.is_file():
            continue
        ending = f"{dot}{end}"
        table = free.get(stem.casefold())
        if not (_SHEET.fullmatch(ending) or (table and _TEXT.fullmatch(ending))):
            continue
        place = Position(f"figures/{year}/{path.name}")
        if table is None:
            said = {"bestand": path.name}
            severity = Severity.NOTE
            yield "", found("SR-L090", place, said, which="ernaast", severity=severity)
        else:
            said = {"bestand": path.name, "csv": table.file, "tabel": table.name}
            yield table.name, found("SR-L090", place, said)


def _other_files(year: int, catalogue: Catalogue, files: Collection[str]) -> Iterator[Finding]:
    """Files without a table."""
    tables = catalogue.tables.values()
    for extra in sorted({*files} - {table.file for table in tables}):
        free = [Path(table.file).stem for table in tables if table.file not in files]
        # Without the ending: that is the same for all, and would make any of them look meant.
        close = nearest(Path(extra).stem, free)
        hint = f" Bedoelt u {close[0]}.csv?" if close else ""
        place = Position(f"figures/{year}/{extra}")
        yield found("SR-L005", place, {"bestand": extra, "hint": hint}, which="geen_tabel")
