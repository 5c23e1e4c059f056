# SPDX-License-Identifier: EUPL-1.2
"""Lying bars. For a narrow screen bars, piles and flows become groups of them on one scale, the
newest year first, names above them: nothing is turned or left out. A ranking has its name and value
beside each bar, in the order given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from math import ceil

from ...core.frozen import dataclass
from .columns import draw_bar, sample
from .frame import period_of_column
from .label import LINE, SIZE, Box, Label, text_width, wrap
from .legend import legend
from .model import Chart, Flow, Point
from .svg import INK, PALETTE, PAPER, QUIET, WIDTH, line

NARROW = 360.0
_BAR = 19.0
_PILE = 26.0
_GAP = 5.0
_BETWEEN = 14.0  # groups
_TRACE = 4.0  # of a suppressed value


@dataclass(frozen=True, slots=True)
class _LyingGroup:
    """Bars below one heading; `total` stands behind it, `missing` says below it what no bar can
    show.
    """

    heading: str
    bars: tuple[tuple[int, str, Point], ...]  # series, name ('' when a key has it), point
    total: Point | None = None
    missing: str = ""


def lying(chart: Chart | Flow) -> tuple[float, str]:
    """Height and content of a chart whose bars lie down."""
    if isinstance(chart, Flow):
        return _drawn(_sides(chart), chart.unit, "", 0.0)
    names = [series.name for series in chart.series]
    key, top = legend(names, sample, NARROW)
    groups = []
    for at in reversed(range(len(chart.categories))):
        period = period_of_column(chart.column(at))
        heading = f"{chart.categories[at]} ({period})" if period else chart.categories[at]
        if chart.categories[at] in chart.breaks and at:
            heading += ", breuk met het jaar ervoor"
        bars = tuple((number, "", point) for number, point in enumerate(chart.column(at)))
        groups.append(
            _LyingGroup(heading, bars, chart.totals[at] if at < len(chart.totals) else None)
        )
    negative = any(value < 0 for series in chart.series for value in series.values)
    if chart.form == "gestapeld" and not negative:
        piles = [
            replace(group, missing=_missing(chart, at))
            for group, at in zip(groups, reversed(range(len(groups))), strict=True)
        ]
        return _piled(piles, chart.unit, key, top)
    return _drawn(groups, chart.unit, key, top)


def _missing(chart: Chart, at: int) -> str:
    """What is not in a pile: 'Noord n.n.b.'."""
    return ", ".join(
        f"{series.name} {series.points[at].text}"
        for series in chart.series
        if series.points[at].value is None
    )


def _sides(chart: Flow) -> list[_LyingGroup]:
    """What comes in and what goes out, each band a bar with its name."""
    sides = (
        (f"Naar {chart.middle} toe", chart.inflow, 0),
        (f"Uit {chart.middle}", chart.outflow, 2),
    )
    return [
        _LyingGroup(
            words, tuple((5 if point.loose else colour, _called(point), point) for point in points)
        )
        for words, points, colour in sides
    ]


def _called(point: Point) -> str:
    return f"{point.label} ({point.period})" if point.period else point.label


def _drawn(groups: Sequence[_LyingGroup], unit: str, key: str, top: float) -> tuple[float, str]:
    """Each bar on a line of its own, its value beyond its end."""
    zero, scale = _scale([point for group in groups for _, _, point in group.bars])
    parts, y = [key], _unit(unit, top)
    parts.extend(label.draw() for label in _unit_labels(unit, top))
    for group in groups:
        y, heading = _heading(group, y)
        parts.append(heading)
        first = y
        for colour, name, point in group.bars:
            for words in wrap(name, NARROW) if name else ():
                parts.append(Label(0, y + SIZE, words).draw())
                y += LINE
            if name:  # the letters stay clear of the bar, and of the line it begins at
                y += _GAP
                first = y
            parts.append(_bar(point, colour, y, zero, scale))
            y += _BAR + _GAP
            if name or point is group.bars[-1][2]:
                parts.append(
                    line(zero, first - 2, zero, y - 2, stroke=INK, width=1.5, class_="nul")
                )
        y += _BETWEEN - _GAP
    return y, "".join(parts)


def _scale(points: Sequence[Point]) -> tuple[float, float]:
    """Where zero lies and how long one unit is, with room for the values beyond the bars."""
    values = [point.value for point in points if point.value is not None]
    room = NARROW - 2 * max((text_width(point.text, bold=True) for point in points), default=0) - 12
    low, high = min([Decimal(0), *values]), max([Decimal(0), *values])
    scale = room / float(high - low or 1)
    margin = max((text_width(p.text, bold=True) for p in points if (p.value or 0) < 0), default=0)
    return (margin + 6 if margin else 0) - float(low) * scale, scale


def _bar(point: Point, colour: int, y: float, zero: float, scale: float) -> str:
    length = float(point.value or 0) * scale
    end = zero + (_TRACE if point.suppressed and point.value is None else length)
    box = Box(min(zero, end), y, max(zero, end), y + _BAR)
    middle = y + _BAR / 2 + SIZE * 0.35
    side = ("end", box.left - 6) if length < 0 else ("start", box.right + 6)
    value = Label(side[1], middle, point.text, side[0], bold=True, ref=point.ref)
    return draw_bar(point, colour, box) + value.draw()


def _piled(groups: Sequence[_LyingGroup], unit: str, key: str, top: float) -> tuple[float, str]:
    """The bars of a group after each other, values inside where they fit."""
    highest = max((_sum(group) for group in groups), default=Decimal(0))
    scale = (NARROW - 8) / float(highest or 1)
    parts, y = [key], _unit(unit, top)
    parts.extend(label.draw() for label in _unit_labels(unit, top))
    for group in groups:
        y, heading = _heading(group, y)
        parts.append(heading)
        x, inside = 0.0, []
        for colour, _, point in group.bars:
            if point.value is None or point.value < 0:
                continue
            box = Box(x, y, x + float(point.value) * scale, y + _PILE)
            parts.append(draw_bar(point, colour, box))
            if x:
                parts.append(line(x, y, x, y + _PILE, stroke=PAPER, width=1.5, class_="arcering"))
            if text_width(point.text) <= box.right - box.left - 6 and not point.provisional:
                inside.append(
                    Label(
                        (box.left + box.right) / 2,
                        y + _PILE / 2 + SIZE * 0.35,
                        point.text,
                        "middle",
                        fill=PALETTE.inside(colour),
                        class_="in",
                        ref=point.ref,
                    )
                )
            x = box.right
        parts.extend(label.draw() for label in inside)
        parts.append(line(0, y - 2, 0, y + _PILE + 2, stroke=INK, width=1.5, class_="nul"))
        y += _PILE + _BETWEEN
    return y, "".join(parts)


def _sum(group: _LyingGroup) -> Decimal:
    values = (point.value for _, _, point in group.bars if point.value is not None)
    return sum((value for value in values if value > 0), Decimal(0))


def _heading(group: _LyingGroup, y: float) -> tuple[float, str]:
    """The name of a group with its total, and what of a pile is not known."""
    words = group.heading
    if group.total is not None:
        words += f": {group.total.text}"
    labels = [
        Label(0, y + SIZE + LINE * row, part, bold=True)
        for row, part in enumerate(wrap(words, NARROW, bold=True))
    ]
    labels += [
        Label(0, y + SIZE + LINE * (len(labels) + row), part, fill=QUIET)
        for row, part in enumerate(wrap(group.missing, NARROW) if group.missing else ())
    ]
    return y + LINE * len(labels) + 4, "".join(label.draw() for label in labels)


def _unit(unit: str, top: float) -> float:
    return top + LINE * len(wrap(unit, NARROW)) + 8


def _unit_labels(unit: str, top: float) -> list[Label]:
    return [
        Label(0, top + SIZE + LINE * row, words, fill=QUIET)
        for row, words in enumerate(wrap(unit, NARROW))
    ]


_RANK_BAR = 21.0
_NAME = 0.42  # of the width: no line of a name is longer
_ROWS = 34  # in a column: with its title and notes it takes a page of A4
_MOST = 3  # columns: more leave no room for names and bars
_PAGE = 1200.0  # no column is higher than what a page has room for
_COLUMN_GAP = 24.0  # between columns


def pages(chart: Chart) -> tuple[range, ...]:
    """The rows of a ranking that stand on a page together: all of them, or as many as fit."""
    rows = len(chart.categories)
    columns, _, names = _set(chart)
    each = ceil(rows / ceil(sum(map(_height, names)) / (columns * _PAGE)))
    return tuple(range(first, min(first + each, rows)) for first in range(0, rows, each))


def ranking(chart: Chart, shown: range | None = None) -> tuple[float, str]:
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
        start = column * (width + _COLUMN_GAP) + left
        y = 3.0
        for name, point, value in rows[column * each : (column + 1) * each]:
            row = _height(name)
            length = (
                (_TRACE if point.suppressed else 0.0)
                if point.value is None
                else max(0.0, (right - left) * float(point.value / longest))
            )
            parts += _row(name, point, value, Box(start, y, start + length, y + row))
            y += row
        parts.append(line(start, 0, start, y + 3, stroke=INK, width=1.5, class_="nul"))
        lowest = max(lowest, y + 3)
    return lowest, "".join(parts)


def _set(chart: Chart) -> tuple[int, float, list[tuple[str, ...]]]:
    """How many columns there are, how wide each is, and the names in lines."""
    columns = 1 if chart.width < WIDTH else min(_MOST, ceil(len(chart.categories) / _ROWS))
    width = (chart.width - _COLUMN_GAP * (columns - 1)) / columns
    return columns, width, [wrap(name, width * _NAME) for name in chart.categories]


def _height(name: tuple[str, ...]) -> float:
    return max(_RANK_BAR, LINE * len(name)) + 6


def _row(name: tuple[str, ...], point: Point, value: Label, box: Box) -> Iterator[str]:
    """A name, its bar and its value; `box` is the bar with the whole height of the row."""
    middle = (box.top + box.bottom) / 2
    first = middle + SIZE * 0.35 - LINE * (len(name) - 1) / 2
    for at, words in enumerate(name):
        yield Label(box.left - 8, first + LINE * at, words, "end").draw()
    bar = Box(box.left, middle - _RANK_BAR / 2, box.right, middle + _RANK_BAR / 2)
    yield draw_bar(point, 0, bar)
    yield replace(value, x=box.right + 8, y=middle + SIZE * 0.35).draw()


def _value(point: Point) -> Label:
    content = f"{point.text} ({point.period})" if point.period else point.text
    return Label(0, 0, content, bold=True, ref=point.ref)
