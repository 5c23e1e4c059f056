# SPDX-License-Identifier: EUPL-1.2
"""Pairs of sentences without a number: the untrue one is an error, the true one is silent."""

from __future__ import annotations

import ast

import pytest
from ruamel.yaml import YAML

from . import controle
from .meten import read_cases
from .paren import FOLDERS, PAIRS, pairs, reads_of

# Sentences not read as they should yet, by how they begin, and why.
NOT_YET = {
    "Ruim de helft van de lopende uitkeringen": "two ways to count what runs: at both ends of a year",
    "De uitstroom naar werk liep voor het tweede": "'uitstroom' is a word of no table",
    "Elk jaar gaan er monteurs af": "'erbij komen' tells of what comes in as often as of growth",
    "De Lekkustlijn verloor reizigers": "'verliezen' says more than a direction",
}


@pytest.mark.parametrize("name", FOLDERS)
def test_true_sentences_are_true(name: str) -> None:
    """As computed from the figures, by a reader that shares nothing with the program."""
    service = controle.lees_dienst(FOLDERS[name])
    own = [one for one in pairs() if one["dienst"] == name]
    assert [one["waar"] for one in own if service.reken(one["toets"]) is not True] == []
    assert all(ast.parse(one["toets"], mode="eval") for one in own)


def test_there_are_eighty() -> None:
    """Each sentence stands there once."""
    every = [one[which] for one in pairs() for which in ("waar", "onwaar")]
    assert len(every) >= 160
    assert len(set(every)) == len(every)


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("kind", ["goed", "tegenspraak"])
def test_only_known_sentences_fail(name: str, kind: str) -> None:
    """The untrue are errors and the true have no finding, but for those that are listed."""
    own = [one for one in reads_of(name) if one.kind == kind]
    untrue = kind == "tegenspraak"
    wrong = [r.case["id"] for r in own if (not r.error if untrue else bool(r.findings))]
    known = [r.case["id"] for r in own if any(r.case["id"].startswith(begin) for begin in NOT_YET)]
    assert len(own) > 30
    assert set(wrong) <= set(known)


@pytest.mark.parametrize("begin", NOT_YET)
def test_listed_sentences_still_fail(begin: str) -> None:
    """What is read by now leaves the list."""
    every = [one for name in FOLDERS for one in reads_of(name)]
    own = [one for one in every if one.case["id"].startswith(begin)]
    assert own
    assert any(one.error != (one.kind == "tegenspraak") for one in own)


@pytest.mark.parametrize("name", FOLDERS)
def test_what_claims_nothing_is_silent(name: str) -> None:
    """Wishes, rates, what came before or after, and words of other things."""
    silent = YAML(typ="safe").load((PAIRS.parent / "stil.yaml").read_text("utf-8"))[name]
    cases = [{"id": one, "soort": "goed", "tekst": one} for one in silent]
    assert len(cases) > 10
    assert [r.case["id"] for r in read_cases(FOLDERS[name], cases) if r.findings] == []
