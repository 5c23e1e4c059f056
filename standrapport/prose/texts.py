"""Walking an edition: every text readers see and every reference a block makes, with the chapter and block it is in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..model import Block, Edition, Text

REFERENCE_FIELDS = ("cijfers", "van", "naar")


@dataclass(frozen=True)
class Place:
    """A text with the chapter and block it belongs to (None for the front matter) and the field it stands in."""

    text: Text
    chapter: str
    block: Block | None
    field: str


def texts_of(edition: Edition) -> Iterator[Place]:
    """Every text of the edition that is shown to readers, in reading order."""
    for name, text in (("titel", edition.title), ("ondertitel", edition.subtitle), ("kanttekening", edition.caveat)):
        if text is not None:
            yield Place(text, "rapport", None, name)
    for chapter in edition.chapters:
        yield Place(chapter.title, chapter.name, None, "titel")
        for block in chapter.blocks:
            if block.title is not None:
                yield Place(block.title, chapter.name, block, "titel")
            for name, value in block.fields.items():
                if name not in REFERENCE_FIELDS:
                    for text in _texts(value):
                        yield Place(text, chapter.name, block, name)


def references_of(edition: Edition) -> Iterator[Place]:
    """Every reference a block makes outside its text: the figures of tables, charts and cards."""
    for chapter in edition.chapters:
        for block in chapter.blocks:
            for name in REFERENCE_FIELDS:
                for text in _texts(block.fields.get(name)):
                    yield Place(text, chapter.name, block, name)


def _texts(value: Any) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
