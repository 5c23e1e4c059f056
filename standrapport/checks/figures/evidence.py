# SPDX-License-Identifier: EUPL-1.2
"""How a wrong cell comes about: the slips of a pen that turn one value into another, each with its
share, and how well a value agrees with the years beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from decimal import Decimal
from fractions import Fraction
from math import log

from ...core.frozen import dataclass
from ...core.model import Figure, FigureKey, Figures

# The share of each way in which a cell goes wrong. They order what fits, and say when one
# explanation outweighs all others together; `bench/repairs.py` measures how well that goes.
_SWAPPED = "twee cijfers verwisseld"
_ZERO_LOST = "een nul vergeten"
_ZERO_MORE = "een nul te veel"
_LOST = "een cijfer vergeten"
_MORE = "een cijfer te veel"
_WRONG = "een cijfer verkeerd"
_COPIED = "het getal van een ander jaar"
_SHARES = {_SWAPPED: 0.14, _ZERO_LOST: 0.09, _ZERO_MORE: 0.11, _LOST: 0.1, _MORE: 0.1, _WRONG: 0.12}
_OF_OTHER_YEAR, _OF_OTHER_CELL, _NEAR, _FAR = 0.1, 0.06, 0.1, 0.08
_NEAR_STEPS = 60
_SMALL = 10  # steps: smaller values are about as plausible as each other
_NEIGHBOUR_SPREAD = 0.25  # of the logarithm of a value around the years beside it


def _spellings(figure: Figure) -> Iterator[tuple[Decimal, str, int]]:
    """Values from which the printed one is one slip away: the kind, and in how many ways it can
    happen.
    """
    if figure.value is None:
        return
    digits = f"{abs(figure.value):f}".replace(".", "")
    below = figure.value < 0
    scale = max(0, -int(figure.value.as_tuple().exponent))
    size = len(digits)

    def value_of(text: str) -> Decimal:
        found = Decimal(int(text or "0")).scaleb(-scale)
        return -found if below else found

    for text in _swapped(digits):
        yield value_of(text), _SWAPPED, max(1, size - 1)
    for at in range(size):
        if size > 1 and (at or digits[1] != "0"):
            yield value_of(digits[:at] + digits[at + 1 :]), _MORE, 10 * size
        for digit in "0123456789":
            if digit != digits[at] and (at or digit != "0"):
                yield value_of(digits[:at] + digit + digits[at + 1 :]), _WRONG, 9 * size
    for at in range(size + 1):
        for digit in "0123456789":
            yield value_of(digits[:at] + digit + digits[at:]), _LOST, size + 1
    yield figure.value * 10, _ZERO_LOST, 1
    yield figure.value / 10, _ZERO_MORE, 1


def _swapped(digits: str) -> Iterator[str]:
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1] and (at or digits[1] != "0"):
            yield digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]


@dataclass(frozen=True)
class Slips:
    """How probable it is that what is printed was meant to be another value."""

    printed: Decimal
    step: Decimal
    spelt: dict[Decimal, tuple[float, str]] = field(default_factory=dict)
    anywhere: float = 0.0  # for any value: the cell was filled from another one
    copied: bool = False  # it repeats the year before or after

    @classmethod
    def of(cls, figure: Figure, figures: Figures) -> Slips:
        """The slips that can have led to a printed figure."""
        found: dict[Decimal, tuple[float, str]] = {}
        most: dict[Decimal, float] = {}
        for value, kind, ways in _spellings(figure):
            chance = _SHARES[kind] / ways
            total, word = found.get(value, (0.0, kind))
            if chance > most.get(value, 0.0):
                most[value], word = chance, kind
            found[value] = (total + chance, word)
        step = figure.rounding or Decimal(1).scaleb(-figure.decimals)
        years = [
            other
            for shift in (-1, 1)
            if (other := _in_year(figure, figures, shift)) and other.value == figure.value
        ]
        copied = bool(years) and bool(figure.value)
        anywhere = _OF_OTHER_YEAR / 2 * len(years) if copied else 0.0
        return cls(figure.value or Decimal(0), step, found, anywhere, copied)

    def chance(self, value: Decimal) -> float:
        """How probable the printed value is when this one was meant."""
        steps = abs(float((value - self.printed) / self.step))
        near = _NEAR / (2 * _NEAR_STEPS) if steps <= _NEAR_STEPS else 0.0
        far = (_FAR + _OF_OTHER_CELL) / (2 * abs(float(value / self.step)) + 10)
        return self.spelt.get(value, (0.0, ""))[0] + near + far + self.anywhere

    def word(self, value: Decimal) -> str:
        """The slip that explains it, in Dutch; '' when none does."""
        chance, word = self.spelt.get(value, (0.0, ""))
        return _COPIED if self.copied and self.anywhere > chance else word


def _in_year(figure: Figure, figures: Figures, shift: int) -> Figure | None:
    return figures.get(FigureKey(figure.id.ref, figure.id.year + shift, figure.id.key))


@dataclass(frozen=True)
class Plausible:
    """How plausible a value is before any rule is looked at: by its size and the years beside it,
    next to how plausible the printed value is.
    """

    printed: float
    centre: float | None
    least: float

    @classmethod
    def of(cls, figure: Figure, figures: Figures) -> Plausible:
        """The years beside a figure, as far as they are known."""
        near = [_in_year(figure, figures, shift) for shift in (-1, 1)]
        known = [float(other.value) for other in near if other is not None and other.value]
        # Across zero nothing is so many times something else.
        below = (figure.value or 0) < 0
        same = all((value < 0) == below for value in known)
        step = figure.rounding or Decimal(1).scaleb(-figure.decimals)
        sizes = [log(abs(value)) for value in known]
        centre = sum(sizes) / len(sizes) if sizes and same else None
        return cls(float(figure.value or 0), centre, _SMALL * float(step))

    def __call__(self, value: Fraction | Decimal) -> float:
        """The density at a value divided by that at the printed one."""
        return self._density(float(value)) / self._density(self.printed)

    def _density(self, value: float) -> float:
        size = abs(value) + self.least
        if self.centre is None:
            return 1 / size
        off = (log(size) - self.centre) / _NEIGHBOUR_SPREAD
        return 1 / (size * (1 + off * off))
