# SPDX-License-Identifier: EUPL-1.2
"""One table of a sheet: header rows, label columns, and every value with all labels above and left
of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..core.frozen import dataclass
from .grids import Cell, Grid
from .numbers import Content, Says, read_content
from .periods import PeriodLabel, Span, read_period
from .rows import Draft, Line, head_of, is_label_column
from .words import is_total, normal, plain_mark, without_marks

# 'p' (provisional), 'b' (a break), 'e' (estimated): what statistical offices put beside a figure.
_FLAG = re.compile(r"\[?[a-z]{1,2}\]?|\*{1,2}")
_FLAG_HEADS = frozenset({"", "flag", "flags", "vlag", "vlaggen"})
_SPACES = re.compile(r"\d \d")
# Heads of columns in which a blank has a meaning of its own.
_NOT_FILLED = frozenset({"periode", "period", "status", "peildatum", "datum"})


@dataclass(frozen=True, slots=True)
class RegionLabel:
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
    labels: tuple[RegionLabel, ...]


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

    @property
    def place(self) -> str:
        """How an answer about this table as a whole is kept: sheet and first line."""
        return f"{self.sheet}:{self.lines[0]}"

    @property
    def words(self) -> str:
        """Where it stands, for a reader: 'Werkblad 'Blad1', regel 3 tot en met 7'."""
        first, last = self.lines
        sheet = f"Werkblad '{self.sheet}', regel" if self.sheet else "Regel"
        return f"{sheet} {first} tot en met {last}" if last > first else f"{sheet} {first}"

    def labels(self, at: int) -> list[str]:
        """The different labels of a dimension, in order, blank ones left out."""
        return list(dict.fromkeys(text for value in self.values if (text := value.labels[at].text)))


def regions_of(grid: Grid, draft: Draft, used: list[int]) -> list[Region]:
    """The tables of a draft: more than one when they stand beside each other with an empty column
    between.
    """
    rows = [*draft.headers, *draft.body]
    mine = [column for column in used if any(grid.rows[at][column].text for at in rows)]
    groups: list[list[int]] = []
    for column in mine:
        beside = groups and column - groups[-1][-1] == 1
        if beside or (groups and not is_label_column(grid, draft, column, first=True)):
            groups[-1].append(column)
        else:
            groups.append([column])
    return [region for columns in groups if (region := _region(grid, draft, columns)) is not None]


@dataclass(frozen=True)
class _Parts:
    """The rows and columns of one table, as indexes of its grid; `flags` gives by column of figures
    the column beside it with their flags ('p': provisional).
    """

    body: list[int]
    labels: list[int]
    values: list[int]
    headers: list[int]
    flags: dict[int, int]


def _parts(grid: Grid, draft: Draft, columns: list[int]) -> _Parts | None:
    """Which columns hold labels and which hold figures; None when nothing is left to count."""
    body = [at for at in draft.body if any(grid.rows[at][column].text for column in columns)]
    flags = _flags(grid, draft, columns, body)
    columns = [column for column in columns if column not in flags.values()]
    labels = _label_columns(grid, draft, columns, body)
    values = [column for column in columns if column not in labels]
    if not values or not body:
        return None
    headers = [at for at in draft.headers if any(grid.rows[at][column].text for column in values)]
    return _Parts(body, labels, values, headers, flags)


def _label_columns(grid: Grid, draft: Draft, columns: list[int], body: list[int]) -> list[int]:
    labels = [
        column
        for place, column in enumerate(columns)
        if is_label_column(grid, draft, column, first=place == 0)
    ]
    if len(labels) == len(columns) > 1 and not _is_text(grid, body, columns[-1]):
        return labels[:-1]  # figures that all look like years still are figures
    return labels


def _flags(grid: Grid, draft: Draft, columns: list[int], body: list[int]) -> dict[int, int]:
    """By column of figures the column right of it that holds only flags and has no head of its
    own.
    """
    found = {}
    for column in columns[1:]:
        texts = [text for at in body if (text := grid.rows[at][column].text)]
        left = [read_content(grid.rows[at][column - 1]) for at in body]
        if normal(head_of(grid, draft, column)) not in _FLAG_HEADS or column - 1 not in columns:
            continue
        figures = any(one.says is Says.NUMBER for one in left)
        if texts and figures and all(map(_FLAG.fullmatch, texts)):
            found[column - 1] = column
    return found


def _region(grid: Grid, draft: Draft, columns: list[int]) -> Region | None:
    parts = _parts(grid, draft, columns)
    if parts is None:
        return None
    dimensions = _dimensions(grid, draft, parts)
    beside = {column: _down(grid, draft, parts, column) for column in parts.labels}
    left = list(beside.values())
    if len(left) == 1 and (split := _years_among(left[0])):
        dimensions.insert(0, Dimension(dimensions[0].where))
        left = [*split]
    rows = sorted([*draft.headers, *parts.body])
    return Region(
        grid.name,
        tuple(dimensions),
        tuple(_values(grid, parts, left)),
        (*draft.titles, *_over(grid, draft, parts)),
        (grid.lines[rows[0]], grid.lines[rows[-1]]),
        tuple(grid.lines[at] for at in parts.body if grid.lines[at] in grid.short),
        tuple(draft.section),
    )


def _dimensions(grid: Grid, draft: Draft, parts: _Parts) -> list[Dimension]:
    names = {column: without_marks(head_of(grid, draft, column))[0] for column in parts.labels}
    return [
        *(Dimension(f"kolom {grid.letter_of(column)}", name) for column, name in names.items()),
        *(Dimension(f"regel {grid.lines[at]}", header=True) for at in parts.headers),
    ]


def _values(grid: Grid, parts: _Parts, left: list[dict[int, RegionLabel]]) -> Iterator[Value]:
    """Every cell of the columns with figures that says something, with its labels."""
    headers = parts.headers
    above = {
        at: _across(grid, at, parts.values, fill=len(headers) > 1 and at != headers[-1])
        for at in headers
    }
    for at in parts.body:
        for column in parts.values:
            content = _content(grid, at, column, parts.values)
            flag = grid.rows[at][parts.flags[column]].text if column in parts.flags else ""
            if flag:
                content = replace(content, marks=(*content.marks, plain_mark(flag)))
            if content.says is not Says.EMPTY:
                labels = (*(one[at] for one in left), *(above[row][column] for row in headers))
                yield Value(content, grid.lines[at], grid.letter_of(column), labels)


def _content(grid: Grid, at: int, column: int, values: list[int]) -> Content:
    """What a cell says; what may be more than one figure is a text."""
    cell = grid.rows[at][column]
    content = read_content(cell)
    if cell.copied and content.value_like:
        return Content(Says.TEXT, f"{cell.text} (samengevoegde cel)", {})
    # '140 160' beside an empty cell: two numbers, perhaps
    beside = any(not grid.rows[at][other].text for other in values)
    if beside and _SPACES.search(cell.text) and not content.certain:
        return Content(Says.TEXT, cell.text, {})
    return content


def _years_among(
    labels: Mapping[int, RegionLabel],
) -> tuple[dict[int, RegionLabel], dict[int, RegionLabel]] | None:
    """A column in which each year is followed by its parts (a pivot table of one column), as years
    and parts; the year's own row is a total.
    """
    read = [read_period(label.text) for label in labels.values()]
    if not _heads_of_groups(read):
        return None
    years: dict[int, RegionLabel] = {}
    parts: dict[int, RegionLabel] = {}
    year = RegionLabel("")
    for (at, label), period in zip(labels.items(), read, strict=True):
        year = label if period is not None else year
        years[at] = RegionLabel("Totaal") if is_total(label.text) else year
        parts[at] = RegionLabel("Totaal") if period is not None else label
    return years, parts


def _heads_of_groups(read: list[PeriodLabel | None]) -> bool:
    """Whether years stand in a column as heads of what follows: the first is one, most are not."""
    periods = [one for one in read if one is not None]
    if any(one.span is not Span.YEAR for one in periods):
        return False
    return bool(read) and read[0] is not None and len(periods) * 2 <= len(read) != len(periods)


def _over(grid: Grid, draft: Draft, parts: _Parts) -> list[Line]:
    """Texts above the heads of the label columns, alone in their row: titles of tables that stand
    beside each other.
    """
    lines = []
    for column in parts.labels:
        named = [at for at in draft.headers if grid.rows[at][column].text]
        for at in named[:-1]:
            alone = not any(grid.rows[at][value].text for value in parts.values)
            if alone and not grid.rows[at][column].copied:
                lines.append(Line(grid.rows[at][column].text, grid.lines[at]))
    return lines


def _is_text(grid: Grid, body: list[int], column: int) -> bool:
    cells = [cell for at in body if (cell := grid.rows[at][column]).text]
    return any(not read_content(cell).value_like for cell in cells)


def _label(cell: Cell) -> RegionLabel:
    text, marks = without_marks(cell.text)
    return RegionLabel(text, (*marks, *map(plain_mark, cell.marks)))


def _across(grid: Grid, at: int, values: list[int], *, fill: bool) -> dict[int, RegionLabel]:
    """The labels of a header row per column.

    Of a header of more floors, blanks take the label on their left (a merged header as CSV).
    """
    labels: dict[int, RegionLabel] = {}
    last = RegionLabel("")
    for column in values:
        label = _label(grid.rows[at][column])
        last = label if label.text or not fill else last
        labels[column] = last
    return labels


def _down(grid: Grid, draft: Draft, parts: _Parts, column: int) -> dict[int, RegionLabel]:
    """The labels of a column per row.

    Blanks take the label above when a column further right goes on (a grouped list).
    """
    columns = parts.labels
    leading = [one for place, one in enumerate(columns) if one == columns[0] + place]
    grouped = column in leading[:-1] and normal(head_of(grid, draft, column)) not in _NOT_FILLED
    further = leading[leading.index(column) + 1 :] if grouped else []
    labels: dict[int, RegionLabel] = {}
    last = RegionLabel("")
    for at in parts.body:
        label = _label(grid.rows[at][column])
        goes_on = any(grid.rows[at][other].text for other in further)
        last = label if label.text or not goes_on else last
        labels[at] = last
    return labels
