# SPDX-License-Identifier: EUPL-1.2
"""What a workbook is made of: worksheets with lines of text and one table, in cells."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal

from ..core.frozen import dataclass

LANGUAGE = "nl-NL"


@dataclass(frozen=True)
class SheetNumber:
    """A number with the decimals it is printed with; a year is not grouped by thousands."""

    value: Decimal
    decimals: int = 0
    grouped: bool = True


@dataclass(frozen=True)
class SheetLink:
    """A text that leads to another worksheet."""

    text: str
    sheet: str


Cell = str | SheetNumber | SheetLink


@dataclass(frozen=True)
class BookSheet:
    """A worksheet: lines of text in column A (the first is its title), then a table with a header
    row when it has one.
    """

    name: str
    lines: tuple[str, ...]
    header: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    headings: frozenset[int] = field(default_factory=frozenset)

    @property
    def widths(self) -> list[int]:
        """The width of each column in characters: as wide as its content asks, longer
        texts wrap.
        """
        if not self.header:
            return [80]
        longest = [max(len(word) for word in title.split()) for title in self.header]
        for row in self.rows:
            longest = [
                max(most, len(_shown(cell))) for most, cell in zip(longest, row, strict=True)
            ]
        return [min(max(most + 2, 10), 60) for most in longest]


@dataclass(frozen=True)
class Workbook:
    """All worksheets and what is said of the document itself."""

    title: str
    subject: str
    author: str
    description: str
    date: str
    status: str
    generator: str
    sheets: tuple[BookSheet, ...]


def _shown(cell: Cell) -> str:
    if isinstance(cell, SheetNumber):
        return f"{cell.value:,f}"
    return cell.text if isinstance(cell, SheetLink) else cell
