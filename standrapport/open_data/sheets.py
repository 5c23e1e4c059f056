# SPDX-License-Identifier: EUPL-1.2
"""What a workbook is made of: worksheets with lines of text and one table, in cells; and a table as
readers know it: a row for every year and key, a column for every figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set as AbstractSet
from dataclasses import field
from decimal import Decimal

from ..core.frozen import dataclass
from ..core.model import Figure, FigureKey, Kind
from ..core.notation import NOT_KNOWN
from ..core.words import as_cell
from .tables import DataTable

LANGUAGE = "nl-NL"


@dataclass(frozen=True)
class SheetNumber:
    """A number with the decimals it is printed with; a year is not grouped by thousands."""

    value: Decimal
    decimals: int = 0
    grouped: bool = True


@dataclass(frozen=True)
class SheetLink:
    """A text that leads to another worksheet."""

    text: str
    sheet: str


Cell = str | SheetNumber | SheetLink


@dataclass(frozen=True)
class BookSheet:
    """A worksheet: lines of text in column A (the first is its title), then a table with a header
    row when it has one.
    """

    name: str
    lines: tuple[str, ...]
    header: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    headings: frozenset[int] = field(default_factory=frozenset)

    @property
    def widths(self) -> list[int]:
        """The width of each column in characters: as wide as its content asks, longer
        texts wrap.
        """
        if not self.header:
            return [80]
        longest = [max(len(word) for word in title.split()) for title in self.header]
        for row in self.rows:
            longest = [
                max(most, len(_shown(cell))) for most, cell in zip(longest, row, strict=True)
            ]
        return [min(max(most + 2, 10), 60) for most in longest]


@dataclass(frozen=True)
class Workbook:
    """All worksheets and what is said of the document itself."""

    title: str
    subject: str
    author: str
    description: str
    date: str
    status: str
    generator: str
    sheets: tuple[BookSheet, ...]


def _shown(cell: Cell) -> str:
    if isinstance(cell, SheetNumber):
        return f"{cell.value:,f}"
    return cell.text if isinstance(cell, SheetLink) else cell


# The figure stands in another row: that of its own period, or that of all keys together.
ELSEWHERE = "–"


@dataclass(frozen=True)
class WideRow:
    """The figures of one year, key and period in the order of the columns.

    None where the figure stands in another row.
    """

    year: int
    key: str | None
    period: str
    part_year: bool
    status: str
    reference_date: str
    figures: tuple[Figure | None, ...]


def wide_rows(table: DataTable) -> list[WideRow]:
    """The rows of a table by year, keys in the order of the file; what the year stands for first.

    A figure the vintage does not hold is n.n.b., as in the report.
    """
    by_row: dict[tuple[int, str | None], list[Figure]] = {}
    for figure in table.figures:
        by_row.setdefault((figure.id.year, figure.id.key), []).append(figure)
    ordered = sorted(by_row.items(), key=lambda item: item[0][0])
    kinds = {(figure.id.ref, figure.id.key is None) for figure in table.figures}
    return [row for place, found in ordered for row in _rows_of(table, kinds, *place, found)]


def _rows_of(
    table: DataTable,
    kinds: AbstractSet[tuple[str, bool]],
    year: int,
    key: str | None,
    found: Sequence[Figure],
) -> Iterator[WideRow]:
    """A row for each time the figures of a year and key are of; `kinds` tells which columns the
    table has with keys, and which without.
    """
    refs = [column.ref for column in table.columns]
    times = list(dict.fromkeys(_time(one) for one in found if _has_period(one))) or [(None, "")]
    for number, time in enumerate(times):
        figures = tuple(
            _cell(found, FigureKey(ref, year, key), time, first=number == 0)
            if (ref, key is None) in kinds
            else None
            for ref in refs
        )
        here = (one.reference_date for one in figures if one is not None)
        dates = dict.fromkeys(date for date in here if date)
        status = time[1] or _status(table, figures)
        part = time[0] is not None
        yield WideRow(year, key, as_cell(time[0]), part, status, " en ".join(dates), figures)


def _time(figure: Figure) -> tuple[str | None, str]:
    return figure.period, figure.expected


def _has_period(figure: Figure) -> bool:
    """An unknown derived figure is of no period in particular."""
    return not (figure.derived and figure.kind is Kind.UNKNOWN)


def _cell(
    found: Sequence[Figure], name: FigureKey, time: tuple[str | None, str], *, first: bool
) -> Figure | None:
    own = [figure for figure in found if figure.id.ref == name.ref]
    if not own:
        return Figure(name, Kind.UNKNOWN, NOT_KNOWN) if first else None
    if first and not _has_period(own[0]):
        return own[0]
    return next((one for one in own if _has_period(one) and _time(one) == time), None)


def _status(table: DataTable, figures: Sequence[Figure | None]) -> str:
    """definitief, voorlopig, or which figures of the row are provisional."""
    known = [
        (column.about.title, figure)
        for column, figure in zip(table.columns, figures, strict=True)
        if figure is not None
    ]
    provisional = [title for title, figure in known if figure.provisional]
    if not provisional:
        return "definitief"
    return "voorlopig" if len(provisional) == len(known) else f"voorlopig: {', '.join(provisional)}"
