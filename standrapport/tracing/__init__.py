"""Where a figure comes from and where it is used: from the printed number down to the cells, and out to every place in the report."""

from .as_text import trace_as_dict, trace_lines
from .coverage import Coverage, coverage_lines, coverage_of
from .trace import NoSuchFigure, Trace, find_figures, trace

__all__ = ["Coverage", "NoSuchFigure", "Trace", "coverage_lines", "coverage_of", "find_figures", "trace", "trace_as_dict", "trace_lines"]
