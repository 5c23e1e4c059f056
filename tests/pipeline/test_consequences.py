# SPDX-License-Identifier: EUPL-1.2
"""One cause gives one finding: what follows from an unread row is not told beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from standrapport.core.model import Finding, Severity
from standrapport.messages.as_text import in_order
from standrapport.pipeline.check import check_edition
from tests.conftest import ROOT

UITLEEN, WIJKEN = "figures/2024/uitleen.csv", "figures/2024/wijken.csv"


@pytest.fixture
def bikes(tmp_path: Path) -> Path:
    """The project of invented bicycles, to be broken."""
    return Path(shutil.copytree(ROOT / "examples" / "leenfietsen", tmp_path / "leenfietsen"))


def told(project: Path) -> list[Finding]:
    """What a check prints without the notes, in its order."""
    found = in_order(check_edition(project, 2024).findings)
    return [finding for finding in found if finding.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    ("file", "old", "new", "cause"),
    [
        (UITLEEN, "2024,5.230", "204,5.230", "SR-L014"),
        (UITLEEN, "2024,5.230", "2024,5,230", "SR-L015"),
        (UITLEEN, "2024,5.230", "2024,5.23", "SR-L009"),
        (UITLEEN, "2024,5.230", '2024,"5.230', "SR-L083"),
        (UITLEEN, "2024,5.230", "2025,5.230", "SR-L084"),
        (UITLEEN, "jaar,", "jaren,", "SR-L007"),
        (UITLEEN, "2023,4.910", "2023,4.9100", "SR-L009"),
        (WIJKEN, "2024,Zuid", "2024,", "SR-L009"),
        (WIJKEN, "2024,Zuid,3.870", "2024,Zuid", "SR-L015"),
        (WIJKEN, "2024,Noord,", "2024,Noord,,", "SR-L015"),
    ],
)
def test_one_cause_is_one_finding(bikes: Path, file: str, old: str, new: str, cause: str) -> None:
    """Years without figures, claims and sums that miss it, agreements: all follow from it."""
    assert told(bikes) == []
    path = bikes / file
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), "utf-8")
    (finding,) = told(bikes)
    assert (finding.code, finding.severity) == (cause, Severity.ERROR)
    assert finding.position is not None
    assert finding.position.file == file


def test_a_sheet_in_place_of_the_file(bikes: Path) -> None:
    """The sheet is told, and none of the figures that it holds."""
    (bikes / UITLEEN).rename(bikes / "figures/2024/uitleen.xlsx")
    assert [one.code for one in told(bikes)] == ["SR-L090"]


def test_what_does_not_follow_stays(bikes: Path) -> None:
    """An error in another table, or in a text, is told as well; the cause comes first."""
    for name, old, new in (
        (WIJKEN, "2024,Zuid", "2024,"),
        ("figures/2024/uitleen.csv", "8.740", "8.470"),
        ("content/2024/voorwoord.yaml", "{{ uitleen.totaal }}", "{{ uitleen.totaaal }}"),
    ):
        path = bikes / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
    codes = [one.code for one in told(bikes)]
    assert codes[0] == "SR-L009"
    assert {"SR-C001", "SR-N002"} <= {*codes}


def test_a_cell_that_is_read_excuses_nothing(bikes: Path) -> None:
    """A file in another encoding is read: what is wrong with its figures is told."""
    path = bikes / UITLEEN
    path.write_bytes(path.read_text("utf-8").replace("8.740", "8.470").encode("utf-16"))
    codes = [one.code for one in told(bikes)]
    assert codes[0] == "SR-L006"
    assert "SR-C001" in codes
