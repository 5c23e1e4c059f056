"""A delivered sheet as cells: what a reader of the file sees, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as delivered.

    `text` is what a reader sees, white space at the ends and soft hyphens removed; `number` is set when the file itself holds a number
    (a workbook): then it needs no notation. `percent`: the file shows it as a percentage (`number` is then times 100: 54, not 0.54).
    `day`: the file itself holds a date, as 2023-10-31. `marks` are superscripts the file keeps apart from the text: footnote marks.
    `copied`: this cell is covered by a merged one and repeats what that shows.
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

    `rows` all have the same length; `lines` gives for each row the line of the file or the row of the sheet, from 1; `name` is the name of
    the sheet ('' for CSV); `above` is text that stands over a table of a web page (its caption, the nearest heading and what follows it),
    `below` what follows the table up to the next heading or table. `left_out` are Dutch sentences on what was there but not read.
    `columns` gives for each column its place in the sheet, from 0, when hidden ones were left out; empty: in order. `short` are lines of a CSV file
    with fewer cells than most lines have.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[int, ...]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    columns: tuple[int, ...] = ()
    short: tuple[int, ...] = ()

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
