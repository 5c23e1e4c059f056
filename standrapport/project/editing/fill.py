# SPDX-License-Identifier: EUPL-1.2
"""A figure file brought up to date with its source: what would change, and the new text with all
other lines as they were.

The order of filling figure files from sources: load, count, edit, and, once agreed, write.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...core.frozen import dataclass
from ...core.model import FigureKey, Figures, Finding, Severity, Table
from ...core.notation import join_names
from ...pipeline.check import Progress
from ...report.publish import FileChange, save
from ...sources.accounting import harmless, published, row_findings
from ...sources.agreement import judged_years, last_month, not_counted, own_figures, read_table
from ...sources.engine import SourceProblem
from ...sources.reading import SourceTotals, Tell
from ..places import UsageProblem
from ..reading import load_catalogue, load_figures
from .figure_file import CellFill, FigureFile, RowName

_NEW_KEYS = 300  # more new rows than this at once are no breakdown of a report


@dataclass(frozen=True)
class Fill:
    """The changes to one table and the new text of its file.

    Nothing changes when `cells` is empty.
    """

    table: str
    path: Path
    cells: tuple[CellFill, ...]
    before: bytes | None
    content: bytes
    findings: tuple[Finding, ...]


def fill_of(project: Path, year: int, table: Table, figures: Figures, tell: Tell) -> Fill:
    """What the source would change in the file of a table for an edition.

    Nothing when the source cannot be counted, has rows that cannot be read, or the file cannot be
    edited safely: the findings say why.
    """
    if table.from_source is None:
        raise ValueError(f"{table.name} has no source")
    path = project / "figures" / str(year) / table.file
    read = path.read_bytes() if path.is_file() else None
    before = read or b""
    findings: tuple[Finding, ...] = ()
    try:
        reading = read_table(project, year, table, figures, tell)
        findings = tuple(row_findings(year, table, table.from_source, reading))
        if any(finding.severity is Severity.ERROR for finding in findings):
            return Fill(table.name, path, (), read, before, findings)
        file = FigureFile(table, before)
        missing = [name for name in table.from_source.columns if name not in file.header]
        if missing:
            raise SourceProblem(
                "SR-B008", f"{table.file} heeft geen kolom '{missing[0]}'; voeg die eerst toe."
            )
        cells: list[CellFill] = []
        for named in sorted(judged_years(year, table.from_source, reading)):
            for key in _keys(table, figures, reading, named):
                cells += file.put(
                    _row(file, named, key), _wanted(table, figures, reading, named, key)
                )
    except SourceProblem as problem:
        return Fill(
            table.name,
            path,
            (),
            read,
            before,
            (*findings, not_counted(project, year, table, table.from_source, problem)),
        )
    content = file.content() if cells else before
    return Fill(table.name, path, tuple(cells), read, content, findings)


def _keys(table: Table, figures: Figures, reading: SourceTotals, year: int) -> list[str | None]:
    """The keys of a year: those of the table first, in its order, then those only the
    source has.
    """
    if table.key_column is None:
        return [None]
    own = dict.fromkeys(
        figure.id.key for figure in own_figures(table, figures) if figure.id.year == year
    )
    others = sorted(
        key for named, key in reading.totals.keys if named == year and key and key not in own
    )
    if len(others) > _NEW_KEYS or not all(harmless(key) for key in others):
        column = table.from_source.key if table.from_source else ""
        raise SourceProblem(
            "SR-B008",
            f"'{column}' heeft waarden die geen sleutel van een tabel kunnen zijn; klopt uit_bron"
            f" van {table.name}?",
        )
    return [*own, *others]


def _row(file: FigureFile, year: int, key: str | None) -> RowName:
    """The row the report uses: that of the whole year before that of a part of it."""
    periods = file.periods(year, key)
    return RowName(year, None if not periods or None in periods else periods[0], key)


def _wanted(
    table: Table, figures: Figures, reading: SourceTotals, year: int, key: str | None
) -> dict[str, str]:
    """The cells of a row by column; a figure of an unclear part of the year is left as it is."""
    wanted = {}
    extract = table.from_source
    for name in extract.columns if extract else ():
        column = table.columns[name]
        figure = figures.get(FigureKey(column.ref, year, key))
        if figure is None or figure.period is None or last_month(figure) is not None:
            wanted[name] = published(reading.totals.value(name, year, key), column).cell
    return wanted


def fill_from_sources(
    project: Path, year: int, name: str | None = None, progress: Progress = lambda _: None
) -> tuple[list[Fill], list[Finding]]:
    """What the sources of an edition would change in its figure files (one table, or all with
    `uit_bron`); writes nothing.

    Raises UsageProblem when there is no such table or none has a source. What is wrong with the
    figure files themselves is left to `check`.
    """
    catalogue, findings = load_catalogue(project)
    if name is not None and name not in catalogue.tables:
        raise UsageProblem(f"De tabel '{name}' bestaat niet in indicatoren.yaml.")
    having = [table for table in catalogue.tables.values() if table.from_source is not None]
    tables = [table for table in having if name in {None, table.name}]
    if not tables and not findings:
        there = f"; wel bij {join_names([table.name for table in having])}" if having else ""
        raise UsageProblem(
            f"Er is geen 'uit_bron' {f'bij {name}' if name else 'in indicatoren.yaml'}{there}."
        )
    cells, _ = load_figures(project, year, catalogue)
    fills = [fill_of(project, year, table, cells, progress) for table in tables]
    return fills, [*findings, *(finding for fill in fills for finding in fill.findings)]


def write_fills(project: Path, fills: Sequence[Fill]) -> None:
    """Write the changed figure files, all or none; raises NotWritable."""
    save(project, [FileChange(fill.path, fill.before, fill.content) for fill in fills])
