# SPDX-License-Identifier: EUPL-1.2
"""Workbooks: what a Dutch reader sees, the exact number behind it, and what is not read is said.
Figures are invented.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, strategies as st
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from xlsxwriter import Workbook as XlsxWorkbook

from standrapport.intake.grids.grid import Cell, Grid
from standrapport.intake.grids.read_xlsx import read_xlsx
from standrapport.sources.engine import SourceProblem


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def grid_from(fill: Callable[[Any], None]) -> Grid:
    """The only grid of a workbook whose first sheet is filled by a function."""
    book = Workbook()
    fill(book.active)
    (grid,) = read_xlsx("verzonnen.xlsx", saved(book))
    return grid


def cell_from(value: object, code: str = "General", font: Font | None = None) -> Cell:
    """Cell A1 as read, beside a cell that keeps the sheet from being empty."""

    def fill(sheet: Any) -> None:
        sheet["A1"], sheet["B1"] = value, "vul"
        sheet["A1"].number_format = code
        if font:
            sheet["A1"].font = font

    grid = grid_from(fill)
    return grid.rows[0][0] if len(grid.rows[0]) == 2 else Cell()


def changed(content: bytes, part: str, old: str, new: str) -> bytes:
    """A workbook with one text in one of its parts replaced."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        assert part in before.namelist()
        for name in before.namelist():
            text = before.read(name)
            assert name != part or old.encode() in text
            after.writestr(name, text.replace(old.encode(), new.encode()) if name == part else text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("value", "code", "text", "number"),
    [
        (13840, "General", "13840", "13840"),
        (13840, "#,##0", "13.840", "13840"),
        (-13840.5, "#,##0.00", "-13.840,50", "-13840.5"),
        (0.1 + 0.2, "General", "0,3", "0.3"),
        (1234567.891, "#,##0", "1.234.568", "1234567.891"),
        (3, '"<5"', "<5", "3"),
        (3, '[<5]"<5";#,##0', "<5", "3"),
        (13840, '[<5]"<5";#,##0', "13.840", "13840"),
        (0, '_-* #,##0_-;_-* #,##0-;_-* "-"??_-;_-@_-', "-", "0"),
        (-7, "#,##0;[Red](#,##0)", "(7)", "-7"),
        (-0.2, "0", "0", "-0.2"),
        (13840, '0 "personen"', "13840 personen", "13840"),
        (13840, "[$€-413] #,##0.00", "€ 13.840,00", "13840"),
        (13840, "#,##0,", "14", "13840"),
        (7, "000", "007", "7"),
        (2.5, "0.0##", "2,5", "2.5"),
        (0.5, "# ?/?", "0,5", "0.5"),
        (13840, "0.00E+00", "13840", "13840"),
        (1e20, "General", "100000000000000000000", "1e20"),
    ],
)
def test_number_as_shown_and_exact(value: float, code: str, text: str, number: str) -> None:
    """The text is what the format shows in Dutch.

    The number is what the file holds, without binary noise.
    """
    cell = cell_from(value, code)
    assert (cell.text, cell.number, cell.percent) == (text, Decimal(number), False)


@pytest.mark.parametrize(
    ("value", "code", "text", "number"),
    [
        (0.542, "0.0%", "54,2%", "54.2"),
        (0.54, "0%", "54%", "54"),
        (54.2, '0.0"%"', "54,2%", "54.2"),
        (0.07 * 3, "0 %", "21 %", "21"),
    ],
)
def test_percentages(value: float, code: str, text: str, number: str) -> None:
    """A percentage is read as people say it: 54, not 0,54."""
    cell = cell_from(value, code)
    assert (cell.text, cell.number, cell.percent) == (text, Decimal(number), True)


@pytest.mark.parametrize(
    ("value", "code", "text", "day"),
    [
        (date(2023, 10, 31), "mm-dd-yy", "31-10-2023", "2023-10-31"),
        (date(2023, 10, 31), "d mmmm yyyy", "31 oktober 2023", "2023-10-31"),
        (date(2023, 3, 1), "[$-413]mmm\\-yy;@", "mrt-23", "2023-03-01"),
        (datetime(2023, 10, 31, 9, 5), "dd/mm/yyyy hh:mm", "31-10-2023 09:05", "2023-10-31"),  # noqa: DTZ001 - a workbook knows no zones
        (date(2023, 1, 1), "yyyy", "2023", "2023-01-01"),
        (date(2023, 10, 31), "dddd", "dinsdag", "2023-10-31"),
        (time(9, 5), "h:mm", "9:05", ""),
        (timedelta(hours=30), "[h]:mm:ss", "30:00:00", ""),
    ],
)
def test_dates(value: object, code: str, text: str, day: str) -> None:
    """A date is no number: its day as ISO, its text as a Dutch reader sees it."""
    cell = cell_from(value, code)
    assert (cell.text, cell.day, cell.number) == (text, day, None)


