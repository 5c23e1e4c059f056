# SPDX-License-Identifier: EUPL-1.2
"""Whether everything came on the page: every text of every block, in order, and every figure that
was used, looked for in the finished HTML, which is read back block by block (SR-R011).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from html import unescape

from ...core.frozen import dataclass
from ...core.model import Edition, Finding, Position, ResolvedTexts, Used
from ...messages import found
from .ink import CLOSE, OPEN
from .wanted import WantedText, parts_of

_ID = re.compile(r'<\w+\b[^>]*?\bid="([^"]+)"')
_FIGURE = re.compile(
    r'<data value="[^"]*" data-ref="(?P<ref>[^"]*)" data-year="(?P<year>\d+)"'
    r'(?: data-key="(?P<key>[^"]*)")?>(?P<text>.*?)</data>',
    re.DOTALL,
)
# Not for the eye: programs, style, and what a drawing says to a screen reader.
_UNSEEN = re.compile(r"<(script|style|title|desc)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|span|strong|sup|tspan)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")

Shown = tuple[str, int, str | None, str]  # reference, year, key and what is printed of a figure


@dataclass(frozen=True)
class PagePiece:
    """A part of the page as HTML."""

    html: str

    @cached_property
    def figures(self) -> Counter[Shown]:
        """How often each figure stands here."""
        return Counter(
            (
                unescape(found["ref"]),
                int(found["year"]),
                None if found["key"] is None else unescape(found["key"]),
                unescape(_TAG.sub("", found["text"])),
            )
            for found in _FIGURE.finditer(self.html)
        )

    @cached_property
    def words(self) -> str:
        """The words a reader sees, with a mark around each figure."""
        return words_of(self.html)


def words_of(html: str) -> str:
    """Text of HTML: figures marked, everything else without tags, one space between words."""
    seen = _UNSEEN.sub(" ", html)
    seen = seen.replace("</data>", CLOSE)
    seen = re.sub(r"<data\b[^>]*>", OPEN, seen)
    return " ".join(unescape(_TAG.sub(" ", _INLINE.sub("", seen))).split())


def pieces(html: str, ids: Iterable[str]) -> Mapping[str, PagePiece]:
    """The page cut at the elements with these addresses, and at the annexes.

    '' is what stands before the first of them.
    """
    body = html[max(html.find("<body"), 0) :]
    wanted = set(ids)
    cuts = [("", 0)]
    cuts += [
        (found[1], found.start())
        for found in _ID.finditer(body)
        if found[1] in wanted or found[1].startswith("bijlage-")
    ]
    ends = [start for _, start in cuts[1:]] + [len(body)]
    cut: dict[str, PagePiece] = {}
    for (name, start), end in zip(cuts, ends, strict=True):
        cut.setdefault(name, PagePiece(body[start:end]))
    return cut


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
