# SPDX-License-Identifier: EUPL-1.2
"""Words on a web page: what of an element is text, what is raised, and what a reader
does not see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from .grid import text_cell, tidy

# Nothing in these is text of the page.
SILENT = frozenset({
    "script", "style", "template", "noscript", "head", "iframe", "object", "select", "textarea",
    "nav", "footer",
})  # fmt: skip
# Around these no new word or paragraph begins.
INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
# "start" and "end" with the element, "text" with the element it stands in and the words.
Step = tuple[str, Element, str]


def walk(top: Element, within: Callable[[Element], bool] = lambda _: True) -> Iterator[Step]:
    """An element and all in it, in order; only what `within` allows is entered.

    Nesting may be as deep as it likes.
    """
    stack: list[tuple[Element, int]] = [(top, 0)]
    yield "start", top, ""
    if top.text:
        yield "text", top, top.text
    while stack:
        element, at = stack[-1]
        if at == len(element):
            stack.pop()
            yield "end", element, ""
            if stack and element.tail:
                yield "text", stack[-1][0], element.tail
            continue
        stack[-1] = (element, at + 1)
        child = element[at]
        if isinstance(child.tag, str) and within(child):
            stack.append((child, 0))
            yield "start", child, ""
            if child.text:
                yield "text", child, child.text
        elif child.tail:
            yield "text", element, child.tail


def seen(element: Element) -> bool:
    """Whether a reader sees an element as text, as far as the page itself says so.

    Drawings (SVG) have a name space.
    """
    tag = str(element.tag)
    return (
        tag not in SILENT
        and not tag.startswith("{")
        and "hidden" not in element.attrib
        and not _HIDDEN.search(element.get("style", ""))
    )


def parts_of(top: Element, within: Callable[[Element], bool]) -> list[tuple[str, bool]]:
    """The text of an element in parts, each raised or not.

    A block or a break between words is a space.
    """
    parts: list[tuple[str, bool]] = []
    raised = 0
    for kind, element, words in walk(top, within):
        if kind == "text":
            parts.append((words, raised > 0))
            continue
        if element.tag == "sup" or _RAISED.search(element.get("style", "")):
            raised += 1 if kind == "start" else -1
        elif element.tag not in INLINE:
            parts.append((" ", False))
    return parts


def words_of(top: Element) -> str:
    """The text of an element as one line, without its marks."""
    return text_cell(parts_of(top, seen)).text


def plain(words: list[tuple[str, bool]]) -> str:
    """Parts of text as one line, without what is raised."""
    return tidy("".join(text for text, raised in words if not raised))
