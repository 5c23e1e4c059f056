# SPDX-License-Identifier: EUPL-1.2
"""Findings to words: text, JSON, JUnit, SARIF and annotations; what a command tells to text,
Markdown and a page.

And the catalogue of codes with explanations.
"""

from .as_json import check_as_dict, finding_as_dict
from .as_text import (
    accepted_words,
    amount_of,
    finding_lines,
    findings_in_words,
    in_order,
    summary_lines,
    word_of,
)
from .codes import CODES, Code
from .explain import explain
from .found import found, sentence
from .section_writers import (
    as_plain_text,
    escape_markdown,
    section_html,
    section_lines,
    section_markdown,
)

__all__ = [
    "CODES",
    "Code",
    "accepted_words",
    "amount_of",
    "as_plain_text",
    "check_as_dict",
    "escape_markdown",
    "explain",
    "finding_as_dict",
    "finding_lines",
    "findings_in_words",
    "found",
    "in_order",
    "section_html",
    "section_lines",
    "section_markdown",
    "sentence",
    "summary_lines",
    "word_of",
]
