# SPDX-License-Identifier: EUPL-1.2
"""Checking all rules of a vintage: years, keys, claims, and what is reported."""

from __future__ import annotations

from standrapport.core.model import count
from standrapport.pipeline.check import check_edition
from tests.conftest import ProjectMaker

RULES = "figures/regels.yaml"


def test_counts_and_findings(project: ProjectMaker) -> None:
    """Rule times year is counted; a violated rule points at its cells with the arithmetic."""
    checked = check_edition(
        project(
            {
                "figures/2021/instroom.csv": "jaar,ind,np,totaal\n2020,600,390,990\n2021,700,300,1.100\n"
            }
        ),
        2021,
    )
    numbers = count(checked.outcomes)
    assert numbers["tested"] == 5
    assert numbers["violated"] >= 1
    finding = next(
        f for f in checked.findings if f.code == "SR-C001" and f.rules[0].rule == "instroom-som"
    )
    assert (
        "som van de delen 1.000, gedrukt 1.100, verschil 100; afronding verklaart hooguit 15"
        in finding.message
    )
    assert str(finding.position) == "figures/2021/instroom.csv:3:totaal"


def test_a_rule_per_key(project: ProjectMaker) -> None:
    """A rule on a keyed column holds for every key, and says for which it does not."""
    rules = "regels:\n  - id: klein\n    toets: landen.aantal <= 500\n    uitleg: Geen land is groter dan 500.\n"
    checked = check_edition(project({RULES: rules}), 2021)
    assert count(checked.outcomes)["tested"] == 2
    finding = next(f for f in checked.findings if f.code == "SR-C001")
    assert "voor Noordland" in finding.message


def test_years_of_a_rule(project: ProjectMaker) -> None:
    """`rapportjaar` tests the report year only."""
    rules = (
        "regels:\n  - id: r\n    toets: instroom.ind >= 0\n    jaren: rapportjaar\n    uitleg: U.\n"
    )
    assert [o.year for o in check_edition(project({RULES: rules}), 2021).outcomes] == [2021]


def test_severity_of_a_rule(project: ProjectMaker) -> None:
    """`ernst: waarschuwing` makes a broken rule a warning."""
    rules = "regels:\n  - id: r\n    toets: instroom.ind >= 5000\n    ernst: waarschuwing\n    uitleg: U.\n"
    found = [
        f for f in check_edition(project({RULES: rules}), 2021).findings if f.code == "SR-C001"
    ]
    assert {f.severity.value for f in found} == {"warning"}


def test_the_same_figure_in_two_tables_narrows_both(project: ProjectMaker) -> None:
    """Where a rule says two figures are one, both are known as well as the better of the two."""
    catalogue = """\
        tabellen:
          a: {titel: A, afronding: 100, kolommen: {x: {titel: X}}}
          b: {titel: B, afronding: 10, kolommen: {x: {titel: X}, y: {titel: Y, afronding: exact}}}
        """
    rules = """\
        regels:
          - {id: gelijk, toets: a.x == b.x, uitleg: Hetzelfde getal.}
          - {id: grens, toets: a.x <= b.y, uitleg: Niet meer dan y.}
        """
    changes = {
        "figures/indicatoren.yaml": catalogue,
        RULES: rules,
        "figures/afgeleid.yaml": "afgeleid: {}\n",
        "figures/2021/instroom.csv": None,
        "figures/2021/caseload.csv": None,
        "figures/2021/landen.csv": None,
        "figures/2021/a.csv": "jaar,x\n2021,1000\n",
        "figures/2021/b.csv": "jaar,x,y\n2021,1010,990\n",
        "content/2021/cijfers.yaml": "titel: C\nblokken:\n  - {soort: tekst, tekst: x}\n",
    }
    found = [f for f in check_edition(project(changes), 2021).findings if f.code == "SR-C001"]
    # On its own a.x could be 950; together with b.x it is at least 1.005, which is more than 990.
    assert [f.rules[0].rule for f in found] == ["grens"]
