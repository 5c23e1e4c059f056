# SPDX-License-Identifier: EUPL-1.2
"""Every form a period is typed in, for every month, quarter and half: one spelling, or what is wrong."""

from __future__ import annotations

from calendar import monthrange
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

LAST = [monthrange(2023, number)[1] for number in range(1, 13)]
COUNTS = ["twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"]


def through(number: int) -> str | None:
    """The spelling of January through a month, counted from 1."""
    return None if number == 12 else "januari" if number == 1 else f"t/m {MONTHS[number - 1]}"


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month(number: int) -> None:
    """By its name and shortened; as a part, from January on, as a moment, with its last day."""
    month, last = MONTHS[number - 1], LAST[number - 1]
    for name in (month, month[:3], f"{month[:3]}."):
        assert period_of(name, 2023) == period_of(f"{name} 2023", 2023) == month
        assert period_of(f"t/m {name}", 2023) == through(number)
        assert period_of(f"tot en met eind {name}", 2023) == through(number)
        assert period_of(f"t/m {last} {name}", 2023) == through(number)
        assert period_of(f"t/m 3 {name}", 2023) == f"t/m 3 {month}"
        moment = None if number == 12 else f"stand {last} {month}"
        assert period_of(f"eind {name}", 2023) == period_of(f"per {last} {name}", 2023) == moment
        assert period_of(f"stand op 3 {name} 2023", 2023) == f"stand 3 {month}"
    assert moment_of(f"t/m {month}") == moment_of(f"stand {last} {month}") == f"{last} {month}"
    assert moment_of(f"maart t/m 3 {month}") == f"3 {month}"
    assert last_day(f"t/m {month}", 2023) == last_day(month, 2023) == date(2023, number, last)
    assert last_day(f"stand 3 {month}", 2023) == date(2023, number, 3)
    assert last_day(f"2021 t/m {month} 2023", 2022) == date(2023, number, last)
    assert months_in(f"t/m {month}") == number
    assert months_in(month) == 1
    if number > 3:
        assert months_in(f"maart t/m {month}") == number - 2
        assert period_of(f"mrt - {month[:3]}", 2023) == f"maart t/m {month}"


@pytest.mark.parametrize(("short", "month"), [("mrt", "maart"), ("febr", "februari"), ("sept", "september")])  # fmt: skip
def test_longer_shortenings(short: str, month: str) -> None:
    assert period_of(short, 2023) == period_of(f"{short.upper()}. 2023", 2023) == month


@pytest.mark.parametrize(
    ("number", "word", "period"),
    [
        (1, "eerste", "t/m maart"), (2, "tweede", "april t/m juni"),
        (3, "derde", "juli t/m september"), (4, "vierde", "oktober t/m december"),
    ],
)  # fmt: skip
def test_every_quarter(number: int, word: str, period: str) -> None:
    written = (f"{number}e kwartaal", f"{number} kwartaal", f"kwartaal {number}", f"Q{number}", f"k{number}", f"{word} kwartaal")  # fmt: skip
    assert {period_of(one, 2023) for one in written} == {period}


@pytest.mark.parametrize(
    ("number", "word", "period"), [(1, "eerste", "t/m juni"), (2, "tweede", "juli t/m december")]
)
def test_both_halves(number: int, word: str, period: str) -> None:
    written = (f"{number}e halfjaar", f"{number} halfjaar", f"H{number}", f"{word} halfjaar", f"{word} half jaar", f"{word} helft")  # fmt: skip
    assert {period_of(one, 2023) for one in written} == {period}


@pytest.mark.parametrize("many", range(1, 13))
def test_the_first_months(many: int) -> None:
    """In figures and in words, and quarters three by three."""
    words = [str(many), *([COUNTS[many - 2]] if many > 1 else [])]
    for word in words:
        assert period_of(f"eerste {word} maanden", 2023) == through(many)
        assert period_of(f"de eerste {word} maanden", 2023) == through(many)
        if many <= 4:
            assert period_of(f"eerste {word} kwartalen", 2023) == through(3 * many)


