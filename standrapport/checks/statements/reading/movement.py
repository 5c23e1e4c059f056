# SPDX-License-Identifier: EUPL-1.2
"""Whether an amount is by how much something moved: 'steeg met 12', 'een daling van 12', 'nam 5
procent toe', 'verloor 80 leden'.
"""

from __future__ import annotations

import re

from ....core.words import Phrase

# Verbs by which a figure moves, without those that are split; here and where a pace is told.
ROSE = r"ste(?:eg|gen)|gestegen|stijg(?:t|en)|groei(?:de|den|t|en)|gegroeid|toegenomen"
FELL = r"daal(?:de|den|t)|dalen|gedaald|kr(?:omp|ompen|impt|impen)|gekrompen|afgenomen"
_UP = (
    rf"{ROSE}|klom(?:men)?|omhoog|n(?:am|amen|eemt|emen)\b[^.;]*?\btoe|"
    r"liep(?:en)?\b[^.;]*?\bop|verbeterden?|verhoogd|opgelopen"
)
_DOWN = (
    rf"{FELL}|omlaag|n(?:am|amen|eemt|emen)\b[^.;]*?\baf|liep(?:en)?\b[^.;]*?\bterug|"
    r"verminderd(?:e|en)?|slonk(?:en)?|verlaagd|teruggelopen|verslechterden?|gezakt|zakten?"
)
_GAINED = r"w(?:int|innen|on|onnen)|gewonnen"
_LOST = r"verl(?:iest|iezen|oor|oren)"
_MOVES = Phrase(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_NOUN = Phrase(
    r"\b(?:(?P<up>stijging|toename|groei|plus|vermeerdering|verhoging|uitbreiding|aanwas)|"
    r"(?P<down>daling|afname|krimp|min|vermindering|verlaging|terugval|teruggang|inkrimping)|(?P<any>verschil|verandering))\s+(?:is\s+|was\s+|bedroeg\s+)?(?:van|met|"
    r":)?\s*(?:\S+\s+)?\Z",
    re.IGNORECASE,
)
# 'groeide 5 procent', 'verloor 80 leden': without 'met', and no preposition before the amount
_STRAIGHT = Phrase(
    rf"\b(?:(?P<up>{_UP}|{_GAINED})|(?P<down>{_DOWN}|{_LOST}))\b(?:\s+[^\s.;:,()]+){{0,5}}?\s+\Z",
    re.IGNORECASE,
)
_GAIN_OR_LOSS = Phrase(rf"\b(?:(?P<up>{_GAINED})|(?P<down>{_LOST}))(?:\s+\w+)?\s+\Z", re.IGNORECASE)
_SPLIT = Phrase(
    r"\b(?P<verb>n(?:am|amen|eemt|emen)|liep(?:en)?|g(?:ing|ingen|aat|aan))\b", re.IGNORECASE
)
_PARTICLE = Phrase(
    r"[^.;:,]{0,20}?\b(?:(?P<up>toe|op|omhoog|vooruit)|(?P<down>af|terug|omlaag|achteruit))"
    r"(?=\s*(?:[.,;:)]|\Z|(?:en|maar|ten|sinds|terwijl|tot|in|vergeleken)\b))",
    re.IGNORECASE,
)
_PREPOSITION = Phrase(
    r"\b(?:naar|tot|op|van|voor|bij|in|onder|boven|uit|door|is|was|tegen|tegenover|bedroeg|of|dan)"
    r"\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
# 'met 14 procent de snelste groeier'
_GROWER = Phrase(
    r"(?:\s+\w+){0,3}?\s+(?:(?P<up>groeiers?|stijgers?|stijging|groei)|(?P<down>dalers?|daling|krimp))\b",
    re.IGNORECASE,
)
_BESIDE_LEVEL = Phrase(
    r"(?:\s+\w+){0,3}?\s+(?:(?P<up>boven)|(?P<down>onder))\s+(?:het|dat)\s+(?:niveau|peil|aantal)\b",
    re.IGNORECASE,
)
# 'de groei van de uitleen (was) 7 procent', 'vlakt af: van 7 procent'
_GROWTH = Phrase(
    r"\b(?:(?P<up>stijging|toename|groei|aanwas)|(?P<down>daling|afname|krimp|terugval))\b"
    r"(?![^.;]*\b(?:aandeel|deel|percentage)\b)[^.;]{0,90}\Z",
    re.IGNORECASE,
)
_APPOSED = Phrase(r"\b(?:ofwel|oftewel|dat is|omgerekend)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_LEVEL = Phrase(r"\b(?:naar|tot)\s+\Z")
_WITH = Phrase(r"\bmet\s+(?:een\s+|de\s+)?(?:\S+\s+)?\Z", re.IGNORECASE)


def movement(before: str, after: str, *, percent: bool, compared: bool) -> int | None:
    """How the words before and after an amount say it moved: up (1), down (-1) or differs (0), or
    None for an amount that did not move. `compared`: 'meer' or 'minder' stands after it.
    """
    level = _LEVEL.search(before)  # 'na een stijging tot 411'
    if (noun := _NOUN.search(before)) and not level:
        return 1 if noun["up"] else -1 if noun["down"] else 0
    if compared:
        return None
    if grown(before, percent=percent):
        growth = _GROWTH.search(before)
        return 1 if growth and growth["up"] else -1
    with_ = _WITH.search(before[-25:])
    if with_ and (grower := _GROWER.match(after)):
        return 1 if grower["up"] else -1
    moves = _moves(before, after) if with_ else None
    return moves or _straight(before, after, percent=percent)


def grown(before: str, *, percent: bool) -> bool:
    """Whether a percentage is that of a growth named before it, also after 'naar'."""
    return percent and _GROWTH.search(before) is not None


def gained(before: str) -> bool:
    """Whether an amount is what was won or lost: the verb alone says which way it went."""
    return _GAIN_OR_LOSS.search(before) is not None


def where_moved(shown: str, start: int, at: int, end: int) -> tuple[int, int] | None:
    """Where the word stands that says an amount at a place of a sentence moved."""
    found = [*_MOVES.finditer(shown, start, at)] or [*_MOVES.finditer(shown, at, end)]
    return found[-1].span() if found else None


def _moves(before: str, after: str) -> int | None:
    found = (
        [*_MOVES.finditer(before)]
        or [*_MOVES.finditer(after)]
        or [*_MOVES.finditer(before + after)]
    )
    return None if not found else 1 if found[-1]["up"] else -1


def _straight(before: str, after: str, *, percent: bool) -> int | None:
    """How an amount moved that stands as the object of its verb: 'nam 5 procent toe'."""
    if percent and _APPOSED.search(before[-40:]):
        return _moves(before, after)
    if _PREPOSITION.search(before[-25:]):
        return None
    found = _GAIN_OR_LOSS.search(before) or _BESIDE_LEVEL.match(after)
    if found is None and percent and not re.match(r"\s*van\b", after):
        found = _STRAIGHT.search(before)
        if found is None and (verbs := list(_SPLIT.finditer(before))):
            beside = before[verbs[-1].end() :]
            found = None if re.search(r"[.;:,]", beside) else _PARTICLE.match(after)
    return None if found is None else 1 if found["up"] else -1
