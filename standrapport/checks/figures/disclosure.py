# SPDX-License-Identifier: EUPL-1.2
"""Suppressed values an outsider can work out: the tightest bounds that follow from everything
printed.

Method: bounds of each suppressed cell over all linear rules (the attacker's problem of cell
suppression, e.g. M. Fischetti and J.J. Salazar, 'Models and algorithms for the 2-dimensional cell
suppression problem', 1999). In a group of rules without circles passing bounds on until nothing
changes gives exactly those bounds; only where rules form circles a linear program is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor, inf

from ...core.formula.linear import Box
from ...core.model import Bound, FigureKey, Figures, Finding, Interval, Kind, figure_of, suppressed
from ...core.notation import join_names
from ...messages import found
from .constraints import Constraint, cells_of, groups
from .explain import seen

FEWEST = 3  # fewer possible values than this gives the suppressed number away
_MOST_PASSES = 200
_GIVEN = 8  # figures named from which a suppressed one follows
_EDGE = Fraction(1, 10**6)


def disclosures(
    constraints: Sequence[Constraint], box: Box, figures: Figures, earlier: Figures
) -> list[Finding]:
    """SR-D001 for every suppressed figure that has fewer than three possible values left."""
    known = dict(box)
    leaks = []
    for name in suppressed(figures):
        known.setdefault(name, figures[name].interval)
        before = earlier.get(name)
        if before is not None and before.kind is Kind.VALUE:
            both = known[name].intersect(before.interval)
            known[name] = both if both is not None else known[name]
            leaks.extend(_leak(name, known[name], [], figures, earlier))
    told = {finding.figures[0].id for finding in leaks}
    for group in groups(constraints):
        hidden = [
            cell
            for cell in cells_of(group)
            if cell in figures and figures[cell].kind is Kind.SUPPRESSED and cell not in told
        ]
        for cell, bounds in _tightest(group, known, hidden).items():
            through = [constraint for constraint in group if cell in constraint.form.weights]
            leaks.extend(_leak(cell, bounds, through, figures, {}))
    return leaks


def _tightest(
    group: Sequence[Constraint], box: Box, hidden: Sequence[FigureKey]
) -> dict[FigureKey, Interval]:
    """The bounds of the hidden cells of a group; none when its rules are broken (that is reported
    elsewhere).
    """
    bounds = _propagated(group, box) if hidden else None
    if bounds is None:
        return {}
    if _has_circle(group):
        bounds |= _by_program(group, box, hidden)
    return {cell: bounds[cell] for cell in hidden}


def _leak(
    cell: FigureKey,
    bounds: Interval,
    through: Sequence[Constraint],
    figures: Figures,
    earlier: Figures,
) -> list[Finding]:
    low = ceil(Fraction(bounds.low) - _EDGE)
    high = floor(Fraction(bounds.high) + _EDGE)
    if high - low + 1 >= FEWEST:
        return []
    cells = dict.fromkeys(name for constraint in through for name in constraint.cells)
    others = [name for name in cells if name != cell]
    values = join_names([str(value) for value in range(low, high + 1)])
    key = f" {cell.key}" if cell.key else ""
    said = {
        "cijfer": f"{cell.ref}{key} {cell.year}",
        "gedrukt": figures[cell].printed,
        "waarden": values.replace(" en ", " of "),
        "gegeven": _given(others, figures),
        "noemde": "" if through else earlier[cell].printed,
    }
    places = (figure_of(figures, *name).position for name in (cell, *others))
    return [
        found(
            "SR-D001",
            [place for place in places if place is not None],
            said,
            which="" if through else "eerder",
            year=cell.year,
            figures=tuple(seen(name, figures) for name in (cell, *others)),
        )
    ]


def _given(cells: Sequence[FigureKey], figures: Figures) -> str:
    """The first printed figures from which another follows."""
    return join_names(
        [
            f"{name.ref}{f' {name.key}' if name.key else ''} ({figure_of(figures, *name).printed})"
            for name in cells[:_GIVEN]
        ]
    )


def _has_circle(group: Sequence[Constraint]) -> bool:
    """Whether figures and rules form a circle: a tree has one edge less than it has nodes."""
    edges = sum(len(constraint.form.weights) for constraint in group)
    return (
        edges
        > len({name for constraint in group for name in constraint.form.weights}) + len(group) - 1
    )


def _propagated(group: Sequence[Constraint], box: Box) -> dict[FigureKey, Interval] | None:
    """Bounds passed on along the rules until nothing changes; None when no values are left."""
    bounds = {cell: box[cell] for cell in cells_of(group)}
    for _ in range(_MOST_PASSES):
        changed = False
        for constraint in group:
            whole = constraint.form.range(bounds)
            for cell in constraint.form.weights:
                mine = bounds[cell]
                allowed = mine.intersect(_left_for(cell, constraint, mine, whole))
                if allowed is None:
                    return None
                if allowed != mine:
                    bounds[cell] = allowed
                    changed = True
                    whole = constraint.form.range(bounds)
        if not changed:
            break
    return bounds


def _left_for(cell: FigureKey, constraint: Constraint, mine: Interval, whole: Interval) -> Interval:
    """What a rule leaves for one of its cells.

    Args:
        cell: the cell.
        constraint: the rule.
        mine: the bounds of the cell.
        whole: the range of the rule's form, the cell taken along.

    """
    weight = constraint.form.weights[cell]
    ends = (weight * mine.low, weight * mine.high)
    least, most = -inf, inf  # of weight times cell
    if whole.high < inf and constraint.low > -inf:
        least = constraint.low - (whole.high - max(ends))
    if whole.low > -inf and constraint.high < inf:
        most = constraint.high - (whole.low - min(ends))
    first, second = sorted(_divided(_exact(end), weight) for end in (least, most))
    return Interval(first, second)


def _divided(end: Bound, weight: Fraction) -> Bound:
    """A bound of weight times cell as a bound of the cell."""
    if isinstance(end, float):
        return end if weight > 0 else -end
    return end / weight


def _exact(end: Fraction | float) -> Fraction | float:
    return end if isinstance(end, Fraction) or end in (inf, -inf) else Fraction(end)


def _by_program(
    group: Sequence[Constraint], box: Box, hidden: Sequence[FigureKey]
) -> dict[FigureKey, Interval]:
    """Least and greatest value of each hidden cell by linear programming."""
    from .solver import Program

    program = Program()
    place = {
        cell: program.variable(float(box[cell].low), float(box[cell].high))
        for cell in cells_of(group)
    }
    for constraint in group:
        constant = float(constraint.form.constant)
        weights = {place[cell]: float(weight) for cell, weight in constraint.form.weights.items()}
        program.row(constraint.low - constant, constraint.high - constant, weights)
    extremes: dict[FigureKey, Interval] = {}
    for cell in hidden:
        ends = []
        for sign in (1.0, -1.0):
            program.costs({place[cell]: sign})
            solution = program.solve()
            if solution is None:
                return extremes
            ends.append(Fraction(solution[place[cell]]).limit_denominator(10**6))
        extremes[cell] = Interval(min(ends), max(ends))
    return extremes
