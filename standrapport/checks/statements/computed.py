# SPDX-License-Identifier: EUPL-1.2
"""What else a sentence may compute of the figures it names: sums, what is left, balances, means,
amounts for each of something, changes and shares.

Asked only of a number that would be accused. Where its words speak of a computation
(`data/rekenwoorden.tsv`) and the outcome, with figures the sentence names, is the number, the
sentence is true in a way the grammar did not see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations, product

from .apart import HALF, said
from .context import Level, Read
from .judge import fits
from .ledger import AmountSpot, Ledger
from .lexicon import rows
from .mention import Mention, Unit
from .names import Subject
from .no_amounts import whole
from .parts import TokenKind
from .statement import AmountReading, NamedFigure, Relation
from .values import PrintedValue, summed

_NAMED, _FULL = 0.45, 0.95  # the part of a name from which it may be meant, and is all of it
_MOST = 12
_ROUND = 100  # a mean from here on is rounded to a whole
_FEW = re.compile(
    r"\b(?:afgelopen|laatste|voorbije|vorige|in)\s+(?P<many>\w+)\s+jaar\b", re.IGNORECASE
)
_YEARLY = re.compile(r"\bper jaar\b|\bjaarlijks\b|\bieder jaar\b|\belk jaar\b", re.IGNORECASE)
_PER, _REACH = {"per", "elke", "elk", "iedere", "ieder"}, 3
_TIMES = (1, 100, 1000)  # 'per duizend inwoners'


@cache
def computing_words() -> dict[str, frozenset[str]]:
    """Per kind of computation the words that speak of it."""
    return {kind: frozenset(words.split()) for kind, words in rows("rekenwoorden.tsv")}


def kinds_of(spot: AmountSpot) -> frozenset[str]:
    """The computations the words of a sentence speak of."""
    words = {one.text.lower() for one in spot.line.read.tokens if one.kind is TokenKind.WORD}
    words |= {word.removesuffix("t").removesuffix("d") for word in words}
    return frozenset(kind for kind, own in computing_words().items() if own & words)


def otherwise(
    ledger: Ledger, spot: AmountSpot, mention: Mention, readings: Sequence[AmountReading]
) -> AmountReading | None:
    """A computation of named figures whose outcome a number is; None when there is none."""
    named = _Named(ledger, spot, mention, readings)
    return next((one for one in named.computed() if _says(mention, one)), None)


def _says(mention: Mention, one: AmountReading) -> bool:
    if fits(mention, one):
        return True
    value, low, high = one.value.value, mention.low, mention.high
    slack = Fraction(1, 2)
    mean = one.relation is Relation.MEAN and value >= _ROUND
    return mean and low - slack <= value <= high + slack


class _Named:
    """The figures a sentence names, and what can be computed of them."""

    def __init__(
        self,
        ledger: Ledger,
        spot: AmountSpot,
        mention: Mention,
        readings: Sequence[AmountReading],
    ) -> None:
        self.ledger = ledger
        self.known = ledger.known
        self.mention = mention
        self.kinds = kinds_of(spot)
        context = spot.reader.read.context(spot.line, spot.anchor)
        near = context.near
        self.words = frozenset(
            word for word, (level, how) in near.items() if level <= Level.OTHER and how >= HALF
        )
        self.when = spot.reader.years.of(spot.line, spot.anchor)
        marks = [mark.year for mark in spot.reader.years.marks(spot.line)]
        own = [year for year, _ in self.when.years]
        self.years = list(dict.fromkeys([*own, *marks])) or [ledger.year]
        self.told_years = [*marks]
        own_line = spot.line.sentence
        self.sentence = spot.place.text.raw[own_line.start : own_line.end]
        self.best = [one.about[0].subject for one in readings[:3] if not one.blind]
        if spot.before.subject is not None:
            self.best.append(spot.before.subject)
        self.each = self._after_per(spot.line.read)
        self.named = [one for one in self._possible() if self._said(one) >= _NAMED]

    def _possible(self) -> Iterator[Subject]:
        names = self.ledger.names
        numbers = {n for word in self.words for n in names.by_word.get(word, ())}
        yield from (names.subjects[n] for n in sorted(numbers))

    def _said(self, one: Subject) -> float:
        """How much of the name of a figure a sentence says."""
        ways = (one.key_words,) if one.key is not None else one.called
        if one.total or one.summed:
            ways = (*ways, *one.table, one.unit_words)
        return said(self.ledger.names, tuple(way for way in ways if way), self.words)

    def computed(self) -> Iterator[AmountReading]:
        """Every computation the words speak of."""
        percent = self.mention.unit is Unit.PERCENT
        if percent:
            yield from self._shares()
        else:
            yield from self._sums()
            yield from self._left()
            yield from self._over_years()
            yield from self._each()
        if "verandering" in self.kinds or "saldo" in self.kinds:
            yield from self._changes(percent=percent)

    def _unit(self, one: Subject) -> bool:
        return one.unit is self.mention.unit

    def _groups(self) -> Iterator[list[Subject]]:
        """Kinds of one table that a sentence names: those named in full, and all of them."""
        tables: dict[tuple[str, str, str | None], list[Subject]] = {}
        for one in self.named:
            if self._unit(one) and not (one.total or one.summed or one.change):
                ref = one.ref if one.key is not None else ""
                tables.setdefault((one.table_name, one.unit_name, ref), []).append(one)
        for group in tables.values():
            full = [one for one in group if self._said(one) >= _FULL]
            plain = [one for one in full if not one.derived]
            for some in (plain, full, group):
                if 2 <= len(some) <= _MOST:
                    yield some

    def _sums(self) -> Iterator[AmountReading]:
        """All that is named, together."""
        for group, year in product(self._groups(), self.years):
            yield from self._reading(Relation.SUM, group, year, summed)

    def _left(self) -> Iterator[AmountReading]:
        """A balance of two, or what is left of a whole without one or two parts."""
        if not self.kinds & {"zonder", "saldo"}:
            return
        wholes = [one for one in self._wholes() if self._unit(one)]
        parts = [one for one in [*self.named, *self.best] if self._unit(one)][:_MOST]
        pairs: list[tuple[Subject, tuple[Subject, ...]]]
        pairs = [(one, (other,)) for one, other in combinations(parts, 2) if _kin(one, other)]
        pairs += [(whole, (one,)) for whole in wholes for one in parts if _kin(whole, one)]
        kin = [one for one in parts if not (one.total or one.summed)]
        pairs += [
            (whole, two)
            for whole in wholes
            for two in combinations(kin, 2)
            if all(_kin(whole, one) for one in two)
        ]
        for (full, less), year in product(pairs, self.years):
            if full.number not in {one.number for one in less}:
                yield from self._reading(Relation.COMPARISON, [full, *less], year, _without)

    def _wholes(self) -> list[Subject]:
        names = self.ledger.names
        tables = dict.fromkeys(one.table_name for one in [*self.best, *self.named])
        found = [names.subjects[n] for table in tables for n in names.siblings[table]]
        return [one for one in found if one.total or one.summed or one in self.named]

    def _over_years(self) -> Iterator[AmountReading]:
        """One figure over several years, together or on average."""
        if not self.kinds & {"samen", "per"}:
            return
        for one, years in product([*self.best, *self.named], self._ranges()):
            values = [self.known.value(one, year) for year in years]
            known = [value for value in values if value is not None]
            if not self._unit(one) or len(known) < len(years):
                continue
            about = tuple(NamedFigure(one, year) for year in years)
            if "samen" in self.kinds:
                yield AmountReading(Relation.SUM, about, summed(known), 0.0)
            mean = summed(known).per(_exactly(len(years)))
            if mean is not None and self._yearly():
                yield AmountReading(Relation.MEAN, about, mean, 0.0)

    def _yearly(self) -> bool:
        """Whether a mean over years is told."""
        told = _YEARLY.search(self.sentence) or _FEW.search(self.sentence) or self.when.span
        return "per" in self.kinds and told is not None

    def _ranges(self) -> Iterator[list[int]]:
        """The years a sentence may take together: those it names, or the last so many."""
        yield from (years for years in self._spoken_ranges() if len(years) > 1)

    def _spoken_ranges(self) -> Iterator[list[int]]:
        known = self.ledger.years
        marks = sorted(set(self.told_years))
        few = _FEW.search(self.sentence)
        many = few and (int(few["many"]) if few["many"].isdigit() else whole(few["many"]))
        if len(marks) > 1:
            yield [year for year in known if marks[0] <= year <= marks[-1]]
            yield [year for year in known if year in marks]
        elif many and many > 1:
            yield [year for year in known if self.ledger.year - many < year <= self.ledger.year]
        elif marks and "samen" in self.kinds:
            yield [year for year in known if marks[0] <= year <= self.ledger.year]
        elif not marks and ("samen" in self.kinds or _YEARLY.search(self.sentence)):
            yield list(known)

    def _each(self) -> Iterator[AmountReading]:
        """So many for each of what a sentence names after 'per'."""
        some = [one for one in [*self.best, *self.named] if one.unit in (Unit.COUNT, Unit.EURO)]
        for one, other in product(some[:_MOST], self.each):
            for year, times in product(self.years, _TIMES):
                mine, theirs = self.known.value(one, year), self.known.value(other, year)
                if mine is None or theirs is None or one.number == other.number:
                    continue
                each = mine.per(theirs, times)
                if each is not None and each.value >= 1:
                    about = (NamedFigure(one, year), NamedFigure(other, year))
                    yield AmountReading(Relation.MEAN, about, each, 0.0)

    def _after_per(self, read: Read) -> list[Subject]:
        """What is counted by the words right after 'per' or 'elke'."""
        names = self.ledger.names
        places = [n for n, one in enumerate(read.tokens) if one.text.lower() in _PER]
        words = {
            word
            for told in read.said
            if any(at < told.token <= at + _REACH for at in places)
            for word, how in told.fits
            if how >= HALF
        }
        numbers = {n for word in words for n in names.by_word.get(word, ())}
        found = [names.subjects[n] for n in sorted(numbers)]
        return [
            one
            for one in found
            if one.unit is Unit.COUNT and (one.heads | one.unit_words | one.key_words) & words
        ]

    def _changes(self, *, percent: bool) -> Iterator[AmountReading]:
        for one, (then, now) in product(dict.fromkeys(self.best), self._pairs()):
            if (
                one.table_name != self.best[0].table_name
                or one.change
                or (percent and one.unit is Unit.PERCENT)
            ):
                continue
            mine, theirs = self.known.value(one, now), self.known.value(one, then)
            if mine is None or theirs is None:
                continue
            moved = (mine - theirs).per(theirs, 100) if percent else mine - theirs
            if moved is not None:
                about = (NamedFigure(one, now), NamedFigure(one, then))
                yield AmountReading(Relation.CHANGE, about, moved.size, 0.0, percent)

    def _pairs(self) -> list[tuple[int, int]]:
        """From which year to which a change may be told."""
        report, marks = self.ledger.year, sorted(set(self.told_years))
        found = [*combinations(marks, 2)] if len(marks) > 1 else []
        found += [(year, report) for year in marks if year < report]
        few = _FEW.search(self.sentence)
        many = few and (int(few["many"]) if few["many"].isdigit() else whole(few["many"]))
        if many:
            found.append((report - many, report))
        return found or [(report - 1, report)]

    def _shares(self) -> Iterator[AmountReading]:
        """One named figure as a part of another, or what is left of a percentage."""
        full = [one for one in self.named if one.unit in (Unit.COUNT, Unit.EURO)]
        full = [one for one in full if self._said(one) >= _FULL]
        for part, base in product(full, full):
            for year in self.years:
                mine, theirs = self.known.value(part, year), self.known.value(base, year)
                share = mine.per(theirs, 100) if mine is not None and theirs is not None else None
                kin = part.table_name == base.table_name and not (part.summed or base.summed)
                if share is not None and kin and part.number != base.number:
                    about = (NamedFigure(part, year), NamedFigure(base, year))
                    yield AmountReading(Relation.SHARE, about, share, 0.0)
        if "zonder" in self.kinds:
            for one, year in product(self.named, self.years):
                value = self.known.value(one, year)
                if one.unit is Unit.PERCENT and value is not None:
                    left = _exactly(100) - value
                    yield AmountReading(Relation.COMPARISON, (NamedFigure(one, year),), left, 0.0)

    def _reading(
        self,
        relation: Relation,
        of: Sequence[Subject],
        year: int,
        how: Callable[[Sequence[PrintedValue]], PrintedValue],
    ) -> Iterator[AmountReading]:
        values = [self.known.value(one, year) for one in of]
        known = [one for one in values if one is not None]
        if len(known) == len(of):
            about = tuple(NamedFigure(one, year) for one in of)
            yield AmountReading(relation, about, how(known).size, 0.0)


def _kin(one: Subject, other: Subject) -> bool:
    """Whether one may be taken from the other."""
    alike = one.table_name == other.table_name or other.number in one.twins
    return alike and one.unit_name == other.unit_name


def _without(values: Sequence[PrintedValue]) -> PrintedValue:
    first = values[0]
    for one in values[1:]:
        first = first - one
    return first


def _exactly(many: int) -> PrintedValue:
    return PrintedValue(Fraction(many), Fraction(many), Fraction(many))
