# SPDX-License-Identifier: EUPL-1.2
"""A project as pandas frames: every figure once, with its bounds; nothing unreadable goes unseen."""

from __future__ import annotations

import math
import random
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pandas as pd
import pytest

import standrapport as sr
from standrapport.api.frames import FIGURES, FINDINGS
from standrapport.core.model import Figure, Vintage
from standrapport.pipeline.check import check_edition
from standrapport.project.reading import bulk
from tests.checks.figures.test_screen import RULES, project as keyed_project, rows
from tests.conftest import ROOT, ProjectMaker

CONTRACT = [
    "ref", "table", "column", "key", "year", "period", "status",
    "value", "low", "high", "printed", "unit", "population", "source",
]  # fmt: skip


def bounds(figure: Figure) -> tuple[float, float]:
    """The interval of a figure as binary floats."""
    return float(figure.interval.low), float(figure.interval.high)


def test_every_cell_and_derived_figure_once(project: ProjectMaker) -> None:
    """All figures of the edition are there, with the contract's columns, values and bounds."""
    folder = project(
        {
            "figures/2021/instroom.csv": "jaar,periode,status,ind,np,totaal\n2020,,,600,<5,990\n2021,t/m november,voorlopig,700,n.n.b.,1.000\n"
        }
    )
    opened = sr.open(folder)
    assert opened.years == (2021,)
    figures = check_edition(folder, 2021).figures
    for frame, derived in ((opened.figures(2021), False), (opened.derived(2021), True)):
        assert list(frame.columns) == CONTRACT
        assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == FIGURES
        there = {
            (row.ref, row.year, None if row.key is pd.NA else row.key): row
            for row in frame.itertuples()
        }
        wanted = {name: one for name, one in figures.items() if one.derived == derived}
        assert set(there) == {(name.ref, name.year, name.key) for name in wanted}
        assert len(frame) == len(there) > 3
        for name, figure in wanted.items():
            row = there[name.ref, name.year, name.key]
            assert (row.low, row.high) == bounds(figure)
            assert row.printed == figure.printed
            assert math.isnan(row.value) if figure.value is None else row.value == figure.value
    cells = opened.figures(2021).set_index(["ref", "year"])
    assert cells.loc[("instroom.np", 2020), ["low", "high"]].tolist() == [0, 4]
    assert cells.loc[("instroom.np", 2021), ["low", "high"]].tolist() == [0, math.inf]
    late = cells.loc[("instroom.totaal", 2021)]
    assert late[["period", "status"]].tolist() == ["t/m november", "voorlopig"]
    assert late[["unit", "population", "source"]].tolist() == [
        "personen",
        "verzonnen caseload",
        "Verzonnen bron",
    ]


def test_tables_look_like_the_files(project: ProjectMaker) -> None:
    """Rows and columns in the order of the file; a part of a year has a row of its own."""
    text = "jaar,land,aantal\n2021,Zuidland,380\n2021,Noordland,620\n2020,Noordland,600\n"
    folder = project(
        {
            "figures/2021/landen.csv": text,
            "figures/2021/caseload.csv": "jaar,periode,eind,uitstroom\n2020,,500,n.n.b.\n2021,t/m mei,600,900\n",
        }
    )
    tables = sr.open(folder).tables(2021)
    assert list(tables) == ["instroom", "caseload", "landen"]
    assert list(tables["landen"].index) == [
        (2021, "Zuidland", "heel jaar"),
        (2021, "Noordland", "heel jaar"),
        (2020, "Noordland", "heel jaar"),
    ]
    assert tables["landen"]["aantal"].tolist() == [380, 620, 600]
    assert list(tables["caseload"].index) == [(2020, "heel jaar"), (2021, "t/m mei")]
    assert list(tables["instroom"].columns) == ["ind", "np", "totaal"]
    low, high = (sr.open(folder).tables(2021, values=name)["landen"] for name in ("low", "high"))
    assert (high - low)["aantal"].tolist() == [10, 10, 10]


