# SPDX-License-Identifier: EUPL-1.2
"""Click's words are Dutch: all of them, through the catalogue, whatever the language of the
machine.
"""

from __future__ import annotations

import ast
import gettext
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from string import Formatter

import click
import pytest
from click.testing import CliRunner

import standrapport.cli
from tests.conftest import ROOT

FOLDER = ROOT / "standrapport/cli/taal/nl/LC_MESSAGES"
# What only the maker of a command can get to see.
FOR_MAKERS = {
    "Value must be an iterable.",
    "Could not determine name for option with declarations {decls!r}",
    "No options defined but a name was passed ({name}). Did you mean to declare an argument instead? Did you mean to pass '--{name}'?",
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Name '{name}' defined twice",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Invalid start character for option ({option})",
    "Unknown color {colour!r}",
    "Unknown standard stream '{name}'",
    "d",
}


def script() -> tuple[dict[str, str], bytes]:
    """The messages of the .po with their words, and the .mo made of it now."""
    spec = importlib.util.spec_from_file_location("catalogus", ROOT / "scripts/catalogus.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found = module.entries((FOLDER / "standrapport.po").read_text("utf-8"))
    return found, module.compiled(found)


def looked_up() -> set[str]:
    """Every message that click gives to gettext, with NUL between singular and plural."""
    found = set()
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                texts = [one.value for one in node.args if isinstance(one, ast.Constant)]
                if node.func.id == "_" and texts:
                    found.add(str(texts[0]))
                elif node.func.id == "ngettext":
                    found.add("\0".join(str(text) for text in texts[:2]))
    return found


def test_every_message_has_dutch_words() -> None:
    """The catalogue holds what click looks up, and nothing it does not."""
    found, _ = script()
    own = {message for message in found if message}
    assert len(own) > 60
    # 'required' is looked up by a variable.
    assert own - {"required"} == looked_up() - FOR_MAKERS
    assert all(found.values())


def test_words_leave_no_gaps_of_their_own() -> None:
    """A translation fills in nothing that the message does not give."""
    for message, words in script()[0].items():
        given = {name for _, name, _, _ in Formatter().parse(message) if name}
        assert {name for _, name, _, _ in Formatter().parse(words) if name} <= given


def test_what_is_read_is_made_of_what_is_written() -> None:
    """The compiled catalogue belongs to the text, and Python's gettext reads it."""
    found, compiled = script()
    assert (FOLDER / "standrapport.mo").read_bytes() == compiled
    with (FOLDER / "standrapport.mo").open("rb") as stream:
        read = gettext.GNUTranslations(stream)
    for message, words in found.items():
        if message:
            one, _, many = message.partition("\0")
            assert (read.ngettext(one, many, 1) if many else read.gettext(one)) == words.split(
                "\0"
            )[0]
            assert not many or read.ngettext(one, many, 2) == words.split("\0")[1]


@pytest.mark.parametrize("language", ["en_GB.UTF-8", "C", "de", ""])
def test_whatever_the_language_of_the_machine(language: str) -> None:
    """An English machine speaks Dutch here."""
    environment = {**os.environ, "LANG": language, "LC_ALL": language, "LANGUAGE": language}
    said = subprocess.run(
        [sys.executable, "-m", "standrapport", "build", "2024", "--nee"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=environment,
    )
    assert said.returncode == 2
    assert "Gebruik: standrapport build" in said.stderr
    assert "De optie '--nee' bestaat niet." in said.stderr


def test_numbers_out_of_range() -> None:
    """A range is told in words, a word is no number."""

    def said(*arguments: str) -> str:
        result = CliRunner().invoke(standrapport.cli.main, list(arguments))
        assert result.exit_code == 2
        return result.stderr

    assert "Dit kan niet bij 'JAAR': 20 valt buiten 1900 tot en met 2199." in said("build", "20")
    assert "'vorig' is geen jaartal; schrijf een jaar zoals 2024." in said("build", "vorig")
    assert "70000 valt buiten 0 tot en met 65535." in said("serve", "2024", "--poort", "70000")
