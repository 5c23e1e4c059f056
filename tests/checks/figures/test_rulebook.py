# SPDX-License-Identifier: EUPL-1.2
"""Rules about rules, revised figures between editions, and suppressed figures that can be worked
out.
"""

from __future__ import annotations

import pytest

from standrapport.core.model import Finding, Severity
from standrapport.messages.sheets import rules_sheet
from standrapport.pipeline.check import check_edition
from tests.conftest import ProjectMaker

RULES = "figures/regels.yaml"


def with_rules(project: ProjectMaker, *rules: str, **more: str) -> list[Finding]:
    """The findings with these rules instead of the small project's own."""
    text = (
        "regels:\n" + "".join(f"  - {{{rule}, uitleg: U.}}\n" for rule in rules)
        if rules
        else "regels: []\n"
    )
    return list(check_edition(project({RULES: text, **more}), 2021).findings)


def codes(findings: list[Finding]) -> list[str]:
    """The codes of findings about rules."""
    return [
        f.code
        for f in findings
        if f.code in {"SR-C008", "SR-C009", "SR-C012", "SR-C013", "SR-C014", "SR-C015"}
    ]


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (["id: a, toets: instroom.ind >= 0"], ["SR-C012"]),
        (["id: a, toets: instroom.ind <= instroom.ind + instroom.np"], ["SR-C012"]),
        (["id: a, toets: instroom.ind <= instroom.totaal"], []),
        (
            [
                "id: a, toets: instroom.totaal == instroom.ind + instroom.np",
                "id: b, toets: instroom.ind == instroom.totaal - instroom.np",
            ],
            ["SR-C014"],
        ),
        (
            [
                "id: a, toets: instroom.ind == instroom.np + 400",
                "id: b, toets: instroom.ind == instroom.np + 300",
            ],
            ["SR-C013"],
        ),
        *[
            ([f"id: a, toets: {one}", f"id: b, toets: {other}"], ["SR-C013"])
            for one, other in (
                ("instroom.ind < instroom.np", "instroom.ind > instroom.np"),
                ("instroom.np - instroom.ind >= 10", "2 * instroom.ind >= 2 * instroom.np"),
                ("instroom.ind == instroom.np", "instroom.np < instroom.ind"),
                ("instroom.ind == instroom.np", "instroom.np != instroom.ind"),
            )
        ],
        *[
            ([f"id: a, toets: {one}", f"id: b, toets: {other}"], [])
            for one, other in (
                ("instroom.ind <= instroom.np", "instroom.ind >= instroom.np"),
                ("instroom.ind < instroom.np", "instroom.ind != instroom.np"),
                ("instroom.ind < instroom.np + 10", "instroom.ind > instroom.np"),
                ("instroom.ind < instroom.np", "'instroom.ind > instroom.np[-1]'"),
            )
        ],
        ([], ["SR-C015"]),
    ],
)
def test_rules_about_rules(project: ProjectMaker, rules: list[str], expected: list[str]) -> None:
    """What can never fail, follows from others, contradicts them, or is not there at all."""
    assert codes(with_rules(project, *rules)) == expected


def test_mixed_populations_and_periods(project: ProjectMaker) -> None:
    """Comparing two populations, or a whole year with a part, is a warning unless the rule says it
    is meant.
    """
    catalogue = "tabellen:\n  a: {titel: A, populatie: P, kolommen: {x: {titel: X}}}\n  b: {titel: B, populatie: Q, kolommen: {x: {titel: X}}}\n"
    files = {
        "figures/indicatoren.yaml": catalogue,
        "figures/afgeleid.yaml": "afgeleid: {}\n",
        "figures/2021/instroom.csv": None,
        "figures/2021/caseload.csv": None,
        "figures/2021/landen.csv": None,
        "figures/2021/a.csv": "jaar,periode,x\n2020,,5\n2021,t/m november,6\n",
        "figures/2021/b.csv": "jaar,x\n2020,5\n2021,7\n",
        "content/2021/cijfers.yaml": "titel: C\nblokken:\n  - {soort: tekst, tekst: x}\n",
    }
    loud = {**files, RULES: "regels:\n  - {id: a, toets: a.x <= b.x, uitleg: U.}\n"}
    quiet = {
        **files,
        RULES: "regels:\n  - {id: a, toets: a.x <= b.x, uitleg: U., populaties: gemengd, perioden: gemengd}\n",
    }
    assert codes(list(check_edition(project(loud), 2021).findings)) == ["SR-C008", "SR-C009"]
    assert codes(list(check_edition(project(quiet), 2021).findings)) == []


