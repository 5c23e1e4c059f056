# SPDX-License-Identifier: EUPL-1.2
"""A command that ends says nothing more: what libraries hold is let go in time."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT


def test_a_command_with_sources_ends_without_a_word_of_a_library() -> None:
    """DuckDB tells of every type that is still held when the process ends."""
    pytest.importorskip("duckdb")
    done = subprocess.run(
        [sys.executable, "-m", "standrapport", "lees", "2024", "--format", "json"],
        cwd=ROOT / "examples/uitkeringen",
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith(("{", "["))
    assert "leaked" not in done.stderr
    assert done.returncode == 0
