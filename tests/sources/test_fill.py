# SPDX-License-Identifier: EUPL-1.2
"""`standrapport import --uit-bron`: what changes is shown first, and nothing else in a figure file
is touched.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from standrapport.cli import main
from standrapport.pipeline.check import check_edition

from .conftest import ROWS, SOURCE, found
from .test_agreement import KEYED, LAND_ROWS, LAND_SOURCE

Sourced = Callable[..., Path]


def filled(project: Path, *arguments: str, answer: str | None = None) -> Result:
    """Run the command in this process; without an answer with `--ja`."""
    agreed = [] if answer is not None else ["--ja"]
    return CliRunner().invoke(
        main,
        ["import", "--uit-bron", "2021", *arguments, *agreed, "--project", str(project)],
        input=answer,
        prog_name="standrapport",
    )


def text_of(project: Path) -> str:
    """The figure file as it stands, line ends included."""
    return (project / "figures/2021/vertrek.csv").read_bytes().decode()


def test_only_the_cells_that_differ_change(sourced: Sourced) -> None:
    """History, extra columns, quotes, order of columns, delimiter, mark and line ends stay as they
    were.
    """
    before = '\ufeffjaar;gedwongen;status;zelfstandig;periode\r\n2020;1.000;;"7";\r\n2021;9;voorlopig;n.n.b.;heel jaar\r\n2019;;;;\r\n'
    project = sourced(figures=before)
    result = filled(project)
    assert result.exit_code == 0
    assert "vertrek.zelfstandig 2021: n.n.b. → 3" in result.stdout
    assert "vertrek.gedwongen 2021: 9 → 2" in result.stdout
    assert text_of(project) == before.replace("2021;9;voorlopig;n.n.b.;", "2021;2;voorlopig;3;")
    assert "Er verandert niets." in filled(project).stdout


def test_nothing_is_written_without_a_yes(sourced: Sourced) -> None:
    """The change is shown; 'n', an empty answer or no answer leaves the file."""
    project = sourced(figures="jaar,zelfstandig,gedwongen\n2021,9,2\n")
    before = text_of(project)
    for answer in ("n\n", "\n", "", "y\nn\n"):
        result = filled(project, answer=answer)
        assert "vertrek.zelfstandig 2021: 9 → 3" in result.stdout
        assert text_of(project) == before
    assert "Geschreven: figures/2021/vertrek.csv." in filled(project, answer="j\n").stdout
    assert text_of(project) == before.replace("9", "3")


def test_rounded_and_suppressed_as_declared(sourced: Sourced) -> None:
    """Half goes up, below the limit '<5'; a comma in a comma file stands between quotes."""
    rows = ROWS + "V9,2021-01-01,Zelfstandig,afgesloten,1\n" * 12
    project = sourced(
        files={"vertrek.csv": rows},
        figures="jaar,zelfstandig,gedwongen\n2021,0,0\n",
        table="    afronding: 10\n    onderdrukking: 5\n",
    )
    filled(project)
    assert text_of(project) == "jaar,zelfstandig,gedwongen\n2021,20,<5\n"
    rows = ROWS.replace("afgesloten,2\n", 'afgesloten,"1.000,25"\n')
    project = sourced(
        SOURCE.replace("tel: rijen", "som: aantal"),
        {"vertrek.csv": rows},
        "jaar,zelfstandig,gedwongen\n2021,0,0\n",
        "    afronding: 0.1\n",
    )
    filled(project)
    assert text_of(project) == 'jaar,zelfstandig,gedwongen\n2021,"1002,3","4,0"\n'
    assert found(project) == []


def test_new_rows_and_a_new_file(sourced: Sourced) -> None:
    """A year without a row gets one in its place, a table without a file a file.

    Columns without source are n.n.b.
    """
    project = sourced(figures="jaar,gedwongen,zelfstandig\n2020,1,1\n2022,5,5")
    filled(project)
    assert text_of(project) == "jaar,gedwongen,zelfstandig\n2020,1,1\n2021,2,3\n2022,5,5"
    (project / "figures/2021/vertrek.csv").unlink()
    (project / "figures/indicatoren.yaml").write_text(
        (project / "figures/indicatoren.yaml")
        .read_text()
        .replace("    kolommen:\n", "    kolommen:\n      extra: {titel: E}\n", 1)
    )
    assert "vertrek.zelfstandig 2021: nieuwe rij → 3" in filled(project).stdout
    assert text_of(project) == "jaar,extra,zelfstandig,gedwongen\n2021,n.n.b.,3,2\n"


def test_keys(sourced: Sourced) -> None:
    """Keys keep their order; one that only the source has gets a row."""
    project = sourced(
        LAND_SOURCE,
        {"vertrek.csv": LAND_ROWS},
        "jaar,land,zelfstandig,gedwongen\n2021,Zuid,1,1\n2020,Noord,1,1\n",
        KEYED,
    )
    filled(project)
    assert (
        text_of(project)
        == "jaar,land,zelfstandig,gedwongen\n2021,Zuid,0,12\n2020,Noord,1,1\n2021,Noord,3,0\n"
    )
    assert found(project) == []


def test_a_key_that_is_a_number_of_a_person_is_refused(sourced: Sourced) -> None:
    """A wrong key column never writes identifiers into a figure file."""
    rows = LAND_ROWS.replace("Noord", "V271828182")
    project = sourced(
        LAND_SOURCE,
        {"vertrek.csv": rows},
        "jaar,land,zelfstandig,gedwongen\n2021,Zuid,1,1\n",
        KEYED,
    )
    result = filled(project)
    assert result.exit_code == 1
    assert "'land' heeft waarden die geen sleutel van een tabel kunnen zijn" in result.stderr
    assert "V271828182" not in result.output + text_of(project)


def test_a_source_with_unreadable_rows_fills_nothing(sourced: Sourced) -> None:
    """Numbers that may be wrong are not taken over."""
    project = sourced(
        files={"vertrek.csv": ROWS + "V9,gisteren,Gedwongen,afgesloten,1\n"},
        figures="jaar,zelfstandig,gedwongen\n2021,9,9\n",
    )
    result = filled(project)
    assert result.exit_code == 1
    assert "SR-B006" in result.stderr
    assert "Niets geschreven." in result.stdout
    assert "2021,9,9" in text_of(project)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["stroom"], "De tabel 'stroom' bestaat niet"),
        ([], "Er is geen 'uit_bron' in indicatoren.yaml."),
    ],
)
def test_wrong_use(sourced: Sourced, arguments: list[str], sentence: str) -> None:
    """A table that is not there, a project without sources, no year: exit code 2."""
    project = sourced()
    if not arguments:
        path = project / "figures/indicatoren.yaml"
        path.write_text(path.read_text().partition("    uit_bron:")[0])
    result = filled(project, *arguments)
    assert result.exit_code == 2
    assert sentence in result.stderr
    without = CliRunner().invoke(
        main, ["import", "--project", str(project)], prog_name="standrapport"
    )
    assert without.exit_code == 2


def test_one_table_of_several(sourced: Sourced) -> None:
    """TABEL limits the command to one table."""
    project = sourced(figures="jaar,zelfstandig,gedwongen\n2021,9,9\n")
    path = project / "figures/indicatoren.yaml"
    text = path.read_text()
    other = text.partition("tabellen:\n")[2].replace("  vertrek:", "  terug:", 1)
    path.write_text(text + other)
    (project / "figures/2021/terug.csv").write_text("jaar,zelfstandig,gedwongen\n2021,9,9\n")
    result = filled(project, "terug")
    assert "terug.zelfstandig" in result.stdout
    assert "vertrek." not in result.stdout
    assert "2021,9,9" in text_of(project)


def test_round_trip_of_a_million_rows(sourced: Sourced) -> None:
    """Invented rows -> import -> build gives the counts that were made.

    One row in another category is found by check.
    """
    chance = random.Random(7)  # noqa: S311 - invented rows
    kinds = chance.choices(["Zelfstandig", "Gedwongen", "Uitzetting"], [5, 3, 1], k=1_000_000)
    days = [f"2021-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
    lines = [f"V{n:09},{days[n % 336]},{kind},afgesloten,1\n" for n, kind in enumerate(kinds)]
    header = ROWS.partition("\n")[0] + "\n"
    own, forced = kinds.count("Zelfstandig"), kinds.count("Gedwongen") + kinds.count("Uitzetting")
    project = sourced(
        SOURCE + "kenmerk: vreemdelingnummer\n",
        {"vertrek.csv": header + "".join(lines)},
        "jaar,zelfstandig,gedwongen\n2021,n.n.b.,n.n.b.\n",
    )
    assert filled(project).exit_code == 0
    assert text_of(project) == f"jaar,zelfstandig,gedwongen\n2021,{own},{forced}\n"
    built = CliRunner().invoke(
        main,
        ["build", "2021", "--format", "html", "--project", str(project)],
        prog_name="standrapport",
    )
    assert built.exit_code == 0, built.stderr
    page = (project / "out/2021/stand-van-de-uitvoering-2021.html").read_text("utf-8")
    assert f'<data value="{own}" data-ref="vertrek.zelfstandig" data-year="2021">' in page
    inputs = json.loads((project / "out/2021/manifest.json").read_text("utf-8"))["inputs"]
    digest = hashlib.sha256((project / "figures/2021/bron/vertrek.csv").read_bytes()).hexdigest()
    assert {"path": "figures/2021/bron/vertrek.csv", "sha256": digest} in inputs
    moved = kinds.index("Gedwongen")
    lines[moved] = lines[moved].replace("Gedwongen", "Zelfstandig")
    (project / "figures/2021/bron/vertrek.csv").write_text(header + "".join(lines))
    differing = [f for f in check_edition(project, 2021).findings if f.code == "SR-B001"]
    assert {f.repairs[0][0].id.ref: f.repairs[0][0].new for f in differing} == {
        "vertrek.zelfstandig": own + 1,
        "vertrek.gedwongen": forced - 1,
    }
