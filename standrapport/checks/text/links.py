# SPDX-License-Identifier: EUPL-1.2
"""Links and pictures in running text: only addresses a reader can follow, and nothing that a page
would have to fetch; and the files of pictures: there, of a kind the report can hold, not too
large, and told to who cannot see them.

Whether each source a text names (`volgens:`) is declared, was there when the report appeared,
and is about words that stand in its block; and whether groups that are named are declared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ...core.formula import nearest
from ...core.model import (
    Block,
    Catalogue,
    Edition,
    FigureName,
    Finding,
    PictureFile,
    Populaties,
    Text,
)
from ...core.notation import format_datum
from ...core.words import OWN, Attribution, attributions_of, published_words
from ...messages import found
from .texts import pictures_of, texts_of

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
_CAMERA = re.compile(r"(?:img|dsc|dscn|pxl|photo|foto|image|afbeelding)[\W_]*\d*(?:\.\w+)?")
_LARGEST = 20_000_000  # bytes


def picture_findings(project: Path, edition: Edition) -> Iterator[Finding]:
    """SR-L087 for every picture that cannot be in the report, or has no words."""
    for chapter in edition.chapters:
        for block in chapter.blocks:
            for one in pictures_of(block):
                yield from _of_picture(project, one)


def _of_picture(project: Path, one: PictureFile) -> Iterator[Finding]:
    folder = Path(one.position.file).parent / "beeld"
    said = {"bestand": one.file, "map": f"{folder.as_posix()}/"}
    place = one.places.get("bestand", one.position)
    if one.alt.strip() and _only_a_name(one):
        yield found("SR-L087", one.places.get("alt", one.position), said, which="alt")
    if "://" in one.file:
        yield found("SR-L087", place, said, which="web")
        return
    path = project / folder / one.file
    if Path(one.file).name != one.file or not path.is_file():
        yield found("SR-L087", place, {**said, "hint": _where(project, folder, one)}, which="weg")
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


def _only_a_name(one: PictureFile) -> bool:
    """Whether the words for the picture are its file or what a camera calls it."""
    words = one.alt.strip().casefold()
    path = Path(one.file.casefold())
    return words in (path.name, path.stem) or _CAMERA.fullmatch(words) is not None


def _where(project: Path, folder: Path, one: PictureFile) -> str:
    """Where a picture that is not in its place does lie, or what was probably meant."""
    name = Path(one.file).name
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


def attribution_findings(edition: Edition, catalogue: Catalogue) -> list[Finding]:
    """SR-N030, SR-N031 and SR-N032 for what stands under `volgens:`."""
    findings: list[Finding] = []
    for chapter in edition.chapters:
        for block in chapter.blocks:
            for one in attributions_of(block, catalogue):
                findings += _wrong(one, block, edition, catalogue)
    return findings


def _wrong(
    one: Attribution, block: Block, edition: Edition, catalogue: Catalogue
) -> Iterator[Finding]:
    if not one.known:
        close = nearest(one.said, [*catalogue.sources, OWN])[:1]
        hint = f" Bedoelt u '{close[0]}'?" if close else ""
        yield found("SR-N030", one.position, {"bron": one.said, "hint": hint})
    elif one.source is not None and one.source.published > edition.date:
        # '2025' is before '2025-04-25': of a year or a month alone its first day counts.
        said = {
            "bron": one.source.title,
            "wanneer": published_words(one.source),
            "datum": format_datum(edition.date),
        }
        yield found("SR-N031", one.position, said)
    if one.sentence and not any(
        " ".join(one.sentence.lower().split()) in " ".join(text.raw.lower().split())
        for text in texts_in(block)
    ):
        yield found("SR-N032", one.position, {"zin": one.sentence})


def group_findings(edition: Edition, catalogue: Catalogue) -> list[Finding]:
    """SR-N052 for each group a block 'populaties' names that is not declared."""
    return [
        found(
            "SR-N052",
            block.places.get("groepen", block.position),
            {"groep": name, "hint": _meant(name, catalogue)},
        )
        for chapter in edition.chapters
        for block in chapter.blocks
        if isinstance(block, Populaties)
        for name in block.groups
        if name not in catalogue.populations
    ]


def _meant(name: str, catalogue: Catalogue) -> str:
    close = nearest(name, list(catalogue.populations))[:1]
    return f" Bedoelt u '{close[0]}'?" if close else ""


def texts_in(block: Block) -> Sequence[Text]:
    """The texts of a block that readers see, without its title."""
    return [
        value
        for _, value in block.leaves()
        if isinstance(value, Text) and not isinstance(value, FigureName)
    ]
