# SPDX-License-Identifier: EUPL-1.2
"""A second invented service, a museum that counts people, written after the reader was mended on
the first (`test_unseen_kinds`) and before it was run on this one.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.uitspraken.meten import Read

from .test_unseen_kinds import build, case, left_alone, read

INDICATORS = """\
bronnen:
  kassa: {titel: "Museum De Schans (verzonnen), kassa en registratie"}
tabellen:
  bezoek:
    titel: Bezoekers naar soort kaartje
    sleutel: kaartje
    eenheid: bezoekers
    populatie: bezoekers
    bron: kassa
    definitie: Bezoekers die met een kaartje zijn binnengekomen.
    kolommen:
      aantal: {titel: Bezoekers}
  collectie:
    titel: Objecten in de collectie
    eenheid: objecten
    populatie: objecten
    bron: kassa
    definitie: Objecten die in het jaar zijn geregistreerd.
    kolommen:
      verworven: {titel: Verworven objecten, kort: Verworven}
      gerestaureerd: {titel: Gerestaureerde objecten, kort: Gerestaureerd}
      uitgeleend: {titel: Uitgeleend aan andere musea, kort: Uitgeleend}
  rondleidingen:
    titel: Rondleidingen
    eenheid: rondleidingen
    populatie: rondleidingen
    bron: kassa
    definitie: Rondleidingen door eigen gidsen.
    kolommen:
      scholen: {titel: Rondleidingen voor scholen}
      groepen: {titel: Rondleidingen voor groepen}
      totaal: {titel: Alle rondleidingen}
  leden:
    titel: Vrienden van het museum
    eenheid: vrienden
    populatie: vrienden
    bron: kassa
    definitie: Vrienden op 31 december.
    kolommen:
      vrienden: {titel: Vrienden op 31 december, soort: stand}
      nieuw: {titel: Nieuwe vrienden}
      opgezegd: {titel: Opzeggingen}
  geld:
    titel: Baten en lasten
    eenheid: duizend euro
    populatie: museum
    bron: kassa
    definitie: Bedragen uit de jaarrekening.
    kolommen:
      kaartverkoop: {titel: Opbrengst van kaartverkoop}
      winkel: {titel: Omzet van de winkel}
      personeel: {titel: Personeelskosten}
