# SPDX-License-Identifier: EUPL-1.2
"""Single steps on the disk, each flushed, and the lock that keeps two programs from writing at
once.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .contents import FileContent

PATIENCE = 20.0  # seconds another program may keep the lock
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_HERE = -100  # AT_FDCWD: names are as given
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM, errno.EXDEV}


class NotWritable(Exception):
    """The target cannot be written; the message is a Dutch sentence."""


def write_synced(path: Path, content: FileContent) -> None:
    """Write a file that is not there yet, and flush it to the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        if isinstance(content, bytes):
            stream.write(content)
        else:
            with content.open("rb") as source:
                shutil.copyfileobj(source, stream, 1 << 20)
        stream.flush()
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Flush what a folder holds; a renaming is only sure after that. Not every system can."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def exchange(one: Path, other: Path) -> bool:
    """Let two names change what they stand for, in one step.

    False, and nothing done, where the system cannot.
    """
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    sys.audit("standrapport.exchange", str(one), str(other))
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one))


_held: dict[Path, int] = {}  # locks of this process, and how often each was taken


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Only one program at a time writes in a folder; leaves no file behind in it.

    Raises NotWritable when another keeps it too long.
    """
    folder = folder.resolve()
    if folder in _held:
        _held[folder] += 1
        try:
            yield
        finally:
            _held[folder] -= 1
        return
    number = _opened(folder)
    try:
        _take(number, folder)
        _held[folder] = 1
        try:
            yield
        finally:
            del _held[folder]
    finally:
        os.close(number)


def _opened(folder: Path) -> int:
    if os.name == "posix":
        return os.open(folder, os.O_RDONLY)
    # Windows opens no folders: a file of the folder's own name, away from what staff see.
    name = hashlib.sha256(str(folder).casefold().encode()).hexdigest()[:20]
    slot = Path(tempfile.gettempdir()) / f"standrapport-slot-{name}"
    return os.open(slot, os.O_RDWR | os.O_CREAT)


def _take(number: int, folder: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not _taken(number):
        if time.monotonic() > until:
            raise NotWritable(
                f"In {folder} is een ander programma aan het schrijven; er is niets veranderd."
                " Probeer het straks opnieuw."
            )
        time.sleep(0.05)


def _taken(number: int) -> bool:
    """Whether the lock is ours now; on a disk that knows no locks it always is."""
    try:
        if os.name == "posix":
            import fcntl

            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt

            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError as problem:
        return problem.errno not in {errno.EAGAIN, errno.EACCES, errno.EDEADLK}
    return True
