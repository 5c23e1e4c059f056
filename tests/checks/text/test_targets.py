# SPDX-License-Identifier: EUPL-1.2
"""A target or forecast beside what was counted, asked for by name: in texts, formulas, claims, cards
and tables, and what becomes of it where there is none.
"""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from standrapport.core.formula import FormulaError, Reference, parse_formula
from standrapport.core.model import FigureKey, Severity, plain
from standrapport.pipeline.check import check_edition
from tests.cli.test_commands import run
from tests.conftest import ProjectMaker

SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
CATALOGUE = """\
    bronnen:
      plan: {titel: Plan (verzonnen)}
    tabellen:
      lessen:
        titel: Lessen
        eenheid: lessen
        bron: plan
        kolommen:
          gegeven: {titel: Gegeven}
          gehaald: {titel: Gehaald}
      wijken:
        titel: Lessen per wijk
        sleutel: wijk
        eenheid: lessen
        bron: plan
        kolommen:
          aantal: {titel: Lessen per wijk}
    """
FIGURES = """\
    jaar,periode,status,gegeven,gehaald
    2020,,,80,40
    2020,,doel,90,45
    2021,,,640,320
    2021,,doel,700,400
    2021,,raming,650,n.n.b.
    2022,,raming,680,n.n.b.
    """
KEYED = "jaar,status,wijk,aantal\n2021,,Noord,70\n2021,doel,Noord,50\n2021,,Oost,30\n"
DERIVED = """\
    afgeleid:
      lessen.deel:
        titel: Deel dat gehaald werd
        formule: aandeel(lessen.gehaald, lessen.gegeven)
        eenheid: procent
      lessen.bereikt:
        titel: Bereikt van het doel
        formule: aandeel(lessen.gegeven, lessen.gegeven[doel])
        eenheid: procent
    """


def made(project: ProjectMaker, blocks: str, figures: str = FIGURES) -> Path:
    """A project with targets and these blocks."""
    return project({
        "figures/indicatoren.yaml": CATALOGUE, "figures/afgeleid.yaml": DERIVED,
        "figures/regels.yaml": "regels: []\n", "figures/2021/lessen.csv": figures,
        "figures/2021/wijken.csv": KEYED, "content/2021/cijfers.yaml": f"titel: C\nblokken:\n{blocks}",
        **dict.fromkeys((
            "figures/2021/instroom.csv", "figures/2021/landen.csv", "figures/2021/caseload.csv",
        )),
    })  # fmt: skip


def said(project: ProjectMaker, text: str, figures: str = FIGURES) -> str:
    """A sentence as it is printed."""
    blocks = f"  - soort: tekst\n    tekst: |\n      Hier {text}.\n"
    checked = check_edition(made(project, blocks, figures), 2021)
    return next(plain(shown) for source, shown in checked.texts.items() if "Hier" in source.raw)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ lessen.gegeven | doel }}", "700 (doel)"),
        ("{{ lessen.gegeven[doel] }}", "700 (doel)"),
        ('{{ lessen.gegeven["doel"] }}', "700 (doel)"),
        ("{{ lessen.gegeven }} van de gewenste {{ lessen.gegeven | doel }}", "640 van de gewenste 700"),
        ("het doel van {{ lessen.gegeven[doel, -1] }}", "het doel van 90"),
        ("het doel van {{ lessen.gegeven[2020, doel] }}", "het doel van 90"),
        ("het doel van {{ lessen.gegeven | doel | verschil(-1) }}", f"het doel van 610 meer (+678{SPACE}%)"),
        ("geraamd {{ lessen.gegeven | raming }}", "geraamd 650"),
        ("geraamd {{ lessen.gegeven[2022, raming] }}", "geraamd 680"),
        ("{{ lessen.gegeven | verschil(doel) }}", f"60 minder ({MINUS}9{SPACE}%)"),
        ('{{ lessen.gegeven | vergeleken("doel") }}', f"60 minder ({MINUS}9{SPACE}%) dan het doel"),
        ("{{ lessen.gegeven - lessen.gegeven[doel] }}", f"{MINUS}60"),
        ("{{ lessen.deel | doel }}", f"57{SPACE}% (doel)"),
        ("{{ lessen.bereikt }}", f"91{SPACE}%"),
        ("{{ lessen.deel | vergeleken(doel) }}", "7 procentpunt lager dan het doel"),
        ('{{ wijken.aantal["Noord", doel] }}', "50 (doel)"),
        ('{{ wijken.aantal["Noord"] | vergeleken(doel) }}', f"20 meer (+40{SPACE}%) dan het doel"),
        ('{{ wijken.aantal["Oost"] | doel }}', "n.n.b."),
        ("{{ lessen.gehaald[raming] }}", "n.n.b."),
    ],
)  # fmt: skip
def test_in_a_text(project: ProjectMaker, text: str, shown: str) -> None:
    """The amount, and that it is a target where the sentence does not say so."""
    assert said(project, text) == f"Hier {shown.removesuffix('.')}.\n"


