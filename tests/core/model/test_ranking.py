# SPDX-License-Identifier: EUPL-1.2
"""The largest keys, only when every key that could be among them is known."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from standrapport.core.model import Figure, Interval, Kind, ranked
from tests.core.invented import figure


def keys(**cells: int | str | None) -> dict[str, Figure]:
    """Figures of one year by key; 'b.l.' is outside the list."""
    made = {}
    for key, cell in cells.items():
        outside = cell == "b.l."
        one = figure("t.a", 2025, None if outside else cell, key, suppression=5)
        made[key] = replace(one, kind=Kind.OUTSIDE, printed="b.l.") if outside else one
    return made


@pytest.mark.parametrize(
    ("cells", "number", "first", "open_keys"),
    [
        ({"a": 10, "b": 30, "c": 20}, None, ("b", "c", "a"), ()),
        ({"a": 10, "b": 30, "c": None}, None, ("b", "a"), ("c",)),
        ({"a": None, "b": "n.v.t."}, None, (), ("a",)),
        ({"a": 10, "b": None}, 2, ("a",), ("b",)),
        ({"a": 10, "b": 30, "c": 20}, 2, ("b", "c"), ()),
        ({"a": 10, "b": 30, "c": None}, 2, ("b", "a"), ("c",)),
        ({"a": 10, "b": 30, "c": "b.l."}, 2, ("b", "a"), ()),
        ({"a": 10, "b": 30, "c": "n.v.t."}, 2, ("b", "a"), ()),
        ({"a": 10, "b": 30, "c": "<5"}, 2, ("b", "a"), ()),
        ({"a": None}, 3, (), ("a",)),
    ],
)
def test_the_largest(
    cells: dict[str, int | str | None],
    number: int | None,
    first: tuple[str, ...],
    open_keys: tuple[str],
) -> None:
    """With the keys that could be among them."""
    found = ranked(keys(**cells), number, ascending=False)
    assert (found.keys, found.open_keys) == (first, open_keys)


def test_ranks() -> None:
    """Of a list of ranks 1, 2, 3 no other key can be among the first; with a gap one can."""
    assert ranked(keys(a=2, b=1, c=None), 2, ascending=True).open_keys == ()
    assert ranked(keys(a=3, b=1, c=None), 2, ascending=True).open_keys == ("c",)
    assert ranked(keys(a=None), None, ascending=True).open_keys == ("a",)
    assert ranked(keys(a=2, b=1, c=None), 3, ascending=True).open_keys == ("c",)


def test_what_is_bounded_ranks_as_far_as_it_reaches() -> None:
    """A computed figure without a number is among the first only if it can be as large as the last
    of them.
    """
    for high, open_keys in ((9, ()), (10, ("c",)), (25, ("c",))):
        cells = keys(a=10, b=30, c=None)
        reach = Interval(Fraction(0), Fraction(high))
        cells["c"] = replace(cells["c"], formula="t.b", bounds=reach)
        assert ranked(cells, 2, ascending=False).open_keys == open_keys
    cells["d"] = replace(cells["b"], value=Decimal(29))
    assert ranked(cells, 3, ascending=False).open_keys == ("c",)


def test_keys_of_different_times_have_no_order() -> None:
    """Eleven months of one and twelve of another do not rank."""
    mixed = keys(a=10, b=30)
    mixed["a"] = replace(mixed["a"], period="t/m november")
    assert ranked(mixed, 2, ascending=False).open_keys == ("a",)
