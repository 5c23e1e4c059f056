# SPDX-License-Identifier: EUPL-1.2
"""A delivered sheet as cells: what a reader of the file sees, before anything is made of it.

Text and numbers of a delivered file to cells: white space, invisible characters and superscripts
told here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Context, Decimal, InvalidOperation

from ...core.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as delivered.

    `text` is what a reader sees, white space at the ends and soft hyphens removed; `number` is set
    when the file itself holds a number (a workbook): then it needs no notation. `percent`: the file
    shows it as a percentage (`number` is then times 100: 54, not 0.54). `day`: the file itself
    holds a date, as 2023-10-31. `marks` are superscripts the file keeps apart from the text:
    footnote marks. `copied`: this cell is covered by a merged one and repeats what that shows.
    """

    text: str = ""
    number: Decimal | None = None
    percent: bool = False
    day: str = ""
    marks: tuple[str, ...] = ()
    copied: bool = False


EMPTY = Cell()


@dataclass(frozen=True)
class Grid:
    """One sheet of a workbook, one table of a web page, or a whole CSV file.

    `rows` all have the same length; `lines` gives for each row the line of the file or the row of
    the sheet, from 1; `name` is the name of the sheet ('' for CSV); `above` is text that stands
    over a table of a web page (its caption, the nearest heading and what follows it), `below` what
    follows the table up to the next heading or table. `left_out` are Dutch sentences on what was
    there but not read. `columns` gives for each column its place in the sheet, from 0, when hidden
    ones were left out; empty: in order. `comments` are remarks fastened to a cell, with its line,
    and headings that hold for a whole page (line 0). `short` are lines of a CSV file with fewer
    cells than most lines have.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[int, ...]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    columns: tuple[int, ...] = ()
    short: tuple[int, ...] = ()
    comments: tuple[tuple[int, str], ...] = ()

    def letter_of(self, column: int) -> str:
        """The name a reader of the sheet knows this column of `rows` by."""
        return letter(self.columns[column] if self.columns else column)


def letter(column: int) -> str:
    """The name of a column as a spreadsheet shows it: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


# Soft hyphen, zero width characters, marks of direction.
_INVISIBLE = dict.fromkeys(
    [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF]
)
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# Raised digits after a word or a number are a mark; after a bare unit of length (m², km²) they
# belong to it.
_MARK = re.compile(
    rf"(?<![{_RAISED}])(?<!\b[cdhk]m)(?<!\bmm)(?<!\bm)[{_RAISED}]+(?:[,⁾⁽ ]*[{_RAISED}]+)*[⁾]?"
)
_TO_DIGITS = str.maketrans(_RAISED, "0123456789", "⁾⁽")
_FIFTEEN = Context(prec=15)
_FAR = 30


def tidy(text: str) -> str:
    """Text as a reader sees it: no invisible characters, every run of white space (no-break spaces
    too) one space, none at the ends.
    """
    return " ".join(text.translate(_INVISIBLE).split())


def text_cell(parts: Iterable[tuple[str, bool]]) -> Cell:
    """A cell of text in parts, each raised (superscript) or not.

    Raised parts and raised digits become marks.
    """
    plain, marks = "", []
    for text, raised in parts:
        if raised:
            marks += _marks(text)
        else:
            plain += text
    plain, found = _without_marks(tidy(plain))
    return Cell(plain, marks=(*marks, *found)) if plain or marks or found else EMPTY


def struck_through(cell: Cell) -> Cell:
    """A cell that is crossed out: what it shows is no number any more."""
    return Cell(f"{cell.text} (doorgestreept)", marks=cell.marks) if cell.text else cell


def plain_text(number: Decimal) -> str:
    """A number as a spreadsheet shows it without a format: a decimal comma, all its decimals, no
    dots.
    """
    return f"{number:f}".replace(".", ",")


def exact(stored: str | float) -> Decimal:
    """The number a workbook means: its 15 significant digits, without the noise of binary fractions
    (0,1 + 0,2).

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
    found = [
        mark for match in _MARK.finditer(text) for mark in _marks(match[0].translate(_TO_DIGITS))
    ]
    return tidy(_MARK.sub("", text)), found
