# SPDX-License-Identifier: EUPL-1.2
"""Whether a sentence bears out that a number is about the figure it would be accused with.

That some words of a sentence fit a figure better than any other does not make its number one of
that figure: 'het museum heeft 86 vrijwilligers' names the museum and counts volunteers. A number
is held against a figure only where its own noun is counted by it; a number without a noun, an
amount of money or a share only where the figure itself is named near it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ....core.words import Phrase
from ..reading.lexicon import closed_words, kinds_of_words, prefixes
from ..reading.mention import Mention, Unit
from ..reading.parts import TokenKind
from .apart import HALF, said, telling, words_within
from .context import Context, Level, Read, TellingWord
from .features import Before
from .names import Subject, SubjectNames
from .quiet import measures
from .shares import base_of, opening_base
from .statement import AmountReading, Relation

_RATE = Phrase(
    r"(?:\s+[^\W\d_]+)?\s+per\s+(?P<each>[^\W\d_]+)", re.IGNORECASE
)  # '1,85 euro per inwoner', '4 meldingen per dag'
_PERIOD = Phrase(r"\bper\s+(?:maand|week|dag|etmaal|uur|kwartaal)\b", re.IGNORECASE)
_FEW = 20
_YEAR = re.compile(r"1\d{3}|20\d\d")  # 'in 1887 gesticht': a year no table is about
_TARIFF = 10_000  # euros
_ALONE = 7.0  # nothing else is named nearly as well
_LIKELY = 3.2  # figures named worse than the best by this are not what a number is about


def borne_out(
    names: SubjectNames,
    shown: str,
    read: Read,
    anchor: int,
    mention: Mention,
    readings: Sequence[AmountReading],
    context: Context,
    before: Before,
) -> bool:
    """Whether a number may be held against the figures its words name, best first."""
    if not readings or _for_each(names, shown, read, anchor, readings, context):
        return False
    if readings[0].blind:  # nothing is named: a bare number that no strange word explains
        return mention.unit is Unit.COUNT and context.unknown == (0, 0) and _alone(read, anchor)
    if stands_out(readings, context.unknown[0]):
        return True
    meant = [one for one in readings if one.score >= -_LIKELY]
    if mention.unit is Unit.COUNT:
        return _count(names, read, anchor, mention, meant, context, before)
    if mention.unit is Unit.EURO:
        return _goes_on(meant, context, before) or _by_name(names, meant, context)
    return _share(names, read, anchor, mention, meant, context, before)


def _for_each(
    names: SubjectNames,
    shown: str,
    read: Read,
    anchor: int,
    readings: Sequence[AmountReading],
    context: Context,
) -> bool:
    """Whether an amount is so many for each of something, and is not read as that."""
    if readings[0].parts > 1 or readings[0].ratio:
        return False
    return _rate(shown, read, anchor) and not _mean_named(names, shown, readings, context)


def stands_out(readings: Sequence[AmountReading], strange: int = 0) -> bool:
    """Whether nothing else is named nearly as well; a share not beside a word no name has."""
    if strange and readings[0].relation is Relation.SHARE:
        return False
    mine = {one.subject.number for one in readings[0].about}
    others = (one for one in readings if one.about[0].subject.number not in mine)
    other = next(others, None)
    return other is not None and other.score <= -_ALONE


def _count(
    names: SubjectNames,
    read: Read,
    anchor: int,
    mention: Mention,
    meant: Sequence[AmountReading],
    context: Context,
    before: Before,
) -> bool:
    """Whether what a number counts is counted by a figure."""
    nouns = own_nouns(read, anchor)
    if not nouns:
        return _named(meant, context, before)
    if _anyone(read, nouns):
        near = mention.value < _TIMES_OFF * meant[0].value.value < _TIMES_OFF**2 * mention.value
        return (near and _called_just(names, meant[0], context)) or _counted_near(
            meant, context, nouns
        )
    if any(counts(one.about[0].subject, nouns) for one in meant):
        return True
    return _defined(names, meant, nouns, context)


def is_base(
    names: SubjectNames, read: Read, anchor: int, one: AmountReading, best: AmountReading
) -> bool:
    """Whether a reading is the whole that a number is said to be some of, and the one named best is
    a part of it: 'van de vergunningen die gelden, zijn er 9.100 van bedrijven'.
    """
    base = opening_base(read)
    mine, part = one.about[0].subject, best.about[0].subject
    if (
        base is None
        or {one.relation, best.relation} != {Relation.LEVEL}
        or not _of_them(read, anchor)
    ):
        return False
    within = _words_at(read, base)
    beyond = _words_at(read, (0, len(read.tokens))) - within
    same = mine.table_name == part.table_name and mine.key == part.key
    told, other = telling(mine, part), telling(part, mine)
    return (
        same
        and said(names, told, within) >= HALF
        and said(names, told, beyond) < HALF <= said(names, other, beyond)
    )


def _of_them(read: Read, anchor: int) -> bool:
    """Whether a number is told with 'er': so many of what was just named."""
    part = read.part_of(anchor)
    at = next(n for n, token in enumerate(read.tokens) if token.anchor == anchor)
    return any(one.text.lower() == "er" for one in read.tokens[part.low : at])


def _words_at(read: Read, span: tuple[int, int]) -> frozenset[int]:
    """The words of names said from one token up to another."""
    near = (one.fits for one in read.said if span[0] <= one.token < span[1])
    return frozenset(word for fits in near for word, how in fits if how >= HALF)


def to_declare(read: Read, anchor: int, mention: Mention) -> bool:
    """Whether an amount that no table counts is to be declared all the same: more than twenty of
    something, a share, or money that is no tariff. A measure, a norm or a number that names
    something is none.
    """
    if mention.unit is Unit.EURO:
        return mention.low >= _TARIFF
    if mention.unit is Unit.PERCENT:
        return "procent" in mention.text or "%" in mention.text  # not a share in words
    if mention.unit is not Unit.COUNT or mention.low <= _FEW or _YEAR.fullmatch(mention.text):
        return False
    part = read.part_of(anchor)
    at = next(n for n, token in enumerate(read.tokens) if token.anchor == anchor)
    after = [one.text.lower() for one in read.tokens[at + 1 : part.high][:2]]
    return bool(own_nouns(read, anchor)) and not measures().intersection(after)


def own_nouns(read: Read, anchor: int) -> list[TellingWord]:
    """The noun right after a number, with the adjectives before it; empty where none is there."""
    part = read.part_of(anchor)
    at = next(n for n, token in enumerate(read.tokens) if token.anchor == anchor)
    return _first_noun(read, at + 1, part.high)


def _alone(read: Read, anchor: int) -> bool:
    """Whether no word right after a number can be what it counts."""
    at = next(n for n, token in enumerate(read.tokens) if token.anchor == anchor)
    after = read.tokens[at + 1] if at + 1 < len(read.tokens) else None
    if after is None or after.kind is not TokenKind.WORD:
        return True
    return after.text.lower() in closed_words()


def _first_noun(read: Read, at: int, high: int) -> list[TellingWord]:
    told = {one.token: one for one in read.said}
    found: list[TellingWord] = []
    while at < high and read.tokens[at].kind is TokenKind.WORD:
        small = read.tokens[at].text.lower()
        one = told.get(at)
        if small in kinds_of_words()["tijd"]:
            break  # 'naar 7.190 eind 2024'
        if small not in _TIMES and (small in closed_words() and not (one and one.fits)):
            break
        if one is not None:
            found.append(one)
            if not _adjective(small):
                break
        at += 1
    if found and not found[-1].fits:  # 'nieuwe afleveringen': an adjective counts nothing
        found = [one for one in found[:-1] if read.tokens[one.token].text[-1] != "e"] + found[-1:]
    return found


def _mean_named(
    names: SubjectNames, shown: str, readings: Sequence[AmountReading], context: Context
) -> bool:
    """Whether a mean is told that is a figure: 'per maand gemiddeld … kwijt'."""
    best = readings[:1]
    level = bool(best) and best[0].relation is Relation.LEVEL and not best[0].blind
    return level and "gemiddeld" in shown.lower() and _by_name(names, best, context)


def _rate(shown: str, read: Read, anchor: int) -> bool:
    """Whether an amount is so many for each of something, which no figure by itself is."""
    part = read.part_of(anchor)
    start, end = read.tokens[part.low].start, read.tokens[part.high - 1].end
    token = next(token for token in read.tokens if token.anchor == anchor)
    if match := _RATE.match(shown, token.end):
        return match["each"].lower() != "jaar"
    return _PERIOD.search(shown[start:end]) is not None


def _anyone(read: Read, nouns: Sequence[TellingWord]) -> bool:
    """Whether a noun only says that people are counted."""
    return all(read.tokens[one.token].text.lower() in _ANYONE for one in nouns)


def _called_just(names: SubjectNames, one: AmountReading, context: Context) -> bool:
    """Whether all of a figure's name is said beside 'mensen': '18 mensen ingehuurd'."""
    best = one.about[0].subject
    shared = frozenset().union(best.population, *best.table)
    near = words_within(context.near, Level.OWN) - shared
    near = frozenset(word for word in near if context.near[word][1] > HALF)
    return said(names, best.called, near) >= _WHOLLY


