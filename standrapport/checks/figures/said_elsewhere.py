# SPDX-License-Identifier: EUPL-1.2
"""What the other figures, as printed, say a cell should be: a second statement of it, the sum that
its parts make, the share that its counts give.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from math import sqrt

from ...core.formula import Linear, printed_value, range_of, value_of
from ...core.formula.linear import Box
from ...core.model import Figure, FigureKey, Figures, Interval
from .constraints import Constraint
from .explain import cell_words
from .judge import stated_sum, stated_twice
from .weigh import Statement

Printed = Mapping[FigureKey, Decimal]  # cells of a repair that have their new value already


def share_of(constraint: Constraint, cell: FigureKey, box: Box) -> Interval:
    """What a published share can be, by the figures it is a share of."""
    node = constraint.source.node
    own = range_of(node.left, box) == box[cell]
    return range_of(node.right if own else node.left, box)


def statements_on(
    cell: FigureKey, touching: Iterable[Constraint], figures: Figures, box: Box, mended: Printed
) -> list[Statement]:
    """What the other figures say a cell should be, as printed or `mended`: one statement per rule
    that is an equation with nothing else unknown.
    """
    found: dict[object, Statement] = {}
    for one in touching:
        if one.source.name in found or cell not in one.cells:
            continue
        said = (
            _share_statement(cell, one, figures, box)
            if one.released_by == cell
            else _statement(cell, one, figures, mended)
        )
        if said is not None:
            found[one.source.name] = said
    return list(found.values())


def _statement(
    cell: FigureKey, one: Constraint, figures: Figures, mended: Printed
) -> Statement | None:
    if one.released_by is not None or one.low or one.high:
        return None
    weight = one.form.weights[cell]
    rest, variance = one.form.constant, (_step(figures[cell])) ** 2 / 12
    for other, times in one.form.weights.items():
        if other == cell:
            continue
        value = printed_value(figures.get(other))
        value = Fraction(mended[other]) if other in mended else value
        if value is None:
            return None
        rest += times * value
        variance += (float(times / weight) * _step(figures[other])) ** 2 / 12
    aim = -rest / weight
    pair = stated_twice(one.source.node)
    if pair is not None:
        other = pair[1] if pair[0] == cell else pair[0]
        again = _step(figures[other]) <= _step(figures[cell])
        words = f"zo staat het bij {cell_words(other)}"
        return Statement(
            _on_grid(aim, figures[cell]) if again else aim, sqrt(variance), words, again
        )
    total = stated_sum(one.source.node)
    if total is None or not adds_up(one.form, total[0]):
        words = f"zo klopt regel '{one.source.rule.id}' precies"
    else:
        words = "zo tellen de delen op" if total[0] == cell else "zo komt de som uit"
    return Statement(aim, sqrt(variance), words)


def adds_up(form: Linear, total: FigureKey) -> bool:
    """Whether all others are parts of a total, none of them taken off or counted double."""
    own = form.weights.get(total, Fraction(0))
    return all(weight == -own for name, weight in form.weights.items() if name != total)


def _share_statement(
    cell: FigureKey, one: Constraint, figures: Figures, box: Box
) -> Statement | None:
    node = one.source.node
    own = range_of(node.left, box) == box[cell]
    value = value_of(node.right if own else node.left, figures)
    width = share_of(one, cell, box)
    if value is None or isinstance(width.high, float) or isinstance(width.low, float):
        return None
    spread = sqrt(float(width.high - width.low) ** 2 / 24 + _step(figures[cell]) ** 2 / 12)
    return Statement(value, spread, "zo volgt het uit de aantallen")


def _step(figure: Figure) -> float:
    return float(figure.rounding) if figure.rounding else 0.0


def _on_grid(aim: Fraction, figure: Figure) -> Fraction:
    if not figure.rounding:
        return aim
    unit = Fraction(figure.rounding)
    return (aim / unit + Fraction(1, 2)) // 1 * unit
