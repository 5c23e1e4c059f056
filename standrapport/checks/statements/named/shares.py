# SPDX-License-Identifier: EUPL-1.2
"""What a share is taken of: the words 'van de aanvragen' beside a percentage or a fraction."""

from __future__ import annotations

from ..reading.lexicon import closed_words, kinds_of_words
from ..reading.parts import TokenKind
from .context import Read

_OPENS = {"van", "onder"}
_RELATIVE = {"wat", "wie"}  # 'van wat men vroeg', 'van alles wat er is aangevraagd'
_ANYTHING = {"alles", "al", "degenen", "iedereen", *_RELATIVE}
_CONSISTS = {"bestond", "bestonden", "bestaat", "bestaan", "bestaande"}
_SUBJECTS = {"we", "wij", "ze", "zij", "er", "men", "u", "ik"}
_ALSO = {
    "wat",
    "niet",
    "de",
    "het",
    "alle",
    "al",
    "die",
    "deze",
    "dit",
    "dat",
    "hen",
    "iedereen",
    "totale",
    "hele",
    "gehele",
    "wie",
    "elke",
    "iedere",
    "tien",
    "honderd",
    "duizend",
}


def base_of(read: Read, anchor: int, *, ratio: bool = False) -> tuple[int, int] | None:
    """The tokens of the base of a share: 'van' with the words after it, in the part of the amount
    or in the part before it; of a `ratio` ('een op de drie bezwaren') the words right after it.
    None when the sentence names none.
    """
    part = read.part_of(anchor)
    at = next(n for n, token in enumerate(read.tokens) if token.anchor == anchor)
    if ratio:
        end = _end(read, at + 1, part.high)
        return (at + 1, end) if end > at + 1 else None
    places = [
        n
        for n in range(part.low, part.high)
        if read.tokens[n].text.lower() in _OPENS and n + 1 < part.high
    ]
    after = [n for n in places if n > at]
    before = [n for n in places if n < at]
    if part.low in before and at + 1 not in after:  # 'Van de aanvragen was … van bewoners'
        after, before = [], [part.low]
    for start in (*after[:1], *before):
        end = _end(read, start + 1, part.high)
        if end > start + 1:
            return start, end
    for earlier in reversed([one for one in read.parts if one.high <= part.low]):
        for start in range(earlier.low, earlier.high):
            if read.tokens[start].text.lower() in _OPENS:
                end = _end(read, start + 1, earlier.high)
                if end > start + 1:
                    return start, end
    return None


def opening_base(read: Read) -> tuple[int, int] | None:
    """The tokens of 'van …' that a sentence opens with, and of the clause right after it: 'van de
    passen die nog gelden, …'.
    """
    if read.tokens[0].text.lower() not in _OPENS:
        return None
    high = len(read.tokens)
    end = _end(read, 1, high)
    if any(one.text.lower() in {"die", "dat"} for one in read.tokens[end - 1 : end + 1]):
        end = next((n for n in range(end, high) if _is_mark(read, n)), end)
    return 0, end


def _end(read: Read, at: int, high: int) -> int:
    """Where the words after 'van' end: at a verb, an amount, a mark or a joining word."""
    closed = closed_words()
    if _relative(read, at):
        ends = (n for n in range(at, high) if _is_mark(read, n))
        return next(ends, high)
    named = False
    consists = any(token.text.lower() in _CONSISTS for token in read.tokens)
    while at < high and not _stops(read, at, named=named, consists=consists):
        small = read.tokens[at].text.lower()
        if (
            named
            and small not in closed
            and ((_participle(small) and _last(read, at, high)) or _inverted(read, at))
        ):
            break
        named = named or small not in closed
        at += 1
    return at


def _relative(read: Read, at: int) -> bool:
    """Whether a base is a clause of its own: 'van wat men vroeg', 'van alles wat er is'."""
    first, second = ([one.text.lower() for one in read.tokens[at : at + 2]] + ["", ""])[:2]
    after = first in _ANYTHING and second in {*_RELATIVE, "die", "dat"}
    return first in _RELATIVE or after


def _is_mark(read: Read, at: int) -> bool:
    return read.tokens[at].kind is TokenKind.MARK or read.tokens[at].anchor >= 0


def _stops(read: Read, at: int, *, named: bool, consists: bool) -> bool:
    """Whether a token is no part of a base; `consists`: 'van het afval bestond … uit gft'."""
    token = read.tokens[at]
    small = token.text.lower()
    if token.kind is not TokenKind.WORD or small in kinds_of_words()["hulpwerkwoord"]:
        return True
    if small == "uit" and named and consists:
        return True
    return small in closed_words() and small not in _ALSO and small not in {"in", "met", "uit"}


def _inverted(read: Read, at: int) -> bool:
    """Whether a word is the verb before its subject: 'van elke honderd meldingen volgden we …'."""
    return at + 1 < len(read.tokens) and read.tokens[at + 1].text.lower() in _SUBJECTS


def _participle(word: str) -> bool:
    return word.endswith(("d", "t", "en")) and len(word) > 4


def _last(read: Read, at: int, high: int) -> bool:
    """Whether a word is the last of its part: there a participle is the verb, not a name."""
    return at + 1 >= high or read.tokens[at + 1].kind is TokenKind.MARK
