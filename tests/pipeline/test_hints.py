# SPDX-License-Identifier: EUPL-1.2
"""What a newcomer types wrong is told with the repair."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from standrapport.core.model import Severity
from standrapport.pipeline.check import check_edition
from tests.conftest import ROOT

CHAPTER = "content/2024/knelpunten.yaml"


@pytest.fixture
def bikes(tmp_path: Path) -> Path:
    """The project of invented bicycles, to be broken."""
    return Path(shutil.copytree(ROOT / "examples" / "leenfietsen", tmp_path / "leenfietsen"))


def told(project: Path) -> list[str]:
    """Severity, code and sentence of everything but notes."""
    return [
        f"{one.severity.word} {one.code}: {one.message}"
        for one in check_edition(project, 2024).findings
        if one.severity is not Severity.NOTE
    ]


def test_nothing_is_told_of_the_example(bikes: Path) -> None:
    """So that what is told below follows from what is typed there."""
    assert told(bikes) == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("voorraad.eind[2020]", "waarschuwing SR-N008: In de tekst komt 'n.n.b.' te staan: voorraad"),
        ("voorraad.eind[-4]", "vraagt 2020, en de cijfers beginnen in 2021; kies een later jaar"),
        ("wijken.aantal[Noord]", 'zet de sleutel tussen aanhalingstekens: wijken.aantal["Noord"]'),
        ("wijken.aantal[Noord, -1]", 'aanhalingstekens: wijken.aantal["Noord"]'),
        ("wijken.aantal[Noord West]", 'aanhalingstekens: wijken.aantal["Noord West"]'),
    ],
)  # fmt: skip
def test_a_reference_typed_wrong(bikes: Path, typed: str, words: str) -> None:
    """A year before the series, which is not to come; a key without its quotes."""
    path = bikes / CHAPTER
    text = path.read_text("utf-8")
    path.write_text(text.replace("{{ voorraad.nieuw }}", f"{{{{ {typed} }}}}"), "utf-8")
    (finding,) = told(bikes)
    assert words.lower() in finding.lower()


def test_a_year_within_the_series_is_only_noted(bikes: Path) -> None:
    """n.n.b. of the report year itself will be filled in."""
    path = bikes / "figures/2024/voorraad.csv"
    path.write_text(path.read_text("utf-8").replace("2024,650,60", "2024,650,n.n.b."), "utf-8")
    assert [one for one in told(bikes) if "SR-N008" in one] == []


@pytest.mark.parametrize("name", ["knelpunten.yml", "knelpunten.yaml.txt", "knelpunten.docx"])
def test_a_chapter_with_another_ending(bikes: Path, name: str) -> None:
    """Windows hides the last one."""
    (bikes / CHAPTER).rename(bikes / "content/2024" / name)
    (finding,) = told(bikes)
    assert finding.endswith(f"Er staat wel {name}; noem dat knelpunten.yaml.")


def test_curly_quotes_around_a_declared_number(bikes: Path) -> None:
    """They are letters to YAML, and no part of the number."""
    path = bikes / CHAPTER
    text = path.read_text("utf-8").replace(
        "    tekst: De werkplaats gaat",
        "    getallen: [{getal: \u201c45\u201d, reden: eigen telling}]\n"
        "    tekst: Na 45 klachten gaat de werkplaats",
    )
    path.write_text(text, "utf-8")
    assert "\u201c45\u201d" in text
    assert told(bikes) == []
