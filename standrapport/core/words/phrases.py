# SPDX-License-Identifier: EUPL-1.2
"""Regular expressions for Dutch phrases, hundreds of which are tried on every sentence.

Most cannot be there: a phrase has letters it cannot do without, and seeing that a text holds none
of those takes a small part of the time of searching it. Nothing is compiled before it is tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_LETTER = r"(?:[^\W\d_]|[ '’])"
_PIECE = re.compile(
    rf"(?:(?P<letters>{_LETTER}+(?![?*{{])|{_LETTER})|(?P<aside>\(\?<?[=!])|"
    r"(?P<open>\((?:\?(?:P<\w+>|\w*:))?)|(?P<close>\))|(?P<or>\|)|(?P<edge>\\[bBAZ]|[$^])|"
    r"(?P<other>\[\^?\]?(?:\\.|[^\]\\])*\]|\\(?:u.{4}|x..|.)|.))"
    r"(?:(?P<maybe>\?)|(?P<any>\*|\{0?,\d*\})|(?P<more>\+|\{\d+,?\d*\}))?\??",
    re.DOTALL,
)
_MOST = 40  # spellings of one stretch; beyond it nothing is won
_RARE = 5  # letters that are rare enough

Words = frozenset[str]
_NOTHING: Words = frozenset()
_EMPTY: Words = frozenset({""})


class Phrase:
    """A regular expression as `re.compile` makes it, that looks first for letters it needs.

    Spaces count: `re.VERBOSE` is no flag for it.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags
        self._needs: tuple[str, ...] | None = None
        self._compiled: re.Pattern[str] | None = None
        self._seen: str | None = None  # the text looked at last, sentence by sentence
        self._found = False

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first place of the phrase in a text, or None."""
        one = self._within(text)
        return one and one.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The phrase at a place of a text, or None."""
        one = self._within(text)
        return one and one.match(text, start, len(text) if end is None else end)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Every place of the phrase in a text."""
        one = self._within(text)
        return one.finditer(text, start, len(text) if end is None else end) if one else iter(())

    def may_be_in(self, text: str) -> bool:
        """Whether a text holds letters that the phrase needs; when not, it is nowhere in it."""
        if text is not self._seen:
            if self._needs is None:
                self._needs = needed(self.pattern)
            holds = _small(text).__contains__
            self._seen, self._found = text, not self._needs or any(map(holds, self._needs))
        return self._found

    def _within(self, text: str) -> re.Pattern[str] | None:
        """What to search a text with; None when it holds nothing the phrase needs."""
        if (text is self._seen and not self._found) or not self.may_be_in(text):
            return None
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._flags)
        return self._compiled


@lru_cache(maxsize=64)
def _small(text: str) -> str:
    return text.lower()


def needed(pattern: str) -> tuple[str, ...]:
    """Stretches of small letters one of which is in all that a pattern matches; none when there is
    no telling.
    """
    kept: list[str] = []
    for one in sorted(_PatternReading(pattern).choices()[1], key=len):
        if not any(shorter in one for shorter in kept):
            kept.append(one)
    return tuple(sorted(kept))


class _PatternReading:
    """A pattern read once, from left to right."""

    def __init__(self, pattern: str) -> None:
        self._pieces = iter(_PIECE.findall(pattern))
        self._end = _NO_PIECE  # the bracket or bar that the last sequence ended at

    def choices(self) -> tuple[Words, Words]:
        """Up to the end of a group: all it can be when it is plain words, and what it needs."""
        words, needs = self._sequence()
        plain, needy = bool(words), bool(needs)
        while self._end[_OR]:
            more, also = self._sequence()
            plain, needy = plain and bool(more), needy and bool(also)
            words, needs = words | more if plain else _NOTHING, needs | also if needy else _NOTHING
        return words if len(words) <= _MOST else _NOTHING, needs

    def _sequence(self) -> tuple[Words, Words]:
        """The same of one choice."""
        run, plain, best = _EMPTY, True, _NOTHING
        self._end = _NO_PIECE
        for piece in self._pieces:
            if piece[_CLOSE] or piece[_OR]:
                self._end = piece
                break
            words, needs = self._of_one(piece)
            if piece[_ASIDE] or piece[_EDGE]:
                continue  # takes no letters
            if words and len(run) * len(words) <= _MOST:
                run = words if run is _EMPTY else frozenset([a + b for a in run for b in words])
                continue
            best = _better(_better(best, run), needs or words)
            plain, run = False, words or _EMPTY
        return run if plain else _NOTHING, _better(best, run)

    def _of_one(self, piece: tuple[str, ...]) -> tuple[Words, Words]:
        """The same of a stretch of letters or a group, as often as it may be there."""
        letters, aside, opens, _, _, _, _, *repeats = piece
        words = needs = _NOTHING
        if letters:
            words = frozenset({letters.lower()})
        elif opens or aside:
            words, needs = self.choices()
            repeats = list(self._end[_REPEATS])  # stand at its end
        maybe, often, more = repeats
        if maybe and words:
            return words | _EMPTY, _NOTHING
        if maybe or often or more:
            return _NOTHING, (needs or words) if more else _NOTHING
        return words, needs


_NO_PIECE = ("",) * 10
_ASIDE, _CLOSE, _OR, _EDGE, _REPEATS = 1, 3, 4, 5, slice(7, 10)  # among the groups of _PIECE


def _better(one: Words, other: Words) -> Words:
    """Which of two sets of words tells most."""
    if not other or other is _EMPTY:
        return one
    return other if _telling(other) > _telling(one) else one


def _telling(words: Words) -> tuple[int, int]:
    """How rarely one of some words is in a text: by the shortest of them, and by how few."""
    return min(_RARE, *map(len, words)) if words else 0, -len(words)
