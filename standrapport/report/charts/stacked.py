# SPDX-License-Identifier: EUPL-1.2
"""Bars on top of each other (gestapeld), one pile per category, with the names beside the last pile
when they fit.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ...core.frozen import dataclass
from .columns import backing, draw_bar, sample
from .frame import Frame, Plot, framed, plane
from .label import LINE, SIZE, Box, Label, spread, text_width, wrap
from .legend import legend
from .model import Chart, Point, Series
from .svg import PALETTE, PAPER, QUIET, line, series_class

_WIDEST = 96.0
_NAME = 150.0  # room for names on the right
_DRIFT = 14.0  # no name stands farther from its part than this
_TRACE = 4.0
_MOST_LINES = 3  # above a pile
_UNNAMED = "?"  # where no word fits


@dataclass(frozen=True, slots=True)
class _Slice:
    point: Point
    index: int
    box: Box

    @property
    def shows_value(self) -> bool:
        """Whether the printed value fits inside."""
        box = self.box
        return (
            box.bottom - box.top >= SIZE + 1
            and text_width(self.point.text) <= box.right - box.left - 6
        )


def stacked(chart: Chart) -> tuple[float, str]:
    """Height and content of a chart of piles."""
    sums = [total for index in range(len(chart.categories)) for total in _sums(chart.column(index))]
    frame = plane(chart, sums, 0)
    names = _names(chart, frame)
    margin = 0.0
    # Piles become narrower for the names, so more values may move from inside a part to beside its
    # name.
    while names is not None and (wanted := max(label.width for label in names) + 8) > margin:
        margin = wanted
        frame = plane(chart, sums, margin)
        names = _names(chart, frame)
    if names is None:
        frame = plane(chart, sums, 0)
        key = legend([series.name for series in chart.series], sample)
        return framed(chart, frame, key, lambda plane_: _plot(chart, plane_, named=False))
    frame = replace(frame, reach=frame.middle(frame.count - 1) + _width(frame) / 2 + 5)
    return framed(chart, frame, ("", 0.0), lambda plane_: _plot(chart, plane_, named=True))


def _sums(points: tuple[Point, ...]) -> tuple[Decimal, Decimal]:
    known = [point.value for point in points if point.value is not None]
    return sum((v for v in known if v > 0), Decimal(0)), sum(
        (v for v in known if v < 0), Decimal(0)
    )


def _width(frame: Frame) -> float:
    return min(frame.band * 0.72, _WIDEST)


def _pile(points: tuple[Point, ...], frame: Frame, index: int) -> list[_Slice]:
    """The parts of a pile: above zero upwards, below zero downwards.

    A suppressed value is a thin outline on top.
    """
    width = _width(frame)
    left = frame.middle(index) - width / 2
    up, down = Decimal(0), Decimal(0)
    parts = []
    for number, point in enumerate(points):
        if point.value is None:
            continue
        base = up if point.value >= 0 else down
        ends = sorted((frame.axis.y(base), frame.axis.y(base + point.value)))
        parts.append(_Slice(point, number, Box(left, ends[0], left + width, ends[1])))
        if point.value >= 0:
            up += point.value
        else:
            down += point.value
    top = frame.axis.y(up)
    for number, point in enumerate(points):
        if point.suppressed and point.value is None:
            parts.append(_Slice(point, number, Box(left, top - _TRACE, left + width, top)))
            top -= _TRACE
    return parts


def _plot(chart: Chart, frame: Frame, *, named: bool) -> Plot:
    marks, labels = [], []
    for index in range(frame.count):
        points = chart.column(index)
        parts = _pile(points, frame, index)
        marks.append(_draw(parts))
        top = min((part.box.top for part in parts), default=frame.axis.y(0))
        labels.extend(
            _missing(chart.series, points, frame, index, top) or _total(chart, frame, index, top)
        )
    if named:
        labels.extend(_names(chart, frame) or ())
    return Plot("".join(marks), tuple(labels))


def _total(chart: Chart, frame: Frame, index: int, top: float) -> list[Label]:
    """The total above a pile that has no part missing, where it fits."""
    total = chart.totals[index] if index < len(chart.totals) else None
    if total is None:
        return []
    label = Label(frame.middle(index), top - 6, total.text, "middle", bold=True, ref=total.ref)
    return [label] if label.width <= frame.band - 4 else []


def _draw(parts: list[_Slice]) -> str:
    """The parts with thin lines between them, and their values inside when they fit."""
    drawn = [draw_bar(part.point, part.index, part.box) for part in parts]
    drawn += [
        line(
            part.box.left,
            part.box.bottom,
            part.box.right,
            part.box.bottom,
            stroke=PAPER,
            width=1.5,
            class_="arcering",
        )
        for part, before in zip(parts[1:], parts, strict=False)
        if part.point.value is not None
        and part.point.value > 0
        and before.box.top == part.box.bottom
    ]
    for part in parts:
        if part.point.value is None or not part.shows_value:
            continue
        middle = (part.box.left + part.box.right) / 2
        y = (part.box.top + part.box.bottom) / 2 + SIZE * 0.35
        label = Label(
            middle,
            y,
            part.point.text,
            "middle",
            fill=PALETTE.inside(part.index),
            class_="in",
            ref=part.point.ref,
        )
        room = Box(
            label.box.left - 3,
            max(part.box.top, y - 13),
            label.box.right + 3,
            min(part.box.bottom, y + 3),
        )
        drawn.append(backing(part.point, part.index, room) + label.draw())
    return "".join(drawn)


def _missing(
    all_series: tuple[Series, ...], points: tuple[Point, ...], frame: Frame, index: int, top: float
) -> list[Label]:
    """What is not in the pile, named above it, as briefly as the width asks."""
    absent = [
        (series.name, point.text)
        for series, point in zip(all_series, points, strict=True)
        if point.value is None
    ]
    if not absent:
        return []
    room = frame.band - 4
    short = list(dict.fromkeys(text for _, text in absent))
    full = [words for name, text in absent for words in wrap(f"{name} {text}", room)]
    unbroken = {word for name, text in absent for word in (*name.split(" "), text)}
    for lines in (full, short) if len(absent) < len(points) else (short,):
        if len(lines) <= _MOST_LINES and _fits(lines, room, unbroken):
            first = top - 6 - LINE * (len(lines) - 1)
            return [
                Label(frame.middle(index), first + LINE * row, words, "middle", fill=QUIET)
                for row, words in enumerate(lines)
            ]
    return [Label(frame.middle(index), top - 6, _UNNAMED, "middle", fill=QUIET)]


def _fits(lines: list[str], room: float, unbroken: set[str]) -> bool:
    """Whether no line is wider than the room, and no word was broken to make it so."""
    return all(text_width(words) <= room for words in lines) and unbroken.issuperset(
        word for words in lines for word in words.split(" ")
    )


def _names(chart: Chart, frame: Frame) -> list[Label] | None:
    """The names beside the last pile, with the value where the part has no room for it.

    None when they do not fit there.
    """
    points = chart.column(frame.count - 1)
    if len(points) < 2 or any(point.value is None or point.value < 0 for point in points):
        return None
    parts = _pile(points, frame, frame.count - 1)
    names = [
        wrap(_called(series, part), _NAME, bold=True)
        for series, part in zip(chart.series, parts, strict=True)
    ]
    places = _places(parts, [LINE * len(lines) + 1 for lines in names], frame)
    if places is None:
        return None
    x = max(part.box.right for part in parts) + 10
    return [
        label
        for index, (place, lines) in enumerate(zip(places, names, strict=True))
        for label in _name(lines, x, place, index)
    ]


def _called(series: Series, part: _Slice) -> str:
    return series.name if part.shows_value else f"{series.name} {part.point.text}"


def _places(parts: list[_Slice], heights: list[float], frame: Frame) -> list[float] | None:
    """Where the middles of the names come; None when one would stand too far from its part."""
    middles = [(part.box.top + part.box.bottom) / 2 for part in parts]
    places = spread(middles, heights, frame.axis.top - 8, frame.axis.bottom + 8)
    if places is None or any(
        round(abs(place - middle), 3) > _DRIFT
        for place, middle in zip(places, middles, strict=True)
    ):
        return None
    return places


def _name(lines: tuple[str, ...], x: float, middle: float, index: int) -> list[Label]:
    """The lines of a name in the colour of its series."""
    first = middle - LINE * (len(lines) - 1) / 2 + SIZE * 0.35
    style = Label(
        x, first, "", bold=True, fill=PALETTE.text(index), class_=f"naam {series_class('t', index)}"
    )
    return [replace(style, y=first + LINE * row, content=line) for row, line in enumerate(lines)]
