# SPDX-License-Identifier: EUPL-1.2
"""Periods as staff type them: one spelling for each, and nothing that cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from standrapport.core.model import (
    PeriodProblem,
    last_day,
    moment_of,
    months_in,
    period_of,
    several_years,
)
from standrapport.core.notation import MONTHS


@pytest.mark.parametrize(
    ("written", "period"),
    [
        *((whole, None) for whole in ("", "heel jaar", "2025", "januari t/m december")),
        ("januari t/m juni", "t/m juni"),
        ("T/M  November 2025", "t/m november"),
        ("januari tot en met 30 november", "t/m november"),
        ("t/m 15 november", "t/m 15 november"),
        ("maart t/m juni", "maart t/m juni"),
        ("november 2025", "november"),
        ("2019 t/m 2025", "2019 t/m 2025"),
        ("2019-2025", "2019 t/m 2025"),
        ("van 2021 tot en met november 2025", "2021 t/m november 2025"),
        ("9 december 2024 t/m 8 september 2025", "9 december 2024 t/m 8 september 2025"),
        ("maart 2024 t/m 30 november 2025", "maart 2024 t/m november 2025"),
        ("2e kwartaal", "april t/m juni"),
        ("eerste halfjaar", "t/m juni"),
        ("stand 31 augustus", "stand 31 augustus"),
        ("op 31 december 2025", None),
        ("per 15 december", "stand 15 december"),
        ("eind mei", "stand 31 mei"),
        ("tweede halfjaar", "juli t/m december"),
        ("Q4", "oktober t/m december"),
        ("eerste 10 maanden", "t/m oktober"),
        ("de eerste elf maanden", "t/m november"),
        ("eerste drie kwartalen", "t/m september"),
        ("eerste 1 maanden", "januari"),
        ("eerste 12 maanden", None),
        ("jan-nov", "t/m november"),
        ("mrt. t/m sept", "maart t/m september"),
        ("t/m 1 maart", "t/m 1 maart"),
        ("maart t/m 15 juni", "maart t/m 15 juni"),
        ("mei t/m mei", "mei"),
        ("2025 t/m 2025", None),
        ("2025 t/m maart 2026", "2025 t/m maart 2026"),
    ],
)
def test_one_spelling(written: str, period: str | None) -> None:
    """Also of itself."""
    assert period_of(written, 2025) == period
    assert period_of(period or "", 2025) == period


@pytest.mark.parametrize(
    ("written", "which"),
    [
        ("t/m november 2024", "jaar"),
        ("2011 t/m 2017", "jaar"),
        ("2021 t/m november 2024", "jaar"),
        ("2026 t/m mei 2025", "volgorde"),
        ("2024 t/m 31 juni 2025", "dag"),
        ("juni t/m maart", "volgorde"),
        ("2025 t/m 2019", "volgorde"),
        ("t/m 31 juni", "dag"),
        ("tot november", "vorm"),
        ("eerste 13 maanden", "vorm"),
        ("november 2024", "jaar"),
        ("stand 31 augustus 2024", "jaar"),
        ("maart 2024 t/m juni", "jaar"),
        ("t/m 0 juni", "dag"),
        ("31 juni 2024 t/m mei 2025", "dag"),
        ("stand 29 februari", "dag"),
    ],
)
def test_what_cannot_be(written: str, which: str) -> None:
    """Each with what is wrong."""
    with pytest.raises(PeriodProblem) as problem:
        period_of(written, 2025)
    assert problem.value.which == which


def test_lengths_and_moments() -> None:
    """The longest part is told by its months; a state at the end of a part is of its last day."""
    assert [months_in(f"t/m {month}") for month in MONTHS] == list(range(1, 13))
    assert [months_in(one) for one in (None, "maart t/m juni", "november", "stand 3 mei")] == [
        12, 4, 1, 0
    ]  # fmt: skip
    assert several_years("2011 t/m 2017") == (2011, 2017)
    assert several_years("t/m november") is None
    assert moment_of("t/m november") == moment_of("stand 30 november") == "30 november"
    assert moment_of(None) == "31 december"
    assert several_years("2021 t/m november 2025") == (2021, 2025)
    assert moment_of("t/m 15 mei") == "15 mei"
    assert moment_of("2021 t/m november 2025") == "2021 t/m november 2025"


@pytest.mark.parametrize(
    ("period", "day"),
    [
        (None, date(2024, 12, 31)),
        ("t/m november", date(2024, 11, 30)),
        ("t/m 15 november", date(2024, 11, 15)),
        ("maart t/m december", date(2024, 12, 31)),
        ("februari", date(2024, 2, 29)),
        ("stand 3 mei", date(2024, 5, 3)),
        ("2021 t/m 2026", date(2026, 12, 31)),
        ("2021 t/m november 2025", date(2025, 11, 30)),
        ("2021 t/m 8 september 2025", date(2025, 9, 8)),
        ("ergens in het jaar", None),
    ],
)
def test_the_day_a_period_ends(period: str | None, day: date | None) -> None:
    """Counted with the days of its own year, leap years too."""
    assert last_day(period, 2024) == day
    assert last_day("9 december 2024 t/m 8 september 2025", 2025) == date(2025, 9, 8)


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("t/m nov", "t/m november"), ("jan-nov", "t/m november"), ("jan. t/m nov.", "t/m november"),
        ("t.m. november", "t/m november"), ("tm okt", "t/m oktober"), ("apr - jun", "april t/m juni"),
        ("mrt", "maart"), ("t/m 15 sept", "t/m 15 september"), ("eerste 9 maanden", "t/m september"),
        ("de eerste 12 maanden", None), ("april - juni 2025", "april t/m juni"),
    ],
)  # fmt: skip
def test_as_people_shorten_it(written: str, period: str | None) -> None:
    """Months in three letters, 't.m.', a dash."""
    assert period_of(written, 2025) == period


@pytest.mark.parametrize("written", ["tot november", "11 maanden", "eerste 13 maanden", "zomer"])
def test_what_may_mean_more_than_one_thing(written: str) -> None:
    """Is told, and never guessed."""
    with pytest.raises(PeriodProblem):
        period_of(written, 2025)
