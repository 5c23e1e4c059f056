# SPDX-License-Identifier: EUPL-1.2
"""Units within one formula: amounts of one measure brought to one scale, and what cannot be taken
together refused.

'miljoen euro', 'duizend euro' and 'euro' are one measure with a scale, as are 'weken' and 'dagen'.
A factor that is written into a formula (`1000000 * kosten.totaal`) is taken as a conversion by hand
and is never made twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import TypeVar

from ..frozen import dataclass
from ..notation import POINTS_OR_PERCENT
from .nodes import (
    Call,
    Compare,
    FormulaError,
    Negative,
    Node,
    Number,
    Operation,
    Reference,
    SumKeys,
    SumYears,
    Year,
    references,
)

_SCALES = {"duizend": 10**3, "miljoen": 10**6, "mln": 10**6, "miljard": 10**9, "mld": 10**9}
_TIMES = {
    "minuten": ("uren", 1),
    "uren": ("uren", 60),
    "dagen": ("dagen", 1),
    "weken": ("dagen", 7),
    "maanden": ("maanden", 1),
    "jaren": ("maanden", 12),
}
_EUROS = frozenset({"euro", "euro's", "€", "eur"})
# Units of which nobody can tell what adds to them.
_LOOSE = frozenset({"", "rang", "punten", "index", "score", "cijfer", "promille"})
MONEY_MEASURE, COUNT, PERCENT, PURE, UNTOLD = "euro", "aantal", "procent", "getal", ""


class UnitProblem(FormulaError):
    """A formula that takes amounts together which have no unit in common."""


Pair = TypeVar("Pair", Compare, Operation)


@dataclass(frozen=True)
class UnitMeasure:
    """What a unit measures, and how many of the smallest unit of that measure it stands for."""

    kind: str
    scale: Fraction = Fraction(1)


def measure_of(unit: str) -> UnitMeasure:
    """The measure of a unit as a catalogue names it.

    >>> measure_of("miljoen euro")
    UnitMeasure(kind='euro', scale=Fraction(1000000, 1))
    """
    low = " ".join(unit.lower().replace(".", " ").split())
    first, _, rest = low.partition(" ")
    scale = Fraction(_SCALES.get(first, 1)) if rest else Fraction(1)
    bare = rest if scale != 1 else low
    if bare in _LOOSE:
        return UnitMeasure(UNTOLD)
    if bare in _EUROS:
        return UnitMeasure(MONEY_MEASURE, scale)
    if bare in POINTS_OR_PERCENT or bare == "%":
        return UnitMeasure(PERCENT)
    if bare in _TIMES:
        kind, times = _TIMES[bare]
        return UnitMeasure(kind, scale * times)
    if bare.split()[0] in _EUROS | set(_TIMES):  # 'euro per inwoner', 'dagen per aanvraag'
        return UnitMeasure(UNTOLD)
    return UnitMeasure(COUNT, scale)


_measure = cache(measure_of)  # a thousand figures have a few units


def in_units(node: Node, units: Mapping[str, str], unit: str | None = None) -> Node:
    """A formula with its amounts on one scale, that of `unit` for the outcome where it is given.

    `units` has the unit of every figure. Raises UnitProblem.
    """
    if isinstance(node, Compare):
        return _of_two(node, _one_scale([_amount(side, units) for side in (node.left, node.right)]))
    found = _amount(node, units)
    return found.node if unit is None else _as_unit(found, unit).node


def unit_of(node: Node, units: Mapping[str, str]) -> str:
    """The unit of the outcome of a formula that `in_units` made; '' where none of its figures has
    it.
    """
    found = _amount(node, units)
    named = dict.fromkeys(units.get(one.ref, "") for one in references(node))
    same = (unit for unit in named if measure_of(unit) == UnitMeasure(found.kind, found.scale))
    return next(same, "") if found.kind not in (UNTOLD, PURE) else ""


@dataclass(frozen=True)
class _Measured:
    """A part of a formula with what it measures.

    `scale` is that of the outcome, `cells` that of the figures in it: they differ where a factor
    was written by hand. `name`, `unit` and `offset` are those of its first figure. `loose` says
    that a number was multiplied in, such as a price, so that it may measure something else.
    """

    node: Node
    kind: str
    scale: Fraction = Fraction(1)
    cells: Fraction = Fraction(1)
    name: str = ""
    unit: str = ""
    offset: int = 0
    loose: bool = False

    @property
    def by_hand(self) -> bool:
        """Whether the formula converts it itself."""
        return self.scale != self.cells

    def times(self, factor: Fraction) -> _Measured:
        """The same amount in another scale."""
        if factor == 1:
            return self
        scale = self.scale / factor
        return replace(self, node=_multiplied(self.node, factor), scale=scale, cells=scale)


def _multiplied(node: Node, factor: Fraction) -> Node:
    """A factor behind the number that stands in front, so that `100 * deel` stays a share."""
    match node:
        case Operation("*", Number() as number, part):
            return Operation("*", number, _multiplied(part, factor))
    return Operation("*", Number(factor), node)


def _amount(node: Node, units: Mapping[str, str]) -> _Measured:
    match node:
        case Reference() | SumKeys() | SumYears():
            named = node if isinstance(node, Reference) else node.reference
            unit = units.get(named.ref, "")
            measure = _measure(unit)
            kind, scale = measure.kind, measure.scale
            return _Measured(node, kind, scale, scale, named.ref, unit, named.offset)
        case Number() | Year():
            return _Measured(node, PURE)
        case Negative(operand):
            inner = _amount(operand, units)
            return replace(inner, node=Negative(inner.node))
        case Operation("+" | "-", left, right):
            both = _one_scale([_amount(side, units) for side in (left, right)])
            return _together(_of_two(node, both), both)
        case Operation("*", left, right):
            return _product(node, _amount(left, units), _amount(right, units))
        case Operation(_, left, right):
            return _quotient(node, _amount(left, units), _amount(right, units))
        case Call(_, arguments):
            several = _one_scale([_amount(one, units) for one in arguments])
            return _together(replace(node, arguments=tuple(s.node for s in several)), several)
        case _:
            return _Measured(node, UNTOLD)


def _of_two(node: Pair, sides: Sequence[_Measured]) -> Pair:
    """A formula of two sides with these for them; itself where they are."""
    left, right = (side.node for side in sides)
    same = left is node.left and right is node.right
    return node if same else replace(node, left=left, right=right)


def _together(node: Node, parts: Sequence[_Measured]) -> _Measured:
    """What a sum measures: what the first part does of which that is known."""
    known = [part for part in parts if part.kind not in (UNTOLD, PURE)]
    chosen = known[0] if known else parts[0]
    told = (chosen.kind, chosen.scale, chosen.cells, chosen.name, chosen.unit, chosen.offset)
    return _Measured(node, *told, loose=any(part.loose for part in parts))


def _one_scale(parts: Sequence[_Measured]) -> list[_Measured]:
    """Amounts that are added or compared, in the smallest scale among them."""
    known = [part for part in parts if part.kind not in (UNTOLD, PURE)]
    _alike(known)
    scales = {part.scale for part in known}
    if len({part.kind for part in known}) != 1 or len(scales) == 1:
        return list(parts)
    if not any(part.by_hand for part in known):
        return [part.times(part.scale / min(scales)) if part in known else part for part in parts]
    if len({part.cells for part in known}) > 1:
        raise _by_hand(known)
    return list(parts)


def _alike(known: Sequence[_Measured]) -> None:
    """Raise UnitProblem at two amounts of different measures."""
    for one, other in pairwise(known):
        if one.kind != other.kind and not (one.loose or other.loose):
            raise _problem(one, other)


def _product(node: Operation, left: _Measured, right: _Measured) -> _Measured:
    plain = replace(node, left=left.node, right=right.node)
    for one, other in ((left, right), (right, left)):
        if isinstance(one.node, Number):
            return _by_number(
                replace(other, node=plain), 1 / one.node.value if one.node.value else 1
            )
    measured = [one for one in (left, right) if one.kind not in (PURE, PERCENT, COUNT)]
    return replace(measured[0], node=plain) if len(measured) == 1 else _Measured(plain, UNTOLD)


def _quotient(node: Operation, left: _Measured, right: _Measured) -> _Measured:
    plain = replace(node, left=left.node, right=right.node)
    if isinstance(right.node, Number):
        return _by_number(replace(left, node=plain), right.node.value)
    counted = (PURE, PERCENT, COUNT)
    if left.kind == right.kind and left.kind not in (UNTOLD, *counted):
        one, other = _one_ratio(left, right)
        ratio = replace(node, left=one.node, right=other.node)
        return _Measured(ratio, PURE)
    if left.kind in counted and right.kind in counted:
        return _Measured(plain, PURE)
    if right.kind in counted:  # euro per deelnemer is an amount of euros
        scale, cells = left.scale / right.scale, left.cells / right.cells
        return replace(left, node=plain, scale=scale, cells=cells)
    return _Measured(plain, UNTOLD)


def _one_ratio(left: _Measured, right: _Measured) -> tuple[_Measured, _Measured]:
    """Both sides of a division in one scale."""
    if left.scale == right.scale or left.cells == right.cells:
        return left, right
    if left.by_hand or right.by_hand:
        raise _by_hand((left, right))
    least = min(left.scale, right.scale)
    return left.times(left.scale / least), right.times(right.scale / least)


def _by_number(amount: _Measured, divisor: Fraction | int) -> _Measured:
    """An amount divided by a number that is written in the formula.

    A power of thousand converts it; by any other number money stays money, and the rest may have
    become something else.
    """
    size = max(Fraction(divisor), 1 / Fraction(divisor)) if divisor else Fraction(1)
    if size in (10**3, 10**6, 10**9) and amount.kind in (MONEY_MEASURE, COUNT):
        return replace(amount, scale=amount.scale * divisor, loose=True)
    if amount.kind in (MONEY_MEASURE, COUNT, PERCENT, PURE):
        return replace(amount, loose=amount.loose or size != 1)
    return replace(amount, kind=UNTOLD)


def _as_unit(amount: _Measured, unit: str) -> _Measured:
    """The outcome in the unit that a derived figure is said to have."""
    wanted = measure_of(unit)
    if UNTOLD in (wanted.kind, amount.kind) or amount.kind == PURE:
        return amount
    if wanted.kind != amount.kind:
        clash = {wanted.kind, amount.kind}
        if not amount.loose and (MONEY_MEASURE in clash or clash == {PERCENT, COUNT}):
            raise UnitProblem(
                f"de uitkomst is in {amount.unit} en de eenheid van het cijfer is {unit}",
                amount.offset,
            )
        return amount
    if wanted.scale in (amount.scale, amount.cells):
        return amount
    if amount.by_hand:
        raise _by_hand((amount,), unit)
    return amount.times(amount.scale / wanted.scale)


def _problem(one: _Measured, other: _Measured) -> UnitProblem:
    return UnitProblem(
        f"{one.name} ({one.unit}) en {other.name} ({other.unit}) hebben geen eenheid gemeen en"
        " kunnen niet worden opgeteld of vergeleken",
        other.offset,
    )


def _by_hand(parts: Sequence[_Measured], unit: str = "") -> UnitProblem:
    units = dict.fromkeys(filter(None, (*(part.unit for part in parts), unit)))
    return UnitProblem(
        f"de formule rekent zelf om, en dan staat er nog {' naast '.join(units)}; laat de factor"
        " weg, het programma rekent eenheden zelf om",
        parts[0].offset,
    )
