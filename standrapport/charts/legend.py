"""The key above a chart: a square of colour and a name per series, over as many lines as needed."""

from __future__ import annotations

from collections.abc import Callable

from .svg import SIZE, WIDTH, colour, rect, series_class, text, text_width

_ROW = 24.0
_SAMPLE = 18.0


def _square(index: int, x: float, y: float) -> str:
    return rect(x - 7, y - 7, 14, 14, fill=colour(index), class_=series_class(index))


def legend(names: list[str], sample: Callable[[int, float, float], str] = _square) -> tuple[str, float]:
    """The key and the height it takes; none for a single series, which the title already names.

    `sample` draws what a series looks like in a space of 14 wide around the given middle.
    """
    if len(names) < 2:
        return "", 0.0
    parts = []
    x, row = 0.0, 0
    for index, name in enumerate(names):
        width = _SAMPLE + 6 + text_width(name) + 22
        if x and x + width - 22 > WIDTH:
            x, row = 0.0, row + 1
        y = row * _ROW
        parts.append(sample(index, x + _SAMPLE / 2, y + 10))
        parts.append(text(x + _SAMPLE + 6, y + SIZE, name))
        x += width
    return "".join(parts), (row + 1) * _ROW
