"""The value axis: round ticks from an honest zero, written in Dutch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import floor, log10

from ..notation import format_getal
from .svg import INK, QUIET, RULE, line, text, text_width


@dataclass(frozen=True, slots=True)
class Axis:
    """Values `low`..`high` over the heights `bottom`..`top` (y grows downwards), with a tick every `step`."""

    low: float
    high: float
    step: float
    top: float
    bottom: float

    def y(self, value: float) -> float:
        """The height of a value."""
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)

    @property
    def ticks(self) -> list[float]:
        """The values with a tick."""
        count = round((self.high - self.low) / self.step)
        return [self.low + self.step * n for n in range(count + 1)]

    def label(self, value: float) -> str:
        """A tick in Dutch."""
        return format_getal(Decimal(str(round(value, 6))), 0 if self.step >= 1 else 1)

    @property
    def label_width(self) -> float:
        """The width of the widest tick label."""
        return max(text_width(self.label(tick)) for tick in self.ticks)

    def draw(self, left: float, right: float) -> str:
        """Tick lines and labels; the zero line darker than the others."""
        parts = []
        for tick in self.ticks:
            y = self.y(tick)
            zero = abs(tick) < self.step / 1000
            parts.append(line(left, y, right, y, stroke=QUIET if zero else RULE, width=1.5 if zero else 1, class_="nul" if zero else "as"))
            parts.append(text(left - 8, y + 5, self.label(tick), anchor="end", fill=INK))
        return "".join(parts)


def axis_for(values: Iterable[float], top: float, bottom: float, parts: int = 5) -> Axis:
    """An axis from zero (lower when there are negative values) over all values, with at most about `parts` round steps."""
    known = [*values, 0.0]
    low, high = min(known), max(known)
    span = (high - low) or 1.0
    rough = span / parts
    power = 10 ** floor(log10(rough))
    step = next(power * nice for nice in (1, 2, 2.5, 5, 10) if power * nice >= rough)
    first = -step * -(low // step) if low < 0 else 0.0
    last = step * -(-high // step) or step
    return Axis(first, last, step, top, bottom)
