# SPDX-License-Identifier: EUPL-1.2
"""What else a sentence may compute of the figures it names: sums, what is left, balances, means,
amounts for each of something, changes and shares.

Asked only of a number that would be accused. Where its words speak of a computation
(`data/rekenwoorden.tsv`) and the outcome, with figures the sentence names, is the number, the
sentence is true in a way the grammar did not see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, product

from ....core.words import Phrase
from ..named.apart import HALF, each_told, said, words_within
from ..named.context import Level, Read
from ..named.cues import kinds_of
from ..named.judge import fits
from ..named.ledger import AmountSpot, Ledger
from ..named.names import Subject
from ..named.statement import AmountReading, NamedFigure, Relation
from ..named.values import PrintedValue, exactly, overlap, summed, without
from ..named.wholes import sums_in
from ..named.years import YearRole
from ..reading.computed_years import ComputedYears
from ..reading.mention import Mention, Unit
from ..reading.no_amounts import whole

_NAMED, _FULL = 0.45, 0.95  # the part of a name from which it may be meant, and is all of it
_MOST, _SEVERAL = 12, 4
_WIDE, _ABOUT = Fraction(8, 100), Fraction(1, 10)
_ROUND = 100  # a mean from here on is rounded to a whole
_COMPARED = Phrase(r"\b(?:sinds|vanaf|vergeleken|ten opzichte|niveau|boven|onder)\b", re.IGNORECASE)
_OF_ALL = Phrase(r"\b(?:van|op) (?:alle|het totaal|de totale)\b", re.IGNORECASE)
_SO_MANY = Phrase(r"\b(?:keer|maal)\s+(?:zo|die|dat|het|de)\b", re.IGNORECASE)
_PER, _REACH = {"per", "elke", "elk", "iedere", "ieder"}, 3
_OF_US = {"tweeën": 2, "drieën": 3, "vieren": 4}  # 'met z'n tweeën'
_TIMES = {"honderd": 100, "duizend": 1000}  # 'per duizend inwoners'


def worked_out(
    ledger: Ledger, spot: AmountSpot, mention: Mention, readings: Sequence[AmountReading]
) -> AmountReading | None:
    """A computation of named figures whose outcome a number is; None when there is none."""
    named = _Named(ledger, spot, mention, readings)
    found = (one for one in named.computed() if _says(mention, one))
    return next((one for one in found if named.of_key(one)), None)


def _says(mention: Mention, one: AmountReading) -> bool:
    if one.relation is Relation.CHANGE and not one.percent and one.value.value < _MOST:
        return mention.says(one.value.value)  # 'keer zo groot'
    about = mention.low < mention.value < mention.high  # 'zo'n 26', not 'minstens 26'
    wide = mention.high - mention.low > (_ABOUT if about else _WIDE) * mention.value
    if wide and mention.unit is not Unit.PERCENT:
        return False  # 'minstens honderd' is something by chance
    whole_of = one.relation in (Relation.SUM, Relation.COMPARISON)
    if whole_of and one.value.value.denominator == 1 != mention.value.denominator:
        return False  # '4,5' is no sum of whole numbers
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
        self.kinds = kinds_of(spot.line.read, spot.anchor)
        context = spot.reader.read.context(spot.line, spot.anchor)
        near = context.near
        self.words = words_within(near, Level.OTHER)
        self.plain = frozenset(word for word in self.words if near[word][1] > HALF)
        self.when = spot.reader.years.of(spot.line, spot.anchor)
        marks = [mark.year for mark in spot.reader.years.marks(spot.line)]
        own = [year for year, _ in self.when.years]
        self.years = list(dict.fromkeys([*own, *marks])) or [ledger.year]
        own_line = spot.line.sentence
        self.sentence = spot.place.text.raw[own_line.start : own_line.end]
        self.spoken = self._years(spot, marks, own)
        self.near = words_within(near, Level.OWN)
        relation = readings[0].relation if readings else None
        self.moved, self.together = relation is Relation.CHANGE, relation is Relation.SUM
        self.before, self.bare = spot.before.subject, context.bare
        named = [one.about[0].subject for one in readings[:3] if not one.blind]
        self.best = [*named, *filter(None, [spot.before.subject])]
        self.times = [1, *(many for word, many in _TIMES.items() if word in self.sentence.lower())]
        self.per = self._after_per(spot.line.read)
        self.columns = self._columns()
        self.named = [one for one in self._possible() if self._said(one) >= _NAMED]

    def _years(self, spot: AmountSpot, marks: Sequence[int], own: Sequence[int]) -> ComputedYears:
        every = bool(_COMPARED.search(self.sentence))
        spoken = spot.reader.years.marks(spot.line)
        since = tuple(m.year for m in spoken if every or m.role is not YearRole.WHEN)
        return ComputedYears(
            self.sentence, tuple(marks), tuple(own), self.ledger.years, self.ledger.year, since
        )

    def _columns(self) -> frozenset[str]:
        """The columns spoken of: those named best, and those of which a word is said that is no
        word of their table.
        """
        found = {one.ref for one in self.best}
        for one in self._possible():
            shared = frozenset().union(*one.table, one.unit_words, one.population)
            if any((way - shared or way) & self.words for way in one.called):
                found.add(one.ref)
        return frozenset(found)

    def _possible(self) -> Iterator[Subject]:
        names = self.ledger.names
        numbers = {n for word in self.words for n in names.by_word.get(word, ())}
        yield from (names.subjects[n] for n in sorted(numbers))

    def _said(self, one: Subject, words: frozenset[int] | None = None) -> float:
        """How much of the name of a figure a sentence says; one of a key is named by that key,
        where its column is spoken of.
        """
        if one.key is not None and one.ref not in self.columns:
            return 0.0
        ways = (one.key_words,) if one.key is not None else one.called
        if one.total or one.summed:
            ways = (*ways, *one.table, one.unit_words)
        words = self.words if words is None else words
        return said(self.ledger.names, tuple(way for way in ways if way), words)

    def computed(self) -> Iterator[AmountReading]:
        """Every computation the words speak of."""
        percent = self.mention.unit is Unit.PERCENT
        yield from self._sums()  # of shares as well: 'samen goed voor 80 procent'
        if percent:
            yield from self._shares()
        else:
            yield from self._left()
            yield from self._over_years()
            yield from self._each()
            yield from self._of_a_year()
        if self.kinds & {"verandering", "saldo"} or self.when.compared:
            yield from self._changes(percent=percent)

    def of_key(self, one: AmountReading) -> bool:
        """Whether a computation has a key in it where the figure named best is of a key."""
        best = self.best[:1]
        told = bool(best) and best[0].key is not None and bool(best[0].key_words & self.words)
        return not told or any(about.subject.key is not None for about in one.about)

    def _groups(self) -> Iterator[list[Subject]]:
        """Kinds of one table that a sentence names: those named in full, and all of them."""
        tables: dict[tuple[str, str, str | None], list[Subject]] = {}
        for one in self.named:
            if one.unit is self.mention.unit and not (one.total or one.summed or one.change):
                ref = one.ref if one.key is not None else ""
                tables.setdefault((one.table_name, one.unit_name, ref), []).append(one)
        for group in tables.values():
            yield from self._together(group)

    def _together(self, group: list[Subject]) -> Iterator[list[Subject]]:
        full = [one for one in group if self._said(one) >= _FULL]
        plain = [one for one in full if not one.derived]
        beside = list(filter(self._beside, plain))
        yield from (some for some in (plain, full, group, beside) if 2 <= len(some) <= _MOST)
        for many in self._few:
            if many < len(plain) <= _MOST:  # 'A en B, de twee grootste na C'
                yield from (list(some) for some in combinations(plain, many))

    @property
    def _few(self) -> set[int]:
        """How many kinds a sentence says are taken together."""
        said_ = {whole(word) or 0 for word in re.findall(r"[^\W\d_]+", self.sentence)}
        said_ |= {many for word, many in _OF_US.items() if word in self.sentence}
        return {many for many in said_ if 1 < many <= _SEVERAL}

    def _sums(self) -> Iterator[AmountReading]:
        """All that is named, together."""
        words = self.words if "samen" in self.kinds else self.plain
        groups = [one for one in self._groups() if each_told(self.ledger.names, one, words)]
        for group, year in product(groups, self.years):
            yield from self._reading(Relation.SUM, group, year, summed)

    def _left(self) -> Iterator[AmountReading]:
        """A balance of two, or what is left of a whole without one or two parts."""
        together = self.together and "verschil" not in self.sentence.lower()
        if not (self.kinds & {"zonder", "saldo"}) or self.moved or together:
            return
        wholes = [one for one in self._wholes() if one.unit is self.mention.unit]
        parts = [
            one for one in dict.fromkeys([*self.named, *self.best]) if one.unit is self.mention.unit
        ]
        parts = [o for o in parts if o.table_name in {b.table_name for b in self.best}][:_MOST]
        pairs: list[tuple[Subject, tuple[Subject, ...]]]
        pairs = [(one, (other,)) for one, other in combinations(parts, 2) if _kin(one, other)]
        pairs += [(full, (one,)) for full in wholes for one in parts if _whole_of(full, one)]
        kin = [one for one in parts if not (one.total or one.summed)]
        pairs += [
            (full, two)
            for full in wholes
            for two in combinations(kin, 2)
            if all(_whole_of(full, one) for one in two)
        ]
        pairs = [(full, less) for full, less in pairs if full not in less]
        for (full, less), year in product(pairs, self.years):
            known = self._known((one, year) for one in (full, *less))
            if len(less) == 1 or (known and without(known).value >= 0):  # of a whole some is left
                yield from self._reading(Relation.COMPARISON, [full, *less], year, without)

    def _wholes(self) -> list[Subject]:
        names = self.ledger.names
        tables = dict.fromkeys(one.table_name for one in [*self.best, *self.named])
        found = [names.subjects[n] for table in tables for n in names.siblings[table]]
        own = {one.number for one in self.named} - self._only_parts(tables)
        return [one for one in found if one.total or one.summed or one.number in own]

    def _only_parts(self, tables: Iterable[str]) -> frozenset[int]:
        """What is a part of a sum and no sum itself; in a balance anything may be the larger:
        'samen blijven zij € 410.000 achter bij het entreegeld'.
        """
        if "saldo" in self.kinds:
            return frozenset()
        sums = [one for table in tables for one in sums_in(self.known, self.ledger.names, table)]
        return frozenset().union(*(of for _, of in sums)) - {one.number for one, _ in sums}

    def _over_years(self) -> Iterator[AmountReading]:
        """One figure over several years, together or on average."""
        together = "samen" in self.kinds or bool(self.spoken.many)  # 'in drie jaar'
        yearly = "per" in self.kinds and (self.spoken.yearly or self.when.span is not None)
        figures = [*self.best, *self.named] if together or "per" in self.kinds else []
        for one, years in product(figures, self.spoken.ranges(together=together)):
            known = self._known((one, year) for year in years)
            if one.unit is not self.mention.unit or not known:
                continue
            about = tuple(NamedFigure(one, year) for year in years)
            if together:
                yield AmountReading(Relation.SUM, about, summed(known), 0.0)
            mean = summed(known).per(exactly(len(years)))
            if mean is not None and yearly:
                yield AmountReading(Relation.MEAN, about, mean, 0.0)

    def _known(self, of: Iterable[tuple[Subject, int]]) -> list[PrintedValue]:
        """What some figures were; nothing where one is not known."""
        values = [self.known.value(one, year) for one, year in of]
        return [] if None in values else [value for value in values if value is not None]

    def _of_a_year(self) -> Iterator[AmountReading]:
        """So many for each month, week or day."""
        part = self.spoken.part
        for one, year in product([*self.best[:2], *self.named] if part else (), self.years):
            value = self.known.value(one, year)
            each = value.per(exactly(part)) if value is not None and part else None
            if each is not None and one.unit is self.mention.unit:
                yield AmountReading(Relation.MEAN, (NamedFigure(one, year),), each, 0.0)

    def _each(self) -> Iterator[AmountReading]:
        """So many for each of what a sentence names after 'per'."""
        full = [one for one in self.named if self._said(one, self.words - self.per) >= _FULL]
        some = [one for one in [*self.best[:1], *full] if one.unit in (Unit.COUNT, Unit.EURO)]
        for one, other in product(some[:_MOST], self._bases()):
            for year, times in product(self.years, self.times):
                both = self._known(((one, year), (other, year)))
                if not both or one.number == other.number:
                    continue
                if one.key is not None and other.key not in (None, one.key):
                    continue
                each = both[0].per(both[1], times)
                if each is not None and each.value >= 1:
                    about = (NamedFigure(one, year), NamedFigure(other, year))
                    yield AmountReading(Relation.MEAN, about, each, 0.0)

    def _after_per(self, read: Read) -> frozenset[int]:
        """The words right after 'per' or 'elke'."""
        places = [n for n, one in enumerate(read.tokens) if one.text.lower() in _PER]
        return frozenset(
            word
            for told in read.said
            if any(at < told.token <= at + _REACH for at in places)
            for word, how in told.fits
            if how >= HALF
        )

    def _bases(self) -> list[Subject]:
        """What is counted by the words right after 'per' or 'elke'."""
        names = self.ledger.names
        numbers = {n for word in self.per for n in names.by_word.get(word, ())}
        counted = [o for n in sorted(numbers) if (o := names.subjects[n]).unit is Unit.COUNT]
        return [
            one
            for one in counted
            if one.key_words & self.per
            or (
                (one.heads | one.unit_words) & self.per
                and (not one.key or self._said(one) >= _FULL)
            )
        ]

    def _changes(self, *, percent: bool) -> Iterator[AmountReading]:
        """How much a figure changed, as a part of it, a year, or so many times what it was."""
        for one, (then, now) in product(self._moved(), self.spoken.pairs()):
            mine, theirs = self.known.value(one, now), self.known.value(one, then)
            ratio = percent and one.unit is Unit.PERCENT
            if mine is None or theirs is None or one.change or ratio:
                continue
            about = (NamedFigure(one, now), NamedFigure(one, then))
            for value in self._ways(mine, theirs, now - then, percent=percent):
                if value is not None:
                    yield AmountReading(Relation.CHANGE, about, value.size, 0.0, percent)

    def _ways(
        self, now: PrintedValue, then: PrintedValue, years: int, *, percent: bool
    ) -> Iterator[PrintedValue | None]:
        if percent:
            yield (now - then).per(then, 100)
            return
        yield now - then
        if self.spoken.yearly and years > 1:
            yield (now - then).per(exactly(years))
        if _SO_MANY.search(self.sentence):
            ratio = now.per(then)
            if ratio is not None:
                yield PrintedValue(Fraction(round(ratio.value * 10), 10), ratio.low, ratio.high)

    def _moved(self) -> list[Subject]:
        """What a change may be of: the figure named best, or the one spoken of before."""
        before = self.before
        if before is not None and self.bare:
            return [before]
        found = [*self.best[:1], *([before] if before is not None else [])]
        if self.mention.unit is Unit.PERCENT and not self.moved:  # 'de groei van …: 5 procent'
            found += [one for one in self.named if one.unit is not Unit.PERCENT][:_SEVERAL]
        return list(dict.fromkeys(found))

    def _beside(self, one: Subject) -> bool:
        """Whether a figure is named in full in the part of the amount."""
        ways = (one.key_words,) if one.key is not None else one.called
        return said(self.ledger.names, tuple(way for way in ways if way), self.near) >= _FULL

    def _shares(self) -> Iterator[AmountReading]:
        """One named figure as a part of another, or what is left of a percentage."""
        full = [one for one in self.named if one.unit in (Unit.COUNT, Unit.EURO)]
        full = [one for one in full if self._said(one) >= _FULL]
        every = _OF_ALL.search(self.sentence) is not None
        for part, base in product(full, (o for o in full if not every or o.total or o.summed)):
            for year in self.years:
                both = self._known(((part, year), (base, year)))
                share = both[0].per(both[1], 100) if both else None
                kin = part.table_name == base.table_name and not (part.summed or base.summed)
                kin = kin and (part in self.best or self._beside(part))
                kin = kin or self._told_elsewhere(part, base, year)
                if share is not None and kin and part.number != base.number:
                    about = (NamedFigure(part, year), NamedFigure(base, year))
                    yield AmountReading(Relation.SHARE, about, share, 0.0)
        if "zonder" in self.kinds:
            for one, year in product(self.named, self.years):
                for value in self._known([(one, year)]) if one.unit is Unit.PERCENT else ():
                    left, of = exactly(100) - value, (NamedFigure(one, year),)
                    yield AmountReading(Relation.COMPARISON, of, left, 0.0)

    def _told_elsewhere(self, part: Subject, base: Subject, year: int) -> bool:
        """Whether a figure is the whole that a key is a part of, as another table tells it."""
        together = self.ledger.names.by_name.get((part.ref, None)) if part.key is not None else None
        if together is None or base.key is not None or base.unit_name != part.unit_name:
            return False
        both = self._known(((together, year), (base, year)))
        return bool(both) and overlap(*both)

    def _reading(
        self,
        relation: Relation,
        of: Sequence[Subject],
        year: int,
        how: Callable[[Sequence[PrintedValue]], PrintedValue],
    ) -> Iterator[AmountReading]:
        if known := self._known((one, year) for one in of):
            about = tuple(NamedFigure(one, year) for one in of)
            yield AmountReading(relation, about, how(known).size, 0.0)


def _kin(one: Subject, other: Subject) -> bool:
    """Whether one may be taken from the other."""
    alike = one.table_name == other.table_name or other.number in one.twins
    return alike and one.unit_name == other.unit_name


def _whole_of(full: Subject, part: Subject) -> bool:
    """Whether a figure is one of which another is a part."""
    return _kin(full, part) and (full.ref == part.ref or full.key == part.key)
