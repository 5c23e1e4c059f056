# SPDX-License-Identifier: EUPL-1.2
"""Writing in staff's own files: never over what was saved meanwhile, all files or none.

Under the lock of the project every file is held against what was read; then all new contents are
written and flushed to a folder of their own, the journal says what goes where, and only then do the
files change by renaming. A program that is killed before the journal leaves everything as it was;
one that is killed after it is finished by the next that opens the project (`finish_saving`).
"""

from __future__ import annotations

import difflib
import errno
import json
import os
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from ...core.disk import why_not_read, why_not_written
from ...core.frozen import dataclass
from .contents import sha256
from .folder import NotWritable, locked, sync_folder, write_synced

WORK = ".standrapport-bezig"  # in the project, while files are written
_JOURNAL = "journaal.json"
_SHOWN = 12  # lines of a difference


@dataclass(frozen=True)
class FileChange:
    """A file as it becomes, and as it was read (None: it was not there)."""

    path: Path
    before: bytes | None
    after: bytes


def save(project: Path, changes: Iterable[FileChange]) -> tuple[Path, ...]:
    """Write all changes or none; gives the paths as given.

    Raises NotWritable, and then nothing changed.
    """
    wanted = list(changes)
    if not wanted:
        return ()
    with locked(project):
        finish_saving(project)
        for change in wanted:
            _compare(project, change)
        work = project / WORK
        try:
            work.mkdir()
            moves = [_staged(work, number, change) for number, change in enumerate(wanted)]
            draft = work / f"{_JOURNAL}.nieuw"
            write_synced(draft, json.dumps(moves).encode())
            draft.rename(work / _JOURNAL)
            sync_folder(work)
        except OSError as problem:
            shutil.rmtree(work, ignore_errors=True)
            name = problem.filename or wanted[0].path
            raise NotWritable(
                f"{_own(project, Path(name))} kan niet geschreven worden:"
                f" {why_not_written(problem)}. Er is niets veranderd."
            ) from problem
        try:
            _carry_out(project, moves)
        except OSError as problem:
            _take_back(project, wanted, work)
            raise NotWritable(
                f"Niet alle bestanden konden geschreven worden ({why_not_written(problem)}); er"
                " is niets veranderd."
            ) from problem
    return tuple(change.path for change in wanted)


def finish_saving(project: Path) -> bool:
    """Finish what a killed program had begun to write; gives whether there was anything.

    Without a journal nothing of it counts. Raises NotWritable.
    """
    work = project / WORK
    if not work.is_dir():
        return False
    with locked(project):
        if (work / _JOURNAL).is_file():
            moves = json.loads((work / _JOURNAL).read_bytes())
            _carry_out(project, [move for move in moves if _untouched(project, work, move)])
        else:
            shutil.rmtree(work, ignore_errors=True)
    return True


def _untouched(project: Path, work: Path, move: list[str]) -> bool:
    """Whether a file still is what it was when the change was made; what was saved since stays."""
    name, target, before = move
    path = project / target
    if not (work / name).is_file():
        return False
    return (sha256(path) if path.is_file() else "") == before


def _staged(work: Path, number: int, change: FileChange) -> list[str]:
    """The new content beside the others; what goes where, as the journal says it."""
    target = change.path.resolve()
    _check_writable(target)
    staged = work / str(number)
    write_synced(staged, change.after)
    staged.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
    before = "" if change.before is None else sha256(change.before)
    return [staged.name, os.path.relpath(target, work.parent.resolve()), before]


def _check_writable(target: Path) -> None:
    """Raise what renaming would meet, before anything is changed."""
    folder = next(one for one in target.parents if one.exists())
    if not folder.is_dir():
        raise OSError(errno.ENOTDIR, "", str(folder))
    if target.is_dir():
        raise OSError(errno.EISDIR, "", str(target))
    if not os.access(folder, os.W_OK) or (target.exists() and not os.access(target, os.W_OK)):
        raise OSError(errno.EACCES, "", str(target))


def _carry_out(project: Path, moves: Sequence[Sequence[str]]) -> None:
    """Put every new content in its place; done again it changes nothing."""
    work = project / WORK
    folders: dict[Path, None] = {}
    for name, relative, _ in moves:
        target = (project.resolve() / relative).resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        if (work / name).is_file():
            _moved(work / name, target)
        folders[target.parent] = None
    for folder in folders:
        sync_folder(folder)
    (work / _JOURNAL).unlink(missing_ok=True)
    shutil.rmtree(work, ignore_errors=True)
    sync_folder(project)


def _moved(staged: Path, target: Path) -> None:
    try:
        staged.replace(target)
    except OSError as problem:
        if problem.errno != errno.EXDEV:
            raise
        # The file itself stands on another disk: first all of it there, then its name.
        beside = target.with_name(f".{target.name}.nieuw")
        write_synced(beside, staged)
        beside.replace(target)
        staged.unlink()


def _take_back(project: Path, changes: Sequence[FileChange], work: Path) -> None:
    """As it was before: what had its place already goes, what was there comes back."""
    (work / _JOURNAL).unlink(missing_ok=True)
    for change in changes:
        target = change.path.resolve()
        with suppress(OSError):
            if change.before is None:
                target.unlink(missing_ok=True)
            elif target.read_bytes() != change.before:
                beside = target.with_name(f".{target.name}.terug")
                write_synced(beside, change.before)
                beside.replace(target)
    shutil.rmtree(work, ignore_errors=True)
    for folder in {change.path.parent for change in changes if change.before is None}:
        with suppress(OSError):
            folder.rmdir()  # only when it is empty, so when it was made for these files
    sync_folder(project)


def _compare(project: Path, change: FileChange) -> None:
    """Raise NotWritable, with the difference, when a file is no longer what was read."""
    try:
        now = change.path.read_bytes() if change.path.exists() else None
    except OSError as problem:
        raise NotWritable(
            f"{_own(project, change.path)} is niet te lezen: {why_not_read(problem)}. Er is"
            " niets veranderd."
        ) from problem
    if now == change.before:
        return
    old, new = (
        (content or b"").decode("utf-8", "replace").splitlines() for content in (change.before, now)
    )
    lines = [
        line
        for line in difflib.unified_diff(old, new, lineterm="", n=0)
        if line[:1] in "+-" and not line.startswith(("+++", "---"))
    ]
    shown = "".join(f"\n    {line}" for line in lines[:_SHOWN])
    more = f"\n    … en nog {len(lines) - _SHOWN} regels" if len(lines) > _SHOWN else ""
    raise NotWritable(
        f"{_own(project, change.path)} is intussen door iemand anders veranderd; er is niets"
        f" geschreven. Dit is er anders:{shown}{more}\n    Geef de opdracht opnieuw."
    )


def _own(project: Path, path: Path) -> str:
    """A file by its name in the project."""
    with suppress(ValueError):
        return path.resolve().relative_to(project.resolve()).as_posix()
    return str(path)
