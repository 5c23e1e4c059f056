# SPDX-License-Identifier: EUPL-1.2
"""Figures and changes in English: the notation and the few words a summary in English needs.

What was worked out in Dutch is told again, so that the numbers cannot differ. The vocabulary is
closed: what has no English here gives None, never a guess.
"""

from __future__ import annotations

import re

from ..model import Printed, ResolvedText
from ..notation import (
    MONTHS,
    NO_BREAK_SPACE,
    NOT_APPLICABLE,
    NOT_AVAILABLE,
    NOT_KNOWN,
    OUTSIDE_LIST,
    through_month,
)

_MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
]  # fmt: skip
_OPEN = {
    NOT_KNOWN: "not yet known",
    NOT_AVAILABLE: "not available",
    NOT_APPLICABLE: "not applicable",
    OUTSIDE_LIST: "not on the list",
}
_SCALES = {"duizend": "thousand", "miljoen": "million", "miljard": "billion"}
_WORDS = {
    "": "",
    "meer": "more",
    "minder": "fewer",
    "gelijk": "the same",
    "evenveel": "the same number",
    "even hoog": "the same",
    "procentpunt hoger": "percentage points higher",
    "procentpunt lager": "percentage points lower",
    "gestegen": "up",
    "gedaald": "down",
    "vrijwel gelijk gebleven": "almost unchanged",
    "gelijk gebleven": "unchanged",
}
_NUMBER = re.compile(
    rf"(?P<euro>€[ {NO_BREAK_SPACE}])?(?P<sign>[+\N{{MINUS SIGN}}<]?)(?P<whole>\d[\d.]*)"
    rf"(?:,(?P<part>\d+))?(?:[ {NO_BREAK_SPACE}](?P<unit>%|procent|[a-z]+))?"
)
_SINCE = re.compile(r"(?P<as>dan|als) in (?P<year>\d{4})(?P<added> \(opgeteld uit de delen)?")


def english_number(text: str) -> str | None:
    """A printed number in English notation; None when it is no number and no word for none.

    >>> english_number("13.840"), english_number("54,2 procent"), english_number("n.n.b.")
    ('13,840', '54.2%', 'not yet known')
    """
    if text in _OPEN:
        return _OPEN[text]
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    number = match["whole"].replace(".", ",") + (f".{match['part']}" if match["part"] else "")
    number = f"{match['sign']}{'€' if match['euro'] else ''}{number}"
    unit = match["unit"]
    if unit in ("%", "procent"):
        return f"{number}%"
    if unit is None:
        return number
    return f"{number} {_SCALES[unit]}" if unit in _SCALES else None


def english(shown: ResolvedText) -> ResolvedText | None:
    """What a filter made of a figure, in English; None when there is no English for a part."""
    told: list[Printed | str] = []
    for part in shown:
        if isinstance(part, Printed):
            words = english_number(part.text) or _WORDS.get(part.text)
            if words is None:
                return None
            told.append(_reprinted(part, words))
        else:
            said = english_words(part)
            if said is None:
                return None
            told.append(said)
    return tuple(told)


def _reprinted(part: Printed, words: str) -> Printed:
    return Printed(words, part.ref, part.year, part.key, part.value)


def english_words(part: str) -> str | None:
    """Words between figures in English, with the spaces and brackets around them; None when there
    is no English for them.

    >>> english_words(" dan in 2023"), english_words(") dan in 2023")
    (' than in 2023', ') than in 2023')
    """
    match = re.fullmatch(r"(?P<before>[\s()]*)(?P<words>.*?)(?P<after>[\s()]*)", part, re.DOTALL)
    if match is None:
        return None
    since = _SINCE.fullmatch(match["words"])
    words = (
        f"{'than' if since['as'] == 'dan' else 'as'} in {since['year']}"
        f"{' (added up from the parts' if since['added'] else ''}"
        if since
        else _WORDS.get(match["words"])
    )
    return None if words is None else f"{match['before']}{words}{match['after']}"


def english_time(period: str | None, year: int) -> str | None:
    """What time a figure is of: '' for a whole year, 'January to November 2025'; None for a part
    of a year that has no English here.
    """
    if period is None:
        return ""
    month = through_month(period)
    if month is not None:
        return f"January to {_MONTHS[month - 1]} {year}"
    state = re.fullmatch(rf"stand (\d+) ({'|'.join(MONTHS)})", period)
    return f"on {state[1]} {_MONTHS[MONTHS.index(state[2])]} {year}" if state else None


__all__ = ["english", "english_number", "english_time", "english_words"]
