# SPDX-License-Identifier: EUPL-1.2
"""Large tables: judged as columns they give exactly what judging cell by cell gives."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from standrapport.core.model import FigureKey, Kind, Vintage, count
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import Checked
from standrapport.project.reading import bulk

COLUMNS = ("a", "b", "c", "d", "deel", "totaal")
RULES = """\
regels:
  - {id: totaal, toets: t.totaal == t.a + t.b + t.c + t.d, uitleg: Invented.}
  - {id: deel, toets: t.deel == t.a + t.b, uitleg: Invented.}
  - {id: grens, toets: t.deel <= t.totaal, uitleg: Invented.}
  - {id: vorig, toets: 't.totaal >= 0.5 * t.totaal[-1]', uitleg: Invented., ernst: waarschuwing}
"""
TREE = """\
regels:
  - {id: totaal, toets: t.totaal == t.deel + t.c, uitleg: Invented.}
  - {id: deel, toets: t.deel == t.a + t.b, uitleg: Invented.}
  - {id: zelfde, toets: t.d == t.c, uitleg: Invented.}
"""


def project(folder: Path, rules: str, rows: Sequence[str], rounding: int = 10) -> Path:
    """A project of one keyed table with invented figures."""
    for part in ("figures/2021", "content/2021"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    columns = "".join(f"      {name}: {{titel: {name}}}\n" for name in COLUMNS)
    (folder / "figures/indicatoren.yaml").write_text(
        f"tabellen:\n  t:\n    titel: T\n    sleutel: plaats\n    afronding: {rounding}\n    onderdrukking: 5\n    kolommen:\n{columns}"
    )
    (folder / "figures/afgeleid.yaml").write_text(
        "afgeleid:\n  t.aandeel:\n    titel: Aandeel\n    formule: 100 * t.a / t.totaal\n    eenheid: procent\n"
    )
    (folder / "figures/regels.yaml").write_text(rules)
    (folder / "figures/2021/t.csv").write_text(
        "\n".join([f"jaar,plaats,{','.join(COLUMNS)}", *rows, ""])
    )
    front = "titel: T\norganisatie: O\ndatum: 2022-01-01\npeildatum: 2021-12-31\nstatus: concept\nhoofdstukken: [c]\n"
    (folder / "content/2021/rapport.yaml").write_text(front)
    (folder / "content/2021/c.yaml").write_text(
        'titel: C\nblokken:\n  - {soort: tekst, tekst: "{{ t.aandeel[\\"P1\\"] }}"}\n'
    )
    return folder


def rows(chance: random.Random, keys: int, *, odd: float, tree: bool = False) -> list[str]:
    """Rows of 2020 and 2021 that add up before rounding, a share `odd` of the cells mistyped,
    unknown, suppressed or not applicable.
    """
    found = []
    for year in (2020, 2021):
        for key in range(keys):
            if chance.random() < 0.05:
                continue
            a, b, c, d = (chance.randint(0, 900) for _ in range(4))
            total = a + b + c if tree else a + b + c + d
            true = (a, b, c, c if tree else d, a + b, total)
            cells = [str((value + 5) // 10 * 10) for value in true]
            for at, cell in enumerate(cells):
                if chance.random() < odd:
                    cells[at] = chance.choice(
                        [f"{cell}0", "n.n.b.", "<5", "", "n.v.t.", str(int(cell) + 10)]
                    )
            found.append(f"{year},P{key},{','.join(cells)}")
    return found


def both_ways(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Checked, Checked]:
    """The edition checked as columns, and cell by cell."""
    monkeypatch.setattr(bulk, "FEWEST_ROWS", 1)
    columns = check_edition(folder, 2021)
    monkeypatch.setattr(bulk, "FEWEST_ROWS", 10**9)
    return columns, check_edition(folder, 2021)


@pytest.mark.parametrize("seed", range(12))
def test_columns_and_cells_agree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Counts, findings, figures and texts are the same both ways, for rules with and without
    circles.
    """
    chance = random.Random(seed)  # noqa: S311 - invented figures
    tree = seed % 3 == 0
    made = rows(chance, 60, odd=(0, 0.01, 0.08)[seed % 3], tree=tree)
    columns, cells = both_ways(project(tmp_path, TREE if tree else RULES, made), monkeypatch)
    assert isinstance(columns.figures, Vintage)
    assert not isinstance(cells.figures, Vintage)
    assert count(columns.outcomes) == count(cells.outcomes)
    assert count(cells.outcomes)["tested"] > 200
    assert sorted(f.message for f in columns.findings) == sorted(f.message for f in cells.findings)
    assert dict(columns.figures) == cells.figures
    assert columns.texts == cells.texts


