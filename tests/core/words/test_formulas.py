# SPDX-License-Identifier: EUPL-1.2
"""Formulas in words: what a reader without the names of the tables can follow."""

from __future__ import annotations

import pytest

from standrapport.core.words import formula_in_words
from standrapport.pipeline.check import check_edition
from tests.conftest import ProjectMaker


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("instroom.ind + instroom.np", "IND + Politie"),
        ("instroom.ind - instroom.ind[-1]", "IND − IND van het jaar ervoor"),
        ("instroom.ind - (instroom.np + 5)", "IND − (Politie + 5)"),
        ("aandeel(instroom.ind, instroom.totaal)", "IND als percentage van Totaal"),
        (
            "verandering(instroom.ind)",
            "(IND − IND van het jaar ervoor) als percentage van IND van het jaar ervoor",
        ),
        ("0.95 * caseload.eind[2020]", "0,95 × Stand op 31 december in 2020"),
        ("som(landen.aantal)", "Alle waarden van Aantal samen"),
        ("som(instroom.ind, 2019, 2021)", "IND van 2019 tot en met 2021 samen"),
        ("max(instroom.ind, instroom.np)", "Het grootste van IND en Politie"),
        ("instroom.ind >= instroom.np[-3]", "IND is minstens Politie van 3 jaar eerder"),
        ("geen formule (", "geen formule ("),
    ],
)
def test_a_formula_reads_as_a_sentence(project: ProjectMaker, formula: str, words: str) -> None:
    """Names instead of references, years and shares in words, brackets where they matter."""
    assert formula_in_words(check_edition(project({}), 2021).catalogue, formula) == words
