# SPDX-License-Identifier: EUPL-1.2
"""Groups around a middle: a ring on a page or a wide screen, and the same as a trunk with branches
on a phone.

Who is counted where: people in rows, the groups that are counted in columns, a mark where they
meet; on a phone the columns carry numbers, which the list below the picture explains.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import hypot

from ...core.frozen import dataclass
from .label import LINE, Label, text_width, wrap
from .model import Membership, Ring
from .svg import PALETTE, PANEL, QUIET, RULE, WIDTH, element, line, rect

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

    def draw(self, x: float, y: float) -> str:
        """The box with its upper left corner at a place."""
        parts = [
            rect(x, y, self.width, self.height, fill=PANEL, class_="vlak"),
            rect(x, y, self.width, 4, fill=PALETTE.fill(0), class_="r1"),
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


def ring(chart: Ring) -> tuple[float, str]:
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
            boxes.append(box.draw(x, y))
    if above:
        lines.append(_spoke(WIDTH / 2, middle, WIDTH / 2, above.height))
        boxes.append(above.draw((WIDTH - _TOP) / 2, 0))
    hub = element("circle", cx=WIDTH / 2, cy=middle, r=radius, fill=PALETTE.fill(0), class_="r1")
    return height, "".join([*lines, hub, *boxes, *_name(chart, middle, _CHORD)])


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


def trunk(chart: Ring) -> tuple[float, str]:
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
        parts.append(box.draw(_STEP, y))
        y += box.height + _GAP
    stem = line(_STEP / 2, top, _STEP / 2, last, stroke=QUIET, width=2, class_="nul")
    hub = rect(0, 0, NARROW, top, fill=PALETTE.fill(0), class_="r1")
    return y - _GAP, "".join(
        [stem, hub, *parts, *_name(chart, top / 2, NARROW - 2 * _PAD, NARROW / 2)]
    )


def _radius(name: str) -> float:
    """The radius in which the lines of the name of the middle fit."""
    lines = wrap(name, _CHORD, bold=True)
    widest = max(text_width(words, bold=True) for words in lines)
    return min(max(_RADIUS, hypot(widest / 2, LINE * len(lines) / 2) + 6), _WIDEST)


def _spoke(x1: float, y1: float, x2: float, y2: float) -> str:
    return line(x1, y1, x2, y2, stroke=QUIET, width=2, class_="nul")


def _name(chart: Ring, middle: float, width: float, x: float = WIDTH / 2) -> list[str]:
    """The name of the middle, centred in it."""
    words = wrap(chart.middle, width, bold=True)
    first = middle + 5 - LINE * (len(words) - 1) / 2
    style = Label(x, first, "", "middle", bold=True, fill=PALETTE.inside(0), class_="in")
    return [
        replace(style, y=first + LINE * row, content=part).draw() for row, part in enumerate(words)
    ]


def in_words(chart: Ring) -> str:
    """The text alternative: who stands in the middle, and every group with its role."""
    groups = " ".join(f"{name}: {role}" if role else f"{name}." for name, role in chart.groups)
    count = f"{len(chart.groups)} groepen" if len(chart.groups) > 1 else "één groep"
    return f"{chart.title}. In het midden staat {chart.middle}, met {count} eromheen. {groups}"


_PEOPLE = 220.0  # width of the names of people
_PEOPLE_NARROW = 168.0
_MARK = 7.0
_COLUMN_GAP = 10.0
_ROW_PAD = 7.0  # above and below the lines of a row
_KEY = (("telt mee", True), ("telt niet mee", False))


def membership(chart: Membership) -> tuple[float, str]:
    """Height and content, for a page or a wide screen."""
    heads = [f"{number}. {name}" for number, name in enumerate(chart.groups, 1)]
    return _grid(chart, heads, WIDTH, _PEOPLE)


def membership_narrow(chart: Membership) -> tuple[float, str]:
    """The same in a column of NARROW: the groups by their numbers."""
    heads = [str(number) for number in range(1, len(chart.groups) + 1)]
    return _grid(chart, heads, NARROW, _PEOPLE_NARROW)


def _grid(
    chart: Membership, heads: Sequence[str], width: float, people: float
) -> tuple[float, str]:
    """The key, the names of the groups, and a line per kind of people with its marks."""
    columns = _columns(heads, width - people)
    middles = [people + sum(columns[:at]) + one / 2 for at, one in enumerate(columns)]
    key, y = _key()
    names = [
        wrap(head, column - _COLUMN_GAP, bold=True)
        for head, column in zip(heads, columns, strict=True)
    ]
    deepest = max(len(lines) for lines in names)
    parts = [key]
    for middle, lines in zip(middles, names, strict=True):
        first = y + LINE * (deepest - len(lines) + 1)
        parts.extend(
            Label(middle, first + LINE * row, words, "middle", bold=True).draw()
            for row, words in enumerate(lines)
        )
    y += LINE * deepest + _ROW_PAD
    for name, cells in zip(chart.people, chart.counted, strict=True):
        parts.append(line(0, y, width, y, stroke=RULE, width=1, class_="as"))
        lines = wrap(name, people - _COLUMN_GAP)
        height = LINE * len(lines) + 2 * _ROW_PAD
        parts.extend(
            Label(0, y + _ROW_PAD + LINE * (row + 1) - 4, words).draw()
            for row, words in enumerate(lines)
        )
        parts.extend(
            _mark_of(middle, y + height / 2, counted=counted)
            for middle, counted in zip(middles, cells, strict=True)
            if counted is not None
        )
        y += height
    return y, "".join(parts)


def _columns(heads: Sequence[str], width: float) -> list[float]:
    """The widths of the columns: each what its longest word needs, and what is left in equal parts;
    all the same where that does not fit.
    """
    needed = [
        max(text_width(word, bold=True) for word in head.split()) + _COLUMN_GAP + 2
        for head in heads
    ]
    left = (width - sum(needed)) / len(heads)
    return [one + left for one in needed] if left >= 0 else [width / len(heads)] * len(heads)


def _key() -> tuple[str, float]:
    """What the marks mean, and the height that takes."""
    parts = []
    for at, (words, counted) in enumerate(_KEY):
        x = 130.0 * at
        parts.append(_mark_of(x + _MARK + 1, 10, counted=counted))
        parts.append(Label(x + 3 * _MARK, 15, words).draw())
    return "".join(parts), 15.0 + _COLUMN_GAP


def _mark_of(x: float, y: float, *, counted: bool) -> str:
    """A full disc for who counts, an empty one for who does not."""
    if counted:
        return element("circle", cx=x, cy=y, r=_MARK, fill=PALETTE.fill(0), class_="r1")
    return element(
        "circle", cx=x, cy=y, r=_MARK, fill="none", stroke=QUIET, stroke_width=2, class_="nul"
    )


def membership_in_words(chart: Membership) -> str:
    """The text alternative: per group who counts and who does not."""
    said = []
    for at, group in enumerate(chart.groups):
        told = [f"{at + 1}. {group}"]
        for words, wanted in _KEY:
            names = [
                name
                for name, cells in zip(chart.people, chart.counted, strict=True)
                if cells[at] is wanted
            ]
            if names:
                told.append(f"{words}: {', '.join(names)}")
        said.append("; ".join(told))
    return f"{chart.title}. {'. '.join(said)}."
