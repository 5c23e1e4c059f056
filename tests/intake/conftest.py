# SPDX-License-Identifier: EUPL-1.2
"""A small invented project, and a way to hand it a delivered text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from standrapport.intake.choices import Choices
from standrapport.intake.grids.read import read_grids
from standrapport.intake.proposal import Proposal, propose
from standrapport.intake.words import normal
from standrapport.project.reading import load_catalogue, load_figures

CATALOGUE = """\
# Verzonnen.
bronnen:
  website: {titel: Verzonnen website}
  register: {titel: Verzonnen register}
tabellen:
  instroom:
    titel: Instroom naar bron
    eenheid: personen
    afronding: 10
    onderdrukking: 5
    populatie: caseload
    bron: website
    kolommen:
      ind: {titel: IND}
      np: {titel: Politie, ook_genoemd: [NP, Nationale politie]}
      kmar: {titel: KMar}
      overig: {titel: Overige bronnen, kort: Overig}
      totaal: {titel: Totale instroom, kort: Totaal}
  vertrek:
    titel: Vertrek uit de caseload
    eenheid: personen
    afronding: 10
    populatie: caseload
    kolommen:
      zelfstandig: {titel: Zelfstandig vertrek, kort: Zelfstandig}
      gedwongen: {titel: Gedwongen vertrek, kort: Gedwongen}
  ketenbreed:
    titel: Vertrek ketenbreed
    eenheid: personen
    afronding: 10
    populatie: ketenbreed
    kolommen:
      zelfstandig: {titel: Zelfstandig vertrek, kort: Zelfstandig}
      gedwongen: {titel: Gedwongen vertrek, kort: Gedwongen}
  nationaliteiten:
    titel: Nationaliteiten
    sleutel: nationaliteit
    eenheid: personen
    afronding: 10
    populatie: caseload
    kolommen:
      zonder_toezicht: {titel: Zonder toezicht}
  aandelen:
    titel: Aandelen
    eenheid: procent
    afronding: 0.1
    kolommen:
      vastgesteld: {titel: Nationaliteit vastgesteld}
      ingetrokken: {titel: Aanvraag ingetrokken}
  stand:
    titel: Omvang van de caseload
    eenheid: personen
    afronding: 10
    kolommen:
      eind: {titel: Caseload aan het eind van het jaar, soort: stand}
"""
FILES = {
    "instroom.csv": "jaar,peildatum,ind,np,kmar,overig,totaal\n2021,2021-12-31,9200,2320,880,1440,13840\n",
    "nationaliteiten.csv": "jaar,nationaliteit,zonder_toezicht\n2021,Syrische,540\n2021,Iraakse,220\n2021,Overige nationaliteiten,3270\n",
}
DAY = "2025-03-01"


@pytest.fixture
def invented(tmp_path: Path) -> Path:
    """The folder of an invented project with one edition, 2024."""
    project = tmp_path / "project"
    (project / "figures/2024").mkdir(parents=True)
    (project / "content/2024").mkdir(parents=True)
    (project / "figures/indicatoren.yaml").write_text(CATALOGUE, "utf-8")
    (project / "figures/afgeleid.yaml").write_text("afgeleid: {}\n", "utf-8")
    (project / "figures/regels.yaml").write_text("regels: []\n", "utf-8")
    for name, text in FILES.items():
        (project / "figures/2024" / name).write_text(text, "utf-8")
    return project


Hand = Callable[..., Proposal]


@pytest.fixture
def hand(invented: Path, tmp_path: Path) -> Hand:
    """Hand over a text as a delivered file, with choices; gives what would be brought in."""

    def read(text: str, name: str = "export.csv", **choices: Any) -> Proposal:
        (tmp_path / name).write_text(text, "utf-8")
        catalogue, findings = load_catalogue(invented)
        assert findings == []
        figures, _ = load_figures(invented, 2024, catalogue)
        choices["columns"] = {normal(label): to for label, to in choices.get("columns", {}).items()}
        return propose(
            tmp_path / name,
            read_grids(tmp_path / name),
            catalogue,
            figures,
            Choices(**{"reference_date": DAY, **choices}),
        )

    return read


def cells(proposal: Proposal) -> dict[tuple[str, int, str | None, str | None], str]:
    """What would be in the figure files: by reference, year, period and key."""
    assert [one.sentence for one in proposal.questions] == []
    return {cell.name: cell.text for cell in proposal.cells}


def codes(proposal: Proposal) -> list[str]:
    """The codes of everything that was found or asked."""
    return sorted(
        [*(one.code for one in proposal.questions), *(one.code for one in proposal.findings)]
    )
