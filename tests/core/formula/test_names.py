# SPDX-License-Identifier: EUPL-1.2
"""Names in formulas: unknown ones, circles, keys."""

from __future__ import annotations

import pytest

from standrapport.core.formula import FormulaError, Names, ground, leaves, parse_formula, parse_rule
from standrapport.core.model import FigureKey

NAMES = Names(
    {"instroom.ind": None, "instroom.np": None, "landen.aantal": "landen"},
    {
        "instroom.som": parse_formula("instroom.ind + instroom.np"),
        "a.rond": parse_formula("b.rond + 1"),
        "b.rond": parse_formula("a.rond"),
    },
    lambda _table, year: ("Noordland", "Zuidland") if year == 2021 else (),
)


def test_unknown_name_gives_the_nearest() -> None:
    """A misspelt name is refused with the name that was probably meant."""
    with pytest.raises(FormulaError, match=r"instroom\.inf' bestaat niet; bedoelt u instroom\.ind"):
        NAMES.check(parse_formula("1 + instroom.inf"))


def test_derived_figures_become_cells() -> None:
    """A derived figure is replaced by its formula, in the year asked for."""
    assert leaves(ground(parse_formula("instroom.som[-1]"), NAMES, 2021)) == [
        FigureKey("instroom.ind", 2020),
        FigureKey("instroom.np", 2020),
    ]


def test_circle_is_refused() -> None:
    """A figure that is computed from itself is refused, with the circle spelled out."""
    with pytest.raises(FormulaError, match=r"a\.rond -> b\.rond -> a\.rond"):
        ground(parse_formula("a.rond"), NAMES, 2021)


def test_rule_on_a_keyed_column_holds_for_every_key() -> None:
    """A keyed column without a key makes the rule hold per key; within som() it does not."""
    assert NAMES.free_table(parse_rule("landen.aantal >= 0")) == "landen"
    assert NAMES.free_table(parse_rule("som(landen.aantal) == instroom.ind")) is None
    assert leaves(ground(parse_formula("som(landen.aantal)"), NAMES, 2021)) == [
        FigureKey("landen.aantal", 2021, "Noordland"),
        FigureKey("landen.aantal", 2021, "Zuidland"),
    ]


def test_a_plain_column_has_no_keys() -> None:
    """A key where there are none is refused."""
    with pytest.raises(FormulaError, match="geen sleutels"):
        NAMES.check(parse_formula('instroom.ind["x"]'))
