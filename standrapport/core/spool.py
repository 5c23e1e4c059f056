# SPDX-License-Identifier: EUPL-1.2
"""A folder for what is made on the way, away from the project; gone afterwards, also when the
program that made it was killed.

A program that is killed cleans nothing. So every program that makes such a folder keeps a lock on
it, which goes with the program, and removes what others left without one.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

PREFIX = "standrapport-tijdelijk-"  # so much of a name that nobody has a folder of it
_OLD = 24 * 3600  # seconds after which a folder is left behind, where folders cannot be locked
_LOCKS = os.name == "posix"


@contextlib.contextmanager
def spool() -> Iterator[Path]:
    """An empty folder for the time of the `with`; what killed programs left goes first."""
    clean()
    with tempfile.TemporaryDirectory(prefix=PREFIX) as name:
        held = _held(Path(name))
        try:
            yield Path(name)
        finally:
            if held is not None:
                os.close(held)


def clean() -> None:
    """Remove the folders of programs that are no more; what is not ours or in use stays."""
    with contextlib.suppress(OSError):
        for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
            if not folder.is_symlink() and folder.is_dir() and _left(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _held(folder: Path) -> int | None:
    """The lock on a folder of ours, kept while the number is open; None where there is none."""
    if not _LOCKS:
        return None
    import fcntl

    number = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(number)
        return None
    return number


def _left(folder: Path) -> bool:
    """Whether the program that made a folder is gone."""
    try:
        about = folder.stat()
        age = time.time() - about.st_mtime
        if not _LOCKS:
            return age > _OLD
        # Between making a folder and locking it lies a moment; one so young is left alone.
        if about.st_uid != os.getuid() or age < 2:
            return False
        held = _held(folder)
    except OSError:
        return False
    if held is None:
        return False
    os.close(held)
    return True
