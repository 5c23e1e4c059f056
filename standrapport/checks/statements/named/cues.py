# SPDX-License-Identifier: EUPL-1.2
"""What the words around an amount say it is: a level, a change, a difference, a sum or a mean."""

from __future__ import annotations

import re
from functools import cache

from ....core.frozen import dataclass
from ....core.words import LESS, MORE, Phrase
from ..reading.computed_years import year_part
from ..reading.lexicon import closed_words, prefixes, rows
from ..reading.movement import gained, grown, movement
from ..reading.parts import SentencePart, TokenKind
from .context import Read, particles

_SUM = Phrase(
    r"\b(?:samen|bij elkaar|opgeteld|gezamenlijk|tezamen|in totaal|alles bij elkaar|bijeen)\b",
    re.IGNORECASE,
)
TOGETHER = Phrase(
    r"\b(?:samen(?!\s+met)|bij elkaar|tezamen|opgeteld|gezamenlijk|bijeen)\b", re.IGNORECASE
)
_JOINS = Phrase(r"\b(?:en|plus|zowel|inclusief|evenals)\b", re.IGNORECASE)
_MEAN = Phrase(r"\bgemiddeld(?:e)?\b", re.IGNORECASE)
_DAY = Phrase(
    r"\b(?:31 december|1 januari|ultimo|eind|einde van het jaar|jaareinde|"
    r"jaarultimo|laatste dag van|oudejaarsdag)\b",
    re.IGNORECASE,
)
_OPENS = Phrase(
    r"\b(?:1 januari|(?:aan |bij )?(?:het )?begin (?:van|in) (?:het|dit|dat) (?:verslag)?jaar|"
    r"jaarbegin|het (?:verslag)?jaar (?:begon|startte|opende)|(?:begonnen|begon|startten|startte) "
    r"(?:we|wij|het jaar|het verslagjaar|\d{4})|bij aanvang van het jaar|"
    r"g(?:ing|ingen|aat|aan) (?:we |wij )?(?:het|dit) (?:verslag)?jaar in)\b",
    re.IGNORECASE,
)
# 'we hielden 12.000 euro over': what is left of what came in
_RESULT = Phrase(
    r"\b(?:(?P<short>tekort|(?:negatief|nadelig) (?:resultaat|saldo))|"
    r"overschot|(?:positief|batig) (?:resultaat|saldo)|overgehouden|overhielden|overhield|"
    r"(?:houd(?:en|t)?|hield(?:en)?|bl(?:ijft|ijven|eef|even))\b[^.;:]*?\bover)\b",
    re.IGNORECASE,
)
TIMES = Phrase(r"\s*(?:keer|maal)\s+zo(?:veel|\s+[^\W\d_]+)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Cues:
    """What an amount may be. `change`: it is how much something rose (1), fell (-1) or differs (0);
    None for a level. `kinds`: it compares two kinds rather than two years.
    """

    change: int | None
    kinds: bool
    summed: bool
    together: bool  # kinds are: 'samen', not 'in totaal'
    joined: bool  # kinds may be added: a word of sums, or 'en'
    mean: bool
    towards: bool  # 'steeg naar', 'uitkomen op': the level after a change
    stock: bool = False  # the sentence names a day: 'op 31 december', 'eind 2024'
    moved: bool = False  # 'steeg met', 'een daling van': by how much it rose or fell
    told: tuple[int, int] | None = None  # where 'meer' stands with no 'dan', or what was won
    opens: bool = False  # it is said of the first day of a year: 'het jaar begon met 434'
    times: bool = False  # it is so many times something: '1,7 keer zo veel'
    part: int | None = None  # into how many a year is divided: 'per maand'
    result: int = 0  # it is what is left of what came in (1), or what came short (-1)
    difference: bool = False  # the sentence speaks of a difference: 'het verschil, 1.540'


def cues_of(read: Read, anchor: int, shown: str, *, percent: bool = False) -> Cues:
    """What the words around one amount say it is; `percent`: it is one, which after a verb that
    moves says by how much even without 'met'.
    """
    part = read.part_of(anchor)
    at = next(n for n, token in enumerate(read.tokens) if token.anchor == anchor)
    token = read.tokens[at]
    start, end = read.tokens[0].start, read.tokens[-1].end
    before, after = shown[start : token.start], shown[token.end : end]
    near = [t.text.lower() for t in read.tokens[at + 1 : min(part.high, at + 5)]]
    change = next((1 if w in _RAISED else -1 for w in near if w in _RAISED or w in _LOWERED), None)
    if change is not None and not _counts(near, change):
        change = None
    towards = bool(re.search(r"\b(?:naar|tot|op)\s+(?:\S+\s+)?\Z", before))
    found = movement(before, after, percent=percent, compared=change is not None)
    moved = found is not None and found != 0
    change = change if found is None else found
    dan = _dan(read, at)
    kinds = change is not None and dan is not None and _names_kind(read, dan)
    told = _told(read, at, dan) if change is not None and not moved else None
    whole = shown[start:end]
    own = _told_of_it(read, part, shown)
    return Cues(
        change=change,
        kinds=kinds,
        summed=bool(_SUM.search(own)),
        together=bool(TOGETHER.search(own)),
        joined=bool(_SUM.search(own) or _JOINS.search(whole)),
        mean=bool(_MEAN.search(whole)),
        towards=towards and not grown(before, percent=percent),
        stock=bool(_DAY.search(whole)),
        moved=moved,
        told=(token.start, token.end) if gained(before) else told,
        opens=_opens(read, part, shown),
        times=bool(TIMES.match(after)),
        part=year_part(own),
        result=_result(own),
        difference="verschil" in whole.lower(),
    )


def _result(own: str) -> int:
    """Whether what is told is left of what came in (1), or came short (-1)."""
    found = _RESULT.search(own)
    return 0 if found is None else -1 if found["short"] else 1


def _told_of_it(read: Read, part: SentencePart, shown: str) -> str:
    """A sentence without the parts of its other amounts."""
    parts = [
        one for one in read.parts if one.anchor == part.anchor or (one.anchor < 0 and not one.apart)
    ]
    spans = ((read.tokens[one.low].start, read.tokens[one.high - 1].end) for one in parts)
    return " ".join(shown[low:high] for low, high in spans)


def _opens(read: Read, part: SentencePart, shown: str) -> bool:
    """Whether an amount's own part of a sentence tells of the first day of a year."""
    low, high = read.tokens[part.low].start, read.tokens[part.high - 1].end
    return _OPENS.search(shown, low, high) is not None


def _counts(near: list[str], change: int) -> bool:
    """Whether 'meer' after an amount belongs to it: not when another verb stands between."""
    words = _RAISED if change > 0 else _LOWERED
    place = next(n for n, word in enumerate(near) if word in words)
    after = near[place + 1 : place + 2]
    named = (
        near[place] in _HIGHER
        and bool(after)
        and after[0].isalpha()
        and after[0] not in closed_words()
    )
    return place <= 2 and not named  # 'hoger beroep' is no change


# 'meer', and of times, ages and money too: '0,6 week langer'
_RAISED = MORE | {"langer", "trager", "ouder", "duurder", "vaker"}
_LOWERED = LESS | {"korter", "sneller", "jonger", "goedkoper"}
_HIGHER = {"hoger", "lager", "groter", "kleiner"}


def _told(read: Read, at: int, dan: int | None) -> tuple[int, int] | None:
    """Where the word of a direction after an amount stands, when nothing is compared by 'dan'."""
    near = read.tokens[at + 1 : at + 4] if dan is None else ()
    own = (one for one in near if one.text.lower() in _RAISED | _LOWERED)
    return next(((one.start, one.end) for one in own), None)


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


_DENIES = {"niet", "geen", "zonder"}


@cache
def computing_words() -> dict[str, frozenset[str]]:
    """Per kind of computation the words that speak of it."""
    return {kind: frozenset(words.split()) for kind, words in rows("rekenwoorden.tsv")}


def kinds_of(read: Read, anchor: int) -> frozenset[str]:
    """The computations the words of a sentence speak of."""
    loose = {at for at, _ in particles(read.tokens)}
    elsewhere = [range(one.low, one.high) for one in read.parts if one.anchor not in (-1, anchor)]
    words: set[str] = set()
    for at, one in enumerate(read.tokens):
        small = one.text.lower()
        if one.kind is not TokenKind.WORD or (at not in loose and small in prefixes()):
            continue  # 'bij Nederlands' adds nothing
        if small in _DENIES and any(at in part for part in elsewhere):
            continue  # '12.820 kandidaten, van wie er 190 niet verschenen'
        words.add(small)
    words |= {word.removesuffix("t").removesuffix("d") for word in words}
    return frozenset(kind for kind, own in computing_words().items() if own & words)
