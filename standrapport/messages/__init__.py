# SPDX-License-Identifier: EUPL-1.2
"""Making a finding, whose severity and Dutch sentence stand with its code and nowhere else; and
findings to words: text, JSON, JUnit, SARIF and annotations; what a command tells to text,
Markdown and a page.

And the catalogue of codes with explanations.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from string import Template
from typing import Any

from ..core.model import Finding, Position, Severity
from .as_json import check_as_dict as check_as_dict, finding_as_dict as finding_as_dict
from .as_text import (
    accepted_words as accepted_words,
    amount_of as amount_of,
    explain as explain,
    finding_lines as finding_lines,
    findings_in_words as findings_in_words,
    in_order as in_order,
    summary_lines as summary_lines,
    word_of as word_of,
)
from .codes import CODES as CODES, Code as Code
from .section_writers import (
    as_plain_text as as_plain_text,
    escape_markdown as escape_markdown,
    section_html as section_html,
    section_lines as section_lines,
    section_markdown as section_markdown,
)


def found(
    code: str,
    place: Position | Sequence[Position] | None = None,
    said: Mapping[str, object] | None = None,
    *,
    which: str = "",
    severity: Severity | None = None,
    **facts: Any,
) -> Finding:
    """A finding of a code at a place (or places, the one to open first in front).

    Args:
        code: its code, such as 'SR-L014'.
        place: where it is.
        said: what the sentence tells besides its fixed words, by name.
        which: the name of the sentence, for a code that has several.
        severity: when it is not the usual one of the code.
        facts: other fields of `Finding`: year, rules, figures, repairs, suggestions.

    Raises:
        KeyError: no such code or sentence, or a name in it that is not given.
        ValueError: a severity this code never has.

    """
    entry = CODES[code]
    severity = severity or entry.severities[0]
    if severity not in entry.severities:
        raise ValueError(f"{code} is never {severity.word}")
    places = () if place is None else (place,) if isinstance(place, Position) else tuple(place)
    return replace(Finding(code, severity, sentence(code, said, which), places), **facts)


def sentence(code: str, said: Mapping[str, object] | None = None, which: str = "") -> str:
    """The sentence of a code, with what was found filled in. Raises KeyError as `found` does."""
    return Template(CODES[code].says[which]).substitute(said or {})
