# SPDX-License-Identifier: EUPL-1.2
"""Less work for the PDF maker, for the same pages.

The page comes to it as a tree: a reader of HTML in Python takes a quarter of a second of each
report, while the templates write HTML that is XML too, apart from tags that are never closed, and
XML is read in a hundredth of that. Where the two could differ, a reader of HTML reads the page
after all.

No line is laid out twice, no text of a drawing letter by letter: WeasyPrint is changed while it
makes a page and put back afterwards. The tests see that the pages are those it would have made, and
that what is changed is still done in the long way without this.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from math import inf
from typing import Any
from xml.etree import ElementTree as ET

_DOCTYPE = re.compile(r"\s*<!doctype html>", re.IGNORECASE)
_VOID = "area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr"
_NEVER_CLOSED = re.compile(rf"<({_VOID})\b([^<>]*?)\s*/?>")
# What XML reads otherwise than HTML does: a line end in an attribute, a sign in a style sheet, a
# remark, a tag of HTML that closes itself.
_OTHERWISE = re.compile(
    r"=\"[^\"]*[\t\n\r][^\"]*\"|='|<(?:style|script)\b[^>]*>[^<]*&|\r|<!--"
    r"|<(?:a|b|body|caption|data|dd|div|dl|dt|em|fig\w+|h[1-6]|head|header|html|i|li|main|nav|ol|p"
    r"|section|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|time|tr|ul)\b[^<>]*/>"
)
_HTML = frozenset(
    "a abbr aside article b blockquote body br caption cite code col colgroup data dd del dfn div "  # noqa: SIM905
    "dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 head header hr html i img ins kbd li link "
    "main mark meta nav ol p q s section small span strong style sub sup table tbody td tfoot th "
    "thead time title tr u ul".split()
)
_IN_A_LINE = frozenset(
    "a abbr b br cite code data del dfn em i img ins kbd mark q s small span strong sub sup time "  # noqa: SIM905
    "u".split()
)
_ROWS = frozenset({"thead", "tbody", "tfoot"})
# What may stand in these, and nothing else: a reader of HTML would put other things elsewhere.
_WITHIN = {
    **dict.fromkeys(("p", "h1", "h2", "h3", "h4", "h5", "h6"), _IN_A_LINE),
    **dict.fromkeys(_IN_A_LINE - {"ins", "del"}, _IN_A_LINE),
    **dict.fromkeys(_ROWS, frozenset({"tr"})),
    **dict.fromkeys(("ul", "ol"), frozenset({"li"})),
    **dict.fromkeys(("title", "style"), frozenset[str]()),
    "html": frozenset({"head", "body"}),
    "head": frozenset({"meta", "title", "link", "style"}),
    "table": _ROWS | {"caption", "colgroup"},
    "colgroup": frozenset({"col"}),
    "tr": frozenset({"td", "th"}),
    "dl": frozenset({"dt", "dd", "div"}),
}
_SVG = "{http://www.w3.org/2000/svg}"
_BARE = frozenset({"html", "head", "table", "tr", "colgroup", *_ROWS})  # no words of their own


def print_tree(html: str) -> ET.Element | None:
    """The page as a tree, as a reader of HTML would make it; None when it must be asked."""
    start = _DOCTYPE.match(html)
    if start is None or _OTHERWISE.search(html):
        return None
    try:
        root = ET.fromstring(_NEVER_CLOSED.sub(r"<\1\2/>", html[start.end() :]))  # noqa: S314 - no other doctype, so no entities
    except ET.ParseError:
        return None
    return root if root.tag == "html" and _as_html(root) else None


def _as_html(root: ET.Element) -> bool:
    """Whether a reader of HTML would put every element where it stands."""
    if [child.tag for child in root] != ["head", "body"]:
        return False
    waiting = [(root, False)]
    while waiting:
        element, linked = waiting.pop()
        if element.tag in _BARE and _says_something(element):
            return False
        within = _WITHIN.get(element.tag, _HTML)
        linked |= element.tag == "a"
        for child in element:
            if child.tag == f"{_SVG}svg" and "svg" not in element.tag:
                if within is not _HTML or not _drawn(child):
                    return False
            elif child.tag not in within or child.tag not in _HTML or (linked and child.tag == "a"):
                return False
            else:
                waiting.append((child, linked))
    return True


def _says_something(element: ET.Element) -> bool:
    """Whether words stand directly in an element, between its children."""
    return any((words or "").strip() for words in (element.text, *(one.tail for one in element)))


def _drawn(svg: ET.Element) -> bool:
    """Whether a drawing holds nothing but drawing."""
    return all(one.tag.startswith(_SVG) for one in svg.iter()) and not any(
        svg.iter(f"{_SVG}foreignObject")
    )


class _OneLetter(str):
    """A text that is one letter to who goes over its letters."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        yield str(self)


