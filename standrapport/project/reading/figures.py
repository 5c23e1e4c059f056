# SPDX-License-Identifier: EUPL-1.2
"""The figure files of one vintage: CSV to figures, every bad cell a finding with its place."""

from __future__ import annotations

from collections.abc import Iterator
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
    Vintage,
)
from ...core.notation import join_names
from ...messages import found
from .opened import opened
from .table import TableReading


def load_figures(project: Path, year: int, catalogue: Catalogue) -> tuple[Figures, list[Finding]]:
    """All figures of `figures/<year>/`, history rows included, and what is wrong with the files.

    A table of the catalogue without a file is noted (SR-L019) and all of it is unknown; a folder
    without any figure file at all is an error, since nothing could then be checked.
    """
    folder = project / "figures" / str(year)
    figures: dict[FigureKey, Figure] = {}
    large: dict[str, ColumnTable] = {}
    beside: dict[FigureKey, Figure] = {}
    findings: list[Finding] = []
    files = {path.name for path in folder.glob("*.csv")} if folder.is_dir() else set()
    if not files:
        place = Position(f"figures/{year}")
        return figures, [found("SR-L005", place, {"jaar": year}, which="geen_cijfers")]
    absent: list[str] = []
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
            absent.append(table.name)
    findings += _other_files(year, catalogue, files, absent)
    read = Vintage(figures, large, beside=beside) if large or beside else figures
    return read, findings


def _other_files(
    year: int, catalogue: Catalogue, files: set[str], absent: list[str]
) -> Iterator[Finding]:
    """Tables without a file, and files without a table."""
    tables = catalogue.tables.values()
    if absent:
        several = f"{len(absent)} tabellen ({join_names(absent)})"
        which = f"tabel {absent[0]}" if len(absent) == 1 else several
        place = Position(f"figures/{year}")
        yield found("SR-L019", place, {"jaar": year, "tabellen": which})
    for extra in sorted(files - {table.file for table in tables}):
        free = [Path(table.file).stem for table in tables if table.file not in files]
        # Without the ending: that is the same for all, and would make any of them look meant.
        close = nearest(Path(extra).stem, free)
        hint = f" Bedoelt u {close[0]}.csv?" if close else ""
        place = Position(f"figures/{year}/{extra}")
        yield found("SR-L005", place, {"bestand": extra, "hint": hint}, which="geen_tabel")
