"""A number in running text, as the interval of values it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction


class Unit(Enum):
    """What a number in text counts."""

    COUNT = "aantal"
    PERCENT = "procent"
    POINTS = "procentpunt"
    EURO = "euro"


@dataclass(frozen=True)
class Mention:
    """A number at `start` up to `end` of a text (words such as 'ruim' and 'procent' included).

    `value` is the number as said, in persons, percent or euros; `low` and `high` what it says about the value behind it: 'ruim 60
    procent' is 60 to 62,5, '16 duizend' 15.500 to 16.500, '13.840' exactly itself. `plain` tells that it is exact and unqualified;
    `small` that it is a whole number of twelve or less, which counts all kinds of things.
    """

    start: int
    end: int
    text: str
    value: Fraction
    low: Fraction
    high: Fraction
    unit: Unit
    plain: bool

    @property
    def small(self) -> bool:
        """Whether it is a count so small that it stands for a figure only when the sentence names that figure."""
        return self.unit is Unit.COUNT and self.value <= 12

    def says(self, value: Fraction) -> bool:
        """Whether a value is among those said."""
        return self.low <= value <= self.high
