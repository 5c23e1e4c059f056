"""Amounts that count nothing a table could count: measures, ages, numbers that are part of a name."""

from __future__ import annotations

import re
from functools import cache

from .lexicon import rows
from .mention import Mention, Unit
from .names import Names
from .vocabulary import SAME, Spoken

_AFTER = re.compile(r"[\s\u00a0-]*([^\W\d_]+)")
_NAME = re.compile(r"(?<![.!?:\n])[ \u00a0]([A-ZÀ-Ý][^\W\d_]{2,})[ \u00a0]\Z")


@cache
def _measures() -> frozenset[str]:
    return frozenset(word for (words,) in rows("maten.tsv") for word in words.split())


def quiet_amount(shown: str, mention: Mention, names: Names) -> bool:
    """Whether an amount is a measure ('140 kilometer') or part of a name ('Kade 118')."""
    if mention.unit is not Unit.COUNT:
        return False
    after = _AFTER.match(shown, mention.end)
    if after and after[1].lower() in _measures():
        return True
    before = _NAME.search(shown[max(0, mention.start - 40) : mention.start])
    whole = mention.value.denominator == 1 and "." not in mention.text
    if not before or not whole:
        return False
    fits = names.vocabulary.fits(Spoken(before[1].lower()))
    return not any(how >= SAME for how in fits.values())
