# SPDX-License-Identifier: EUPL-1.2
"""Words chosen by the value, and the filters that use them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from standrapport.core.model import plain
from standrapport.core.words import direction, share_in_words, thousands
from standrapport.pipeline.check import check_edition
from tests.conftest import ProjectMaker


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (50, "de helft"),
        (48, "bijna de helft"),
        (52, "ruim de helft"),
        (61, "ruim 60 procent"),
        (33, "een derde"),
        (31, "ruim 30 procent"),
        (54, "54 procent"),
        (65, "bijna twee derde"),
        (66, "bijna twee derde"),
        (67, "twee derde"),
        (25, "een kwart"),
        (0, "niemand"),
        (3, "3 procent"),
        (97, "97 procent"),
    ],
)
def test_shares(share: int, words: str) -> None:
    """An anchor within half a point is named itself, within two and a half points as
    ruim or bijna.
    """
    assert share_in_words(Fraction(share)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (16370, "16 duizend"),
        (7480, "7½ duizend"),
        (7100, "7 duizend"),
        (400, "½ duizend"),
        (13840, "14 duizend"),
        (0, "nul"),
    ],
)
def test_thousands(value: int, words: str) -> None:
    """Halves below ten thousand, whole thousands above."""
    assert thousands(Fraction(value))[0] == words


def test_direction() -> None:
    """Under one percent is nearly the same."""
    assert direction(Fraction(1005), Fraction(1000)) == "vrijwel gelijk gebleven"
    assert direction(Fraction(1010), Fraction(1000)) == "gestegen"
    assert direction(Fraction(900), Fraction(1000)) == "gedaald"
    assert direction(Fraction(900), Fraction(900)) == "gelijk gebleven"


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("instroom.ind", "700"),
        ("instroom.totaal", "1.000"),
        ("jaar", "2021"),
        ("jaar - 1", "2020"),
        ("instroom.ind + instroom.np", "1.000"),
        ("instroom.ind[-1]", "600"),
        ("instroom.ind[2020]", "600"),
        ("instroom.ind | verschil(-1)", "100 meer (+17\N{NO-BREAK SPACE}%)"),
        ("instroom.np | verschil(-1)", "90 minder (\N{MINUS SIGN}23\N{NO-BREAK SPACE}%)"),
        ("instroom.np | richting(-1)", "gedaald"),
        ("instroom.aandeel_ind", "70,0\N{NO-BREAK SPACE}%"),
        ("instroom.aandeel_ind | procent(0)", "70 procent"),
        ("instroom.aandeel_ind | aandeel", "70 procent"),
        ("instroom.totaal | duizend", "1 duizend"),
        ('landen.aantal["Zuidland"]', "380"),
        ("landen.aantal | namen(2)", "Noordland en Zuidland"),
        ("som(landen.aantal)", "1.000"),
        ("caseload.uitstroom[-1]", "n.n.b."),
    ],
)
def test_expressions(project: ProjectMaker, expression: str, words: str) -> None:
    """Each form of expression prints what it should."""
    text = (
        f"titel: C\nblokken:\n  - soort: tekst\n    tekst: |\n      Hier {{{{ {expression} }}}}.\n"
    )
    checked = check_edition(project({"content/2021/cijfers.yaml": text}), 2021)
    printed = [
        plain(segments) for source, segments in checked.texts.items() if "Hier" in source.raw
    ]
    assert printed == [f"Hier {words.removesuffix('.')}.\n"]
