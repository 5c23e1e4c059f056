# SPDX-License-Identifier: EUPL-1.2
"""A comparison as a Word document with tracked changes, and the document of the report itself."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner
from docx.oxml.ns import qn
from openxml_audit import FileFormat, OpenXmlValidator

from standrapport.cli import main
from standrapport.pipeline.check import check_edition
from standrapport.word.cutting import units_of
from standrapport.word.units import expressions_in, source_of
from standrapport.word.write import word_document
from tests.conftest import ROOT, YEARS


@pytest.fixture(scope="module", params=YEARS)
def made(request: pytest.FixtureRequest) -> tuple[bytes, Any]:
    """The document of a real edition, and the edition as it was checked."""
    checked = check_edition(ROOT, request.param)
    return word_document(checked).content, checked


def test_every_block_and_every_figure_is_tagged(made: tuple[bytes, Any]) -> None:
    """A control per block with its id, and a locked one per bound number with its reference."""
    content, checked = made
    body = docx.Document(BytesIO(content)).element.body
    controls = list(body.iter(qn("w:sdt")))
    tags = [sdt.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) for sdt in controls]
    ids = [block.id for chapter in checked.edition.chapters for block in chapter.blocks]
    assert [one for one in ids if one[:64] not in tags] == []
    locked = [sdt for sdt in controls if sdt.find(f"{qn('w:sdtPr')}/{qn('w:lock')}") is not None]
    assert len(locked) > 100
    assert "instroom.totaal" in tags


def test_who_cannot_see_the_page_is_served(made: tuple[bytes, Any]) -> None:
    """Language, title, headings in order, header rows, and words beside every picture."""
    document = docx.Document(BytesIO(made[0]))
    assert document.core_properties.language == "nl-NL"
    assert document.core_properties.title
    body = document.element.body
    pictures = list(
        body.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    )
    assert pictures
    assert all(len(one.get("descr", "")) > 10 for one in pictures)
    tables = list(body.iter(qn("w:tbl")))
    assert tables
    assert all(next(one.iter(qn("w:tr"))).find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for one in tables)  # fmt: skip
    styles = [one.get(qn("w:val")) for one in body.iter(qn("w:pStyle"))]
    levels = [int(one[-1]) for one in styles if one.startswith("Heading")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert {"Title", "Heading1", "Heading2", "ListBullet", "Caption", "Tabelkop"} <= set(styles)
    assert document.sections[0].header.paragraphs[0].text


def test_the_rules_of_the_checker_of_word(made: tuple[bytes, Any]) -> None:
    """No merged cells, a title on every table, and the language in the styles."""
    document = docx.Document(BytesIO(made[0]))
    body = document.element.body
    assert list(body.iter(qn("w:gridSpan"), qn("w:vMerge"))) == []
    titles = [one.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}") for one in body.iter(qn("w:tbl"))]
    assert titles
    assert all(one is not None and one.get(qn("w:val")) for one in titles)
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "nl-NL"


def test_an_empty_paragraph_stands_only_where_a_table_must_end(made: tuple[bytes, Any]) -> None:
    """The checker of Word takes empty paragraphs for spacing."""
    body = docx.Document(BytesIO(made[0])).element.body
    loose = [
        one
        for one in body.iter(qn("w:p"))
        if not any(True for _ in one.iter(qn("w:t"), qn("w:drawing")))
        and not any(up.tag == qn("w:tc") for up in one.iterancestors())
    ]
    for one in loose:
        assert one.getprevious().tag == qn("w:tbl")
        following = one.getnext()
        assert following is None or following.tag != qn("w:p")


def test_the_document_follows_the_schema(made: tuple[bytes, Any], tmp_path: Path) -> None:
    """As the validator of the Open XML SDK has it."""
    path = tmp_path / "rapport.docx"
    path.write_bytes(made[0])
    result = OpenXmlValidator(FileFormat.OFFICE_2019).validate(path)
    assert [str(one) for one in result.errors][:5] == []


def test_a_text_is_cut_and_put_together_as_it_was(made: tuple[bytes, Any]) -> None:
    """Every unit of every text, written anew from its atoms, is what stood there."""
    from standrapport.review.round.compose import written
    from standrapport.word.base import leaves_of

    count = 0
    for text in leaves_of(made[1].edition).values():
        raw = text.raw
        source = source_of(raw, [(a, b, "x") for a, b in expressions_in(raw)])
        for unit in units_of(source):
            count += 1
            assert written(unit.atoms) == raw[unit.begin : unit.finish]
    assert count > 150


def test_a_comparison_is_a_document_with_tracked_changes(tmp_path: Path) -> None:
    """Words that went and came are revisions, those of figures in tables too."""
    out = tmp_path / "verschil.docx"
    project = str(ROOT / "examples/leenfietsen")
    result = CliRunner().invoke(
        main, ["diff", "2023", "2024", "--project", project, "--out", str(out)]
    )
    assert result.exit_code == 0, result.stderr
    body = docx.Document(str(out)).element.body
    added = ["".join(t.text or "" for t in one.iter(qn("w:t"))) for one in body.iter(qn("w:ins"))]
    assert any("fietsen" in words for words in added)
    assert len(list(body.iter(qn("w:tbl")))) > 1
