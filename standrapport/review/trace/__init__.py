# SPDX-License-Identifier: EUPL-1.2
"""Where a figure comes from and where it is used: from the printed number down to the cells, and
out to every place in the report.
"""

from .account import (
    NoSuchFigure as NoSuchFigure,
    Trace as Trace,
    find_figures as find_figures,
    trace as trace,
)
from .as_text import (
    trace_as_dict as trace_as_dict,
    trace_lines as trace_lines,
    trace_sections as trace_sections,
)
from .coverage import (
    Coverage as Coverage,
    Sourced as Sourced,
    coverage_lines as coverage_lines,
    coverage_of as coverage_of,
    sourced as sourced,
    sourced_lines as sourced_lines,
)
