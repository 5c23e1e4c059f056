"""Flows into and out of a middle: band width is volume, on one scale for both sides (after H.R. Sankey, 1898)."""

from __future__ import annotations

from .model import Punt, Stroom
from .svg import INK, QUIET, SIZE, WIDTH, colour, element, number, rect, series_class, text, wrap

_SIDE = 172.0  # room for names on either side
_NODE = 16.0
_BAND = 210.0  # height of the larger side's bands together
_LABEL = 40.0  # least room for the two lines of a label


def flow(chart: Stroom) -> tuple[float, str]:
    """Height and content of a flow diagram. When the sides differ, the middle shows both heights as they are."""
    totals = [sum(float(p.waarde) for p in side if p.waarde is not None) for side in (chart.van, chart.naar)]
    scale = _BAND / (max(totals) or 1.0)
    heights = [_needed(side, scale) for side in (chart.van, chart.naar)]
    height = max(*heights, _BAND) + 44
    middle = WIDTH / 2 - _NODE / 2
    top = (height - _BAND) / 2 + 10
    parts = [text(WIDTH / 2, top - 12, chart.midden, anchor="middle", bold=True)]
    for side, total, x in ((chart.van, totals[0], middle - _NODE / 2), (chart.naar, totals[1], middle + _NODE / 2)):
        parts.append(rect(x, top, _NODE, total * scale, fill=INK, class_="midden"))
        parts.append(_side(side, scale, top, height, left=side is chart.van, edge=x if side is chart.van else x + _NODE))
    return height, "".join(parts)


def _needed(side: tuple[Punt, ...], scale: float) -> float:
    return sum(max(_width(point, scale) + 8, _LABEL) for point in side)


def _width(point: Punt, scale: float) -> float:
    return 0.0 if point.waarde is None else float(point.waarde) * scale


def _side(side: tuple[Punt, ...], scale: float, top: float, height: float, *, left: bool, edge: float) -> str:
    """The bands and labels of one side, labels spread so that none touch."""
    parts = []
    outer = _SIDE if left else WIDTH - _SIDE
    at = (height - _needed(side, scale)) / 2 + 10
    inner = top
    for index, point in enumerate(side):
        width = _width(point, scale)
        room = max(width + 8, _LABEL)
        start = at + (room - width) / 2
        number_ = index if left else index + 2
        if point.waarde is not None:
            bend = (outer + edge) / 2
            path = (
                f"M{number(outer)} {number(start)}C{number(bend)} {number(start)} {number(bend)} {number(inner)} {number(edge)} {number(inner)}"
                f"V{number(inner + width)}C{number(bend)} {number(inner + width)} {number(bend)} {number(start + width)} "
                f"{number(outer)} {number(start + width)}Z"
            )
            parts.append(element("path", d=path, fill=colour(number_), fill_opacity="0.78", class_=f"band {series_class(number_)}"))
        else:
            parts.append(
                element(
                    "path",
                    d=f"M{number(outer)} {number(start)}L{number(edge)} {number(inner)}",
                    fill="none",
                    stroke=QUIET,
                    stroke_width=1.5,
                    stroke_dasharray="6 4",
                    class_="onbekend",
                )
            )
        parts.append(_label(point, at + room / 2, left=left, outer=outer))
        at += room
        inner += width
    return "".join(parts)


def _label(point: Punt, y: float, *, left: bool, outer: float) -> str:
    """Value over name, beside the band."""
    x = outer - 8 if left else outer + 8
    anchor = "end" if left else "start"
    names = wrap(point.label, _SIDE - 10, 14)
    first = y - (len(names) - 1) * 8 - 2
    parts = [text(x, first, point.tekst, anchor=anchor, bold=True, size=SIZE + 1)]
    parts.extend(text(x, first + 17 * (n + 1), name, anchor=anchor, size=14, fill=INK) for n, name in enumerate(names))
    return "".join(parts)
