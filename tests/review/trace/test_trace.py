# SPDX-License-Identifier: EUPL-1.2
"""A figure followed both ways."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from standrapport.cli import main
from standrapport.core.model import FigureKey
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import Checked, uses_of
from standrapport.review.trace import coverage_of, find_figures, trace, trace_as_dict, trace_lines
from tests.conftest import ROOT

ProjectMaker = Callable[[Mapping[str, str | bytes | None]], Path]


@pytest.fixture(scope="module")
def edition() -> Checked:
    """Edition 2021, checked once."""
    return check_edition(ROOT, 2021)


def lines(edition: Checked, asked: str) -> str:
    """The trace of the first figure found."""
    return "\n".join(trace_lines(trace(edition, find_figures(edition, asked)[0], uses_of(edition))))


def test_a_cell_with_its_interval_file_and_rules(edition: Checked) -> None:
    """Value, interval, file and line, source, rules and places."""
    shown = lines(edition, "instroom.totaal")
    for words in (
        "13.840",
        "13.835 tot en met 13.845",
        "figures/2021/instroom.csv:5:totaal",
        "31 december 2021",
        "instroom-som (2021): klopt precies",
    ):
        assert words in shown
    assert "Cijfers en resultaten > Instroom: 13.840" in shown


def test_a_derived_figure_down_to_its_cells(edition: Checked) -> None:
    """The formula tree ends in cells with their file and line."""
    found = trace_as_dict(
        trace(edition, find_figures(edition, "caseload.begin_afgeleid")[0], uses_of(edition))
    )
    tree = found["computation"]
    assert [one["ref"] for one in tree["inputs"]] == [
        "caseload.eind",
        "instroom.totaal",
        "uitstroom.totaal",
    ]
    cells = [one for one in tree["inputs"][2]["inputs"] if one["location"]]
    assert len(cells) == 3
    assert (found["low"], found["high"]) == (8075, 8125)


def test_every_figure_of_both_editions_can_be_traced() -> None:
    """No figure breaks the trace, and each printed figure has a place."""
    for year in (2021, 2024):
        checked = check_edition(ROOT, year)
        used = uses_of(checked)
        for name in checked.figures:
            found = trace(checked, name, used)
            assert list(trace_lines(found))
            if any(FigureKey(one.ref, one.year, one.key) == name for one in used):
                assert found.places, name


def test_a_number_finds_all_figures_with_that_value() -> None:
    """5.740 is two figures in the vintage of 2024."""
    edition = check_edition(ROOT, 2024)
    cells = [name for name in find_figures(edition, "5.740") if not edition.figures[name].derived]
    assert {(name.ref, name.year) for name in cells} >= {
        ("vertrek.aantoonbaar", 2023),
        ("vertrek.zonder_toezicht", 2024),
    }


def test_typed_numbers_are_places_too(project: ProjectMaker) -> None:
    """A recognised number in text is named with file, line and column."""
    folder = project(
        {
            "content/2021/cijfers.yaml": "titel: C\nblokken:\n  - {soort: tekst, titel: A, tekst: Er kwamen er 700.}\n"
        }
    )
    edition = check_edition(folder, 2021)
    assert "C > A: 700 (getypt, content/2021/cijfers.yaml:3:" in lines(edition, "instroom.ind")


def test_a_claim_is_named_by_its_block_and_a_change_as_computed(project: ProjectMaker) -> None:
    """Staff see what a bare number beside the figure is, and which text claims something of it."""
    text = "titel: C\nblokken:\n  - {soort: tekst, titel: A, tekst: 'Nog {{ instroom.ind | verschil(-1) }}.', beweert: instroom.ind > 600}\n"
    edition = check_edition(project({"content/2021/cijfers.yaml": text}), 2021)
    shown = lines(edition, "instroom.ind")
    assert "\n  bewering bij cijfers/tekst-a (2021): klopt precies. instroom.ind > 600\n" in shown
    assert "\n  C > A: 100 (ermee afgeleid)\n" in shown
    found = trace(edition, find_figures(edition, "instroom.ind")[0], uses_of(edition))
    assert [place["computed"] for place in trace_as_dict(found)["used"]] == [
        place.computed for place in found.places
    ]
    assert found.places[0].computed


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("instrom.totaal", "Bedoelt u instroom.totaal"),
        ("987.654", "heeft de waarde"),
        ("instroom.ind + 1", "formule"),
        ("a b c", "geen naam"),
    ],
)
def test_what_is_no_figure_is_wrong_use(asked: str, words: str) -> None:
    """Exit code 2 and a sentence that helps."""
    result = CliRunner().invoke(main, ["trace", "2021", asked, "--project", str(ROOT)])
    assert result.exit_code == 2
    assert words in result.output


def test_json_and_text_tell_the_same(edition: Checked) -> None:
    """Every rule and place of the text stands in the JSON."""
    result = CliRunner().invoke(
        main, ["trace", "2021", "lp.ingediend", "--format", "json", "--project", str(ROOT)]
    )
    found = json.loads(result.output)
    assert found["schema"] == "standrapport/trace/1"
    shown = lines(edition, "lp.ingediend")
    assert found["rules"]
    assert found["used"]
    assert all(rule["rule"].partition("#")[0] in shown for rule in found["rules"])
    assert all(place["text"] in shown for place in found["used"])


def test_coverage_of_the_real_editions() -> None:
    """No number in content/ is unchecked."""
    for year in (2021, 2024):
        edition = check_edition(ROOT, year)
        found = coverage_of(edition, uses_of(edition))
        assert found.numbers["verwijzing"] > 40
        assert found.numbers["onbekend"] == found.numbers["twijfel"] == 0
        assert found.missing


def test_coverage_in_words(project: ProjectMaker) -> None:
    """Each way a number is accounted for has its own line."""
    text = "titel: C\nblokken:\n  - {soort: tekst, tekst: 'De instroom was 300 mensen. De IND droeg {{ instroom.ind }} dossiers over. In 2021 was de instroom 77.'}\n"
    result = CliRunner().invoke(
        main,
        [
            "check",
            "2021",
            "--coverage",
            "--project",
            str(project({"content/2021/cijfers.yaml": text})),
        ],
    )
    assert "'77' leest als Instroom: Totaal in 2021" in result.stderr
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:4] == [
        "Editie 2021: 3 getallen in de tekst.",
        "       1  genoemd bij de naam: {{ … }}",
        "       1  getypt, en herkend als een cijfer",
        "       1  getypt, en niet het cijfer dat de zin noemt",
    ]
