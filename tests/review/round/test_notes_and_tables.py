# SPDX-License-Identifier: EUPL-1.2
"""Footnotes and tables of words in running texts: real ones in the document, and each edit of them
lands in its own text or is said.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from openxml_audit import FileFormat, OpenXmlValidator

from standrapport.pipeline.check import check_edition
from standrapport.word.write import word_document

from . import edits as e
from .conftest import YEAR, Reviewed, libre_office

RICH = """\
titel: Noten en tabellen
blokken:
  - soort: tekst
    titel: Met noten
    id: noten
    tekst: |
      Een fiets is van de stad[^stad] en van wie haar leent[^2]. Dat blijft zo.

      De werkplaats is elke dag open[^lang], ook in de **winter**[^2].

      [^stad]: Van de *hele* stad, zie [de fietsersbond](https://fietsersbond.example/).
      [^2]: Zolang het lenen duurt.

      2023. In dat jaar begon het lenen bij het station.
      2024. In dat jaar kwam het centrum erbij.

      [^lang]: De openingstijden staan
          op de deur.

          Op feestdagen is de deur dicht.

      Tot zover de noten van deze tekst.
  - soort: tekst
    titel: Met tabellen
    id: tabellen
    tekst: |
      Wie waarvoor komt, staat hieronder.

      | Loket | Waarvoor | Open |
      |---|---|--:|
      | Station | lenen \\| **terugbrengen** | elke dag |
      | Centrum[^c] | herstellen met [hulp](https://hulp.example/) | |

      Daaronder nog een tabel, zonder lijnen aan de kant.

      Wie | Wat
      --- | ---
      vrijwilligers | fietsen ophalen bij bewoners

      [^c]: Het loket in het centrum sluit eerder.
"""
NOTES, TABLES = "proef/noten", "proef/tabellen"


@pytest.fixture(scope="module")
def made(written: tuple[Path, bytes]) -> bytes:
    """The document of the project with these texts."""
    project = written[0]
    path = project / f"content/{YEAR}/proef.yaml"
    before = path.read_text("utf-8")
    try:
        path.write_text(RICH, "utf-8")
        checked = check_edition(project, YEAR)
        assert [one.message for one in checked.findings if one.severity.word == "fout"] == []
        return word_document(checked).content
    finally:
        path.write_text(before, "utf-8")


@pytest.fixture
def rich(sent: Reviewed, made: bytes) -> Reviewed:
    """A copy of the project with these texts and its document."""
    (sent.project / f"content/{YEAR}/proef.yaml").write_text(RICH, "utf-8")
    sent.path.write_bytes(made)
    return sent


def test_they_are_footnotes_and_tables_of_word(rich: Reviewed, made: bytes) -> None:
    """No mark-up stands raw; the marks are references, the notes a part with links of its own."""
    with zipfile.ZipFile(rich.path) as package:
        body, notes, settings, links = (
            package.read(f"word/{name}").decode()
            for name in (
                "document.xml",
                "footnotes.xml",
                "settings.xml",
                "_rels/footnotes.xml.rels",
            )
        )
    for raw in ("[^", "---", "**", "\ue001", "\ue002"):
        assert raw not in body
        assert raw not in notes
    assert body.count("<w:footnoteReference ") == notes.count("<w:footnoteRef/>") >= 5
    assert "De openingstijden staan" in notes
    assert "feestdagen" in notes
    assert "fietsersbond.example" in links
    assert "<w:footnotePr>" in settings
    found = [_words(one) for one in rich.document.element.body.iter(qn("w:tbl"))]
    assert [
        ["Loket", "Waarvoor", "Open"],
        ["Station", "lenen | terugbrengen", "elke dag"],
        ["Centrum", "herstellen met hulp", ""],
    ] in found
    assert [["Wie", "Wat"], ["vrijwilligers", "fietsen ophalen bij bewoners"]] in found
    result = OpenXmlValidator(FileFormat.OFFICE_2019).validate(rich.path)
    assert [str(one) for one in result.errors][:5] == []


@pytest.mark.parametrize("libre", [False, True])
def test_untouched_nothing_changes(rich: Reviewed, tmp_path: Path, libre: bool) -> None:
    """Also as LibreOffice saves it."""
    if libre:
        libre_office(tmp_path, "docx:MS Word 2007 XML", tmp_path / "uit", [rich.path])
        rich.path = tmp_path / "uit" / rich.path.name
    assert rich.review("--yes") == []
    assert rich.chapter == RICH


def _note_replaced(old: str, new: str) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        part = document.part.part_related_by(RT.FOOTNOTES)
        words = part.blob.decode()
        assert old in words
        part._blob = words.replace(old, new, 1).encode()

    return change


def _in_cell(old: str, new: str) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        found = [
            one
            for cell in document.element.body.iter(qn("w:tc"))
            for one in cell.iter(qn("w:t"))
            if old in (one.text or "")
        ]
        assert len(found) == 1
        found[0].text = found[0].text.replace(old, new)

    return change


def _after_table(cell: str, words: str) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        table = next(
            one
            for one in document.element.body.iter(qn("w:tbl"))
            if any(cell == row[0] for row in _words(one))
        )
        table.addnext(e.new_paragraph(words))

    return change


def _mark_removed(where: str) -> Callable[[Any], None]:
    """A mark taken out, as Word does: the note goes along."""

    def change(document: Any) -> None:
        paragraph = e.with_words(document, where)
        run = next(paragraph.iter(qn("w:footnoteReference"))).getparent()
        run.getparent().remove(run)

    return change


def _row_removed(cell: str) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        row = next(
            one
            for one in document.element.body.iter(qn("w:tr"))
            if cell == "".join(t.text or "" for t in one[1].iter(qn("w:t")))
        )
        row.getparent().remove(row)

    return change


def _cell_filled(first: str, column: int, words: str) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        for one in document.element.body.iter(qn("w:tr")):
            cells = list(one.iter(qn("w:tc")))
            if first == "".join(t.text or "" for t in cells[0].iter(qn("w:t"))):
                next(cells[column].iter(qn("w:p"))).append(e.typed(words))
                return
        raise LookupError(first)

    return change


def _new_note(where: str) -> Callable[[Any], None]:
    """A footnote made by the reader."""

    def change(document: Any) -> None:
        part = document.part.part_related_by(RT.FOOTNOTES)
        note = (
            '<w:footnote w:id="99"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Nieuwe noot van de'
            " lezer.</w:t></w:r></w:p></w:footnote></w:footnotes>"
        )
        part._blob = part.blob.replace(b"</w:footnotes>", note.encode())
        mark = e.typed("")
        mark.clear()
        mark.append(mark.makeelement(qn("w:footnoteReference"), {qn("w:id"): "99"}))
        e.with_words(document, where).append(mark)

    return change


EDITS: dict[str, tuple[Callable[[Any], None], str, str, str]] = {
    "a cell": (
        _in_cell("elke dag", "elke werkdag"),
        TABLES,
        "| elke dag |",
        "| elke werkdag |",
    ),
    "a cell with bold and a line": (
        _in_cell("lenen | ", "lenen | huren of "),
        TABLES,
        "lenen \\| **terug",
        "lenen \\| huren of **terug",
    ),
    "a line between columns typed": (
        e.replaced("fietsen ophalen bij", "fietsen | karren bij", "fietsen ophalen"),
        TABLES,
        "fietsen ophalen bij",
        "fietsen \\| karren bij",
    ),
    "a heading of a column": (e.replaced("Waarvoor", "Doel"), TABLES, "| Waarvoor |", "| Doel |"),
    "words beside the mark of a note": (
        e.replaced("Centrum", "Binnenstad", "Centrum"),
        TABLES,
        "| Centrum[^c]",
        "| Binnenstad[^c]",
    ),
    "a sentence around two marks": (
        e.together(
            e.replaced("Een fiets is van", "Elke fiets is van"),
            e.replaced("blijft zo", "blijft altijd zo"),
        ),
        NOTES,
        "Een fiets is van de stad[^stad] en van wie haar leent[^2]. Dat blijft zo.",
        "Elke fiets is van de stad[^stad] en van wie haar leent[^2]. Dat blijft altijd zo.",
    ),
    "a year at the start of a line": (
        e.replaced("begon het lenen", "begon ook het lenen"),
        NOTES,
        "2023. In dat jaar begon het",
        "2023. In dat jaar begon ook het",
    ),
    "words of a note": (
        _note_replaced("Zolang het lenen", "Zo lang als het lenen"),
        NOTES,
        "[^2]: Zolang het lenen",
        "[^2]: Zo lang als het lenen",
    ),
    "words of a note with mark-up": (
        _note_replaced(", zie ", "; kijk bij "),
        NOTES,
        "*hele* stad, zie [de",
        "*hele* stad; kijk bij [de",
    ),
    "the second paragraph of a note": (
        _note_replaced("Op feestdagen", "Op zon- en feestdagen"),
        NOTES,
        "          Op feestdagen",
        "          Op zon- en feestdagen",
    ),
    "a note of a table": (
        _note_replaced("sluit eerder", "sluit vroeger"),
        TABLES,
        "sluit eerder",
        "sluit vroeger",
    ),
    "a paragraph after a table": (
        _after_table("Station", "Wie later komt, belt aan."),
        TABLES,
        "| |\n\n",
        "| |\n\n      Wie later komt, belt aan.\n\n",
    ),
    "a paragraph after one with a note": (
        e.added_after("Dat blijft zo", "Daar houden wij aan vast."),
        NOTES,
        "Dat blijft zo.\n",
        "Dat blijft zo.\n\n      Daar houden wij aan vast.\n",
    ),
    "a mark taken out with its note": (
        _mark_removed("werkplaats is elke dag"),
        NOTES,
        "",
        "",
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_lands(rich: Reviewed, name: str) -> None:
    """Only the words meant change, in the right block."""
    change, block, old, new = EDITS[name]
    rich.edit(change)
    found = rich.review("--yes")
    assert {one["block"] for one in found} == {block}
    assert rich.code == 0, found
    if old:
        assert RICH.count(old) == 1
        assert rich.chapter == RICH.replace(old, new)
    else:
        gone = RICH.replace("open[^lang], ook", "open, ook")
        start = gone.index("      [^lang]: ")
        end = gone.index("      Tot zover")
        assert rich.chapter == gone[:start] + gone[end:]


WAITS: dict[str, tuple[Callable[[Any], None], str]] = {
    "a row taken out": (_row_removed("Station"), "een rij"),
    "a cell emptied": (_in_cell("elke dag", ""), "een cel"),
    "an empty cell filled": (_cell_filled("Centrum", 2, "op zaterdag"), "een cel"),
    "a new footnote": (_new_note("Tot zover"), "voetnoot"),
}


@pytest.mark.parametrize("name", WAITS)
def test_what_cannot_be_placed_is_said(rich: Reviewed, name: str) -> None:
    """It waits with a reason, and nothing is written."""
    change, words = WAITS[name]
    rich.edit(change)
    found = rich.review("--yes")
    assert rich.code == 1
    assert any(words in (one["question"] or "") for one in found), found
    assert rich.chapter == RICH


def test_a_note_moves_with_its_sentence(rich: Reviewed) -> None:
    """A paragraph put elsewhere keeps its marks, and a mark within a paragraph may move."""

    def change(document: Any) -> None:
        paragraph = e.with_words(document, "Een fiets is van")
        e.with_words(document, "Tot zover").addnext(paragraph)

    rich.edit(change)
    found = rich.review("--yes")
    assert [(one["kind"], one["placed"]) for one in found] == [("moved", True)]
    text = "Een fiets is van de stad[^stad] en van wie haar leent[^2]. Dat blijft zo."
    before, after = rich.chapter.split("Tot zover de noten van deze tekst.", 1)
    assert text not in before
    assert after.lstrip().startswith(text)


def _words(table: Any) -> list[list[str]]:
    return [
        ["".join(t.text or "" for t in cell.iter(qn("w:t"))) for cell in row.iter(qn("w:tc"))]
        for row in table.iter(qn("w:tr"))
    ]
