# SPDX-License-Identifier: EUPL-1.2
"""What a stage gave the last time is used only when what it takes in is equal."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pytest

from standrapport.pipeline import memory
from standrapport.pipeline.memory import FORGETFUL, LastTime, contents_of


def test_used_again_only_when_equal() -> None:
    """The same input gives the same object.

    Another input runs the stage, and so does going back.
    """
    last = LastTime()
    ran: list[str] = []

    def stage(taken: str) -> str:
        def work() -> str:
            ran.append(taken)
            return f"uit {taken}"

        return last.recall("stap", lambda: taken, work)

    assert [stage(taken) for taken in ("a", "a", "b", "a")] == ["uit a", "uit a", "uit b", "uit a"]
    assert ran == ["a", "b", "a"]


def test_a_change_while_the_stage_runs_is_not_remembered() -> None:
    """What was read may be of before or after the change, so it is read again."""
    last, inputs = LastTime(), iter(["oud", "nieuw", "oud", "oud"])
    assert last.recall("stap", lambda: next(inputs), lambda: 1) == 1
    assert last.recall("stap", lambda: next(inputs), lambda: 2) == 2


def test_a_stage_that_fails_leaves_nothing() -> None:
    """After an error the old result does not come back for the new input."""
    last = LastTime()
    last.recall("stap", lambda: "a", lambda: 1)
    with contextlib.suppress(ZeroDivisionError):
        last.recall("stap", lambda: "b", lambda: 1 // 0)
    assert last.recall("stap", lambda: "b", lambda: 2) == 2


def test_without_memory_every_stage_runs_and_nothing_is_compared() -> None:
    """Commands that run once pay nothing."""
    numbers = iter((1, 2))
    assert [FORGETFUL.recall("stap", lambda: 1 // 0, lambda: next(numbers)) for _ in range(2)] == [
        1,
        2,
    ]


@pytest.mark.parametrize("large", [16_000_000, 0])
def test_a_file_is_known_by_its_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, large: int
) -> None:
    """The same size and time do not hide a change, in a large file either.

    A file that goes or comes is one too.
    """
    monkeypatch.setattr(memory, "LARGE", large)
    path = tmp_path / "bron/cijfers.csv"
    path.parent.mkdir()
    path.write_text("jaar,ind\n2021,100\n")
    before, times = contents_of(tmp_path), path.stat()
    assert contents_of(tmp_path) == before
    path.write_text("jaar,ind\n2021,900\n")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert contents_of(tmp_path) != before
    path.unlink()
    assert contents_of(tmp_path) == {}
