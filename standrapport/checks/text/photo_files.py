# SPDX-License-Identifier: EUPL-1.2
"""The files of pictures: there, of a kind the report can hold, not too large, and told to who
cannot see them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ...core.formula import nearest
from ...core.model import Beeld, Edition, Finding
from ...messages import found

_KINDS = {b"\xff\xd8\xff": "JPEG", b"\x89PNG": "PNG"}
_LARGEST = 20_000_000  # bytes


def picture_findings(project: Path, edition: Edition) -> Iterator[Finding]:
    """SR-L087 for every picture that cannot be in the report, or has no words."""
    for chapter in edition.chapters:
        for block in chapter.blocks:
            if isinstance(block, Beeld):
                yield from _of_block(project, block)


def _of_block(project: Path, block: Beeld) -> Iterator[Finding]:
    folder = Path(block.position.file).parent / "beeld"
    said = {"bestand": block.file, "map": f"{folder.as_posix()}/"}
    place = block.places.get("bestand", block.position)
    if not block.alt.strip():
        yield found("SR-L087", block.places.get("alt", block.position), said, which="alt")
    if "://" in block.file:
        yield found("SR-L087", place, said, which="web")
        return
    path = project / folder / block.file
    if Path(block.file).name != block.file or not path.is_file():
        there = sorted(one.name for one in (project / folder).glob("*") if one.is_file())
        close = nearest(block.file, there)
        hint = f" Bedoelt u {close[0]}?" if close else ""
        yield found("SR-L087", place, {**said, "hint": hint}, which="weg")
        return
    size = path.stat().st_size
    if size > _LARGEST:
        much = {**said, "mb": round(size / 1_000_000), "hooguit": _LARGEST // 1_000_000}
        yield found("SR-L087", place, much, which="groot")
        return
    with path.open("rb") as stream:
        begin = stream.read(4)
    if not any(begin.startswith(mark) for mark in _KINDS):
        yield found("SR-L087", place, said, which="soort")
