# SPDX-License-Identifier: EUPL-1.2
"""Sentences that name a figure otherwise than by its title, over an invented camping: whose it is,
what is left of what came in, a row of years, how it is now, and what a free relative stands for.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from .test_unseen_kinds import build, read

INDICATORS = """\
bronnen:
  balie: {titel: "Camping De Zeven Linden (verzonnen), balie"}
tabellen:
  nachten:
    titel: Verblijf
    eenheid: overnachtingen
    populatie: gasten van de camping
    bron: balie
    definitie: Overnachtingen van betalende gasten.
    kolommen:
      tent: {titel: In een tent}
      huisje: {titel: In een huisje}
      caravan: {titel: In een caravan}
      totaal: {titel: Overnachtingen}
  kust:
    titel: Campings langs de kust
    eenheid: overnachtingen
    populatie: alle campings langs de kust
    bron: balie
    definitie: Overnachtingen op alle campings langs de kust.
    kolommen:
      overnachtingen: {titel: Overnachtingen op alle campings langs de kust}
  terrein:
    titel: Terrein
    eenheid: huisjes
    populatie: camping
    bron: balie
    definitie: Wat er op het terrein staat op 31 december.
    kolommen:
      huisjes: {titel: Huisjes, soort: stand}
      oordeel: {titel: Rapportcijfer voor de huisjes, eenheid: rapportcijfer}
  vragen:
    titel: Reserveringen
    eenheid: reserveringen
    populatie: camping
    bron: balie
    definitie: Reserveringen bij de balie.
    kolommen:
      gevraagd: {titel: Gereserveerd}
      geboekt: {titel: Bevestigd}
      betaald: {titel: Vooraf betaald}
  velden:
    titel: Plekken naar veld
    eenheid: plekken
    populatie: camping
    bron: balie
    definitie: Plekken die zijn bezet, en het cijfer dat gasten het veld geven.
    sleutel: veld
    kolommen:
      bezet: {titel: Bezette plekken}
      oordeel: {titel: Gemiddeld rapportcijfer, eenheid: punten, afronding: 0.1}
  vast:
    titel: Vaste gasten
    eenheid: gasten
    populatie: camping
    bron: balie
    definitie: Gasten met een vaste plaats.
    kolommen:
      begin: {titel: Vaste gasten op 1 januari, soort: stand}
      eind: {titel: Vaste gasten op 31 december, soort: stand}
      nieuw: {titel: Nieuwe vaste gasten}
      eerste: {titel: Eerste plaatsen (E1), eenheid: plaatsen}
      tweede: {titel: Andere plaatsen (E2), eenheid: plaatsen}
      kosteloos: {titel: Geschonken plaatsen, eenheid: plaatsen}
  kampen:
    titel: Kampen
    eenheid: kampen
    populatie: camping
    bron: balie
    definitie: Kampen van scholen.
    kolommen:
      basis: {titel: Kampen van basisscholen}
      middelbaar: {titel: Kampen van middelbare scholen}
      totaal: {titel: Alle kampen}
  geld:
    titel: Geld
    eenheid: duizend euro
    populatie: camping
    bron: balie
    definitie: Bedragen uit de jaarrekening.
    kolommen:
      plaatsen: {titel: Opbrengsten van plaatsen}
      opbrengsten: {titel: Alle opbrengsten}
      kosten: {titel: Alle kosten}
