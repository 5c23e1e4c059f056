# SPDX-License-Identifier: EUPL-1.2
"""A delivered web page, read from top to bottom: every table with data as a grid, with the headings
and paragraphs around it.

Nothing is fetched and no script is run. What only a style sheet hides is read too: a saved page
does not tell.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import field, replace
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ...core.csv_text import decode
from ...core.frozen import dataclass
from ...sources.engine import SourceProblem
from .grid import Grid
from .html_table import (
    INLINE,
    LINE,
    holds_data,
    plain,
    seen,
    sheet_of,
    table_inside,
    walk,
    words_of,
)
from .sheet import MOST_CELLS, TooMuch, grid_of

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


_LARGEST = 16_000_000
_DEEPEST = 2000
_ROW = re.compile(r"<tr(?=[\s/>])", re.IGNORECASE)
_CELL = re.compile(r"<t[dh](?=[\s/>])", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
# Elements that hold nothing, or that the next one of their kind closes.
_SHALLOW = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "p", "li", "dt", "dd", "td", "th", "tr", "option", "thead", "tbody", "tfoot", "path",
    "rect", "circle", "line", "use", "polygon", "ellipse", "stop", "image", "polyline",
})  # fmt: skip


def read_html(name: str, content: bytes) -> list[Grid]:
    """A grid for every table that holds something. Raises SourceProblem when there is none."""
    utf_16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return grids_of(
        name, content.decode("utf-16", errors="replace") if utf_16 else decode(content)[0]
    )


def read_mhtml(name: str, content: bytes) -> list[Grid]:
    """The same for a page saved as one file (.mht, .mhtml); lines are those of the page in it."""
    from email import message_from_bytes, policy

    for part in message_from_bytes(content, policy=policy.default).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            return read_html(name, page if isinstance(page, bytes) else b"")
    raise SourceProblem("SR-B008", f"In {name} zit geen webpagina.")


def grids_of(name: str, text: str) -> list[Grid]:
    """The same for a page that is text already."""
    import tinyhtml5

    if sum(1 for _ in _CELL.finditer(text)) > MOST_CELLS:
        raise TooMuch(name)
    if len(text) > _LARGEST or _depth(text) > _DEEPEST:
        raise SourceProblem(
            "SR-B008",
            f"{name} is te groot of te diep genest; bewaar alleen het deel van de pagina met de"
            " tabel.",
        )
    numbered = "\n".join(
        _ROW.sub(f'<tr {LINE}="{number}"', line)
        for number, line in enumerate(re.split(r"\r\n?|\n", text), 1)
    )
    flow, hidden = passages(tinyhtml5.parse(numbered, namespace_html_elements=False))
    grids = []
    for at, passage in enumerate(flow):
        if passage.table is not None and (grid := grid_of(sheet_of(name, passage.table))):
            above, below = around(flow, at)
            page = tuple((0, words) for words in higher(flow, at))
            grids.append(replace(grid, above=above, below=below, comments=page))
    if not grids:
        raise SourceProblem("SR-B008", f"In {name} staat geen zichtbare tabel.")
    if hidden:
        said = (
            "Een verborgen tabel is niet gelezen."
            if hidden == 1
            else f"{hidden} verborgen tabellen zijn niet gelezen."
        )
        grids[0] = replace(grids[0], left_out=(*grids[0].left_out, said))
    return grids


def _depth(text: str) -> int:
    """How deep elements are nested at most, roughly: taking a page apart takes the square of it."""
    deepest = depth = 0
    for closing, element in _TAG.findall(text):
        if element.lower() not in _SHALLOW:
            depth = max(0, depth - 1) if closing else depth + 1
            deepest = max(deepest, depth)
    return deepest
