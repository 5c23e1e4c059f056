"""A ranking: lying bars, longest first, with name and value beside each."""

from __future__ import annotations

from .model import Grafiek
from .svg import INK, SIZE, WIDTH, colour, hatch, line, rect, series_class, text, text_width

_ROW = 27.0


def ranking(chart: Grafiek) -> tuple[float, str]:
    """Height and content; the categories come in the order they are to stand in."""
    points = chart.reeksen[0].punten
    names = max(text_width(name) for name in chart.categorieen)
    values = max(text_width(point.tekst, bold=True) for point in points)
    left, right = min(names, WIDTH * 0.42) + 10, WIDTH - values - 12
    longest = max((float(point.waarde) for point in points if point.waarde is not None), default=1.0) or 1.0
    height = _ROW * len(points) + 8
    parts = [line(left, 0, left, height - 6, stroke=INK, width=1.5, class_="nul")]
    for index, (name, point) in enumerate(zip(chart.categorieen, points, strict=True)):
        y = 4 + _ROW * index
        middle = y + (_ROW - 6) / 2 + SIZE * 0.34
        parts.append(text(left - 8, middle, name, anchor="end"))
        length = 0.0 if point.waarde is None else (right - left) * float(point.waarde) / longest
        if point.waarde is not None:
            parts.append(rect(left, y, length, _ROW - 6, fill=colour(0), class_=series_class(0)))
            if point.voorlopig:
                parts.append(hatch(left, y, length, _ROW - 6))
        elif point.onderdrukt:
            parts.append(rect(left, y, 4, _ROW - 6, fill="none", class_="onderdrukt", stroke=colour(0), stroke_width=1.5))
            length = 4
        parts.append(text(left + length + 8, middle, point.tekst, bold=True))
    return height, "".join(parts)
