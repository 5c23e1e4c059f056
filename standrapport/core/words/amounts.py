# SPDX-License-Identifier: EUPL-1.2
"""Words chosen by the value, so that they cannot lie: shares and thousands in Dutch.

The thresholds are the service's own choice, written down in docs/schrijven.md and tested there.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from ..notation import MINUS, format_getal, round_to

# A share counts as an anchor itself within half a percentage point, as 'ruim' or 'bijna' within two
# and a half.
EXACT_SHARE = Fraction(1, 2)
NEAR_SHARE = Fraction(5, 2)

_ANCHORS: tuple[tuple[Fraction, str], ...] = (
    (Fraction(10), "een tiende"),
    (Fraction(20), "een vijfde"),
    (Fraction(25), "een kwart"),
    (Fraction(100, 3), "een derde"),
    (Fraction(50), "de helft"),
    (Fraction(200, 3), "twee derde"),
    (Fraction(75), "drie kwart"),
    *((Fraction(tens), f"{tens} procent") for tens in (30, 40, 60, 70, 80, 90)),
)


def share_in_words(percentage: Fraction) -> str:
    """A percentage in words: 61,2 is 'ruim 60 procent', 48,5 'bijna de helft', 54 '54 procent'."""
    if percentage == 0:
        return "niemand"
    if percentage == 100:
        return "iedereen"
    anchor, words = min(_ANCHORS, key=lambda pair: abs(pair[0] - percentage))
    gap = percentage - anchor
    if abs(gap) <= EXACT_SHARE:
        return words
    if abs(gap) <= NEAR_SHARE:
        return f"{'ruim' if gap > 0 else 'bijna'} {words}"
    return f"{format_getal(rounded(percentage, 0))} procent"


def thousands(value: Fraction) -> tuple[str, Fraction]:
    """A count in thousands, in halves below ten thousand: 7.480 is '7½ duizend', 16.370 '16
    duizend'; with the value said.
    """
    step = Fraction(500) if abs(value) < 10_000 else Fraction(1000)
    steps = Fraction(
        round_to(Decimal(value.numerator) / Decimal(value.denominator) / Decimal(int(step)), 0)
    )
    said = steps * step
    whole, half = divmod(abs(int(said)), 1000)
    sign = MINUS if said < 0 else ""
    number = "½" if half and not whole else f"{format_getal(whole)}{'½' if half else ''}"
    return (f"{sign}{number} duizend" if said else "nul"), said


def rounded(value: Fraction, decimals: int) -> Decimal:
    """A `value` rounded half away from zero to `decimals` digits after the comma."""
    return round_to(Decimal(value.numerator) / Decimal(value.denominator), decimals)
