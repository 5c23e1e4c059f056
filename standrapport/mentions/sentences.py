"""Sentences of a text, and the years each speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A sentence ends at . ! ? with space and a capital, quote, digit or end after it; at a blank line; at a list item.
_END = re.compile(
    r"(?<!\bbijv)(?<!\bca)(?<!\bart)(?<!\bnr)(?<!\bblz)(?<!\bp)[.!?]['\"’”)*_]*(?=\s+[\"'‘“(*_A-ZÀ-Ý\d\ue000]|\s*\Z)|\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)|;\s*\n"
)
_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d.,]\d|\d)")
_EARLIER = re.compile(
    r"\b(?:een jaar eerder|het jaar ervoor|het jaar daarvoor|vorig jaar|het vorige jaar|een jaar geleden)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Sentence:
    """A sentence from `start` up to `end` of a text, and the years named in it (`earlier`: it speaks of the year before too)."""

    start: int
    end: int
    text: str
    years: frozenset[int]
    earlier: bool


def sentences(text: str) -> Iterator[Sentence]:
    """Every sentence, in order; their ends touch."""
    start = 0
    for match in _END.finditer(text):
        yield _sentence(text, start, match.end())
        start = match.end()
    if text[start:].strip():
        yield _sentence(text, start, len(text))


def _sentence(text: str, start: int, end: int) -> Sentence:
    own = text[start:end]
    years = frozenset(int(match[0]) for match in _YEAR.finditer(own))
    return Sentence(start, end, own, years, bool(_EARLIER.search(own)))
