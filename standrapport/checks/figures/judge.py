# SPDX-License-Identifier: EUPL-1.2
"""One rule in one year: the verdict, by exact interval reasoning (contract, 'How a rule is
judged').

A printed value with rounding u stands for the closed interval of half a step to either side. The
rule is possible when some true values behind the printed ones satisfy it. Standard deviation of a
rounding error: u / sqrt(12), the deviation of the uniform distribution on an interval of width u.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import inf

from ...core.formula import (
    Compare,
    Leaf,
    Node,
    as_ratio,
    does_not_apply,
    leaves,
    range_of,
    value_of,
)
from ...core.formula.linear import ONE, Box, Ratio
from ...core.formula.nodes import Comparison
from ...core.frozen import dataclass
from ...core.model import Bound, FigureKey, Figures, Interval, Kind, Verdict

UNLIKELY_DEVIATIONS = 3


@dataclass(frozen=True)
class Judgement:
    """The verdict on one grounded rule with its arithmetic: printed sides, their difference, and
    what rounding explains.
    """

    verdict: Verdict
    left: Fraction | None
    right: Fraction | None
    difference: Fraction | None
    slack: Bound | None


def difference_range(rule: Compare, ratio: Ratio | None, box: Box) -> Interval:
    """Every value left minus right can have.

    Exact for linear and ratio forms, also where a figure stands on both sides.

    `ratio` is left minus right in that form, None when it has none.
    """
    if ratio is not None:
        return ratio.range(box)
    return range_of(rule.left, box) - range_of(rule.right, box)


def possible(operator: Comparison, difference: Interval) -> bool:
    """Whether some difference in the interval satisfies the comparison with zero."""
    low, high = difference.low, difference.high
    return {
        "==": low <= 0 <= high,
        "!=": not (low == high == 0),
        "<": low < 0,
        "<=": low <= 0,
        ">": high > 0,
        ">=": high >= 0,
    }[operator]


def certain(operator: Comparison, difference: Interval) -> bool:
    """Whether every difference in the interval satisfies the comparison with zero."""
    low, high = difference.low, difference.high
    return {
        "==": low == high == 0,
        "!=": low > 0 or high < 0,
        "<": high < 0,
        "<=": high <= 0,
        ">": low > 0,
        ">=": low >= 0,
    }[operator]


def judge(
    rule: Compare, ratio: Ratio | None, figures: Figures, box: Box, widened: Box
) -> Judgement:
    """The verdict on a grounded rule.

    `box` holds the interval of every figure; `widened` the same with totals that are sums of
    rounded parts as wide as those sums. A figure that is unknown or suppressed leaves the rule
    undecided unless the bounds settle it.
    """
    left, right = value_of(rule.left, figures), value_of(rule.right, figures)
    difference = difference_range(rule, ratio, box)
    if left is None or right is None:
        if not possible(rule.operator, difference):
            verdict = (
                Verdict.SUM_OF_ROUNDED
                if possible(rule.operator, difference_range(rule, ratio, widened))
                else Verdict.VIOLATED
            )
        else:
            verdict = (
                Verdict.WITHIN_ROUNDING if certain(rule.operator, difference) else Verdict.UNDECIDED
            )
        return Judgement(verdict, left, right, None, None)
    miss = left - right
    # What rounding explains on the way to no difference at all; the other way may be shorter or
    # longer, next to zero.
    toward = [miss - difference.low] if miss > 0 else [difference.high - miss]
    slack = max(Fraction(0), *(toward if miss else [*toward, miss - difference.low]))
    if possible(rule.operator, Interval.point(miss)):
        verdict = Verdict.EXACT
    elif not _within_reach(rule.operator, ratio, difference, figures):
        wider = difference_range(rule, ratio, widened)
        verdict = (
            Verdict.SUM_OF_ROUNDED
            if _within_reach(rule.operator, ratio, wider, figures)
            else Verdict.VIOLATED
        )
    else:
        variance = rounding_variance(rule, figures, box)
        off = miss + _shift(rule, figures)
        rare = variance is not None and off * off > UNLIKELY_DEVIATIONS**2 * variance
        rare = rare or printed_apart(rule, figures)
        verdict = Verdict.UNLIKELY if rare else Verdict.WITHIN_ROUNDING
    return Judgement(verdict, left, right, abs(miss), slack)


def _within_reach(
    operator: Comparison, ratio: Ratio | None, difference: Interval, figures: Figures
) -> bool:
    """Whether a rule is possible, and not only at an end that no true value reaches: a figure
    rounded down stands for less than a whole step more than is printed.
    """
    if not possible(operator, difference):
        return False
    if ratio is None or (difference.low and difference.high):
        return True
    downs = {
        weight > 0
        for name, weight in ratio.over.weights.items()
        if name in figures and figures[name].rounds_down
    }
    at_low = difference.low == 0 and operator in ("==", "<=") and False in downs
    at_high = difference.high == 0 and operator in ("==", ">=") and True in downs
    return not (at_low or at_high)


def _shift(rule: Compare, figures: Figures) -> Fraction:
    """By how much left minus right is expected to differ from what is printed: half a step for each
    figure that was rounded down.
    """
    downs = {name for name in leaves(rule) if name in figures and figures[name].rounds_down}
    slopes = (slopes_of(rule, figures) or {}) if downs else {}
    return sum(
        (
            slopes.get(name, Fraction(0)) * (figures[name].reach[1] - figures[name].reach[0]) / 2
            for name in downs
        ),
        Fraction(0),
    )


def rounding_variance(rule: Compare, figures: Figures, box: Box) -> Fraction | None:
    """Variance of left minus right from independent rounding errors, linearised at the printed
    values.

    None when the sides are no ratios of linear forms (min, max, abs, products), where no such
    measure is meaningful.
    """
    slopes = slopes_of(rule, figures)
    if slopes is None:
        return None
    total = Fraction(0)
    for name, slope in slopes.items():
        width = box[name].high - box[name].low
        if width == inf:
            return None
        total += (slope * Fraction(width)) ** 2 / 12
    return total


def slopes_of(rule: Compare, figures: Figures) -> dict[FigureKey, Fraction] | None:
    """By how much left minus right moves with each figure, at the printed values.

    None when a side is no ratio of linear forms.
    """
    slopes: dict[FigureKey, Fraction] = {}
    for side, sign in ((rule.left, 1), (rule.right, -1)):
        ratio = as_ratio(side)
        if ratio is None:
            return None
        for name, slope in _slopes(ratio, figures).items():
            slopes[name] = slopes.get(name, Fraction(0)) + sign * slope
    return slopes


def _slopes(ratio: Ratio, figures: Figures) -> Mapping[FigureKey, Fraction]:
    """Partial derivatives of a ratio at the printed values."""
    if ratio.under is ONE:
        return ratio.over.weights
    point = {
        name: Fraction(figures[name].value or 0)
        for name in {**ratio.over.weights, **ratio.under.weights}
    }
    divisor = ratio.under.value(point)
    if not divisor:
        return {}
    value = ratio.over.value(point) / divisor
    slope = ratio.over.plus(ratio.under, -value)
    return {name: weight / divisor for name, weight in slope.weights.items()}


def with_data(node: Node, year: int, figures: Figures) -> bool:
    """Whether the vintage has something to test in this year.

    Every figure of the year itself must have a row (it may be n.n.b. there), at least one must have
    a value or be suppressed, and neither side may come down to what does not apply (n.v.t.);
    figures of other years may be missing altogether and are then unknown. A rule that names other
    years only needs one of those.
    """
    ids = leaves(node)
    own = [name for name in ids if name.year == year]
    if any(name not in figures for name in own):
        return False
    if isinstance(node, Compare) and any(
        does_not_apply(side, figures) for side in (node.left, node.right)
    ):
        return False
    return any(
        name in figures and figures[name].kind in (Kind.VALUE, Kind.SUPPRESSED)
        for name in own or ids
    )


def stated_twice(rule: Compare) -> tuple[FigureKey, FigureKey] | None:
    """The two figures of a rule that says that one figure stands in two places, `a == b`."""
    match rule:
        case Compare("==", Leaf(first), Leaf(second)) if first != second:
            return first, second
        case _:
            return None


def printed_apart(rule: Compare, figures: Figures) -> bool:
    """Whether one figure stands in two places, in the same step, with different numbers: one true
    value is printed in one way.
    """
    pair = stated_twice(rule)
    if pair is None or not all(name in figures for name in pair):
        return False
    first, second = (figures[name] for name in pair)
    known = first.kind is second.kind is Kind.VALUE
    alike = (first.rounding, first.rounds_down) == (second.rounding, second.rounds_down)
    return known and alike and first.value != second.value


def stated_sum(rule: Compare) -> tuple[FigureKey, Node] | None:
    """The total and its parts of a rule `total == parts`, either way round."""
    match rule:
        case Compare("==", Leaf(total), parts) if not isinstance(
            parts, Leaf
        ) and total not in leaves(parts):
            return total, parts
        case Compare("==", parts, Leaf(total)) if not isinstance(
            parts, Leaf
        ) and total not in leaves(parts):
            return total, parts
        case _:
            return None
