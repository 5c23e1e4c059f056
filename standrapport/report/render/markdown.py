# SPDX-License-Identifier: EUPL-1.2
"""Running text as HTML: CommonMark without HTML or pictures, with small tables and footnotes.

A table has its headings marked for who hears it; footnotes stand below the text they belong to,
numbered per text, with a way there and back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

YEAR_ITEM = re.compile(r"^( {0,3}(?:19|20)\d\d)([.)])(?=\s)", re.MULTILINE)
_YEAR_LINES = re.compile(
    r"^( {0,3}(?:19|20)\d\d\\[.)][^\n]*)\n(?= {0,3}(?:19|20)\d\d\\)", re.MULTILINE
)
_HEADING_SHIFT = 3  # headings in text stand below a block title (h3)


def _keep_years(state: StateCore) -> None:
    """A year with a dot at the start of a line is no number of a list: Markdown would print another
    year below it. Lines that each begin with a year stay lines.
    """
    state.src = _YEAR_LINES.sub(r"\1\\\n", YEAR_ITEM.sub(r"\1\\\2", state.src))


def _heard_tables(state: StateCore) -> None:
    """Headings of a table say what they are for: the first row for columns, the first cell for its
    row; a column that stands to the right holds numbers.
    """
    first = in_head = False
    for token in state.tokens:
        if token.type in ("thead_open", "thead_close"):
            in_head = token.type == "thead_open"
        elif token.type == "tr_open":
            first = True
        elif token.type in ("th_open", "td_open"):
            if str(token.attrs.pop("style", "")).endswith("right"):
                token.attrSet("class", "getal")
            if in_head or first:
                token.tag = "th"
                token.attrSet("scope", "col" if in_head else "row")
        elif token.type == "td_close":
            token.tag = "th" if first and not in_head else "td"
            first = False


def _tagged_items(state: StateCore) -> None:
    """Points and notes without paragraphs of their own: the PDF maker tags `<li><p>` so that PDF/UA
    refuses it (veraPDF 7.2-20). A list with room between its points says so by a class; a second
    paragraph of a point begins after a blank line.
    """
    kept: list[Token] = []
    for token, holders in _held(state.tokens):
        inside = [one.type for one in holders[-1:]]
        if token.tag == "p" and inside and inside[0] in ("list_item_open", "footnote_open"):
            if token.nesting > 0 and kept[-1].type == "paragraph_close":
                kept += [Token("hardbreak", "br", 0), Token("hardbreak", "br", 0)]
            if not token.hidden and len(holders) > 1:
                holders[-2].attrSet("class", "ruim")
            token.hidden = True
        kept.append(token)
    state.tokens = kept


def _held(tokens: Sequence[Token]) -> Iterator[tuple[Token, list[Token]]]:
    """Every token with what is open around it, the paragraph itself not counted."""
    holders: list[Token] = []
    for token in tokens:
        if token.nesting < 0 and token.tag != "p":
            holders.pop()
        yield token, holders
        if token.nesting > 0 and token.tag != "p":
            holders.append(token)


def footnote_number(token: Token) -> str:
    """The number of a footnote as a reader sees it, at its place in the text."""
    return str(int(token.meta["id"]) + 1)


def _address(token: Token, environment: Any) -> str:
    return f"{environment.get('noten', 'noot')}-{footnote_number(token)}"


def _reference(_: Any, tokens: Sequence[Token], at: int, __: Any, environment: Any) -> str:
    number, address = footnote_number(tokens[at]), _address(tokens[at], environment)
    again = int(tokens[at].meta.get("subId", 0))
    place = f' id="{address}-plek"' if not again else ""
    return (
        f'<sup class="nootcijfer"><a{place} href="#{address}" role="doc-noteref"'
        f' aria-label="noot {number}">{number}</a></sup>'
    )


def _block_open(*_: Any) -> str:
    return '<ol class="voetnoten" aria-label="Noten">\n'


def _block_close(*_: Any) -> str:
    return "</ol>\n"


def _open(_: Any, tokens: Sequence[Token], at: int, __: Any, environment: Any) -> str:
    return f'<li id="{_address(tokens[at], environment)}">'


def _close(*_: Any) -> str:
    return "</li>\n"


def _anchor(_: Any, tokens: Sequence[Token], at: int, __: Any, environment: Any) -> str:
    if int(tokens[at].meta.get("subId", 0)):
        return ""
    return (
        f' <a class="noot-terug" href="#{_address(tokens[at], environment)}-plek"'
        f' role="doc-backlink" aria-label="terug naar de plek van noot'
        f' {footnote_number(tokens[at])}">↩</a>'
    )


def structure_reader() -> MarkdownIt:
    """What the mark-up of a running text is, before it is made fit for a page."""
    # A picture would be asked of the web or of this machine: reading refuses it (SR-L086), and in a
    # draft it is a link.
    reader = MarkdownIt("commonmark", {"html": False, "typographer": False})
    reader.disable("image").enable("table")
    footnote_plugin(reader, inline=False)
    reader.core.ruler.push("heard_tables", _heard_tables)
    return reader


def _reader() -> MarkdownIt:
    reader = structure_reader()
    reader.core.ruler.after("normalize", "years", _keep_years)
    reader.core.ruler.push("tagged_items", _tagged_items)
    for name, rule in (
        ("footnote_ref", _reference),
        ("footnote_block_open", _block_open),
        ("footnote_block_close", _block_close),
        ("footnote_open", _open),
        ("footnote_close", _close),
        ("footnote_anchor", _anchor),
    ):
        reader.add_render_rule(name, rule)
    return reader


MARKDOWN = _reader()


@lru_cache(maxsize=1000)
def markdown_html(source: str, notes: str) -> str:
    """A running text as HTML; `notes` is what the addresses of its footnotes begin with."""
    environment = {"noten": notes}
    tokens = MARKDOWN.parse(source, environment)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + _HEADING_SHIFT)}"
        elif token.type == "ordered_list_open" and (first := token.attrGet("start")) is not None:
            # The PDF maker passes over `start`; the counter it is made of, both know.
            token.attrSet("style", f"counter-reset: list-item {int(first) - 1}")
    return str(MARKDOWN.renderer.render(tokens, MARKDOWN.options, environment))
