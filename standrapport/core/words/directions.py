# SPDX-License-Identifier: EUPL-1.2
"""Words that say which way a figure went, read from `data/` once: for the reader of statements and
for whoever compares two texts.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from .phrases import Phrase

DATA = Path(__file__).with_name("data")
UP, DOWN, LEVEL = "op", "neer", "gelijk"

# Beside an amount or a figure; inflected forms are words of their own here.
MORE = frozenset(
    {"meer", "hoger", "extra", "erbij", "groter", "toegenomen", "gestegen", "gegroeid"}
)
LESS = frozenset({"minder", "lager", "eraf", "kleiner", "afgenomen", "gedaald", "gekrompen"})
_SAME = frozenset({"evenveel", "gelijk", "hetzelfde"})
_KINDS = {
    "verdubbeld": UP,
    "verdrievoudigd": UP,
    "gehalveerd": DOWN,
    "op": UP,
    "neer": DOWN,
    "gelijk": LEVEL,
}
_WORD = re.compile(r"\w+")
_EVEN = Phrase(r"\beven (?:hoog|veel|groot)\b")


@cache
def direction_patterns() -> tuple[tuple[str, Phrase], ...]:
    """Every kind of direction of `richtingen.tsv` with what says it, in the order of the file."""
    found = []
    for line in (DATA / "richtingen.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, pattern = line.split("\t")
        parts = pattern.replace("~", r"(?:(?:[^.;:(),]|(?<=\d)[.,](?=\d)){0,60}?\s)?")
        found.append((kind, Phrase(rf"\b(?:{parts})\b", re.IGNORECASE)))
    return tuple(found)


@cache
def heading(text: str) -> str:
    """Which way a stretch of text says a figure went: UP, DOWN or LEVEL.

    '' when it says nothing of the kind, or more than one.
    """
    words = {word.lower() for word in _WORD.findall(text)}
    said = {
        way
        for way, known in ((UP, MORE), (DOWN, LESS), (LEVEL, _SAME))
        if not words.isdisjoint(known)
    }
    if _EVEN.search(text.lower()):
        said.add(LEVEL)
    for kind, pattern in direction_patterns():
        way = next((way for name, way in _KINDS.items() if kind.endswith(name)), "")
        if way and pattern.search(text):
            said.add(way)
    return said.pop() if len(said) == 1 else ""
