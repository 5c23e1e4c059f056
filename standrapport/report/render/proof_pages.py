# SPDX-License-Identifier: EUPL-1.2
"""Whether every number stands whole on its page, and no page is left empty that could be filled.

It looks at the boxes WeasyPrint laid out for the PDF (SR-R030, SR-R031), so it costs nothing: no
page is made or read again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ...core.frozen import dataclass
from ...core.model import Edition, Finding, Position
from ...messages import found
from .page_text import PagePiece, Shown
from .proof import figure_said

_EDGE = 15.0  # px: what stands nearer to the edge of the paper than 4 mm is lost in a printer
_EMPTY = 0.30  # of the height for text
_FORCED = frozenset({"page", "left", "right", "recto", "verso", "always"})
_SHOWN = 60  # letters of a text, in a message


@dataclass(frozen=True)
class _Placed:
    """A box with text or a drawing in it: where it ends, and the part of the report it is of."""

    left: float
    right: float
    bottom: float
    address: str
    text: str
    data: Any = None  # the element of a figure


class LaidOut:
    """The pages of a document as they were laid out."""

    def __init__(self, document: Any) -> None:
        self.pages = [page._page_box for page in document.pages]  # noqa: SLF001 - no public way
        self.placed = [list(_of_page(page)) for page in self.pages]

    def figures(self) -> Counter[Shown]:
        """Every figure that stands on a page, once for each time it is printed."""
        seen = {
            id(one.data): one.data for page in self.placed for one in page if one.data is not None
        }
        return Counter(_shown(element) for element in seen.values())

    def outside(self) -> Iterator[tuple[int, _Placed]]:
        """What stands beyond the edge of its paper, with the number of the page."""
        for number, (page, placed) in enumerate(zip(self.pages, self.placed, strict=True), 1):
            right, bottom = page.margin_width() - _EDGE, page.margin_height() - _EDGE
            for one in placed:
                if one.left < _EDGE or one.right > right or one.bottom > bottom:
                    yield number, one

    def over_empty(self) -> Iterator[tuple[int, float, str]]:
        """Pages that end early because what comes next did not fit: the number, the part that is
        empty, and the address of what went to the next page.
        """
        for number in range(1, len(self.pages) - 1):
            page, following = self.pages[number], self.pages[number + 1]
            if not page.height or _forced(page, "break_after") or _starts(following):
                continue
            top = page.content_box_y()
            low = max((one.bottom for one in self.placed[number]), default=top)
            empty = 1 - (low - top) / page.height
            if empty > _EMPTY and self.placed[number + 1]:
                yield number + 1, empty, self.placed[number + 1][0].address


def prove_pages(document: Any, edition: Edition, html: str) -> list[Finding]:
    """Every number that is not whole on its page, and every page that is too empty.

    Args:
        document: what WeasyPrint laid out.
        edition: the report, for the places of its blocks.
        html: the page the document was made from: every `<data>` in it must stand somewhere.

    """
    laid = LaidOut(document)
    there = laid.figures()
    findings = [
        found("SR-R030", edition.position, figure_said(shown), which="weg")
        for shown, count in PagePiece(html).figures.items()
        if there[shown] < count
    ]
    findings += [_outside(edition, number, one) for number, one in laid.outside()]
    for number, empty, address in laid.over_empty():
        said = {"bladzijde": number, "deel": round(100 * empty)}
        findings.append(found("SR-R031", _position(edition, address), said))
    return list(dict.fromkeys(findings))


def _outside(edition: Edition, number: int, one: _Placed) -> Finding:
    place = _position(edition, one.address)
    if one.data is not None:
        said = {**figure_said(_shown(one.data)), "bladzijde": number}
        return found("SR-R030", place, said)
    return found("SR-R030", place, {"tekst": one.text[:_SHOWN], "bladzijde": number}, which="tekst")


def _of_page(page: Any) -> Iterator[_Placed]:
    for child in page.all_children():
        if type(child).__name__ != "MarginBox":
            yield from _below(child, "", None)


def _below(box: Any, address: str, data: Any) -> Iterator[_Placed]:
    """The texts and drawings below a box, each with the nearest address above it."""
    box = getattr(box, "_box", box)  # a box out of the flow stands behind a place holder
    element = box.element
    if element is not None:
        address = element.get("id") or address
        data = element if box.element_tag == "data" else data
    text = getattr(box, "text", "")
    if text.strip() or hasattr(box, "replacement"):
        left, top = box.position_x, box.position_y
        right, bottom = left + box.margin_width(), top + box.margin_height()
        yield _Placed(left, right, bottom, address, text, data)
    if hasattr(box, "all_children"):
        for child in box.all_children():
            yield from _below(child, address, data)


def _shown(element: Any) -> Shown:
    text = "".join(element.itertext())
    return element.get("data-ref"), int(element.get("data-year")), element.get("data-key"), text


def _forced(page: Any, side: str) -> bool:
    return any(box.style[side] in _FORCED for box in page.descendants())


def _starts(page: Any) -> bool:
    """Whether a page begins with what asked for a page of its own."""
    first = page
    while hasattr(first, "children") and first.children:
        if first.style["break_before"] in _FORCED:
            return True
        first = getattr(first.children[0], "_box", first.children[0])
    return False


def _position(edition: Edition, address: str) -> Position:
    """Where the part of the report with an address was written."""
    for chapter in edition.chapters:
        if address == f"h-{chapter.name}":
            return chapter.title.position
        for block in chapter.blocks:
            if address in (f"b-{chapter.name}-{block.id}", f"g-b-{chapter.name}-{block.id}-t"):
                return block.position
    return edition.position


__all__ = ["LaidOut", "prove_pages"]