def test_texts_and_errors_stay_text() -> None:
    """Text is not read as a number; an error of the workbook and a truth value are texts."""
    assert cell_from(" 13.840\u00a0 ") == Cell("13.840")
    assert cell_from("#N/A") == Cell("#N/A")
    assert cell_from(value=True) == Cell("WAAR")


def test_superscripts_are_marks() -> None:
    """A raised part of a text, and a cell that is raised as a whole, are marks and no digits."""
    rich = CellRichText("13.840", TextBlock(InlineFont(vertAlign="superscript"), "1, 2"))
    assert cell_from(rich) == Cell("13.840", marks=("1", "2"))
    assert cell_from("b", font=Font(vertAlign="superscript")) == Cell("", marks=("b",))
    assert cell_from(2, font=Font(vertAlign="superscript")) == Cell("", marks=("2",))


def test_shared_rich_text() -> None:
    """Excel keeps rich text apart from the sheet, with how it is pronounced.

    Only what is written is read.
    """
    file = BytesIO()
    with XlsxWorkbook(file, {"in_memory": True}) as book:
        raised = book.add_format({"font_script": 1})
        book.add_worksheet().write_rich_string(0, 0, "13.840", raised, " 1")
    content = changed(
        file.getvalue(), "xl/sharedStrings.xml", "</si>", "<rPh><t>zeg</t></rPh></si>"
    )
    (grid,) = read_xlsx("verzonnen.xlsx", content)
    assert grid.rows[0][0] == Cell("13.840", marks=("1",))


def test_hidden_is_left_out_and_said() -> None:
    """Hidden rows, columns and sheets are not read.

    Each is named, and the others keep their places.
    """
    book = _book(
        {
            "A1": "jaar",
            "B1": "geheim",
            "C1": "IND",
            "A2": 2020,
            "A3": 2021,
            "A4": 2022,
            "A5": 2023,
            "C5": 5,
        }
    )
    sheet = book.active
    sheet.row_dimensions[3].hidden = sheet.row_dimensions[4].hidden = sheet.row_dimensions[
        2
    ].hidden = sheet.row_dimensions[9].hidden = True
    sheet.column_dimensions["B"].hidden = True
    book.create_sheet("Kladblok")["A1"] = 1
    book["Kladblok"].sheet_state = "hidden"
    (grid,) = read_xlsx("verzonnen.xlsx", saved(book))
    assert [[cell.text for cell in row] for row in grid.rows] == [["jaar", "IND"], ["2023", "5"]]
    assert grid.lines == (1, 5)
    assert [grid.letter_of(column) for column in (0, 1)] == ["A", "C"]
    assert grid.left_out == (
        "Verborgen rijen 2 tot en met 4 zijn niet gelezen.",
        "Verborgen kolom B is niet gelezen.",
        "Het verborgen blad 'Kladblok' is niet gelezen.",
    )


def test_format_that_shows_nothing() -> None:
    """A number that its format hides is not read, and that is said."""
    book = _book({"A1": 5, "A2": 7})
    book.active["A2"].number_format = ";;;"
    (grid,) = read_xlsx("verzonnen.xlsx", saved(book))
    assert len(grid.rows) == 1
    assert grid.left_out == ("Door hun opmaak onzichtbare getallen zijn niet gelezen: A2.",)


def test_formula_without_an_outcome_is_refused() -> None:
    """A formula that was never worked out has no number; the cell is named."""
    with pytest.raises(
        SourceProblem,
        match=r"Cel B7 op blad 'Cijfers' van verzonnen\.xlsx is een formule zonder berekende uitkomst",
    ):
        read_xlsx("verzonnen.xlsx", saved(_book({"A1": 1, "B7": "=A1+1"}, "Cijfers")))


def test_outcome_that_waits_for_calculation_is_refused() -> None:
    """A program that cannot calculate writes 0 and asks Excel to work it out.

    That 0 is no number.
    """
    plain = changed(
        saved(_book({"A1": 1, "B1": "=A1+1"})), "xl/worksheets/sheet1.xml", "<v></v>", "<v>0</v>"
    )
    with pytest.raises(SourceProblem, match="zonder berekende uitkomst"):
        read_xlsx("verzonnen.xlsx", plain)
    (grid,) = read_xlsx(
        "verzonnen.xlsx", changed(plain, "xl/workbook.xml", 'fullCalcOnLoad="1"', "")
    )
    assert grid.rows[0][1] == Cell("0", Decimal(0))


