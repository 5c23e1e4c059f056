# SPDX-License-Identifier: EUPL-1.2
"""What a printed figure stands for, and how figures are named, missed and revised."""

from __future__ import annotations

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
    figure_of,
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
