# SPDX-License-Identifier: EUPL-1.2
"""The text alternative says what a sighted reader sees, and no more than can be compared."""

from __future__ import annotations

from decimal import Decimal

import pytest

from standrapport.report.charts import Chart, Point, Series, describe
from tests.report.charts.examples import FLOW, REAL, YEARS, chart, point, series


def test_a_series_over_years() -> None:
    """First and last with the change, and the extremes in between."""
    assert describe(chart("lijn", REAL[0])) == (
        "Lijndiagram: Vertrek, in personen. Zelfstandig: 3.610 in 2018, 2.100 in 2021 (1.510 minder), hoogste 4.460 in 2019."
    )


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((1, 2, None, 3), "A: 1 in 2018, 3 in 2021 (2 meer), niet bekend voor 2020."),
        ((7, "<5", "<5", 7), "A: 7 in 2018, 7 in 2021 (gelijk), <5 in 2019 en <5 in 2020."),
        ((None, None, None, 8), "A: 8 in 2021, niet bekend voor 2018, 2019 en 2020."),
        ((None, None, None, None), "A: nog niet bekend."),
        (("<5", "<5", "<5", "<5"), "A: <5 in 2018, <5 in 2019, <5 in 2020 en <5 in 2021."),
    ],
)
def test_unknown_and_suppressed_values_are_named(
    values: tuple[int | str | None, ...], expected: str
) -> None:
    """Nothing is passed over in silence, and 'unknown' is not said of what is only kept back."""
    assert describe(chart("staaf", series("A", *values))).endswith(f"personen. {expected}")


def test_no_change_where_years_do_not_compare() -> None:
    """Over a break, or to a part of a year, no difference is given.

    A part of a year is no lowest value either.
    """
    assert describe(chart("staaf", series("A", 10, 20, 25, 30), breaks=("2020",))).endswith(
        "A: 10 in 2018, 30 in 2021. Vanaf 2020 is de telling anders."
    )
    points = (point(10, "2018"), point(12, "2019"), point(3, "2020", period="t/m mei"))
    text = describe(Chart("staaf", "T", YEARS[:3], (Series("A", points),), "personen"))
    assert text.endswith("A: 10 in 2018, 3 in 2020 t/m mei, hoogste 12 in 2019.")


def test_percentages_change_in_points() -> None:
    """The difference of two percentages is in percentage points."""
    points = (Point("2018", Decimal("24.5"), "24,5 %"), Point("2019", Decimal("26.0"), "26 %"))
    text = describe(Chart("lijn", "Aandeel", YEARS[:2], (Series("A", points),), "procent"))
    assert "(1,5 procentpunt hoger)" in text


def test_a_ranking_in_its_order() -> None:
    """All names with their values; 'from large to small' only when it is so."""
    names = ("Syrische", "Turkse")
    falling = Chart("ranglijst", "T", names, (Series("", (point(9), point(None))),), "personen")
    assert (
        describe(falling)
        == "Ranglijst: T, in personen. Van groot naar klein: Syrische 9 en Turkse n.n.b."
    )
    rising = Chart("ranglijst", "T", names, (Series("", (point(3), point(9))),), "personen")
    assert "In deze volgorde: Syrische 3 en Turkse 9." in describe(rising)


def test_a_flow_in_its_order() -> None:
    """What goes in, what comes out, and that an unknown flow has no width."""
    assert describe(FLOW) == (
        "Stroomdiagram: Van instroom naar uitstroom, in personen. Naar Caseload toe: IND 9.200, Politie 2.320, KMar 880 en Overig n.n.b. "
        "Uit Caseload: Zelfstandig 2.100, Gedwongen 1.630 en Zonder toezicht 5.600. Hoe breder de pijl, hoe groter het aantal. "
        "Een gestreepte pijl heeft geen breedte: dat aantal is hier niet bekend of niet getoond."
    )


def test_provisional_values_are_named() -> None:
    """Which years may still change."""
    points = (point(10, "2018"), point(12, "2019", provisional=True))
    assert describe(Chart("staaf", "T", YEARS[:2], (Series("A", points),), "personen")).endswith(
        "Voorlopig: 2019."
    )
