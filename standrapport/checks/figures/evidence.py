# SPDX-License-Identifier: EUPL-1.2
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
    digits = f"{abs(figure.value):f}".replace(".", "")
    below = figure.value < 0
    scale = max(0, -int(figure.value.as_tuple().exponent))

    def value_of(text: str) -> Decimal:
        found = Decimal(int(text or "0")).scaleb(-scale)
        return -found if below else found

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


_WEIGHT = {
    "twee cijfers verwisseld": 0.0,
    "een nul vergeten": 0.0,
    "een nul te veel": 0.0,
    "een cijfer vergeten": 0.1,
    "een cijfer te veel": 0.1,
    "het getal van een ander jaar": 0.15,
    "een cijfer verkeerd": 0.2,
}


@dataclass(frozen=True, slots=True)
class _Fitting:
    """The printed values a cell may get: from `low` to `high` (None: no end), in steps."""

    low: Fraction
    high: Fraction | None
    step: Decimal
    printed: Decimal | None  # as it stands now: no mending

    @classmethod
    def of(cls, figure: Figure, allowed: Interval) -> _Fitting:
        """The printed values that stand for a true value within the interval."""
        half = Fraction(figure.rounding) / 2 if figure.rounding else Fraction(0)
        low, high = allowed.low, allowed.high
        least = Fraction(-(10**24) if figure.may_be_negative else 0)
        return cls(
            least if isinstance(low, float) else max(least, low - half),
            None if isinstance(high, float) else high + half,
            figure.rounding or Decimal(1).scaleb(-figure.decimals),
            figure.value,
        )

    def fits(self, value: Decimal) -> bool:
        """Whether a value may be printed and differs from what stands there now."""
        exact = Fraction(value)
        return self._holds(exact) and exact % Fraction(self.step) == 0 and value != self.printed

    def middle(self) -> Decimal | None:
        """The value nearest to the middle, None when that is no mending."""
        unit = Fraction(self.step)
        aim = self.low if self.high is None else (self.low + self.high) / 2
        whole = Decimal(int((aim / unit + Fraction(1, 2)) // 1)) * self.step
        near = (whole, whole + self.step, whole - self.step)
        first = next((value for value in near if self._holds(Fraction(value))), None)
        return first if first is not None and self.fits(first) else None

    def off_centre(self, value: Decimal) -> float:
        """A little in favour of the middle of what fits, where roundings would have to work
        together least.
        """
        if self.high is None or self.high == self.low:
            return 0.0
        width = self.high - self.low
        return 0.05 * float(abs(Fraction(value) - (self.low + self.high) / 2) / width)

    def _holds(self, exact: Fraction) -> bool:
        return self.low <= exact and (self.high is None or exact <= self.high)


def propose(figure: Figure, allowed: Interval, figures: Figures) -> LikelyValue | None:
    """The value in the column's rounding that fits and has most in its favour; None when no printed
    value fits.
    """
    room = _Fitting.of(figure, allowed)
    likely = min(_slips_within(figure, room, figures), key=lambda one: one.cost, default=None)
    if likely is not None:
        return likely
    middle = room.middle()
    if middle is None:
        return None
    return LikelyValue(middle, PLAIN - STEP_AWAY * _closer(figure, middle, figures))


def _slips_within(figure: Figure, room: _Fitting, figures: Figures) -> Iterator[LikelyValue]:
    """The values that fit from which the printed one is one slip of the pen away."""
    for value, kind in slips(figure, figures):
        if value.is_nan():
            middle = room.middle()
            if middle is not None:
                yield LikelyValue(middle, _WEIGHT[kind], kind)
        elif room.fits(value):
            nearer = AGREES * _closer(figure, value, figures)
            yield LikelyValue(value, _WEIGHT[kind] + room.off_centre(value) - nearer, kind)


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
    if min(float(figure.value), float(value), *known) < 0:
        return 0.0  # across zero nothing is so many times something else
    before = sum(abs(log(float(figure.value) / other)) for other in known)
    after = sum(abs(log(float(value) / other)) for other in known)
    return max(-1.0, min(1.0, before - after))
