# SPDX-License-Identifier: EUPL-1.2
"""Shares and thousands in words: the words follow the value, at every edge."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from standrapport.core.words.amounts import rounded, share_in_words, thousands


@pytest.mark.parametrize(
    ("percentage", "words"),
    [
        ("0", "niemand"),
        ("100", "iedereen"),
        ("50", "de helft"),
        ("50.5", "de helft"),
        ("49.5", "de helft"),
        ("50.51", "ruim de helft"),
        ("52.5", "ruim de helft"),
        ("48.5", "bijna de helft"),
        ("47.49", "47 procent"),
        ("54", "54 procent"),
        ("61.2", "ruim 60 procent"),
        ("33.4", "een derde"),
        ("26", "ruim een kwart"),
        ("2", "2 procent"),
        ("99.6", "100 procent"),
    ],
)
def test_a_share_in_words(percentage: str, words: str) -> None:
    """A share in words."""
    assert share_in_words(Fraction(percentage)) == words


@pytest.mark.parametrize(
    ("value", "words", "said"),
    [
        (7480, "7½ duizend", 7500),
        (7249, "7 duizend", 7000),
        (7250, "7½ duizend", 7500),
        (9999, "10 duizend", 10000),
        (16370, "16 duizend", 16000),
        (16500, "17 duizend", 17000),
        (500, "½ duizend", 500),
        (200, "nul", 0),
        (-7480, "−7½ duizend", -7500),
        (-16370, "−16 duizend", -16000),
        (1234000, "1.234 duizend", 1234000),
    ],
)
def test_thousands(value: int, words: str, said: int) -> None:
    """Thousands."""
    assert thousands(Fraction(value)) == (words, Fraction(said))


def test_rounded_is_half_away_from_zero() -> None:
    """Rounded is half away from zero."""
    assert rounded(Fraction(5, 2), 0) == Decimal(3)
    assert rounded(Fraction(-5, 2), 0) == Decimal(-3)
    assert rounded(Fraction(1, 3), 2) == Decimal("0.33")
