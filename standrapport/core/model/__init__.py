"""The nouns of the report: positions, intervals, figures, findings, the catalogue and the edition.

All are frozen and have no behaviour beyond what follows from their own fields.
"""

from .catalogue import Catalogue, Column, Derived, RequestedIndicator, Rule, RuleYears, SeriesBreak, Source, Table
from .columns import ColumnTable, Values, Vintage, delivered, differing, keys_in, large_tables, single_figures, suppressed, years_of
from .edition import REFERENCE_FIELDS, Block, BlockStanding, Chapter, DeclaredNumber, Edition, Publication, Standing, Text
from .extract import ColumnRows, Extract, Measure, Taking
from .figure import Figure, FigureKey, Figures, Kind, Revision, RevisionReason, figure_of
from .finding import BrokenRule, CellChange, FigureSeen, Finding, Severity, Suggestion, has_errors
from .interval import EVERYTHING, NOT_NEGATIVE, Bound, Interval, bound
from .outcome import Outcome, Verdict, count
from .position import Position
from .printed import NumberInText, Printed, ResolvedText, ResolvedTexts, Segment, Used, WorkedOut, plain

__all__ = [
    "EVERYTHING",
    "NOT_NEGATIVE",
    "REFERENCE_FIELDS",
    "Block",
    "BlockStanding",
    "Bound",
    "BrokenRule",
    "Catalogue",
    "CellChange",
    "Chapter",
    "Column",
    "ColumnRows",
    "ColumnTable",
    "DeclaredNumber",
    "Derived",
    "Edition",
    "Extract",
    "Figure",
    "FigureKey",
    "FigureSeen",
    "Figures",
    "Finding",
    "Interval",
    "Kind",
    "Measure",
    "NumberInText",
    "Outcome",
    "Position",
    "Printed",
    "Publication",
    "RequestedIndicator",
    "ResolvedText",
    "ResolvedTexts",
    "Revision",
    "RevisionReason",
    "Rule",
    "RuleYears",
    "Segment",
    "SeriesBreak",
    "Severity",
    "Source",
    "Standing",
    "Suggestion",
    "Table",
    "Taking",
    "Text",
    "Used",
    "Values",
    "Verdict",
    "Vintage",
    "WorkedOut",
    "bound",
    "count",
    "delivered",
    "differing",
    "figure_of",
    "has_errors",
    "keys_in",
    "large_tables",
    "plain",
    "single_figures",
    "suppressed",
    "years_of",
]
