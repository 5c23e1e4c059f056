# SPDX-License-Identifier: EUPL-1.2
"""A paragraph while it is being made: stretches of words, how they look and what they are of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field, replace
from itertools import groupby
from typing import Protocol

from ..core.frozen import dataclass
from .base import FIXED, BasePiece
from .units import NOTE, Atom, Marks
from .xml import Look, Numbers, control, escaped, paragraph, run

Linked = Callable[[str], str]  # a web address: its relation


class Writing(Protocol):
    """What a paragraph needs of the document it is in."""

    numbers: Numbers

    def linked(self, address: str, /) -> str:
        """The relation of a web address."""


@dataclass(frozen=True)
class Segment:
    """Words that look alike: of a unit of a text, or FIXED; `bound` names the figure they are."""

    words: str
    look: Look
    text: int = FIXED
    unit: int = 0
    bound: str = ""
    link: str = ""
    bold: bool = False  # by where it stands, not by what the text says
    note: int = 0  # the number of the footnote it is the mark of


@dataclass
class Para:
    """A paragraph of the document; `raw` is what stands in it besides words (a picture)."""

    style: str = ""
    properties: str = ""
    segments: list[Segment] = field(default_factory=list)
    raw: str = ""
    border: str = ""
    spacing: str = ""
    before: str = ""
    after: str = ""
    cell: bool = False
    notes: list[tuple[int, Para]] = field(default_factory=list)

    @property
    def words(self) -> str:
        """What stands in it."""
        return "".join(segment.words for segment in self.segments)

    @property
    def ends_with_space(self) -> bool:
        """Whether what follows needs no space."""
        return not self.segments or self.segments[-1].words.endswith((" ", "\v"))

    @property
    def pieces(self) -> tuple[BasePiece, ...]:
        """What it is made of, for the base."""
        found: list[BasePiece] = []
        for one in self.segments:
            last = found[-1] if found else None
            alike = last is not None and (last.text, last.unit, last.bold) == (
                one.text,
                one.unit,
                one.bold,
            )
            bound = one.bound if one.text == FIXED else ""
            if last is not None and alike and not bound and not last.bound:
                found[-1] = replace(last, words=last.words + one.words)
            else:
                found.append(BasePiece(one.text, one.unit, one.words, bound, one.bold))
        return tuple(found)

    def trim(self) -> None:
        """Take the spaces off the ends that no text of content/ put there."""
        while self.segments and self.segments[-1].text == FIXED:
            last = self.segments[-1]
            bare = last.words.rstrip(" \v")
            if bare == last.words:
                return
            if bare:
                self.segments[-1] = replace(last, words=bare)
                return
            self.segments.pop()

    def xml(self, writing: Writing) -> str:
        """As a paragraph of the document."""
        inside = self.before + self.inside(writing) + self.raw + self.after
        # The order of the schema: pageBreakBefore, numPr, pBdr, shd, spacing.
        return paragraph(inside, self.style, self.properties + self.border + self.spacing)

    def inside(self, writing: Writing, linked_: Linked | None = None) -> str:
        """Its runs; `linked_` gives the relation of an address when not the document does."""
        parts = []
        for link, linked in groupby(self.segments, key=lambda one: one.link):
            runs = "".join(_segment_xml(one, writing.numbers, link=bool(link)) for one in linked)
            if link:
                relation = (linked_ or writing.linked)(link)
                runs = f'<w:hyperlink r:id="{escaped(relation)}">{runs}</w:hyperlink>'
            parts.append(runs)
        return "".join(parts)

    def footnote(self, writing: Writing, linked: Linked, *, first: bool) -> str:
        """As a paragraph of a footnote, whose part has links of its own."""
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        runs = self.inside(writing, linked)
        return paragraph(f"{mark}{run(' ')}{runs}" if first else runs, "FootnoteText")


def _note_mark(number: int) -> str:
    return (
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        f'<w:footnoteReference w:id="{number}"/></w:r>'
    )


def _segment_xml(one: Segment, numbers: Numbers, *, link: bool) -> str:
    look = replace(one.look, style="Hyperlink") if link and not one.look.style else one.look
    if one.words == NOTE:
        return _note_mark(one.note) if one.note else ""
    if not one.bound:
        return run(one.words, look)
    figure = look if look.style else replace(look, style="Cijfer")
    return control(
        numbers.next("control"), one.bound, run(one.words, figure), alias=one.bound, locked=True
    )


def unit_segments(atoms: Sequence[Atom], look: Look, text: int, unit: int) -> Iterator[Segment]:
    """The atoms of a unit as segments: those that look alike together, each figure by itself."""

    def key(pair: tuple[int, Atom]) -> tuple[Marks, int]:
        number, atom = pair
        return atom.marks, number if atom.bound or atom.shown == NOTE else FIXED

    for (marks, _), group in groupby(enumerate(atoms), key=key):
        alike = [atom for _, atom in group]
        words = "".join(atom.shown for atom in alike)
        kinds = {mark.kind for mark in marks}
        link = next((mark.address for mark in marks if mark.kind == "link"), "")
        bound = alike[0].bound
        yield Segment(
            words,
            replace(
                look,
                bold=look.bold or "strong" in kinds,
                italic=look.italic or "em" in kinds,
                code=look.code or "code" in kinds,
            ),
            text,
            unit,
            bound.reference if bound is not None else "",
            link,
            look.bold,
        )
