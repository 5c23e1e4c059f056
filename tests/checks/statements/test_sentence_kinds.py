# SPDX-License-Identifier: EUPL-1.2
"""Kinds of report sentences on counted figures, each with a false twin, and numbers that count
nothing; written as kinds, before what reads them.
"""

from __future__ import annotations

import pytest

from .test_kinds import said

# year, true, what stands there instead
TYPED = [
    (2021, "De IND droeg in 2021 9.200 mensen over.", ("9.200", "9.780")),
    (2021, "In 2020 droeg de politie 2.350 mensen over.", ("2.350", "2.320")),
    (2021, "Via de KMar kwamen 880 mensen binnen, tegen 720 in 2020.", ("720", "760")),
    (2021, "Van de instroom kwam 66 procent van de IND.", ("66", "76")),
    (
        2021,
        "De dienst diende in 2021 1.960 LP-aanvragen in; in 2019 waren dat er nog 3.120.",
        ("3.120", "3.210"),
    ),
    (
        2021,
        "Het zelfstandig vertrek daalde van 2.630 in 2020 naar 2.100 in 2021.",
        ("2.630", "2.360"),
    ),
    (2021, "Gedwongen vertrokken 1.630 mensen, 20 minder dan in 2020.", ("20 minder", "200 minder")),
    (
        2021,
        "Tussen 2019 en 2021 liep het aantal LP-aanvragen terug van 3.120 naar 1.960.",
        ("1.960", "2.030"),
    ),
    (2021, "In 720 gevallen is de LP-aanvraag ingetrokken.", ("720", "1.000")),
    (2021, "Zelfstandig en gedwongen vertrokken samen 3.730 mensen.", ("3.730", "3.370")),
    (2021, "Het aantal LP-aanvragen was 70 lager dan in 2020.", ("70", "170")),
    (2021, "De caseload telde eind 2021 8.770 mensen.", ("8.770", "13.170")),
    (
        2021,
        ("In 2019, 2020 en 2021 diende de dienst respectievelijk 3.120, 2.030 en 1.960 "
        "LP-aanvragen in."),
        ("2.030", "2.003"),
    ),
    (
        2021,
        "In 2021 zijn 1.960 LP-aanvragen ingediend. Daarvan zijn er 720 ingetrokken.",
        ("720", "760"),
    ),
    (
        2021,
        "Van de beantwoorde LP-aanvragen is bij 85 procent de nationaliteit vastgesteld.",
        ("85", "58"),
    ),
    (2021, "Het aandeel zonder toezicht in de uitstroom was 42,5 procent.", ("42,5", "45,2")),
    (2021, "In 2019 vertrokken 9.660 mensen zonder toezicht.", ("9.660", "6.880")),
    (2021, "De politie was in 2021 goed voor 17 procent van de instroom.", ("17", "27")),
    (2021, "Er vertrokken 530 mensen minder zelfstandig dan in 2020.", ("530", "350")),
    (2021, "Bij 760 LP-aanvragen is de nationaliteit vastgesteld.", ("760", "670")),
    (2024, "De instroom daalde met 1,5 procent.", ("1,5", "5,1")),
    (2024, "In 2024 gingen 3.160 vluchten door.", ("3.160", "3.610")),
    (2024, "Ruim de helft van de geboekte vluchten is geannuleerd.", ("de helft", "een derde")),
    (2024, "De dienst boekte 480 vluchten meer dan een jaar eerder.", ("480", "840")),
    (
        2024,
        "Wegens onttrekking aan toezicht zijn 1.520 vluchten geannuleerd, 600 meer dan in 2023.",
        ("600", "500"),
    ),
    (
        2024,
        "Ketenbreed vertrokken 5.870 mensen gedwongen, 14,4 procent meer dan in 2023.",
        ("14,4", "41,4"),
    ),
    (
        2024,
        "Van de 15.860 mensen van wie de zaak is afgehandeld, vertrok 38 procent aantoonbaar.",
        ("38", "83"),
    ),
    (2024, "Eurostat telde in 2023 1.807 uitgaande overdrachten.", ("1.807", "1.870")),
    (2024, "Naar het land van herkomst gingen 3.710 mensen.", ("3.710", "3.170")),
    (2024, "In 2022 kwamen 2.450 mensen via de politie.", ("2.450", "2.740")),
    (2024, "De IND droeg 490 mensen minder over dan in 2023.", ("490", "940")),
    (2024, "Twee jaar eerder boekte de dienst nog geen cijfer; in 2023 waren het er 5.920 vluchten.",
     ("5.920", "5.290")),
]  # fmt: skip


