# SPDX-License-Identifier: EUPL-1.2
"""How a spreadsheet shows a number: its format codes, rendered as a Dutch reader sees them.

A number as an Excel workbook holds it, with the format it is shown in, to a cell; dates are numbers
there.
"""

from __future__ import annotations

import operator
import re
from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ...core.frozen import dataclass
from ...core.notation import MONTHS, format_getal, round_to
from .grid import EMPTY, Cell, exact, plain_text, text_cell
from .xlsx_parts import is_date, is_duration, moment_of

_PIECE = re.compile(
    r'"[^"]*"?|\\.|[_*].|\[[^\]]*\]|General|Standaard|AM/PM|A/P|E[+-]|y+|m+|d+|h+|s+|.',
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
_COMPARE = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
_PLACES = frozenset("0#?")
_DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
# Formats that mean: as the reader's own language has it.
_LOCAL_DAY = {"mm-dd-yy": "d-m-yyyy", "m/d/yy h:mm": "d-m-yyyy h:mm"}


class ShownNumber(NamedTuple):
    """A number as shown, and what it is worth in what is shown: 100 with a percent sign, else 1."""

    text: str
    times: int = 1


def shown(number: Decimal, code: str) -> ShownNumber:
    """A number in a format: '13.840', '54 %', '<5', or '' when the format hides it."""
    pieces, value = _section(code, number)
    if not code or any(map(_is_general, pieces)):
        return ShownNumber(_general(value, pieces or ["General"]))
    digits = [at for at, piece in enumerate(pieces) if piece in _PLACES]
    times = 100 if pieces.count("%") == 1 else 1
    if not digits:
        return ShownNumber("".join(map(_literal, pieces)), times)
    first, last = _span(pieces, digits)
    pattern = "".join(pieces[first : last + 1])
    if set(pattern) - _PLACES - {",", "."} or pieces.count("%") > 1 or pattern.count(".") > 1:
        return ShownNumber(plain_text(number))  # fractions, powers of ten, telephone numbers
    before, after = ("".join(map(_literal, part)) for part in (pieces[:first], pieces[last + 1 :]))
    body = _digits(value * times, pattern)
    minus = "-" if value < 0 and set(body) & set("123456789") else ""
    return ShownNumber(f"{minus}{before}{body}{after}", times)


def _is_general(piece: str) -> bool:
    return piece.lower() in {"general", "standaard"}


def _general(value: Decimal, pieces: list[str]) -> str:
    """A number as it is, among what else the format shows."""
    plain = plain_text(value)
    return "".join(plain if _is_general(piece) else _literal(piece) for piece in pieces)


def _span(pieces: list[str], digits: list[int]) -> tuple[int, int]:
    """The first and last piece of the number itself: a point before the digits and commas after
    them (thousands left out) belong to it.
    """
    first, last = digits[0], digits[-1]
    while last + 1 < len(pieces) and pieces[last + 1] == ",":
        last += 1
    return (first - 1 if first and pieces[first - 1] == "." else first), last


def _digits(value: Decimal, pattern: str) -> str:
    """The digits of a number, without its sign."""
    scale = len(pattern) - len(pattern.rstrip(","))
    whole, _, part = pattern.rstrip(",").partition(".")
    value = abs(round_to(value / 1000**scale, len(part)))
    text = format_getal(value, len(part))
    if "," not in whole:
        text = text.replace(".", "")
    front, _, back = text.partition(",")
    back = back[: part.rfind("0") + 1] + back[part.rfind("0") + 1 :].rstrip("0")
    if front == "0" and "0" not in whole:
        front = ""
    return front.rjust(whole.count("0"), "0") + (f",{back}" if back else "")


def _section(code: str, number: Decimal) -> tuple[list[str], Decimal]:
    """The part of a format that holds for this number, and the number it shows: without its sign
    where the format gives that.
    """
    sections = _sections(code)
    if any(_CONDITION.fullmatch(piece) for pieces in sections for piece in pieces):
        for pieces in sections[:3]:
            found = [match for piece in pieces if (match := _CONDITION.fullmatch(piece))]
            if all(_COMPARE[match[1]](number, Decimal(match[2])) for match in found):
                return pieces, number
        return ["General"], number
    if number < 0 and len(sections) > 1:
        return sections[1], -number
    return sections[2 if number == 0 and len(sections) > 2 else 0], number


@lru_cache
def _sections(code: str) -> list[list[str]]:
    sections: list[list[str]] = [[]]
    for piece in _PIECE.findall(code):
        if piece == ";":
            sections.append([])
        else:
            sections[-1].append(piece)
    return sections


def _literal(piece: str) -> str:
    """What a piece that is no digit shows."""
    if piece.startswith('"'):
        return piece.strip('"')
    if piece.startswith("[$"):
        return piece[2:-1].partition("-")[0]
    if piece.startswith("_"):
        return " "
    return (
        piece[1:]
        if piece.startswith("\\")
        else ""
        if piece[0] in "[*@" or piece in _PLACES
        else piece
    )


@dataclass(frozen=True)
class _Clock:
    moment: datetime
    minutes: bool

    def word(self, piece: str) -> str:
        """What a piece of a date format shows."""
        size, moment = len(piece), self.moment
        match piece[0].lower():
            case "y":
                return f"{moment.year % 100:02}" if size < 3 else f"{moment.year}"
            case "m" if self.minutes:
                return f"{moment.minute:0{size}}"
            case "m" if size == 3:
                return "mrt" if moment.month == 3 else MONTHS[moment.month - 1][:3]
            case "m" if size > 3:
                return MONTHS[moment.month - 1][: 1 if size == 5 else None]
            case "d" if size > 2:
                return _DAYS[moment.weekday()][: 2 if size == 3 else None]
            case kind:
                month, day = moment.month, moment.day
                number = {"m": month, "d": day, "h": moment.hour, "s": moment.second}[kind]
                return f"{number:0{size}}"


def shown_day(moment: datetime, code: str) -> str:
    """A date (and time) in a format, in Dutch."""
    words, last = [], ""
    pieces = _PIECE.findall(_LOCAL_DAY.get(code, code))
    for at, piece in enumerate(pieces):
        if piece == ";":
            break
        kind = piece[0].lower()
        if kind in "ymdhs" and not piece.startswith("["):
            coming = next(
                (other[0].lower() for other in pieces[at + 1 :] if other[0].lower() in "ymdhs"), ""
            )
            words.append(_Clock(moment, minutes=last == "h" or coming == "s").word(piece))
            last = kind
        elif piece == "/":
            words.append("-")
        elif piece.upper() not in {"AM/PM", "A/P"} and piece not in _PLACES:
            words.append(_literal(piece))
    return "".join(words).strip()


GENERAL = "General"


def workbook_cell(
    stored: str | float, code: str = GENERAL, *, from_1904: bool = False, raised: bool = False
) -> Cell:
    """The cell of a stored number.

    EMPTY when its format shows nothing, a mark when the whole cell is raised.

    Raises decimal.InvalidOperation when it is no number.
    """
    number = exact(stored)
    if code == GENERAL and not raised:
        return Cell(plain_text(number), number)
    kind = _kind(code)
    if kind == "duration":
        return text_cell([(_duration(number), raised)])
    if kind == "date":
        if number >= 0:
            return _day(number, code, from_1904=from_1904)
        code = GENERAL
    text, times = shown(number, code)
    cell = text_cell([(text, raised)])
    if raised or cell == EMPTY:
        return cell
    return Cell(cell.text, exact(str(number * times)), percent="%" in text, marks=cell.marks)


@lru_cache
def _kind(code: str) -> str:
    return "duration" if is_duration(code) else "date" if is_date(code) else "number"


def _day(serial: Decimal, code: str, *, from_1904: bool) -> Cell:
    found = moment_of(float(serial), from_1904=from_1904)
    if found is not None:
        return Cell(shown_day(found, code), day=found.date().isoformat())
    return Cell(shown_day(datetime(1900, 1, 1) + timedelta(days=float(serial)), code))  # noqa: DTZ001 - a time of day, of no day


def _duration(days: Decimal) -> str:
    minutes, seconds = divmod(round(abs(days) * 86400), 60)
    return f"{'-' if days < 0 else ''}{minutes // 60}:{minutes % 60:02}:{seconds:02}"
