# SPDX-License-Identifier: EUPL-1.2
"""What the program gives out it takes in again: open data of an edition, imported,
change nothing.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from standrapport.cli import main
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The open data of the edition of 2024."""
    out = tmp_path_factory.mktemp("open")
    result = CliRunner().invoke(
        main,
        ["export", "2024", "--project", str(ROOT), "--out", str(out)],
        prog_name="standrapport",
    )
    assert result.exit_code == 0, result.output
    return out / "2024/data"


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("cijfers.csv", 250),
        ("cijfers-2024.xlsx", 250),
        ("cijfers-2024.ods", 250),
        ("tabel-nationaliteiten.csv", 22),
    ],
)
def test_nothing_changes(data: Path, name: str, least: int) -> None:
    """All figures are found again, as they were.

    Derived ones, shares and lists of columns stay out.
    """
    options = [
        "--peildatum",
        "2025-03-01",
        "--bron",
        "website-2025",
        "--format",
        "json",
        "--project",
        str(ROOT),
    ]
    answer = json.loads(
        CliRunner()
        .invoke(main, ["import", str(data / name), *options], prog_name="standrapport")
        .stdout
    )
    assert [one["message"] for one in answer["findings"] if one["severity"] != "note"] == []
    assert answer["changes"] == []
    assert answer["same"] >= least