def test_bounds_are_the_rounding(project: ProjectMaker) -> None:
    """A decimal that no binary number holds still lies half a step from its bounds."""
    catalogue = (
        "tabellen:\n  t:\n    titel: T\n    afronding: 0,1\n    kolommen:\n      a: {titel: A}\n"
    )
    files = {"figures/afgeleid.yaml": "afgeleid: {}\n", "figures/regels.yaml": "regels: []\n"}
    files |= {f"figures/2021/{name}.csv": "jaar\n" for name in ("instroom", "caseload", "landen")}
    folder = project(
        {**files, "figures/indicatoren.yaml": catalogue, "figures/2021/t.csv": "jaar,a\n2021,0,3\n"}
    )
    for name in ("instroom", "caseload", "landen"):
        (folder / f"figures/2021/{name}.csv").unlink()
    (folder / "figures/2021/t.csv").write_text("jaar;a\n2021;0,3\n")
    found = sr.open(folder).figures(2021)
    assert found["value"].tolist() == [0.3]
    assert found["low"].tolist() == [float(Fraction(1, 4))]
    assert found["high"].tolist() == [float(Fraction(7, 20))]


def test_a_large_table_gives_the_same_frame(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kept as columns or cell by cell: the same rows, in the same order within each table."""
    made = [row.split(",") for row in rows(random.Random(5), 80, odd=0)]  # noqa: S311
    for number, row in enumerate(made[::3]):
        row[2 + number % 6] = ("<5", "n.n.b.", "n.v.t.", "")[number % 4]
    folder = keyed_project(tmp_path, RULES, [",".join(row) for row in made])
    monkeypatch.setattr(bulk, "FEWEST_ROWS", 1)
    columns = sr.open(folder)
    assert isinstance(columns._checked(2021).figures, Vintage)
    large, large_derived = columns.figures(2021), columns.derived(2021)
    monkeypatch.setattr(bulk, "FEWEST_ROWS", 10**9)
    small = sr.open(folder)
    assert not isinstance(small._checked(2021).figures, Vintage)
    pd.testing.assert_frame_equal(large, small.figures(2021))
    keys = ["ref", "year", "key"]
    pd.testing.assert_frame_equal(
        large_derived.sort_values(keys, ignore_index=True),
        small.derived(2021).sort_values(keys, ignore_index=True),
    )
    assert len(large) > 500


def test_findings_are_those_of_check(project: ProjectMaker) -> None:
    """A broken rule is a row with its place, its figure and the arithmetic; it stops no figures."""
    opened = sr.open(
        project({"figures/2021/instroom.csv": "jaar,ind,np,totaal\n2021,700,300,1.900\n"})
    )
    found = opened.findings(2021)
    assert {name: str(dtype) for name, dtype in found.dtypes.items()} == FINDINGS
    broken = found[found["code"] == "SR-C001"].iloc[0]
    assert (broken["severity"], broken["rule"], broken["year"]) == ("error", "instroom-som", 2021)
    assert (broken["file"], broken["line"], broken["column"]) == (
        "figures/2021/instroom.csv",
        2,
        "totaal",
    )
    assert (broken["difference"], broken["slack"]) == (900, 15)
    assert len(opened.figures(2021)) > 0
    assert len(found) == len(check_edition(opened.folder, 2021).findings)


@pytest.mark.parametrize(
    ("file", "content", "code"),
    [
        ("figures/2021/instroom.csv", "jaar,ind,np,totaal\n2021,700,13.84,1.000\n", "SR-L009"),
        ("figures/indicatoren.yaml", "tabellen: [", "SR-L001"),
        ("figures/afgeleid.yaml", "afgeleid:\n  x.y: {titel: T, formule: 'instroom.nee + 1'}\n", "SR-A002"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_no_gap_in_a_frame(
    project: ProjectMaker, file: str, content: str, code: str
) -> None:
    """A cell, catalogue or formula that is wrong stops figures, tables and derived alike."""
    opened = sr.open(project({file: content}))
    for asked in (opened.figures, opened.derived, opened.tables):
        with pytest.raises(
            sr.ProjectError, match="De cijfers van 2021 zijn niet te lezen"
        ) as raised:
            asked(2021)
        assert code in [finding.code for finding in raised.value.findings]
        assert f"fout {code}" in str(raised.value)
    assert code in opened.findings(2021)["code"].tolist()


def test_what_is_wrong_in_a_text_stops_no_figures(project: ProjectMaker) -> None:
    """The texts are no business of who reads figures."""
    opened = sr.open(project({"content/2021/cijfers.yaml": "titel: ["}))
    assert len(opened.figures(2021)) > 0
    assert "error" in opened.findings(2021)["severity"].tolist()


def test_no_project_and_no_year(project: ProjectMaker, tmp_path: Path) -> None:
    """One Dutch sentence, and no findings."""
    with pytest.raises(sr.ProjectError, match=r"De map .* bestaat niet") as raised:
        sr.open(tmp_path / "nergens")
    assert raised.value.findings == ()
    with pytest.raises(sr.ProjectError, match="Het jaar 2031 bestaat niet in dit project"):
        sr.open(project({})).figures(2031)


def test_a_changed_file_is_read_again(project: ProjectMaker) -> None:
    """The frame follows the files."""
    folder = project({})
    opened = sr.open(folder)

    def printed() -> list[str]:
        found = opened.figures(2021)
        return list(found.loc[found["ref"] == "landen.aantal", "printed"])

    assert printed() == ["620", "380"]
    project(
        {"figures/2021/landen.csv": "jaar,land,aantal\n2021,Noordland,640\n2021,Zuidland,380\n"}
    )
    assert printed() == ["640", "380"]


def test_the_working_directory(project: ProjectMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder the nearest project upwards is opened, as a command would."""
    folder = project({})
    monkeypatch.chdir(folder / "content/2021")
    assert sr.open().folder == folder


def run(program: str, *arguments: str) -> str:
    """What a Python program prints."""
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    ).stdout.strip()


