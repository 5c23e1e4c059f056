# SPDX-License-Identifier: EUPL-1.2
"""Linear and ratio forms: what a formula becomes, and the bounds of a share with unknown parts."""

from __future__ import annotations

from fractions import Fraction
from math import inf

import pytest

from standrapport.core.formula import Linear, Names, Node, Ratio, as_ratio, ground, parse_formula
from standrapport.core.formula.linear import ONE
from standrapport.core.model import EVERYTHING, FigureKey, Interval

NAMES = Names({f"t.{letter}": None for letter in "abcd"}, {}, lambda _table, _year: ())
A, B, C = (FigureKey(f"t.{letter}", 2021) for letter in "abc")


def grounded(text: str) -> Node:
    """A formula over t.a to t.d in 2021."""
    return ground(parse_formula(text), NAMES, 2021)


def form(text: str) -> Ratio:
    """The ratio form of a formula that has one."""
    found = as_ratio(grounded(text))
    assert found is not None
    return found


def linear(constant: int = 0, **weights: int) -> Linear:
    """A linear form over t.a, t.b and so on."""
    named = {FigureKey(f"t.{name}", 2021): Fraction(weight) for name, weight in weights.items()}
    return Linear(named, Fraction(constant))


def spans(**ends: tuple[float, float]) -> dict[FigureKey, Interval]:
    """Intervals by letter; an infinity stays one."""
    return {
        FigureKey(f"t.{name}", 2021): Interval(
            *(end if end in (inf, -inf) else Fraction(end) for end in pair)
        )
        for name, pair in ends.items()
    }


@pytest.mark.parametrize(
    ("text", "over", "under"),
    [
        ("t.a + 2 * t.b - 3", linear(-3, a=1, b=2), ONE),
        ("t.a - t.a", linear(), ONE),
        ("t.a - 0 * t.b", linear(a=1), ONE),
        ("-(t.a - t.b)", linear(a=-1, b=1), ONE),
        ("som(t.a, t.b, 5)", linear(5, a=1, b=1), ONE),
        ("2 * (t.a + 3) * 4", linear(24, a=8), ONE),
        ("t.a / (t.a + t.b)", linear(a=1), linear(a=1, b=1)),
        ("100 * t.a / t.b", linear(a=100), linear(b=1)),
        # A constant beside a ratio goes above its line.
        ("t.a / t.b + 2", linear(a=1, b=2), linear(b=1)),
        ("2 - t.a / t.b", linear(a=-1, b=2), linear(b=1)),
        ("t.a / t.b - t.c / t.b", linear(a=1, c=-1), linear(b=1)),
        ("-(t.a / t.b)", linear(a=-1), linear(b=1)),
        # A factor that stands above and below falls away.
        ("t.a / t.b * t.b", linear(a=1), ONE),
        ("t.b * (t.a / t.b)", linear(a=1), ONE),
        ("t.a / t.b / (t.c / t.b)", linear(a=1), linear(c=1)),
        ("12 / (t.a / t.b)", linear(b=12), linear(a=1)),
    ],
)
def test_the_form_of_a_formula(text: str, over: Linear, under: Linear) -> None:
    """Like figures taken together, weights of nothing left out."""
    found = form(text)
    assert (found.over, found.under) == (over, under)


def test_a_form_without_divisor_is_linear() -> None:
    """Divided by a number it still is; divided by a figure, or by nothing, it is not."""
    assert form("(t.a + t.b) / 4").linear == Linear({A: Fraction(1, 4), B: Fraction(1, 4)})
    assert form("t.a + 3").linear == linear(3, a=1)
    assert form("t.a / t.b").linear is None
    assert Ratio(linear(a=1), linear()).linear is None
    assert linear(3).is_constant
    assert not linear(3, a=1).is_constant


@pytest.mark.parametrize(
    "text",
    [
        "t.a * t.b",
        "t.a / t.b + t.c",
        "t.a / t.b - t.c / t.a",
        "t.a / t.b * t.c",
        "min(t.a, t.b)",
        "-abs(t.a)",
        "abs(t.a) + t.b",
        "t.b - max(t.a, 3)",
        "som(t.a, min(t.a, t.b))",
        "som(min(t.a, t.b), t.a)",
        "som(t.a / t.b, t.c, t.a)",
        "t.a / 0",
        "t.a / (t.b - t.b)",
    ],
)
def test_what_is_no_ratio_of_linear_forms(text: str) -> None:
    """Products of figures, sums with two divisors, choices, and division by nothing."""
    assert as_ratio(grounded(text)) is None


