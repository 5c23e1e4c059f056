# SPDX-License-Identifier: EUPL-1.2
"""Groups around a middle: a ring on a page or a wide screen, and the same as a trunk with branches
on a phone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import hypot

from ...core.frozen import dataclass
from .label import LINE, Label, text_width, wrap
from .model import Ring
from .svg import PANEL, QUIET, WIDTH, Palette, element, line, rect

NARROW = 340.0  # a phone shows the trunk without making it smaller
_SIDE = 214.0  # width of the boxes left and right
_TOP = 232.0  # width of a box above or below the middle
_PAD = 11.0
_GAP = 12.0
_RADIUS = 56.0  # of the middle, larger when its name needs it
_CHORD = 100.0  # no line of its name is longer
_WIDEST = 112.0  # no name makes the middle larger than this
_STEP = 34.0  # from the trunk's edge to its boxes


@dataclass(frozen=True, slots=True)
class _Box:
    """A group with its measured lines: title in bold, then the role."""

    title: tuple[str, ...]
    role: tuple[str, ...]
    width: float

    @property
    def height(self) -> float:
        """What its lines need, the coloured edge included."""
        return LINE * (len(self.title) + len(self.role)) + 2 * _PAD + 2

    def draw(self, x: float, y: float, palette: Palette) -> str:
        """The box with its upper left corner at a place."""
        parts = [
            rect(x, y, self.width, self.height, fill=PANEL, class_="vlak"),
            rect(x, y, self.width, 4, fill=palette.fill(0), class_="r1"),
        ]
        label = Label(x + _PAD, y + _PAD + LINE - 1, "")
        lines = [(words, True) for words in self.title] + [(words, False) for words in self.role]
        parts.extend(
            replace(label, y=label.y + LINE * row, content=words, bold=bold).draw()
            for row, (words, bold) in enumerate(lines)
        )
        return "".join(parts)


def _box(group: tuple[str, str], width: float) -> _Box:
    name, role = group
    return _Box(
        wrap(name, width - 2 * _PAD, bold=True), wrap(role, width - 2 * _PAD) if role else (), width
    )


def ring(chart: Ring, palette: Palette) -> tuple[float, str]:
    """Height and content, clockwise from the top: an odd number puts one group above the middle,
    the others stand on both sides.
    """
    groups = list(chart.groups)
    above = _box(groups.pop(0), _TOP) if len(groups) % 2 else None
    half = len(groups) // 2
    radius = _radius(chart.middle)
    right = [_box(group, _SIDE) for group in groups[:half]]
    left = [_box(group, _SIDE) for group in reversed(groups[half:])]
    start = above.height + _GAP if above else 0.0
    # The columns begin so low that no line to them runs behind the group above the middle.
    drop = max([0.0, *(start - side[0].height / 2 for side in (left, right) if above and side)])
    height = max(
        drop + _stack_height(left), drop + _stack_height(right), start + 2 * radius + 2 * _GAP
    )
    middle = (start + height) / 2
    lines, boxes = [], []
    for side, x, edge in ((left, 0.0, _SIDE), (right, WIDTH - _SIDE, WIDTH - _SIDE)):
        for box, y in _stacked(side, drop, height, middle):
            lines.append(_spoke(WIDTH / 2, middle, edge, y + box.height / 2))
            boxes.append(box.draw(x, y, palette))
    if above:
        lines.append(_spoke(WIDTH / 2, middle, WIDTH / 2, above.height))
        boxes.append(above.draw((WIDTH - _TOP) / 2, 0, palette))
    hub = element("circle", cx=WIDTH / 2, cy=middle, r=radius, fill=palette.fill(0), class_="r1")
    return height, "".join([*lines, hub, *boxes, *_name(chart, middle, _CHORD, palette)])


def _stack_height(side: list[_Box]) -> float:
    """What the boxes of a side need below each other."""
    return sum(box.height for box in side) + _GAP * (len(side) - 1)


def _stacked(
    side: list[_Box], drop: float, height: float, middle: float
) -> Iterator[tuple[_Box, float]]:
    """The boxes of a side with their tops: spread from `drop` to `height`, one alone halfway."""
    used = _stack_height(side)
    between = _GAP + (height - drop - used) / (len(side) - 1) if len(side) > 1 else 0.0
    y = drop if len(side) > 1 else middle - used / 2
    for box in side:
        yield box, y
        y += box.height + between


def trunk(chart: Ring, palette: Palette) -> tuple[float, str]:
    """Height and content of the same in a column of NARROW: the middle on top, every group a
    branch.
    """
    boxes = [_box(group, NARROW - _STEP) for group in chart.groups]
    top = LINE * len(wrap(chart.middle, NARROW - 2 * _PAD, bold=True)) + 2 * _PAD
    parts = []
    y, last = top + _GAP, top
    for box in boxes:
        last = y + 22
        parts.append(line(_STEP / 2, last, _STEP, last, stroke=QUIET, width=2, class_="nul"))
        parts.append(box.draw(_STEP, y, palette))
        y += box.height + _GAP
    stem = line(_STEP / 2, top, _STEP / 2, last, stroke=QUIET, width=2, class_="nul")
    hub = rect(0, 0, NARROW, top, fill=palette.fill(0), class_="r1")
    return y - _GAP, "".join(
        [stem, hub, *parts, *_name(chart, top / 2, NARROW - 2 * _PAD, palette, NARROW / 2)]
    )


def _radius(name: str) -> float:
    """The radius in which the lines of the name of the middle fit."""
    lines = wrap(name, _CHORD, bold=True)
    widest = max(text_width(words, bold=True) for words in lines)
    return min(max(_RADIUS, hypot(widest / 2, LINE * len(lines) / 2) + 6), _WIDEST)


def _spoke(x1: float, y1: float, x2: float, y2: float) -> str:
    return line(x1, y1, x2, y2, stroke=QUIET, width=2, class_="nul")


def _name(
    chart: Ring, middle: float, width: float, palette: Palette, x: float = WIDTH / 2
) -> list[str]:
    """The name of the middle, centred in it."""
    words = wrap(chart.middle, width, bold=True)
    first = middle + 5 - LINE * (len(words) - 1) / 2
    style = Label(x, first, "", "middle", bold=True, fill=palette.inside(0), class_="in")
    return [
        replace(style, y=first + LINE * row, content=part).draw() for row, part in enumerate(words)
    ]


def in_words(chart: Ring) -> str:
    """The text alternative: who stands in the middle, and every group with its role."""
    groups = " ".join(f"{name}: {role}" if role else f"{name}." for name, role in chart.groups)
    count = f"{len(chart.groups)} groepen" if len(chart.groups) > 1 else "één groep"
    return f"{chart.title}. In het midden staat {chart.middle}, met {count} eromheen. {groups}"
