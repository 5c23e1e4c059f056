# SPDX-License-Identifier: EUPL-1.2
"""A program killed before any step on the disk leaves everything old, or everything new.

The command runs in a forked process whose audit hook counts the steps that change the disk, and ends
the process before the one that is asked for.
"""

from __future__ import annotations

import hashlib
import os
import resource
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from standrapport.core.disk import spool
from standrapport.report.publish import folder as folder_module

from .running import command

KILLED = 77
CHANGES = {
    "os.rename",
    "os.mkdir",
    "os.remove",
    "os.rmdir",
    "os.truncate",
    "os.chmod",
    "os.link",
    "standrapport.exchange",
}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
COMMANDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "build": (("build", "2024", "--format", "html"),),
    "akkoord": (("akkoord", "2024", "--alles", "--door", "A. Tester", "--op", "2025-03-03"),),
    "bind": (("bind", "2024", "--ja"),),
    "import": (("import", "{project}/geleverd.csv", "--ja", "--format", "json", "--bron", "uitleensysteem",
                "--peildatum", "2025-02-01", "--overige-overslaan"),),
    "new": (("new", "2025"),),
}  # fmt: skip


def prepare(project: Path, name: str) -> None:
    """Something for the command to change."""
    chapter = project / "content/2024/cijfers.yaml"
    text = chapter.read_text("utf-8")
    if name == "build":
        chapter.write_text(text.replace("De meeste leners", "Verreweg de meeste leners"), "utf-8")
    if name == "bind":
        total = "Het loket Campus leende dit jaar 1.150 fietsen uit."
        chapter.write_text(
            text.replace("      De meeste leners", f"      {total}\n\n      De meeste leners"),
            "utf-8",
        )
    if name == "import":
        (project / "geleverd.csv").write_text("jaar;Station;Centrum\n2023;8.010;2.410\n", "utf-8")


def state(project: Path) -> dict[str, str]:
    """Every file of the project that counts, by its content."""
    return {
        path.relative_to(project).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(project.rglob("*"))
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(project).parts)
    }


def forked(run: Callable[[], Any]) -> int:
    """The exit code of a child that runs this."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        with open(os.devnull, "w") as null:  # noqa: PTH123 - a descriptor for both streams
            os.dup2(null.fileno(), 1)
            os.dup2(null.fileno(), 2)
        try:
            run()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_at(step: int, project: Path, words: tuple[str, ...]) -> bool:
    """Run the command in a child that ends before its step-th change on disk; whether it did."""

    def run() -> None:
        count = 0

        def hook(event: str, given: tuple[Any, ...]) -> None:
            nonlocal count
            change = event in CHANGES or (
                event == "open" and isinstance(given[2], int) and given[2] & WRITES
            )
            if change and "/standrapport-" not in str(given[0]) and str(project) in str(given[0]):
                count += 1
                if count == step:
                    os._exit(KILLED)

        sys.addaudithook(hook)
        command(project, *words)

    return forked(run) == KILLED


def stopped_within(step: int, project: Path, words: tuple[str, ...], full: int = 0) -> int:
    """The exit code of the command in a child that can write no more than seven bytes from the
    step-th file on: killed there (the number of the signal, below nothing), or with `full` told
    that there is no room. -1 when it opens fewer files.
    """

    def run() -> None:
        count = 0

        def hook(event: str, given: tuple[Any, ...]) -> None:
            nonlocal count
            if event == "open" and isinstance(given[2], int) and given[2] & WRITES:
                count += str(project) in str(given[0])
                if count == step:
                    resource.setrlimit(resource.RLIMIT_FSIZE, (7, 7))

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN if full else signal.SIG_DFL)
        sys.addaudithook(hook)
        code = command(project, *words).code
        os._exit(code if count >= step else KILLED)

    code = forked(run)
    return -1 if code == KILLED else code


def copies(base: Path, folder: Path) -> Iterator[Path]:
    """A fresh copy each time, at the same place."""
    while True:
        project = folder / "project"
        shutil.rmtree(project, ignore_errors=True)
        yield Path(shutil.copytree(base, project, symlinks=True))


# Only a folder is exchanged, so only there two renames may have to do.
_WAYS = [*((name, True) for name in COMMANDS), ("build", False)]


@pytest.mark.parametrize(("name", "atomic"), _WAYS)
def test_old_or_new(
    name: str,
    atomic: bool,
    base: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Killed before each step, and looked at after the next command: all old or all new."""
    if not atomic:
        monkeypatch.setattr(folder_module, "exchange", lambda _one, _other: False)
    begun = copies(base, tmp_path)
    words = tuple(word.format(project=tmp_path / "project") for word in COMMANDS[name][0])
    project = next(begun)
    prepare(project, name)
    old = state(project)
    assert forked(lambda: command(project, *words)) == 0
    new = state(project)
    assert new != old, "the command changes nothing here"
    step = 0
    while True:
        step += 1
        project = next(begun)
        prepare(project, name)
        if not killed_at(step, project, words):
            break
        if name == "build":
            # Where folders are exchanged in one step there is a result at every moment.
            assert not atomic or (project / "out/2024/manifest.json").is_file(), step
            assert forked(partial(command, project, *words)) == 0
            assert state(project) == new, step
            continue
        command(project, "status", "2024")  # any command finishes or forgets what was begun
        assert state(project) in (old, new), step
        assert not (project / ".standrapport-bezig").exists()
    assert step > 5


