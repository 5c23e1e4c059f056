# SPDX-License-Identifier: EUPL-1.2
"""Readings confirmed by a person: kept with the block, fallen when sentence or figure changes, never
making a wrong number right.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from standrapport.pipeline.check import check_edition
from tests.cli.test_commands import run
from tests.conftest import SMALL_PROJECT, ProjectMaker

CHAPTER = "content/2021/cijfers.yaml"
TEXT = """\
titel: Cijfers
blokken:
  - soort: tekst
    titel: Instroom
    tekst: |
      De IND droeg 300 mensen over. De totale instroom daalde. Dat was in Noord en Zuid zo.
  - soort: tekst
    titel: Verder
    tekst: Niets.
"""
JUDGED = {"SR-N010", "SR-N011", "SR-N012", "SR-N013", "SR-N015", "SR-N016", "SR-N017"}


@pytest.fixture
def folder(project: ProjectMaker) -> Path:
    """The small project with a number and a word that read as something else."""
    return project({CHAPTER: TEXT})


def lees(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run `lees` on the block; exit code and output."""
    words = ("lees", "2021", "cijfers/tekst-instroom", *arguments, "--project", str(folder))
    result = run(*words)
    return result.exit_code, result.output


def codes(folder: Path) -> list[str]:
    """The findings on statements and readings."""
    found = check_edition(folder, 2021).findings
    return [one.code for one in found if one.code in JUDGED | {"SR-N045"}]


def test_a_confirmed_reading_settles_it(folder: Path) -> None:
    """The number counts as what was said, the words as the comparison; the rest of the file stays."""
    assert codes(folder) == ["SR-N015", "SR-N013"]
    code, words = lees(folder, "--bevestig", "300", "--als", "instroom.np", "--door", "A. Jansen")
    assert (code, words) == (0, "Bevestigd door A. Jansen: '300' is instroom.np.\n")
    code, _ = lees(
        folder,
        *("--bevestig", "daalde", "--als", "instroom.np < instroom.np[-1]", "--door", "A. Jansen"),
    )
    assert code == 0
    assert codes(folder) == []
    text = (folder / CHAPTER).read_text("utf-8")
    kept = [line for line in text.splitlines() if "leest:" not in line and "woorden:" not in line]
    assert "\n".join(kept) + "\n" == TEXT
    told = json.loads(lees(folder, "--format", "json")[1])
    assert [(one["text"], one["ref"], one["outcome"]) for one in told] == [
        ("300", "instroom.np", "klopt"),
        ("daalde", "instroom.np", "klopt"),
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (CHAPTER, "De IND droeg", "De IND bracht"),
        ("figures/2021/instroom.csv", "2021,700,300,1.000", "2021,690,310,1.000"),
    ],
)
def test_it_falls_when_sentence_or_figure_changes(
    folder: Path, file: str, old: str, new: str
) -> None:
    """What was confirmed was another sentence, or another number."""
    lees(folder, "--bevestig", "300", "--als", "instroom.np", "--door", "A. Jansen")
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    found = check_edition(folder, 2021).findings
    (one,) = [one for one in found if one.code == "SR-N045"]
    assert "vervallen" in one.message
    assert one.severity.value == "warning"
    assert any(one.code in {"SR-N010", "SR-N012", "SR-N015"} for one in found)


def test_a_reading_never_makes_a_wrong_number_right(folder: Path) -> None:
    """Refused by the command, and when typed by hand a finding."""
    before = (folder / CHAPTER).read_bytes()
    code, words = lees(folder, "--bevestig", "300", "--als", "instroom.ind", "--door", "A. J")
    assert code == 2
    assert "niet wat instroom.ind zegt" in words
    code, words = lees(
        folder,
        *("--bevestig", "daalde", "--als", "instroom.ind < instroom.ind[-1]", "--door", "A. J"),
    )
    assert code == 2
    assert (folder / CHAPTER).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--bevestig", "999", "--door", "A. J"), "niet gelezen"),
        (("--bevestig", "300"), "Geef met --door"),
        (("--bevestig", "daalde", "--door", "A. J"), "Zeg met --als"),
    ],
)
def test_wrong_use(folder: Path, arguments: tuple[str, ...], words: str) -> None:
    """Exit code 2 and a sentence that helps."""
    code, output = lees(folder, *arguments)
    assert code == 2
    assert words in output


def test_words_that_went_are_told(project: ProjectMaker) -> None:
    """A reading of words that no longer stand in the block."""
    reading = "{woorden: '7', als: instroom.np, door: A. J, op: 2022-01-01, vingerafdruk: x}"
    text = SMALL_PROJECT[CHAPTER].replace(
        "status: akkoord", f"leest: [{reading}]\n            status: akkoord"
    )
    found = check_edition(project({CHAPTER: text}), 2021).findings
    assert ["staan niet meer" in one.message for one in found if one.code == "SR-N045"] == [True]
