# SPDX-License-Identifier: EUPL-1.2
"""Judged rules as linear constraints over the true values behind the printed figures, and the
groups they form; and the interval of every figure that stands in a rule, in the ways a rule is
judged by.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import inf

from ...core.formula import Leaf, Linear, Node, as_ratio, leaves, range_of, value_of
from ...core.formula.linear import Box
from ...core.frozen import dataclass
from ...core.model import EVERYTHING, NOT_NEGATIVE, FigureKey, Figures, Interval, free_refs
from .judge import stated_sum, stated_twice
from .rules import GroundRule, TestName


@dataclass(frozen=True)
class Constraint:
    """`low <= form <= high` over true values, from one grounded rule.

    A published share p of N / D gives two constraints with the bounds of p as fixed numbers; they
    hold as long as p itself stands (`released_by` names p: when that cell is changed, the
    constraint says nothing).
    """

    source: GroundRule
    form: Linear
    low: float
    high: float
    released_by: FigureKey | None = None

    @property
    def name(self) -> tuple[TestName, float, float]:
        """What tells it from all others: its rule gives one constraint, or one per direction."""
        return (self.source.name, self.low, self.high)

    @property
    def cells(self) -> list[FigureKey]:
        """Every figure that takes part."""
        own = list(self.form.weights)
        return own if self.released_by is None else [*own, self.released_by]


_BOUNDS = {"==": (0.0, 0.0), "<=": (-inf, 0.0), "<": (-inf, 0.0), ">=": (0.0, inf), ">": (0.0, inf)}


def constraints_of(test: GroundRule, box: Box) -> list[Constraint]:
    """The constraints of a rule.

    None when it has no linear form (`!=`, min, max, abs, products of figures).
    """
    node = test.node
    if node.operator not in _BOUNDS:
        return []
    low, high = _BOUNDS[node.operator]
    ratio = test.difference
    if ratio is not None:
        plain = ratio.linear
        if plain is not None:
            return [Constraint(test, plain, low, high)] if plain.weights else []
        if ratio.under.range(box).low > 0:
            return [Constraint(test, ratio.over, low, high)]
        return []
    for share, whole, flipped in ((node.left, node.right, False), (node.right, node.left, True)):
        found = _published_share(
            test, share, whole, box, low if not flipped else -high, high if not flipped else -low
        )
        if found:
            return found
    return []


def _published_share(
    test: GroundRule, share: Node, whole: Node, box: Box, low: float, high: float
) -> list[Constraint]:
    """Share p against N / D: p - N/D between low and high (0 or infinite), with p in its printed
    interval.
    """
    ratio = as_ratio(whole)
    if (
        not isinstance(share, Leaf)
        or ratio is None
        or share.id in ratio.over.weights
        or share.id in ratio.under.weights
    ):
        return []
    bounds = box[share.id]
    if ratio.under.range(box).low <= 0 or isinstance(bounds.high, float):
        return []
    # p <= N/D holds for its least value too, p >= N/D for its greatest.
    ends = ((high, bounds.low, (-inf, 0.0)), (low, bounds.high, (0.0, inf)))
    return [
        Constraint(
            test, ratio.under.times(Fraction(end)).plus(ratio.over, Fraction(-1)), *sides, share.id
        )
        for limit, end, sides in ends
        if limit == 0
    ]


def groups(constraints: Iterable[Constraint]) -> list[list[Constraint]]:
    """Constraints connected through shared figures, each group in the order given (union-find)."""
    parent: dict[FigureKey, FigureKey] = {}

    def root(cell: FigureKey) -> FigureKey:
        while parent.setdefault(cell, cell) != cell:
            parent[cell] = parent[parent[cell]]
            cell = parent[cell]
        return cell

    kept = [constraint for constraint in constraints if constraint.cells]
    for constraint in kept:
        first, *others = constraint.cells
        for other in others:
            parent[root(other)] = root(first)
    found: dict[FigureKey, list[Constraint]] = {}
    for constraint in kept:
        found.setdefault(root(constraint.cells[0]), []).append(constraint)
    return list(found.values())


def cells_of(constraints: Sequence[Constraint]) -> list[FigureKey]:
    """The figures of some constraints, each once, in order of appearance."""
    return list(dict.fromkeys(cell for constraint in constraints for cell in constraint.cells))


@dataclass(frozen=True)
class Boxes:
    """The intervals of the figures in the rules.

    `plain` as each was printed; `stated` with a figure that stands in two places as narrow as both
    allow; `widened` as `stated`, with a total of rounded parts as wide as the sum of those parts;
    `wider` as `plain`, with such totals as wide.
    """

    plain: Box
    stated: Box
    widened: Box
    wider: Box


def boxes_of(grounds: Sequence[GroundRule], figures: Figures) -> Boxes:
    """The intervals of all figures in some rules."""
    plain = _plain(grounds, figures)
    stated = _stated_twice(grounds, plain)
    widened = _widened(grounds, figures, stated)
    totals = {cell: bounds for cell, bounds in widened.items() if bounds != stated[cell]}
    return Boxes(plain, stated, widened, {**plain, **totals})


def _plain(grounds: Sequence[GroundRule], figures: Figures) -> dict[FigureKey, Interval]:
    names = dict.fromkeys(name for test in grounds for name in leaves(test.node))
    box = {name: figures[name].interval for name in names if name in figures}
    if len(box) < len(names):
        free = free_refs(figures)
        box |= {
            name: EVERYTHING if name.ref in free else NOT_NEGATIVE
            for name in names
            if name not in box
        }
    return box


def _stated_twice(grounds: Sequence[GroundRule], plain: Box) -> dict[FigureKey, Interval]:
    """The plain box in which a figure stated twice has what both statements allow."""
    box = dict(plain)
    for test in grounds:
        if test.binding and (pair := stated_twice(test.node)):
            both = box[pair[0]].intersect(box[pair[1]])
            if both is not None:
                box[pair[0]] = box[pair[1]] = both
    return box


def _widened(
    grounds: Sequence[GroundRule], figures: Figures, box: Box
) -> dict[FigureKey, Interval]:
    """The box with every total that equals the sum of its printed parts as wide as that sum."""
    wide = dict(box)
    for test in grounds:
        found = stated_sum(test.node)
        if found is None:
            continue
        total, parts = found
        printed = value_of(parts, figures)
        if printed is not None and total in figures and figures[total].value == printed:
            wide[total] = wide[total].hull(range_of(parts, box))
    return wide
