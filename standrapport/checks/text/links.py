# SPDX-License-Identifier: EUPL-1.2
"""Links and pictures in running text: only addresses a reader can follow, and nothing that a page
would have to fetch; and the files of pictures: there, of a kind the report can hold, not too
large, and told to who cannot see them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ...core.formula import nearest
from ...core.model import Beeld, Edition, Finding
from ...messages import found
from .texts import texts_of

# [words](address), ![words](address), <address>, and [name]: address on a line of its own.
_LINKS = re.compile(
    r"(?P<picture>!?)\[[^\]\n]*\]\(\s*<?(?P<inline>[^\s<>)]*)"
    r"|<(?P<auto>[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*)>"
    r"|^ {0,3}\[(?!\^)[^\]\n]+\]:\s*<?(?P<defined>[^\s<>]+)",
    re.MULTILINE,
)
_FOLLOWED = re.compile(
    r"(?:https?://[^\s]+\.[^\s]+|https?://localhost\S*|mailto:[^\s]+@[^\s]+|#\S+)", re.IGNORECASE
)
_WEB = re.compile(r"www\.[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE)


def link_findings(edition: Edition) -> Iterator[Finding]:
    """SR-L086 for every address that cannot be followed, and every picture."""
    for place in texts_of(edition):
        raw = place.text.raw
        if "]" not in raw and "<" not in raw:
            continue
        for match in _LINKS.finditer(raw):
            address = match["inline"] or match["auto"] or match["defined"] or ""
            if match["picture"]:
                said = {"adres": address[:80]}
                yield found("SR-L086", place.text.place(match.start()), said, which="afbeelding")
            elif "{{" not in address and not _FOLLOWED.fullmatch(address):
                yield found(
                    "SR-L086",
                    place.text.place(match.start()),
                    {"adres": address[:80], "hint": _hint(address)},
                    which="adres",
                )


def _hint(address: str) -> str:
    """What was probably meant: an address of the web without its beginning."""
    return f" Bedoelt u https://{address}?" if _WEB.fullmatch(address) else ""


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
