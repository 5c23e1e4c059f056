"""Where figures stand on a sheet: header rows, label columns, and every value with all labels above
and left of it.

The orientation of a table does not matter: years may go down or across, a list may be long or wide.
A sheet may hold more tables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .grids import Cell, Grid
from .numbers import Content, Says, read_content
from .periods import Span, read_period
from .rows import DRAWN, NUMBER_LIKE, Draft, Line, kind_of, year_like
from .words import is_about_rows, is_row_number, is_total, normal, plain_mark, without_marks

_TIME_HEADS = frozenset(
    {
        "jaar",
        "year",
        "verslagjaar",
        "kalenderjaar",
        "periode",
        "period",
        "maand",
        "kwartaal",
        "peildatum",
        "datum",
    }
)
_SPACES = re.compile(r"\d \d")
_NOT_FILLED = frozenset(
    {"periode", "period", "status", "peildatum", "datum"}
)  # blank has a meaning of its own there


@dataclass(frozen=True, slots=True)
class Label:
    """What stands above or left of a value, with its footnote marks apart."""

    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dimension:
    """A header row or a label column.

    `name` is the head of a label column, `where` how it is told: 'kolom A', 'regel 3'.
    """

    where: str
    name: str = ""
    header: bool = False


@dataclass(frozen=True)
class Value:
    """One cell where a figure stands; `labels` follow the dimensions of its region."""

    content: Content
    line: int
    column: str
    labels: tuple[Label, ...]


@dataclass(frozen=True)
class Region:
    """One table of a sheet.

    `titles` are the texts right above it, `section` those of them that stand among its rows (heads
    of groups), `short` its rows with fewer cells than the others.
    """

    sheet: str
    dimensions: tuple[Dimension, ...]
    values: tuple[Value, ...]
    titles: tuple[Line, ...]
    lines: tuple[int, int]
    short: tuple[int, ...] = ()
    section: tuple[Line, ...] = ()

    def labels(self, at: int) -> list[str]:
        """The different labels of a dimension, in order, blank ones left out."""
        return list(dict.fromkeys(text for value in self.values if (text := value.labels[at].text)))


@dataclass(frozen=True)
class Layout:
    """The tables of a sheet and all texts beside them."""

    grid: Grid
    regions: tuple[Region, ...]
    texts: tuple[Line, ...]


def lay_out(grid: Grid) -> Layout:
    """The tables of a sheet, from top to bottom."""
    used = [
        at
        for at in range(len(grid.rows[0]) if grid.rows else 0)
        if any(row[at].text for row in grid.rows)
    ]
    texts = [Line(text, 0) for text in grid.above]
    pending = list(texts)
    drafts: list[Draft] = []
    draft = Draft()
    gap = False
    for at, row in enumerate(grid.rows):
        filled = [column for column in used if row[column].text and not row[column].copied]
        if not filled or all(DRAWN.fullmatch(row[column].text) for column in filled):
            gap = True
            continue
        kind = kind_of(grid, row, filled, used, draft, gap=gap)
        if kind == "text":
            marks = tuple(plain_mark(mark) for column in filled for mark in row[column].marks)
            line = Line(" ".join(row[column].text for column in filled), grid.lines[at], marks)
            texts.append(line)
            pending.append(line)
        elif kind == "header":
            if draft.body:
                drafts.append(draft)
                draft = Draft()
            draft.headers.append(at)
        elif kind == "body":
            if pending and draft.body:  # a section of its own below the same header
                drafts.append(draft)
                draft = Draft(headers=draft.headers, section=list(pending))
            elif draft.headers and pending and pending[-1].line > grid.lines[draft.headers[-1]]:
                draft.section = [
                    line for line in pending if line.line > grid.lines[draft.headers[-1]]
                ]
            draft.titles += pending
            pending = []
            draft.body.append(at)
        gap = kind == "text"
    texts += [Line(text, grid.lines[-1] if grid.lines else 0) for text in grid.below]
    regions = [
        region for one in [*drafts, draft] if one.body for region in _regions(grid, one, used)
    ]
    return Layout(grid, tuple(regions), tuple(texts))


def _regions(grid: Grid, draft: Draft, used: list[int]) -> list[Region]:
    """The tables of a draft: more than one when they stand beside each other with an empty column
    between.
    """
    rows = [*draft.headers, *draft.body]
    mine = [column for column in used if any(grid.rows[at][column].text for at in rows)]
    groups: list[list[int]] = []
    for column in mine:
        beside = groups and column - groups[-1][-1] == 1
        if beside or (groups and not _is_label(grid, draft, column, first=True)):
            groups[-1].append(column)
        else:
            groups.append([column])
    return [region for columns in groups if (region := _region(grid, draft, columns)) is not None]


def _is_label(grid: Grid, draft: Draft, column: int, *, first: bool) -> bool:
    """Whether a column holds labels: words, years in the first column or below a head that says so,
    numbers of rows.
    """
    cells = [cell for at in draft.body if (cell := grid.rows[at][column]).text]
    head = _head(grid, draft, column)
    if not cells:
        return False
    if normal(head) in _TIME_HEADS or is_about_rows(head):
        return True
    if first and all(read_period(cell.text) is not None for cell in cells):
        return True
    wordy = [_wordy(cell) for cell in cells]
    if any(wordy) and all(
        said or read_content(cell).text.isalpha() for said, cell in zip(wordy, cells, strict=True)
    ):
        return not any(
            year_like(grid.rows[at][column]) for at in draft.headers
        )  # 'Onbekend' among names is a name
    if any(year_like(grid.rows[at][column]) for at in draft.headers):
        return False
    if all(wordy) or (first and sum(wordy) * 2 >= len(cells)):
        return True
    numbers = [
        content.readings.get("nl")
        for cell in cells
        if (content := read_content(cell)).says is Says.NUMBER
    ]
    return (
        (is_row_number(head) or (first and not head))
        and len(numbers) > 1
        and numbers[0] in {0, 1}
        and numbers == [numbers[0] + at for at in range(len(cells))]
    )


def _wordy(cell: Cell) -> bool:
    """Whether a cell holds words: no figure, no mark for a missing one, and nothing that wants to
    be a number.
    """
    return not cell.day and not read_content(cell).value_like and not NUMBER_LIKE.match(cell.text)


def _head(grid: Grid, draft: Draft, column: int) -> str:
    return next(
        (text for at in reversed(draft.headers) if (text := grid.rows[at][column].text)), ""
    )


def _region(grid: Grid, draft: Draft, columns: list[int]) -> Region | None:
    body = [at for at in draft.body if any(grid.rows[at][column].text for column in columns)]
    labels = [
        column
        for place, column in enumerate(columns)
        if _is_label(grid, draft, column, first=place == 0)
    ]
    if len(labels) == len(columns) and len(columns) > 1 and not _is_text(grid, body, columns[-1]):
        labels = labels[:-1]  # figures that all look like years still are figures
    values = [column for column in columns if column not in labels]
    if not values or not body:
        return None
    headers = [at for at in draft.headers if any(grid.rows[at][column].text for column in values)]
    dimensions = [
        *(
            Dimension(
                f"kolom {grid.letter_of(column)}", without_marks(_head(grid, draft, column))[0]
            )
            for column in labels
        ),
        *(Dimension(f"regel {grid.lines[at]}", header=True) for at in headers),
    ]
    above = {
        at: _across(grid, at, values, fill=len(headers) > 1 and at != headers[-1]) for at in headers
    }
    beside = {column: _down(grid, draft, body, labels, column) for column in labels}
    if len(labels) == 1 and (split := _years_among(beside[labels[0]])):
        dimensions.insert(0, Dimension(dimensions[0].where))
        left = [split[0], split[1]]
    else:
        left = [beside[column] for column in labels]
    found = []
    for at in body:
        for column in values:
            cell = grid.rows[at][column]
            content = read_content(cell)
            if cell.copied and content.value_like:
                content = Content(Says.TEXT, f"{cell.text} (samengevoegde cel)", {})
            if (
                _SPACES.search(cell.text)
                and not content.certain
                and any(not grid.rows[at][other].text for other in values)
            ):
                content = Content(
                    Says.TEXT, cell.text, {}
                )  # '140 160' beside an empty cell: two numbers, perhaps
            if content.says is not Says.EMPTY:
                labels_ = (*(one[at] for one in left), *(above[row][column] for row in headers))
                found.append(Value(content, grid.lines[at], grid.letter_of(column), labels_))
    rows = sorted([*draft.headers, *body])
    lines = (grid.lines[rows[0]], grid.lines[rows[-1]])
    short = tuple(grid.lines[at] for at in body if grid.lines[at] in grid.short)
    return Region(
        grid.name,
        tuple(dimensions),
        tuple(found),
        (*draft.titles, *_over(grid, draft, labels, values)),
        lines,
        short,
        tuple(draft.section),
    )


def _years_among(labels: dict[int, Label]) -> tuple[dict[int, Label], dict[int, Label]] | None:
    """A column in which each year is followed by its parts (a pivot table of one column), as years
    and parts; the year's own row is a total.
    """
    read = [read_period(label.text) for label in labels.values()]
    periods = [one is not None for one in read]
    if (
        any(one is not None and one.span is not Span.YEAR for one in read)
        or not periods
        or not periods[0]
        or all(periods)
        or sum(periods) * 2 > len(periods)
    ):
        return None
    years: dict[int, Label] = {}
    parts: dict[int, Label] = {}
    year = Label("")
    for (at, label), is_year in zip(labels.items(), periods, strict=True):
        year = label if is_year else year
        years[at] = Label("Totaal") if is_total(label.text) else year
        parts[at] = Label("Totaal") if is_year else label
    return years, parts


def _over(grid: Grid, draft: Draft, labels: list[int], values: list[int]) -> list[Line]:
    """Texts above the heads of the label columns, alone in their row: titles of tables that stand
    beside each other.
    """
    lines = []
    for column in labels:
        named = [at for at in draft.headers if grid.rows[at][column].text]
        named = [
            at for at in named[:-1] if not any(grid.rows[at][value].text for value in values)
        ] + named[-1:]
        lines += [
            Line(grid.rows[at][column].text, grid.lines[at])
            for at in named[:-1]
            if not grid.rows[at][column].copied
        ]
    return lines


def _is_text(grid: Grid, body: list[int], column: int) -> bool:
    return any(
        not read_content(cell).value_like for at in body if (cell := grid.rows[at][column]).text
    )


def _label(cell: Cell) -> Label:
    text, marks = without_marks(cell.text)
    return Label(text, (*marks, *map(plain_mark, cell.marks)))


def _across(grid: Grid, at: int, values: list[int], *, fill: bool) -> dict[int, Label]:
    """The labels of a header row per column.

    Of a header of more floors, blanks take the label on their left (a merged header as CSV).
    """
    labels: dict[int, Label] = {}
    last = Label("")
    for column in values:
        label = _label(grid.rows[at][column])
        last = label if label.text or not fill else last
        labels[column] = last
    return labels


def _down(
    grid: Grid, draft: Draft, body: list[int], columns: list[int], column: int
) -> dict[int, Label]:
    """The labels of a column per row.

    Blanks take the label above when a column further right goes on (a grouped list).
    """
    leading = [one for place, one in enumerate(columns) if one == columns[0] + place]
    grouped = column in leading[:-1] and normal(_head(grid, draft, column)) not in _NOT_FILLED
    labels: dict[int, Label] = {}
    last = Label("")
    for at in body:
        label = _label(grid.rows[at][column])
        goes_on = grouped and any(
            grid.rows[at][other].text for other in leading[leading.index(column) + 1 :]
        )
        last = label if label.text or not goes_on else last
        labels[at] = last
    return labels
