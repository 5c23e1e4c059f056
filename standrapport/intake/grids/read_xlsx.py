# SPDX-License-Identifier: EUPL-1.2
"""A delivered XLSX workbook: what its visible cells show, and the exact numbers behind them. No
formula is worked out.

The sheets are read as a stream of events: openpyxl does not tell a formula without an outcome from
an empty cell, nor the text a number was stored as, and holds every cell that is only coloured.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import InvalidOperation
from typing import NamedTuple

from ...core.notation import format_datum
from ...sources.engine import SourceProblem
from .grid import EMPTY, Cell, Grid, letter, struck_through, text_cell
from .number_formats import workbook_cell
from .package import Event, Package, readable
from .sheet import Sheet, grid_of, unseen_numbers, with_hidden_sheets
from .xlsx_parts import Book, Style, book_of, comments_of, text_of, unescaped

_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_PLAIN = Style()
_NOT_WORKED_OUT = "is een formule zonder berekende uitkomst; open het bestand en bewaar het opnieuw"
_BY_HAND = (
    "Dit werkboek rekent alleen op verzoek: of de uitkomsten van de formules bijgewerkt"
    " zijn, is niet te zien."
)


def read_xlsx(name: str, content: bytes, only: str | None = None) -> list[Grid]:
    """A grid for every visible sheet that holds something, or `only` for that one. Raises
    SourceProblem.
    """
    with readable(name):
        package = Package(name, content)
        book = book_of(package)
        grids = [
            grid
            for title, part in book.sheets
            if only in {None, title}
            and (
                grid := _grid(
                    Sheet(name, title, comments=comments_of(package, part)),
                    package.events(part),
                    book,
                )
            )
        ]
    if not grids:
        raise SourceProblem("SR-B008", f"{name} heeft geen zichtbaar blad met een gevulde cel.")
    return with_hidden_sheets(grids, book.hidden)


def place_of(reference: str) -> tuple[int, int]:
    """'C4' as (3, 2). Raises ValueError."""
    match = _PLACE.fullmatch(reference)
    if match is None:
        raise ValueError(reference)
    column = 0
    for character in match[1]:
        column = column * 26 + ord(character) - 64
    return int(match[2]) - 1, column - 1


def _grid(sheet: Sheet, stream: Iterator[Event], book: Book) -> Grid | None:
    row = column = -1
    unseen: list[str] = []
    formulas = False
    for kind, name, attributes in stream:
        if kind != "start":
            continue
        match name:
            case "col" if _hidden(attributes, "width"):
                hidden = range(int(attributes["min"]) - 1, int(attributes["max"]))
                sheet.hidden_columns.update(hidden)
            case "row":
                row, column = int(attributes.get("r", row + 2)) - 1, -1
                if _hidden(attributes, "ht"):
                    sheet.hidden_rows.add(row)
            case "c":
                row, column = place_of(attributes["r"]) if "r" in attributes else (row, column + 1)
                stored = _stored(stream)
                formulas = formulas or stored.formula
                cell, filled = _cell(stored, attributes, book, (sheet, row, column))
                if filled and cell == EMPTY:
                    unseen.append(f"{letter(column)}{row + 1}")
                sheet.put(row, column, cell)
            case "mergeCell":
                first, _, last = attributes["ref"].partition(":")
                sheet.merged.append((*place_of(first), *place_of(last or first)))
    _left_out(sheet, unseen, by_hand=formulas and book.by_hand)
    return grid_of(sheet)


def _left_out(sheet: Sheet, unseen: list[str], *, by_hand: bool) -> None:
    """Say what the sheet has that is not read, or not to be trusted."""
    if unseen:
        sheet.left_out.append(unseen_numbers(unseen))
    if by_hand:
        sheet.left_out.append(_BY_HAND)


class _Stored(NamedTuple):
    """What the file keeps of a cell: its value as text, a text of its own in parts (each raised or
    not), and whether it is a formula.
    """

    value: str
    parts: tuple[tuple[str, bool], ...]
    formula: bool


def _stored(stream: Iterator[Event]) -> _Stored:
    value, formula, inside = "", False, ""
    parts: tuple[tuple[str, bool], ...] = ()
    for kind, name, _ in stream:
        if kind == "text":
            value += name if inside == "v" else ""
        elif kind == "end":
            inside = ""
            if name == "c":
                break
        elif name == "is":
            parts = text_of(stream, "is")
        else:
            inside = name
            formula = formula or name == "f"
    return _Stored(value, parts, formula)


def _cell(
    stored: _Stored, attributes: dict[str, str], book: Book, place: tuple[Sheet, int, int]
) -> tuple[Cell, bool]:
    """A cell, and whether it holds a number."""
    value, formula = stored.value, stored.formula
    if not any(stored):
        return EMPTY, False
    sort = attributes.get("t", "n")
    if formula and (not book.trusted or (not value and sort != "str")):
        raise _problem(place, _NOT_WORKED_OUT)
    style = book.styles[int(attributes.get("s", "0"))] if book.styles else _PLAIN
    number = bool(value) and sort == "n"
    cell = _number(value, style, book, place) if number else _other(stored, sort, style, book)
    return (struck_through(cell) if style.struck else cell), number


def _other(stored: _Stored, sort: str, style: Style, book: Book) -> Cell:
    """A cell that holds no number: a day or a text."""
    if sort == "d":
        return Cell(format_datum(stored.value[:10]), day=stored.value[:10])
    parts = _text_of(sort, stored.value, book) or stored.parts
    raised = style.raised and len(parts) == 1
    return text_cell([(text, up or raised) for text, up in parts])


def _text_of(sort: str, value: str, book: Book) -> tuple[tuple[str, bool], ...]:
    """The text that the value of a cell stands for; nothing when the cell has one of its own."""
    match sort:
        case "s" if value:
            return book.texts[int(value)]
        case "b":
            return (("WAAR" if value == "1" else "ONWAAR", False),)
        case "str" | "e":
            return ((unescaped(value), False),)
    return ()


def _number(value: str, style: Style, book: Book, place: tuple[Sheet, int, int]) -> Cell:
    try:
        return workbook_cell(value, style.code, from_1904=book.from_1904, raised=style.raised)
    except (InvalidOperation, OverflowError):
        raise _problem(place, "is geen getal") from None


def _problem(place: tuple[Sheet, int, int], words: str) -> SourceProblem:
    sheet, row, column = place
    return SourceProblem(
        "SR-B008", f"Cel {letter(column)}{row + 1} op blad '{sheet.name}' van {sheet.file} {words}."
    )


def _hidden(attributes: dict[str, str], size: str) -> bool:
    return attributes.get("hidden") in {"1", "true"} or float(attributes.get(size, "1")) == 0
