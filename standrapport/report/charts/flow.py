# SPDX-License-Identifier: EUPL-1.2
"""Flows into and out of a middle: band width is volume, on one scale for both sides (after H.R.
Sankey, 1898).
"""

from __future__ import annotations

from decimal import Decimal

from ...core.frozen import dataclass
from .label import LINE, SIZE, Label, wrap
from .model import Flow, Point
from .svg import (
    INK,
    PALETTE,
    PAPER,
    QUIET,
    WIDTH,
    element,
    hatch,
    number,
    points,
    rect,
    series_class,
)

_SIDE = 176.0  # room for names on either side
_HALF = 10.0  # half the width of the middle
BANDS = 200.0  # height of the larger side's bands together
_END = 9.0  # thickness of the outer ends
UNKNOWN = 6.0  # height of the outline that stands for an unknown flow
_COLOURS = {"inflow": 0, "outflow": 2}
_LOOSE = 5  # the colour of what stays, and of what nobody split up


@dataclass(frozen=True, slots=True)
class Band:
    """A flow with its measured name and its width in the drawing."""

    point: Point
    name: tuple[str, ...]
    width: float

    @property
    def room(self) -> float:
        """The height its band or its label needs."""
        return max(self.width + 10, LINE * (len(self.name) + 1) + 8)


def flow(chart: Flow) -> tuple[float, str]:
    """Height and content of a flow diagram.

    When the sides differ, the shorter half of the middle is left open.
    """
    totals = [
        sum((point.value or Decimal(0) for point in side), Decimal(0))
        for side in (chart.inflow, chart.outflow)
    ]
    scale = BANDS / float(max(totals) or 1)
    sides = [
        [Band(point, _name(point), float(point.value or 0) * scale) for point in side]
        for side in (chart.inflow, chart.outflow)
    ]
    title = wrap(chart.middle, WIDTH, bold=True)
    top = LINE * len(title) + 10
    needed = max(BANDS, *(sum(one.room for one in side) for side in sides))
    node = top + min((needed - BANDS) / 2, 30.0)
    heights = [sum(one.width for one in side) for side in sides]
    parts = [
        _side(sides[0], top + (needed - sum(one.room for one in sides[0])) / 2, node, left=True),
        _side(sides[1], top + (needed - sum(one.room for one in sides[1])) / 2, node, left=False),
        _middle(node, heights),
    ]
    parts.extend(
        Label(WIDTH / 2, LINE * (row + 1), words, "middle", bold=True).draw()
        for row, words in enumerate(title)
    )
    return top + needed + 4, "".join(parts)


def _name(point: Point) -> tuple[str, ...]:
    return wrap(f"{point.label} ({point.period})" if point.period else point.label, _SIDE - 12)


def _middle(top: float, heights: list[float]) -> str:
    """The middle in two halves, each as high as its side.

    What one side is short stays an outline.
    """
    parts = []
    for at, height in enumerate(heights):
        x = WIDTH / 2 - _HALF * (1 - at)
        parts.append(rect(x, top, _HALF, height, fill=INK, class_="midden"))
        if max(heights) - height > 0.5:
            parts.append(
                rect(
                    x + 0.5,
                    top + height,
                    _HALF - 1,
                    max(heights) - height - 0.5,
                    fill="none",
                    class_="nul verschil",
                    stroke=INK,
                    stroke_width=1,
                    stroke_dasharray="4 3",
                )
            )
    return "".join(parts)


def _side(side: list[Band], at: float, inner: float, *, left: bool) -> str:
    """The bands and labels of one side, labels spread so that none touch."""
    parts = []
    x, anchor = (_SIDE - 8, "end") if left else (WIDTH - _SIDE + 8, "start")
    for one in side:
        start = at + (one.room - one.width) / 2
        parts.append(_band(one, start, inner, left=left))
        parts.append(named_band(one, x, at + one.room / 2, anchor))
        at += one.room
        inner += one.width
    return "".join(parts)


def _band(one: Band, start: float, inner: float, *, left: bool) -> str:
    """A band of a flow without a fork, from its outer end to the middle."""
    outer, edge = (_SIDE, WIDTH / 2 - _HALF) if left else (WIDTH - _SIDE, WIDTH / 2 + _HALF)
    return band(one, (outer, start), (edge, inner), left=left)


def band(
    one: Band,
    end: tuple[float, float],
    root: tuple[float, float],
    *,
    left: bool,
    straight: float = 0.0,
) -> str:
    """A band between its outer `end` and its `root` at the middle, both by their upper corners;
    over a length of `straight` before its end it runs level.

    On the right it ends in a point, so that the direction is plain; what is loose ends flat.
    """
    (outer, start), (edge, inner) = end, root
    index = colour_of(one.point, left=left)
    foot = outer + _END if left else outer - _END
    level = foot - straight
    width = one.width
    if one.point.value is None:
        ends = (start - UNKNOWN / 2, start + UNKNOWN / 2)
        return dashed(_shape(foot, level, edge, ends, (inner, inner)), 1.5, one.point.ref)
    fill, class_ = PALETTE.fill(index), series_class("r", index)
    shape = _shape(foot, level, edge, (start, start + width), (inner, inner + width))
    drawn = flow_band(shape, fill, class_, one.point.ref)
    if left or one.point.loose:
        at = outer if left else foot
        tail = rect(at, start, _END, width, fill=fill, class_=class_)
        return drawn + tail + (hatch(at, start, _END, width) if one.point.provisional else "")
    tip = points([(foot, start), (outer, start + width / 2), (foot, start + width)])
    return drawn + element("polygon", points=tip, fill=fill, class_=class_)


def dashed(path: str, width: float, ref: str) -> str:
    """A flow of which nobody knows the volume."""
    return element(
        "path",
        d=path,
        fill="none",
        stroke=QUIET,
        stroke_width=width,
        stroke_dasharray="5 3",
        class_="onbekend nul",
        data_ref=ref,
    )


def colour_of(point: Point, *, left: bool) -> int:
    """The colour of a flow: that of its side, or of what goes nowhere."""
    return _LOOSE if point.loose else _COLOURS["inflow" if left else "outflow"]


def _shape(
    foot: float, level: float, edge: float, ends: tuple[float, float], roots: tuple[float, float]
) -> str:
    """Two gentle curves with the ends closed, level between `level` and `foot`."""
    f, e, b = number(foot), number(edge), number((level + edge) / 2)
    flat = "" if level == foot else f"H{number(level)}"
    back = "" if level == foot else f"H{f}"
    (top, bottom), (inner_top, inner_bottom) = map(number, ends), map(number, roots)
    return (
        f"M{f} {top}{flat}C{b} {top} {b} {inner_top} {e} {inner_top}V{inner_bottom}"
        f"C{b} {inner_bottom} {b} {bottom} {number(level)} {bottom}{back}Z"
    )


def named_band(one: Band, x: float, middle: float, anchor: str = "start") -> str:
    """Value over name, beside the band."""
    first = middle - LINE * len(one.name) / 2 + SIZE * 0.35
    value = Label(x, first, one.point.text, anchor, bold=True, ref=one.point.ref)
    names = [
        Label(x, first + LINE * (row + 1), words, anchor) for row, words in enumerate(one.name)
    ]
    return "".join(label.draw() for label in (value, *names))


def flow_band(path: str, fill: str, class_: str, ref: str) -> str:
    """The band of one flow, as wide as its figure."""
    return element(
        "path",
        d=path,
        fill=fill,
        fill_opacity="0.6",
        stroke=PAPER,
        stroke_width=1,
        class_=f"band arcering {class_}",
        data_ref=ref,
    )
