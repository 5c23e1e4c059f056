# SPDX-License-Identifier: EUPL-1.2
"""Sentences on how many of a group moved, and on how fast, each true one with an untrue twin."""

from __future__ import annotations

from functools import cache

import pytest

from .meten import HERE, Read, read_cases

SERVICE = HERE / "ontwikkel" / "fietsen"
# Station, Campus, Noord and Zuid rose in 2024; Centrum and Oost fell. In 2023 all counters rose.
PAIRS = (
    ("Niet elk loket groeide.", "Elk loket groeide."),
    ("In 2023 groeiden alle loketten.", "In 2023 groeide geen enkel loket."),
    ("Niet alle wijken leenden meer dan in 2023.", "Alle wijken leenden meer dan in 2023."),
    ("Bij twee van de drie loketten steeg de uitleen.", "Bij één van de drie loketten steeg het."),
    ("Van de drie wijken daalde er één.", "Van de drie wijken daalden er twee."),
    ("Eén wijk leende minder dan een jaar eerder.", "Drie wijken leenden minder dan in 2023."),
    ("Alleen in Oost daalde de uitleen.", "Alleen in Noord steeg de uitleen."),
    ("Alleen Centrum kromp in 2024.", "Alleen Station kromp in 2024."),
    (
        "De uitleen groeide in 2024 minder snel dan in 2023.",
        "De uitleen groeide in 2024 sneller dan in 2023.",
    ),
    ("Campus groeide sneller dan Station.", "Campus groeide minder snel dan Station."),
    ("Campus was de sterkste stijger.", "Centrum was de sterkste stijger."),
    ("Centrum kende de grootste daling.", "Campus kende de grootste daling."),
    ("Station leende 320 fietsen meer uit.", "Station leende 320 fietsen minder uit."),
    ("Centrum verloor 80 uitleningen.", "Centrum won 80 uitleningen."),
    (
        "In 2022 kochten we meer fietsen dan we afdankten.",
        "De voorraad is nog nooit zo klein geweest.",
    ),
    ("De voorraad kromp.", "De voorraad groeide."),
    ("Campus groeide 14 procent.", "Campus kromp 14 procent."),
)
# Nothing is said of these: no group, wished for, of more years than one, or open to rounding.
SILENT = (
    "Alle loketten bij elkaar leenden meer uit dan in 2023.",
    "Station leende minder uit dan alle loketten samen.",
    "In 2022 kochten we meer fietsen dan we kwijtraakten.",
    "Alle medewerkers kregen een cursus.",
    "Alle loketten moeten in 2025 groeien.",
    "Sinds 2021 groeide alles.",
    "Alleen op afspraak is het loket open; de uitleen steeg.",
    "Eén van de drie loketten verhuisde naar een hoger gelegen straat.",
)


@cache
def reads() -> dict[str, Read]:
    """Every sentence, checked."""
    true, untrue = zip(*PAIRS, strict=True)
    kinds = [(one, "goed") for one in (*true, *SILENT)] + [(one, "tegenspraak") for one in untrue]
    cases = [{"id": one, "soort": kind, "tekst": one} for one, kind in kinds]
    return {str(one.case["id"]): one for one in read_cases(SERVICE, cases)}


@pytest.mark.parametrize(("true", "untrue"), PAIRS)
def test_a_twin_is_told_from_the_true_one(true: str, untrue: str) -> None:
    """The true sentence is silent, the untrue one an error."""
    assert [one.message for one in reads()[true].findings] == []
    assert reads()[untrue].error


@pytest.mark.parametrize("text", SILENT)
def test_what_says_nothing_of_a_group_is_silent(text: str) -> None:
    """No finding."""
    assert [one.message for one in reads()[text].findings] == []


def test_a_group_is_told_by_its_members() -> None:
    """The finding names which members moved and which did not."""
    (one,) = reads()["Elk loket groeide."].findings
    assert one.code == "SR-N013"
    assert "hoger in 2024 dan in 2023: Station en Campus; niet hoger: Centrum" in one.message
