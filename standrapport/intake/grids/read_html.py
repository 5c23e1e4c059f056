# SPDX-License-Identifier: EUPL-1.2
"""A delivered web page: every table with data as a grid, with the words around it.

Nothing is fetched and no script is run.

What only a style sheet hides is read too: a saved page does not tell.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import replace

from ...core.csv_text import decode
from ...sources.problem import SourceProblem
from .grid import Grid
from .html_flow import around, higher, passages
from .html_table import LINE, sheet_of
from .sheet import MOST_CELLS, TooMuch, grid_of

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
