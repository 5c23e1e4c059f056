# SPDX-License-Identifier: EUPL-1.2
"""`standrapport import BESTAND`: shown first, asked where open, written only after a yes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from standrapport.cli import main
from standrapport.core.model import FigureKey
from standrapport.project.reading import load_catalogue, load_figures

TABLE = "Instroom 2021 - 2022, tot en met oktober 2022\n\n;IND;NP;Totaal\n2021;9.210;2.320;13.840\n2022;6.590;2.450;12.620\n"


def bring(
    project: Path, text: str | bytes, *options: str, answer: str = "", name: str = "website.csv"
) -> Result:
    """Run the command on a delivered text."""
    file = project.parent / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return CliRunner().invoke(
        main,
        ["import", str(file), "--project", str(project), *options],
        input=answer,
        prog_name="standrapport",
    )


def as_json(project: Path, text: str, *options: str) -> dict[str, Any]:
    """The same as JSON; nothing is written."""
    result: dict[str, Any] = json.loads(bring(project, text, "--format", "json", *options).stdout)
    return result


def figures(project: Path) -> dict[str, bytes]:
    """All files of figures as they stand."""
    return {
        path.name: path.read_bytes() for path in (project / "figures").rglob("*") if path.is_file()
    }


def test_what_is_shown_before_anything_is_written(invented: Path) -> None:
    """Each name with its column, the part of the year, the notation, old and new.

    A 'n' leaves everything.
    """
    before = figures(invented)
    result = bring(invented, TABLE, "--bron", "website", answer="n\n")
    for words in (
        "NP      instroom.np",
        "2022: t/m oktober (uit 'Instroom 2021 - 2022, tot en met oktober 2022' op regel 1)",
        "Nederlandse notatie",
        "Peildatum: 31 oktober 2022",
        "instroom.ind 2021: 9200 → 9210 (+0,1\N{NO-BREAK SPACE}%)",
        "instroom.ind 2022 t/m oktober: nieuw → 6590",
        "2 cijfers staan er al zo in.",
        "Niets geschreven.",
    ):
        assert words in result.output
    assert (result.exit_code, figures(invented)) == (0, before)


def test_written_and_read_back(invented: Path) -> None:
    """The figure file has the values, the part of the year and the reference date.

    A second time nothing changes.
    """
    assert bring(invented, TABLE, "--bron", "website", answer="j\n").exit_code == 0
    catalogue, _ = load_catalogue(invented)
    found, findings = load_figures(invented, 2024, catalogue)
    assert [one.code for one in findings] == ["SR-L019"]  # tables without a file
    figure = found[FigureKey("instroom.ind", 2022)]
    assert (figure.printed, figure.period, figure.reference_date) == (
        "6.590",
        "t/m oktober",
        "2022-10-31",
    )
    assert found[FigureKey("instroom.kmar", 2021)].printed == "880"
    assert "Er verandert niets." in bring(invented, TABLE, "--bron", "website").output


def test_the_source_is_asked_and_written(invented: Path) -> None:
    """A new source gets an entry and stands at the columns and years that changed, nowhere else."""
    result = bring(
        invented,
        TABLE,
        "--bron",
        "website-2025",
        "--bron-titel",
        "Verzonnen website: versie van 2025",
        "--ja",
    )
    assert result.exit_code == 0, result.output
    catalogue, findings = load_catalogue(invented)
    assert findings == []
    assert catalogue.sources["website-2025"].title == "Verzonnen website: versie van 2025"
    instroom = catalogue.tables["instroom"].columns
    assert [instroom["ind"].source(year) for year in (2020, 2021, 2022)] == [
        "website",
        "website-2025",
        "website-2025",
    ]
    assert [instroom["np"].source(year) for year in (2021, 2022)] == ["website", "website-2025"]


@pytest.mark.parametrize("options", [(), ("--bron", "onbekend")])
def test_an_unknown_source_stops_the_import(invented: Path, options: tuple[str, ...]) -> None:
    """Without a source, or with one that has no title, nothing is written."""
    before = figures(invented)
    result = bring(invented, TABLE, *options, "--ja")
    assert (result.exit_code, "SR-B019" in result.output, figures(invented)) == (1, True, before)


def test_questions_are_answered_on_the_terminal(invented: Path) -> None:
    """A number or the answer itself; an answer that cannot be is asked again."""
    text = ";Zelfstandig;Gedwongen\n2022;-;1.850\n"
    answers = [
        "2",
        "iets",
        "nul",
        "oktober",
        "2025-02-28",
        "register",
        "j",
    ]  # the second of two tables; two answers that cannot be
    result = bring(invented, text, answer="\n".join(answers) + "\n")
    assert "Kies uit nul, nnb, " in result.output
    assert "Schrijf een dag die bestaat als 28-2-2025, " in result.output
    assert result.exit_code == 0
    assert b"2022,2025-02-28,0,1850" in figures(invented)["ketenbreed.csv"]


@pytest.mark.parametrize(
    "day", ["2025-02-28", "28-02-2025", "28-2-2025", "28/02/2025", "28 februari 2025"]
)
def test_a_day_as_it_is_written(invented: Path, day: str) -> None:
    """However a day is typed, the figure file gets it in one form."""
    answers = f"2\nnul\n31-02-2025\n{day}\nregister\nj\n"
    result = bring(invented, ";Zelfstandig;Gedwongen\n2022;-;1.850\n", answer=answers)
    assert result.output.count("Schrijf een dag die bestaat") == 1  # the 31st of February
    assert result.exit_code == 0
    assert b"2022,2025-02-28,0,1850" in figures(invented)["ketenbreed.csv"]


def test_a_part_of_a_year_is_read_not_copied(invented: Path) -> None:
    """What is no part of a year is asked again and never reaches a figure file.

    Other spellings become the usual one.
    """
    text = "Instroom tot en met oktober\n;IND\n2022;6590\n"
    options = ("--peildatum", "2023-02-01", "--bron", "register")
    result = bring(invented, text, *options, answer="nee\ntot en met oktober\nj\n")
    assert "schrijf het als 't/m oktober', of 'heel' voor het hele jaar." in result.output
    assert b"2022,t/m oktober," in figures(invented)["instroom.csv"]


def test_a_title_is_confirmed_or_the_import_stops(invented: Path) -> None:
    """Anything but a yes to what stands above the figures is asked again.

    Without an answer nothing is written.
    """
    before = figures(invented)
    text = "Uitstroom naar bron\n;IND;NP\n2022;6590;2450\n"
    options = ("--peildatum", "2023-02-01", "--bron", "register")
    result = bring(invented, text, *options, answer="nee\n")
    assert ("Klopt het niet" in result.output, result.exit_code, figures(invented)) == (
        True,
        1,
        before,
    )


def test_an_answer_on_one_table_leaves_the_others(invented: Path) -> None:
    """Saying which table one part of a file is does not leave out the rest."""
    text = "Instroom naar bron\n;IND;NP\n2022;6590;2450\n\n;Zelfstandig;Gedwongen\n2022;2450;1850\n"
    result = bring(
        invented, text, "--peildatum", "2025-02-28", "--bron", "register", answer="1\nj\n"
    )
    assert result.exit_code == 0, result.output
    assert b"2022,2025-02-28,2450,1850" in figures(invented)["vertrek.csv"]
    assert b"2022,2025-02-28,6590,2450" in figures(invented)["instroom.csv"]


def test_only_the_table_that_is_asked_for(invented: Path) -> None:
    """With `--tabel` the rest of the file is left out, and that is said."""
    text = "Instroom naar bron\n;IND;NP\n2022;6590;2450\n\n;Zelfstandig;Gedwongen\n2022;2450;1850\n"
    found = as_json(
        invented, text, "--tabel", "vertrek", "--peildatum", "2025-02-28", "--bron", "register"
    )
    assert {one["ref"] for one in found["changes"]} == {"vertrek.zelfstandig", "vertrek.gedwongen"}
    assert ["hoort niet bij vertrek" in one["message"] for one in found["findings"]] == [True]


def test_an_older_file_is_warned_about(invented: Path) -> None:
    """Figures known on 31 December do not go back to those of October unnoticed."""
    found = as_json(
        invented,
        "Peildatum: 31 oktober 2021\n;IND\n2021;9000\n",
        "--periode",
        "2021=heel",
        "--bron",
        "website",
    )
    assert [one["code"] for one in found["findings"]] == ["SR-B022"]


def test_json_never_writes_without_a_yes(invented: Path) -> None:
    """Machines see everything; writing needs `--ja`."""
    before = figures(invented)
    found = as_json(invented, TABLE, "--bron", "website")
    assert (found["schema"], found["written"], figures(invented)) == (
        "standrapport/import/1",
        False,
        before,
    )
    assert {
        (one["ref"], one["old"], one["new"]) for one in found["changes"] if one["year"] == 2021
    } == {("instroom.ind", "9200", "9210")}
    assert as_json(invented, TABLE, "--bron", "website", "--ja")["written"] is True
    assert figures(invented) != before


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--tabel", "instrom"), "De tabel 'instrom' bestaat niet"),
        (("--jaar", "1999"), "Het jaar 1999 bestaat niet"),
        (("--kolom", "NP"), "--kolom 'NP' is niet te lezen"),
        (("--periode", "heel=2023"), "--periode 'heel=2023' is niet te lezen"),
        (("--periode", "2022=een stuk"), "--periode '2022=een stuk' is niet te lezen"),
        (("--kolom", "NP=instroom.nq"), "instroom.nq"),
    ],
)
def test_wrong_use(invented: Path, options: tuple[str, ...], words: str) -> None:
    """A name that does not exist is said at once."""
    result = bring(invented, TABLE, *options, "--bron", "website")
    assert (result.exit_code, words in result.output) == (2, True), result.output


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "leeg"), (b"%PDF-1.7\x00\x01", "website.csv"), (b"Alleen een zin.\n", "geen tabel")],
)
def test_files_without_figures(invented: Path, content: bytes, words: str) -> None:
    """An empty file, another kind of file, and text only are refused in one sentence."""
    result = bring(invented, content, "--bron", "website", "--ja")
    assert (result.exit_code, words in result.output) == (1, True), result.output
