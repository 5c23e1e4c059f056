# SPDX-License-Identifier: EUPL-1.2
"""Which populations a formula counts together."""

from __future__ import annotations

import pytest

from standrapport.core.formula import populations
from tests.core.invented import catalogue, derived, table

CATALOGUE = catalogue(
    table("t", "a", "b", population="caseload"),
    table("u", "a", population="partners"),
    table("v", "a"),
    derived("d.samen", "t.a + u.a"),
    derived("d.gezegd", "t.a + u.a", population="iedereen"),
    derived("d.dieper", "d.samen - v.a"),
    derived("d.kapot", "t.a +"),
    derived("d.zichzelf", "d.zichzelf + u.a"),
)


@pytest.mark.parametrize(
    ("refs", "expected"),
    [
        (["t.a", "t.b"], ["caseload"]),
        (["u.a", "t.a", "u.a"], ["partners", "caseload"]),
        (["v.a"], []),
        (["v.a", "t.a"], ["caseload"]),
        (["d.samen"], ["caseload", "partners"]),
        (["d.dieper", "u.a"], ["caseload", "partners"]),
        (["d.gezegd", "t.a"], ["iedereen", "caseload"]),
        (["d.kapot", "u.a"], ["partners"]),
        (["d.zichzelf"], ["partners"]),
        (["x.y", "t.a"], ["caseload"]),
        ([], []),
    ],
)
def test_populations_in_order_of_appearance(refs: list[str], expected: list[str]) -> None:
    """Derived figures count by what they say themselves, else by their cells."""
    assert populations(CATALOGUE, refs) == expected
