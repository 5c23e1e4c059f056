# SPDX-License-Identifier: EUPL-1.2
"""What the report says on its cards and in its list of findings."""

from __future__ import annotations

import json
import re
from pathlib import Path
from textwrap import dedent

import pytest

from standrapport.pipeline.build import build_edition
from standrapport.pipeline.check import check_edition
from tests.conftest import SMALL_PROJECT, ProjectMaker

HTML = frozenset({"html"})
CARD = "titel: C\nblokken:\n  - {soort: kerncijfers, cijfers: [instroom.ind]}\n"


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ("600", "700", "100 meer (+17\N{NO-BREAK SPACE}%) dan in 2020"),
        ("600", "600", "gelijk aan 2020"),
        ("n.n.b.", "700", "vorig jaar niet bekend"),
        ("n.n.b.", "n.n.b.", "vorig jaar niet bekend"),
        ("600", "n.n.b.", "vorig jaar 600"),
        ("<5", "700", "vorig jaar <5"),
    ],
)
def test_a_card_says_what_is_known_of_the_year_before(
    project: ProjectMaker, before: str, now: str, words: str
) -> None:
    """The change when both years are known, else last year's figure, and only where that is missing
    that it is not known.
    """
    rows = f"jaar,ind,np,totaal\n2020,{before},n.n.b.,n.n.b.\n2021,{now},n.n.b.,n.n.b.\n"
    folder = project(
        {
            "figures/2021/instroom.csv": rows,
            "figures/regels.yaml": "regels: []\n",
            "content/2021/cijfers.yaml": CARD,
        }
    )
    page = (
        build_edition(folder, 2021, folder / "out", HTML, concept=True)
        .written[0]
        .read_text("utf-8")
    )
    line = re.search(r'<p class="kaartverschil">(.*?)</p>', page)
    assert line
    assert re.sub(r"<[^>]+>", "", line[1]).replace("&lt;", "<").strip() == words


def test_a_card_of_a_percentage_changes_in_points(project: ProjectMaker) -> None:
    """From 61 to 70 percent is 9 points more, not 15 percent."""
    rows = "jaar,ind,np,totaal\n2020,610,390,1.000\n2021,700,300,1.000\n"
    card = "titel: C\nblokken:\n  - {soort: kerncijfers, cijfers: [instroom.aandeel_ind]}\n"
    folder = project(
        {
            "figures/2021/instroom.csv": rows,
            "figures/regels.yaml": "regels: []\n",
            "content/2021/cijfers.yaml": card,
        }
    )
    page = (
        build_edition(folder, 2021, folder / "out", HTML, concept=True)
        .written[0]
        .read_text("utf-8")
    )
    line = re.search(r'<p class="kaartverschil">(.*?)</p>', page)
    assert line
    assert re.sub(r"<[^>]+>", "", line[1]) == "9,0 procentpunt hoger dan in 2020"


def test_repairs_stand_under_their_finding(project: ProjectMaker) -> None:
    """In a draft a finding with what would mend it is one item of the list."""
    folder = project(
        {"figures/2021/instroom.csv": "jaar,ind,np,totaal\n2020,600,390,990\n2021,700,300,1.900\n"}
    )
    page = (
        build_edition(folder, 2021, folder / "out", HTML, concept=True)
        .written[0]
        .read_text("utf-8")
    )
    found = re.search(r'<ul class="meldingen">(.*?)</ul>', page, re.DOTALL)
    assert found
    items = re.findall(r"<li>(.*?)</li>", found[1], re.DOTALL)
    assert [
        item for item in items if "fout SR-" not in item and "waarschuwing SR-" not in item
    ] == []
    assert "\n    past wel:" in items[0]


def _page(folder: Path) -> str:
    """The page of a project, drafts and all."""
    written = build_edition(folder, 2021, folder / "out", HTML, concept=True).written
    return next(path for path in written if path.suffix == ".html").read_text("utf-8")


def test_a_total_and_the_rest_are_what_the_catalogue_says(project: ProjectMaker) -> None:
    """No title makes a total or a rest: 'Tot 18 jaar' stands among the rows, 'Elders' last, and a
    top leaves the rest out.
    """
    figures = SMALL_PROJECT["figures/indicatoren.yaml"]
    for old, new in (
        ("{titel: IND}", "{titel: Tot 18 jaar}"),
        ("{titel: Politie}", "{titel: Alles, soort: totaal}"),
        ("sleutel: land", "sleutel: {kolom: land, rest: Elders}"),
    ):
        figures = figures.replace(old, new)
    chapter = """\
        titel: C
        blokken:
          - {soort: tabel, titel: T, cijfers: [instroom.ind, instroom.np, instroom.totaal]}
          - {soort: tabel, titel: L, cijfers: [landen.aantal]}
          - {soort: tabel, titel: M, cijfers: [landen.aantal], top: 2}
          - {soort: tekst, tekst: 'Uit {{ landen.aantal | namen(2) }}.'}
        """
    page = _page(
        project(
            {
                "figures/indicatoren.yaml": figures,
                "figures/2021/landen.csv": "jaar,land,aantal\n2021,Elders,500\n2021,Overijssel,200\n2021,Zuidland,300\n",
                "content/2021/cijfers.yaml": chapter,
            }
        )
    )
    tables = [
        re.findall(r'<tr( class="totaal")?><th scope="row">(.*?)</th>', table)
        for table in re.findall(r"<tbody>(.*?)</tbody>", page, re.DOTALL)[:3]
    ]
    total = ' class="totaal"'
    assert tables == [
        [("", "Tot 18 jaar"), (total, "Alles"), ("", "Totaal")],
        [("", "Zuidland"), ("", "Overijssel"), (total, "Elders")],
        [("", "Zuidland"), ("", "Overijssel")],
    ]
    assert "Uit Zuidland en Overijssel." in page


