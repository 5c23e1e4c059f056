# SPDX-License-Identifier: EUPL-1.2
"""A process for a phone: a trunk from top to bottom that grows with every flow that comes in and
thins with every flow that goes out, on one scale; ways are boxes beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from .flow import UNKNOWN, Band, colour_of, dashed, flow_band, named_band
from .label import LINE, SIZE, Label, wrap
from .lying import NARROW
from .model import Flow
from .process import bands_of, lanes_of, scale_of
from .svg import INK, PALETTE, QUIET, element, number, points, rect, series_class
from .ways import WayBox, arrow_head, way_back, way_box

_TRUNK = 84.0  # width of the trunk where it is widest
_OUTER = 122.0  # where branches end
_NAMES = _OUTER + 10  # and names begin
_BOX = (_OUTER, NARROW - _OUTER - 14)  # where boxes begin, and how wide they are
_GAP = 14.0
_NODE = 12.0  # height of the middle
_TIP = 10.0
_STEM = 34.0  # from a box to the end of its flow


def upright(chart: Flow) -> tuple[float, str]:
    """Height and content in a column of NARROW."""
    scale = scale_of(chart, _TRUNK)
    inflow = bands_of(chart.inflow, scale, NARROW - _NAMES)
    unit = wrap(chart.unit, NARROW)
    parts = [
        Label(0, SIZE + LINE * row, words, fill=QUIET).draw() for row, words in enumerate(unit)
    ]
    y = LINE * len(unit) + 10
    rows = []
    for one in inflow:
        rows.append(y + one.room / 2)
        y += one.room
    node = y + 6
    x = 0.0
    for one, row in zip(inflow, rows, strict=True):
        parts.append(_branch(one, row, (x, node), left=True))
        parts.append(named_band(one, _NAMES, row))
        x += one.width
    names = [
        Label(_NAMES, node + SIZE * 0.9 + LINE * row, words, bold=True).draw()
        for row, words in enumerate(wrap(chart.middle, NARROW - _NAMES, bold=True))
    ]
    out, height = _outflow(chart, node + _NODE, LINE * len(names), scale)
    parts += out
    full = max(x, sum(one.width for one in bands_of(chart.outflow, scale, NARROW))) or _TRUNK
    parts.append(rect(0, node, full, _NODE, fill=INK, class_="midden"))
    return height, "".join([*parts, *names])


def _outflow(chart: Flow, node: float, named: float, scale: float) -> tuple[list[str], float]:
    """Every lane with its boxes and flows, and where the drawing ends."""
    outflow = bands_of(chart.outflow, scale, NARROW - _NAMES)
    boxes = [way_box(way, _BOX[1]) for way in chart.ways]
    parts: list[str] = []
    tops: dict[int, float] = {}
    right = sum(one.width for one in outflow)
    y = node + named + 4
    for lane in lanes_of(chart):
        flows = [outflow[at] for at in lane.flows]
        # The flows of a lane leave the trunk together; behind a box they stay one stream.
        middle = y
        if lane.ways:
            middle = y + min(boxes[lane.ways[0]].height / 2, 46.0)
            middle = max(middle, y + sum(one.width for one in flows) / 2)
        at = middle - sum(one.width for one in flows) / 2
        for one in flows:
            row = at + one.width / 2 if lane.ways else y + one.room / 2
            right -= one.width
            parts.append(_branch(one, row, (right, node), left=False, boxed=bool(lane.ways)))
            at += one.width
            if not lane.ways:
                parts.append(named_band(one, _NAMES, row))
                y += one.room
        for number_ in lane.ways:
            tops[number_] = y
            parts.append(boxes[number_].draw(_BOX[0], y))
            y += boxes[number_].height + _GAP
        if lane.ways:
            y = _ends(parts, flows, y - _GAP)
    parts += _backs(chart, boxes, tops)
    return parts, y + 4


def _ends(parts: list[str], flows: Sequence[Band], y: float) -> float:
    """Below its box every flow goes down to its end, named beside it; where that is."""
    for one in flows:
        x = _BOX[0] + 12
        width = max(one.width, UNKNOWN)
        foot = y + _STEM - _TIP
        if one.point.value is None:
            parts.append(dashed(f"M{number(x)} {number(y)}V{number(foot)}", 2, one.point.ref))
        else:
            index = colour_of(one.point, left=False)
            fill, class_ = PALETTE.fill(index), series_class("r", index)
            parts.append(
                rect(
                    x,
                    y,
                    one.width,
                    _STEM - _TIP,
                    fill=fill,
                    fill_opacity="0.6",
                    class_=f"band {class_}",
                    data_ref=one.point.ref,
                )
            )
            tip = [(x, foot), (x + one.width, foot), (x + one.width / 2, foot + _TIP)]
            parts.append(element("polygon", points=points(tip), fill=fill, class_=class_))
        names = wrap(" ".join(one.name), NARROW - x - width - 10)
        first = y + SIZE + 2
        beside = x + width + 10
        parts.append(Label(beside, first, one.point.text, bold=True, ref=one.point.ref).draw())
        parts.extend(
            Label(beside, first + LINE * (row + 1), words).draw() for row, words in enumerate(names)
        )
        y += max(_STEM, LINE * (len(names) + 1) + 6) + 6
    return y + 6


def _branch(
    one: Band, row: float, root: tuple[float, float], *, left: bool, boxed: bool = False
) -> str:
    """A flow between its row at the right and its lane in the trunk, at the middle (`root`); `left`
    when it comes in, as in the drawing for a page.
    """
    (x, node), width = root, one.width
    sign = 1.0 if left else -1.0  # the middle lies below what comes in and above what goes out
    if one.point.value is None:
        return dashed(
            f"M{number(x)} {number(node)}V{number(row)}H{number(_OUTER)}", 2, one.point.ref
        )
    index = colour_of(one.point, left=left)
    fill, class_ = PALETTE.fill(index), series_class("r", index)
    end = _OUTER if left or boxed else _OUTER - _TIP
    outer, inner = row - sign * width / 2, row + sign * width / 2
    round_ = min(width, 12.0)
    path = (
        f"M{number(end)} {number(outer)}H{number(x + round_)}"
        f"Q{number(x)} {number(outer)} {number(x)} {number(outer + sign * round_)}"
        f"V{number(node)}H{number(x + width)}V{number(inner)}H{number(end)}Z"
    )
    drawn = flow_band(path, fill, class_, one.point.ref)
    low, high = sorted((outer, inner))
    if boxed:
        return drawn
    if left or one.point.loose:
        at = _OUTER - 6 if left else _OUTER - _TIP
        return drawn + rect(at, low, 6, high - low, fill=fill, class_=class_)
    tip = [(end, low), (_OUTER, row), (end, high)]
    return drawn + element("polygon", points=points(tip), fill=fill, class_=class_)


def _backs(chart: Flow, boxes: Sequence[WayBox], tops: dict[int, float]) -> list[str]:
    """The ways back, along the right of the boxes."""
    parts = []
    edge = _BOX[0] + _BOX[1]
    for at, way in enumerate(chart.ways):
        if way.back is not None:
            to = way.back[0]
            start, end = (tops[n] + boxes[n].height / 2 for n in (at, to))
            parts.append(way_back(f"M{edge:g} {start:g}H{edge + 11:g}V{end:g}H{edge + 8:g}"))
            parts.append(arrow_head(edge, end, "links"))
    return parts
