# SPDX-License-Identifier: EUPL-1.2
"""What a claim without a number is, the words each kind of claim is made of, and where a sentence
says nothing to be so.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from ...core.frozen import dataclass
from ...core.words import Phrase
from .lexicon import rows


class Claims(Enum):
    """What is claimed."""

    DIRECTION = "richting"
    ORDER = "vergelijking"
    TIMES = "keren"  # so many times another kind, or as many
    EXTREME = "uiterste"  # of kinds or keys
    MAJORITY = "deel"  # more or less than half of a whole
    PEAK = "piek"  # of years


@dataclass(frozen=True)
class Claim:
    """Words at `start` up to `end` that claim something; `way` is the kind of direction, 'op' and
    'neer' for most and least, or how many times; `place` the rank claimed; `than` where 'dan' (or
    what stands for it) is; `denied`: that it is not so.
    """

    kind: Claims
    start: int
    end: int
    words: str
    way: str
    place: int = 1
    than: tuple[int, int] | None = None
    never: bool = False  # 'nooit minder dan in 2021': a claim on every year
    bare: bool = False  # 'minder aanvragen', with nothing it is compared with
    denied: bool = False
    verb: bool = False  # a verb stands between the two that are compared
    follows: bool = False  # 'gevolgd door …': the place after the claim before it
    year: int = 0  # the year of a turn that is taken for granted: 'na de dip van 2022'
    nowhere: bool = False  # 'nergens zo veel als in …': what follows comes first of its kind


@cache
def claim_patterns() -> dict[str, list[tuple[str, Phrase]]]:
    """Per kind of relation its ways with what says each."""
    found: dict[str, list[tuple[str, Phrase]]] = {}
    for kind, way, words in rows("verhoudingen.tsv"):
        parts = words.replace("~", r"(?:(?:[^.;:(),]|(?<=\d)[.,](?=\d)){0,60}?\s)?")
        pattern = Phrase(rf"(?<!\d[.,])\b(?:{parts})\b", re.IGNORECASE)
        found.setdefault(kind, []).append((way, pattern))
    return found


def unsaid(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where a sentence only wishes, expects or supposes something: that is not said to be so."""
    found = []
    for way, pattern in claim_patterns()["ongezegd"]:
        for match in pattern.finditer(text, start, end):
            low = start if way == "zin" else match.start()
            stops = [at for mark in ".;" if (at := text.find(mark, match.end(), end)) >= 0]
            found.append((low, min(stops, default=end)))
    return found
