# SPDX-License-Identifier: EUPL-1.2
"""The source of a figure is that of its own year or row, wherever it is shown."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.test_commands import run
from tests.conftest import SMALL_PROJECT, ProjectMaker

CATALOGUE = SMALL_PROJECT["figures/indicatoren.yaml"].replace(
    "bron: verzonnen\n            definitie", "bron: {2020: oud, anders: verzonnen}\n            definitie", 1
).replace(
    "verzonnen: {titel: Verzonnen bron}",
    "verzonnen: {titel: Verzonnen bron, over: 2021, uitvoerder: Verzonnen bureau, gepubliceerd: 2022-03}\n"
    "          oud: {titel: Oude bron, over: 2020}\n"
    "          rij: {titel: Bron van de rij}",
)  # fmt: skip


@pytest.fixture
def dated(project: ProjectMaker) -> Path:
    """A project with two sources of one table, and a row that names its own."""
    landen = SMALL_PROJECT["figures/2021/landen.csv"].replace("jaar,", "jaar,bron,", 1)
    rows = [
        line if "jaar" in line or not line.strip() else line.replace(",", ",rij,", 1)
        for line in landen.split("\n")
    ]
    return project(
        {"figures/indicatoren.yaml": CATALOGUE, "figures/2021/landen.csv": "\n".join(rows)}
    )


def test_the_trace_names_the_source_of_the_year_and_of_the_row(dated: Path) -> None:
    """Of each year its own; a row that names one has that."""

    def source(ref: str) -> str:
        result = run("trace", "2021", ref, "--project", str(dated), "--format", "json")
        told = json.loads(result.stdout)
        return str((told[0] if isinstance(told, list) else told)["source"])

    assert "Oude bron" in source("instroom.totaal[2020]")
    assert "Verzonnen bron" in source("instroom.totaal[2021]")
    key = SMALL_PROJECT["figures/2021/landen.csv"].strip().split("\n")[-1].strip().split(",")[1]
    assert "Bron van de rij" in source(f'landen.aantal["{key}"]')


def test_data_and_annex_have_the_source_of_each_year(dated: Path, tmp_path: Path) -> None:
    """Open data per row; the annex per run of years, with what is known of each source."""
    out = tmp_path / "uit"
    result = run(
        "build", "2021", "--project", str(dated), "--out", str(out), "--format", "html", "--concept"
    )
    assert result.exit_code == 0, result.output
    rows = (out / "2021" / "data" / "cijfers.csv").read_text("utf-8").splitlines()
    rows = [row for row in rows if row.startswith("instroom,totaal,")]
    assert {("Oude bron" in row, "Verzonnen bron" in row) for row in rows if ",2020," in row} == {
        (True, False)
    }
    assert {("Oude bron" in row, "Verzonnen bron" in row) for row in rows if ",2021," in row} == {
        (False, True)
    }
    page = next((out / "2021").glob("*.html")).read_text("utf-8")
    assert "Bron: 2020: Oude bron; 2021: Verzonnen bron." in page
    assert "(door Verzonnen bureau; gepubliceerd: maart 2022; over 2021)" in page


def test_a_large_file_with_sources_is_read_row_by_row(project: ProjectMaker) -> None:
    """Columns of a large file hold no source: such a file goes the way of small ones."""
    many = "".join(f"2021,rij,Land {number},10\n" for number in range(6000))
    folder = project(
        {
            "figures/indicatoren.yaml": CATALOGUE,
            "figures/2021/landen.csv": f"jaar,bron,land,aantal\n{many}",
        }
    )
    told = run("trace", "2021", 'landen.aantal["Land 5999"]', "--project", str(folder)).stdout
    assert "Bron van de rij" in told


LARGE = """\
    bronnen:
      register: {titel: Register, over: 2019..2021, gepubliceerd: 2022-01}
      krant: {titel: Krant, over: 2020, via_pers: ja, gepubliceerd: 2021-02}
      later: {titel: Later, over: 2019..2021, gepubliceerd: 2023-01}
    tabellen:
      wijken:
        titel: Wijken
        sleutel: wijk
        eenheid: personen
        bron: BRON
        kolommen:
          aantal: {titel: Aantal}
          ander:  {titel: Ander, bron: register}
    """


@pytest.mark.parametrize(
    ("source", "year", "day", "code"),
    [
        ("register", 2021, "2023-12-31", "SR-C040"),  # counted after the report
        ("later", 2021, "2021-12-31", "SR-C040"),  # appeared after the report
        ("register", 2021, "2021-06-30", "SR-C041"),  # before the year was over
        ("{2018: register, anders: krant}", 2018, "2018-12-31", "SR-C042"),
        ("krant", 2021, "2021-12-31", "SR-C043"),
        ("{2020: krant, anders: register}", 2020, "2020-12-31", "SR-C044"),
        ("register", 2021, "31-12-2021", "SR-L009"),  # no day at all
        ("register", 2022, "2022-12-31", "SR-L084"),  # after the year of the report
        ("register", 2021, "2021-12-31", ""),
    ],
)
def test_large_tables_are_dated_too(
    project: ProjectMaker, source: str, year: int, day: str, code: str
) -> None:
    """What is told of a small table is told of a large one, with how many figures it is."""

    def told(rows: int) -> dict[str, str]:
        lines = [f"{year},{day},wijk {number},{number},n.n.b." for number in range(rows)]
        other = [f"2019,2019-12-31,wijk {number},{number},{number}" for number in range(rows)]
        folder = project({
            "figures/indicatoren.yaml": LARGE.replace("BRON", source),
            "figures/afgeleid.yaml": "afgeleid: {}\n", "figures/regels.yaml": "regels: []\n",
            "figures/2021/wijken.csv": "\n".join(["jaar,peildatum,wijk,aantal,ander", *other, *lines, ""]),
            "content/2021/cijfers.yaml": "titel: C\nblokken: [{soort: tekst, tekst: Niets.}]\n",
        })  # fmt: skip
        findings = json.loads(
            run("check", "2021", "--format", "json", "--project", str(folder)).stdout
        )
        wanted = ("SR-C04", "SR-L009", "SR-L084")
        return {
            one["code"]: one["message"]
            for one in findings["findings"]
            if one["code"].startswith(wanted) and f"{year}" in one["message"]
        }

    small, large = told(3), told(3000)
    assert (code in small, code in large) == (bool(code), bool(code)), (small, large)
    assert set(small) == set(large)
    if code.startswith("SR-C"):
        assert re.search(r"en nog [25]\.99", large[code])
