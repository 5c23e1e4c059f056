# SPDX-License-Identifier: EUPL-1.2
"""A sheet as its reader collects it, to a grid: merged cells filled, hidden rows and columns left
out, empty edges and gaps cut.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import field, replace

from ...core.frozen import dataclass
from ...core.notation import join_names, join_some
from ...sources.engine import SourceProblem
from .grid import EMPTY, Cell, Grid, letter

MOST_CELLS = 200_000
# Dense as a grid is, most of it may be empty; and of a gap in a sheet only this much is kept.
MOST_PLACES = 5_000_000
_GAP = 20


class TooMuch(SourceProblem):
    """More than a table of figures can hold (SR-B008)."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "SR-B008",
            f"{name} heeft meer dan 200.000 gevulde cellen: dit zijn brongegevens, geen tabel met"
            " cijfers. Zet het bestand in figures/<jaar>/bron/ en laat het tellen met 'uit_bron'"
            " (docs/bronnen.md).",
        )


@dataclass
class Sheet:
    """What a reader collects of one sheet; rows and columns count from 0.

    `cells` holds only cells with content; `merged` are ranges (first row, first column, last row,
    last column); `comments` are remarks at a row; `lines` says which line of the file a row is,
    where that is not simply the next.
    """

    file: str
    name: str = ""
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    left_out: list[str] = field(default_factory=list)
    lines: dict[int, int] = field(default_factory=dict)
    comments: list[tuple[int, str]] = field(default_factory=list)

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Keep a cell if it has content. Raises TooMuch."""
        if cell is not EMPTY and cell != EMPTY:
            self.cells[row, column] = cell
            if len(self.cells) > MOST_CELLS:
                raise TooMuch(self.file)


def grid_of(sheet: Sheet) -> Grid | None:
    """The sheet as a grid; None when nothing in it is visible. Raises SourceProblem."""
    cells, copies = _spread(sheet)
    rows = _kept({row for row, _ in cells}, sheet.hidden_rows)
    columns = _kept({column for _, column in cells}, sheet.hidden_columns)
    if not rows:
        return None
    if len(rows) * len(columns) > MOST_PLACES:
        raise scattered(sheet)
    cells = copies | cells
    return Grid(
        sheet.name,
        tuple(tuple(cells.get((row, column), EMPTY) for column in columns) for row in rows),
        tuple(sheet.lines.get(row, row + 1) for row in rows),
        left_out=(*sheet.left_out, *_hidden(sheet)),
        comments=tuple((sheet.lines.get(row, row + 1), text) for row, text in sheet.comments),
        columns=() if columns == list(range(len(columns))) else tuple(columns),
    )


def with_hidden_sheets(grids: list[Grid], hidden: list[str]) -> list[Grid]:
    """The grids of a workbook, the first of which says what sheets were left out."""
    said = tuple(f"Het verborgen blad '{title}' is niet gelezen." for title in hidden)
    return [replace(grids[0], left_out=(*grids[0].left_out, *said)), *grids[1:]]


def unseen_numbers(cells: list[str]) -> str:
    """The sentence on numbers that their own format hides."""
    return f"Door hun opmaak onzichtbare getallen zijn niet gelezen: {join_some(cells, 5)}."


def _spread(sheet: Sheet) -> tuple[dict[tuple[int, int], Cell], dict[tuple[int, int], Cell]]:
    """The visible cells, and the copies of merged ones.

    Of a merged cell the first visible place is the cell itself.
    """
    cells = dict(sheet.cells)
    copies: dict[tuple[int, int], Cell] = {}
    last_row = max((row for row, _ in cells), default=0)
    last_column = max((column for _, column in cells), default=0)
    places = 0
    for top, left, bottom, right in sheet.merged:
        shown = cells.pop((top, left), EMPTY)
        rows, columns = (
            range(top, min(bottom, last_row) + 1),
            range(left, min(right, last_column) + 1),
        )
        places += len(rows) * len(columns)
        if places > MOST_PLACES:
            raise scattered(sheet)
        first = True
        for row in rows:
            for column in columns:
                cells.pop((row, column), None)
                if shown == EMPTY or row in sheet.hidden_rows or column in sheet.hidden_columns:
                    continue
                if first:
                    cells[row, column] = shown
                else:
                    copies[row, column] = replace(shown, copied=True)
                first = False
    visible = {
        place: cell
        for place, cell in cells.items()
        if place[0] not in sheet.hidden_rows and place[1] not in sheet.hidden_columns
    }
    return visible, copies


def _kept(used: Collection[int], hidden: Collection[int]) -> list[int]:
    """The rows (or columns) of the grid: those with content, and of what lies empty before each at
    most a short stretch.
    """
    kept: list[int] = []
    after = 0
    for place in sorted(used):
        kept += [empty for empty in range(max(after, place - _GAP), place) if empty not in hidden]
        kept.append(place)
        after = place + 1
    return kept


def scattered(sheet: Sheet) -> SourceProblem:
    """A sheet that is nearly empty over more places than a table has (SR-B008)."""
    return SourceProblem(
        "SR-B008",
        f"De gevulde cellen van {sheet.file} staan te ver uit elkaar; bewaar alleen de tabel.",
    )


def _hidden(sheet: Sheet) -> list[str]:
    """What was hidden and held something, in sentences."""
    rows = sorted({row for row, _ in sheet.cells} & sheet.hidden_rows)
    columns = sorted({column for _, column in sheet.cells} & sheet.hidden_columns)
    found = []
    if rows:
        found.append(
            _not_read("rij", "rijen", rows, lambda row: str(sheet.lines.get(row, row + 1)))
        )
    if columns:
        found.append(_not_read("kolom", "kolommen", columns, letter))
    return found


def _not_read(one: str, more: str, places: list[int], name: Callable[[int], str]) -> str:
    names, start = [], 0
    for at, place in enumerate(places, 1):
        if at < len(places) and places[at] == place + 1:
            continue
        run = [name(each) for each in places[start:at]]
        names += run if len(run) < 3 else [f"{run[0]} tot en met {run[-1]}"]
        start = at
    return (
        f"Verborgen {one if len(places) == 1 else more} {join_names(names)}"
        f" {'is' if len(places) == 1 else 'zijn'} niet gelezen."
    )
