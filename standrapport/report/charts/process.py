# SPDX-License-Identifier: EUPL-1.2
"""A process: flows into a middle, through the ways of a fork, and out again; band width is volume.
From left to right on a page or a wide screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from .flow import BANDS, Band, band
from .label import LINE, SIZE, Label, wrap
from .model import Flow, Point
from .svg import INK, PANEL, QUIET, WIDTH, Palette, rect
from .ways import WayBox, arrow_head, way_back, way_box

_LEFT = 112.0  # room for the names of what comes in
_RIGHT = 134.0  # and of what goes out
_NODE = (184.0, 200.0)  # the middle
_BOX = (298.0, 220.0)  # where boxes begin, and how wide they are
_GAP = 26.0  # between boxes: an arrow back


@dataclass(frozen=True, slots=True)
class _Lane:
    """Ways with the flows they lead to: what is one from the middle to the end."""

    ways: tuple[int, ...]
    flows: tuple[int, ...]


def lanes_of(chart: Flow) -> tuple[_Lane, ...]:
    """Ways that share a flow together, then every flow that no way leads to."""
    lanes: list[_Lane] = []
    for at, way in enumerate(chart.ways):
        shared = next((lane for lane in lanes if set(lane.flows) & set(way.leads_to)), None)
        if shared is None:
            lanes.append(_Lane((at,), way.leads_to))
        else:
            flows = tuple(dict.fromkeys((*shared.flows, *way.leads_to)))
            lanes[lanes.index(shared)] = _Lane((*shared.ways, at), flows)
    taken = {flow for lane in lanes for flow in lane.flows}
    free = [at for at in range(len(chart.outflow)) if at not in taken]
    return (*lanes, *(_Lane((), (at,)) for at in free))


def bands_of(side: Sequence[Point], scale: float, width: float) -> list[Band]:
    """The flows of a side with their names wrapped to a width."""
    return [
        Band(
            point,
            wrap(f"{point.label} ({point.period})" if point.period else point.label, width),
            float(point.value or 0) * scale,
        )
        for point in side
    ]


def scale_of(chart: Flow, room: float) -> float:
    """How wide one unit is when the larger side fills a room."""
    totals = [
        sum((point.value or Decimal(0) for point in side), Decimal(0))
        for side in (chart.inflow, chart.outflow)
    ]
    return room / float(max(totals) or 1)


def process(chart: Flow, palette: Palette) -> tuple[float, str]:
    """Height and content for a page or a wide screen."""
    scale = scale_of(chart, BANDS)
    inflow = bands_of(chart.inflow, scale, _LEFT - 8)
    outflow = bands_of(chart.outflow, scale, _RIGHT - 8)
    boxes = [way_box(way, _BOX[1]) for way in chart.ways]
    lanes = lanes_of(chart)
    rooms = [_room(lane, boxes, outflow) for lane in lanes]
    title = wrap(chart.middle, 2 * (_BOX[0] - _NODE[1]), bold=True)
    unit = wrap(chart.unit, _NODE[0])
    top = LINE * len(unit) + 8
    left = sum(one.room for one in inflow)
    needed = max(BANDS, left, sum(rooms) + sum(_after(lane) for lane in lanes))
    full = max(sum(one.width for one in side) for side in (inflow, outflow)) or BANDS
    node = max(top + (needed - full) / 2, (LINE * len(title) + 12) / 0.78)
    level = WIDTH - _RIGHT - _BOX[0] + 4
    parts = [_inflow(inflow, max(top, node + full / 2 - left / 2), node, palette)]
    bands, covers = [], []
    risen = [max(top, node + full / 2 - left / 2)] if inflow else []
    y, inner = top, node
    tops: dict[int, float] = {}
    for lane, room in zip(lanes, rooms, strict=True):
        flows = [outflow[at] for at in lane.flows]
        at = y + (room - sum(one.room for one in flows)) / 2
        for one in flows:
            start = at + (one.room - one.width) / 2
            risen.append(start)
            bands.append(
                band(
                    one,
                    (WIDTH - _RIGHT, start),
                    (_NODE[1], inner),
                    palette,
                    left=False,
                    straight=level,
                )
            )
            covers.append(_name(one, WIDTH - _RIGHT + 8, at + one.room / 2, "start"))
            at += one.room
            inner += one.width
        at = y + (room - _height(lane, boxes)) / 2
        if len(lane.ways) > 1:
            height = _height(lane, boxes)
            covers.append(rect(_BOX[0], at, _BOX[1], height, fill=PANEL, class_="vlak"))
        for number in lane.ways:
            tops[number] = at
            covers.append(boxes[number].draw(_BOX[0], at, palette))
            at += boxes[number].height + _GAP
        y += room + _after(lane)
    # The name of the middle stands clear of the bands that rise beside it.
    above = node - 10 - 0.22 * max(0.0, node - min(risen, default=node))
    parts += [*bands, rect(_NODE[0], node, _NODE[1] - _NODE[0], full, fill=INK, class_="midden")]
    parts += [*covers, *_backs(chart, boxes, tops)]
    parts.extend(
        Label(
            (_NODE[0] + _NODE[1]) / 2,
            above - LINE * (len(title) - 1 - row),
            words,
            "middle",
            bold=True,
        ).draw()
        for row, words in enumerate(title)
    )
    parts += [
        Label(0, SIZE + LINE * row, words, fill=QUIET).draw() for row, words in enumerate(unit)
    ]
    return max(y, top + needed, node + full) + 4, "".join(parts)


def _height(lane: _Lane, boxes: Sequence[WayBox]) -> float:
    """What the boxes of a lane need below each other."""
    return sum(boxes[at].height for at in lane.ways) + _GAP * max(0, len(lane.ways) - 1)


def _room(lane: _Lane, boxes: Sequence[WayBox], outflow: Sequence[Band]) -> float:
    return max(_height(lane, boxes), sum(outflow[at].room for at in lane.flows))


def _after(lane: _Lane) -> float:
    return _GAP if lane.ways else 0.0


def _inflow(side: list[Band], at: float, inner: float, palette: Palette) -> str:
    parts = []
    for one in side:
        start = at + (one.room - one.width) / 2
        parts.append(band(one, (_LEFT, start), (_NODE[0], inner), palette, left=True))
        parts.append(_name(one, _LEFT - 8, at + one.room / 2, "end"))
        at += one.room
        inner += one.width
    return "".join(parts)


def _name(one: Band, x: float, middle: float, anchor: str) -> str:
    """Value over name, beside the band."""
    first = middle - LINE * len(one.name) / 2 + SIZE * 0.35
    value = Label(x, first, one.point.text, anchor, bold=True, ref=one.point.ref)
    names = [
        Label(x, first + LINE * (row + 1), words, anchor) for row, words in enumerate(one.name)
    ]
    return "".join(label.draw() for label in (value, *names))


def _backs(chart: Flow, boxes: Sequence[WayBox], tops: dict[int, float]) -> list[str]:
    """The ways back: straight between neighbours, else along the left of the boxes between."""
    parts = []
    for at, way in enumerate(chart.ways):
        if way.back is None:
            continue
        to = way.back[0]
        x = _BOX[0] + 18 + 18 * (at % 8)
        up = to < at
        start = tops[at] if up else tops[at] + boxes[at].height
        end = tops[to] + boxes[to].height if up else tops[to]
        side = 1 if up else -1
        if abs(at - to) == 1:
            path = f"M{x:g} {start:g}V{end + side * 8:g}"
        else:
            out = _BOX[0] - 14
            path = (
                f"M{x:g} {start:g}V{start - side * 12:g}H{out:g}"
                f"V{end + side * 16:g}H{x:g}V{end + side * 8:g}"
            )
        parts.append(way_back(path))
        parts.append(arrow_head(x, end, "op" if up else "neer"))
    return parts