def test_derived_figure_that_can_divide_by_zero(project: ProjectMaker) -> None:
    """A divisor whose interval holds zero is reported when it is known."""
    formula = "afgeleid:\n  a.b:\n    titel: T\n    formule: 100 * instroom.ind / (instroom.np - caseload.eind)\n"
    text = "jaar,eind,uitstroom\n2020,500,n.n.b.\n2021,300,900\n"
    found = check_edition(
        project({"figures/afgeleid.yaml": formula, "figures/2021/caseload.csv": text}), 2021
    ).findings
    assert "SR-A006" in [f.code for f in found]


LATER = {
    "figures/2022/instroom.csv": "jaar,ind,np,totaal\n2021,710,300,1010\n2022,800,200,1000\n",
    "figures/2022/caseload.csv": "jaar,eind,uitstroom\n2021,600,900\n2022,700,900\n",
    "figures/2022/landen.csv": "jaar,land,aantal\n2022,Noordland,1000\n",
    "content/2022/rapport.yaml": (
        "titel: T\norganisatie: O\ndatum: 2023-06-10\npeildatum: 2022-12-31\nstatus: definitief\nhoofdstukken: [cijfers]\n"
    ),
    "content/2022/cijfers.yaml": "titel: C\nblokken:\n  - {soort: tekst, tekst: x}\n",
}


def test_revised_figures(project: ProjectMaker) -> None:
    """A figure that reads differently in a later edition is a warning, and a note once the reason
    is given.
    """
    checked = check_edition(project(LATER), 2022)
    assert [(r.id.ref, r.old, r.new, str(r.change.percent)) for r in checked.revised] == [
        ("instroom.ind", "700", "710", "1.4"),
        ("instroom.totaal", "1.000", "1.010", "1.0"),
    ]
    (warning,) = [f for f in checked.findings if f.code == "SR-C017"]
    assert "instroom.ind 2021 was 700 en is 710 (+1,4" in warning.message
    reason = (
        "herzieningen:\n  - {cijfers: [instroom], jaren: [2021], reden: Latere registraties.}\n"
    )
    explained = check_edition(
        project({**LATER, "figures/2022/herzieningen.yaml": reason}), 2022
    ).findings
    assert [f.code for f in explained if f.code in ("SR-C016", "SR-C017")] == ["SR-C016"]


SUPPRESSED = """\
tabellen:
  t: {titel: T, onderdrukking: 5, kolommen: {a: {titel: A}, b: {titel: B}, c: {titel: C}, d: {titel: D}, s: {titel: S}, r: {titel: R}}}
"""


def disclosed(project: ProjectMaker, row: str, *rules: str) -> list[Finding]:
    """The disclosures in a table of exact figures with suppressed cells."""
    files = {
        "figures/indicatoren.yaml": SUPPRESSED,
        "figures/afgeleid.yaml": "afgeleid: {}\n",
        "figures/2021/instroom.csv": None,
        "figures/2021/caseload.csv": None,
        "figures/2021/landen.csv": None,
        "figures/2021/t.csv": f"jaar,a,b,c,d,s,r\n2021,{row}\n",
        "content/2021/cijfers.yaml": "titel: C\nblokken:\n  - {soort: tekst, tekst: x}\n",
    }
    return [f for f in with_rules(project, *rules, **files) if f.code == "SR-D001"]  # type: ignore[arg-type]


