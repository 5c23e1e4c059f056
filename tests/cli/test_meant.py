# SPDX-License-Identifier: EUPL-1.2
"""A command or option that does not exist is told with the one that was meant."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from standrapport.cli import _MEANT, _MEANT_OPTIONS, COMMANDS, main


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
