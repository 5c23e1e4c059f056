# SPDX-License-Identifier: EUPL-1.2
"""Figures of one formula over one time: the same months, states at a date, targets held apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standrapport.core.formula import (
    Leaf,
    Names,
    Timed,
    all_whole_years,
    ground,
    in_time,
    leaves,
    parse_formula,
    parse_rule,
    with_leaves,
)
from standrapport.core.formula.nodes import Call, Compare
from standrapport.core.model import Figure, FigureKey, Kind, Vintage, expected_beside
from tests.core.invented import by_name, figure

MAY, JUNE, END = "t/m mei", "t/m juni", "stand 31 mei"
STOCKS = frozenset({"t.s", "t.z"})


def vintage(*cells: Figure) -> Vintage:
    """Figures of years; a second one of a year stands beside the first."""
    own: dict[FigureKey, Figure] = {}
    aside: dict[FigureKey, Figure] = {}
    for one in cells:
        if one.id not in own:
            own[one.id] = one
            continue
        apart = " ".join(filter(None, (one.expected, one.period))) or "heel jaar"
        name = one.id._replace(beside=apart)
        aside[name] = replace(one, id=name)
    return Vintage(own, beside=aside)


def timed(text: str, *cells: Figure) -> Timed:
    """A formula or rule of 2024 over one time."""
    figures = vintage(*cells)
    names = Names(
        dict.fromkeys(("t.a", "t.b", "t.s", "t.z")), {}, lambda _table, _year: (), stocks=STOCKS,
        expected=lambda name, expected: expected_beside(figures, name, expected),
    )  # fmt: skip
    parse = parse_rule if any(sign in text for sign in "<>=") else parse_formula
    return in_time(ground(parse(text), names, 2024), names, figures, 2024)


def cell(ref: str, year: int, period: str | None = None, expected: str = "") -> Figure:
    """A figure over a time."""
    return figure(f"t.{ref}", year, 5, period=period, expected=expected)


OPEN = figure("t.b", 2024, None, period=MAY)


@pytest.mark.parametrize(
    ("text", "cells", "mixed", "period", "expected", "beside"),
    [
        # Nothing known, or all of whole years.
        ("t.a + t.b", (), False, None, "", []),
        ("t.a + t.b", (cell("a", 2024), OPEN), False, None, "", [None, None]),
        ("t.a - t.a[-1]", (cell("a", 2024), cell("a", 2023)), False, None, "", [None, None]),
        # Of one part of the year, or of two.
        ("t.a + t.b", (cell("a", 2024, MAY), cell("b", 2024, MAY)), False, MAY, "", [None, None]),
        ("t.a + t.b", (cell("a", 2024, MAY), cell("b", 2024)), True, None, "", [None, None]),
        ("t.a + t.b", (cell("a", 2024, MAY), cell("b", 2024, JUNE)), True, None, "", [None, None]),
        # The same months of another year, where they are there.
        ("t.a - t.a[-1]", (cell("a", 2024, MAY), cell("a", 2023), cell("a", 2023, MAY)), False, MAY, "", [None, MAY]),
        ("t.a - t.a[-1]", (cell("a", 2024, MAY), cell("a", 2023), cell("a", 2023, JUNE)), True, MAY, "", [None, None]),
        ("t.a - t.a[-1]", (cell("a", 2024), cell("a", 2023, MAY), cell("a", 2023)), False, None, "", [None, "heel jaar"]),
        ("t.a - t.a[-1]", (cell("a", 2024, MAY), cell("a", 2023)), True, MAY, "", [None, None]),
        # Only other years: whole ones go first, else what they are all of.
        ("t.a[-1] - t.a[-2]", (cell("a", 2023), cell("a", 2022, MAY), cell("a", 2022)), False, None, "", [None, "heel jaar"]),
        ("t.a[-1] - t.a[-2]", (cell("a", 2023, MAY), cell("a", 2022, MAY)), False, MAY, "", [None, None]),
        ("t.a[-1] - t.a[-2]", (cell("a", 2023, MAY), cell("a", 2022, JUNE)), True, None, "", [None, None]),
        # States of the year itself must be of its moment, those of another year are as they are.
        ("t.s + t.a", (cell("s", 2024, END), cell("a", 2024, MAY)), False, MAY, "", [None, None]),
        ("t.s + t.a", (cell("s", 2024), cell("a", 2024, MAY)), True, MAY, "", [None, None]),
        ("t.s + t.a", (cell("s", 2024), cell("a", 2024)), False, None, "", [None, None]),
        ("t.s[-1] + t.a", (cell("s", 2023), cell("a", 2024, MAY)), False, MAY, "", [None, None]),
        ("t.s - t.s[-1]", (cell("s", 2024, END), cell("s", 2023)), False, END, "", [None, None]),
        ("t.s + t.z", (cell("s", 2024, END), cell("z", 2024, MAY)), False, END, "", [None, None]),
        ("t.s + t.z", (cell("s", 2024, END), cell("z", 2024, JUNE)), True, None, "", [None, None]),
        ("t.s[-1]", (cell("s", 2023, END),), False, None, "", [None]),
        ("t.s[-1] + t.z[-1]", (cell("s", 2023, END), cell("z", 2023)), False, None, "", [None, None]),
        ("t.s + t.a", (cell("s", 2024, None, "doel"), cell("a", 2024)), True, None, "", [None, None]),
        # What was hoped for does not mix with what was counted, unless it was asked for by name.
        ("t.a + t.b", (cell("a", 2024, None, "doel"), cell("b", 2024, None, "doel")), False, None, "doel", [None, None]),
        ("t.a + t.b", (cell("a", 2024, None, "doel"), cell("b", 2024)), True, None, "", [None, None]),
        ("t.a - t.a[doel]", (cell("a", 2024), cell("a", 2024, None, "doel")), False, None, "", [None, "doel"]),
        ("t.a - t.a[doel]", (cell("a", 2024, MAY), cell("a", 2024, None, "doel")), True, None, "", [None, "doel"]),
        ("t.a - t.a[doel]", (cell("a", 2024, MAY), cell("a", 2024, MAY, "doel")), False, MAY, "", [None, f"doel {MAY}"]),
        ("t.a - t.a[doel]", (cell("a", 2024),), False, None, "", [None, "doel"]),
        ("t.b - t.a[doel]", (cell("b", 2024, None, "raming"), cell("a", 2024, None, "doel")), True, None, "", [None, None]),
        ("t.a[doel]", (cell("a", 2024, None, "doel"),), False, None, "doel", [None]),
        ("t.a[doel] + t.b[doel]", (cell("a", 2024, MAY, "doel"), cell("b", 2024, None, "doel")), True, None, "", [None, None]),
    ],
)  # fmt: skip
def test_a_formula_over_one_time(
    text: str, cells: tuple[Figure, ...], mixed: bool, period: str | None, expected: str, beside: list[str | None]
) -> None:  # fmt: skip
    """With what was put in the place of a figure of another time, by what sets it apart."""
    found = timed(text, *cells)
    assert (found.mixed, found.period, found.expected) == (mixed, period, expected)
    assert [name.beside for name in leaves(found.node)] == (beside or [None, None])


@pytest.mark.parametrize(
    ("text", "cells", "mixed", "period", "expected"),
    [
        ("t.a <= t.b", (cell("a", 2024), cell("b", 2024)), False, None, ""),
        ("t.a <= t.b", (cell("a", 2024, MAY), cell("b", 2024, MAY)), False, MAY, ""),
        ("t.a <= t.b", (cell("a", 2024, MAY), cell("b", 2024)), True, MAY, ""),
        # A target may be held against what was counted, over the same time.
        ("t.a <= t.b", (cell("a", 2024), cell("b", 2024, None, "doel")), False, None, ""),
        ("t.b >= t.a", (cell("a", 2024), cell("b", 2024, None, "doel")), False, None, "doel"),
        ("t.a <= t.b", (cell("a", 2024, MAY), cell("b", 2024, None, "doel")), True, MAY, ""),
        ("t.a <= t.b", (cell("a", 2024, None, "doel"), cell("b", 2024, None, "doel")), False, None, "doel"),
        # Each side must be of one time by itself.
        ("t.a + t.b <= t.a[-1]", (cell("a", 2024), cell("b", 2024, MAY), cell("a", 2023, None, "doel")), True, None, ""),
        ("t.a[-1] <= t.a + t.b", (cell("a", 2024), cell("b", 2024, MAY), cell("a", 2023, None, "doel")), True, None, "doel"),
    ],
)  # fmt: skip
def test_a_comparison_over_one_time(
    text: str, cells: tuple[Figure, ...], mixed: bool, period: str | None, expected: str
) -> None:
    found = timed(text, *cells)
    assert (found.mixed, found.period, found.expected) == (mixed, period, expected)
    assert isinstance(found.node, Compare)
    assert found.node.operator in text


@pytest.mark.parametrize("text", ["t.a <= t.b - t.b[-1]", "t.b - t.b[-1] >= t.a"])
def test_a_target_against_a_change_over_the_same_months(text: str) -> None:
    """On whichever side what is of another time is replaced."""
    cells = (
        cell("a", 2024, MAY, "doel"),
        cell("b", 2024, MAY),
        cell("b", 2023),
        cell("b", 2023, MAY),
    )
    found = timed(text, *cells)
    assert not found.mixed
    assert [name.beside for name in leaves(found.node) if name.year == 2023] == [MAY]


def test_when_everything_compares() -> None:
    """Only where every figure was counted over its whole year, and nothing stands beside one."""
    assert all_whole_years({})
    assert all_whole_years(by_name(cell("a", 2024), cell("b", 2023)))
    assert not all_whole_years(by_name(cell("a", 2024), cell("b", 2023, MAY)))
    assert not all_whole_years(by_name(cell("a", 2024, None, "doel")))
    assert not all_whole_years(vintage(cell("a", 2024), cell("a", 2024)))


def test_figures_put_in_the_place_of_others() -> None:
    """Not of those that were asked for by name."""
    a, b = FigureKey("t.a", 2024), FigureKey("t.b", 2024)
    node = Call("som", (Leaf(a), Leaf(a, asked=True), Leaf(b)))
    other = a._replace(beside=MAY)
    swapped = Call("som", (Leaf(other), Leaf(a, asked=True), Leaf(b)))
    assert with_leaves(node, {a: other}) == swapped
    assert with_leaves(node, {}) is node


def test_a_figure_outside_the_list_has_no_time() -> None:
    outside = replace(cell("b", 2024, MAY), kind=Kind.OUTSIDE, value=None)
    assert timed("t.a + t.b", cell("a", 2024), outside).mixed is False
