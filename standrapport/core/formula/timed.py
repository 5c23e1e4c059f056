# SPDX-License-Identifier: EUPL-1.2
"""The figures of one formula brought to the same time.

A part of a year compares with the same months of another year, never with a whole year; what was
counted does not mix with targets and forecasts. Whatever compares figures of different years (a
derived figure, a rule, a claim, a sum in a text) asks here.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from ..frozen import dataclass
from ..model import Expected, Figure, FigureKey, Figures, apart, beside, moment_of, single_figures
from .ground import Names
from .nodes import Compare, Leaf, Node, Operation, leaves, rebuilt, walk

Time = tuple[str | None, Expected]  # the period, and whether it was counted
COUNTED: Time = (None, "")


@dataclass(frozen=True)
class Timed:
    """A grounded formula with the same months of other years put in.

    `mixed` says that figures of different lengths, or counted and hoped for, are left together:
    such a formula means nothing. `period` and `expected` are those of the outcome.
    """

    node: Node
    mixed: bool = False
    period: str | None = None
    expected: Expected = ""


def all_whole_years(figures: Figures) -> bool:
    """Whether every figure was counted over its whole year, so that everything compares."""
    return not beside(figures) and all(
        time_of(figure) == COUNTED for figure in single_figures(figures).values()
    )


def time_of(figure: Figure) -> Time:
    """What a figure must share with another to compare with it."""
    return figure.period, figure.expected


def in_time(node: Node, names: Names, figures: Figures, year: int) -> Timed:
    """A formula that was worked out to cells for `year`, with figures of other years over the same
    months as its own.

    A state at a date is of its own moment: that of another year is taken as it is, which is how a
    balance over a part of a year begins with the state at its start.
    """
    if isinstance(node, Compare):
        return _comparison(node, names, figures, year)
    asked, counted = _asked(node)
    flows, states = _known(node, names, figures, asked - counted)
    anchor = _anchor(flows, states, year)
    if anchor is None or not _hoped_for(asked, anchor, figures):
        return Timed(node, mixed=True)
    own_states = (figure for figure in states if figure.id.year == year)
    swaps = _same_months(flows, anchor, figures)
    mixed = swaps is None or not all(_same_moment(figure, anchor) for figure in own_states)
    return Timed(with_leaves(node, swaps or {}), mixed, *anchor)


def _asked(node: Node) -> tuple[set[FigureKey], set[FigureKey]]:
    """The targets and forecasts that were asked for by name, which stand apart from what they are
    held against, and all others; none stand apart where there is nothing else.
    """
    cells = [part for part in walk(node) if isinstance(part, Leaf)]
    counted = {leaf.id for leaf in cells if not leaf.asked}
    return {leaf.id for leaf in cells if leaf.asked and counted}, counted


def _hoped_for(asked: Iterable[FigureKey], anchor: Time, figures: Figures) -> bool:
    """Whether targets and forecasts that were asked for are of the time of what was counted."""
    hoped = [figures[name] for name in asked if name in figures]
    known = (one for one in hoped if not one.kind.is_open)
    alike = all(_same_moment(one, (anchor[0], one.expected)) for one in known)
    return not hoped or (alike and not anchor[1])


def _known(
    node: Node, names: Names, figures: Figures, asked: Container[FigureKey]
) -> tuple[list[Figure], list[Figure]]:
    """The figures of a formula that are known: what happened over a time, and states at a date.

    Without those that were asked for as a target or forecast.
    """
    present = (figures[name] for name in leaves(node) if name in figures and name not in asked)
    known = [figure for figure in present if not figure.kind.is_open]
    flows = [figure for figure in known if figure.id.ref not in names.stocks]
    return flows, [figure for figure in known if figure.id.ref in names.stocks]


def _comparison(node: Compare, names: Names, figures: Figures, year: int) -> Timed:
    """Both sides over the same months; a target may be held against what was counted."""
    whole = in_time(Operation("-", node.left, node.right), names, figures, year)
    if not whole.mixed and isinstance(whole.node, Operation):
        sides = replace(node, left=whole.node.left, right=whole.node.right)
        return replace(whole, node=sides)
    left, right = (in_time(side, names, figures, year) for side in (node.left, node.right))
    alike = left.period == right.period and left.expected != right.expected
    mixed = left.mixed or right.mixed or not alike
    return Timed(replace(node, left=left.node, right=right.node), mixed, left.period, left.expected)


def _anchor(flows: list[Figure], states: list[Figure], year: int) -> Time | None:
    """The time all other figures have to be of; None when those of the year itself differ."""
    own = [figure for figure in flows if figure.id.year == year]
    now = own or flows or [figure for figure in states if figure.id.year == year]
    times = dict.fromkeys(time_of(figure) for figure in now)
    if COUNTED in times and flows and not own:  # over other years only: of whole ones, if any is
        return COUNTED
    if flows:
        return next(iter(times)) if len(times) == 1 else None
    moments = {(moment_of(period), expected) for period, expected in times}
    return next(iter(times), COUNTED) if len(moments) < 2 else None


def _same_moment(figure: Figure, anchor: Time) -> bool:
    return (moment_of(figure.period), figure.expected) == (moment_of(anchor[0]), anchor[1])


def _same_months(
    flows: Iterable[Figure], anchor: Time, figures: Figures
) -> dict[FigureKey, FigureKey] | None:
    """For figures of another time than the anchor, those that stand beside them and are of it; None
    when one of them has none.
    """
    swaps = {}
    for figure in flows:
        if time_of(figure) == anchor:
            continue
        name = figure.id._replace(beside=apart(*anchor))
        if name not in figures:
            return None
        swaps[figure.id] = name
    return swaps


def with_leaves(node: Node, swaps: Mapping[FigureKey, FigureKey]) -> Node:
    """A grounded formula with figures put in the place of others."""
    if not swaps:
        return node
    if isinstance(node, Leaf):
        return node if node.asked else Leaf(swaps.get(node.id, node.id))
    return rebuilt(node, lambda part: with_leaves(part, swaps))
