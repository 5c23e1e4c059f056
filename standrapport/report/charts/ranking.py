# SPDX-License-Identifier: EUPL-1.2
"""A ranking: lying bars with name and value beside each, in the order given."""

from __future__ import annotations

from dataclasses import replace

from .columns import draw_bar
from .label import LINE, SIZE, Box, Label, text_width, wrap
from .model import Chart, Point
from .svg import INK, Palette, line

_BAR = 21.0
_NAME = 0.42  # of the width: no line of a name is longer
_TRACE = 4.0  # length of the outline that stands for a suppressed value


def ranking(chart: Chart, palette: Palette) -> tuple[float, str]:
    """Height and content of a ranking; a period stands behind the value."""
    points = chart.series[0].points
    names = [wrap(name, chart.width * _NAME) for name in chart.categories]
    left = max(text_width(words) for lines in names for words in lines) + 10
    values = [_value(point) for point in points]
    right = chart.width - max(label.width for label in values) - 10
    longest = max(
        [point.value for point in points if point.value is not None and point.value > 0], default=1
    )
    parts: list[str] = []
    y = 3.0
    for name, point, value in zip(names, points, values, strict=True):
        row = max(_BAR, LINE * len(name)) + 6
        middle = y + row / 2
        first = middle + SIZE * 0.35 - LINE * (len(name) - 1) / 2
        parts.extend(
            Label(left - 8, first + LINE * at, words, "end").draw() for at, words in enumerate(name)
        )
        length = (
            (_TRACE if point.suppressed else 0.0)
            if point.value is None
            else max(0.0, (right - left) * float(point.value / longest))
        )
        parts.append(
            draw_bar(
                point, 0, Box(left, middle - _BAR / 2, left + length, middle + _BAR / 2), palette
            )
        )
        parts.append(replace(value, x=left + length + 8, y=middle + SIZE * 0.35).draw())
        y += row
    axis = line(left, 0, left, y + 3, stroke=INK, width=1.5, class_="nul")
    return y + 3, "".join(parts) + axis


def _value(point: Point) -> Label:
    content = f"{point.text} ({point.period})" if point.period else point.text
    return Label(0, 0, content, bold=True, ref=point.ref)
