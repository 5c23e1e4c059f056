# SPDX-License-Identifier: EUPL-1.2
"""References that do not fit the sentence, the title or the amounts they stand beside, each with a
twin that does.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from standrapport.checks.statements import StatementReading
from standrapport.checks.text import resolve
from standrapport.core.model import (
    Block,
    Chapter,
    DeclaredNumber,
    FigureName,
    Grafiek,
    Position,
    Severity,
    Tekst,
    Text,
)
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import Checked
from tests.conftest import ROOT

HERE = Position("verzonnen", 1, 1)
DECLARED = (DeclaredNumber(number="duizend", reason="maat van het cijfer", position=HERE),)
OWN, BENEFITS, BIKES = ".", "examples/uitkeringen", "examples/fietslessen"


@cache
def edition(project: str, year: int) -> Checked:
    """An edition of this repository, checked once."""
    return check_edition(ROOT / project, year)


def said(project: str, year: int, block: Block) -> list[str]:
    """The codes of what is found in a block that would stand in the edition."""
    checked = edition(project, year)
    assert checked.edition is not None
    chapters = (Chapter("h", Text("H", HERE), (block,), HERE),)
    whole = replace(checked.edition, chapters=chapters, subtitle=None, caveat=None)
    _, worked, _ = resolve(whole, checked.catalogue, checked.figures, checked.names)
    found = StatementReading(year, checked.catalogue, checked.figures).of(whole, worked).findings
    return [one.code for one in found if one.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    ("project", "year", "code", "wrong", "right"),
    [
        pytest.param(
            OWN,
            2024,
            "SR-N016",
            "De instroom was {{ instroom.totaal }}, {{ instroom.totaal | verschil(-3) }}.",
            "De instroom was {{ instroom.totaal }}, {{ instroom.totaal | verschil(-3) }} dan in 2021.",
            id="a change since a year that is not said",
        ),
        pytest.param(
            OWN,
            2024,
            "SR-N016",
            "De instroom was {{ instroom.totaal }}, {{ instroom.totaal | verschil(-2) }} dan een jaar\neerder.",
            "De instroom was {{ instroom.totaal }}, {{ instroom.totaal | verschil(-1) }} dan een jaar\neerder.",
            id="words over the end of a line",
        ),
        pytest.param(
            BENEFITS,
            2024,
            "SR-N016",
            "Partners hielpen bij {{ aanvragen.partner - aanvragen.online[-1] }} aanvragen meer dan een jaar eerder.",
            "Partners hielpen bij {{ aanvragen.partner - aanvragen.partner[-1] }} aanvragen meer dan een jaar eerder.",
            id="a difference of two figures and two years",
        ),
        pytest.param(
            BIKES,
            2022,
            "SR-N016",
            "Dat is {{ aandeel(deelname.gestart, deelname.aangemeld[doel]) | procent }} van wat het plan wilde.",
            "Dat is {{ aandeel(deelname.aangemeld, deelname.aangemeld[doel]) | procent }} van wat het plan wilde.",
            id="a share of the target of another",
        ),
        pytest.param(
            OWN,
            2024,
            "SR-N016",
            "De IND droeg er {{ instroom.ind }} over: {{ instroom.aandeel_np | aandeel }} van het geheel.",
            "De IND droeg er {{ instroom.ind }} over: {{ instroom.aandeel_ind | aandeel }} van het geheel.",
            id="another kind than the one named beside it",
        ),
        pytest.param(
            BENEFITS,
            2024,
            "SR-N016",
            "Op 31 december {{ jaar }} hadden {{ uitkeringen.begin }} huishoudens een uitkering.",
            "Op 31 december {{ jaar }} hadden {{ uitkeringen.eind }} huishoudens een uitkering.",
            id="the other end of the year",
        ),
        pytest.param(
            BENEFITS,
            2024,
            "SR-N016",
            "Er kwamen {{ uitkeringen.eind }} uitkeringen bij.",
            "Er kwamen {{ uitkeringen.nieuw }} uitkeringen bij.",
            id="a state where something came in",
        ),
        pytest.param(
            BIKES,
            2022,
            "SR-N016",
            "In zeven jaar begonnen {{ deelname.gestart }} mensen aan een cursus.",
            "In zeven jaar begonnen {{ deelname.gestart_samen }} mensen aan een cursus.",
            id="one year where several are said",
        ),
        pytest.param(
            BENEFITS,
            2024,
            "SR-N016",
            "Dat zijn {{ klachten.totaal }} klachten op duizend besluiten.",
            "Dat zijn {{ klachten.per_besluiten }} klachten op duizend besluiten.",
            id="a count where a ratio is said",
        ),
        pytest.param(
            OWN,
            2021,
            "SR-N056",
            "Van de {{ vertrek.aantoonbaar }} mensen zijn er {{ vertrek.dublin }} overgedragen. "
            "De andere {{ vertrek.dublin }} mensen gingen naar overige landen.",
            "Van de {{ vertrek.aantoonbaar }} mensen zijn er {{ vertrek.dublin }} overgedragen. "
            "De andere {{ vertrek.niet_dublin }} mensen gingen naar overige landen.",
            id="what is left is not what is left",
        ),
        pytest.param(
            OWN,
            2024,
            "SR-N017",
            "Zonder toezicht vertrokken in {{ jaar }} precies zoveel mensen als er een jaar eerder aantoonbaar vertrokken: "
            "{{ vertrek.zonder_toezicht }} en {{ vertrek.aantoonbaar }}.",
            "Zonder toezicht vertrokken in {{ jaar }} precies zoveel mensen als er een jaar eerder aantoonbaar vertrokken: "
            "{{ vertrek.zonder_toezicht }} en {{ vertrek.aantoonbaar[-1] }}.",
            id="as many that are not as many",
        ),
        pytest.param(
            OWN,
            2024,
            "SR-N056",
            "Van de 2.710 vluchten in 2023 zijn er {{ vluchten.geboekt[2023] }} geannuleerd.",
            "Van de 5.920 vluchten in 2023 zijn er {{ vluchten.geannuleerd[2023] }} geannuleerd.",
            id="a part that is more than its whole",
        ),
        pytest.param(
            OWN,
            2024,
            "SR-N054",
            "Van de 5.920 vluchten in 2023 zijn er {{ vluchten.geboekt[2023] }} geannuleerd.",
            "In 2023 zijn van de 5.920 geboekte vluchten er {{ vluchten.geannuleerd[2023] }} geannuleerd.",
            id="a part that is its whole",
        ),
    ],
)
def test_a_reference_that_does_not_fit_is_told(
    project: str, year: int, code: str, wrong: str, right: str
) -> None:
    """The wrong one is told with its code, and nothing is said of its twin."""
    declared = DECLARED if "duizend" in right else ()
    assert code in said(project, year, Tekst(id="b", text=Text(wrong, HERE), numbers=declared))
    assert said(project, year, Tekst(id="b", text=Text(right, HERE), numbers=declared)) == []


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        (["vluchten.onttrekking", "vluchten.verzet"], []),
        (["vluchten.omboeking", "vluchten.verzet"], ["SR-N016"]),
    ],
)
def test_a_title_names_what_its_chart_shows(figures: list[str], told: list[str]) -> None:
    """'Onttrekking is de grootste reden' over a chart without it."""
    names = tuple(FigureName(one, HERE) for one in figures)
    title = Text("Onttrekking is de grootste reden van annulering", HERE)
    assert said(OWN, 2024, Grafiek(id="b", title=title, shape="staaf", figures=names)) == told


@pytest.mark.parametrize(
    ("project", "year", "text"),
    [
        (OWN, 2024, "Bij een op de 30 vluchten waren er {{ vluchten.verzet }} keer problemen."),
        (BENEFITS, 2024, "Aan het eind van het jaar lagen er nog {{ aanvragen.open }} aanvragen."),
        (
            BENEFITS,
            2024,
            "In vijf jaar tijd groeide het aantal klachten tot {{ klachten.totaal }}.",
        ),
        (BIKES, 2022, "In {{ jaar }} begonnen {{ deelname.gestart }} mensen aan een cursus."),
        (
            OWN,
            2024,
            "Er waren 5.920 vluchten in 2023, net als de {{ vluchten.geboekt[2023] }} geboekte.",
        ),
    ],
)
def test_what_only_looks_like_it_is_left_alone(project: str, year: int, text: str) -> None:
    """Right sentences with the words of the wrong ones."""
    assert said(project, year, Tekst(id="b", text=Text(text, HERE))) == []
