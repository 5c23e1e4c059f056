# SPDX-License-Identifier: EUPL-1.2
"""Whether everything came on the page: every text of every block, in order, and every figure that
was used, looked for in the finished HTML (SR-R011).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ...core.model import Edition, Finding, Position, ResolvedTexts, Used
from ...messages import found
from .page_text import PagePiece, Shown, pieces
from .wanted import WantedText, parts_of

_TAKEN = "\x00"
Where = tuple[str, str]  # chapter and block


class Proof:
    """What must be on the pages of an edition; worked out once for all of them."""

    def __init__(self, edition: Edition, texts: ResolvedTexts, used: Iterable[Used]) -> None:
        self.edition = edition
        self.parts = parts_of(edition, texts)
        self.figures: dict[Where, Counter[Shown]] = defaultdict(Counter)
        for use in used:
            self.figures[use.chapter, use.block][use.ref, use.year, use.key, use.text] += 1

    def of_html(self, html: str) -> list[Finding]:
        """Everything that does not stand in a page, with where it was written."""
        page = pieces(html, [part.address for part in self.parts])
        findings = [*self._order(page)]
        rest = dict(self.figures)
        for part in self.parts:
            piece = page.get(part.address)
            shown = rest.pop((part.chapter, part.block), Counter())
            if piece is None:
                which = "blok" if part.block else "kop"
                findings.append(found("SR-R011", part.position, which=which))
                continue
            findings += _texts_missing(part.wanted, piece)
            findings += _figures_missing(shown, piece, part.position)
        for shown in rest.values():
            findings += _figures_missing(shown, PagePiece(""), self.edition.position)
        return findings

    def _order(self, page: Mapping[str, PagePiece]) -> Iterator[Finding]:
        """The first part that stands on another place than it was written."""
        meant = [part for part in self.parts if part.address in page]
        known = {part.address for part in meant}
        there = [address for address in page if address in known]
        for address, part in zip(there, meant, strict=True):
            if address != part.address:
                yield found("SR-R011", part.position, which="plaats")
                return


def prove_figures(edition: Edition, used: Iterable[Used], html: str) -> list[Finding]:
    """SR-R011 for every figure that was used and does not stand anywhere on the page."""
    shown: Counter[Shown] = Counter((use.ref, use.year, use.key, use.text) for use in used)
    return list(_figures_missing(shown, PagePiece(html), edition.position))


def _texts_missing(wanted: Iterable[WantedText], piece: PagePiece) -> Iterator[Finding]:
    """The longer text is looked for first, so that a short one is not found within it."""
    words = piece.words
    for one in sorted(wanted, key=lambda one: -len(one.as_typed)):
        for text in dict.fromkeys((one.as_markdown, one.as_typed)):
            at = _place_of(words, text)
            if at is not None:
                words = f"{words[:at]}{_TAKEN}{words[at + len(text) :]}"
                if one.lost and text != one.as_typed:
                    said = {**text_said(one), "woord": one.lost}
                    yield found("SR-R011", one.lost_place, said, which="deel")
                break
        else:
            yield found("SR-R011", one.position, text_said(one), which="tekst")


def _place_of(words: str, text: str) -> int | None:
    """Where a text stands as whole words."""
    at = words.find(text)
    while at >= 0:
        before, after = words[at - 1 : at], words[at + len(text) : at + len(text) + 1]
        if not (before.isalnum() and text[:1].isalnum()) and not (
            after.isalnum() and text[-1:].isalnum()
        ):
            return at
        at = words.find(text, at + 1)
    return None


def _figures_missing(
    wanted: Counter[Shown], piece: PagePiece, place: Position
) -> Iterator[Finding]:
    for shown, count in wanted.items():
        if piece.figures[shown] < count:
            yield found("SR-R011", place, figure_said(shown), which="cijfer")


def figure_said(shown: Shown) -> dict[str, str]:
    """What a message says of a figure."""
    ref, year, key, text = shown
    name = f"{ref}, {key}, {year}" if key is not None else f"{ref}, {year}"
    return {"cijfer": text, "naam": name}


def text_said(one: WantedText) -> dict[str, str]:
    """What a message says of a text."""
    return {"sleutel": one.what, "begin": one.start}