def test_the_value_at_a_point() -> None:
    """Weights times values, plus the constant."""
    assert linear(5, a=2, b=-1).value({A: Fraction(10), B: Fraction(3)}) == 22
    assert linear(5).value({}) == 5


@pytest.mark.parametrize(
    ("text", "known", "low", "high"),
    [
        # A part that is unknown leaves a share between nothing and the whole.
        ("100 * t.a / (t.a + t.b)", {"a": (0, inf), "b": (0, inf)}, 0, 100),
        ("100 * t.a / (t.a + t.b)", {"a": (0, 4), "b": (0, inf)}, 0, 100),
        ("100 * t.a / (t.a + t.b)", {"a": (5, 15), "b": (0, inf)}, 0, 100),
        (
            "100 * (t.a + t.b) / (t.a + t.b + t.c)",
            {"a": (2, 4), "b": (0, inf), "c": (1, 2)},
            0,
            100,
        ),
        # The greatest of the factors counts.
        (
            "(2 * t.a + 9 * t.b) / (t.a + 3 * t.b + t.c)",
            {"a": (0, inf), "b": (0, 5), "c": (0, 5)},
            0,
            3,
        ),
        # A part that counts negatively adds nothing to the share.
        ("100 * (t.a - t.b) / (t.a + t.b)", {"a": (3, 5), "b": (0, 0)}, 100, 100),
        ("(0 - t.a) / (t.a + t.b)", {"a": (0, 0), "b": (0, inf)}, 0, 0),
        ("(0 - t.a) / (t.a + t.b)", {"a": (0, 0), "b": (1, inf)}, 0, 0),
        ("(t.a - t.b) / (t.a + t.b)", {"a": (3, inf), "b": (0, 0)}, 0, 1),
        # What stands above can be more than what stands below.
        ("t.a / (t.a - t.b)", {"a": (5, 10), "b": (0, 5)}, 0, inf),
        ("t.a / (t.b + t.c)", {"a": (0, 10), "b": (0, 5), "c": (0, 5)}, 0, inf),
        ("(t.a + 1) / (t.a + t.b)", {"a": (0, 1), "b": (0, 1)}, 0, inf),
        ("t.a / (t.b + 1)", {"a": (6, 12), "b": (1, inf)}, 0, 6),
        ("t.a / (t.b + 1)", {"a": (6, inf), "b": (1, 2)}, 2, inf),
        ("t.a / (t.a + 1)", {"a": (1, inf)}, 0, inf),
        # Below nothing above, or a divisor that passes zero: nothing can be said.
        ("(t.a - t.b) / (t.a + t.b)", {"a": (0, 3), "b": (0, 4)}, -inf, inf),
        ("t.a / (t.b - 2)", {"a": (1, 3), "b": (1, 4)}, -inf, inf),
        ("t.a / (t.b - 2)", {"a": (1, 3), "b": (0, 2)}, -inf, inf),
        # The same with a divisor that is below zero throughout.
        ("t.a / (t.b - 9)", {"a": (2, 6), "b": (6, 7)}, -3, Fraction(-2, 3)),
        ("t.a / (t.b - 9)", {"a": (2, inf), "b": (6, 7)}, -inf, Fraction(-2, 3)),
        # One end of an interval without bounds is enough to be careful.
        ("t.a / (t.b + 1)", {"a": (-inf, 6), "b": (1, 2)}, -inf, 3),
    ],
)
def test_the_bounds_of_a_ratio(
    text: str, known: dict[str, tuple[float, float]], low: float, high: float
) -> None:
    """With unknown and suppressed parts."""
    assert form(text).range(spans(**known)) == spans(x=(low, high))[FigureKey("t.x", 2021)]


def test_a_sum_without_bounds() -> None:
    """What is unlimited makes the sum so on that side only."""
    assert form("t.a - t.b").range(spans(a=(1, inf), b=(2, 3))) == Interval(Fraction(-2), inf)
    assert form("t.a - 2 * t.b").range(spans(a=(1, 2), b=(2, inf))) == Interval(-inf, Fraction(-2))
    assert form("t.a / t.b").range(spans(a=(1, 2), b=(-1, 1))) == EVERYTHING
