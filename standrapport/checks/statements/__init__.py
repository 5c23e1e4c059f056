"""Statements: what the report says about figures, read from the words and judged."""

from .check import check_statements
from .ledger import Statements
from .names import Names, build_names
from .statement import Outcome, Relation, Uitspraak

__all__ = [
    "Names",
    "Outcome",
    "Relation",
    "Statements",
    "Uitspraak",
    "build_names",
    "check_statements",
]
