# SPDX-License-Identifier: EUPL-1.2
"""A sentence in parts: the words that go with each number, those all numbers share, and those of
another clause.

A comma or 'en' parts two numbers that each have words of their own ('9.200 van het loket, 2.320 van
de balie'); between two names it parts nothing ('gegronde en ongegronde klachten').
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from ....core.frozen import dataclass
from ....core.words import Phrase
from .lexicon import closed_words, kinds_of_words

_TOKEN = Phrase(
    r"[^\W\d_\ue000]{1,4}\d{1,3}(?!\w)|[^\W\d_\ue000]+(?:['’][^\W\d_\ue000]+)?|\ue000+|"
    r"\d[\d.,]*\d|\d|[^\w\s]",
    re.UNICODE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SPLIT_WORDS = {"en", "of", "maar", "terwijl", "waarvan", "waaronder", "tegen", "tegenover", "naar"}
_OTHER_CLAUSE = {"maar", "terwijl", "omdat", "doordat", "hoewel", "zodat", "want", "waardoor"} | {
    "niettemin",
    "desondanks",
    "echter",
    "nochtans",
}
_RELATIVE = {"die", "dat", "wie", "waar", "waarin", "waarbij", "waarmee", "waarop", "waaraan"}
_AS_MANY = {"zo", "zoveel"}
_COMPARES = {"dan", "tegenover", "tegen"}


class TokenKind(Enum):
    """What a token is."""

    WORD = "woord"
    AMOUNT = "getal"
    YEAR = "jaar"
    MARK = "teken"


@dataclass(frozen=True, slots=True)
class SentenceToken:
    """A word, number or mark at `start` up to `end` of the text; `anchor` numbers the amounts."""

    start: int
    end: int
    text: str
    kind: TokenKind
    anchor: int = -1


@dataclass(frozen=True, slots=True)
class SentencePart:
    """Tokens `low` up to `high` of a sentence; `anchor` is the amount it belongs to, -1 for none;
    `compares`: it names what is compared with ('dan in 2022'); `apart`: a clause of its own.
    """

    low: int
    high: int
    anchor: int
    compares: bool = False
    apart: bool = False


def tokens_of(
    text: str, start: int, end: int, spans: Sequence[tuple[int, int]]
) -> list[SentenceToken]:
    """The tokens of a sentence; `spans` are the amounts, in order, with their number as place."""
    found: list[SentenceToken] = []
    at = start
    for number, (low, high) in enumerate(spans):
        if low >= end or high <= start:
            continue
        found.extend(_plain(text, at, low))
        found.append(SentenceToken(low, high, text[low:high], TokenKind.AMOUNT, number))
        at = high
    found.extend(_plain(text, at, end))
    return found


def _plain(text: str, start: int, end: int) -> list[SentenceToken]:
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        kind = (
            TokenKind.YEAR
            if _YEAR.fullmatch(word)
            else TokenKind.WORD
            if word[0].isalpha()
            else TokenKind.MARK
        )
        found.append(SentenceToken(match.start(), match.end(), word, kind))
    return found


def parts_of(tokens: Sequence[SentenceToken]) -> list[SentencePart]:
    """The parts of a sentence, in order."""
    atoms = _atoms(tokens)
    parts: list[SentencePart] = []
    for low, high in atoms:
        parts.extend(_one_amount_each(tokens, low, high))
    return parts


def _atoms(tokens: Sequence[SentenceToken]) -> list[tuple[int, int]]:
    """Stretches between marks and joining words, joined again where nothing is parted."""
    cuts = [0]
    for at, token in enumerate(tokens):
        small = token.text.lower()
        if small == "(" and at + 1 < len(tokens) and tokens[at + 1].kind is TokenKind.AMOUNT:
            continue  # 'onttrekking (1.520)': the number belongs to the name before it
        if token.kind is TokenKind.MARK and small in ",;:()–—":
            cuts.append(at + 1)
        elif small in _SPLIT_WORDS or _opens_comparison(tokens, at):
            cuts.append(at)
    cuts.append(len(tokens))
    stretches = [(low, high) for low, high in itertools.pairwise(cuts) if low < high]
    joined: list[tuple[int, int]] = []
    for low, high in stretches:
        if joined and not _parted(tokens, joined[-1], (low, high)):
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    return joined


def _as(token: SentenceToken) -> bool:
    """Whether a token is the 'als' of a comparison: the reader of claims numbers it."""
    return token.kind is TokenKind.AMOUNT and token.text.lower() == "als"


def _opens_comparison(tokens: Sequence[SentenceToken], at: int) -> bool:
    words = [token.text.lower() for token in tokens[at : at + 3]]
    phrase = words[:3] == ["ten", "opzichte", "van"] or words[:2] == ["vergeleken", "met"]
    dan = words[0] == "dan" and not (at > 0 and tokens[at - 1].text.lower() == "anders")
    return phrase or dan or _as(tokens[at]) or _as_many(tokens, at)


def _as_many(tokens: Sequence[SentenceToken], at: int) -> bool:
    """Whether 'als' says what so many times something is held against: '1,7 keer zo veel … als'."""
    before = [token.text.lower() for token in tokens[max(0, at - 8) : at]]
    times = {"keer", "maal"} & set(before)
    return tokens[at].text.lower() == "als" and bool(times) and any(w in _AS_MANY for w in before)


def _parted(
    tokens: Sequence[SentenceToken], before: tuple[int, int], after: tuple[int, int]
) -> bool:
    """Whether two stretches are parts of their own."""
    first = tokens[after[0]].text.lower()
    if _has_amount(tokens, before) and _has_amount(tokens, after):
        return True
    if first in {"tegen", "tegenover", "naar"}:
        return _has_amount(tokens, after) and _has_amount(tokens, before)
    if first in {"en", "of"}:
        return _has_amount(tokens, before) and _has_verb(tokens, after)
    return True


def _has_amount(tokens: Sequence[SentenceToken], span: tuple[int, int]) -> bool:
    return any(token.kind is TokenKind.AMOUNT for token in tokens[span[0] : span[1]])


def _has_verb(tokens: Sequence[SentenceToken], span: tuple[int, int]) -> bool:
    verbs = kinds_of_words()["hulpwerkwoord"] | kinds_of_words()["richting"]
    return any(token.text.lower() in verbs for token in tokens[span[0] : span[1]])


def _apart(tokens: Sequence[SentenceToken], low: int, high: int, first: str) -> bool:
    """Whether a stretch without an amount is a clause of its own, or an aside."""
    if first == "niet" and high < len(tokens) and tokens[high].text.lower() == "maar":
        return True  # 'niet de balie maar het loket': of the loket something is told
    joined = first in {"en", "of"} and _has_verb(tokens, (low, high))
    relative = (
        first in _RELATIVE
        and low > 0
        and tokens[low - 1].text == ","
        and tokens[high - 1].text != ")"
    )
    return first in _OTHER_CLAUSE or joined or relative or _has_aside(tokens, low, high)


def _has_aside(tokens: Sequence[SentenceToken], low: int, high: int) -> bool:
    """Whether a stretch only says what is taken along or left out: 'herinspecties niet meegeteld',
    'exclusief spoed'.
    """
    words = [one.text.lower() for one in tokens[low:high] if one.kind is TokenKind.WORD]
    return bool(words) and (
        words[0] in kinds_of_words()["buiten"]
        or words[:2] in (["anders", "dan"], ["in", "tegenstelling"])
        or words[-1] in kinds_of_words()["meegeteld"]
        or words[-3:] in (["mee", "te", "tellen"], ["mee", "te", "rekenen"])
    )


def _one_amount_each(tokens: Sequence[SentenceToken], low: int, high: int) -> list[SentencePart]:
    """A stretch as a part, or cut so that every part has one amount."""
    amounts = [at for at in range(low, high) if tokens[at].kind is TokenKind.AMOUNT]
    first = next((t.text.lower() for t in tokens[low:high] if t.kind is not TokenKind.MARK), "")
    compares = first in _COMPARES or _opens_comparison(tokens, low)
    if not amounts:
        return [SentencePart(low, high, -1, compares, _apart(tokens, low, high, first))]
    parts = []
    start = low
    for at, following in zip(amounts, [*amounts[1:], None], strict=True):
        end = high if following is None else _cut(tokens, at, following)
        parts.append(SentencePart(start, end, tokens[at].anchor, compares and start == low))
        start = end
    if len(amounts) > 1 and _of_whole(tokens, amounts[-2], amounts[-1]):
        end = _cut(tokens, amounts[-1], high)  # '20 van de 80 ritten waren leeg': of the 20 is told
        parts[-1] = replace(parts[-1], high=end)
        parts += [SentencePart(end, high, tokens[amounts[-2]].anchor)] if end < high else []
    return parts


def _of_whole(tokens: Sequence[SentenceToken], one: int, other: int) -> bool:
    """Whether one amount is told to be of another: 'a van de b ritten'."""
    between = [token.text.lower() for token in tokens[one + 1 : other]]
    return (
        bool(between) and between[0] == "van" and set(between[1:]) <= {"de", "alle", "in", "totaal"}
    )


def _cut(tokens: Sequence[SentenceToken], at: int, following: int) -> int:
    """Where the words of an amount end when another follows in the same stretch."""
    closed = closed_words()
    small = [token.text.lower() for token in tokens]
    place = at + 1
    while place < following and small[place] not in closed and tokens[place].kind is TokenKind.WORD:
        place += 1
        if place < following and place > at + 1 and _looks_past(small[place]):
            break
    while place + 1 < following and small[place] in {"in", "over", "eind", "van"}:
        if tokens[place + 1].kind is TokenKind.YEAR:
            place += 2
        else:
            break
    return place


def _looks_past(word: str) -> bool:
    """Whether a word has the form of a verb in the past tense."""
    return word.endswith(("te", "ten", "de", "den"))
