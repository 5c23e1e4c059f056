"""Large figure files read as columns with pandas: the same notation, the same findings, without an
object per cell.

Whatever is out of the ordinary in a file (quotes, blank lines, rows of unequal length, part years)
makes it go the way of small files, cell by cell: slower, but with the exact place of everything
that is wrong.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ...core.model import Column, ColumnTable, ColumnValues, Kind, Table
from ...core.model.columns import KINDS, UNKNOWN
from .cells import BadCell, read_cell

if TYPE_CHECKING:
    import pandas as pd

FEWEST_ROWS = 5_000  # below this, reading cell by cell takes no time worth importing pandas for
_MOST = 10**15  # larger numbers go the way of small files, where nothing can overflow
_YEAR = re.compile(r"(19|20)\d\d")
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
    import pandas as pd

    frame = _frame(text, delimiter, places, [name for name in places if name in table.columns])
    if frame is None or len(frame) != text.rstrip("\r\n").count("\n"):
        return None
    keys = frame[table.key_column].str.strip()
    years = frame["jaar"].str.strip()
    status = (
        frame["status"].str.strip().str.lower()
        if "status" in frame
        else pd.Series("", index=frame.index)
    )
    plain = (
        all(_YEAR.fullmatch(year) for year in years.unique())
        and (keys != "").all()
        and all(text in _STATUS for text in status.unique())
        and ("periode" not in frame or (frame["periode"].str.strip() == "").all())
        and not pd.DataFrame({"jaar": years, "sleutel": keys}).duplicated().any()
    )
    if not plain:
        return None
    lines = np.arange(2, len(frame) + 2, dtype=np.int32)
    columns = {}
    for name in (name for name in table.columns if name in frame):
        values, bad = _values(frame[name], table.columns[name])
        if values is None:
            return None
        columns[name] = values
        for row, problem in bad:
            report(problem, row + 2, name)
    dates = frame["peildatum"].str.strip().tolist() if "peildatum" in frame else [""] * len(frame)
    return ColumnTable(
        table,
        file,
        years.astype(np.int16).to_numpy(),
        keys.to_numpy(dtype=object),
        lines,
        status.map(_STATUS).to_numpy(dtype=bool),
        [date or None for date in dates],
        columns,
    )


def _frame(
    text: str, delimiter: str, places: Mapping[str, int], columns: Sequence[str]
) -> pd.DataFrame | None:
    """The file as a frame: whole-number columns as numbers, all else as text.

    None when rows have unequal length.
    """
    import pandas as pd

    names = {at: name for name, at in places.items()}
    options: dict[str, Any] = {
        "sep": delimiter,
        "header": 0,
        "names": [names.get(at, f" {at}") for at in range(_width(text, delimiter))],
    }
    options |= {
        "keep_default_na": False,
        "na_values": [],
        "skip_blank_lines": False,
        "low_memory": False,
        "index_col": False,
    }
    guess = [] if "+" in text or "_" in text else columns
    try:
        frame = pd.read_csv(
            io.StringIO(text),
            usecols=list(places),
            dtype={name: str for name in places if name not in guess},
            **options,
        )
        other = [name for name in guess if frame[name].dtype != "int64"]
        if other:
            frame[other] = pd.read_csv(io.StringIO(text), usecols=other, dtype=str, **options)[
                other
            ]
    except (pd.errors.ParserError, ValueError, OverflowError):
        return None
    return None if frame.isna().any(axis=None) else frame


def _width(text: str, delimiter: str) -> int:
    return text.partition("\n")[0].count(delimiter) + 1


def _values(
    series: pd.Series[Any], column: Column
) -> tuple[ColumnValues | None, list[tuple[int, BadCell]]]:
    """The values of a column, and its bad cells by row.

    Each different text is read once, by the same reader as a single cell.
    """
    import numpy as np
    import pandas as pd

    if series.dtype == "int64":
        numbers = series.to_numpy()
        step = column.rounding if column.rounding is not None else 1
        if (
            step == int(step)
            and numbers.min() >= 0
            and numbers.max() < _MOST
            and not (numbers % int(step)).any()
        ):
            return ColumnValues(np.zeros(len(numbers), np.int8), numbers, 0), []
        series = series.astype(str)
    codes, texts = pd.factorize(series)
    kinds, worst = np.empty(len(texts), np.int8), 0
    cells: list[Decimal | None] = []
    bad: list[tuple[int, BadCell]] = []
    for number, text in enumerate(texts):
        try:
            cell = read_cell(text, column)
        except BadCell as problem:
            bad.extend((int(row), problem) for row in (codes == number).nonzero()[0])
            kinds[number] = UNKNOWN
            cells.append(None)
            continue
        kinds[number] = KINDS.index(cell.kind)
        cells.append(cell.value if cell.kind is Kind.VALUE else None)
        worst = max(worst, cell.decimals if cell.value is not None else 0)
    if any(value is not None and value.scaleb(worst) >= _MOST for value in cells):
        return None, []
    scaled = np.array(
        [0 if value is None else int(value.scaleb(worst)) for value in cells], np.int64
    )
    return ColumnValues(kinds[codes], scaled[codes], worst), bad
