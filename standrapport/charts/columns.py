"""Bars standing side by side (staaf) or on top of each other (gestapeld), one group per category."""

from __future__ import annotations

from .axis import Axis, axis_for
from .legend import legend
from .model import Grafiek, Punt
from .svg import INK, QUIET, SIZE, WIDTH, colour, hatch, line, rect, series_class, text, text_width

_HEIGHT = 330
_ROOMY = 12  # with more bars than this their values stand upright and need room above


def columns(chart: Grafiek) -> tuple[float, str]:
    """Height and content of a bar chart."""
    key, used = legend([series.naam for series in chart.reeksen])
    stacked = chart.vorm == "gestapeld"
    narrow = not stacked and len(chart.categorieen) * len(chart.reeksen) > _ROOMY
    top, bottom = used + (50 if narrow else 24), _HEIGHT - 44
    axis = axis_for(_values(chart, stacked=stacked), top, bottom)
    left = axis.label_width + 14
    right = WIDTH - 4.0
    parts = [key, axis.draw(left, right)]
    band = (right - left) / len(chart.categorieen)
    for index, category in enumerate(chart.categorieen):
        start = left + band * index
        points = [series.punten[index] for series in chart.reeksen]
        parts.append(_stack(points, axis, start, band) if stacked else _group(points, axis, start, band))
        parts.append(category_label(category, points, start + band / 2, bottom, band))
        if category in chart.breuken:
            parts.append(series_break(start, top - 14, bottom))
    return _HEIGHT, "".join(parts)


def _values(chart: Grafiek, *, stacked: bool) -> list[float]:
    columns_ = zip(*(series.punten for series in chart.reeksen), strict=True)
    known = [[float(point.waarde) for point in points if point.waarde is not None] for points in columns_]
    return [sum(values) for values in known] if stacked else [value for values in known for value in values]


def category_label(category: str, points: list[Punt], x: float, bottom: float, band: float) -> str:
    """The name below a group, with the part of the year it covers."""
    parts = [text(x, bottom + 20, category, anchor="middle", fill=INK)]
    period = next((point.periode for point in points if point.periode), None)
    if period is not None:
        size = min(SIZE, SIZE * (band - 2) / text_width(period))
        parts.append(text(x, bottom + 37, period, anchor="middle", size=max(size, 9), fill=QUIET))
    return "".join(parts)


def series_break(x: float, top: float, bottom: float) -> str:
    """The vertical line from which on the counting is different."""
    return line(x, top, x, bottom, stroke=INK, width=1.5, class_="breuk", stroke_dasharray="6 4") + text(
        x + 4, top + 10, "breuk", size=13, fill=QUIET
    )


def bar(point: Punt, index: int, x: float, y: float, width: float, height: float) -> str:
    """One bar: hatched when provisional, outlined when it covers a part of a year."""
    parts = [rect(x, y, width, height, fill=colour(index), class_=series_class(index))]
    if point.voorlopig:
        parts.append(hatch(x, y, width, height))
    if point.periode:
        parts.append(rect(x, y, width, height, fill="none", class_="deeljaar", stroke=INK, stroke_width=1.5, stroke_dasharray="5 3"))
    return "".join(parts)


def _group(points: list[Punt], axis: Axis, start: float, band: float) -> str:
    gap = band * 0.14
    width = (band - 2 * gap) / len(points)
    parts = []
    sizes = [min(SIZE - 1, (SIZE - 1) * (width + 1.5) / text_width(point.tekst)) for point in points]
    size = min(sizes)
    for index, point in enumerate(points):
        x = start + gap + width * index
        middle = x + (width - 2) / 2
        if point.waarde is None:
            # Nothing is drawn where nothing is known: a gap with its reason, never a bar of zero.
            parts.append(_upright(middle, axis.y(0) - 6, point.tekst))
            continue
        y, zero = axis.y(float(point.waarde)), axis.y(0)
        parts.append(bar(point, index, x, min(y, zero), width - 2, abs(zero - y)))
        if size >= 11:
            parts.append(text(middle, min(y, zero) - 5, point.tekst, anchor="middle", size=size))
        else:
            parts.append(_upright(middle, min(y, zero) - 5, point.tekst))
    return "".join(parts)


def _upright(x: float, y: float, content: str) -> str:
    """A text that reads upwards, for bars too narrow for their value."""
    return text(0, 0, content, size=13).replace('x="0" y="0"', f'transform="translate({x + 4.5:.1f} {y:.1f}) rotate(-90)"')


def _stack(points: list[Punt], axis: Axis, start: float, band: float) -> str:
    width = min(band * 0.72, 96)
    x = start + (band - width) / 2
    parts = []
    total = 0.0
    for index, point in enumerate(points):
        if point.waarde is None:
            continue
        value = float(point.waarde)
        y, below = axis.y(total + value), axis.y(total)
        parts.append(bar(point, index, x, y, width, below - y - (1 if index else 0)))
        if below - y >= SIZE + 1 and text_width(point.tekst, 14) <= width - 6:
            parts.append(text(x + width / 2, (y + below) / 2 + 5, point.tekst, anchor="middle", size=14, fill="#ffffff", class_="in"))
        total += value
    unknown = [point.tekst for point in points if point.waarde is None]
    if unknown:
        parts.append(text(start + band / 2, axis.y(total) - 6, f"{len(unknown)}x {unknown[0]}", anchor="middle", size=13, fill=QUIET))
    return "".join(parts)
