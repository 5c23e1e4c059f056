# SPDX-License-Identifier: EUPL-1.2
"""Who does what the documents say gets what they show."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

from .following import Followed, follow
from .transcript import Command, agrees, as_shown, steps

DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
FOLLOWED = {
    "README.md",
    "aanleveren.md",
    "handleiding.md",
    "reviewronde.md",
    "schrijven.md",
    "vergelijken.md",
}


def test_the_program_says_what_the_guide_shows(guide: Followed) -> None:
    """Every command of the twelve steps, in order, from an empty folder to a published report."""
    assert "\n\n".join(guide.differences) == ""


def test_the_program_says_what_the_readme_shows(readme: Followed) -> None:
    """From clone to PDF, and the reviewer's and CI's commands."""
    assert "\n\n".join(readme.differences) == ""


@pytest.mark.parametrize("name", ["aanleveren", "reviewronde", "schrijven", "vergelijken"])
def test_the_program_says_what_a_manual_shows(name: str, manuals: dict[str, Followed]) -> None:
    """The commands in the manuals, in a copy of this project."""
    assert "\n\n".join(manuals[name].differences) == ""


def test_every_document_with_commands_is_followed() -> None:
    """No console block is left out, and each followed document has some."""
    with_commands = {
        path.name
        for path in DOCUMENTS
        if any(isinstance(step, Command) for step in steps(path.read_text("utf-8")))
    }
    assert with_commands == FOLLOWED


def test_make_rapport_builds_with_the_command_that_is_run_here() -> None:
    """`make rapport JAAR=2024` ends in `standrapport build 2024`, which is what following the
    README runs.
    """
    plan = subprocess.run(
        ["make", "--no-print-directory", "-n", "rapport", "JAAR=2024"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert plan.splitlines()[-1] == "bash scripts/rapport.sh 2024"
    assert (ROOT / "scripts/rapport.sh").read_text("utf-8").splitlines()[
        -1
    ] == 'exec .venv/bin/standrapport build "$1" --format "$vorm"'


@pytest.mark.parametrize(
    ("shown", "same"),
    [
        ("Klaar: 3 bladzijden in 9,9 s", True),
        ("Klaar: 3\n  bladzijden in 1,2 s", True),
        ("Klaar: … in 1,2 s", True),
        ("…", True),
        ("Klaar: 4 bladzijden in 1,2 s", False),
        ("Klaar: 3 bladzijden", False),
        ("", False),
    ],
)
def test_what_counts_as_the_same_output(shown: str, *, same: bool) -> None:
    """Lines may break, `…` leaves out, seconds differ; a figure may not."""
    assert agrees(shown, "Klaar: 3 bladzijden in 1,2 s\n") is same


def test_output_that_is_no_longer_so_is_found_and_renewed(tmp_path: Path) -> None:
    """A document that shows something else is named by line.

    Renewing writes what the program says, and what follows stays right.
    """
    document = tmp_path / "stuk.md"
    document.write_text(
        "# T\n\n```console\n$ standrapport --version\noud\nouder\n$ standrapport explain SR-L001\n…\nfout: x\n```\n\nNa.\n",
        "utf-8",
    )
    found = follow(document, tmp_path).differences
    assert [line.partition(" says")[0].splitlines()[0] for line in found] == [
        "stuk.md:4: $ standrapport --version",
        "stuk.md:7: $ standrapport explain SR-L001",
    ]
    assert follow(document, tmp_path, renew=True).differences == ()
    assert follow(document, tmp_path).differences == ()
    assert document.read_text("utf-8").endswith("\n```\n\nNa.\n")


def test_a_command_that_fails_is_found(tmp_path: Path) -> None:
    """Wrong use is never what a document should show, even when it shows it."""
    document = tmp_path / "stuk.md"
    document.write_text("```console\n$ standrapport explain SR-X999\n…\n```\n", "utf-8")
    assert "ends with 2" in follow(document, tmp_path).differences[0]


def test_broken_lines_mean_the_same() -> None:
    """Breaking long lines for a document keeps every word and each line's indentation."""
    output = "  " + "woord " * 60 + "\nkort\n"
    shown = as_shown(output)
    assert max(map(len, shown.splitlines())) <= 120
    assert shown.startswith("  woord")
    assert agrees(shown, output)
