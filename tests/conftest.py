# SPDX-License-Identifier: EUPL-1.2
"""Fixtures shared by all rooms: a small project of invented figures, and the two real editions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, settings

from standrapport.pipeline.build import Built, build_edition

# The same examples on every run, and no limit in time: a busy machine is no failure.
settings.register_profile(
    "repeatable",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("repeatable")

ROOT = Path(__file__).resolve().parent.parent
YEARS = (2021, 2024)

# Invented figures of an invented service; they add up exactly.
SMALL_PROJECT: Mapping[str, str] = {
    "figures/indicatoren.yaml": """\
        tabellen:
          instroom:
            titel: Instroom
            eenheid: personen
            afronding: 10
            onderdrukking: 5
            populatie: verzonnen caseload
            bron: verzonnen
            definitie: Verzonnen aantallen voor de test.
            kolommen:
              ind:    {titel: IND}
              np:     {titel: Politie}
              totaal: {titel: Totaal}
          caseload:
            titel: Caseload
            eenheid: personen
            afronding: 10
            populatie: verzonnen caseload
            bron: verzonnen
            kolommen:
              eind:      {titel: Stand op 31 december, soort: stand}
              uitstroom: {titel: Uitstroom}
          landen:
            titel: Landen
            sleutel: land
            eenheid: personen
            afronding: 10
            populatie: verzonnen caseload
            bron: verzonnen
            kolommen:
              aantal: {titel: Aantal}
        bronnen:
          verzonnen: {titel: Verzonnen bron}
        """,
    "figures/afgeleid.yaml": """\
        afgeleid:
          instroom.aandeel_ind:
            titel: Aandeel IND
            formule: 100 * instroom.ind / (instroom.ind + instroom.np)
            eenheid: procent
            decimalen: 1
          caseload.begin:
            titel: Stand aan het begin
            formule: caseload.eind - instroom.totaal + caseload.uitstroom
        """,
    "figures/regels.yaml": """\
        regels:
          - id: instroom-som
            toets: instroom.totaal == instroom.ind + instroom.np
            uitleg: De bronnen tellen op tot het totaal.
          - id: balans
            toets: caseload.eind == caseload.eind[-1] + instroom.totaal - caseload.uitstroom
            uitleg: De stand volgt uit de stromen.
          - id: landen-som
            toets: som(landen.aantal) == instroom.totaal
            uitleg: De landen tellen op tot de instroom.
        """,
    "figures/2021/instroom.csv": """\
        jaar,ind,np,totaal
        2020,600,390,990
        2021,700,300,1.000
        """,
    "figures/2021/caseload.csv": """\
        jaar,eind,uitstroom
        2020,500,n.n.b.
        2021,600,900
        """,
    "figures/2021/landen.csv": """\
        jaar,land,aantal
        2021,Noordland,620
        2021,Zuidland,380
        """,
    "content/2021/rapport.yaml": """\
        titel: Verzonnen rapport {{ jaar }}
        organisatie: Verzonnen dienst
        datum: 2022-06-10
        peildatum: 2021-12-31
        status: concept
        hoofdstukken: [cijfers]
        """,
    "content/2021/cijfers.yaml": """\
        titel: Cijfers
        blokken:
          - soort: tekst
            titel: Instroom
            status: akkoord
            tekst: |
              In {{ jaar }} kwamen {{ instroom.totaal }} mensen binnen.
          - soort: tabel
            titel: Instroom naar bron
            cijfers: [instroom.ind, instroom.np, instroom.totaal]
            jaren: [-1, 0]
        """,
}

ProjectMaker = Callable[[Mapping[str, str | bytes | None]], Path]


@pytest.fixture
def project(tmp_path: Path) -> ProjectMaker:
    """A function that writes the small project, with some files replaced (or left out, when None),
    and gives its folder.
    """

    def make(changes: Mapping[str, str | bytes | None]) -> Path:
        for name, content in {**SMALL_PROJECT, **changes}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                continue
            path.write_bytes(content if isinstance(content, bytes) else dedent(content).encode())
        return tmp_path

    return make


@pytest.fixture(scope="session")
def real_project() -> Path:
    """The project's own figures and texts: the published editions."""
    return ROOT


@pytest.fixture(scope="session")
def built(
    real_project: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[int, tuple[Built, Path]]:
    """The result of building the report of each edition, and the folder it was written to."""
    out = tmp_path_factory.mktemp("out")
    return {year: (build_edition(real_project, year, out), out / str(year)) for year in YEARS}


@pytest.fixture(scope="session")
def factsheets(
    real_project: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[int, tuple[Built, Path]]:
    """The same for the factsheet of each edition."""
    out = tmp_path_factory.mktemp("factsheets")
    return {
        year: (build_edition(real_project, year, out, product="factsheet"), out / str(year))
        for year in YEARS
    }


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--golden` renews the stored texts instead of failing on a difference."""
    parser.addoption("--golden", action="store_true", help="renew the stored texts")
