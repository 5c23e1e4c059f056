# SPDX-License-Identifier: EUPL-1.2
"""The functions of the language: what each may be given, and what it stands for.

`aandeel(a, b)` and `verandering(a)` are the two formulas reports are full of, by their names. They
are written out while a formula is read, so that values, exact bounds, periods and
populations are those of the long form: a figure that stands twice is one figure, and a part of its
own whole never goes over 100.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from ..budget import BUDGET
from ..model import Expected
from .nodes import (
    Call,
    FormulaError,
    Negative,
    Node,
    Number,
    Operation,
    Reference,
    SumKeys,
    SumYears,
    Year,
    rebuilt,
    references,
)

_HUNDRED = Number(Fraction(100))
# A whole number from the first year on between brackets is a year, below it a shift.
FIRST_YEAR, LAST_YEAR = BUDGET.first_year, BUDGET.last_year


def called(name: str, arguments: list[Node], offset: int) -> Node:
    """The node of a function that exists; raises FormulaError at `offset` for arguments it cannot
    have.
    """
    match name:
        case "som":
            return _sum(arguments, offset)
        case "aandeel":
            return _share(arguments, offset)
        case "verandering":
            return _change(arguments, offset)
        case "abs" if len(arguments) != 1:
            raise FormulaError("abs neemt één argument", offset)
        case _:
            return Call(name, tuple(arguments))


def share(part: Node, whole: Node) -> Node:
    """`100 * part / whole`: what percentage the part is of the whole."""
    return Operation("/", Operation("*", _HUNDRED, part), whole)


def change(node: Node, years: int) -> Node:
    """`100 * (now - then) / then`: the change in percent since `years` (below zero) from the year
    asked for.
    """
    then = shifted(node, years)
    return Operation("/", Operation("*", _HUNDRED, Operation("-", node, then)), then)


def moves(node: Node) -> bool:
    """Whether a formula has a figure that is another one in another year."""
    fixed = all(reference.year is not None for reference in references(node))
    return not fixed and shifted(node, -1) != node


def shifted(node: Node, years: int) -> Node:
    """The formula some years away: what names a year of its own stays as it is."""
    match node:
        case Reference(year=None, shift=shift):
            return replace(node, shift=shift + years)
        case SumKeys(reference) if reference.year is None:
            return SumKeys(replace(reference, shift=reference.shift + years))
        case Year():
            return Operation("+", node, Number(Fraction(years)))
        case _:
            return rebuilt(node, lambda part: shifted(part, years))


def hoped(node: Node, expected: Expected) -> Node:
    """The formula over targets or forecasts: what asks for one itself stays as it is."""
    match node:
        case Reference(expected=""):
            return replace(node, expected=expected)
        case SumKeys(reference) | SumYears(reference, _, _) if not reference.expected:
            return replace(node, reference=replace(reference, expected=expected))
        case _:
            return rebuilt(node, lambda part: hoped(part, expected))


def _sum(arguments: list[Node], offset: int) -> Node:
    match arguments:
        case [Reference() as reference]:
            return SumKeys(reference)
        case [Reference() as reference, first, last] if (a := whole(first)) is not None and (
            b := whole(last)
        ) is not None:
            if a > b:
                raise FormulaError(
                    f"som telt jaren op van vroeg naar laat, niet van {a} tot {b}", offset
                )
            if not FIRST_YEAR <= a <= b <= LAST_YEAR:
                raise FormulaError(
                    f"som telt jaren op van {FIRST_YEAR} tot en met {LAST_YEAR}, niet van {a} tot"
                    f" {b}",
                    offset,
                )
            return SumYears(reference, a, b)
        case _:
            return Call("som", tuple(arguments))


def _share(arguments: list[Node], offset: int) -> Node:
    if len(arguments) != 2:
        raise FormulaError("aandeel neemt twee argumenten: het deel en het geheel", offset)
    return share(*arguments)


def _change(arguments: list[Node], offset: int) -> Node:
    years = -1 if len(arguments) == 1 else whole(arguments[1]) if len(arguments) == 2 else None
    if years is None or years >= 0:
        raise FormulaError(
            "verandering neemt een cijfer en een aantal jaren terug, zoals"
            " verandering(tabel.kolom, -2)",
            offset,
        )
    if not moves(arguments[0]):
        raise FormulaError(
            "verandering vergelijkt twee jaren; hier staat niets dat van jaar tot jaar verschilt",
            offset,
        )
    return change(arguments[0], years)


def whole(node: Node) -> int | None:
    """The whole number that is written here; None for anything else."""
    match node:
        case Number(value) if value.denominator == 1:
            return int(value)
        case Negative(Number(value)) if value.denominator == 1:
            return -int(value)
        case _:
            return None
