# SPDX-License-Identifier: EUPL-1.2
"""The small line of earlier years on a key-figure card."""

from __future__ import annotations

from collections.abc import Sequence

from .model import Point
from .svg import DEFAULT_PALETTE, Palette, element, number, points

_EDGE = 5.0
_LEAST = 3  # a line through two points is no course


def sparkline(
    shown: Sequence[Point],
    width: int = 120,
    height: int = 34,
    *,
    palette: Palette = DEFAULT_PALETTE,
) -> str:
    """A line from an honest zero, open where a value is unknown, ending in a dot.

    Empty when there is no line to draw. `width` and `height` are in pixels of the page.

    It has no text: the page says in words what it shows.
    """
    known = [float(point.value) for point in shown if point.value is not None]
    if len(known) < _LEAST:
        return ""
    low, high = min(0.0, *known), max(0.0, *known)
    scale = (height - 2 * _EDGE) / ((high - low) or 1.0)
    step = (width - 2 * _EDGE) / (len(shown) - 1)
    runs: list[list[tuple[float, float]]] = [[]]
    for index, point in enumerate(shown):
        if point.value is None:
            runs.append([])
        else:
            runs[-1].append(
                (_EDGE + step * index, height - _EDGE - (float(point.value) - low) * scale)
            )
    colour = palette.fill(0)
    drawn = [
        element("polyline", points=points(run), fill="none", stroke=colour, stroke_width=2)
        for run in runs
        if len(run) > 1
    ]
    drawn += [
        element("circle", cx=run[0][0], cy=run[0][1], r=1.5, fill=colour)
        for run in runs
        if len(run) == 1
    ]
    x, y = next(run[-1] for run in reversed(runs) if run)
    drawn.append(element("circle", cx=x, cy=y, r=3.5, fill=colour))
    size = {"width": number(width), "height": number(height), "viewBox": f"0 0 {width} {height}"}
    return element("svg", "".join(drawn), xmlns="http://www.w3.org/2000/svg", **size)
