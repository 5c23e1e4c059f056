# SPDX-License-Identifier: EUPL-1.2
"""Numbers in the text of a project: found at their place, declared, suggested."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from standrapport.checks.statements.reading.amounts import find
from standrapport.checks.statements.reading.mention import Unit
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import Checked
from tests.conftest import SMALL_PROJECT

MakeProject = Callable[[Mapping[str, str | bytes | None]], Path]


def checked(project: MakeProject, text: str, **fields: str) -> Checked:
    """The small project with this text."""
    extra = "".join(f"    {name}: {value}\n" for name, value in fields.items())
    content = f"titel: Cijfers\nblokken:\n  - soort: tekst\n    titel: Instroom\n    tekst: |\n      {text}\n{extra}"
    return check_edition(project({"content/2021/cijfers.yaml": content}), 2021)


def codes(found: Checked) -> list[str]:
    """The codes about numbers."""
    return [finding.code for finding in found.findings if finding.code.startswith("SR-N01")]


def test_a_wrong_number_is_found_at_its_place(project: MakeProject) -> None:
    """Line and column of the file, and the figure that was meant."""
    found = checked(project, "In {{ jaar }} waren het er {{ instroom.np }}, en via de IND 070.")
    (first,) = [finding for finding in found.findings if finding.code == "SR-N010"]
    assert first.position is not None
    assert (first.position.line, first.position.column) == (6, 67)
    best = first.suggestions[0]
    assert (best.text, best.ref, best.year) == ("700", "instroom.ind", 2021)


@pytest.mark.parametrize(
    "text", ["Wij spraken tachtig gemeenten.", "Met  tachtig\n      gemeenten is gesproken."]
)
def test_a_declared_number_is_left_alone(project: MakeProject, text: str) -> None:
    """Also across a line break."""
    assert codes(checked(project, text)) == ["SR-N010"]
    assert (
        codes(checked(project, text, getallen="[{getal: tachtig gemeenten, reden: verzonnen}]"))
        == []
    )


def test_a_declaration_counts_for_its_own_block_only(project: MakeProject) -> None:
    """A second block with the same number is still reported."""
    content = (
        "titel: C\nblokken:\n  - soort: tekst\n    titel: A\n    tekst: Tachtig gemeenten.\n    getallen: [{getal: tachtig, reden: verzonnen}]\n"
        "  - soort: tekst\n    titel: B\n    tekst: Tachtig gemeenten.\n"
    )
    found = check_edition(project({"content/2021/cijfers.yaml": content}), 2021)
    assert [f.position.line for f in found.findings if f.code == "SR-N010" and f.position] == [9]


def test_numbers_in_titles_and_notes_count_too(project: MakeProject) -> None:
    """Every text a reader sees is read."""
    content = (
        "titel: Achtduizend\nblokken:\n  - soort: tekst\n    titel: 987 zaken\n    tekst: Niets.\n"
    )
    found = check_edition(project({"content/2021/cijfers.yaml": content}), 2021)
    assert [f.position.line for f in found.findings if f.code == "SR-N010" and f.position] == [1, 4]


def test_every_number_is_accounted_for(project: MakeProject) -> None:
    """Bound, recognised, declared and unknown numbers are told apart."""
    text = "In {{ jaar }} {{ instroom.totaal }}, via de IND 700, acht en 987."
    found = checked(project, text, getallen="[{getal: acht, reden: verzonnen}]")
    own = [(number.text, number.reading) for number in found.numbers if number.block]
    assert own == [
        ("1.000", "verwijzing"),
        ("700", "herkend"),
        ("acht", "opgegeven"),
        ("987", "onbekend"),
    ]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("ruim 60 procent", 60, 62.5, Unit.PERCENT),
        ("bijna de helft", 46, 50, Unit.PERCENT),
        ("ongeveer 14.000", 13300, 14700, Unit.COUNT),
        ("meer dan 13.000", 13000, 14300, Unit.COUNT),
        ("tussen 3.000 en 4.000", 3000, 4000, Unit.COUNT),
        ("16 duizend", 15500, 16500, Unit.COUNT),
        ("7½ duizend", 7250, 7750, Unit.COUNT),
        ("€ 1,5 miljoen", 1450000, 1550000, Unit.EURO),
        ("tweehonderdvijftig", 250, 250, Unit.COUNT),
        ("drieëntwintigduizend", 23000, 23000, Unit.COUNT),
    ],
)
def test_bounds_of_a_number(text: str, low: float, high: float, unit: Unit) -> None:
    """What a number says, as docs/schrijven.md has it."""
    (mention,) = find(f"Het waren er {text} in totaal.")
    assert (float(mention.low), float(mention.high), mention.unit) == (low, high, unit)


def test_small_project_has_no_findings_about_numbers(project: MakeProject) -> None:
    """The project as it stands is silent."""
    assert "content/2021/rapport.yaml" in SMALL_PROJECT
    assert codes(check_edition(project({}), 2021)) == []
