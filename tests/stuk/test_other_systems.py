# SPDX-License-Identifier: EUPL-1.2
"""What is otherwise on Windows and macOS, done after: other locks, no exchange of folders, other line
ends and slashes.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath
from types import ModuleType
from typing import Any

import pytest

from standrapport.core import disk as spool_module
from standrapport.report.publish import folder

from .running import command
from .test_kill import COMMANDS, prepare, state

WORDS = {
    name: words
    for name, (words,) in COMMANDS.items()
    if name in {"build", "akkoord", "bind", "import", "new"}
}


class SystemNamed:
    """The module `os` under another name of system."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __getattr__(self, wanted: str) -> Any:
        return getattr(os, wanted)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[tuple[int, int]]]:
    """Locks as Windows has them, no exchange, no lock on a folder, no number of a user."""
    locks: list[tuple[int, int]] = []
    fake = ModuleType("msvcrt")
    fake.LK_NBLCK = 2  # type: ignore[attr-defined]
    fake.locking = lambda _, how, size: locks.append((how, size))  # type: ignore[attr-defined]
    place = tmp_path / "tijdelijk"
    place.mkdir()
    monkeypatch.setitem(sys.modules, "msvcrt", fake)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setattr(folder, "os", SystemNamed("nt"))
    monkeypatch.setattr(folder, "exchange", lambda _one, _other: False)
    monkeypatch.setattr(spool_module, "_LOCKS", False)
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    monkeypatch.delattr(os, "mkfifo")
    monkeypatch.delattr(os, "getuid")
    yield locks
    # Nothing but the slots stays, and no slot stands in the project.
    assert all(one.name.startswith("standrapport-slot-") for one in place.iterdir())


@pytest.mark.parametrize("name", WORDS)
def test_the_same_with_the_locks_of_windows(
    name: str, project: Path, windows: list[tuple[int, int]]
) -> None:
    """Every command that writes does so, under the lock of the other system."""
    prepare(project, name)
    old = state(project)
    words = (word.format(project=project) for word in WORDS[name])
    assert command(project, *words).code == 0
    assert state(project) != old
    assert windows
    assert set(windows) == {(2, 1)}


def test_what_is_old_goes_where_folders_have_no_lock(
    windows: list[tuple[int, int]], tmp_path: Path
) -> None:
    """Age decides there: a folder of two days ago goes, one of now stays."""
    left, used = (
        tmp_path / "tijdelijk" / f"{spool_module.PREFIX}{name}" for name in ("oud", "nieuw")
    )
    left.mkdir()
    used.mkdir()
    os.utime(left, (1, 1))
    spool_module.clean()
    assert not left.exists()
    assert used.exists()
    used.rmdir()


def _texts(project: Path) -> list[Path]:
    return [
        path
        for part in ("figures", "content", "templates")
        for path in sorted((project / part).rglob("*"))
        if path.suffix in {".yaml", ".csv", ".j2", ".css"} and "bron" not in path.parts
    ]


def test_line_ends_of_windows(project: Path) -> None:
    """Files with carriage returns: the same findings at the same places; what is written in them
    keeps their line ends.
    """
    plain = command(project, "check", "2024", "--notes")
    for path in _texts(project):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    said = command(project, "check", "2024", "--notes")
    assert said.lines == plain.lines
    old = {path: path.read_bytes() for path in _texts(project)}
    assert command(project, "akkoord", "2024", "--alles", "--door", "A. Tester").code == 0
    changed = [path for path in old if path.read_bytes() != old[path]]
    assert changed
    for path in changed:
        assert b"\n" not in path.read_bytes().replace(b"\r\n", b"")


@pytest.mark.parametrize("written", ["bron\\x.csv", "bron/x.csv"])
def test_a_source_with_the_other_slash(written: str, project: Path) -> None:
    """A place typed as Windows shows it is the same place, and is told with slashes."""
    assert PureWindowsPath(written).as_posix() == "bron/x.csv"
    path = project / "figures/indicatoren.yaml"
    text = path.read_text("utf-8")
    assert "bestand: bron/x.csv" in text
    path.write_text(text.replace("bestand: bron/x.csv", f"bestand: {written}"), "utf-8")
    said = command(project, "check", "2024")
    assert said.code == 0, said.findings
    assert not [line for line in said.lines if "bron\\" in line]


@pytest.mark.parametrize(
    "written", ["..\\..\\x.csv", "C:\\x.csv", "\\\\server\\x.csv", "/etc/passwd"]
)
def test_no_source_outside_the_project(written: str, project: Path) -> None:
    """Whatever the slash or the letter of a disk: a finding, and nothing of it is read."""
    path = project / "figures/indicatoren.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("bestand: bron/x.csv", f"bestand: '{written}'"), "utf-8")
    said = command(project, "import", "--uit-bron", "2024", "--ja")
    assert said.code in {1, 2}
    assert "root:" not in "\n".join(said.lines)
