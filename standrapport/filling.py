"""The order of filling figure files from sources: load, count, edit, and, once agreed, write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .load import load_catalogue, load_figures
from .model import Finding
from .notation import join_names
from .pipeline import Progress, UsageProblem
from .publish import replace_file
from .sources import Fill, fill_of


def fill_from_sources(
    project: Path, year: int, name: str | None = None, progress: Progress = lambda _: None
) -> tuple[list[Fill], list[Finding]]:
    """What the sources of an edition would change in its figure files (one table, or all with `uit_bron`); writes nothing.

    Raises UsageProblem when there is no such table or none has a source. What is wrong with the figure files themselves is left
    to `check`.
    """
    catalogue, findings = load_catalogue(project)
    if name is not None and name not in catalogue.tables:
        raise UsageProblem(f"De tabel '{name}' bestaat niet in indicatoren.yaml.")
    having = [table for table in catalogue.tables.values() if table.from_source is not None]
    tables = [table for table in having if name in {None, table.name}]
    if not tables and not findings:
        there = f"; wel bij {join_names([table.name for table in having])}" if having else ""
        raise UsageProblem(f"Er is geen 'uit_bron' {f'bij {name}' if name else 'in indicatoren.yaml'}{there}.")
    cells, _ = load_figures(project, year, catalogue)
    fills = [fill_of(project, year, table, cells, progress) for table in tables]
    return fills, [*findings, *(finding for fill in fills for finding in fill.findings)]


def write_fills(fills: Sequence[Fill]) -> None:
    """Write the changed figure files, each in whole or not at all; raises NotWritable."""
    for fill in fills:
        replace_file(fill.path, fill.content)
