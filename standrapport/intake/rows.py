"""What each row of a sheet is: a title or note, a header, or a row with figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .grids import Cell, Grid
from .numbers import Content, read_content
from .periods import Span, read_date, read_period, years_in
from .words import is_margin, normal

_ABOUT = re.compile(
    r"(?:peildatum|peilmoment|datum|versie|eenheid|toelichting|definitie|populatie|noot|let"
    r" op|opmerking|contact|auteur|publicatiedatum|rapportagedatum|periode)\b|.*:$"
)
# Texts that want to be numbers: '#N/B', 'ca. 10.200', '€ 11.040', '2.370 (15%)'; a column with such
# cells holds figures.
NUMBER_LIKE = re.compile(
    r"#\w|[€$~±≈]|(?:ca\.?|circa|ongeveer)\s*\d|[-+]?\d[\d.,']*\s*(?:[(%]|$|personen|e[+-]?\d)|\(\s*\d[\d.,]*\s*%?\s*\)",
    re.IGNORECASE,
)
_TIME_CORNERS = frozenset({"perioden", "periode", "jaar", "jaren", "jaartal", "tijd"})
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


def kind_of(
    grid: Grid, row: Sequence[Cell], filled: list[int], used: list[int], draft: Draft, *, gap: bool
) -> str:
    """What a row is: 'text', 'header', 'body', or 'again' for a header that is repeated."""
    contents = {column: read_content(row[column]) for column in filled}
    first = row[filled[0]]
    at_start = filled[0] == used[0]
    figures = [
        column
        for column in filled
        if _figure_like(row[column], contents[column], alone=len(filled) == 1)
    ]
    if not draft.body:
        figures = [
            column for column in figures if not row[column].text.isalpha()
        ]  # 'Onbekend' may be a head
    if len(filled) == 1:
        if figures:
            return "body"
        if at_start or draft.body:
            return "text"
        return "header"
    if not figures and is_margin(first.text):
        return "text"
    rest = row[filled[1]]
    if (
        len(filled) == 2
        and at_start
        and not figures
        and _ABOUT.match(first.text.lower())
        and (read_date(rest.text) or first.text.endswith(":"))
    ):
        return "text"
    if any(
        [row[column].text for column in used] == [grid.rows[other][column].text for column in used]
        for other in draft.headers
    ):
        return "again" if draft.body else "header"
    if figures:
        return "body"
    years = [column for column in filled if year_like(row[column])]
    if at_start and read_period(first.text) is not None:
        return "body" if draft.headers or len(years) < len(filled) else "header"
    if years:
        corners = {normal(grid.rows[other][used[0]].text) for other in draft.headers} - {""}
        if at_start and (
            normal(first.text) in _TIME_CORNERS or (draft.body and normal(first.text) in corners)
        ):
            return "header"
        named = any(grid.rows[other][used[0]].text for other in draft.headers)
        dated = any(year_like(cell) for other in draft.headers for cell in grid.rows[other])
        if draft.body:
            return "header" if gap else "body"
        return "body" if at_start and draft.headers and (named or dated) else "header"
    return "header"
