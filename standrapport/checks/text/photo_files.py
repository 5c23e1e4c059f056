# SPDX-License-Identifier: EUPL-1.2
"""The files of pictures: there, of a kind the report can hold, not too large, and told to who
cannot see them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ...core.formula import nearest
from ...core.model import Beeld, Edition, Finding
from ...messages import found

_KINDS = {b"\xff\xd8\xff": "JPEG", b"\x89PNG": "PNG"}
_CAMERA = re.compile(r"(?:img|dsc|dscn|pxl|photo|foto|image|afbeelding)[\W_]*\d*(?:\.\w+)?")
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
    if block.alt.strip() and _only_a_name(block):
        yield found("SR-L087", block.places.get("alt", block.position), said, which="alt")
    if "://" in block.file:
        yield found("SR-L087", place, said, which="web")
        return
    path = project / folder / block.file
    if Path(block.file).name != block.file or not path.is_file():
        yield found("SR-L087", place, {**said, "hint": _hint(project, folder, block)}, which="weg")
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


def _only_a_name(block: Beeld) -> bool:
    """Whether the words for the picture are its file or what a camera calls it."""
    words = block.alt.strip().casefold()
    path = Path(block.file.casefold())
    return words in (path.name, path.stem) or _CAMERA.fullmatch(words) is not None


def _hint(project: Path, folder: Path, block: Beeld) -> str:
    """Where a picture that is not in its place does lie, or what was probably meant."""
    name = Path(block.file).name
    by_name = {one.name.casefold(): one.name for one in sorted((project / folder).glob("*"))}
    by_stem = {Path(low).stem: there for low, there in by_name.items()}
    same = by_name.get(name.casefold()) or by_stem.get(Path(name.casefold()).stem)
    if same:
        return f" Er staat wel {same}; schrijf de naam precies zo."
    for other in (folder.parent, folder.parent.parent, Path("beeld"), Path()):
        if (project / other / name).is_file():
            where = f"{other.as_posix()}/" if other.parts else "de map van het project"
            return f" Het staat wel in {where}; zet het in {folder.as_posix()}/."
    close = nearest(name.casefold(), list(by_name))
    return f" Bedoelt u {by_name[close[0]]}?" if close else ""
