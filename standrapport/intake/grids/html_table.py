# SPDX-License-Identifier: EUPL-1.2
"""A table of a web page as a sheet: spans worked out as a browser does, tables for layout told from
tables with data; and of its words what is text, what is raised, and what a reader does not see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import field
from xml.etree.ElementTree import Element

from ...core.frozen import dataclass
from .grid import EMPTY, Cell, struck_through, text_cell, tidy
from .sheet import MOST_PLACES, Sheet, scattered

# Nothing in these is text of the page.
SILENT = frozenset({
    "script", "style", "template", "noscript", "head", "iframe", "object", "select", "textarea",
    "nav", "footer",
})  # fmt: skip
# Around these no new word or paragraph begins.
INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
# "start" and "end" with the element, "text" with the element it stands in and the words.
Step = tuple[str, Element, str]


def walk(top: Element, within: Callable[[Element], bool] = lambda _: True) -> Iterator[Step]:
    """An element and all in it, in order; only what `within` allows is entered.

    Nesting may be as deep as it likes.
    """
    stack: list[tuple[Element, int]] = [(top, 0)]
    yield "start", top, ""
    if top.text:
        yield "text", top, top.text
    while stack:
        element, at = stack[-1]
        if at == len(element):
            stack.pop()
            yield "end", element, ""
            if stack and element.tail:
                yield "text", stack[-1][0], element.tail
            continue
        stack[-1] = (element, at + 1)
        child = element[at]
        if isinstance(child.tag, str) and within(child):
            stack.append((child, 0))
            yield "start", child, ""
            if child.text:
                yield "text", child, child.text
        elif child.tail:
            yield "text", element, child.tail


def seen(element: Element) -> bool:
    """Whether a reader sees an element as text, as far as the page itself says so.

    Drawings (SVG) have a name space.
    """
    tag = str(element.tag)
    return (
        tag not in SILENT
        and not tag.startswith("{")
        and "hidden" not in element.attrib
        and not _HIDDEN.search(element.get("style", ""))
    )


def parts_of(top: Element, within: Callable[[Element], bool]) -> list[tuple[str, bool]]:
    """The text of an element in parts, each raised or not.

    A block or a break between words is a space.
    """
    parts: list[tuple[str, bool]] = []
    raised = 0
    for kind, element, words in walk(top, within):
        if kind == "text":
            parts.append((words, raised > 0))
            continue
        if element.tag == "sup" or _RAISED.search(element.get("style", "")):
            raised += 1 if kind == "start" else -1
        elif element.tag not in INLINE:
            parts.append((" ", False))
    return parts


def words_of(top: Element) -> str:
    """The text of an element as one line, without its marks."""
    return text_cell(parts_of(top, seen)).text


def plain(words: list[tuple[str, bool]]) -> str:
    """Parts of text as one line, without what is raised."""
    return tidy("".join(text for text, raised in words if not raised))


# The line of a row in the file, put there before the page is taken apart.
LINE = "data-regel-in-bestand"
_MOST_SPAN = 1000
_ORDER = {"thead": 0, "tfoot": 2}


def rows_of(table: Element) -> list[tuple[Element, list[Element]]]:
    """The groups of a table with their rows, in the order they are shown: a foot may be written
    first.
    """
    groups = [
        (group, [row for row in group if row.tag == "tr"])
        for group in table
        if group.tag in {"thead", "tbody", "tfoot"}
    ]
    return sorted(groups, key=lambda group: _ORDER.get(str(group[0].tag), 1))


def cells_of(row: Element) -> list[Element]:
    """The cells of a row."""
    return [cell for cell in row if cell.tag in {"td", "th"}]


def table_inside(element: Element) -> bool:
    """Whether an element is a table of its own: one cell is only a box around words."""
    return (
        element.tag == "table"
        and sum(len(cells_of(row)) for _, rows in rows_of(element) for row in rows) > 1
    )


def own_cell(cell: Element) -> Cell:
    """What a cell shows, without the tables in it."""
    read = text_cell(parts_of(cell, lambda inner: seen(inner) and not table_inside(inner)))
    struck = any(inner.tag in {"s", "del", "strike"} for inner in cell.iter())
    return struck_through(read) if struck else read


def holds_data(table: Element) -> bool:
    """Whether a table is more than a frame for other tables: no table in it, or two rows with words
    in two cells of their own.
    """
    if not any(table_inside(inner) for inner in table.iter("table") if inner is not table):
        return any(
            own_cell(cell) != EMPTY
            for _, rows in rows_of(table)
            for row in rows
            for cell in cells_of(row)
        )
    wide = [
        row
        for _, rows in rows_of(table)
        for row in rows
        if sum(own_cell(cell) != EMPTY for cell in cells_of(row)) > 1
    ]
    return len(wide) > 1


def sheet_of(file: str, table: Element) -> Sheet:
    """A table as a sheet. Raises SourceProblem for more than a table of figures can be."""
    filling = _Filling(Sheet(file))
    sheet = filling.sheet
    for group, rows in rows_of(table):
        filling.taken.clear()
        for at, row in enumerate(rows):
            if not (seen(group) and seen(row)):
                sheet.hidden_rows.add(filling.number)
            filling.row(row, len(rows) - at)
    _number_lines(sheet, [row for _, rows in rows_of(table) for row in rows])
    if filling.unseen:
        sheet.left_out.append(
            "Een verborgen cel is niet gelezen."
            if filling.unseen == 1
            else f"{filling.unseen} verborgen cellen zijn niet gelezen."
        )
    return sheet


@dataclass
class _Filling:
    """A sheet that is being filled row by row: `number` is the next row, `taken` gives by column
    the row up to which a cell from above reaches, `spanned` counts the places of all cells.
    """

    sheet: Sheet
    number: int = 0
    unseen: int = 0
    spanned: int = 0
    taken: dict[int, int] = field(default_factory=dict)

    def row(self, row: Element, left: int) -> None:
        """One row; `left` rows of its group are still to come, itself included."""
        column = 0
        for element in cells_of(row):
            if not seen(element):
                self.unseen += 1
                continue
            while self.taken.get(column, 0) > self.number:
                column += 1
            height = _span(element, "rowspan", left) or left
            width = _span(element, "colspan", _MOST_SPAN) or 1
            self._put(column, own_cell(element), height, width)
            column += width
        self.number += 1

    def _put(self, column: int, cell: Cell, height: int, width: int) -> None:
        self.spanned += height * width
        if self.spanned > MOST_PLACES:
            raise scattered(self.sheet)
        self.sheet.put(self.number, column, cell)
        last = self.number + height - 1
        if height * width > 1:
            self.sheet.merged.append((self.number, column, last, column + width - 1))
        if height > 1:
            self.taken.update(dict.fromkeys(range(column, column + width), last + 1))


def _span(element: Element, name: str, most: int) -> int:
    """How many rows or columns a cell takes, at most `most`; nonsense is one."""
    words = element.get(name, "1").strip()
    return min(int(words), most) if words.isdecimal() and len(words) < 20 else 1


def _number_lines(sheet: Sheet, rows: list[Element]) -> None:
    """The lines of the rows, unless several stand on one line: then the row itself says more."""
    lines = [int(row.get(LINE, "0")) for row in rows]
    if all(lines) and len(set(lines)) == len(lines):
        sheet.lines.update(enumerate(lines))
