# SPDX-License-Identifier: EUPL-1.2
"""Mark-up in a text that the report does not know: it would stand there as it was typed, or do
nothing.

What the page can do is in `report/render/ink.py`: CommonMark without HTML. A kind of mark-up that
is added there leaves this list. Links and pictures: `links.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...core.formula import FormulaError, Names, parse_expression
from ...core.model import Edition, Finding, Text
from ...messages import found
from .texts import texts_of

_BRACES = re.compile(r"(?<!\{)\{(?P<inside>[^{}\n]*)\}(?!\})")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_TABLE = re.compile(
    r"^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$", re.MULTILINE
)
_YEAR_ITEM = re.compile(r"^ {0,3}(?P<year>(?:19|20)\d\d)[.)](?=\s)", re.MULTILINE)
_CODE = re.compile(r"`[^`\n]*`|\{\{.*?\}\}", re.DOTALL)

Said = tuple[str, int, Mapping[str, str], str]  # code, place in the text, what is told, which


def raw_findings(edition: Edition, names: Names) -> list[Finding]:
    """SR-N020 and SR-N023 for every text of the edition."""
    return [
        found(code, place.text.place(at), said, which=which, year=edition.year)
        for place in texts_of(edition)
        for code, at, said, which in _raw(place.text, names)
    ]


def _raw(text: Text, names: Names) -> Iterator[Said]:
    """What stands raw in one text; code between back ticks is meant as it is."""
    shown = _CODE.sub(lambda match: " " * len(match[0]), text.raw)
    for match in _BRACES.finditer(shown):
        if _names_a_figure(match["inside"], names):
            said = {"wat": match[0], "goed": f"{{{{ {match['inside'].strip()} }}}}"}
            yield "SR-N020", match.start(), said, "accolade"
    for match in _FOOTNOTE.finditer(shown):
        yield "SR-N020", match.start(), {"wat": match[0]}, "voetnoot"
    for match in _TABLE.finditer(shown):
        yield "SR-N020", match.start() + len(match[0]) - len(match[0].lstrip()), {}, "tabel"
    for match in _YEAR_ITEM.finditer(shown):
        if not shown[: match.start()].strip() or _opens(shown, match.start()):
            yield "SR-N023", match.start("year"), {"jaar": match["year"]}, ""


def _opens(text: str, at: int) -> bool:
    """Whether a line opens a paragraph, or follows one that began with a year too."""
    above = text[:at].rstrip("\n").rpartition("\n")[2]
    return text[:at].endswith("\n\n") or _YEAR_ITEM.match(above) is not None


def _names_a_figure(inside: str, names: Names) -> bool:
    """Whether what stands within single braces could be worked out."""
    if not re.search(r"[a-z]", inside):
        return False
    try:
        names.check(parse_expression(inside).node)
    except FormulaError as problem:
        return bool(problem.unknown) and "." in inside
    return True
