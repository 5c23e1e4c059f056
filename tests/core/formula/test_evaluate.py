# SPDX-License-Identifier: EUPL-1.2
"""Formulas worked out on printed values, and on everything the printed values can stand for."""

from __future__ import annotations

import random
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings, strategies as st

from standrapport.core.formula import (
    FormulaError,
    Names,
    Node,
    as_ratio,
    box_of,
    ground,
    leaves,
    parse_formula,
    parse_rule,
    printed_value,
    range_of,
    value_of,
)
from standrapport.core.formula.nodes import Call, Leaf, Operation, SumKeys, Year
from standrapport.core.model import EVERYTHING, NOT_NEGATIVE, Figure, FigureKey, Interval
from tests.core.invented import by_name, figure

NAMES = Names({f"t.{letter}": None for letter in "abcd"}, {}, lambda _table, _year: ())


def grounded(text: str) -> Node:
    """A formula over t.a to t.d in 2021."""
    return ground(parse_formula(text), NAMES, 2021)


def cells(**values: float | str | None) -> Mapping[FigureKey, Figure]:
    """Cells t.a, t.b and so on of 2021."""
    return by_name(*(figure(f"t.{name}", 2021, value) for name, value in values.items()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("t.a + t.b", 13),
        ("t.a - t.b", 7),
        ("t.a * t.b", 30),
        ("t.a / t.b", Fraction(10, 3)),
        ("-t.a", -10),
        ("100 * t.b / (t.a + t.b)", Fraction(300, 13)),
        ("min(t.a, t.b, 4)", 3),
        ("max(t.a, t.b, 4)", 10),
        ("abs(t.b - t.a)", 7),
        ("som(t.a, t.b, t.b)", 16),
        ("jaar - 1", 2020),
        ("1.5 * t.a", 15),
        # What does not apply counts as nothing, also below the line.
        ("t.a + t.c", 10),
        ("t.a / t.c", None),
        ("t.a / (t.b - 3)", None),
        # One unknown makes the whole unknown.
        ("t.a + t.d", None),
        ("-t.d", None),
        ("som(t.a, t.d)", None),
        ("min(t.a, t.d)", None),
        ("abs(t.d)", None),
    ],
)
def test_on_printed_values(text: str, expected: Fraction | None) -> None:
    """Exact fractions; None where a figure has no value or a divisor is zero."""
    assert value_of(grounded(text), cells(a=10, b=3, c="n.v.t.", d=None)) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (None, None),
        (figure("t.a", 2021, 54.2), Fraction(542, 10)),
        (figure("t.a", 2021, 0), 0),
        (figure("t.a", 2021, "n.v.t."), 0),
        (figure("t.a", 2021, "<5"), None),
        (figure("t.a", 2021, None), None),
    ],
)
def test_what_a_cell_counts_as(cell: Figure | None, expected: Fraction | None) -> None:
    """Its number; nothing where it does not apply; no number where none is printed."""
    assert printed_value(cell) == expected


def test_a_sum_of_no_keys_is_nothing_and_a_least_of_nothing_unknown() -> None:
    """Only a sum has an answer when there is nothing to add."""
    assert value_of(Call("som", ()), {}) == 0
    assert value_of(Call("min", ()), {}) is None


@pytest.mark.parametrize("node", [SumKeys(parse_formula("t.a")), Year()])  # type: ignore[arg-type]
def test_only_grounded_formulas_have_a_value(node: Node) -> None:
    """A formula that was not worked out for a year is a mistake of the caller."""
    with pytest.raises(FormulaError, match="nog niet uitgewerkt voor een jaar"):
        value_of(node, {})
    assert range_of(node, {}) == EVERYTHING


def test_a_comparison_has_no_value() -> None:
    """Neither a value nor a range."""
    rule = ground(parse_rule("t.a == t.b"), NAMES, 2021)
    with pytest.raises(FormulaError, match="een vergelijking heeft geen waarde"):
        range_of(rule, {})


def test_the_box_of_a_formula() -> None:
    """The interval of each figure once; what was never delivered can be anything, or what the
    caller says.
    """
    node = grounded("t.a + t.b + t.a")
    held = by_name(figure("t.a", 2021, 30, rounding=Decimal(10)))
    a, b = FigureKey("t.a", 2021), FigureKey("t.b", 2021)
    assert box_of(node, held) == {a: held[a].interval, b: EVERYTHING}
    assert box_of(node, held, NOT_NEGATIVE) == {a: held[a].interval, b: NOT_NEGATIVE}


