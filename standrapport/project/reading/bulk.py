# SPDX-License-Identifier: EUPL-1.2
"""Large figure files read as columns: the same notation, the same findings, without an object per
cell.

Whatever is out of the ordinary in a file (quotes, blank lines, rows of unequal length, part years)
makes it go the way of small files, cell by cell: slower, but with the exact place of everything
that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ...core.model import Column, ColumnTable, ColumnValues, Kind, Table
from ...core.model.columns import KINDS, UNKNOWN
from .cells import BadCell, read_cell

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

FEWEST_ROWS = 5_000  # below this, reading cell by cell takes no time worth importing numpy for
_WIDTH = 18  # letters of a cell that are looked at; a longer one is no number of this way
_MOST = 10**15  # larger numbers go the way of small files, where nothing can overflow
_YEAR = re.compile(r"(19|20)[0-9][0-9]")
_STATUS = {"": False, "definitief": False, "voorlopig": True}

Report = Callable[[BadCell, int, str], None]  # line and column of the cell


def is_large(table: Table, text: str) -> bool:
    """Whether a file is read as columns: a keyed table with many rows and nothing out of the
    ordinary at first sight.
    """
    return bool(table.key_column) and '"' not in text and text.count("\n") >= FEWEST_ROWS


def read_columns(
    table: Table, file: str, text: str, delimiter: str, places: Mapping[str, int], report: Report
) -> ColumnTable | None:
    """The rows of a large file; bad cells are reported and count as n.n.b.

    None when it has to be read cell by cell.
    """
    import numpy as np

    lines = _lines(text, delimiter)
    if lines is None or table.key_column is None:
        return None

    def texts(name: str) -> list[str]:
        return [line.split(delimiter)[places[name]] for line in lines]

    def trimmed(name: str) -> list[str]:
        return [cell.strip() for cell in texts(name)] if name in places else [""] * len(lines)

    keys, years = trimmed(table.key_column), trimmed("jaar")
    status = [one.lower() for one in trimmed("status")]
    plain = (
        all(_YEAR.fullmatch(year) for year in set(years))
        and "" not in keys
        and set(status) <= _STATUS.keys()
        and not any((*trimmed("periode"), *trimmed("bron")))
        and len(set(zip(years, keys, strict=True))) == len(lines)
    )
    if not plain:
        return None
    given = {name: column for name, column in table.columns.items() if name in places}
    numbers = _whole_numbers(lines, delimiter, [places[name] for name in given])
    columns = {}
    for name, column in given.items():
        values = _as_whole(numbers.get(places[name]), column)
        if values is None:
            values, bad = _values(texts(name), column)
            for row, problem in bad:
                report(problem, row + 2, name)
        if values is None:
            return None
        columns[name] = values
    return ColumnTable(
        table,
        file,
        np.array([int(year) for year in years], np.int16),
        np.array(keys, object),
        np.arange(2, len(lines) + 2, dtype=np.int32),
        np.array([_STATUS[one] for one in status], np.bool_),
        [date or None for date in trimmed("peildatum")],
        columns,
    )


def _lines(text: str, delimiter: str) -> list[str] | None:
    """The lines below the header; there are no quotes, so a delimiter always parts two cells.

    None when rows have unequal length, or when something else than LF ends a line.
    """
    body = text.replace("\r\n", "\n").rstrip("\n")
    first, *lines = body.split("\n")
    width = first.count(delimiter)
    if "\r" in body or "\0" in body or {line.count(delimiter) for line in lines} != {width}:
        return None
    return lines


def _whole_numbers(
    lines: Sequence[str], delimiter: str, places: Sequence[int]
) -> dict[int, npt.NDArray[np.int64]]:
    """The columns in which every cell is bare digits, by their place.

    They are read as bytes first: asked for whole numbers, numpy would take 13.840 for 13.
    """
    import numpy as np

    if not places:
        return {}
    try:
        cells = np.loadtxt(
            lines, f"S{_WIDTH}", comments=None, delimiter=delimiter, usecols=places, ndmin=2
        )
    except (ValueError, UnicodeError):  # no bytes: some cell holds other letters
        return {}
    found = {}
    for number, place in enumerate(places):
        column = np.ascontiguousarray(cells[:, number])
        letters = column.view(np.uint8).reshape(len(column), _WIDTH)
        digits = (letters >= ord("0")) & (letters <= ord("9"))
        if digits[:, 0].all() and (digits | (letters == 0)).all() and not digits[:, -1].any():
            found[place] = column.astype(np.int64)
    return found


def _as_whole(numbers: npt.NDArray[np.int64] | None, column: Column) -> ColumnValues | None:
    """Whole numbers as values; None when one of them is not as agreed for the column."""
    import numpy as np

    step = column.rounding if column.rounding is not None else Decimal(1)
    if numbers is None or step != int(step) or numbers.max() >= _MOST:
        return None
    if (numbers % int(step)).any():
        return None
    if column.unit == "procent" and not column.free and numbers.max() > 100:
        return None
    return ColumnValues(np.zeros(len(numbers), np.int8), numbers, 0)


def _values(
    cells: Sequence[str], column: Column
) -> tuple[ColumnValues | None, list[tuple[int, BadCell]]]:
    """The values of a column, and its bad cells by row.

    Each different text is read once, by the same reader as a single cell.
    """
    import numpy as np

    texts = {text: number for number, text in enumerate(dict.fromkeys(cells))}
    codes = np.fromiter((texts[cell] for cell in cells), np.int64, len(cells))
    kinds, worst = np.empty(len(texts), np.int8), 0
    read: list[Decimal | None] = []
    bad: list[tuple[int, BadCell]] = []
    for text, number in texts.items():
        try:
            cell = read_cell(text, column)
        except BadCell as problem:
            bad.extend((int(row), problem) for row in (codes == number).nonzero()[0])
            kinds[number] = UNKNOWN
            read.append(None)
            continue
        kinds[number] = KINDS.index(cell.kind)
        read.append(cell.value if cell.kind is Kind.VALUE else None)
        worst = max(worst, cell.decimals if cell.value is not None else 0)
    if any(value is not None and value.scaleb(worst) >= _MOST for value in read):
        return None, []
    scaled = np.array(
        [0 if value is None else int(value.scaleb(worst)) for value in read], np.int64
    )
    return ColumnValues(kinds[codes], scaled[codes], worst), bad
