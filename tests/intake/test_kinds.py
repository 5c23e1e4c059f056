# SPDX-License-Identifier: EUPL-1.2
"""Kinds of deliveries that could be taken over wrongly without a word: each is read right, or stops
with the code that tells why. All names and figures are invented.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font

from .test_command import bring

OPTIONS = ("--bron", "website", "--peildatum", "2025-03-01", "--ja", "--format", "json")
RIGHT = {
    "instroom.ind 2022": "6590",
    "instroom.np 2022": "2450",
    "instroom.ind 2023": "7210",
    "instroom.np 2023": "2300",
}
PLAIN = "jaar;IND;Politie\n2022;6590;2450\n2023;7210;2300\n"
ROWS: list[list[Any]] = [["jaar", "IND", "Politie"], [2022, 6590, 2450], [2023, 7210, 2300]]


def taken(project: Path, content: str | bytes, name: str = "export.csv") -> tuple[Any, set[str]]:
    """What was written with --ja, and the codes of all that was said."""
    answer = json.loads(bring(project, content, *OPTIONS, name=name).stdout)
    written = {
        " ".join(str(one[part]) for part in ("ref", "year", "period", "key") if one[part]): one[
            "new"
        ]
        for one in answer["changes"]
        if answer["written"]
    }
    return written, {one["code"] for one in answer["findings"]}


def book(change: Callable[[Any, Any], None], rows: list[list[Any]] | None = None) -> bytes:
    """A workbook with the plain figures (or `rows`), and a change made to it."""
    made = openpyxl.Workbook()
    sheet = made.active
    for row in rows or ROWS:
        sheet.append(row)
    change(made, sheet)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        "jaar;Instroom;\n;IND;Politie\n2022;6.590;2.450\n2023;7.210;2.300\n",  # two heads
        "jaar;IND;Politie\n2022;6'590;2'450\n2023;7’210;2’300\n",
        "jaar;IND;Politie\n2022;6\u00a0590;2\u202f450\n2023;7 210;2 300\n",
        "jaar;IND;Politie\n2022;6\u00a0590,00;2\u00a0450,00\n2023;7210,00;2300,00\n",
        "jaar;bron;aantal\n2022;IND;6590\n;Politie;2450\n2023;IND;7210\n;Politie;2300\n",
        "jaar;IND;Δ IND;Politie\n2022;6590;120;2450\n2023;7210;620;2300\n",
        ";2022;2023;Totaal 2022-2023\nIND;6590;7210;13800\nPolitie;2450;2300;4750\n",
        '"jaar";"IND";"Politie"\n"2022";"6.590";"2.450"\n"2023";"7.210";"2.300"\n',
        f"{PLAIN}\nAfgerond op tientallen.\n",
        f"{PLAIN}\nGegevens bijgewerkt t/m 31-12-2023\n",
        f"{PLAIN}\nLaatst bijgewerkt: 3 maart 2025\n",
        "jaar;IND;Politie;definitie\n2022;6590;2450;personen\n2023;7210;2300;\n",
    ],
)
def test_read_as_it_is(invented: Path, text: str) -> None:
    """Ways of writing that change nothing."""
    assert taken(invented, text)[0] == RIGHT


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "cp1252"])
def test_whatever_the_letters_are_stored_as(invented: Path, encoding: str) -> None:
    """With or without a mark at the beginning."""
    text = PLAIN.replace(";", "\t")
    assert taken(invented, text.encode(encoding))[0] == RIGHT


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # A scale or a kind of figure, wherever it is said.
        ("jaar;IND;Politie;opmerkingen\n2022;6;2;\n2023;7;2;in duizenden\n", "SR-B016"),
        (f"{PLAIN}\nDe getallen zijn in honderden.\n", "SR-B016"),
        (f"{PLAIN}\nin tientallen\n", "SR-B016"),
        ("onderwerp;eenheid;2022;2023\nIND;x1000;6;7\nPolitie;x1000;2;2\n", "SR-B016"),
        ("jaar;IND (duizend);Politie (duizend)\n2022;6,6;2,5\n2023;7,2;2,3\n", "SR-B015"),
        (f"{PLAIN}\nDe cijfers zijn gemiddelden per maand.\n", "SR-B015"),
        (f"{PLAIN}\nNB: cumulatief vanaf 2020\n", "SR-B015"),
        (f"{PLAIN}\ngrijs = schatting\n", "SR-B015"),
        (
            "jaar;soort;IND;Politie\n2022;begroting;6590;2450\n2023;realisatie;7210;2300\n",
            "SR-B015",
        ),
        # What was counted, beside the rows.
        ("jaar;IND;definitie\n2022;6590;unieke mensen\n2023;7210;aanvragen\n", "SR-B015"),
        ("jaar;populatie;IND\n2022;18 jaar en ouder;6590\n2023;18 jaar en ouder;7210\n", "SR-B015"),
        ("Instroom;2022\nTotaal;9000\nIND;6590\n w.v. vrouwen;3000\nPolitie;2450\n", "SR-B015"),
        # A year that is not whole.
        (f"{PLAIN}\nData t/m 31-10-2023\n", "SR-B016"),
        (f"{PLAIN}\nLaatste gegevens: 31-10-2023\n", "SR-B016"),
        (f"{PLAIN}\nGegevens tot 1 november 2023\n", "SR-B016"),
        (f"{PLAIN}\nCijfers 2023 lopen t/m week 40\n", "SR-B016"),
        (";2022;2023 YTD\nIND;6590;7210\nPolitie;2450;2300\n", "SR-B016"),
        ("jaar;IND;Politie\n2022-23;6590;2450\n2023-24;7210;2300\n", "SR-B016"),
        # Numbers that are none, or not for certain.
        ("jaar;IND;Politie\n2022;0.590;0.450\n2023;7.210;2.300\n", "SR-B017"),
        ("jaar;IND;Politie\n2022;(6590);2450\n2023;7210;(2300)\n", "SR-B017"),
        ("jaar;IND;Politie\n2022;5.7401);2.450\n2023;7.210;2.300\n", "SR-B017"),
        ("jaar;IND;Politie\n2022;~6590;ca. 2450\n2023;> 7210;2300\n", "SR-B017"),
        ("jaar;IND;Politie\n2022;6.590;2,450\n2023;7.210;2,300\n", "SR-B014"),
        ("jaar;IND;IND;Politie\n2022;6590;6600;2450\n2023;7210;7220;2300\n", "SR-B018"),
    ],
)
def test_stopped_with_the_reason(invented: Path, text: str, code: str) -> None:
    """Nothing is written, and the code tells why."""
    written, codes = taken(invented, text)
    assert written == {}
    assert code in codes


@pytest.mark.parametrize(
    ("note", "part"),
    [
        ("2023: eerste tien maanden", "t/m oktober"),
        ("Bijgewerkt t/m Q3 2023", "t/m september"),
    ],
)
def test_a_part_of_a_named_year_is_believed(invented: Path, note: str, part: str) -> None:
    """The figures of that year are of the part that a note names; the year before is whole."""
    written, _ = taken(invented, f"{PLAIN}\n{note}\n")
    assert written[f"instroom.ind 2023 {part}"] == "7210"
    assert written["instroom.ind 2022"] == "6590"


@pytest.mark.parametrize(
    ("values", "stops"),
    [
        ("0,43;0,12", True),  # more decimals than a share has here
        ("0,43;12,5", True),
        ("43 %;0,45", True),
        ("0,43 %;0,45 %", False),  # the sign says it
        ("0,43;12,57", False),  # all of them are only written more exactly
        ("0,4;12,5", False),
    ],
)
def test_shares_as_parts_of_one(invented: Path, values: str, stops: bool) -> None:
    """0,43 where 43 percent is meant is asked; a share below one percent is one."""
    first, second = values.split(";")
    text = f"jaar;Nationaliteit vastgesteld\n2022;{first}\n2023;{second}\n"
    written, codes = taken(invented, text)
    assert bool(written) is not stops
    assert ("SR-B019" in codes) is stops
    assert bring(invented, text, *OPTIONS, "--schaal", "klopt").exit_code == 0


def test_footnote_digits_are_no_digits(invented: Path) -> None:
    """'5.740¹' is 5740, and its note is heard."""
    text = (
        "jaar;IND;Politie\n2022;5.740¹;2.450²\n2023;7.210;2.300\n\n¹ voorlopig\n² alle loketten\n"
    )
    written, _ = taken(invented, text)
    assert written == {**RIGHT, "instroom.ind 2022": "5740"}


def _hide_row(_: Any, sheet: Any) -> None:
    sheet.append([2024, 9999, 9999])
    sheet.row_dimensions[4].hidden = True


def _hide_column(_: Any, sheet: Any) -> None:
    for row, text in enumerate(("Totaal", 11, 12), 1):
        sheet.cell(row, 4, text)
    sheet.column_dimensions["D"].hidden = True


def _hide_sheet(made: Any, _: Any) -> None:
    other = made.create_sheet("oud")
    for row in (ROWS[0], [2022, 1, 2], [2023, 3, 4]):
        other.append(row)
    other.sheet_state = "hidden"


@pytest.mark.parametrize("change", [_hide_row, _hide_column, _hide_sheet])
def test_what_is_hidden_is_not_read_and_told(
    invented: Path, change: Callable[[Any, Any], None]
) -> None:
    """Rows, columns and sheets."""
    written, codes = taken(invented, book(change), "export.xlsx")
    assert (written, codes) == (RIGHT, {"SR-B021"})


def test_a_year_in_the_name_of_the_sheet(invented: Path) -> None:
    """Each sheet has its own."""

    def change(made: Any, sheet: Any) -> None:
        sheet.title = "2022"
        other = made.create_sheet("2023")
        for row in (["bron", "aantal"], ["IND", 7210], ["Politie", 2300]):
            other.append(row)

    content = book(change, [["bron", "aantal"], ["IND", 6590], ["Politie", 2450]])
    assert taken(invented, content, "export.xlsx")[0] == RIGHT


def test_merged_years_above_the_columns(invented: Path) -> None:
    """A merged head holds for all columns below it; a merged figure for none."""

    def heads(_: Any, sheet: Any) -> None:
        sheet.merge_cells("B1:C1")
        sheet.merge_cells("D1:E1")

    rows: list[list[Any]] = [
        ["", "2022", None, "2023", None],
        ["", "IND", "Politie", "IND", "Politie"],
        ["Instroom", 6590, 2450, 7210, 2300],
    ]
    assert taken(invented, book(heads, rows), "export.xlsx")[0] == RIGHT
    merged = book(lambda _, sheet: sheet.merge_cells("B2:B3"))
    assert taken(invented, merged, "export.xlsx") == ({}, {"SR-B017"})


def test_a_crossed_out_cell_is_no_figure(invented: Path) -> None:
    """As on a web page."""

    def change(_: Any, sheet: Any) -> None:
        sheet["B3"].font = Font(strike=True)

    assert taken(invented, book(change), "export.xlsx") == ({}, {"SR-B017"})


@pytest.mark.parametrize(
    ("remark", "codes", "unread"),
    [
        ("Jansen:\nin honderden", {"SR-B016"}, "in honderden"),
        ("gegevens t/m 31-10-2023", {"SR-B016"}, ""),
        ("alleen minderjarigen", {"SR-B015"}, "alleen minderjarigen"),
        ("nagekeken", set(), "nagekeken"),
        ("[Threaded comment]\n\nYour version allows you to read.\n\nComment:\n    ja", set(), "ja"),
    ],
)
def test_remarks_in_cells_are_read(
    invented: Path, remark: str, codes: set[str], unread: str
) -> None:
    """As any note: what can change the figures is asked, the rest is told as not used."""

    def change(_: Any, sheet: Any) -> None:
        sheet["B2"].comment = Comment(remark, "Jansen")

    result = bring(invented, book(change), *OPTIONS, name="export.xlsx")
    answer = json.loads(result.stdout)
    assert {one["code"] for one in answer["findings"]} == codes
    assert answer["written"] is not bool(codes)
    told = {(one["where"], one["text"]) for one in answer["unread"]}
    assert told == ({("blad 'Sheet', regel 2", unread)} if unread else set())


def test_remarks_in_cells_of_an_open_document(invented: Path) -> None:
    """Without who made it and when, and without changing what the cell says."""
    remark = (
        "<office:annotation><dc:creator>Jansen</dc:creator><dc:date>2024-01-01</dc:date>"
        "<text:p>in <text:span>honderden</text:span></text:p></office:annotation>"
    )
    assert taken(invented, _open_document(""), "export.ods")[0] == RIGHT
    assert taken(invented, _open_document(remark), "export.ods") == ({}, {"SR-B016"})


def _open_document(remark: str) -> bytes:
    """The plain figures as ODS, with something in the cell of IND in 2022."""
    names = ("office", "table", "text", "dc")
    spaces = " ".join(f'xmlns:{name}="urn:{name}"' for name in names)
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f"<table:table-cell>{remark if cell == 6590 else ''}<text:p>{cell}</text:p>"
            "</table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in ROWS
    )
    body = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="Blad1">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", body)
    return content.getvalue()


@pytest.mark.parametrize(
    ("heading", "codes", "unread"),
    [
        ("Alle aantallen x 1.000", {"SR-B016"}, None),
        ("Alleen vrouwen", {"SR-B015"}, None),
        ("Cijfers van een kwartaal: gemiddeld per maand", {"SR-B015"}, None),
        ("Jaarcijfers van de dienst", set(), "Jaarcijfers van de dienst"),
    ],
)
def test_the_heading_of_a_whole_page_is_read(
    invented: Path, heading: str, codes: set[str], unread: str | None
) -> None:
    """As any text: what can change the figures stops it, the rest is told as not used; a heading of
    another part of the page is not read.
    """
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in line.split(';'))}</tr>"
        for line in PLAIN.splitlines()
    )
    page = (
        f"<html><body><h1>{heading}</h1><h2>Nieuws</h2><h3>In duizenden</h3><p>Niets.</p>"
        f"<h2>Instroom naar bron</h2><table>{rows}</table></body></html>"
    )
    result = bring(invented, page, *OPTIONS, name="export.html")
    answer = json.loads(result.stdout)
    assert {one["code"] for one in answer["findings"]} == codes
    assert answer["written"] is not bool(codes)
    if unread is not None:
        assert answer["unread"] == [{"where": "boven de tabel", "text": unread}]
