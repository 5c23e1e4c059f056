# SPDX-License-Identifier: EUPL-1.2
"""Rules proposed from the figures: hidden sums are found, nothing false is proposed, and what is
known is left out.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner

from standrapport.cli import main
from standrapport.core.model import Verdict
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.propose import propose_rules
from standrapport.project.editing.yaml_edits import plain_values
from standrapport.project.reading.yaml_tree import parse_yaml
from tests.conftest import ProjectMaker

YEARS = range(2015, 2022)
KEYS = ("Noord", "Oost", "Zuid", "West", "Midden", "Eiland")
Values = dict[tuple[str, int, str | None], int]


@dataclass
class Hidden:
    """An invented set of tables with sums that nobody has written down."""

    chance: random.Random
    true: Values = field(default_factory=dict)
    plain: dict[str, list[str]] = field(default_factory=dict)
    keyed: dict[str, list[str]] = field(default_factory=dict)
    sums: set[tuple[str, frozenset[str]]] = field(default_factory=set)

    def column(self, ref: str, keys: tuple[str | None, ...] = (None,)) -> None:
        """A column of its own, different every year."""
        table, _, name = ref.partition(".")
        (self.plain if keys == (None,) else self.keyed).setdefault(table, []).append(name)
        for key in keys:
            size = self.chance.randint(200, 9000)
            for year in YEARS:
                self.true[ref, year, key] = round(size * self.chance.uniform(0.7, 1.4))

    def total(self, ref: str, parts: list[str], keys: tuple[str | None, ...] = (None,)) -> None:
        """A column that adds up others, rounded from the true sum; `som(x)` adds the keys of x."""
        table, _, name = ref.partition(".")
        (self.plain if keys == (None,) else self.keyed).setdefault(table, []).append(name)
        self.sums.add((ref, frozenset(parts)))
        for year in YEARS:
            for key in keys:
                self.true[ref, year, key] = sum(self._value(part, year, key) for part in parts)

    def _value(self, part: str, year: int, key: str | None) -> int:
        if part.startswith("som("):
            return sum(self.true[part[4:-1], year, one] for one in KEYS)
        return self.true[part, year, key]

    def project(self, make: ProjectMaker) -> Path:
        """The tables as a project with one rule that is known already."""
        catalogue = "tabellen:\n"
        files: dict[str, str | bytes | None] = {}
        for table, names in {**self.plain, **self.keyed}.items():
            keys: tuple[str | None, ...] = KEYS if table in self.keyed else (None,)
            columns = "".join(f"      {name}: {{titel: {name.title()}}}\n" for name in names)
            key = "    sleutel: streek\n" if table in self.keyed else ""
            catalogue += f"  {table}:\n    titel: {table.title()}\n    afronding: 10\n{key}    kolommen:\n{columns}"
            rows = [
                ",".join(
                    [
                        str(year),
                        *([k] if k else []),
                        *(self._printed(f"{table}.{n}", year, k) for n in names),
                    ]
                )
                for year in YEARS
                for k in keys
            ]
            head = ",".join(["jaar", *(["streek"] if key else []), *names])
            files[f"figures/2021/{table}.csv"] = "\n".join([head, *rows]) + "\n"
        return make(
            {
                "figures/indicatoren.yaml": catalogue,
                "figures/afgeleid.yaml": "afgeleid: {}\n",
                "figures/regels.yaml": "regels:\n  - {id: bekend, toets: a.een <= 100000, uitleg: U.}\n",
                "figures/2021/instroom.csv": None,
                "figures/2021/caseload.csv": None,
                "figures/2021/landen.csv": None,
                "content/2021/cijfers.yaml": "titel: C\nblokken:\n  - {soort: tekst, tekst: x}\n",
                **files,
            }
        )

    def _printed(self, ref: str, year: int, key: str | None) -> str:
        return str((self.true[ref, year, key] + 5) // 10 * 10)


def twenty(seed: int) -> Hidden:
    """Twenty sums: over columns, over keys, across tables, of totals, per key; and columns that add
    up to nothing.
    """
    made = Hidden(random.Random(seed))  # noqa: S311 - invented figures
    for name in ("een", "twee", "drie", "vier", "vijf", "los", "vrij"):
        made.column(f"a.{name}")
    made.total("a.eerste", ["a.een", "a.twee", "a.drie"])
    made.total("a.tweede", ["a.vier", "a.vijf"])
    made.total("a.alles", ["a.eerste", "a.tweede"])
    for name in ("p", "q", "r", "s", "t", "u", "v"):
        made.column(f"b.{name}")
    made.total("b.pq", ["b.p", "b.q"])
    made.total("b.rest", ["b.r", "b.s", "b.t"])
    made.total("b.geheel", ["b.pq", "b.rest", "b.u"])
    for name in ("laag", "midden", "hoog", "top"):
        made.column(f"k.{name}", KEYS)
    made.total("k.samen", ["k.laag", "k.midden"], KEYS)
    made.total("k.boven", ["k.hoog", "k.top"], KEYS)
    made.total("k.som", ["k.samen", "k.boven"], KEYS)
    for name in ("in", "uit", "door"):
        made.column(f"m.{name}", KEYS)
    made.total("m.alles", ["m.in", "m.uit", "m.door"], KEYS)
    made.total("c.laag", ["som(k.laag)"])
    made.total("c.hoog", ["som(k.hoog)"])
    made.total("c.door", ["som(m.door)"])
    made.column("c.anders")
    made.total("d.over", ["a.los", "b.v"])
    made.total("d.drie", ["a.vrij", "b.u", "c.anders"])
    made.total("d.geheel", ["d.over", "d.drie"])
    made.total("e.uit_a", ["a.een", "a.vijf"])
    made.total("e.uit_b", ["b.p", "b.s", "b.v"])
    made.total("e.beide", ["e.uit_a", "e.uit_b"])
    made.total("e.keten", ["c.door", "b.t"])
    assert len(made.sums) == 20
    return made


def as_sum(test: str) -> tuple[str, frozenset[str]]:
    """A proposed sum as total and parts."""
    total, _, parts = test.partition(" == ")
    return total, frozenset(parts.split(" + "))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_twenty_hidden_sums(project: ProjectMaker, seed: int) -> None:
    """All twenty are found, in seconds, and nothing proposed is false in any year or key."""
    made = twenty(seed)
    folder = made.project(project)
    started = time.perf_counter()
    found = propose_rules(folder)
    assert time.perf_counter() - started < 30
    tests = [one.test for one in found.proposals if not one.exception]
    assert made.sums - {as_sum(test) for test in tests if "==" in test} == set()
    assert len(tests) <= 60
    rules = "\n".join(
        f"  - {{id: v{number}, toets: '{test}', uitleg: U.}}" for number, test in enumerate(tests)
    )
    (folder / "figures/regels.yaml").write_text(f"regels:\n{rules}\n", "utf-8")
    outcomes = check_edition(folder, 2021).outcomes
    assert len(outcomes) >= len(tests)
    assert {one.verdict for one in outcomes} <= {Verdict.EXACT, Verdict.WITHIN_ROUNDING}


def test_found_again_in_the_same_order(project: ProjectMaker) -> None:
    """Two runs say the same; the best supported come first within their kind."""
    folder = twenty(4).project(project)
    assert propose_rules(folder).proposals == propose_rules(folder).proposals


def test_all_but_one_year_is_told_with_its_amounts(project: ProjectMaker) -> None:
    """A sum that fails in one year is no proposal but an exception, with year and amounts."""
    made = twenty(5)
    made.true["a.tweede", 2019, None] += 1000
    made.true["a.alles", 2019, None] += 1000
    found = propose_rules(made.project(project)).proposals
    one = next(o for o in found if as_sum(o.test) == ("a.tweede", frozenset({"a.vier", "a.vijf"})))
    assert one.exception.startswith("2019 (a.tweede ")
    assert made._printed("a.tweede", 2019, None) in one.exception.replace(".", "")


SMALL = {
    "figures/afgeleid.yaml": "afgeleid: {}\n",
    "figures/2021/instroom.csv": None,
    "figures/2021/caseload.csv": None,
    "figures/2021/landen.csv": None,
    "content/2021/cijfers.yaml": "titel: C\nblokken:\n  - {soort: tekst, tekst: x}\n",
    "figures/indicatoren.yaml": (
        "tabellen:\n  t:\n    titel: T\n    kolommen:\n      a: {titel: Deel A}\n"
        "      b: {titel: Deel B}\n      totaal: {titel: Geheel}\n"
        "      p: {titel: Aandeel, eenheid: procent, afronding: 1}\n"
    ),
    "figures/2021/t.csv": (
        "jaar,a,b,totaal,p\n2018,1201,3377,4578,26\n2019,1877,2911,4788,39\n"
        "2020,2433,2050,4483,54\n2021,3101,1499,4600,67\n"
    ),
    "figures/regels.yaml": "regels: []\n",
}


def run(*arguments: str) -> tuple[int, str]:
    """A command with its exit code and all it says."""
    result = CliRunner().invoke(main, list(arguments))
    return result.exit_code, result.output


def test_a_share_and_a_sum_are_taken_one_by_one(project: ProjectMaker) -> None:
    """`--neem` writes a rule that holds, and what is a rule is not proposed again."""
    folder = project(SMALL)
    code, said = run("rules", "--propose", "--project", str(folder))
    assert code == 0
    assert "t.totaal == t.a + t.b" in said
    assert "t.p == 100 * t.a / t.totaal" in said
    code, said = run("rules", "--propose", "--neem", "t-totaal-som", "--project", str(folder))
    assert (code, "staat nu 't-totaal-som'" in said) == (0, True)
    code, said = run("rules", "--propose", "--neem", "t-p-aandeel", "--project", str(folder))
    assert code == 0
    outcomes = check_edition(folder, 2021).outcomes
    assert {(one.rule.id, one.verdict) for one in outcomes} == {
        ("t-totaal-som", Verdict.EXACT),
        ("t-p-aandeel", Verdict.WITHIN_ROUNDING),
    }
    assert "Geen voorstellen" in run("rules", "--propose", "--project", str(folder))[1]


def test_the_yaml_can_be_pasted(project: ProjectMaker) -> None:
    """The list of rules reads as it stands, and a wrong name is told with the right one."""
    folder = project(SMALL)
    code, said = run("rules", "--propose", "--format", "yaml", "--project", str(folder))
    read = plain_values(parse_yaml(said, "x")[0].root)
    assert code == 0
    assert {one["id"] for one in read["regels"]} >= {"t-totaal-som", "t-p-aandeel"}
    code, said = run("rules", "--propose", "--neem", "t-totaal-sum", "--project", str(folder))
    assert (code, "Bedoelt u t-totaal-som?" in said) == (2, True)


def test_without_propose_it_proposes_too(project: ProjectMaker) -> None:
    """There is nothing else the command could be asked for."""
    folder = str(project(SMALL))
    assert run("rules", "--project", folder) == run("rules", "--propose", "--project", folder)


def test_noise_gives_no_proposals(project: ProjectMaker) -> None:
    """Columns that have nothing to do with each other suggest nothing."""
    made = Hidden(random.Random(6))  # noqa: S311 - invented figures
    for table in "abcd":
        for number in range(8):
            made.column(f"{table}.x{number}")
    made.column("a.een")
    found = propose_rules(made.project(project)).proposals
    assert [one.test for one in found if one.kind != "deel"] == []


def test_rules_keep_their_place_in_the_file(project: ProjectMaker) -> None:
    """Remarks and the rules that were there stay as they are."""
    old = "regels:\n  # Over delen\n  - id: klein\n    toets: t.a <= t.totaal\n    uitleg: U.\n# Einde\n"
    folder = project({**SMALL, "figures/regels.yaml": old})
    run("rules", "--propose", "--neem", "t-totaal-som", "--project", str(folder))
    new = (folder / "figures/regels.yaml").read_text("utf-8")
    assert new.startswith(old.removesuffix("# Einde\n"))
    assert new.endswith("# Einde\n")
    assert "  - id: t-totaal-som\n    toets: t.totaal == t.a + t.b\n" in new
