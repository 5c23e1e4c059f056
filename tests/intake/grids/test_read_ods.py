# SPDX-License-Identifier: EUPL-1.2
"""OpenDocument spreadsheets, zipped and flat: the same cells as a workbook gives, and no bomb goes
off. Figures are invented.
"""

from __future__ import annotations

import zipfile
from decimal import Decimal
from io import BytesIO

import pytest

from standrapport.intake.grids.grid import Cell, Grid
from standrapport.intake.grids.read_ods import read_ods
from standrapport.open_data.ods import ods
from standrapport.open_data.sheets import BookSheet, SheetNumber, Workbook
from standrapport.sources.engine import SourceProblem

SPACES = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in {
            "office": "office",
            "table": "table",
            "text": "text",
            "style": "style",
            "draw": "drawing",
        }.items()
    )
    + ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)
STYLES = (
    '<style:style style:name="S" style:family="table"><style:table-properties table:display="false"/></style:style>'
    '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="T2" style:family="text" style:parent-style-name="T1"/>'
    '<style:style style:name="T3" style:family="text"><style:text-properties style:text-position="-33% 58%"/></style:style>'
    '<style:style style:name="hoog" style:family="table-cell"><style:text-properties style:text-position="33% 58%"/></style:style>'
)


def flat(body: str) -> bytes:
    """A spreadsheet in one XML file."""
    return (
        f'<?xml version="1.0"?><office:document {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>'
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document>"
    ).encode()


