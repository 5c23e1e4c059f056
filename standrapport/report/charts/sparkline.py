# SPDX-License-Identifier: EUPL-1.2
"""The small line of earlier years on a key-figure card."""

from __future__ import annotations

from collections.abc import Sequence

from .model import Point
from .svg import PALETTE, element, points

_WIDTH, _HEIGHT = 120, 34  # pixels of the page
_EDGE = 5.0
_LEAST = 3  # a line through two points is no course


def sparkline(shown: Sequence[Point]) -> str:
    """A line from an honest zero, open where a value is unknown, ending in a dot; empty when there
    is no line to draw. It has no text: the page says in words what it shows.
    """
    known = [float(point.value) for point in shown if point.value is not None]
    if len(known) < _LEAST:
        return ""
    low, high = min(0.0, *known), max(0.0, *known)
    scale = (_HEIGHT - 2 * _EDGE) / ((high - low) or 1.0)
    step = (_WIDTH - 2 * _EDGE) / (len(shown) - 1)
    runs: list[list[tuple[float, float]]] = [[]]
    for index, point in enumerate(shown):
        if point.value is None:
            runs.append([])
        else:
            runs[-1].append(
                (_EDGE + step * index, _HEIGHT - _EDGE - (float(point.value) - low) * scale)
            )
    colour = PALETTE.fill(0)
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
    return element(
        "svg",
        "".join(drawn),
        xmlns="http://www.w3.org/2000/svg",
        width=_WIDTH,
        height=_HEIGHT,
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
    )
