# SPDX-License-Identifier: EUPL-1.2
"""Editions with their open data: the two real ones and the examples, exported once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from standrapport.core.model import FigureKey
from standrapport.pipeline.checked import Checked
from standrapport.pipeline.export import export_edition
from tests.conftest import ROOT

EXAMPLES = ("leenfietsen", "uitkeringen")
EDITIONS = {
    "2021": (ROOT, 2021),
    "2024": (ROOT, 2024),
    **{name: (ROOT / "examples" / name, 2024) for name in EXAMPLES},
}

# Invented: suppressed, unknown and not applicable cells, part years, provisional rows, names that
# look like formulas.
AWKWARD = {
    "figures/2021/landen.csv": "jaar,land,aantal\n2021,=1+1,620\n2021,@Zuid,380\n2021,-Oost,n.v.t.\n2021,Kleinland,n.n.b.\n",
    "figures/2021/instroom.csv": "jaar,periode,status,peildatum,ind,np,totaal\n2020,,,2020-12-31,600,390,990\n2021,t/m november,voorlopig,,700,<5,700\n",
    "figures/regels.yaml": "regels: []\n",
    "content/2021/rapport.yaml": "titel: '=Verzonnen <b>&amp;</b> </script>'\norganisatie: '@Verzonnen dienst'\ndatum: 2022-06-10\n"
    "peildatum: 2021-12-31\nstatus: concept\nhoofdstukken: [cijfers]\n",
    "content/2021/cijfers.yaml": "titel: Cijfers\nblokken:\n  - soort: tekst\n    titel: Tekst\n    tekst: Een verzonnen tekst.\n",
}


@dataclass(frozen=True)
class Export:
    """An edition and the folder with its open data."""

    checked: Checked
    folder: Path

    @property
    def printed(self) -> dict[FigureKey, str]:
        """What is printed of every figure."""
        return {name: figure.printed for name, figure in self.checked.figures.items()}


@pytest.fixture(scope="session")
def exports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Export]:
    """The open data of each edition, by its name in EDITIONS."""
    made = {}
    for name, (project, year) in EDITIONS.items():
        exported = export_edition(project, year, tmp_path_factory.mktemp(name))
        assert exported.written, exported.findings
        made[name] = Export(exported.checked, exported.written[0].parent)
    return made