def _counted_near(
    meant: Sequence[AmountReading], context: Context, nouns: Sequence[TellingWord]
) -> bool:
    """Whether what a figure counts is said beside 'mensen': 'mensen die lid zijn'."""
    own = {word for one in nouns for word, _ in one.fits}
    here = words_within(context.near, Level.OWN) - own
    shared = words_within(context.near, Level.SHARED) - own
    about = [one.about[0].subject for one in meant]
    return any(
        (one.unit_words & own and one.heads & here) or (one.unit_words | one.key_words) & shared
        for one in about
    )


_ANYONE = {"mensen", "personen"}
_TIMES_OFF = 5  # a number is hardly meant for a figure that is more times another
_WHOLLY = 0.95  # and from which all of it is
_HALF_NAMED = 0.5  # the part of a name from which it is said
_ELSE = 2.0  # what it costs a figure that it does not count the noun of a number
_TIMES = {"keer", "maal"}  # 'is 412.000 keer bekeken': what is counted is the verb


def _adjective(word: str) -> bool:
    """Whether a word may stand between a number and its noun: 'nieuwe', 'afgegeven'."""
    if word.endswith("e"):
        return True
    if not word.endswith(("en", "d", "t")):
        return False
    rest = next((word[len(p) :] for p in prefixes() if p and word.startswith(p)), word)
    return word.startswith("ge") or rest.startswith("ge") or rest != word


