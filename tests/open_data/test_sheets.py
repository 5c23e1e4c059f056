# SPDX-License-Identifier: EUPL-1.2
"""XLSX and ODS: the same sheets in both, every cell as printed, and the form that reads well aloud
and by machine.
"""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree
from openxml_audit import FileFormat, OdfValidator, OpenXmlValidator

from standrapport.core.model import Figure, FigureKey
from standrapport.core.notation import parse_getal
from standrapport.open_data.xlsx import packed, unpacked
from standrapport.pipeline.export import export_edition
from tests.conftest import ProjectMaker

from .conftest import AWKWARD, EDITIONS, Export
from .reading import FRONT, Page, pages_of, rows_of

FORMS = ("xlsx", "ods")
ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"


def sheets(folder: Path, form: str) -> dict[str, Page]:
    """The worksheets of the file of this form."""
    return pages_of(next(folder.glob(f"cijfers-*.{form}")))


def assert_cell(cell: Any, figure: Figure) -> None:
    """A number where a number is printed, equal to it; elsewhere the printed words."""
    if figure.value is None:
        assert cell == figure.printed
    else:
        assert isinstance(cell, int | float)
        assert (
            Decimal(repr(cell))
            == figure.value
            == parse_getal(figure.printed.removesuffix("\u00a0%"))
        )


def found_cells(page: Page, export: Export) -> dict[tuple[str, int, str | None], Any]:
    """The cells of a worksheet by column reference, year and key, read from its header alone."""
    columns = {}
    for one in rows_of(export.folder / "kolommen.csv"):
        if one["tabel"] == page.name:
            columns[f"{one['titel']} ({one['eenheid']})" if one["eenheid"] else one["titel"]] = (
                f"{one['tabel']}.{one['kolom']}"
            )
    table = export.checked.catalogue.tables[page.name]
    keyed = table.key_column is not None and page.header[1].lower() == table.key_column.replace(
        "_", " "
    )
    cells = {}
    for row in page.rows:
        for heading, cell in zip(page.header, row, strict=True):
            ref = columns.get(heading.partition(" [noot")[0])
            if ref is not None and cell != "–":
                key = None if not keyed or row[1] == "alle" else row[1]
                assert (ref, int(row[0]), key) not in cells
                cells[ref, int(row[0]), key] = cell
    return cells


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_cell_is_the_figure_as_printed(
    exports: dict[str, Export], edition: str, form: str
) -> None:
    """Each figure stands in the sheet of its table.

    A cell without a figure says n.n.b., as the report does.
    """
    export = exports[edition]
    figures = dict(export.checked.figures)
    for page in sheets(export.folder, form).values():
        if page.name in FRONT:
            continue
        for name, cell in found_cells(page, export).items():
            figure = figures.pop(FigureKey(*name), None)
            if figure is None:
                assert cell == "n.n.b."
            else:
                assert_cell(cell, figure)
    assert figures == {}


@pytest.mark.parametrize("edition", EDITIONS)
def test_both_forms_hold_the_same(exports: dict[str, Export], edition: str) -> None:
    """Whoever opens the ODS reads what whoever opens the XLSX reads."""
    folder = exports[edition].folder
    assert sheets(folder, "xlsx") == sheets(folder, "ods")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_one_table_per_sheet_without_gaps(
    exports: dict[str, Export], edition: str, form: str
) -> None:
    """Title in A1, a table from column A with names that differ, no empty cell, row or column in
    it.
    """
    pages = sheets(exports[edition].folder, form)
    assert tuple(pages)[:4] == FRONT
    for page in pages.values():
        assert page.lines[0]
        assert all(page.lines)
        if page.name == "Omslag":
            assert page.header == []
            continue
        assert "Dit werkblad bevat één tabel." in page.lines[1]
        assert len({title.lower() for title in page.header}) == len(page.header)
        assert page.rows
        assert all(cell not in ("", None) for row in [page.header, *page.rows] for cell in row)


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_sign_and_note_is_explained(exports: dict[str, Export], edition: str) -> None:
    """Each text in a number's place and each note mark stands on the sheet Toelichting; the
    contents lead to every sheet.
    """
    export = exports[edition]
    pages = sheets(export.folder, "xlsx")
    explained = {row[0] for row in pages["Toelichting"].rows}
    for page in pages.values():
        if page.name in FRONT:
            continue
        marks = {f"[noot{title.partition('[noot')[2]}" for title in page.header if "[noot" in title}
        words = {cell for cell in found_cells(page, export).values() if isinstance(cell, str)}
        assert marks | words <= explained
    assert {row[0] for row in pages["Inhoud"].rows} == set(pages) - {"Omslag", "Inhoud"}


