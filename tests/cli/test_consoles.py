# SPDX-License-Identifier: EUPL-1.2
"""What is said is UTF-8 whatever the console or the system: simulated where this one is another."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

EXAMPLE = ROOT / "examples" / "leenfietsen"
COMMANDS = (
    ("trend", "uitleen.totaal"),
    ("trace", "2024", "uitleen.totaal"),
    ("diff", "2023", "2024"),
    ("check", "2024", "--notes"),
    ("--help",),
)


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_output_is_utf8(words: tuple[str, ...], encoding: str) -> None:
    """Into a file or pipe under another console encoding: the same bytes as under UTF-8."""
    given = (*words, "--project", str(EXAMPLE)) if len(words) > 1 else words

    def said(encoding: str) -> bytes:
        done = subprocess.run(
            [sys.executable, "-m", "standrapport", *given],
            cwd=ROOT, check=False, capture_output=True,
            env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        )  # fmt: skip
        assert done.returncode in {0, 1}, done.stderr.decode("utf-8", "replace")
        return done.stdout

    assert said(encoding).decode("utf-8") == said("utf-8").decode("utf-8")


def test_source_without_pipes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot make a named pipe counts the same."""
    from bench.fuzz import make_base
    from tests.stuk.running import command

    make_base(tmp_path / "p")
    source = tmp_path / "p/figures/2024/bron/x.csv"
    rows = source.read_text("utf-8").replace("2024-01-01", "01-01-2024")
    source.write_bytes(rows.replace(",", ";").encode("cp1252") + "é\n".encode("cp1252")[:0])
    with_pipes = command(tmp_path / "p", "check", "2024")
    monkeypatch.delattr(os, "mkfifo")
    without = command(tmp_path / "p", "check", "2024")
    assert without.lines == with_pipes.lines
    assert without.code == with_pipes.code
