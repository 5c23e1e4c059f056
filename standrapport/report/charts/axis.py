# SPDX-License-Identifier: EUPL-1.2
"""The value axis: round ticks from an honest zero, written in Dutch."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ...core.frozen import dataclass
from ...core.notation import format_getal
from .label import SIZE, Label, text_width
from .svg import QUIET, RULE, line

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


def axis_for(values: Iterable[Decimal], top: float, bottom: float, parts: int = 5) -> Axis:
    """An axis from zero (lower when there are negative values) over all values, with about `parts`
    round steps.

    Whole numbers get no ticks between them: there is no half person.
    """
    known = [*values, Decimal(0)]
    if len(known) == 1:
        return Axis(
            Decimal(0), Decimal(1), Decimal(2), top, bottom
        )  # nothing known: a zero line and no other tick
    low, high = min(known), max(known)
    span = high - low or Decimal(1)
    rough = span / parts
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * nice for nice in _NICE if power * nice >= rough)
    if all(value == value.to_integral_value() for value in known):
        step = max(step, Decimal(1)) if step != Decimal("2.5") else Decimal(5)
    first = step * (low / step).to_integral_value("ROUND_FLOOR")
    last = step * (high / step).to_integral_value("ROUND_CEILING")
    return Axis(first, last if last > first else first + step, step, top, bottom)
