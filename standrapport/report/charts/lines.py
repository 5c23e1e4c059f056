# SPDX-License-Identifier: EUPL-1.2
"""Lines over the years, open where a value is unknown or the counting changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ...core.frozen import dataclass
from .frame import Frame, Plot, barriers, framed, plane
from .label import LINE, SIZE, Box, Label, spread, wrap
from .legend import legend, marker
from .model import Chart, Series
from .svg import INK, PALETTE, WIDTH, element, line, points, series_class

_DASHES = ("", "10 4", "3 4", "12 4 3 4", "6 3", "2 2")
_NAME = 170.0  # room for names on the right
_DRIFT = 13.0  # no name stands farther from its line end than this
_REACH = 7.0  # of a marker
# Half of the dash that stands for an earlier value: it sticks out on both sides of a marker at the
# same height.
_DASH = 13.0
EARLIER = "Eerder gemeld"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of line from one known value to the next.

    Thin when one of them covers a part of a year.
    """

    index: int
    ends: tuple[tuple[float, float], tuple[float, float]]
    thin: bool


def lines(chart: Chart) -> tuple[float, str]:
    """Height and content of a line chart.

    Names stand at the line ends when they fit without touching, else in a key.
    """
    earlier = [
        one.value for series in chart.series for point in series.points for one in point.earlier
    ]
    values = [value for series in chart.series for value in series.values] + earlier
    names = None if earlier else _names(chart, plane(chart, values, 0))
    frame = plane(chart, values, 0)
    if names:
        # The names begin beside the last point, so they may use the outer half of its band.
        end = chart.width - 14 - max(label.width for label in names)
        half = 1 / (2 * frame.count)
        frame = replace(frame, right=min((end - frame.left * half) / (1 - half), frame.right))
        frame = replace(frame, reach=frame.middle(frame.count - 1) + 8)
    keyed = (
        []
        if names
        else [*(series.name for series in chart.series), *([EARLIER] if earlier else [])]
    )
    key = legend(
        keyed,
        lambda index, x, y: _sample(index, x, y) if index < len(chart.series) else _dash(x, y, 9.0),
        chart.width,
    )
    return framed(chart, frame, key, lambda plane_: _plot(chart, plane_, named=bool(names)))


def _plot(chart: Chart, frame: Frame, *, named: bool) -> Plot:
    pieces = [
        piece
        for index, series in enumerate(chart.series)
        for piece in _pieces(chart, series, index, frame)
    ]
    marks = [
        _strokes([piece for piece in pieces if piece.index == index], index)
        for index in range(len(chart.series))
    ]
    dots: list[Box] = []
    for index, series in enumerate(chart.series):
        for at, point in enumerate(series.points):
            for one in point.earlier:
                x, y = frame.middle(at), frame.axis.y(one.value)
                marks.append(_dash(x, y, _DASH))
                dots.append(Box(x - _DASH - 1, y - 2, x + _DASH + 1, y + 2))
            if point.value is not None:
                x, y = frame.middle(at), frame.axis.y(point.value)
                hollow = point.provisional or point.period is not None
                marks.append(marker(index, x, y, hollow=hollow, ref=point.ref))
                dots.append(Box(x - _REACH, y - _REACH, x + _REACH, y + _REACH))
    labels = (_names(chart, frame) or []) if named else []
    room = _Room(frame, pieces, [*dots, *barriers(chart, frame)], labels)
    if len(chart.series) == 1:
        _values(chart.series[0], frame, room)
    for index, series in enumerate(chart.series):
        marks.extend(_unknown(series, index, frame, room, single=len(chart.series) == 1))
    return Plot("".join(marks), tuple(room.labels))


class _Room:
    """Where labels can still stand: clear of lines, markers, breaks and the labels
    placed before.
    """

    def __init__(
        self, frame: Frame, pieces: list[_Piece], boxes: list[Box], labels: list[Label]
    ) -> None:
        self.frame, self.pieces, self.boxes, self.labels = frame, pieces, boxes, list(labels)

    def place(self, candidates: Sequence[Label], before: float = 0.0) -> Label | None:
        """The first candidate that is free, taken; `before` is room for a mark on its left."""
        for label in candidates:
            box = replace(label.box, left=label.box.left - before)
            if (
                box.left < self.frame.left + 2
                or box.bottom > self.frame.axis.bottom - 1
                or box.right > self.frame.right
            ):
                continue
            taken = [*self.boxes, *(other.box for other in self.labels)]
            if any(box.touches(other, 1) for other in taken):
                continue
            if not any(box.crossed_by(*piece.ends[0], *piece.ends[1]) for piece in self.pieces):
                self.labels.append(label)
                self.boxes.append(box)
                return label
        return None


