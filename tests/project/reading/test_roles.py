# SPDX-License-Identifier: EUPL-1.2
"""What the catalogue declares of columns, keys and groups: roles, populations, breaks."""

from __future__ import annotations

import pytest

from standrapport.core.model import Catalogue, FigureRole, Finding, Population, SeriesBreak
from standrapport.project.reading import load_catalogue
from tests.conftest import ProjectMaker

CATALOGUE = """\
populaties:
  huishoudens: {titel: verzonnen huishoudens, wie: wie er wonen, niet: gasten, telt: de dienst, ook_genoemd: [gezinnen]}
  mensen: {titel: verzonnen mensen}
tabellen:
  a:
    titel: Verzonnen A
    populatie: huishoudens
    breuk: {2020: andere telling}
    kolommen:
      noord: {titel: Tot 18 jaar, soort: deel, breuk: {2018: nieuw systeem}}
      rest: {titel: Overige, soort: rest, populatie: Gezinnen}
      totaal: {titel: Alles, soort: totaal, populatie: verzonnen mensen}
      eind: {titel: Eind, stand: ja}
      begin: {titel: Begin, soort: stand}
      erbij: {titel: Erbij, soort: stroom}
  b:
    titel: Verzonnen B
    sleutel: {kolom: regio, rest: [Elders, Onbekend]}
    breuken: [{jaar: 2019, uitleg: oude schrijfwijze}]
    kolommen:
      aantal: {titel: Aantal}
  c:
    titel: Verzonnen C
    sleutel: regio
    uit_bron: {bestand: x.csv, tel: rijen, jaar: jaar, sleutel: {kolom: regio, overig: Elders}, kolommen: {aantal: alle}}
    kolommen:
      aantal: {titel: Aantal}
"""


def catalogue_of(project: ProjectMaker, text: str = CATALOGUE) -> tuple[Catalogue, list[Finding]]:
    """The catalogue of a project with this indicatoren.yaml."""
    folder = project(
        {
            "figures/indicatoren.yaml": text,
            "figures/afgeleid.yaml": "afgeleid:\n  a.som:\n    titel: Som\n    soort: totaal\n    formule: a.noord + a.rest\n",
            "figures/regels.yaml": "regels: []\n",
        }
    )
    return load_catalogue(folder)


def test_roles_are_declared_and_never_read_from_a_title(project: ProjectMaker) -> None:
    """'Tot 18 jaar' is no total and 'Alles' is one; older words of the same key still mean a stock
    and a flow.
    """
    catalogue, findings = catalogue_of(project)
    assert findings == []
    roles = {name: column.role for name, column in catalogue.tables["a"].columns.items()}
    assert roles == {
        "noord": FigureRole.PART,
        "rest": FigureRole.REST,
        "totaal": FigureRole.TOTAL,
        "eind": None,
        "begin": None,
        "erbij": None,
    }
    assert catalogue.role("a.som") is FigureRole.TOTAL
    assert [n for n, c in catalogue.tables["a"].columns.items() if c.stock] == ["eind", "begin"]


def test_the_rest_of_a_keyed_table(project: ProjectMaker) -> None:
    """Named at the key; else the key that gets what a source has more."""
    catalogue, _ = catalogue_of(project)
    assert catalogue.tables["b"].key_column == "regio"
    assert catalogue.tables["b"].rest_keys == ("Elders", "Onbekend")
    assert catalogue.tables["c"].rest_keys == ("Elders",)


def test_populations_by_name_title_or_other_name(project: ProjectMaker) -> None:
    """All three are the same group; a column may have another group than its table."""
    catalogue, _ = catalogue_of(project)
    columns = catalogue.tables["a"].columns
    assert columns["noord"].population == columns["rest"].population == "verzonnen huishoudens"
    assert columns["totaal"].population == "verzonnen mensen"
    assert columns["noord"].population_names == ("gezinnen",)
    assert catalogue.population("verzonnen huishoudens") == Population(
        "huishoudens",
        "verzonnen huishoudens",
        "wie er wonen",
        "gasten",
        "de dienst",
        ("gezinnen",),
        ("wie er wonen",),
        ("gasten",),
    )
    assert catalogue.tables["b"].columns["aantal"].population == ""


def test_a_population_that_is_only_a_text(project: ProjectMaker) -> None:
    """The old form: read as it is when no groups are declared, a warning beside declared ones."""
    old = "tabellen:\n  a: {titel: A, populatie: iedereen, kolommen: {x: {titel: X}, y: {titel: Y}}}\n"
    catalogue, findings = catalogue_of(project, old)
    assert catalogue.tables["a"].columns["x"].population == "iedereen"
    assert [f for f in findings if f.code == "SR-L024"] == []
    beside = "populaties: {mensen: {titel: mensen}}\n" + old
    catalogue, findings = catalogue_of(project, beside)
    (finding,) = [f for f in findings if f.code == "SR-L024"]
    assert str(finding.position) == "figures/indicatoren.yaml:3:28"
    assert catalogue.tables["a"].columns["x"].population == "iedereen"


def test_a_name_of_two_populations_is_an_error(project: ProjectMaker) -> None:
    """Whether a name, a title or another name: which group is meant would be a guess."""
    double = "populaties:\n  a: {titel: mensen}\n  b: {titel: huizen, ook_genoemd: Mensen}\n"
    _, findings = catalogue_of(
        project, double + CATALOGUE.partition("tabellen:")[2].join(["tabellen:", ""])
    )
    assert "'Mensen' is al een naam van de populatie a" in next(
        f.message for f in findings if f.code == "SR-L021"
    )


def test_breaks_of_table_and_column(project: ProjectMaker) -> None:
    """A column has those of its table too, earliest first; the older list is read as well."""
    catalogue, _ = catalogue_of(project)
    of_table, own = SeriesBreak(2020, "andere telling"), SeriesBreak(2018, "nieuw systeem")
    assert catalogue.tables["a"].breaks == (of_table,)
    assert catalogue.tables["a"].columns["noord"].breaks == (own, of_table)
    assert catalogue.tables["a"].columns["totaal"].breaks == (of_table,)
    assert catalogue.tables["b"].columns["aantal"].breaks == (
        SeriesBreak(2019, "oude schrijfwijze"),
    )


@pytest.mark.parametrize("year", ["straks", "20-21"])
def test_a_break_without_a_year_is_an_error(project: ProjectMaker, year: str) -> None:
    """Said once, although every column has it."""
    text = f"tabellen:\n  a: {{titel: A, breuk: {{{year}: x}}, kolommen: {{x: {{titel: X}}, y: {{titel: Y}}}}}}\n"
    _, findings = catalogue_of(project, text)
    assert [f.code for f in findings if f"'{year}' is geen jaartal" in f.message] == ["SR-L021"]
