# SPDX-License-Identifier: EUPL-1.2
"""Numbers with the sign of their unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from standrapport.core.notation import with_sign
from standrapport.core.words import aside, change_of, signed


@pytest.mark.parametrize(
    ("unit", "below_a_heading", "alone"),
    [
        ("euro", "€ 12,3", "€ 12,3"),
        ("duizend euro", "€ 12,3", "€ 12,3 duizend"),
        ("miljoen euro", "€ 12,3", "€ 12,3 miljoen"),
        ("dagen", "12,3", "12,3 dagen"),
        ("personen", "12,3", "12,3"),
    ],
)
def test_signs(unit: str, below_a_heading: str, alone: str) -> None:
    """With its scale only where no heading gives it; marks have no sign."""
    assert with_sign("12,3", unit).replace("\N{NO-BREAK SPACE}", " ") == below_a_heading
    assert with_sign("12,3", unit, alone=True).replace("\N{NO-BREAK SPACE}", " ") == alone
    assert with_sign("n.n.b.", unit, alone=True) == "n.n.b."


def test_changes() -> None:
    """Money with its sign; points are not taken a percentage of."""
    money = change_of(Decimal("10.0"), Decimal("12.5"), "miljoen euro")
    assert aside(money, 1).replace("\N{NO-BREAK SPACE}", " ") == "€ 2,5 miljoen meer"
    points = change_of(Decimal("1.5"), Decimal("2.0"), "procentpunten")
    assert aside(points, 1) == "0,5 procentpunt hoger"
    assert signed(points) == "+0,5 procentpunt"
