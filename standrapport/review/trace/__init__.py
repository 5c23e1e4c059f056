# SPDX-License-Identifier: EUPL-1.2
"""Where a figure comes from and where it is used: from the printed number down to the cells, and
out to every place in the report.
"""

from .account import NoSuchFigure, Trace, find_figures, trace
from .as_text import trace_as_dict, trace_lines, trace_sections
from .coverage import Coverage, Sourced, coverage_lines, coverage_of, sourced, sourced_lines

__all__ = [
    "Coverage",
    "NoSuchFigure",
    "Sourced",
    "Trace",
    "coverage_lines",
    "coverage_of",
    "find_figures",
    "sourced",
    "sourced_lines",
    "trace",
    "trace_as_dict",
    "trace_lines",
    "trace_sections",
]
