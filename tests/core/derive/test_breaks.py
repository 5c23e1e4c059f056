# SPDX-License-Identifier: EUPL-1.2
"""Nothing compares across a break: formulas, rules, claims, texts, cards and charts."""

from __future__ import annotations

import re

import pytest

from standrapport.core.formula import breaks, crossed, keyed_table, rest_keys
from standrapport.core.model import FigureKey, Kind, Verdict
from standrapport.pipeline.build import build_edition
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import Checked
from tests.conftest import SMALL_PROJECT, ProjectMaker

INDICATORS = SMALL_PROJECT["figures/indicatoren.yaml"]
BROKEN = INDICATORS.replace(
    "np:     {titel: Politie}", "np:     {titel: Politie, breuk: {2021: verzonnen reden}}"
)
FORMULAS = """\
afgeleid:
  instroom.groei:
    titel: Groei
    formule: verandering(instroom.np)
    eenheid: procent
  instroom.groei_ind:
    titel: Groei
    formule: verandering(instroom.ind)
    eenheid: procent
  instroom.samen:
    titel: Samen
    formule: instroom.ind + instroom.np
  instroom.reeks:
    titel: Reeks
    formule: som(instroom.np, 2020, 2021)
  instroom.ondanks:
    titel: Ondanks
    formule: verandering(instroom.samen)
    breuken: gemengd
"""


def checked(project: ProjectMaker, **files: str) -> Checked:
    """The small project with a break in 2021 and these files."""
    named = {name.replace("__", "/") + ".yaml": text for name, text in files.items()}
    return check_edition(
        project(
            {
                "figures/indicatoren.yaml": BROKEN,
                "figures/afgeleid.yaml": FORMULAS,
                "figures/regels.yaml": "regels: []\n",
                **named,
            }
        ),
        2021,
    )


def test_a_formula_across_a_break_has_no_value(project: ProjectMaker) -> None:
    """Nor has a sum over such years; within a year, over other columns, or when it is meant, it has."""
    found = checked(project)
    kinds = {
        name: found.figures[FigureKey(f"instroom.{name}", 2021)].kind
        for name in ("groei", "groei_ind", "samen", "reeks", "ondanks")
    }
    assert kinds == {
        "groei": Kind.UNKNOWN,
        "groei_ind": Kind.VALUE,
        "samen": Kind.VALUE,
        "reeks": Kind.UNKNOWN,
        "ondanks": Kind.VALUE,
    }
    said = [f.message for f in found.findings if f.code == "SR-A007"]
    assert [message.split("'")[1] for message in said] == ["instroom.groei", "instroom.reeks"]
    assert "in 2021 over een breuk heen (2021: verzonnen reden)" in said[0]


def test_a_rule_across_a_break_is_not_tested_there(project: ProjectMaker) -> None:
    """In the year of the break and no other; a rule that runs into breaks only is as good as none."""
    rules = """\
regels:
  - {id: daalt, toets: 'instroom.np <= instroom.np[-1]', uitleg: U.}
  - {id: alleen, toets: 'instroom.np <= instroom.np[-1]', jaren: [2021], uitleg: U.}
  - {id: toch, toets: 'instroom.np <= instroom.np[-1]', jaren: [2021], uitleg: U., breuken: gemengd}
"""
    found = checked(project, figures__regels=rules)
    assert [(o.rule.id, o.year, o.verdict) for o in found.outcomes] == [
        ("daalt", 2020, Verdict.UNDECIDED),
        ("toch", 2021, Verdict.EXACT),
    ]
    said = {f.code: f.message for f in found.findings if f.code in {"SR-C018", "SR-C005"}}
    assert "Regel 'daalt' is in 2021 niet getoetst" in said["SR-C018"]
    assert "hij vergelijkt over een breuk heen (2021: verzonnen reden)" in said["SR-C005"]


