# SPDX-License-Identifier: EUPL-1.2
"""The folder for what is made on the way: gone afterwards, and of killed programs with the next."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

import pytest

from standrapport.core import disk as spools
from standrapport.core.disk import PREFIX, clean, spool


@pytest.fixture(autouse=True)
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders are made in a place of the test's own."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def old(folder: Path, seconds: float = 60) -> Path:
    """A folder made a while ago."""
    folder.mkdir()
    (folder / "half.pdf").write_bytes(b"%PDF")
    os.utime(folder, (time.time() - seconds,) * 2)
    return folder


def test_it_is_empty_and_goes_away(apart: Path) -> None:
    """Also with something in it, and also after an error."""
    with spool() as folder:
        assert list(folder.iterdir()) == []
        (folder / "a").write_text("b", "utf-8")
    assert not folder.exists()
    with pytest.raises(ZeroDivisionError), spool() as folder:
        _ = 1 // 0
    assert list(apart.iterdir()) == []


def test_what_a_killed_program_left_goes(apart: Path) -> None:
    """Nobody holds it any more; what has another name, is a link or is young stays."""
    left = old(apart / f"{PREFIX}weg")
    others = [old(apart / "anders"), old(apart / f"{PREFIX}jong", 0)]
    link = apart / f"{PREFIX}link"
    link.symlink_to(others[0])
    clean()
    assert not left.exists()
    assert all(one.is_dir() for one in others)
    assert link.is_symlink()


def test_what_another_program_holds_stays(apart: Path) -> None:
    """Its lock is on the folder as long as it runs."""
    with spool() as mine:
        os.utime(mine, (time.time() - 60,) * 2)
        clean()
        assert mine.is_dir()


def test_without_locks_only_old_folders_go(apart: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a folder cannot be locked, a day must have passed."""
    monkeypatch.setattr(spools, "_LOCKS", False)
    young, ancient = old(apart / f"{PREFIX}a"), old(apart / f"{PREFIX}b", 48 * 3600)
    with spool():
        assert young.is_dir()
        assert not ancient.exists()
