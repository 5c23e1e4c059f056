"""What a stage gave the last time, for a program that stays on: used again as long as what the stage takes in is equal."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

Result = TypeVar("Result")


class Memory:
    """Remembers nothing: every stage is run. For commands that run once."""

    def recall(self, stage: str, takes: Callable[[], Any], run: Callable[[], Result]) -> Result:
        """The result of `run`; `takes` gives what the stage takes in, to be compared with the last time."""
        del stage, takes
        return run()


class LastTime(Memory):
    """Remembers one result per stage."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Any, Any]] = {}

    def recall(self, stage: str, takes: Callable[[], Any], run: Callable[[], Result]) -> Result:
        """The last result when the stage takes in the same as then; what changes while it runs is not remembered."""
        taken = takes()
        kept = self._kept.get(stage)
        if kept is not None and kept[0] == taken:
            result: Result = kept[1]
            return result
        self._kept.pop(stage, None)
        result = run()
        if takes() == taken:
            self._kept[stage] = (taken, result)
        return result


FORGETFUL = Memory()


def contents_of(folder: Path) -> dict[Path, bytes]:
    """The fingerprint of every file in a folder and its subfolders; the times of files are too coarse to tell a change by."""
    return {path: _fingerprint(path) for path in folder.rglob("*") if not path.is_dir()}


def _fingerprint(path: Path) -> bytes:
    try:
        return hashlib.blake2b(path.read_bytes()).digest()
    except OSError as problem:  # gone or not to be read: that is then what it is
        return type(problem).__name__.encode()


__all__ = ["FORGETFUL", "LastTime", "Memory", "contents_of"]
