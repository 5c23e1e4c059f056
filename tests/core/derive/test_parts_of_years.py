# SPDX-License-Identifier: EUPL-1.2
"""Derived figures over parts of years, across breaks and per key of a large table; what is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from standrapport.core.derive import complete, derive, names_of
from standrapport.core.derive.one_figure import unknown
from standrapport.core.model import (
    EVERYTHING,
    Derived,
    Figure,
    FigureKey,
    Finding,
    Kind,
    Position,
    SeriesBreak,
    Table,
    Text,
    Vintage,
    beside,
)
from tests.core.invented import by_name, catalogue, column, derived, figure, table
from tests.core.model.test_columns import LANDS, large

MAY, JUNE = "t/m mei", "t/m juni"
PLAIN = table("t", "a", "b", "c")


def vintage(own: Sequence[Figure], aside: Sequence[tuple[str, Figure]] = ()) -> Vintage:
    """Figures of years, and others beside them by what sets those apart."""
    named = {one.id._replace(beside=apart): one for apart, one in aside}
    held = {name: replace(one, id=name) for name, one in named.items()}
    return Vintage(by_name(*own), beside=held)


def work_out(*parts: Derived | Table, cells: Any, year: int = 2024) -> tuple[Any, list[Finding]]:
    """The derived figures of an edition, with what is said of them."""
    held = catalogue(PLAIN, *parts)
    names, problems = names_of(held, cells)
    figures, findings = derive(held, cells, names, year)
    return figures, [*problems, *findings]


A, B = figure("t.a", 2024, 10), figure("t.b", 2024, 5)
A_MAY, B_MAY = figure("t.a", 2024, 4, period=MAY), figure("t.b", 2024, 3, period=MAY)
A_JUNE = figure("t.a", 2024, 6, period=JUNE)


@pytest.mark.parametrize(
    ("formula", "cells", "found"),
    [
        ("t.a", vintage([A], [(MAY, A_MAY), (JUNE, A_JUNE)]), {None: 10, MAY: 4, JUNE: 6}),
        ("t.a + t.b", vintage([A, B], [(MAY, A_MAY), (MAY, B_MAY)]), {None: 15, MAY: 7}),
        # Only over the times that all its cells have.
        ("t.a + t.b", vintage([A, B], [(JUNE, A_JUNE), (MAY, A_MAY), (MAY, B_MAY)]), {None: 15, MAY: 7}),
        ("t.a + t.b", vintage([A, B], [(MAY, A_MAY)]), {None: 15}),
        # An unknown one stands beside nothing; a target stands beside by what it is.
        ("t.a", vintage([A], [(MAY, replace(A_MAY, kind=Kind.UNKNOWN, value=None))]), {None: 10}),
        ("t.a", vintage([A], [("doel", replace(A, expected="doel"))]), {None: 10, "doel": 10}),
        # Of another year nothing is put in the place of a cell.
        ("t.a + t.b[-1]", vintage([A, figure("t.b", 2023, 1)], [(MAY, A_MAY), (MAY, figure("t.b", 2023, 2, period=MAY))]), {None: 11, MAY: 6}),
        ("t.b[-1]", vintage([figure("t.b", 2023, 1)], [(MAY, figure("t.b", 2023, 2, period=MAY))]), {None: 1}),
    ],
)  # fmt: skip
def test_what_stands_beside_a_derived_figure(
    formula: str, cells: Vintage, found: dict[str | None, int]
) -> None:
    """The same formula over each part of the year that its cells have."""
    figures, findings = work_out(derived("d.x", formula), cells=cells)
    assert findings == []
    held = {None: figures[FigureKey("d.x", 2024)], **{n.beside: o for n, o in beside(figures).items() if n.year == 2024}}  # fmt: skip
    assert {apart: one.value for apart, one in held.items()} == found
    assert all(one.period == (apart if apart != "doel" else None) for apart, one in held.items())


BROKEN = replace(
    table("r"), columns={"a": column("r.a", breaks=(SeriesBreak(2024, "Anders geteld."), SeriesBreak(2020, "Eerder ook")))}
)  # fmt: skip


def test_a_formula_across_a_break() -> None:
    """Has no value and can be anything, in the years it happens in, which are named once; unless
    that is meant. Nothing is worked out over parts of such a year either.
    """
    part = figure("r.a", 2024, 4, period=MAY), figure("r.a", 2023, 3, period=MAY)
    own = [figure("r.a", year, year - 2000) for year in (2019, 2020, 2022, 2023, 2024)]
    cells = vintage(own, [(MAY, one) for one in part])
    growth = derived("d.x", "r.a - r.a[-1]")
    figures, (finding,) = work_out(BROKEN, growth, cells=cells)
    values = {name.year: one.value for name, one in figures.items()}
    assert values == {2019: None, 2020: None, 2022: None, 2023: 1, 2024: None}
    broken = figures[FigureKey("d.x", 2024)]
    assert (broken.kind, broken.bounds) == (Kind.UNKNOWN, EVERYTHING)
    assert dict(beside(figures)) == {}
    assert finding.code == "SR-A007"
    assert "in 2020 en 2024" in finding.message
    assert "2020: Eerder ook; 2024: Anders geteld" in finding.message
    none = by_name(figure("r.a", 2024, "n.v.t."), figure("r.a", 2023, "n.v.t."))
    assert work_out(BROKEN, growth, cells=none)[0][broken.id].kind is Kind.UNKNOWN
    figures, findings = work_out(BROKEN, replace(growth, mixed_breaks=True), cells=cells)
    assert (findings, figures[FigureKey("d.x", 2024)].value) == ([], 1)
    assert beside(figures)[FigureKey("d.x", 2024, None, MAY)].value == 1


def test_what_has_no_cells_breaks_nothing() -> None:
    """Also where a break lies between the years it would compare."""
    cells = by_name(figure("t.a", 2024, 1))
    assert work_out(BROKEN, derived("d.x", "r.a - r.a[-1]"), cells=cells)[1] == []


def test_what_does_not_apply_over_mixed_times_is_not_known() -> None:
    """Whole and part years together have no outcome, not even that there is none."""
    none = figure("t.a", 2024, "n.v.t.", period=MAY), figure("t.b", 2024, "n.v.t.")
    figures, (finding,) = work_out(derived("d.x", "t.a + t.b"), cells=by_name(*none))
    assert figures[FigureKey("d.x", 2024)].kind is Kind.UNKNOWN
    assert finding.code == "SR-A005"
    figures, _ = work_out(derived("d.x", "t.a"), cells=by_name(none[0]))
    assert figures[FigureKey("d.x", 2024)].printed == "n.v.t."


@pytest.mark.parametrize(
    ("cells", "period"),
    [
        ((A, B_MAY), MAY),
        ((A_MAY, B), MAY),
        ((figure("t.a", 2024, None, period=JUNE), B_MAY, figure("t.c", 2024, 1)), MAY),
        ((A, replace(B, expected="doel")), None),
    ],
)
def test_a_formula_that_may_mix_names_the_first_part_of_a_year(
    cells: Sequence[Figure], period: str | None
) -> None:
    """That a known cell is of."""
    mixing = derived("d.x", "t.a + t.b + 0 * t.c", mixed_periods=True)
    figures, findings = work_out(mixing, cells=by_name(*cells))
    assert (figures[FigureKey("d.x", 2024)].period, findings) == (period, [])


def test_an_unknown_figure_tells_what_it_would_be_of() -> None:
    name = FigureKey("d.x", 2024)
    found = unknown(derived("d.x", "t.a / 2", unit="euro"), name)
    assert found == Figure(name, Kind.UNKNOWN, "n.n.b.", unit="euro", formula="t.a / 2")


def test_per_key_of_a_large_table_as_one_by_one() -> None:
    """Across a break there is none; over a time it has that time; what stands beside goes along."""
    broken = {name: replace(one, breaks=(SeriesBreak(2021, "x"),)) for name, one in LANDS.columns.items()}  # fmt: skip
    lands = replace(LANDS, columns=broken)
    held = catalogue(
        lands, PLAIN, derived("d.x", "landen.aantal - landen.aantal[-1]"),
        derived("d.y", "2 * landen.aantal"), derived("d.z", "2 * t.a"),
    )  # fmt: skip
    one = figure("t.a", 2021, 4, period=MAY)
    cells = replace(
        vintage([figure("t.a", 2021, 9)], [(MAY, one)]), large={"landen": replace(large(), table=lands)}
    )  # fmt: skip
    names, _ = names_of(held, cells)
    own, findings = derive(held, cells, names, 2021)
    assert findings == []
    whole = complete(held, cells, own, names)
    assert whole[FigureKey("d.x", 2021, "Zuid")].value is None
    assert whole[FigureKey("d.y", 2021, "Zuid")].value == 40
    assert whole[FigureKey("d.z", 2021, None, MAY)].value == 8
    assert whole[FigureKey("t.a", 2021, None, MAY)].value == 4
    meant = replace(held, derived={**held.derived, "d.x": replace(held.derived["d.x"], mixed_breaks=True)})  # fmt: skip
    assert complete(meant, cells, own, names)[FigureKey("d.x", 2021, "Zuid")].value == 10


def test_keys_outside_the_list_of_a_year() -> None:
    """Are counted with the rest where the table has one, and else have a figure of their own."""
    cells = by_name(
        figure("land.x", 2024, 1, "Noord"), figure("land.x", 2023, 1, "Zuid"),
        replace(figure("land.x", 2024, None, "Zuid"), kind=Kind.OUTSIDE),
        figure("land.x", 2024, 7), figure("t.a", 2022, 1, "los"),
    )  # fmt: skip
    plain = table("land", "x", key="land")
    for made, keys in (
        (plain, ("Noord", "Zuid")),
        (replace(plain, rest_keys=("Rest",)), ("Noord",)),
    ):
        names, _ = names_of(catalogue(made, PLAIN), cells)
        assert names.keys("land", 2024) == keys
        assert names.keys("land", 2023) == ("Zuid",)
        assert list(names.years) == [2023, 2024]


def test_what_formulas_may_know_of_figures() -> None:
    """Which are states, in what unit each is, and where its target stands."""
    stock = replace(table("s"), columns={"eind": column("s.eind", stock=True, unit="zaken")})
    cells = vintage([A], [("doel", replace(A, expected="doel"))])
    names, _ = names_of(catalogue(PLAIN, stock, derived("d.x", "t.a", unit="euro")), cells)
    assert names.stocks == {"s.eind"}
    assert names.units == {
        "t.a": "personen", "t.b": "personen", "t.c": "personen", "s.eind": "zaken", "d.x": "euro"
    }  # fmt: skip
    assert names.expected(A.id, "doel") == A.id._replace(beside="doel")


@pytest.mark.parametrize(
    ("formula", "code", "said", "column_of_it"),
    [
        ("t.a + ", "SR-A001", "maar hier staat het einde.", 14 + 6),
        ("t.a + t.aa", "SR-A002", "'t.aa' bestaat niet; bedoelt u t.a?", 14 + 6),
        ("t.a + geld.e", "SR-C045", "hebben geen eenheid gemeen", 14 + 6),
        ("1 + d.x", "SR-A003", "d.x -> d.x.", 14),
    ],
)
def test_where_a_formula_goes_wrong(formula: str, code: str, said: str, column_of_it: int) -> None:
    """At the part that does, with one full stop or question mark."""
    money = table("geld", "e", unit="euro")
    one = replace(derived("d.x", formula), formula_text=Text(formula, Position("a.yaml", 3, 14)))
    _, (finding,) = work_out(money, one, cells={})
    assert (finding.code, finding.locations) == (code, (Position("a.yaml", 3, column_of_it),))
    assert said in finding.message
    assert ".." not in finding.message
    assert "?." not in finding.message