def test_a_target_is_never_reached_by_itself(project: ProjectMaker) -> None:
    """Where nothing was counted, the year stands for its target: that is no hundred percent."""
    nothing = "jaar,status,gegeven,gehaald\n2020,,80,40\n2021,doel,700,400\n"
    assert said(project, "{{ lessen.bereikt }}", nothing) == "Hier n.n.b.\n"
    assert "[fout]" in said(project, "{{ lessen.gegeven | vergeleken(doel) }}", nothing)


def test_a_part_of_the_year_is_not_held_against_the_target_of_the_whole(
    project: ProjectMaker,
) -> None:
    """Only against one over the same months."""
    part = "jaar,periode,status,gegeven,gehaald\n2021,t/m november,,640,320\n2021,,doel,700,400\n"
    assert "[fout]" in said(project, "{{ lessen.gegeven | vergeleken(doel) }}", part)
    assert said(project, "{{ lessen.bereikt }}", part) == "Hier n.n.b.\n"
    both = f"{part}2021,t/m november,doel,650,380\n"
    shown = said(project, "{{ lessen.gegeven | vergeleken(doel) }}", both)
    assert f"10 minder ({MINUS}2{SPACE}%) dan het doel" in shown
    assert "tot en met november" in shown


@pytest.mark.parametrize(
    ("formula", "reference"),
    [
        ('a.b["Noord", doel, -1]', Reference("a.b", -1, None, "Noord", 0, "doel")),
        ("a.b[-1, raming]", Reference("a.b", -1, expected="raming")),
        ('a.b["Doel"]', Reference("a.b", expected="doel")),
    ],
)
def test_form(formula: str, reference: Reference) -> None:
    """Key, year and target in any order."""
    assert parse_formula(formula) == reference


@pytest.mark.parametrize(
    "formula", ["a.b[doel, raming]", "a.b[2020, 2021]", 'a.b["x", "y"]', "a.b[plan]"]
)
def test_what_is_no_form(formula: str) -> None:
    """One of each."""
    with pytest.raises(FormulaError):
        parse_formula(formula)


BLOCKS = """\
  - soort: kerncijfers
    titel: Kaarten
    cijfers: [lessen.gegeven, "lessen.gegeven[doel]", lessen.bereikt]
  - soort: tabel
    titel: Tabel
    cijfers: [lessen.gegeven, "lessen.gegeven[doel]"]
    jaren: [-1, 0]
  - soort: grafiek
    titel: Lijnen
    vorm: lijn
    cijfers: [lessen.gegeven, "lessen.gegeven[doel]"]
    jaren: [-1, 0]
  - soort: tekst
    titel: Tekst
    tekst: Van de gewenste {{ lessen.gegeven | doel }} lessen zijn er {{ lessen.gegeven }} gegeven.
    beweert: ["lessen.gegeven < lessen.gegeven[doel]", "lessen.gegeven[-1] > lessen.gegeven[-1, doel]"]
"""


def test_on_cards_in_tables_and_charts(project: ProjectMaker) -> None:
    """Called by what it is, with a name in the data of its own; a claim about it is judged."""
    folder = made(project, BLOCKS)
    told = [
        one for one in check_edition(folder, 2021).findings if one.severity is not Severity.NOTE
    ]
    # 80 is not more than 90; and there are no rules here.
    assert {one.code for one in told} == {"SR-N005", "SR-C015"}
    built = run("build", "2021", "--concept", "--format", "html", "--project", str(folder))
    assert built.exit_code == 0, built.output
    (path,) = (folder / "out/2021").glob("*.html")
    html = path.read_text("utf-8")
    text = " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
    assert "Gegeven 80 640 Gegeven (doel) 90 700" in text
    assert re.search(r"Gegeven 700 doel", text)
    assert "Gegeven (doel): 90 in 2020, 700 in 2021" in text
    assert "deels doel" not in text
    assert 'value="700" data-ref="lessen.gegeven[doel]"' in html
    assert 'value="700" data-ref="lessen.gegeven"' not in html


def test_trace_and_reading(project: ProjectMaker) -> None:
    """Both tell which of the two it is."""
    folder = made(project, BLOCKS)
    told = run("trace", "2021", "lessen.gegeven[doel]", "--project", str(folder)).output
    assert "lessen.gegeven 2021: 700 lessen" in told
    assert re.search(r"status +doel", told)
    assert "C > Tekst: 700" in told
    counted = run("trace", "2021", "lessen.gegeven", "--project", str(folder)).output
    assert "C > Tekst: 640" in counted
    assert "C > Tekst: 700" not in counted
    read = run("lees", "2021", "--project", str(folder)).output
    assert "Gegeven, 2021 (doel)" in read
    read = run("lees", "2021", "--format", "json", "--project", str(folder)).output
    assert {"lessen.gegeven", "lessen.gegeven[doel]"} <= {one["ref"] for one in json.loads(read)}
    asked = check_edition(folder, 2021)
    about = [name for one in asked.statements for name in one.about]
    assert FigureKey("lessen.gegeven", 2021, None, "doel") in about
