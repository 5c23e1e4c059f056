# SPDX-License-Identifier: EUPL-1.2
"""Closed lists of words, each with all that is in it: English, signs, marks and formulas."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standrapport.core.formula import Leaf
from standrapport.core.model import FigureKey, Printed
from standrapport.core.notation import MINUS, MONTHS
from standrapport.core.words import (
    english,
    english_number,
    english_time,
    english_words,
    formula_in_words,
    meaning,
    symbol_meanings,
)
from standrapport.core.words.formulas import _Words
from tests.core.invented import catalogue, derived, table

ENGLISH_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]  # fmt: skip


@pytest.mark.parametrize(
    ("dutch", "told"),
    [
        ("meer", "more"), ("minder", "fewer"), ("gelijk", "the same"),
        ("evenveel", "the same number"), ("even hoog", "the same"),
        ("procentpunt hoger", "percentage points higher"),
        ("procentpunt lager", "percentage points lower"),
        ("gestegen", "up"), ("gedaald", "down"),
        ("vrijwel gelijk gebleven", "almost unchanged"), ("gelijk gebleven", "unchanged"),
    ],
)  # fmt: skip
def test_words_of_a_change_in_english(dutch: str, told: str) -> None:
    """Between figures, and where the words are all that a figure has."""
    assert english_words(f" ({dutch} ") == f" ({told} "
    one = Printed(dutch, "t.a", 2024, "Noord", None)
    assert english((one,)) == (Printed(told, "t.a", 2024, "Noord", None),)


@pytest.mark.parametrize(
    ("dutch", "told"),
    [
        ("12 duizend", "12 thousand"), ("1,5 miljoen", "1.5 million"), ("2 miljard", "2 billion"),
        ("€ 12", "€12"), (f"€ {MINUS}1.200", f"{MINUS}€1,200"), (f"{MINUS}1.200", f"{MINUS}1,200"),
        ("+1.200", "+1,200"), ("12 %", "12%"), ("12 procent", "12%"), ("12 euro", None),
        ("", None), ("1,", None),
    ],
)  # fmt: skip
def test_numbers_with_their_scale(dutch: str, told: str | None) -> None:
    assert english_number(dutch) == told


@pytest.mark.parametrize(("dutch", "told"), [*zip(MONTHS, ENGLISH_MONTHS, strict=True)])
def test_months_in_english(dutch: str, told: str) -> None:
    """Of a part of the year and of a state at a date; one month alone has no English here."""
    assert english_time(f"t/m {dutch}", 2025) == f"January to {told} 2025"
    assert english_time(f"stand 3 {dutch}", 2025) == f"on 3 {told} 2025"
    assert english_time(dutch, 2025) is None


def test_parts_without_english_have_none() -> None:
    """Neither beside a figure nor in its place; nothing said is nothing in English too."""
    one = Printed("12", "t.a", 2024, None, None)
    assert english(()) == ()
    assert english(("", one, ")")) == ("", one, ")")
    assert english((one, " vergeleken met")) is None
    assert english((Printed("veel", "t.a", 2024, None, None), " meer")) is None
    assert english_words("(meer\n)") == "(more\n)"
    assert english_words(" dan in 2023 (opgeteld)") is None


@pytest.mark.parametrize(
    ("symbol", "words"),
    [
        ("n.n.b.", "nog niet bekend"),
        ("n.b.", "niet beschikbaar; het bestaat wel, maar wij hebben het niet"),
        ("n.v.t.", "niet van toepassing"),
        ("b.l.", "buiten de lijst van dat jaar"),
    ],
)
def test_what_a_mark_means(symbol: str, words: str) -> None:
    assert meaning(symbol) == words
    assert symbol_meanings([symbol, symbol, "12", "<", "<x", "x<5"]) == [f"{symbol} = {words}"]


def test_the_marks_of_the_medium_come_before_limits() -> None:
    told = symbol_meanings(["*", "<20", "n.b.", "<5"], [("*", "voorlopig")])
    assert [one.partition(" = ")[0] for one in told] == ["n.b.", "*", "<5", "<20"]


KNOWN = catalogue(
    table("t", "a", "b"), table("u", "a", "c"), table("k", "x", "y", key="land"), derived("d.x", "t.a")
)  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("t.b", "B"), ("jaar", "Het jaar"), ("-t.b", f"{MINUS}B"),
        ("-(t.b + 1)", f"{MINUS}(B + 1)"), ("t.b + u.c", "B + C"), ("t.b - u.c", f"B {MINUS} C"),
        ("t.b * u.c", "B × C"), ("t.b / u.c", "B gedeeld door C"),
        ("som(t.b, u.c)", "De som van B en C"), ("min(t.b, u.c)", "Het kleinste van B en C"),
        ("max(t.b, u.c, 1)", "Het grootste van B, C en 1"),
        ("abs(t.b)", "Het verschil, zonder minteken, van B"),
        ("abs(t.b - u.c)", "Verschil tussen B en C"),
        ("t.b == u.c", "B is gelijk aan C"), ("t.b != u.c", "B is niet gelijk aan C"),
        ("t.b < u.c", "B is minder dan C"), ("t.b <= u.c", "B is hooguit C"),
        ("t.b > u.c", "B is meer dan C"), ("t.b >= u.c", "B is minstens C"),
        # Two figures of one title are called by their table too.
        ("t.a + u.a", "T: A + U: A"), ("t.a + t.a", "A + A"), ("t.a + u.c", "A + C"),
        # Years, keys, and what was hoped for.
        ("t.b[-1]", "B van het jaar ervoor"), ("t.b[-2]", "B van 2 jaar eerder"),
        ("t.b[1]", "B van 1 jaar later"), ("t.b[3]", "B van 3 jaar later"),
        ("t.b[2019]", "B in 2019"), ('k.x["Noord", -1]', "X (Noord) van het jaar ervoor"),
        ('k.x["", 2019]', "X () in 2019"), ("t.b[doel]", "B (doel)"),
        ('k.x["Noord", raming, 2019]', "X (raming) (Noord) in 2019"),
        # Brackets only where the order would be lost.
        ("t.b + (u.c - 1)", f"B + C {MINUS} 1"), ("t.b - (u.c - 1)", f"B {MINUS} (C {MINUS} 1)"),
        ("t.b - u.c - 1", f"B {MINUS} C {MINUS} 1"), ("(t.b - u.c) * 2", f"(B {MINUS} C) × 2"),
        ("t.b + u.c * 2", "B + (C × 2)"), ("t.b * u.c * 2", "(B × C) × 2"),
        # Shares.
        ("aandeel(t.b, u.c)", "B als percentage van C"), ("100 * 2 / t.b", "2 als percentage van B"),
        ("100 * t.b / (t.b + u.c)", "B als percentage van (B + C)"),
        ("10 * t.b / u.c", "(10 × B) gedeeld door C"),
        # Numbers with the decimals they were written with.
        ("0.5 * t.b", "0,5 × B"), ("1.000001 * t.b", "1,000001 × B"), ("1200 + t.b", "1.200 + B"),
        ("0.12345678 * t.b", "6172839/50000000 × B"),
    ],
)  # fmt: skip
def test_every_part_of_a_formula_in_words(formula: str, words: str) -> None:
    assert formula_in_words(replace(KNOWN), formula) == words


def test_figures_by_their_whole_names() -> None:
    """Where that is asked; a text that is no formula stays as it is."""
    assert formula_in_words(KNOWN, "t.b + d.x", full=True) == "T: B + d.x"
    assert formula_in_words(KNOWN, "t.b +", full=True) == "t.b +"
    assert formula_in_words(KNOWN, "") == ""


def test_a_cell_by_its_name_and_year() -> None:
    """One that nobody named is called as formulas call it."""
    words = _Words({"t.b": "B"})
    assert words.of(Leaf(FigureKey("t.b", 2019))) == "B in 2019"
    assert words.of(Leaf(FigureKey("t.z", 2019))) == "t.z in 2019"
