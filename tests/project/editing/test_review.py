# SPDX-License-Identifier: EUPL-1.2
"""What a new edition must be read for again: the list `new` writes, closed by a person, and in the way
of a definitive report and of `akkoord --alles` until then.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from standrapport.pipeline.check import check_edition
from standrapport.project.editing.new import start_edition
from standrapport.project.reading import load_edition
from tests.cli.test_commands import run
from tests.conftest import SMALL_PROJECT, ProjectMaker

LEANING = """\
titel: Cijfers
blokken:
  - soort: tekst
    titel: Instroom
    tekst: |
      In {{ jaar }} kwamen {{ instroom.totaal }} mensen, {{ instroom.totaal | verschil(-1) }} dan in 2020.
      De manier van tellen is in {{ jaar }} veranderd. De instroom daalde al drie jaar.
      Over een locatie valt hier niets te zeggen.
  - soort: knelpunt
    titel: Druk
    samenvatting: Er is te weinig plaats. Dat blijft zo.
    tekst: Het plan noemt vijf punten.
  - soort: tabel
    titel: Instroom, 2020 tot en met 2021
    cijfers: instroom.totaal
    jaren: 2020..2021
  - soort: kader
    titel: Vast
    tekst: Wie vertrekt, krijgt hulp.
"""
DAY = ("--door", "A. Jansen", "--op", "2023-02-03")
LIST = "content/2022/nakijken.yaml"
CHAPTER = "content/2022/cijfers.yaml"


@pytest.fixture
def begun(project: ProjectMaker) -> Path:
    """The small project with an edition 2022 that was just begun."""
    folder = project({"content/2021/cijfers.yaml": LEANING})
    assert start_edition(folder, 2022, 2021).review == 5
    return folder


def nagekeken(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run the command; exit code and everything it said."""
    result = run("nagekeken", "2022", *arguments, "--project", str(folder))
    return result.exit_code, result.output


def test_every_sentence_that_leans_on_the_year_is_listed(begun: Path) -> None:
    """A year, a fact of one time, a direction, a count in words, a summary; not what always holds, and
    not a title whose years moved along.
    """
    edition, findings = load_edition(begun, 2022)
    assert edition is not None
    assert [one.code for one in findings] == []
    assert [(one.number, one.place, one.why) for one in edition.review] == [
        (1, "cijfers/tekst-instroom", "noemt 2020"),
        (2, "cijfers/tekst-instroom", "vertelt iets van {{ jaar }} waar geen cijfer bij staat"),
        (
            3,
            "cijfers/tekst-instroom",
            "zegt hoe cijfers zich verhouden ('daalde'); telt in woorden ('drie')",
        ),
        (4, "cijfers/knelpunt-druk", "vat het blok samen"),
        (5, "cijfers/knelpunt-druk", "telt in woorden ('vijf')"),
    ]


def test_each_is_a_note_at_its_sentence_in_a_concept(begun: Path) -> None:
    """The note stands where the sentence stands; once rewritten, it says so."""
    notes = [one for one in check_edition(begun, 2022).findings if one.code == "SR-S024"]
    assert {one.severity.value for one in notes} == {"note"}
    assert str(notes[1].position) == f"{CHAPTER}:8:7"
    assert "standrapport nagekeken 2022 2 --door NAAM" in notes[1].message
    path = begun / CHAPTER
    path.write_text(path.read_text("utf-8").replace("De manier van tellen", "Het tellen"), "utf-8")
    (one,) = [
        one
        for one in check_edition(begun, 2022).findings
        if one.code == "SR-S024" and "Zo staat de zin er niet meer" in one.message
    ]
    assert str(one.position).startswith(LIST)


def test_an_item_is_closed_by_a_person(begun: Path) -> None:
    """By number or by block; the rest of the file stays, the block loses its comment with its last
    item, and what was closed stays closed by whom it was.
    """
    before = (begun / LIST).read_text("utf-8")
    assert "# Nakijken: noemt nog 2020." in (begun / CHAPTER).read_text("utf-8")
    code, words = nagekeken(begun, "2", *DAY)
    assert (code, words) == (
        0,
        "Nagekeken door A. Jansen: 2 cijfers/tekst-instroom\nNog open: 4 punten.\n",
    )
    after = (begun / LIST).read_text("utf-8")
    assert after.replace("    nagekeken: {door: A. Jansen, op: 2023-02-03}\n", "") == before
    code, words = nagekeken(begun, "cijfers/tekst-instroom", "--door", "B. de Vries")
    assert code == 0
    assert "De regel '# Nakijken' bij cijfers/tekst-instroom is weggehaald." in words
    assert "# Nakijken" not in (begun / CHAPTER).read_text("utf-8")
    edition, _ = load_edition(begun, 2022)
    assert edition is not None
    assert [one.by for one in edition.review][:2] == ["B. de Vries", "A. Jansen"]
    assert "Niets te doen" in nagekeken(begun, "1", *DAY)[1]


