# SPDX-License-Identifier: EUPL-1.2
"""Pieces of WordprocessingML as text: runs, controls, paragraphs, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from html import escape as _escape
from itertools import zip_longest

from ..core.frozen import dataclass

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
LONGEST_TAG = 64  # Word refuses longer ones
_EMU = 9525  # per pixel of 96 dpi
_PAGE = 9500  # the width between the margins, in twentieths of a point
_MARGINS = 220  # of a cell, left and right together
_SIGN, _NARROW = 128, 66  # a sign of nine points, bold


def escaped(text: str) -> str:
    """Text for XML; signs XML has no place for become a question mark."""
    kept = "".join(c if c >= " " or c in "\t\n" else "\N{REPLACEMENT CHARACTER}" for c in text)
    return _escape(kept, quote=True)


@dataclass(frozen=True)
class Look:
    """How a run looks."""

    bold: bool = False
    italic: bool = False
    code: bool = False
    style: str = ""

    @property
    def xml(self) -> str:
        """As run properties."""
        parts = []
        if self.style or self.code:
            parts.append(f'<w:rStyle w:val="{self.style or "Code"}"/>')
        if self.bold:
            parts.append("<w:b/>")
        if self.italic:
            parts.append("<w:i/>")
        return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


PLAIN = Look()


def run(text: str, look: Look = PLAIN, *, deleted: bool = False) -> str:
    """A run; a vertical tab becomes a line break."""
    name = "delText" if deleted else "t"
    inside = "<w:br/>".join(
        f'<w:{name} xml:space="preserve">{escaped(part)}</w:{name}>' if part else ""
        for part in text.split("\v")
    )
    return f"<w:r>{look.xml}{inside}</w:r>"


@dataclass
class Numbers:
    """Hands out the numbers a document needs to be unique."""

    last: dict[str, int] = field(default_factory=dict)

    def next(self, kind: str) -> int:
        """The next number of a kind, from 1."""
        self.last[kind] = self.last.get(kind, 0) + 1
        return self.last[kind]


def control(number: int, tag: str, inside: str, *, alias: str = "", locked: bool = False) -> str:
    """A content control: around a block, or `locked` around a figure.

    Whoever cannot change what is in a locked one may still remove it whole, with the sentence it
    stands in. A block is of the kind Word uses for building blocks: of any other LibreOffice keeps
    only the first paragraph, without its mark-up.
    """
    kind = (
        '<w:lock w:val="contentLocked"/><w:richText/>'
        if locked
        else '<w:docPartObj><w:docPartGallery w:val="Custom 1"/></w:docPartObj>'
    )
    name = f'<w:alias w:val="{escaped(alias[:LONGEST_TAG])}"/>' if alias else ""
    return (
        f'<w:sdt><w:sdtPr>{name}<w:tag w:val="{escaped(tag[:LONGEST_TAG])}"/>'
        f'<w:id w:val="{number}"/>{kind}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'
    )


def bookmark(number: int, name: str) -> tuple[str, str]:
    """The start and the end of a bookmark."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>',
        f'<w:bookmarkEnd w:id="{number}"/>',
    )


def paragraph(inside: str, style: str = "", properties: str = "") -> str:
    """A paragraph; `properties` in the order the schema asks for."""
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    about = f"<w:pPr>{name}{properties}</w:pPr>" if name or properties else ""
    return f"<w:p>{about}{inside}</w:p>"


def picture(number: int, relation: str, size: tuple[float, float], description: str) -> str:
    """A picture in a run of its own, with its text alternative; the size in pixels."""
    width, height = (round(part * _EMU) for part in size)
    words = escaped(description)
    extent = f'cx="{width}" cy="{height}"'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {extent}/>"
        f'<wp:docPr id="{number}" name="Grafiek {number}" descr="{words}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        "<a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="grafiek-{number}.png"'
        f' descr="{words}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def cell(inside: str) -> str:
    """A cell around its paragraphs."""
    return f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>{inside}</w:tc>'


def row(cells: Iterable[str], *, header: bool = False, more: str = "") -> str:
    """A row; a header row comes back on every page. `more` says that it came or went."""
    repeated = "<w:tblHeader/>" if header else ""
    about = f"<w:trPr><w:cantSplit/>{repeated}{more}</w:trPr>"
    return f"<w:tr>{about}{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], widths: Sequence[int], caption: str) -> str:
    """A table across the page, its columns as wide as said; its caption is also its text
    alternative.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    words = escaped(caption)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Rapporttabel"/><w:tblW w:w="5000" w:type="pct"/>'
        '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0"'
        f' w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="{words}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def widths_of(rows: Iterable[Sequence[str]]) -> list[int]:
    """How wide the columns of a table are, by the words in its cells: at least as wide as the
    longest word, so that no number is broken; what is left goes to the columns with most words.
    """
    lines = list(rows)
    words = [list(column) for column in zip_longest(*lines, fillvalue="")]
    least = [_MARGINS + _widest(text.split() for text in one) for one in words]
    wanted = [
        max(0, min(_MARGINS + _widest([one]), _PAGE) - low)
        for one, low in zip(words, least, strict=True)
    ]
    rest, total = _PAGE - sum(least), sum(wanted)
    if rest <= 0:
        return [width * _PAGE // sum(least) for width in least]
    if total > rest:
        return [low + more * rest // total for low, more in zip(least, wanted, strict=True)]
    spare = (rest - total) // max(len(least), 1)  # room for all: the columns stand evenly
    return [low + more + spare for low, more in zip(least, wanted, strict=True)]


def _widest(texts: Iterable[Iterable[str]]) -> int:
    return max((_wide(words) for one in texts for words in one), default=0)


def _wide(words: str) -> int:
    """The width of words in a table, in twentieths of a point: generously, by their signs."""
    return sum(_NARROW if sign in " .,:;il1'|" and not sign.isdigit() else _SIGN for sign in words)
