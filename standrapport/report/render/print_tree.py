# SPDX-License-Identifier: EUPL-1.2
"""The page for print as a tree, for the PDF maker.

A reader of HTML in Python takes a quarter of a second of each report. The templates write HTML
that is XML too, apart from tags that are never closed, and XML is read in a hundredth of that.
Where the two could differ, a reader of HTML reads the page after all.
"""

from __future__ import annotations

import re
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
