# SPDX-License-Identifier: EUPL-1.2
"""What a check says of sentences: asked of a whole edition, so that it holds however texts are
read.
"""

from __future__ import annotations

import pytest

from standrapport.core.model import Tekst
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import Checked
from tests.conftest import ProjectMaker

CATALOGUE = """\
    tabellen:
      opvang:
        titel: Opvang
        eenheid: personen
        bron: verzonnen
        kolommen:
          bezoek: {titel: Bezoekers}
          klacht: {titel: Klachten}
      landen:
        titel: Landen
        sleutel: land
        bron: verzonnen
        kolommen:
          plek: {titel: Plek, eenheid: rang}
          aantal: {titel: Reizigers, eenheid: personen}
    bronnen:
      verzonnen: {titel: Verzonnen bron}
    """
FILES = {
    "figures/indicatoren.yaml": CATALOGUE,
    "figures/afgeleid.yaml": "afgeleid: {}\n",
    "figures/regels.yaml": "regels:\n  - {id: a, toets: opvang.klacht <= opvang.bezoek, uitleg: U.}\n",
    "figures/2021/instroom.csv": None,
    "figures/2021/caseload.csv": None,
    "figures/2021/opvang.csv": "jaar,bezoek,klacht\n2019,2000,5\n2020,3000,8\n2021,3080,7\n",
    "figures/2021/landen.csv": (
        "jaar,land,plek,aantal\n2021,Noordland,117,640\n2021,Oostland,116,940\n2021,Zuidland,118,640\n"
    ),
}


def edition(project: ProjectMaker, sentence: str) -> Checked:
    """The edition of 2021 with this sentence, checked."""
    head = "titel: C\nblokken:\n  - soort: tekst\n    titel: Titel\n    tekst: |\n      "
    return check_edition(
        project({**FILES, "content/2021/cijfers.yaml": f"{head}{sentence}\n"}), 2021
    )


def told(project: ProjectMaker, sentence: str) -> list[str]:
    """The codes about numbers and direction words in this sentence."""
    found = edition(project, sentence).findings
    return [finding.code for finding in found if finding.code.startswith("SR-N01")]


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        # A change since the year that is named, not since another.
        ("In 2021 kwamen er 1.080 bezoekers meer dan in 2019.", []),
        ("In 2021 kwamen er 80 bezoekers meer dan in 2020.", []),
        ("In 2021 kwamen er 80 bezoekers meer dan in 2019.", ["SR-N010"]),
        ("In 2021 kwamen er 81 bezoekers meer dan in 2020.", ["SR-N010"]),
        ("Er kwamen 80 bezoekers meer.", []),
        # A small number is held against the figure that is named beside it.
        ("Wij kregen zeven klachten.", []),
        ("Wij kregen negen klachten.", ["SR-N010"]),
        ("Wij kregen 7 klachten.", []),
        ("Wij kregen 9 klachten.", ["SR-N010"]),
        # The place in a ranking is no amount: 118 people is not the rank of a land.
        ("Uit Zuidland kwamen 118 reizigers.", ["SR-N010"]),
        ("Uit Oostland kwamen 940 reizigers.", []),
        # 'Ongeveer gelijk' allows five percent, no more.
        ("Met 3.080 bezoekers is het aantal ongeveer gelijk aan vergeleken met 2020.", []),
        ("Met {{ opvang.bezoek }} bezoekers bleef het aantal ongeveer gelijk ten opzichte van 2020.", []),
        ("Met {{ opvang.klacht }} klachten bleef het aantal ongeveer gelijk ten opzichte van 2020.", ["SR-N013"]),
        # Denials are left alone; the same words without the denial are not.
        ("Het aantal van {{ opvang.klacht }} klachten is gestegen.", ["SR-N013"]),
        ("Het aantal van {{ opvang.klacht }} klachten is niet gestegen.", []),
        ("Het aantal van {{ opvang.klacht }} klachten is nauwelijks gestegen.", ["SR-N013"]),
        ("Het aantal van {{ opvang.klacht }} klachten is gedaald.", []),
        ("Het aantal van {{ opvang.bezoek }} bezoekers is gedaald.", ["SR-N013"]),
        ("Het aantal van {{ opvang.bezoek }} bezoekers is geen daling.", []),
    ],
)  # fmt: skip
def test_what_a_sentence_says(project: ProjectMaker, sentence: str, codes: list[str]) -> None:
    """A number that no figure stands for, or a word that the figures speak against."""
    assert told(project, sentence) == codes


@pytest.mark.parametrize("sentence", ["Wij spraken acht gemeenten.", "Wij bezochten 7 gemeenten."])
def test_a_small_number_of_something_else_is_no_figure(
    project: ProjectMaker, sentence: str
) -> None:
    """Seven complaints do not vouch for seven of what no figure counts."""
    assert readings(project, sentence) == ["telt niets"]


@pytest.mark.xfail(strict=True, reason="'zeven gemeenten' is taken for the only figure of seven")
def test_a_small_number_in_words_of_something_else_is_no_figure(project: ProjectMaker) -> None:
    """The same for a number in words."""
    assert readings(project, "Wij spraken zeven gemeenten.") == ["telt niets"]


def readings(project: ProjectMaker, sentence: str) -> list[str]:
    """What became of each number of the sentence."""
    return [number.reading for number in edition(project, sentence).numbers if number.block]


def test_the_first_of_a_ranking_has_the_lowest_number(project: ProjectMaker) -> None:
    """Names in order of rank where the column is one, else of size; as printed in the text."""
    checked = edition(project, "{{ landen.plek | namen(2) }}; {{ landen.aantal | namen(1) }}")
    assert checked.edition is not None
    blocks = (block for chapter in checked.edition.chapters for block in chapter.blocks)
    own = next(block.text for block in blocks if isinstance(block, Tekst))
    printed = "".join(part if isinstance(part, str) else part.text for part in checked.texts[own])
    assert printed.strip() == "Oostland en Noordland; Oostland"