@pytest.mark.parametrize("word", ["99", "cijfers/tabel-x"])
def test_what_is_no_item_is_wrong_use(begun: Path, word: str) -> None:
    """Exit code 2, the places that have open items, and the file as it was."""
    before = (begun / LIST).read_bytes()
    code, words = nagekeken(begun, word, *DAY)
    assert code == 2
    assert "cijfers/tekst-instroom" in words
    assert (begun / LIST).read_bytes() == before


def test_status_shows_what_is_open(begun: Path) -> None:
    """Count, sentence and number; the same for programs."""
    nagekeken(begun, "2", *DAY)
    words = run("status", "2022", "--project", str(begun)).output
    assert "Nakijken: 1 van 5 zinnen die op het jaar leunen nagekeken." in words
    assert "'De manier van tellen" not in words
    assert "    3  'De instroom daalde al drie jaar.'" in words
    told = json.loads(run("status", "2022", "--project", str(begun), "--format", "json").stdout)
    assert [one["number"] for one in told["review"] if one["open"]] == [1, 3, 4, 5]
    assert told["review"][1]["by"] == "A. Jansen"


def test_agreement_to_everything_passes_over_nothing_in_silence(begun: Path) -> None:
    """Blocks with something to look at are named and not agreed on; the others are."""
    result = run("akkoord", "2022", "--alles", *DAY, "--project", str(begun))
    assert result.exit_code == 1
    assert "Geen akkoord, eerst nakijken: cijfers/tekst-instroom, cijfers/knelpunt-druk." in (
        result.output
    )
    assert "Akkoord van A. Jansen: cijfers/kader-vast (Vast)" in result.output
    told = json.loads(run("status", "2022", "--project", str(begun), "--format", "json").stdout)
    assert [one["block"] for one in told["blocks"] if one["todo"]] == [
        "tekst-instroom",
        "knelpunt-druk",
    ]


def test_an_open_item_keeps_an_edition_from_being_definitive(begun: Path) -> None:
    """An error that counts them; gone when all is closed. A comment '# Nakijken' does the same."""
    report = begun / "content/2022/rapport.yaml"
    report.write_text(
        report.read_text("utf-8").replace("status: concept", "status: definitief"), "utf-8"
    )

    def errors() -> list[str]:
        found = check_edition(begun, 2022).findings
        return [one.message for one in found if one.code == "SR-S024"]

    (message,) = errors()
    assert message.startswith("Het rapport is definitief, maar 5 zinnen uit nakijken.yaml en ")
    nagekeken(begun, *"12345", *DAY)
    assert errors() == []
    path = begun / CHAPTER
    text = path.read_text("utf-8")
    path.write_text(text.replace("  - soort: kader", "  # Nakijken\n  - soort: kader"), "utf-8")
    (message,) = errors()
    assert "1 blok met '# Nakijken' is nog niet nagekeken" in message


def test_a_second_new_points_to_status(begun: Path) -> None:
    """Nothing is to be thrown away."""
    result = run("new", "2022", "--project", str(begun))
    assert result.exit_code == 2
    assert "standrapport status 2022" in result.stderr
    assert "weg" not in result.stderr


def test_the_list_does_not_go_on_to_the_next_edition(begun: Path) -> None:
    """Each edition has a list of its own."""
    nagekeken(begun, "1", *DAY)
    start_edition(begun, 2023, 2022)
    text = (begun / "content/2023/nakijken.yaml").read_text("utf-8")
    assert "nagekeken:" not in text
    assert "editie over 2022" in text


def test_a_claim_that_flipped_is_told(project: ProjectMaker) -> None:
    """`status` names a claim that the figures contradict."""
    text = SMALL_PROJECT["content/2021/cijfers.yaml"].replace(
        "status: akkoord", "beweert: instroom.ind < instroom.np\n            status: akkoord"
    )
    folder = project({"content/2021/cijfers.yaml": text})
    words = run("status", "2021", "--project", str(folder)).output
    assert (
        "De bewering bij cijfers/tekst-instroom klopt niet meer: instroom.ind < instroom.np"
        in words
    )