def nearer(read: Read, anchor: int, readings: Sequence[AmountReading]) -> Sequence[AmountReading]:
    """The readings, best first, where the noun of the number is counted by some figures: those of
    others stand back.
    """
    nouns = own_nouns(read, anchor)
    counted = [any(counts(about.subject, nouns) for about in one.about) for one in readings]
    if not any(counted):
        return readings
    moved = [
        one if own else replace(one, score=one.score - _ELSE)
        for one, own in zip(readings, counted, strict=True)
    ]
    top = max(one.score for one in moved)
    moved = [replace(one, score=one.score - top) for one in moved]
    return sorted(moved, key=lambda one: -one.score)


def counts(subject: Subject, nouns: Iterable[TellingWord]) -> bool:
    """Whether a figure counts what some words say: by its unit, its key, or the heads of the names
    of its column, table and population.
    """
    own = subject.heads | subject.key_words | subject.unit_words
    return any(word in own for one in nouns for word, how in one.fits if how >= HALF)


def _named(meant: Sequence[AmountReading], context: Context, before: Before) -> bool:
    """Whether one of the figures is named near a number, or the sentence goes on about it."""
    here = words_within(context.near, Level.SHARED)
    own = [reading.about[0].subject for reading in meant]
    return _goes_on(meant, context, before) or any(
        (one.heads | one.key_words | one.unit_words) & here for one in own
    )