def test_most_keys_are_screened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a table that adds up, only the keys that fell by more than half go the exact way."""
    made = rows(random.Random(1), 500, odd=0)  # noqa: S311
    monkeypatch.setattr(bulk, "FEWEST_ROWS", 1)
    checked = check_edition(project(tmp_path, RULES, made), 2021)
    apart = {outcome.key for outcome in checked.outcomes if outcome.key is not None}
    assert sum(outcome.keys for outcome in checked.outcomes) > 2000
    assert len(apart) < 60


def test_bad_cells_keep_their_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cell that is no number is reported with line and column, and counts as not known."""
    made = rows(random.Random(2), 40, odd=0)  # noqa: S311
    made[7] = made[7].rpartition(",")[0] + ",13.84"
    columns, cells = both_ways(project(tmp_path, RULES, made), monkeypatch)
    wrong = [finding for finding in columns.findings if finding.code == "SR-L009"]
    assert [(finding.locations[0].line, finding.locations[0].column) for finding in wrong] == [
        (9, "totaal")
    ]
    assert wrong == [finding for finding in cells.findings if finding.code == "SR-L009"]


@pytest.mark.parametrize(
    "cell",
    [
        "1.840", "13.840", "1.8", "1e3", "+50", "-50", "0050", " 50 ", "٥٠", "５０", "5_0", "nan", "inf", "0x10", "",
        "50\r", "50\0", "1000000000000000", "999999999999990", "99999999999999999990", "1" * 40, "<5", "< 5", "1,5", "€ 50",
    ],
)  # fmt: skip
def test_no_notation_is_read_in_another_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cell: str
) -> None:
    """Whatever a cell holds, as columns it is the same figure or the same finding as by itself."""
    made = ["2021,P3,10,10,10,10,20,40", f"2021,P1,{cell},10,10,10,20,40", "2021,P4,1,2,3,4,5,6"]
    folder = project(tmp_path, RULES, made, rounding=1)
    columns, cells = both_ways(folder, monkeypatch)
    assert sorted(f.message for f in columns.findings) == sorted(f.message for f in cells.findings)
    assert dict(columns.figures) == dict(cells.figures)


@pytest.mark.parametrize(
    "oddity",
    [
        '2021,"P 1",1,1,1,1,1,1',
        "2021,P1,10,10",
        "",
        "21,P9,10,10,10,10,20,40",
        "2021,P3,10,10,10,10,20,40",
    ],
)
def test_out_of_the_ordinary_goes_cell_by_cell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, oddity: str
) -> None:
    """Quotes, short rows, blank lines, bad years and double rows are found as in a small file."""
    made = [
        "2021,P3,10,10,10,10,20,40",
        "2021,P1,10,10,10,10,20,40",
        oddity,
        "2021,P4,10,10,10,10,20,40",
    ]
    columns, cells = both_ways(project(tmp_path, RULES, made), monkeypatch)
    assert columns.findings == cells.findings
    assert dict(columns.figures) == dict(cells.figures)


def test_a_rule_that_fails_everywhere_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a rule fails for hundreds of keys, one hundred are worked out and the rest is counted in
    one error.
    """
    made = [f"2021,P{key},100,100,100,100,200,900" for key in range(200)]
    monkeypatch.setattr(bulk, "FEWEST_ROWS", 1)
    checked = check_edition(project(tmp_path, RULES, made), 2021)
    assert count(checked.outcomes)["violated"] == 200
    told = [
        finding.message
        for finding in checked.findings
        if "niet apart uitgezocht" in finding.message
    ]
    assert len(told) == 1
    assert "nog 100 sleutels" in told[0]


def test_cells_of_a_large_table_are_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cell asked for is the figure a small file would give, with its place."""
    monkeypatch.setattr(bulk, "FEWEST_ROWS", 1)
    checked = check_edition(
        project(
            tmp_path, RULES, ["2021,P1,<5,10,n.n.b.,n.v.t.,10,20", "2021,P2,1.010,0,0,0,1010,1010"]
        ),
        2021,
    )
    figure = checked.figures[FigureKey("t.a", 2021, "P1")]
    assert (figure.kind, figure.printed, figure.position and figure.position.line) == (
        Kind.SUPPRESSED,
        "<5",
        2,
    )
    assert checked.figures[FigureKey("t.a", 2021, "P2")].printed == "1.010"
    assert FigureKey("t.a", 2021, "P3") not in checked.figures


def test_a_broken_sum_of_thousands_of_keys_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sum over hundreds of cells names the miss and no cell: each of them could be wrong."""
    rules = "regels:\n  - {id: som, toets: som(t.a) == 7, uitleg: Invented.}\n"
    made = [f"2021,P{key},10,10,10,10,20,40" for key in range(1500)]
    columns, cells = both_ways(project(tmp_path, rules, made), monkeypatch)
    for checked in (columns, cells):
        (broken,) = [finding for finding in checked.findings if finding.code == "SR-C001"]
        assert "15.000" in broken.message
        assert broken.repairs == ()
