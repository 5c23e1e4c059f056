# SPDX-License-Identifier: EUPL-1.2
"""What a printed figure stands for, and how figures are named, missed and revised."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import inf

import pytest
from hypothesis import given, strategies as st

from standrapport.core.model import (
    EVERYTHING,
    NOT_NEGATIVE,
    Figure,
    FigureKey,
    Interval,
    Kind,
    Position,
    RevisionReason,
    apart,
    figure_of,
    left_over,
)
from tests.core.invented import by_name, figure

PLACE = Position("figures/2021/herzieningen.yaml", 2)


def between(low: float, high: float) -> Interval:
    """Whole numbers, halves or an infinity as bounds."""
    return Interval(Fraction(low), high if high == inf else Fraction(high))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (figure("t.a", 2021, 13840), between(13840, 13840)),
        (figure("t.a", 2021, 13840, rounding=Decimal(10)), between(13835, 13845)),
        (figure("t.a", 2021, 7, rounding=Decimal(1)), between(6.5, 7.5)),
        (figure("t.a", 2021, 0, rounding=Decimal(10)), between(0, 5)),
        (figure("t.a", 2021, "<5"), between(0, 4)),
        (figure("t.a", 2021, "<1"), between(0, 0)),
        (figure("t.a", 2021, "n.v.t."), between(0, 0)),
        (figure("t.a", 2021, None), NOT_NEGATIVE),
        # Computed figures can be below zero, so nothing is cut off there.
        (figure("t.a", 2021, 0, rounding=Decimal(10), formula="t.b"), between(-5, 5)),
        (figure("t.a", 2021, None, formula="t.b - t.c"), EVERYTHING),
        # A cell whose column says so can be below zero too; one rounded down reaches up only.
        (figure("t.a", 2021, 0, rounding=Decimal(10), free=True), between(-5, 5)),
        (figure("t.a", 2021, None, free=True), EVERYTHING),
        (figure("t.a", 2021, 40, rounding=Decimal(10), rounds_down=True), between(40, 50)),
        # A number nobody published says nothing, and neither does a kind without its number.
        (figure("t.a", 2021, 7, kind=Kind.UNKNOWN), NOT_NEGATIVE),
        (figure("t.a", 2021, None, kind=Kind.VALUE), NOT_NEGATIVE),
        (figure("t.a", 2021, None, kind=Kind.SUPPRESSED), NOT_NEGATIVE),
        # Computed bounds go before what is printed.
        (figure("t.a", 2021, 3, formula="t.b", bounds=between(1, 9)), between(1, 9)),
        (figure("t.a", 2021, None, formula="t.b", bounds=between(1, 9)), between(1, 9)),
    ],
)
def test_the_true_values_behind_a_printed_one(cell: Figure, expected: Interval) -> None:
    """Half a step to either side; '<n' is 0 to n - 1; what does not apply counts as nothing."""
    assert cell.interval == expected


@given(st.integers(0, 10**6), st.sampled_from(["0.1", "1", "5", "10", "100"]))
def test_the_true_value_is_never_outside(true: int, step: str) -> None:
    """A true value rounded to a step lies in the interval of what is printed."""
    rounding = Decimal(step)
    printed = (true / rounding).to_integral_value() * rounding
    cell = Figure(FigureKey("t.a", 2021), Kind.VALUE, str(printed), printed, rounding)
    assert true in cell.interval


def test_a_derived_figure_has_a_formula() -> None:
    """Only what is computed can be below zero."""
    cell, computed = figure("t.a", 2021, 1), figure("t.b", 2021, 1, formula="t.a")
    assert (cell.derived, cell.may_be_negative) == (False, False)
    assert (computed.derived, computed.may_be_negative) == (True, True)


def test_the_name_of_a_figure_reads_as_it_is_written() -> None:
    """As in a formula, the key before the year; an empty key is a key."""
    assert str(FigureKey("instroom.ind", 2021)) == "instroom.ind[2021]"
    assert str(FigureKey("landen.aantal", 2021, "Noord")) == 'landen.aantal["Noord", 2021]'
    assert str(FigureKey("landen.aantal", 2021, "")) == 'landen.aantal["", 2021]'
    assert str(FigureKey("t.a", 2021, beside="t/m november")) == "t.a[2021] (t/m november)"


def test_how_firm_a_figure_is() -> None:
    """A target is a target, provisional or not; what is said of nothing is definite and exact."""
    cell = figure("t.a", 2021, 1)
    assert (cell.status, cell.decimals, cell.interval) == ("definitief", 0, between(1, 1))
    assert replace(cell, provisional=True).status == "voorlopig"
    assert replace(cell, provisional=True, expected="doel").status == "doel"
    assert (cell.free, cell.rounds_down) == (False, False)


def test_what_sets_figures_of_a_year_apart() -> None:
    """The whole year is named among counted figures, and goes without saying of a target."""
    assert apart(None, "") == "heel jaar"
    assert apart("t/m november", "") == "t/m november"
    assert apart(None, "doel") == "doel"
    assert apart("t/m juni", "raming") == "raming t/m juni"


@pytest.mark.parametrize(
    ("inflow", "outflow", "left"),
    [
        ((100,), (60,), 40),
        ((60,), (100,), -40),
        ((100, 5), (60, 10), 35),
        ((100,), (100,), None),
        ((100,), (95,), None),  # 5 and 5 of rounding explain ten
        ((100,), (90,), None),
        ((100,), (89,), 11),
        ((100,), (), 100),
        ((0,), (20,), -20),
        ((100, None), (60,), None),
        ((100,), ("<5",), None),
    ],
)
def test_what_came_in_and_did_not_go_out(
    inflow: tuple[int | None, ...], outflow: tuple[int | str | None, ...], left: int | None
) -> None:
    """As printed, and only where the rounding of all of them together cannot explain it."""
    sides = [
        [figure("t.a", 2021, one, rounding=Decimal(10)) for one in side]
        for side in (inflow, outflow)
    ]
    assert left_over(*sides) == left


def test_each_way_a_rounded_figure_may_lie_counts() -> None:
    """Cut off at zero below, or rounded down: the wider side of both is what may explain."""
    low = figure("t.a", 2021, 2, rounding=Decimal(10))
    down = figure("t.b", 2021, 10, rounding=Decimal(10), rounds_down=True)
    exact = figure("t.c", 2021, 0)
    assert left_over([low], [exact]) is None
    assert left_over([down], [exact]) is None
    assert left_over([figure("t.d", 2021, 11)], [exact]) == 11
    assert left_over([replace(down, value=Decimal(11))], [exact]) == 11
    assert left_over([figure("t.d", 2021, 1)], [exact]) == 1


def test_what_the_vintage_does_not_hold_is_unknown() -> None:
    """By year and by key; it is printed as n.n.b. and says nothing."""
    held = figure("landen.aantal", 2021, 620, "Noord")
    figures = by_name(held)
    assert figure_of(figures, "landen.aantal", 2021, "Noord") is held
    for year, key in ((2021, "Zuid"), (2020, "Noord"), (2021, None)):
        missing = figure_of(figures, "landen.aantal", year, key)
        assert missing.id == FigureKey("landen.aantal", year, key)
        assert (missing.kind, missing.printed) == (Kind.UNKNOWN, "n.n.b.")
        assert missing.interval == NOT_NEGATIVE


@pytest.mark.parametrize(
    ("refs", "years", "covered"),
    [
        (("t.a",), (), True),
        (("t",), (), True),
        (("t.b",), (), False),
        (("u", "t"), (2020, 2021), True),
        (("t.a",), (2020,), False),
        (("t.b",), (2021,), False),
    ],
)
def test_what_a_reason_covers(refs: tuple[str, ...], years: tuple[int, ...], covered: bool) -> None:
    """A column or its whole table, in the years named or in all."""
    reason = RevisionReason(refs, years, "Verzonnen.", PLACE)
    assert reason.covers(FigureKey("t.a", 2021)) is covered
