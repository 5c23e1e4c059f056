# SPDX-License-Identifier: EUPL-1.2
"""Sentences with a right number that say something false of it, each beside its true twin: of
another year, population or way, of a part of a year, or with more decimals than are so.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.uitspraken.meten import read_cases

from .test_kinds import said

EXAMPLE = Path(__file__).parents[3] / "examples" / "uitkeringen"
BICYCLES = EXAMPLE.parent / "leenfietsen"

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

OF_YEARS = [  # 152, 156, 164 and 178 complaints
    (
        "In de jaren 2022, 2023 en 2024 waren er samen 498 klachten.",
        "In de jaren 2021, 2022 en 2023 waren er samen 498 klachten.",
    ),
    (
        "In 2021, 2022, 2023 en 2024 samen kwamen er 650 klachten binnen.",
        "In 2022, 2023 en 2024 samen kwamen er 342 klachten binnen.",
    ),
]
OF_YEARS += [
    (
        "In 2021, 2022 en 2023 daalde het aantal klachten over uitleg niet elk jaar.",
        "Het aantal klachten daalde in 2024.",
    ),
    (
        "Het aantal klachten steeg niet in alle jaren even hard.",
        "Het aantal klachten steeg niet in 2024.",
    ),
]
OF_TARGETS = [  # Campus lent 1.150 bicycles, and was to lend 1.200
    (
        "Het doel voor Campus was 1.200 fietsen.",
        "Het doel voor Campus was 1.150 fietsen.",
    ),
    (
        "Het doel was in 2024 dat Station 5.500 fietsen zou uitlenen.",
        "Het doel was in 2024 dat Station 5.230 fietsen zou uitlenen.",
    ),
    (
        "Het doel was 9.100 fietsen.",
        "Het doel voor Station was 1.200 fietsen.",
    ),
    (
        "Campus haalde het doel van 1.200 fietsen niet.",
        "Campus leende 1.200 fietsen uit.",
    ),
    (
        "Het doel van Campus is met 1.150 fietsen niet gehaald.",
        "Campus leende 5.500 fietsen uit.",
    ),
    (
        "Station leende er 5.230 uit; gemikt was op 5.500.",
        "Station leende er 5.500 uit.",
    ),
]
OF_TABLES = [  # harmless, and to stand in a block 'tabel'
    ("| Wet | artikel 59 van de wet |", "| Noord | 4.321 |"),
    ("| Telefoon | 088 123 4567 |", "| Campus | twee derde |"),
    ("| Open | van 8.30 tot 17.00 uur |", "| Campus | 28 fietsen |"),
    ("| Termijn | 28 dagen |", "| Campus | 13,2 % |"),
    ("| Leeftijd | 18 tot 65 jaar |", "| Station | € 4.500 |"),
    ("| Adres | Stationsplein 34, 2500 EH Leendam |", "| Station | 5.230 |"),
    ("| Pagina | pagina 34 |", "| Station | bijna 5.200 |"),
    ("| Sinds | 1 juli 2024 |", "| Uitgeleend in 2024 | 8.740 |"),
    ("| Stap | 12 |", "| Stap 12 | 8740 |"),
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
        for at, pair in enumerate((*OF_EXAMPLE, *OF_YEARS))
        for kind, text in zip(("goed", "tegenspraak"), pair, strict=True)
    ]
    read = read_cases(EXAMPLE, cases)
    assert [one.case["tekst"] for one in read if not one.as_it_should] == []


def test_targets(tmp_path: Path) -> None:
    """A number that is said to be aimed at is held against the target of what is named."""
    shutil.copytree(BICYCLES, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "figures/2024/uitleen.csv"
    first, *rows = path.read_text("utf-8").splitlines()
    rows = [row.replace(",", ",,", 1) for row in rows]
    lines = [first.replace(",", ",status,", 1), *rows, "2024,doel,5.500,2.400,1.200,9.100"]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    cases = [
        {"id": f"{at}-{kind}", "soort": kind, "tekst": text}
        for at, pair in enumerate(OF_TARGETS)
        for kind, text in zip(("goed", "tegenspraak"), pair, strict=True)
    ]
    read = read_cases(tmp_path, cases)
    assert [one.case["tekst"] for one in read if not one.as_it_should] == []


def test_tables_of_words() -> None:
    """What counts nothing may stand in a table in a text; what does is told once, and once only."""
    head = "Zo:\n\n| Wat | Hoe |\n|---|---|\n"
    cases = [
        {"id": f"{at}-{kind}", "soort": kind, "tekst": head + row}
        for at, pair in enumerate(OF_TABLES)
        for kind, row in zip(("goed", "fout"), pair, strict=True)
    ]
    for one in read_cases(BICYCLES, cases):
        told = ["SR-N063"] if one.case["soort"] == "fout" else []
        assert [finding.code for finding in one.findings] == told, one.case["tekst"]
