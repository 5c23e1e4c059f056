# SPDX-License-Identifier: EUPL-1.2
"""Versions of the summary: the same figures in each, and English that cannot differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from standrapport.core.words import english_number, english_words
from standrapport.pipeline.build import build_edition
from standrapport.pipeline.check import check_edition
from tests.conftest import ProjectMaker

BLOCKS = """titel: C
blokken:
  - soort: samenvatting
    kerncijfers: [{{cijfer: instroom.totaal}}]
    boodschappen: [{{titel: Verzonnen, tekst: "Er stroomden {{{{ instroom.totaal }}}} mensen in."}}]
  - soort: samenvatting
    taal: en
    kerncijfers: [{{cijfer: instroom.totaal{title}}}]
    boodschappen: [{{titel: Invented, tekst: "{text}"}}]
"""
SAME = "In all {{ instroom.totaal }} people."
TITLE = ", titel: People"


def _codes(project: ProjectMaker, text: str = SAME, title: str = TITLE) -> list[str]:
    blocks = BLOCKS.format(text=text, title=title)
    folder = project({"content/2021/cijfers.yaml": blocks})
    codes = ("SR-S064", "SR-S065", "SR-S066")
    return [f.code for f in check_edition(folder, 2021).findings if f.code in codes]


def test_the_same_figures_say_nothing(project: ProjectMaker) -> None:
    """Two versions with the same references."""
    assert _codes(project) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Nothing.", ["SR-S064"]),
        ("{{ instroom.totaal }} and {{ instroom.ind }}", ["SR-S064"]),
        ("{{ instroom.totaal[-1] }}", ["SR-S064", "SR-S064"]),
        (SAME + " That is 13,840.", ["SR-S065"]),
        (SAME + " Three messages.", ["SR-S065"]),
        ("{{ landen.aantal | namen(2) }}", ["SR-S066"]),
    ],
)
def test_what_differs_or_is_typed(project: ProjectMaker, text: str, codes: list[str]) -> None:
    """A figure that lacks or is extra, a number nobody reads, a filter without English."""
    assert [code for code in _codes(project, text) if code in codes] == codes


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("In 2020 it was {{ instroom.totaal }}.", ["error"]),
        ("In 2021 it was {{ instroom.totaal }}.", []),
        ("In {{ jaar }} it was {{ instroom.totaal }}.", []),
        ("In all {{ instroom.totaal }} came. That was in 2020.", []),
        ("With {{ instroom.totaal }} it was more than in 2020.", ["note"]),
        ("In all {{ instroom.totaal }} came. Fewer people left.", ["note"]),
        ("It was {{ instroom.totaal | vergeleken(-1) }}.", []),
    ],
)
def test_years_and_ways_in_english(project: ProjectMaker, text: str, severities: list[str]) -> None:
    """Another year than that of the figure is wrong; a way in words is told to be unread."""
    blocks = BLOCKS.format(text=text, title=TITLE)
    folder = project({"content/2021/cijfers.yaml": blocks})
    found = check_edition(folder, 2021).findings
    assert [one.severity.value for one in found if one.code == "SR-S065"] == severities


def test_a_card_needs_an_english_name(project: ProjectMaker) -> None:
    """The name in the catalogue is Dutch."""
    assert _codes(project, title="") == ["SR-S066"]


def test_english_on_the_page(project: ProjectMaker, tmp_path: Path) -> None:
    """The language is told to screen readers, and the number is in English notation."""
    folder = project({"content/2021/cijfers.yaml": BLOCKS.format(text=SAME, title=TITLE)})
    build_edition(folder, 2021, tmp_path, frozenset({"html"}), concept=True)
    page = next((tmp_path / "2021").glob("*.html")).read_text("utf-8")
    english = page[page.index('lang="en"') :].partition("</section>")[0]
    figure = next(
        f
        for key, f in check_edition(folder, 2021).figures.items()
        if key.ref == "instroom.totaal" and key.year == 2021
    )
    assert figure.printed.replace(".", ",") in english
    assert figure.printed not in english


def test_numbers_and_words() -> None:
    """Notation, signs and the closed list of words."""
    given = ("13.840", "54,2 %", "n.n.b.", "\N{MINUS SIGN}6 %", "<5")
    assert [english_number(text) for text in given] == [
        "13,840",
        "54.2%",
        "not yet known",
        "\N{MINUS SIGN}6%",
        "<5",
    ]
    assert english_words(" minder (") == " fewer ("
    assert english_words("dan in 2020 (opgeteld uit de delen)") == (
        "than in 2020 (added up from the parts)"
    )
    assert english_words("iets anders") is None


@pytest.mark.parametrize(
    ("figure", "title", "wrong"),
    [
        ("instroom.totaal", "Ingestroomd via de politie", True),
        ("instroom.ind", "Mensen van de politie", True),
        ("instroom.np", "Mensen van de politie", False),
        ("instroom.totaal", "Nieuwe mensen", False),
        ("instroom.totaal", "Mensen van IND en politie", False),
    ],
)
def test_a_card_with_the_name_of_another_figure(
    project: ProjectMaker, figure: str, title: str, wrong: bool
) -> None:
    """The words that set one other column apart, and none of its own."""
    chapter = (
        "titel: C\nblokken:\n  - soort: samenvatting\n    boodschappen: []\n"
        f"    kerncijfers: [{{cijfer: {figure}, titel: {title}}}]\n"
    )
    found = check_edition(project({"content/2021/cijfers.yaml": chapter}), 2021).findings
    assert any(one.code == "SR-N016" for one in found) is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("De meeste mensen kwamen uit {{ landen.aantal[-1] | namen(1) }}.", True),
        ("In 2020 kwamen de meeste uit {{ landen.aantal | namen(1) }}.", True),
        ("In {{ jaar }} kwamen de meeste uit {{ landen.aantal[2020] | namen(1) }}.", True),
        ("De meeste mensen kwamen uit {{ landen.aantal | namen(1) }}.", False),
        ("In 2020 kwamen de meeste uit {{ landen.aantal[-1] | namen(1) }}.", False),
        ("Het jaar ervoor was dat {{ landen.aantal[-1] | namen(1) }}.", False),
        ("Anders dan in 2020 waren het {{ landen.aantal | namen(1) }}.", False),
    ],
)
def test_groups_of_another_year(project: ProjectMaker, text: str, wrong: bool) -> None:
    """The largest groups are those of the year the sentence tells of."""
    chapter = f'titel: C\nblokken:\n  - soort: tekst\n    tekst: "{text}"\n'
    found = check_edition(project({"content/2021/cijfers.yaml": chapter}), 2021).findings
    told = [one for one in found if one.code == "SR-N016" and "volgorde" in one.message]
    assert bool(told) is wrong
