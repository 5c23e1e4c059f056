# SPDX-License-Identifier: EUPL-1.2
"""Intervals: never too narrow, never wider than the values they hold, infinities included."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import inf
from typing import Any

import pytest
from hypothesis import given, strategies as st

from standrapport.core.model import EVERYTHING, NOT_NEGATIVE, Interval
from standrapport.core.model.interval import Bound, bound

SPANS = st.tuples(st.integers(-30, 30), st.integers(0, 12)).map(lambda pair: span(*pair))


def span(low: int, width: int) -> Interval:
    """From `low`, `width` further."""
    return Interval(Fraction(low), Fraction(low + width))


def holds(low: float, high: float) -> Interval:
    """From whole numbers or infinities."""
    return Interval(bound(low), bound(high))


def inside(interval: Interval) -> list[Fraction]:
    """The whole numbers and the ends of a bounded interval."""
    return [Fraction(value) for value in range(int(interval.low), int(interval.high) + 1)]


@pytest.mark.parametrize("combine", [operator.add, operator.sub, operator.mul])
@given(a=SPANS, b=SPANS)
def test_arithmetic_is_exact(combine: Callable[..., Any], a: Interval, b: Interval) -> None:
    """The result runs from the least to the greatest of all pairs of values, and no further."""
    values = [combine(x, y) for x, y in product(inside(a), inside(b))]
    assert combine(a, b) == Interval(min(values), max(values))


@given(SPANS, SPANS)
def test_a_quotient_is_exact_unless_the_divisor_can_be_zero(a: Interval, b: Interval) -> None:
    """A divisor that touches zero, with either end, leaves everything possible."""
    if b.low <= 0 <= b.high:
        assert a / b == EVERYTHING
    else:
        values = [x / y for x, y in product(inside(a), inside(b))]
        assert a / b == Interval(min(values), max(values))


@given(SPANS)
def test_sign_and_size(a: Interval) -> None:
    """Minus turns the ends around; the size runs from the value nearest to zero."""
    assert -a == Interval(min(-x for x in inside(a)), max(-x for x in inside(a)))
    assert abs(a) == Interval(min(map(abs, inside(a))), max(map(abs, inside(a))))


@given(SPANS, SPANS)
def test_common_values_and_the_smallest_around_both(a: Interval, b: Interval) -> None:
    """Intersection holds what both hold, None when that is nothing; the hull holds both."""
    both = sorted(set(inside(a)) & set(inside(b)))
    assert a.intersect(b) == (Interval(both[0], both[-1]) if both else None)
    either = [*inside(a), *inside(b)]
    assert a.hull(b) == Interval(min(either), max(either))


@given(SPANS, st.integers(-40, 40))
def test_a_value_is_in_it_or_not(a: Interval, value: int) -> None:
    """Both ends belong to it; decimals and fractions count as the number they are."""
    assert (value in a) == (value in inside(a))
    assert (Decimal(value) in a) == (Fraction(value) in a) == (value in a)


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (NOT_NEGATIVE * holds(0, 0), holds(0, 0)),
        (holds(0, 0) * EVERYTHING, holds(0, 0)),
        (NOT_NEGATIVE * holds(-2, 3), EVERYTHING),
        (NOT_NEGATIVE * holds(2, 3), NOT_NEGATIVE),
        (NOT_NEGATIVE + holds(5, 6), holds(5, inf)),
        (holds(5, 6) - NOT_NEGATIVE, holds(-inf, 6)),
        (holds(6, 12) / holds(2, inf), holds(0, 6)),
        (holds(6, 12) / holds(-inf, -2), holds(-6, 0)),
        (holds(6, 12) / holds(0, 3), EVERYTHING),
        (holds(6, 12) / holds(-3, 0), EVERYTHING),
        (abs(holds(-inf, 3)), NOT_NEGATIVE),
        (abs(holds(-7, 3)), holds(0, 7)),
        (abs(holds(-3, 0)), holds(0, 3)),
        (-NOT_NEGATIVE, holds(-inf, 0)),
        (EVERYTHING.intersect(holds(1, 2)), holds(1, 2)),
        (holds(1, 2).intersect(holds(2, 3)), holds(2, 2)),
        (NOT_NEGATIVE.hull(holds(-1, 0)), holds(-1, inf)),
    ],
)
def test_without_bounds(result: Interval, expected: Interval) -> None:
    """An end that is infinite stays so, and none of an unlimited amount is still none."""
    assert result == expected


def test_only_an_infinity_is_a_float() -> None:
    """What is divided by something endless is exactly nothing."""
    for found in (holds(6, 12) / holds(2, inf), holds(6, 12) / holds(-inf, -2)):
        assert [type(end) for end in (found.low, found.high)] == [Fraction, Fraction]


def test_a_point_is_one_value() -> None:
    """Whatever kind of number it is made of."""
    for value in (3, Decimal(3), Fraction(3)):
        assert Interval.point(value) == holds(3, 3)
    assert Interval.point(Decimal("0.1")).low == Fraction(1, 10)


def test_the_wrong_way_round_is_refused() -> None:
    """An interval that holds nothing is a mistake of the caller."""
    with pytest.raises(ValueError, match="empty interval: 4 > 3"):
        holds(4, 3)


@pytest.mark.parametrize(
    ("number", "expected"),
    [(Decimal("0.1"), Fraction(1, 10)), (7, Fraction(7)), (inf, inf), (-inf, -inf)],
)
def test_a_bound_is_exact(number: Decimal | float, expected: Bound) -> None:
    """A number becomes a fraction, so that nothing is lost; an infinity stays what it is."""
    found = bound(number)
    assert found == expected
    assert isinstance(found, Fraction) or found in (inf, -inf)
