"""The nouns of the report: positions, intervals, figures, findings, the catalogue and the edition.

All are frozen and have no behaviour beyond what follows from their own fields.
"""

from .catalogue import Catalogue, Column, Derived, RequestedIndicator, Rule, RuleYears, SeriesBreak, Source, Table
from .edition import Block, Chapter, DeclaredNumber, Edition, Text
from .extract import ColumnRows, Extract, Measure, Taking
from .figure import Figure, FigureKey, Figures, Kind, figure_of
from .finding import BrokenRule, CellChange, FigureSeen, Finding, Severity, Suggestion, has_errors
from .interval import EVERYTHING, NOT_NEGATIVE, Bound, Interval, bound
from .outcome import Outcome, Verdict, count
from .position import Position
from .printed import Printed, ResolvedText, ResolvedTexts, Segment, Used, plain
from .revision import Revision, RevisionReason

__all__ = [
    "EVERYTHING",
    "NOT_NEGATIVE",
    "Block",
    "Bound",
    "BrokenRule",
    "Catalogue",
    "CellChange",
    "Chapter",
    "Column",
    "ColumnRows",
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
    "Outcome",
    "Position",
    "Printed",
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
    "Suggestion",
    "Table",
    "Taking",
    "Text",
    "Used",
    "Verdict",
    "bound",
    "count",
    "figure_of",
    "has_errors",
    "plain",
]
