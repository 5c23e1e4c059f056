"""Source data to aggregates: extracts and databases are counted anew and compared with the figures (decision 0013).

Only aggregates leave this room. Nothing of a row, and no message of an engine that could quote one, goes into a finding.
"""

from .agreement import check_source
from .figure_file import CellFill, FigureFile, RowName
from .fill import Fill, fill_of
from .problem import SourceProblem
from .published import published

__all__ = ["CellFill", "FigureFile", "Fill", "RowName", "SourceProblem", "check_source", "fill_of", "published"]
