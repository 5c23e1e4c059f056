# SPDX-License-Identifier: EUPL-1.2
"""Statements: what the report says about figures, read from the words and judged."""

from .check import StatementReading
from .leaning import LeaningSentence, leaning
from .named.ledger import Statements
from .named.names import SubjectNames
from .named.statement import Relation, StatementOutcome, Uitspraak
from .numbers.confirmed import confirm, written
from .search import FigureIndex, Hit, hit_as_dict, nothing_found, search
from .shown import reading_words, statement_as_dict, statement_line

__all__ = [
    "FigureIndex",
    "Hit",
    "LeaningSentence",
    "Relation",
    "StatementOutcome",
    "StatementReading",
    "Statements",
    "SubjectNames",
    "Uitspraak",
    "confirm",
    "hit_as_dict",
    "leaning",
    "nothing_found",
    "reading_words",
    "search",
    "statement_as_dict",
    "statement_line",
    "written",
]
