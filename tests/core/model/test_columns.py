# SPDX-License-Identifier: EUPL-1.2
"""Large tables kept as columns: cell for cell the same as figures held one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, strategies as st

from standrapport.core.derive import complete, derive, names_of
from standrapport.core.model import (
    ColumnTable,
    ColumnValues,
    Figure,
    FigureKey,
    Kind,
    Position,
    Vintage,
    delivered,
    differing,
    keys_in,
    large_tables,
    single_figures,
    suppressed,
    years_of,
)
from standrapport.core.model.columns import KINDS, printed_cell
from tests.core.invented import by_name, catalogue, column, derived, figure, table

FILE = "figures/2021/landen.csv"
Row = tuple[int, str, Sequence[int | str | None]]  # year, key, and a cell per column
ROWS: Sequence[Row] = (
    (2020, "Zuid", (10, None)),
    (2021, "Noord", (30, "<5")),
    (2021, "Zuid", (20, "n.v.t.")),
)
LANDS = table(
    "landen", "aantal", "deel", key="land", rounding=Decimal(10), suppression=5, unit="personen"
)
_PLACES = {None: 2, "<5": 1, "n.v.t.": 3}


def large(rows: Sequence[Row] = ROWS, decimals: int = 0, **fields: object) -> ColumnTable:
    """The table of lands kept as columns; `decimals` is the scale its numbers are kept in."""
    columns = {}
    for at, name in enumerate(("aantal", "deel")):
        cells = [cells[at] for _, _, cells in rows]
        kinds = [0 if isinstance(cell, int) else _PLACES[cell] for cell in cells]
        numbers = [cell * 10**decimals if isinstance(cell, int) else 0 for cell in cells]
        columns[name] = ColumnValues(
            np.array(kinds, np.int8), np.array(numbers, np.int64), decimals
        )
    return ColumnTable(
        LANDS,
        FILE,
        np.array([year for year, _, _ in rows], np.int16),
        np.array([key for _, key, _ in rows], object),
        np.arange(2, len(rows) + 2, dtype=np.int32),
        np.array([year == 2021 for year, _, _ in rows]),
        [f"{year}-12-31" if year == 2021 else None for year, _, _ in rows],
        fields.get("columns", columns),  # type: ignore[arg-type]
    )


def apart(rows: Sequence[Row] = ROWS) -> Mapping[FigureKey, Figure]:
    """The same figures one by one."""
    return by_name(
        *(
            figure(
                f"landen.{name}",
                year,
                cells[at],
                key,
                rounding=Decimal(10),
                suppression=5,
                unit="personen",
                provisional=year == 2021,
                reference_date="2021-12-31" if year == 2021 else None,
                position=Position(FILE, line, name),
            )
            for line, (year, key, cells) in enumerate(rows, 2)
            for at, name in enumerate(("aantal", "deel"))
        )
    )


def test_every_cell_is_the_same_figure() -> None:
    """Kind, value, print, marks and place, in the order of the file."""
    expected = apart()
    found = large()
    assert list(found.names()) == list(expected)
    assert [found.figure(name) for name in found.names()] == list(expected.values())
    assert len(found) == 6


def test_what_is_not_in_the_table_has_no_figure() -> None:
    """Another year, key or column, no key at all, or a column the file does not have."""
    held = large()
    for ref, year, key in (
        ("landen.aantal", 2019, "Zuid"),
        ("landen.aantal", 2020, "Noord"),
        ("landen.onzin", 2021, "Noord"),
        ("landen.aantal", 2021, None),
    ):
        assert held.figure(FigureKey(ref, year, key)) is None
    few = large(columns={"deel": held.columns["deel"]})
    assert few.figure(FigureKey("landen.aantal", 2021, "Noord")) is None
    assert [name.ref for name in few.names()] == ["landen.deel"] * 3
    assert len(few) == 3


def test_the_keys_of_a_year() -> None:
    """In the order of the file; none in a year without rows."""
    held = large()
    assert held.keys_in(2021) == ("Noord", "Zuid")
    assert held.keys_in(2020) == ("Zuid",)
    assert held.keys_in(2019) == ()
    assert held.rows == {2020: {"Zuid": 0}, 2021: {"Noord": 1, "Zuid": 2}}


@pytest.mark.parametrize(
    ("number", "scale", "rounding", "unit", "value", "decimals", "printed"),
    [
        (13840, 0, "10", "personen", "13840", 0, "13.840"),
        (542, 1, "0.1", "procent", "54.2", 1, "54,2\u00a0%"),
        (540, 1, "0.1", "procent", "54.0", 1, "54,0\u00a0%"),
        (5425, 2, "0.1", "procent", "54.25", 2, "54,25\u00a0%"),
        (540, 1, None, "personen", "54", 0, "54"),
        (1000, 0, None, "personen", "1000", 0, "1.000"),
    ],
)
def test_a_cell_as_printed(
    number: int,
    scale: int,
    rounding: str | None,
    unit: str,
    value: str,
    decimals: int,
    printed: str,
) -> None:
    """At least the decimals of its rounding, and all that it has itself."""
    own = column("t.a", rounding=rounding and Decimal(rounding), unit=unit)
    assert printed_cell(Kind.VALUE, number, scale, own) == (Decimal(value), decimals, printed)


@pytest.mark.parametrize(
    ("kind", "printed"),
    [(Kind.UNKNOWN, "n.n.b."), (Kind.NOT_APPLICABLE, "n.v.t."), (Kind.SUPPRESSED, "<7")],
)
def test_a_cell_without_a_value(kind: Kind, printed: str) -> None:
    """Its mark, whatever number stands there."""
    assert printed_cell(kind, 3, 0, column("t.a", suppression=7)) == (None, 0, printed)


SINGLE = by_name(figure("t.a", 2018, 7), figure("t.b", 2021, "<5"), figure("t.c", 2021, None))


def vintage(rows: Sequence[Row] = ROWS) -> Vintage:
    """Single figures and the large table together."""
    return Vintage(SINGLE, {"landen": large(rows)})


def test_a_vintage_is_all_its_figures() -> None:
    """Single ones first; each name is held, and gives its figure, asked once or twice."""
    held, expected = vintage(), {**SINGLE, **apart()}
    assert list(held) == list(expected)
    assert len(held) == len(expected) == 9
    for name, one in expected.items():
        assert name in held
        assert (held[name], held[name]) == (one, one)
    for missing in (FigureKey("t.z", 2021), FigureKey("landen.aantal", 2019, "Zuid")):
        assert missing not in held
        with pytest.raises(KeyError):
            held[missing]
    for whole in (held, Vintage(SINGLE)):
        assert not whole.__contains__("t.a")  # no name of a figure at all


def test_a_cell_is_made_once() -> None:
    """Asked for again it is the same object."""
    held = vintage()
    name = FigureKey("landen.aantal", 2021, "Noord")
    assert held[name] is held[name]
    assert list(held.made) == [name]


def test_a_derived_figure_of_a_large_table_is_worked_out_when_asked() -> None:
    """The same as worked out for each key at once; none for a key or year that is not there."""
    parts = catalogue(
        LANDS,
        table("t", "a", "b", "c"),
        derived("d.x", "100 * landen.aantal / som(landen.aantal)"),
        derived("d.y", "t.a[2018] * 2"),
    )
    held = vintage()
    names, _ = names_of(parts, held)
    assert list(names.keys("landen", 2021)) == ["Noord", "Zuid"]
    assert list(names.years) == [2020, 2021]
    own, findings = derive(parts, held, names, 2021)
    assert findings == []
    assert {name.ref for name in own} == {"d.y"}
    whole = complete(parts, held, own, names)
    assert whole[FigureKey("d.x", 2021, "Noord")].value == 60
    assert whole[FigureKey("d.x", 2020, "Zuid")].value == 100
    assert whole[FigureKey("d.y", 2021)].value == 14
    assert FigureKey("d.x", 2020, "Noord") not in whole
    assert FigureKey("d.x", 2019, "Zuid") not in whole
    assert FigureKey("d.x", 2021) not in whole
    assert [str(name) for name in whole if name.ref == "d.x"] == [
        'd.x["Zuid", 2020]', 'd.x["Noord", 2021]', 'd.x["Zuid", 2021]',
    ]  # fmt: skip
    assert len(whole) == len(list(whole)) == 9 + 3 + len(own)
    assert keys_in(whole, "d.x", 2021) == ["Noord", "Zuid"]
    one_by_one = {**SINGLE, **apart()}
    plain, _ = derive(parts, one_by_one, names_of(parts, one_by_one)[0], 2021)
    together = complete(parts, one_by_one, plain, names)
    assert isinstance(together, dict)
    assert {name: one for name, one in together.items() if name.ref == "d.x"} == {
        name: whole[name] for name in whole if name.ref == "d.x"
    }


def test_keys_of_figures_held_one_by_one() -> None:
    """Of that column and year only, in order."""
    for held in (apart(), vintage()):
        assert keys_in(held, "landen.aantal", 2021) == ["Noord", "Zuid"]
        assert keys_in(held, "landen.aantal", 2020) == ["Zuid"]
        assert keys_in(held, "landen.aantal", 2019) == []
    assert keys_in(vintage(), "t.a", 2018) == []


def test_the_parts_of_a_vintage() -> None:
    """Figures held one by one are their own parts."""
    held = vintage()
    assert single_figures(held) is held.single
    assert large_tables(held) is held.large
    assert single_figures(SINGLE) is SINGLE
    assert large_tables(SINGLE) == {}


def test_questions_of_all_figures() -> None:
    """Years, suppressed cells and what was delivered, the same for both ways of keeping them."""
    one_by_one = {**SINGLE, **apart()}
    for held in (one_by_one, vintage()):
        assert years_of(held) == {2018, 2020, 2021}
        assert [str(name) for name in suppressed(held)] == [
            "t.b[2021]",
            'landen.deel["Noord", 2021]',
        ]
        assert delivered(held) == {"t.a", "t.b", "landen.aantal", "landen.deel"}
    unknown: Sequence[Row] = ((2021, "Noord", (30, None)),)
    assert delivered(vintage(unknown)) == {"t.a", "t.b", "landen.aantal"}


def test_a_computed_figure_is_not_suppressed() -> None:
    """Only a cell hides a number."""
    assert list(suppressed(by_name(figure("t.b", 2021, "<5", formula="t.a")))) == []


def test_what_may_differ_between_editions() -> None:
    """All single figures, and of a large table only the cells of common keys that changed."""
    now: Sequence[Row] = (
        (2021, "Zuid", (20, 0)),
        (2020, "Zuid", (15, None)),
        (2021, "Oost", (30, "<5")),
        (2022, "Noord", (1, 1)),
    )
    found = list(differing(vintage(), vintage(now)))
    assert found[:3] == list(SINGLE)
    assert [str(name) for name in found[3:]] == [
        'landen.aantal["Zuid", 2020]',
        'landen.deel["Zuid", 2021]',
    ]
    assert list(differing(vintage(), vintage())) == list(SINGLE)
    assert list(differing(vintage(), SINGLE)) == list(vintage())


def test_the_scale_of_a_column_is_no_difference() -> None:
    """20 kept as 200 tenths is still 20, on either side."""
    plain, tenths = Vintage({}, {"landen": large()}), Vintage({}, {"landen": large(decimals=1)})
    assert list(differing(plain, tenths)) == []
    assert list(differing(tenths, plain)) == []


def test_a_column_that_is_gone_is_not_compared() -> None:
    """Only what both have."""
    held = large()
    few = large(columns={"deel": held.columns["deel"]})
    assert list(differing(Vintage({}, {"landen": held}), Vintage({}, {"landen": few}))) == []


@given(st.integers(0, 10**12), st.integers(0, 4))
def test_a_number_kept_at_any_scale(number: int, scale: int) -> None:
    """Is the number it was."""
    value, decimals, _ = printed_cell(Kind.VALUE, number, scale, column("t.a"))
    assert value == Decimal(number).scaleb(-scale)
    assert value == round(value, decimals)


def test_places_of_kinds() -> None:
    """As they are stored."""
    assert [kind.name for kind in KINDS] == [
        "VALUE", "SUPPRESSED", "UNKNOWN", "NOT_APPLICABLE", "UNAVAILABLE", "OUTSIDE"
    ]  # fmt: skip