def _pieces(chart: Chart, series: Series, index: int, frame: Frame) -> list[_Piece]:
    pieces = []
    for (at, one), (_, other) in pairwise(enumerate(series.points)):
        if one.value is None or other.value is None or chart.categories[at + 1] in chart.breaks:
            continue
        ends = (
            (frame.middle(at), frame.axis.y(one.value)),
            (frame.middle(at + 1), frame.axis.y(other.value)),
        )
        pieces.append(_Piece(index, ends, thin=bool(one.period or other.period)))
    return pieces


def _strokes(pieces: list[_Piece], index: int) -> str:
    """Adjoining pieces of the same kind as one polyline, so that dashes run on."""
    runs: list[list[_Piece]] = []
    for piece in pieces:
        if runs and runs[-1][-1].ends[1] == piece.ends[0] and runs[-1][-1].thin == piece.thin:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return "".join(
        element(
            "polyline",
            points=points([run[0].ends[0], *(piece.ends[1] for piece in run)]),
            fill="none",
            stroke=PALETTE.fill(index),
            stroke_width=1.2 if run[0].thin else 2.5,
            stroke_dasharray=_DASHES[index % len(_DASHES)],
            class_=series_class("l", index),
        )
        for run in runs
    )


def _dash(x: float, y: float, half: float) -> str:
    return line(x - half, y, x + half, y, stroke=INK, width=3, class_="eerder")


def _sample(index: int, x: float, y: float) -> str:
    stroke = line(
        x - 9, y, x + 9, y, stroke=PALETTE.fill(index), width=2.5, class_=series_class("l", index)
    )
    return stroke + marker(index, x, y)


def _values(series: Series, frame: Frame, room: _Room) -> None:
    """The printed values of a single line, above or below their point, wherever the line leaves
    room.
    """
    heights = [
        None if point.value is None else frame.axis.y(point.value) for point in series.points
    ]
    for at, (point, y) in enumerate(zip(series.points, heights, strict=True)):
        if y is None:
            continue
        x = frame.middle(at)
        above = Label(x, y - 12, point.text, "middle", ref=point.ref)
        below = replace(above, y=y + 22)
        around = [
            height
            for height in (*heights[max(at - 1, 0) : at], *heights[at + 1 : at + 2])
            if height is not None
        ]
        valley = bool(around) and all(height < y for height in around)
        sides = [
            replace(above, x=x + dx, y=y + dy, anchor=anchor)
            for anchor, dx in (("start", 10), ("end", -10))
            for dy in (-8, 5, 18)
        ]
        room.place([below, above, *sides] if valley else [above, below, *sides])


def _unknown(series: Series, index: int, frame: Frame, room: _Room, *, single: bool) -> list[str]:
    """What stands where a value is missing: its reason, in the gap of the line, behind the mark of
    the series.
    """
    marks = []
    for at, point in enumerate(series.points):
        if point.value is not None:
            continue
        wanted = frame.axis.y(0) - 8  # at the foot: a place among the values would be a guess
        shift = 0.0 if single else 8.0
        fill, class_ = (INK, "tekst") if single else (PALETTE.text(index), series_class("t", index))
        start = Label(
            frame.middle(at) + shift,
            wanted + SIZE * 0.35,
            point.text,
            "middle",
            fill=fill,
            class_=class_,
            ref=point.ref,
        )
        steps = sorted(range(-30, 31), key=lambda step: (abs(step), step))
        taken = room.place(
            [replace(start, y=start.y + 8.0 * step) for step in steps], before=0 if single else 16
        )
        if taken is not None and not single:
            marks.append(marker(index, taken.box.left - 9, taken.y - SIZE * 0.35, hollow=True))
    return marks


def _names(chart: Chart, frame: Frame) -> list[Label] | None:
    """The names at the line ends; None when a line ends early or two names would touch."""
    if len(chart.series) < 2 or chart.width < WIDTH:
        return None  # on a phone they would take half of the picture
    heights = []
    for series in chart.series:
        value = series.points[-1].value
        if value is None:
            return None
        heights.append(frame.axis.y(value))
    words = [wrap(series.name, _NAME, bold=True) for series in chart.series]
    places = spread(
        heights,
        [LINE * len(part) + 1 for part in words],
        frame.axis.top - 12,
        frame.axis.bottom + 4,
    )
    if places is None or any(
        round(abs(place - height), 3) > _DRIFT
        for place, height in zip(places, heights, strict=True)
    ):
        return None
    x = frame.middle(frame.count - 1) + 13
    labels: list[Label] = []
    for index, (place, part) in enumerate(zip(places, words, strict=True)):
        first = place - LINE * (len(part) - 1) / 2 + SIZE * 0.35
        style = Label(
            x,
            first,
            "",
            bold=True,
            fill=PALETTE.text(index),
            class_=f"naam {series_class('t', index)}",
        )
        labels.extend(
            replace(style, y=first + LINE * row, content=content)
            for row, content in enumerate(part)
        )
    return labels
