# SPDX-License-Identifier: EUPL-1.2
"""Sentences with a right number that say something false of it, each beside its true twin: of
another year, population or way, of a part of a year, or with more decimals than are so.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.uitspraken.meten import read_cases

from .test_kinds import said

EXAMPLE = Path(__file__).parents[3] / "examples" / "uitkeringen"

PAIRS = [  # true, false
    (
        "In 2023 werden 5.920 vluchten geboekt. Daarvan zijn er 2.710 geannuleerd.",
        "In 2023 werden 5.920 vluchten geboekt. Daarvan zijn er 3.240 geannuleerd.",
    ),
    (
        "In 2024 vertrokken 5.740 mensen uit de caseload zonder toezicht.",
        "In 2024 vertrokken 9.870 mensen uit de caseload zonder toezicht.",
    ),
    (
        "In beide jaren, 2020 en 2021, daalde de instroom.",
        "In beide jaren, 2023 en 2024, daalde de instroom.",
    ),
    (
        "De caseload groeide met {{ caseload.groei }} mensen.",
        "De caseload kromp met {{ caseload.groei }} mensen.",
    ),
    (
        "Van de geboekte vluchten werd 50,6 procent geannuleerd.",
        "Van de geboekte vluchten werd 50,9 procent geannuleerd.",
    ),
    (
        "Er werden 6.400 vluchten geboekt, meer dan in 2023 (5.920).",
        "Er werden 6.400 vluchten geboekt, meer dan in 2023 (6.400).",
    ),
    (
        "Onttrekking en verzet waren samen goed voor 1.680 annuleringen.",
        "Onttrekking en verzet waren samen goed voor 1.520 annuleringen.",
    ),
]

OF_EXAMPLE = [
    (
        "Zowel in 2023 als in 2024 steeg het aantal klachten.",
        "Zowel in 2023 als in 2024 daalde het aantal klachten.",
    ),
    (
        "Het uitbetaalde bedrag steeg met {{ bedragen.verandering }}.",
        "Het teruggevorderde bedrag steeg met {{ bedragen.verandering }}.",
    ),
    (
        "Gemiddeld waren er 163 klachten per jaar in 2021 tot en met 2024.",
        "Gemiddeld waren er 178 klachten per jaar in 2021 tot en met 2024.",
    ),
    (
        "Tot en met oktober rondden wij 1.070 onderzoeken af.",
        "Wij rondden 1.070 onderzoeken af.",
    ),
    (
        "In 2023 steeg het aantal afgeronde onderzoeken.",
        "In 2024 daalde het aantal afgeronde onderzoeken.",
    ),
    (
        "Van de 178 klachten gingen er 82 over een lange wachttijd, oftewel 46 procent.",
        "Van de 178 klachten gingen er 82 over een lange wachttijd, oftewel 64 procent.",
    ),
    (
        "In 2023 waren er 164 klachten, in 2024 178. Het verschil, 14, is groter dan verwacht.",
        "In 2023 waren er 164 klachten, in 2024 178. Het verschil, 41, is groter dan verwacht.",
    ),
    (
        "Online kwamen er in 2023 meer aanvragen binnen dan in 2022.",
        "Online kwamen er in 2022 meer aanvragen binnen dan in 2021.",
    ),
]


@pytest.mark.parametrize(("true", "false"), PAIRS)
def test_of_the_shipped_edition(true: str, false: str) -> None:
    """The true sentence is silent, the false one an error."""
    assert [one.message for one in said(2024, true)] == []
    assert any(one.severity.value == "error" for one in said(2024, false))


def test_of_the_example() -> None:
    """All at once: the true are silent, each false one has an error or a warning."""
    cases = [
        {"id": f"{at}-{kind}", "soort": kind, "tekst": text}
        for at, pair in enumerate(OF_EXAMPLE)
        for kind, text in zip(("goed", "tegenspraak"), pair, strict=True)
    ]
    read = read_cases(EXAMPLE, cases)
    assert [one.case["tekst"] for one in read if not one.as_it_should] == []
