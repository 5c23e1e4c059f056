# SPDX-License-Identifier: EUPL-1.2
"""All ways to read one amount: which figures its words name, for which years, in which relation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from ....core.words import Phrase
from ..reading.computed_years import counts_parts
from ..reading.lexicon import EXPENSE, INCOME
from ..reading.mention import Mention, Unit
from ..reading.morphology import roots
from .context import Context, Level
from .cues import Cues
from .features import Before
from .names import Subject
from .naming import UNLIKELY, Named, Naming, Ranked, counted_apart
from .passage import TextLine
from .statement import AmountReading, NamedFigure, Relation
from .values import exactly, summed
from .wholes import holds_another, wholes_of
from .years import SpokenWhen

_TIMES = Phrase(r"\s*(?:keer|maal|duizend|miljoen)\b")
_IN_ALL = Phrase(
    r"\b(?:op|van|uit)\s+(?:een\s+totaal\s+van|in\s+totaal)(?:\s+(?:ruim|bijna|ongeveer))?\s+\Z",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(r"\s*(?:[.,;:()]|\Z)")
_STEP = 0.1  # how much a whole is less likely meant than the one before it
_PARTS = 8  # subjects tried
_BASE_TOLD = 1.0  # what it adds to read a share when the sentence says what it is of
UNJOINED = 1.5  # what it costs to add kinds where no word joins them
_AGAIN = 6.0  # what it adds to go on about the figure before where a share names nothing


class AmountReader(Naming):
    """Reads the amounts of one text."""

    def readings(
        self, line: TextLine, anchor: int, mention: Mention, before: Before
    ) -> list[AmountReading]:
        """Every reading of a typed number, best first."""
        self._percentage = mention.unit is Unit.PERCENT
        match mention.unit:
            case Unit.PERCENT:
                self._ratio = " op " in mention.text
                found = list(self._percent(line, anchor, before))
                self._ratio = False
            case Unit.POINTS:
                found = list(self._changes(self.named(line, anchor, Unit.PERCENT, before), 0.0))
            case unit:
                found = list(
                    self._counts(line, anchor, self.named(line, anchor, unit, before), before)
                )
        if not found:
            found = list(self._blind(line, anchor, mention.unit))
        found = self._whole_of_before(line, mention, before) or found
        times = _TIMES.match(self.shown, mention.end)  # '2,2 keer zo veel'
        if mention.unit is Unit.COUNT and mention.value.denominator > 1 and not times:
            # 'een 7,6' counts no things
            found = [one for one in found if one.value.value.denominator > 1] or found
        top = max((one.score for one in found), default=0.0)
        found = [replace(one, score=one.score - top) for one in found]
        return sorted(found, key=lambda one: -one.score)

    def _blind(self, line: TextLine, anchor: int, unit: Unit) -> Iterator[AmountReading]:
        """Every figure of a unit, where the words name nothing at all."""
        for number in self._counted[unit]:
            subject = self.names.subjects[number]
            said = dict(self.years.of(line, anchor).years)
            for year in self.known.years if not subject.change else ():
                value, extra = self.known.value(subject, year), said.get(year, UNLIKELY)
                if value is not None:
                    about = (NamedFigure(subject, year),)
                    yield AmountReading(Relation.LEVEL, about, value.size, -extra, blind=True)

    def _whole_of_before(
        self, line: TextLine, mention: Mention, before: Before
    ) -> list[AmountReading]:
        """The figures that the one before may be a part of, where that is said: '42 monsters, op
        een totaal van 650'.
        """
        part, year = before.subject, self.years.main(line)
        told = _IN_ALL.search(self.shown, line.sentence.start, mention.start)
        bare = _NO_NOUN.match(self.shown, mention.end) and mention.counts
        if part is None or not (told and bare and before.same and part.unit is mention.unit):
            return []
        mine = self.known.value(part, year)
        found: list[AmountReading] = []
        for one in wholes_of(self.names, part):
            value = self.known.value(one, year)
            if value is not None and (mine is None or value.value > mine.value):
                about = (NamedFigure(one, year),)
                found.append(AmountReading(Relation.LEVEL, about, value.size, -_STEP * len(found)))
        return found

    def _counts(
        self, line: TextLine, anchor: int, named: Named, before: Before
    ) -> Iterator[AmountReading]:
        cues, unit = named.cues, named.unit
        yield from self._result(named)
        added = list(self._together(named)) if cues.summed or len(line.anchors) == 1 else []
        spread = named.when.span is not None and (cues.mean or cues.together)
        alone = UNLIKELY * bool(cues.change is not None or (cues.together and added) or spread)
        yield from self._divided(line, anchor, named, before)
        alone = max(alone, UNLIKELY * bool(cues.part)) + UNLIKELY * cues.times
        yield from self.levels(named, alone)
        if cues.change is not None:
            yield from self._changes(named, UNLIKELY if cues.kinds else 0.0)
            other = self.than(line, anchor, named, unit) if cues.kinds else named.ranked
            yield from self._differences(named, other, 0.0 if cues.kinds else UNLIKELY)
        if cues.summed or named.when.span or len(named.when.years) > 1:
            yield from self._sums(named, cues)
        yield from added

    def _result(self, named: Named) -> Iterator[AmountReading]:
        """What came in without what was spent, or the other way round where it came short, of the
        tables of money that tell both.
        """
        told = named.cues.result if named.cues.change is None else 0
        for table in self.names.siblings.values() if told else ():
            money = [self.names.subjects[n] for n in table if n in self._counted[Unit.EURO]]
            ends = [self._all_of(money, *words) for words in (INCOME, EXPENSE)]
            ends = ends[::told]
            for year, extra in named.when.years if None not in ends else ():
                about = tuple(NamedFigure(one, year) for one in ends if one is not None)
                more, less = (self.known.value(one.subject, year) for one in about)
                if more is not None and less is not None:
                    score = (named.ranked[0][1] if named.ranked else 0.0) + _BASE_TOLD - extra
                    yield AmountReading(Relation.COMPARISON, about, more - less, score)

    def _all_of(self, money: Sequence[Subject], *words: str) -> Subject | None:
        """The figure of a table that is called just by one of some words: 'Alle inkomsten'."""
        known = self.names.vocabulary.roots
        own = {known[root] for word in words for root in roots(word) if root in known}
        return next((one for one in money if any(w and w <= own for w in one.called)), None)

    def levels(self, named: Named, cost: float = 0.0) -> Iterator[AmountReading]:
        """The amount as a figure by itself; one that is a change only where a change is told."""
        for subject, score in named.ranked:
            unlike = 0.0 if subject.change else cost
            opens = named.cues.opens and subject.stock  # what there was on the last day before it
            for year, extra in [(one - opens, lost) for one, lost in named.when.years]:
                value = self.known.value(subject, year)
                if value is not None:
                    yield AmountReading(
                        Relation.LEVEL,
                        (NamedFigure(subject, year),),
                        value.size,
                        score - extra - unlike,
                    )

    def _divided(
        self, line: TextLine, anchor: int, named: Named, before: Before
    ) -> Iterator[AmountReading]:
        """The amount as one figure by another, or by the days or months of its year."""
        if named.cues.times:
            yield from self._times(line, anchor, named, before)
        if named.cues.part:
            yield from self._each(named, named.cues.part)

    def _each(self, named: Named, parts: int) -> Iterator[AmountReading]:
        """The amount as what a figure of a year was per day, week or month: of those there were
        where a sentence names that, else of all in a year.
        """
        near = [one for one, score in named.ranked if score > named.ranked[0][1] - UNLIKELY]
        days = [o for o in near if counts_parts(o.unit_name) == parts and not o.average]
        if days:
            yield from self._of_those(named, days)
            return
        some = [pair for pair in named.ranked if not (pair[0].average or pair[0].stock)]
        for (subject, score), (year, extra) in product(some[:_PARTS], named.when.years):
            value = self.known.value(subject, year)
            each = value.per(exactly(parts)) if value is not None else None
            if each is not None:
                about = (NamedFigure(subject, year),)
                yield AmountReading(Relation.MEAN, about, each, score - extra, parts=parts)

    def _of_those(self, named: Named, days: Sequence[Subject]) -> Iterator[AmountReading]:
        """'344 dagen open, gemiddeld 237 bezoekers per dag': by the days that a figure counts."""
        some = [pair for pair in named.ranked if pair[0] not in days][:_PARTS]
        for (subject, score), own in product(some, days):
            for year, extra in named.when.years if own.key in (None, subject.key) else ():
                value, many = self.known.value(subject, year), self.known.value(own, year)
                each = value.per(many) if value is not None and many is not None else None
                if each is not None:
                    about = (NamedFigure(subject, year), NamedFigure(own, year))
                    told = score - extra
                    yield AmountReading(Relation.COMPARISON, about, each, told, ratio=True)

    def _times(
        self, line: TextLine, anchor: int, named: Named, before: Before
    ) -> Iterator[AmountReading]:
        """The amount as how many times what it was a figure is, or how many times another."""
        if named.context.bare and before.subject is not None:
            named = replace(named, ranked=((before.subject, 0.0),))
        other = () if named.when.compared else self.than(line, anchor, named, Unit.COUNT)
        other = () if other is named.ranked else other[:_PARTS]
        kind = Relation.COMPARISON if other else Relation.CHANGE
        for subject, score in named.ranked[:_PARTS]:
            for year, extra in named.when.years:
                for second, then, lost in self._held_against(named, subject, year, other):
                    mine, theirs = self.known.value(subject, year), self.known.value(second, then)
                    ratio = mine.per(theirs) if mine is not None and theirs is not None else None
                    if ratio is not None and (second, then) != (subject, year):
                        about = (NamedFigure(subject, year), NamedFigure(second, then))
                        told = score + 0.7 * lost - extra
                        yield AmountReading(kind, about, ratio, told, ratio=True)

    def _held_against(
        self, named: Named, subject: Subject, year: int, other: Ranked
    ) -> list[tuple[Subject, int, float]]:
        """What a figure of a year is divided by: another named one, else itself in another year;
        with how far that is behind the best named.
        """
        if other:
            return [(second, year, further - other[0][1]) for second, further in other]
        return [(subject, then, 0.0) for then in self._since(named.when, year)]

    def _changes(
        self, named: Named, cost: float, *, percent: bool = False
    ) -> Iterator[AmountReading]:
        """The amount as the change of a figure since another year."""
        for subject, score in named.ranked[:_PARTS]:
            for year, extra in named.when.years if not subject.change else ():
                for since in self._since(named.when, year):
                    # 'tussen 2020 en 2024': from the one to the other
                    beside = named.when.span is not None and (since, year) != named.when.span
                    now, then = self.known.value(subject, year), self.known.value(subject, since)
                    if now is None or then is None:
                        continue
                    change = now - then
                    value = change.per(then, 100) if percent else change
                    if value is not None:
                        about = (NamedFigure(subject, year), NamedFigure(subject, since))
                        yield AmountReading(
                            Relation.CHANGE,
                            about,
                            value.size,
                            score - extra - cost - (UNLIKELY if beside else 0.0),
                            percent,
                        )

    def _since(self, when: SpokenWhen, year: int) -> list[int]:
        if when.compared:
            return [other for other in when.compared if other != year] or [year - 1]
        later = self.years.report_year
        if when.told and year < later:  # 'een jaar eerder waren dat er vijf meer'
            return [later, year - 1]
        others = [other for other, _ in when.years if other < year]
        return others or ([when.span[0]] if when.span and when.span[0] != year else [year - 1])

    def _differences(self, named: Named, other: Ranked, cost: float) -> Iterator[AmountReading]:
        """The amount as how much more of one kind there is than of another."""
        for one, score in named.ranked[:_PARTS]:
            for second, further in other[:_PARTS]:
                for year, extra in named.when.years if one.number != second.number else ():
                    mine, theirs = self.known.value(one, year), self.known.value(second, year)
                    if mine is not None and theirs is not None:
                        about = (NamedFigure(one, year), NamedFigure(second, year))
                        lost = score + 0.7 * (further - other[0][1]) - extra - cost
                        yield AmountReading(Relation.COMPARISON, about, (mine - theirs).size, lost)

    def _sums(self, named: Named, cues: Cues) -> Iterator[AmountReading]:
        """The amount as several kinds or several years together, or their mean."""
        years = [year for year, extra in named.when.years if not extra]
        span = named.when.span
        if span is not None:
            years = list(range(span[0], span[1] + 1))
        for subject, score in named.ranked[:_PARTS] if len(years) > 1 else ():
            values = [self.known.value(subject, year) for year in years]
            known = [one for one in values if one is not None]
            if len(known) == len(values):
                about = tuple(NamedFigure(subject, year) for year in years)
                total = summed(known)
                yield AmountReading(Relation.SUM, about, total, score)
                if cues.mean and (mean := total.per(exactly(len(known)))):
                    yield AmountReading(Relation.MEAN, about, mean, score + 0.5)

    def _together(self, named: Named) -> Iterator[AmountReading]:
        """The kinds a sentence names side by side, added."""
        near = self._side_by_side(named, Level.SHARED)
        groups = near if any(len(one) > 1 for one in near.values()) else None
        for group in (groups or self._side_by_side(named, Level.OTHER)).values():
            for some in counted_apart(group, named) if len(group) > 1 else ():
                if not holds_another(self.known, self.names, [one for one, _ in some]):
                    yield from self._added(some, named)

    def _added(self, group: list[tuple[Subject, float]], named: Named) -> Iterator[AmountReading]:
        score = max(score for _, score in group) + (0.5 if named.cues.joined else -UNJOINED)
        for year, extra in named.when.years:
            known = [v for one, _ in group if (v := self.known.value(one, year)) is not None]
            if len(known) == len(group):
                about = tuple(NamedFigure(one, year) for one, _ in group)
                yield AmountReading(Relation.SUM, about, summed(known), score - extra)

    def _percent(self, line: TextLine, anchor: int, before: Before) -> Iterator[AmountReading]:
        """The amount as a share: a published one, or a part of a base; or as a relative change."""
        named = self.named(line, anchor, Unit.PERCENT, before)
        yield from self._of_before(line, named, before)
        moved = named.cues.change is not None and not named.cues.towards
        levels = list(self.levels(named, UNLIKELY if moved else 0.0))
        yield from levels
        shares = {one.about[0].subject for one in levels}
        told = [one for one in shares if self._published(one, named.context)]
        cost = UNLIKELY * (moved + (len(told) == 1))
        for unit in (Unit.COUNT, Unit.EURO):
            yield from self.shares(line, anchor, unit, before, cost)
        if named.cues.change is not None:
            for unit in (Unit.COUNT, Unit.EURO):
                counted = self.named(line, anchor, unit, before)
                cost = 0.0 if moved else UNLIKELY
                yield from self._changes(counted, cost, percent=True)

    def _published(self, subject: Subject, context: Context) -> bool:
        """Whether the name of a published share is said in full: then it is not one computed."""
        heard = {
            word
            for word, (level, how) in context.near.items()
            if level <= Level.OTHER and how > 0.5
        }
        named = any(len(way) > 1 and way <= heard for way in subject.called)
        return named and subject.key_words <= heard

    def _of_before(self, line: TextLine, named: Named, before: Before) -> Iterator[AmountReading]:
        """The amount as what is left of the figure spoken of: 'een jaar later was dat de helft'."""
        if (
            before.subject is None
            or before.subject.unit is Unit.PERCENT
            or not named.context.bare
            or named.cues.change is not None
            or not any(mark.relative for mark in self.years.marks(line))
        ):
            return
        for year, extra in named.when.years:
            now = self.known.value(before.subject, year)
            then = self.known.value(before.subject, year - 1)
            share = now.per(then, 100) if now is not None and then is not None else None
            if share is not None:
                about = (NamedFigure(before.subject, year), NamedFigure(before.subject, year - 1))
                score = _AGAIN + (named.ranked[0][1] if named.ranked else 0.0)
                yield AmountReading(Relation.SHARE, about, share, score - extra)

    def shares(
        self, line: TextLine, anchor: int, unit: Unit, before: Before, cost: float
    ) -> Iterator[AmountReading]:
        """The amount as a part of a base."""
        parts, bases = self.part_and_base(line, anchor, unit, before)
        told = _BASE_TOLD if bases else 0.0
        when = self.years.of(line, anchor)
        for part, score in parts:
            for base, further in bases or self._wholes(part, before):
                if base.number == part.number or part.change or base.change:
                    continue
                for year, extra in when.years:
                    mine, whole = self.known.value(part, year), self.known.value(base, year)
                    share = mine.per(whole, 100) if mine is not None and whole is not None else None
                    if share is not None and share.value <= 100:
                        about = (NamedFigure(part, year), NamedFigure(base, year))
                        kin = _kin(part, base)
                        lost = score + further - extra - cost + told + kin
                        yield AmountReading(Relation.SHARE, about, share, lost)

    def together(self, named: Named) -> list[AmountReading]:
        """The sums of kinds a sentence spells out."""
        return list(self._together(named))

    def _wholes(self, part: Subject, before: Before) -> list[tuple[Subject, float]]:
        """What a part is a share of when the sentence does not say so."""
        table = [self.names.subjects[n] for n in self.names.siblings[part.table_name]]
        found = [
            (one, 0.0)
            for one in table
            if (one.total and one.key == part.key) or (one.summed and one.ref == part.ref)
        ]
        if before.subject is not None and before.subject.unit is part.unit:
            found.append((before.subject, -0.3 if found else 0.0))
        return found or [(one, -0.5) for one in table if one.key == part.key][:_PARTS]


def _kin(part: Subject, base: Subject) -> float:
    """How likely a part is taken of a base, by where both come from: seldom another population."""
    if part.table_name == base.table_name:
        return 1.0
    return 0.0 if part.population_name == base.population_name else -2.0
