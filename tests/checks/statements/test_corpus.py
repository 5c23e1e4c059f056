# SPDX-License-Identifier: EUPL-1.2
"""Sentences about the real figures, written for the reader before this one: each gets the verdict
written down for it, but for those in `afwijkend.txt`.

A number that fits more than one cell ('meer') may be right or in doubt now; one of another year is
wrong; a count up to twenty of things no table counts is quiet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from standrapport.core.model import Severity
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import Checked
from tests.conftest import ROOT

from .corpus import Case, Found, cases, judged

CASES = cases()
LIST = Path(__file__).with_name("afwijkend.txt")


@pytest.fixture(scope="module")
def editions() -> Mapping[int, Checked]:
    """Both real editions, checked once."""
    return {year: check_edition(ROOT, year) for year in (2021, 2024)}


def as_expected(case: Case, found: Found) -> bool:
    """Whether the verdict is the one written down."""
    error = any(one.severity is Severity.ERROR for one in found.findings)
    match case.expected:
        case "fout" | "ander_jaar":
            return error
        case "richting":
            return any(one.code in {"SR-N013", "SR-N017"} for one in found.findings)
        case "meer":
            return not error
        case _:
            return not found.findings


def test_only_listed_sentences_are_read_otherwise(editions: Mapping[int, Checked]) -> None:
    """Those and no others."""
    other = [
        str(number)
        for number, case in enumerate(CASES)
        if not as_expected(case, judged(case, editions[case.edition]))
    ]
    known = [line.split()[0] for line in LIST.read_text("utf-8").splitlines() if line[:1].isdigit()]
    assert other == known


def test_the_figure_of_a_right_number_is_the_one_meant(editions: Mapping[int, Checked]) -> None:
    """Nearly all numbers of right sentences stand for the figure a reader takes them for."""
    right = total = 0
    for case in CASES:
        if case.expected != "goed":
            continue
        found = judged(case, editions[case.edition])
        for number, expected in zip(found.numbers, case.numbers, strict=False):
            total += 1
            refs = {(figure.ref, figure.year) for figure in number.figures}
            right += (expected["cijfer"], expected.get("jaar")) in refs
    assert total > 80
    assert right >= 0.78 * total  # what is reached; the rest fits another figure of the same value


def test_the_corpus_is_large_and_mixed() -> None:
    """At least 150 sentences, of every kind."""
    kinds = Counter(case.expected for case in CASES)
    assert len(CASES) >= 150
    assert min(kinds[kind] for kind in ("goed", "fout", "onschuldig")) >= 40
    assert min(kinds[kind] for kind in ("meer", "ander_jaar", "richting")) >= 10
