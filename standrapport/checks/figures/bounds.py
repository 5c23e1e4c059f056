# SPDX-License-Identifier: EUPL-1.2
"""Columns of a large table as arrays of exact bounds: scaled whole numbers, compared for all keys
at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from ...core.formula.nodes import Comparison
from ...core.frozen import dataclass
from ...core.model import Column, ColumnValues, Rule, Severity
from ...core.model.columns import NOT_APPLYING, SUPPRESSED, UNKNOWN, VALUE

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
