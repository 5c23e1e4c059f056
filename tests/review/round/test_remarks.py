# SPDX-License-Identifier: EUPL-1.2
"""Remarks of readers: from a document, a draft page and a PDF, to opmerkingen.yaml and back."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import docx
import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner

from standrapport.cli import main
from standrapport.pipeline.build import build_edition
from standrapport.pipeline.check import check_edition
from standrapport.preview.notices import REMARK
from standrapport.preview.rebuild import Rebuilder
from standrapport.word.write import word_document

from . import edits as e
from .conftest import YEAR, Reviewed

OPMAAK = "proef/opmaak"


def run(project: Path, *words: str) -> tuple[int, str]:
    """A command, with its exit code and all it says."""
    result = CliRunner().invoke(main, [*words, "--project", str(project)])
    return result.exit_code, result.stdout + result.stderr


def test_a_comment_becomes_a_remark_and_a_comment_again(sent: Reviewed) -> None:
    """Open in `status`, a comment in the next document, closed by number, and never brought in twice."""
    sent.edit(e.commented("De werkplaats is elke dag", "De werkplaats", "Ook op zondag?"))
    found = sent.review("--yes")
    assert [(one["block"], one["kind"], one["new"]) for one in found] == [
        (OPMAAK, "remark", "Ook op zondag?")
    ]
    assert sent.code == 0
    assert sent.review("--yes") == []
    assert "1  J. Lezer over" in run(sent.project, "status", str(YEAR))[1]
    sent.path.write_bytes(word_document(check_edition(sent.project, YEAR)).content)
    comments = list(docx.Document(str(sent.path)).comments)
    assert [(one.author, one.text) for one in comments] == [("J. Lezer", "Ook op zondag?")]
    assert sent.review("--yes") == []
    code, said = run(sent.project, "opmerking", str(YEAR), "1", "--afgehandeld", "Staat er nu.")
    assert code == 0
    assert "is afgehandeld" in said
    assert "Open opmerkingen" not in run(sent.project, "status", str(YEAR))[1]
    assert run(sent.project, "opmerking", str(YEAR), "1", "--afgehandeld", "Weer.")[0] == 2
    assert run(sent.project, "opmerking", str(YEAR), "9", "--afgehandeld", "Weer.")[0] == 2


def test_an_open_remark_stands_in_the_preview(sent: Reviewed) -> None:
    """With a link to its block and how to close it; closed, it is gone."""
    sent.edit(e.commented("De werkplaats is elke dag", "De werkplaats", "Ook op zondag?"))
    sent.review("--yes")
    preview = Rebuilder(sent.project, YEAR)
    seen = [one for one in preview.rebuild().notices if one.severity == REMARK]
    assert [one.message.partition(" over ")[0] for one in seen] == ["1. J. Lezer"]
    assert seen[0].message.endswith("Ook op zondag?")
    assert [link.anchor for link in seen[0].links] == ["b-proef-opmaak"]
    words = seen[0].details[0].partition("standrapport ")[2].replace("TEKST", "Ja.").split()
    assert run(sent.project, *words)[0] == 0
    assert [one for one in preview.rebuild().notices if one.severity == REMARK] == []


def test_a_draft_page_collects_remarks(sent: Reviewed, tmp_path: Path) -> None:
    """Only a draft has the script; what it saves comes in at its block, or is listed."""
    built = build_edition(sent.project, YEAR, tmp_path / "out", formats=frozenset({"html"}))
    page = next(path for path in built.written if path.suffix == ".html").read_text("utf-8")
    assert f'data-jaar="{YEAR}"' in page
    assert "standrapport/opmerkingen/1" in page
    file = tmp_path / "opmerkingen-2024.json"
    remarks = [
        {
            "block": "b-proef-opmaak",
            "about": "elke dag",
            "text": "Ook\nop zondag?",
            "by": "A",
            "on": "2025-02-03",
        },
        {"block": "h-proef", "about": "", "text": "Mooie titel.", "by": "", "on": "onzin"},
        {
            "block": "b-weg-weg",
            "about": "",
            "text": "Waar hoort dit?",
            "by": "A",
            "on": "2025-02-03",
        },
    ]
    file.write_text(
        json.dumps(
            {"schema": "standrapport/opmerkingen/1", "year": YEAR, "by": "B", "remarks": remarks}
        ),
        "utf-8",
    )
    code, said = run(sent.project, "review", str(file), "--yes", "--format", "json")
    assert code == 1
    assert [(one["block"], one["author"], one["placed"]) for one in json.loads(said)] == [
        (OPMAAK, "A", True),
        ("proef", "B", True),
        ("", "A", False),
    ]
    text = sent.content()[f"{YEAR}/opmerkingen.yaml"]
    assert "Ook\n      op zondag?" in text
    assert len(re.findall("nummer:", text)) == 2


def test_a_definitive_report_has_no_open_remarks(sent: Reviewed) -> None:
    """SR-S030, with the numbers."""
    sent.edit(e.commented("De werkplaats is elke dag", "De werkplaats", "Ook op zondag?"))
    sent.review("--yes")
    report = sent.project / f"content/{YEAR}/rapport.yaml"
    report.write_text(
        report.read_text("utf-8").replace("status: concept", "status: definitief"), "utf-8"
    )
    codes = [one.code for one in check_edition(sent.project, YEAR).findings]
    assert codes.count("SR-S030") == 1


def test_annotations_of_a_pdf_come_in_at_their_block(sent: Reviewed, tmp_path: Path) -> None:
    """By position: a highlight on words, and a note in the margin beside them."""
    built = build_edition(sent.project, YEAR, tmp_path / "out", formats=frozenset({"pdf"}))
    path = next(path for path in built.written if path.suffix == ".pdf")
    marked = annotated(path, "werkplaats is elke dag", tmp_path / "rapport.pdf")
    code, said = run(sent.project, "review", str(marked), "--yes", "--format", "json")
    assert code == 0
    assert [(one["block"], one["author"], one["new"]) for one in json.loads(said)] == [
        (OPMAAK, "P. Lezer", "Klopt dit?"),
        (OPMAAK, "P. Lezer", "Kanttekening"),
    ]


def annotated(path: Path, words: str, to: Path) -> Path:
    """The PDF with a highlight on words and a note beside them."""
    document = pypdfium2.PdfDocument(path)
    for number, sheet in enumerate(document):
        text = sheet.get_textpage()
        at = text.search(words).get_next()
        if at is None:
            continue
        left, low, _, high = text.get_charbox(at[0])
        with pikepdf.open(path) as pdf:
            page = pdf.pages[number]
            notes = [
                {
                    "Subtype": "Highlight",
                    "Rect": [left, low, left + 80, high],
                    "Contents": "Klopt dit?",
                },
                {
                    "Subtype": "Text",
                    "Rect": [540, low - 4, 556, high + 4],
                    "Contents": "Kanttekening",
                },
            ]
            made = [
                pdf.make_indirect(
                    pikepdf.Dictionary(
                        Type=pikepdf.Name.Annot,
                        Subtype=pikepdf.Name(f"/{one['Subtype']}"),
                        Rect=pikepdf.Array(one["Rect"]),
                        Contents=pikepdf.String(str(one["Contents"])),
                        T=pikepdf.String("P. Lezer"),
                        M=pikepdf.String("D:20250203100000"),
                    )
                )
                for one in notes
            ]
            page.Annots = pikepdf.Array([*page.get("/Annots", []), *made])
            pdf.save(to)
        return to
    raise AssertionError(words)


@pytest.mark.parametrize("name", ["leeg.docx", "leeg.json", "leeg.pdf", "leeg.txt"])
def test_what_is_no_such_file_is_said(sent: Reviewed, tmp_path: Path, name: str) -> None:
    """One sentence, exit code 2, nothing written."""
    path = tmp_path / name
    path.write_bytes(b"niets")
    before = sent.content()
    code, said = run(sent.project, "review", str(path), "--yes", "--jaar", str(YEAR))
    assert code == 2
    assert "Fout: " in said
    assert sent.content() == before


def test_the_same_edition_gives_the_same_bytes(sent: Reviewed) -> None:
    """And every file in the package is dated alike."""
    one, other = (word_document(check_edition(sent.project, YEAR)).content for _ in range(2))
    assert one == other
    sent.path.write_bytes(one)
    with zipfile.ZipFile(sent.path) as package:
        assert {about.date_time for about in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
