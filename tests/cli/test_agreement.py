# SPDX-License-Identifier: EUPL-1.2
"""`akkoord` and `status`: which block is meant, what is refused, and what is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import SMALL_PROJECT, ProjectMaker

from .test_commands import run

CHAPTER = "content/2021/cijfers.yaml"
DAY = ("--door", "A. Jansen", "--op", "2022-03-01")


def akkoord(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run the command; exit code and everything it said."""
    result = run("akkoord", "2021", *arguments, "--project", str(folder))
    return result.exit_code, result.output


def agreed(folder: Path) -> list[str]:
    """The blocks that are agreed on."""
    result = json.loads(run("status", "2021", "--project", str(folder), "--format", "json").stdout)
    assert result["schema"] == "standrapport/status/1"
    return [block["block"] for block in result["blocks"] if not block["todo"]]


@pytest.mark.parametrize(
    "word", ["1", "tekst-instroom", "cijfers/tekst-instroom", "Instroom", "cijfers/instroom"]
)
def test_a_block_is_named_by_number_id_or_title(project: ProjectMaker, word: str) -> None:
    """Each name means the same block."""
    folder = project({})
    assert akkoord(folder, word, *DAY) == (
        0,
        "Akkoord van A. Jansen: cijfers/tekst-instroom (Instroom)\n",
    )
    assert agreed(folder) == ["tekst-instroom"]


def test_a_whole_chapter_or_everything(project: ProjectMaker) -> None:
    """`--alles` leaves earlier agreement as it was given."""
    folder = project({})
    akkoord(folder, "2", *DAY)
    assert akkoord(folder, "cijfers", "--alles", "--door", "B. de Vries") == (
        0,
        "Akkoord van B. de Vries: cijfers/tekst-instroom (Instroom)\n",
    )
    assert "door: A. Jansen, op: 2022-03-01" in (folder / CHAPTER).read_text("utf-8")
    assert agreed(folder) == ["tekst-instroom", "tabel-instroom-naar-bron"]
    assert akkoord(folder, "--alles", *DAY) == (
        0,
        "Niets te doen: al deze blokken zijn al akkoord.\n",
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("instrom",), "Bedoelt u:\n    1  cijfers/tekst-instroom  (Instroom)"),
        (("9",), "Er is geen blok '9'"),
        (("cijfers",), "is een hoofdstuk met 2 blokken; met --alles"),
        (("1", "--alles"), "'1' is er geen. Er zijn cijfers."),
        ((), "Noem een of meer blokken"),
        (("1", "--op", "1 maart"), "--op"),
        (("1", "--door", " "), "de naam van wie akkoord geeft"),
    ],
)  # fmt: skip
def test_wrong_use_changes_nothing(
    project: ProjectMaker, arguments: tuple[str, ...], words: str
) -> None:
    """Exit code 2, a sentence that helps, and the file as it was."""
    folder = project({})
    before = (folder / CHAPTER).read_bytes()
    code, output = akkoord(folder, *DAY, *arguments)
    assert code == 2
    assert words in output
    assert (folder / CHAPTER).read_bytes() == before


def test_a_title_that_stands_twice_is_not_guessed(project: ProjectMaker) -> None:
    """The candidates are listed with a name that is theirs alone."""
    text = "titel: C\nblokken:\n  - {soort: tekst, titel: T, tekst: x}\n  - {soort: kader, titel: T, tekst: x}\n"
    code, output = akkoord(project({CHAPTER: text}), "t", *DAY)
    assert code == 2
    assert "'t' kan 2 blokken zijn" in output
    assert "1  cijfers/tekst-t  (T)" in output
    assert "2  cijfers/kader-t  (T)" in output


def test_a_block_with_an_error_cannot_be_agreed_on(project: ProjectMaker) -> None:
    """The error is shown; the block beside it can be agreed on."""
    text = "titel: C\nblokken:\n  - {soort: tekst, titel: A, tekst: 'Er is {{ instrom.ind }}.'}\n  - {soort: tekst, titel: B, tekst: x}\n"
    folder = project({CHAPTER: text})
    code, output = akkoord(folder, "A", "B", *DAY)
    assert code == 1
    assert "SR-N002" in output
    assert (folder / CHAPTER).read_text("utf-8") == text
    assert akkoord(folder, "B", *DAY)[0] == 0


def test_status_tells_who_must_look_again(project: ProjectMaker) -> None:
    """Counts, every block with its number, and the work that is left by name."""
    folder = project({})
    akkoord(folder, "1", *DAY)
    path = folder / "figures/2021/instroom.csv"
    path.write_text(
        path.read_text("utf-8").replace("2021,700,300,1.000", "2021,710,300,1.010"), "utf-8"
    )
    assert run("status", "2021", "--project", str(folder)).output == (
        "Editie 2021 (concept): 0 van 2 blokken akkoord.\n"
        "\n"
        "cijfers\n"
        "    1  gewijzigd na akkoord  Instroom (tekst), akkoord van A. Jansen op 1 maart 2022\n"
        "    2  concept               Instroom naar bron (tabel)\n"
        "\n"
        "Opnieuw nakijken, gewijzigd na akkoord van A. Jansen: 1 (de cijfers zijn gewijzigd).\n"
        "Nog concept: 2.\n"
    )


def test_a_definitive_report_is_built_only_when_all_is_agreed(project: ProjectMaker) -> None:
    """Refused, then agreed, then written without the mark of a concept."""
    report = SMALL_PROJECT["content/2021/rapport.yaml"].replace(
        "status: concept", "status: definitief"
    )
    folder = project({"content/2021/rapport.yaml": report})
    build = ("build", "2021", "--project", str(folder), "--format", "html")
    refused = run(*build)
    assert refused.exit_code == 1
    assert "SR-S021" in refused.stderr
    assert not (folder / "out").exists()
    akkoord(folder, "--alles", *DAY)
    assert run("status", "2021", "--project", str(folder)).output.endswith(
        "Alle blokken zijn akkoord.\n"
    )
    built = run(*build)
    assert built.exit_code == 0
    assert "Klaar: rapport" in built.stdout
    assert (
        json.loads((folder / "out/2021/manifest.json").read_text("utf-8"))["status"] == "definitief"
    )


def test_status_of_an_edition_that_cannot_be_read(project: ProjectMaker) -> None:
    """One sentence, exit code 2."""
    result = run(
        "status", "2021", "--project", str(project({"content/2021/rapport.yaml": "titel: [\n"}))
    )
    assert result.exit_code == 2
    assert "rapport.yaml is niet te lezen" in result.stderr
