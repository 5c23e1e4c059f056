# SPDX-License-Identifier: EUPL-1.2
"""Writing a folder or a file in whole or not at all.

Everything is first written and flushed to a hidden folder beside the target; then the two change
places by renaming. A build that fails or is killed leaves the previous result; one that is killed
between the two renames is mended by the next.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from .contents import FileContent


class NotWritable(Exception):
    """The target cannot be written; the message is a Dutch sentence."""


_REASONS = {
    13: "u mag daar niet schrijven",
    30: "de schijf is alleen-lezen",
    28: "de schijf is vol",
    17: "daar staat al een bestand",
}


def replace_folder(
    target: Path, files: Mapping[str, FileContent], keep: Callable[[str], bool] = lambda _: False
) -> tuple[Path, ...]:
    """Make `target` hold exactly `files` (names may contain '/') and what it holds already under a
    name to `keep`.

    Returns the paths of `files`. Raises NotWritable.
    """
    previous = target.with_name(f".{target.name}.vorige")
    work: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if previous.exists() and not target.exists():
            previous.rename(target)
        work = Path(tempfile.mkdtemp(prefix=f".{target.name}.nieuw-", dir=target.parent))
        work.chmod(0o755)
        there = {p.relative_to(target).as_posix(): p for p in target.rglob("*") if p.is_file()}
        kept = {name: content for name, content in there.items() if keep(name)}
        for name, content in {**kept, **files}.items():
            _write(work / name, content)
        _change_places(work, target, previous)
    except OSError as problem:
        if work is not None:
            shutil.rmtree(work, ignore_errors=True)
        why = _REASONS.get(problem.errno or 0, problem.strerror or "onbekende oorzaak")
        raise NotWritable(
            f"De map {target} kan niet worden geschreven: {why}. Het vorige resultaat is niet"
            " veranderd; kies met --out een andere map."
        ) from problem
    return tuple(target / name for name in files)


def _change_places(work: Path, target: Path, previous: Path) -> None:
    """Put `work` where `target` stands; when that fails `target` stands there again."""
    if previous.exists():
        shutil.rmtree(previous)
    if target.exists():
        target.rename(previous)
    try:
        work.rename(target)
    except OSError:
        if previous.exists():
            previous.rename(target)
        raise
    shutil.rmtree(previous, ignore_errors=True)


def _write(path: Path, content: FileContent) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        if isinstance(content, bytes):
            stream.write(content)
        else:
            with content.open("rb") as source:
                shutil.copyfileobj(source, stream, 1 << 20)
        stream.flush()
        os.fsync(stream.fileno())


def replace_file(path: Path, content: bytes) -> None:
    """Make `path` hold exactly `content`, keeping its rights.

    Raises NotWritable, and then it is as it was.
    """
    work: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(prefix=f".{path.name}.nieuw-", dir=path.parent)
        work = Path(name)
        with os.fdopen(number, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        work.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        work.replace(path)
    except OSError as problem:
        if work is not None:
            work.unlink(missing_ok=True)
        raise NotWritable(
            f"{path} kan niet geschreven worden ({problem.strerror}); het bestand is niet"
            " veranderd."
        ) from problem
