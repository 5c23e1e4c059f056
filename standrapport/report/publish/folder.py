# SPDX-License-Identifier: EUPL-1.2
"""Writing a folder or a file in whole or not at all.

Everything is first written and flushed to a hidden folder beside the target; then the two change
places in one step, where the system can, so that there is a result at any moment. Where it cannot,
the target is renamed away first; a build that is killed in between is mended by the next.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from ...core.disk import why_not_written
from .contents import FileContent
from .disk import NotWritable, exchange, locked, sync_folder, write_synced


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
