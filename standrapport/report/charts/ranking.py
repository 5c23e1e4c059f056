# SPDX-License-Identifier: EUPL-1.2
"""A ranking: lying bars with name and value beside each, in the order given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from .columns import draw_bar
from .label import LINE, SIZE, Box, Label, text_width, wrap
from .model import Chart, Point
from .svg import INK, WIDTH, Palette, line

_BAR = 21.0
_NAME = 0.42  # of the width: no line of a name is longer
_ROWS = 34  # in a column: with its title and notes it takes a page of A4
_MOST = 3  # columns: more leave no room for names and bars
_PAGE = 1200.0  # no column is higher than what a page has room for
_GAP = 24.0  # between columns
_TRACE = 4.0  # length of the outline that stands for a suppressed value


def pages(chart: Chart) -> tuple[range, ...]:
    """The rows of a ranking that stand on a page together: all of them, or as many as fit."""
    rows = len(chart.categories)
    columns, _, names = _set(chart)
    each = ceil(rows / ceil(sum(map(_height, names)) / (columns * _PAGE)))
    return tuple(range(first, min(first + each, rows)) for first in range(0, rows, each))


def ranking(chart: Chart, palette: Palette, shown: range | None = None) -> tuple[float, str]:
    """Height and content of a ranking, or of some of its rows; a period stands behind the value. A
    long one goes on in a second or third column of the same scale, so that it stays on a page.
    """
    points = chart.series[0].points
    columns, width, names = _set(chart)
    left = max(text_width(words) for lines in names for words in lines) + 10
    values = [_value(point) for point in points]
    right = width - max(label.width for label in values) - 10
    longest = max(
        [point.value for point in points if point.value is not None and point.value > 0], default=1
    )
    parts: list[str] = []
    lowest = 0.0
    rows = list(zip(names, points, values, strict=True))
    rows = rows if shown is None else rows[shown.start : shown.stop]
    each = ceil(len(rows) / columns)
    for column in range(columns):
        start = column * (width + _GAP) + left
        y = 3.0
        for name, point, value in rows[column * each : (column + 1) * each]:
            row = _height(name)
            length = (
                (_TRACE if point.suppressed else 0.0)
                if point.value is None
                else max(0.0, (right - left) * float(point.value / longest))
            )
            parts += _row(name, point, value, Box(start, y, start + length, y + row), palette)
            y += row
        parts.append(line(start, 0, start, y + 3, stroke=INK, width=1.5, class_="nul"))
        lowest = max(lowest, y + 3)
    return lowest, "".join(parts)


def _set(chart: Chart) -> tuple[int, float, list[tuple[str, ...]]]:
    """How many columns there are, how wide each is, and the names in lines."""
    columns = 1 if chart.width < WIDTH else min(_MOST, ceil(len(chart.categories) / _ROWS))
    width = (chart.width - _GAP * (columns - 1)) / columns
    return columns, width, [wrap(name, width * _NAME) for name in chart.categories]


def _height(name: tuple[str, ...]) -> float:
    return max(_BAR, LINE * len(name)) + 6


def _row(
    name: tuple[str, ...], point: Point, value: Label, box: Box, palette: Palette
) -> Iterator[str]:
    """A name, its bar and its value; `box` is the bar with the whole height of the row."""
    middle = (box.top + box.bottom) / 2
    first = middle + SIZE * 0.35 - LINE * (len(name) - 1) / 2
    for at, words in enumerate(name):
        yield Label(box.left - 8, first + LINE * at, words, "end").draw()
    bar = Box(box.left, middle - _BAR / 2, box.right, middle + _BAR / 2)
    yield draw_bar(point, 0, bar, palette)
    yield replace(value, x=box.right + 8, y=middle + SIZE * 0.35).draw()


def _value(point: Point) -> Label:
    content = f"{point.text} ({point.period})" if point.period else point.text
    return Label(0, 0, content, bold=True, ref=point.ref)
