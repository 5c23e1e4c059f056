# SPDX-License-Identifier: EUPL-1.2
"""One source from declaration to totals: the right engine, the right encoding, and the lines of
rows that cannot be read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.frozen import dataclass
from ..core.model import Extract, Position
from .delivered import Delivered, files_of
from .engine import RowFate, SourceAbsent, engine_there, nothing_quoted
from .feed import lines_of_bytes, lines_of_cells
from .plan import Plan
from .totals import Totals, totals_of

if TYPE_CHECKING:
    from .duck import Duck

LINES = 20  # lines named of rows that cannot be read
Tell = Callable[[str], None]


@dataclass(frozen=True)
class SourceTotals:
    """The totals of a source, the names of its files (or its database), and the rows that could not
    be read.
    """

    totals: Totals
    names: tuple[str, ...]
    refused: int
    lines: tuple[Position, ...]

    @property
    def unreadable(self) -> int:
        """Rows that could not be split into cells, or whose date or amount could not be read."""
        return (
            self.refused + self.totals.rows[RowFate.BAD_YEAR] + self.totals.rows[RowFate.BAD_AMOUNT]
        )

    @property
    def read(self) -> int:
        """All rows of the source."""
        return self.totals.read + self.refused


def read_source(
    project: Path,
    year: int,
    extract: Extract,
    keys: tuple[str, ...],
    through: Mapping[int, int],
    tell: Tell,
) -> SourceTotals:
    """The totals of a source for an edition.

    Raises SourceProblem (SR-B008, SR-B009); no other error with any text of a row.
    """
    plan = Plan(extract, year, keys, through)
    with nothing_quoted():
        if extract.files is None:
            engine_there()
            from .postgres import Postgres

            with Postgres(extract, tell) as database:
                return SourceTotals(totals_of(plan, database), (database.name,), 0, ())
        files = files_of(project, year, extract)
        if not files:
            raise SourceAbsent(
                f"Het bronbestand figures/{year}/{extract.files.replace('{jaar}', str(year))} is er"
                " niet."
            )
        reading, again = _read(plan, files, tell)
        if again:
            reading, _ = _read(
                plan,
                [file.in_windows_1252() if file.name in again else file for file in files],
                tell,
            )
        return reading


def _read(plan: Plan, files: list[Delivered], tell: Tell) -> tuple[SourceTotals, set[str]]:
    """The reading, and the files that turn out not to be UTF-8 after all."""
    from .duck import Duck

    with Duck(files, tell) as engine:
        totals = totals_of(plan, engine)
        refused = engine.refused()
        again = {
            file.name for file, _, kind in refused if kind == "INVALID ENCODING" and file.plain
        }
        lines = [] if again else _lines(plan, files, engine, totals, refused)
    names = tuple(file.name for file in files)
    places = tuple(sorted(lines, key=lambda at: (at.file, at.line or 0)))
    return SourceTotals(totals, names, len(refused), places), again


def _lines(
    plan: Plan,
    files: list[Delivered],
    engine: Duck,
    totals: Totals,
    refused: list[tuple[Delivered, int, str]],
) -> list[Position]:
    """The lines of rows that cannot be read: those that do not fall into cells first."""
    lines: list[Position] = []
    for file in files:
        places = [place for other, place, _ in refused if other is file][: LINES - len(lines)]
        lines += [Position(file.name, line) for line in lines_of_bytes(file, places)]
    if not (totals.rows[RowFate.BAD_YEAR] or totals.rows[RowFate.BAD_AMOUNT]):
        return lines
    cells = set(plan.unreadable(engine, 10 * LINES))
    for file in files:
        if file.form != "parquet" and len(lines) < LINES:
            found = lines_of_cells(file, plan.telling(), cells, LINES - len(lines))
            lines += [Position(file.name, line) for line in found]
    return lines
