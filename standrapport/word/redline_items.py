# SPDX-License-Identifier: EUPL-1.2
"""An edition of a comparison as what a document holds: paragraphs and tables, block by block.

Made of a snapshot, so that a built edition of which only the manifest is left has a document too.
The figures a block shows outside its words (in a table, a chart, on cards) stand in a table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..core.frozen import dataclass
from ..core.model import Used
from ..review.compare import Snapshot
from ..review.compare.snapshot import SeenBlock
from ..review.compare.words import Token, text_of

FRONT = ("", "")
_FRONT_STYLES = (("title", "Title"), ("subtitle", "Subtitle"), ("caveat", "Bron"))
_FRONT_LINES = (
    ("organisation", "Organisatie"),
    ("date", "Datum"),
    ("reference_date", "Peildatum"),
)
_SHAPES = (
    (re.compile(r"#{1,6} "), "Heading3"),
    (re.compile(r"[-*+] "), "ListBullet"),
    (re.compile(r"\d+[.)] "), "ListNumber"),
)
_PARAGRAPHS = re.compile(r"\n\n|\n(?=[-*+] |\d+[.)] )")


@dataclass(frozen=True)
class ComparedLine:
    """A paragraph: its style and its words."""

    style: str
    words: str


@dataclass(frozen=True)
class ComparedTable:
    """A table: its rows, the first with the headings; `refs` are the figures in it."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    refs: frozenset[str] = frozenset()

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return len(self.rows[0])


Item = ComparedLine | ComparedTable


@dataclass(frozen=True)
class ComparedSection:
    """The front page, the head of a chapter, or a block; `place` is its chapter and id."""

    place: tuple[str, str]
    items: tuple[Item, ...]


def sections_of(side: Snapshot) -> list[ComparedSection]:
    """Everything in an edition, in order."""
    found = [ComparedSection(FRONT, tuple(_front(side)))]
    used: dict[tuple[str, str], list[Used]] = {}
    for use in side.used:
        used.setdefault((use.chapter, use.block), []).append(use)
    for chapter in side.chapters:
        title = tuple(_lines(chapter.title, "Heading1"))
        found.append(ComparedSection((chapter.name, ""), title))
        for block in chapter.blocks:
            place = (chapter.name, block.id)
            items = _block(side, block, used.get(place, ()))
            found.append(ComparedSection(place, tuple(items)))
    return found


def _front(side: Snapshot) -> Iterator[Item]:
    for name, style in _FRONT_STYLES:
        yield from _lines(side.front[name], style)
    for name, label in _FRONT_LINES:
        words = text_of(side.front[name]).strip()
        if words and words != "None":
            yield ComparedLine("", f"{label}: {words}")
    yield ComparedLine("", f"Status: {side.status}")


def _block(side: Snapshot, block: SeenBlock, used: Sequence[Used]) -> Iterator[Item]:
    yield from _lines(block.title, "Heading2")
    yield from _lines(block.text, "")
    for name in ("bestand", "alt"):
        if name in block.settings:
            words = ", ".join(map(str, block.settings[name]))
            yield ComparedLine("Bron", f"{'Beeld' if name == 'bestand' else 'Te zien'}: {words}")
    yield from _table(side, block, used)


def _lines(side: Sequence[Token], style: str) -> Iterator[ComparedLine]:
    for words in _PARAGRAPHS.split(text_of(side)):
        shown = " ".join(words.replace("**", "").split())
        if shown:
            yield _line(shown, style)


def _line(words: str, style: str) -> ComparedLine:
    for shape, name in _SHAPES:
        if not style and (match := shape.match(words)):
            return ComparedLine(name, words[match.end() :])
    return ComparedLine(style, words)


def _table(side: Snapshot, block: SeenBlock, used: Sequence[Used]) -> Iterator[ComparedTable]:
    """The figures a block shows besides its words: a row each, a column per year."""
    said = Counter(token.text for token in (*block.title, *block.text) if token.expression)
    cells: dict[tuple[str, str | None], dict[int, str]] = {}
    for use in used:
        if said[use.text]:
            said[use.text] -= 1
        elif use.ref in side.definitions:
            cells.setdefault((use.ref, use.key), {}).setdefault(use.year, use.text)
    if not cells:
        return
    years = sorted({year for row in cells.values() for year in row})
    rows = [
        (
            side.title(ref) + (f", {key}" if key else ""),
            *(row.get(year, "") for year in years),
        )
        for (ref, key), row in cells.items()
    ]
    name = f"{block.kind.capitalize()}: {block.name}"
    heads = (name, *map(str, years))
    yield ComparedTable(name, (heads, *rows), frozenset(ref for ref, _ in cells))
