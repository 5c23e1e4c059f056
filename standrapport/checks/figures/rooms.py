# SPDX-License-Identifier: EUPL-1.2
"""What the rules leave a cell: the program over all true values of some rules, and the room of one
cell in it.

The program counts from the printed values and in steps of a size of its own, so that amounts above
10^11 lose no digit that matters.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from math import inf

from ...core.formula import Linear, printed_value
from ...core.formula.linear import Box
from ...core.model import FigureKey, Figures, Interval
from .constraints import Constraint, cells_of
from .judge import stated_sum
from .said_elsewhere import adds_up, share_of
from .solver import Program
from .weigh import Room

_SIZE = 1e6  # the largest change of a cell, in steps of the program


class Around:
    """Some rules as rows of a program whose variables are changes of the printed values."""

    def __init__(self, scope: Sequence[Constraint], box: Box, figures: Figures) -> None:
        self.scope = scope
        self._figures = figures
        self.cells = cells_of(scope)
        self._box = box
        self.centre = {cell: _centre(cell, box, figures) for cell in self.cells}
        self._bases = [one.form.value(self.centre) for one in scope]
        reach = max(4 * sum(map(self._reach, scope, self._bases)), 1.0)
        self.unit = max(1.0, reach / _SIZE)
        self.limit = reach / self.unit

    def _reach(self, one: Constraint, base: Fraction) -> float:
        """How far a cell may have to move for one rule."""
        least = min((abs(float(weight)) for weight in one.form.weights.values()), default=1.0)
        widths = 0.0
        for cell, weight in one.form.weights.items():
            bounds = self._box[cell]
            if not isinstance(bounds.high, float):
                widths += abs(float(weight)) * float(bounds.high - bounds.low)
        return (abs(float(base)) + widths) / min(least, 1.0)

    def still(self, cell: FigureKey) -> tuple[float, float]:
        """The change that the rounding of a cell allows."""
        bounds, centre = self._box[cell], self.centre[cell]
        return self.scaled(bounds.low, centre), self.scaled(bounds.high, centre)

    def scaled(self, value: Fraction | float, centre: Fraction) -> float:
        """A true value as a change."""
        return value if isinstance(value, float) else float((value - centre) / _exact(self.unit))

    def floor(self, cell: FigureKey) -> float:
        """The change to zero, or as far as the program goes."""
        if self._figures[cell].may_be_negative:
            return -self.limit
        return max(self.scaled(Fraction(0), self.centre[cell]), -self.limit)

    def value(self, cell: FigureKey, change: float) -> Fraction:
        """A change as a true value."""
        return self.centre[cell] + (Fraction(change) * _exact(self.unit)).limit_denominator(1000)

    def add(
        self, program: Program, at: int, place: Mapping[FigureKey, int], free: int | None = None
    ) -> None:
        """Rule number `at` as a row; with `free` it holds only while that switch is off."""
        one, base = self.scope[at], self._bases[at]
        scale = max((abs(float(weight)) for weight in one.form.weights.values()), default=1.0)
        weights = {place[cell]: float(w) / scale for cell, w in one.form.weights.items()}
        constant = float(base / _exact(self.unit)) / scale
        low, high = (end / self.unit / scale - constant for end in (one.low, one.high))
        if free is None:
            program.row(low, high, weights)
            return
        room = self.limit * 4
        if low > -inf:
            program.row(low, inf, {**weights, free: room})
        if high < inf:
            program.row(-inf, high, {**weights, free: -room})


def _exact(unit: float) -> Fraction:
    return Fraction(unit)


def _centre(cell: FigureKey, box: Box, figures: Figures) -> Fraction:
    value = printed_value(figures.get(cell))
    ends = (end for end in (box[cell].low, box[cell].high) if not isinstance(end, float))
    return value if value is not None else next(ends, Fraction(0))


def room_of(
    cell: FigureKey,
    free: Collection[FigureKey],
    scope: Sequence[Constraint],
    box: Box,
    figures: Figures,
) -> Room | None:
    """Least and greatest true value of a cell when it and the others of `free` may change; None
    when nothing fits.
    """
    shares = [one for one in scope if one.released_by == cell]
    if shares:
        found = share_of(shares[0], cell, box)
        return Room(_ended(found.low), _ended(found.high))
    kept = [one for one in scope if one.released_by is None or one.released_by not in free]
    ends = _ends(cell, free, Around(kept, box, figures))
    if ends is None:
        return None
    if ends[1] is not None and ends[1] < 0 and not figures[cell].may_be_negative:
        return None
    return _limits(cell, ends[0], ends[1], kept, box, figures)


def _ends(
    cell: FigureKey, free: Collection[FigureKey], around: Around
) -> list[Fraction | None] | None:
    """The least and greatest value of a cell in the program; None for all when nothing fits, for
    one when nothing limits it.
    """
    program = Program()
    place: dict[FigureKey, int] = {}
    for one in around.cells:
        low, high = around.still(one)
        if one in free:
            low = -2 * around.limit if one == cell else around.floor(one)
            high = 2 * around.limit
        place[one] = program.variable(low, high)
    if cell not in place:
        return [Fraction(0), None]
    for at in range(len(around.scope)):
        around.add(program, at, place)
    ends: list[Fraction | None] = []
    for sign in (1.0, -1.0):
        program.costs({place[cell]: sign})
        solution = program.solve()
        if solution is None:
            return None
        change = solution[place[cell]]
        ends.append(around.value(cell, change) if abs(change) < 1.99 * around.limit else None)
    return ends


def _ended(end: Fraction | float) -> Fraction | None:
    return None if isinstance(end, float) else end


def _limits(
    cell: FigureKey,
    low: Fraction | None,
    high: Fraction | None,
    scope: Iterable[Constraint],
    box: Box,
    figures: Figures,
) -> Room:
    """A room with the limits that the printed values give where one side is open."""
    if (low is None) == (high is None):
        return Room(low, high)
    points = {name: _point(name, box, figures) for one in scope for name in one.cells}
    allowed = [
        (found, one)
        for one in scope
        if cell in one.form.weights
        and (found := alone(cell, one, points, below=figures[cell].may_be_negative)) is not None
    ]
    floors = [(one.low, rule) for one, rule in allowed if 0 != one.low != -inf]
    ceilings = [(one.high, rule) for one, rule in allowed if not isinstance(one.high, float)]
    if high is None and floors:
        floor, rule = max(floors, key=lambda found: found[0])
        return Room(low, high, floor=Fraction(floor), words=_limit_words(rule))
    if low is None and ceilings:
        ceiling, rule = min(ceilings, key=lambda found: found[0])
        return Room(low, high, ceiling=Fraction(ceiling), words=_limit_words(rule))
    return Room(low, high)


def _limit_words(rule: Constraint) -> str:
    total = stated_sum(rule.source.node)
    if total is not None and adds_up(rule.form, total[0]):
        return "wat bekend is, telt daartoe op"
    return f"zo ver laat regel '{rule.source.rule.id}' het toe"


def _point(name: FigureKey, box: Box, figures: Figures) -> Interval:
    value = printed_value(figures.get(name))
    return box[name] if value is None else Interval.point(value)


def alone(
    cell: FigureKey,
    constraint: Constraint,
    box: Box,
    whole: Interval | None = None,
    *,
    below: bool = False,
) -> Interval | None:
    """The values with which a cell meets one rule, all other figures within the box.

    `whole` is what the rule comes to with the cell itself, when that is known already; `below`
    tells a cell that may be less than zero.
    """
    if constraint.released_by == cell:
        return share_of(constraint, cell, box)
    weight = constraint.form.weights[cell]
    rest = _rest(cell, weight, constraint, box, whole)
    ends = [_bound(constraint.low, rest.high), _bound(constraint.high, rest.low)]
    scaled = sorted(
        (end / weight if not isinstance(end, float) else (end if weight > 0 else -end))
        for end in ends
    )
    if below:
        return Interval(scaled[0], scaled[1])
    return Interval(max(scaled[0], Fraction(0)), scaled[1]) if scaled[1] >= 0 else None


def _rest(
    cell: FigureKey, weight: Fraction, constraint: Constraint, box: Box, whole: Interval | None
) -> Interval:
    own = box[cell] * Interval.point(weight)
    if whole is None or inf in map(abs, (whole.low, whole.high, own.low, own.high)):
        return constraint.form.plus(Linear({cell: weight}), Fraction(-1)).range(box)
    return Interval(whole.low - own.low, whole.high - own.high)


def _bound(limit: float, rest: Fraction | float) -> Fraction | float:
    if limit in (inf, -inf):
        return limit
    return -rest if isinstance(rest, float) else Fraction(limit) - rest


def changeable(cells: Iterable[FigureKey], figures: Figures) -> list[FigureKey]:
    """The cells that hold a value that can be wrong."""
    return [cell for cell in cells if cell in figures and figures[cell].value is not None]