def test_importing_is_light(project: ProjectMaker) -> None:
    """`import standrapport` imports nothing else of it; pandas comes with the first frame."""
    program = (
        "import sys\nimport standrapport as sr\n"
        "print([name for name in sys.modules if name.startswith('standrapport')])\n"
        "heavy = {'pandas', 'numpy', 'click', 'jinja2', 'weasyprint', 'duckdb', 'highspy'}\n"
        "opened = sr.open(sys.argv[1])\nprint(opened.years, sorted(heavy & set(sys.modules)))\n"
        "print(len(opened.figures(2021)), sorted(heavy & set(sys.modules)))\nassert 'open' in dir(sr)\n"
    )
    assert run(program, str(project({}))).splitlines() == [
        "['standrapport']",
        "(2021,) []",
        "12 ['numpy', 'pandas']",
    ]


def test_without_pandas_one_sentence(project: ProjectMaker) -> None:
    """The error says how to install it; the rest still works."""
    program = (
        "import sys\nsys.modules['pandas'] = None\nimport standrapport as sr\n"
        "opened = sr.open(sys.argv[1])\nprint(opened.years)\n"
        "for asked in (opened.figures, opened.tables, opened.derived, opened.findings):\n"
        "    try:\n        asked(2021)\n    except ImportError as problem:\n        print(problem)\n"
    )
    sentence = "Voor cijfers als DataFrame is het onderdeel 'pandas' nodig, en dat ontbreekt; installeer het met 'make pandas'."
    assert run(program, str(project({}))).splitlines() == ["(2021,)", *[sentence] * 4]


SAMPLE = '''\
"""A program of a user."""

import standrapport as sr


def largest(folder: str, year: int) -> str:
    """The name of the largest figure."""
    project: sr.Project = sr.open(folder)
    try:
        figures = project.figures(year)
    except sr.ProjectError as problem:
        return ", ".join(finding.code for finding in problem.findings)
    tables = project.tables(year, values="low")
    return str(figures.sort_values("value")["ref"].iloc[-1]) + str(sorted(tables))


years: tuple[int, ...] = sr.open(".").years
'''


WRONG = {
    "sr.open(3)": "arg-type",
    "sr.open('.').figures('2024')": "arg-type",
    "sr.open('.').tables(2024, values='mean')": "arg-type",
    "sr.open('.').figuren(2024)": "attr-defined",
    "sr.opent('.')": "attr-defined",
}


def test_a_program_of_a_user_is_type_checked(tmp_path: Path) -> None:
    """`mypy --strict` follows the types of the package (py.typed): nothing to say of a good program
    and one error for every wrong call.
    """
    (tmp_path / "goed.py").write_text(SAMPLE)
    (tmp_path / "fout.py").write_text("import standrapport as sr\n" + "\n".join(WRONG) + "\n")
    command = [sys.executable, "-m", "mypy", "--strict", "--python-executable", sys.executable]
    told = subprocess.run(
        [*command, "goed.py", "fout.py"], capture_output=True, text=True, check=False, cwd=tmp_path
    ).stdout.splitlines()
    assert [line.partition(": ")[0] for line in told[:-1]] == [f"fout.py:{n}" for n in range(2, 7)]
    assert [line.rpartition("[")[2] for line in told[:-1]] == [f"{w}]" for w in WRONG.values()]
