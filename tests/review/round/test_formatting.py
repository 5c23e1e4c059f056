# SPDX-License-Identifier: EUPL-1.2
"""Formatting: what the report has comes back as it was sent and may be brought in; what it has not
is said, and writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from standrapport.pipeline.check import check_edition
from standrapport.review.round.round import askable, review_file, take
from standrapport.word.write import word_document
from tests.conftest import ROOT

from . import edits as e
from .conftest import YEAR, Reviewed, libre_office

OPMAAK = "proef/opmaak"
RICH = """\
titel: Opmaak die het rapport heeft
blokken:
  - soort: tekst
    titel: Alles bij elkaar
    id: alles
    tekst: |
      Een **vet woord**, een *schuin woord*, ***beide*** en een half**vet** woord met
      [een *schuine* verwijzing](https://fiets.example/a?b=1&c=2), en `code`.

      #### Een tussenkop

      3. het derde punt;
      4. het vierde punt, met {{ uitleen.totaal }} keren;
         - een punt daaronder;
         - nog een punt daaronder, **vet**;
      5. het vijfde punt.

      > Een aanhaling over fietsen.

      Een regel die breekt\\
      en verdergaat.
"""


@pytest.fixture
def rich(sent: Reviewed) -> Reviewed:
    """The project with a text that has every formatting of the report, and a new document."""
    (sent.project / f"content/{YEAR}/proef.yaml").write_text(RICH, "utf-8")
    checked = check_edition(sent.project, YEAR)
    assert [one.message for one in checked.findings if one.severity.word == "fout"] == []
    sent.path.write_bytes(word_document(checked).content)
    return sent


@pytest.mark.parametrize("libre", [False, True])
def test_what_the_report_has_comes_back(rich: Reviewed, tmp_path: Path, libre: bool) -> None:
    """Bold, italic, both, half a word, a link, code, lists in lists from 3 on, a break."""
    if libre:
        libre_office(tmp_path, "docx:MS Word 2007 XML", tmp_path / "uit", [rich.path])
        rich.path = tmp_path / "uit" / rich.path.name
    assert rich.review("--yes") == []
    assert rich.chapter == RICH


def test_a_word_in_it_changes_and_the_rest_stays(rich: Reviewed) -> None:
    """Every mark stays where it is when words around and within it change."""
    changes = {
        "vet woord": "zwaar woord",
        "verwijzing": "wijzer",
        "het vierde punt, met": "het vierde punt heeft",
        "nog een punt daaronder": "en nog een punt",
        "Een regel die breekt": "Een zin die breekt",
        "Een tussenkop": "Een kop ertussen",
        "over fietsen": "over fietsen en lenen",
    }
    rich.edit(e.together(*(e.replaced(old, new) for old, new in changes.items())))
    found = rich.review("--yes")
    assert [one["placed"] for one in found] == [True] * len(found)
    becomes = RICH
    for old, new in changes.items():
        assert old in becomes
        becomes = becomes.replace(old, new, 1)
    assert rich.chapter == becomes


@pytest.mark.parametrize(
    ("name", "becomes"), [("b", "is **elke dag** open"), ("i", "is *elke dag* open")]
)
def test_what_the_report_has_can_be_brought_in(sent: Reviewed, name: str, becomes: str) -> None:
    """Bold and italic wait for somebody, and are then written as mark-up."""
    sent.edit(e.looking("De werkplaats is elke", "elke dag", name))
    found = review_file(sent.project, sent.path)
    chosen = [one for one in found.proposals if askable(one)]
    assert len(chosen) == 1
    take(sent.project, found, chosen)
    assert becomes in sent.chapter


def _in_run(xml: str) -> Callable[[Any], None]:
    """Something put in a run of the paragraph about the workshop."""

    def change(document: Any) -> None:
        paragraph = e.with_words(document, "De werkplaats is elke dag")
        run = OxmlElement("w:r")
        run.append(parse_xml(xml))
        paragraph.append(run)

    return change


def _beside(xml: str) -> Callable[[Any], None]:
    """Something put after the paragraph about the workshop."""

    def change(document: Any) -> None:
        e.with_words(document, "De werkplaats is elke dag").addnext(parse_xml(xml))

    return change


def _picture(document: Any) -> None:
    """A picture pasted: a copy of one that is there."""
    drawing = next(document.element.body.iter(qn("w:drawing")))
    paragraph = e.with_words(document, "De werkplaats is elke dag")
    paragraph.append(parse_xml(f"<w:r {nsdecls('w')}/>"))
    from copy import deepcopy

    paragraph[-1].append(deepcopy(drawing))


W, M = nsdecls("w"), 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
BOX = (
    f'<w:p {W}><w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent><w:p>'
    "<w:r><w:t>Let op: tekst in een vak.</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict>"
    "</w:r></w:p>"
)
TABLE = (
    f"<w:tbl {W}><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r>"
    "<w:t>Een cel erbij</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)
LOOK = "De werkplaats is elke", "elke dag"
STRANGE: Mapping[str, tuple[Callable[[Any], None], str]] = {
    "underlined": (e.looking(*LOOK, "u", "single"), "onderstrepen"),
    "struck": (e.looking(*LOOK, "strike"), "doorhalen"),
    "marked": (e.looking(*LOOK, "highlight", "yellow"), "markeren"),
    "coloured": (e.looking(*LOOK, "color", "FF0000"), "kleur"),
    "raised": (e.looking(*LOOK, "vertAlign", "superscript"), "hoger of lager"),
    "hidden": (e.looking(*LOOK, "vanish"), "verborgen"),
    "capitals": (e.looking(*LOOK, "caps"), "kapitalen"),
    "a page break": (_in_run(f'<w:br {W} w:type="page"/>'), "bladzijde"),
    "a symbol": (_in_run(f'<w:sym {W} w:font="Wingdings" w:char="F0E0"/>'), "symbool"),
    "a file within": (_in_run(f"<w:object {W}/>"), "bestand"),
    "a formula": (
        _beside(f"<w:p {W}><m:oMath {M}><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>"),
        "formule",
    ),
    "a picture": (_picture, "plaatje"),
    "a text box": (_beside(BOX), ""),
    "a table": (_beside(TABLE), "tabel"),
}


@pytest.mark.parametrize("name", STRANGE)
def test_what_the_report_has_not_is_said(sent: Reviewed, name: str) -> None:
    """One proposal at its block that waits, and says what it is; nothing else is written."""
    change, words = STRANGE[name]
    before = sent.content()
    sent.edit(change)
    found = [one for one in sent.review("--yes") if one["kind"] != "picture" or "plaatje" in words]
    assert [one["block"] for one in found] == [OPMAAK]
    if words:
        assert words in found[0]["question"]
        assert sent.code == 1
        assert sent.content() == before
    else:  # the words of a text box are words: they come in as a paragraph
        assert found[0]["kind"] == "added"
        assert "Let op: tekst in een vak." in sent.chapter


def test_a_line_end_may_be_taken_by_a_person(sent: Reviewed) -> None:
    """It waits, and who works at the texts may say yes."""

    def change(document: Any) -> None:
        run = e.run_with(e.with_words(document, "kapotte fiets"), "open. Iedereen")
        before, after = e.run_text(run).split(" Iedereen")
        parts = [e.typed(before, run), e.typed("Iedereen" + after, run)]
        parts[1].insert(0, OxmlElement("w:br"))
        for one in parts:
            run.addprevious(one)
        run.getparent().remove(run)

    before = sent.chapter
    sent.edit(change)
    assert [one["kind"] for one in sent.review("--yes")] == ["formatting"]
    assert sent.chapter == before
    found = review_file(sent.project, sent.path)
    take(sent.project, found, [one for one in found.proposals if askable(one)])
    assert sent.chapter == before.replace("dag open. Iedereen", "dag open.\\\n      Iedereen")


def test_a_heading_that_became_words_is_said(sent: Reviewed) -> None:
    """And a paragraph that became a heading; where every style went, none is."""

    def change(document: Any) -> None:
        for where, style in (("Wat wij doen", "Normal"), ("Zo blijft de stad", "Heading3")):
            about = e.with_words(document, where).get_or_add_pPr()
            about.get_or_add_pStyle().set(qn("w:val"), style)

    before = sent.chapter
    sent.edit(change)
    found = sent.review("--yes")
    assert [(one["kind"], one["placed"]) for one in found] == 2 * [("formatting", False)]
    assert sent.chapter == before


def test_words_in_the_header_and_the_footer_are_said(sent: Reviewed) -> None:
    """The stamp, the date, and words that came."""

    def change(document: Any) -> None:
        section = document.sections[0]
        for paragraph in (section.header.paragraphs[0], section.footer.paragraphs[0]):
            for run in paragraph.runs:
                run.text = run.text.replace("CONCEPT: niet vastgesteld", "DEFINITIEF")
        section.footer.paragraphs[0].add_run(" Vertrouwelijk")

    sent.edit(change)
    found = sent.review("--yes")
    assert [(one["block"], one["kind"]) for one in found] == 2 * [("rapport", "fixed")]
    said = " ".join(f"{one['old']} {one['new']}" for one in found)
    assert "CONCEPT: niet vastgesteld" in said
    assert "DEFINITIEF" in said
    assert "Vertrouwelijk" in said


def test_words_about_a_pdf_stay_out(written: tuple[Path, bytes]) -> None:
    """The account of the figures says nothing of attachments that this document has not."""
    body = Document(BytesIO(written[1])).element.body
    words = "".join(one.text or "" for one in body.iter(qn("w:t")))
    assert "in de open data bij dit rapport" in words
    assert "PDF" not in words


def test_what_is_accepted_is_told_as_that() -> None:
    """As in the report: a rule that does not fit and is accepted, with why; no other finding."""
    body = Document(BytesIO(word_document(check_edition(ROOT, 2024)).content)).element.body
    words = "".join(one.text or "" for one in body.iter(qn("w:t")))
    assert "Bekend en aanvaard" in words
    assert "Aanvaard op 26 november 2026" in words
    assert "Meldingen bij dit concept" not in words
    assert "SR-" not in words
