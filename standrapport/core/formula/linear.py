# SPDX-License-Identifier: EUPL-1.2
"""Linear and ratio forms of a grounded formula, and their exact range over the box of what the
printed figures allow.

A form is (sum of coefficient x figure + constant) / (another such sum). A figure that stands twice
is one variable, so no width is lost to the dependency problem of plain interval arithmetic. The
range of a ratio is found with Dinkelbach's method (W. Dinkelbach, 'On nonlinear fractional
programming', Management Science 13, 1967); over a box each step is a sign test.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from fractions import Fraction
from math import inf, lcm
from operator import mul
from typing import TypeVar

from ..frozen import dataclass
from ..model import EVERYTHING, Bound, FigureKey, Interval
from .nodes import Call, Leaf, Negative, Node, Number, Operation

Box = Mapping[FigureKey, Interval]


Amount = TypeVar("Amount", Fraction, Bound)


def _product(factor: Fraction, value: Amount) -> Amount:
    """Factor times value; most weights are 1 or -1, and exact fractions are slow to multiply."""
    if factor == 1:
        return value
    return -value if factor == -1 else factor * value


class _Sum:
    """A sum of products, exact: terms with the same denominator are added as whole numbers, much
    faster than adding fractions one by one.
    """

    def __init__(self, start: Fraction) -> None:
        self._parts = {start.denominator: start.numerator}
        self._endless = 0.0

    def add(self, weight: Fraction, value: Bound) -> None:
        """One more term; an endless one makes the sum endless."""
        if isinstance(value, float):
            self._endless += value if weight > 0 else -value
            return
        below = value.denominator * weight.denominator
        above = value.numerator * weight.numerator
        self._parts[below] = self._parts.get(below, 0) + above

    def total(self) -> Bound:
        """The sum of all terms."""
        if self._endless:
            return self._endless
        below = lcm(*self._parts)
        return Fraction(sum(own * (below // part) for part, own in self._parts.items()), below)


@dataclass(frozen=True)
class Linear:
    """A weighted sum of figures plus a constant; coefficients are never zero."""

    weights: Mapping[FigureKey, Fraction] = field(default_factory=dict)
    constant: Fraction = Fraction(0)

    @property
    def is_constant(self) -> bool:
        """Whether no figure takes part."""
        return not self.weights

    def plus(self, other: Linear, factor: Fraction = Fraction(1)) -> Linear:
        """The sum plus `factor` times another."""
        weights = dict(self.weights)
        for name, weight in other.weights.items():
            own = weights.get(name)
            total = _product(factor, weight) if own is None else own + _product(factor, weight)
            if total:
                weights[name] = total
            else:
                weights.pop(name, None)
        return Linear(
            weights,
            self.constant + _product(factor, other.constant) if other.constant else self.constant,
        )

    def times(self, factor: Fraction) -> Linear:
        """Every weight and the constant multiplied by `factor`."""
        return Linear().plus(self, factor)

    def range(self, box: Box) -> Interval:
        """Exact least and greatest value over the box."""
        low, high = _Sum(self.constant), _Sum(self.constant)
        for name, weight in self.weights.items():
            bounds = box[name]
            first, second = (bounds.low, bounds.high) if weight > 0 else (bounds.high, bounds.low)
            low.add(weight, first)
            high.add(weight, second)
        return Interval(low.total(), high.total())

    def value(self, point: Mapping[FigureKey, Fraction]) -> Fraction:
        """The value at one point."""
        return sum((weight * point[name] for name, weight in self.weights.items()), self.constant)


_PLUS, _MINUS = Fraction(1), Fraction(-1)
ONE = Linear({}, _PLUS)


@dataclass(frozen=True)
class Ratio:
    """One linear form divided by another (by 1 for a plain linear form)."""

    over: Linear
    under: Linear = ONE

    @property
    def linear(self) -> Linear | None:
        """The linear form this is, when nothing but a constant stands under the line."""
        if self.under is ONE:
            return self.over
        if self.under.is_constant and self.under.constant:
            return self.over.times(1 / self.under.constant)
        return None

    def plus(self, other: Ratio, factor: Fraction) -> Ratio | None:
        """Sum of two ratios with the same divisor, or with a constant added.

        None when that is no ratio of linear forms.
        """
        if self.under is other.under or self.under == other.under:
            return Ratio(self.over.plus(other.over, factor), self.under)
        mine, theirs = self.linear, other.linear
        if theirs is not None and theirs.is_constant:
            return Ratio(self.over.plus(self.under, factor * theirs.constant), self.under)
        if mine is not None and mine.is_constant:
            return Ratio(other.under.times(mine.constant).plus(other.over, factor), other.under)
        if mine is not None and theirs is not None:
            return Ratio(mine.plus(theirs, factor))
        return None

    def times(self, other: Ratio) -> Ratio | None:
        """Product with a constant, or of two ratios of which a factor falls away."""
        for first, second in ((self, other), (other, self)):
            plain = first.linear
            if plain is not None and plain.is_constant:
                return Ratio(second.over.times(plain.constant), second.under)
            if first.over == second.under:
                return Ratio(second.over, first.under)
        return None

    def inverse(self) -> Ratio:
        """One divided by this ratio."""
        return Ratio(self.under, self.over)

    def range(self, box: Box) -> Interval:
        """Exact range over the box; everything when the divisor can be zero."""
        plain = self.linear
        if plain is not None:
            return plain.range(box)
        divisor = self.under.range(box)
        if divisor.low <= 0 <= divisor.high:
            return (
                EVERYTHING if not (divisor.low == 0 and self._same_sign(box)) else _from_zero(self)
            )
        ratio = (
            self
            if divisor.low > 0
            else Ratio(self.over.times(Fraction(-1)), self.under.times(Fraction(-1)))
        )
        if any(
            isinstance(edge, float)
            for name in _names(ratio)
            for edge in (box[name].low, box[name].high)
        ):
            return _coarse(ratio, box)
        return Interval(
            -_greatest(Ratio(ratio.over.times(Fraction(-1)), ratio.under), box),
            _greatest(ratio, box),
        )

    def _same_sign(self, box: Box) -> bool:
        return self.over.range(box).low >= 0


def _from_zero(ratio: Ratio) -> Interval:
    """A share with unknown parts: not negative, and at most the whole when every part above also
    stands below.
    """
    factor = _share_factor(ratio)
    return Interval(Fraction(0), factor if factor is not None else inf)


def _coarse(ratio: Ratio, box: Box) -> Interval:
    """Range when some figure is unbounded: plain interval division, narrowed to 'a part of the
    whole' where it is one.
    """
    wide = ratio.over.range(box) / ratio.under.range(box)
    factor = _share_factor(ratio)
    if factor is not None and ratio.over.range(box).low >= 0:
        return wide.intersect(Interval(Fraction(0), factor)) or wide
    return wide


def _names(ratio: Ratio) -> list[FigureKey]:
    return list({**ratio.over.weights, **ratio.under.weights})


def _share_factor(ratio: Ratio) -> Fraction | None:
    """K when over <= k * under for all non-negative figures, as in 100 * a / (a + b):
    then k = 100.

    Never below zero: a part that counts negatively adds nothing to what is above the line.
    """
    if ratio.over.constant or ratio.under.constant:
        return None
    if any(name not in ratio.under.weights for name in ratio.over.weights):
        return None
    if any(weight < 0 for weight in ratio.under.weights.values()):
        return None
    shares = [weight / ratio.under.weights[name] for name, weight in ratio.over.weights.items()]
    return max(Fraction(0), *shares)


def _greatest(ratio: Ratio, box: Box) -> Fraction:
    """Greatest value of a ratio with a positive divisor over a bounded box (Dinkelbach; finite,
    exact: in whole numbers, all weights and all bounds as so many of one small part).
    """
    names = _names(ratio)
    edges = [[Fraction(edge) for edge in (box[name].low, box[name].high)] for name in names]
    part = lcm(*(edge.denominator for both in edges for edge in both))
    low, high = ([_parts(both[side], part) for both in edges] for side in (0, 1))
    over, under = _whole(ratio, names, part)
    point, above, below = low, 0, 0
    while True:
        own = sum(map(mul, over, (*point, 1)))
        divisor = sum(map(mul, under, (*point, 1)))
        if below and own * below <= above * divisor:
            return Fraction(above, below)
        above, below = own, divisor
        slopes = [one * below - other * above for one, other in zip(over, under, strict=True)]
        point = [
            most if slope > 0 else least if slope else at
            for slope, least, most, at in zip(slopes, low, high, point, strict=False)
        ]


def _parts(value: Fraction, part: int) -> int:
    """A value as a number of parts, of which a whole number goes into one."""
    return value.numerator * (part // value.denominator)


def _whole(ratio: Ratio, names: list[FigureKey], part: int) -> tuple[list[int], list[int]]:
    """The weights above and below the line, each with its constant behind them, as whole numbers
    for figures that are counted in parts.
    """
    nothing = Fraction(0)
    over, under = (
        [*(form.weights.get(name, nothing) for name in names), form.constant * part]
        for form in (ratio.over, ratio.under)
    )
    scale = lcm(*(one.denominator for one in (*over, *under)))
    return [_parts(one, scale) for one in over], [_parts(one, scale) for one in under]


def as_ratio(node: Node) -> Ratio | None:
    """The ratio form of a grounded formula, or None when it has none (products of figures, min,
    max, abs).
    """
    match node:
        case Number(value):
            return Ratio(Linear({}, value))
        case Leaf(name):
            return Ratio(Linear({name: _PLUS}))
        case Negative(operand):
            inner = as_ratio(operand)
            return None if inner is None else Ratio(inner.over.times(_MINUS), inner.under)
        case Operation(operator, left, right):
            first, second = as_ratio(left), as_ratio(right)
            return None if first is None or second is None else _applied(operator, first, second)
        case Call("som", arguments):
            total: Ratio | None = Ratio(Linear())
            for argument in arguments:
                part = as_ratio(argument)
                total = None if total is None or part is None else total.plus(part, _PLUS)
            return total
        case _:
            return None


def _applied(operator: str, first: Ratio, second: Ratio) -> Ratio | None:
    """Two ratios added, subtracted, multiplied or divided; None when that is no ratio."""
    match operator:
        case "+":
            return first.plus(second, _PLUS)
        case "-":
            return first.plus(second, _MINUS)
        case "*":
            return first.times(second)
        case _:
            return _divided(first, second)


def _divided(first: Ratio, second: Ratio) -> Ratio | None:
    if second.over.is_constant and not second.over.constant:
        return None
    plain, divisor = first.linear, second.linear
    if plain is not None and divisor is not None:
        return Ratio(plain, divisor)
    return first.times(second.inverse())
