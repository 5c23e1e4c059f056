# SPDX-License-Identifier: EUPL-1.2
"""A number in running text, as the interval of values it says; the sentences of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from fractions import Fraction

from ....core.frozen import dataclass
from ....core.words import Phrase

_DECIMALS = re.compile(r"[^,]*,(\d*).*", re.DOTALL)
_ONE = Fraction(1)


class Unit(Enum):
    """What a number in text counts."""

    COUNT = "aantal"
    PERCENT = "procent"
    POINTS = "procentpunt"
    EURO = "euro"


@dataclass(frozen=True)
class Mention:
    """A number at `start` up to `end` of a text (words such as 'ruim' and 'procent' included).

    `value` is the number as said, in persons, percent or euros; `low` and `high` what it says about
    the value behind it: 'ruim 60 procent' is 60 to 62,5, '16 duizend' 15.500 to 16.500, '13.840'
    exactly itself. `plain` tells that it is exact and unqualified.
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
    def step(self) -> Fraction:
        """What its last decimal counts: a tenth for '1,8', one for a whole number."""
        return Fraction(1, 10 ** len(_DECIMALS.sub(r"\1", self.text))) if "," in self.text else _ONE

    @property
    def counts(self) -> bool:
        """Whether it is a count of things."""
        return self.unit is Unit.COUNT

    def is_half(self, value: Fraction) -> bool:
        """Whether 'meer dan de helft' or 'minder dan de helft' holds of a percentage, by however
        much: it says which part is the larger.
        """
        if not self.text.lower().endswith("dan de helft"):
            return False
        return value > self.value if self.low == self.value else value < self.value

    def says(self, value: Fraction) -> bool:
        """Whether a value is among those said."""
        return self.low <= value <= self.high


# A sentence ends at . ! ? with space and a capital, quote, digit or end after it; at a blank line;
# at a list item.
_END = Phrase(
    r"(?<!\bbijv)(?<!\bca)(?<!\bart)(?<!\bnr)(?<!\bblz)(?<!\bp)[.!?]['\"’”)*_]*(?:\[\^[^\]\s]+\])*(?=\s+[\"'‘“"
    r"(*_A-ZÀ-Ý\d\ue000]|\s*\Z)|\n\s*\n|\n(?=\s*(?:[-*]|\d{1,3}\.)\s)|;\s*\n"
)


@dataclass(frozen=True)
class Sentence:
    """A sentence from `start` up to `end` of a text."""

    start: int
    end: int


def sentences(text: str) -> Iterator[Sentence]:
    """Every sentence, in order; their ends touch."""
    start = 0
    for match in _END.finditer(text):
        yield Sentence(start, match.end())
        start = match.end()
    if text[start:].strip():
        yield Sentence(start, len(text))
