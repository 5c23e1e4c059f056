# SPDX-License-Identifier: EUPL-1.2
"""Sentences about the invented railway: how they are read, and what is said of the wrong ones."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest
from click.testing import CliRunner

from standrapport.checks.statements import StatementReading, Statements
from standrapport.checks.text import resolve
from standrapport.cli import main
from standrapport.core.model import Chapter, FigureKey, Position, Severity, Tekst, Text
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import Checked
from tests.conftest import ROOT

RAIL = ROOT / "tests/uitspraken/ontwikkel/spoor"
HERE = Position("verzonnen", 1, 1)


@cache
def rail() -> Checked:
    """The invented railway, checked once."""
    return check_edition(RAIL, 2024)


def read(text: str) -> Statements:
    """A text as the only one of the edition."""
    checked = rail()
    assert checked.edition is not None
    block = Tekst(id="b", text=Text(text, HERE))
    chapter = Chapter("h", Text("Zinnen", HERE), (block,), HERE)
    edition = replace(checked.edition, chapters=(chapter,))
    _, worked, _ = resolve(edition, checked.catalogue, checked.figures, checked.names)
    return StatementReading(edition.year, checked.catalogue, checked.figures).of(edition, worked)


def test_a_carried_year_and_base() -> None:
    """'Daarvan' goes on about the sentence before it."""
    found = read("In 2023 plande het bedrijf 56.120 treinritten. Daarvan zijn er 53.740 gereden.")
    assert found.findings == []
    assert [one.about for one in found.statements] == [
        (FigureKey("ritten.gepland", 2023),),
        (FigureKey("ritten.gereden", 2023),),
    ]


@pytest.mark.parametrize(
    ("text", "code", "best"),
    [
        ("In 2024 vielen 2.380 treinritten uit.", "SR-N012", "3.140"),
        ("In 2024 vielen 1.230 treinritten uit.", "SR-N015", "3.140"),
        ("In 2024 vielen 3.410 treinritten uit.", "SR-N010", "3.140"),
        (
            "In 2024 vielen {{ busritten.uitgevallen }} treinritten uit.",
            "SR-N016",
            "{{ ritten.uitgevallen }}",
        ),
        (
            "In 2023 vielen {{ ritten.uitgevallen }} treinritten uit.",
            "SR-N016",
            "{{ ritten.uitgevallen[2023] }}",
        ),
    ],
)
def test_the_figure_named_is_offered_first(text: str, code: str, best: str) -> None:
    """Each kind of slip has its code, and the first suggestion is what the sentence names."""
    (finding,) = read(text).findings
    assert (finding.code, finding.severity) == (code, Severity.ERROR)
    assert finding.suggestions[0].text == best
    assert finding.reads is not None
    assert finding.reads.ref == "ritten.uitgevallen"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("De loonkosten dalen al drie jaar.", "SR-N013"),
        ("Het aantal klachten was in 2024 het laagste sinds 2021.", "SR-N013"),
        ("Er waren meer conducteurs dan machinisten.", "SR-N017"),
        ("De Waallijn trok de meeste reizigers.", "SR-N017"),
    ],
)
def test_a_contradiction_without_a_number(text: str, code: str) -> None:
    """Directions, peaks, orders and extremes."""
    assert [one.code for one in read(text).findings] == [code]


def test_lees_gives_every_statement_as_json() -> None:
    """The keys of the contract, and an outcome it knows."""
    done = CliRunner().invoke(
        main, ["lees", "2021", "cijfers", "--format", "json", "--project", str(ROOT)]
    )
    assert done.exit_code == 0
    found = json.loads(done.output)
    assert len(found) > 20
    keys = {"file", "line", "column", "text", "relation", "ref", "year", "key", "says", "outcome"}
    assert all(keys <= one.keys() for one in found)
    assert {one["outcome"] for one in found} <= {"klopt", "klopt_niet", "twijfel", "telt_niets"}


def test_lees_knows_no_such_block() -> None:
    """A name that is no block is wrong use."""
    done = CliRunner().invoke(main, ["lees", "2021", "nergens", "--project", str(ROOT)])
    assert done.exit_code == 2


def test_zoek_gives_the_best_first() -> None:
    """With value, year, title and score."""
    command = [
        "zoek",
        "geannuleerde vluchten vorig jaar",
        "--jaar",
        "2024",
        "--format",
        "json",
        "--jaar",
        "2024",
        "--project",
        str(ROOT),
    ]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0
    first, *rest = json.loads(done.output)
    assert (first["ref"], first["year"]) == ("vluchten.geannuleerd", 2023)
    assert all(one["score"] <= first["score"] for one in rest)
