# SPDX-License-Identifier: EUPL-1.2
"""A command or option that does not exist is told with the one that was meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from standrapport.cli import _MEANT, _MEANT_OPTIONS, COMMANDS, main
from tests.conftest import ROOT


def said(*words: str) -> str:
    """What is printed; wrong use has exit code 2."""
    result = CliRunner().invoke(main, list(words))
    assert result.exit_code == 2
    return result.stderr


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("biuld", "build"),
        ("chek", "check"),
        ("Status", "status"),
        ("controleer", "check"),
        ("publish", "publiceer"),
        ("akoord", "akkoord"),
        ("help", "--help"),
    ],
)
def test_the_command_that_was_meant(typed: str, meant: str) -> None:
    """By its letters, or by what it is called elsewhere."""
    assert f"De opdracht '{typed}' bestaat niet. Bedoelt u '{meant}'?" in said(typed, "2024")


def test_a_command_like_no_other() -> None:
    """Nothing is guessed."""
    assert "De opdracht 'xyzzy' bestaat niet.\n" in said("xyzzy")


@pytest.mark.parametrize(
    ("typed", "meant"), [("--draft", "--concept"), ("--output", "--out"), ("--concpt", "--concept")]
)
def test_the_option_that_was_meant(typed: str, meant: str) -> None:
    """As with commands."""
    stderr = said("build", "2024", typed)
    assert f"De optie '{typed}' bestaat niet." in stderr
    assert f"'{meant}'" in stderr


def test_an_option_of_another_command() -> None:
    """Is not offered where it does not exist."""
    assert "--concept" not in said("check", "2024", "--draft")


def test_what_is_offered_exists() -> None:
    """No hint leads to a second mistake."""
    assert {name for name in _MEANT.values() if not name.startswith("--")} <= {*COMMANDS}
    assert not {*_MEANT} & {*COMMANDS}
    options = {
        option
        for name in COMMANDS
        for param in main.get_command(None, name).params  # type: ignore[arg-type, union-attr]
        for option in param.opts
    }
    assert {*_MEANT_OPTIONS.values()} <= options


EXAMPLE = str(ROOT / "examples/leenfietsen")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("trace 2024 {{uitleen.totaal}}", 0, "8.740"),  # as `zoek` and the text have it
        ("trace 2024 nonsens", 2, "een cijfer zoals uitleen.station"),  # one of this project
        ("trend wijken", 2, "een cijfer zoals wijken.aantal"),  # one of the table that was named
        ("lees 2024 colofon/colofon", 0, "staat niets over cijfers"),
        ("lees 2024 nergens", 2, "geen hoofdstuk of blok 'nergens'"),
        ("rules", 0, "Geen voorstellen"),
        ("build alles", 2, "schrijf een jaar zoals 2024"),
        ("import .", 2, "is een map"),
    ],
)
def test_what_was_meant_is_done_or_told(words: str, code: int, told: str) -> None:
    """In a project that has no figure of the examples in the help."""
    result = CliRunner().invoke(main, [*words.split(), "--project", EXAMPLE])
    assert result.exit_code == code, result.output
    assert told in result.output
    assert "instroom" not in result.output


def test_a_code_without_its_first_letters() -> None:
    """'N010' can only be one."""
    assert CliRunner().invoke(main, ["explain", "n010"]).output.startswith("SR-N010 ")


def test_a_folder_that_cannot_be_written_is_no_matter_of_a_draft(tmp_path: Path) -> None:
    """The advice to make a draft would end in the same way."""
    (tmp_path / "2024").write_text("")
    result = CliRunner().invoke(
        main, ["build", "2024", "--format", "html", "--out", str(tmp_path), "--project", EXAMPLE]
    )
    assert result.exit_code == 1
    assert "SR-S001" in result.output
    assert "--concept" not in result.output
