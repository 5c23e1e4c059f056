# SPDX-License-Identifier: EUPL-1.2
"""Whether everything came in the PDF: its pages read back as text (SR-R011).

A PDF knows lines and pages but no blocks, so this looks for letters and digits only, on the pages
where a block can be; the print page it was made from is held to more (proof.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from unicodedata import normalize

from ...core.model import Finding, Used
from ...messages import found
from .ink import ReportInput
from .proof import Proof, figure_said, text_said
from .wanted import WORD, WantedPart, WantedText

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
    starts = _starts(proof.parts, pages)
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


def _starts(parts: tuple[WantedPart, ...], pages: list[str]) -> list[int]:
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
