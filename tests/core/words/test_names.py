# SPDX-License-Identifier: EUPL-1.2
"""Names of figures, sources, symbols, periods and breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from standrapport.core import words
from standrapport.core.formula import breaks
from standrapport.core.model import Catalogue, SeriesBreak, Source
from standrapport.core.notation import decimals_in, json_number
from standrapport.project.reading import load_catalogue
from tests.conftest import ProjectMaker

DECLARED = """\
tabellen:
  vertrek:
    titel: Vertrek
    eenheid: personen
    populatie: verzonnen caseload
    definitie: Wie aantoonbaar vertrok.
    bron: {anders: verslag, 2023: krant}
    breuken:
      - {jaar: 2022, uitleg: Anders geteld}
    kolommen:
      gedwongen: {titel: Gedwongen, noot: Met begeleiding.}
      zelf: {titel: Zelfstandig, definitie: Wie zelf vertrok., bron: losse tabel}
  keten:
    titel: Vertrek
    eenheid: personen
    populatie: hele verzonnen keten
    kolommen:
      gedwongen: {titel: Gedwongen}
      zelf: {titel: Zelfstandig, populatie: verzonnen caseload}
  landen:
    titel: Vertrek naar land
    sleutel: land
    kolommen:
      aantal: {titel: Aantal}
bronnen:
  verslag: {titel: Verzonnen verslag, adres: "https://voorbeeld.test/"}
  krant: {titel: Verzonnen krant, via_pers: ja}
"""
FORMULAS = """\
afgeleid:
  vertrek.aandeel:
    titel: Aandeel zelfstandig
    formule: 100 * vertrek.zelf / (vertrek.zelf + vertrek.gedwongen)
    eenheid: procent
    definitie: Deel dat zelf vertrok.
    noot: Zonder onbekend.
    populatie: verzonnen caseload
  vertrek.dubbel:
    titel: Twee keer het aandeel
    formule: 2 * vertrek.aandeel
