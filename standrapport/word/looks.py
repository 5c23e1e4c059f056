# SPDX-License-Identifier: EUPL-1.2
"""How the elements of the page look in Word: the style of each, its frame, its
letters.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..core.frozen import dataclass
from .xml import PLAIN, Look

HEADINGS = {"h1": "Title", "h2": "Heading1", "h3": "Heading2", "h4": "Heading3", "h5": "Heading4"}
HEADINGS["h6"] = "Heading4"
INLINE = {"span", "strong", "em", "a", "data", "code", "br", "b", "i", "sup", "sub"}
SKIPPED = {"script", "style", "aside", "nav", "template"}
CLASSES = {
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
FRAMES = {
    "kader": ("0B4F7D", "F2F5F7"),
    "knelpunt": ("A8480B", ""),
    "ontwikkelpunt": ("1F6B4A", ""),
}
STYLED = {"dt": "Begrip", "dd": "Uitleg"}
ANNEX = "bijlage"
FOOTNOTE = "FootnoteText"
SPACER = "Tussenruimte"  # the style of what stands between two tables
TOGETHER = 14  # rows: a table of no more stays on one page


def shape_of(style: str) -> str:
    """What a style makes of a paragraph for who reads it back: h2, li, quote or p."""
    if style.startswith("Heading"):
        return f"h{style[-1]}"
    if style.startswith(("ListBullet", "ListNumber")):
        return "li"
    return "quote" if style == "Quote" else "p"


@dataclass
class ListMark:
    """An item of a list; only its first paragraph gets the mark."""

    begun: bool = False


@dataclass(frozen=True)
class LayoutFrame:
    """What an element stands in: the style its words get, its list, its cell, its frame."""

    style: str = ""
    properties: str = ""
    depth: int = 0
    numbering: int = 0
    item: ListMark | None = None
    cell: bool = False
    look: Look = PLAIN
    border: str = ""


def border_of(line: str, ground: str) -> str:
    """A line beside paragraphs, and a ground below them."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
    return (
        f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{line}"/></w:pBdr>{shade}'
    )


def cell_style(node: Any, *, header: bool) -> str:
    """The style of what stands in a cell."""
    if "getal" in (node.get("class") or "").split():
        return "Tabelkoprechts" if header else "Tabelgetal"
    return "Tabelkop" if header else "Tabeltekst"


def look_of(node: Any, look: Look) -> Look:
    """How words within an inline element look."""
    classes = (node.get("class") or "").split()
    if node.tag in ("strong", "b"):
        return replace(look, bold=True)
    if node.tag in ("em", "i"):
        return replace(look, italic=True)
    if node.tag == "code":
        return replace(look, code=True)
    if "nummer" in classes or "puntnummer" in classes:
        return replace(look, style="Nummer")
    return look
