# SPDX-License-Identifier: EUPL-1.2
"""Rules that each pass but have no true values in common (contract: 'reported together').

A cheap search comes first: projecting the printed values onto rules and intervals in turn (S.
Kaczmarz, 1937; L.G. Gubin e.a., 'The method of projections', 1967) nearly always finds common
values. Only where it does not, a linear program decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, isinf

from ...core.formula.linear import Box
from ...core.frozen import dataclass
from ...core.model import FigureKey
from .constraints import Constraint, cells_of

_ROUNDS = 500
_CLOSE = 1e-7


@dataclass(frozen=True)
class Clash:
    """A group of rules without common values: the rules that take part and the least total miss.

    `possible_when_widened` tells whether widening the totals made of rounded parts makes common
    values possible.
    """

    constraints: tuple[Constraint, ...]
    miss: float
    possible_when_widened: bool


def clash_of(group: Sequence[Constraint], box: Box, widened: Box) -> Clash | None:
    """What is wrong with a group whose rules each pass, or None when they have common
    true values.
    """
    if fits(group, box):
        return None
    missed = misses(group, box)
    taking_part = tuple(constraint for constraint, miss in missed if miss > _CLOSE)
    if not taking_part:
        return None
    total = sum(miss for _, miss in missed)
    loose = not any(miss > _CLOSE for _, miss in misses(group, widened))
    return Clash(irreducible(group, box, taking_part), total, loose)


class _Point:
    """True values of a group that are moved towards its rules, one rule at a time."""

    def __init__(self, group: Sequence[Constraint], box: Box) -> None:
        cells = cells_of(group)
        number = {cell: at for at, cell in enumerate(cells)}
        self._low = [float(box[cell].low) for cell in cells]
        self._high = [float(box[cell].high) for cell in cells]
        self._values = [
            least if isinf(most) else (least + most) / 2
            for least, most in zip(self._low, self._high, strict=True)
        ]
        self._rows = [
            (
                [(number[cell], float(weight)) for cell, weight in constraint.form.weights.items()],
                float(constraint.form.constant),
                constraint.low,
                constraint.high,
                sum(float(weight) * float(weight) for weight in constraint.form.weights.values()),
            )
            for constraint in group
        ]
        self._touching: list[dict[int, None]] = [{} for _ in cells]
        for at, (weights, *_) in enumerate(self._rows):
            for cell, _ in weights:
                self._touching[cell][at] = None

    def visit(self, at: int, waiting: dict[int, None]) -> None:
        """Project onto rule `at` when it lies beyond its bounds; it and the rules whose figures
        moved are then to be looked at again.
        """
        weights, value, least, most, square = self._rows[at]
        values = self._values
        for cell, weight in weights:
            value += weight * values[cell]
        over = value - most if value > most else value - least if value < least else 0.0
        if -_CLOSE <= over <= _CLOSE:
            return
        waiting[at] = None
        share = over / square
        for cell, weight in weights:
            moved = values[cell] - share * weight
            if moved < self._low[cell]:
                moved = self._low[cell]
            elif moved > self._high[cell]:
                moved = self._high[cell]
            if moved != values[cell]:
                values[cell] = moved
                waiting.update(self._touching[cell])


def fits(group: Sequence[Constraint], box: Box) -> bool:
    """Whether alternating projections find true values that satisfy every rule of the group.

    False means 'not found'.
    """
    point = _Point(group, box)
    # Only rules whose figures moved are looked at again.
    waiting = dict.fromkeys(range(len(group)))
    for _ in range(_ROUNDS * len(group)):
        if not waiting:
            return True
        at = next(iter(waiting))
        del waiting[at]
        point.visit(at, waiting)
    return not waiting


def misses(group: Sequence[Constraint], box: Box) -> list[tuple[Constraint, float]]:
    """By how much each rule must give so that all others hold, when the total is least (an elastic
    linear program).
    """
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
        program.row(
            constraint.low - constant, constraint.high - constant, {**weights, up: 1.0, down: -1.0}
        )
    solution = program.solve()
    if solution is None:
        return []
    return [
        (constraint, solution[up] + solution[down])
        for constraint, (up, down) in zip(group, slacks, strict=True)
    ]


def irreducible(
    group: Sequence[Constraint], box: Box, missed: Sequence[Constraint]
) -> tuple[Constraint, ...]:
    """A smallest set of rules that clash: each is needed (deletion filter, J.W. Chinneck and E.W.
    Dravnieks, 1991).
    """
    keep = list(group)
    for constraint in group:
        if constraint in missed and len(missed) == 1:
            continue
        without = [other for other in keep if other is not constraint]
        if without and any(miss > _CLOSE for _, miss in misses(without, box)):
            keep = without
    return tuple(keep)