def test_workbook_that_calculates_on_request_is_told() -> None:
    """Formulas in a workbook that does not calculate by itself may be stale.

    Nobody can see it in the file.
    """
    plain = changed(
        saved(_book({"A1": 1, "B1": "=A1+1"})), "xl/worksheets/sheet1.xml", "<v></v>", "<v>2</v>"
    )
    (grid,) = read_xlsx(
        "verzonnen.xlsx",
        changed(plain, "xl/workbook.xml", 'fullCalcOnLoad="1"', 'calcMode="manual"'),
    )
    assert "alleen op verzoek" in grid.left_out[0]


def test_large_formatted_sheet_is_cut_to_what_it_holds() -> None:
    """A far cell with only a colour is no cell.

    A gap of empty rows is kept short, and rows keep their numbers.
    """
    book = _book({"A1": "jaar", "A900": 2021})
    book.active["ZZ90000"].font = Font(bold=True)
    (grid,) = read_xlsx("verzonnen.xlsx", saved(book))
    assert len(grid.rows) < 30
    assert len(grid.rows[0]) == 1
    assert (grid.lines[0], grid.lines[-1]) == (1, 900)


def test_too_many_cells_are_source_data() -> None:
    """Over 200.000 filled cells is no table of figures.

    The sentence says where source data belong.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Blad1")
    for _ in range(2001):
        sheet.append([1] * 100)
    with pytest.raises(SourceProblem, match="uit_bron"):
        read_xlsx("verzonnen.xlsx", saved(book))


def test_empty_workbook() -> None:
    """A workbook without a filled cell says so."""
    with pytest.raises(SourceProblem, match="geen zichtbaar blad met een gevulde cel"):
        read_xlsx("verzonnen.xlsx", saved(Workbook()))


def test_two_sheets_are_two_grids() -> None:
    """Every filled sheet is a grid with its name; an empty one is none."""
    book = _book({"A1": 1}, "Eerste")
    book.create_sheet("Leeg")
    book.create_sheet("Tweede")["B2"] = 2
    assert [grid.name for grid in read_xlsx("verzonnen.xlsx", saved(book))] == ["Eerste", "Tweede"]


@pytest.mark.parametrize(
    "damage",
    [lambda content: content[: len(content) // 2], lambda content: content[:60] + b"PK" * 40],
)
def test_damaged_file(damage: Callable[[bytes], bytes]) -> None:
    """Half a file is one sentence."""
    with pytest.raises(SourceProblem, match="beschadigd of onvolledig"):
        read_xlsx("verzonnen.xlsx", damage(saved(_book({"A1": 1}))))


def test_entities_are_refused() -> None:
    """A document type could unpack to anything; it is refused before it does."""
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]><worksheet '
    content = changed(saved(_book({"A1": 1})), "xl/worksheets/sheet1.xml", "<worksheet ", bomb)
    with pytest.raises(SourceProblem, match="documenttype"):
        read_xlsx("verzonnen.xlsx", content)


@given(st.integers(0, 3), st.integers(0, 3), st.integers(1, 3), st.integers(1, 3))
def test_merged_cells_repeat_what_they_show(top: int, left: int, height: int, width: int) -> None:
    """Every cell a merged one covers shows the same, marked as copied.

    Nothing outside it changes.
    """

    def fill(sheet: Any) -> None:
        for row in range(1, 8):
            for column in range(1, 8):
                sheet.cell(row, column, row * 10 + column)
        sheet.merge_cells(
            start_row=top + 1, start_column=left + 1, end_row=top + height, end_column=left + width
        )

    grid = grid_from(fill)
    first = grid.rows[top][left]
    for row in range(7):
        for column in range(7):
            covered = top <= row < top + height and left <= column < left + width
            cell = grid.rows[row][column]
            assert cell.number == (first.number if covered else (row + 1) * 10 + column + 1)
            assert cell.copied == (covered and (row, column) != (top, left))


def test_merged_over_a_hidden_column_still_shows() -> None:
    """Of a merged cell whose first column is hidden, the first visible one is the cell itself."""
    book = _book({"A1": "kop", "A2": 1, "B2": 2, "C2": 3})
    book.active.merge_cells("A1:C1")
    book.active.column_dimensions["A"].hidden = True
    (grid,) = read_xlsx("verzonnen.xlsx", saved(book))
    assert grid.rows[0] == (Cell("kop"), Cell("kop", copied=True))


def _book(cells: dict[str, object], title: str = "Blad1") -> Workbook:
    book = Workbook()
    book.active.title = title
    for place, value in cells.items():
        book.active[place] = value
    return book
