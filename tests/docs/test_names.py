# SPDX-License-Identifier: EUPL-1.2
"""What the documents name exists: commands with their options, codes, files and places in other
documents.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from standrapport.checks.text.filters import FILTERS, KEYED_FILTERS
from standrapport.cli import COMMANDS, main
from standrapport.messages import CODES
from standrapport.project.reading.kinds import block_classes
from tests.conftest import ROOT

DOCUMENTS = (
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "examples").glob("*/LEESMIJ.md")),
    *sorted((ROOT / "docs").glob("*.md")),
)
GUIDES = ("handleiding", "reviewronde")
USE = re.compile(r"`standrapport ([^`]+)`|^(?:\$ |.*venv/bin/)?standrapport (.+)$", re.MULTILINE)


def anchors(path: Path) -> set[str]:
    """The places in a Markdown file that a link can name, as Git hosts make them from headings."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    """Every relative link and picture is a file, and the heading it names is there."""
    text = re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'src="([^"]+)"', text)
    broken = []
    for link in links:
        name, _, heading = link.partition("#")
        target = path.parent / name if name else path
        if "://" not in link and not (
            target.exists() and (not heading or heading in anchors(target))
        ):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_commands_and_options_exist(path: Path) -> None:
    """Each `standrapport …` names a command, and only options that command has."""
    unknown = []
    for use in (inline or line for inline, line in USE.findall(path.read_text("utf-8"))):
        name, *words = shlex.split(re.split(r" [>|#] | \|\| ", use)[0].replace("…", ""))
        context = click.Context(main)
        command = main if name.startswith("-") else main.get_command(context, name)
        options = {
            option
            for one in (command.get_params(context) if command else ())
            for option in one.opts
        }
        named = {word.partition("=")[0] for word in (name, *words) if word.startswith("--")}
        if command is None or not named <= options:
            unknown.append(use)
    assert unknown == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_codes_exist(path: Path) -> None:
    """Each code that is named is in the list."""
    assert set(re.findall(r"\bSR-[A-Z]\d{3}\b", path.read_text("utf-8"))) <= set(CODES)


def test_the_writing_guide_names_every_block_and_filter() -> None:
    """Who writes finds each kind of block and each filter in docs/schrijven.md."""
    text = (ROOT / "docs/schrijven.md").read_text("utf-8")
    assert [kind for kind in block_classes() if f"`{kind}`" not in text] == []
    assert [name for name in (*FILTERS, *KEYED_FILTERS) if f"| `{name}" not in text] == []


def test_every_command_stands_in_the_guide() -> None:
    """The twelve steps, and the round of reading again, show each command once or more, in a block
    that is run (`serve` does not end: tests/cli/test_serve.py).
    """
    text = "".join((ROOT / f"docs/{one}.md").read_text("utf-8") for one in GUIDES)
    shown = set(re.findall(r"^\$ standrapport (\w+)", text, re.MULTILINE))
    assert set(COMMANDS) - shown == set()


def test_the_readme_can_be_read_standing_up() -> None:
    """At most 160 lines, with one picture."""
    text = (ROOT / "README.md").read_text("utf-8")
    assert len(text.splitlines()) <= 160
    assert len(re.findall(r"<img |!\[", text)) == 1
