# SPDX-License-Identifier: EUPL-1.2
"""What a sentence says around each of its amounts: every telling word with how near it stands."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import IntEnum
from functools import cache

from ....core.frozen import dataclass
from ..reading.lexicon import closed_words, kinds_of_words, prefixes
from ..reading.parts import SentencePart, SentenceToken, TokenKind, parts_of
from ..reading.vocabulary import SAME, Spoken, Vocabulary, grouped_words

_LIKE_MARK = re.compile("\ue000{1,4}")  # made blank: '7', '7,9' or '7,85'
_MARK_NAMES = ("rapportcijfer", "waardering", "beoordeling", "oordeel")


class Level(IntEnum):
    """How near a word stands to an amount."""

    HEAD = 0  # right after it: '2.710 afgelaste ritten'
    OWN = 1  # in its own part of the sentence
    SHARED = 2  # in a part without an amount
    BASE = 3  # what a share is taken of: 'van de aanvragen'
    OTHER = 4  # with another amount, or in another clause
    BEFORE = 5  # in a sentence before it
    TITLE = 6  # in the title of its block


@dataclass(frozen=True)
class TellingWord:
    """A telling word of the text: the names' words it stands for with how well (none: no name has
    it), and its place.
    """

    start: int
    end: int
    fits: tuple[tuple[int, float], ...]
    token: int


@dataclass(frozen=True)
class Context:
    """The names' words around one amount: per word the nearest level and how well it fits there.

    `own` are the words of the names in its own part, each text word with all it may stand for.
    """

    near: dict[int, tuple[Level, float]]
    stretches: tuple[tuple[Level, tuple[tuple[int, float], ...]], ...]
    unknown: tuple[int, int] = (0, 0)  # words no name has: in its own part, and shared
    there: bool = False  # the sentence is about what the one before it named ('Daar …')
    of_it: bool = False  # its part opens with 'waarvan', 'daarvan': it is of the amount before it
    ours: bool = False  # what it counts is said to be of who tells it: 'in onze musea'
    step: bool = False  # it is the next of a series: 'naar 7.320 eind 2024', 'tegen 610 in 2022'

    @property
    def bare(self) -> bool:
        """Whether nothing in its own part names a figure."""
        return not any(level <= Level.OWN for level, _ in self.stretches)


@dataclass(frozen=True)
class Read:
    """A sentence as read: tokens, parts, and the telling words."""

    tokens: tuple[SentenceToken, ...]
    parts: tuple[SentencePart, ...]
    said: tuple[TellingWord, ...]

    def is_aside(self, start: int) -> bool:
        """Whether a place of the text is in a clause of its own that tells no amount, also not
        behind its 'dan': 'waar het in 2022 niet hoger was dan 6,4'.
        """
        goes_on = {one.low for one in self.parts if one.compares and one.anchor >= 0}
        return any(
            one.apart
            and one.high not in goes_on
            and self.tokens[one.low].start <= start < self.tokens[one.high - 1].end
            for one in self.parts
        )

    def marked(self, anchor: int) -> bool:
        """Whether an amount says by its form that it is a mark: 'een 7,9'."""
        return any(self.tokens[one.token].anchor == anchor for one in self.said)

    def part_of(self, anchor: int) -> SentencePart:
        """The part an amount stands in."""
        return next(part for part in self.parts if part.anchor == anchor)


def read(tokens: Sequence[SentenceToken], vocabulary: Vocabulary) -> Read:
    """A sentence in parts with its telling words."""
    said = [*_said(tokens, vocabulary), *_graded(tokens, vocabulary)]
    said.sort(key=lambda one: one.token)
    return Read(tuple(tokens), tuple(parts_of(tokens)), tuple(said))


def _graded(tokens: Sequence[SentenceToken], vocabulary: Vocabulary) -> Iterator[TellingWord]:
    """An amount that says by its form that it is a mark: 'bezoekers gaven ons een 7,9'."""
    for at, token in enumerate(tokens):
        if at == 0 or token.kind is not TokenKind.AMOUNT or not _LIKE_MARK.fullmatch(token.text):
            continue
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        word_after = after.text.lower() if after and after.kind is TokenKind.WORD else ""
        counts = word_after and word_after not in closed_words()
        if tokens[at - 1].text.lower() != "een" or counts:
            continue
        fits: dict[int, float] = {}
        for word in _MARK_NAMES:
            fits |= vocabulary.fits(Spoken(word))
        if fits:
            yield TellingWord(token.start, token.end, tuple(sorted(fits.items())), at)


def _said(tokens: Sequence[SentenceToken], vocabulary: Vocabulary) -> list[TellingWord]:
    found: list[TellingWord] = []
    closed, grouped = closed_words(), grouped_words()
    denied = 0
    prepositions = kinds_of_words()["voorzetsel"]  # 'niet voor de bussen' names the buses
    loose = particles(tokens)
    for at, token in enumerate(tokens):
        small = token.text.lower()
        if token.kind is not TokenKind.WORD or _or_not(tokens, at) or _tells(tokens, at):
            continue
        if small in {"niet", "niets", "geen", "zonder"}:
            after = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
            free = after in _NOT_OF_NAME or (small[:4] == "niet" and after in prepositions)
            denied = 0 if free else 7 if after == "dat" else 4
            continue
        denied -= denied > 0
        fits: dict[int, float] = {}
        telling = False
        for place, particle in loose:
            if at < place and place - at <= 14 and (small not in {"is", "zijn", "was", "waren"}):
                turned = place > 0 and tokens[place - 1].text.lower() == "niet"
                fits.update(vocabulary.fits(Spoken(small, turned, particle)))
        if not fits and at + 1 < len(tokens) and small in _apart_from_verb():
            joined = vocabulary.fits(Spoken(tokens[at + 1].text.lower(), particle=small))
            fits.update({word: how for word, how in joined.items() if how >= SAME})
        if not fits and (small not in closed or small in grouped or small in vocabulary.closed):
            fits = dict(vocabulary.fits(Spoken(small, denied > 0)))
            denied = 0
            telling = small not in closed and len(small) > 3
        if fits or telling:
            found.append(TellingWord(token.start, token.end, tuple(sorted(fits.items())), at))
    return found


def _or_not(tokens: Sequence[SentenceToken], at: int) -> bool:
    """Whether a word is said with its opposite: 'aangekondigd of niet' names neither."""
    after = [one.text.lower() for one in tokens[at + 1 : at + 3]]
    return after == ["of", "niet"]


def _tells(tokens: Sequence[SentenceToken], at: int) -> bool:
    """Whether a word is who tells it, or what they do: 'nam de dienst 90 mensen aan' says nothing
    of 'in dienst', and 'ik begin bij …' nothing of a begin.
    """
    small, before = tokens[at].text.lower(), tokens[at - 1].text.lower() if at else ""
    if small == "begin":
        after = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
        return before == "ik" or after == "ik"
    return small == "dienst" and before in {"de", "onze", "deze"}


@cache
def _apart_from_verb() -> frozenset[str]:
    """What may stand right before the verb it is a part of: 'die nog open stonden'."""
    loose = frozenset(word for word, apart in prefixes().items() if apart)
    return loose - kinds_of_words()["voorzetsel"]


# 'niet eerder zo weinig leden', 'niet de helft', 'in geen enkel jaar' deny no name after them
_NOT_OF_NAME = {"eerder", "zo", "zoveel", "alleen", "de", "het", "een", "enkel", "ander", "jaar"}


def particles(tokens: Sequence[SentenceToken]) -> list[tuple[int, str]]:
    """Particles at the end of a clause, far from their verb: 'droegen 9.200 dossiers over'."""
    found = []
    for at, token in enumerate(tokens):
        small = token.text.lower()
        if at and prefixes().get(small):
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            ends = after is None or after.kind is TokenKind.MARK
            if ends or (after is not None and after.text.lower() in _AFTER):
                found.append((at, small))
            elif after is not None and after.text.lower() == "te":
                found.append((at + 3, small))  # 'in te dienen'
    return found


_AFTER = {
    "en",
    "of",
    "dan",
    "als",
    "maar",
    "terwijl",
    "waarvan",
    "met",
    "te",
    "in",
    "van",
    "bij",
    "tegen",
}


def context_of(
    own: Read,
    anchor: int,
    before: Sequence[tuple[tuple[int, float], ...]],
    title: Sequence[tuple[tuple[int, float], ...]],
    base: tuple[int, int] | None = None,
    *,
    there: bool = False,
) -> Context:
    """The words around one amount; `base` are the tokens that name what its share is taken of."""
    part = own.part_of(anchor)
    at = next(n for n, token in enumerate(own.tokens) if token.anchor == anchor)
    head = _head(own, at, part.high)
    opens = own.tokens[part.low].text.lower() in _STEPS
    paired = _paired(own)
    stretches: list[tuple[Level, tuple[tuple[int, float], ...]]] = []
    unknown = [0, 0]
    for one in own.said:
        if base is not None and base[0] <= one.token < base[1]:
            level = Level.BASE
        elif one.token in paired:
            level = Level.OWN if paired[one.token] == anchor else Level.OTHER
        elif at < one.token < head:
            level = Level.HEAD
        else:
            level = _level(own.parts, part, one.token)
        if opens and level <= Level.OWN and _before_year(own.tokens, one.token):
            continue  # 'naar 7.320 eind 2024': 'eind' only says when
        if one.fits:
            stretches.append((level, one.fits))
        elif level <= Level.SHARED:
            unknown[level == Level.SHARED] += 1
    earlier = Level.SHARED if there else Level.BEFORE
    stretches.extend((earlier, fits) for fits in before if fits)
    stretches.extend((Level.TITLE, fits) for fits in title if fits)
    found = context_from(stretches)
    of_it = own.tokens[part.low].text.lower() in _OF_IT or _of_total(own.tokens, at)
    step = opens and all(level is Level.HEAD for level, _ in stretches if level <= Level.OWN)
    ours = any(
        one.text.lower() in _OURS and _level(own.parts, part, n) <= Level.SHARED
        for n, one in enumerate(own.tokens)
    )
    strange = (unknown[0], unknown[1])
    return replace(found, unknown=strange, step=step, there=there, of_it=of_it, ours=ours)


def _of_total(tokens: Sequence[SentenceToken], at: int) -> bool:
    """Whether an amount is told as the whole of the one before it: 'op een totaal van 650'."""
    before = [one.text.lower() for one in tokens[max(0, at - 2) : at]]
    return before in (["totaal", "van"], ["in", "totaal"])


def _paired(own: Read) -> dict[int, int]:
    """The amount each name of an enumeration goes with: 'A, B en C telden respectievelijk a, b en
    c', or 'a en b voor respectievelijk A en B'.
    """
    tokens = own.tokens
    place = next((n for n, one in enumerate(tokens) if one.text.lower() in _IN_TURN), None)
    if place is None:
        return {}
    amounts = [(n, one.anchor) for n, one in enumerate(tokens) if one.anchor >= 0]
    after = [anchor for n, anchor in amounts if n > place]
    before = [anchor for n, anchor in amounts if n < place]
    if len(after) > 1:
        items, anchors = _items(own, 0, place, len(after)), after
    else:
        items, anchors = _items(own, place + 1, len(tokens), len(before)), before
    return {at: anchor for item, anchor in zip(items, anchors, strict=False) for at in item}


_IN_TURN = {"respectievelijk", "achtereenvolgens", "onderscheidenlijk"}
_ITEM = 3  # words of a name in an enumeration


def _items(own: Read, low: int, high: int, many: int) -> list[list[int]]:
    """So many names in a row between two places, parted by commas and 'en'; none where there are
    not so many.
    """
    tokens = own.tokens
    joints = [n for n in range(low, high) if tokens[n].text.lower() in {",", "en", "of"}]
    if many < 2 or len(joints) < many - 1:
        return []
    telling = {one.token for one in own.said if one.fits}
    last = next((n for n in reversed(joints) if tokens[n].text.lower() in {"en", "of"}), None)
    joints = [n for n in joints if last is not None and n <= last][-(many - 1) :]
    if len(joints) < many - 1:
        return []
    items = []
    edges = [max(low, joints[0] - _ITEM - 1), *joints, min(high, joints[-1] + _ITEM + 1)]
    for start, end in itertools.pairwise(edges):
        words = [n for n in range(start, end) if n in telling]
        first, final = start == edges[0], end == edges[-1]
        items.append(words[-1:] if first else words[:1] if final else words)
    return items if all(items) else []


_OF_IT = {"waarvan", "waaronder", "daarvan", "hiervan"}
_OURS = {"ons", "onze", "wij", "we", "zelf"}
_STEPS = {"naar", "tegen", "tegenover", "tot"}


def context_from(stretches: Sequence[tuple[Level, tuple[tuple[int, float], ...]]]) -> Context:
    """A context of words with how near each stands."""
    return Context(_nearest(stretches), tuple(stretches))


def _nearest(
    stretches: Sequence[tuple[Level, tuple[tuple[int, float], ...]]],
) -> dict[int, tuple[Level, float]]:
    near: dict[int, tuple[Level, float]] = {}
    for level, fits in stretches:
        for word, how in fits:
            old = near.get(word)
            if old is None or (level, -how) < (old[0], -old[1]):
                near[word] = (level, how)
    return near


def _level(parts: Sequence[SentencePart], own: SentencePart, token: int) -> Level:
    part = next(one for one in parts if one.low <= token < one.high)
    if part is own or part.anchor == own.anchor >= 0:
        return Level.OWN
    if part.anchor >= 0 or part.apart or part.compares:
        return Level.OTHER
    return Level.SHARED


def _before_year(tokens: Sequence[SentenceToken], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].kind is TokenKind.YEAR


def _head(own: Read, at: int, high: int) -> int:
    """Where the words right after an amount end: at the first word that names nothing."""
    closed, tokens = closed_words(), own.tokens
    naming = {one.token for one in own.said if one.fits}  # 'dagen' where a table counts them
    end = at + 1
    while (
        end < high
        and tokens[end].kind is TokenKind.WORD
        and (tokens[end].text.lower() not in closed or end in naming)
    ):
        end += 1
    return end
