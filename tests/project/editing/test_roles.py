# SPDX-License-Identifier: EUPL-1.2
"""Agreement by role: who may sign, several on one block, and what still waits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from standrapport.cli import main
from tests.conftest import ProjectMaker

ROLES = "rollen:\n  cijfers: [A. Een, B. Twee]\n  juridisch: C. Drie\n"
CHAPTER = """\
titel: Proef
blokken:
  - soort: tekst
    titel: Eerste
    status: concept # nog niet
    tekst: Een tekst zonder getal.
  - soort: tekst
    titel: Tweede
    tekst: Nog een tekst.
  - {soort: tekst, titel: Derde, tekst: En nog een.}
"""
YEAR = "2021"


@pytest.fixture
def folder(project: ProjectMaker) -> Path:
    """A project with two roles and three blocks."""
    made = project({"content/2021/proef.yaml": CHAPTER})
    report = made / "content/2021/rapport.yaml"
    lines = [one for one in report.read_text("utf-8").splitlines() if "hoofdstukken" not in one]
    report.write_text("\n".join([*lines, "hoofdstukken: [proef]", ROLES]), "utf-8")
    return made


def run(folder: Path, *words: str) -> Result:
    """A command in the project."""
    return CliRunner().invoke(main, [*words, "--project", str(folder)])


def sign(folder: Path, *words: str) -> Result:
    """Agreement given."""
    return run(folder, "akkoord", YEAR, *words, "--op", "2022-01-02")


def status(folder: Path) -> Any:
    """The status as JSON."""
    return json.loads(run(folder, "status", YEAR, "--format", "json").stdout)


def test_a_block_is_agreed_on_when_every_role_has(folder: Path) -> None:
    """The first waits for the other; a second person never displaces the first."""
    assert sign(folder, "1", "--door", "A. Een", "--rol", "cijfers").exit_code == 0
    assert status(folder)["blocks"][0]["standing"] == "redactie"
    assert sign(folder, "1", "--door", "B. Twee").exit_code == 0  # has one role only
    assert sign(folder, "1", "--door", "C. Drie").exit_code == 0
    block = status(folder)["blocks"][0]
    assert block["standing"] == "akkoord"
    assert [(one["role"], one["by"], one["holds"]) for one in block["agreements"]] == [
        ("cijfers", "A. Een", True),
        ("cijfers", "B. Twee", True),
        ("juridisch", "C. Drie", True),
    ]
    text = (folder / "content/2021/proef.yaml").read_text("utf-8")
    assert "# nog niet" in text
    assert text.count("rol: cijfers") == 2


def test_a_changed_text_waits_for_every_role_again(folder: Path) -> None:
    """Each agreement has a fingerprint of its own."""
    for name in ("A. Een", "C. Drie"):
        assert sign(folder, "--alles", "--door", name).exit_code == 0
    assert [one["standing"] for one in status(folder)["blocks"]] == ["akkoord"] * 3
    path = folder / "content/2021/proef.yaml"
    path.write_text(path.read_text("utf-8").replace("Nog een tekst", "Een andere"), "utf-8")
    assert status(folder)["blocks"][1]["standing"] == "gewijzigd na akkoord"
    assert sign(folder, "2", "--door", "A. Een").exit_code == 0
    held = {o["by"]: o["holds"] for o in status(folder)["blocks"][1]["agreements"]}
    assert held == {"A. Een": True, "C. Drie": False}
    shown = run(folder, "status", YEAR).stdout
    assert "cijfers, A. Een: akkoord op 1 t/m 3" in shown
    assert "juridisch, C. Drie: akkoord op 1 en 3; 2 daarna gewijzigd" in shown
    assert "juridisch: wacht op 2." in shown


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--door", "Z. Vreemd"], "staat bij geen enkele rol"),
        (["--door", "A. Een", "--rol", "juridisch"], "mag niet als juridisch"),
        (["--door", "A. Een", "--rol", "baas"], "De rol 'baas' is er niet"),
    ],
)
def test_who_is_not_declared_is_refused(folder: Path, words: list[str], says: str) -> None:
    """Nothing is written."""
    before = (folder / "content/2021/proef.yaml").read_bytes()
    result = sign(folder, "1", *words)
    assert result.exit_code == 2
    assert says in result.stderr
    assert (folder / "content/2021/proef.yaml").read_bytes() == before


def test_without_roles_a_role_is_refused(project: ProjectMaker) -> None:
    """The sentence says where roles are declared."""
    result = sign(project({}), "1", "--door", "A. Een", "--rol", "cijfers")
    assert result.exit_code == 2
    assert "staan geen rollen" in result.stderr
