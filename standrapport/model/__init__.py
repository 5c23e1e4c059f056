"""The nouns of the report: positions, intervals, figures, findings, the catalogue and the edition. All frozen, no behaviour
beyond what follows from their own fields."""

from .catalogue import Catalogue, Column, Derived, RequestedIndicator, Rule, RuleYears, SeriesBreak, Source, Table
from .edition import Block, Chapter, DeclaredNumber, Edition, Text
from .figure import Figure, FigureKey, Figures, Kind
from .finding import BrokenRule, CellChange, FigureSeen, Finding, Severity, Suggestion, has_errors
from .interval import EVERYTHING, NOT_NEGATIVE, Bound, Interval, bound
from .position import Position

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
    "DeclaredNumber",
    "Derived",
    "Edition",
    "Figure",
    "FigureKey",
    "FigureSeen",
    "Figures",
    "Finding",
    "Interval",
    "Kind",
    "Position",
    "RequestedIndicator",
    "Rule",
    "RuleYears",
    "SeriesBreak",
    "Severity",
    "Source",
    "Suggestion",
    "Table",
    "Text",
    "bound",
    "has_errors",
]
