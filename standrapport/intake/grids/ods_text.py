# SPDX-License-Identifier: EUPL-1.2
"""Text in an OpenDocument spreadsheet: its styles say what is raised and what is hidden.

A cell's text comes in parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from ...core.frozen import dataclass
from .grid import tidy
from .package import Event

# Drawn over or kept beside the cells: pictures, charts, footnotes, how a word is
# pronounced.
_BESIDE = frozenset({
    "frame", "g", "custom-shape", "line", "rect", "control", "note", "ruby-text", "ellipse",
    "polygon", "polyline", "path", "connector", "caption", "measure",
})  # fmt: skip
_SPACE = frozenset({"s", "tab", "line-break"})


@dataclass
class Styles:
    """What the styles of a spreadsheet tell, by family and name."""

    _parents: dict[tuple[str, str], str] = field(default_factory=dict)
    _raised: dict[tuple[str, str], bool] = field(default_factory=dict)
    _hidden: set[str] = field(default_factory=set)
    _now: tuple[str, str] = ("", "")

    def learn(self, name: str, attributes: dict[str, str]) -> None:
        """Take in an element that may be (part of) a style."""
        if name == "style":
            self._now = attributes.get("family", ""), attributes.get("name", "")
            self._parents[self._now] = attributes.get("parent-style-name", "")
            self._raised.pop(self._now, None)
        elif name == "text-properties" and "text-position" in attributes:
            place = attributes["text-position"].split()[0]
            self._raised[self._now] = place == "super" or (
                place.endswith("%") and float(place[:-1]) > 0
            )
        elif name == "table-properties" and attributes.get("display") == "false":
            self._hidden.add(self._now[1])

    def raised(self, family: str, name: str) -> bool:
        """Whether text in this style is a superscript.

        A style is as its parent where it does not say.
        """
        for _ in range(20):
            if (family, name) in self._raised:
                return self._raised[family, name]
            name = self._parents.get((family, name), "")
        return False

    def hides(self, table: str) -> bool:
        """Whether a sheet in this style is hidden."""
        return table in self._hidden


def parts_of(
    stream: Iterator[Event], styles: Styles, comments: list[str], *, raised: bool
) -> tuple[list[tuple[str, bool]], bool]:
    """The text of a cell up to its end, in parts; remarks fastened to it go to `comments`.

    And whether it has any paragraph, be it an empty one.
    """
    parts: list[tuple[str, bool]] = []
    state = [raised]
    paragraphs = beside = 0
    for kind, name, attributes in stream:
        if kind == "text":
            if not beside and len(state) > 1:
                parts.append((name, state[-1]))
        elif kind == "end":
            if not state[1:]:
                break
            state.pop()
            beside -= beside > 0
        elif name == "annotation":
            comments.append(_remark(stream))
        else:
            state.append(state[-1] or _raises(name, attributes, styles))
            beside += beside > 0 or name in _BESIDE
            if not beside and (name in _SPACE or name == "p"):
                parts.append((" ", False))
            paragraphs += not beside and name == "p"
    return parts, paragraphs > 0


def _raises(name: str, attributes: dict[str, str], styles: Styles) -> bool:
    """Whether an element raises its text."""
    family = "paragraph" if name == "p" else "text"
    return name in {"p", "span", "a"} and styles.raised(family, attributes.get("style-name", ""))


def _remark(stream: Iterator[Event]) -> str:
    """The paragraphs of a remark up to its end, without who made it and when."""
    said: list[str] = []
    depth, inside = 1, 0
    for kind, name, _ in stream:
        if kind == "text":
            said += [name] if inside else []
        elif kind == "start":
            depth += 1
            inside += inside > 0 or name == "p"
        else:
            depth -= 1
            inside -= inside > 0
            said += [" "]
            if not depth:
                break
    return tidy("".join(said))
