# SPDX-License-Identifier: EUPL-1.2
"""The totals above piles: figures of the catalogue, never a sum made for the picture.

A sum of rounded parts can differ from the total that was published, and then two numbers of one
thing would stand in one report. So a pile has a total above it only where the catalogue has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...core.formula import Node, Reference, parse_formula
from ...core.formula.nodes import Operation
from ...core.model import Figure, FigureRole, Kind
from .ink import Ink


def pile_totals(
    ink: Ink, refs: Sequence[Reference], grid: Sequence[Sequence[Figure]]
) -> list[Figure]:
    """The figure above each pile; none at all where no figure is the total of these parts.

    Args:
        ink: of the report.
        refs: the parts of the piles.
        grid: per part its figures over the years.

    """
    if len(refs) < 2 or not grid[0]:
        return []
    for ref in _candidates(ink, [one.ref for one in refs]):
        totals = [ink.lookup(Reference(ref), figure.id.year) for figure in grid[0]]
        known = [one for one in totals if one.kind is Kind.VALUE]
        if len(known) == len(totals) and all(
            _fits(total, [row[at] for row in grid]) for at, total in enumerate(totals)
        ):
            return totals
    return []


def _candidates(ink: Ink, refs: list[str]) -> Iterator[str]:
    """The totals of the table of the parts, and the figures whose formula is their plain sum."""
    catalogue = ink.report.catalogue
    tables = {table.name: table for ref in refs if (table := catalogue.table_of(ref)) is not None}
    if len(tables) == 1:
        for column in next(iter(tables.values())).columns.values():
            if column.ref not in refs and catalogue.role(column.ref) is FigureRole.TOTAL:
                yield column.ref
    for derived in catalogue.derived.values():
        summed = _summed(parse_formula(derived.formula_text.raw))
        if summed is not None and sorted(summed) == sorted(refs):
            yield derived.ref


def _summed(node: Node) -> list[str] | None:
    """The figures a formula adds up; None when it does anything else."""
    match node:
        case Reference(ref=ref, shift=0, year=None, key=None):
            return [ref]
        case Operation("+", left, right):
            one, other = _summed(left), _summed(right)
            return None if one is None or other is None else [*one, *other]
        case _:
            return None


def _fits(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts add up to the total as far as rounding can tell."""
    values = [part.value for part in parts]
    if total.value is None or any(value is None for value in values):
        return False
    rounding = [part.rounding or Decimal(0) for part in (*parts, total)]
    difference = abs(
        total.value - sum((value for value in values if value is not None), Decimal(0))
    )
    return difference <= sum(rounding, Decimal(0)) / 2