"""
TABLES = {
    "nachten": (
        "jaar,tent,huisje,caravan,totaal\n2022,4120,2610,1380,8110\n"
        "2023,4370,2750,1495,8615\n2024,4505,2890,1730,9125\n"
    ),
    "kust": "jaar,overnachtingen\n2022,71000\n2023,74000\n2024,78000\n",
    "terrein": 'jaar,huisjes,oordeel\n2022,17,"7,4"\n2023,17,"7,6"\n2024,17,"7,9"\n',
    "vragen": "jaar,gevraagd,geboekt,betaald\n2022,960,610,380\n2023,990,640,390\n2024,1010,708,412\n",
    "vast": (
        "jaar,begin,eind,nieuw,eerste,tweede,kosteloos\n2022,240,251,36,310,455,120\n"
        "2023,251,268,41,322,461,125\n2024,268,290,47,334,470,131\n"
    ),
    "kampen": "jaar,basis,middelbaar,totaal\n2022,110,70,180\n2023,114,75,189\n2024,121,78,199\n",
    "velden": (
        'jaar,veld,bezet,oordeel\n2022,Berkenveld,140,"7,1"\n2022,Lindeveld,210,"8,0"\n'
        '2022,Wilgenveld,180,"7,5"\n2023,Berkenveld,145,"7,3"\n2023,Lindeveld,220,"8,1"\n'
        '2023,Wilgenveld,175,"7,4"\n2024,Berkenveld,150,"7,2"\n2024,Lindeveld,230,"8,3"\n'
        '2024,Wilgenveld,170,"7,7"\n'
    ),
    "geld": "jaar,plaatsen,opbrengsten,kosten\n2022,310,398,371\n2023,322,415,380\n2024,341,437,391\n",
}
TRUE = [
    "Verdeel de 9.125 overnachtingen over de 17 huisjes, en elk huisje kreeg er 537.",
    "In 2022 telden we op onze camping 8.110 overnachtingen.",
    "Wie op wielen kwam, bleef 1.730 nachten in 2024, tegen 1.495 in 2023 en 1.380 in 2022.",
    "In een tent sliepen gasten in 2022 nog 4.120 nachten. En nu? Driehonderdvijfentachtig meer.",
    "Van de opbrengsten hielden we 46.000 euro over.",
    "In 2023 was er een overschot van 35.000 euro.",
    "Zeventig procent van wat men reserveerde, is bevestigd.",
    "In een caravan werd 1.730 nachten geslapen, waar dat in 2023 nog 1.495 nachten was.",
    "De camping gaf 0,391 miljoen euro uit, tegen 0,437 miljoen aan opbrengsten.",
    "Het onderzoek onder gasten heeft een betrouwbaarheid van 95 procent.",
    "Met 90 procent zekerheid geldt dat voor alle gasten.",
    "Van 2022 tot en met 2024 lag het aantal overnachtingen in een tent tussen de 4.120 en de 4.505.",
    "Sinds 2022 waren het er in een huisje nooit minder dan 2.610 en nooit meer dan 2.890.",
    "In een caravan varieerde dat tussen 2022 en 2024 van 1.380 tot 1.730 overnachtingen.",
    "Tussen 2022 en 2024 lag het aantal overnachtingen in een tent tussen de 4.000 en de 5.000.",
    "Het Lindeveld ligt aan het water. Gasten waarderen dat met een 8,3.",
    "Het Lindeveld ligt aan het water. Er waren 230 plekken bezet.",
    "Het Lindeveld ligt aan het water. Op de hele camping waren 550 plekken bezet.",
    "De kookploeg gaf de gasten een 8,3 voor hun inzet.",
    "Over het Lindeveld valt weinig te klagen. Feit is dat daar 230 plekken bezet waren.",
    "De gasten brachten, de indexering meegerekend, 437.000 euro aan opbrengsten in.",
    "Van de reserveringen die bevestigd zijn, zijn er 412 vooraf betaald.",
    "Op oudejaarsdag hadden we 290 vaste gasten.",
    "'Ik ben 63 en sta hier al mijn hele leven', zegt een vaste gast.",
    "Bevestigd! Voor 708 families stond in 2024 de koffie klaar.",
    "Op nieuwjaarsdag hadden we 268 vaste gasten.",
    "Ik begin met de 47 vaste gasten die nieuw zijn.",
    "In het Lindeveld waren 230 plekken bezet, op een totaal van 550.",
    "In 2024 kregen wij 131 plaatsen cadeau.",
    "Zon en wind trokken gasten: de eerste plaatsen (E1) waren er dit jaar 334.",
    "Van de basisschool kwamen 121 kampen.",
    "Van basisscholen en middelbare scholen samen kwamen 199 kampen.",
    "Op 31 december 2024 waren er 290 mensen vaste gast.",
    "Door het afronden tellen de aandelen niet altijd op tot 100%.",
]
FALSE = [
    "Verdeel de 9.125 overnachtingen over de 17 huisjes, en elk huisje kreeg er 573.",
    "Met 9.125 overnachtingen op 250 nachten waren het er gemiddeld 39 per nacht.",
    "In 2022 telden we op onze camping 71.000 overnachtingen.",
    "In een tent sliepen gasten 1.730 nachten in 2024, tegen 1.495 nachten in 2023.",
    "Van de opbrengsten hielden we 64.000 euro over.",
    "In 2023 was er een tekort van 35.000 euro.",
    "De camping gaf 0,391 miljoen euro uit, tegen 0,473 miljoen aan opbrengsten.",
    "Van 2022 tot en met 2024 lag het aantal overnachtingen in een tent tussen de 4.120 en de 4.546.",
    "Het Lindeveld ligt aan het water. Gasten gaven het in 2024 een 7,7.",
    "Het Lindeveld ligt aan het water. Er waren 170 plekken bezet.",
    "Over het Lindeveld valt weinig te klagen. Feit is dat daar 170 plekken bezet waren.",
    "De gasten brachten, de indexering meegerekend, 473.000 euro aan opbrengsten in.",
    "Van de reserveringen die bevestigd zijn, zijn er 708 vooraf betaald.",
    "Op oudejaarsdag hadden we 268 vaste gasten.",
    "Bevestigd! Voor 807 families stond in 2024 de koffie klaar.",
    "In het Lindeveld waren 230 plekken bezet, op een totaal van 560.",
    "In 2024 kregen wij 125 plaatsen cadeau.",
    "Zonneschijn en zee: de eerste plaatsen telden we dit jaar 470 keer.",
    "Van de basisschool kwamen 199 kampen.",
    "Op 31 december 2024 waren er 251 mensen vaste gast.",
    "Sinds 2022 waren het er in een huisje nooit minder dan 2.750 en nooit meer dan 2.890.",
    "In een caravan varieerde dat tussen 2022 en 2024 van 1.495 tot 1.730 overnachtingen.",
]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """The findings on every sentence, checked once."""
    folder: Path = build(tmp_path_factory.mktemp("camping"), INDICATORS, TABLES)
    reads = read(folder, [*TRUE, *FALSE])
    return {text: [f"{f.code} {f.message}" for f in one.findings] for text, one in reads.items()}


@pytest.mark.parametrize("sentence", TRUE)
def test_what_is_named_otherwise_is_left_alone(
    found: Mapping[str, list[str]], sentence: str
) -> None:
    """A right number is right however its figure is named."""
    assert found[sentence] == []


@pytest.mark.parametrize("sentence", FALSE)
def test_what_is_named_otherwise_is_held(found: Mapping[str, list[str]], sentence: str) -> None:
    """A wrong one is not excused by it."""
    assert found[sentence] != []
