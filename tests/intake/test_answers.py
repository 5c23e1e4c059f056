# SPDX-License-Identifier: EUPL-1.2
"""Answers as people type them: a day, a year or a part of one is taken in every usual form, and what
is none is refused with how it is written. What is accepted can always be used.

All names and figures are invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from standrapport.core.notation import parse_datum
from standrapport.intake.choices import Choices, Question
from standrapport.intake.periods import as_period, parts_in

from .test_command import bring, figures

PLAIN = "jaar;IND\n2022;6590\n"
NO_YEAR = "IND;NP\n6590;2450\n"
TEN_MONTHS = "Instroom naar bron, {}\njaar;IND\n2022;6590\n"


@pytest.mark.parametrize(
    "typed",
    ["31-12-2025", "31/12/2025", "31.12.2025", "2025-12-31", "31 december 2025", "31 Dec. 2025"],
)
def test_a_day_in_every_usual_form(invented: Path, typed: str) -> None:
    """Typed at the question or given as an option, it is the same day."""
    assert parse_datum(typed) == "2025-12-31"
    done = bring(invented, PLAIN, "--bron", "website", answer=f"{typed}\nn\n")
    assert "Peildatum: 31 december 2025 (zo gekozen)." in done.output
    assert done.exit_code == 0
    done = bring(invented, PLAIN, "--bron", "website", "--peildatum", typed, answer="n\n")
    assert "Peildatum: 31 december 2025 (zo gekozen)." in done.output


@pytest.mark.parametrize(
    "typed", ["31-2-2025", "31-12-25", "gisteren", "2025", "31-12/2025", "٣١-١٢-٢٠٢٥", "0-1-2025"]
)
def test_what_is_no_day_is_asked_again(invented: Path, typed: str) -> None:
    """With how a day is written; nothing fails."""
    assert parse_datum(typed) is None
    done = bring(invented, PLAIN, "--bron", "website", answer=f"{typed}\n1 mei 2025\nn\n")
    assert "Schrijf een dag die bestaat als 28-2-2025, " in done.output
    assert "Peildatum: 1 mei 2025 (zo gekozen)." in done.output
    wrong = bring(invented, PLAIN, "--bron", "website", "--peildatum", typed)
    assert wrong.exit_code == 2
    assert "schrijf 31-3-2025 of 2025-03-31" in wrong.output


@pytest.mark.parametrize("typed", ["²⁰²⁵", "٢٠٢٥", "25", "20255", "1.5"])
def test_what_is_no_year_is_asked_again(invented: Path, typed: str) -> None:
    """Digits of another kind are no year, and no number of an answer."""
    question = Question("SR-B016", "Van welk jaar?", "cijferjaar")
    assert question.problem(typed) == "Dat is geen jaar; schrijf een jaar als 2025."
    done = bring(
        invented, NO_YEAR, "--bron", "website", "--peildatum", "1-3-2025", answer=f"{typed}\n²\n"
    )
    assert "Dat is geen jaar; schrijf een jaar als 2025." in done.output
    assert done.exit_code == 1  # nobody answered any more; nothing failed


@pytest.mark.parametrize(
    ("option", "about", "answer"),
    [
        ("peildatum", "", "1-2-2026"),
        ("cijferjaar", "blad:1", "2025"),
        ("cijferjaar", "blad:1", "-"),
        ("periode", "2025", "heel"),
        ("periode", "2025", "het hele jaar"),
        ("periode", "2025", "t/m december"),
        ("periode", "2025", "eerste tien maanden"),
    ],
)
def test_what_is_accepted_can_be_used(option: str, about: str, answer: str) -> None:
    """An answer without a problem changes the choices, in its one spelling."""
    question = Question("SR-B016", "?", option, about)
    assert question.problem(answer) == ""
    assert Choices().answered(question, answer) != Choices()


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("eerste tien maanden", "t/m oktober"),
        ("eerste 10 maanden", "t/m oktober"),
        ("eerste drie kwartalen", "t/m september"),
        ("eerste kwartaal", "t/m maart"),
        ("eerste halfjaar", "t/m juni"),
        ("t/m Q3", "t/m september"),
        ("t/m 3e kwartaal", "t/m september"),
    ],
)
def test_so_many_months_are_offered_as_that_part(invented: Path, text: str, period: str) -> None:
    """The part that the title names is the first answer, the whole year the second."""
    assert as_period(text) == period
    done = bring(invented, TEN_MONTHS.format(text), "--bron", "website", answer="1\n1\nj\n")
    assert f"1. {period}: alleen {period}" in done.output, done.output
    assert f"2022 {period}" in done.output
    assert period.encode() in figures(invented)["instroom.csv"]


def test_months_of_a_named_year_are_believed() -> None:
    """'eerste tien maanden van 2025' is told of 2025, before or after."""
    for text in ("Uitleen, eerste tien maanden van 2025", "Uitleen 2025 (eerste tien maanden)"):
        (part,) = parts_in(text)
        assert (part.year, part.period) == (2025, "t/m oktober")


@pytest.mark.parametrize(
    "text", ["t/m 31 februari", "t/m 31 april", "t/m 0 mei", "eerste dertien maanden"]
)
def test_days_and_months_that_do_not_exist(text: str) -> None:
    """No part of a year ends on the 31st of February."""
    assert as_period(text) is None
    assert Question("SR-B016", "?", "periode", "2025").problem(text)
    assert as_period("t/m 29 februari") is not None
