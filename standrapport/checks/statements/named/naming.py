# SPDX-License-Identifier: EUPL-1.2
"""What the words around an amount name: subjects with how well they fit, as an amount, as a base
and as what is compared with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....core.frozen import dataclass
from ....core.words import Phrase
from ..reading.mention import Unit
from ..reading.morphology import roots
from ..reading.vocabulary import KEYED
from .apart import HALF, said, telling
from .context import Context, Level, context_from
from .cues import Cues, cues_of
from .features import Before, scored
from .names import Subject, SubjectNames
from .passage import TextLine, TextPassage
from .shares import base_of
from .values import Known
from .years import SpokenWhen, SpokenYears

_PARTS, _BASES = 8, 6  # subjects tried as part and as base of a share
UNSAID = 2.5  # what it costs a base that nothing is said of what tells it from the best
UNLIKELY = 3.0  # what it costs to read against the words: a level where they say a change

EARLIER = 4.0  # what it costs to be the state on the first day of a year where the last is said
OF_KEY = 1.0  # what it adds to be of the one key that the sentence before is about
_NOT = (Level.TITLE, 0.0)
AGAIN = 2.5  # what it adds to be the figure before: 'een jaar later waren dat er 12'

_OF_THEM = Phrase(
    r"\b(?:was|waren|is|zijn|werden|telden|ging(?:\s+het)?)\s+(?:dat|het)(?:\s+(?:er|om|nog|al))*\s+\Z",
    re.IGNORECASE,
)
_RANGED = Phrase(r"\btussen\s+(?:\ue000+\s+en\s+)?\Z", re.IGNORECASE)

FIRST_DAY = Phrase(r"\b(?:1 januari|begin (?:van|\d{4}|het jaar)|nieuwjaarsdag)\b", re.IGNORECASE)
LAST_DAY = Phrase(
    r"\b(?:31 december|einde?|ultimo|oudejaars(?:dag|avond)|laatste dag van)\b", re.IGNORECASE
)

Ranked = Sequence[tuple[Subject, float]]


@dataclass(frozen=True)
class Named:
    """What the words around one amount name: subjects with their score."""

    ranked: Ranked
    context: Context
    when: SpokenWhen
    cues: Cues
    based: bool = False
    unit: Unit = Unit.COUNT
    ranged: bool = False  # it is one end of 'tussen … en …'

    @property
    def best(self) -> Subject | None:
        """The best named subject."""
        return self.ranked[0][0] if self.ranked else None


def is_called(names: SubjectNames, one: Subject, word: str) -> bool:
    """Whether a figure is called by a word: 'begin', 'Stand aan het begin van het jaar'."""
    known = names.vocabulary.roots
    own = {known[root] for root in roots(word) if root in known}
    return any(way & own for way in one.called)


def on_last_day(line: TextLine) -> bool:
    """Whether a sentence tells of the last day of a year, and not of the first."""
    low, high = line.sentence.start, line.sentence.end
    last, first = (one.search(line.shown, low, high) for one in (LAST_DAY, FIRST_DAY))
    return last is not None and first is None


class Naming:
    """Names the amounts of one text."""

    def __init__(
        self, names: SubjectNames, known: Known, read: TextPassage, years: SpokenYears, shown: str
    ) -> None:
        self.names = names
        self.known = known
        self.read = read
        self.years = years
        self.shown = shown
        self._percentage = False  # whether the amount read now is one of percent
        self._ratio = False  # whether the amount read now is 'een op de drie'
        self._counted = {
            unit: [
                one.number
                for one in names.subjects
                if one.unit is unit and not (one.summed and one.average)
            ]
            for unit in Unit
        }

    def named(
        self, line: TextLine, anchor: int, unit: Unit, before: Before, *, share: bool = False
    ) -> Named:
        """The subjects of a unit that the words around an amount name."""
        base = base_of(line.read, anchor) if share else None
        context = self.read.context(line, anchor, base)
        cues = cues_of(line.read, anchor, self.shown, percent=self._percentage)
        ranked = self.ranked_by(context, before, unit)
        start = next(token.start for token in line.read.tokens if token.anchor == anchor)
        if context.bare and _OF_THEM.search(self.shown, max(0, start - 40), start):
            ranked = tuple((s, score + AGAIN * (s is before.subject)) for s, score in ranked)
            ranked = tuple(sorted(ranked, key=lambda pair: -pair[1]))
        ranked = self._of_key_before(self._at_end(ranked, line), context)
        if cues.change is None:  # a change is only meant where one is told
            ranked = tuple((s, score - 2 * UNLIKELY * s.change) for s, score in ranked)
            ranked = tuple(sorted(ranked, key=lambda pair: -pair[1]))
        ranged = _RANGED.search(self.shown, max(0, start - 150), start) is not None
        when = self.years.of(line, anchor)
        return Named(ranked, context, when, cues, base is not None, unit, ranged)

    def _at_end(
        self, ranked: tuple[tuple[Subject, float], ...], line: TextLine
    ) -> tuple[tuple[Subject, float], ...]:
        """The subjects where the last day of a year is said and the first is not: a state on the
        first day is then hardly meant.
        """
        if not on_last_day(line):
            return ranked
        moved = [(s, score - EARLIER * is_called(self.names, s, "begin")) for s, score in ranked]
        return tuple(sorted(moved, key=lambda pair: -pair[1]))

    def _of_key_before(
        self, ranked: tuple[tuple[Subject, float], ...], context: Context
    ) -> tuple[tuple[Subject, float], ...]:
        """The subjects where the sentence before is about one key and its own names none: that key
        is meant rather than all of them ('Drugs blijven lucratief. Onderschept werden er …').
        """
        keys: dict[str, dict[str | None, Level]] = {}
        for one, _ in ranked:
            said_ = [context.near.get(word, _NOT) for word in one.key_words]
            if said_ and all(how >= KEYED for _, how in said_):
                keys.setdefault(one.ref, {})[one.key] = max(level for level, _ in said_)
        about = {
            (ref, key)
            for ref, found in keys.items()
            for key, level in found.items()
            if level is Level.BEFORE and len(found) == 1
        }
        if not about:
            return ranked
        moved = [(s, score + OF_KEY * ((s.ref, s.key) in about)) for s, score in ranked]
        return tuple(sorted(moved, key=lambda pair: -pair[1]))

    def ranked_by(
        self, context: Context, before: Before, unit: Unit
    ) -> tuple[tuple[Subject, float], ...]:
        """The subjects of a unit that a context names, best first."""
        scores = scored(self.names, context, before, self._counted[unit])
        order = sorted(scores, key=lambda number: (-scores[number], number))
        return tuple((self.names.subjects[n], scores[n]) for n in order)

    def part_and_base(
        self, line: TextLine, anchor: int, unit: Unit, before: Before
    ) -> tuple[Ranked, Ranked]:
        """The subjects named as part and, where the sentence says so, as base of a share."""
        span = base_of(line.read, anchor, ratio=self._ratio)
        context = self.read.context(line, anchor, span)
        parts = self.ranked_by(context, before, unit)[:_PARTS]
        return parts, (self._bases(context, before, unit) if span else ())

    def _bases(
        self, context: Context, before: Before, unit: Unit
    ) -> Sequence[tuple[Subject, float]]:
        """The subjects that the words of the base name."""
        own = tuple((Level.OWN, fits) for level, fits in context.stretches if level is Level.BASE)
        if not own:
            return ()
        rest = tuple((level, fits) for level, fits in context.stretches if level >= Level.BEFORE)
        ranked = self.ranked_by(context_from((*own, *rest)), before, unit)[:_BASES]
        words = frozenset(word for _, fits in own for word, how in fits if how >= HALF)
        best = ranked[0][0] if ranked else None
        return [
            (one, score - ranked[0][1] - (UNSAID if self._unsaid(one, best, words) else 0.0))
            for one, score in ranked
        ]

    def _unsaid(self, one: Subject, best: Subject | None, words: frozenset[int]) -> bool:
        """Whether nothing is said of what tells one subject from the best."""
        if best is None or one.number == best.number:
            return False
        ways, theirs = telling(one, best), telling(best, one)
        told = best.total or not theirs or said(self.names, theirs, words) > 0
        return told and bool(ways) and not said(self.names, ways, words)

    def than(self, line: TextLine, anchor: int, named: Named, unit: Unit) -> Ranked:
        """What an amount is compared with: the subjects named after 'dan'."""
        at = line.read.part_of(anchor)
        part = next((one for one in line.read.parts if one.compares and one.low >= at.high), None)
        if part is None or named.best is None:
            return named.ranked
        own = [
            (Level.OWN if part.low <= one.token < part.high else Level.OTHER, one.fits)
            for one in line.read.said
            if one.fits
        ]
        return self.ranked_by(context_from(own), Before(named.best, same=True), unit)

    def _side_by_side(
        self, named: Named, level: Level
    ) -> dict[tuple[str, str], list[tuple[Subject, float]]]:
        """The kinds named in full up to a level of nearness, those of one table together."""
        groups: dict[tuple[str, str], list[tuple[Subject, float]]] = {}
        for subject, score in named.ranked:
            if self._spelled_out(subject, named.context, level):
                alike = subject.ref if subject.key is not None else str(subject.unit)
                groups.setdefault((subject.table_name, alike), []).append((subject, score))
        return groups

    def _spelled_out(self, subject: Subject, context: Context, level: Level) -> bool:
        """Whether a sentence names a kind in full, beside others."""
        ways = subject.called if subject.key is None else (subject.key_words,)
        if subject.total or subject.summed:
            return False
        return any(
            all(
                word in context.near
                and context.near[word][0] <= level
                and context.near[word][1] > 0.5
                for word in words
            )
            for words in ways
            if words
        )


def counted_apart(
    group: list[tuple[Subject, float]], named: Named
) -> list[list[tuple[Subject, float]]]:
    """Kinds named side by side, and the same without what the word right after the amount counts:
    'onttrekking en verzet waren samen goed voor 1.680 annuleringen'.
    """
    heads = {w for w, (level, how) in named.context.near.items() if level is Level.HEAD}
    parts = [pair for pair in group if not any(way <= heads for way in pair[0].called if way)]
    return [group] if len(parts) in (0, 1, len(group)) else [parts, group]
