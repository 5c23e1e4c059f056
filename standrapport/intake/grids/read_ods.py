# SPDX-License-Identifier: EUPL-1.2
"""A delivered OpenDocument spreadsheet: what its visible cells show, and the exact numbers behind
them.

Read as a stream of events, since a few bytes may stand for a million repeated cells: repetitions
are only laid out where something stands. The styles say which parts of a text are raised or hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from decimal import InvalidOperation
from io import BytesIO
from itertools import chain

from ...core.frozen import dataclass
from ...core.notation import format_datum
from ...sources.engine import SourceProblem
from .grid import EMPTY, Cell, Grid, exact, letter, plain_text, text_cell, tidy
from .package import Event, Package, events, locked, readable
from .sheet import MOST_CELLS, Sheet, grid_of, unseen_numbers, with_hidden_sheets

# Drawn over or kept beside the cells: pictures, charts, footnotes, how a word is
# pronounced.
_BESIDE = frozenset({
    "frame", "g", "custom-shape", "line", "rect", "control", "note", "ruby-text", "ellipse",
    "polygon", "polyline", "path", "connector", "caption", "measure",
})  # fmt: skip
_SPACE = frozenset({"s", "tab", "line-break"})


@dataclass
class Styles:
    """What the styles of a spreadsheet tell, by family and name."""

    _parents: dict[tuple[str, str], str] = field(default_factory=dict)
    _raised: dict[tuple[str, str], bool] = field(default_factory=dict)
    _hidden: set[str] = field(default_factory=set)
    _now: tuple[str, str] = ("", "")

    def learn(self, name: str, attributes: dict[str, str]) -> None:
        """Take in an element that may be (part of) a style."""
        if name == "style":
            self._now = attributes.get("family", ""), attributes.get("name", "")
            self._parents[self._now] = attributes.get("parent-style-name", "")
            self._raised.pop(self._now, None)
        elif name == "text-properties" and "text-position" in attributes:
            place = attributes["text-position"].split()[0]
            self._raised[self._now] = place == "super" or (
                place.endswith("%") and float(place[:-1]) > 0
            )
        elif name == "table-properties" and attributes.get("display") == "false":
            self._hidden.add(self._now[1])

    def raised(self, family: str, name: str) -> bool:
        """Whether text in this style is a superscript.

        A style is as its parent where it does not say.
        """
        for _ in range(20):
            if (family, name) in self._raised:
                return self._raised[family, name]
            name = self._parents.get((family, name), "")
        return False

    def hides(self, table: str) -> bool:
        """Whether a sheet in this style is hidden."""
        return table in self._hidden


def parts_of(
    stream: Iterator[Event], styles: Styles, comments: list[str], *, raised: bool
) -> tuple[list[tuple[str, bool]], bool]:
    """The text of a cell up to its end, in parts; remarks fastened to it go to `comments`.

    And whether it has any paragraph, be it an empty one.
    """
    parts: list[tuple[str, bool]] = []
    state = [raised]
    paragraphs = beside = 0
    for kind, name, attributes in stream:
        if kind == "text":
            if not beside and len(state) > 1:
                parts.append((name, state[-1]))
        elif kind == "end":
            if not state[1:]:
                break
            state.pop()
            beside -= beside > 0
        elif name == "annotation":
            comments.append(_remark(stream))
        else:
            state.append(state[-1] or _raises(name, attributes, styles))
            beside += beside > 0 or name in _BESIDE
            if not beside and (name in _SPACE or name == "p"):
                parts.append((" ", False))
            paragraphs += not beside and name == "p"
    return parts, paragraphs > 0


def _raises(name: str, attributes: dict[str, str], styles: Styles) -> bool:
    """Whether an element raises its text."""
    family = "paragraph" if name == "p" else "text"
    return name in {"p", "span", "a"} and styles.raised(family, attributes.get("style-name", ""))


def _remark(stream: Iterator[Event]) -> str:
    """The paragraphs of a remark up to its end, without who made it and when."""
    said: list[str] = []
    depth, inside = 1, 0
    for kind, name, _ in stream:
        if kind == "text":
            said += [name] if inside else []
        elif kind == "start":
            depth += 1
            inside += inside > 0 or name == "p"
        else:
            depth -= 1
            inside -= inside > 0
            said += [" "]
            if not depth:
                break
    return tidy("".join(said))


_ERROR = re.compile(r"(?:#|Err:|Fout:)", re.IGNORECASE)
_NUMBERS = frozenset({"float", "currency", "percentage"})
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_MOST_COLUMNS = 20_000


def read_ods(name: str, content: bytes, only: str | None = None) -> list[Grid]:
    """A grid for every visible sheet that holds something, or `only` for that one.

    Also from the flat form, one XML file. Raises SourceProblem.
    """
    with readable(name):
        if not content.startswith(b"PK"):
            return _grids(name, events(BytesIO(content), name), only)
        package = Package(name, content)
        if b"encryption-data" in package.head("META-INF/manifest.xml"):
            raise locked(name)
        if "content.xml" not in package:
            raise LookupError(name)
        parts = chain(package.events("styles.xml"), package.events("content.xml"))
        return _grids(name, parts, only)


def _grids(name: str, stream: Iterator[Event], only: str | None) -> list[Grid]:
    styles = Styles()
    grids: list[Grid] = []
    hidden: list[str] = []
    for kind, element, attributes in stream:
        if kind != "start":
            continue
        if element == "tracked-changes":
            _pass(stream)
        elif element == "table":
            title = attributes.get("name", "")
            if styles.hides(attributes.get("style-name", "")):
                hidden.append(title)
                _pass(stream)
            elif only not in {None, title}:
                _pass(stream)
            elif grid := _grid(Sheet(name, title), stream, styles):
                grids.append(grid)
        else:
            styles.learn(element, attributes)
    if not grids:
        raise SourceProblem("SR-B008", f"{name} heeft geen zichtbaar blad met een gevulde cel.")
    return with_hidden_sheets(grids, hidden)


def _grid(sheet: Sheet, stream: Iterator[Event], styles: Styles) -> Grid | None:
    row = column = 0
    unseen: list[str] = []
    for kind, name, attributes in stream:
        if kind == "end":
            if name == "table":
                break
        elif name == "shapes":
            _pass(stream)
        elif name == "table-column":
            repeated = min(_count(attributes, "number-columns-repeated"), _MOST_COLUMNS)
            if _hidden(attributes):
                sheet.hidden_columns.update(range(column, column + repeated))
            column = min(column + repeated, _MOST_COLUMNS)
        elif name == "table-row":
            repeated = _count(attributes, "number-rows-repeated")
            found = _Row(sheet, row).read(stream, styles)
            unseen += found.unseen
            for at in range(row, row + (min(repeated, MOST_CELLS + 1) if found.cells else 0)):
                for place, cell in found.cells.items():
                    sheet.put(at, place, cell)
                sheet.merged += [
                    (at, left, at + height - 1, left + width - 1)
                    for left, height, width in found.spans
                ]
                if _hidden(attributes):
                    sheet.hidden_rows.add(at)
            row += repeated
    if unseen:
        sheet.left_out.append(unseen_numbers(unseen))
    return grid_of(sheet)


class _Row:
    """One row as it is read: its cells by column, and what they span (column, height, width)."""

    def __init__(self, sheet: Sheet, number: int) -> None:
        self.sheet = sheet
        self.number = number
        self.cells: dict[int, Cell] = {}
        self.spans: list[tuple[int, int, int]] = []
        self.unseen: list[str] = []

    def read(self, stream: Iterator[Event], styles: Styles) -> _Row:
        """Take the row up to its end."""
        column = 0
        for kind, name, attributes in stream:
            if kind == "end" and name == "table-row":
                break
            if kind != "start" or name not in _CELLS:
                continue
            repeated = _count(attributes, "number-columns-repeated")
            cell = self._cell(stream, attributes, styles, column)
            if name == "table-cell" and cell != EMPTY:
                self.cells.update(
                    dict.fromkeys(range(column, column + min(repeated, _MOST_COLUMNS)), cell)
                )
                height, width = (
                    _count(attributes, "number-rows-spanned"),
                    _count(attributes, "number-columns-spanned"),
                )
                if height * width > 1:
                    self.spans.append((column, height, width))
            column += repeated
        return self

    def _cell(
        self, stream: Iterator[Event], attributes: dict[str, str], styles: Styles, column: int
    ) -> Cell:
        raised = styles.raised("table-cell", attributes.get("style-name", ""))
        comments: list[str] = []
        parts, shown = parts_of(stream, styles, comments, raised=raised)
        self.sheet.comments += [(self.number, text) for text in comments if text]
        cell = text_cell(parts)
        sort = attributes.get("value-type", "")
        place = f"{letter(column)}{self.number + 1}"
        if not sort and "formula" in attributes:
            raise self._problem(
                place,
                "is een formule zonder berekende uitkomst; open het bestand en bewaar het opnieuw",
            )
        if sort == "date":
            day = attributes.get("date-value", "")[:10]
            return Cell(cell.text or format_datum(day), day=day, marks=cell.marks)
        if sort in _NUMBERS and not _ERROR.match(cell.text) and not (raised and cell.marks):
            return self._number(cell, attributes, place, shown=shown)
        if cell != EMPTY or shown:
            return cell
        return text_cell([(attributes.get("string-value", ""), raised)])

    def _number(self, cell: Cell, attributes: dict[str, str], place: str, *, shown: bool) -> Cell:
        """A cell with a number: what it shows, and the number itself."""
        share = attributes.get("value-type") == "percentage"
        try:
            number = exact(attributes.get("value", "")) * (100 if share else 1)
        except InvalidOperation:
            raise self._problem(place, "is geen getal") from None
        if shown and not cell.text:
            self.unseen.append(place)
            return EMPTY
        percent = share or "%" in cell.text
        text = cell.text or plain_text(number) + (" %" if percent else "")
        return Cell(text, exact(str(number)), percent=percent, marks=cell.marks)

    def _problem(self, place: str, words: str) -> SourceProblem:
        return SourceProblem(
            "SR-B008", f"Cel {place} op blad '{self.sheet.name}' van {self.sheet.file} {words}."
        )


def _pass(stream: Iterable[Event]) -> None:
    """Go past the element that was just begun."""
    depth = 1
    for kind, _, _ in stream:
        depth += (kind == "start") - (kind == "end")
        if not depth:
            return


def _count(attributes: dict[str, str], name: str) -> int:
    return max(1, int(attributes.get(name, "1")))


def _hidden(attributes: dict[str, str]) -> bool:
    return attributes.get("visibility", "visible") != "visible"
