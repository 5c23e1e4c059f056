"""A delivered XLSX workbook: what its visible cells show, and the exact numbers behind them. No
formula is worked out.

The sheets are read as a stream of events: openpyxl does not tell a formula without an outcome from
an empty cell, nor the text a number was stored as, and holds every cell that is only coloured.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import InvalidOperation

from ...core.notation import format_datum
from ...sources.problem import SourceProblem
from .grid import EMPTY, Cell, Grid, letter, text_cell
from .number_formats import workbook_cell
from .package import Event, Package, readable
from .sheet import Sheet, grid_of, unseen_numbers, with_hidden_sheets
from .xlsx_parts import Book, Style, book_of, text_of, unescaped

_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_PLAIN = Style()


def read_xlsx(name: str, content: bytes) -> list[Grid]:
    """A grid for every visible sheet that holds something. Raises SourceProblem."""
    with readable(name):
        package = Package(name, content)
        book = book_of(package)
        grids = [
            grid
            for title, part in book.sheets
            if (grid := _grid(name, title, package.events(part), book))
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


def _grid(file: str, title: str, stream: Iterator[Event], book: Book) -> Grid | None:
    sheet = Sheet(file, title)
    row = column = -1
    unseen: list[str] = []
    formulas = False
    for kind, name, attributes in stream:
        if kind != "start":
            continue
        match name:
            case "col" if _hidden(attributes, "width"):
                sheet.hidden_columns.update(
                    range(int(attributes["min"]) - 1, int(attributes["max"]))
                )
            case "row":
                row, column = int(attributes.get("r", row + 2)) - 1, -1
                if _hidden(attributes, "ht"):
                    sheet.hidden_rows.add(row)
            case "c":
                row, column = place_of(attributes["r"]) if "r" in attributes else (row, column + 1)
                cell, formula, filled = _cell(stream, attributes, book, (sheet, row, column))
                formulas = formulas or formula
                if filled and cell == EMPTY:
                    unseen.append(f"{letter(column)}{row + 1}")
                sheet.put(row, column, cell)
            case "mergeCell":
                first, _, last = attributes["ref"].partition(":")
                sheet.merged.append((*place_of(first), *place_of(last or first)))
    if unseen:
        sheet.left_out.append(unseen_numbers(unseen))
    if formulas and book.by_hand:
        sheet.left_out.append(
            "Dit werkboek rekent alleen op verzoek: of de uitkomsten van de formules bijgewerkt"
            " zijn, is niet te zien."
        )
    return grid_of(sheet)


def _cell(
    stream: Iterator[Event], attributes: dict[str, str], book: Book, place: tuple[Sheet, int, int]
) -> tuple[Cell, bool, bool]:
    """A cell, whether it is a formula, and whether it holds a number."""
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
    if not (value or parts or formula):
        return EMPTY, False, False
    sort = attributes.get("t", "n")
    if formula and (not book.trusted or (not value and sort != "str")):
        raise _problem(
            place,
            "is een formule zonder berekende uitkomst; open het bestand en bewaar het opnieuw",
        )
    style = book.styles[int(attributes.get("s", "0"))] if book.styles else _PLAIN
    if sort == "s" and value:
        parts = book.texts[int(value)]
    elif sort == "b":
        parts = (("WAAR" if value == "1" else "ONWAAR", False),)
    elif sort in {"str", "e"}:
        parts = ((unescaped(value), False),)
    elif sort == "d":
        return Cell(format_datum(value[:10]), day=value[:10]), formula, False
    elif sort == "n" and value:
        try:
            return (
                workbook_cell(value, style.code, from_1904=book.from_1904, raised=style.raised),
                formula,
                True,
            )
        except (InvalidOperation, OverflowError):
            raise _problem(place, "is geen getal") from None
    return (
        text_cell([(text, raised or (style.raised and len(parts) == 1)) for text, raised in parts]),
        formula,
        False,
    )


def _problem(place: tuple[Sheet, int, int], words: str) -> SourceProblem:
    sheet, row, column = place
    return SourceProblem(
        "SR-B008", f"Cel {letter(column)}{row + 1} op blad '{sheet.name}' van {sheet.file} {words}."
    )


def _hidden(attributes: dict[str, str], size: str) -> bool:
    return attributes.get("hidden") in {"1", "true"} or float(attributes.get(size, "1")) == 0
