# SPDX-License-Identifier: EUPL-1.2
"""Tables, charts and cards: what may not stand together, and titles that say other years than are
shown.
"""

from __future__ import annotations

import json

import pytest

from standrapport.checks.text.misnamed import wrong_years
from standrapport.pipeline.check import check_edition
from tests.cli.test_commands import run
from tests.conftest import ProjectMaker

CHAPTER = "content/2021/cijfers.yaml"
CATALOGUE = """\
tabellen:
  uitleen:
    titel: Uitleen
    eenheid: fietsen
    populatie: loketten
    bron: verzonnen
    kolommen:
      noord: {titel: Noord}
      zuid: {titel: Zuid}
      totaal: {titel: Totaal, soort: totaal}
      op_tijd: {titel: Op tijd terug, eenheid: procent}
      huur: {titel: Huur, eenheid: euro}
      kosten: {titel: Kosten, eenheid: duizend euro}
      duur: {titel: Gemiddelde duur, eenheid: dagen}
  landelijk:
    titel: Landelijk
    eenheid: fietsen
    populatie: alle stations
    bron: verzonnen
    kolommen:
      totaal: {titel: Totaal}
bronnen:
  verzonnen: {titel: Verzonnen bron}
"""
FILES = {
    "figures/indicatoren.yaml": CATALOGUE,
    "figures/afgeleid.yaml": "afgeleid:\n  uitleen.samen: {titel: Samen, formule: uitleen.noord + uitleen.zuid}\n",
    "figures/regels.yaml": "regels:\n  - {id: som, toets: uitleen.totaal == uitleen.noord + uitleen.zuid, uitleg: Samen.}\n",
    "figures/2021/uitleen.csv": (
        "jaar,periode,noord,zuid,totaal,op_tijd,huur,kosten,duur\n"
        "2019,,10,20,30,80,5,6,7\n2020,,11,22,33,81,5,6,7\n"
        "2021,t/m november,12,24,36,82,5,6,7\n"
    ),
    "figures/2021/landelijk.csv": "jaar,totaal\n2019,300\n2020,330\n2021,360\n",
    "figures/2021/instroom.csv": None,
    "figures/2021/caseload.csv": None,
    "figures/2021/landen.csv": None,
}
CODES = {"SR-N024", "SR-N025", "SR-N026", "SR-N027", "SR-N028", "SR-N029", "SR-N033", "SR-N034"}


def told(project: ProjectMaker, block: str) -> list[str]:
    """Code and severity of what is found in one block."""
    folder = project({**FILES, CHAPTER: f"titel: C\nblokken:\n  - {{{block}}}\n"})
    return [
        f"{one.code} {one.severity.word}"
        for one in check_edition(folder, 2021).findings
        if one.code in CODES
    ]


LINE = "soort: grafiek, titel: T, vorm: lijn"
STACK = "soort: grafiek, titel: T, vorm: gestapeld"
TABLE = "soort: tabel, titel: T"


