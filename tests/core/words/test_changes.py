# SPDX-License-Identifier: EUPL-1.2
"""A change in words: tables of cases, so that a rule cannot change by accident."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from standrapport.core import words
from standrapport.core.model import Change, Figure, FigureKey, Kind, SeriesBreak

SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


def figure(
    printed: str, value: str | None, year: int, unit: str = "personen", period: str | None = None
) -> Figure:
    """A figure with what a change looks at."""
    kind = Kind.VALUE if value is not None else Kind.UNKNOWN
    kind = Kind.SUPPRESSED if printed.startswith("<") else kind
    number = None if value is None else Decimal(value)
    return Figure(FigureKey("t.a", year), kind, printed, number, unit=unit, period=period)


@pytest.mark.parametrize(
    ("old", "new", "unit", "table", "aside"),
    [
        ("14670", "13840", "personen", "−830 (−6 %)", "830 minder"),
        ("600", "700", "personen", "+100 (+17 %)", "100 meer"),
        ("600", "600", "personen", "gelijk", "gelijk"),
        # Below one percent a decimal: never '+0 %'.
        ("10000", "10010", "personen", "+10 (+0,1 %)", "10 meer"),
        ("10000", "9910", "personen", "−90 (−0,9 %)", "90 minder"),
        ("10000", "10097", "personen", "+97 (+1 %)", "97 meer"),
        # Too small for a percentage at all.
        ("100000", "100010", "personen", "+10", "10 meer"),
        # A share changes in points, as precisely as it is printed.
        ("54", "55", "procent", "+1 procentpunt", "1 procentpunt hoger"),
        ("61.0", "70.0", "procent", "+9,0 procentpunt", "9,0 procentpunt hoger"),
        ("70.5", "61.0", "procent", "−9,5 procentpunt", "9,5 procentpunt lager"),
        ("54", "54", "procent", "gelijk", "gelijk"),
        ("4", "2", "rang", "−2", "2 minder"),
        # No percentage from zero, nor from or to below it.
        ("0", "20", "personen", "+20", "20 meer"),
        ("-100", "130", "personen", "+230", "230 meer"),
        ("100", "-30", "personen", "−130", "130 minder"),
        ("1.5", "2.5", "maanden", "+1,0 (+67 %)", "1,0 meer"),
    ],
)
def test_a_change_over_the_years(old: str, new: str, unit: str, table: str, aside: str) -> None:
    """A table and brackets give one change in one precision."""
    change = words.change_of(Decimal(old), Decimal(new), unit)
    assert words.signed(change) == table.replace(" %", f"{SPACE}%")
    assert words.aside(change) == aside


@pytest.mark.parametrize(
    ("old", "new", "unit", "brief"),
    [
        ("1010", "1020", "uitleningen", "+1,0 %"),
        ("760", "860", "aanvragen", "+13,2 %"),
        ("10", "14", "personen", "+40,0 %"),
        ("860", "760", "aanvragen", "−11,6 %"),
        ("63", "64", "procent", "+1 procentpunt"),
        ("0", "14", "personen", "+14"),
        ("14", "14", "personen", "gelijk"),
    ],
)
def test_a_correction(old: str, new: str, unit: str, brief: str) -> None:
    """The same figure in two editions: one decimal, however large."""
    change = words.change_of(Decimal(old), Decimal(new), unit, correction=True)
    assert words.briefly(change) == brief.replace(" %", f"{SPACE}%")


@pytest.mark.parametrize(
    ("old", "new", "breaks", "why"),
    [
        (figure("600", "600", 2020), figure("700", "700", 2021), (), ""),
        (figure("n.n.b.", None, 2020), figure("700", "700", 2021), (), "2020 is n.n.b."),
        (figure("<5", None, 2020), figure("700", "700", 2021), (), "2020 is <5"),
        (figure("600", "600", 2020), figure("n.n.b.", None, 2021), (), "2021 is n.n.b."),
        (
            figure("600", "600", 2020),
            figure("700", "700", 2021, period="t/m november"),
            (),
            "over t/m november; 2020 over het hele jaar",
        ),
        (
            figure("600", "600", 2020, period="t/m mei"),
            figure("700", "700", 2021, period="t/m mei"),
            (),
            "",
        ),
        (
            figure("600", "600", 2020),
            figure("700", "700", 2021),
            (SeriesBreak(2021, "Anders geteld"),),
            "breuk in de reeks",
        ),
        (
            figure("n.n.b.", None, 2020),
            figure("700", "700", 2021),
            (SeriesBreak(2021, "Anders geteld"),),
            "2020 is n.n.b.",
        ),
    ],
)
def test_what_does_not_compare(
    old: Figure, new: Figure, breaks: tuple[SeriesBreak, ...], why: str
) -> None:
    """No difference, and the reason; what does compare has a difference and none."""
    change = words.change_between(old, new, breaks)
    assert (change.why, change.difference is None) == (why, bool(why))
    if why:
        assert [words.aside(change), words.briefly(change)] == ["", ""]
        assert words.signed(change) == "–"


def test_unknown_has_no_size() -> None:
    """A change that is not known has no words that look like one."""
    assert words.size(Change(None)) == ""
    assert words.share(Change(None)) == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (1000, 1000, "gelijk gebleven"),
        (1000, 1009, "vrijwel gelijk gebleven"),
        (1000, 991, "vrijwel gelijk gebleven"),
        (1000, 1010, "gestegen"),
        (1000, 990, "gedaald"),
        (0, 1, "gestegen"),
    ],
)
def test_directions(old: int, new: int, said: str) -> None:
    """Under one percent of the old value is nearly the same."""
    assert words.direction(Fraction(new), Fraction(old)) == said