def zipped(**parts: bytes) -> bytes:
    """A zipped spreadsheet with these parts; `manifest` goes where it belongs."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        for name, content in parts.items():
            file.writestr("META-INF/manifest.xml" if name == "manifest" else f"{name}.xml", content)
    return out.getvalue()


def grid_of(rows: str, sheet: str = 'table:name="Blad1"') -> Grid:
    """The only grid of a flat spreadsheet with one sheet."""
    (grid,) = read_ods("verzonnen.fods", flat(f"<table:table {sheet}>{rows}</table:table>"))
    return grid


def cell_of(attributes: str, inner: str) -> Cell:
    """A single cell as read, beside one that keeps the sheet from being empty."""
    grid = grid_of(
        f"<table:table-row><table:table-cell {attributes}>{inner}</table:table-cell>{text('vul')}</table:table-row>"
    )
    return grid.rows[0][0] if len(grid.rows[0]) == 2 else Cell()


def text(words: str, attributes: str = "") -> str:
    """A cell of text."""
    return f'<table:table-cell office:value-type="string" {attributes}><text:p>{words}</text:p></table:table-cell>'


def row(*cells: str, attributes: str = "") -> str:
    """A row."""
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


@pytest.mark.parametrize(
    ("attributes", "shown", "expected"),
    [
        (
            'office:value-type="float" office:value="13840"',
            "13.840",
            Cell("13.840", Decimal(13840)),
        ),
        (
            'office:value-type="float" office:value="0.30000000000000004"',
            "0,3",
            Cell("0,3", Decimal("0.3")),
        ),
        ('office:value-type="float" office:value="3"', "&lt;5", Cell("<5", Decimal(3))),
        (
            'office:value-type="percentage" office:value="0.542"',
            "54,2%",
            Cell("54,2%", Decimal("54.2"), percent=True),
        ),
        (
            'office:value-type="currency" office:value="5.5"',
            "€ 5,50",
            Cell("€ 5,50", Decimal("5.5")),
        ),
        (
            'office:value-type="date" office:date-value="2023-10-31T00:00:00"',
            "31 oktober",
            Cell("31 oktober", day="2023-10-31"),
        ),
        ('office:value-type="boolean" office:boolean-value="true"', "WAAR", Cell("WAAR")),
        (
            'office:value-type="string" calcext:value-type="error" table:formula="of:=NA()"',
            "#N/B",
            Cell("#N/B"),
        ),
        (
            'office:value-type="float" office:value="0" table:formula="of:=[.A0]"',
            "Err:502",
            Cell("Err:502"),
        ),
        (
            'office:value-type="float" office:value="7" table:formula="of:=3+4"',
            "7",
            Cell("7", Decimal(7)),
        ),
        (
            'office:value-type="float" office:value="7" table:style-name="hoog"',
            "7",
            Cell("", marks=("7",)),
        ),
    ],
)
def test_values(attributes: str, shown: str, expected: Cell) -> None:
    """The text is what was shown.

    The number is what the file holds; an error of the sheet is no number.
    """
    assert cell_of(attributes, f"<text:p>{shown}</text:p>") == expected


def test_number_without_its_text() -> None:
    """A program that writes no text leaves the number as it is; one that shows nothing hides it."""
    assert cell_of('office:value-type="float" office:value="13840.5"', "") == Cell(
        "13840,5", Decimal("13840.5")
    )
    assert cell_of('office:value-type="float" office:value="7"', "<text:p/>") == Cell()


def test_text_in_parts() -> None:
    """Raised parts are marks, by their own style or its parent's; lowered ones are text; paragraphs
    and breaks are spaces.
    """
    inner = '13.840<text:span text:style-name="T2">1</text:span></text:p><text:p>x<text:s text:c="3"/>y<text:line-break/>z<text:span text:style-name="T3">2</text:span>'
    assert cell_of('office:value-type="string"', f"<text:p>{inner}</text:p>") == Cell(
        "13.840 x y z2", marks=("1",)
    )


def test_comments_and_drawings_are_no_text() -> None:
    """What is kept beside a cell is not in it."""
    inner = "<office:annotation><text:p>weg</text:p></office:annotation><text:p>5<draw:frame><text:p>weg</text:p></draw:frame>6</text:p>"
    assert cell_of('office:value-type="string"', inner) == Cell("56")


def test_merged_and_repeated() -> None:
    """A merged cell fills what it covers; a repetition is laid out where something stands."""
    grid = grid_of(
        row(
            text("kop", 'table:number-columns-spanned="2" table:number-rows-spanned="2"'),
            '<table:covered-table-cell office:value-type="string"><text:p>weg</text:p></table:covered-table-cell>',
            text("3", 'table:number-columns-repeated="2"'),
        )
        + row(
            '<table:covered-table-cell table:number-columns-repeated="2"/>',
            text("x"),
            attributes='table:number-rows-repeated="2"',
        )
    )
    assert [[cell.text for cell in cells] for cells in grid.rows] == [
        ["kop", "kop", "3", "3"],
        ["kop", "kop", "x", ""],
        ["", "", "x", ""],
    ]
    assert [[cell.copied for cell in cells] for cells in grid.rows[:2]] == [
        [False, True, False, False],
        [True, True, False, False],
    ]


def test_hidden_is_left_out_and_said() -> None:
    """Hidden and filtered rows, hidden columns and sheets are not read, and that is said."""
    content = flat(
        f'<table:table table:name="Geheim" table:style-name="S">{row(text("x"))}</table:table>'
        '<table:table table:name="Open"><table:table-column/><table:table-column table:visibility="collapse"/>'
        + row(text("a"), text("b"), text("c"))
        + row(text("d"), attributes='table:visibility="filter"')
        + row(text("e"))
        + "</table:table>"
    )
    (grid,) = read_ods("verzonnen.fods", content)
    assert [[cell.text for cell in cells] for cells in grid.rows] == [["a", "c"], ["e", ""]]
    assert grid.lines == (1, 3)
    assert grid.letter_of(1) == "C"
    assert grid.left_out == (
        "Verborgen rij 2 is niet gelezen.",
        "Verborgen kolom B is niet gelezen.",
        "Het verborgen blad 'Geheim' is niet gelezen.",
    )


def test_rest_of_the_sheet_costs_nothing() -> None:
    """A million empty rows of sixteen thousand columns are a few bytes, and stay so."""
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    grid = grid_of(
        row(text("a"))
        + row(empty, attributes='table:number-rows-repeated="1048574"')
        + row(text("z", 'table:number-rows-spanned="1000000"'))
    )
    assert grid.lines[0] == 1
    assert grid.lines[-1] == 1048576
    assert len(grid.rows) < 30


@pytest.mark.parametrize(
    "repeated", ["table:number-rows-repeated", "table:number-columns-repeated"]
)
def test_repetition_bomb(repeated: str) -> None:
    """A cell repeated a thousand million times is refused before it is laid out."""
    cells = text("x", f'{repeated}="1000000000"' if "columns" in repeated else "")
    many = row(cells, attributes=f'{repeated}="1000000000"' if "rows" in repeated else "") * 11
    with pytest.raises(SourceProblem, match="uit_bron"):
        grid_of(many)


def test_formula_without_an_outcome_is_refused() -> None:
    """A formula that was never worked out has no number; the cell is named."""
    with pytest.raises(
        SourceProblem,
        match=r"Cel A1 op blad 'Blad1' van verzonnen\.fods is een formule zonder berekende uitkomst",
    ):
        cell_of('table:formula="of:=1+1"', "")


def test_tracked_changes_are_not_cells() -> None:
    """Cells that were there before a change are no part of a sheet."""
    changes = '<table:tracked-changes><table:table table:name="oud"><table:table-row/></table:table></table:tracked-changes>'
    (grid,) = read_ods(
        "verzonnen.fods",
        flat(f'{changes}<table:table table:name="B">{row(text("a"))}</table:table>'),
    )
    assert grid.name == "B"


def test_our_own_export() -> None:
    """What `export` writes is read back, numbers exact."""
    sheet = BookSheet(
        "instroom",
        ("Verzonnen instroom",),
        ("jaar", "IND"),
        ((SheetNumber(Decimal(2021), grouped=False), SheetNumber(Decimal(13840))),),
    )
    book = Workbook(
        "Verzonnen",
        "Test",
        "Verzonnen cijfers",
        "Dienst",
        "2022-01-01",
        "concept",
        "test",
        (sheet,),
    )
    (grid,) = read_ods("verzonnen.ods", ods(book))
    assert [[cell.text for cell in cells] for cells in grid.rows] == [
        ["Verzonnen instroom", ""],
        ["jaar", "IND"],
        ["2021", "13.840"],
    ]
    assert grid.rows[2][1].number == 13840


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (zipped(manifest=b"<manifest:encryption-data/>", content=b"\x99\x98"), "wachtwoord"),
        (zipped(content=flat("")[:-20]), "beschadigd"),
        (zipped(content=b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"), "documenttype"),
        (zipped(content=b"<x>" + b" " * 260_000_000), "pakt uit"),
        (zipped(styles=b"<x/>"), "beschadigd"),
        (zipped(content=flat("")), "geen zichtbaar blad"),
        (
            flat(
                f'<table:table table:name="B">{row(text("a", "table:number-columns-repeated=" + chr(34) + "veel" + chr(34)))}</table:table>'
            ),
            "beschadigd",
        ),
    ],
)
def test_refused_in_one_sentence(content: bytes, words: str) -> None:
    """Locked, damaged, exploding and empty files are refused, each by its own sentence."""
    with pytest.raises(SourceProblem, match=words):
        read_ods("verzonnen.ods", content)
