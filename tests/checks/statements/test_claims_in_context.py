# SPDX-License-Identifier: EUPL-1.2
"""What goes with a claim and what does not: whose 'meer' it is, which year is meant, what is asked,
and what only stands beside it; found in sentences by writers who knew nothing of the reader.
"""

from __future__ import annotations

import pytest

from standrapport.core.model import Severity

from .test_kinds import said

# True sentences in which a word of comparison says nothing of a figure, or not what stands nearest.
SILENT = [
    "Hoewel een gesprek van alle middelen de meeste tijd kost, dienden wij 1.960 LP-aanvragen in.",
    "De 2.320 dossiers van de politie vroegen meer voorbereiding dan die van elders.",
    "Er kwamen 9.200 dossiers van de IND, waarbij sommige meer dan eens zijn bekeken.",
    (
        "De politie, die in 2019 nog 3.080 dossiers overdroeg, droeg er in 2021 minder over dan een "
        "jaar eerder."
    ),
    (
        "Zowel in 2020 als in 2021 is een LP-aanvraag ingediend, met achtereenvolgens 2.030 en 1.960 "
        "aanvragen."
    ),
    "Van de beantwoorde LP-aanvragen is bij meer dan de helft de nationaliteit vastgesteld.",
    "Droeg de politie in 2021 meer dossiers over dan een jaar eerder? Nee.",
    "Naar de mening van de rechtbank steeg het aantal LP-aanvragen in 2021.",
    "Er zijn minder LP-aanvragen ingediend dan in 2019, en meer werk gedaan dan u denkt.",
    "De KMar droeg meer dossiers over dan in 2020, maar minder dan in het topjaar 2019.",
    "Na jaren waarin het aantal LP-aanvragen steeg, daalde het in 2021.",
    "In het veel kleinere kantoor van de KMar zijn 880 dossiers gemaakt.",
    "Het aantal LP-aanvragen liep terug, vaker dan de meeste mensen denken.",
    "De meeste LP-aanvragen zijn goed voorbereid.",
]
# The same of edition 2024.
SILENT_2024 = [
    "Samen waren de IND en de politie goed voor ruim 80 procent van de instroom.",
    "Vier op de vijf mensen in de instroom kwamen van de IND of de politie.",
    "Op Algerijnen na vertrokken de Syriërs het vaakst zonder toezicht.",
    (
        "Meer dan de helft van de geboekte vluchten werd geannuleerd, terwijl dat in 2023 nog minder "
        "dan de helft was."
    ),
    "Syriërs stonden bij de instroom bovenaan.",
    "Er is geen dwangmiddel meer waarvan de tabel vertelt.",
]
# Numbers that changed places, and words that say the reverse, in edition 2024 and 2021.
REVERSED = [
    (2024, "De IND droeg 2.860 mensen over en de politie 11.180."),
    (2021, "Het zelfstandig vertrek kwam uit op 1.630, het gedwongen op 2.100."),
    (2021, "Er vertrokken 3.730 mensen aantoonbaar, van wie 1.630 zelfstandig en 2.100 gedwongen."),
    (2024, "Samen waren de IND en de politie goed voor ruim 70 procent van de instroom."),
    (2024, "Het aantal Moldaviërs dat zonder toezicht vertrok, daalde."),
    (2024, "Syriërs vertrokken het vaakst zonder toezicht, gevolgd door Algerijnen."),
    (2021, "Zowel de politie als de KMar droeg minder mensen over dan in 2020."),
    (2021, "Het aantal lp-aanvragen nam toe: van 2.030 in 2020 naar 1.960 in 2021."),
    (2021, "Niet de IND maar de politie droeg de meeste mensen over."),
    (2021, "Op de IND na droeg de KMar de meeste mensen over."),
]
# True, and what makes it false.
TWINS = [
    (
        (
            "De politie, die in 2019 nog vooropging, droeg in 2021 minder dossiers over dan het jaar "
            "daarvoor."
        ),
        ("minder dossiers", "meer dossiers"),
    ),
    (
        "Droeg de politie in 2021 meer dossiers over dan een jaar eerder? Nee.",
        ("Nee", "Ja"),
    ),
    (
        "Van de beantwoorde LP-aanvragen is bij meer dan de helft de nationaliteit vastgesteld.",
        ("meer dan", "minder dan"),
    ),
    (
        "De KMar droeg meer dossiers over dan in 2020, maar minder dan in het topjaar 2019.",
        ("maar minder", "en ook meer"),
    ),
    (
        "Opvallend is dat meer dan de helft van de instroom van de IND kwam.",
        ("meer dan", "minder dan"),
    ),
    ("Het aantal LP-aanvragen is dalend.", ("dalend", "stijgend")),
    (
        "Het aantal ingediende LP-aanvragen lag onder dat van 2019.",
        ("onder dat", "boven dat"),
    ),
    (
        "Wij dienden minder LP-aanvragen in dan twaalf maanden tevoren.",
        ("minder", "meer"),
    ),
    (
        "Opnieuw zijn er meer dossiers van de IND gekomen dan van de politie.",
        ("meer dossiers", "minder dossiers"),
    ),
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_not_said_of_a_figure_is_left_alone(text: str) -> None:
    """Not a finding."""
    assert [one.message for one in said(2021, text)] == []


@pytest.mark.parametrize("text", SILENT_2024)
def test_nor_what_several_figures_are_together(text: str) -> None:
    """Not a finding either, in edition 2024."""
    assert [one.message for one in said(2024, text)] == []


@pytest.mark.parametrize(("year", "text"), REVERSED)
def test_what_changed_places_is_found(year: int, text: str) -> None:
    """An error."""
    assert any(one.severity is Severity.ERROR for one in said(year, text))


@pytest.mark.parametrize(("text", "other"), TWINS, ids=[text for text, _ in TWINS])
def test_a_claim_is_held_against_what_it_says(text: str, other: tuple[str, str]) -> None:
    """Nothing on the true sentence, an error or a warning on its twin."""
    assert [one.message for one in said(2021, text)] == []
    assert text.count(other[0]) == 1
    found = said(2021, text.replace(*other))
    assert {one.code for one in found} & {"SR-N010", "SR-N013", "SR-N015", "SR-N017"}