@pytest.mark.parametrize("full", [0, 1], ids=["killed", "full"])
@pytest.mark.parametrize("name", COMMANDS)
def test_stopped_within_a_file(name: str, full: int, base: Path, tmp_path: Path) -> None:
    """Killed when seven bytes of a file are written, or without room for more: all old or all new.
    Without room the command says so, and nothing changed.
    """
    begun = copies(base, tmp_path)
    words = tuple(word.format(project=tmp_path / "project") for word in COMMANDS[name][0])
    project = next(begun)
    prepare(project, name)
    old = state(project)
    assert forked(lambda: command(project, *words)) == 0
    new = state(project)
    step = 0
    while True:
        step += 1
        project = next(begun)
        prepare(project, name)
        code = stopped_within(step, project, words, full)
        if code == -1:
            break
        if full:
            assert code in {1, 2}, step
            assert state(project) == old, step
            continue
        assert code == -signal.SIGXFSZ, step
        if name == "build":
            assert state(project) == old, step
            continue
        command(project, "status", "2024")
        assert state(project) in (old, new), step
        assert not (project / ".standrapport-bezig").exists()
    assert step > 2


def test_what_killed_programs_left_elsewhere_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder of a program that was killed goes with the next; one in use stays, and so does
    what somebody else made.
    """
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    pipe, told = os.pipe()

    def killed() -> None:
        with spool() as folder:
            (folder / "half").write_text("x", "utf-8")
            os.write(told, folder.name.encode())
            os.kill(os.getpid(), signal.SIGKILL)

    assert forked(killed) == -signal.SIGKILL
    left = tmp_path / os.read(pipe, 100).decode()
    os.close(pipe)
    os.close(told)
    assert (left / "half").is_file()
    other = tmp_path / "standrapport-van-mij"
    other.mkdir()
    with spool() as used:
        for folder in (left, other, used):
            os.utime(folder, (1, 1))
        with spool():
            assert not left.exists()
            assert used.is_dir()
            assert other.is_dir()
    assert [path.name for path in tmp_path.iterdir()] == [other.name]


def test_nothing_is_left(base: Path, tmp_path: Path) -> None:
    """What killed builds left beside the result is gone after the next."""
    project = next(copies(base, tmp_path))
    prepare(project, "build")
    words = COMMANDS["build"][0]
    for step in (3, 8):
        assert killed_at(step, project, words)
    assert [path for path in (project / "out").iterdir() if path.name.startswith(".2024")]
    assert command(project, *words).code == 0
    assert not [path for path in (project / "out").iterdir() if path.name.startswith(".2024")]
