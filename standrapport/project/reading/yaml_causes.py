# SPDX-License-Identifier: EUPL-1.2
"""Why a file is no YAML, in the words of whoever typed it.

The parser tells where it stumbled, which is often a line further, or a sign that is right. Here
the lines themselves are looked at first, for the mistakes that staff make most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ruamel.yaml.error import MarkedYAMLError

from ...core.model import Finding, Position
from ...messages import found

# libyaml's words for the mistakes staff make most, and our sentence for each.
_CAUSES = {
    "found character that cannot start any token": "teken",
    "found undefined alias": "ster",
    "block sequence entries are not allowed in this context": "lijst",
    "found unknown escape character": "ontsnapping",
    "could not find expected ':'": "sleutel_zonder_dubbelepunt",
    "mapping values are not allowed in this context": "dubbelepunt",
    "found unexpected ':'": "adres",
    "did not find expected key": "geen_sleutel",
    "did not find expected '-' indicator": "geen_streepje",
    "did not find expected ',' or ']'": "sluithaak",
    "did not find expected ',' or '}'": "accolade",
    "found unexpected end of stream": "open",
    "did not find expected alphabetic or numeric character": "naamloos",
}
_INDENTING = {"sleutel_zonder_dubbelepunt", "geen_sleutel", "geen_streepje", "dubbelepunt"}

# A value after its key, or after the dash of a list.
_VALUE = re.compile(r"^[ ]*(?:- +)*(?:[\w.-]+:[ ]+)?(?P<value>[^\s-].*)$")
_CURLY = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb"
_CLOSED = {"'": re.compile(r"'(?:[^']|'')*'"), '"': re.compile(r'"(?:[^"\\]|\\.)*"')}
_BEFORE_WORD = re.compile(r"'[a-z]{1,2}(?:-|\s)[^']*$")  # 's-Gravenhage, 't Gooi
_NO_TEXT = re.compile(r"[>|?%@`]")  # cannot begin a text; > and | may stand there by themselves
_BLOCK = re.compile(r"^(?P<before>[ ]*(?:- +)*)(?P<key>[\w-]+):[ ]+(?P<sign>[|>][+-]?\d?)[ ]*$")
_A_KEY = re.compile(r"[ ]*(?:- +)*[a-z_\d]+:(?:\s|$)|[ ]*#")

_Cause = tuple[int, int, str, Mapping[str, object]]  # line and column from 0, which, what is told


def syntax_finding(problem: MarkedYAMLError, name: str, lines: Sequence[str]) -> Finding:
    """SR-L001 for what the parser could not read, at the place that is to be mended."""
    mark = problem.problem_mark or problem.context_mark
    if mark is None:
        return found("SR-L001", Position(name))
    line = lines[mark.line] if mark.line < len(lines) else ""
    tab = line.find("\t")
    if tab >= 0 and (not line[:tab].strip() or tab == mark.column):
        return found("SR-L001", Position(name, mark.line + 1, tab + 1), which="tab")
    which = _CAUSES.get(problem.problem or "", "anders")
    seen = next(_seen(problem, which, lines), None)
    if seen is not None:
        at, column, which, said = seen
        return found("SR-L001", Position(name, at + 1, column + 1), said, which=which)
    if which == "dubbelepunt" and ": " not in line[: mark.column]:
        above = _unfinished_key(lines, mark.line)
        if above is not None:
            place = Position(name, above + 1, _indent(lines[above]) + 1)
            return found("SR-L001", place, which="sleutel")
        which = "inspringen"
    mark, where = _mended_at(mark, problem.context_mark, lines)
    return found(
        "SR-L001", Position(name, mark.line + 1, mark.column + 1), {"waar": where}, which=which
    )


def _seen(problem: MarkedYAMLError, which: str, lines: Sequence[str]) -> Iterator[_Cause]:
    """What the lines themselves show, the likeliest first."""
    marks = [mark for mark in (problem.problem_mark, problem.context_mark) if mark is not None]
    here = [mark.line for mark in marks if mark.line < len(lines)]
    if which in _INDENTING:
        for at in reversed(here):
            yield from _not_indented(lines, at)
    for at in dict.fromkeys(here):
        match = _VALUE.match(lines[at])
        if match is not None:
            yield from _of_value(at, match.start("value"), match["value"].rstrip(), which)


def _of_value(at: int, column: int, value: str, which: str) -> Iterator[_Cause]:
    """A value that begins as something else than the text it is."""
    begin = value[0]
    if value.startswith("{"):
        if re.search(r"\}\s*[^\s},\]#]", value):
            yield at, column, "accolades", {}
    elif begin == "[":
        if re.search(r"\]\s*[^\s},\]#]", value):
            yield at, column, "haak", {}
    elif begin in _CURLY:
        yield at, column, "krul", {"teken": begin}
    elif begin in _CLOSED:
        yield from _closed_early(at, column, value, which)
    elif _NO_TEXT.match(value) and which in ("anders", "teken"):
        yield at, column, "begint", {"teken": begin}


def _closed_early(at: int, column: int, value: str, which: str) -> Iterator[_Cause]:
    """A text between quotes with the same quote in it."""
    quote = value[0]
    closed = _CLOSED[quote].match(value)
    if closed is None:
        if which == "open" and quote == "'" and _BEFORE_WORD.match(value):
            yield at, column, "apostrof_vooraan", {}
        return
    rest = value[closed.end() :]
    if not rest.strip() or rest.lstrip()[0] in ",]}#:":
        return
    inside = "apostrof" if quote == "'" and rest[0].isalpha() else "gesloten"
    yield at, column + closed.end() - 1, inside, {"teken": quote}


def _not_indented(lines: Sequence[str], at: int) -> Iterator[_Cause]:
    """A line of text that stands too far to the left to belong to the `tekst: |` above it."""
    above = at
    while above >= 0 and not (block := _BLOCK.match(lines[above])):
        if lines[above].strip() and _A_KEY.match(lines[above]):
            return
        above -= 1
    if above < 0 or block is None:
        return
    key_at = len(block["before"])
    depth = 0
    for number in range(above + 1, at + 1):
        if not lines[number].strip():
            continue
        spaces = len(lines[number]) - len(lines[number].lstrip(" "))
        if depth == 0 and spaces > key_at:
            depth = spaces
        elif spaces < depth or depth == 0:
            said = {
                "sleutel": block["key"],
                "teken": block["sign"],
                "regel": above + 1,
                "spaties": depth or key_at + 2,
            }
            yield number, spaces, "niet_ingesprongen", said
            return


def _mended_at(mark: Any, begun: Any, lines: Sequence[str]) -> tuple[Any, str]:
    """Where staff must look, and where it began when that is another line.

    What is not closed is found at the end of the file, and mended at its start.
    """
    if begun is None:
        return mark, ""
    if not any(rest.strip() for rest in lines[mark.line :]):
        return begun, ""
    return mark, f" (het begon op regel {begun.line + 1})" if begun.line != mark.line else ""


def _unfinished_key(lines: Sequence[str], at: int) -> int | None:
    """The line above, when the one that YAML stumbles over stands no further in: that line lacks
    its colon. None when this line itself stands too far in.
    """
    above = next((n for n in range(at - 1, -1, -1) if lines[n].strip()), None)
    return above if above is not None and _indent(lines[above]) >= _indent(lines[at]) else None


def _indent(line: str) -> int:
    """Where the words of a line begin; the dash of a list item counts as space, as in YAML."""
    return len(line) - len(line.lstrip(" -"))
