# SPDX-License-Identifier: EUPL-1.2
"""The small language of formulas, rules and text expressions: parse, name the figures, work out on
numbers and intervals.
"""

from .behind import (
    adds_only as adds_only,
    breaks as breaks,
    crossed as crossed,
    keyed_table as keyed_table,
    populations as populations,
    rest_keys as rest_keys,
    sums_of as sums_of,
    tables_behind as tables_behind,
)
from .evaluate import (
    box_of as box_of,
    does_not_apply as does_not_apply,
    figure_meant as figure_meant,
    name_of as name_of,
    printed_value as printed_value,
    range_of as range_of,
    value_of as value_of,
)
from .functions import hoped as hoped
from .ground import (
    Names as Names,
    asked_figure as asked_figure,
    example_of as example_of,
    ground as ground,
    nearest as nearest,
)
from .linear import Linear as Linear, Ratio as Ratio, as_ratio as as_ratio
from .measures import (
    UnitProblem as UnitProblem,
    in_units as in_units,
    measure_of as measure_of,
    unit_of as unit_of,
)
from .nodes import (
    Compare as Compare,
    FormulaError as FormulaError,
    Leaf as Leaf,
    Node as Node,
    Number as Number,
    Reference as Reference,
    SumKeys as SumKeys,
    SumYears as SumYears,
    leaves as leaves,
    references as references,
    walk as walk,
)
from .parser import (
    EXPRESSION as EXPRESSION,
    Expression as Expression,
    Filter as Filter,
    parse_expression as parse_expression,
    parse_formula as parse_formula,
    parse_rule as parse_rule,
    references_in as references_in,
)
from .timed import (
    Timed as Timed,
    all_whole_years as all_whole_years,
    in_time as in_time,
    with_leaves as with_leaves,
)
