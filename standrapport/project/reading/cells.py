# SPDX-License-Identifier: EUPL-1.2
"""One cell of a figure file: Dutch notation to a kind and a value, read here and nowhere else; and
which of several rows of one year is the figure of that year.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Protocol, TypeVar

from ...core.budget import BUDGET
from ...core.frozen import dataclass
from ...core.model import Column, Expected, Figure, Kind, months_in, several_years
from ...core.notation import (
    NOT_APPLICABLE,
    NOT_AVAILABLE,
    NOT_KNOWN,
    OUTSIDE_LIST,
    format_figure,
    format_getal,
    parse_getal,
)

_MARKS = {
    **dict.fromkeys(("", NOT_KNOWN, "nnb", "n.n.b"), (Kind.UNKNOWN, NOT_KNOWN)),
    **dict.fromkeys((NOT_APPLICABLE, "nvt", "n.v.t"), (Kind.NOT_APPLICABLE, NOT_APPLICABLE)),
    **dict.fromkeys((NOT_AVAILABLE, "nb", "n.b"), (Kind.UNAVAILABLE, NOT_AVAILABLE)),
    **dict.fromkeys((OUTSIDE_LIST, "bl", "b.l"), (Kind.OUTSIDE, OUTSIDE_LIST)),
}
_THOUSANDS = re.compile(
    r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?"
)  # English: 13,840 would otherwise be read as 13,84
_SUPPRESSED = re.compile(r"<\s*([0-9]{1,6})")
_READ = 24  # letters of a cell that can still be one number
_WHOLE = 100  # percent


@dataclass(frozen=True)
class CellRead:
    """What a cell says: its kind, its value, and the text the report prints."""

    kind: Kind
    value: Decimal | None
    printed: str
    decimals: int = 0


class BadCell(Exception):
    """A cell that cannot be read: a code, and what its sentence tells (`messages.found`)."""

    def __init__(self, code: str, said: Mapping[str, object], which: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.said = said
        self.which = which


def read_cell(raw: str, column: Column) -> CellRead:
    """The cell of a column.

    Raises BadCell (SR-L009 notation, SR-L010 rounding, SR-L012 negative, SR-L013 suppression).
    """
    text = raw.strip().replace("\N{NO-BREAK SPACE}", " ")
    if mark := _MARKS.get(text.lower()):
        return CellRead(mark[0], None, mark[1])
    if suppressed := _SUPPRESSED.fullmatch(text):
        limit = int(suppressed[1])
        if column.suppression is None:
            raise BadCell("SR-L013", {"tekst": text, "cijfer": column.ref, "grens": limit}, "geen")
        if limit != column.suppression:
            said = {"tekst": text, "cijfer": column.ref, "grens": column.suppression}
            raise BadCell("SR-L013", said, "andere")
        return CellRead(Kind.SUPPRESSED, None, f"<{limit}")
    value = parse_getal(text)
    if value is None or (column.decimals == 0 and _THOUSANDS.fullmatch(text)):
        raise BadCell("SR-L009", {"tekst": text, "advies": _advice(text, column)}, "getal")
    if abs(value) >= BUDGET.most or _places(value) > BUDGET.places:
        raise BadCell("SR-L009", {"tekst": text}, "groot")
    _check_range(value, column)
    if column.rounding is not None and value % column.rounding:
        nearby = (value / column.rounding).to_integral_value() * column.rounding
        step = format_getal(column.rounding, column.decimals)
        said = {"getal": format_getal(value, _places(value)), "stap": step, "cijfer": column.ref}
        meant = _other_scale(value, column) or nearby
        if not meant:
            raise BadCell("SR-L010", said, "klein")
        raise BadCell("SR-L010", {**said, "dichtbij": format_getal(meant, column.decimals)})
    decimals = max(column.decimals, _places(value))
    return CellRead(Kind.VALUE, value, format_figure(value, decimals, column.unit), decimals)


def _other_scale(value: Decimal, column: Column) -> Decimal | None:
    """What was probably meant: thousands of which Excel made decimals (5.230 became 5,23), or a
    share of one where a percentage belongs (0,86).

    None when the number does not look like either.
    """
    if column.decimals or not 0 < _places(value) <= 3:
        return None
    share = column.unit == "procent"
    if share and not 0 < value < 1:
        return None
    meant = value * (_WHOLE if share else 1000)
    fits = column.rounding is None or meant % column.rounding == 0
    return meant if fits and meant == meant.to_integral_value() else None


def _check_range(value: Decimal, column: Column) -> None:
    """A count or share is not below zero, nor a share above the whole, unless the column says so.

    Raises BadCell.
    """
    if column.free:
        return
    above = value > _WHOLE and column.unit == "procent"
    if value < 0 or above:
        said = {"getal": format_getal(value, _places(value)), "cijfer": column.ref}
        raise BadCell("SR-L085" if above else "SR-L012", said)


def _places(value: Decimal) -> int:
    return max(0, -int(value.normalize().as_tuple().exponent))


def _advice(text: str, column: Column) -> str:
    """What was probably meant, when the digits leave little doubt."""
    if len(text) > _READ:
        return ""
    if re.fullmatch(r"[-\N{MINUS SIGN}]?\d+\.\d+", text):
        whole = text.replace(".", "")
        if column.unit == "procent" and column.decimals == 0:
            meant_share = _other_scale(Decimal(text.replace("\N{MINUS SIGN}", "-")), column)
            return f" Bedoelt u {format_getal(meant_share)}?" if meant_share else ""
        if column.decimals == 0:
            padded = (
                whole + "0" * (3 - len(text.rpartition(".")[2]))
                if len(text.rpartition(".")[2]) < 3
                else whole
            )
            meant = format_getal(Decimal(padded.replace("\N{MINUS SIGN}", "-")))
            return f" Bedoelt u {meant}?" if text.count(".") == 1 else ""
        return f" Bedoelt u {text.replace('.', ',')}?"
    if re.fullmatch(r"\d{1,3}( \d{3})+", text):
        return f" Bedoelt u {text.replace(' ', '.')}?"
    if _THOUSANDS.fullmatch(text):
        return f" Bedoelt u {text.replace('.', ';').replace(',', '.').replace(';', ',')}?"
    if re.fullmatch(r"[\d.,]+\s*%", text):
        return f" Laat het procentteken weg: {text.rstrip('% ')}."
    if re.search(r"\d", text):
        return " Schrijf alleen het getal, zoals 13.840 of 54,2."
    return (
        f" Schrijf een getal, {NOT_KNOWN} (nog niet bekend), {NOT_AVAILABLE} (niet beschikbaar),"
        f" {NOT_APPLICABLE} (niet van toepassing) of {OUTSIDE_LIST} (buiten de lijst)."
    )


class TimedRow(Protocol):
    """A row of a figure file: what time it is about, whether it was counted, and its figures."""

    @property
    def period(self) -> str | None:
        """The part of time; None for the whole year."""

    @property
    def expected(self) -> Expected:
        """'' for what was counted."""

    @property
    def figures(self) -> Mapping[str, Figure]:
        """The figures by column."""


R = TypeVar("R", bound=TimedRow)


def stands_for_year(rows: Sequence[R]) -> R:
    """The row that is meant by its year alone; of equals the first."""
    return min(rows, key=_rank)


def says_something(row: TimedRow) -> bool:
    """Whether a row has more than marks of what is not known."""
    return any(not figure.kind.is_open for figure in row.figures.values())


def _rank(row: TimedRow) -> tuple[int, int]:
    months = -months_in(row.period)
    if row.expected:
        return 4 if row.expected == "raming" else 5, months
    if several_years(row.period):
        return 3, 0
    if not says_something(row):
        return 2, months
    return (0, 0) if row.period is None else (1, months)
