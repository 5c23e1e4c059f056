# SPDX-License-Identifier: EUPL-1.2
"""Columns of a large table as arrays of exact bounds: scaled whole numbers, compared for all keys
at once; and its rules as tests that hold for any of its keys.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from ...core.formula import Names, as_ratio, ground, leaves
from ...core.formula.nodes import Compare, Comparison, Leaf, Operation
from ...core.frozen import dataclass
from ...core.model import Column, ColumnTable, ColumnValues, FigureKey, Rule, Severity
from ...core.model.columns import NOT_APPLYING, SUPPRESSED, UNKNOWN, VALUE
from .rules import ParsedRule, wanted_years

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.int64]
    Mask = npt.NDArray[np.bool_]

FAR = 1 << 60  # no bound at all, in scaled whole numbers
Name = tuple[str, int]  # column and year


@dataclass(frozen=True)
class Variable:
    """One column of one year over all keys: printed values, bounds (all scaled), and what is known
    of each.
    """

    printed: Array
    low: Array
    high: Array
    known: Mask
    shown: Mask  # has a value or is suppressed
    hidden: Mask  # suppressed


def variable(
    column: Column,
    values: ColumnValues,
    size: int,
    rows: Array | None,
    here: Mask | None,
    scale: int,
) -> Variable:
    """A column over `size` keys: the values `here` belong to the keys `rows`.

    Keys without a row are unknown.
    """
    import numpy as np

    kinds, numbers = np.full(size, UNKNOWN, np.int8), np.zeros(size, np.int64)
    if rows is not None and here is not None:
        kinds[rows] = values.kinds[here]
        numbers[rows] = values.numbers[here] * (scale // 10**values.decimals)
    half = int(Fraction(column.rounding) / 2 * scale) if column.rounding is not None else 0
    most = ((column.suppression or 1) - 1) * scale
    is_value = kinds == VALUE
    low = np.where(is_value, np.maximum(numbers - half, 0), 0)
    high = np.where(
        is_value,
        numbers + half,
        np.where(kinds == SUPPRESSED, most, np.where(kinds == NOT_APPLYING, 0, FAR)),
    )
    hidden = kinds == SUPPRESSED
    return Variable(
        numbers, low, high, is_value | (kinds == NOT_APPLYING), is_value | hidden, hidden
    )


@dataclass(frozen=True)
class Test:
    """A rule in one year for all keys: the weighted sum of its columns plus `constant`, compared
    with zero.
    """

    rule: Rule
    year: int
    operator: Comparison
    weights: Mapping[Name, int]
    constant: Fraction
    twice: bool  # says that one figure stands in two columns

    @property
    def binding(self) -> bool:
        """Whether it limits the true values: rules of severity error, not claims."""
        return (
            self.rule.severity is Severity.ERROR
            and self.rule.origin == "rule"
            and self.operator != "!="
        )


def compare(operator: Comparison, value: Array, low: Array, high: Array) -> tuple[Mask, Mask, Mask]:
    """Whether the printed values satisfy the comparison with zero, whether some true values can,
    and whether all do.
    """
    match operator:
        case "==":
            return value == 0, (low <= 0) & (high >= 0), (low == 0) & (high == 0)
        case "!=":
            return value != 0, ~((low == 0) & (high == 0)), (low > 0) | (high < 0)
        case "<":
            return value < 0, low < 0, high < 0
        case "<=":
            return value <= 0, low <= 0, high <= 0
        case ">":
            return value > 0, high > 0, low > 0
        case _:
            return value >= 0, high >= 0, low >= 0


_ANY_KEY = "\0"  # stands for the key while a rule is worked out for all keys at once


def tests_over_keys(
    rules: Sequence[ParsedRule],
    table: ColumnTable,
    names: Names,
    years: Sequence[int],
    report_year: int,
) -> list[Test] | None:
    """Every rule in every year over any key; None when one is not linear or names other figures."""
    found = []
    for parsed in rules:
        for year in wanted_years(parsed, years, report_year):
            node = ground(parsed.node, names, year, _ANY_KEY)
            test = _test(parsed.rule, year, node, table) if isinstance(node, Compare) else None
            if test is None:
                return None
            found.append(test)
    return found


def _test(rule: Rule, year: int, node: Compare, table: ColumnTable) -> Test | None:
    """A rule in one year over any key, in whole numbers; None when it cannot be screened."""
    cells = leaves(node)
    ratio = as_ratio(Operation("-", node.left, node.right))
    form = ratio.linear if ratio is not None else None
    if form is None or len(form.weights) != len(cells):
        return None
    if not all(_stands_in(cell, table) for cell in cells):
        return None
    factor = lcm(
        *(weight.denominator for weight in form.weights.values()), form.constant.denominator
    )
    weights = {
        (cell.ref.partition(".")[2], cell.year): int(weight * factor)
        for cell, weight in form.weights.items()
    }
    twice = node.operator == "==" and isinstance(node.left, Leaf) and isinstance(node.right, Leaf)
    return Test(rule, year, node.operator, weights, form.constant * factor, twice)


def _stands_in(cell: FigureKey, table: ColumnTable) -> bool:
    """Whether a figure is a column of this table, for the key at hand."""
    name, _, column = cell.ref.partition(".")
    here = cell.key == _ANY_KEY and name == table.table.name and column in table.columns
    # Rounded down, the upper end of a bound is out of reach: that is left to the exact way.
    return here and not table.table.columns[column].rounds_down
