# SPDX-License-Identifier: EUPL-1.2
"""Labels and texts about time."""

from __future__ import annotations

from datetime import date

import pytest

from standrapport.intake.periods import (
    PeriodLabel,
    Span,
    as_period,
    parts_in,
    read_period,
    reference_dates,
    years_in,
)

WHOLE = PeriodLabel(Span.YEAR, 2023)
OCTOBER = PeriodLabel(Span.PART, 2023, "t/m oktober")


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        *[(label, WHOLE) for label in ("2023", "2023*", "2023 1)", "heel 2023", "Jaar 2023", "eind 2023", "t/m december 2023", "31-12-2023", "stand per 31 december 2023")],
        *[(label, OCTOBER) for label in ("2023 (t/m oktober)", "t/m oktober 2023", "2023 tot en met oktober", "jan-okt 2023", "januari t/m oktober 2023",
                                         "januari 2023 t/m oktober 2023", "2023, t/m 31 oktober", "2023 (jan. - okt.)")],
        ("2023 t/m 15 oktober", PeriodLabel(Span.PART, 2023, "t/m 15 oktober")),
        ("tot en met oktober", PeriodLabel(Span.PART, None, "t/m oktober")),
        ("31 augustus 2024", PeriodLabel(Span.PART, 2024, "stand 31 augustus")),
        ("2024 (voorlopig)", PeriodLabel(Span.YEAR, 2024, None, provisional=True)),
    ],
)  # fmt: skip
def test_a_year_or_a_part_of_it(label: str, expected: PeriodLabel) -> None:
    """However it is written, the year and the part of it that was counted come out."""
    assert read_period(label) == expected


@pytest.mark.parametrize(
    "label",
    ["januari 2023", "2023-01", "01-2023", "Q1 2023", "2023 Q3", "1e kwartaal 2023", "2023/2024", "2018-2023", "2018 t/m 2023", "maart-juni 2023", "januari 2018 t/m oktober 2023", "1e halfjaar 2023"],
)  # fmt: skip
def test_time_that_is_no_figure_of_a_year(label: str) -> None:
    """Months, quarters and more years together are known as time, and never taken for a year."""
    read = read_period(label)
    assert read is not None
    assert read.span is Span.OTHER


@pytest.mark.parametrize(
    "label",
    ["IND", "2.050", "20231", "Totaal 2022", "n.n.b.", "", "Zelfstandig vertrek", "31-02-2023"],
)
def test_labels_that_are_no_time(label: str) -> None:
    """A name, a number with a dot or a day that does not exist is no year."""
    assert read_period(label) is None


@pytest.mark.parametrize(
    "text",
    ["Instroom 2018 - 2023, tot en met oktober 2023", "Instroom 2018 - oktober 2023", "2023: t/m oktober", "Cijfers (t/m oktober 2023)", "januari 2018 t/m oktober 2023"],
)  # fmt: skip
def test_a_title_that_names_part_of_the_last_year(text: str) -> None:
    """A title tells that 2023 stops in October."""
    assert parts_in(text) == [OCTOBER]


def test_a_title_up_to_december_is_a_whole_year() -> None:
    """'t/m december 2023' is all of 2023."""
    assert parts_in("Cijfers t/m december 2023") == [WHOLE]


@pytest.mark.parametrize(
    "text",
    [
        "Peildatum: 28 februari 2025",
        "peildatum 28-02-2025",
        "KMI+ (peildatum is 2025-02-28)",
        "stand per 28 feb 2025",
    ],
)
def test_reference_dates(text: str) -> None:
    """The day the figures were known, in the forms people write it."""
    assert reference_dates(text) == [date(2025, 2, 28)]


def test_years_in_a_title() -> None:
    """Years of a title are years.

    Counts that look like years are not taken when they have a separator.
    """
    assert years_in("Vertrek 2021 (2.050 personen, 2018,5)") == {2021}


@pytest.mark.parametrize(
    ("label", "period"),
    [
        ("april t/m juni 2025", "april t/m juni"), ("apr - jun 2025", "april t/m juni"),
        ("2e kwartaal 2025", "april t/m juni"), ("2025 Q3", "juli t/m september"),
        ("Q1 2025", "t/m maart"), ("2e halfjaar 2025", "juli t/m december"), ("juni 2025", "juni"),
        ("maart 2025 t/m 15 juni 2025", "maart t/m 15 juni"), ("2024/2025", None),
        ("januari 2018 t/m oktober 2023", None),
    ],
)  # fmt: skip
def test_the_part_that_time_of_its_own_is(label: str, period: str | None) -> None:
    """As a figure file has it; more years together are no part of one."""
    read = read_period(label)
    assert read is not None
    assert (read.span, read.period) == (Span.OTHER, period)


@pytest.mark.parametrize(
    ("text", "period"),
    [("april t/m juni", "april t/m juni"), ("2e kwartaal", "april t/m juni"), ("t/m oktober", "t/m oktober"), ("2025", None), ("zomer", None)],
)  # fmt: skip
def test_a_part_that_is_chosen(text: str, period: str | None) -> None:
    """What --periode takes."""
    assert as_period(text) == period
