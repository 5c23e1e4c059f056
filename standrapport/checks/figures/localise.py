# SPDX-License-Identifier: EUPL-1.2
"""Which cells are wrong: the smallest sets of cells whose change makes all rules of a violated
group hold together.

Error localisation as a mixed-integer program after I.P. Fellegi and D. Holt, 'A systematic approach
to automatic edit and imputation' (JASA 71, 1976), with intervals for unchanged cells instead of
points. All smallest sets are listed by cutting off each set that was found, and ranked by evidence
outside the sums (`weigh`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import inf, log10, prod

from ...core.formula.linear import Box
from ...core.frozen import dataclass
from ...core.model import CellChange, Figure, FigureKey, Figures, Interval
from .constraints import Constraint, cells_of, groups
from .judge import stated_sum
from .rooms import Around, alone, changeable, room_of
from .said_elsewhere import statements_on
from .solver import Program
from .weigh import LikelyValue, Room, WeighedCell, weigh

MOST_TIES = 12
_SUM_FIRST = 1.3
_VALUES = 3  # values that are told of one cell
MOST_CHANGED = 12  # more cells at once is no slip of the pen, and explains nothing
# Weight of evidence against one more cell: it orders ties and never outweighs a cell.
_EVIDENCE = 0.01


@dataclass(frozen=True, slots=True)
class Repair:
    """One way out: a smallest set of cells with their new values; the best supported first, then
    the same cells with other values.

    `mass` weighs the set as the culprit, `likely` its first values; both are shares of what all
    repairs of the group weigh together.
    """

    values: tuple[tuple[CellChange, ...], ...]
    mass: float
    likely: float
    span: tuple[Fraction, Fraction] | None = None
    of_total: bool = False  # the one cell is what the others add up to

    @property
    def changes(self) -> tuple[CellChange, ...]:
        """The cells to change, best value each."""
        return self.values[0]


@dataclass(frozen=True, slots=True)
class Group:
    """Violated rules that are broken together, and the repairs that mend all of them,
    best first.
    """

    broken: tuple[Constraint, ...]
    repairs: tuple[Repair, ...]


def localise(
    broken: Sequence[Constraint], everything: Sequence[Constraint], box: Box, figures: Figures
) -> list[Group]:
    """Groups of violated rules with their smallest repairs."""
    touching: dict[FigureKey, list[Constraint]] = defaultdict(list)
    for constraint in everything:
        for cell in constraint.cells:
            touching[cell].append(constraint)
    found = []
    for cluster in _clusters(broken, touching):
        search = _Search(cluster, touching, box, figures)
        found.append(Group(tuple(cluster), _compared(search.repairs())))
    return found


def _compared(repairs: Sequence[Repair]) -> tuple[Repair, ...]:
    """Repairs with their weights as shares of all, heaviest first."""
    total = sum(repair.mass for repair in repairs) or 1.0
    shares = [replace(one, mass=one.mass / total, likely=one.likely / total) for one in repairs]

    # Where little tells them apart, the sum as printed is the first thing to look at; where nothing
    # does, the order is that of the names.
    def rank(one: Repair) -> tuple[float, list[str]]:
        mass = one.mass * (_SUM_FIRST if one.of_total else 1)
        return -round(mass, 9), [str(change.id) for change in one.changes]

    return tuple(sorted(shares, key=rank))


def _clusters(
    broken: Sequence[Constraint], touching: dict[FigureKey, list[Constraint]]
) -> list[list[Constraint]]:
    """Violated rules that share a cell, or that both touch one further rule: repairing one can then
    disturb the other.
    """
    names = {constraint.name for constraint in broken}
    near = [c for constraint in broken for cell in constraint.cells for c in touching[cell]]
    linked = groups({c.name: c for c in [*broken, *near]}.values())
    return [[c for c in group if c.name in names] for group in linked]


class _Search:
    """The program of one group: a 0/1 variable per candidate cell says whether it is changed."""

    def __init__(
        self,
        cluster: Sequence[Constraint],
        touching: dict[FigureKey, list[Constraint]],
        box: Box,
        figures: Figures,
    ) -> None:
        self.cluster = cluster
        self.touching = touching
        self.box = box
        self.figures = figures
        self._ranges: dict[object, Interval] = {}  # by the name of the rule

    def repairs(self) -> list[Repair]:
        """All smallest repairs up to twelve.

        First with cells of the broken rules, then, if those cannot do it, one rule further.
        """
        candidates = changeable(cells_of(self.cluster), self.figures)
        for _ in range(2):
            touching = (one for cell in candidates for one in self.touching[cell])
            scope = list({one.name: one for one in touching}.values())
            sets = self._smallest_sets(candidates, scope)
            if sets:
                return [
                    repair for cells in sets if (repair := self._repair(cells, scope)) is not None
                ]
            candidates = changeable(cells_of(scope), self.figures)
        return []

    def _smallest_sets(
        self, candidates: Sequence[FigureKey], scope: Sequence[Constraint]
    ) -> list[tuple[FigureKey, ...]]:
        program = Program()
        chosen = set(candidates)
        around = Around(scope, self.box, self.figures)
        place: dict[FigureKey, int] = {}
        switch: dict[FigureKey, int] = {}
        for cell in around.cells:
            low, high = around.still(cell)
            if cell not in chosen:
                place[cell] = program.variable(low, high)
                continue
            least, most = around.floor(cell), around.limit
            place[cell] = program.variable(least, most)
            switch[cell] = program.variable(0, 1, 1.0 + _EVIDENCE * self._prior(cell), whole=True)
            program.row(low, inf, {place[cell]: 1.0, switch[cell]: low - least})
            program.row(-inf, high, {place[cell]: 1.0, switch[cell]: high - most})
        for at, constraint in enumerate(scope):
            free = switch.get(constraint.released_by) if constraint.released_by else None
            around.add(program, at, place, free)
        found: list[tuple[FigureKey, ...]] = []
        while len(found) < MOST_TIES:
            solution = program.solve()
            if solution is None:
                break
            cells = tuple(cell for cell, number in switch.items() if solution[number] > 0.5)
            if not cells or len(cells) > (len(found[0]) if found else MOST_CHANGED):
                break
            found.append(cells)
            program.row(-inf, len(cells) - 1, {switch[cell]: 1.0 for cell in cells})
        return found

    def _prior(self, cell: FigureKey) -> float:
        """What speaks against a cell when it alone would have to mend the violated rules it stands
        in: 0 to 2.
        """
        allowed: Interval | None = None
        for constraint in self.cluster:
            if cell not in constraint.cells:
                continue
            below = self.figures[cell].may_be_negative
            one = alone(cell, constraint, self.box, self._range_of(constraint), below=below)
            both = one if allowed is None or one is None else allowed.intersect(one)
            allowed = both if both is not None else allowed
        if allowed is None:
            return 2.0
        high = None if isinstance(allowed.high, float) else allowed.high
        low = None if isinstance(allowed.low, float) else allowed.low
        weighed = self._weighed(cell, Room(low, high), {})
        return 2.0 if weighed is None else min(2.0, max(0.0, -log10(weighed.mass + 1e-12) / 6))

    def _range_of(self, constraint: Constraint) -> Interval:
        """What a rule comes to, worked out once: a sum over keys has thousands of cells."""
        if constraint.name not in self._ranges:
            self._ranges[constraint.name] = constraint.form.range(self.box)
        return self._ranges[constraint.name]

    def _weighed(
        self, cell: FigureKey, room: Room, mended: dict[FigureKey, LikelyValue]
    ) -> WeighedCell | None:
        values = {name: one.value for name, one in mended.items()}
        said = statements_on(cell, self.touching[cell], self.figures, self.box, values)
        return weigh(self.figures[cell], room, said, self.figures)

    def _repair(self, cells: Sequence[FigureKey], scope: Sequence[Constraint]) -> Repair | None:
        """The best value for each cell of a set: its room is measured with the cells before it
        already mended.
        """
        box = dict(self.box)
        fixed: dict[FigureKey, LikelyValue] = {}
        found: list[WeighedCell] = []
        for cell in cells:
            free = [one for one in cells if one not in fixed]
            room = room_of(cell, free, scope, box, self.figures)
            if room is not None and len(free) > 1:
                room = Room(room.low or Fraction(0), room.high)
            weighed = self._weighed(cell, room, fixed) if room is not None else None
            if weighed is None:
                return None
            found.append(weighed)
            fixed[cell] = weighed.values[0]
            box[cell] = _printed(self.figures[cell], weighed.values[0])
        mass, likely = prod(w.mass for w in found), prod(w.values[0].weight for w in found)
        first = tuple(self._change(cell, one) for cell, one in fixed.items())
        others = [
            (*first[:-1], self._change(cells[-1], value)) for value in found[-1].values[1:_VALUES]
        ]
        span = found[0].span if len(cells) == 1 else None
        return Repair((first, *others), mass, likely, span, self._is_total(cells))

    def _is_total(self, cells: Sequence[FigureKey]) -> bool:
        sums = [stated_sum(one.source.node) for one in self.cluster]
        return len(cells) == 1 and any(one is not None and one[0] == cells[0] for one in sums)

    def _change(self, cell: FigureKey, one: LikelyValue) -> CellChange:
        figure = self.figures[cell]
        return CellChange(cell, figure.value, one.value, figure.position, one.why, one.bound)


def _printed(figure: Figure, proposal: LikelyValue) -> Interval:
    below, above = figure.reach
    value = Fraction(proposal.value)
    low = value - below if figure.may_be_negative else max(value - below, Fraction(0))
    return Interval(low, value + above)
