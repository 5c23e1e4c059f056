# SPDX-License-Identifier: EUPL-1.2
"""The page for print laid out anew for Word: its elements become paragraphs with styles, tables,
pictures and footnotes.

Made from the same page as the PDF, so that every kind of block, those of plugins too, comes along.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from .base import FIXED, BaseBlock, BaseParagraph, BaseText
from .marked_ink import reference_of
from .paragraphs import Para, Segment, unit_segments
from .xml import PLAIN, Look, Numbers, bookmark, cell, control, picture, row, table

Drawn = Callable[[str], tuple[str, float, float]]  # a drawing: its relation, width and height

_HEADINGS = {"h1": "Title", "h2": "Heading1", "h3": "Heading2", "h4": "Heading3", "h5": "Heading4"}
_HEADINGS["h6"] = "Heading4"
_INLINE = {"span", "strong", "em", "a", "data", "code", "br", "b", "i", "sup", "sub"}
_SKIPPED = {"script", "style", "aside", "nav", "template"}
_CLASSES = {
    "ondertitel": "Subtitle",
    "samenvatting": "Samenvatting",
    "noot": "Bron",
    "bron": "Bron",
    "klein": "Bron",
    "bij": "Bij",
    "organisatie": "Organisatie",
    "populatie": "Bron",
}
# Frames of the report, as the colour of the line beside them and of their ground.
_FRAMES = {
    "kader": ("0B4F7D", "F2F5F7"),
    "knelpunt": ("A8480B", ""),
    "ontwikkelpunt": ("1F6B4A", ""),
}
_ANNEX = "bijlage"


@dataclass
class Item:
    """An item of a list; only its first paragraph gets the mark."""

    begun: bool = False


@dataclass(frozen=True)
class Frame:
    """What an element stands in: the style its words get, its list, its cell, its frame."""

    style: str = ""
    properties: str = ""
    depth: int = 0
    numbering: int = 0
    item: Item | None = None
    cell: bool = False
    look: Look = PLAIN
    border: str = ""


@dataclass
class Layout:
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
    ordered: list[int] = field(default_factory=list)  # numbering instances of numbered lists
    block: int = FIXED
    open: Para | None = None
    placed: set[tuple[int, int]] = field(default_factory=set)
    notes: list[Any] = field(default_factory=list)

    def body(self, root: Any) -> str:
        """The body of the document."""
        self._flow(root, Frame())
        self._close()
        return "".join(one if isinstance(one, str) else one.xml(self) for one in self.items)

    # Elements

    def _flow(self, node: Any, frame: Frame) -> None:
        self._words(node.text, frame)
        for child in node:
            if isinstance(child.tag, str):
                self._element(child, frame)
            self._words(child.tail, frame)

    def _element(self, node: Any, frame: Frame) -> None:
        name, classes = node.tag, (node.get("class") or "").split()
        if name in _SKIPPED or "vonk" in classes or "vonknoot" in classes or node in self.notes:
            return
        if name in _INLINE:
            self._inline(node, frame)
            return
        self._close()
        named = self._name_of(node, classes)
        if named is not None:
            self._in_block(node, frame, named)
        else:
            self._inside(node, frame, classes)
        self._close()

    def _name_of(self, node: Any, classes: list[str]) -> tuple[str, str, str] | None:
        """The block an element is of, as chapter, id and kind."""
        if "omslag" in classes:
            return self.names["omslag"]
        if _ANNEX in classes:
            return (_ANNEX, str(node.get("aria-labelledby", "")), _ANNEX)
        return self.names.get(node.get("id") or "")

    def _in_block(self, node: Any, frame: Frame, named: tuple[str, str, str]) -> None:
        """A block: a control with its id around everything in it, and a bookmark."""
        outer, self.items, before = self.items, [], self.block
        number = self.numbers.next("block")
        mark = f"sr_{number}"
        self.block = len(self.blocks)
        self.blocks.append(BaseBlock(*named, mark))
        self.notes = self._notes_of(node)
        border = _FRAMES.get(named[2])
        self._inside(
            node,
            frame if border is None else replace(frame, border=_border(*border)),
            (node.get("class") or "").split(),
        )
        self._close()
        drawn = sum("<w:drawing>" in one for one in map(self._as_text, self.items))
        self.blocks[self.block] = replace(self.blocks[self.block], pictures=drawn)
        start, end = bookmark(self.numbers.next("bookmark"), mark)
        paras = [one for one in self.items if isinstance(one, Para)]
        if paras:
            paras[0].before = start
            last = self.items[-1]
            if isinstance(last, Para):
                last.after = end
            else:
                self.items.append(end)
        inside = "".join(map(self._as_text, self.items))
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

    def _as_text(self, one: Para | str) -> str:
        return one if isinstance(one, str) else one.xml(self)

    def _notes_of(self, node: Any) -> list[Any]:
        """The notes of a block that has a caption for them to hang on."""
        if not any(True for _ in node.iter("caption", "figcaption")):
            return []
        return [one for one in node.iter("p") if (one.get("class") or "") == "noot"]

    def _inside(self, node: Any, frame: Frame, classes: list[str]) -> None:
        name = node.tag
        style = next((_CLASSES[one] for one in classes if one in _CLASSES), "")
        if name in _HEADINGS:
            broken = "<w:pageBreakBefore/>" if name == "h2" and self._breaks(node) else ""
            self._flow(node, replace(frame, style=_HEADINGS[name], properties=broken))
        elif name == "table":
            self._table(node, frame)
        elif name == "figcaption":
            self._flow(node, replace(frame, style="Caption"))
            self._hang_notes()
        elif name == "img" and node.get("data-plaat") is not None:
            self._picture(int(node.get("data-plaat")), frame)
        elif "kaarten" in classes:
            self._cards(node, frame)
        elif name in ("ul", "ol"):
            self._list(node, frame, ordered=name == "ol")
        elif name == "li":
            self._flow(node, replace(frame, item=Item()))
        elif name in ("dt", "dd"):
            self._flow(node, replace(frame, style="Begrip" if name == "dt" else "Uitleg"))
        elif name == "blockquote" or "uitspraak" in classes:
            self._flow(node, replace(frame, style="Quote"))
        elif name == "pre":
            self._flow(node, replace(frame, style="Programma", look=Look(code=True)))
        elif name == "p" and style:
            self._flow(node, replace(frame, style=style))
        else:
            self._flow(node, frame)

    def _breaks(self, heading: Any) -> bool:
        """Whether a chapter begins on a new page; short closing ones share theirs."""
        section = heading.getparent()
        classes = (section.get("class") or "").split()
        before = section.getprevious()
        loose = before is not None and "los" in (before.get("class") or "").split()
        return not ("kort" in classes or ("los" in classes and loose))

    def _list(self, node: Any, frame: Frame, *, ordered: bool) -> None:
        numbering = 1
        if ordered:
            numbering = 2 + self.numbers.next("list")
            self.ordered.append(numbering)
        self._flow(node, replace(frame, depth=frame.depth + 1, numbering=numbering, item=None))

    def _cards(self, node: Any, frame: Frame) -> None:
        """Key figures as a table, a row each."""
        heads = ("Kerncijfer", "Waarde", "Verandering")
        rows = [row([self._cell_of(head, frame, "Tabelkop") for head in heads], header=True)]
        for card in node.iter("li"):
            parts = {(p.get("class") or "").split()[0]: p for p in card.iter("p") if p.get("class")}
            rows.append(
                row(
                    self._cell(
                        parts[name], frame, "Tabelgetal" if "waarde" in name else "Tabeltekst"
                    )
                    for name in ("kaarttitel", "kaartwaarde", "kaartverschil")
                )
            )
        self.items.append(table(rows, 3, "Kerncijfers"))
        self._spaced()

    def _table(self, node: Any, frame: Frame) -> None:
        caption = node.find("caption")
        words = ""
        if caption is not None:
            self._flow(caption, replace(frame, style="Caption"))
            words = self.open.words if self.open is not None else ""
            self._hang_notes()
            self._close()
        rows, columns = [], 0
        for line in node.iter("tr"):
            cells = [one for one in line if one.tag in ("th", "td")]
            columns = max(columns, sum(int(one.get("colspan", "1")) for one in cells))
            header = line.getparent().tag == "thead"
            rows.append(row([self._table_cell(one, frame, header) for one in cells], header=header))
        self.items.append(table(rows, columns, words or "Tabel"))
        self._spaced()

    def _table_cell(self, node: Any, frame: Frame, header: bool) -> str:
        right = "getal" in (node.get("class") or "").split()
        style = "Tabelkop" if header else "Tabeltekst"
        if right:
            style += "rechts" if header else ""
            style = style if header else "Tabelgetal"
        return self._cell(node, frame, style)

    def _cell(self, node: Any, frame: Frame, style: str) -> str:
        return self._celled(lambda inner: self._flow(node, inner), frame, style)

    def _cell_of(self, words: str, frame: Frame, style: str) -> str:
        return self._celled(lambda inner: self._words(words, inner), frame, style)

    def _celled(self, fill: Callable[[Frame], None], frame: Frame, style: str) -> str:
        outer, self.items = self.items, []
        fill(Frame(style=style, cell=True, look=frame.look))
        self._close()
        if not self.items:
            self.items.append(Para(style))
        inside = "".join(map(self._as_text, self.items))
        self.items = outer
        return cell(inside)

    def _spaced(self) -> None:
        """A little room after a table; two tables would otherwise become one."""
        self.items.append(Para("Tussenruimte"))

    def _picture(self, number: int, frame: Frame) -> None:
        svg = self.drawings[number]
        relation, width, height = self.drawn(svg)
        found = re.search(r"<title[^>]*>(.*?)</title>(?:<desc[^>]*>(.*?)</desc>)?", svg, re.DOTALL)
        words = " ".join(part for part in found.groups() if part) if found else "Grafiek"
        scale = min(1.0, 600 / width, 560 / height)
        size = (width * scale, height * scale)
        from html import unescape

        drawing = picture(self.numbers.next("picture"), relation, size, unescape(words))
        self.items.append(Para("Figuur", raw=drawing, border=frame.border))

    # Words

    def _inline(self, node: Any, frame: Frame) -> None:
        name, classes = node.tag, (node.get("class") or "").split()
        if node.get("data-tekst") is not None:
            self._text(int(node.get("data-tekst")), int(node.get("data-deel")), frame)
            return
        if name == "br":
            self._add(frame, Segment("\v", frame.look, bold=frame.look.bold))
            return
        if name == "data":
            words = " ".join("".join(node.itertext()).split())
            reference = reference_of(
                node.get("data-ref"), int(node.get("data-year")), node.get("data-key"), self.year
            )
            self._add(frame, Segment(words, frame.look, bound=reference, bold=frame.look.bold))
            return
        look = frame.look
        if name in ("strong", "b"):
            look = replace(look, bold=True)
        elif name in ("em", "i"):
            look = replace(look, italic=True)
        elif name == "code":
            look = replace(look, code=True)
        elif "nummer" in classes or "puntnummer" in classes:
            look = replace(look, style="Nummer")
        inner = replace(frame, look=look)
        address = node.get("href") or ""
        if name == "a" and address and not address.startswith("#"):
            count = len(self.open.segments) if self.open else 0
            self._flow(node, inner)
            if self.open is not None:
                segments = self.open.segments
                segments[count:] = [replace(one, link=address) for one in segments[count:]]
            return
        self._flow(node, inner)

    def _text(self, number: int, unit: int, frame: Frame) -> None:
        """A unit of a text of content/; where it stands a second time, it is fixed words."""
        atoms = self.texts[number].units[unit].atoms
        again = (number, unit) in self.placed
        self.placed.add((number, unit))
        for segment in unit_segments(atoms, frame.look, FIXED if again else number, unit):
            self._add(frame, segment)

    def _words(self, words: str | None, frame: Frame) -> None:
        shown = re.sub(r"[ \t\r\n]+", " ", words or "")
        if self.open is None or self.open.ends_with_space:
            shown = shown.lstrip(" ")
        if shown:
            self._add(frame, Segment(shown, frame.look, bold=frame.look.bold))

    def _add(self, frame: Frame, segment: Segment) -> None:
        if self.open is None:
            style, properties = self._style(frame)
            self.open = Para(style, properties, border="" if frame.cell else frame.border)
            self.open.cell = frame.cell
        self.open.segments.append(segment)

    def _style(self, frame: Frame) -> tuple[str, str]:
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

    def _hang_notes(self) -> None:
        """The notes of the block become one footnote of the paragraph that is open."""
        notes = [note for note in self.notes if not note.get("data-gebruikt")]
        caption = self.open
        if caption is None or not notes:
            return
        marks, items = self.notes, self.items
        number = len(self.footnotes) + 1
        inside = []
        for note in notes:
            note.set("data-gebruikt", "1")
            self.open, self.notes, self.items = None, [], []
            self._flow(note, Frame(style="FootnoteText"))
            if self.open is not None:
                inside.append(self.open.footnote(self.numbers, first=not inside))
                caption.notes.append((number, self.open))
        self.open, self.notes, self.items = caption, marks, items
        if inside:
            self.footnotes.append(f'<w:footnote w:id="{number}">{"".join(inside)}</w:footnote>')

    def _close(self) -> None:
        """End the paragraph that is open, and write down what it is made of."""
        para, self.open = self.open, None
        if para is None:
            return
        para.trim()
        if not para.segments:
            return
        self.items.append(para)
        for one in (para, *(note for _, note in para.notes)):
            one.trim()
            if one.words.strip():
                self.paragraphs.append(BaseParagraph(self.block, one.pieces, para.cell))


def _border(line: str, ground: str) -> str:
    """A line beside paragraphs, and a ground below them."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
    return (
        f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{line}"/></w:pBdr>{shade}'
    )
