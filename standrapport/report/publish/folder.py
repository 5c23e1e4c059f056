# SPDX-License-Identifier: EUPL-1.2
"""Writing a folder or a file in whole or not at all, in single steps that are each flushed, under
the lock that keeps two programs from writing at once.

Everything is first written to a hidden folder beside the target; then the two change places in one
step, where the system can, so that there is a result at any moment. Where it cannot, the target is
renamed away first; a build that is killed in between is mended by the next.
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
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from ...core.disk import why_not_written
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


def replace_folder(
    target: Path, files: Mapping[str, FileContent], keep: Callable[[str], bool] = lambda _: False
) -> tuple[Path, ...]:
    """Make `target` hold exactly `files` (names may contain '/') and what it holds already under a
    name to `keep`.

    Returns the paths of `files`. A link to a folder is followed. Raises NotWritable.
    """
    work: Path | None = None
    try:
        place = _place(target)
        place.parent.mkdir(parents=True, exist_ok=True)
        with locked(place.parent):
            _clean(place)
            work = Path(tempfile.mkdtemp(prefix=f".{place.name}.nieuw-", dir=place.parent))
            work.chmod(0o755)
            there = {p.relative_to(place).as_posix(): p for p in place.rglob("*") if p.is_file()}
            kept = {name: content for name, content in there.items() if keep(name)}
            for name, content in {**kept, **files}.items():
                write_synced(work / name, content)
            sync_folder(work)
            _change_places(work, place)
            sync_folder(place.parent)
    except OSError as problem:
        if work is not None:
            shutil.rmtree(work, ignore_errors=True)
        raise NotWritable(
            f"De map {target} kan niet worden geschreven: {why_not_written(problem)}. Het vorige"
            " resultaat is niet veranderd; kies met --out een andere map."
        ) from problem
    return tuple(target / name for name in files)


def _place(target: Path) -> Path:
    """The folder itself: where a link leads to. Raises NotWritable for a file or a dead link."""
    if target.is_symlink():
        if not target.is_dir():
            raise NotWritable(
                f"De map {target} kan niet worden geschreven: het is een koppeling die niet naar"
                " een map leidt. Haal haar weg, of kies met --out een andere map."
            )
        return target.resolve()
    if target.exists() and not target.is_dir():
        raise NotWritable(
            f"De map {target} kan niet worden geschreven: er staat een bestand met die naam. Haal"
            " het weg, of kies met --out een andere map."
        )
    return target


def _previous(place: Path) -> Path:
    return place.with_name(f".{place.name}.vorige")


def _clean(place: Path) -> None:
    """Put back or remove what killed builds left; nobody else writes here, we have the lock."""
    previous = _previous(place)
    if previous.exists() and not place.exists():
        previous.rename(place)
    elif previous.exists():
        shutil.rmtree(previous, ignore_errors=True)
    for left in place.parent.glob(f".{place.name}.nieuw-*"):
        shutil.rmtree(left, ignore_errors=True)


def _change_places(work: Path, place: Path) -> None:
    """Put `work` where `place` stands; when that fails `place` stands there again."""
    if not place.exists():
        work.rename(place)
        return
    if exchange(work, place):
        shutil.rmtree(work, ignore_errors=True)
        return
    previous = _previous(place)
    place.rename(previous)
    try:
        work.rename(place)
    except OSError:
        previous.rename(place)
        raise
    shutil.rmtree(previous, ignore_errors=True)


def replace_file(path: Path, content: bytes) -> None:
    """Make `path` hold exactly `content`, keeping its rights; a link is followed.

    For a file nobody else edits; staff's own go through `save`. Raises NotWritable, and then it is
    as it was.
    """
    work: Path | None = None
    try:
        target = path.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(prefix=f".{target.name}.nieuw-", dir=target.parent)
        work = Path(name)
        with os.fdopen(number, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        work.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        work.replace(target)
        sync_folder(target.parent)
    except OSError as problem:
        if work is not None:
            with suppress(OSError):
                work.unlink(missing_ok=True)
        raise NotWritable(
            f"{path} kan niet geschreven worden ({why_not_written(problem)}); het bestand is"
            " niet veranderd."
        ) from problem
