# SPDX-License-Identifier: EUPL-1.2
"""The key above a chart: a mark and a name per series, over as many lines as needed.

The marks tell series apart without colour: the same shape for a series in lines, bars and key.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .label import LINE, Label, text_width, wrap
from .svg import PALETTE, PAPER, WIDTH, element, points, series_class

_ROW = 24.0
_INDENT = 24.0
_BETWEEN = 22.0


def legend(
    names: Sequence[str], sample: Callable[[int, float, float], str], room: float = WIDTH
) -> tuple[str, float]:
    """The key and the height it takes; none for a single series, which the title already names.

    `sample` draws what a series looks like around the given middle, in a space of 16 by 16.
    """
    if len(names) < 2:
        return "", 0.0
    parts = []
    x, top, bottom = 0.0, 0.0, 0.0
    for index, name in enumerate(names):
        lines = wrap(name, room - _INDENT)
        width = _INDENT + max(text_width(words) for words in lines)
        if x and x + width > room:
            x, top = 0.0, bottom
        parts.append(sample(index, x + 9, top + 10))
        parts.extend(
            Label(x + _INDENT, top + 15 + LINE * row, words).draw()
            for row, words in enumerate(lines)
        )
        bottom = max(bottom, top + _ROW + LINE * (len(lines) - 1))
        x += width + _BETWEEN
    return "".join(parts), bottom


def marker(index: int, x: float, y: float, *, hollow: bool = False, ref: str = "") -> str:
    """The mark of a series on a line.

    Hollow for a value that is provisional or covers a part of a year.
    """
    return _shape(
        index,
        x,
        y,
        1.0,
        fill=PAPER if hollow else PALETTE.fill(index),
        stroke=PALETTE.fill(index),
        stroke_width=2,
        class_=f"{series_class('m', index)}{' hol' if hollow else ''}",
        data_ref=ref,
    )


def stamp(index: int, x: float, y: float) -> str:
    """The same shape, smaller and without outline, inside a bar."""
    return _shape(index, x, y, 0.75, fill=PALETTE.inside(index), class_="in")


def _shape(index: int, x: float, y: float, scale: float, **style: str | float) -> str:
    def polygon(*corners: tuple[float, float]) -> str:
        return element(
            "polygon",
            points=points((x + scale * dx, y + scale * dy) for dx, dy in corners),
            **style,
        )

    match index % 6:
        case 0:
            return element("circle", cx=x, cy=y, r=5 * scale, **style)
        case 1:
            return polygon((-4.5, -4.5), (4.5, -4.5), (4.5, 4.5), (-4.5, 4.5))
        case 2:
            return polygon((0, -6), (5.5, 4.5), (-5.5, 4.5))
        case 3:
            return polygon((0, -6), (6, 0), (0, 6), (-6, 0))
        case 4:
            return polygon((0, 6), (5.5, -4.5), (-5.5, -4.5))
        case _:
            return polygon(
                (-6, -2),
                (-2, -2),
                (-2, -6),
                (2, -6),
                (2, -2),
                (6, -2),
                (6, 2),
                (2, 2),
                (2, 6),
                (-2, 6),
                (-2, 2),
                (-6, 2),
            )
