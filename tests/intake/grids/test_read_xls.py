# SPDX-License-Identifier: EUPL-1.2
"""Workbooks of before 2007 give the same cells as newer ones. Figures are invented."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
import xlwt

from standrapport.intake.grids.grid import Cell, Grid
from standrapport.intake.grids.read import form_of
from standrapport.intake.grids.read_xls import read_xls
from standrapport.sources.engine import SourceProblem


def saved(fill: Callable[[Any, Any], None]) -> bytes:
    """The bytes of a workbook whose first sheet is filled by a function of the book and
    the sheet.
    """
    book = xlwt.Workbook()
    fill(book, book.add_sheet("Blad1"))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def grid_from(fill: Callable[[Any, Any], None]) -> Grid:
    """The only grid of a workbook."""
    (grid,) = read_xls("verzonnen.xls", saved(fill))
    return grid


def raised() -> Any:
    """A font of superscripts."""
    font = xlwt.Font()
    font.escapement = xlwt.Font.ESCAPEMENT_SUPERSCRIPT
    return font


def test_values_as_shown_and_exact() -> None:
    """Numbers, percentages, dates, truth values and texts as in a newer workbook."""

    def fill(_: Any, sheet: Any) -> None:
        sheet.write(0, 0, 13840, xlwt.easyxf(num_format_str="#,##0"))
        sheet.write(0, 1, 0.542, xlwt.easyxf(num_format_str="0.0%"))
        sheet.write(0, 2, 45230, xlwt.easyxf(num_format_str="d mmmm yyyy"))
        sheet.write(0, 3, 0.1 + 0.2)
        sheet.write(0, 4, "13.840\u00a0")
        sheet.write(0, 5, True)  # noqa: FBT003 - a value
        sheet.write(0, 6, 3, xlwt.easyxf(num_format_str='[<5]"<5";0'))

    assert grid_from(fill).rows == (
        (
            Cell("13.840", Decimal(13840)),
            Cell("54,2%", Decimal("54.2"), percent=True),
            Cell("31 oktober 2023", day="2023-10-31"),
            Cell("0,3", Decimal("0.3")),
            Cell("13.840"),
            Cell("WAAR"),
            Cell("<5", Decimal(3)),
        ),
    )


def test_superscripts_are_marks() -> None:
    """A raised part of a text, and a cell raised as a whole, are marks."""

    def fill(_: Any, sheet: Any) -> None:
        sheet.write_rich_text(0, 0, ["13.840", ("1", raised()), (" x", xlwt.Font())])
        style = xlwt.XFStyle()
        style.font = raised()
        sheet.write(0, 1, 2, style)

    assert grid_from(fill).rows == ((Cell("13.840 x", marks=("1",)), Cell("", marks=("2",))),)


def test_merged_and_hidden() -> None:
    """Merged cells are filled; hidden rows, columns, sheets and numbers are left out and told."""

    def fill(book: Any, sheet: Any) -> None:
        sheet.write_merge(0, 0, 0, 1, "kop")
        for row in (1, 2, 3):
            for column in range(4):
                sheet.write(row, column, row * 10 + column)
        sheet.write(4, 0, 5, xlwt.easyxf(num_format_str=";;;"))
        sheet.row(2).hidden = True
        sheet.col(2).hidden = True
        hidden = book.add_sheet("Kladblok")
        hidden.write(0, 0, "weg")
        hidden.visibility = 1

    grid = grid_from(fill)
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["kop", "kop", ""],
        ["10", "11", "13"],
        ["30", "31", "33"],
    ]
    assert (grid.rows[0][1].copied, grid.lines, grid.letter_of(2)) == (True, (1, 2, 4), "D")
    assert grid.left_out == (
        "Door hun opmaak onzichtbare getallen zijn niet gelezen: A5.",
        "Verborgen rij 3 is niet gelezen.",
        "Verborgen kolom C is niet gelezen.",
        "Het verborgen blad 'Kladblok' is niet gelezen.",
    )


@pytest.mark.parametrize(
    "damage",
    [lambda content: content[:1500], lambda content: content[:600] + bytes(len(content) - 600)],
)
def test_damaged_file(damage: Callable[[bytes], bytes]) -> None:
    """Half a file is one sentence."""
    with pytest.raises(SourceProblem, match="beschadigd of onvolledig"):
        read_xls("verzonnen.xls", damage(saved(lambda _, sheet: sheet.write(0, 0, 1))))


def test_form_by_content() -> None:
    """A workbook of before 2007 is known by its content."""
    assert form_of(saved(lambda _, sheet: sheet.write(0, 0, 1))) == "xls"
