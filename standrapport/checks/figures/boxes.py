# SPDX-License-Identifier: EUPL-1.2
"""The interval of every figure that stands in a rule, in the ways a rule is judged by."""

from __future__ import annotations

from collections.abc import Sequence

from ...core.formula import leaves, range_of, value_of
from ...core.formula.linear import Box
from ...core.frozen import dataclass
from ...core.model import EVERYTHING, NOT_NEGATIVE, FigureKey, Figures, Interval, free_refs
from .judge import stated_sum, stated_twice
from .rules import GroundRule


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
