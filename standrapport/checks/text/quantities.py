# SPDX-License-Identifier: EUPL-1.2
"""What an expression in a text stands for: its value, its print, the same in other years."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from ...core.formula import (
    Names,
    Node,
    Reference,
    figure_meant,
    ground,
    hoped,
    in_time,
    leaves,
    name_of,
    references,
    rest_keys,
    unit_of,
    value_of,
    with_leaves,
)
from ...core.formula.nodes import Number, Operation
from ...core.model import (
    Catalogue,
    Expected,
    Figure,
    FigureKey,
    Figures,
    Kind,
    Ranking,
    figure_of,
    ranked,
    same_period,
)
from ...core.notation import MONEY, NOT_KNOWN, format_getal
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

    def of(self, node: Node, written: str, shift: int, like: Figure | None = None) -> Quantity:
        """The quantity an expression stands for, `shift` years from the report year; over the time
        of `like` where that is known.
        """
        if isinstance(node, Reference):
            return self._figure(node, written, shift, like)
        if self.names.free_table(node):
            raise FilterError("het filter 'namen' past bij één kolom, niet bij een formule")
        return self._formula(node, written, shift, like)

    def _figure(self, node: Reference, written: str, shift: int, like: Figure | None) -> Quantity:
        year = self.year + shift
        when = node.in_year(year)
        name = name_of(self.figures, node, year)
        figure = figure_of(self.figures, *name) if node.expected else self._over_time(name, like)
        selected = ", ".join(filter(None, ("" if when == self.year else str(when), node.expected)))
        formula = f"{node.ref}[{selected}]" if selected else node.ref
        bare = f"{node.ref}[{node.expected}]" if node.expected else node.ref
        # A derived figure is printed rounded, but its words ('ruim', 'bijna') are chosen by the
        # unrounded value; what stands beside a year is only known as it would be printed.
        derived = node.ref in self.names.derived and figure.id.beside is None
        cells = in_time(ground(node, self.names, year), self.names, self.figures, when).node
        value = (
            value_of(cells, self.figures)
            if derived and figure.kind is not Kind.UNKNOWN
            else _value(figure)
        )
        if value is not None:
            self.cells.update(leaves(cells))
        of_keys = self._of_keys(node, when) if node.key is None and not node.expected else None
        return replace(
            self._common(node, written, shift, of_keys or figure),
            formula=formula if shift else bare,
            year=self.year if shift else when,
            key=node.key,
            value=value,
            printed=figure.printed,
            decimals=figure.decimals,
            unit=figure.unit,
            state=node.ref in self.names.stocks,
        )

    def _over_time(self, name: FigureKey, like: Figure | None) -> Figure:
        """The figure with this name; over the time of another, where that is known."""
        own = figure_of(self.figures, *name)
        if like is None or like.kind.is_open:
            return own
        return same_period(self.figures, name, like) or own

    def _of_keys(self, node: Reference, year: int) -> Figure | None:
        """The figure of one of the keys: names of keys are told of the same time."""
        table = self.names.keyed_table(node.ref)
        keys = self.names.keys(table, year) if table else ()
        found = (figure_of(self.figures, node.ref, year, key) for key in keys)
        return next((one for one in found if not one.kind.is_open), None)

    def _formula(self, node: Node, written: str, shift: int, like: Figure | None) -> Quantity:
        year = self.year + shift
        plain = ground(node, self.names, year)
        plain = with_leaves(plain, {n: self._over_time(n, like).id for n in leaves(plain)})
        timed = in_time(plain, self.names, self.figures, year)
        if timed.mixed and value_of(plain, self.figures) is not None:
            raise FilterError(
                f"{' '.join(written.split())} rekent met een heel jaar en een deel van een jaar, of"
                " met geteld en verwacht, door elkaar"
            )
        value = None if timed.mixed else value_of(timed.node, self.figures)
        if value is not None:
            self.cells.update(leaves(timed.node))
        decimals = max(figure_meant(self.figures, r, year).decimals for r in references(node))
        printed = NOT_KNOWN if value is None else format_getal(rounded(value, decimals), decimals)
        time = Figure(
            FigureKey("", year), Kind.VALUE, "", period=timed.period, expected=timed.expected
        )
        return replace(
            self._common(node, written, shift, time),
            value=value,
            printed=printed,
            decimals=decimals,
            unit=self._unit_of(node),
            both=any(name.year != year for name in leaves(timed.node)),
        )

    def _common(self, node: Node, written: str, shift: int, time: Figure) -> Quantity:
        """What quantities of figures and of formulas share."""
        year = self.year + shift

        def shifted(further: int) -> Quantity:
            return self.of(node, written, shift + further, time)

        def against(expected: Expected) -> Quantity:
            return self.of(hoped(node, expected), f"{written} {expected}", shift)

        def apart(further: int) -> str:
            return self.apart(node, year + further, year)

        def ranking(number: int) -> Ranking | None:
            return self.ranking(node, year, number)

        return Quantity(
            " ".join(written.split()),
            year,
            None,
            None,
            NOT_KNOWN,
            0,
            "",
            shifted,
            against,
            apart,
            ranking,
            period=None if time.kind.is_open else time.period,
            expected="" if time.kind.is_open else time.expected,
        )

    def _unit_of(self, node: Node) -> str:
        """The unit of a formula: 100 times something divided by something is a percentage, and a
        sum of money is money.
        """
        match node:
            case Operation("/", Operation("*", Number(value), _), _) if value == _HUNDRED:
                return "procent"
            case _:
                unit = unit_of(node, self.names.units)
                return unit if unit in MONEY else ""

    def apart(self, node: Node, before: int, year: int) -> str:
        """Why an expression does not compare with itself in an earlier year; '' when it does."""
        for one in references(node):
            new = figure_meant(self.figures, one, year)
            old = self._over_time(name_of(self.figures, one, before), new)
            breaks = breaks_between(self.catalogue, one.ref, old.id.year, new.id.year)
            if why := unlike(old, new, breaks):
                return why
        return ""

    def ranking(self, node: Node, year: int, number: int) -> Ranking | None:
        """The first keys of a keyed column, largest value first (lowest rank first), and those that
        could be among them but are not known.

        What the catalogue calls the rest is left out.
        """
        table = self.names.keyed_table(node.ref) if isinstance(node, Reference) else None
        if not isinstance(node, Reference) or table is None:
            return None
        when = node.in_year(year)
        rest = rest_keys(self.catalogue, node.ref)
        column = self.catalogue.column(node.ref)
        return ranked(
            {
                key: figure_of(self.figures, node.ref, when, key)
                for key in self.names.keys(table, when)
                if key not in rest
            },
            number,
            ascending=column is not None and column.unit == "rang",
        )


def _value(figure: Figure) -> Fraction | None:
    return (
        Fraction(figure.value) if figure.kind is Kind.VALUE and figure.value is not None else None
    )
