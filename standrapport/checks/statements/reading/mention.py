# SPDX-License-Identifier: EUPL-1.2
"""A number in running text, as the interval of values it says; what numbers beside each other say
together; the sentences of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
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
    exactly itself. `plain` tells that it is exact and unqualified, `between` that it says two ends:
    'tussen de 8 en de 12', 'nooit minder dan 8 en nooit meer dan 12'.
    """

    start: int
    end: int
    text: str
    value: Fraction
    low: Fraction
    high: Fraction
    unit: Unit
    plain: bool
    between: bool = False

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


_HUNDRED = 100
_BETWEEN = Phrase(r"tussen(?:\s+de)?\s+\Z", re.IGNORECASE)
_AND = re.compile(r"\s+en(?:\s+de)?\s+\Z")
_NEVER = r"\b(?:nooit|niet|nergens)\s+"
_NOT_UNDER = Phrase(rf"{_NEVER}(?:minder\s+dan|lager\s+dan|onder)(?:\s+de)?\s+\Z", re.IGNORECASE)
_NOT_OVER = Phrase(
    rf"(?:\s+[^\W\d_]+)?,?\s+(?:en|of|maar\s+ook)\s+(?:{_NEVER})?(?:meer\s+dan|hoger\s+dan|boven)"
    r"(?:\s+de)?\s+\Z",
    re.IGNORECASE,
)
_VARIED = Phrase(
    r"\b(?:varieer\w*|schommel\w*|fluctueer\w*|wisselde\w*|uiteen)\b[^.;:]*\bvan(?:\s+de)?\s+\Z",
    re.IGNORECASE,
)
_TO = re.compile(r"\s+(?:tot|à|a)\s+\Z|\s*[-–]\s*\Z")
_FROM = Phrase(r"\bvan\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_ONWARDS = re.compile(r"\s+(?:in\s+(?:19|20)\d\d\s+)?naar\s+(?:\w+\s+)?", re.IGNORECASE)
_MOVED = Phrase(r"\b(?:met|van)(?:\s+(?:de|het|een))?\s+\Z", re.IGNORECASE)  # 'steeg met a tot b'
_LISTED = re.compile(r",\s+|,?\s+(?:en|of)\s+")
_STOP = re.compile(r"[.!?]\s")
# '15 miljoen euro aan baten, en 14 miljoen aan lasten': what follows is no noun of its own
_OF_WHAT = Phrase(
    r"\s*(?:[.,;:()]|\Z|(?:aan|in|naar|tot|en|op|uit|dit|vorig|eind|begin|over|voor|van|door|tegen|"
    r"dan|meer|minder)\b)"
)


def told_together(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The numbers of a text, in order, each with the unit that only one beside it is told in, and
    those of 'tussen a en b' as one.
    """
    return _ranges(text, _of_one_unit(text, mentions))


def _of_one_unit(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """'Steeg van 59 naar 60 procent', '78, 76 en 80 procent': all are of the last one's unit."""
    found = list(mentions)
    for at in range(len(found) - 2, -1, -1):
        one, after = found[at], found[at + 1]
        moved = _FROM.search(text[: one.start]) and _ONWARDS.fullmatch(text, one.end, after.start)
        percent = one.plain and after.unit is Unit.PERCENT and one.value <= _HUNDRED
        if percent and (moved or _LISTED.fullmatch(text, one.end, after.start)):
            found[at] = replace(one, unit=Unit.PERCENT)
        elif moved and (times := _scale_of(one, after)):
            found[at] = _scaled(one, times)
    for at in range(1, len(found)):
        if _of_money(text, found[at - 1], found[at]):
            found[at] = replace(found[at], unit=Unit.EURO)
    return found


_SCALES = {"duizend": 10**3, "miljoen": 10**6, "mln": 10**6, "miljard": 10**9, "mld": 10**9}


def _scale_of(one: Mention, after: Mention) -> int:
    """The scale that a bare number shares with the money after it: 'van 3,1 naar 3,3 miljoen euro';
    0 where it has none.
    """
    bare = one.plain and one.unit is Unit.COUNT
    scale = next((size for word, size in _SCALES.items() if word in after.text.lower()), 0)
    near = bool(scale) and after.value / scale < 5 * one.value < 25 * after.value / scale
    return scale if bare and near and after.unit is Unit.EURO else 0


def _scaled(one: Mention, times: int) -> Mention:
    """A bare number as money, so many times."""
    value, slack = one.value * times, one.step * times / 2
    low, high = value - slack, value + slack
    return replace(one, value=value, low=low, high=high, unit=Unit.EURO, plain=False)


def _of_money(text: str, before: Mention, one: Mention) -> bool:
    """Whether an amount with a scale and no noun goes on from one of euros with that scale."""
    scale = one.text.rsplit(maxsplit=1)[-1]
    if before.unit is not Unit.EURO or one.unit is not Unit.COUNT or not scale.isalpha():
        return False
    same = re.search(rf"\b{scale}\b", before.text, re.IGNORECASE) is not None
    beside = _STOP.search(text, before.end, one.start) is None
    return same and beside and _OF_WHAT.match(text, one.end) is not None


def _ranges(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """'tussen a en b' and 'a tot b' become one mention that says everything between, as does 'nooit
    minder dan a en nooit meer dan b'.
    """
    found: list[Mention] = []
    for mention in mentions:
        both = _as_range(text, found[-1], mention) if found else None
        if both is not None:
            found[-1] = both
        else:
            found.append(mention)
    return found


def _as_range(text: str, first: Mention, mention: Mention) -> Mention | None:
    """Two numbers as the ends of one range; None when they are none."""
    gap, head = text[first.end : mention.start], text[: first.start]
    unit = mention.unit if first.unit is Unit.COUNT else first.unit
    if first.value >= mention.value or unit is not mention.unit:
        return None
    between = _AND.fullmatch(gap) and _BETWEEN.search(head)
    between = between or (_NOT_OVER.match(gap) and _NOT_UNDER.search(head))
    varied = _VARIED.search(head) is not None
    if not (between or (_TO.fullmatch(gap) and (varied or not _MOVED.search(head)))):
        return None
    start = between.start() if between else first.start
    return Mention(
        start,
        mention.end,
        text[start : mention.end],
        mention.value,
        first.low if first.unit is unit else first.value,
        mention.high,
        unit,
        plain=False,
        between=bool(between) or varied,
    )


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
