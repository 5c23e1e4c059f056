# SPDX-License-Identifier: EUPL-1.2
"""What a subject was in a year, and what can be computed from such values, as intervals."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ....core.frozen import dataclass
from ....core.model import Figure, FigureKey, Figures, Kind, figure_of, keys_in, years_of
from ..reading.mention import Unit
from .names import Subject, scaled
from .quiet import measures

# what is told in these is no count: '7 van 10'
_GRADES = frozenset({"punt", "punten", "cijfer", "cijfers", "rapportcijfer", "index"})


@dataclass(frozen=True)
class PrintedValue:
    """A value as printed, with the least and most that may lie behind it."""

    value: Fraction
    low: Fraction
    high: Fraction

    def __sub__(self, other: PrintedValue) -> PrintedValue:
        return PrintedValue(self.value - other.value, self.low - other.high, self.high - other.low)

    def __add__(self, other: PrintedValue) -> PrintedValue:
        return PrintedValue(self.value + other.value, self.low + other.low, self.high + other.high)

    def per(self, other: PrintedValue, times: int = 1) -> PrintedValue | None:
        """The quotient with another, so many times; None when the other may be nothing."""
        if other.low <= 0 or other.value == 0:
            return None
        return PrintedValue(
            times * self.value / other.value,
            times * self.low / other.high,
            times * self.high / other.low,
        )

    @property
    def size(self) -> PrintedValue:
        """Without its sign."""
        if self.value >= 0:
            return self
        return PrintedValue(-self.value, -self.high, -self.low)


class Known:
    """The values of subjects per year."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.years = sorted(years_of(figures))
        self._found: dict[tuple[int, int], PrintedValue | None] = {}
        self.sums: dict[str, list[tuple[Subject, frozenset[int]]]] = {}  # per table

    def figure(self, subject: Subject, year: int) -> Figure:
        """The figure of a subject in a year."""
        return figure_of(self.figures, subject.ref, year, subject.key)

    def value(self, subject: Subject, year: int) -> PrintedValue | None:
        """What a subject was in a year, as text says it; None when that is not known."""
        place = (subject.number, year)
        if place not in self._found:
            self._found[place] = self._value(subject, year)
        return self._found[place]

    def value_of(self, name: FigureKey, subject: Subject) -> PrintedValue | None:
        """What one figure of a subject is, also one that stands beside a year."""
        return (
            _of(figure_of(self.figures, *name), subject)
            if name.beside
            else self.value(subject, name.year)
        )

    def _value(self, subject: Subject, year: int) -> PrintedValue | None:
        if not subject.summed:
            return _of(self.figure(subject, year), subject)
        names = [
            FigureKey(subject.ref, year, key) for key in keys_in(self.figures, subject.ref, year)
        ]
        values = [_of(self.figures[name], subject) for name in names]
        known = [one for one in values if one is not None]
        return summed(known) if known and len(known) == len(values) else None


def _of(figure: Figure, subject: Subject) -> PrintedValue | None:
    if figure.kind is not Kind.VALUE or figure.value is None:
        return None
    bounds = figure.interval
    value = scaled(Fraction(figure.value), subject)
    if _counts_whole(figure, subject):
        return PrintedValue(value, value, value)
    low = value if isinstance(bounds.low, float) else scaled(bounds.low, subject)
    high = value if isinstance(bounds.high, float) else scaled(bounds.high, subject)
    if figure.derived:
        return PrintedValue(value, low, high)  # '50,9 procent' is not said by a printed 51
    return PrintedValue(value, min(low, value), max(high, value))


def _counts_whole(figure: Figure, subject: Subject) -> bool:
    """Whether a figure counts things one by one: nobody is half a person, so that no rounding
    explains 8 where 9 is left.
    """
    if figure.rounding != 1 or figure.derived or subject.unit is not Unit.COUNT:
        return False
    return not (measures() | _GRADES).intersection(subject.unit_name.lower().split())


def exactly(many: int) -> PrintedValue:
    """A value that is known."""
    return PrintedValue(Fraction(many), Fraction(many), Fraction(many))


def without(values: Sequence[PrintedValue]) -> PrintedValue:
    """What is left of the first value without the others."""
    left = values[0]
    for one in values[1:]:
        left = left - one
    return left


def overlap(one: PrintedValue | None, other: PrintedValue | None) -> bool:
    """Whether two values may be the same; what is not known may be anything."""
    return one is None or other is None or (one.low <= other.high and other.low <= one.high)


def summed(values: Sequence[PrintedValue]) -> PrintedValue:
    """All values together."""
    total = values[0]
    for one in values[1:]:
        total = total + one
    return total
