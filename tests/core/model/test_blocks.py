# SPDX-License-Identifier: EUPL-1.2
"""Blocks as classes: which keys are given, which are a kind's own, which years are printed."""

from __future__ import annotations

import pytest

from standrapport.core.model import Position, Text
from standrapport.core.model.block import Year, key_fields
from standrapport.core.model.figure_blocks import Kerncijfers, Tabel
from standrapport.core.model.text_blocks import Citaat

HERE = Position("content/2021/hoofdstuk.yaml", 4, 3)


def text(raw: str) -> Text:
    """A text somewhere."""
    return Text(raw, HERE)


def test_only_what_says_something_is_given() -> None:
    """An empty text says nothing, unless the file has the key."""
    quote = Citaat(text=text("Zo is het."), by=text("  "))
    assert [name for name, _ in quote.given()] == ["status", "tekst"]
    typed = Citaat(text=text("Zo is het."), by=text("  "), places={"bij": HERE, "tekst": HERE})
    assert [name for name, _ in typed.given()][:2] == ["bij", "tekst"]
    absent = Citaat(text=text("Zo is het."), places={"bij": HERE})
    assert "bij" not in dict(absent.given())


def test_what_is_a_kinds_own_is_not_what_all_blocks_have() -> None:
    """A title and an id are of every block."""
    quote = Citaat(text=text("Zo is het."), by=text("Iemand"), id="vast", title=text("Kop"))
    assert {"titel", "id", "tekst", "bij"} <= {name for name, _ in quote.given()}
    assert [name for name, _ in quote.own()] == ["tekst", "bij"]


def test_keys_are_those_that_are_declared() -> None:
    """With what may stand there, and whether it must."""
    keys = key_fields(Citaat)
    assert keys["tekst"].required
    assert not keys["bij"].required
    assert "position" not in keys
    assert "places" not in keys
    assert keys["bij"].type is Text


@pytest.mark.parametrize("year", [2021, 2024])
def test_a_card_prints_the_year_before_too(year: int) -> None:
    """Its change needs both."""
    assert Kerncijfers(figures=()).figure_years(year) == (year - 1, year)


def test_a_table_prints_the_years_it_asks_for_or_the_year_of_the_report() -> None:
    """Nothing asked is the year of the report."""
    assert Tabel(title=text("Tabel"), figures=()).figure_years(2021) == (2021,)
    assert Tabel(title=text("Tabel"), figures=(), years=(Year(2019), Year(2020))).figure_years(
        2021
    ) == (
        2019,
        2020,
    )