"""
TABLES = {
    "bezoek": (
        "jaar,kaartje,aantal\n"
        "2022,volwassenen,61240\n2022,kinderen,18930\n2022,museumkaart,84310\n"
        "2023,volwassenen,66815\n2023,kinderen,20475\n2023,museumkaart,91260\n"
        "2024,volwassenen,63570\n2024,kinderen,22140\n2024,museumkaart,97825\n"
    ),
    "collectie": (
        "jaar,verworven,gerestaureerd,uitgeleend\n2022,214,96,143\n2023,187,112,158\n"
        "2024,236,104,171\n"
    ),
    "rondleidingen": (
        "jaar,scholen,groepen,totaal\n2022,812,1345,2157\n2023,897,1420,2317\n2024,954,1386,2340\n"
    ),
    "leden": "jaar,vrienden,nieuw,opgezegd\n2022,3420,412,305\n2023,3555,468,333\n2024,3702,495,348\n",
    "geld": "jaar,kaartverkoop,winkel,personeel\n2022,1184,436,2915\n2023,1297,471,3080\n2024,1263,508,3262\n",
}

HARMLESS = [
    "Het museum werd in 1887 gesticht door 14 kooplieden.",
    "Een kaartje voor een volwassene kost 17,50 euro.",
    "De nieuwe vleugel is 2.400 vierkante meter groot en kostte 11,3 miljoen euro.",
    "Aan de tentoonstelling over de zeevaart werkten 128 vrijwilligers mee.",
    "In het depot liggen 46.000 boeken.",
    "Het museum was 312 dagen open, van 10.00 tot 17.00 uur.",
    "Onze filmpjes zijn 1,6 miljoen keer bekeken.",
    "De nieuwsbrief heeft 21.400 abonnees.",
    "Van onze gidsen spreekt 45 procent meer dan twee talen.",
    "Een op de vijf inwoners van de stad kent het museum niet.",
    "De provincie droeg 350.000 euro bij aan het nieuwe dak.",
    "Volgens de wet op de loonbelasting is 30 procent vrijgesteld.",
    "Het restaurant serveerde 38.500 maaltijden.",
    "Voor de enquête vulden 876 mensen een vragenlijst in.",
    "In 2030 willen we 250.000 bezoekers ontvangen.",
    "Per zaal mogen ten hoogste 60 bezoekers tegelijk binnen zijn.",
    "De vitrines zijn op 19 graden en 50 procent luchtvochtigheid ingesteld.",
    "In Nederland zijn ruim 600 musea aangesloten bij de museumvereniging.",
    "Bij het topstuk hoort een catalogus van 184 bladzijden.",
    "De restauratie van het altaarstuk duurde 26 maanden.",
    "De roltrap stond 9 weken stil; de reparatie kostte 84.000 euro.",
    "Het publiek gaf de audiotour een 8,2.",
    "De winkel verkoopt 540 verschillende artikelen.",
    "Er werken 73 medewerkers, samen 51,4 fte.",
    "De zonnepanelen leverden 92.000 kilowattuur op.",
]
TRUE = [
    "Met een museumkaart kwamen 97.825 bezoekers binnen, 6.565 meer dan in 2023.",
    "Kinderen (22.140) en volwassenen (63.570) waren samen goed voor 85.710 bezoekers.",
    "In totaal ontvingen we 183.535 bezoekers.",
    "Aan andere musea leenden we 171 objecten uit.",
    "De collectie groeide met 236 verworven objecten, tegen 187 in 2023.",
    "Er werden 104 objecten gerestaureerd, 8 minder dan een jaar eerder.",
    "954 van de 2.340 rondleidingen waren voor scholen.",
    "Het aantal vrienden liep op van 3.555 naar 3.702.",
    "495 nieuwe vrienden meldden zich aan, terwijl 348 vrienden opzegden.",
    "In de winkel werd voor 508.000 euro omgezet.",
    "De kaartverkoop bracht ruim 1,2 miljoen euro op.",
    "In twee jaar tijd steeg de omzet van de winkel met 72.000 euro.",
    "Van de bezoekers had 53 procent een museumkaart.",
    "Gemiddeld gaven we 195 rondleidingen per maand.",
    "De personeelskosten waren 3,3 miljoen euro, bijna 6 procent meer dan in 2023.",
    "Vier op de tien rondleidingen waren voor scholen.",
]
WRONG = [
    "Met een museumkaart kwamen 91.260 bezoekers binnen.",
    "In totaal ontvingen we 138.535 bezoekers.",
    "Aan andere musea leenden we 158 objecten uit.",
    "Er werden 236 objecten gerestaureerd.",
    "Het museum gaf 2.430 rondleidingen.",
    "Voor scholen waren er 1.386 rondleidingen.",
    "Het aantal vrienden liep op van 3.555 naar 3.720.",
    "495 vrienden zegden op.",
    "De winkel had een omzet van 580.000 euro.",
    "De personeelskosten waren 2,9 miljoen euro.",
    "Van de bezoekers had 35 procent een museumkaart.",
    "Er kwamen 63.570 kinderen.",
    "In 2023 verwierf het museum 236 objecten.",
    "De kaartverkoop bracht 1.297.000 euro op.",
    "In 2022 waren er 2.317 rondleidingen.",
    "Van de rondleidingen was 59 procent voor scholen.",
]


# More than twenty, a share or a large sum of what no table counts: declared under `getallen`.
TO_DECLARE = {
    "De nieuwe vleugel is 2.400 vierkante meter groot en kostte 11,3 miljoen euro.",
    "Aan de tentoonstelling over de zeevaart werkten 128 vrijwilligers mee.",
    "In het depot liggen 46.000 boeken.",
    "Onze filmpjes zijn 1,6 miljoen keer bekeken.",
    "De nieuwsbrief heeft 21.400 abonnees.",
    "Van onze gidsen spreekt 45 procent meer dan twee talen.",
    "De provincie droeg 350.000 euro bij aan het nieuwe dak.",
    "Het restaurant serveerde 38.500 maaltijden.",
    "Voor de enquête vulden 876 mensen een vragenlijst in.",
    "In 2030 willen we 250.000 bezoekers ontvangen.",
    "De vitrines zijn op 19 graden en 50 procent luchtvochtigheid ingesteld.",
    "In Nederland zijn ruim 600 musea aangesloten bij de museumvereniging.",
    "De roltrap stond 9 weken stil; de reparatie kostte 84.000 euro.",
    "De winkel verkoopt 540 verschillende artikelen.",
    "Er werken 73 medewerkers, samen 51,4 fte.",
    "Van onze objecten zijn er 12.000 gefotografeerd.",
    "Voor de kinderen waren er 85 speurtochten.",
}

COUNTED = [
    "Op de open dag kwamen 2.150 bezoekers.",
    "Wij namen 320 objecten in bruikleen van andere musea.",
    "Van onze objecten zijn er 12.000 gefotografeerd.",
    "Op Instagram hebben we 15.600 vrienden.",
    "Voor de kinderen waren er 85 speurtochten.",
    "Bezoekers bleven gemiddeld 97 minuten.",
    "Gidsen gaven 64 rondleidingen in gebarentaal.",
    "Een derde van de bezoekers kwam met de trein.",
]
TRUE_TOO = [
    "Het aantal bezoekers met een museumkaart steeg met 7 procent tot 97.825.",
    "In 2023 waren er 468 nieuwe vrienden en 333 opzeggingen.",
    "Van alle bezoekers was 12 procent kind.",
    "We verwierven 49 objecten meer dan in 2023.",
    "De winkelomzet groeide tot ruim een half miljoen euro.",
    "Scholen kregen 954 rondleidingen, groepen 1.386.",
    "Eind 2024 had het museum 3.702 vrienden; eind 2022 waren dat er 3.420.",
    "De personeelskosten stegen van 3,1 naar 3,3 miljoen euro.",
]
_OTHER = "the noun is counted, what happened to it is not"
NOT_YET = {
    **dict.fromkeys([*COUNTED[:2], COUNTED[3], COUNTED[6]], _OTHER),
    "De collectie groeide met 236 verworven objecten, tegen 187 in 2023.": (
        "'groeide met' reads as a change of what was acquired"
    ),
    "De kaartverkoop bracht ruim 1,2 miljoen euro op.": "'ruim' reaches to five percent over it",
}


@pytest.fixture(scope="module")
def reads(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Read]:
    """Every sentence on the museum, checked once."""
    folder = build(tmp_path_factory.mktemp("museum"), INDICATORS, TABLES)
    return read(folder, [*HARMLESS, *TRUE, *COUNTED, *TRUE_TOO, *WRONG])


@pytest.mark.parametrize(
    "sentence", [case(text, NOT_YET) for text in (*HARMLESS, *TRUE, *COUNTED, *TRUE_TOO)]
)
def test_what_no_figure_speaks_against_is_left_alone(
    reads: Mapping[str, Read], sentence: str
) -> None:
    """Numbers of things no table counts accuse no figure, and true statements get no finding. A
    large amount of what no table counts is to be declared, and that is all that is said of it.
    """
    left_alone(reads[sentence], to_declare=sentence in TO_DECLARE)


@pytest.mark.parametrize("sentence", WRONG)
def test_a_wrong_number_is_an_error(reads: Mapping[str, Read], sentence: str) -> None:
    """Also where the same sentence with another noun would be left alone."""
    assert reads[sentence].error
