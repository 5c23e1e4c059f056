# SPDX-License-Identifier: EUPL-1.2
"""Closed intervals: what a printed, rounded number says about the true one.

Interval arithmetic after R.E. Moore, *Interval Analysis* (1966); bounds are `Fraction` or an
infinity, so no bound is ever lost to binary rounding.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import inf

from ..frozen import dataclass

Bound = Fraction | float  # a float is only ever an infinity


def bound(value: Decimal | Fraction | float) -> Bound:
    """The exact bound for a number; infinities stay floats."""
    return value if isinstance(value, float) else Fraction(value)


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` up to and including `high`."""

    low: Bound
    high: Bound

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"empty interval: {self.low} > {self.high}")

    @classmethod
    def point(cls, value: Decimal | int | Fraction) -> Interval:
        """The interval that holds one value."""
        exact = Fraction(value)
        return cls(exact, exact)

    def __contains__(self, value: Decimal | Fraction | int) -> bool:
        return self.low <= Fraction(value) <= self.high

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low)

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        corners = [_times(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    def __truediv__(self, other: Interval) -> Interval:
        """Quotient; everything is possible when the divisor can be zero."""
        if other.low <= 0 <= other.high:
            return EVERYTHING
        return self * Interval(_inverse(other.high), _inverse(other.low))

    def intersect(self, other: Interval) -> Interval | None:
        """The values in both, or None when there are none."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Interval(low, high) if low <= high else None

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        return Interval(min(self.low, other.low), max(self.high, other.high))

    def __abs__(self) -> Interval:
        if self.low >= 0:
            return self
        if self.high <= 0:
            return -self
        return Interval(Fraction(0), max(-self.low, self.high))


def _times(a: Bound, b: Bound) -> Bound:
    """Product where zero times infinity is zero: an empty amount stays empty however often it is
    taken.
    """
    return Fraction(0) if a == 0 or b == 0 else a * b


def _inverse(value: Bound) -> Bound:
    return Fraction(0) if isinstance(value, float) else 1 / value


EVERYTHING = Interval(-inf, inf)
NOT_NEGATIVE = Interval(Fraction(0), inf)
