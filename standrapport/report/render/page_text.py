# SPDX-License-Identifier: EUPL-1.2
"""What stands on a finished page, read back from its HTML: the words and figures of each block."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from html import unescape

from ...core.frozen import dataclass
from .ink import CLOSE, OPEN

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
