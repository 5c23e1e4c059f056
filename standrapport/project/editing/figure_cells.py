"""Cells of a figure file in the way the file itself is written, so that a change shows as what
changed and nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_DOTTED = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"-?\d{4,}(?:,\d+)?")
_WHOLE = re.compile(r"(-?)(\d+)(.*)")


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
