# SPDX-License-Identifier: EUPL-1.2
"""Working a grounded formula out: on the printed values, and on the intervals they stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from operator import add, mul, sub, truediv
from typing import Any

from ..model import (
    EVERYTHING,
    Figure,
    FigureKey,
    Figures,
    Interval,
    Kind,
    expected_beside,
    figure_of,
)
from .linear import as_ratio
from .nodes import (
    Call,
    Compare,
    FormulaError,
    Leaf,
    Negative,
    Node,
    Number,
    Operation,
    Reference,
    leaves,
)


def printed_value(figure: Figure | None) -> Fraction | None:
    """The number a figure counts as in a formula on printed values: none when suppressed or
    unknown, 0 when it does not apply.
    """
    if figure is None:
        return None
    if figure.kind is Kind.NOT_APPLICABLE:
        return Fraction(0)
    return Fraction(figure.value) if figure.value is not None else None


def name_of(figures: Figures, one: Reference, year: int, key: str | None = None) -> FigureKey:
    """The name of the figure a reference means when it is worked out for `year`; `key` where it
    names none.
    """
    name = FigureKey(one.ref, one.in_year(year), one.key if one.key is not None else key)
    return expected_beside(figures, name, one.expected) if one.expected else name


def figure_meant(figures: Figures, one: Reference, year: int, key: str | None = None) -> Figure:
    """The figure a reference means when it is worked out for `year`; unknown when there is none."""
    return figure_of(figures, *name_of(figures, one, year, key))


def box_of(
    node: Node, figures: Figures, unknown: Interval = EVERYTHING
) -> dict[FigureKey, Interval]:
    """The interval of every figure in a grounded formula.

    A figure that was never delivered is `unknown`.
    """
    return {name: figures[name].interval if name in figures else unknown for name in leaves(node)}


def does_not_apply(node: Node, figures: Figures) -> bool:
    """Whether a formula has no outcome because what it names does not apply ('n.v.t.').

    In a sum such a figure counts for nothing; a sum of only such figures, or a product or share of
    one, does not apply itself.
    """
    match node:
        case Leaf(name):
            return name in figures and figures[name].kind is Kind.NOT_APPLICABLE
        case Negative(operand):
            return does_not_apply(operand, figures)
        case Operation("+" | "-", left, right):
            return does_not_apply(left, figures) and does_not_apply(right, figures)
        case Operation(_, left, right):
            return does_not_apply(left, figures) or does_not_apply(right, figures)
        case Call(_, arguments):
            return bool(arguments) and all(does_not_apply(one, figures) for one in arguments)
        case _:
            return False


def value_of(node: Node, figures: Figures) -> Fraction | None:
    """The value on printed figures; None when a figure has no value or a divisor is zero.

    Raises FormulaError for a formula that was not grounded.
    """
    match node:
        case Number(value):
            return value
        case Leaf(name):
            return printed_value(figures.get(name))
        case Negative(operand):
            inner = value_of(operand, figures)
            return None if inner is None else -inner
        case Operation(operator, left, right):
            first, second = value_of(left, figures), value_of(right, figures)
            if first is None or second is None or (operator == "/" and second == 0):
                return None
            worked_out: Fraction = _APPLY[operator](first, second)
            return worked_out
        case Call(function, arguments):
            return _called(function, [value_of(argument, figures) for argument in arguments])
        case _:
            raise FormulaError("deze formule is nog niet uitgewerkt voor een jaar")


def _called(function: str, values: Sequence[Fraction | None]) -> Fraction | None:
    """A function of values; None when one is not known, or there are none to choose from."""
    known = [value for value in values if value is not None]
    if len(known) < len(values) or (not known and function != "som"):
        return None
    return _FUNCTIONS[function](known)


_APPLY: dict[str, Callable[[Any, Any], Any]] = {"+": add, "-": sub, "*": mul, "/": truediv}
_FUNCTIONS: dict[str, Callable[[list[Fraction]], Fraction]] = {
    "som": lambda values: sum(values, Fraction(0)),
    "min": min,
    "max": max,
    "abs": lambda values: abs(values[0]),
}


def range_of(node: Node, box: Mapping[FigureKey, Interval]) -> Interval:
    """Every value the formula can have when each figure lies in its interval.

    Exact for linear and ratio forms; an outer bound (never too narrow) for products of figures,
    min, max and abs. Raises FormulaError for a comparison, which has no value.
    """
    ratio = as_ratio(node)
    if ratio is not None:
        return ratio.range(box)
    match node:
        case Negative(operand):
            return -range_of(operand, box)
        case Operation(operator, left, right):
            between: Interval = _APPLY[operator](range_of(left, box), range_of(right, box))
            return between
        case Call(function, arguments):
            return _FUNCTION_RANGES[function]([range_of(argument, box) for argument in arguments])
        case Compare():
            raise FormulaError("een vergelijking heeft geen waarde")
        case _:
            return EVERYTHING


_FUNCTION_RANGES: dict[str, Callable[[list[Interval]], Interval]] = {
    "som": lambda parts: sum(parts, Interval.point(0)),
    "min": lambda parts: Interval(min(p.low for p in parts), min(p.high for p in parts)),
    "max": lambda parts: Interval(max(p.low for p in parts), max(p.high for p in parts)),
    "abs": lambda parts: abs(parts[0]),
}
