# SPDX-License-Identifier: EUPL-1.2
"""Sentences without a number by kind, each true one with an untrue twin, over nine catalogues.

The untrue are found (an error, or a warning where rounding leaves doubt) and the true are silent,
per kind: what is read of one sentence is to be read of others of its kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

import pytest
from ruamel.yaml import YAML

from . import controle
from .meten import HERE, Read, read_cases

FOLDERS = {
    **{name: HERE / "ontwikkel" / name for name in ("haven", "gerecht", "bibliotheek")},
    **{
        name: HERE / "ontwikkel" / name
        for name in (
            "fietsen",
            "wonen",
            "jeugd",
            "sport",
            "keuring",
            "brandweer",
            "veerdienst",
            "vergunningen",
            "ambulance",
        )
    },
    **{name: HERE / "diensten" / name for name in ("uitkeringen", "examens", "stadsbeheer")},
    "voorbeeld": HERE.parents[1] / "examples" / "uitkeringen",
    "editie": HERE.parents[1],
}
FILES = ("soorten.yaml", "tegenspraak.yaml", "stemmen.yaml", "vervolg.yaml")
KINDS = (
    *("richting", "reeks", "vergelijking", "piek", "rang", "helft", "gelijk", "keer"),
    *("eerst", "titel", "som", "deel", "tiende", "nooit", "enige", "werkwoord", "uiterste"),
    *("duur", "jaarpiek", "inhalen", "dan_jaar", "alle", "jaren", "voorwaarde", "geld", "doel"),
)
# Untrue sentences not found yet, and why.
NOT_YET = {
    "Het aantal huishoudens dat door werk uit de uitkering kwam, steeg voor het tweede jaar "
    "achtereen.": "'huishoudens' stands in another table than the reasons an end has",
    "Er eindigden in 2024 meer uitkeringen dan er begonnen.": "what runs is named, not what began",
    "Ruim één van de vier klanten is tevreden.": "'van de vier' may count things",
    "Leges en boetegeld brachten samen meer op dan de bijdrage van de provincie.": "not named",
    "De meeste bewoners vinden hun buurt niet schoon.": "denied after 'meeste'",
    "Het bestand slonk.": "'bestand' is no word of the catalogue",
    "In 2024 vonden de meeste mensen werk.": "work is also the most of all reasons",
    "Een woning stond langer leeg dan een jaar eerder.": "'leeg staan' is not heard in 'leegstand'",
    "De KMar droeg in 2024 meer mensen over dan in 2023.": "transfers (Eurostat) rose",
    "Geen bron droeg in 2024 zo veel mensen over als de politie.": "columns after 'als'",
    "Iets minder dan de helft van de geboekte vluchten ging in 2024 niet door.": "two shares fit",
    "Het aantal ingetrokken LP-aanvragen daalde in 2020 en herstelde zich in 2021.": "'herstelde'",
    "Samen overtroffen de politie, de KMar en de overige bronnen in 2024 de IND.": "verb first",
    "Het verschil tussen het aantal jongens en meisjes met jeugdhulp werd groter.": "a difference",
    "Wie op behandeling wachtte, moest korter geduld hebben dan een jaar eerder.": "'geduld'",
    "Kinderen wachten inmiddels korter op zwemles dan in 2019.": "the time to a diploma fell",
    "Turken klommen in 2024 naar de eerste plaats in de instroom.": (
        "published ranks are not read; it was found by who left, in another table"
    ),
    "Molenkamp kreeg er een gymzaal bij.": "'kreeg erbij'",
    "Een inspectie nam minder tijd in beslag dan een jaar eerder.": (
        "'nam tijd in beslag'; it was found by the chance of 'op tijd' in another title"
    ),
    "Het aantal gymzalen is in geen van de plaatsen veranderd.": "a group that stayed equal",
    "Aan het laboratorium ging minder geld op dan aan de overige lasten.": "all costs fit too",
    "De norm is dat negentig procent van de inspectierapporten op tijd is. Die norm is niet "
    "gehaald.": "a norm in a sentence before",
    "Tegenover een stijging van het aantal inspecties in Slikhaven stond een daling in Kolkoord.": (
        "two nouns, each its own harbour"
    ),
    "Ons doel was minstens 90 procent van de bezwaren op tijd af te doen, maar dat is niet "
    "gelukt.": "a target with a number",
}
# True sentences that still have a finding, and why.
NOT_SILENT = {
    "We wilden eind 2024 vijfhonderd pleeggezinnen ingeschreven hebben; dat is niet gehaald.": (
        "a number that was wished is held against the figure"
    ),
}


@cache
def pairs() -> tuple[Mapping[str, str], ...]:
    """Every pair, in the order of the file."""
    paths = (HERE / "woorden" / name for name in FILES)
    return tuple(one for path in paths for one in YAML(typ="safe").load(path.read_text("utf-8")))


@cache
def reads() -> tuple[Read, ...]:
    """Every sentence, checked in the service it is about."""
    found: list[Read] = []
    for name, folder in FOLDERS.items():
        own = [one for one in pairs() if one["dienst"] == name]
        cases = [
            {"id": one[which], "soort": kind, "tekst": one[which], "over": one["soort"]}
            for one in own
            for which, kind in (("waar", "goed"), ("onwaar", "tegenspraak"))
        ]
        found += read_cases(folder, cases)
    return tuple(found)


@pytest.mark.parametrize("name", sorted(FOLDERS.keys() - {"voorbeeld", "editie"}))
def test_true_sentences_are_true(name: str) -> None:
    """As computed from the figures, by a reader that shares nothing with the program."""
    service = controle.lees_dienst(FOLDERS[name])
    own = [one for one in pairs() if one["dienst"] == name]
    assert [one["waar"] for one in own if service.reken(one["toets"]) is not True] == []


@pytest.mark.parametrize("kind", KINDS)
def test_untrue_sentences_of_a_kind_are_found(kind: str) -> None:
    """All but those that are listed, which are still missed."""
    own = [one for one in reads() if one.case["over"] == kind and one.kind == "tegenspraak"]
    missed = [one.case["id"] for one in own if not one.found]
    listed = [one.case["id"] for one in own if one.case["id"] in NOT_YET]
    assert len(own) >= 4
    assert missed == listed


@pytest.mark.parametrize("kind", KINDS)
def test_true_sentences_of_a_kind_are_silent(kind: str) -> None:
    """None has a finding."""
    own = [one for one in reads() if one.case["over"] == kind and one.kind == "goed"]
    listed = [one.case["id"] for one in own if one.case["id"] in NOT_SILENT]
    assert [one.case["id"] for one in own if one.findings] == listed


def test_there_are_enough() -> None:
    """Each kind has its sentences, and no sentence stands there twice."""
    every = [one[which] for one in pairs() for which in ("waar", "onwaar")]
    assert len(set(every)) == len(every) >= 400
    assert set(Counter(one["soort"] for one in pairs())) == set(KINDS)
