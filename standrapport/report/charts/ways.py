# SPDX-License-Identifier: EUPL-1.2
"""The boxes of a process: what happens on a way, and the lights that must be green before one
leaves it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...core.frozen import dataclass
from .label import LINE, Label, wrap
from .model import Way
from .svg import INK, PALETTE, PANEL, QUIET, element, points, rect

PAD = 10.0
_LAMP = 6.0  # radius of a light
_INDENT = 20.0  # of what stands behind a dot or a light
_GO = 2  # the colour of a light that is green


@dataclass(frozen=True, slots=True)
class _BoxRow:
    """A line in a box; `mark` is what stands before it."""

    words: str
    bold: bool = False
    quiet: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class WayBox:
    """A way with its measured lines."""

    rows: tuple[_BoxRow, ...]
    width: float

    @property
    def height(self) -> float:
        """What its lines need, the coloured edge included."""
        return LINE * len(self.rows) + 2 * PAD

    def draw(self, x: float, y: float) -> str:
        """The box with its upper left corner at a place."""
        parts = [
            rect(
                x,
                y,
                self.width,
                self.height,
                fill=PANEL,
                class_="vlak rand",
                stroke=QUIET,
                stroke_width=1,
            ),
            rect(x, y, self.width, 4, fill=PALETTE.fill(_GO), class_=f"r{_GO + 1}"),
        ]
        style = Label(x + PAD, y + PAD - 2, "")
        for at, row in enumerate(self.rows):
            line = y + PAD + LINE * (at + 1) - 3
            indent = _INDENT if row.mark else 0.0
            parts.append(_mark(row.mark, x + PAD + _LAMP, line - 5))
            label = replace(style, x=x + PAD + indent, y=line, content=row.words, bold=row.bold)
            parts.append(replace(label, fill=QUIET if row.quiet else INK).draw())
        return "".join(parts)


def way_box(way: Way, width: float) -> WayBox:
    """A way measured for a width."""
    return WayBox(tuple(_rows(way, width - 2 * PAD)), width)


def _rows(way: Way, width: float) -> Iterator[_BoxRow]:
    yield from (_BoxRow(words, bold=True) for words in wrap(way.title, width, bold=True))
    for fact in way.facts:
        yield from (_BoxRow(words) for words in wrap(fact, width))
    for step in way.steps:
        yield from _marked(step, width, "stap")
    if way.gates:
        if way.gate_title:
            yield from (
                _BoxRow(words, bold=True) for words in wrap(way.gate_title, width, bold=True)
            )
        for gate in way.gates:
            yield from _marked(gate, width, "licht")
    if way.back is not None:
        yield from _marked(way.back[1], width, "terug")


def _marked(words: str, width: float, mark: str) -> Iterator[_BoxRow]:
    for at, part in enumerate(wrap(words, width - _INDENT)):
        yield _BoxRow(part, mark=mark if not at else "inspring")


def _mark(mark: str, x: float, y: float) -> str:
    """A dot for a step, a lit lamp for a condition, an arrow up for the way back."""
    if mark == "stap":
        return element("circle", cx=x, cy=y, r=2.5, fill=INK, class_="midden")
    if mark == "licht":
        return element(
            "circle",
            cx=x,
            cy=y,
            r=_LAMP,
            fill=PALETTE.fill(_GO),
            stroke=INK,
            stroke_width=1.5,
            class_=f"r{_GO + 1} nul",
        )
    if mark == "terug":
        return arrow_head(x, y - 5, "op")
    return ""


def arrow_head(x: float, y: float, way: str) -> str:
    """A small arrow head with its tip at a place, pointing up, down or to the left."""
    corners = {
        "op": [(x, y), (x - 5, y + 9), (x + 5, y + 9)],
        "neer": [(x, y), (x - 5, y - 9), (x + 5, y - 9)],
        "links": [(x, y), (x + 9, y - 5), (x + 9, y + 5)],
    }[way]
    return element("polygon", points=points(corners), fill=INK, class_="midden")


def way_back(path: str) -> str:
    """The line of a way back."""
    return element(
        "path",
        d=path,
        fill="none",
        stroke=INK,
        stroke_width=2,
        stroke_dasharray="6 3",
        class_="nul",
    )
