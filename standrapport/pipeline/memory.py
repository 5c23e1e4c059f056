# SPDX-License-Identifier: EUPL-1.2
"""What a stage gave the last time, for a program that stays on: used again as long as what the
stage takes in is equal.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

Result = TypeVar("Result")
LARGE = 16_000_000  # bytes


class Memory:
    """Remembers nothing: every stage is run. For commands that run once."""

    def recall(self, stage: str, takes: Callable[[], Any], run: Callable[[], Result]) -> Result:
        """The result of `run`; `takes` gives what the stage takes in, to be compared with the last
        time.
        """
        del stage, takes
        return run()


class LastTime(Memory):
    """Remembers one result per stage."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Any, Any]] = {}

    def recall(self, stage: str, takes: Callable[[], Any], run: Callable[[], Result]) -> Result:
        """The last result when the stage takes in the same as then.

        What changes while it runs is not remembered.
        """
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


def contents_of(folder: Path) -> dict[Path, object]:
    """What tells every file in a folder and its subfolders from a later version of it."""
    return {
        path.relative_to(folder): _fingerprint(path)
        for path in folder.rglob("*")
        if not path.is_dir()
    }


def _fingerprint(path: Path) -> object:
    """The content of a file, since its time may be too coarse to tell.

    Of a large one (a source) its size and times.
    """
    try:
        file = path.stat()
        if file.st_size > LARGE:
            return file.st_size, file.st_mtime_ns, file.st_ctime_ns, file.st_ino
        return hashlib.blake2b(path.read_bytes()).digest()
    except OSError as problem:  # gone or not to be read: that is then what it is
        return type(problem).__name__


__all__ = ["FORGETFUL", "LastTime", "Memory", "contents_of"]