def test_xlsx_is_marked_up(exports: dict[str, Export]) -> None:
    """Tables are marked with their header row, nothing is merged, text wraps, and the document
    names title, language and author.
    """
    path = exports["2021"].folder / "cijfers-2021.xlsx"
    book = openpyxl.load_workbook(path)
    assert (book.properties.title, book.properties.language) == (
        "Cijfers bij Stand van de uitvoering 2021",
        "nl-NL",
    )
    assert book.properties.creator == "DT&V"
    for page in book.worksheets:
        assert not page.merged_cells.ranges
        assert page.column_dimensions["A"].width >= 10
        tables = list(page.tables.values())
        assert len(tables) == (0 if page.title == "Omslag" else 1)
        for table in tables:
            assert (table.headerRowCount, table.autoFilter) == (1, None)
            assert table.ref.startswith("A")
            head = page[table.ref][0]
            assert all(cell.font.bold and cell.alignment.wrap_text for cell in head)
        colours = {cell.fill.fill_type for row in page.iter_rows() for cell in row}
        assert colours <= {None}
    link = next(
        row[0].hyperlink for row in book["Inhoud"].iter_rows() if row[0].value == "instroom"
    )
    assert link is not None
    assert link.location == "'instroom'!A1"


def test_ods_is_marked_up(exports: dict[str, Export]) -> None:
    """The header row is marked as such, a range names each table, nothing spans cells, and title
    and language are there.
    """
    with zipfile.ZipFile(exports["2021"].folder / "cijfers-2021.ods") as archive:
        assert archive.namelist()[0] == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        content, meta = (
            etree.fromstring(archive.read(name)) for name in ("content.xml", "meta.xml")
        )
        listed = etree.fromstring(archive.read("META-INF/manifest.xml"))
        paths = {entry.get(f"{ODF % 'manifest'}full-path") for entry in listed}
        assert paths == {"/", *archive.namelist()} - {"mimetype", "META-INF/manifest.xml"}
    assert (
        meta.findtext(".//{http://purl.org/dc/elements/1.1/}title")
        == "Cijfers bij Stand van de uitvoering 2021"
    )
    assert meta.findtext(".//{http://purl.org/dc/elements/1.1/}language") == "nl-NL"
    tables = content.findall(f".//{ODF % 'table'}table")
    ranges = content.findall(f".//{ODF % 'table'}database-range")
    assert len(ranges) == len(tables) - 1
    for table in tables[1:]:
        assert len(table.findall(f"{ODF % 'table'}table-header-rows/{ODF % 'table'}table-row")) == 1
    assert not content.xpath("//@*[contains(local-name(), 'spanned') or local-name() = 'formula']")
    styles = {style.get(f"{ODF % 'style'}name") for style in content.iter(f"{ODF % 'style'}style")}
    used = {
        name
        for cell in content.iter(f"{ODF % 'table'}table-cell")
        if (name := cell.get(f"{ODF % 'table'}style-name"))
    }
    assert used <= styles


def violations(path: Path) -> list[str]:
    """What breaks the schemas of OpenDocument 1.3, or those of Office Open XML."""
    validator = (
        OdfValidator(FileFormat.ODF_1_3, semantic_validation=False, relaxng_validation=True)
        if path.suffix == ".ods"
        else OpenXmlValidator()
    )
    checked = validator.validate(path)
    return [f"{error.part_uri}: {error.description}" for error in checked.errors]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_files_follow_their_schemas(exports: dict[str, Export], edition: str, form: str) -> None:
    """Every part is valid by the published schemas, so that Excel and LibreOffice open it without
    repair.
    """
    assert violations(next(exports[edition].folder.glob(f"cijfers-*.{form}"))) == []


def test_a_broken_file_breaks_its_schema(exports: dict[str, Export], tmp_path: Path) -> None:
    """The check of the schemas really looks: an element with a wrong name is found."""
    files = unpacked(next(exports["2021"].folder.glob("*.ods")).read_bytes())
    files["content.xml"] = files["content.xml"].replace(b"table:title>", b"table:tytle>")
    (tmp_path / "fout.ods").write_bytes(packed(files.items(), frozenset({"mimetype"})))
    assert violations(tmp_path / "fout.ods")


@pytest.mark.parametrize("form", FORMS)
def test_awkward_cells(project: ProjectMaker, form: str) -> None:
    """Part years, provisional rows, suppressed cells and names that look like formulas are told
    apart and harmless.
    """
    folder = project(AWKWARD)
    exported = export_edition(folder, 2021, folder / "out")
    pages = sheets(exported.written[0].parent, form)
    assert pages["Omslag"].lines[0] == "Cijfers bij =Verzonnen <b>&amp;</b> </script>"
    page = pages["instroom"]
    last = dict(zip(page.header, page.rows[-1], strict=True))
    assert last["Politie (personen)"] == "<5"
    assert last["Aandeel IND (procent)"] == "n.n.b."
    assert (last["Periode"], last["Status"], last["Peildatum"]) == (
        "t/m november",
        "voorlopig",
        "niet vermeld",
    )
    assert [row[1] for row in pages["landen"].rows] == ["'=1+1", "'@Zuid", "'-Oost", "Kleinland"]
    assert [row[2] for row in pages["landen"].rows] == [620, 380, "n.v.t.", "n.n.b."]


def test_no_formula_in_any_cell(project: ProjectMaker) -> None:
    """Nothing a file holds is ever worked out by the program that opens it."""
    folder = project(AWKWARD)
    exported = export_edition(folder, 2021, folder / "out")
    path = next(path for path in exported.written if path.suffix == ".xlsx")
    for page in openpyxl.load_workbook(io.BytesIO(path.read_bytes())).worksheets:
        assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n"}
