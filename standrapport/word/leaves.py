# SPDX-License-Identifier: EUPL-1.2
"""Every text of an edition that a reader may want to change, with the name of its place.

A place is chapter, block and path: `("cijfers", "tekst-instroom", "tekst")`; a path within lists
counts them (`partijen/0/naam`). The title of a chapter has no block, the front page is of
`rapport`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..core.frozen import dataclass
from ..core.model import Block, Edition, FigureName, KeyLabel, Part, Text

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
