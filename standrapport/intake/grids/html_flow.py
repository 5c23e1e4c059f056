# SPDX-License-Identifier: EUPL-1.2
"""A web page from top to bottom: headings, paragraphs and tables, so that every table knows the
words around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ...core.frozen import dataclass
from .html_table import holds_data, table_inside
from .html_text import INLINE, plain, seen, walk, words_of

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Passage(NamedTuple):
    """A stretch of the page: the words of a heading (of a `level` from 1) or paragraph, or a table
    (its words are its captions).
    """

    words: str
    level: int = 0
    table: Element | None = None

    @property
    def heading(self) -> bool:
        """Whether it is a heading."""
        return self.level > 0


def passages(page: Element) -> tuple[list[Passage], int]:
    """All that a reader of the page sees, in order; and how many tables are hidden."""
    hidden = sum(
        1 for unseen in _unseen(page) for table in unseen.iter("table") if table_inside(table)
    )
    return list(_passages(page)), hidden


def around(flow: list[Passage], at: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands over the table at this place: its caption, the nearest heading and all words
    since; and below it, to the next heading or table.
    """
    start = next((before for before in range(at - 1, -1, -1) if flow[before].heading), -1)
    end = next(
        (
            after
            for after in range(at + 1, len(flow))
            if flow[after].heading or flow[after].table is not None
        ),
        len(flow),
    )
    before = [
        flow[at].words,
        *(passage.words for passage in flow[max(start, 0) : at] if passage.table is None),
    ]
    return tuple(words for words in before if words), tuple(
        passage.words for passage in flow[at + 1 : end]
    )


def higher(flow: list[Passage], at: int) -> tuple[str, ...]:
    """The headings above the nearest one over the table at this place, each of a higher level: what
    the page says of all its tables.
    """
    found: list[Passage] = []
    for passage in reversed(flow[:at]):
        if passage.heading and (not found or passage.level < found[-1].level):
            found.append(passage)
    return tuple(passage.words for passage in found[:0:-1])


def _unseen(page: Element) -> Iterator[Element]:
    """What is hidden on the page, the outermost only."""
    skipped: list[Element] = []

    def within(element: Element) -> bool:
        if not seen(element):
            skipped.append(element)
            return False
        return True

    for _ in walk(page, within):
        yield from skipped
        skipped.clear()
    yield from skipped


@dataclass
class _PageFlow:
    """Where we are in a page: the words of the passage so far, the tables with data that we are in
    (their own words are in their cells), and how deep in headings and raised text.
    """

    words: list[tuple[str, bool]] = field(default_factory=list)
    tables: list[Element] = field(default_factory=list)
    raised: int = 0
    headings: int = 0
    level: int = 0

    def passage(self) -> Iterator[Passage]:
        """The passage that ends here, if it says anything; a footnote keeps its mark."""
        if said := plain(self.words):
            mark = self.words[0][0].strip() if self.words[0][1] else ""
            noted = f"[{mark}] {said}" if mark and self.headings == 0 else said
            yield Passage(noted, self.level if self.headings else 0)
        self.words = []

    def table(self, kind: str, element: Element) -> Iterator[Passage]:
        """A table with data that begins or ends."""
        if kind == "start" and holds_data(element):
            self.tables.append(element)
            yield Passage(_caption(element), table=element)
        elif kind == "end" and self.tables and self.tables[-1] is element:
            self.tables.pop()


def _passages(page: Element) -> Iterator[Passage]:
    flow = _PageFlow()
    for kind, element, text in walk(page, seen):
        if kind == "text":
            flow.words += [] if flow.tables else [(text, flow.raised > 0)]
            continue
        change = 1 if kind == "start" else -1
        flow.raised += change * (element.tag == "sup")
        if element.tag == "br":
            flow.words.append((" ", False))
        elif element.tag not in INLINE:
            yield from flow.passage()
            if level := _level(element):
                flow.headings += change
                flow.level = level
            if table_inside(element):
                yield from flow.table(kind, element)


def _level(element: Element) -> int:
    """The level of a heading; 0 for anything else."""
    if element.tag in _HEADINGS:
        return int(element.tag[1])
    if element.get("role") != "heading":
        return 0
    said = element.get("aria-level", "")
    return int(said) if said in set("123456789") else 2


def _caption(table: Element) -> str:
    return " ".join(
        words_of(caption) for caption in table if caption.tag == "caption" and seen(caption)
    )
