# SPDX-License-Identifier: EUPL-1.2
"""Which cells are wrong: the smallest sets of cells whose change makes all rules of a violated
group hold together.

Error localisation as a mixed-integer program after I.P. Fellegi and D. Holt, 'A systematic approach
to automatic edit and imputation' (JASA 71, 1976), with intervals for unchanged cells instead of
points. All smallest sets are listed by cutting off each set that was found, and ranked by evidence
outside the sums.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import inf

from ...core.formula import range_of
from ...core.formula.linear import Box
from ...core.model import CellChange, Figure, FigureKey, Figures, Interval, Kind
from .constraints import Constraint, cells_of, groups
from .evidence import LikelyValue, propose
from .solver import Program

MOST_TIES = 12
MOST_CHANGED = 12  # more cells at once is no slip of the pen, and explains nothing
# Weight of evidence against one more cell: it orders ties and never outweighs a cell.
_EVIDENCE = 0.01


@dataclass(frozen=True, slots=True)
class Repair:
    """One way out: the cells to change, best value each, and what speaks against it in all."""

    changes: tuple[CellChange, ...]
    cost: float
    slip: str


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
        found.append(
            Group(tuple(cluster), tuple(sorted(search.repairs(), key=lambda repair: repair.cost)))
        )
    return found


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
        candidates = self._changeable(cells_of(self.cluster))
        for _ in range(2):
            scope = self._scope(candidates)
            sets = self._smallest_sets(candidates, scope)
            if sets:
                return [
                    repair for cells in sets if (repair := self._repair(cells, scope)) is not None
                ]
            candidates = self._changeable(cells_of(scope))
        return []

    def _changeable(self, cells: Iterable[FigureKey]) -> list[FigureKey]:
        return [
            cell for cell in cells if cell in self.figures and self.figures[cell].kind is Kind.VALUE
        ]

    def _scope(self, candidates: Iterable[FigureKey]) -> list[Constraint]:
        return list({c.name: c for cell in candidates for c in self.touching[cell]}.values())

    def _limit(self, cells: Iterable[FigureKey]) -> float:
        """More than any value a cell can be mended to: sums of what is there, ten times over."""
        return (
            10.0
            * sum(float(self.figures[cell].value or 0) for cell in cells if cell in self.figures)
            + 1000.0
        )

    def _smallest_sets(
        self, candidates: Sequence[FigureKey], scope: Sequence[Constraint]
    ) -> list[tuple[FigureKey, ...]]:
        program = Program()
        chosen = set(candidates)
        limit = self._limit(cells_of(scope))
        place: dict[FigureKey, int] = {}
        switch: dict[FigureKey, int] = {}
        for cell in cells_of(scope):
            low, high = float(self.box[cell].low), float(self.box[cell].high)
            if cell not in chosen:
                place[cell] = program.variable(low, high)
                continue
            place[cell] = program.variable(0.0, limit)
            switch[cell] = program.variable(0, 1, 1.0 + _EVIDENCE * self._prior(cell), whole=True)
            program.row(low, inf, {place[cell]: 1.0, switch[cell]: low})
            program.row(-inf, high, {place[cell]: 1.0, switch[cell]: high - limit})
        for constraint in scope:
            self._add(program, constraint, place, switch)
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

    def _add(
        self,
        program: Program,
        constraint: Constraint,
        place: dict[FigureKey, int],
        switch: dict[FigureKey, int],
    ) -> None:
        """A rule as a row; a published share that is itself changed lets its rule go."""
        scale = max(
            (abs(float(weight)) for weight in constraint.form.weights.values()), default=1.0
        )
        weights = {
            place[cell]: float(weight) / scale for cell, weight in constraint.form.weights.items()
        }
        constant = float(constraint.form.constant) / scale
        low, high = constraint.low / scale - constant, constraint.high / scale - constant
        free = switch.get(constraint.released_by) if constraint.released_by is not None else None
        if free is None:
            program.row(low, high, weights)
            return
        room = self._limit(constraint.form.weights) * 4
        if low > -inf:
            program.row(low, inf, {**weights, free: room})
        if high < inf:
            program.row(-inf, high, {**weights, free: -room})

    def _prior(self, cell: FigureKey) -> float:
        """What speaks against a cell when it alone would have to mend the violated rules it stands
        in.
        """
        allowed: Interval | None = None
        for constraint in self.cluster:
            if cell not in constraint.cells:
                continue
            alone = self._alone(cell, constraint)
            both = alone if allowed is None or alone is None else allowed.intersect(alone)
            allowed = both if both is not None else allowed
        proposal = (
            propose(self.figures[cell], allowed, self.figures) if allowed is not None else None
        )
        return 2.0 if proposal is None else proposal.cost

    def _alone(self, cell: FigureKey, constraint: Constraint) -> Interval | None:
        """The values with which this cell mends this rule, all others standing."""
        if constraint.released_by == cell:
            return self._share(constraint)
        weight = constraint.form.weights[cell]
        rest = self._rest(cell, weight, constraint)
        ends = [_bound(constraint.low, rest.high), _bound(constraint.high, rest.low)]
        scaled = sorted(
            (end / weight if not isinstance(end, float) else (end if weight > 0 else -end))
            for end in ends
        )
        return Interval(max(scaled[0], Fraction(0)), scaled[1]) if scaled[1] >= 0 else None

    def _rest(self, cell: FigureKey, weight: Fraction, constraint: Constraint) -> Interval:
        """What a rule comes to without this cell.

        The whole is worked out once per rule, since a sum over keys has thousands of cells.
        """
        if constraint.name not in self._ranges:
            self._ranges[constraint.name] = constraint.form.range(self.box)
        whole, own = self._ranges[constraint.name], self.box[cell] * Interval.point(weight)
        if inf in map(abs, (whole.low, whole.high, own.low, own.high)):
            one = type(constraint.form)({cell: weight})
            return constraint.form.plus(one, Fraction(-1)).range(self.box)
        return Interval(whole.low - own.low, whole.high - own.high)

    def _share(self, constraint: Constraint) -> Interval:
        node = constraint.source.node
        left = range_of(node.left, self.box)
        cell = constraint.released_by
        own = cell is not None and left == self.box[cell]
        return range_of(node.right if own else node.left, self.box)

    def _repair(self, cells: Sequence[FigureKey], scope: Sequence[Constraint]) -> Repair | None:
        """The best value for each cell of a set: its room is measured with the cells before it
        already mended.
        """
        fixed: dict[FigureKey, Interval] = {}
        changes: list[CellChange] = []
        cost = 0.0
        kinds: list[str] = []
        for cell in cells:
            figure = self.figures[cell]
            allowed = self._room(cell, [c for c in cells if c not in fixed], scope, fixed)
            proposal = propose(figure, allowed, self.figures) if allowed is not None else None
            if proposal is None:
                return None
            fixed[cell] = _printed(figure, proposal)
            changes.append(CellChange(cell, figure.value, proposal.value, figure.position))
            cost += proposal.cost
            kinds.append(proposal.slip)
        return Repair(tuple(changes), cost, kinds[0] if len(kinds) == 1 else "")

    def _room(
        self,
        cell: FigureKey,
        free: Sequence[FigureKey],
        scope: Sequence[Constraint],
        fixed: dict[FigureKey, Interval],
    ) -> Interval | None:
        """Least and greatest value of a cell when the others of its set may change too."""
        shares = [c for c in self.cluster if c.released_by == cell]
        if shares:
            return self._share(shares[0])
        program = Program()
        limit = self._limit(cells_of(scope))
        place: dict[FigureKey, int] = {}
        for one in cells_of(scope):
            bounds = fixed.get(one, self.box[one])
            place[one] = (
                program.variable(0.0, limit)
                if one in free
                else program.variable(float(bounds.low), float(bounds.high))
            )
        for constraint in scope:
            if constraint.released_by is None or constraint.released_by not in free:
                self._add(program, constraint, place, {})
        ends = []
        for sign in (1.0, -1.0):
            program.costs({place[cell]: sign})
            solution = program.solve()
            if solution is None:
                return None
            ends.append(Fraction(solution[place[cell]]).limit_denominator(1000))
        return Interval(min(ends), max(ends))


def _bound(limit: float, rest: Fraction | float) -> Fraction | float:
    if limit in (inf, -inf):
        return limit
    return -rest if isinstance(rest, float) else Fraction(limit) - rest


def _printed(figure: Figure, proposal: LikelyValue) -> Interval:
    half = Fraction(figure.rounding) / 2 if figure.rounding else Fraction(0)
    value = Fraction(proposal.value)
    return Interval(max(value - half, Fraction(0)), value + half)
