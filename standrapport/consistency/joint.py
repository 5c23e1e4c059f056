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

_ROUNDS = 2000
_CLOSE = 1e-7


@dataclass(frozen=True, slots=True)
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
    rows = [([(cell, float(weight)) for cell, weight in c.form.weights.items()], float(c.form.constant), c.low, c.high) for c in group]
    squares = [sum(weight * weight for _, weight in weights) for weights, _, _, _ in rows]
    for _ in range(_ROUNDS):
        worst = 0.0
        for (weights, constant, low, high), square in zip(rows, squares, strict=True):
            value = constant + sum(weight * point[cell] for cell, weight in weights)
            over = value - high if value > high else value - low if value < low else 0.0
            if over:
                worst = max(worst, abs(over))
                for cell, weight in weights:
                    least, most = limits[cell]
                    point[cell] = min(max(point[cell] - over * weight / square, least), most)
        if worst < _CLOSE:
            return True
    return False


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