@pytest.mark.parametrize(
    "written",
    [
        "eerste 0 maanden", "eerste 13 maanden", "eerste 5 kwartalen", "eerste vijf kwartalen",
        "5e kwartaal", "derde halfjaar", "kwartaal", "3", "tot mei", "mei juni", "stand mei",
        "ongeveer mei", "t/m", "2023 t/m", "1899 t/m 2023",
    ],
)  # fmt: skip
def test_what_nobody_can_tell(written: str) -> None:
    with pytest.raises(PeriodProblem) as told:
        period_of(written, 2023)
    assert told.value.which == str(told.value) == "vorm"


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2023", None), ("JAAR", None), ("2021-2023", "2021 t/m 2023"), ("2021 – 2024", "2021 t/m 2024"),
        ("van 2023 t/m 2024", "2023 t/m 2024"), ("van 2023 t/m 2023", None),
        ("mei 2022 t/m juni 2023", "mei 2022 t/m juni 2023"),
        ("5 mei 2022 t/m 30 juni 2023", "5 mei 2022 t/m juni 2023"),
        ("mei 2022 t/m eind juni 2023", "mei 2022 t/m juni 2023"),
        ("mei 2023 t/m 29 juni 2024", "mei 2023 t/m 29 juni 2024"),
        ("2022 t/m 28 februari 2023", "2022 t/m februari 2023"),
        ("2023 t/m 28 februari 2024", "2023 t/m 28 februari 2024"),
        ("mei 2023 t/m juni 2023", "mei t/m juni"), ("mei 2023 t/m juni", "mei t/m juni"),
        ("januari 2023 t/m 5 januari 2023", "t/m 5 januari"), ("2 mei", "stand 2 mei"),
        ("op 30 december", "stand 30 december"), ("eind december", None),
        ("t/m 30 december", "t/m 30 december"), ("februari t/m 5 maart", "februari t/m 5 maart"),
        ("jan.-mrt.", "t/m maart"), ("t.m. 05 mei", "t/m 5 mei"),
    ],
)  # fmt: skip
def test_over_days_months_and_years(written: str, period: str | None) -> None:
    """Whole months and years lose what says so; what is not whole keeps its day."""
    assert period_of(written, 2023) == period
    assert period_of(period or "", 2023) == period


@pytest.mark.parametrize(
    ("written", "which"),
    [
        *((f"{form} 2022", "jaar") for form in ("mei", "t/m mei", "stand 3 mei", "eind mei", "t/m 3 mei")),
        ("mei 2022 t/m juni", "jaar"), ("2024 t/m 2025", "jaar"), ("2020 t/m 2022", "jaar"),
        ("mei 2024 t/m juni 2025", "jaar"), ("2020 t/m mei 2022", "jaar"), ("2022", "vorm"),
        ("juni t/m mei", "volgorde"), ("2024 t/m 2023", "volgorde"), ("mei 2024 t/m juni 2023", "volgorde"),
        ("0 mei", "dag"), ("32 mei", "dag"), ("31 april", "dag"), ("29 februari", "dag"),
        ("t/m 31 april", "dag"), ("mei t/m 0 juni", "dag"), ("31 april 2022 t/m mei 2023", "dag"),
        ("mei 2022 t/m 31 april 2023", "dag"), ("0 mei 2022 t/m juni 2023", "dag"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_it(written: str, which: str) -> None:
    with pytest.raises(PeriodProblem) as told:
        period_of(written, 2023)
    assert told.value.which == which


def test_the_first_and_last_day_of_a_month_are_days() -> None:
    assert period_of("1 mei", 2023) == "stand 1 mei"
    assert period_of("29 februari", 2024) == "stand 29 februari"
    assert period_of("t/m 29 februari", 2024) == "t/m februari"
    assert period_of("t/m 28 februari", 2024) == "t/m 28 februari"


@pytest.mark.parametrize(
    ("period", "years", "months", "moment", "day"),
    [
        (None, None, 12, "31 december", date(2024, 12, 31)),
        ("2021 t/m 2025", (2021, 2025), 0, "2021 t/m 2025", date(2025, 12, 31)),
        ("mei 2021 t/m 3 juni 2024", (2021, 2024), 0, "mei 2021 t/m 3 juni 2024", date(2024, 6, 3)),
        ("2021 t/m februari 2024", (2021, 2024), 0, "2021 t/m februari 2024", date(2024, 2, 29)),
        ("stand 3 mei", None, 0, "3 mei", date(2024, 5, 3)),
        ("t/m februari", None, 2, "28 februari", date(2024, 2, 29)),
        ("week 3", None, 0, "week 3", None),
    ],
)
def test_what_a_period_covers(
    period: str | None, years: tuple[int, int] | None, months: int, moment: str, day: date | None
) -> None:
    """Its years, its months, the day a state at its end is of, and the day it ends."""
    assert several_years(period) == years
    assert (months_in(period), moment_of(period)) == (months, moment)
    assert last_day(period, 2024) == day
