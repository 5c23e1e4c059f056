# SPDX-License-Identifier: EUPL-1.2
"""What a Word document was made from, kept in the document itself: the source of every text, and
which paragraph shows which.

With it a document that comes back can be held against what was sent, whatever happened to
content/ meanwhile. It stands in a custom XML part, which Word and LibreOffice keep; a web office
may drop it, and then the document is held against content/ as it is now.

Every text of an edition that a reader may want to change, with the name of its place.

A place is chapter, block and path: `("cijfers", "tekst-instroom", "tekst")`; a path within lists
counts them (`partijen/0/naam`). The title of a chapter has no block, the front page is of
`rapport`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from xml.sax.saxutils import escape

from ..core.frozen import dataclass
from ..core.model import Block, Edition, FigureName, KeyLabel, Part, Text
from .cutting import units_of
from .units import TextUnit, WrittenText, line_unit, source_of

FRONT = "rapport"


@dataclass(frozen=True, order=True)
class LeafPlace:
    """Where a text stands in content/, whatever line it has moved to."""

    chapter: str
    block: str
    path: str

    @property
    def name(self) -> str:
        """The block as staff name it: `cijfers/tekst-instroom`."""
        return f"{self.chapter}/{self.block}" if self.block else self.chapter


def leaves_of(edition: Edition) -> Mapping[LeafPlace, Text]:
    """Every text that readers see, in reading order."""
    found: dict[LeafPlace, Text] = {}
    for path, text in (
        ("titel", edition.title),
        ("ondertitel", edition.subtitle),
        ("kanttekening", edition.caveat),
    ):
        if text is not None:
            found[LeafPlace(FRONT, "", path)] = text
    for chapter in edition.chapters:
        found[LeafPlace(chapter.name, "", "titel")] = chapter.title
        for block in chapter.blocks:
            for path, text in _of_block(block):
                found[LeafPlace(chapter.name, block.id, path)] = text
    return found


def _of_block(block: Block) -> Iterator[tuple[str, Text]]:
    if block.title is not None:
        yield "titel", block.title
    for name, value in block.own():
        yield from _within(name, value)


def _within(path: str, value: object) -> Iterator[tuple[str, Text]]:
    if isinstance(value, FigureName):
        return
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, Part):
        for key, part in value.given():
            yield from _within(f"{path}/{key}", part)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _within(f"{path}/{KeyLabel(key)}", part)
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _within(f"{path}/{number}", part)


NAMESPACE = "urn:standrapport:word:1"
FIXED = -1  # a piece that is of no text: a name of the catalogue, a cell, a heading of ours


@dataclass(frozen=True)
class BaseText:
    """A text as it was when the document was made; `shown` what each expression printed."""

    place: LeafPlace
    raw: str
    shown: tuple[tuple[int, int, str], ...]
    prose: bool

    @cached_property
    def source(self) -> WrittenText:
        """The text with its expressions."""
        return source_of(self.raw, self.shown)

    @cached_property
    def units(self) -> Sequence[TextUnit]:
        """Its units; a line is one."""
        return units_of(self.source) if self.prose else [line_unit(self.source)]


@dataclass(frozen=True)
class BasePiece:
    """A stretch of a paragraph: of unit `unit` of text number `text`, or FIXED words."""

    text: int
    unit: int
    words: str
    bound: str = ""  # the reference of a figure that stands here by itself, in a table or a card
    bold: bool = False  # by itself, whatever the text says


@dataclass(frozen=True)
class BaseParagraph:
    """A paragraph of the document: the number of its block and what it is made of."""

    block: int
    pieces: tuple[BasePiece, ...]
    cell: bool = False
    shape: str = ""  # what its style makes it: h2, li, quote or p; '' when that was not kept

    @property
    def words(self) -> str:
        """What stands in it."""
        return "".join(piece.words for piece in self.pieces)


@dataclass(frozen=True)
class BaseBlock:
    """A block of the document: what it is called in content/, and the bookmark around it."""

    chapter: str
    id: str
    kind: str
    bookmark: str
    pictures: int = 0

    @property
    def name(self) -> str:
        """As staff name it."""
        return f"{self.chapter}/{self.id}" if self.id else self.chapter


@dataclass(frozen=True)
class Base:
    """Everything a document was made from."""

    year: int
    blocks: tuple[BaseBlock, ...]
    texts: tuple[BaseText, ...]
    paragraphs: tuple[BaseParagraph, ...]
    remarks: Mapping[str, int] = field(default_factory=dict)  # comment by its id: remark number
    loose: tuple[str, ...] = ()  # what stands above every page
    pictures: int = 0
    notes: bool = False  # whether the marks of footnotes are among the words

    def as_xml(self) -> bytes:
        """As a custom XML part."""
        content = {
            "jaar": self.year,
            "blokken": [[b.chapter, b.id, b.kind, b.bookmark, b.pictures] for b in self.blocks],
            "teksten": [
                [t.place.chapter, t.place.block, t.place.path, t.raw, t.shown, t.prose]
                for t in self.texts
            ],
            "alineas": [
                [
                    p.block,
                    p.cell,
                    [[q.text, q.unit, q.words, q.bound, q.bold] for q in p.pieces],
                    p.shape,
                ]
                for p in self.paragraphs
            ],
            "opmerkingen": dict(self.remarks),
            "kop": list(self.loose),
            "plaatjes": self.pictures,
            "noten": self.notes,
        }
        written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        return (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<basis xmlns="{NAMESPACE}">'
            f"{escape(written)}</basis>"
        ).encode()


def base_of_json(written: str) -> Base:
    """What was kept in a document. Raises ValueError, KeyError or TypeError when it is broken."""
    content = json.loads(written)
    return Base(
        int(content["jaar"]),
        tuple(BaseBlock(*one) for one in content["blokken"]),
        tuple(
            BaseText(
                LeafPlace(chapter, block, path),
                raw,
                tuple((int(a), int(b), str(c)) for a, b, c in shown),
                bool(prose),
            )
            for chapter, block, path, raw, shown, prose in content["teksten"]
        ),
        tuple(
            BaseParagraph(
                int(block), tuple(BasePiece(*piece) for piece in pieces), bool(cell), "".join(shape)
            )
            for block, cell, pieces, *shape in content["alineas"]
        ),
        {str(key): int(value) for key, value in content.get("opmerkingen", {}).items()},
        tuple(str(one) for one in content.get("kop", ())),
        int(content.get("plaatjes", 0)),
        bool(content.get("noten")),
    )
