# SPDX-License-Identifier: EUPL-1.2
"""The small language of formulas, rules and text expressions: parse, name the figures, work out on
numbers and intervals.
"""

from .behind import (
    adds_only,
    breaks,
    crossed,
    keyed_table,
    populations,
    rest_keys,
    sums_of,
    tables_behind,
)
from .evaluate import (
    box_of,
    does_not_apply,
    figure_meant,
    name_of,
    printed_value,
    range_of,
    value_of,
)
from .functions import hoped
from .ground import Names, asked_figure, example_of, ground, nearest
from .linear import Linear, Ratio, as_ratio
from .measures import UnitProblem, in_units, measure_of, unit_of
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
from .timed import Timed, all_whole_years, in_time, with_leaves

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
    "Timed",
    "UnitProblem",
    "adds_only",
    "all_whole_years",
    "as_ratio",
    "asked_figure",
    "box_of",
    "breaks",
    "crossed",
    "does_not_apply",
    "example_of",
    "figure_meant",
    "ground",
    "hoped",
    "in_time",
    "in_units",
    "keyed_table",
    "leaves",
    "measure_of",
    "name_of",
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
    "sums_of",
    "tables_behind",
    "unit_of",
    "value_of",
    "walk",
    "with_leaves",
]
