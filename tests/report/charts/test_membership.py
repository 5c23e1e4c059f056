# SPDX-License-Identifier: EUPL-1.2
"""Who is counted where, drawn: a mark for every cell something is said of, everything within the
frame, and the same in words.
"""

from __future__ import annotations

import re

import pytest

from standrapport.report.charts import Membership, draw_membership

LONG = "Bestuursdwangaanschrijvingsprocedures"
CHART = Membership(
    "Wie telt mee",
    ("Alle loketten", "Alleen de website", LONG),
    ("aanvragers met een heel lange naam die over meer regels loopt", "bezoekers"),
    ((True, False, None), (None, True, True)),
)


@pytest.mark.parametrize("narrow", [False, True])
def test_a_mark_for_every_cell_that_says_something(narrow: bool) -> None:
    """Four cells and two in the key; no mark leaves the frame."""
    svg = draw_membership(CHART, "proef", narrow=narrow)
    assert svg.count("<circle") == 4 + 2
    width = float(re.search(r'viewBox="0 0 ([\d.]+)', svg)[1])  # type: ignore[index]
    assert all(0 < float(x) < width for x in re.findall(r'cx="([\d.]+)"', svg))


def test_the_text_alternative_says_the_same() -> None:
    """Per group who counts and who does not; what is not said is not said."""
    svg = draw_membership(CHART, "proef")
    words = re.sub(r"<[^>]+>", " ", svg)
    assert f"1. Alle loketten; telt mee: {CHART.people[0]}" in words
    assert f"2. Alleen de website; telt mee: bezoekers; telt niet mee: {CHART.people[0]}" in words


def test_a_phone_shows_the_numbers_of_the_list() -> None:
    """The names of the groups stand in the list below."""
    shown = re.sub(r"<(desc|title).*?</\1>", "", draw_membership(CHART, "proef", narrow=True))
    assert ">1</text>" in shown
    assert "Alle loketten" not in shown
