# SPDX-License-Identifier: EUPL-1.2
"""Rules of a large table as tests in whole numbers that hold for any of its keys."""

from __future__ import annotations

from collections.abc import Sequence
from math import lcm

from ...core.formula import Names, as_ratio, ground, leaves
from ...core.formula.nodes import Compare, Leaf, Operation
from ...core.model import ColumnTable, FigureKey, Rule
from .bounds import Test
from .rules import ParsedRule, wanted_years

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
