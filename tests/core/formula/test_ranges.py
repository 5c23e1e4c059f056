# SPDX-License-Identifier: EUPL-1.2
"""Exact ranges of formulas over intervals, checked against the corners of the box."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import inf

import pytest
from hypothesis import given, strategies as st

from standrapport.core.formula import Names, Node, as_ratio, ground, leaves, parse_formula, range_of
from standrapport.core.model import FigureKey, Interval

COLUMNS = {f"t.{letter}": None for letter in "abcd"}
NAMES = Names(COLUMNS, {}, lambda _table, _year: ())


def grounded(text: str) -> Node:
    """A formula over t.a .. t.d in 2021."""
    return ground(parse_formula(text), NAMES, 2021)


def box(**bounds: tuple[int, int]) -> dict[FigureKey, Interval]:
    """Intervals by letter."""
    return {
        FigureKey(f"t.{name}", 2021): Interval(Fraction(low), Fraction(high))
        for name, (low, high) in bounds.items()
    }


def test_a_figure_on_both_sides_loses_nothing() -> None:
    """A - a is zero whatever a is: no dependency loss."""
    assert range_of(grounded("t.a - t.a"), box(a=(0, 10))) == Interval.point(0)
    assert range_of(grounded("t.a + t.b - t.a"), box(a=(0, 10), b=(3, 4))) == Interval(
        Fraction(3), Fraction(4)
    )


def test_a_share_lies_between_its_exact_bounds() -> None:
    """100 a / (a + b): least where a is least and b greatest."""
    share = range_of(grounded("100 * t.a / (t.a + t.b)"), box(a=(755, 765), b=(125, 135)))
    assert share == Interval(Fraction(75500, 890), Fraction(76500, 890))


def test_a_share_with_unknown_parts_stays_a_share() -> None:
    """An unknown part leaves a share between nothing and everything, not beyond."""
    bounds = {
        FigureKey("t.a", 2021): Interval(Fraction(5), Fraction(15)),
        FigureKey("t.b", 2021): Interval(Fraction(0), inf),
    }
    assert range_of(grounded("100 * t.a / (t.a + t.b)"), bounds).high == 100


def test_division_by_what_can_be_zero_says_nothing() -> None:
    """A divisor that can be zero leaves everything open."""
    assert range_of(grounded("t.a / (t.b - t.c)"), box(a=(1, 2), b=(0, 5), c=(1, 2))) == Interval(
        -inf, inf
    )


FORMULAS = [
    "t.a + 2 * t.b - t.c",
    "100 * t.a / (t.a + t.b)",
    "(t.a - t.b) / (t.c + t.d)",
    "(t.a + t.b) / (t.a + t.c + t.d) - 1",
]
SPANS = st.tuples(st.integers(1, 500), st.integers(0, 60)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)


@pytest.mark.parametrize("text", FORMULAS)
@given(a=SPANS, b=SPANS, c=SPANS, d=SPANS)
def test_range_is_that_of_the_corners(
    text: str, a: tuple[int, int], b: tuple[int, int], c: tuple[int, int], d: tuple[int, int]
) -> None:
    """A ratio of linear forms takes its least and greatest value in corners of the box.

    Ours must be exactly those.
    """
    node = grounded(text)
    bounds = box(a=a, b=b, c=c, d=d)
    ratio = as_ratio(node)
    assert ratio is not None
    names = leaves(node)
    corners = []
    for corner in product(*((bounds[name].low, bounds[name].high) for name in names)):
        point = {name: Fraction(value) for name, value in zip(names, corner, strict=True)}
        corners.append(ratio.over.value(point) / ratio.under.value(point))
    assert range_of(node, bounds) == Interval(min(corners), max(corners))
