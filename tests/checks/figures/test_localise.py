# SPDX-License-Identifier: EUPL-1.2
"""Which cell is wrong: planted errors are found, named and mended.

Ties are listed, never one culprit without evidence.
"""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from standrapport.core.model import Finding
from standrapport.pipeline.check import check_edition
from tests.conftest import ProjectMaker

Changes = Mapping[str, str | bytes | None]

# Invented: a table of three by three with row and column totals, rounded to tens.
CATALOGUE = """\
tabellen:
  t:
    titel: T
    afronding: 10
    kolommen:
      {columns}
"""


def grid(values: dict[str, int], history: str = "") -> Changes:
    """A project with one table of named values in 2021 and rules for rows r1..r3, columns k1..k3
    and the grand total.
    """
    cells = [f"c{r}{k}" for r in (1, 2, 3) for k in (1, 2, 3)]
    names = [*cells, "r1", "r2", "r3", "k1", "k2", "k3", "alles"]
    columns = "\n      ".join(f"{name}: {{titel: {name}}}" for name in names)
    rules = ["regels:"]
    for n in (1, 2, 3):
        rules.append(
            f"  - {{id: rij{n}, toets: t.r{n} == t.c{n}1 + t.c{n}2 + t.c{n}3, uitleg: Rij {n}.}}"
        )
        rules.append(
            f"  - {{id: kolom{n}, toets: t.k{n} == t.c1{n} + t.c2{n} + t.c3{n}, uitleg: Kolom {n}.}}"
        )
    rules.append("  - {id: alles-rijen, toets: t.alles == t.r1 + t.r2 + t.r3, uitleg: Rijen.}")
    rules.append(
        "  - {id: alles-kolommen, toets: t.alles == t.k1 + t.k2 + t.k3, uitleg: Kolommen.}"
    )
    header = "jaar," + ",".join(names)
    row = "2021," + ",".join(str(values[name]) for name in names)
    return {
        "figures/indicatoren.yaml": CATALOGUE.format(columns=columns),
        "figures/afgeleid.yaml": "afgeleid: {}\n",
        "figures/regels.yaml": "\n".join(rules) + "\n",
        "figures/2021/instroom.csv": None,
        "figures/2021/caseload.csv": None,
        "figures/2021/landen.csv": None,
        "figures/2021/t.csv": f"{header}\n{history}{row}\n",
        "content/2021/cijfers.yaml": "titel: C\nblokken:\n  - {soort: tekst, tekst: x}\n",
    }