EXACT = [
    "t.a + 2 * t.b - t.c",
    "-(t.a - t.b) + 3",
    "som(t.a, t.b, -t.c)",
    "100 * t.a / (t.a + t.b)",
    "100 * (t.a - t.b) / (t.a + t.b)",
    "t.a / (t.b + 1) + 2",
    "5 - t.a / (t.b + 1)",
    "(t.a + t.b) * 3 / 7",
    "t.a / t.b * t.b",
    "(t.a - t.b) / (0 - 5 - t.c)",
    "t.a / (t.b + 2) - t.c / (t.b + 2)",
    "min(t.a, t.b)",
    "max(t.a - t.b, t.c)",
    "abs(t.a - t.b)",
    "som(abs(t.a - t.b), t.c)",
    "abs(t.a - t.b) + t.c",
    "abs(t.a - 5) - t.c",
    "abs(t.a - 5) * t.c",
    "abs(t.a - 5) / (t.c + 1)",
    "-abs(t.a - t.b)",
    "t.a * t.b",
]
WIDE = [
    "100 * t.a / (t.a - t.b)",
    "100 * (t.a - t.b) / (t.a + t.b)",
    "-t.a / (t.a + t.b)",
    "(t.a + t.b) / (t.a + t.c)",
    "t.a / (t.a + t.b + 1)",
    "(t.a + 1) / (t.a + t.b)",
    "(2 * t.a + 3 * t.b) / (t.a + 2 * t.b + t.c)",
]
OUTER = ["t.a * t.b - t.a", "max(t.a, t.b) - t.a", "t.a / (t.b + 1) - t.b / (t.c + 1)"]
POSITIVE = st.tuples(st.integers(1, 12), st.integers(0, 4)).map(lambda pair: (pair[0], sum(pair)))
SPANS = st.one_of(POSITIVE, st.integers(0, 4).map(lambda high: (0, high)))


def true_values(node: Node, spans: Mapping[str, tuple[int, int]]) -> list[Fraction]:
    """The values of a formula for every choice of whole numbers, where it has one."""
    names = leaves(node)
    ranges = [range(low, high + 1) for low, high in (spans[one.ref[-1]] for one in names)]
    found = []
    for choice in product(*ranges):
        point = {
            name: figure(name.ref, 2021, value) for name, value in zip(names, choice, strict=True)
        }
        value = value_of(node, point)
        if value is not None:
            found.append(value)
    return found


def box(spans: Mapping[str, tuple[int, int]]) -> dict[FigureKey, Interval]:
    """The same spans as intervals."""
    return {
        FigureKey(f"t.{name}", 2021): Interval(Fraction(low), Fraction(high))
        for name, (low, high) in spans.items()
    }


@pytest.mark.parametrize("text", EXACT)
@settings(max_examples=25)
@given(a=POSITIVE, b=POSITIVE, c=POSITIVE)
def test_a_range_is_exactly_that_of_the_true_values(
    text: str, a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]
) -> None:
    """Brute force over all whole numbers the figures can be: the ends are reached, none lies
    beyond.
    """
    node, spans = grounded(text), {"a": a, "b": b, "c": c}
    found = range_of(node, box(spans))
    values = true_values(node, spans)
    assert found == Interval(min(values), max(values))


@pytest.mark.parametrize("text", [*EXACT, *WIDE, *OUTER])
@settings(max_examples=25)
@given(a=SPANS, b=SPANS, c=SPANS)
def test_a_range_is_never_too_narrow(
    text: str, a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]
) -> None:
    """Whatever the form, no true value lies outside."""
    node, spans = grounded(text), {"a": a, "b": b, "c": c}
    found = range_of(node, box(spans))
    assert all(value in found for value in true_values(node, spans))


@pytest.mark.parametrize("seed", range(60))
def test_a_random_formula_stays_within_its_range(seed: int) -> None:
    """Formulas of every shape, over figures that may also be unlimited."""
    chance = random.Random(seed)  # noqa: S311 - invented formulas
    node = _random(chance, 4)
    names = leaves(node)
    low = {name: chance.randint(0, 5) for name in names}
    unlimited = {name for name in names if chance.random() < 0.3}
    bounds = {
        name: Interval(
            Fraction(low[name]), NOT_NEGATIVE.high if name in unlimited else Fraction(low[name] + 3)
        )
        for name in names
    }
    found = range_of(node, bounds)
    for _ in range(50):
        point = by_name(
            *(
                figure(
                    name.ref, 2021, low[name] + chance.randint(0, 900 if name in unlimited else 3)
                )
                for name in names
            )
        )
        value = value_of(node, point)
        assert value is None or value in found


def _random(chance: random.Random, depth: int) -> Node:
    if depth == 0 or chance.random() < 0.2:
        return Leaf(FigureKey(f"t.{chance.choice('abcd')}", 2021))
    if chance.random() < 0.2:
        function = chance.choice(["som", "min", "max"])
        return Call(function, (_random(chance, depth - 1), _random(chance, depth - 1)))
    operator = chance.choice("+-*/")
    return Operation(operator, _random(chance, depth - 1), _random(chance, depth - 1))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", OUTER)
def test_some_formulas_have_no_ratio_form(text: str) -> None:
    """For those the range is only an outer one."""
    assert as_ratio(grounded(text)) is None
