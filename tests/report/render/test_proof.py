# SPDX-License-Identifier: EUPL-1.2
"""The build proves that everything is on the page: nothing is missed when a template forgets a
piece, and nothing passes when there is no page.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from standrapport.core.model import Finding, Position
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import report_input
from standrapport.report.render import ReportInput, render
from standrapport.report.render.proof import Proof, prove_figures
from standrapport.report.render.proof_pages import prove_pdf
from tests.conftest import ROOT, YEARS

TEMPLATES = ROOT / "templates"
EVERYTHING = ROOT / "tests/markers/alles"
PLACED = re.compile(
    r"\{\{ (?P<what>(?:view|card|row|group|member|condition|link)\.[\w.]+|term|meaning|line|cell|note) \}\}"
)
# What the program itself puts there: no text of the staff and no figure.
ITS_OWN = {"view.number", "card.title", "card.since", "card.spark", "card.note", "row.heading",
           "row.title", "row.state", "row.source", "row.cadence", "link.address", "group.id",
           "card.period", "card.course", "view.svg", "view.wide", "view.narrow", "view.unit", "view.corner", "view.source", "view.height", "view.symbols",
           "view.on_phone.width", "view.on_phone.heading"}  # fmt: skip
# What the proof does not read: an attribute, and words of the catalogue. They must stand like this.
ELSEWHERE = {
    ("beeld", "view.alt"): 'alt="Verzonnen vlak"',
    ("populaties", "group.title"): '<li><strong class="groep">Verzonnen groep</strong>',
    ("populaties", "group.counted_by"): "<li>Wie telt: verzonnen tellers</li>",
}


def report_of(project: Path, year: int) -> ReportInput:
    """An edition, ready to be put on pages."""
    checked = check_edition(project, year)
    assert checked.edition is not None
    return report_input(checked, checked.edition, concept=True)


@pytest.fixture(scope="module")
def everything() -> ReportInput:
    """Every kind of block with every key."""
    return report_of(EVERYTHING, 2021)


def unseen(findings: tuple[Finding, ...]) -> list[str]:
    """What is not on the page."""
    return [finding.message for finding in findings if finding.code == "SR-R011"]


@pytest.mark.parametrize("year", YEARS)
def test_the_editions_are_whole(real_project: Path, year: int) -> None:
    """Much was looked for and all of it was found; without a page nothing is."""
    report = report_of(real_project, year)
    page = render(report, TEMPLATES)
    proof = Proof(report.edition, report.texts, page.used)
    texts = sum(len(part.wanted) for part in proof.parts)
    assert texts > 120
    assert len(page.used) > 150
    assert unseen(page.findings) == []
    empty = proof.of_html("")
    assert len(empty) >= len(proof.parts) - 1
    assert len(prove_figures(report.edition, page.used, "")) > 80


MACROS = (TEMPLATES / "blokken.html.j2").read_text("utf-8")
OF_OTHERS = [
    found
    for found in PLACED.finditer(MACROS)
    # On paper the title of a chart stands a second time above its table.
    if found["what"] not in ITS_OWN and not MACROS[: found.start()].endswith("Cijfers bij: ")
]


def name_of(place: re.Match[str]) -> tuple[str, str]:
    """The macro a place is in, and what is put there."""
    return re.findall(r"{% macro (\w+)", MACROS[: place.start()])[-1], place["what"]


# Words that nobody wrote in this block alone: what stays is also told in the drawing and its list,
# and a card without a year before says so in words of the program.
SAID_TWICE = {("infographic", "view.middle"), ("kort", "card.change")}
PLACES = [place for place in OF_OTHERS if name_of(place) not in {*ELSEWHERE, *SAID_TWICE}]


def without(place: re.Match[str], folder: Path) -> Path:
    """The templates with this place taken away."""
    shutil.copytree(TEMPLATES, folder / "sjablonen")
    forgetful = MACROS[: place.start()] + MACROS[place.end() :]
    (folder / "sjablonen/blokken.html.j2").write_text(forgetful, "utf-8")
    return folder / "sjablonen"


@pytest.mark.parametrize("place", PLACES, ids=lambda found: f"{found['what']}-{found.start()}")
def test_a_template_that_forgets_something_is_found_out(
    everything: ReportInput, tmp_path: Path, place: re.Match[str]
) -> None:
    """Take away any place where the templates put a text or a figure: the proof says so."""
    found = unseen(render(everything, without(place, tmp_path)).findings)
    assert found


@pytest.mark.parametrize("name", ELSEWHERE, ids=".".join)
def test_what_the_proof_does_not_read_is_on_the_page(
    everything: ReportInput, tmp_path: Path, name: tuple[str, str]
) -> None:
    """These few places put their words on the screen and on paper, and nothing else does."""
    (place,) = (place for place in OF_OTHERS if name_of(place) == name)
    page = render(everything, TEMPLATES)
    forgetful = render(everything, without(place, tmp_path))
    for whole, less in ((page.html, forgetful.html), (page.print_html, forgetful.print_html)):
        assert whole.count(ELSEWHERE[name]) == 1
        assert ELSEWHERE[name] not in less


def test_every_text_has_its_place_in_the_message(everything: ReportInput) -> None:
    """Each text that is missing is reported where it was written."""
    page = render(everything, TEMPLATES)
    assert unseen(page.findings) == []
    proof = Proof(everything.edition, everything.texts, page.used)
    lines = (EVERYTHING / "content/2021/alles.yaml").read_text("utf-8").splitlines()
    for part in proof.parts[2:]:
        for one in part.wanted:
            typed = re.escape(one.as_typed)
            bare = re.sub(f"(?<=>)([^<]*?){typed}", r"\1", page.html)
            places = [finding.locations[0] for finding in proof.of_html(bare)]
            assert one.position in places
            assert isinstance(one.position, Position)
            assert one.what.split(".")[-1] in lines[(one.position.line or 0) - 1]


def test_blocks_out_of_order_are_found(everything: ReportInput) -> None:
    """Two blocks that changed places."""
    page = render(everything, TEMPLATES)
    blocks = re.split(r'(?=<div class="blok )', page.html)
    blocks[1], blocks[2] = blocks[2], blocks[1]
    proof = Proof(everything.edition, everything.texts, page.used)
    assert "niet waar het in het bestand staat" in proof.of_html("".join(blocks))[0].message


def test_another_paper_is_found_out(
    everything: ReportInput, built: dict[int, tuple[object, Path]], real_project: Path
) -> None:
    """The PDF of a report holds its texts, and not those of another."""
    pdf = (built[2021][1] / "stand-van-de-uitvoering-2021.pdf").read_bytes()
    own = report_of(real_project, 2021)
    assert prove_pdf(own, render(own, TEMPLATES).used, pdf) == []
    found = prove_pdf(everything, render(everything, TEMPLATES).used, pdf)
    assert len(found) > 40
