# SPDX-License-Identifier: EUPL-1.2
"""Titles of charts that say something: the shipped editions have them, and each is checked."""

from __future__ import annotations

import pytest

from standrapport.core.model import Grafiek
from tests.checks.statements.test_kinds import edition, said

# Per edition what a title says, and what would not be true.
TITLES = [
    (2021, "Instroom gedaald, meer dossiers van de KMar", ("gedaald", "gestegen")),
    (2021, "Instroom gedaald, meer dossiers van de KMar", ("meer", "minder")),
    (2021, "Minder zelfstandig vertrek, minder vertrek zonder toezicht", ("Minder", "Meer")),
    (2021, "Minder zelfstandig vertrek, minder vertrek zonder toezicht", (", minder", ", meer")),
    (2024, "Instroom licht gedaald, meer dossiers van de politie", ("gedaald", "gestegen")),
    (2024, "Instroom licht gedaald, meer dossiers van de politie", ("meer", "minder")),
    (2024, "Onttrekking is de grootste reden van annulering", ("Onttrekking", "Omboeking")),
    (2024, "Onttrekking is de grootste reden van annulering", ("grootste", "kleinste")),
]


@pytest.mark.parametrize(("year", "title", "turned"), TITLES)
def test_a_title_turned_round_is_an_error(year: int, title: str, turned: tuple[str, str]) -> None:
    """One word another way: an error; as it is: no finding."""
    checked, _ = edition(year)
    assert checked.edition is not None
    charts = [b for c in checked.edition.chapters for b in c.blocks if isinstance(b, Grafiek)]
    assert title in [one.title.raw for one in charts if one.title is not None]
    assert said(year, title) == []
    wrong = said(year, title.replace(*turned))
    assert [one.severity.value for one in wrong] == ["error"]
