# SPDX-License-Identifier: EUPL-1.2
"""A document that came back, read: its paragraphs as they are after every change is accepted, who
changed what, and its comments. Whatever program saved it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import NamedTuple

from ..core.frozen import dataclass
from .base import Base

Looks = frozenset[str]  # strong, em, code; and what the report has not: underlined, struck, marked


class Sign(NamedTuple):
    """A sign of a paragraph: how it looks, the control it stands in, and who put it in or took it
    out while changes were tracked.

    There are as many as letters in the document, so it must be made fast.
    """

    sign: str
    looks: Looks = frozenset()
    link: str = ""
    control: int = 0
    tag: str = ""
    inserted: str = ""
    deleted: str = ""
    relooked: str = ""  # who changed how it looks, while changes were tracked

    @property
    def by(self) -> str:
        """Who changed it, '' when nobody is known to have."""
        return self.deleted or self.inserted


@dataclass
class ReceivedParagraph:
    """A paragraph with its signs, those that were taken out among them.

    `kind` and `level` are what its style makes it: p, h, li or quote. `block` is the number of the
    block in the base that it stands in, as far as the document says.
    """

    signs: list[Sign] = field(default_factory=list)
    kind: str = "p"
    level: int = 0
    ordered: bool = False
    block: int | None = None
    cell: bool = False
    mark_inserted: str = ""
    mark_deleted: str = ""
    restyled: str = ""  # who changed its style while changes were tracked
    drawings: int = 0
    odd: list[str] = field(default_factory=list)  # what is no words: page, formula, symbol, object
    note: str = ""  # the number of the footnote it begins
    merged: bool = False  # with one before it of which the end was taken out: whose style it has?

    @property
    def shape(self) -> str:
        """What it is, as the base has it."""
        return f"h{self.level}" if self.kind == "h" else self.kind

    @property
    def kept(self) -> list[Sign]:
        """The signs that stay when every change is accepted."""
        return [sign for sign in self.signs if not sign.deleted]

    @property
    def words(self) -> str:
        """What a reader sees then."""
        return "".join(sign.sign for sign in self.kept)

    @property
    def authors(self) -> tuple[str, ...]:
        """Everyone who changed something in it."""
        marks = (self.mark_inserted, self.mark_deleted)
        return tuple(dict.fromkeys(n for n in (*(s.by for s in self.signs), *marks) if n))


@dataclass(frozen=True)
class ReceivedComment:
    """A comment with the words it is about; `answers` is the id of the comment it answers."""

    id: str
    author: str
    on: str
    text: str
    block: int | None
    quoted: str
    answers: str = ""
    done: bool = False


@dataclass(frozen=True)
class ReceivedDocument:
    """Everything that came back."""

    paragraphs: tuple[ReceivedParagraph, ...]
    comments: tuple[ReceivedComment, ...]
    base: Base | None
    author: str  # who saved it last
    loose: tuple[str, ...] = ()  # what stands in headers and footers


def accepted(paragraphs: Sequence[ReceivedParagraph]) -> Iterator[ReceivedParagraph]:
    """The paragraphs after every change is accepted: one whose end was taken out goes on in the
    next.
    """
    waiting: ReceivedParagraph | None = None
    for one in paragraphs:
        if waiting is not None and (waiting.cell, one.cell) == (False, False):
            joined = ReceivedParagraph(
                [*waiting.signs, *one.signs],
                waiting.kind if waiting.words.strip() else one.kind,
                waiting.level if waiting.words.strip() else one.level,
                waiting.ordered if waiting.words.strip() else one.ordered,
                waiting.block if waiting.block is not None else one.block,
                one.cell,
                waiting.mark_inserted,
                one.mark_deleted,
                waiting.restyled or one.restyled,
                waiting.drawings + one.drawings,
                merged=True,
            )
            if not one.mark_deleted and waiting.mark_deleted and waiting.words.strip():
                joined.mark_inserted = waiting.mark_deleted  # who joined them is known by it
        else:
            if waiting is not None:
                yield waiting
            joined = one
        if joined.mark_deleted:
            waiting = joined
        else:
            waiting = None
            yield joined
    if waiting is not None:
        yield waiting
