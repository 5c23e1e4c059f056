# SPDX-License-Identifier: EUPL-1.2
"""Invented columns, tables and figures for the tests of the core, each with the least it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from standrapport.core.model import (
    Catalogue,
    Column,
    Derived,
    Figure,
    FigureKey,
    Kind,
    Position,
    Table,
    Text,
)

HERE = Position("figures/indicatoren.yaml", 1)
AFGELEID = Position("figures/afgeleid.yaml", 3, 14)


def column(ref: str, **fields: Any) -> Column:
    """A column of counts of persons, exact unless told otherwise."""
    plain = Column(
        ref=ref,
        title=ref.rpartition(".")[2].capitalize(),
        short="",
        unit="personen",
        rounding=None,
        suppression=None,
        population="",
        sources={},
        definition="",
        note="",
        stock=False,
        position=HERE,
    )
    return replace(plain, **fields)


def table(name: str, *columns: str, key: str | None = None, **fields: Any) -> Table:
    """A table with these columns; `fields` holds for all of them."""
    made = {one: column(f"{name}.{one}", **fields) for one in columns}
    return Table(name, name.capitalize(), f"{name}.csv", "", "", key, made, (), HERE)


def derived(ref: str, formula: str, **fields: Any) -> Derived:
    """A derived figure without decimals."""
    plain = Derived(
        ref=ref,
        title=ref,
        formula=formula,
        unit="personen",
        decimals=0,
        definition="",
        note="",
        population="",
        mixed_populations=False,
        mixed_periods=False,
        position=AFGELEID,
        formula_text=Text(formula, AFGELEID),
    )
    return replace(plain, **fields)


def catalogue(*parts: Table | Derived) -> Catalogue:
    """A catalogue of these tables and derived figures."""
    return Catalogue(
        {part.name: part for part in parts if isinstance(part, Table)},
        derived={part.ref: part for part in parts if isinstance(part, Derived)},
    )


def figure(
    ref: str, year: int, value: float | str | None, key: str | None = None, **fields: Any
) -> Figure:
    """A cell: a number, '<5', 'n.v.t.' or None for not yet known."""
    name = FigureKey(ref, year, key)
    match value:
        case None:
            plain = Figure(name, Kind.UNKNOWN, "n.n.b.")
        case "n.v.t.":
            plain = Figure(name, Kind.NOT_APPLICABLE, "n.v.t.")
        case str():
            limit = int(value.removeprefix("<"))
            plain = Figure(name, Kind.SUPPRESSED, value, suppression=limit)
        case _:
            plain = Figure(name, Kind.VALUE, str(value), Decimal(str(value)))
    return replace(plain, **fields)


def by_name(*figures: Figure) -> Mapping[FigureKey, Figure]:
    """Figures by their names, as an edition holds them."""
    return {one.id: one for one in figures}
