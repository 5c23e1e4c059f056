# SPDX-License-Identifier: EUPL-1.2
"""Files of source rows as they are delivered: a title above the header, a closing line, sep=, English
numbers, ODS, periods of Statistics Netherlands.

All rows are invented.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from standrapport.core.model import Finding
from standrapport.pipeline.check import check_edition

Sourced = Callable[..., Path]
COUNT = (
    "bestand: bron/b.csv\ntel: rijen\njaar: datum\n{}kolommen:\n  zelfstandig: {{soort: balie}}\n"
)
SUM = "bestand: bron/b.csv\nsom: uren\njaar: jaar\n{}kolommen:\n  zelfstandig: {{soort: balie}}\n"
FIGURES = "jaar,zelfstandig,gedwongen\n2021,{},\n"
TITLED = "Bezoeken, uitvoer van 3 maart 2022\n\ndatum;soort\n2021-01-03;balie\n2021-04-11;balie\n"


def checked(project: Path) -> list[Finding]:
    """The findings of sources."""
    return [one for one in check_edition(project, 2021).findings if one.code.startswith("SR-B")]


def run(
    sourced: Sourced, source: str, content: str | bytes, wanted: str, name: str = "b.csv"
) -> list[str]:
    """What is said of a source against one figure; notes left out."""
    project = sourced(
        source.replace("b.csv", name), files={name: content}, figures=FIGURES.format(wanted)
    )
    return [
        f"{one.code} {one.message}"
        for one in checked(project)
        if one.code not in {"SR-B012", "SR-B011"}
    ]


def test_a_header_below_a_title(sourced: Sourced) -> None:
    """Without `kop` the columns that were found and the right line are named; with it rows count."""
    (said,) = run(sourced, COUNT.format(""), TITLED, "2")
    assert "heeft geen kolom 'datum'" in said
    assert "gelezen op regel 1; 'datum' staat op regel 3: zet 'kop: 3' bij uit_bron." in said
    assert run(sourced, COUNT.format("kop: 3\n"), TITLED, "2") == []


def test_a_closing_line_ends_the_rows(sourced: Sourced) -> None:
    """'Einde van de tabel' is no row; without `voettekst` it is one that cannot be read."""
    text = f"{TITLED}Einde van de tabel;\n"
    assert run(sourced, COUNT.format("kop: 3\nvoettekst: Einde van\n"), text, "2") == []
    (said,) = run(sourced, COUNT.format("kop: 3\n"), text, "2")
    assert said.startswith("SR-B006")
    assert "Regel: 6." in said


def test_a_sep_line_is_passed_over(sourced: Sourced) -> None:
    """As import does."""
    text = "sep=;\r\ndatum;soort\r\n2021-01-03;balie\r\n2021-x;balie\r\n"
    (said,) = run(sourced, COUNT.format(""), text, "1")
    assert said.startswith("SR-B006")
    assert "Regel: 4." in said  # the line of the file itself


@pytest.mark.parametrize(
    ("notation", "cells", "total"),
    [
        ("", ("1.250", "2.500"), "3750"),
        ("getallen: nl\n", ("1.250,5", "2,5"), "1253"),
        ("getallen: en\n", ("1.250", "2.500", "0.750"), "4,5"),
        ("getallen: en\n", ("1,250.5", "2,500"), "3750,5"),
    ],
)
def test_numbers_in_their_notation(
    sourced: Sourced, notation: str, cells: tuple[str, ...], total: str
) -> None:
    """A dot is for thousands, unless the source says otherwise."""
    rows = "".join(f'2021;balie;"{cell}"\n' for cell in cells)
    table = "    afronding: 0.01\n"
    project = sourced(
        SUM.format(notation),
        files={"b.csv": f"jaar;soort;uren\n{rows}"},
        figures=f"jaar;zelfstandig;gedwongen\n2021;{total};\n",
        table=table,
    )
    assert [one.code for one in checked(project) if one.code not in {"SR-B012", "SR-B011"}] == []


def test_a_group_of_thousands_never_begins_with_nought(sourced: Sourced) -> None:
    """0.750 is not 750: it cannot be read, and nothing is taken over."""
    (said, *_) = run(
        sourced, SUM.format(""), "jaar;soort;uren\n2021;balie;1.250\n2021;balie;0.750\n", "1250"
    )
    assert said.startswith("SR-B006")
    assert "geen getal is. Regel: 3." in said


def test_missing_columns_are_named_with_those_that_are_there(sourced: Sourced) -> None:
    """Names of columns, never a row that was taken for them."""
    (said,) = run(sourced, COUNT.format(""), "dag,soort,status\n2021-01-03,balie,x\n", "1")
    assert "Wel: 'dag', 'soort' en 'status'." in said
    (row,) = run(sourced, COUNT.format(""), "2021-01-03,V100000001,J. de Vries,x@y.nl\n", "1")
    assert not [cell for cell in ("V1000", "2021-01", "Vries", "@") if cell in row]


@pytest.mark.parametrize(
    ("code", "year"), [("2021JJ00", "1"), ("2021MM03", "1"), ("2021KW04", "1")]
)
def test_periods_of_the_statistics_office(sourced: Sourced, code: str, year: str) -> None:
    """2021JJ00 is the year; a month or a quarter falls in it."""
    text = f"datum;soort\n{code};balie\n2020JJ00;balie\n"
    assert [one[:7] for one in run(sourced, COUNT.format(""), text, year)] == ["SR-B005"]


def test_a_year_and_its_quarters_are_not_counted_together(sourced: Sourced) -> None:
    """Everything would count twice; with only one of them nothing is wrong."""
    text = "datum;soort\n2021JJ00;balie\n2021KW01;balie\n2021KW04;balie\n"
    (finding,) = run(sourced, COUNT.format(""), text, "3")
    assert finding.startswith("SR-B024")
    assert "1 rij over heel 2021 en 2 rijen over delen ervan" in finding
    assert run(sourced, COUNT.format(""), text.replace("2021JJ00;balie\n", ""), "2") == []


def test_an_open_document(sourced: Sourced) -> None:
    """ODS is read as XLSX is, with its title row passed over."""
    rows = [["Uitvoer"], ["datum", "soort"], ["2021-01-03", "balie"], ["2021-02-03", "balie"]]
    assert run(sourced, COUNT.format("kop: 2\n"), _ods(rows), "2", name="b.ods") == []


def _ods(rows: list[list[str]]) -> bytes:
    """A small spreadsheet of texts."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:body>'
        f'<office:spreadsheet><table:table table:name="Blad1">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return stream.getvalue()
