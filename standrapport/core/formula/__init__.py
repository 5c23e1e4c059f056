# SPDX-License-Identifier: EUPL-1.2
"""The small language of formulas, rules and text expressions: parse, name the figures, work out on
numbers and intervals.
"""

from .behind import breaks, crossed, keyed_table, populations, rest_keys
from .evaluate import box_of, printed_value, range_of, value_of
from .ground import Names, asked_figure, ground, nearest
from .linear import Linear, Ratio, as_ratio
from .nodes import (
    Compare,
    FormulaError,
    Leaf,
    Node,
    Number,
    Reference,
    SumKeys,
    SumYears,
    leaves,
    references,
    walk,
)
from .parser import Expression, Filter, parse_expression, parse_formula, parse_rule, references_in

__all__ = [
    "Compare",
    "Expression",
    "Filter",
    "FormulaError",
    "Leaf",
    "Linear",
    "Names",
    "Node",
    "Number",
    "Ratio",
    "Reference",
    "SumKeys",
    "SumYears",
    "as_ratio",
    "asked_figure",
    "box_of",
    "breaks",
    "crossed",
    "ground",
    "keyed_table",
    "leaves",
    "nearest",
    "parse_expression",
    "parse_formula",
    "parse_rule",
    "populations",
    "printed_value",
    "range_of",
    "references",
    "references_in",
    "rest_keys",
    "value_of",
    "walk",
]
