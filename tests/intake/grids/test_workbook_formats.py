# SPDX-License-Identifier: EUPL-1.2
"""Formats and dates of a workbook, held against openpyxl."""

from __future__ import annotations

import random
from datetime import datetime

import pytest
from openpyxl.styles import numbers
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from standrapport.intake.grids.xlsx_parts import BUILT_IN, is_date, is_duration, moment_of

CODES = [
    *BUILT_IN.values(), "d mmmm yyyy", "[$-413]d mmm", '"dag" 0', "0;d", "[Red]0", "[hh]:mm", "[s].0", "[H]", r"\d0",
    "_d0", "yyyy;@", "[$-F800]dddd", "[>100]0", "General", "", '0 "m"', "[mmm]", "[ss]", "hh:mm:ss.000", "#\\ ##0",
]  # fmt: skip


def test_the_built_in_codes() -> None:
    """The same list."""
    assert BUILT_IN == numbers.BUILTIN_FORMATS  # type: ignore[comparison-overlap,unused-ignore]


@pytest.mark.parametrize("code", CODES)
def test_what_a_format_shows(code: str) -> None:
    """A date, a duration or a number."""
    assert is_date(code) == numbers.is_date_format(code)
    assert is_duration(code) == numbers.is_timedelta_format(code)


def test_random_codes_and_days() -> None:
    """Any code and any number of days, in both ways of counting."""
    chance = random.Random(7)  # noqa: S311
    for _ in range(3000):
        code = "".join(chance.choices('dmyhs[]"0#;\\_.:@ ', k=chance.randint(1, 9)))
        assert is_date(code) == numbers.is_date_format(code), code
        assert is_duration(code) == numbers.is_timedelta_format(code), code
    days = [0, 0.5, 0.9999999999, 1, 1.5, 59, 59.99, 60, 61, 43831, 45657.75, 2950000]
    for serial in [*days, *(chance.uniform(0, 60000) for _ in range(3000))]:
        for from_1904 in (False, True):
            theirs = from_excel(serial, MAC_EPOCH if from_1904 else WINDOWS_EPOCH)
            ours = moment_of(serial, from_1904=from_1904)
            assert ours == (theirs if isinstance(theirs, datetime) else None), serial
