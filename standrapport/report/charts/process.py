# SPDX-License-Identifier: EUPL-1.2
"""A process: flows into a middle, through the ways of a fork, and out again; band width is volume.
From left to right on a page or a wide screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from decimal import Decimal

from ...core.frozen import dataclass
from .flow import BANDS, Band, band, named_band
from .label import LINE, SIZE, Label, wrap
from .model import Flow, Point
from .svg import INK, PANEL, QUIET, WIDTH, rect
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


@dataclass
class _Drawing:
    """What is drawn: bands behind, boxes and names before them; and where boxes and bands begin."""

    bands: list[str] = field(default_factory=list)
    covers: list[str] = field(default_factory=list)
    tops: dict[int, float] = field(default_factory=dict)
    risen: list[float] = field(default_factory=list)


def process(chart: Flow) -> tuple[float, str]:
    """Height and content for a page or a wide screen."""
    scale = scale_of(chart, BANDS)
    inflow = bands_of(chart.inflow, scale, _LEFT - 8)
    outflow = bands_of(chart.outflow, scale, _RIGHT - 8)
    boxes = [way_box(way, _BOX[1]) for way in chart.ways]
    rooms = [(lane, _room(lane, boxes, outflow)) for lane in lanes_of(chart)]
    title = wrap(chart.middle, 2 * (_BOX[0] - _NODE[1]), bold=True)
    unit = wrap(chart.unit, _NODE[0])
    top = LINE * len(unit) + 8
    left = sum(one.room for one in inflow)
    needed = max(BANDS, left, sum(room + _after(lane) for lane, room in rooms))
    full = max(sum(one.width for one in side) for side in (inflow, outflow)) or BANDS
    node = max(top + (needed - full) / 2, (LINE * len(title) + 12) / 0.78)
    first = max(top, node + full / 2 - left / 2)
    drawing = _Drawing(risen=[first])
    drawing.bands.append(_inflow(inflow, first, node))
    y, inner = top, node
    for lane, room in rooms:
        flows = [outflow[at] for at in lane.flows]
        _streams(drawing, flows, y + room / 2, inner)
        _boxes(drawing, lane, boxes, y + (room - _height(lane, boxes)) / 2)
        inner += sum(one.width for one in flows)
        y += room + _after(lane)
    # The name of the middle stands clear of the bands that rise beside it.
    above = node - 10 - 0.22 * max(0.0, node - min(drawing.risen))
    centre = (_NODE[0] + _NODE[1]) / 2
    labels = [
        Label(centre, above - LINE * (len(title) - 1 - row), words, "middle", bold=True)
        for row, words in enumerate(title)
    ]
    labels += [Label(0, SIZE + LINE * row, words, fill=QUIET) for row, words in enumerate(unit)]
    parts = [
        *drawing.bands,
        rect(_NODE[0], node, _NODE[1] - _NODE[0], full, fill=INK, class_="midden"),
        *drawing.covers,
        *_backs(chart, boxes, drawing.tops),
        *(label.draw() for label in labels),
    ]
    return max(y, top + needed, node + full) + 4, "".join(parts)


def _streams(drawing: _Drawing, flows: list[Band], middle: float, inner: float) -> None:
    """The flows of a lane from the middle to their ends, spread around a height."""
    level = WIDTH - _RIGHT - _BOX[0] + 4
    at = middle - sum(one.room for one in flows) / 2
    for one in flows:
        start = at + (one.room - one.width) / 2
        drawing.risen.append(start)
        ends = (WIDTH - _RIGHT, start), (_NODE[1], inner)
        drawing.bands.append(band(one, *ends, left=False, straight=level))
        drawing.covers.append(named_band(one, WIDTH - _RIGHT + 8, at + one.room / 2))
        at += one.room
        inner += one.width


def _boxes(drawing: _Drawing, lane: _Lane, boxes: Sequence[WayBox], at: float) -> None:
    """The boxes of a lane below each other; those that share a flow stand on one panel."""
    if len(lane.ways) > 1:
        height = _height(lane, boxes)
        drawing.covers.append(rect(_BOX[0], at, _BOX[1], height, fill=PANEL, class_="vlak"))
    for number in lane.ways:
        drawing.tops[number] = at
        drawing.covers.append(boxes[number].draw(_BOX[0], at))
        at += boxes[number].height + _GAP


def _height(lane: _Lane, boxes: Sequence[WayBox]) -> float:
    """What the boxes of a lane need below each other."""
    return sum(boxes[at].height for at in lane.ways) + _GAP * max(0, len(lane.ways) - 1)


def _room(lane: _Lane, boxes: Sequence[WayBox], outflow: Sequence[Band]) -> float:
    return max(_height(lane, boxes), sum(outflow[at].room for at in lane.flows))


def _after(lane: _Lane) -> float:
    return _GAP if lane.ways else 0.0


def _inflow(side: list[Band], at: float, inner: float) -> str:
    parts = []
    for one in side:
        start = at + (one.room - one.width) / 2
        parts.append(band(one, (_LEFT, start), (_NODE[0], inner), left=True))
        parts.append(named_band(one, _LEFT - 8, at + one.room / 2, "end"))
        at += one.room
        inner += one.width
    return "".join(parts)


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
