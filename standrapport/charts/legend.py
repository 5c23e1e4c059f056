"""The key above a chart: a square of colour and a name per series, over as many lines as needed."""

from __future__ import annotations

from .svg import SIZE, WIDTH, colour, rect, series_class, text, text_width

_ROW = 24.0


def legend(names: list[str]) -> tuple[str, float]:
    """The key and the height it takes; none for a single series, which the title already names."""
    if len(names) < 2:
        return "", 0.0
    parts = []
    x, row = 0.0, 0
    for index, name in enumerate(names):
        width = 22 + text_width(name) + 22
        if x and x + width - 22 > WIDTH:
            x, row = 0.0, row + 1
        y = row * _ROW
        parts.append(rect(x, y + 3, 14, 14, fill=colour(index), class_=series_class(index)))
        parts.append(text(x + 20, y + 3 + SIZE - 3, name))
        x += width
    return "".join(parts), (row + 1) * _ROW
