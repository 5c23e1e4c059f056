# SPDX-License-Identifier: EUPL-1.2
"""Dutch notation there and back, and CSV as text."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from standrapport.core import notation
from standrapport.core.csv_text import decode, delimiter_of, rows_of


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (13840, 0, "13.840"),
        (-13840, 0, "−13.840"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "−3"),
        ("-0.4", 0, "0"),
        ("1234567.891", 2, "1.234.567,89"),
        ("54.25", 1, "54,3"),
    ],
)
def test_a_number_as_printed(value: int | str, decimals: int, text: str) -> None:
    """A number as printed."""
    assert notation.format_getal(Decimal(value), decimals) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("13840", "13840"),
        ("13.840", "13840"),
        (" 54,2 ", "54.2"),
        ("-7", "-7"),
        ("−1.234.567,5", "-1234567.5"),
        ("13.84", None),
        ("1,234.5", None),
        ("1.23.456", None),
        ("", None),
        ("12 345", None),
    ],
)
def test_a_text_as_a_number(text: str, value: str | None) -> None:
    """A text as a number."""
    assert notation.parse_getal(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("value", "step", "rounded"),
    [
        ("13845", "10", "13850"),
        ("13844.9", "10", "13840"),
        ("-13845", "10", "-13850"),
        ("2.25", "0.1", "2.3"),
        ("13843", None, "13843"),
    ],
)
def test_a_value_as_published(value: str, step: str | None, rounded: str) -> None:
    """A value as published."""
    found = notation.round_to_step(Decimal(value), None if step is None else Decimal(step))
    assert found == Decimal(rounded)


def test_dates_are_written_out_and_other_texts_left() -> None:
    """Dates are written out and other texts left."""
    assert notation.format_datum("2021-12-31") == "31 december 2021"
    assert notation.format_datum("2021-02-30") == "2021-02-30"
    assert notation.format_datum("eind 2021") == "eind 2021"


@pytest.mark.parametrize("text", ["", "  ", "heel jaar", "Hele Jaar", "jaar"])
def test_names_of_the_whole_year(text: str) -> None:
    """Names of the whole year."""
    assert notation.is_whole_year(text)


def test_a_part_of_the_year_is_not_the_whole() -> None:
    """A part of the year is not the whole."""
    assert not notation.is_whole_year("t/m november")


@pytest.mark.parametrize(
    ("number", "decimals"), [("13.840,25", 2), ("54,2 %", 1), ("7", 0), ("geen", 0)]
)
def test_decimals_of_a_printed_number(number: str, decimals: int) -> None:
    """Decimals of a printed number."""
    assert notation.decimals_in(number) == decimals


def test_decimals_of_a_value() -> None:
    """Decimals of a value."""
    assert notation.decimals_in(Decimal("0.50")) == 2
    assert notation.decimals_in(Decimal("1E+3")) == 0


@pytest.mark.parametrize(
    ("value", "as_json"),
    [
        (Decimal("10000.0"), "10000"),
        (Fraction(5, 2), "2.5"),
        (0.0, "0"),
        (float("inf"), "None"),
        (None, "None"),
    ],
)
def test_json_numbers(value: Decimal | Fraction | float | None, as_json: str) -> None:
    """Json numbers."""
    assert str(notation.json_number(value)) == as_json


def test_names_are_joined() -> None:
    """Names are joined."""
    assert notation.join_names([]) == ""
    assert notation.join_names(["a"]) == "a"
    assert notation.join_names(["a", "b", "c"]) == "a, b en c"


def test_a_name_of_only_punctuation_stays_itself() -> None:
    """A name of only punctuation stays itself."""
    assert notation.bare_name(" - ") == "-"
    assert notation.bare_name("Één (loket)") == "eenloket"


def test_a_percentage_has_its_sign_and_a_count_has_none() -> None:
    """A percentage has its sign and a count has none."""
    assert notation.format_figure(Decimal("54.2"), 1, "procent") == "54,2\N{NO-BREAK SPACE}%"
    assert notation.format_figure(5400, 0, "personen") == "5.400"


def test_a_file_of_another_code_page_is_read_and_its_line_told() -> None:
    """A file of another code page is read and its line told."""
    assert decode("a\ncafé".encode("cp1252")) == ("a\ncafé", 2)
    assert decode("\ufeffjaar".encode()) == ("jaar", None)


def test_the_delimiter_is_what_the_header_has_most_of() -> None:
    """The delimiter is what the header has most of."""
    assert delimiter_of("jaar;naam, voluit;aantal") == ";"
    assert delimiter_of("jaar,aantal") == ","


def test_a_cell_may_go_on_over_lines_and_rows_keep_their_line() -> None:
    """A cell may go on over lines and rows keep their line."""
    rows = list(rows_of('a;b\n"x\ny";1\nz;2\n', ";"))
    assert rows == [(1, ["a", "b"]), (2, ["x\ny", "1"]), (4, ["z", "2"])]
