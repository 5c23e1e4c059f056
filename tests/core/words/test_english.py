# SPDX-License-Identifier: EUPL-1.2
"""English from Dutch notation and a closed list of words: right, or none at all."""

from __future__ import annotations

import pytest

from standrapport.core.model import Printed
from standrapport.core.words import english, english_number, english_time, english_words


@pytest.mark.parametrize(
    ("dutch", "told"),
    [
        ("13.840", "13,840"),
        ("2,5", "2.5"),
        ("1.234,5", "1,234.5"),
        ("54,2 procent", "54.2%"),
        ("\N{MINUS SIGN}6\N{NO-BREAK SPACE}%", "\N{MINUS SIGN}6%"),
        ("+8 %", "+8%"),
        ("<5", "<5"),
        ("€\N{NO-BREAK SPACE}1,5 miljoen", "€1.5 million"),
        ("3 duizend", "3 thousand"),
        ("n.n.b.", "not yet known"),
        ("n.b.", "not available"),
        ("n.v.t.", "not applicable"),
        ("b.l.", "not on the list"),
        ("3 dagen", None),
        ("ruim de helft", None),
        ("12-3", None),
    ],
)
def test_a_number_in_english(dutch: str, told: str | None) -> None:
    """Separators change places; a unit without English gives nothing rather than Dutch."""
    assert english_number(dutch) == told


@pytest.mark.parametrize(
    ("dutch", "told"),
    [
        ("", ""),
        (" meer (", " more ("),
        (") dan in 2023", ") than in 2023"),
        (" als in 2019)", " as in 2019)"),
        (" dan in 2020 (opgeteld uit de delen)", " than in 2020 (added up from the parts)"),
        (" procentpunt lager", " percentage points lower"),
        (" dan verwacht", None),
        (" t/m november", None),
    ],
)
def test_words_between_figures(dutch: str, told: str | None) -> None:
    """With the spaces and brackets around them, also one that closes what a figure opened."""
    assert english_words(dutch) == told


def test_what_a_filter_made() -> None:
    """Figures keep what they are of; one part without English and there is none."""
    figure = Printed("1.540", "caseload.groei", 2024, None, None)
    assert english((figure, " meer")) == (
        Printed("1,540", "caseload.groei", 2024, None, None),
        " more",
    )
    assert english((figure, " stuks")) is None
    assert english((Printed("drie dagen", "a.b", 2024, None, None),)) is None
    direction = Printed("gestegen", "a.b", 2024, None, None)
    assert english((direction,)) == (Printed("up", "a.b", 2024, None, None),)


@pytest.mark.parametrize(
    ("period", "told"),
    [
        (None, ""),
        ("t/m november", "January to November 2025"),
        ("stand 31 december", "on 31 December 2025"),
        ("week 3", None),
    ],
)
def test_the_time_of_a_figure(period: str | None, told: str | None) -> None:
    """A year needs none; a part of one that has no English says so."""
    assert english_time(period, 2025) == told
