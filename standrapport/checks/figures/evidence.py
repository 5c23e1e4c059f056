"""Evidence outside the sums for which cell is wrong: one slip of the pen away, and agreement with
neighbouring years and cells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import log

from ...core.model import Figure, FigureKey, Figures, Interval

# Costs of a repair in evidence: a slip explains it; otherwise the cell should at least come closer
# to its neighbours in time.
SLIP = 0.0
PLAIN = 1.0
STEP_AWAY = 0.6
AGREES = 0.2  # what agreement with the years beside it is worth to a slip


@dataclass(frozen=True, slots=True)
class LikelyValue:
    """The value a cell most likely should have, and how much speaks against it (0: a known kind of
    slip explains it).
    """

    value: Decimal
    cost: float
    slip: str = ""


def slips(figure: Figure, figures: Figures) -> Iterator[tuple[Decimal, str]]:
    """Values from which the printed one is one slip of the pen away, with the kind of slip."""
    if figure.value is None:
        return
    digits = f"{figure.value:f}".replace(".", "")
    scale = max(0, -int(figure.value.as_tuple().exponent))

    def value_of(text: str) -> Decimal:
        return Decimal(int(text or "0")).scaleb(-scale)

    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1] and (at or digits[1] != "0"):
            yield (
                value_of(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]),
                "twee cijfers verwisseld",
            )
    for at in range(len(digits)):
        if len(digits) > 1:
            yield value_of(digits[:at] + digits[at + 1 :]), "een cijfer te veel"
        for digit in "0123456789":
            if digit != digits[at]:
                yield value_of(digits[:at] + digit + digits[at + 1 :]), "een cijfer verkeerd"
    for at in range(len(digits) + 1):
        for digit in "0123456789":
            yield value_of(digits[:at] + digit + digits[at:]), "een cijfer vergeten"
    yield figure.value * 10, "een nul vergeten"
    yield figure.value / 10, "een nul te veel"
    yield from _copies(figure, figures)


def _copies(figure: Figure, figures: Figures) -> Iterator[tuple[Decimal, str]]:
    """When the cell repeats its neighbour in time, that neighbour may have been copied: any other
    value is then as likely.
    """
    for shift in (-1, 1):
        other = figures.get(FigureKey(figure.id.ref, figure.id.year + shift, figure.id.key))
        if other is not None and other.value == figure.value and figure.value:
            yield Decimal("NaN"), "het getal van een ander jaar"


_WEIGHT = {"twee cijfers verwisseld": 0.0, "een nul vergeten": 0.0, "een nul te veel": 0.0, "een cijfer vergeten": 0.1,
           "een cijfer te veel": 0.1, "het getal van een ander jaar": 0.15, "een cijfer verkeerd": 0.2}  # fmt: skip


def propose(figure: Figure, allowed: Interval, figures: Figures) -> LikelyValue | None:
    """The value in the column's rounding that fits and has most in its favour; None when no printed
    value fits.
    """
    step = figure.rounding or Decimal(1).scaleb(-figure.decimals)
    half = Fraction(figure.rounding) / 2 if figure.rounding else Fraction(0)
    low = (
        max(Fraction(0), _fraction(allowed.low) - half)
        if allowed.low != -float("inf")
        else Fraction(0)
    )
    high = _fraction(allowed.high) + half if not isinstance(allowed.high, float) else None

    def fits(value: Decimal) -> bool:
        exact = Fraction(value)
        return (
            low <= exact
            and (high is None or exact <= high)
            and exact % Fraction(step) == 0
            and value != figure.value
        )

    def against(value: Decimal, kind: str) -> float:
        return (
            _WEIGHT[kind] + _off_centre(value, low, high) - AGREES * _closer(figure, value, figures)
        )

    best: LikelyValue | None = None
    for value, kind in slips(figure, figures):
        if value.is_nan():
            middle = _middle(low, high, step)
            candidate = (
                None
                if middle is None or not fits(middle)
                else LikelyValue(middle, _WEIGHT[kind], kind)
            )
        else:
            candidate = LikelyValue(value, against(value, kind), kind) if fits(value) else None
        if candidate is not None and (best is None or candidate.cost < best.cost):
            best = candidate
    if best is not None:
        return best
    middle = _middle(low, high, step)
    if middle is None or not fits(middle):
        return None
    return LikelyValue(middle, PLAIN - STEP_AWAY * _closer(figure, middle, figures))


def _fraction(bound: Fraction | float) -> Fraction:
    return Fraction(bound) if not isinstance(bound, float) else Fraction(0)


def _middle(low: Fraction, high: Fraction | None, step: Decimal) -> Decimal | None:
    unit = Fraction(step)
    aim = low if high is None else (low + high) / 2
    whole = Decimal(int((aim / unit + Fraction(1, 2)) // 1)) * step
    for value in (whole, whole + step, whole - step):
        if low <= Fraction(value) and (high is None or Fraction(value) <= high):
            return value
    return None


def _off_centre(value: Decimal, low: Fraction, high: Fraction | None) -> float:
    """A little in favour of the middle of what fits, where roundings would have to work together
    least.
    """
    if high is None or high == low:
        return 0.0
    return 0.05 * float(abs(Fraction(value) - (low + high) / 2) / (high - low))


def _closer(figure: Figure, value: Decimal, figures: Figures) -> float:
    """How much better the new value agrees with the years beside it than the printed
    one: -1 to 1.
    """
    near = [
        figures.get(FigureKey(figure.id.ref, figure.id.year + shift, figure.id.key))
        for shift in (-1, 1)
    ]
    known = [float(other.value) for other in near if other is not None and other.value]
    if not known or not value or not figure.value:
        return 0.0
    before = sum(abs(log(float(figure.value) / other)) for other in known)
    after = sum(abs(log(float(value) / other)) for other in known)
    return max(-1.0, min(1.0, before - after))
