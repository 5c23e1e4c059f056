# SPDX-License-Identifier: EUPL-1.2
"""What is said of a source, how a text without a mark is read, and comparisons over part of a year:
kinds where a small change once went unseen (`bench/mutants`).
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from standrapport.core import disk
from standrapport.core.csv_text import utf_16
from standrapport.core.formula import Leaf, Names, in_time, tables_behind
from standrapport.core.formula.nodes import Compare
from standrapport.core.model import FigureKey, Samenvatting, Source, Vintage
from standrapport.core.words.names import source_facts, source_name
from tests.core.invented import HERE, by_name, catalogue, derived, figure, table

MONTHS = "t/m juni"


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({}, ""),
        ({"made_by": "het bureau"}, "door het bureau"),
        ({"published": "2022-06"}, "gepubliceerd: juni 2022"),
        ({"covers": (2021, 2022)}, "over 2021 en 2022"),
        ({"rhythm": "elk jaar"}, "verschijnt elk jaar"),
        (
            {"made_by": "het bureau", "published": "2022", "covers": (2021,), "rhythm": "elk jaar"},
            "door het bureau; gepubliceerd: 2022; over 2021; verschijnt elk jaar",
        ),
    ],
)
def test_each_fact_of_a_source_is_said(known: dict[str, Any], said: str) -> None:
    """All that is known, in one order; nothing of what is not."""
    assert source_facts(Source("b", "Bron", **known)) == said


def test_a_source_is_of_the_press_only_where_that_is_said() -> None:
    assert source_name(Source("b", "Bron")) == "Bron"
    assert source_name(Source("b", "Bron", via_press=True)) == "Bron (via de pers)"


def test_a_summary_prints_its_year_and_the_one_before() -> None:
    """A card tells the change since a year earlier."""
    summary = Samenvatting(id="s", key_figures=(), messages=(), position=HERE)
    assert summary.figure_years(2024) == (2023, 2024)


def test_unmarked_utf_16_is_believed_only_where_it_holds_a_number() -> None:
    """A table of figures has one; bytes that only look so are no text."""
    assert utf_16("jaar;aantal\n2024;12\n".encode("utf-16-le")) == "jaar;aantal\n2024;12\n"
    assert utf_16("jaar;aantal\n".encode("utf-16-le")) is None
    assert utf_16("jaar;aantal\n".encode("utf-16")) == "jaar;aantal\n"


def test_the_tables_behind_a_derived_figure() -> None:
    """Through other derived figures; what is in no table is left out."""
    known = catalogue(
        table("t", "a"), table("u", "b"), derived("d.x", "t.a + d.y"), derived("d.y", "2 * u.b")
    )
    assert tables_behind(known, ["d.x"]) == {"t", "u"}
    assert tables_behind(known, ["d.y", "weg.c"]) == {"u"}


def test_a_comparison_takes_the_same_months_on_both_sides() -> None:
    """'t.a in 2024 is more than in 2023', where 2024 is counted to June and 2023 also stands so."""
    now, then = FigureKey("t.a", 2024), FigureKey("t.a", 2023)
    months = then._replace(beside=MONTHS)
    figures = Vintage(
        by_name(figure("t.a", 2024, 5, period=MONTHS), figure("t.a", 2023, 9)),
        beside={months: replace(figure("t.a", 2023, 4, period=MONTHS), id=months)},
    )
    names = Names({"t.a": None}, {}, lambda _table, _year: ())
    for left, right in ((then, now), (now, then)):
        found = in_time(Compare("<", Leaf(left), Leaf(right)), names, figures, 2024)
        sides = [months if side == then else side for side in (left, right)]
        assert found.node == Compare("<", Leaf(sides[0]), Leaf(sides[1]))
        assert (found.mixed, found.period) == (False, MONTHS)


def test_a_folder_that_someone_holds_is_not_kept_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[int] = []
    as_it_was = os.open

    def noted(*given: Any) -> int:
        opened.append(as_it_was(*given))
        return opened[-1]

    first = disk._held(tmp_path)
    assert first is not None
    monkeypatch.setattr(os, "open", noted)
    assert disk._held(tmp_path) is None
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(opened[0])
    os.close(first)
