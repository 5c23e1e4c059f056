# SPDX-License-Identifier: EUPL-1.2
"""A definitive edition is fixed when it is built: what would change it is told, and can be held off."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ProjectMaker

from .test_commands import run

REPORT = "content/2021/rapport.yaml"
CATALOGUE = "figures/indicatoren.yaml"
CHANGED = "De vastgestelde editie 2021 zou veranderen: "


def command(folder: Path, *words: str) -> str:
    """What a command says; it must succeed."""
    result = run(*words, "--project", str(folder))
    assert result.exit_code == 0, result.output
    return result.output


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Another text in a file of the project."""
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def page(folder: Path, out: Path) -> str:
    """The words and figures of the report, built anew."""
    command(folder, "build", "2021", "--format", "html", "--out", str(out))
    text = next((out / "2021").glob("*.html")).read_text("utf-8")
    return re.sub(r"<script\b.*?</script>", "", text, flags=re.DOTALL)


@pytest.fixture
def final(project: ProjectMaker, tmp_path: Path) -> Path:
    """A definitive report, agreed on and built."""
    folder = project({})
    command(folder, "akkoord", "2021", "--alles", "--door", "A. Jansen", "--op", "2022-05-01")
    change(folder, REPORT, "status: concept", "status: definitief")
    assert "Vastgesteld: wat editie 2021 drukt op" in command(
        folder, "build", "2021", "--format", "html", "--out", str(tmp_path / "eerst")
    )
    return folder


def test_nothing_is_told_while_nothing_changed(final: Path) -> None:
    """The same files: the page is not even made."""
    assert CHANGED not in command(final, "check", "2021")


def test_every_place_that_would_change_is_named_and_can_be_held_off(
    final: Path, tmp_path: Path
) -> None:
    """A title in the catalogue stands in text, table and annex; held off, the report is the same."""
    before = page(final, tmp_path / "voor")
    change(final, CATALOGUE, "definitie: Verzonnen aantallen voor de test.", "definitie: Anders.")
    change(final, CATALOGUE, "np:     {titel: Politie}", "np:     {titel: Marechaussee}")
    told = run("check", "2021", "--project", str(final)).output
    assert CHANGED in told
    for place in (
        "Cijfers › Instroom naar bron: 'Politie' wordt 'Marechaussee'",
        "Verantwoording: 'Verzonnen aantallen voor de test.' wordt 'Anders.'",
        "Verantwoording › instroom.np: 'Politie' wordt 'Marechaussee'",
    ):
        assert place in told
    assert "houdt de catalogus van toen" in command(final, "vaststellen", "2021", "--houd")
    assert CHANGED not in command(final, "check", "2021")
    assert page(final, tmp_path / "na") == before
    change(final, "figures/2021/vastgesteld/gedrukt.json", '"held": true', '"held": false')
    change(final, REPORT, "status: definitief", "status: concept")
    assert "Marechaussee" in page(final, tmp_path / "nu")


def test_a_changed_text_is_told_and_may_be_fixed_anew(final: Path) -> None:
    """What is meant to change is fixed again, once everybody agreed."""
    change(final, REPORT, "titel: ", "titel: Ander ")
    told = run("check", "2021", "--project", str(final)).output
    assert f"{CHANGED}Omslag: 'Ander' komt erbij" in told
    command(final, "vaststellen", "2021")
    assert CHANGED not in command(final, "check", "2021")


def test_only_a_definitive_report_without_errors_is_fixed(project: ProjectMaker) -> None:
    """A concept is not, and nothing can be held that was never fixed."""
    folder = project({})
    result = run("vaststellen", "2021", "--project", str(folder))
    assert (result.exit_code, "Alleen een definitief rapport" in result.output) == (2, True)
    change(folder, REPORT, "status: concept", "status: definitief")
    result = run("vaststellen", "2021", "--project", str(folder))
    assert (result.exit_code, "kan niet vastgesteld worden" in result.output) == (2, True)
    result = run("vaststellen", "2021", "--houd", "--project", str(folder))
    assert (result.exit_code, "nog niet vastgesteld" in result.output) == (2, True)
