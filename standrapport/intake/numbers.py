# SPDX-License-Identifier: EUPL-1.2
"""Cells as delivered: what a text may stand for in Dutch and in English notation, and words and
marks that stand for no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from typing import Literal

from ..core.frozen import dataclass
from ..core.model import Column
from ..core.notation import NOT_APPLICABLE, NOT_AVAILABLE, NOT_KNOWN, OUTSIDE_LIST, format_getal
from .grids import Cell
from .words import plain_mark, without_marks

Notation = Literal["nl", "en"]
NOTATIONS: tuple[Notation, ...] = ("nl", "en")
NAMES: dict[Notation, str] = {"nl": "Nederlandse", "en": "Engelse"}
_PLAIN = r"\d+"
_FIRST = r"[1-9]\d{0,2}"  # a group of thousands never begins with a nought: 0.750 is not 750
_SPACED = rf"{_FIRST}(?:(?: \d{{3}})+|(?:['’]\d{{3}})+)"
_WRITTEN: dict[Notation, re.Pattern[str]] = {
    "nl": re.compile(
        rf"[-\N{{MINUS SIGN}}]?(?:{_FIRST}(?:\.\d{{3}})+|{_SPACED}|{_PLAIN})(?:,\d+)?"
    ),
    "en": re.compile(
        rf"[-\N{{MINUS SIGN}}]?(?:{_FIRST}(?:,\d{{3}})+|{_SPACED}|{_PLAIN})(?:\.\d+)?"
    ),
}
_NUMERIC = re.compile(r"[-\N{MINUS SIGN}]?\d[\d.,'’ ]*")
_MONEY = re.compile(r"^(?:€|EUR)\s*(?=[-\N{MINUS SIGN}]?\d)|(?<=\d)(?:,-)?\s*(?:€|EUR)$")
_IN_BRACKETS = re.compile(r"\(\s*([\d.,]+\s*%)\s*\)")  # a share under its count
_SUPPRESSED = re.compile(r"(?:<|minder dan|kleiner dan)\s*(\d+)", re.IGNORECASE)
# Makers of tables write it for 'not known yet' too; here it is n.b. only where that stands already.
UNAVAILABLE = frozenset({NOT_AVAILABLE, "nb", "n.b"})
_UNKNOWN = UNAVAILABLE | {
    NOT_KNOWN,
    "nnb",
    "n.n.b",
    ".",
    "..",
    "...",
    "…",
    "onbekend",
    "niet bekend",
    "nog niet bekend",
    "n.a.",
    "volgt",
    ":",
    "[x]",
    "not available",
}
_NOT_APPLICABLE = {NOT_APPLICABLE, "nvt", "n.v.t", "niet van toepassing", "[z]"}
# In full words it is no abbreviation that makers use for both.
_IN_FULL = {"niet beschikbaar", "niet voorhanden"}
_OUTSIDE = {OUTSIDE_LIST, "bl", "b.l", "buiten de lijst"}
# What may mean more than one thing is asked; by the file once, for all cells that have it.
_SIGNS = {"n/a", "na", "/", "[c]", "[w]"}
_DASHES = {"-", "–", "—", "\N{MINUS SIGN}", "--"}


class Says(Enum):
    """What a cell of a delivered table says."""

    EMPTY = "leeg"
    NUMBER = "getal"
    UNKNOWN = "nog niet bekend"
    NOT_APPLICABLE = "niet van toepassing"
    UNAVAILABLE = "niet beschikbaar"
    OUTSIDE = "buiten de lijst"
    SUPPRESSED = "onderdrukt"
    DASH = "streepje"
    CROSS = "kruisje"
    SIGN = "teken"
    TEXT = "tekst"


@dataclass(frozen=True, slots=True)
class Content:
    """A cell read as far as it can be without knowing the notation.

    `readings` gives the number in each notation that can read it (both the same for a number of a
    workbook); `limit` is n of '<n'; `money` tells that the sign of the euro stands beside it.
    """

    says: Says
    text: str
    readings: dict[Notation, Decimal]
    percent: bool = False
    limit: int = 0
    marks: tuple[str, ...] = ()
    certain: bool = False  # the file itself holds the number
    money: bool = False

    @property
    def value_like(self) -> bool:
        """Whether the cell can stand where figures stand."""
        return self.says not in {Says.EMPTY, Says.TEXT}


def read_content(cell: Cell) -> Content:
    """What a cell says; a text that is no number, no mark and no word for a missing
    figure is TEXT.
    """
    if cell.number is not None:
        return Content(
            Says.NUMBER,
            cell.text,
            dict.fromkeys(NOTATIONS, cell.number),
            cell.percent,
            0,
            cell.marks,
            certain=True,
        )
    low = cell.text.lower()
    if not low:
        return Content(Says.EMPTY, "", {})
    for says, words in (
        (Says.UNKNOWN, _UNKNOWN),
        (Says.NOT_APPLICABLE, _NOT_APPLICABLE),
        (Says.UNAVAILABLE, _IN_FULL),
        (Says.OUTSIDE, _OUTSIDE),
        (Says.DASH, _DASHES),
        (Says.CROSS, {"x"}),
        (Says.SIGN, _SIGNS),
    ):
        if low in words:
            return Content(says, cell.text, {}, marks=cell.marks)
    text, marks = without_marks(cell.text)
    marks = (*marks, *map(plain_mark, cell.marks))
    if suppressed := _SUPPRESSED.fullmatch(text):
        return Content(Says.SUPPRESSED, cell.text, {}, limit=int(suppressed[1]), marks=marks)
    if between := _IN_BRACKETS.fullmatch(text):
        text = between[1]
    percent = text.endswith("%")
    bare = text.rstrip("% ") if percent else _MONEY.sub("", text)
    if not cell.day and _NUMERIC.fullmatch(bare):
        return Content(
            Says.NUMBER,
            cell.text,
            {n: v for n in NOTATIONS if (v := parse(bare, n)) is not None},
            percent,
            marks=marks,
            money=not percent and bare != text,
        )
    return Content(Says.TEXT, cell.text, {}, marks=marks)


def parse(text: str, notation: Notation) -> Decimal | None:
    """The number of a text in one notation: '13.840' is 13840 in Dutch and 13,84 in English."""
    if not _WRITTEN[notation].fullmatch(text):
        return None
    thousands, decimal = (".", ",") if notation == "nl" else (",", ".")
    return Decimal(
        text.replace(thousands, "")
        .replace(" ", "")
        .replace("'", "")
        .replace("’", "")
        .replace(decimal, ".")
        .replace("\N{MINUS SIGN}", "-")
    )


def fits(value: Decimal, column: Column) -> bool:
    """Whether a number can be a figure of a column: not negative, and whole where the column counts
    whole things.

    A value that still has to be rounded fits; one with decimals where the catalogue has none does
    not.
    """
    whole = column.decimals == 0 and column.unit != "procent"
    return value >= 0 and (not whole or value == value.to_integral_value())


@dataclass(frozen=True)
class Decided:
    """The notation of the texts: None when nothing shows it and it makes no difference.

    `open`: cells that read differently in both.

    `reason` says in Dutch why; `wrong` are the places (indexes) that cannot be read.
    """

    notation: Notation | None
    reason: str
    open: tuple[int, ...] = ()
    wrong: tuple[int, ...] = ()
    mixed: bool = False


def decide(cells: Iterable[tuple[Content, Column]], chosen: Notation | None) -> Decided:
    """The one notation under which every cell fits its column, or the cells that leave it open."""
    rows = [(at, *cell) for at, cell in enumerate(cells) if cell[0].says is Says.NUMBER]
    bad = {n: _misfits(rows, n) for n in NOTATIONS}
    if chosen is not None:
        return Decided(chosen, "dat is zo gekozen", wrong=tuple(sorted(bad[chosen])))
    neither = bad["nl"] & bad["en"]
    wrong = tuple(sorted(neither))
    told = _telling(rows, neither)
    if not told:
        return Decided(None, _no_need(content for _, content, _ in rows), wrong=wrong)
    possible = [n for n in NOTATIONS if bad[n] <= neither]
    if len(possible) == 1:
        decisive = next(one.text for at, one in told if at in bad["nl"] | bad["en"])
        return Decided(possible[0], f"'{decisive}' is alleen zo te lezen", wrong=wrong)
    # With none possible cells contradict each other: some can only be Dutch, others only English.
    return Decided(None, "", tuple(at for at, _ in told), wrong, mixed=not possible)


def _telling(
    rows: Iterable[tuple[int, Content, Column]], neither: set[int]
) -> list[tuple[int, Content]]:
    """The numbers to which the notation makes a difference, those that fit in none set aside."""
    differing = [(at, one) for at, one, _ in rows if _reads_differently(one)]
    return [(at, content) for at, content in differing if at not in neither]


def _misfits(rows: Iterable[tuple[int, Content, Column]], notation: Notation) -> set[int]:
    """The numbers that cannot be a figure of their column in one notation."""
    return {at for at, content, column in rows if not _reads(content, column, notation)}


def _reads(content: Content, column: Column, notation: Notation) -> bool:
    """Whether a number can be a figure of its column in one notation."""
    return notation in content.readings and fits(content.readings[notation], column)


def _no_need(contents: Iterable[Content]) -> str:
    """Why the notation makes no difference."""
    if all(content.certain for content in contents):
        return "het bestand bevat echte getallen"
    return "de getallen hebben geen scheidingstekens"


def _reads_differently(content: Content) -> bool:
    """Whether the notation makes a difference to a number, or only one can read it."""
    if len(content.readings) == 1:
        return True
    return not content.certain and len(set(content.readings.values())) != 1


def advice(text: str) -> str:
    """What was probably meant by a cell that cannot be read, when the digits leave little doubt."""
    bare = without_marks(text)[0].rstrip("% ")
    if re.fullmatch(r"0[.,]\d{3}", bare):
        return " Een groep van duizend begint nooit met 0; lever het getal zelf."
    if match := re.fullmatch(r"(\d{1,3})[.,](\d{1,2})", bare):
        return f" Bedoelt u {match[1]}.{match[2]:0<3}? Is er een nul verloren gegaan?"
    if match := re.fullmatch(r"(\d{1,3}(?:[.,]\d{3})+)(\d)\)?", bare):
        return f" Hoort de laatste {match[2]} bij een voetnoot, en is het getal {match[1]}?"
    if bare.startswith(("-", "\N{MINUS SIGN}")):
        return " Een aantal of aandeel is nul of meer."
    return ""


def shown(value: Decimal) -> str:
    """A number in Dutch notation with all its decimals."""
    return format_getal(value, max(0, -int(value.normalize().as_tuple().exponent)))
