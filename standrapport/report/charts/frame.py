# SPDX-License-Identifier: EUPL-1.2
"""What bars and lines share: the value axis with round ticks from an honest zero, the categories
below it, the unit above it, and breaks in a series.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

from ...core.frozen import dataclass
from ...core.notation import format_getal
from .label import LINE, SIZE, Box, Label, text_width, wrap
from .model import Chart, Point
from .svg import INK, QUIET, RULE, line

_STEPS = 5
_NICE = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Axis:
    """Values `low`..`high` over the heights `bottom`..`top` (y grows downwards), with a tick every
    `step`.
    """

    low: Decimal
    high: Decimal
    step: Decimal
    top: float
    bottom: float

    def y(self, value: Decimal | int) -> float:
        """The height of a value."""
        return self.bottom - float((value - self.low) / (self.high - self.low)) * (
            self.bottom - self.top
        )

    @property
    def ticks(self) -> list[Decimal]:
        """The values with a tick."""
        return [
            self.low + self.step * count
            for count in range(int((self.high - self.low) / self.step) + 1)
        ]

    def label(self, value: Decimal) -> str:
        """A tick in Dutch, all ticks with the same decimals."""
        return format_getal(value, max(0, -int(self.step.normalize().as_tuple().exponent)))

    @property
    def label_width(self) -> float:
        """The width of the widest tick label."""
        return max(text_width(self.label(tick)) for tick in self.ticks)

    def draw(self, left: float, right: float) -> str:
        """Tick lines and labels; the zero line darker than the others."""
        parts = []
        for tick in self.ticks:
            y = self.y(tick)
            if tick:
                parts.append(line(left, y, right, y, stroke=RULE))
            else:
                parts.append(line(left, y, right, y, stroke=QUIET, width=1.5, class_="nul"))
            parts.append(Label(left - 8, y + SIZE * 0.35, self.label(tick), "end").draw())
        return "".join(parts)


def axis_for(values: Iterable[Decimal], top: float, bottom: float) -> Axis:
    """An axis from zero (lower when there are negative values) over all values, with about five
    round steps.

    Whole numbers get no ticks between them: there is no half person.
    """
    known = [*values, Decimal(0)]
    if len(known) == 1:
        # Nothing known: a zero line and no other tick.
        return Axis(Decimal(0), Decimal(1), Decimal(2), top, bottom)
    low, high = min(known), max(known)
    span = high - low or Decimal(1)
    rough = span / _STEPS
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * nice for nice in _NICE if power * nice >= rough)
    if all(value == value.to_integral_value() for value in known):
        step = max(step, Decimal(1)) if step != Decimal("2.5") else Decimal(5)
    first = step * (low / step).to_integral_value("ROUND_FLOOR")
    last = step * (high / step).to_integral_value("ROUND_CEILING")
    return Axis(first, last if last > first else first + step, step, top, bottom)


_PLOT = 215.0  # height between lowest and highest tick
_CAPTION = 23.0  # the row of unit and breaks
_WIDEST = 110.0  # no line below a category is longer


@dataclass(frozen=True, slots=True)
class Frame:
    """The plane in which values are drawn: an axis, and equal bands for the categories."""

    axis: Axis
    left: float
    right: float
    count: int
    # Tick lines end here when names stand in the last band, so that none runs behind a name.
    reach: float = 0.0

    @property
    def band(self) -> float:
        """The width of a category."""
        return (self.right - self.left) / self.count

    def start(self, index: int) -> float:
        """Where a category begins."""
        return self.left + self.band * index

    def middle(self, index: int) -> float:
        """The middle of a category."""
        return self.left + self.band * (index + 0.5)


@dataclass(frozen=True, slots=True)
class Plot:
    """What stands in the frame: the marks, and the labels that need room outside it too."""

    marks: str
    labels: tuple[Label, ...]


def plane(chart: Chart, values: Iterable[Decimal], margin: float) -> Frame:
    """The frame at height zero, with a margin for names on the right."""
    axis = axis_for(values, 0.0, _PLOT)
    return Frame(axis, axis.label_width + 14, chart.width - max(margin, 4.0), len(chart.categories))


def framed(
    chart: Chart, frame: Frame, key: tuple[str, float], plot: Callable[[Frame], Plot]
) -> tuple[float, str]:
    """Height and content of a chart: key, captions, axis, plot, categories.

    As high as its labels need.
    """
    drawn, used = key
    boxes = [label.box for label in plot(frame).labels]
    above = max([8.0, *(3 - box.top for box in boxes)])
    below = max([0.0, *(box.bottom - _PLOT for box in boxes)])
    captions, rows = _captions(chart, frame, used)
    top = used + rows + above
    moved = replace(frame, axis=replace(frame.axis, top=top, bottom=top + _PLOT))
    bottom = moved.axis.bottom + below
    content = plot(moved)
    names = _categories(chart, moved, bottom + LINE + 2)
    height = max(label.y for label in names) + 8
    breaks = "".join(
        line(
            x, used + rows, x, bottom, stroke=INK, width=1.5, class_="breuk", stroke_dasharray="6 4"
        )
        for x in _breaks(chart, moved)
    )
    axis = moved.axis.draw(moved.left, moved.reach or moved.right)
    labels = "".join(label.draw() for label in (*captions, *names, *content.labels))
    return height, f"{drawn}{axis}{breaks}{content.marks}{labels}"


def _breaks(chart: Chart, frame: Frame) -> list[float]:
    """Where the counting changed: before a category, and never before the first."""
    return [
        frame.start(index)
        for index, category in enumerate(chart.categories)
        if index and category in chart.breaks
    ]


def _captions(chart: Chart, frame: Frame, used: float) -> tuple[list[Label], float]:
    """The unit above the axis and 'breuk' above each break; in two rows when they would touch."""
    units = [
        Label(0, used + 14 + LINE * row, words, fill=QUIET)
        for row, words in enumerate(wrap(chart.unit, chart.width))
    ]
    rows = _CAPTION + LINE * (len(units) - 1)
    names: list[Label] = []
    for x in _breaks(chart, frame):
        name = Label(x, used + 14, "breuk", "middle", fill=QUIET)
        if not any(name.box.touches(other.box, 6) for other in names):
            names.append(name)
    if any(name.box.touches(unit.box, 8) for name in names for unit in units):
        names = [replace(name, y=name.y + rows) for name in names]
        rows += LINE
    return [*units, *names], rows


def _categories(chart: Chart, frame: Frame, y: float) -> list[Label]:
    """The names below the bands, with the part of the year they cover.

    Where a name is wider than its band the ones before it make room, counted from the last: the
    newest year is always named.
    """
    placed: list[Label] = []
    longest = max(text_width(word) for category in chart.categories for word in category.split(" "))
    width = max(frame.band - 6, min(longest, _WIDEST) + 1)
    for index in reversed(range(frame.count)):
        name = wrap(chart.categories[index], width)
        period = period_of_column(chart.column(index))
        words = [(part, INK) for part in name] + [
            (part, QUIET) for part in (wrap(period, width) if period else ())
        ]
        lines = [
            _inside(
                Label(frame.middle(index), y + LINE * row, part, "middle", fill=fill), chart.width
            )
            for row, (part, fill) in enumerate(words)
        ]
        if not any(line_.box.touches(other.box, 3) for line_ in lines for other in placed):
            placed.extend(lines)
    return placed[::-1]


def period_of_column(points: Iterable[Point]) -> str | None:
    """The part of the year a category covers; 'deels' where only some of its points do."""
    periods = list(dict.fromkeys(point.period for point in points if point.value is not None))
    if len(periods) < 2:
        return next(iter(periods), None)
    return f"deels {next(period for period in periods if period)}"


def _inside(label: Label, width: float) -> Label:
    box = label.box
    return replace(label, x=label.x + max(0.0, -box.left) - max(0.0, box.right - width))


def barriers(chart: Chart, frame: Frame) -> list[Box]:
    """Where no label may stand: on the lines of breaks, and on the zero line when values go below
    it.
    """
    breaks = [
        Box(x - 1, frame.axis.top - 40, x + 1, frame.axis.bottom) for x in _breaks(chart, frame)
    ]
    zero = frame.axis.y(0)
    return (
        [*breaks, Box(frame.left, zero - 1, frame.right, zero + 1)]
        if frame.axis.low < 0
        else breaks
    )
