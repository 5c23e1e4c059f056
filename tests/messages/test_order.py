# SPDX-License-Identifier: EUPL-1.2
"""The order in which findings are told."""

from __future__ import annotations

from standrapport.core.model import Finding, Position, Severity
from standrapport.messages.as_text import in_order


def test_the_mistake_comes_before_the_agreement_it_undid() -> None:
    """A lapsed agreement follows from a changed figure, whatever the names of the files."""
    lapsed = Finding("SR-S020", Severity.ERROR, "x", (Position("content/2021/cijfers.yaml", 7, 1),))
    broken = Finding(
        "SR-C001", Severity.ERROR, "y", (Position("figures/2021/instroom.csv", 5, "totaal"),)
    )
    warning = Finding("SR-N012", Severity.WARNING, "z", (Position("content/2021/a.yaml", 1, 1),))
    assert in_order([warning, lapsed, broken]) == [broken, lapsed, warning]


def test_a_figure_comes_before_what_is_said_of_it() -> None:
    """A claim that a wrong cell made false stands below the cell, and what another version of a
    summary misses below the wrong reference.
    """
    claim = Finding("SR-N005", Severity.ERROR, "x", (Position("content/2021/cijfers.yaml", 7, 1),))
    cell = Finding(
        "SR-C001", Severity.ERROR, "y", (Position("figures/2021/instroom.csv", 5, "totaal"),)
    )
    other = Finding("SR-S064", Severity.ERROR, "z", (Position("content/2021/a.yaml", 1, 1),))
    assert in_order([other, claim, cell]) == [cell, claim, other]