def _goes_on(meant: Sequence[AmountReading], context: Context, before: Before) -> bool:
    """Whether a number without words of its own goes on about the table spoken of."""
    again = before.subject if context.bare or context.of_it else None
    return again is not None and any(
        one.about[0].subject.table_name == again.table_name for one in meant
    )


def _defined(
    names: SubjectNames,
    meant: Sequence[AmountReading],
    nouns: Sequence[TellingWord],
    context: Context,
) -> bool:
    """Whether a noun stands in the definition of a figure whose name, or a further word of whose
    definition, is said too: 'het loket nam 9.200 aanvragen aan'.
    """
    words = {word for one in nouns for word, how in one.fits if how >= HALF}
    here = words_within(context.near, Level.SHARED) - words
    about = [one.about[0].subject for one in meant if one.about[0].subject.definition & words]
    return any(
        one.definition & here or said(names, _called(one), here) >= _HALF_NAMED for one in about
    )


def _called(one: Subject) -> tuple[frozenset[int], ...]:
    """What a figure is called; a total is often called as its table is."""
    return (*one.called, *one.table) if one.total else one.called


def _by_name(names: SubjectNames, meant: Sequence[AmountReading], context: Context) -> bool:
    """Whether half of the name of a figure is said near an amount, and not only as the last part of
    a compound: 'kostte' says little of 'personeelskosten'.
    """
    here = words_within(context.near, Level.SHARED)
    plain = frozenset(word for word in here if context.near[word][1] > HALF)
    for subject in (one.about[0].subject for one in meant):
        if subject.key_words & here:
            return True
        for way in subject.called:
            hit = way & here
            if (hit & plain or len(hit) > 1) and said(names, (way,), hit) >= _HALF_NAMED:
                return True
    return False


def _base_noun(read: Read, span: tuple[int, int] | None) -> list[TellingWord]:
    """The noun of what a share is of."""
    if span is None:
        return []
    told = [one for one in read.said if span[0] <= one.token < span[1]]
    return told and (_first_noun(read, told[0].token, span[1]) or told)


def _whole_counted(
    names: SubjectNames, meant: Sequence[AmountReading], whole: Sequence[TellingWord]
) -> bool:
    """Whether the whole of a share is counted by its figures, or beside a published percentage."""
    of = [about.subject for one in meant for about in one.about]
    words = frozenset(word for one in whole for word, how in one.fits if how >= HALF)
    bases = [one.about[1].subject for one in meant[:1] if one.relation is Relation.SHARE]
    if any(said(names, (*one.called, *one.table), words) >= _HALF_NAMED for one in bases):
        return True  # 'de helft van onze collectie': of what the table is of
    tables = {one.table_name for one in of if one.unit is Unit.PERCENT}
    of += [names.subjects[number] for table in tables for number in names.siblings[table]]
    return any(counts(one, whole) for one in of)


def _share(
    names: SubjectNames,
    read: Read,
    anchor: int,
    mention: Mention,
    meant: Sequence[AmountReading],
    context: Context,
    before: Before,
) -> bool:
    """Whether what a share is of is counted, and its part named."""
    whole = _base_noun(read, base_of(read, anchor, ratio=" op " in mention.text))
    if whole and not (_anyone(read, whole) and _named(meant, context, before)):
        return _defined(names, meant, whole, context) or _whole_counted(names, meant, whole)
    if meant[0].relation is Relation.SHARE and context.unknown[0]:
        return False  # of what is not said, and strange words may say something else
    return _named(meant, context, before)
