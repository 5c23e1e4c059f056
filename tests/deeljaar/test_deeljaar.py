# SPDX-License-Identifier: EUPL-1.2
"""The year between two annual reports, from start to end: `new`, `import` of tables 't/m november',
and every statement of the report that is then built.

The project is invented: a ferry service with rides and the reasons why they were cancelled, travellers
by region (only the five largest), and the rides of all services together. Of its own rides the same
months of the year before are known, of those of all services they are not.
"""

from __future__ import annotations

import csv
import html
import json
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.test_commands import run as run_texts

HERE = Path(__file__).parent
PART = "tot en met november 2025"


def run(*arguments: str | Path) -> Result:
    """Run a command in this process."""
    return run_texts(*map(str, arguments))


def began(folder: Path) -> Path:
    """The project with the edition on 2025 begun and the three tables brought in."""
    project = folder / "project"
    shutil.copytree(HERE / "project", project)
    assert run("new", "2025", "--from", "2024", "--project", project).exit_code == 0
    for table in ("ritten", "streken", "keten"):
        file = HERE / "leveringen" / f"{table}.csv"
        done = run(
            "import", file, "--jaar", "2025", "--bron", "register", "--yes", "--project", project
        )
        assert done.exit_code == 0, done.stderr
    return project


def put(project: Path, name: str, changes: Mapping[str, str]) -> None:
    """Change a file of the edition as staff do; each text that is replaced must be there."""
    path = project / name
    text = path.read_text("utf-8")
    for old, new in changes.items():
        assert old in text, (name, old)
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition after staff filled in what no table gave: a state, a target, and the region that
    fell off the list. A claim that was true of 2024 and is false now is gone.
    """
    made = began(tmp_path_factory.mktemp("deeljaar"))
    put(made, "figures/2025/voorraad.csv", {
        "jaar,eind": "jaar,periode,eind", "2023,": "2023,,", "2024,": "2024,,",
        "2025,n.n.b.": "2025,t/m november,1280",
    })  # fmt: skip
    put(made, "figures/2025/doelen.csv", {"2025,doel,n.n.b.": "2025,doel,5000"})
    put(made, "figures/2025/streken.csv", {"Midden,n.n.b.": "Midden,b.l."})
    why = "vergelijkbaar: Elk jaar zegt zelf tot waar het loopt.\n"
    put(made, "content/2025/cijfers.yaml", {
        ', "ritten.geboekt > ritten.geboekt[-1]"': "",
        # A chart may show a part beside whole years only when somebody says why.
        "    id: staven\n": f"    id: staven\n    {why}",
        "    id: lijnen\n": f"    id: lijnen\n    {why}",
    })  # fmt: skip
    for kind in ("rapport", "factsheet"):
        done = run(
            "build", "2025", "--product", kind, "--format", "html", "--project", made,
            "--out", made / "out",
        )  # fmt: skip
        assert done.exit_code == 0, done.stderr
    return made


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def words(path: Path) -> str:
    """The text of a page, one piece per line."""
    page = re.sub(r"<(style|script)\b.*?</\1>", "", path.read_text("utf-8"), flags=re.DOTALL)
    body = re.sub(
        r"<(p|tr|h\d|li|figcaption|caption|desc)\b", r"\n<\1", page[page.index("<body") :]
    )
    text = html.unescape(re.sub(r"<[^>]+>", " ", body)).replace("\N{NO-BREAK SPACE}", " ")
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


@pytest.fixture(scope="module")
def page(project: Path) -> str:
    """The report as a reader has it."""
    return words(project / "out/2025/stand-van-de-uitvoering-2025.html")


def found(project: Path) -> Sequence[Mapping[str, object]]:
    """The findings of the edition."""
    told = run("check", "2025", "--format", "json", "--project", project)
    findings: Sequence[Mapping[str, object]] = json.loads(told.stdout)["findings"]
    return findings


def test_the_empty_row_of_the_year_goes(project: Path) -> None:
    """What `new` left for the whole year makes room for the part that is known; the target of a
    table of targets is a target again.
    """
    rows = table(project / "figures/2025/ritten.csv")
    own = [(row["jaar"], row["periode"], row["geboekt"]) for row in rows if row["jaar"] > "2023"]
    assert own == [
        ("2024", "", "6400"), ("2024", "t/m november", "5860"), ("2025", "t/m november", "5590")
    ]  # fmt: skip
    assert "2025,doel,5000" in (project / "figures/2025/doelen.csv").read_text("utf-8")


def test_a_number_is_found_with_its_part_of_the_year(project: Path) -> None:
    """Also one that stands beside its year."""
    told = run("trace", "2025", "5.590", "--project", project).stdout
    assert "ritten.geboekt 2025: 5.590 ritten" in told
    assert re.search(r"periode +t/m november", told)
    assert re.search(
        r"periode +t/m november", run("trace", "2025", "5.860", "--project", project).stdout
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Tot en met november 2025 boekte de dienst 5.590 ritten.",
        # The sentence before says it for this one.
        "Daarvan voeren er 3.900 .",
        "is gedaald (beide jaren tot en met november): het zijn er 270 minder ( −5 % ).",
        # The year is typed by hand and says too much; the figure says how much of it.
        "In 2025 vervielen 1.690 (tot en met november 2025) ritten, 890 door het weer.",
        "Eind november 2025 stonden 1.280 aanvragen open.",
        "In de hele keten voeren 8.900 (tot en met november 2025) ritten.",
        "De meeste reizigers wonen in Zuid, Noord en Oost (tot en met november 2025).",
    ],
)
def test_texts(page: str, sentence: str) -> None:
    """Texts of the year before, unchanged, say what time their figures are of."""
    assert sentence in page


def test_no_part_of_the_year_is_held_against_the_whole_of_another(page: str) -> None:
    """The changes are those of the same months, or there are none."""
    assert "270 minder ( −5 % ) dan tot en met november 2024" in page
    assert "gelijk aan 2024 (t/m november)" in page
    assert page.count("niet te vergelijken met 2024") == 2  # the chain, and the open requests
    assert "Verandering van geboekte ritten 400 −270" in page
    assert "Verandering van geboekte ritten, 2025: beide jaren tot en met november." in page
    assert "Verandering in de keten 400 n.n.b." in page
    for wrong in ("−810", "810 minder", "900 minder", "−900", "60 minder"):
        assert wrong not in page


def test_cards_say_what_they_are_of(page: str) -> None:
    """Each below its value; the line of earlier years leaves the part out."""
    lines = page.splitlines()
    at = [number for number, line in enumerate(lines) if line == PART]
    assert [lines[number - 1] for number in at] == ["5.590", "70 %", "8.900"]
    assert lines[lines.index("eind november 2025") - 1] == "1.280"
    assert page.count("Lijn: 2022 tot en met 2024") == 3


def test_headings(page: str) -> None:
    """Of tables laid out either way, with and without keys, and of the tables behind charts."""
    lines = page.splitlines()
    assert "2024 2025 (t/m november)" in lines
    assert "2025 (t/m november) 5.590 3.900" in lines
    assert "Streek 2024 2025 (t/m november)" in lines
    assert lines.count("2024 2025 (t/m november)") == 2  # a table, and that behind the bars
    assert "2023 2024 2025 (t/m november)" in lines
    assert "2025 (doel)" in lines
    assert "Doel (ritten)" in lines  # a table of one row keeps its unit


def test_charts(page: str) -> None:
    """Below the axis, beside the bars, and for who hears the chart."""
    assert "Geboekt: 6.400 in 2024, 5.590 in 2025 t/m november." in page
    assert "Van groot naar klein: Zuid 2.010 (t/m november), Noord 1.950 (t/m november)" in page
    assert re.search(r"2024 t/m november\s+2025", page.replace("\n", " "))


def test_marks_are_explained_where_they_stand(page: str) -> None:
    """Only those that occur."""
    assert "n.n.b. = nog niet bekend; b.l. = buiten de lijst van dat jaar." in page
    assert "n.v.t. =" not in page
    assert "niet gepubliceerd" not in page


def test_rules_and_formulas_that_cannot_be_held_are_told(project: Path) -> None:
    """Those of the chain, of which the same months are not known; no others."""
    told = [
        (one["code"], str(one["message"]).split("'")[1])
        for one in found(project)
        if one["code"] in ("SR-A005", "SR-C009")
    ]
    assert told == [("SR-A005", "keten.groei"), ("SR-C009", "keten-niet-gehalveerd")]


def test_open_data(project: Path) -> None:
    """A row for every time, each with its period and status."""
    rows = table(project / "out/2025/data/cijfers.csv")
    booked = {
        (row["jaar"], row["periode"]): row["waarde"]
        for row in rows
        if (row["tabel"], row["kolom"]) == ("ritten", "geboekt")
    }
    assert booked["2025", "t/m november"] == "5590"
    assert booked["2024", "t/m november"] == "5860"
    assert booked["2024", "heel jaar"] == "6400"
    assert ("2025", "heel jaar") not in booked
    assert {row["status"] for row in rows if row["tabel"] == "doelen"} == {"doel"}
    (outside,) = [row for row in rows if row["sleutel"] == "Midden" and row["jaar"] == "2025"]
    assert (outside["gedrukt"], outside["soort_waarde"]) == ("b.l.", "buiten_de_lijst")


def test_factsheet(project: Path) -> None:
    """The same figures, with the same words."""
    (path,) = (project / "out/2025").glob("factsheet*.html")
    sheet = words(path)
    assert PART in sheet
    assert "5.590" in sheet
    assert "2024 2025 (t/m november)" in sheet


def test_before_staff_look(tmp_path: Path) -> None:
    """A claim is held against the same months, and is false; there are no names of the largest while
    one that could be among them is not known.
    """
    early = began(tmp_path)
    told = {str(one["code"]): str(one["message"]) for one in found(early)}
    assert "links staat 5.590, rechts 5.860" in told["SR-N005"]
    text = run("check", "2025", "--notes", "--project", early).stderr
    assert "de volgorde staat niet vast zolang Midden niet bekend is" in text
    built = run(
        "build",
        "2025",
        "--concept",
        "--format",
        "html",
        "--project",
        early,
        "--out",
        tmp_path / "out",
    )
    assert built.exit_code in (0, 1)
    page = words(tmp_path / "out/2025/stand-van-de-uitvoering-2025.html")
    assert "De meeste reizigers wonen in n.n.b." in page
    assert "De volgorde staat nog niet vast: Midden is nog niet bekend" in page
    assert "Van groot naar klein" not in page


_HEAD = "Ritten van de dienst\n\n"


@pytest.mark.parametrize(
    ("table", "chosen"),
    [
        (f"{_HEAD}Periode;Geboekt;Gevaren\napril t/m juni 2025;1.500;1.050\n", ()),
        (f"{_HEAD};2e kwartaal 2025\nGeboekt;1.500\nGevaren;1.050\n", ()),
        (f"{_HEAD}Jaar;Periode;Geboekt;Gevaren\n2025;april t/m juni;1.500;1.050\n", ()),
        (
            "Ritten, april t/m juni 2025\n\nJaar;Geboekt;Gevaren\n2025;1.500;1.050\n",
            ("--periode", "2025=april t/m juni"),
        ),
    ],
)
def test_a_part_that_does_not_begin_in_january(
    tmp_path: Path, table: str, chosen: Sequence[str]
) -> None:
    """Wherever the table says it, it becomes the part of the year in the figure file; what only its
    title says is asked, with that part among the answers.
    """
    folder = tmp_path / "project"
    shutil.copytree(HERE / "project", folder)
    assert run("new", "2025", "--from", "2024", "--project", folder).exit_code == 0
    (tmp_path / "kwartaal.csv").write_text(table, "utf-8")
    to = ("import", tmp_path / "kwartaal.csv", "--tabel", "ritten", "--bron", "register",
          "--peildatum", "2025-07-01", "--project", folder)  # fmt: skip
    if chosen:
        asked = run(*to, "--yes")
        assert asked.exit_code == 1
        assert "--periode '2025=april t/m juni'" in asked.stderr
    done = run(*to, *chosen, "--yes")
    assert done.exit_code == 0, done.stderr
    own = [row for row in table_rows(folder) if row["jaar"] == "2025"]
    assert [(row["periode"], row["geboekt"]) for row in own] == [("april t/m juni", "1500")]
    told = run("check", "2025", "--project", folder)
    assert "SR-L04" not in told.stderr


def table_rows(folder: Path) -> list[dict[str, str]]:
    """The rows of the rides."""
    return table(folder / "figures/2025/ritten.csv")


@pytest.mark.parametrize(
    ("mark", "chosen", "kept"),
    [
        ("-", ("--streepje", "bl"), "b.l."), ("-", ("--streepje", "nb"), "n.b."),
        ("-", ("--streepje", "nnb"), "n.n.b."), ("n/a", ("--teken", "n/a=bl"), "b.l."),
        ("b.l.", (), "b.l."), ("niet beschikbaar", (), "n.b."), ("n.v.t.", (), "n.v.t."),
        ("x", (), "n.n.b."), ("n.b.", (), "n.n.b."),
    ],
)  # fmt: skip
def test_marks_of_a_delivered_table_keep_their_kind(
    tmp_path: Path, mark: str, chosen: Sequence[str], kept: str
) -> None:
    """A mark that may mean more than one thing is asked; the answer is the kind that is kept."""
    folder = tmp_path / "project"
    shutil.copytree(HERE / "project", folder)
    assert run("new", "2025", "--from", "2024", "--project", folder).exit_code == 0
    rows = f"Streek;2025 t/m november\nZuid;2.010\nNoord;1.950\nMidden;{mark}\n"
    (tmp_path / "streken.csv").write_text(f"Reizigers per streek\n{rows}", "utf-8")
    done = run(
        "import", tmp_path / "streken.csv", "--tabel", "streken", "--bron", "register",
        "--peildatum", "2025-12-01", *chosen, "--yes", "--project", folder,
    )  # fmt: skip
    assert done.exit_code == 0, done.stderr
    own = table(folder / "figures/2025/streken.csv")
    (cell,) = {row["aantal"] for row in own if (row["jaar"], row["streek"]) == ("2025", "Midden")}
    assert cell == kept
