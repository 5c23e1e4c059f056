# SPDX-License-Identifier: EUPL-1.2
"""What is asked of all figures together: what stands beside a year, has keys, is free or missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from standrapport.core.model import (
    ColumnTable,
    ColumnValues,
    Figure,
    FigureKey,
    Kind,
    Vintage,
    beside,
    beside_of,
    columns as columns_module,
    delivered,
    differing,
    expected_beside,
    free_refs,
    has_keys,
    keys_in,
    missing_columns,
    same_period,
    years_of,
)
from standrapport.core.model.columns import printed_cell
from tests.core.invented import by_name, catalogue, column, derived, figure, table
from tests.core.model.test_columns import LANDS, large, vintage

NAME = FigureKey("t.a", 2024)


def held(*own: Figure, aside: Mapping[str, Figure]) -> Vintage:
    """Figures of years, with others beside that of 2024 by what sets them apart."""
    names = {NAME._replace(beside=apart): one for apart, one in aside.items()}
    return Vintage(
        by_name(*own), beside={name: replace(one, id=name) for name, one in names.items()}
    )


WHOLE = figure("t.a", 2024, 10)
PART = replace(WHOLE, period="t/m mei")
TARGET = replace(WHOLE, expected="doel")
TARGET_OF_PART = replace(PART, expected="doel")


@pytest.mark.parametrize(
    ("own", "aside", "found"),
    [
        # The year stands for the target itself, whatever else there is.
        ([TARGET], {"doel t/m mei": TARGET_OF_PART}, None),
        ([WHOLE], {"doel": TARGET}, "doel"),
        ([WHOLE], {"raming": replace(WHOLE, expected="raming"), "doel": TARGET}, "doel"),
        # Over its own time first; in the order of the file where the year is not known.
        ([WHOLE], {"doel t/m mei": TARGET_OF_PART, "doel": TARGET}, "doel"),
        ([PART], {"doel": TARGET, "doel t/m mei": TARGET_OF_PART}, "doel t/m mei"),
        ([], {"doel t/m mei": TARGET_OF_PART, "doel": TARGET}, "doel t/m mei"),
        ([figure("t.a", 2024, None)], {"doel t/m mei": TARGET_OF_PART, "doel": TARGET}, "doel t/m mei"),
        # Nobody delivered one: it has a name all the same.
        ([WHOLE], {"t/m mei": PART}, "doel"),
    ],
)  # fmt: skip
def test_the_target_of_a_year(
    own: list[Figure], aside: dict[str, Figure], found: str | None
) -> None:
    assert expected_beside(held(*own, aside=aside), NAME, "doel").beside == found


@pytest.mark.parametrize(
    ("own", "like", "found"),
    [
        (WHOLE, WHOLE, None),
        (WHOLE, PART, "t/m mei"),
        (WHOLE, TARGET, "doel"),
        (PART, WHOLE, "heel jaar"),
        (figure("t.a", 2024, None), PART, None),
        (replace(WHOLE, kind=Kind.OUTSIDE), PART, None),
    ],
)
def test_the_figure_of_the_same_time(own: Figure, like: Figure, found: str | None) -> None:
    """The figure itself where it is of that time, or not known."""
    aside = {"t/m mei": PART, "doel": TARGET, "heel jaar": WHOLE}
    figures = held(own, aside=aside)
    one = same_period(figures, NAME, like)
    assert one is not None
    assert one.id.beside == found
    assert same_period(figures, NAME, replace(like, period="t/m juni", kind=Kind.VALUE)) is (
        own if own.kind.is_open else None
    )


def test_what_stands_beside_a_year_is_found_by_its_own_name_only() -> None:
    figures = held(WHOLE, aside={"t/m mei": PART, "doel": TARGET})
    names = [NAME._replace(beside="t/m mei"), NAME._replace(beside="doel")]
    assert list(beside_of(figures, NAME)) == names
    assert list(beside_of(figures, NAME._replace(year=2023))) == []
    assert list(beside_of(by_name(WHOLE), NAME)) == []
    assert (list(figures), len(figures)) == ([NAME], 1)
    assert [name in figures for name in names] == [True, True]
    assert figures[names[1]].expected == "doel"
    with pytest.raises(KeyError):
        figures[NAME._replace(beside="raming")]
    assert (list(beside(figures)), dict(beside(by_name(WHOLE)))) == (names, {})


def test_a_figure_by_itself_goes_before_a_cell_of_a_large_table() -> None:
    """And one that was made before is given again, as long as there is room to keep it."""
    name = FigureKey("landen.aantal", 2021, "Noord")
    own = figure("landen.aantal", 2021, 99, "Noord")
    figures = Vintage({name: own}, {"landen": large()})
    assert figures[name] is own
    assert figures.made == {}


@pytest.mark.parametrize(("most", "kept"), [(0, 0), (1, 1), (2, 2), (9, 3)])
def test_how_many_cells_are_kept(most: int, kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns_module, "_MOST_MADE", most)
    figures = Vintage({}, {"landen": large()})
    for key, year in (("Noord", 2021), ("Zuid", 2021), ("Zuid", 2020)):
        assert figures[FigureKey("landen.aantal", year, key)].id.key == key
    assert len(figures.made) == kept


def test_what_was_asked_before_makes_no_other_vintage() -> None:
    table_of_lands = large()
    one, other = (Vintage({}, {"landen": table_of_lands}) for _ in range(2))
    assert one[FigureKey("landen.aantal", 2021, "Noord")].value == 30
    assert one == other
    assert "made" not in repr(one)


def test_what_is_worked_out_per_key() -> None:
    """Only when the table has no such cell, and never without a key."""
    asked: list[tuple[int, str]] = []

    def work_out(year: int, key: str) -> Figure | None:
        asked.append((year, key))
        return figure("landen.x", year, 5, key) if key == "Noord" else None

    lazy = dict.fromkeys(("landen.x", "landen.aantal"), ("landen", work_out))
    figures = Vintage({}, {"landen": large()}, lazy)
    assert figures[FigureKey("landen.aantal", 2021, "Noord")].value == 30
    assert asked == []
    assert figures[FigureKey("landen.x", 2021, "Noord")].value == 5
    for name in (FigureKey("landen.x", 2021), FigureKey("landen.x", 2021, "Weg")):
        assert name not in figures
    assert asked == [(2021, "Noord"), (2021, "Weg")]
    assert keys_in(figures, "landen.x", 2020) == ["Zuid"]


def test_which_figures_have_keys() -> None:
    """In any year; a table without rows has none yet."""
    one_by_one = by_name(figure("t.a", 2020, 1), figure("k.x", 2021, 1, "Noord"))
    for figures in (one_by_one, Vintage(one_by_one), Vintage(one_by_one, {"landen": large()})):
        assert [has_keys(figures, ref) for ref in ("t.a", "k.x", "k.y")] == [False, True, False]
    assert has_keys(vintage(), "landen.aantal")
    assert not has_keys(Vintage({}, {"landen": large(())}), "landen.aantal")
    assert not has_keys({}, "t.a")


def test_which_figures_may_lie_below_zero() -> None:
    free = replace(LANDS, columns={"aantal": column("landen.aantal", free=True), "deel": column("landen.deel")})  # fmt: skip
    cells = by_name(figure("t.a", 2020, 1, free=True), figure("t.b", 2020, 1))
    assert free_refs(cells) == {"t.a"}
    assert free_refs(Vintage(cells, {"landen": replace(large(), table=free)})) == {
        "t.a",
        "landen.aantal",
    }


def test_a_cell_kept_as_a_column_is_as_free_as_its_column() -> None:
    """And rounded the way its column is; a kind without a number has its own mark."""
    own = column("landen.aantal", free=True, rounds_down=True, rounding=Decimal("0.1"), unit="procent")  # fmt: skip
    columns = {"aantal": ColumnValues(np.array([0, 4, 5], np.int8), np.array([5, 0, 0]), 0)}
    held_table = ColumnTable(
        replace(LANDS, columns={"aantal": own}), "landen.csv",
        np.array([2021, 2021, 2021], np.int16), np.array(["a", "b", "c"], object),
        np.array([2, 3, 4], np.int32), np.array([False, True, False]), [None, "2021-06-01", None], columns,
    )  # fmt: skip
    cells = [held_table.figure(FigureKey("landen.aantal", 2021, key)) for key in "abc"]
    assert [one and (one.free, one.rounds_down, one.provisional) for one in cells] == [
        (True, True, False), (True, True, True), (True, True, False)
    ]  # fmt: skip
    assert [one and (one.printed, one.decimals) for one in cells] == [
        ("5,0\N{NO-BREAK SPACE}%", 1), ("n.b.", 0), ("b.l.", 0)
    ]  # fmt: skip
    assert printed_cell(Kind.VALUE, -1250, 2, own) == (Decimal("-12.50"), 1, "−12,5\N{NO-BREAK SPACE}%")  # fmt: skip


def test_a_column_that_is_gone_hides_no_other() -> None:
    """The rest is still compared."""
    before, after = large(), large([(2021, "Noord", (30, 7)), (2021, "Zuid", (20, "n.v.t."))])
    few = replace(after, columns={"deel": after.columns["deel"]})
    found = differing(Vintage({}, {"landen": before}), Vintage({}, {"landen": few}))
    assert [str(name) for name in found] == ['landen.deel["Noord", 2021]']


def test_a_table_that_is_gone_hides_no_other() -> None:
    """All its cells may read differently, and those of others that changed."""
    before = Vintage({}, {"weg": large(), "landen": large()})
    now = Vintage({}, {"landen": large([(2021, "Noord", (31, "<5"))])})
    assert [str(name) for name in differing(before, now)][6:] == ['landen.aantal["Noord", 2021]']


def test_years_and_names_that_were_delivered() -> None:
    """Of what only stands beside a year there is none."""
    cells = by_name(figure("t.a", 2019, None), figure("t.b", 2020, "n.v.t."))
    assert years_of(cells) == {2019, 2020}
    assert delivered(cells) == {"t.b"}
    assert (years_of({}), delivered({})) == (set(), set())


OLD = table("oud", "a", years=frozenset({2020}))
MIXED = replace(table("half", "a"), columns={"a": column("half.a", years=frozenset({2020})), "b": column("half.b")})  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "missing"),
    [
        ([], [("T", ()), ("Land", ()), ("Half", ())]),
        ([figure("t.a", 2024, 1)], [("T", ("B",)), ("Land", ()), ("Half", ())]),
        ([figure("t.a", 2024, None), figure("t.b", 2024, "n.v.t.")], [("T", ("A",)), ("Land", ()), ("Half", ())]),
        ([figure("t.a", 2023, 1), figure("t.b", 2023, 1)], [("T", ()), ("Land", ()), ("Half", ())]),
        ([figure("land.x", 2024, None, "Noord"), figure("half.b", 2024, 1)], [("T", ())]),
        ([replace(figure("t.b", 2024, None), kind=Kind.OUTSIDE), figure("t.a", 2024, "<5")], [("Land", ()), ("Half", ())]),
    ],
)  # fmt: skip
def test_what_is_missing_in_a_year(
    cells: list[Figure], missing: list[tuple[str, tuple[str, ...]]]
) -> None:
    """By table, with its columns where not all of them are; what does not exist that year is not
    missing, and a table with keys is so only as a whole.
    """
    known = catalogue(table("t", "a", "b"), OLD, table("land", "x", "y", key="land"), MIXED, derived("d.x", "t.a"))  # fmt: skip
    assert list(missing_columns(known, by_name(*cells), 2024)) == missing
