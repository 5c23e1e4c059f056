# SPDX-License-Identifier: EUPL-1.2
"""Figures that were rounded down: x stands for x up to, not including, the next step."""

from __future__ import annotations

import random

import pytest

from standrapport.core.model import FigureKey, Verdict
from standrapport.pipeline.check import check_edition
from standrapport.project.reading import load_catalogue
from tests.conftest import ProjectMaker

RULE = "regels:\n  - {id: som, toets: t.s == t.a + t.b + t.c + t.d + t.e, uitleg: U.}\n"
COLUMNS = ["a", "b", "c", "d", "e", "s"]


def changes(rounding: str, rows: str, rules: str = RULE) -> dict[str, str | None]:
    """A table of five parts and their sum, with this rounding."""
    columns = "".join(f"      {name}: {{titel: {name}}}\n" for name in COLUMNS)
    return {
        "figures/afgeleid.yaml": "afgeleid: {}\n",
        "figures/2021/instroom.csv": None,
        "figures/2021/caseload.csv": None,
        "figures/2021/landen.csv": None,
        "content/2021/cijfers.yaml": "titel: C\nblokken:\n  - {soort: tekst, tekst: x}\n",
        "figures/indicatoren.yaml": (
            f"tabellen:\n  t:\n    titel: T\n    afronding: {rounding}\n    kolommen:\n{columns}"
        ),
        "figures/regels.yaml": rules,
        "figures/2021/t.csv": f"jaar,{','.join(COLUMNS)}\n{rows}",
    }


def verdicts(project: ProjectMaker, *arguments: str) -> list[Verdict]:
    """How the rules come out."""
    return [one.verdict for one in check_edition(project(changes(*arguments)), 2021).outcomes]


def rounded_down(seed: int, step: int) -> str:
    """Twenty years of true sums, each figure rounded down."""
    chance = random.Random(seed)  # noqa: S311 - invented figures
    rows = []
    for year in range(2002, 2022):
        parts = [chance.randint(0, 900) for _ in range(5)]
        printed = [value // step * step for value in (*parts, sum(parts))]
        rows.append(",".join(str(value) for value in (year, *printed)))
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize("seed", range(10))
def test_true_sums_raise_no_alarm(project: ProjectMaker, seed: int) -> None:
    """Three hundred sums of figures rounded down (two hundred here, a hundred of them in fives):
    none is violated or unlikely; taken for rounded to the nearest, many are.
    """
    rows = rounded_down(seed, 10)
    bad = {Verdict.VIOLATED, Verdict.UNLIKELY}
    assert not bad & set(verdicts(project, "10 naar beneden", rows))
    assert bad & set(verdicts(project, "10", rows))


def test_the_next_step_is_out_of_reach(project: ProjectMaker) -> None:
    """Five parts of 0 are less than 50 together, so a total of 50 is wrong and one of 40 is not; a
    total below the sum of its parts is wrong.
    """
    rows = "2019,0,0,0,0,0,50\n2020,0,0,0,0,0,40\n2021,10,10,10,10,10,40\n"
    found = verdicts(project, "10 naar beneden", rows)
    assert [one is Verdict.VIOLATED for one in found] == [True, False, True]


def test_the_declaration_and_the_bounds(project: ProjectMaker) -> None:
    """The catalogue says it, the figure has its bounds, and a repair fits them."""
    folder = project(changes("10 naar beneden", "2021,120,110,100,130,140,1600\n"))
    checked = check_edition(folder, 2021)
    interval = checked.figures[FigureKey("t.a", 2021)].interval
    assert (interval.low, interval.high) == (120, 130)
    column = load_catalogue(folder)[0].column("t.a")
    assert column is not None
    assert column.rounding == 10
    assert column.rounds_down
    (finding,) = [one for one in checked.findings if one.code == "SR-C001"]
    total = next(one[0] for one in finding.repairs if one[0].id.ref == "t.s")
    assert 600 <= total.new <= 640


def test_another_way_is_refused(project: ProjectMaker) -> None:
    """Only 'naar beneden' is known."""
    folder = project(changes("10 naar boven", "2021,0,0,0,0,0,0\n"))
    said = [one.message for one in load_catalogue(folder)[1]]
    assert any("10 naar beneden" in one for one in said)
