# SPDX-License-Identifier: EUPL-1.2
"""Cells of a figure file in the way the file itself is written, so that a change shows as what
changed and nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...core.frozen import dataclass
from ...core.notation import MONTHS, NOT_KNOWN, is_whole_year, parse_getal, through_month

_DOTTED = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"-?\d{4,}(?:,\d+)?")
_WHOLE = re.compile(r"(-?)(\d+)(.*)")


@dataclass(frozen=True)
class RowName:
    """Which row: a year, the part of it (None: the whole year) and, in a table with `sleutel`, the
    key.

    Two spellings of one period ('t/m oktober', 'januari tot en met oktober') name the same row.
    """

    year: int
    period: str | None = None
    key: str | None = None

    def __str__(self) -> str:
        return " ".join(
            str(part) for part in (self.year, self.period, self.key) if part is not None
        )


@dataclass(frozen=True)
class CellFill:
    """One cell that changes; `old` is '' in a new row; `status` is what its row says from now on
    of how firm it is, where that is written beside it.
    """

    ref: str
    year: int
    key: str | None
    old: str
    new: str
    period: str | None = None
    status: str = ""


def as_written(cell: str, beside: Iterable[str], elsewhere: Iterable[str]) -> str:
    """A cell in the notation of the file: '5240' is '5.240' in a column that has '2.360'.

    Args:
        cell: the figure in plain digits, with a decimal comma, or a word ('n.n.b.', '<5').
        beside: what stands in the same column; it decides when it has thousands.
        elsewhere: what stands in the other columns.

    """
    if not _PLAIN.fullmatch(cell):
        return cell
    dotted = _dotted(beside)
    if dotted is None:
        dotted = _dotted(elsewhere)
    return _with_dots(cell) if dotted else cell


def line_end_of(text: str) -> str:
    """What ends the lines of a text."""
    if "\r\n" in text:
        return "\r\n"
    return "\r" if "\r" in text and "\n" not in text else "\n"


def _dotted(cells: Iterable[str]) -> bool | None:
    """Whether most thousands have dots; None when there are none, or as many with as without."""
    told = [bool(_DOTTED.fullmatch(cell)) for cell in cells if _thousand(cell)]
    return None if 2 * sum(told) == len(told) else 2 * sum(told) > len(told)


def _thousand(cell: str) -> bool:
    return bool(_DOTTED.fullmatch(cell) or _PLAIN.fullmatch(cell))


def _with_dots(cell: str) -> str:
    match = _WHOLE.fullmatch(cell)
    return f"{match[1]}{int(match[2]):,}".replace(",", ".") + match[3] if match else cell


def standard(name: RowName) -> RowName:
    """The same row under one spelling of its period and key."""
    period = name.period or ""
    month = through_month(period)
    one = (
        None
        if is_whole_year(period)
        else f"t/m {MONTHS[month - 1]}"
        if month
        else " ".join(period.lower().split())
    )
    return RowName(name.year, one, (name.key or "").strip() or None)


def same_cell(old: str, new: str) -> bool:
    """Whether two cells say the same, thousands dots aside."""
    if parse_getal(old) is not None:
        return old.replace(".", "") == new
    return (old.replace(" ", "") or NOT_KNOWN) == new
