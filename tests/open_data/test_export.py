# SPDX-License-Identifier: EUPL-1.2
"""`standrapport export`, the same files in a build, the same bytes every time, and tables of any
size.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from standrapport.cli import main
from standrapport.core.model import FigureKey, large_tables
from standrapport.open_data.csv_files import small_csv
from standrapport.open_data.rows import FIELDS, large_rows, row_of
from standrapport.pipeline.build import Built, build_edition
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.export import export_edition
from standrapport.project.reading.bulk import FEWEST_ROWS
from standrapport.report.publish import sha256
from tests.conftest import ROOT, YEARS, ProjectMaker

from .reading import pages_of, rows_of

BROKEN = "jaar,ind,np,totaal\n2020,600,390,990\n2021,700,300,1.900\n"


def run(*arguments: str) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, list(arguments), prog_name="standrapport")


def contents(folder: Path) -> dict[str, str]:
    """The hash of every file below a folder, by name."""
    return {
        path.relative_to(folder).as_posix(): sha256(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("year", YEARS)
def test_a_build_writes_the_same_and_lists_it(
    built: dict[int, tuple[Built, Path]], tmp_path: Path, year: int
) -> None:
    """data/ of a build equals that of an export, and the manifest names every file with
    its hash.
    """
    folder = built[year][1]
    export_edition(ROOT, year, tmp_path)
    data = contents(folder / "data")
    assert data == contents(tmp_path / str(year) / "data")
    listed = {
        one["path"]: one["sha256"]
        for one in json.loads((folder / "manifest.json").read_text("utf-8"))["outputs"]
    }
    assert listed == {
        name: digest for name, digest in contents(folder).items() if not name.startswith("manifest")
    }
    assert {f"data/{name}" for name in data} <= set(listed)


def test_the_same_bytes_anywhere(project: ProjectMaker, tmp_path: Path) -> None:
    """Another zone, language, hash order and moment give the same files."""
    folder = project({})
    export_edition(folder, 2021, tmp_path / "een")
    environment = {
        **os.environ,
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
        "PYTHONPATH": str(ROOT),
    }
    command = [
        sys.executable,
        "-m",
        "standrapport",
        "export",
        "2021",
        "--project",
        str(folder),
        "--out",
        str(tmp_path / "twee"),
    ]
    subprocess.run(command, env=environment, cwd=tmp_path, check=True, capture_output=True)
    assert contents(tmp_path / "een") == contents(tmp_path / "twee")


def test_export_tells_where_and_what_is_missing(project: ProjectMaker) -> None:
    """The command names the folder and the keys data.overheid.nl needs; exit code 0."""
    folder = project({})
    result = run("export", "2021", "--project", str(folder))
    assert result.exit_code == 0, result.output
    assert str(folder / "out/2021/data") in result.stdout
    assert "licentie" in result.stdout


def test_export_writes_nothing_when_a_figure_is_wrong(project: ProjectMaker) -> None:
    """An error leaves what was there; a year that is not there is wrong use."""
    folder = project({})
    run("export", "2021", "--project", str(folder))
    before = contents(folder / "out")
    project({"figures/2021/instroom.csv": BROKEN})
    result = run("export", "2021", "--project", str(folder))
    assert (result.exit_code, contents(folder / "out")) == (1, before)
    assert "Niets geschreven" in result.stderr
    assert run("export", "2031", "--project", str(folder)).exit_code == 2


def test_export_keeps_the_report_and_says_when_it_is_older(project: ProjectMaker) -> None:
    """A report beside the data stays; when it was made from other figures SR-S011 says so."""
    folder = project({})
    build_edition(folder, 2021, folder / "out", frozenset({"html"}))
    assert [
        f.code for f in export_edition(folder, 2021, folder / "out").findings if f.code == "SR-S011"
    ] == []
    project({"figures/2021/caseload.csv": "jaar,eind,uitstroom\n2020,500,n.n.b.\n2021,620,880\n"})
    exported = export_edition(folder, 2021, folder / "out")
    assert [f.code for f in exported.findings if f.code.startswith("SR-S")] == ["SR-S011"]
    assert (folder / "out/2021/stand-van-de-uitvoering-2021.html").is_file()


def test_an_address_must_be_one(project: ProjectMaker) -> None:
    """Anything but a web address is refused at its place."""
    rapport = "titel: Verzonnen\norganisatie: Dienst\ndatum: 2022-06-10\npeildatum: 2021-12-31\nstatus: concept\n"
    folder = project(
        {
            "content/2021/rapport.yaml": f"{rapport}hoofdstukken: [cijfers]\nopendata: {{licentie: CC0}}\n"
        }
    )
    findings = [f for f in check_edition(folder, 2021).findings if f.code == "SR-L004"]
    assert [f.locations[0].line for f in findings] == [7]
    assert "webadres" in findings[0].message


LARGE = FEWEST_ROWS + 200


@pytest.fixture
def large(project: ProjectMaker) -> Path:
    """A project with a table of thousands of invented keys, some suppressed or unknown."""
    cells = ["n.n.b.", "<5", "n.v.t."]
    rows = [
        f"2021,{'=' if n == 7 else ''}Land {n},{cells[n % 50] if n % 50 < 3 else 10 * (n % 90)}"
        for n in range(LARGE)
    ]
    catalogue = (ROOT / "tests/conftest.py").read_text(
        "utf-8"
    )  # the small project's own catalogue, with suppression for this table
    assert "sleutel: land" in catalogue
    folder = project(
        {
            "figures/2021/landen.csv": "jaar,land,aantal\n" + "\n".join(rows) + "\n",
            "figures/regels.yaml": "regels: []\n",
        }
    )
    path = folder / "figures/indicatoren.yaml"
    path.write_text(
        path.read_text("utf-8").replace("sleutel: land\n", "sleutel: land\n    onderdrukking: 5\n"),
        "utf-8",
    )
    return folder


def test_a_large_table_is_the_same_as_cell_by_cell(large: Path) -> None:
    """Rows of a table kept as columns equal the rows of its figures, cell for cell."""
    checked = check_edition(large, 2021)
    table = large_tables(checked.figures)["landen"]
    one_by_one = (row_of(checked.catalogue, checked.figures[name]) for name in table.names())
    assert list(large_rows(checked.catalogue, table)) == list(one_by_one)


def test_a_large_table_stands_in_csv_alone(large: Path) -> None:
    """Its file and cijfers.csv have every row.

    The workbook names the file instead, and the PDF's copy leaves it out.
    """
    exported = export_edition(large, 2021, large / "out")
    folder = exported.written[0].parent
    rows = [row for row in rows_of(folder / "cijfers.csv") if row["tabel"] == "landen"]
    assert rows == rows_of(folder / "tabel-landen.csv")
    assert len(rows) == LARGE
    for row in rows:
        name = FigureKey("landen.aantal", 2021, row["sleutel"].removeprefix("'"))
        assert row["gedrukt"] == exported.checked.figures[name].printed
    pages = pages_of(folder / "cijfers-2021.xlsx")
    assert "landen" not in pages
    assert ["alleen als CSV, te groot voor een werkblad", "Landen", "tabel-landen.csv"] in pages[
        "Inhoud"
    ].rows
    assert b"landen" not in small_csv(exported.checked.catalogue, exported.checked.figures)


def test_the_documentation_names_every_column() -> None:
    """docs/open-data.md explains the columns of the CSV files in the words of the descriptions."""
    text = (ROOT / "docs/open-data.md").read_text("utf-8")
    for field in FIELDS:
        assert f"| `{field.name}` | {field.meaning} |" in text
