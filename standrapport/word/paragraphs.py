# SPDX-License-Identifier: EUPL-1.2
"""A paragraph while it is being made: stretches of words, how they look and what they are of.
Tables of the page, and cards with key figures, become tables of the document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field, replace
from functools import partial
from itertools import groupby
from typing import Any, Protocol

from ..core.frozen import dataclass
from .base import FIXED, BasePiece, BaseText
from .styles import SPACER, TOGETHER, LayoutFrame, cell_style
from .units import NOTE, Atom, Marks
from .xml import Look, Numbers, cell, control, escaped, paragraph, row, run, table, widths_of

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


class TableHolder(Protocol):
    """What a table needs of the layout it comes into."""

    texts: Sequence[BaseText]
    items: list[Para | str]
    open: Para | None

    def flow(self, node: Any, frame: LayoutFrame, /) -> None:
        """What stands in an element."""

    def words(self, words: str | None, frame: LayoutFrame, /) -> None:
        """Words of the page itself."""

    def close(self) -> None:
        """End the paragraph that is open."""

    def hang_notes(self) -> None:
        """The notes of the block at the paragraph that is open."""

    def as_text(self, one: Para | str, /) -> str:
        """An item as it stands in the document."""


def put_cards(layout: TableHolder, node: Any) -> None:
    """Key figures as a table, a row each."""
    heads = (("Kerncijfer", ""), ("Waarde", "rechts"), ("Verandering", ""))
    words = [[head for head, _ in heads]]
    rows = [
        row(
            [_celled(layout, partial(layout.words, one), f"Tabelkop{side}") for one, side in heads],
            header=True,
        )
    ]
    cards = list(node.iter("li"))
    for number, card in enumerate(cards, 1):
        parts = {(p.get("class") or "").split()[0]: p for p in card.iter("p") if p.get("class")}
        shown = [parts[name] for name in ("kaarttitel", "kaartwaarde", "kaartverschil")]
        words.append(["".join(one.itertext()) for one in shown])
        styles = ("Tabeltekst", "Tabelgetal", "Tabeltekst")
        together = number < len(cards)
        rows.append(
            row(
                _celled(layout, partial(layout.flow, one), style, together=together)
                for one, style in zip(shown, styles, strict=True)
            )
        )
    layout.items += [table(rows, widths_of(words), "Kerncijfers"), Para(SPACER)]


def put_table(layout: TableHolder, node: Any, frame: LayoutFrame) -> None:
    """A table with its caption; one of words in a running text has none."""
    caption = node.find("caption")
    words = ""
    if caption is not None:
        layout.flow(caption, replace(frame, style="Caption"))
        words = layout.open.words if layout.open is not None else ""
        layout.hang_notes()
        layout.close()
    rows, shown = [], []
    lines = list(node.iter("tr"))
    for number, line in enumerate(lines, 1):
        cells = [one for one in line if one.tag in ("th", "td")]
        shown.append([_shown(layout, one) for one in cells])
        header = line.getparent().tag == "thead"
        together = number < len(lines) <= TOGETHER and not header
        made = [
            _celled(
                layout, partial(layout.flow, one), cell_style(one, header=header), together=together
            )
            for one in cells
        ]
        rows.append(row(made, header=header))
    # Two tables in a row would otherwise become one.
    if not words and shown:
        words = f"Tabel met {', '.join(one.strip() for one in shown[0] if one.strip())}"
    layout.items += [table(rows, widths_of(shown), words), Para(SPACER)]


def _shown(layout: TableHolder, node: Any) -> str:
    """The words of a cell, texts of content/ too."""
    marked = [one for one in node.iter("span") if one.get("data-tekst") is not None]
    inside = [
        layout.texts[int(one.get("data-tekst"))].units[int(one.get("data-deel"))].shown
        for one in marked
    ]
    return " ".join(["".join(node.itertext()), *inside])


def _celled(
    layout: TableHolder, fill: Callable[[LayoutFrame], None], style: str, *, together: bool = False
) -> str:
    """A cell; `together` keeps its row on the page of the next."""
    outer, layout.items = layout.items, []
    keep = "<w:keepNext/>" if together else ""
    fill(LayoutFrame(style=style, cell=True, properties=keep))
    layout.close()
    inside = "".join(map(layout.as_text, layout.items or [Para(style)]))
    layout.items = outer
    return cell(inside)
