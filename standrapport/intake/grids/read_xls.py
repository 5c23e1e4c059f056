# SPDX-License-Identifier: EUPL-1.2
"""A delivered workbook of before 2007 (.xls): as read_xlsx, by xlrd, which tells formats,
superscripts and what is hidden.
"""

from __future__ import annotations

from decimal import InvalidOperation
from io import StringIO
from typing import Any

from ...sources.engine import SourceProblem
from .grid import EMPTY, Cell, Grid, letter, text_cell
from .number_formats import workbook_cell
from .package import locked
from .sheet import Sheet, grid_of, unseen_numbers, with_hidden_sheets

_SUPERSCRIPT = 1


def read_xls(name: str, content: bytes) -> list[Grid]:
    """A grid for every visible sheet that holds something. Raises SourceProblem."""
    import xlrd

    try:
        book = xlrd.open_workbook(file_contents=content, formatting_info=True, logfile=StringIO())
        sheets = book.sheets()
        grids = [
            grid for sheet in sheets if not sheet.visibility and (grid := _grid(name, book, sheet))
        ]
    except SourceProblem:
        raise
    except Exception as problem:  # noqa: BLE001 - a damaged file makes it stumble in any way
        if "encrypted" in str(problem):
            raise locked(name) from None
        raise SourceProblem(
            "SR-B008", f"{name} is beschadigd of onvolledig; open het en bewaar het als XLSX."
        ) from None
    if not grids:
        raise SourceProblem("SR-B008", f"{name} heeft geen zichtbaar blad met een gevulde cel.")
    return with_hidden_sheets(grids, [sheet.name for sheet in sheets if sheet.visibility])


def _grid(file: str, book: Any, sheet: Any) -> Grid | None:
    found = Sheet(file, sheet.name)
    found.hidden_rows = {
        row for row, info in sheet.rowinfo_map.items() if info.hidden or info.height == 0
    }
    found.hidden_columns = {
        column for column, info in sheet.colinfo_map.items() if info.hidden or info.width == 0
    }
    found.merged = [
        (top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells
    ]
    unseen = []
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            cell = _cell(found, book, sheet, row, column)
            if cell == EMPTY and sheet.cell_type(row, column) in {2, 3}:
                unseen.append(f"{letter(column)}{row + 1}")
            found.put(row, column, cell)
    if unseen:
        found.left_out.append(unseen_numbers(unseen))
    return grid_of(found)


def _cell(found: Sheet, book: Any, sheet: Any, row: int, column: int) -> Cell:
    import xlrd

    cell = sheet.cell(row, column)
    style = book.xf_list[cell.xf_index]
    raised = book.font_list[style.font_index].escapement == _SUPERSCRIPT
    match cell.ctype:
        case xlrd.XL_CELL_TEXT:
            runs = sheet.rich_text_runlist_map.get((row, column), [])
            starts = [0, *(start for start, _ in runs)]
            fonts = [raised, *(book.font_list[font].escapement == _SUPERSCRIPT for _, font in runs)]
            return text_cell(
                zip(
                    (cell.value[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)),
                    fonts,
                    strict=True,
                )
            )
        case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
            code = book.format_map[style.format_key].format_str
            try:
                return workbook_cell(cell.value, code, from_1904=book.datemode == 1, raised=raised)
            except (InvalidOperation, OverflowError):
                place = f"{letter(column)}{row + 1} op blad '{found.name}' van {found.file}"
                raise SourceProblem("SR-B008", f"Cel {place} is geen getal.") from None
        case xlrd.XL_CELL_BOOLEAN:
            return text_cell([("WAAR" if cell.value else "ONWAAR", raised)])
        case xlrd.XL_CELL_ERROR:
            return text_cell([(xlrd.error_text_from_code.get(cell.value, "#N/A"), raised)])
    return EMPTY
