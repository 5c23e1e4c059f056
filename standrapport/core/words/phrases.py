# SPDX-License-Identifier: EUPL-1.2
"""Regular expressions for Dutch phrases, hundreds of which are tried on every sentence.

Most cannot be there: a phrase has letters it cannot do without, and seeing that a text holds none
of those takes a small part of the time of searching it. Nothing is compiled before it is tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

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

    def _within(self, text: str) -> re.Pattern[str] | None:
        """What to search a text with; None when it holds nothing the phrase needs."""
        if text is not self._seen:
            if self._needs is None:
                self._needs = needed(self.pattern)
            holds = _small(text).__contains__
            self._seen, self._found = text, not self._needs or any(map(holds, self._needs))
        if not self._found:
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
    found = _PatternReading(pattern).choices()[1]
    return tuple(one for one in sorted(found) if not any(o in one for o in found - {one}))


class _PatternReading:
    """A pattern read once, from left to right."""

    def __init__(self, pattern: str) -> None:
        self._pieces = _PIECE.finditer(pattern)
        self._piece: re.Match[str] | None = None

    def choices(self) -> tuple[Words, Words]:
        """Up to the end of a group: all it can be when it is plain words, and what it needs."""
        every = [self._sequence()]
        while self._piece and self._piece["or"]:
            every.append(self._sequence())
        words, needs = (frozenset().union(*side) for side in zip(*every, strict=True))
        plain = all(own for own, _ in every) and len(words) <= _MOST
        return words if plain else _NOTHING, needs if all(need for _, need in every) else _NOTHING

    def _sequence(self) -> tuple[Words, Words]:
        """The same of one choice."""
        run, told, plain = _EMPTY, [(_NONE, _NOTHING)], True
        while (piece := next(self._pieces, None)) and not (piece["close"] or piece["or"]):
            words, needs = self._of_one(piece)
            if piece["aside"] or piece["edge"]:
                continue  # takes no letters
            if words and len(run) * len(words) <= _MOST:
                run = frozenset([one + other for one in run for other in words])
                continue
            plain = False
            told += [(_telling(one), one) for one in (run, needs or words)]
            run = words or _EMPTY
        self._piece = piece
        told.append((_telling(run), run))
        score, best = max(told, key=itemgetter(0))
        return run if plain else _NOTHING, best if score > _NONE else _NOTHING

    def _of_one(self, piece: re.Match[str]) -> tuple[Words, Words]:
        """The same of a stretch of letters or a group, as often as it may be there."""
        words, needs, repeat = _NOTHING, _NOTHING, piece.lastgroup
        if piece["letters"]:
            words = frozenset({piece["letters"].lower()})
        elif piece["open"] or piece["aside"]:
            words, needs = self.choices()
            repeat = self._piece.lastgroup if self._piece else ""  # stands at its end
        if repeat == "maybe" and words:
            return words | _EMPTY, _NOTHING
        if repeat in ("maybe", "any", "more"):
            return _NOTHING, (needs or words) if repeat == "more" else _NOTHING
        return words, needs


_NONE = (0, 0)


def _telling(words: Words) -> tuple[int, int]:
    """How rarely one of some words is in a text: by the shortest of them, and by how few."""
    shortest = min(map(len, words), default=0)
    return min(_RARE, shortest), -len(words)
