# SPDX-License-Identifier: EUPL-1.2
"""The folder for what is made on the way: gone afterwards, and of killed programs with the next."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
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
        assert folder.name.startswith(PREFIX)
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


@pytest.mark.parametrize(
    ("locks", "seconds", "stays"),
    [
        (True, 1.5, True),
        (True, 2.5, False),
        (False, 24 * 3600 - 60, True),
        (False, 24 * 3600 + 60, False),
    ],
)
def test_how_old_a_folder_must_be(
    locks: bool, seconds: float, stays: bool, apart: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two seconds, in which its maker locks it; a day where nothing can be locked."""
    monkeypatch.setattr(spools, "_LOCKS", locks)
    folder = old(apart / f"{PREFIX}a", seconds)
    clean()
    assert folder.exists() is stays


def fails(*_given: object) -> int:
    """As the system does when it refuses."""
    raise OSError


@pytest.mark.parametrize(("place", "name"), [(os, "getuid"), (spools, "_held"), (Path, "stat")])
def test_what_is_not_ours_or_cannot_be_asked_stays(
    place: object, name: str, apart: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of somebody else too."""
    folder = old(apart / f"{PREFIX}a")
    stranger: Callable[..., int] = (lambda: -1) if name == "getuid" else fails
    with monkeypatch.context() as changed:
        changed.setattr(place, name, stranger)
        assert not spools._left(folder)
    assert spools._left(folder)


def test_what_is_no_folder_stays(apart: Path) -> None:
    """Whatever it is called; a place that is not there is no reason to stop."""
    file = apart / f"{PREFIX}a"
    file.write_text("van iemand", "utf-8")
    os.utime(file, (time.time() - 60,) * 2)
    clean()
    assert file.is_file()
    tempfile.tempdir = str(apart / "nergens")
    clean()


OPEN = Path("/proc/self/fd")  # a name for each number that is open


def test_a_lock_goes_with_the_folder(apart: Path) -> None:
    """It is ours alone while it is held, is let go afterwards, and asking whether a folder was left
    keeps nothing open.
    """
    with spool() as mine:
        assert spools._held(mine) is None
    before = len(list(OPEN.iterdir()))
    with spool() as mine:
        assert len(list(OPEN.iterdir())) == before + 1
    left = old(apart / f"{PREFIX}a")
    assert spools._left(left)
    assert len(list(OPEN.iterdir())) == before
    number = spools._held(left)
    assert number is not None
    assert spools._held(left) is None
    assert not spools._left(left)
    os.close(number)


def test_where_folders_cannot_be_locked_there_is_no_lock(
    apart: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spools, "_LOCKS", False)
    assert spools._held(apart) is None
    with spool() as mine:
        assert mine.is_dir()
    assert not mine.exists()