# What places the letters of a text each by itself.
_BY_LETTER = ("rotate", "letter-spacing", "textLength")
_PLACES = ("x", "y", "dx", "dy")
_BEFORE = {"middle": 0.5, "end": 1.0}  # the part of a text that stands before its place


@contextlib.contextmanager
def in_short() -> Iterator[None]:
    """Have WeasyPrint do the same with less.

    The words of a box are laid out anew for each height of columns that is tried, for the least
    and most width of a cell, and for a card before and after its row is known. The same words in
    the same style and width give the same line, so it is kept.

    Texts of drawings are laid out letter by letter, without the kerning that a browser gives, and
    one that does not start at its place comes in a group of its own, which cuts off what sticks
    out. Where nothing places its letters, a text is one piece.
    """
    from weasyprint.layout import inline, preferred
    from weasyprint.svg import SVG
    from weasyprint.text import line_break

    lines: dict[Any, Any] = {}
    split = line_break.split_first_line

    def split_first_line(words: str, style: Any, context: Any, *more: Any, **named: Any) -> Any:
        key = (words, id(style), more, *named.items())
        if key not in lines:
            lines[key] = (split(words, style, context, *more, **named), style)
        return lines[key][0]

    draw = SVG.draw_node

    def draw_node(svg: Any, node: Any, font_size: float, *more: Any, **named: Any) -> None:
        if node.tag == "text" and _in_one_piece(node):
            node._etree_node.text = _OneLetter(node.text)  # noqa: SLF001 - no public way
            _start_where_it_starts(svg, node, font_size)
        draw(svg, node, font_size, *more, **named)

    with contextlib.ExitStack() as changed:
        for place, name, new in (
            (inline, "split_first_line", split_first_line),
            (preferred, "split_first_line", split_first_line),
            (inline, "strut", _once(inline.strut)),
            (line_break, "get_font_description", _once(line_break.get_font_description)),
            (SVG, "draw_node", draw_node),
        ):
            changed.callback(setattr, place, name, getattr(place, name))
            setattr(place, name, new)
        yield


def _once(of_a_style: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A function of a style that is asked once for each."""
    known: dict[int, Any] = {}

    def kept(style: Any) -> Any:
        if id(style) not in known:  # the style is kept too, so that no other gets its number
            known[id(style)] = (of_a_style(style), style)
        return known[id(style)][0]

    return kept


def _in_one_piece(node: Any) -> bool:
    several = any(" " in (node.get(place) or "").strip() for place in _PLACES)
    return bool(node.text and not several and not any(map(node.get, _BY_LETTER)) and not [*node])


def _start_where_it_starts(svg: Any, node: Any, font_size: float) -> None:
    """Turn the place of the middle or end of a text into that of its start."""
    before = _BEFORE.get(node.get("text-anchor"))
    weight = {"normal": "400", "bold": "700"}.get(node.get("font-weight"), node.get("font-weight"))
    if before is None or "x" not in node.attrib or not (weight or "400").isdecimal():
        return
    from weasyprint.css.properties import INITIAL_VALUES
    from weasyprint.svg.text import Style
    from weasyprint.svg.utils import size
    from weasyprint.text.line_break import split_first_line

    font_size = size(node.get("font-size", "1em"), font_size, font_size)
    families = node.get("font-family", "sans-serif").split(",")
    style = Style(
        INITIAL_VALUES,
        font_family=[family.strip("\"' ") for family in families],
        font_style=node.get("font-style", "normal"),
        font_weight=int(weight or 400),
        font_size=font_size,
    )
    style.font_config = svg.font_config
    width = split_first_line(str(node.text), style, svg.context, inf, 0)[3]
    node.attrib["x"] = str(size(node.get("x"), font_size, svg.inner_width) - before * width)
    del node.attrib["text-anchor"]
