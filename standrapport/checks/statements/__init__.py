"""Statements: what the report says about figures, read from the words and judged."""

from .check import Statements, check_statements
from .names import Names, build_names

__all__ = ["Names", "Statements", "build_names", "check_statements"]
