"""Lines over the years, with a gap where a value is unknown; and the small line on a key-figure card."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .axis import Axis, axis_for
from .columns import category_label, series_break
from .legend import legend
from .model import Grafiek, Punt, Reeks
from .svg import SIZE, WIDTH, colour, element, number, text, text_width

_HEIGHT = 330
_DASHES = ("none", "10 4", "3 4", "12 4 3 4", "6 3", "2 2")


def lines(chart: Grafiek) -> tuple[float, str]:
    """Height and content of a line chart; names stand at the line ends when they fit without touching, else in a key."""
    bottom = _HEIGHT - 44.0
    direct = _end_labels(chart, bottom, 30.0)
    key, used = ("", 0.0) if direct is not None else legend([series.naam for series in chart.reeksen], _sample)
    top = used + 30.0
    axis = axis_for([float(p.waarde) for s in chart.reeksen for p in s.punten if p.waarde is not None], top, bottom)
    left = axis.label_width + 14
    right = WIDTH - (max(text_width(series.naam) for series in chart.reeksen) + 16 if direct is not None else 24.0)
    band = (right - left) / len(chart.categorieen)
    middles = [left + band * (index + 0.5) for index in range(len(chart.categorieen))]
    parts = [key, axis.draw(left, right)]
    for index, category in enumerate(chart.categorieen):
        parts.append(category_label(category, [series.punten[index] for series in chart.reeksen], middles[index], bottom, band))
        if category in chart.breuken:
            parts.append(series_break(left + band * index, top - 14, bottom))
    for number_, series in enumerate(chart.reeksen):
        parts.append(_series(series, number_, middles, axis))
        if direct is not None:
            last = max(i for i, p in enumerate(series.punten) if p.waarde is not None)
            y = direct[number_]
            parts.append(text(middles[last] + 12, y + 5, series.naam, fill=colour(number_), class_=f"naam t{number_ + 1}", bold=True))
    if len(chart.reeksen) == 1:
        parts.extend(
            text(x, axis.y(float(p.waarde)) - 12, p.tekst, anchor="middle", size=14)
            for x, p in zip(middles, chart.reeksen[0].punten, strict=True)
            if p.waarde is not None
        )
    return _HEIGHT, "".join(parts)


def _end_labels(chart: Grafiek, bottom: float, top: float) -> list[float] | None:
    """The heights of the names at the line ends, or None when two would touch or a line ends early."""
    if len(chart.reeksen) < 2:
        return None
    axis = axis_for([float(p.waarde) for s in chart.reeksen for p in s.punten if p.waarde is not None], top, bottom)
    ends = []
    for series in chart.reeksen:
        last = series.punten[-1]
        if last.waarde is None or text_width(series.naam, bold=True) > WIDTH * 0.32:
            return None
        ends.append(axis.y(float(last.waarde)))
    ordered = sorted(ends)
    if any(second - first < SIZE + 4 for first, second in pairwise(ordered)):
        return None
    return ends


def _series(series: Reeks, index: int, middles: Sequence[float], axis: Axis) -> str:
    """The line in pieces, broken where a value is unknown, with a marker of its own shape on each value."""
    pieces: list[list[str]] = [[]]
    marks = []
    for x, point in zip(middles, series.punten, strict=True):
        if point.waarde is None:
            pieces.append([])
            marks.append(
                text(x, axis.y(0) - 6 - 15 * index, point.tekst, anchor="middle", size=13, fill=colour(index), class_=f"t{index + 1}")
            )
            continue
        y = axis.y(float(point.waarde))
        pieces[-1].append(f"{number(x)},{number(y)}")
        marks.append(_marker(index, x, y, hollow=point.voorlopig or point.periode is not None))
    drawn = [
        element(
            "polyline",
            points=" ".join(piece),
            fill="none",
            stroke=colour(index),
            stroke_width=2.5,
            class_=f"l{index % 6 + 1}",
            stroke_dasharray=_DASHES[index % len(_DASHES)],
        )
        for piece in pieces
        if len(piece) > 1
    ]
    return "".join(drawn + marks)


def _sample(index: int, x: float, y: float) -> str:
    return _marker(index, x, y, hollow=False)


def _marker(index: int, x: float, y: float, *, hollow: bool) -> str:
    fill = "#ffffff" if hollow else colour(index)
    style: dict[str, str | float] = {
        "fill": fill,
        "stroke": colour(index),
        "stroke_width": 2.0,
        "class_": f"m{index % 6 + 1}{' hol' if hollow else ''}",
    }
    shapes = (
        lambda: element("circle", cx=x, cy=y, r=5, **style),
        lambda: element("rect", x=x - 4.5, y=y - 4.5, width=9, height=9, **style),
        lambda: element("polygon", points=_points((x, y - 6), (x + 5.5, y + 4.5), (x - 5.5, y + 4.5)), **style),
        lambda: element("polygon", points=_points((x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)), **style),
        lambda: element("polygon", points=_points((x, y + 6), (x + 5.5, y - 4.5), (x - 5.5, y - 4.5)), **style),
        lambda: element("circle", cx=x, cy=y, r=3, **style),
    )
    return shapes[index % len(shapes)]()


def _points(*corners: tuple[float, float]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in corners)


def sparkline(points: Sequence[Punt], width: int = 120, height: int = 34) -> str:
    """A small line of earlier years, as decoration: it has no text and is hidden from assistive technology by the page."""
    known = [(index, float(point.waarde)) for index, point in enumerate(points) if point.waarde is not None]
    if len(known) < 2:
        return ""
    low, high = min(0.0, *(v for _, v in known)), max(v for _, v in known)
    span = (high - low) or 1.0
    places = [(4 + (width - 8) * i / (len(points) - 1), height - 5 - (height - 10) * (v - low) / span) for i, v in known]
    path = " ".join(f"{number(x)},{number(y)}" for x, y in places)
    last_x, last_y = places[-1]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        + element("polyline", points=path, fill="none", stroke=colour(0), stroke_width=2)
        + element("circle", cx=last_x, cy=last_y, r=3.5, fill=colour(0))
        + "</svg>"
    )