"""


@pytest.fixture
def catalogue(project: ProjectMaker) -> Catalogue:
    """An invented catalogue with everything that makes names and sources differ."""
    folder: Path = project(
        {
            "figures/indicatoren.yaml": DECLARED,
            "figures/afgeleid.yaml": FORMULAS,
            "figures/regels.yaml": "regels: []\n",
        }
    )
    return load_catalogue(folder)[0]


@pytest.mark.parametrize(
    ("ref", "key", "name"),
    [
        ("vertrek.gedwongen", None, "Vertrek: Gedwongen (verzonnen caseload)"),
        ("keten.gedwongen", None, "Vertrek: Gedwongen (hele verzonnen keten)"),
        ("vertrek.zelf", None, "Vertrek: Zelfstandig"),  # the other counts the same group
        ("landen.aantal", None, "Vertrek naar land"),
        ("landen.aantal", "Noordland", "Vertrek naar land: Noordland"),
        ("vertrek.aandeel", None, "Aandeel zelfstandig"),
        ("vertrek.weg", None, "vertrek.weg"),
    ],
)
def test_a_figure_has_one_name(catalogue: Catalogue, ref: str, key: str | None, name: str) -> None:
    """Table, column and key, and the group where two figures would have one name."""
    assert words.full_name(catalogue, ref, key) == name


def test_about_a_column(catalogue: Catalogue) -> None:
    """Its own words, else those of its table; the source is that of the year."""
    about = catalogue.about("vertrek.gedwongen", 2023)
    assert (about.table, about.title, about.unit) == ("Vertrek", "Gedwongen", "personen")
    assert (about.definition, about.note) == ("Wie aantoonbaar vertrok.", "Met begeleiding.")
    assert (about.population, about.formula) == ("verzonnen caseload", "")
    assert words.source_name(about.source) == "Verzonnen krant (via de pers)"
    assert catalogue.about("vertrek.zelf").definition == "Wie zelf vertrok."


def test_about_other_years_and_sources_nobody_declared(catalogue: Catalogue) -> None:
    """The source of all other years; a source in words is its own title; no source is none."""
    assert catalogue.about("vertrek.gedwongen", 2022).source == catalogue.sources["verslag"]
    assert catalogue.about("vertrek.gedwongen").source == catalogue.sources["verslag"]
    assert catalogue.about("vertrek.zelf", 2022).source == Source("losse tabel", "losse tabel")
    assert catalogue.about("keten.zelf", 2022).source is None


def test_about_a_computed_figure(catalogue: Catalogue) -> None:
    """The same questions, and its formula; it has no source of its own."""
    about = catalogue.about("vertrek.aandeel", 2023)
    assert (about.title, about.short, about.table) == (
        "Aandeel zelfstandig",
        "Aandeel zelfstandig",
        "",
    )
    assert (about.definition, about.note) == ("Deel dat zelf vertrok.", "Zonder onbekend.")
    assert (about.unit, about.population) == ("procent", "verzonnen caseload")
    assert about.formula.startswith("100 * vertrek.zelf")
    assert about.source is None


def test_sources(catalogue: Catalogue) -> None:
    """The press is named wherever it passed figures on; the address only where it is asked for."""
    report = catalogue.sources["verslag"]
    assert words.source_name(report) == "Verzonnen verslag"
    assert words.source_with_address(report) == "Verzonnen verslag, https://voorbeeld.test/"
    assert words.source_with_address(catalogue.sources["krant"]) == "Verzonnen krant (via de pers)"
    assert words.source_name(None) == words.source_with_address(None) == ""


def test_breaks(catalogue: Catalogue) -> None:
    """Those of the table, and of every table a formula draws on, however deep."""
    one = SeriesBreak(2022, "Anders geteld")
    for ref in ("vertrek.zelf", "vertrek.aandeel", "vertrek.dubbel"):
        assert breaks(catalogue, ref) == (one,)
        assert words.breaks_between(catalogue, ref, 2021, 2022) == [one]
        assert words.breaks_between(catalogue, ref, 2022, 2021) == [one]
        assert words.breaks_between(catalogue, ref, 2022, 2023) == []
        assert words.breaks_between(catalogue, ref, 2020, 2021) == []
    assert breaks(catalogue, "keten.zelf") == ()
    assert words.break_sentence(one) == "Breuk in de reeks vanaf 2022: Anders geteld."


def test_symbols() -> None:
    """Each symbol that is used once, in a fixed order, limits by size."""
    assert words.symbol_meanings(["13.840", "<10", "n.v.t.", "<5", "n.n.b.", "<5"]) == [
        "n.n.b. = nog niet bekend",
        "n.v.t. = niet van toepassing",
        "<5 = minder dan 5; niet getoond om herleiden te voorkomen",
        "<10 = minder dan 10; niet getoond om herleiden te voorkomen",
    ]
    assert words.symbol_meanings(["x"], [("x", "weg"), ("y", "nooit")]) == ["x = weg"]
    assert words.symbol_meanings(["12"]) == []


def test_periods() -> None:
    """A whole year and a part of it, in a sentence, in a cell and in a heading."""
    assert (words.of_period(None), words.as_cell(None)) == ("het hele jaar", "heel jaar")
    assert (words.of_period("t/m mei"), words.as_cell("t/m mei")) == ("t/m mei", "t/m mei")
    assert (words.year_with(None, 2024), words.year_with("t/m mei", 2024)) == (
        "2024",
        "2024 (t/m mei)",
    )


@pytest.mark.parametrize(
    ("text", "places"),
    [("13.840", 0), ("54,2 %", 1), ("\N{MINUS SIGN}1.000,25", 2), ("n.n.b.", 0), ("<5", 0)],
)
def test_decimals_of_a_printed_number(text: str, places: int) -> None:
    """As many as stand behind the comma."""
    assert decimals_in(text) == places


def test_numbers_for_json() -> None:
    """Whole numbers are integers, whatever they were computed as; others keep their decimals."""
    from decimal import Decimal
    from fractions import Fraction
    from math import inf

    numbers = [json_number(n) for n in (Decimal("10000.0"), Fraction(10, 2), 3, None, inf)]
    assert numbers == [10000, 5, 3, None, None]
    assert [type(n) for n in numbers[:3]] == [int, int, int]
    assert json_number(Decimal("54.2")) == 54.2
