"""Text and numbers of a delivered file to cells: white space, invisible characters and superscripts told here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Context, Decimal, InvalidOperation

from .grid import EMPTY, Cell

# Soft hyphen, zero width characters, marks of direction.
_INVISIBLE = dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF])
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# Raised digits after a word or a number are a mark; after a bare unit of length (m², km²) they belong to it.
_MARK = re.compile(rf"(?<![{_RAISED}])(?<!\b[cdhk]m)(?<!\bmm)(?<!\bm)[{_RAISED}]+(?:[,⁾⁽ ]*[{_RAISED}]+)*[⁾]?")
_TO_DIGITS = str.maketrans(_RAISED, "0123456789", "⁾⁽")
_FIFTEEN = Context(prec=15)
_FAR = 30


def tidy(text: str) -> str:
    """Text as a reader sees it: no invisible characters, every run of white space (no-break spaces too) one space, none at the ends."""
    return " ".join(text.translate(_INVISIBLE).split())


def text_cell(parts: Iterable[tuple[str, bool]]) -> Cell:
    """A cell of text in parts, each raised (superscript) or not; raised parts and raised digits become marks."""
    plain, marks = "", []
    for text, raised in parts:
        if raised:
            marks += _marks(text)
        else:
            plain += text
    plain, found = _without_marks(tidy(plain))
    return Cell(plain, marks=(*marks, *found)) if plain or marks or found else EMPTY


def plain_text(number: Decimal) -> str:
    """A number as a spreadsheet shows it without a format: a decimal comma, all its decimals, no dots."""
    return f"{number:f}".replace(".", ",")


def exact(stored: str | float) -> Decimal:
    """The number a workbook means: its 15 significant digits, without the noise of binary fractions (0,1 + 0,2).

    Raises decimal.InvalidOperation when it is no finite number, or has more than thirty noughts.
    """
    number = _FIFTEEN.plus(Decimal(stored if isinstance(stored, str) else repr(stored)))
    if not number.is_finite() or (number and abs(number.adjusted()) > _FAR):
        raise InvalidOperation
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()


def _marks(text: str) -> list[str]:
    return [mark for mark in re.split(r"[\s,;]+", tidy(text)) if mark]


def _without_marks(text: str) -> tuple[str, list[str]]:
    if not any(character in _RAISED for character in text):
        return text, []
    found = [mark for match in _MARK.finditer(text) for mark in _marks(match[0].translate(_TO_DIGITS))]
    return tidy(_MARK.sub("", text)), found
