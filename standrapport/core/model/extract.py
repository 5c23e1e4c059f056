# SPDX-License-Identifier: EUPL-1.2
"""How a table follows from source data: which rows are counted, for which year and key, and what
each column takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from ..frozen import dataclass
from .text import Position


class Measure(Enum):
    """What is counted: rows, the sum of a column, or the different values of a column."""

    ROWS = "rijen"
    SUM = "som"
    DISTINCT = "uniek"


class Taking(Enum):
    """Which rows a column takes: those that meet its conditions, all, or those no column with
    conditions takes.
    """

    SOME = "voorwaarden"
    ALL = "alle"
    REST = "overige"


@dataclass(frozen=True)
class ColumnRows:
    """The rows of one column.

    `conditions` gives per source column the values that count, all of them to be met.
    """

    taking: Taking
    conditions: Mapping[str, tuple[str, ...]]

    def takes(self, values: Mapping[str, str]) -> bool:
        """Whether a row with these values meets the conditions (only meaningful for SOME)."""
        return all(values[name] in allowed for name, allowed in self.conditions.items())


@dataclass(frozen=True)
class Extract:
    """The `uit_bron` of a table: files in `figures/<jaar>/` or a query on a database, and how to
    count their rows.

    `files` is a path or pattern below `figures/<jaar>/` in which `{jaar}` stands for the edition
    year, `sheet` the sheet of a workbook; or `query` with `connection`, the name of the database.
    `amount` is the column that is summed or whose different values are counted. `every_year`
    compares all years of the source, otherwise only the edition year. `rest_key` takes the rows
    whose key has no row of its own in the table. `unique` are columns that together may occur once.
    `header_line` is the line of the files with the names of the columns (None: the first),
    `english` tells that 1,250.5 is a number in them, `footer` how the line begins with which the
    rows end.
    """

    files: str | None
    sheet: str | None
    query: str | None
    connection: str | None
    measure: Measure
    amount: str | None
    year: str
    every_year: bool
    key: str | None
    rest_key: str | None
    unique: tuple[str, ...]
    where: Mapping[str, tuple[str, ...]]
    columns: Mapping[str, ColumnRows]
    position: Position
    header_line: int | None = None
    english: bool = False
    footer: str = ""

    @property
    def categories(self) -> tuple[str, ...]:
        """The source columns that decide which column of the table a row belongs to, in order of
        first use.
        """
        return tuple(
            dict.fromkeys(name for rows in self.columns.values() for name in rows.conditions)
        )
