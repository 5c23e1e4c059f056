# SPDX-License-Identifier: EUPL-1.2
"""What the factsheet draws on, how it stands beside the report, and when it is refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from standrapport.pipeline.build import Built, build_edition
from standrapport.project.places import UsageProblem
from tests.conftest import ROOT, ProjectMaker

HTML = frozenset({"html"})
REPORT = """\
titel: Verzonnen rapport
organisatie: Verzonnen dienst
datum: 2022-06-10
peildatum: 2021-12-31
status: definitief
hoofdstukken: [cijfers]
"""
CHAPTER = """\
titel: Cijfers
blokken:
  - {soort: kerncijfers, titel: Eerste, cijfers: [instroom.totaal]}
  - {soort: kerncijfers, titel: Tweede, cijfers: [instroom.ind, instroom.np]}
  - {soort: grafiek, titel: Een jaar terug, vorm: staaf, cijfers: [instroom.ind], jaren: [-1]}
  - {soort: grafiek, titel: Doorstroom, vorm: stroom, van: [instroom.ind], naar: [instroom.np]}
  - {soort: grafiek, titel: Twee jaren, vorm: staaf, cijfers: [instroom.ind], jaren: [-1, 0]}
  - {soort: knelpunt, titel: Te weinig tijd, samenvatting: Het kost meer dan er is., tekst: Verzonnen.}
  - {soort: knelpunt, titel: Te veel werk, tekst: Verzonnen.}
"""


def made(folder: Path) -> tuple[Built, str]:
    """The factsheet of the small project, and its HTML."""
    built = build_edition(folder, 2021, folder / "out", HTML, product="factsheet", concept=True)
    return built, (folder / "out/2021/factsheet-2021.html").read_text("utf-8")


def test_the_content_decides_what_it_draws_on(project: ProjectMaker) -> None:
    """The first key figures, the first chart with a value of the year that is no flow, all
    knelpunten.
    """
    _, html = made(project({"content/2021/cijfers.yaml": CHAPTER}))
    assert ">Eerste</h2>" in html
    assert "Twee jaren</figcaption>" in html
    assert "<li><strong>Te weinig tijd</strong>: Het kost meer dan er is.</li>" in html
    assert "<li><strong>Te veel werk</strong></li>" in html


def test_staff_can_choose_other_blocks(project: ProjectMaker) -> None:
    """`factsheet:` in rapport.yaml names blocks by chapter and id, in the order they
    are to stand.
    """
    choice = """\
factsheet:
  kerncijfers: cijfers/kerncijfers-tweede
  grafiek: cijfers/grafiek-een-jaar-terug
  knelpunten: [cijfers/knelpunt-te-veel-werk]
"""
    built, html = made(
        project(
            {"content/2021/cijfers.yaml": CHAPTER, "content/2021/rapport.yaml": REPORT + choice}
        )
    )
    assert built.written
    assert ">Tweede</h2>" in html
    assert "Een jaar terug</figcaption>" in html
    assert "Te weinig tijd" not in html


def test_an_edition_without_such_blocks_still_has_one(project: ProjectMaker) -> None:
    """What is not there is left out; what is missing and the sources always stand there."""
    _, html = made(project({}))
    assert "Wat nog ontbreekt" in html
    assert "Bron en peildatum" in html
    assert "<ol" not in html


def test_it_stands_beside_the_report(project: ProjectMaker) -> None:
    """Each product replaces its own files and leaves those of the other, and each has
    its manifest.
    """
    folder = project({})
    build_edition(folder, 2021, folder / "out", HTML)
    before = (folder / "out/2021/manifest.json").read_bytes()
    built, _ = made(folder)
    assert "SR-S010" not in {finding.code for finding in built.findings}
    assert (folder / "out/2021/manifest.json").read_bytes() == before
    build_edition(folder, 2021, folder / "out", HTML)
    assert {p.name for p in (folder / "out/2021").iterdir()} == {
        "data", "factsheet-2021.html", "manifest-factsheet.json", "manifest.json", "stand-van-de-uitvoering-2021.html",
    }  # fmt: skip


def test_a_product_of_other_figures_beside_it_is_reported(project: ProjectMaker) -> None:
    """A report that was built before a figure changed is named when the factsheet is made."""
    folder = project({})
    build_edition(folder, 2021, folder / "out", HTML)
    project(
        {"figures/2021/landen.csv": "jaar,land,aantal\n2021,Noordland,610\n2021,Zuidland,390\n"}
    )
    built, _ = made(folder)
    (finding,) = [finding for finding in built.findings if finding.code == "SR-S010"]
    assert "(rapport)" in finding.message
    assert (
        json.loads((folder / "out/2021/manifest-factsheet.json").read_text("utf-8"))["outputs"][0][
            "path"
        ]
        == "factsheet-2021.html"
    )


def test_more_than_two_pages_is_refused(project: ProjectMaker) -> None:
    """A ranking of very many keys does not fit: nothing is written, and the finding says what to
    do.
    """
    rows = "".join(f"2021,Verzonnen land {n},10\n" for n in range(100))
    chart = "titel: C\nblokken:\n  - {soort: grafiek, titel: Landen, vorm: ranglijst, cijfers: [landen.aantal]}\n"
    folder = project(
        {"figures/2021/landen.csv": "jaar,land,aantal\n" + rows, "content/2021/cijfers.yaml": chart}
    )
    built = build_edition(folder, 2021, folder / "out", product="factsheet")
    (finding,) = [finding for finding in built.findings if finding.code == "SR-R010"]
    assert "in plaats van 2" in finding.message
    assert built.written == ()


@pytest.mark.parametrize("product", ["rapport", "factsheet"])
def test_a_draft_with_a_misspelt_name_is_made(project: ProjectMaker, product: str) -> None:
    """With --concept a card of a figure that does not exist shows its name and n.n.b..

    The finding says what is wrong.
    """
    chapter = "titel: C\nblokken:\n  - {soort: kerncijfers, cijfers: [instrom.totaal]}\n"
    folder = project({"content/2021/cijfers.yaml": chapter})
    built = build_edition(folder, 2021, folder / "out", HTML, product=product, concept=True)
    assert "SR-N002" in {finding.code for finding in built.findings}
    assert "instrom.totaal" in built.written[0].read_text("utf-8")


def test_templates_without_a_factsheet_are_wrong_use(project: ProjectMaker) -> None:
    """A project with its own templates but none for the factsheet gets a sentence, not a crash."""
    folder = project({})
    shutil.copytree(ROOT / "templates", folder / "templates")
    (folder / "templates/factsheet.html.j2").unlink()
    with pytest.raises(UsageProblem, match="geen factsheet"):
        build_edition(folder, 2021, folder / "out", HTML, product="factsheet")
