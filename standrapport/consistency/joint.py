"""Rules that each pass but have no true values in common (contract: 'reported together').

A cheap search comes first: projecting the printed values onto rules and intervals in turn (S. Kaczmarz, 1937; L.G. Gubin e.a.,
'The method of projections', 1967) nearly always finds common values. Only where it does not, a linear program decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, isinf

from ..formula.linear import Box
from ..model import FigureKey
from .constraints import Constraint, cells_of

_ROUNDS = 500
_CLOSE = 1e-7


@dataclass(frozen=True)
class Clash:
    """A group of rules without common values: the rules that take part and the least total miss.

    `possible_when_widened` tells whether widening the totals made of rounded parts makes common values possible.
    """

    constraints: tuple[Constraint, ...]
    miss: float
    possible_when_widened: bool


def clash_of(group: Sequence[Constraint], box: Box, widened: Box) -> Clash | None:
    """What is wrong with a group whose rules each pass, or None when they have common true values."""
    if fits(group, box):
        return None
    missed = misses(group, box)
    taking_part = tuple(constraint for constraint, miss in missed if miss > _CLOSE)
    if not taking_part:
        return None
    total = sum(miss for _, miss in missed)
    loose = not any(miss > _CLOSE for _, miss in misses(group, widened))
    return Clash(irreducible(group, box, taking_part), total, loose)


def fits(group: Sequence[Constraint], box: Box) -> bool:
    """Whether alternating projections find true values that satisfy every rule of the group; False means 'not found'."""
    limits = {cell: (float(box[cell].low), float(box[cell].high)) for cell in cells_of(group)}
    point = {cell: (low + high) / 2 if not isinf(high) else low for cell, (low, high) in limits.items()}
    rows = [_Row(constraint) for constraint in group]
    touching: dict[FigureKey, list[int]] = {}
    for number, row in enumerate(rows):
        for cell, _ in row.weights:
            touching.setdefault(cell, []).append(number)
    # Only rules whose figures moved are looked at again.
    waiting = dict.fromkeys(range(len(rows)))
    for _ in range(_ROUNDS * len(rows)):
        if not waiting:
            return True
        number = next(iter(waiting))
        del waiting[number]
        row = rows[number]
        over = row.over(point)
        if abs(over) <= _CLOSE:
            continue
        waiting[number] = None
        for cell, weight in row.weights:
            least, most = limits[cell]
            moved = min(max(point[cell] - over * weight / row.square, least), most)
            if moved != point[cell]:
                point[cell] = moved
                waiting.update(dict.fromkeys(touching[cell]))
    return not waiting


class _Row:
    """A rule in floating point, for the search only."""

    __slots__ = ("constant", "high", "low", "square", "weights")

    def __init__(self, constraint: Constraint) -> None:
        self.weights = [(cell, float(weight)) for cell, weight in constraint.form.weights.items()]
        self.constant = float(constraint.form.constant)
        self.low, self.high = constraint.low, constraint.high
        self.square = sum(weight * weight for _, weight in self.weights)

    def over(self, point: dict[FigureKey, float]) -> float:
        """How far the rule is from holding: positive above its upper limit, negative below its lower one."""
        value = self.constant
        for cell, weight in self.weights:
            value += weight * point[cell]
        return value - self.high if value > self.high else value - self.low if value < self.low else 0.0


def misses(group: Sequence[Constraint], box: Box) -> list[tuple[Constraint, float]]:
    """By how much each rule must give so that all others hold, when the total is least (an elastic linear program)."""
    from .solver import Program

    program = Program()
    places: dict[FigureKey, int] = {}
    for cell in cells_of(group):
        places[cell] = program.variable(float(box[cell].low), float(box[cell].high))
    slacks = []
    for constraint in group:
        up, down = program.variable(0, inf, 1.0), program.variable(0, inf, 1.0)
        slacks.append((up, down))
        weights = {places[cell]: float(weight) for cell, weight in constraint.form.weights.items()}
        constant = float(constraint.form.constant)
        program.row(constraint.low - constant, constraint.high - constant, {**weights, up: 1.0, down: -1.0})
    solution = program.solve()
    if solution is None:
        return []
    return [(constraint, solution[up] + solution[down]) for constraint, (up, down) in zip(group, slacks, strict=True)]


def irreducible(group: Sequence[Constraint], box: Box, missed: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """A smallest set of rules that clash: each is needed (deletion filter, J.W. Chinneck and E.W. Dravnieks, 1991)."""
    keep = list(group)
    for constraint in group:
        if constraint in missed and len(missed) == 1:
            continue
        without = [other for other in keep if other is not constraint]
        if without and any(miss > _CLOSE for _, miss in misses(without, box)):
            keep = without
    return tuple(keep)
