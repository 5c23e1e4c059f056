# SPDX-License-Identifier: EUPL-1.2
"""Where a figure comes from and where it is used: from the printed number down to the cells, and
out to every place in the report.
"""

from .account import NoSuchFigure, Trace, find_figures, trace
from .as_text import trace_as_dict, trace_lines, trace_sections
from .coverage import Coverage, coverage_lines, coverage_of

__all__ = [
    "Coverage",
    "NoSuchFigure",
    "Trace",
    "coverage_lines",
    "coverage_of",
    "find_figures",
    "trace",
    "trace_as_dict",
    "trace_lines",
    "trace_sections",
]
