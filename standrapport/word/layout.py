# SPDX-License-Identifier: EUPL-1.2
"""The page for print laid out anew for Word: its elements become paragraphs with styles, tables,
pictures and footnotes.

Made from the same page as the PDF, so that every kind of block, those of plugins too, comes along.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from html import unescape
from typing import Any

from ..core.frozen import dataclass
from .base import FIXED, BaseBlock, BaseParagraph, BaseText
from .marked_ink import reference_of
from .paragraphs import Para, Segment, put_cards, put_table, unit_segments
from .styles import (
    ANNEX,
    CLASSES,
    FOOTNOTE,
    FRAMES,
    HEADINGS,
    INLINE,
    SKIPPED,
    SPACER,
    STYLED,
    LayoutFrame,
    ListMark,
    border_of,
    look_of,
    shape_of,
)
from .units import NOTE
from .xml import PLAIN, Look, Numbers, bookmark, control, paragraph, picture

_BELOW_TABLE = ("", "ListBullet", "ListNumber")  # styles without space above
_TOLD = re.compile(
    r'<title[^>]*>(.*?)</title>(?:<desc[^>]*>(.*?)</desc>)?|<img [^>]*alt="([^"]+)"', re.DOTALL
)
Drawn = Callable[[str], tuple[str, float, float]]  # a drawing: its relation, width and height


@dataclass
class PageLayout:
    """Lays one page out; afterwards `body`, `footnotes`, `blocks` and `paragraphs` tell of it."""

    year: int
    texts: Sequence[BaseText]
    names: Mapping[str, tuple[str, str, str]]  # address in the page: chapter, block and kind
    drawings: Sequence[str]
    drawn: Drawn
    linked: Callable[[str], str]
    numbers: Numbers = field(default_factory=Numbers)
    items: list[Para | str] = field(default_factory=list)
    blocks: list[BaseBlock] = field(default_factory=list)
    paragraphs: list[BaseParagraph] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    note_links: list[str] = field(default_factory=list)  # addresses, in the order of relations
    ordered: list[int] = field(default_factory=list)  # numbering instances of numbered lists
    block: int = FIXED
    open: Para | None = None
    placed: set[tuple[int, int]] = field(default_factory=set)
    notes: list[Any] = field(default_factory=list)

    def body(self, root: Any) -> str:
        """The body of the document."""
        self.flow(root, LayoutFrame())
        self.close()
        body = "".join(map(self.as_text, self.items))
        # What stands between a table and a paragraph is not needed.
        return body.replace(f"{paragraph('', SPACER)}<w:p>", "<w:p>")

    # Elements

    def flow(self, node: Any, frame: LayoutFrame) -> None:
        """Lay out what stands in an element."""
        self.words(node.text, frame)
        for child in node:
            if isinstance(child.tag, str):
                self._element(child, frame)
            self.words(child.tail, frame)

    def _element(self, node: Any, frame: LayoutFrame) -> None:
        name, classes = node.tag, (node.get("class") or "").split()
        if name in SKIPPED or "vonk" in classes or "vonknoot" in classes or node in self.notes:
            return
        if name in INLINE:
            self._inline(node, frame)
            return
        self.close()
        named = self._name_of(node, classes)
        if named is not None:
            self._in_block(node, frame, named)
        else:
            self._inside(node, frame, classes)
        self.close()

    def _name_of(self, node: Any, classes: list[str]) -> tuple[str, str, str] | None:
        """The block an element is of, as chapter, id and kind."""
        if "omslag" in classes:
            return self.names["omslag"]
        if ANNEX in classes:
            return (ANNEX, str(node.get("aria-labelledby", "")), ANNEX)
        return self.names.get(node.get("id") or "")

    def _in_block(self, node: Any, frame: LayoutFrame, named: tuple[str, str, str]) -> None:
        """A block: a control with its id around everything in it, and a bookmark."""
        outer, self.items, before = self.items, [], self.block
        number = self.numbers.next("block")
        mark = f"sr_{number}"
        self.block = len(self.blocks)
        self.blocks.append(BaseBlock(*named, mark))
        self.notes = self._notes_of(node)
        border = FRAMES.get(named[2])
        self._inside(
            node,
            frame if border is None else replace(frame, border=border_of(*border)),
            (node.get("class") or "").split(),
        )
        self.close()
        # Counted before anything is written: a paragraph is written once.
        drawn = sum(
            "<w:drawing>" in (one if isinstance(one, str) else one.raw) for one in self.items
        )
        self.blocks[self.block] = replace(self.blocks[self.block], pictures=drawn)
        start, end = bookmark(self.numbers.next("bookmark"), mark)
        paras = [one for one in self.items if isinstance(one, Para)]
        paras = [one for one in paras if one.style != SPACER] or paras
        if paras:
            paras[0].before = start
            last = self.items[-1]
            if isinstance(last, Para):
                last.after = end
            else:
                self.items.append(end)
        inside = "".join(map(self.as_text, self.items))
        chapter, id_, _ = named
        if inside:
            outer.append(
                control(
                    self.numbers.next("control"),
                    id_ or chapter,
                    inside,
                    alias=f"{chapter}/{id_}" if id_ else chapter,
                )
            )
        self.items, self.block = outer, before

    def as_text(self, one: Para | str) -> str:
        """An item as it stands in the document."""
        return one if isinstance(one, str) else one.xml(self)

    def _notes_of(self, node: Any) -> list[Any]:
        """The notes of a block that has a caption for them to hang on."""
        if not any(True for _ in node.iter("caption", "figcaption")):
            return []
        return [one for one in node.iter("p") if (one.get("class") or "") == "noot"]

    def _inside(self, node: Any, frame: LayoutFrame, classes: list[str]) -> None:
        """What stands in an element, by what the element is."""
        name = node.tag
        if name == "table":
            put_table(self, node, frame)
        elif name == "figcaption":
            self.flow(node, replace(frame, style="Caption"))
            self.hang_notes()
        elif name == "img" and node.get("data-plaat") is not None:
            widest = 170 if node.xpath("ancestor::div[@class='portret']") else 600
            self._picture(int(node.get("data-plaat")), frame, widest)
        elif "kaarten" in classes:
            put_cards(self, node)
        elif name in ("ul", "ol"):
            self._list(node, frame, ordered=name == "ol")
        else:
            self.flow(node, self._framed(node, frame, classes))

    def _framed(self, node: Any, frame: LayoutFrame, classes: list[str]) -> LayoutFrame:
        """The frame of what stands in an element."""
        name = node.tag
        style = next((CLASSES[one] for one in classes if one in CLASSES), "")
        if name in HEADINGS:
            broken = "<w:pageBreakBefore/>" if name == "h2" and self._breaks(node) else ""
            return replace(frame, style=HEADINGS[name], properties=broken)
        if name == "li":
            return replace(frame, item=ListMark())
        if name == "blockquote" or "uitspraak" in classes:
            return replace(frame, style="Quote")
        if name == "pre":
            return replace(frame, style="Programma", look=Look(code=True))
        if name in STYLED:
            return replace(frame, style=STYLED[name])
        return replace(frame, style=style) if name == "p" and style else frame

    def _breaks(self, heading: Any) -> bool:
        """Whether a chapter begins on a new page; short closing ones share theirs."""
        section = heading.getparent()
        classes = (section.get("class") or "").split()
        before = section.getprevious()
        loose = before is not None and "los" in (before.get("class") or "").split()
        return not ("kort" in classes or ("los" in classes and loose))

    def _list(self, node: Any, frame: LayoutFrame, *, ordered: bool) -> None:
        numbering = 1
        if ordered:
            numbering = 2 + self.numbers.next("list")
            self.ordered.append(numbering)
        count = len(self.items)
        self.flow(node, replace(frame, depth=frame.depth + 1, numbering=numbering, item=None))
        self.close()
        last = self.items[-1] if len(self.items) > count and not frame.depth else None
        if isinstance(last, Para):  # what follows a list stands apart from it
            last.spacing = '<w:spacing w:after="120"/>'

    def _picture(self, number: int, frame: LayoutFrame, widest: int) -> None:
        drawing = self.drawings[number]
        relation, width, height = self.drawn(drawing)
        found = _TOLD.search(drawing)
        words = " ".join(part for part in found.groups() if part) if found else "Sierend beeld"
        scale = min(1.0, widest / width, 560 / height)
        size = (width * scale, height * scale)
        raw = picture(self.numbers.next("picture"), relation, size, unescape(words))
        self.items.append(Para("Figuur", raw=raw, border=frame.border))

    # Words

    def _inline(self, node: Any, frame: LayoutFrame) -> None:
        if node.get("data-tekst") is not None:
            self._text(int(node.get("data-tekst")), int(node.get("data-deel")), frame)
        elif node.tag == "br":
            self._add(frame, Segment("\v", frame.look, bold=frame.look.bold))
        elif node.tag == "data":
            self._figure(node, frame)
        else:
            inner = replace(frame, look=look_of(node, frame.look))
            address = (node.get("href") or "") if node.tag == "a" else ""
            count = len(self.open.segments) if self.open else 0
            self.flow(node, inner)
            if address and not address.startswith("#") and self.open is not None:
                segments = self.open.segments
                segments[count:] = [replace(one, link=address) for one in segments[count:]]

    def _figure(self, node: Any, frame: LayoutFrame) -> None:
        """A figure that stands by itself, in a table or on a card."""
        words = " ".join("".join(node.itertext()).split())
        reference = reference_of(
            node.get("data-ref"), int(node.get("data-year")), node.get("data-key"), self.year
        )
        self._add(frame, Segment(words, frame.look, bound=reference, bold=frame.look.bold))

    def _text(self, number: int, unit: int, frame: LayoutFrame) -> None:
        """A unit of a text of content/; where it stands a second time, it is fixed words."""
        atoms = self.texts[number].units[unit].atoms
        again = (number, unit) in self.placed
        self.placed.add((number, unit))
        marks = iter(
            one.source.removeprefix("[^").removesuffix("]") for one in atoms if one.shown == NOTE
        )
        for segment in unit_segments(atoms, frame.look, FIXED if again else number, unit):
            self._add(frame, segment)
            if segment.words == NOTE:
                self._footnote(number, next(marks), frame)

    def words(self, words: str | None, frame: LayoutFrame) -> None:
        """Add words of the page itself."""
        shown = re.sub(r"[ \t\r\n]+", " ", words or "")
        if self.open is None or self.open.ends_with_space:
            shown = shown.lstrip(" ")
        if shown:
            self._add(frame, Segment(shown, frame.look, bold=frame.look.bold))

    def _add(self, frame: LayoutFrame, segment: Segment) -> None:
        if self.open is None:
            style, properties = self._style(frame)
            self.open = Para(style, properties, border="" if frame.cell else frame.border)
            self.open.cell = frame.cell
        self.open.segments.append(segment)

    def _style(self, frame: LayoutFrame) -> tuple[str, str]:
        """The style of a paragraph, and its own properties."""
        if not frame.depth or frame.cell or frame.style not in ("", "Bron"):
            return frame.style, frame.properties
        if frame.item is None or frame.item.begun:
            return "Lijstvervolg", frame.properties
        frame.item.begun = True
        level = "" if frame.depth == 1 else str(min(frame.depth, 3))
        numbers = (
            f'<w:numPr><w:ilvl w:val="{min(frame.depth, 3) - 1}"/>'
            f'<w:numId w:val="{frame.numbering}"/></w:numPr>'
        )
        return f"{'ListNumber' if frame.numbering > 1 else 'ListBullet'}{level}", numbers

    def hang_notes(self) -> None:
        """The notes of the block become one footnote of the paragraph that is open."""
        notes = [note for note in self.notes if not note.get("data-gebruikt")]
        if self.open is None or not notes:
            return
        for note in notes:
            note.set("data-gebruikt", "1")
        self.open.trim()
        self._add(LayoutFrame(), Segment(NOTE, PLAIN))
        self._noted([partial(self.flow, note) for note in notes])

    def _footnote(self, text: int, label: str, frame: LayoutFrame) -> None:
        """A footnote of a text, at its mark; one within another has none."""
        if frame.style == FOOTNOTE:
            return
        units = enumerate(self.texts[text].units)
        self._noted([partial(self._text, text, n) for n, one in units if one.label == label])

    def _noted(self, fill: Sequence[Callable[[LayoutFrame], None]]) -> None:
        """A footnote of these paragraphs; its mark is what was added last."""
        holder, marks, items = self.open, self.notes, self.items
        assert holder is not None
        number = len(self.footnotes) + 1
        inside: list[str] = []
        for one in fill:
            self.open, self.notes, self.items = None, [], []
            one(LayoutFrame(style=FOOTNOTE))
            if self.open is not None:
                inside.append(self.open.footnote(self, self._note_link, first=not inside))
                holder.notes.append((number, self.open))
        self.open, self.notes, self.items = holder, marks, items
        if inside:
            self.footnotes.append(f'<w:footnote w:id="{number}">{"".join(inside)}</w:footnote>')
            holder.segments[-1] = replace(holder.segments[-1], note=number)

    def _note_link(self, address: str) -> str:
        if address not in self.note_links:
            self.note_links.append(address)
        return f"rId{self.note_links.index(address) + 1}"

    def close(self) -> None:
        """End the paragraph that is open, and write down what it is made of."""
        para, self.open = self.open, None
        if para is None:
            return
        para.trim()
        if not para.segments:
            return
        last = self.items[-1] if self.items else None
        if isinstance(last, Para) and last.style == SPACER and para.style in _BELOW_TABLE:
            para.spacing = '<w:spacing w:before="120"/>'
        self.items.append(para)
        for one in (para, *(note for _, note in para.notes)):
            one.trim()
            if one.words.strip():
                shape = shape_of(one.style)
                self.paragraphs.append(BaseParagraph(self.block, one.pieces, para.cell, shape))