def test_who_is_counted_stands_with_the_figures(project: ProjectMaker) -> None:
    """What the catalogue says of a population is printed in the account of the figures."""
    groups = "populaties:\n  p: {titel: verzonnen caseload, wie: verzonnen mensen, niet: gasten., telt: de dienst}\n"
    folder = project(
        {
            "figures/indicatoren.yaml": groups
            + dedent(SMALL_PROJECT["figures/indicatoren.yaml"]).replace("verzonnen caseload", "p")
        }
    )
    assert (
        "Populatie: verzonnen caseload. Wie: verzonnen mensen. Niet: gasten. Geteld door: de dienst."
        in _page(folder)
    )


def test_words_of_a_flow_come_from_the_text_or_the_organisation(project: ProjectMaker) -> None:
    """The middle is the organisation and the conditions have a plain heading, unless the block says
    otherwise.
    """
    block = "  - {{soort: infographic, titel: T, van: [instroom.ind], naar: [instroom.np], voorwaarden: [{{titel: Geld}}]{more}}}\n"
    plain, own = (
        _page(
            project({"content/2021/cijfers.yaml": f"titel: C\nblokken:\n{block.format(more=more)}"})
        )
        for more in ("", ", midden: Loket, titel_voorwaarden: Wat nodig is")
    )
    assert "<h4>Voorwaarden</h4>" in plain
    assert "Naar Verzonnen dienst toe" in plain
    assert "<h4>Wat nodig is</h4>" in own
    assert "Naar Loket toe" in own


@pytest.mark.parametrize(
    ("given", "name"),
    [("", "stand-van-de-uitvoering-2021"), ("bestandsnaam: jaarverslag\n", "jaarverslag-2021")],
)
def test_the_files_of_the_report_may_have_another_name(
    project: ProjectMaker, given: str, name: str
) -> None:
    """The page and the data package; the name from before stays the default."""
    front = dedent(SMALL_PROJECT["content/2021/rapport.yaml"]) + given
    folder = project({"content/2021/rapport.yaml": front})
    build_edition(folder, 2021, folder / "out", HTML)
    assert (folder / f"out/2021/{name}.html").is_file()
    package = json.loads((folder / "out/2021/data/datapackage.json").read_text("utf-8"))
    assert package["name"] == name


@pytest.mark.parametrize("given", ["factsheet-x", "../uit", "Jaar verslag", "manifest"])
def test_a_name_that_could_not_be_a_file_of_the_report_is_refused(
    project: ProjectMaker, given: str
) -> None:
    """Not the name of another product, no folder, nothing that differs between machines."""
    front = dedent(SMALL_PROJECT["content/2021/rapport.yaml"]) + f"bestandsnaam: '{given}'\n"
    found = check_edition(project({"content/2021/rapport.yaml": front}), 2021).findings
    assert [f.code for f in found if "jaarverslag" in f.message] == ["SR-L004"]


def test_the_counts_of_the_report_add_up_to_those_of_the_check(project: ProjectMaker) -> None:
    """Tests of one figure against a fixed number are told apart, and none is told nowhere."""
    folder = project(
        {
            "figures/regels.yaml": dedent(
                """\
                regels:
                  - {id: delen, toets: instroom.totaal = instroom.ind + instroom.np, uitleg: U.}
                  - {id: grens, toets: instroom.ind >= 0, uitleg: U.}
                """
            )
        }
    )
    result = build_edition(folder, 2021, folder / "out", HTML, concept=True)
    page = re.sub(r"<[^>]+>", "", result.written[0].read_text("utf-8"))
    said = (
        r"(\d+) toets(?:en)? nagerekend",
        r"Van (\d+) toets(?:en)? ontbreekt een cijfer",
        r"(\d+) toets(?:en)? met maar één cijfer tel",
    )
    found = [int(one[1]) for pattern in said if (one := re.search(pattern, page))]
    outcomes = check_edition(folder, 2021).outcomes
    assert len(found) >= 2
    assert sum(found) == sum(one.keys for one in outcomes)
