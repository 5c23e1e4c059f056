# SPDX-License-Identifier: EUPL-1.2
"""How large a change is, which way it went, and shares as words, at every edge."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from standrapport.core.model import Change, Figure, FigureKey, Kind, SeriesBreak
from standrapport.core.notation import MINUS, NO_BREAK_SPACE
from standrapport.core.words import (
    aside,
    briefly,
    change_between,
    change_of,
    direction,
    equal,
    share,
    share_in_words,
    signed,
    size,
    thousands,
    unlike,
    way,
)
from standrapport.core.words.changes import why_not
from standrapport.core.words.directions import DOWN, LEVEL, UP, direction_patterns, heading
from tests.core.invented import figure


def plain(words: str) -> str:
    """With an ordinary space, as it is written here."""
    return words.replace(NO_BREAK_SPACE, " ")


@pytest.mark.parametrize(
    ("change", "decimals", "large", "which", "beside", "brief"),
    [
        (Change(Decimal(830), Decimal(6), "personen"), None, "830", "meer", "830 meer", "+6 %"),
        (Change(Decimal(-830), Decimal(-6)), None, "830", "minder", "830 minder", f"{MINUS}6 %"),
        (Change(Decimal(0)), None, "0", "minder", "gelijk", "gelijk"),
        (Change(Decimal(2)), 1, "2,0", "meer", "2,0 meer", "+2"),
        (Change(Decimal("1.50"), None, "euro"), None, "€ 1,50", "meer", "€ 1,50 meer", "+1,50"),
        (Change(Decimal("1.5"), None, "miljoen euro"), 0, "€ 2 miljoen", "meer", "€ 2 miljoen meer", "+1,5"),
        (Change(Decimal(3), None, "dagen"), None, "3", "meer", "3 meer", "+3"),
        *(
            (Change(Decimal("-0.5"), None, unit), None, "0,5", "procentpunt lager", "0,5 procentpunt lager", f"{MINUS}0,5 procentpunt")
            for unit in ("procent", "procentpunt", "procentpunten")
        ),
        (Change(Decimal(1), None, "procent"), None, "1", "procentpunt hoger", "1 procentpunt hoger", "+1 procentpunt"),
        (Change(Decimal(0), None, "procent"), None, "0", "procentpunt lager", "gelijk", "gelijk"),
        (Change(None), None, "", "minder", "", ""),
    ],
)  # fmt: skip
def test_the_words_of_a_change(
    change: Change, decimals: int | None, large: str, which: str, beside: str, brief: str
) -> None:
    """Its size without its direction, its direction alone, and both as short as can be."""
    assert plain(size(change, decimals)) == large
    assert way(change) == which
    assert plain(aside(change, decimals)) == beside
    assert plain(briefly(change)) == brief


@pytest.mark.parametrize(
    ("old", "new", "unit", "percent", "corrected"),
    [
        ("1000", "1010", "personen", "1", "1.0"),
        ("1000", "1009.5", "personen", "1", "1.0"),
        ("1000", "1009.4", "personen", "0.9", "0.9"),
        ("1000", "1015", "personen", "2", "1.5"),
        ("1000", "985", "personen", "-2", "-1.5"),
        ("1000", "1000.4", "personen", None, None),
        ("1000", "1000.5", "personen", "0.1", "0.1"),
        ("1000", "0", "personen", "-100", "-100.0"),
        ("0", "10", "personen", None, None),
        ("1", "2", "personen", "100", "100.0"),
        ("0.5", "0.6", "personen", "20", "20.0"),
        ("-5", "10", "personen", None, None),
        ("10", "-0.1", "personen", None, None),
        ("7", "7", "personen", None, None),
        *(("4", "2", unit, None, None) for unit in ("procent", "procentpunten", "rang")),
    ],
)
def test_the_percentage_of_a_change(
    old: str, new: str, unit: str, percent: str | None, corrected: str | None
) -> None:
    """Whole from one percent on, a decimal below it and in a correction; none where it says
    nothing.
    """
    found = change_of(Decimal(old), Decimal(new), unit)
    again = change_of(Decimal(old), Decimal(new), unit, correction=True)
    assert found.percent == (percent and Decimal(percent))
    assert str(again.percent) == str(corrected)
    assert found.difference == again.difference == Decimal(new) - Decimal(old)
    assert (found.unit, found.why) == (unit, "")
    assert bool(share(found)) is (percent is not None)


def test_a_change_in_a_table() -> None:
    """A dash where nothing is known."""
    assert plain(signed(Change(Decimal(30), Decimal(4)))) == "+30 (+4 %)"
    assert plain(signed(Change(Decimal(0), None))) == "gelijk"
    assert plain(signed(Change(Decimal(-1), None, "procent"))) == f"{MINUS}1 procentpunt"
    assert signed(Change(None)) == "–"
    assert change_of(None, Decimal(1), "euro") == change_of(Decimal(1), None, "euro")
    assert change_of(None, Decimal(1), "euro") == Change(None, None, "euro")


PERIODS = figure("t.a", 2020, 1), figure("t.a", 2021, 1, period="t/m mei")
HOPED = figure("t.a", 2021, 1, expected="doel"), figure("t.a", 2020, 1, expected="raming")
UNKNOWN = Figure(FigureKey("t.a", 2020), Kind.UNAVAILABLE, "n.b.")
BREAK = (SeriesBreak(2021, "Anders geteld"),)


@pytest.mark.parametrize(
    ("old", "new", "breaks", "likeness", "why"),
    [
        (PERIODS[0], PERIODS[0], (), "", ""),
        (PERIODS[0], PERIODS[1], (), *["over t/m mei; 2020 over het hele jaar"] * 2),
        (PERIODS[1], PERIODS[0], (), *["over het hele jaar; 2021 over t/m mei"] * 2),
        (PERIODS[0], PERIODS[1], BREAK, *["breuk in de reeks"] * 2),
        (PERIODS[0], HOPED[0], (), *["doel; 2020 geteld"] * 2),
        (HOPED[1], HOPED[0], (), *["doel; 2020 raming"] * 2),
        (HOPED[0], PERIODS[0], (), *["geteld; 2021 doel"] * 2),
        (UNKNOWN, PERIODS[1], BREAK, "", "2020 is n.b."),
        (PERIODS[1], UNKNOWN, BREAK, "", "2020 is n.b."),
        (figure("t.a", 2020, "n.v.t."), figure("t.a", 2021, "<5"), (), "", "2021 is <5"),
    ],
)
def test_why_two_figures_do_not_compare(
    old: Figure, new: Figure, breaks: tuple[SeriesBreak, ...], likeness: str, why: str
) -> None:
    """Not alike, or not known: of both unknown the new one is named."""
    assert (unlike(old, new, breaks), why_not(old, new, breaks)) == (likeness, why)
    found = change_between(old, new, breaks)
    assert (found.why, found.difference is None, found.unit) == (why, bool(why), new.unit)


def test_a_correction_is_told_with_a_decimal() -> None:
    old, new = figure("t.a", 2020, 1000), figure("t.a", 2020, 1100)
    assert str(change_between(old, new, correction=True).percent) == "10.0"
    assert str(change_between(old, new).percent) == "10"


@pytest.mark.parametrize(
    ("now", "then", "said"),
    [
        ("0", "0", "gelijk gebleven"), ("1", "0", "gestegen"), ("-1", "0", "gedaald"),
        ("100.99", "100", "vrijwel gelijk gebleven"), ("99.01", "100", "vrijwel gelijk gebleven"),
        ("101", "100", "gestegen"), ("99", "100", "gedaald"),
        ("-99.5", "-100", "vrijwel gelijk gebleven"), ("-99", "-100", "gestegen"),
    ],
)  # fmt: skip
def test_nearly_the_same_is_under_a_percent_of_what_it_was(now: str, then: str, said: str) -> None:
    assert direction(Fraction(now), Fraction(then)) == said


def test_no_change_in_running_text() -> None:
    assert [equal(unit) for unit in ("personen", "euro", "procent", "procentpunt")] == [
        "evenveel", "evenveel", "even hoog", "even hoog"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        ("10", "een tiende"), ("20", "een vijfde"), ("25", "een kwart"), ("100/3", "een derde"),
        ("50", "de helft"), ("200/3", "twee derde"), ("75", "drie kwart"),
        *((str(tens), f"{tens} procent") for tens in (30, 40, 60, 70, 80, 90)),
    ],
)  # fmt: skip
def test_a_share_around_each_round_one(anchor: str, words: str) -> None:
    """Half a point to either side it is that share, to two and a half nearly so, no further than
    halfway to the next.
    """
    exact, half = Fraction(anchor), Fraction(1, 2)
    assert [share_in_words(exact + gap) for gap in (-half, 0, half)] == [words] * 3
    near = Fraction(6, 10)
    assert share_in_words(exact + near) == f"ruim {words}"
    assert share_in_words(exact - near) == f"bijna {words}"


@pytest.mark.parametrize(
    ("percentage", "words"),
    [
        ("12.5", "ruim een tiende"), ("12.51", "13 procent"), ("7.5", "bijna een tiende"),
        ("7.49", "7 procent"), ("92.5", "ruim 90 procent"), ("92.51", "93 procent"),
        ("0.4", "0 procent"), ("101", "101 procent"), ("22.5", "ruim een vijfde"),
        ("0", "niemand"), ("100", "iedereen"),
    ],
)  # fmt: skip
def test_a_share_far_from_round_ones_is_a_number(percentage: str, words: str) -> None:
    assert share_in_words(Fraction(percentage)) == words


@pytest.mark.parametrize(
    ("value", "words", "said"),
    [
        ("9749", "9½ duizend", 9500), ("9750", "10 duizend", 10_000),
        ("10499", "10 duizend", 10_000), ("10500", "11 duizend", 11_000),
        ("-9750", f"{MINUS}10 duizend", -10_000), ("-10499", f"{MINUS}10 duizend", -10_000),
        ("250", "½ duizend", 500), ("249", "nul", 0), ("-249", "nul", 0),
        ("-250", f"{MINUS}½ duizend", -500), ("1000", "1 duizend", 1000),
        ("22000/3", "7½ duizend", 7500), ("0", "nul", 0),
    ],
)  # fmt: skip
def test_thousands_in_halves_below_ten(value: str, words: str, said: int) -> None:
    assert thousands(Fraction(value)) == (words, Fraction(said))


@pytest.mark.parametrize(
    ("text", "direction_said"),
    [
        ("Meer", UP), ("GEGROEID", UP), ("extra zaken", UP), ("erbij", UP), ("groter", UP),
        ("kleiner", DOWN), ("eraf", DOWN), ("lager", DOWN), ("hetzelfde", LEVEL),
        ("Even veel", LEVEL), ("EVEN GROOT", LEVEL), ("even hard", ""),
        ("verdrievoudigde", UP), ("halveerde", DOWN), ("bleef stabiel", LEVEL),
        ("steeg en daalde", ""), ("evenveel en meer", ""), ("", ""),
    ],
)  # fmt: skip
def test_which_way_words_say_it_went(text: str, direction_said: str) -> None:
    """One way, or nothing."""
    assert heading(text) == direction_said


def test_kinds_of_direction_in_the_order_of_the_file() -> None:
    """The longer before the shorter that is in it; a gap holds words, and no end of a sentence."""
    found = dict(direction_patterns())
    kinds = [kind for kind, _ in direction_patterns()]
    assert kinds.index("meer dan verdubbeld") < kinds.index("verdubbeld")
    assert all(kind and not kind.startswith("#") for kind in kinds)
    assert found["op"].search("NAM in dat jaar weer TOE")
    assert found["op"].search("nam met 3,5 procent toe")
    assert not found["op"].search("nam af. Verder toe")
    assert not found["op"].search("nam " + "heel " * 13 + "toe")
