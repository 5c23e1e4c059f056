# SPDX-License-Identifier: EUPL-1.2
"""The disk: what it says in Dutch when a file cannot be read or written, told here only; and a
folder for what is made on the way, away from the project, gone afterwards, also when the program
that made it was killed. A program that is killed cleans nothing. So every program that makes
such a folder keeps a lock on it, which goes with the program, and removes what others left
without one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

_UNKNOWN = "onbekende oorzaak"
_NOT_THERE = {
    errno.ENOTDIR: "een deel van het pad is een bestand, geen map",
    errno.EISDIR: "daar staat een map",
    errno.ELOOP: "het is een koppeling naar zichzelf",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EIO: "de schijf geeft een fout",
    errno.EMFILE: "er zijn te veel bestanden open",
    errno.EFBIG: "zo groot mag een bestand hier niet zijn",
}
_READING = {
    **_NOT_THERE,
    errno.EACCES: "u mag het niet lezen",
    errno.EPERM: "u mag het niet lezen",
    errno.ENOENT: "het is er niet",
}
_WRITING = {
    **_NOT_THERE,
    errno.EACCES: "u mag daar niet schrijven",
    errno.EPERM: "u mag daar niet schrijven",
    errno.EROFS: "de schijf is alleen-lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "uw ruimte op de schijf is op",
    errno.EEXIST: "daar staat al een bestand",
    errno.ENOENT: "een deel van het pad bestaat niet",
}


def why_not_read(problem: OSError) -> str:
    """Why a file cannot be read, as the end of a sentence."""
    return _READING.get(problem.errno or 0, problem.strerror or _UNKNOWN)


def why_not_written(problem: OSError) -> str:
    """Why a file or folder cannot be written, as the end of a sentence."""
    return _WRITING.get(problem.errno or 0, problem.strerror or _UNKNOWN)


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
