"""The corpus: every sentence gets the verdict and the readings written down for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from standrapport.core.model import NumberInText
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import Checked
from tests.conftest import ROOT

from .corpus import Case, cases, judged

CASES = cases()


@pytest.fixture(scope="module")
def editions() -> Mapping[int, Checked]:
    """Both real editions, checked once."""
    return {year: check_edition(ROOT, year) for year in (2021, 2024)}


@pytest.mark.parametrize("case", CASES, ids=[str(number) for number in range(len(CASES))])
def test_sentence_is_read_as_expected(case: Case, editions: Mapping[int, Checked]) -> None:
    """Verdict, number of numbers, and the figure of each number."""
    found = judged(case, editions[case.edition])
    assert found.verdict == case.expected, case.sentence
    assert len(found.numbers) == len(case.numbers), [number.text for number in found.numbers]
    for number, expected in zip(found.numbers, case.numbers, strict=True):
        assert expected["tekst"].lower() in number.text.lower()
        assert _fits(number, expected), (case.sentence, number.figures, expected)


def _fits(number: NumberInText, expected: Mapping[str, Any]) -> bool:
    """Whether the figures of a number hold the one expected (for several: all of them, for none:
    none).
    """
    refs = {(figure.ref, figure.year) for figure in number.figures}
    if "kandidaten" in expected:
        return {(one["cijfer"], one["jaar"]) for one in expected["kandidaten"]} <= refs
    if expected["cijfer"] is None:
        return not refs
    return (expected["cijfer"], expected["jaar"]) in refs


def test_the_corpus_is_large_and_mixed() -> None:
    """At least 150 sentences, of every kind."""
    kinds = Counter(case.expected for case in CASES)
    assert len(CASES) >= 150
    assert min(kinds[kind] for kind in ("goed", "fout", "onschuldig")) >= 40
    assert min(kinds[kind] for kind in ("meer", "ander_jaar", "richting")) >= 10
