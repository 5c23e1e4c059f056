# SPDX-License-Identifier: EUPL-1.2
"""Repairs are evidence: what supports each is told, and 'waarschijnlijk' is only said of what is
nearly always right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from bench.repairs import rates, trials
from standrapport.core.model import Finding, RepairBound, Severity
from standrapport.core.notation import parse_getal
from standrapport.pipeline.check import check_edition
from tests.conftest import ProjectMaker

CASES = Path(__file__).parent / "herstel"
NOTHING = {
    "figures/afgeleid.yaml": "afgeleid: {}\n",
    "figures/2021/instroom.csv": None,
    "figures/2021/caseload.csv": None,
    "figures/2021/landen.csv": None,
    "content/2021/cijfers.yaml": "titel: C\nblokken:\n  - {soort: tekst, tekst: x}\n",
}


def only_broken(folder: Path, year: int) -> Finding:
    """The one finding of a broken rule."""
    (finding,) = [one for one in check_edition(folder, year).findings if one.code == "SR-C001"]
    return finding


def table(
    project: ProjectMaker,
    columns: Sequence[str],
    rules: dict[str, str],
    rows: str,
    rounding: str = "10",
) -> list[Finding]:
    """The findings SR-C of one invented table with these rules and rows."""
    titles = "".join(f"      {name}: {{titel: {name}{more}}}\n" for name, more in _split(columns))
    head = ",".join(name for name, _ in _split(columns))
    tests = "".join(
        f"  - {{id: {id_}, toets: {test}, uitleg: U.}}\n" for id_, test in rules.items()
    )
    changes = {
        **NOTHING,
        "figures/indicatoren.yaml": (
            f"tabellen:\n  t:\n    titel: T\n    afronding: {rounding}\n    kolommen:\n{titles}"
        ),
        "figures/regels.yaml": f"regels:\n{tests}",
        "figures/2021/t.csv": f"jaar,{head}\n{rows}",
    }
    checked = check_edition(project(changes), 2021)
    return [one for one in checked.findings if one.code.startswith("SR-C00")]


def _split(columns: Sequence[str]) -> list[tuple[str, str]]:
    """'p, afronding: 1' as name and what else the catalogue says."""
    return [
        (name, f", {more}" if more else "")
        for name, _, more in (c.partition(", ") for c in columns)
    ]


def values(finding: Finding) -> list[tuple[str, str]]:
    """Cell and value of each repair."""
    return [(str(change.id.ref), str(change.new)) for one in finding.repairs for change in one]


def test_a_second_statement_comes_first() -> None:
    """Another table prints the figure, and the parts add up to it: that comes before one digit."""
    finding = only_broken(CASES / "twice-10", 2017)
    assert values(finding) == [("u.t", "367220"), ("u.t", "367210")]
    first, second = (one[0] for one in finding.repairs)
    assert first.why == "zo staat het bij w.t 2017; zo tellen de delen op"
    assert second.why == "een cijfer verkeerd"
    assert "u.t 2017 = 367.220" in finding.message
    assert "ook past u.t 2017 = 367.210 (een cijfer verkeerd)" in finding.message


def test_a_printed_zero_does_not_move_the_sum() -> None:
    """A 0 stands for 0 to 5, so the middle of what fits lies above the sum as printed: that sum is
    what is proposed.
    """
    finding = only_broken(CASES / "zero-part", 2017)
    assert values(finding)[0] == ("t.i", "11330")
    assert finding.repairs[0][0].why == "zo tellen de delen op"


def test_amounts_keep_the_decimals_of_the_column() -> None:
    """What is told can be typed over as it stands."""
    finding = only_broken(CASES / "decimals-message", 2024)
    assert "som van de delen 35,88, gedrukt 36,15, verschil 0,27" in finding.message
    assert "verklaart hooguit 0,015" in finding.message
    assert ("u.t", "35.88") in values(finding)


def test_an_unknown_part_gives_a_limit(project: ProjectMaker) -> None:
    """Known parts of 8.200 and one unknown: at least 8.200, not 16.000 (a nought forgotten)."""
    (finding,) = [
        one
        for one in table(
            project,
            ["a", "b", "c", "s"],
            {"som": "t.s == t.a + t.b + t.c"},
            "2021,5000,3200,,1600\n",
        )
        if one.code == "SR-C001"
    ]
    total = next(one[0] for one in finding.repairs if one[0].id.ref == "t.s")
    assert (total.new, total.bound) == (Decimal(8200), RepairBound.AT_LEAST)
    assert "16.000" not in finding.message.partition("t.s 2021")[0]


def test_a_limit_from_above(project: ProjectMaker) -> None:
    """A part that is larger than its whole is at most that whole."""
    found = table(project, ["a", "b"], {"deel": "t.a <= t.b"}, "2021,5310,4090\n")
    (finding,) = [one for one in found if one.code == "SR-C001"]
    bounds = {one[0].id.ref: (one[0].bound, one[0].new) for one in reversed(finding.repairs)}
    assert bounds["t.a"] == (RepairBound.AT_MOST, Decimal(4090))
    assert bounds["t.b"] == (RepairBound.AT_LEAST, Decimal(5310))


def test_a_rule_that_fails_year_after_year_is_one_cause(project: ProjectMaker) -> None:
    """A share of another base in three years: one finding, and the base is named."""
    rows = "2019,400,1000,800,50\n2020,450,1100,900,50\n2021,300,1200,500,60\n"
    columns = ["a", "b", "d", "p, eenheid: procent, afronding: 1"]
    found = table(project, columns, {"deel": "t.p == 100 * t.a / t.b"}, rows)
    (finding,) = [one for one in found if one.code == "SR-C001"]
    assert {rule.year for rule in finding.rules} == {2019, 2020, 2021}
    assert finding.repairs == ()
    assert "eerder één oorzaak" in finding.message
    assert "Met t.d als basis klopt het aandeel in al die jaren." in finding.message


def test_amounts_above_a_hundred_billion_are_mended(project: ProjectMaker) -> None:
    """Neither a small difference nor a digit too many is lost in so large a number."""
    for wrong, right in (("700000000130", "700000000030"), ("7000000000030", "700000000030")):
        rows = f"2021,300000000010,400000000020,{wrong}\n"
        found = table(project, ["a", "b", "s"], {"som": "t.s == t.a + t.b"}, rows)
        (finding,) = [one for one in found if one.code == "SR-C001"]
        assert ("t.s", right) in values(finding), wrong
        assert len({one[0].id for one in finding.repairs}) == 3


def test_the_same_figure_printed_differently_is_a_warning(project: ProjectMaker) -> None:
    """1.740 and 1.750 in one step: both within rounding of 1.745, but one figure prints one way."""
    (finding,) = table(project, ["a", "b"], {"zelfde": "t.a == t.b"}, "2021,1740,1750\n")
    assert (finding.code, finding.severity) == ("SR-C002", Severity.WARNING)
    assert "hetzelfde cijfer" in finding.message
    assert "1.740" in finding.message
    assert "1.750" in finding.message


def test_a_coarser_statement_may_differ(project: ProjectMaker) -> None:
    """1.700 in hundreds and 1.740 in tens are the same figure."""
    columns = ["a, afronding: 100", "b"]
    assert table(project, columns, {"zelfde": "t.a == t.b"}, "2021,1700,1740\n") == []


def test_what_rounding_explains_is_less_than_what_is_wrong(project: ProjectMaker) -> None:
    """'verschil 20; afronding verklaart hooguit 20' is no fault to a reader: next to a printed 0 it
    explains less, and shares that never end are told as far as they differ.
    """
    cases: tuple[tuple[Sequence[str], dict[str, str], str], ...] = (
        (["a", "b", "c", "s"], {"som": "t.s == t.a + t.b + t.c"}, "2021,0,0,0,20\n"),
        (["a", "b", "c", "s"], {"som": "t.s == t.a + t.b + t.c"}, "2021,0,0,20,0\n"),
        (["a", "b"], {"minder": "t.a < t.b"}, "2021,20,10\n"),
        (
            ["a", "b", "p, eenheid: procent, afronding: 1"],
            {"deel": "t.p == 100 * t.a / t.b"},
            "2021,3330,9980,35\n",
        ),
    )
    seen = 0
    for columns, rules, rows in cases:
        for finding in table(project, columns, rules, rows):
            if finding.code == "SR-C001":
                seen += 1
                told = re.search(
                    r"verschil (\S+); afronding verklaart hooguit ([^\s.]+)", finding.message
                )
                if told:
                    difference, slack = (parse_getal(one) for one in told.groups())
                    assert difference is not None
                    assert slack is not None
                    assert difference > slack, finding.message
    assert seen >= 3


def test_likely_is_only_said_of_what_is_right() -> None:
    """Tables with one spoilt cell and known truth: of the first repairs that are called likely at
    least 95 % are right, the spoilt cell is always among the repairs and mostly first.
    """
    done = list(trials(120, seed=7))
    found = rates(done)
    assert sum(trial.likely for trial in done) >= 20
    assert found["right when used"] >= 95
    assert found["among the ties"] == 100
    assert found["cell first"] >= 80
