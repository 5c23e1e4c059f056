# SPDX-License-Identifier: EUPL-1.2
"""The published editions: nothing counts for --strict, and the definitive one prints what was fixed."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.test_commands import run
from tests.conftest import ROOT


def test_every_edition_passes_strictly() -> None:
    """Known warnings are accepted, each with a reason, by somebody, on a day."""
    result = run("check", "alles", "--strict", "--project", str(ROOT))
    assert result.exit_code == 0, result.output
    assert "aanvaard)" in result.output
    assert "aanvaard SR-C001" not in result.output  # only counted
    result = run("check", "alles", "--strict", "--notes", "--project", str(ROOT))
    assert "aanvaard SR-C001" in result.output


def test_the_definitive_edition_prints_what_was_fixed(tmp_path: Path) -> None:
    """Whatever changed in catalogue, texts or templates since is meant, and was fixed anew: in doubt
    read what `check 2021` says, then `standrapport vaststellen 2021`.
    """
    folder = tmp_path / "rapport"
    for name in ("figures", "content"):
        shutil.copytree(ROOT / name, folder / name)
    printed = folder / "figures" / "2021" / "vastgesteld" / "gedrukt.json"
    text = printed.read_text("utf-8")
    printed.write_text(text.replace('"inputs": "', '"inputs": "ander ', 1), "utf-8")
    assert "SR-S060" not in run("check", "2021", "--project", str(folder)).output


def test_a_changed_definition_names_every_place_in_the_definitive_edition(tmp_path: Path) -> None:
    """A title that the text, tables, charts and annex of 2021 print."""
    folder = tmp_path / "rapport"
    for name in ("figures", "content"):
        shutil.copytree(ROOT / name, folder / name)
    catalogue = folder / "figures" / "indicatoren.yaml"
    text = catalogue.read_text("utf-8")
    old = "definitie: Zelfstandig en gedwongen vertrek samen."
    assert old in text
    catalogue.write_text(text.replace(old, "definitie: Beide soorten vertrek samen.", 1), "utf-8")
    told = run("check", "2021", "--project", str(folder)).output
    assert "De vastgestelde editie 2021 zou veranderen: " in told
    assert "Verantwoording › vertrek.aantoonbaar: 'Zelfstandig en gedwongen' wordt" in told
