# SPDX-License-Identifier: EUPL-1.2
"""A document that came back, read, once it is sure to be a .docx that can be opened safely: its
paragraphs as they are after every change is accepted, who changed what, and its comments. Whatever
program saved it.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import field
from pathlib import Path
from typing import NamedTuple

from ..core.frozen import dataclass
from ..project.places import UsageProblem
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


LARGEST = 200_000_000  # bytes of all parts together, unpacked: many times a report with its charts
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # of .doc, and of every document with a password
_STRICT = b"purl.oclc.org/ooxml"
_TYPES, _RELATIONS = "[Content_Types].xml", "_rels/.rels"


def readable(path: Path) -> None:
    """Raises UsageProblem, with a sentence that says what to do, when the file is no .docx."""
    try:
        with path.open("rb") as file:
            start = file.read(len(_OLD))
    except OSError as problem:
        raise UsageProblem(f"Het bestand {path} is niet te openen.") from problem
    if start == _OLD:
        raise UsageProblem(
            f"{path.name} heeft een wachtwoord of is van een oude Word (.doc); sla het zonder"
            " wachtwoord op als .docx."
        )
    try:
        with zipfile.ZipFile(path) as package:
            _of_package(path, package)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError) as problem:
        raise UsageProblem(
            f"{path.name} is geen Word-document of is beschadigd; vraag het opnieuw, of sla het"
            " opnieuw op als .docx."
        ) from problem


def _of_package(path: Path, package: zipfile.ZipFile) -> None:
    if sum(one.file_size for one in package.infolist()) > LARGEST:
        raise UsageProblem(
            f"{path.name} is uitgepakt groter dan {LARGEST // 1_000_000} MB en wordt niet geopend;"
            " haal grote plaatjes eruit."
        )
    names = package.namelist()
    if "mimetype" in names and _TYPES not in names:
        raise UsageProblem(f"{path.name} is een OpenDocument; sla het op als .docx.")
    types = package.read(_TYPES) if _TYPES in names else b""
    if _RELATIONS in names and _STRICT in package.read(_RELATIONS):
        raise UsageProblem(
            f"{path.name} is opgeslagen als 'Strict Open XML'; kies bij het opslaan het gewone"
            " Word-document (.docx)."
        )
    if b"macroEnabled" in types or b"template.main+xml" in types:
        raise UsageProblem(
            f"{path.name} is een sjabloon of heeft macro's; sla het op als gewoon Word-document"
            " (.docx)."
        )