@pytest.mark.parametrize(
    ("block", "codes"),
    [
        (f"{LINE}, jaren: [2019, 2020], cijfers: [uitleen.noord, uitleen.zuid]", []),
        (
            f"{LINE}, jaren: [2019, 2020], cijfers: [uitleen.noord, landelijk.totaal]",
            ["SR-N024 fout"],
        ),
        (
            f"{TABLE}, jaren: [2019, 2020], cijfers: [uitleen.noord, landelijk.totaal]",
            ["SR-N024 waarschuwing"],
        ),
        (f"{LINE}, jaren: [2020, 2021], cijfers: uitleen.noord", ["SR-N025 fout"]),
        (f"{TABLE}, jaren: [2020, 2021], cijfers: uitleen.noord", ["SR-N025 waarschuwing"]),
        (
            f"{LINE}, jaren: [2020, 2021], cijfers: uitleen.noord, vergelijkbaar: De kop zegt het.",
            ["SR-N034 opmerking"],
        ),
        (
            f"{LINE}, jaren: [2019, 2020], cijfers: uitleen.noord, vergelijkbaar: Zomaar.",
            ["SR-N034 waarschuwing"],
        ),
        (
            f"{LINE}, jaren: [2019, 2020], cijfers: [uitleen.noord, uitleen.op_tijd]",
            ["SR-N026 fout"],
        ),
        *(
            (f"{LINE}, jaren: [2019, 2020], cijfers: [{figures}]", ["SR-N026 fout"])
            for figures in (
                "uitleen.noord, uitleen.huur",
                "uitleen.huur, uitleen.kosten",
                "uitleen.duur, uitleen.noord",
                "uitleen.duur, uitleen.huur, uitleen.noord",
                "uitleen.huur, uitleen.op_tijd",
            )
        ),
        (f"{LINE}, jaren: [2019, 2020], cijfers: uitleen.huur", []),
        (f"{TABLE}, jaren: [2019, 2020], cijfers: [uitleen.huur, uitleen.noord]", []),
        (f"{LINE}, jaren: [2019, 2020], cijfers: uitleen.op_tijd", []),
        (
            f"{STACK}, jaren: [2019, 2020], cijfers: [uitleen.noord, uitleen.zuid]",
            [],
        ),
        (
            f"{STACK}, jaren: [2019, 2020], cijfers: [uitleen.noord, uitleen.totaal]",
            ["SR-N027 fout"],
        ),
        (
            f"{STACK}, jaren: [2019, 2020], cijfers: [uitleen.zuid, uitleen.samen]",
            ["SR-N027 fout"],
        ),
        (
            "soort: tabel, titel: 'Uitleen, 2018 tot en met 2020', jaren: [2019, 2020], cijfers: uitleen.noord",
            ["SR-N028 fout"],
        ),
        (
            "soort: tabel, titel: 'Uitleen, {{ jaar - 2 }} tot en met {{ jaar - 1 }}', jaren: [-2, -1], cijfers: uitleen.noord",
            [],
        ),
        (f"{TABLE}, jaren: [2012, 2020], cijfers: uitleen.noord", ["SR-N029 fout"]),
        (
            f"{TABLE}, jaren: [2020], cijfers: [uitleen.totaal, landelijk.totaal], vergelijkbaar: Elk apart.",
            ["SR-N033 fout", "SR-N034 opmerking"],
        ),
        (
            "soort: kerncijfers, cijfers: [uitleen.totaal, landelijk.totaal]",
            ["SR-N033 fout"],
        ),
        ("soort: kerncijfers, cijfers: [uitleen.noord, landelijk.totaal]", []),
    ],
)
def test_what_may_not_stand_together(project: ProjectMaker, block: str, codes: list[str]) -> None:
    """Each kind of fault once, and beside it what is right."""
    assert told(project, block) == codes


def test_what_a_finding_reads(project: ProjectMaker) -> None:
    """JSON carries the figure it is about, and stands on a line of the block."""
    block = f"{STACK}, jaren: [2019, 2020], cijfers: [uitleen.noord, uitleen.totaal]"
    folder = project({**FILES, CHAPTER: f"titel: C\nblokken:\n  - {{{block}}}\n"})
    result = run("check", "2021", "--project", str(folder), "--format", "json")
    (one,) = [f for f in json.loads(result.stdout)["findings"] if f["code"] == "SR-N027"]
    assert one["reads"] == {
        "ref": "uitleen.totaal",
        "year": 2021,
        "key": None,
        "relation": "stand",
    }
    assert one["locations"][0]["file"] == CHAPTER
    assert one["locations"][0]["line"] == 3


@pytest.mark.parametrize(
    ("title", "shown", "right"),
    [
        ("Instroom", [2020, 2021], True),
        ("Instroom, 2018 tot en met 2021", [2018, 2019, 2020, 2021], True),
        ("Instroom 2018-2021", [2018, 2019, 2020, 2021], True),
        ("Instroom, 2018 tot en met 2021", [2019, 2020, 2021], False),
        ("Instroom sinds 2018", [2018, 2019, 2020], True),
        ("Instroom sinds 2015", [2018, 2019, 2020], False),
        ("Instroom in 2021", [2020, 2021], True),
        ("Instroom in 2019", [2020, 2021], False),
        ("Instroom in 2019", [2019, 2020, 2021], False),
        ("Instroom in 2020 en 2021", [2020, 2021], True),
        ("Instroom in 2020 en 2022", [2020, 2021], False),
        ("Meer instroom dan in 2019", [2018, 2019, 2020, 2021], True),
        ("Meer instroom dan in 2015", [2018, 2019, 2020, 2021], False),
        ("In 2019 meer instroom dan in 2018", [2018, 2019, 2020, 2021], False),
        ("Ruim 2.018 fietsen", [2021], True),
    ],
)
def test_the_years_of_a_title(title: str, shown: list[int], right: bool) -> None:
    """A range is first and last, 'sinds' the first, a single year the last of several; what it is
    held against is any of them.
    """
    assert (wrong_years(title, shown) is None) == right