def clean(seed: int) -> dict[str, int]:
    """True values that add up, printed to tens."""
    chance = random.Random(seed)  # noqa: S311 - invented figures
    true = {f"c{r}{k}": chance.randint(1000, 9000) for r in (1, 2, 3) for k in (1, 2, 3)}
    for n in (1, 2, 3):
        true[f"r{n}"] = sum(true[f"c{n}{k}"] for k in (1, 2, 3))
        true[f"k{n}"] = sum(true[f"c{r}{n}"] for r in (1, 2, 3))
    true["alles"] = true["r1"] + true["r2"] + true["r3"]
    return {name: (value + 5) // 10 * 10 for name, value in true.items()}


def violations(project: ProjectMaker, changes: Changes) -> list[Finding]:
    """The findings of broken rules."""
    return [
        f
        for f in check_edition(project(changes), 2021).findings
        if f.code in ("SR-C001", "SR-C010")
    ]


def test_one_wrong_cell_is_named(project: ProjectMaker) -> None:
    """A cell in a row and a column is the only single change that mends both: one finding, one
    repair, with its value.
    """
    values = clean(1)
    right = values["c22"]
    values["c22"] = right * 10
    (finding,) = violations(project, grid(values))
    assert {broken.rule for broken in finding.rules} == {"rij2", "kolom2"}
    assert {c.id.ref for repair in finding.repairs for c in repair} == {"t.c22"}
    assert right in [int(change.new) for repair in finding.repairs for change in repair]
    assert int(finding.repairs[0][0].old or 0) == right * 10
    assert "Kijk het eerst hiernaar: t.c22 2021" in finding.message


def test_swapped_digits_decide_between_cells_of_one_sum(project: ProjectMaker) -> None:
    """In a single sum any cell can mend it; two swapped digits point at one."""
    catalogue = "tabellen:\n  t: {titel: T, afronding: 10, kolommen: {a: {titel: A}, b: {titel: B}, s: {titel: S}}}\n"
    changes = {
        **grid(clean(1)),
        "figures/indicatoren.yaml": catalogue,
        "figures/regels.yaml": "regels:\n  - {id: som, toets: t.s == t.a + t.b, uitleg: Som.}\n",
        "figures/2021/t.csv": "jaar,a,b,s\n2021,9200,4640,13480\n",
    }
    (finding,) = violations(project, changes)
    assert [(c.id.ref, int(c.new)) for c in finding.repairs[0]] == [("t.s", 13840)]
    assert "twee cijfers verwisseld" in finding.message
    assert len(finding.repairs) == 3


def test_without_evidence_no_culprit(project: ProjectMaker) -> None:
    """When nothing tells the cells apart the message says so and lists all."""
    catalogue = "tabellen:\n  t: {titel: T, afronding: 10, kolommen: {a: {titel: A}, b: {titel: B}, s: {titel: S}}}\n"
    changes = {
        **grid(clean(1)),
        "figures/indicatoren.yaml": catalogue,
        "figures/regels.yaml": "regels:\n  - {id: som, toets: t.s == t.a + t.b, uitleg: Som.}\n",
        "figures/2021/t.csv": "jaar,a,b,s\n2021,4440,4440,7330\n",
    }
    (finding,) = violations(project, changes)
    assert len(finding.repairs) == 3
    assert "Eén van deze 3 cellen is fout" in finding.message


def test_two_independent_errors_give_two_findings(project: ProjectMaker) -> None:
    """Causes that share no rule are told apart when their rules do not touch."""
    values = clean(3)
    values["c11"] *= 10
    values["c33"] *= 10
    found = violations(project, grid(values))
    changed = [{c.id.ref for c in finding.repairs[0]} for finding in found]
    assert set().union(*changed) == {"t.c11", "t.c33"}


def test_a_published_share_can_be_the_wrong_cell(project: ProjectMaker) -> None:
    """A percentage that does not follow from its counts is repaired as a cell like any other."""
    catalogue = (
        "tabellen:\n  t: {titel: T, afronding: 10, kolommen: {a: {titel: A}, b: {titel: B}, s: {titel: S}, "
        "p: {titel: P, eenheid: procent, afronding: 1}}}\n"
    )
    rules = "regels:\n  - {id: som, toets: t.s == t.a + t.b, uitleg: S.}\n  - {id: deel, toets: t.p == 100 * t.a / t.s, uitleg: D.}\n"
    changes = {
        **grid(clean(1)),
        "figures/indicatoren.yaml": catalogue,
        "figures/regels.yaml": rules,
        "figures/2021/t.csv": "jaar,a,b,s,p\n2021,5400,4600,10000,45\n",
    }
    (finding,) = violations(project, changes)
    assert [(c.id.ref, int(c.new)) for c in finding.repairs[0]] == [("t.p", 54)]


def test_rules_that_pass_apart_but_not_together(project: ProjectMaker) -> None:
    """Each of three rules fits its roundings, but no true values fit all: one warning
    names them.
    """
    columns = ", ".join(
        f"{name}: {{titel: {name}}}" for name in ("a", "b", "c", "d", "rij", "links", "rechts")
    )
    catalogue = f"tabellen:\n  t: {{titel: T, afronding: 10, kolommen: {{{columns}}}}}\n"
    rules = (
        "regels:\n  - {id: een, toets: t.rij == t.a + t.b, uitleg: Rij.}\n  - {id: twee, toets: t.links == t.a + t.c, uitleg: L.}\n"
        "  - {id: drie, toets: t.rechts == t.b + t.d, uitleg: R.}\n"
    )
    changes = {
        **grid(clean(1)),
        "figures/indicatoren.yaml": catalogue,
        "figures/regels.yaml": rules,
        "figures/2021/t.csv": "jaar,a,b,c,d,rij,links,rechts\n2021,100,100,100,100,210,190,190\n",
    }
    (finding,) = violations(project, changes)
    assert finding.code == "SR-C010"
    assert {broken.rule for broken in finding.rules} == {"een", "twee", "drie"}


@pytest.mark.parametrize("seed", range(25))
def test_clean_tables_raise_no_alarm(project: ProjectMaker, seed: int) -> None:
    """Rounded true values never break a rule, apart or together."""
    assert violations(project, grid(clean(seed))) == []


@pytest.mark.parametrize("seed", range(15))
def test_planted_errors_are_among_the_repairs_and_first(project: ProjectMaker, seed: int) -> None:
    """A cell made ten times too large is found first."""
    chance = random.Random(seed)  # noqa: S311 - invented figures
    values = clean(seed)
    cell = chance.choice([name for name in values if name.startswith("c")])
    right = values[cell]
    values[cell] *= 10
    (finding,) = violations(project, grid(values))
    assert [c.id.ref for c in finding.repairs[0]] == [f"t.{cell}"]
    assert abs(int(finding.repairs[0][0].new) - right) <= 10
