# SPDX-License-Identifier: EUPL-1.2
"""Linear forms and ratios added, multiplied and bounded, for every factor that takes its own way."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import inf

import pytest

from standrapport.core.formula import Linear, Ratio
from standrapport.core.formula.linear import ONE
from standrapport.core.model import EVERYTHING, FigureKey, Interval

A, B, C = (FigureKey(f"t.{letter}", 2021) for letter in "abc")
FACTORS = [Fraction(one) for one in ("1", "-1", "2", "-2", "1/2", "-1/3", "0", "10")]
POINT = {A: Fraction(3), B: Fraction(-5), C: Fraction(7, 2)}


def linear(constant: str = "0", **weights: str) -> Linear:
    """A form over t.a, t.b and t.c."""
    named = {FigureKey(f"t.{name}", 2021): Fraction(one) for name, one in weights.items()}
    return Linear(named, Fraction(constant))


FORMS = [
    linear(), linear("3"), linear(a="1"), linear("-2", a="2", b="-1"), linear("1/2", b="1", c="-3/4"),
    linear("5", a="-1", b="1/3", c="1"),
]  # fmt: skip


@pytest.mark.parametrize("factor", FACTORS, ids=str)
@pytest.mark.parametrize("one", FORMS, ids=range(len(FORMS)))
def test_a_form_times_a_number_and_added(one: Linear, factor: Fraction) -> None:
    """Has that value at every point, and no weight of nothing."""
    assert one.times(factor).value(POINT) == factor * one.value(POINT)
    for other in FORMS:
        found = other.plus(one, factor)
        assert found.value(POINT) == other.value(POINT) + factor * one.value(POINT)
        assert all(found.weights.values())
    assert one.plus(one, Fraction(-1)) == Linear()
    assert one.plus(Linear()) == Linear().plus(one) == one
    assert one.is_constant is (not one.weights)


BOX = {A: Interval(Fraction(1), Fraction(4)), B: Interval(Fraction(-2), Fraction(3)), C: Interval(Fraction(5), Fraction(5))}  # fmt: skip


@pytest.mark.parametrize("one", FORMS, ids=range(len(FORMS)))
def test_the_range_of_a_form_is_that_of_the_corners(one: Linear) -> None:
    ends = [[Fraction(BOX[name].low), Fraction(BOX[name].high)] for name in (A, B, C)]
    points = (dict(zip((A, B, C), corner, strict=True)) for corner in product(*ends))
    corners = [one.value(point) for point in points]
    assert one.range(BOX) == Interval(min(corners), max(corners))
    assert Ratio(one).range(BOX) == one.range(BOX)
    assert Ratio(one, linear("-4")).range(BOX) == one.times(Fraction(-1, 4)).range(BOX)


@pytest.mark.parametrize(
    ("one", "bounds", "low", "high"),
    [
        (linear("3", a="1"), (1, inf), 4, inf), (linear("3", a="-1"), (1, inf), -inf, 2),
        (linear("3", a="2"), (-inf, 1), -inf, 5), (linear("3", a="-2"), (-inf, 1), 1, inf),
        (linear("3", a="-1/2"), (-inf, inf), -inf, inf), (linear("3"), (-inf, inf), 3, 3),
    ],
)  # fmt: skip
def test_an_end_that_is_endless(
    one: Linear, bounds: tuple[float, float], low: float, high: float
) -> None:
    """On the side that the weight sends it to."""
    box = {A: Interval(*(end if abs(end) == inf else Fraction(end) for end in bounds))}
    found = one.range(box)
    assert (found.low, found.high) == (low, high)


def value(ratio: Ratio) -> Fraction:
    """What a ratio is at the point."""
    return ratio.over.value(POINT) / ratio.under.value(POINT)


PLAIN, CONSTANT = Ratio(linear("1", a="2")), Ratio(linear("3"), linear("-2"))
SHARE, SAME_UNDER = Ratio(linear(a="1"), linear(a="1", b="1")), Ratio(linear(b="2"), linear(a="1", b="1"))  # fmt: skip
OTHER, UPSIDE = Ratio(linear(c="1"), linear("1", b="1")), Ratio(linear(a="1", b="1"), linear(c="2"))


@pytest.mark.parametrize(
    ("one", "other", "sums", "multiplies"),
    [
        (PLAIN, PLAIN, True, False), (PLAIN, CONSTANT, True, True), (CONSTANT, PLAIN, True, True),
        (CONSTANT, CONSTANT, True, True), (SHARE, SAME_UNDER, True, False), (SHARE, CONSTANT, True, True),
        (CONSTANT, SHARE, True, True), (SHARE, PLAIN, False, False), (PLAIN, SHARE, False, False),
        (SHARE, OTHER, False, False), (SHARE, UPSIDE, False, True), (UPSIDE, SHARE, False, True),
        (Ratio(linear(a="1"), linear("2")), Ratio(linear(b="1"), linear("3")), True, False),
    ],
)  # fmt: skip
def test_ratios_taken_together(one: Ratio, other: Ratio, sums: bool, multiplies: bool) -> None:
    """Where that is a ratio of linear forms again, it is the right one."""
    for factor in FACTORS:
        added = one.plus(other, factor)
        assert (added is not None) is sums
        assert added is None or value(added) == value(one) + factor * value(other)
    times = one.times(other)
    assert (times is not None) is multiplies
    assert times is None or value(times) == value(one) * value(other)
    assert value(one.inverse()) == 1 / value(one)


@pytest.mark.parametrize(
    ("ratio", "plain"),
    [
        (PLAIN, linear("1", a="2")), (CONSTANT, linear("-3/2")), (SHARE, None),
        (Ratio(linear(a="1"), Linear()), None), (Ratio(linear(a="4"), linear("2")), linear(a="2")),
        (Ratio(Linear()), Linear()),
    ],
)  # fmt: skip
def test_a_ratio_that_is_linear(ratio: Ratio, plain: Linear | None) -> None:
    """When nothing but a number stands below the line, and that is not nothing."""
    assert ratio.linear == plain
    assert Ratio(linear(a="1")).under == ONE


HALVES, LESS = Ratio(linear(a="1"), linear(a="1/2", b="1/2")), Ratio(linear(a="1", b="-1"), linear(a="1", b="1"))  # fmt: skip


def span(low: float | Fraction, high: float | Fraction) -> Interval:
    """An interval; an infinity stays one."""
    return Interval(*(end if abs(end) == inf else Fraction(end) for end in (low, high)))


@pytest.mark.parametrize(
    ("ratio", "a", "b", "expected"),
    [
        # A share of known parts is exact, also with both below zero.
        (SHARE, span(1, 2), span(3, 4), Interval(Fraction(1, 5), Fraction(2, 5))),
        (SHARE, span(-2, -1), span(-4, -3), Interval(Fraction(1, 5), Fraction(2, 5))),
        (SHARE, span(1, 1), span(3, 3), Interval(Fraction(1, 4), Fraction(1, 4))),
        # From nothing on: between nothing and the whole; below nothing anything goes.
        (SHARE, span(0, 2), span(0, 4), span(0, 1)), (SHARE, span(0, inf), span(1, inf), span(0, 1)),
        (SHARE, span(-1, 2), span(1, 4), EVERYTHING), (SHARE, span(0, 1), span(-1, 1), EVERYTHING),
        (SHARE, span(1, inf), span(2, 3), span(0, 1)),
        (HALVES, span(0, inf), span(1, inf), span(0, 2)), (LESS, span(0, 2), span(1, inf), span(-inf, 1)),
        # Another sum below: as large as it may be.
        (OTHER, span(0, 0), span(-1, 1), span(0, inf)), (OTHER, span(0, 0), span(0, 1), span(Fraction(5, 2), 5)),
        (OTHER, span(0, 0), span(0, inf), span(0, 5)), (OTHER, span(0, 0), span(-3, -2), span(-5, Fraction(-5, 2))),
        (OTHER, span(0, 0), span(-inf, -2), span(-5, 0)), (OTHER, span(0, 0), span(-2, 1), EVERYTHING),
    ],
)  # fmt: skip
def test_the_range_of_a_ratio(ratio: Ratio, a: Interval, b: Interval, expected: Interval) -> None:
    assert ratio.range({A: a, B: b, C: span(5, 5)}) == expected
