# SPDX-License-Identifier: EUPL-1.2
"""Mark-up in a text that the report does not know: it would stand there as it was typed, or do
nothing.

What the page can do is in `report/render/markdown.py`: CommonMark without HTML, with small tables
and footnotes. A kind of mark-up that is added there leaves this list. Links and pictures:
`links.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from ...core.formula import FormulaError, Names, parse_expression
from ...core.formula.nodes import Node, Number, Operation
from ...core.model import Edition, Finding, Severity, Text
from ...core.words import Phrase
from ...messages import found
from .texts import texts_of

_BRACES = Phrase(r"(?<!\{)\{(?P<inside>[^{}\n]*)\}(?!\})")
_FOOTNOTE = Phrase(r"(?P<opens>^ {0,3})?\[\^(?P<name>[^\]\s]+)\](?P<colon>:)?", re.MULTILINE)
_DASHES = r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?"
_TABLE_LINE = Phrase(rf"{_DASHES}[ \t]*$")
_TABLE = Phrase(
    rf"^(?P<head>[^\n]*)\n(?P<line>{_DASHES})[ \t]*$"
    r"(?P<rows>(?:\n[^\n]*\S[^\n]*)*)",
    re.MULTILINE,
)
# Rows between bars, with no line of dashes among them.
_BARRED = Phrase(r"(?:^ {0,3}\|[^\n]*\|[ \t]*$\n?){2,}", re.MULTILINE)
_YEAR_ITEM = Phrase(r"^ {0,3}(?P<year>(?:19|20)\d\d)[.)](?=\s)", re.MULTILINE)
# What Word sets before the points of a list, and Markdown takes for a letter.
_BULLET = Phrase(
    r"^[ \t]*(?P<sign>[\u2022\u2023\u2043\u25a0-\u25ff\u2190-\u21ff\u2713-\u2718\u2794-\u27bf])"
    r"(?=\s|\w)",
    re.MULTILINE,
)
_IN_A_LINE = re.compile(r"(?<=\s)(?P<sign>[\u2022\u25aa\u25cf])(?=\s)")
_DASH = re.compile(r"^[ \t]*(?P<sign>[\u2013\u2014])(?=[ \t])", re.MULTILINE)
_LETTER = re.compile(r"^[ \t]*(?P<sign>\(?(?P<which>[a-z])[.)])(?=[ \t])", re.MULTILINE)
_NUMBER = re.compile(r"^[ \t]*(?P<sign>\((?P<which>\d)\))(?=[ \t])", re.MULTILINE)
# HTML does nothing on the page; an address between the same signs does ('<https://…>').
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|button|center|code|dd|del|details|div|dl|dt|em|embed|figure"
    r"|font|form|h[1-6]|hr|i|iframe|img|input|ins|li|link|mark|meta|object|ol|p|pre|s|script|section"
    r"|small|span|strike|strong|style|su[bp]|summary|svg|table|tbody|tfoot|thead|t[dhr]|u|ul|video)"
    r"(?:\s[^<>\n]*)?/?>|<!--",
    re.IGNORECASE,
)
_PICTURED = re.compile(r"[\U0001F000-\U0001FAFF\uFE0F]")  # no letter of the report has these
_CODE = re.compile(r"`[^`\n]*`|\{\{.*?\}\}", re.DOTALL)

# An expression after which no percent sign or word of its own follows.
_WORKED_OUT = Phrase(r"\{\{(?P<inside>[^{}]*)\}\}(?!\s*(?:%|procent|percent|punt))", re.IGNORECASE)
_HUNDRED = Number(Fraction(100))

_HARMLESS = ("opsomming", "teken", "html")  # untidy, but no word is lost or said wrongly

Said = tuple[str, int, Mapping[str, str], str]  # code, place in the text, what is told, which


def raw_findings(edition: Edition, names: Names) -> list[Finding]:
    """SR-A010, SR-N020 and SR-N023 for every text of the edition."""
    return [
        found(
            code,
            place.text.place(at),
            said,
            which=which,
            severity=Severity.WARNING if which in _HARMLESS else None,
            year=edition.year,
        )
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
    yield from _bare_shares(text.raw)
    yield from _footnotes(shown)
    yield from _tables(text.raw, shown)
    yield from _headless(shown)
    yield from _points(shown)
    for which, sign in (("html", _TAG), ("teken", _PICTURED)):
        if (first := sign.search(shown)) is not None:
            yield "SR-N020", first.start(), {"wat": first[0]}, which
    for match in _YEAR_ITEM.finditer(shown):
        if not shown[: match.start()].strip() or _opens(shown, match.start()):
            yield "SR-N023", match.start("year"), {"jaar": match["year"]}, ""


def _bare_shares(raw: str) -> Iterator[Said]:
    """A share worked out in the text that is printed as a bare number: '44 ging naar Zuid'."""
    for match in _WORKED_OUT.finditer(raw):
        try:
            expression = parse_expression(match["inside"])
        except FormulaError:
            continue  # told elsewhere
        if _is_share(expression.node) and not expression.filters:
            inside = match["inside"].strip()
            said = {"uitdrukking": inside, "goed": f"{{{{ {inside} | procent }}}}"}
            yield "SR-A010", match.start(), said, ""


def _is_share(node: Node) -> bool:
    """Whether a formula is a hundred times one thing of another, as `aandeel` is."""
    if not isinstance(node, Operation):
        return False
    divided = node if node.operator == "/" else None
    if node.operator == "*" and _HUNDRED in (node.left, node.right):
        other = node.right if node.left == _HUNDRED else node.left
        return isinstance(other, Operation) and other.operator == "/" and not _counted(other.right)
    top = divided.left if divided else None
    return (
        divided is not None
        and not _counted(divided.right)
        and isinstance(top, Operation)
        and top.operator == "*"
        and _HUNDRED in (top.left, top.right)
    )


def _counted(node: Node) -> bool:
    """A divisor that is a number makes an average, no share."""
    return isinstance(node, Number)


def _points(shown: str) -> Iterator[Said]:
    """A list that was pasted with the signs of a word processor: it becomes one paragraph."""
    bullet = _BULLET.search(shown)
    several = [list(form.finditer(shown)) for form in (_IN_A_LINE, _DASH)]
    lettered = [list(form.finditer(shown)) for form in (_LETTER, _NUMBER)]
    lists = [one for one in several if len(one) > 1]
    lists += [one for one in lettered if "".join(m["which"] for m in one[:2]) in ("ab", "12")]
    first = min(
        [*([bullet] if bullet else []), *(one[0] for one in lists)],
        key=re.Match.start,
        default=None,
    )
    if first is not None:
        yield "SR-N020", first.start("sign"), {"wat": first["sign"]}, "opsomming"


def _footnotes(shown: str) -> Iterator[Said]:
    """A footnote without its words, words without their footnote, words given twice."""
    marks = list(_FOOTNOTE.finditer(shown))
    notes = [match for match in marks if match["colon"] and match["opens"] is not None]
    asked = {match["name"] for match in marks if match not in notes}
    given: set[str] = set()
    for match in notes:
        which = "dubbel" if match["name"] in given else "los" if match["name"] not in asked else ""
        given.add(match["name"])
        if which:
            wat = f"[^{match['name']}]"
            yield "SR-N020", match.start() + len(match["opens"]), {"wat": wat}, which
    for match in marks:
        if match not in notes and match["name"] not in given:
            place = match.start() + len(match["opens"] or "")
            yield "SR-N020", place, {"wat": match[0].strip().rstrip(":")}, "voetnoot"


def _tables(raw: str, shown: str) -> Iterator[Said]:
    """A line of dashes that makes no table, and references in a table that does."""
    for match in _TABLE.finditer(shown):
        if not _is_table(match):
            indent = len(match["line"]) - len(match["line"].lstrip())
            yield "SR-N020", match.start("line") + indent, {}, "tabel"
    for start, end in word_tables(raw):
        if (first := raw.find("{{", start, end)) >= 0:
            yield "SR-N063", first, {"wat": "een verwijzing"}, ""


def word_tables(raw: str) -> list[tuple[int, int]]:
    """Where the tables of words of a text stand."""
    if "|" not in raw:
        return []
    shown = _CODE.sub(lambda match: " " * len(match[0]), raw)
    return [match.span() for match in _TABLE.finditer(shown) if _is_table(match)]


def _is_table(match: re.Match[str]) -> bool:
    head, line = (_cells(match[name]) for name in ("head", "line"))
    return len(head) == len(line) and "|" in match["head"]


def _headless(shown: str) -> Iterator[Said]:
    """Rows between bars that no line of dashes makes a table of."""
    for match in _BARRED.finditer(shown):
        if not any(_TABLE_LINE.match(row) for row in match[0].splitlines()):
            indent = len(match[0]) - len(match[0].lstrip(" "))
            yield "SR-N020", match.start() + indent, {}, "tabel zonder kop"


def _cells(row: str) -> list[str]:
    return row.strip().removeprefix("|").removesuffix("|").split("|")


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
