# SPDX-License-Identifier: EUPL-1.2
"""What an expression in a text stands for: its value, its print, the same in other years."""

from __future__ import annotations

from fractions import Fraction

from ...core.formula import (
    Names,
    Node,
    Reference,
    ground,
    leaves,
    references,
    rest_keys,
    value_of,
)
from ...core.formula.nodes import Number, Operation
from ...core.model import (
    Catalogue,
    Figure,
    FigureKey,
    Figures,
    Kind,
    figure_of,
)
from ...core.notation import NOT_KNOWN, format_getal
from ...core.words import breaks_between, rounded, unlike
from .filters import FilterError, Quantity

_HUNDRED = 100


class Quantities:
    """The quantities of one report year; `cells` gathers what was drawn on since it was emptied."""

    def __init__(self, year: int, catalogue: Catalogue, figures: Figures, names: Names) -> None:
        self.year = year
        self.catalogue = catalogue
        self.figures = figures
        self.names = names
        self.cells: set[FigureKey] = set()

    def of(self, node: Node, written: str, shift: int) -> Quantity:
        """The quantity an expression stands for, `shift` years from the report year."""
        year = self.year + shift

        def shifted(further: int) -> Quantity:
            return self.of(node, written, shift + further)

        def apart(further: int) -> str:
            return self.apart(node, year + further, year)

        def ranking() -> list[str] | None:
            return self.ranking(node, year)

        if isinstance(node, Reference):
            when = node.in_year(year)
            figure = figure_of(self.figures, node.ref, when, node.key)
            formula = node.ref if when == self.year else f"{node.ref}[{when}]"
            # A derived figure is printed rounded, but its words ('ruim', 'bijna') are chosen by the
            # unrounded value.
            derived = node.ref in self.names.derived
            value = (
                value_of(ground(node, self.names, year), self.figures)
                if derived and figure.kind is not Kind.UNKNOWN
                else _value(figure)
            )
            if value is not None:
                self.cells.update(leaves(ground(node, self.names, year)))
            return Quantity(
                formula if shift else node.ref,
                self.year if shift else when,
                node.key,
                value,
                figure.printed,
                figure.decimals,
                figure.unit,
                shifted,
                apart,
                ranking,
            )
        if self.names.free_table(node):
            raise FilterError("het filter 'namen' past bij één kolom, niet bij een formule")
        grounded = ground(node, self.names, year)
        value = value_of(grounded, self.figures)
        if value is not None:
            self.cells.update(leaves(grounded))
        decimals = max(
            figure_of(self.figures, r.ref, r.in_year(year), r.key).decimals
            for r in references(node)
        )
        printed = NOT_KNOWN if value is None else format_getal(rounded(value, decimals), decimals)
        return Quantity(
            " ".join(written.split()),
            year,
            None,
            value,
            printed,
            decimals,
            _unit_of(node),
            shifted,
            apart,
            ranking,
        )

    def apart(self, node: Node, before: int, year: int) -> str:
        """Why an expression does not compare with itself in an earlier year; '' when it does."""
        for one in references(node):
            old, new = (
                figure_of(self.figures, one.ref, one.in_year(when), one.key)
                for when in (before, year)
            )
            breaks = breaks_between(self.catalogue, one.ref, old.id.year, new.id.year)
            if why := unlike(old, new, breaks):
                return why
        return ""

    def ranking(self, node: Node, year: int) -> list[str] | None:
        """The keys of a keyed column, largest value first (lowest rank first).

        What the catalogue calls the rest is left out.
        """
        if not isinstance(node, Reference) or self.names.keyed_table(node.ref) is None:
            return None
        when = node.in_year(year)
        table = self.names.keyed_table(node.ref)
        rest = rest_keys(self.catalogue, node.ref)
        found = [
            (figure_of(self.figures, node.ref, when, key), key)
            for key in self.names.keys(table or "", when)
        ]
        known = [
            (figure.value, key)
            for figure, key in found
            if figure.value is not None and key not in rest
        ]
        column = self.catalogue.column(node.ref)
        ascending = column is not None and column.unit == "rang"
        return [
            key for _, key in sorted(known, key=lambda pair: pair[0] if ascending else -pair[0])
        ]


def _unit_of(node: Node) -> str:
    """The unit of a formula: 100 times something divided by something is a percentage."""
    match node:
        case Operation("/", Operation("*", Number(value), _), _) if value == _HUNDRED:
            return "procent"
        case _:
            return ""


def _value(figure: Figure) -> Fraction | None:
    return (
        Fraction(figure.value) if figure.kind is Kind.VALUE and figure.value is not None else None
    )
