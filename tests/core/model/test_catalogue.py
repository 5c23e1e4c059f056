# SPDX-License-Identifier: EUPL-1.2
"""What the catalogue tells of a figure, column and derived figure alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standrapport.core.formula import breaks
from standrapport.core.model import (
    Catalogue,
    FigureRole,
    Kind,
    Population,
    SeriesBreak,
    Source,
)
from tests.core import invented


@pytest.fixture
def catalogue() -> Catalogue:
    """Two tables and a derived figure, invented."""
    own = invented.column(
        "loket.open", definition="Zaken die nog lopen.", sources={2021: "krant", None: "register"}
    )
    total = invented.column(
        "loket.alles",
        role=FigureRole.TOTAL,
        sources={None: "elders"},
        breaks=(SeriesBreak(2020, "anders geteld"),),
    )
    table = replace(
        invented.table("loket"),
        columns={"open": own, "alles": total},
        definition="Zaken aan het loket.",
    )
    derived = invented.derived(
        "loket.verschil",
        "loket.alles - loket.open",
        definition="Wat klaar is.",
        note="Een noot.",
        population="alle bezoekers",
        role=FigureRole.REST,
    )
    return replace(
        invented.catalogue(table, derived),
        sources={
            "krant": Source("krant", "Een krant", via_press=True),
            "register": Source("register", "Het register"),
        },
        populations={
            "a": Population("a", "alle bezoekers"),
            "b": Population("b", "wie terugkwam"),
        },
    )


def test_a_column_has_its_own_definition_and_else_that_of_its_table(catalogue: Catalogue) -> None:
    """The words nearest to the figure are the ones that hold."""
    assert catalogue.about("loket.open", 2021).definition == "Zaken die nog lopen."
    assert catalogue.about("loket.alles", 2021).definition == "Zaken aan het loket."


def test_a_source_is_that_of_the_year(catalogue: Catalogue) -> None:
    """One year may come from elsewhere."""
    of_2021 = catalogue.about("loket.open", 2021).source
    assert of_2021 is not None
    assert (of_2021.title, of_2021.via_press) == ("Een krant", True)
    assert catalogue.about("loket.open", 2022).source == Source("register", "Het register")
    assert catalogue.about("loket.alles", 2022).source == Source("elders", "elders")
    assert catalogue.source("") is None


def test_a_derived_figure_tells_its_formula(catalogue: Catalogue) -> None:
    """All it has is its own; its formula is its source."""
    about = catalogue.about("loket.verschil", 2021)
    assert about.formula == "loket.alles - loket.open"
    assert (about.definition, about.note) == ("Wat klaar is.", "Een noot.")
    assert (about.population, about.unit, about.source) == ("alle bezoekers", "personen", None)


def test_a_name_that_is_nothing_is_its_own_title(catalogue: Catalogue) -> None:
    """A draft may hold such names."""
    assert catalogue.about("loket.weg", 2021).title == "loket.weg"
    assert catalogue.role("loket.weg") is None


def test_roles_of_columns_and_derived_figures(catalogue: Catalogue) -> None:
    """Both may say what they are among the others."""
    assert catalogue.role("loket.alles") is FigureRole.TOTAL
    assert catalogue.role("loket.verschil") is FigureRole.REST
    assert catalogue.role("loket.open") is not FigureRole.TOTAL


def test_a_population_is_found_by_its_title(catalogue: Catalogue) -> None:
    """One that is only a text is none that is declared."""
    found = catalogue.population("wie terugkwam")
    assert found is not None
    assert found.id == "b"
    assert catalogue.population("iemand") is None


def test_a_derived_figure_breaks_where_a_column_of_it_breaks(catalogue: Catalogue) -> None:
    """And a name that is no column breaks nowhere."""
    assert [one.year for one in breaks(catalogue, "loket.verschil")] == [2020]
    assert breaks(catalogue, "loket.open") == ()
    assert breaks(catalogue, "loket.weg") == ()


def test_a_figure_is_definitive_unless_it_says_otherwise() -> None:
    """Nothing is provisional by default."""
    assert invented.figure("loket.open", 2021, 3).status == "definitief"
    assert invented.figure("loket.open", 2021, 3, provisional=True).status == "voorlopig"


def test_a_value_that_is_not_there_has_no_width() -> None:
    """A kind without a number does not become a number."""
    unknown = invented.figure("loket.open", 2021, None)
    assert unknown.kind is Kind.UNKNOWN
    assert unknown.interval.low == 0
    assert 10**12 in unknown.interval