def test_a_suppressed_figure_that_follows_from_its_sum(project: ProjectMaker) -> None:
    """One suppressed part of an exact sum is given away; two protect each other."""
    rule = "id: som, toets: t.s == t.a + t.b + t.c"
    (finding,) = disclosed(project, "7,<5,20,0,30,0", rule)
    assert "t.b 2021 staat als <5, maar is te herleiden" in finding.message
    assert "volgt dat het 3 is" in finding.message
    assert disclosed(project, "<5,<5,26,0,30,0", rule) == []
    # Two that must both be 4, or 3 and 4, are no protection.
    assert len(disclosed(project, "<5,<5,22,0,30,0", rule)) == 2


def test_a_suppressed_figure_that_follows_from_two_sums(project: ProjectMaker) -> None:
    """Where sums form a circle a linear program finds what no single sum gives away."""
    rules = ("id: rij, toets: t.s == t.a + t.b", "id: verschil, toets: t.r == t.a - t.b + t.d")
    found = disclosed(project, "<5,<5,0,10,4,12", *rules)
    assert {f.figures[0].id.ref for f in found} == {"t.a", "t.b"}


def test_rounding_protects(project: ProjectMaker) -> None:
    """A total rounded to tens leaves a suppressed part all its values."""
    rounded = SUPPRESSED.replace("s: {titel: S}", "s: {titel: S, afronding: 10}")
    files = {"figures/indicatoren.yaml": rounded}
    rule = "regels:\n  - {id: som, toets: t.s == t.a + t.b, uitleg: U.}\n"
    changes = {
        **files,
        "figures/afgeleid.yaml": "afgeleid: {}\n",
        RULES: rule,
        "figures/2021/instroom.csv": None,
        "figures/2021/caseload.csv": None,
        "figures/2021/landen.csv": None,
        "figures/2021/t.csv": "jaar,a,b,c,d,s,r\n2021,28,<5,0,0,30,0\n",
        "content/2021/cijfers.yaml": "titel: C\nblokken:\n  - {soort: tekst, tekst: x}\n",
    }
    assert [f for f in check_edition(project(changes), 2021).findings if f.code == "SR-D001"] == []


@pytest.mark.parametrize(
    ("row", "left"),
    [
        # t.s is at least t.a + t.b: of 0 to 4 this many are left for t.b.
        ("97,<5,0,0,97,0", "0"),
        ("97,<5,0,0,98,0", "0 of 1"),
        ("97,<5,0,0,99,0", None),
        ("97,<5,0,0,100,0", None),
    ],
)
def test_two_values_give_a_suppressed_figure_away_and_three_do_not(
    project: ProjectMaker, row: str, left: str | None
) -> None:
    """Whoever reads it would know the number, or know it but for one."""
    found = disclosed(project, row, "id: deel, toets: t.s >= t.a + t.b")
    assert [finding.severity for finding in found] == ([Severity.ERROR] if left else [])
    for finding in found:
        assert f"volgt dat het {left} is. Onderdruk nog een cijfer." in finding.message


def test_a_rule_without_explanation_is_told_by_its_test(project: ProjectMaker) -> None:
    """The contract shows rules of two keys: the id and the comparison stand in for the sentence."""
    text = (
        "regels:\n  - id: ind-meer\n    toets: instroom.ind < instroom.np\n    jaren: rapportjaar\n"
    )
    checked = check_edition(project({RULES: text}), 2021)
    broken = [one for one in checked.findings if one.code in {"SR-L003", "SR-C001"}]
    assert [one.code for one in broken] == ["SR-C001"]
    assert "ind-meer" in broken[0].message
    assert not broken[0].message.endswith(" ")
    sheet = rules_sheet(checked.catalogue, checked.outcomes).splitlines()
    at = next(i for i, line in enumerate(sheet) if line.startswith("ind-meer"))
    assert sheet[at + 1] == "  instroom.ind is kleiner dan instroom.np"
