# SPDX-License-Identifier: EUPL-1.2
"""Which columns of a table hold labels and which hold figures."""

from __future__ import annotations

from collections.abc import Sequence

from .grids import Cell, Grid
from .numbers import Says, read_content
from .periods import read_period
from .rows import NUMBER_LIKE, Draft, year_like
from .words import is_about_rows, is_row_number, normal

_TIME_HEADS = frozenset({
    "jaar", "year", "verslagjaar", "kalenderjaar", "periode", "period", "maand", "kwartaal",
    "peildatum", "datum", "perioden", "periods", "jaren", "jaartal", "jahr", "time", "timeperiod",
    "tijd",
})  # fmt: skip


def head_of(grid: Grid, draft: Draft, column: int) -> str:
    """The lowest text in the header rows of a column."""
    texts = (grid.rows[at][column].text for at in reversed(draft.headers))
    return next((text for text in texts if text), "")


def is_label_column(grid: Grid, draft: Draft, column: int, *, first: bool) -> bool:
    """Whether a column holds labels: words, years in the first column or below a head that says so,
    numbers of rows.
    """
    cells = [cell for at in draft.body if (cell := grid.rows[at][column]).text]
    if not cells:
        return False
    head = head_of(grid, draft, column)
    if normal(head) in _TIME_HEADS or is_about_rows(head):
        return True
    if first and all(read_period(cell.text) is not None for cell in cells):
        return True
    if any(year_like(grid.rows[at][column]) for at in draft.headers):
        return False
    return _all_words(cells, first=first) or (
        (is_row_number(head) or (first and not head)) and _counts_rows(cells)
    )


def _all_words(cells: Sequence[Cell], *, first: bool) -> bool:
    """Whether words stand in a column: in every cell, or in the first column in half of them;
    'Onbekend' among names is a name.
    """
    wordy = [_wordy(cell) for cell in cells]
    if any(wordy) and all(_word_among_words(*one) for one in zip(wordy, cells, strict=True)):
        return True
    return all(wordy) or (first and sum(wordy) * 2 >= len(cells))


def _word_among_words(wordy: bool, cell: Cell) -> bool:
    return wordy or read_content(cell).text.isalpha()


def _wordy(cell: Cell) -> bool:
    """Whether a cell holds words: no figure, no mark for a missing one, and nothing that wants to
    be a number.
    """
    return not cell.day and not read_content(cell).value_like and not NUMBER_LIKE.match(cell.text)


def _counts_rows(cells: Sequence[Cell]) -> bool:
    """Whether the cells are 0, 1, 2, ... or 1, 2, 3, ..."""
    contents = [read_content(cell) for cell in cells]
    numbers = [one.readings.get("nl") for one in contents if one.says is Says.NUMBER]
    begin = numbers[0] if len(numbers) > 1 else None
    return begin in {0, 1} and numbers == [begin + at for at in range(len(cells))]