def test_a_claim_across_a_break_is_not_taken_for_true(project: ProjectMaker) -> None:
    """It is a warning that it could not be tested."""
    text = "titel: C\nblokken:\n  - {soort: tekst, tekst: Minder., beweert: 'instroom.np < instroom.np[-1]'}\n"
    (finding,) = [
        f for f in checked(project, content__2021__cijfers=text).findings if f.code == "SR-N006"
    ]
    assert "breuk" in finding.message


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("instroom.np | verschil(-1)", ["SR-N003"]),
        ("instroom.np | richting(-1)", ["SR-N003"]),
        ("100 * instroom.np / instroom.np[-1]", ["SR-N009"]),
        ("instroom.ind | verschil(-1)", []),
        ("instroom.np", []),
        ("instroom.np[-1]", []),
        ("instroom.groei", []),
    ],
)
def test_a_text_across_a_break(project: ProjectMaker, written: str, codes: list[str]) -> None:
    """A filter that compares is refused and a formula warned of; a figure alone compares nothing."""
    text = f"titel: C\nblokken:\n  - {{soort: tekst, tekst: 'Er waren {{{{ {written} }}}}.'}}\n"
    found = checked(project, content__2021__cijfers=text)
    assert [f.code for f in found.findings if f.code in {"SR-N003", "SR-N009"}] == codes


def test_a_card_says_that_it_does_not_compare(project: ProjectMaker) -> None:
    """Beside a figure that has no break, which does show its change."""
    text = "titel: C\nblokken:\n  - {soort: kerncijfers, cijfers: [instroom.np, instroom.ind]}\n"
    folder = project({"figures/indicatoren.yaml": BROKEN, "content/2021/cijfers.yaml": text})
    built = build_edition(folder, 2021, folder / "out", frozenset({"html"}))
    html = next(path for path in built.written if path.suffix == ".html").read_text("utf-8")
    broken, whole = re.findall(r'<p class="kaartverschil">(.*?)</p>', html)
    assert "niet te vergelijken met 2020" in broken
    assert "meer" in whole


def test_what_lies_behind_a_figure(project: ProjectMaker) -> None:
    """Breaks and the rest come through formulas; a break lies between its two sides only."""
    keyed = BROKEN.replace("sleutel: land", "sleutel: {kolom: land, rest: Elders}")
    formulas = "afgeleid:\n  anders.deel:\n    titel: Deel\n    formule: aandeel(landen.aantal, som(landen.aantal))\n"
    catalogue = checked(
        project, figures__indicatoren=keyed, figures__afgeleid=FORMULAS + formulas[10:]
    ).catalogue
    assert [one.year for one in breaks(catalogue, "instroom.ondanks")] == [2021]
    assert breaks(catalogue, "instroom.groei_ind") == ()
    assert rest_keys(catalogue, "anders.deel") == ("Elders",)
    table = keyed_table(catalogue, "anders.deel")
    assert table is not None
    assert table.name == "landen"
    assert keyed_table(catalogue, "instroom.samen") is None
    np = "instroom.np"
    assert crossed(catalogue, [FigureKey(np, 2019), FigureKey(np, 2020)]) == ()
    assert crossed(catalogue, [FigureKey(np, 2021), FigureKey(np, 2022)]) == ()
    assert len(crossed(catalogue, [FigureKey(np, 2020), FigureKey(np, 2021)])) == 1
    assert crossed(catalogue, [FigureKey("instroom.ind", 2020), FigureKey(np, 2021)]) == ()


def test_a_break_of_a_table_lies_between_its_columns(project: ProjectMaker) -> None:
    """One column before it and another after it do not compare; columns of another table do."""
    broken = INDICATORS.replace(
        "titel: Instroom\n", "titel: Instroom\n            breuk: {2021: x}\n"
    )
    catalogue = checked(project, figures__indicatoren=broken).catalogue
    before, after = FigureKey("instroom.ind", 2020), FigureKey("instroom.np", 2021)
    assert [one.year for one in crossed(catalogue, [before, after])] == [2021]
    assert crossed(catalogue, [before, FigureKey("caseload.eind", 2021)]) == ()