@pytest.mark.parametrize(("year", "true", "change"), TYPED, ids=[one[1][:40] for one in TYPED])
def test_a_kind_of_sentence_and_its_false_twin(
    year: int, true: str, change: tuple[str, str]
) -> None:
    """Nothing is said of the true one; the false one is an error."""
    assert [one.message for one in said(year, true)] == []
    right, wrong = change
    assert true.count(right) == 1
    assert "error" in {one.severity.value for one in said(year, true.replace(right, wrong))}


@pytest.mark.parametrize(
    "text",
    [
        "Bel in nood nummer 112.",
        "Het kenmerk van de brief is BV-2024-0387.",
        "Vijf jaar geleden begon dit werk.",
        "Zes jaar later verhuisde de dienst.",
        "Zie bijlage 4 en 5.",
        "Op 3 april 2024 is de wet gewijzigd.",
        "Het loket is open tussen 9.00 en 17.00 uur.",
        "Wie 18 tot 65 jaar is, kan meedoen.",
        "De vergadering is in kamer 3.14.",
        "Bezwaar maken kan binnen 14 dagen.",
        "De meldkamer is 24/7 bezet.",
        "Houd 1,5 meter afstand.",
        "Het formulier past op een A4.",
        "Dat staat in artikel 8, derde lid.",
        "Zie de uitspraak in zaak C-123/19.",
        "Het kantoor kreeg 40 vierkante meter extra.",
        "De hoogste rechter deed op 2 mei uitspraak.",
        "Dit is de tweede editie in drie jaar.",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    """Dates, times, articles, codes, measures, ages and spans of time are no figures."""
    assert [one.message for one in said(2024, text)] == []


@pytest.mark.parametrize(
    ("year", "wrong", "offered", "right"),
    [
        (
            2024,
            "De caseload groeide met {{ caseload_tussenstand.stand }} mensen.",
            "",
            "De caseload groeide met {{ caseload.groei }} mensen.",
        ),
        (
            2021,
            "Er zijn {{ lp.ingediend }} LP-aanvragen ingediend. Ingetrokken: {{ lp.ingediend[2020] }} keer.",
            "lp.ingetrokken",
            "Er zijn {{ lp.ingediend }} LP-aanvragen ingediend. Ingetrokken: {{ lp.ingetrokken }} keer.",
        ),
        (
            2021,
            (
                "In 2017 vertrokken uit de caseload {{ historie.zonder_toezicht[2017] }} mensen zonder "
                "toezicht. Ketenbreed waren het er {{ ketenbreed.totaal[2017] }}."
            ),
            "ketenbreed.zonder_toezicht",
            (
                "In 2017 vertrokken uit de caseload {{ historie.zonder_toezicht[2017] }} mensen zonder "
                "toezicht. Ketenbreed waren het er {{ ketenbreed.zonder_toezicht[2017] }}."
            ),
        ),
        (
            2021,
            (
                "Bij {{ lp.vastgesteld }} LP-aanvragen is de nationaliteit vastgesteld. Een jaar eerder "
                "was dat {{ lp.ingetrokken[-1] }} keer."
            ),
            "lp.vastgesteld[2020]",
            (
                "Bij {{ lp.vastgesteld }} LP-aanvragen is de nationaliteit vastgesteld. Een jaar eerder "
                "was dat {{ lp.vastgesteld[-1] }} keer."
            ),
        ),
        (
            2024,
            "Van de instroom kwamen er {{ instroom.np }} van de IND.",
            "instroom.ind",
            "Van de instroom kwamen er {{ instroom.ind }} van de IND.",
        ),
    ],
)
def test_a_reference_to_another_than_is_meant(
    year: int, wrong: str, offered: str, right: str
) -> None:
    """A level for a change, another kind after a colon, the kind spoken of of another population,
    what a sentence goes on about; the right reference is offered.
    """
    found = [one for one in said(year, wrong) if one.severity.value == "error"]
    assert found
    assert any(offered in suggestion.text for one in found for suggestion in one.suggestions)
    assert [one.message for one in said(year, right)] == []


@pytest.mark.parametrize(
    ("wrong", "code", "right"),
    [
        (
            "In een jaar gingen tussen {{ vluchten.geboekt }} en {{ vluchten.geannuleerd }} vluchten niet door.",
            "SR-N053",
            "Van de {{ vluchten.geboekt }} geboekte vluchten zijn er {{ vluchten.geannuleerd }} geannuleerd.",
        ),
        (
            "Van de {{ vluchten.geboekt }} geboekte vluchten gingen er {{ vluchten.geboekt }} door.",
            "SR-N054",
            "Van de {{ vluchten.geboekt }} geboekte vluchten gingen er {{ vluchten.doorgegaan }} door.",
        ),
    ],
)
def test_two_references_beside_each_other(wrong: str, code: str, right: str) -> None:
    """A range that does not rise, and one figure told twice in a sentence."""
    assert code in {one.code for one in said(2024, wrong)}
    assert said(2024, right) == []
