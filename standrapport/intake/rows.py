# SPDX-License-Identifier: EUPL-1.2
"""What each row of a sheet is (a title or note, a header, or a row with figures), and which columns
hold labels and which hold figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field

from ..core.frozen import dataclass
from .grids import Cell, Grid
from .numbers import Content, Says, read_content
from .periods import Span, read_date, read_period, years_in
from .words import is_about_rows, is_margin, is_remark_head, is_row_number, normal

_ABOUT = re.compile(
    r"(?:peildatum|peilmoment|datum|versie|eenheid|toelichting|definitie|populatie|noot|let"
    r" op|opmerking|contact|auteur|publicatiedatum|rapportagedatum|periode)\b|.*:$"
)
# What statistical offices put above a table, each with its value beside it.
_PREAMBLE = re.compile(
    r"(?:dataset|data set|last updated?|extracted on|extraction date|time frequency|frequency"
    r"|unit of measure|source of data|statistical indicator|verkiezing|geslacht|leeftijd|regio"
    r"|tabelcode|code tabel)\b.*",
    re.IGNORECASE,
)
# Texts that want to be numbers: '#N/B', 'ca. 10.200', '€ 11.040', '2.370 (15%)'; a column with such
# cells holds figures.
NUMBER_LIKE = re.compile(
    r"#\w|[€$~±≈]|(?:ca\.?|circa|ongeveer)\s*\d|[-+]?\d[\d.,']*\s*(?:[(%]|$|personen|e[+-]?\d)|\(\s*\d[\d.,]*\s*%?\s*\)",
    re.IGNORECASE,
)
_TIME_CORNERS = frozenset({
    "perioden", "periode", "jaar", "jaren", "jaartal", "tijd", "time", "year", "jahr",
})  # fmt: skip
DRAWN = re.compile(r"[-=_*~.:|]{3,}")  # drawn with characters


@dataclass(frozen=True)
class Line:
    """A text that stands by itself: a title, a note, a word about the file; `line` is its row."""

    text: str
    line: int
    marks: tuple[str, ...] = ()


@dataclass
class Draft:
    """A table being found: indexes of its header rows and of its rows with values."""

    headers: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    titles: list[Line] = field(default_factory=list)
    section: list[Line] = field(default_factory=list)


def year_like(cell: Cell) -> bool:
    """Whether a cell reads as a year."""
    label = read_period(cell.text)
    return label is not None and label.span is Span.YEAR


def _figure_like(cell: Cell, content: Content, *, alone: bool) -> bool:
    """A figure, a mark for a missing one, or beside other cells something that wants to be a
    figure; a year is none.
    """
    if read_period(cell.text) is not None:
        return False
    return content.value_like or (
        not alone and bool(NUMBER_LIKE.match(cell.text)) and not years_in(cell.text[:4])
    )


@dataclass(frozen=True)
class _SheetRow:
    """A row of a sheet that is being told apart: the places of its cells with a text, those that
    look like figures, and whether it begins in the first column that is used.
    """

    cells: Sequence[Cell]
    filled: list[int]
    figures: list[int]
    at_start: bool

    @property
    def first(self) -> Cell:
        """The first cell with a text."""
        return self.cells[self.filled[0]]


def kind_of(
    grid: Grid, row: Sequence[Cell], filled: list[int], used: list[int], draft: Draft, *, gap: bool
) -> str:
    """What a row is: 'text', 'header', 'body', or 'again' for a header that is repeated."""
    one = _SheetRow(row, filled, _figures(row, filled, draft), filled[0] == used[0])
    if len(filled) == 1:
        return _kind_alone(grid, one, used[0], draft)
    if not one.figures and _is_text(one, draft):
        return "text"
    if _repeats(grid, row, used, draft):
        return "again" if draft.body else "header"
    if one.figures:
        return "body"
    years = [column for column in filled if year_like(row[column])]
    if one.at_start and read_period(one.first.text) is not None:
        return "body" if draft.headers or len(years) < len(filled) else "header"
    return _kind_of_years(grid, one, used[0], draft, gap=gap) if years else "header"


def _figures(row: Sequence[Cell], filled: list[int], draft: Draft) -> list[int]:
    """The places of the figures in a row; above the first one 'Onbekend' may be a head."""
    alone = len(filled) == 1
    return [
        column
        for column in filled
        if _figure_like(row[column], read_content(row[column]), alone=alone)
        and (draft.body or not row[column].text.isalpha())
    ]


def _kind_alone(grid: Grid, one: _SheetRow, start: int, draft: Draft) -> str:
    """A row with one text: below a header that begins with 'TIME' it is the head of the names."""
    if one.figures:
        return "body"
    if one.at_start and draft.headers and not draft.body:
        corner = normal(grid.rows[draft.headers[-1]][start].text)
        if corner in _TIME_CORNERS and not is_margin(one.first.text):
            return "header"
    return "text" if one.at_start or draft.body else "header"


def _is_text(one: _SheetRow, draft: Draft) -> bool:
    """A word about the file, or remarks under the columns as a row."""
    if one.at_start and draft.body and is_remark_head(one.first.text):
        return True
    return is_margin(one.first.text) or _is_about(one, draft)


def _is_about(one: _SheetRow, draft: Draft) -> bool:
    """A word about the file with what it is: 'Peildatum' beside a day, 'Contact:' beside a name."""
    if len(one.filled) != 2 or not one.at_start:
        return False
    if _PREAMBLE.fullmatch(one.first.text) and not year_like(one.cells[one.filled[1]]):
        return not draft.headers and not draft.body
    if not _ABOUT.match(one.first.text.lower()):
        return False
    rest = one.cells[one.filled[1]]
    return one.first.text.endswith(":") or read_date(rest.text) is not None


def _repeats(grid: Grid, row: Sequence[Cell], used: list[int], draft: Draft) -> bool:
    """Whether the row says the same as a header above it."""
    texts = [row[column].text for column in used]
    return any(
        texts == [grid.rows[other][column].text for column in used] for other in draft.headers
    )


def _kind_of_years(grid: Grid, one: _SheetRow, start: int, draft: Draft, *, gap: bool) -> str:
    """A row without figures in which years stand: a header, or figures that look like years."""
    above = [grid.rows[other] for other in draft.headers]
    corners = {normal(row[start].text) for row in above} - {""}
    corner = normal(one.first.text)
    if one.at_start and (corner in _TIME_CORNERS or (draft.body and corner in corners)):
        return "header"
    if draft.body:
        return "header" if gap else "body"
    told = bool(corners) or any(year_like(cell) for row in above for cell in row)
    return "body" if one.at_start and told else "header"


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
    if any(wordy) and all(
        word or read_content(cell).text.isalpha() for word, cell in zip(wordy, cells, strict=True)
    ):
        return True
    return all(wordy) or (first and sum(wordy) * 2 >= len(cells))


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
