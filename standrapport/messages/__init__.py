"""Findings to words: text, JSON, JUnit, SARIF and annotations.

And the catalogue of codes with explanations.
"""

from .as_json import check_as_dict, finding_as_dict
from .as_text import amount_of, finding_lines, findings_in_words, in_order, summary_lines
from .codes import CODES, Code
from .explain import explain
from .found import found, sentence

__all__ = [
    "CODES",
    "Code",
    "amount_of",
    "check_as_dict",
    "explain",
    "finding_as_dict",
    "finding_lines",
    "findings_in_words",
    "found",
    "in_order",
    "sentence",
    "summary_lines",
]
