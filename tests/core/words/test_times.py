# SPDX-License-Identifier: EUPL-1.2
"""What time a figure is of, in words: as a heading, in a sentence, behind a number."""

from __future__ import annotations

import pytest

from standrapport.core.model import Expected
from standrapport.core.words import (
    aside_in_words,
    in_words,
    says_same_months,
    says_time,
    than_in,
    unsaid,
    year_heading,
    year_with,
)
from tests.core.invented import figure


@pytest.mark.parametrize(
    ("period", "happened", "state"),
    [
        (None, "in 2025", "eind 2025"),
        ("t/m november", "tot en met november 2025", "eind november 2025"),
        ("november", "in november 2025", "eind november 2025"),
        ("maart t/m juni", "van maart tot en met juni 2025", "eind juni 2025"),
        ("t/m 15 november", "tot en met 15 november 2025", "op 15 november 2025"),
        ("stand 31 augustus", "op 31 augustus 2025", "op 31 augustus 2025"),
        ("2011 t/m 2017", "van 2011 tot en met 2017", "van 2011 tot en met 2017"),
    ],
)
def test_in_a_sentence(period: str | None, happened: str, state: str) -> None:
    """What happened over a time, and how it was at the end of it."""
    assert in_words(period, 2025) == happened
    assert in_words(period, 2025, state=True) == state
    assert than_in(period, 2025) == f"dan {happened}"
    behind = "" if period is None else happened
    assert aside_in_words(period, 2025, "", state=False) == behind


def test_headings() -> None:
    """The year alone only stands for what was counted over the whole of it."""
    assert year_with(None, 2024) == "2024"
    assert year_with("t/m november", 2024, "raming") == "2024 (t/m november, raming)"
    assert year_with("2011 t/m 2017", 2017) == "2011 t/m 2017"
    part = figure("t.a", 2025, 1, period="t/m november")
    whole, open_ = figure("t.b", 2025, 1), figure("t.c", 2025, None)
    assert year_heading(2025, [part, open_]) == "2025 (t/m november)"
    assert year_heading(2025, [part, whole]) == "2025"
    assert unsaid([part, whole, open_]) == {part.id}
    assert unsaid([part, open_]) == set()


@pytest.mark.parametrize(
    ("sentence", "period", "expected", "told"),
    [
        ("Tot en met november kwamen er 10.", "t/m november", "", True),
        ("In 2025 (t/m november) kwamen er 10.", "t/m november", "", True),
        ("Eind november waren er 10.", "t/m november", "", True),
        ("In 2025 kwamen er 10.", "t/m november", "", False),
        ("In november kwamen er 10.", "t/m november", "", False),
        ("Tot en met oktober kwamen er 10.", "t/m november", "", False),
        ("Van 2011 tot en met 2017 kwamen er 10.", "2011 t/m 2017", "", True),
        ("In 2017 kwamen er 10.", "2011 t/m 2017", "", False),
        ("Het doel is 10.", None, "doel", True),
        ("Er kwamen er 10.", None, "doel", False),
        ("Wij verwachten er 10.", None, "raming", True),
    ],
)
def test_what_a_sentence_tells(
    sentence: str, period: str | None, expected: Expected, told: bool
) -> None:
    """Of a figure that is printed in it."""
    assert says_time(sentence, period, expected) is told


def test_the_same_months() -> None:
    """A part of a year is not compared with a whole one by a sentence that names only the year."""
    assert says_same_months("minder dan in dezelfde maanden van 2024", "t/m november", 2024)
    assert says_same_months("minder dan tot en met november 2024", "t/m november", 2024)
    assert not says_same_months("t/m november 2025 minder dan in 2024", "t/m november", 2024)
