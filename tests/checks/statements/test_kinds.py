# SPDX-License-Identifier: EUPL-1.2
"""Each kind of false statement that must be found, with its true twin, in the catalogue of this
project: references, words without a number, numbers across sentences and years.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest

from standrapport.checks.statements import StatementReading, SubjectNames
from standrapport.checks.statements.named.names import build_names
from standrapport.checks.text import resolve, words_of
from standrapport.core.model import Chapter, Finding, Position, Tekst, Text
from standrapport.messages import finding_as_dict
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import Checked
from tests.cli.test_commands import run
from tests.conftest import ROOT

PLACE = Position("content/2024/x.yaml", 5, 7)


@cache
def edition(year: int) -> tuple[Checked, SubjectNames]:
    """An edition of this project, and the names in it."""
    checked = check_edition(ROOT, year)
    return checked, build_names(checked.catalogue, checked.figures)


def said(year: int, text: str) -> list[Finding]:
    """What is found on statements of a text that would stand in a block of the edition."""
    checked, names = edition(year)
    assert checked.edition is not None
    block = Tekst(text=Text(text, PLACE), id="b", position=PLACE)
    chapter = Chapter("h", Text("H", PLACE), (block,), PLACE)
    whole = replace(
        checked.edition,
        chapters=(chapter,),
        title=Text("T", PLACE),
        subtitle=None,
        caveat=None,
        review=(),
        reminders=(),
    )
    _, worked, _ = resolve(whole, checked.catalogue, checked.figures, checked.names)
    return (
        StatementReading(whole.year, checked.catalogue, checked.figures, names)
        .of(whole, worked)
        .findings
    )


@pytest.mark.parametrize(
    ("year", "wrong", "offered", "right"),
    [
        (
            2024,
            "De dienst boekte {{ vluchten.geboekt }} vluchten, {{ vluchten.geboekt | verschil(-1) }} dan in 2022.",
            "verschil(-2)",
            "De dienst boekte {{ vluchten.geboekt }} vluchten, {{ vluchten.geboekt | verschil(-1) }} dan in 2023.",
        ),
        (
            2024,
            "In 2022 was de instroom {{ instroom.totaal[-1] }}.",
            "{{ instroom.totaal[2022] }}",
            "In 2023 was de instroom {{ instroom.totaal[-1] }}.",
        ),
        (
            2024,
            "De IND droeg {{ instroom.np }} dossiers over.",
            "{{ instroom.ind }}",
            "De IND droeg {{ instroom.ind }} dossiers over.",
        ),
        (
            2021,
            "In 2013 was de uitstroom {{ historie.totaal[2016] }}.",
            "{{ historie.totaal[2013] }}",
            "In 2013 was de uitstroom {{ historie.totaal[2013] }}.",
        ),
        (
            2024,
            "Uit de caseload vertrokken {{ ketenbreed.zonder_toezicht }} mensen zonder toezicht.",
            "{{ vertrek.zonder_toezicht }}",
            "Uit de caseload vertrokken {{ vertrek.zonder_toezicht }} mensen zonder toezicht.",
        ),
        (
            2024,
            "Het verschil is {{ ketenbreed.zonder_toezicht - vertrek.zonder_toezicht }}.",
            "populaties",
            "De caseload groeide met {{ caseload.groei }}.",
        ),
    ],
)
def test_a_reference_its_sentence_speaks_against(
    year: int, wrong: str, offered: str, right: str
) -> None:
    """Year, base of comparison, column, fixed year, population, and a sum across two populations: an
    error that says what fits; the true twin passes.
    """
    (one,) = [one for one in said(year, wrong) if one.severity.value == "error"]
    assert offered in one.message
    assert one.reads is not None
    assert said(year, right) == []


@pytest.mark.parametrize(
    ("year", "wrong", "right"),
    [
        (2024, "De instroom is gestegen.", "De instroom is gedaald."),
        (
            2021,
            "Er vertrokken meer mensen gedwongen dan zelfstandig.",
            "Er vertrokken meer mensen zelfstandig dan gedwongen.",
        ),
        (2021, "De meeste mensen kwamen via de politie.", "De meeste mensen kwamen via de IND."),
        (
            2024,
            "De instroom was de hoogste sinds 2018.",
            "De instroom was de laagste sinds 2023.",
        ),
        (
            2024,
            "De instroom was het hoogste aantal sinds 2018.",
            "De vijf nationaliteiten met de grootste instroom staan hieronder.",
        ),
        (
            2021,
            "De IND en de politie droegen samen 13.000 dossiers over.",
            "De IND en de politie droegen samen 11.520 dossiers over.",
        ),
        (
            2021,
            "De instroom steeg van 14.670 in 2020 naar 13.840 in 2021.",
            "De instroom daalde van 14.670 in 2020 naar 13.840 in 2021.",
        ),
        (
            2024,
            "In 2023 boekte de dienst 5.920 vluchten. Daarvan zijn er 2.170 geannuleerd.",
            "In 2023 boekte de dienst 5.920 vluchten. Daarvan zijn er 2.710 geannuleerd.",
        ),
    ],
)
def test_words_and_numbers_the_figures_speak_against(year: int, wrong: str, right: str) -> None:
    """Direction, order, majority, superlative in two forms, 'samen', from … to, and across
    sentences.
    """
    assert [one.severity.value for one in said(year, wrong)] == ["error"]
    assert said(year, right) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tweederde van het werk is overleg.",
        "Hij at 1/3 deel van de taart.",
        "De top 10 staat hieronder.",
        "Dat duurt al zeven jaar.",
        "Zie vragen 7 en 8.",
        "Begrotingsartikel 37.3 gaat hierover.",
        "Dat moet binnen drie maanden.",
    ],
)
def test_what_is_read_for_what_it_is(text: str) -> None:
    """Parts of something no table counts, lists, spans of time, articles and questions."""
    assert said(2024, text) == []


def test_what_programs_get() -> None:
    """The keys of the contract, and no others: `lees`, `zoek`, and `reads` of a finding."""
    at = ("--project", str(ROOT), "--format", "json")
    read = json.loads(run("lees", "2024", "uitvoering", *at).stdout)
    assert {tuple(one) for one in read} == {
        ("file", "line", "column", "text", "relation", "ref", "year", "key", "says", "outcome")
    }
    assert {one["outcome"] for one in read} <= {"klopt", "klopt_niet", "twijfel", "telt_niets"}
    hits = json.loads(run("zoek", "geannuleerde vluchten", "--jaar", "2024", *at).stdout)
    assert {tuple(one) for one in hits} == {("ref", "year", "key", "title", "printed", "score")}
    (wrong,) = said(2024, "De IND droeg {{ instroom.np }} dossiers over.")
    told = finding_as_dict(wrong)
    assert told["reads"] == {
        "ref": "instroom.ind",
        "year": 2024,
        "key": None,
        "relation": "stand",
    }
    first = told["suggestions"][0]
    assert (first["text"], first["ref"], first["year"]) == (
        "{{ instroom.ind }}",
        "instroom.ind",
        2024,
    )


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("instroom.totaal | vergeleken(-1)", "270 minder (\N{MINUS SIGN}2 %) dan in 2023"),
        ("instroom.totaal[-1] | vergeleken(-1)", "dan in 2022"),
        ("0 * instroom.totaal | vergeleken(-1)", "evenveel als in 2023"),
    ],
)
def test_a_filter_writes_the_year_it_compares_with(expression: str, words: str) -> None:
    """So the year cannot go stale; no change has 'als' instead of 'dan'."""
    checked, _ = edition(2024)
    shown = words_of(expression, 2024, checked.catalogue, checked.figures, checked.names)
    assert words in " ".join((shown or "").split())
