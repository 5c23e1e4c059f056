# SPDX-License-Identifier: EUPL-1.2
"""What a figure named by a claim is held beside: what follows 'dan' or 'als', the key named there,
and the whole it is a part of.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from ....core.words import Phrase
from ..named.context import Level
from ..named.features import scored
from ..named.names import Subject, named_words
from ..named.passage import TextLine
from ..named.values import PrintedValue, overlap
from ..named.wholes import sums_in
from ..reading.lexicon import claim_patterns, closed_words
from .names import FRESH, HALF_FIT, WELL, ClaimNaming, small_heard


def best_fits(stretches: Iterable[Iterable[tuple[int, float]]]) -> dict[int, float]:
    """The names' words of stretches of text, each with how well it fits at best."""
    found: dict[int, float] = {}
    for fits in stretches:
        for word, how in fits:
            found[word] = max(how, found.get(word, 0.0))
    return found


class ClaimPartners(ClaimNaming):
    """Names the subjects of the claims of one text and what they are compared with."""

    def keyed(self, line: TextLine) -> list[Subject]:
        """The subjects with the key named after 'als' or 'dan' of what the words before it name;
        without such a word with the key named before: 'Rietoord. Geen andere lijn …'.
        """
        said = best_fits(self._key_words(line))
        every = [self.names.subjects[n] for n in self._of_unit(None)]
        allowed = [
            one.number
            for one in every
            if one.key is not None and all(said.get(word, 0.0) > HALF_FIT for word in one.key_words)
        ]
        context = self.passage.context(line, 0, read=self._whole_clause(line))
        scores = scored(self.names, context, FRESH, allowed)
        near = self.told(self._near_best(scores, line), line, context)
        heard = {w for w, (level, _) in context.near.items() if level <= Level.SHARED}
        found = [one for one in near if (one.strong - one.key_words) & heard]
        alone = len(allowed) == 1 and self.dimension in ("tijd", "geld")
        # 'nergens woon je zo duur als in Zuid' says of which figure where one is of money
        return found or [self.names.subjects[n] for n in allowed if alone]

    def _key_words(self, line: TextLine) -> Iterator[tuple[tuple[int, float], ...]]:
        """What the words that name the key of a claim may stand for."""
        if 1 in line.anchors:
            part = line.read.part_of(1)
            yield from (one.fits for one in line.read.said if part.low <= one.token < part.high)
            return
        if line.before is not None:
            yield from (one.fits for one in line.before.read.said)
        at = next(n for n, token in enumerate(line.read.tokens) if token.anchor == 0)
        yield from (one.fits for one in line.read.said if one.token < at)

    def stand_in(self, subject: Subject, years: Iterable[int]) -> Subject:
        """A subject, or where it is not known in all years a derived figure of its table that is
        the same in those where it is: the sum of its parts for a total.
        """
        wanted = sorted(years)
        values = [self.known.value(subject, year) for year in wanted]
        if subject.key is not None or all(values) or not any(values):
            return subject
        for number in self.names.siblings[subject.table_name]:
            one = self.names.subjects[number]
            alike = one.derived and not one.change and one.unit is subject.unit
            others = [self.known.value(one, year) for year in wanted] if alike else []
            if others and all(others) and all(map(overlap, values, others)):
                return one
        return subject

    def by_measure(self, line: TextLine, first: Subject) -> Subject:
        """A subject of a key, of the column of its table that the sentence names in full."""
        heard = {word for one in line.read.said for word, how in one.fits if how > HALF_FIT}
        table = [self.names.subjects[n] for n in self.names.siblings[first.table_name]]
        named = [
            one
            for one in table
            if first.key is not None
            and one.key == first.key
            and any(way and way <= heard for way in one.called)
        ]
        return named[0] if len(named) == 1 else first

    def flow(self, line: TextLine, span: tuple[int, int], first: Subject) -> Subject | None:
        """What came to a stock or went from it, where a verb alone says so: 'dan er af gingen'.
        Which columns those are, the figures tell.
        """
        ways = {way for way, said in _flow_verbs() if said.search(line.shown, *span)}
        into, out = "in" in ways, "uit" in ways
        flows = self._flows(first.table_name) if into is not out else None
        return None if flows is None else flows[0] if into else flows[1]

    def says_flow(self, shown: str, span: tuple[int, int]) -> bool:
        """Whether a verb between two places says by itself that something came or went."""
        return any(pattern.search(shown, *span) for _, pattern in _flow_verbs())

    def _flows(self, table: str) -> tuple[Subject, Subject] | None:
        """The columns of a table by which its stock grew and shrank in each known year."""
        own = [self.names.subjects[n] for n in self.names.siblings[table]]
        plain = [one for one in own if one.key is None and not (one.derived or one.total)]
        stocks = [one for one in plain if one.stock]
        moving = [one for one in plain if not one.stock]
        found = [
            (into, out)
            for stock in stocks[:1]
            for into, out in itertools.permutations(moving, 2)
            if into.unit is out.unit is stock.unit and self._balances(stock, into, out)
        ]
        return found[0] if len(found) == 1 else None

    def _balances(self, stock: Subject, into: Subject, out: Subject) -> bool:
        """Whether a stock is always what it was, with what came and without what went."""
        known = 0
        for year in self.vintage:
            values = [self.known.value(one, year) for one in (stock, into, out)]
            before = self.known.value(stock, year - 1)
            now, came, went = values
            if now and came and went and before:
                known += 1
                if not overlap(now, before + came - went):
                    return False
        return known > 1

    def enumerated(self, line: TextLine, span: tuple[int, int]) -> list[Subject]:
        """The kinds of one table that are named in full, at least two, between two places."""
        tables = [self.names.subjects[own[0]] for own in self.names.siblings.values()]
        found = [own for one in tables if len(own := self.listed(line, span, one)) > 1]
        return found[0] if len(found) == 1 else []

    def by_small_words(self, line: TextLine, first: Subject) -> list[Subject]:
        """What a subject is compared with where only small words tell it: 'dan gekomen'."""
        heard = small_heard(line, 1)
        table = [self.names.subjects[n] for n in self.names.siblings[first.table_name]]
        told = {
            one.number: len((one.small - first.small) & heard)
            for one in table
            if one.unit is first.unit and one.key == first.key and not one.derived
        }
        most = max(told.values(), default=0)
        best = [self.names.subjects[n] for n, many in told.items() if many == most]
        return best if most and len(best) == 1 else []

    def counts_it(self, line: TextLine, after: int, subject: Subject) -> bool:
        """Whether what 'meer' is followed by, if by anything, is of the subject."""
        closed = closed_words()
        tokens = [n for n, token in enumerate(line.read.tokens) if token.start >= after][:2]
        if not tokens or line.read.tokens[tokens[0]].text.lower() in closed:
            return True
        if not line.read.tokens[tokens[0]].text[0].isalpha():
            return True
        said = [one.fits for one in line.read.said if one.token in tokens]
        return any(word in subject.every for fits in said for word, _ in fits)

    def contrasted(self, line: TextLine, first: Subject) -> list[Subject]:
        """What a subject is compared with: the one that differs from it by the words of the second
        part ('dan onder de bussen'), best said first.
        """
        part = line.read.part_of(1)
        said = best_fits(one.fits for one in line.read.said if part.low <= one.token < part.high)
        return self.differing(first, said)

    def listed(self, line: TextLine, span: tuple[int, int], first: Subject) -> list[Subject]:
        """The subjects beside one, itself too, that are each named in full between two places:
        'Centrum en Campus'.
        """
        read, (low, high) = line.read, span
        said = best_fits(
            one.fits for one in read.said if low <= read.tokens[one.token].start < high
        )
        heard = {word for word, how in said.items() if how > HALF_FIT}
        kin = list(self._kin(first))
        ways = {one.number: _own_ways(one, kin) for one in kin}
        return [one for one in kin if any(way and way <= heard for way in ways[one.number])]

    def _kin(self, first: Subject) -> Iterator[Subject]:
        """The kinds or keys that a subject is one of, no whole among them."""
        for one in map(self.names.subjects.__getitem__, self.names.siblings[first.table_name]):
            alike = one.unit_name == first.unit_name and (one.key is None) == (first.key is None)
            of_column = one.key is None or one.ref == first.ref
            whole = one.derived or one.summed or one.change or one.total
            if alike and of_column and not whole:
                yield one

    def differing(self, first: Subject, said: dict[int, float]) -> list[Subject]:
        """The subjects beside one (its table, its namesakes) that some words tell from it."""
        scores: dict[int, float] = {}
        for number in {*self.names.siblings[first.table_name], *first.twins}:
            one = self.names.subjects[number]
            if number == first.number or one.change or one.difference or one.summed:
                continue
            if one.unit is not first.unit or (one.key is None) != (first.key is None):
                continue
            scores[number] = max(
                (
                    sum(self.names.weights[w] * said.get(w, 0.0) for w in words)
                    / self.names.weight(words)
                    for words in _apart(one, first)
                ),
                default=0.0,
            )
        order = sorted(scores, key=lambda number: (-scores[number], number))
        best = scores[order[0]] if order else 0.0
        return [self.names.subjects[n] for n in order if best >= WELL and scores[n] > best - 0.2]

    def said_near(self, line: TextLine) -> dict[int, float]:
        """The names' words of the clause of a claim with how well each fits."""
        context = self.passage.context(line, 0, read=self._whole_clause(line))
        return best_fits(fits for level, fits in context.stretches if level <= Level.SHARED)

    def wholes(self, part: Subject, said: dict[int, float], year: int) -> list[Subject]:
        """What a subject may be a part of: all keys together, the total of its table, or what the
        sentence names and is larger.
        """
        if part.key is not None:
            together = self.names.by_name.get((part.ref, None))
            return [together] if together is not None else []
        mine = self.known.value(part, year)
        if mine is None:
            return []
        sums = sums_in(self.known, self.names, part.table_name)
        held = [whole for whole, parts in sums if part.number in parts]
        return held or self._larger(part, said, year, mine)

    def _larger(
        self, part: Subject, said: dict[int, float], year: int, mine: PrintedValue
    ) -> list[Subject]:
        """What is more than a part and may hold it: a total, what is said, or, where neither is
        there, what stands before it on the same day ('Waarvan jongeren').
        """
        over = [
            one
            for one in self._beside(part)
            if (value := self.known.value(one, year)) is not None and value.value >= mine.value
        ]
        told = [one for one in over if one.total or self._is_said(one, said)]
        days = [one for one in over if part.stock and one.stock and one.number < part.number]
        return told or days[:1]

    def _beside(self, part: Subject) -> Iterator[Subject]:
        """The other columns of a subject's table in its unit."""
        for number in self.names.siblings[part.table_name]:
            one = self.names.subjects[number]
            alike = one.unit is part.unit and one.key is None
            if alike and number != part.number and not (one.change or one.derived):
                yield one

    def _is_said(self, subject: Subject, said: dict[int, float]) -> bool:
        """Whether at least half of a way a subject is called is said."""
        weights = self.names.weights
        return any(
            sum(weights[word] * said.get(word, 0.0) for word in words)
            >= WELL * self.names.weight(words)
            for words in subject.called
        )


def _flow_verbs() -> list[tuple[str, Phrase]]:
    """What says that something came to a stock, or went from it."""
    return claim_patterns()["stroom"]


def _own_ways(one: Subject, beside: Sequence[Subject]) -> list[frozenset[int]]:
    """Each way a subject is called, without the words that others beside it are called by too."""
    if one.key is not None:
        return [one.key_words]
    others = [frozenset().union(*each.called) for each in beside if each.number != one.number]
    shared = frozenset().union(*others, *one.table)
    return [way - shared for way in one.called]


def _apart(one: Subject, first: Subject) -> list[frozenset[int]]:
    """The words that tell a subject from another, each way it can be told."""
    if one.key is not None:
        return [one.key_words - first.key_words] if one.ref == first.ref else []
    if one.table_name != first.table_name:
        other = named_words(first)
        ways = [*one.table, one.population]
        return [words - other for words in ways if words - other]
    every = frozenset().union(*first.called)
    return [words - every for words in one.called if words - every]
