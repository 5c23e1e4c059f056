# SPDX-License-Identifier: EUPL-1.2
"""Days as people type them, numbers at the edges of their notation, and names side by side."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from standrapport.core import notation
from standrapport.core.notation import MINUS, MONTHS, NO_BREAK_SPACE


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025-12-31", "2025-12-31"),
        ("31-12-2025", "2025-12-31"),
        ("1/2/2025", "2025-02-01"),
        ("1.2.2025", "2025-02-01"),
        ("  3   MEI  2025 ", "2025-05-03"),
        ("3 mrt 2025", "2025-03-03"),
        ("3 maa. 2025", "2025-03-03"),
        ("3-okt.-2025", "2025-10-03"),
        ("29 februari 2024", "2024-02-29"),
        ("29 februari 2025", None),
        ("31-2-2025", None),
        ("0-1-2025", None),
        ("1-13-2025", None),
        ("1-2.2025", None),  # two separators
        ("3 xyz 2025", None),
        ("3 meimaand 2025", None),
        ("2025", None),
        ("", None),
    ],
)
def test_a_day_as_people_type_it(typed: str, day: str | None) -> None:
    """The day first, or the year; a month by its number, its name or how that begins."""
    assert notation.parse_datum(typed) == day


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_by_its_first_three_letters(number: int) -> None:
    month = MONTHS[number - 1]
    for name in (month, month[:3]):
        assert notation.parse_datum(f"9 {name} 2025") == f"2025-{number:02}-09"
    assert notation.format_datum(f"2025-{number:02}-09") == f"9 {month} 2025"
    assert notation.through_month(f"t/m {month}") == number


@pytest.mark.parametrize(
    ("period", "month"),
    [
        ("t/m oktober", 10),
        (" T/M Oktober ", 10),
        ("januari t/m maart", 3),
        ("januari tot en met maart 2025", 3),
        ("februari t/m maart", None),
        ("oktober", None),
        ("t/m 15 oktober", None),
        ("", None),
    ],
)
def test_the_month_a_part_of_the_year_runs_through(period: str, month: int | None) -> None:
    """Only where it begins in January."""
    assert notation.through_month(period) == month


@pytest.mark.parametrize(
    ("iso", "moment"),
    [
        ("2025-12-31", datetime(2025, 12, 31, tzinfo=UTC)),
        ("nog niet bekend", datetime(2000, 1, 1, tzinfo=UTC)),
        ("", datetime(2000, 1, 1, tzinfo=UTC)),
    ],
)
def test_the_moment_a_file_is_of(iso: str, moment: datetime) -> None:
    """A fixed one where nobody said, so that the same input gives the same bytes."""
    assert notation.moment_of(iso) == moment
    assert notation.moment_of(iso).tzinfo is UTC


@pytest.mark.parametrize(
    ("value", "step", "below"),
    [
        ("13849", "10", "13840"),
        ("13840", "10", "13840"),
        ("-1", "10", "-10"),
        ("2.29", "0.1", "2.2"),
        ("2.29", None, "2.29"),
    ],
)
def test_a_value_that_is_rounded_down(value: str, step: str | None, below: str) -> None:
    """The multiple below it, also below zero."""
    found = notation.round_to_step(Decimal(value), Decimal(step) if step else None, down=True)
    assert found == Decimal(below)


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        ("0.5", 0, "1"), ("-0.5", 0, "-1"), ("0.49", 0, "0"), ("1.005", 2, "1.01"),
        ("15", -1, "2E+1"), ("7" * 40, 1, "7" * 40 + ".0"),
    ],
)  # fmt: skip
def test_half_away_from_zero(value: str, decimals: int, rounded: str) -> None:
    """To so many decimals, however many digits stand before them."""
    found = notation.round_to(Decimal(value), decimals)
    assert (found, found.as_tuple().exponent) == (Decimal(rounded), -decimals)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (999, 0, "999"), (1000, 0, "1.000"), ("0.04", 1, "0,0"), ("-0.04", 1, "0,0"),
        ("-0.05", 1, f"{MINUS}0,1"), ("-1234.5", 1, f"{MINUS}1.234,5"), (0, 2, "0,00"),
    ],
)  # fmt: skip
def test_a_number_that_rounds_to_nothing_has_no_sign(
    value: int | str, decimals: int, text: str
) -> None:
    assert notation.format_getal(Decimal(value), decimals) == text
    assert notation.parse_getal(text) == notation.round_to(Decimal(value), decimals)


def test_without_more_a_number_is_printed_whole() -> None:
    assert notation.format_getal(Decimal("13840.5")) == "13.841"


@pytest.mark.parametrize(
    ("printed", "unit", "below_a_heading", "alone"),
    [
        ("12", "euro", "€ 12", "€ 12"),
        ("12", "duizend euro", "€ 12", "€ 12 duizend"),
        ("12", "miljoen euro", "€ 12", "€ 12 miljoen"),
        ("12", "miljard euro", "€ 12", "€ 12 miljard"),
        *((("12", span, "12", f"12 {span}")) for span in ("minuten", "uren", "weken", "maanden")),
        ("12", "procent", "12", "12"),
        ("12", "zaken", "12", "12"),
        ("<5", "euro", "<5", "<5"),
        (f"{MINUS}1.200,5", "euro", f"€ {MINUS}1.200,5", f"€ {MINUS}1.200,5"),
    ],
)
def test_the_sign_of_each_unit(printed: str, unit: str, below_a_heading: str, alone: str) -> None:
    """Money and time by themselves; what is counted has its unit in the heading."""
    in_table = notation.with_sign(printed, unit)
    by_itself = notation.with_sign(printed, unit, alone=True)
    assert in_table.replace(NO_BREAK_SPACE, " ") == below_a_heading
    assert by_itself.replace(NO_BREAK_SPACE, " ") == alone


@pytest.mark.parametrize(
    ("value", "as_json"),
    [
        (Fraction(1, 4), 0.25), (Decimal("-3.0"), -3), (2, 2), (-0.5, -0.5),
        (Decimal(10) ** 308, 10**308), (Decimal(10) ** 309, None), (Fraction(10**400, 3), None),
        (float("-inf"), None),
    ],
)  # fmt: skip
def test_what_json_can_hold(value: Decimal | Fraction | float, as_json: float | None) -> None:
    """Nothing for what is beyond every reader."""
    found = notation.json_number(value)
    assert (found, type(found)) == (as_json, type(as_json))


@pytest.mark.parametrize(
    ("names", "most", "between", "told"),
    [
        ([], 2, ", ", ""),
        (["a"], 2, ", ", "a"),
        (["a", "b"], 2, ", ", "a en b"),
        (["a", "b", "c"], 2, ", ", "a, b en nog 1"),
        (["a", "b", "c", "d"], 2, ", ", "a, b en nog 2"),
        (["a", "b"], 2, "; ", "a; b"),
        (["a", "b", "c"], 2, "; ", "a; b; en nog 1"),
    ],
)
def test_so_many_and_how_many_more(names: list[str], most: int, between: str, told: str) -> None:
    """Between semicolons 'en' would join the wrong things."""
    assert notation.join_some(names, most, between) == told


def test_names_are_joined_by_commas_unless_told_otherwise() -> None:
    assert notation.join_some(["a", "b", "c"], 3) == notation.join_names(["a", "b", "c"])
    assert notation.join_names(["a", "b"]) == "a en b"


@pytest.mark.parametrize(
    ("words", "told"),
    [("aandeel IND", "Aandeel IND"), ("IND", "IND"), ("", ""), ("één", "Één"), ("a", "A")],
)
def test_a_capital_in_front_changes_nothing_else(words: str, told: str) -> None:
    assert notation.capital(words) == told


@pytest.mark.parametrize(
    ("value", "decimals"),
    [("<5", 0), ("€ 1.234,50", 2), (Decimal("1.250"), 3), (Decimal(-3), 0), (Decimal("1E+2"), 0)],
)
def test_how_many_decimals_show(value: Decimal | str, decimals: int) -> None:
    assert notation.decimals_in(value) == decimals
