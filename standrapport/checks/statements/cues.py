# SPDX-License-Identifier: EUPL-1.2
"""What the words around an amount say it is: a level, a change, a difference, a sum or a mean."""

from __future__ import annotations

import re

from ...core.frozen import dataclass
from ...core.words import LESS, MORE
from .context import Read
from .parts import TokenKind

_UP = (
    r"ste(?:eg|gen)|gestegen|stijg(?:t|en)|groei(?:de|den|t|en)|gegroeid|toegenomen|klom(?:men)?|"
    r"omhoog|"
    r"n(?:am|amen|eemt|emen)\b[^.;]*?\btoe|liep(?:en)?\b[^.;]*?\bop|verbeterden?|verhoogd|opgelopen"
)
_DOWN = (
    r"daal(?:de|den|t)|dalen|gedaald|kr(?:omp|ompen|impt|impen)|gekrompen|afgenomen|omlaag|"
    r"n(?:am|amen|eemt|emen)\b[^.;]*?\baf|liep(?:en)?\b[^.;]*?\bterug|verminderd(?:e|en)?|"
    r"slonk(?:en)?|"
    r"verlaagd|teruggelopen|verslechterden?|gezakt|zakten?"
)
_MOVES = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_NOUN = re.compile(
    r"\b(?:(?P<up>stijging|toename|groei|plus|vermeerdering|verhoging|uitbreiding|aanwas)|"
    r"(?P<down>daling|afname|krimp|min|vermindering|verlaging|terugval|teruggang|inkrimping)|(?P<any>verschil|verandering))\s+(?:is\s+|was\s+|bedroeg\s+)?(?:van|met|"
    r":)?\s*(?:\S+\s+)?\Z",
    re.IGNORECASE,
)
_WITH = re.compile(r"\bmet\s+(?:een\s+|de\s+)?(?:\S+\s+)?\Z", re.IGNORECASE)
_SUM = re.compile(
    r"\b(?:samen|bij elkaar|opgeteld|gezamenlijk|tezamen|in totaal|alles bij elkaar|bijeen)\b",
    re.IGNORECASE,
)
_MEAN = re.compile(r"\bgemiddeld(?:e)?\b", re.IGNORECASE)
_DAY = re.compile(
    r"\b(?:31 december|1 januari|ultimo|eind|einde van het jaar|jaareinde|"
    r"jaarultimo|laatste dag van|oudejaarsdag)\b",
    re.IGNORECASE,
)
_DAN = re.compile(r"\bdan\b", re.IGNORECASE)


@dataclass(frozen=True)
class Cues:
    """What an amount may be. `change`: it is how much something rose (1), fell (-1) or differs (0);
    None for a level. `kinds`: it compares two kinds rather than two years.
    """

    change: int | None
    kinds: bool
    summed: bool
    mean: bool
    towards: bool  # 'steeg naar', 'uitkomen op': the level after a change
    stock: bool = False  # the sentence names a day: 'op 31 december', 'eind 2024'
    moved: bool = False  # 'steeg met', 'een daling van': by how much it rose or fell
    difference: bool = False  # the sentence speaks of a difference: 'het verschil, 1.540'


def cues_of(read: Read, anchor: int, shown: str) -> Cues:
    """What the words around one amount say it is."""
    part = read.part_of(anchor)
    at = next(n for n, token in enumerate(read.tokens) if token.anchor == anchor)
    token = read.tokens[at]
    start, end = read.tokens[0].start, read.tokens[-1].end
    before, after = shown[start : token.start], shown[token.end : end]
    near = [t.text.lower() for t in read.tokens[at + 1 : min(part.high, at + 5)]]
    moved = False
    change = next((1 if w in MORE else -1 for w in near if w in MORE or w in LESS), None)
    if change is not None and not _counts(near, change):
        change = None
    towards = bool(re.search(r"\b(?:naar|tot|op)\s+(?:\S+\s+)?\Z", before))
    level = re.search(r"\b(?:naar|tot)\s+\Z", before)  # 'na een stijging tot 411'
    if (noun := _NOUN.search(before)) and not level:
        change = 1 if noun["up"] else -1 if noun["down"] else 0
        moved = not noun["any"]
    elif change is None and _WITH.search(before[-25:]) and (moves := _moves(before, after)):
        change, moved = moves, True
    dan = _dan(read, at)
    kinds = change is not None and dan is not None and _names_kind(read, dan)
    whole = shown[start:end]
    return Cues(
        change,
        kinds,
        bool(_SUM.search(whole)),
        bool(_MEAN.search(whole)),
        towards,
        bool(_DAY.search(whole)),
        moved,
        "verschil" in whole.lower(),
    )


def _counts(near: list[str], change: int) -> bool:
    """Whether 'meer' after an amount belongs to it: not when another verb stands between."""
    words = MORE if change > 0 else LESS
    place = next(n for n, word in enumerate(near) if word in words)
    return place <= 2


def _moves(before: str, after: str) -> int | None:
    found = (
        [*_MOVES.finditer(before)]
        or [*_MOVES.finditer(after)]
        or [*_MOVES.finditer(before + after)]
    )
    return None if not found else 1 if found[-1]["up"] else -1


def _dan(read: Read, at: int) -> int | None:
    """The token 'dan' after an amount."""
    return next(
        (n for n in range(at + 1, len(read.tokens)) if read.tokens[n].text.lower() == "dan"), None
    )


def _names_kind(read: Read, dan: int) -> bool:
    """Whether what stands after 'dan' is another kind, not another year."""
    words = read.tokens[dan + 1 : dan + 8]
    if any(token.kind is TokenKind.YEAR for token in words[:4]):
        return False
    small = [token.text.lower() for token in words]
    if "jaar" in small[:4] or "eerder" in small[:5]:
        return False
    return any(one.token > dan for one in read.said if one.fits)
