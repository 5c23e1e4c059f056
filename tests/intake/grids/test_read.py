# SPDX-License-Identifier: EUPL-1.2
"""One door for every delivered file: the same table in every form gives the same grid, and a name
may lie. Figures are invented.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from standrapport.intake.grids.grid import Grid
from standrapport.intake.grids.read import read_grids
from standrapport.sources.engine import SourceProblem
from tests.intake.grids.test_read_ods import flat, row, text, zipped

ROWS = [["Verzonnen instroom", ""], ["jaar", "IND"], ["2021", "13.840"], ["2022", "990"]]
NUMBERS: list[list[int | None]] = [[None, None], [None, None], [2021, 13840], [2022, 990]]


def as_csv() -> bytes:
    """As text with semicolons."""
    return "\n".join(";".join(cells) for cells in ROWS).encode()


def as_html() -> bytes:
    """As a web page."""
    return (
        "<!DOCTYPE html><table>"
        + "".join("<tr>" + "".join(f"<td>{cell}" for cell in cells) + "\n" for cells in ROWS)
    ).encode()


def as_mhtml() -> bytes:
    """As a web page in one file."""
    body = as_html().decode().replace("=", "=3D")
    part = f"--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{body}\r\n--x--\r\n"
    return f'From: <verzonnen>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n{part}'.encode()


def as_xlsx() -> bytes:
    """As a workbook with numbers."""
    book = Workbook()
    for shown, numbers in zip(ROWS, NUMBERS, strict=True):
        book.active.append(
            [
                words if number is None else number
                for words, number in zip(shown, numbers, strict=True)
            ]
        )
    for column in ("B3", "B4"):
        book.active[column].number_format = "#,##0"
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def as_fods() -> bytes:
    """As an OpenDocument spreadsheet in one file."""
    number = '<table:table-cell office:value-type="float" office:value="{}"><text:p>{}</text:p></table:table-cell>'
    rows = [
        row(
            *(
                text(words) if value is None else number.format(value, words)
                for words, value in zip(shown, numbers, strict=True)
            )
        )
        for shown, numbers in zip(ROWS, NUMBERS, strict=True)
    ]
    return flat(f'<table:table table:name="Blad1">{"".join(rows)}</table:table>')


FORMS: dict[str, Callable[[], bytes]] = {
    "csv": as_csv,
    "html": as_html,
    "mht": as_mhtml,
    "xlsx": as_xlsx,
    "fods": as_fods,
    "ods": lambda: zipped(content=as_fods()),
}


def grids(folder: Path, name: str, content: bytes) -> list[Grid]:
    """A file with this name and content, read."""
    (folder / name).write_bytes(content)
    return read_grids(folder / name)


@pytest.mark.parametrize("named", ["{}", "xls", "txt"])
@pytest.mark.parametrize("form", FORMS)
def test_same_table_in_every_form(tmp_path: Path, form: str, named: str) -> None:
    """Texts, places and exact numbers agree, whatever the file is called."""
    (grid,) = grids(tmp_path, f"verzonnen.{named.format(form)}", FORMS[form]())
    assert [[cell.text for cell in cells] for cells in grid.rows] == ROWS
    assert len(grid.lines) == 4
    if form in {"xlsx", "fods", "ods"}:
        assert [[cell.number for cell in cells] for cells in grid.rows] == [
            [None if n is None else Decimal(n) for n in numbers] for numbers in NUMBERS
        ]
        assert grid.lines == (1, 2, 3, 4)
    else:
        assert all(cell.number is None for cells in grid.rows for cell in cells)


def archive(*names: str) -> bytes:
    """A zip with empty files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name in names:
            file.writestr(name, "")
    return out.getvalue()


OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7 ...", "is een PDF"),
        (b"\x89PNG\r\n", "is een afbeelding"),
        (b"PAR1....", "Parquet"),
        (b'<?xml version="1.0"?><Workbook/>', "XML-bestand"),
        (b'{"jaar": 2021}', "JSON"),
        (archive("word/document.xml"), "tekstdocument"),
        (archive("xl/workbook.bin", "[Content_Types].xml"), "XLSB"),
        (archive("foto.jpg"), "ingepakt bestand"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (OLE + "WordDocument".encode("utf-16-le"), "geen werkboek"),
        (OLE + "Workbook".encode("utf-16-le"), "beschadigd"),
        (b"PK\x03\x04half", "beschadigd"),
        (b"MIME-Version: 1.0\r\n\r\nbrief", "geen webpagina"),
        (bytes(range(256)), "geen tekst"),
        (b"", "is leeg"),
    ],
)
def test_what_is_no_table_is_named(tmp_path: Path, content: bytes, words: str) -> None:
    """Anything else is refused with one sentence that says what it is."""
    with pytest.raises(SourceProblem, match=words) as problem:
        grids(tmp_path, "verzonnen.xlsx", content)
    assert problem.value.code == "SR-B008"
    assert problem.value.sentence.endswith(".")
    assert "verzonnen.xlsx" in problem.value.sentence


def test_too_large_a_file(tmp_path: Path) -> None:
    """A file of many megabytes is source data; it is not even opened."""
    with (tmp_path / "groot.csv").open("wb") as file:
        file.truncate(65_000_000)
    with pytest.raises(SourceProblem, match="uit_bron"):
        read_grids(tmp_path / "groot.csv")
