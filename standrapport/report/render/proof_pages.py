# SPDX-License-Identifier: EUPL-1.2
"""Whether everything came in the PDF, every number stands whole on its page, and no page is left
empty that could be filled.

The boxes WeasyPrint laid out tell of numbers and pages (SR-R030, SR-R031), so that costs nothing.
Texts are looked for in the pages read back (SR-R011): a PDF knows lines and pages but no blocks, so
by letters and digits only, on the pages where a block can be; the print page it was made from is
held to more (proof.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any
from unicodedata import normalize

from ...core.frozen import dataclass
from ...core.model import Edition, Finding, Position, Used
from ...messages import found
from .ink import ReportInput
from .proof import PagePiece, Proof, Shown, figure_said, text_said
from .wanted import WORD, WantedPart, WantedText

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


_LEAST = 12  # letters of a text before the end of a page; fewer can be chance
_OVER = 2  # pages a text may run on over


def prove_pdf(report: ReportInput, used: Iterable[Used], content: bytes) -> list[Finding]:
    """Everything that does not stand in a PDF, with where it was written."""
    import pypdfium2

    proof = Proof(report.edition, report.texts, used)
    document = pypdfium2.PdfDocument(content)
    try:
        pages = [_bare(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()
    starts = _part_starts(proof.parts, pages)
    findings = []
    for part, (first, following) in zip(proof.parts, pairwise(starts), strict=True):
        own = pages[max(first - 1, 0) : following + 2]
        findings += [
            found("SR-R011", one.position, text_said(one), which="tekst_pdf")
            for one in part.wanted
            if _page_of(one, own, 0) is None
        ]
        findings += [
            found("SR-R011", part.position, figure_said(shown), which="cijfer_pdf")
            for shown in proof.figures.get((part.chapter, part.block), ())
            if not any(_bare(shown[3]) in page for page in own)
        ]
    return findings


def _part_starts(parts: tuple[WantedPart, ...], pages: list[str]) -> list[int]:
    """The page on which each part begins, by its longest text, and the last page."""
    starts = []
    at = 0
    for part in parts:
        for one in sorted(part.wanted, key=lambda one: -len(one.as_typed))[:1]:
            page = _page_of(one, pages, at)
            at = at if page is None else page
        starts.append(at)
    return [*starts, len(pages)]


def _bare(text: str) -> str:
    """Only letters and digits: a PDF breaks lines and words where it likes."""
    return "".join(WORD.findall(normalize("NFKC", text)))


def _page_of(one: WantedText, pages: list[str], first: int) -> int | None:
    """The page on which a text begins, from `first` on."""
    for text in dict.fromkeys((_bare(one.as_markdown), _bare(one.as_typed))):
        for number in range(first, len(pages)):
            if text in pages[number] or _runs_on(text, pages[number : number + 1 + _OVER]):
                return number
    return None


def _runs_on(text: str, pages: list[str]) -> bool:
    """Whether a text begins on the first of these pages and goes on over the others: between its
    parts stand the foot and head of the page, and drawings.
    """
    for page, following in pairwise(pages):
        low, high = 0, len(text)
        while low < high:  # the longest beginning that stands on the page
            middle = (low + high + 1) // 2
            low, high = (middle, high) if text[:middle] in page else (low, middle - 1)
        if low < _LEAST:
            return False
        text = text[low:]
        if text in following:
            return True
    return False
