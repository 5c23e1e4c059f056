# SPDX-License-Identifier: EUPL-1.2
"""Bars side by side (staaf), one group per category."""

from __future__ import annotations

from ...core.frozen import dataclass
from .frame import Frame, Plot, framed, plane
from .label import SIZE, Box, Label, apart
from .legend import legend, stamp
from .model import Chart, Point
from .svg import PALETTE, hatch, rect, series_class

_WIDEST = 64.0
_TRACE = 4.0  # height of the outline that stands for a suppressed value


@dataclass(frozen=True, slots=True)
class Bar:
    """A point with the room of its bar; a bar of no height where nothing is drawn."""

    point: Point
    index: int
    box: Box
    category: int

    @property
    def below(self) -> bool:
        """Whether the bar hangs below zero."""
        return self.point.value is not None and self.point.value < 0

    def label(self) -> Label:
        """The printed value beyond the end of the bar."""
        middle = (self.box.left + self.box.right) / 2
        y = self.box.bottom + SIZE + 1 if self.below else self.box.top - 5
        return Label(middle, y, self.point.text, "middle", ref=self.point.ref)


def columns(chart: Chart) -> tuple[float, str]:
    """Height and content of a bar chart."""
    frame = plane(chart, [value for series in chart.series for value in series.values], 0)
    key = legend([series.name for series in chart.series], sample)
    return framed(chart, frame, key, lambda plane_: _plot(chart, plane_))


def sample(index: int, x: float, y: float) -> str:
    """A square with the mark of a series, for the key."""
    return rect(
        x - 8, y - 8, 16, 16, fill=PALETTE.fill(index), class_=series_class("r", index)
    ) + stamp(index, x, y)


def _plot(chart: Chart, frame: Frame) -> Plot:
    bars = _bars(chart, frame)
    marks = "".join(draw_bar(bar.point, bar.index, bar.box) for bar in bars)
    if len(chart.series) > 1:
        marks += "".join(_stamped(bar) for bar in bars)
    # All values, else those of the newest category, else none: the table below has them.
    newest = [bar for bar in bars if bar.category == frame.count - 1]
    for some in (bars, newest):
        labels = [bar.label() for bar in some]
        if _fits(labels, some, bars, frame):
            return Plot(marks, tuple(labels))
    return Plot(marks, ())


def _bars(chart: Chart, frame: Frame) -> list[Bar]:
    count = len(chart.series)
    pitch = min(frame.band * 0.86 / count, _WIDEST)
    zero = frame.axis.y(0)
    bars = []
    for category in range(frame.count):
        left = frame.middle(category) - pitch * count / 2
        for index, point in enumerate(chart.column(category)):
            x = left + pitch * index
            end = (
                zero - (_TRACE if point.suppressed else 0)
                if point.value is None
                else frame.axis.y(point.value)
            )
            bars.append(
                Bar(
                    point,
                    index,
                    Box(x + 1, min(end, zero), x + pitch - 1, max(end, zero)),
                    category,
                )
            )
    return bars


def _fits(labels: list[Label], named: list[Bar], bars: list[Bar], frame: Frame) -> bool:
    """Whether level labels stay in their band and clear of each other and of other bars."""
    for label, bar in zip(labels, named, strict=True):
        box = label.box
        if (
            box.left < frame.start(bar.category) + 2
            or box.right > frame.start(bar.category) + frame.band - 2
        ):
            return False
        if any(
            other is not bar and box.touches(other.box)
            for other in bars
            if other.category == bar.category
        ):
            return False
    return apart(labels, gap=2)


def draw_bar(point: Point, index: int, box: Box) -> str:
    """A bar: hatched when provisional, pale with an outline for a part of a year, an outline only
    when suppressed.
    """
    fill, width, height = PALETTE.fill(index), box.right - box.left, box.bottom - box.top
    area, outline = series_class("r", index), series_class("l", index)
    if point.value is None:
        if not point.suppressed:
            return ""
        return rect(
            box.left + 0.75,
            box.top,
            width - 1.5,
            height,
            fill="none",
            class_=f"onderdrukt {outline}",
            stroke=fill,
            stroke_width=1.5,
            data_ref=point.ref,
        )
    if point.period is None:
        bar = rect(box.left, box.top, width, height, fill=fill, class_=area, data_ref=point.ref)
    else:
        bar = rect(
            box.left,
            box.top,
            width,
            height,
            fill=fill,
            fill_opacity="0.45",
            class_=area,
            data_ref=point.ref,
        )
    if point.provisional:
        bar += hatch(box.left, box.top, width, height)
    if point.period is not None:
        bar += rect(
            box.left + 0.75,
            box.top + 0.75,
            width - 1.5,
            height - 1.5,
            fill="none",
            class_=f"deeljaar {outline}",
            stroke=fill,
            stroke_width=1.5,
        )
    return bar


def backing(point: Point, index: int, box: Box) -> str:
    """The full colour of a series behind text or a mark in a hatched or pale bar.

    Nothing in a plain one.
    """
    if not point.provisional and point.period is None:
        return ""
    return rect(
        box.left,
        box.top,
        box.right - box.left,
        box.bottom - box.top,
        fill=PALETTE.fill(index),
        class_=series_class("r", index),
    )


def _stamped(bar: Bar) -> str:
    """The mark of the series at the foot of its bar, when it has room for one."""
    box = bar.box
    if bar.point.value is None or box.bottom - box.top < 18 or box.right - box.left < 13:
        return ""
    x, y = (box.left + box.right) / 2, box.top + 9 if bar.below else box.bottom - 9
    return backing(bar.point, bar.index, Box(x - 7, y - 7, x + 7, y + 7)) + stamp(bar.index, x, y)
