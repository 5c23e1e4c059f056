# SPDX-License-Identifier: EUPL-1.2
"""Findings are made in one place: severity and sentence come from the code."""

from __future__ import annotations

import re
from string import Template

import pytest

from standrapport.core.model import Position, Severity
from standrapport.messages import CODES, found, sentence
from tests.conftest import ROOT

PLACE = Position("figures/2021/instroom.csv", 3, "totaal")


def test_severity_and_sentence_come_from_the_code() -> None:
    """Whoever notices something names the code and what was found, nothing else."""
    one = found("SR-L014", PLACE, {"tekst": "21"}, year=2021)
    assert (one.code, one.severity, one.locations, one.year) == (
        "SR-L014",
        Severity.ERROR,
        (PLACE,),
        2021,
    )
    assert one.message.startswith("'21' is geen jaartal")


def test_a_severity_the_code_never_has_is_refused() -> None:
    """The list of codes says how bad a finding is; no other place decides otherwise."""
    with pytest.raises(ValueError, match="SR-L014 is never opmerking"):
        found("SR-L014", PLACE, {"tekst": "21"}, severity=Severity.NOTE)


def test_a_sentence_needs_all_its_words() -> None:
    """A name that is not given is a fault of ours, never a hole in a message."""
    with pytest.raises(KeyError):
        sentence("SR-L014")


# What is filled in at the end of a sentence and is a sentence itself, or nothing.
_SENTENCES = ("$advies", "$hint", "$reden", "$uitleg", "$melding", "$waarom", "$regels", "$wat")


@pytest.mark.parametrize("code", CODES.values(), ids=list(CODES))
def test_every_code_is_whole(code: object) -> None:
    """A known severity, and sentences that end as sentences and can be filled in."""
    assert CODES
    entry = CODES[getattr(code, "code")]  # noqa: B009 - the parameter is only for its name
    assert entry.severities
    for text in entry.says.values():
        assert Template(text).is_valid(), text
        assert text.rstrip().endswith((".", "?", ":", *_SENTENCES)), text


def test_no_two_kinds_of_finding_share_a_code() -> None:
    """A second entry would silently take the place of the first; none stands in another family."""
    files = (ROOT / "standrapport/messages/codes").glob("*.yaml")
    codes = [
        code for one in files for code in re.findall(r"(?m)^(SR-.+):$", one.read_text("utf-8"))
    ]
    assert sorted(codes) == sorted(CODES)
