# SPDX-License-Identifier: EUPL-1.2
"""A small project whose tables follow from invented source files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from standrapport.core.model import Finding
from standrapport.pipeline.check import check_edition
from tests.conftest import ProjectMaker

# Invented rows of an invented register.
ROWS = """\
vreemdelingnummer,datum,soort,status,aantal
V100000001,2021-01-05,Zelfstandig,afgesloten,2
V100000002,2021-02-05,Zelfstandig,afgesloten,1
V100000002,2021-03-05,Zelfstandig,afgesloten,1
V100000003,2021-04-05,Gedwongen,afgesloten,3
V100000004,2021-12-31,Uitzetting,afgesloten,1
V100000005,2021-06-01,Gedwongen,open,1
"""
SOURCE = """\
bestand: bron/vertrek.csv
tel: rijen
jaar: datum
waar: {status: afgesloten}
kolommen:
  zelfstandig: {soort: Zelfstandig}
  gedwongen: {soort: [Gedwongen, Uitzetting]}
"""
FIGURES = "jaar,zelfstandig,gedwongen\n2021,3,2\n"


@pytest.fixture
def sourced(project: ProjectMaker) -> Callable[..., Path]:
    """Makes a project with one table `vertrek` from a source: its `uit_bron`, its figures, and
    files in figures/2021/bron/.
    """

    def make(
        source: str = SOURCE,
        files: Mapping[str, str | bytes] | None = None,
        figures: str | None = FIGURES,
        table: str = "",
    ) -> Path:
        inner = source.replace("\n", "\n      ")
        catalogue = (
            f"tabellen:\n  vertrek:\n    titel: Vertrek\n{table}    kolommen:\n      zelfstandig: {{titel: Z}}\n"
            f"      gedwongen: {{titel: G}}\n    uit_bron:\n      {inner}\n"
        )
        given = {"vertrek.csv": ROWS} if files is None else files
        return project(
            {
                "figures/indicatoren.yaml": catalogue,
                "figures/afgeleid.yaml": "afgeleid: {}\n",
                "figures/regels.yaml": "regels:\n  - {id: r, toets: vertrek.zelfstandig >= vertrek.gedwongen, uitleg: U.}\n",
                **{f"figures/2021/{name}.csv": None for name in ("instroom", "caseload", "landen")},
                "figures/2021/vertrek.csv": figures,
                "content/2021/cijfers.yaml": "titel: C\nblokken:\n  - {soort: tekst, tekst: 'Er waren er {{ vertrek.zelfstandig }}.', status: akkoord}\n",
                **{f"figures/2021/bron/{name}": content for name, content in given.items()},
            }
        )

    return make


def found(project: Path, code: str = "SR-B", *, year: int = 2021) -> list[Finding]:
    """The findings of a check whose code begins so, the note on rows read left out unless asked
    for.
    """
    findings = check_edition(project, year).findings
    return [
        f
        for f in findings
        if f.code.startswith(code) and (f.code != "SR-B012" or code == "SR-B012")
    ]
