# SPDX-License-Identifier: EUPL-1.2
"""What stands beside a figure: its other years, its kin, and what is computed from those. A number
that is one of these was likely meant for it.

And what stands beside a number in its sentence: with those numbers it may be right in a way its own
words do not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, product

from ....core.words import Phrase
from ..named.apart import HALF, called_alike, said, telling, words_within
from ..named.context import Level
from ..named.cues import cues_of
from ..named.features import Before
from ..named.judge import CLEAR, Judged
from ..named.ledger import AmountSpot, Ledger
from ..named.names import Subject
from ..named.quiet import in_unit
from ..named.statement import AmountReading, NamedFigure, Relation, StatementOutcome
from ..named.values import PrintedValue, summed
from ..named.years import YearRole
from ..reading.mention import Mention, Unit
from ..reading.parts import TokenKind

_MOST = 12  # kinds added in twos and threes
_LONG = 3  # amounts from which there is a row
_ROW = Phrase(r"\b(?:via|daarna|vervolgens|daarop|jaren erna)\b", re.IGNORECASE)
_OF_IT = Phrase(r"\s*(?:van|op|uit)\s+(?:de|het|alle|in totaal)\b", re.IGNORECASE)
_WHOLE = 100  # numbers from here on are two figures of a row by chance only rarely


def says(mention: Mention, value: PrintedValue) -> bool:
    """Whether a number says a value, within the width of its words."""
    size = value.size
    return mention.says(size.value) or (
        not mention.plain and mention.low <= size.high and size.low <= mention.high
    )


def values_beside(
    ledger: Ledger, first: NamedFigure, *, percent: bool
) -> dict[str, Iterator[PrintedValue]]:
    """Per kind of mistake the values that a number may be in place of a figure; changes are in
    percents where the number is.
    """
    return {
        "jaar": other_years(ledger, first),
        "zus": _levels(ledger, first),
        "som": _together(ledger, first),
        "verandering": _moves(ledger, first, percent=percent),
        "verschil": _gaps(ledger, first),
        "jaren_samen": _over_years(ledger, first),
    }


def other_years(ledger: Ledger, first: NamedFigure) -> Iterator[PrintedValue]:
    """What a figure was in each other year of which it is known."""
    for year in ledger.years:
        value = ledger.known.value(first.subject, year)
        if value is not None and year != first.year:
            yield value


def _table(ledger: Ledger, first: NamedFigure) -> list[Subject]:
    names = ledger.names
    return [
        one
        for n in names.siblings[first.subject.table_name]
        if (one := names.subjects[n]).unit_name == first.subject.unit_name
    ]


def _levels(ledger: Ledger, first: NamedFigure) -> Iterator[PrintedValue]:
    for one in _table(ledger, first):
        value = ledger.known.value(one, first.year)
        if value is not None and one.number != first.subject.number:
            yield value


def _alike(ledger: Ledger, first: NamedFigure) -> list[PrintedValue]:
    """The kinds beside a figure: the other keys of its column, or the other columns of its key."""
    subject = first.subject
    kin = [
        one
        for one in _table(ledger, first)
        if not one.derived
        and (
            (subject.key is not None and one.ref == subject.ref and one.key is not None)
            or (one.key == subject.key and one.summed is subject.summed)
        )
    ]
    values = [ledger.known.value(one, first.year) for one in kin[:_MOST]]
    return [one for one in values if one is not None]


def _together(ledger: Ledger, first: NamedFigure) -> Iterator[PrintedValue]:
    kin = _alike(ledger, first)
    for many in (2, 3):
        yield from (summed(some) for some in combinations(kin, many))


def _gaps(ledger: Ledger, first: NamedFigure) -> Iterator[PrintedValue]:
    for one, other in combinations(_alike(ledger, first), 2):
        yield one - other


def _moves(ledger: Ledger, first: NamedFigure, *, percent: bool) -> Iterator[PrintedValue]:
    known = [ledger.known.value(first.subject, year) for year in ledger.years]
    for then, now in combinations([one for one in known if one is not None], 2):
        change = now - then
        moved = change.per(then, 100) if percent else change
        if moved is not None:
            yield moved


def _over_years(ledger: Ledger, first: NamedFigure) -> Iterator[PrintedValue]:
    values = [ledger.known.value(first.subject, year) for year in ledger.years]
    known = [one for one in values if one is not None]
    for start in range(len(known)):
        for end in range(start + 2, len(known) + 1):
            total = summed(known[start:end])
            yield total
            many = end - start
            yield PrintedValue(total.value / many, total.low / many, total.high / many)


def in_one_row(
    ledger: Ledger, spot: AmountSpot, mention: Mention, best: AmountReading
) -> AmountReading | None:
    """The figure of the table named best that a number and those beside it all are, each in a year
    of its own: 'voor niets kon het 29.600 keer in 2024, tegen 26.200 keer in 2023'. So many numbers
    are one figure by chance hardly ever; None where what tells the one named best is said.
    """
    row = [one for one in spot.beside if one.unit is mention.unit]
    years = _years_of(spot, row)
    if len(row) < 2 or len(set(years)) < len(row):
        return None
    names, named = ledger.names, best.about[0].subject
    here = words_within(spot.reader.read.context(spot.line, spot.anchor).near, Level.SHARED)
    for one in (names.subjects[n] for n in names.siblings[named.table_name]):
        known = [ledger.known.value(one, year) for year in years]
        values = [v for v, m in zip(known, row, strict=True) if v is not None and m.says(v.value)]
        if len(values) == len(row) and said(names, telling(named, one), here) < HALF:
            at = row.index(mention)
            about = (NamedFigure(one, years[at]),)
            return AmountReading(Relation.LEVEL, about, values[at], 0.0)
    return None


def _years_of(spot: AmountSpot, row: Sequence[Mention]) -> list[int]:
    """The years that large amounts beside each other are told of, as far as said outright."""
    anchors = {spot.line.spans[anchor]: anchor for anchor in spot.line.anchors}
    found = []
    for one in row:
        when = spot.reader.years.of(spot.line, anchors[one.start, one.end])
        sure = [year for year, cost in when.years if not cost]
        if len(sure) == 1 and when.said and one.plain and one.value >= _WHOLE:
            found += sure
    return found


def between_over_years(
    ledger: Ledger, spot: AmountSpot, mention: Mention, readings: Sequence[AmountReading]
) -> Judged | None:
    """The verdict on 'tussen a en b' over several years: what is named was that in each of them,
    and at its least and most; None where one year is told of, or nothing is named.
    """
    first, last = _years_over(spot) or (0, 0)
    years = [year for year in ledger.years if first <= year <= last]
    if not readings or len(years) < _LONG or not _ranges_over(spot, mention, readings[0]):
        return None
    best = readings[0]
    near = [one for one in readings if one.relation is Relation.LEVEL and one.score >= -CLEAR]
    for subject in dict.fromkeys(one.about[0].subject for one in near):
        if _are_ends(mention, [ledger.known.value(subject, year) for year in years]):
            return Judged(StatementOutcome.RIGHT, _in_year(ledger, near, subject), tuple(readings))
    return Judged(StatementOutcome.WRONG, None, _furthest(ledger, mention, best, years, readings))


def _ranges_over(spot: AmountSpot, mention: Mention, best: AmountReading) -> bool:
    """Whether an amount is two ends of what a figure by itself was; not 'per maand'."""
    if not mention.between or best.relation is not Relation.LEVEL or best.blind:
        return False
    return not cues_of(spot.line.read, spot.anchor, spot.reader.shown).part


def _years_over(spot: AmountSpot) -> tuple[int, int] | None:
    """The first and last of the years a sentence tells of: '2019 tot en met 2024', 'sinds 2019'."""
    years = spot.reader.years
    since = (m.year for m in years.marks(spot.line) if m.role is YearRole.SINCE)
    begin = next(since, None)
    return years.span(spot.line) or (None if begin is None else (begin, years.report_year))


def _are_ends(mention: Mention, known: Sequence[PrintedValue | None]) -> bool:
    """Whether values are at their least and most what is said, or that is a round number about
    them.
    """
    values = [one.value for one in known if one is not None]
    if len(values) < len(known):
        return False
    least, most = min(values), max(values)
    if not (mention.low <= least and most <= mention.high):
        return False
    whole = mention.unit is Unit.COUNT and mention.low.denominator == mention.high.denominator == 1
    return not whole or all(
        said_ == value or abs(said_ - value) < _round(said_)
        for said_, value in ((mention.low, least), (mention.high, most))
    )


def _round(number: Fraction) -> int:
    """To how many a number is rounded: 10 for 170, 5 for 35, 1 for 34."""
    size = 1
    while number and number % (size * 10) == 0:
        size *= 10
    return size * 5 if number and number % (size * 5) == 0 else size


def _in_year(
    ledger: Ledger, near: Sequence[AmountReading], subject: Subject
) -> AmountReading | None:
    """The reading of a subject in the year told of."""
    own = [one for one in near if one.about[0].subject is subject]
    return next((one for one in own if one.about[0].year == ledger.year), own[0] if own else None)


def _furthest(
    ledger: Ledger,
    mention: Mention,
    best: AmountReading,
    years: Sequence[int],
    readings: Sequence[AmountReading],
) -> tuple[AmountReading, ...]:
    """The readings, first of them the figure named best in the year of which the wrong end is."""
    subject = best.about[0].subject
    known = {y: v for y in years if (v := ledger.known.value(subject, y)) is not None}
    if not known:
        return tuple(readings)
    least, most = (how(known, key=lambda y: known[y].value) for how in (min, max))
    low, high = (abs(known[y].value - said_) for y, said_ in _ends(mention, least, most))
    year = least if low > high else most
    told = AmountReading(Relation.LEVEL, (NamedFigure(subject, year),), known[year], 0.0)
    return (told, *readings)


def _ends(mention: Mention, least: int, most: int) -> tuple[tuple[int, Fraction], ...]:
    return (least, mention.low), (most, mention.high)


def further_in_row(ledger: Ledger, spot: AmountSpot, mention: Mention, result: Judged) -> bool:
    """Whether an amount without a year of its own is that of a further year in a row: '73 in 2021,
    daarna via 75 en 77 naar 81'.
    """
    best = result.named[0].about[0]
    sentence = spot.line.sentence
    told = _ROW.search(spot.reader.shown, sentence.start, sentence.end)
    read = spot.line.read
    part = read.part_of(spot.anchor)
    dated = any(one.kind is TokenKind.YEAR for one in read.tokens[part.low : part.high])
    if told is None or dated or len(spot.line.anchors) < _LONG:
        return False
    return any(says(mention, value) for value in other_years(ledger, best))


def twin_of_before(ledger: Ledger, spot: AmountSpot, mention: Mention, result: Judged) -> bool:
    """Whether an amount is what was told just before, of the population its own words name:
    'in de hele provincie kwamen er 702.000, bij ons 60.600'.
    """
    before = spot.before.subject
    if before is None or not spot.before.same or mention.unit is not before.unit:
        return False
    about = result.named[0].about[0]
    twins = [one for one in _of_others(ledger, spot, before, result) if one is not about.subject]
    values = [ledger.known.value(one, about.year) for one in twins]
    return any(value is not None and says(mention, value) for value in values)


def _of_others(
    ledger: Ledger, spot: AmountSpot, before: Subject, result: Judged
) -> Iterator[Subject]:
    """The same as was told just before, of the population the words of an amount name, or of who
    tells it ('bij ons').
    """
    context = spot.reader.read.context(spot.line, spot.anchor)
    here = words_within(context.near, Level.OWN)
    twins = map(ledger.names.subjects.__getitem__, before.twins)
    yield from (one for one in twins if context.ours or one.population & here)
    if context.ours and result.fitting is not None:
        mine = result.fitting.about[0].subject
        if mine.population_name != before.population_name:
            yield from (one for one in [mine] if called_alike(ledger.names, one, before))


def as_before(spot: AmountSpot, result: Judged) -> bool:
    """Whether the figure that fits is called as the one spoken of just before: 'verhuurd: 1.480
    keer, waarvan 290 keer in …'.
    """
    before, fitting = spot.before.subject, result.fitting
    if before is None or fitting is None or not spot.before.same:
        return False
    one, best = fitting.about[0].subject, result.named[0].about[0].subject
    ways = set(one.called) & set(before.called) - set(best.called)
    return bool(ways) and fitting.about[0].year == result.named[0].about[0].year


def told_beside(spot: AmountSpot, mention: Mention, result: Judged) -> bool:
    """Whether another number of the sentence is what this one would be, and this one is a figure
    beside that: 'van de 5.260 mensen stuurden we er 1.790 door'.
    """
    best, fitting = result.named[0], result.fitting
    if fitting is None or {fitting.relation, best.relation} != {Relation.LEVEL}:
        return False
    one, other = fitting.about[0], best.about[0]
    alike = one.subject.table_name == other.subject.table_name and one.year == other.year
    told = (o for o in spot.beside if o.start != mention.start and o.plain)
    return (
        alike
        and one.subject.key == other.subject.key
        and any(o.says(best.value.value) for o in told)
    )


def swapped(spot: AmountSpot, mention: Mention, named: Sequence[AmountReading]) -> bool:
    """Whether a number and another of its sentence are each what the words of the other name: 'de
    balie hielp 2.860 mensen en het loket 11.180'.
    """
    best, anchors = named[0], {spot.line.spans[anchor]: anchor for anchor in spot.line.anchors}
    table = best.about[0].subject.table_name
    others = [o for o in spot.beside if o.start != mention.start and o.says(best.value.value)]
    for other in others if mention.plain and mention.counts else ():
        first, last = sorted((mention, other), key=lambda one: one.start)
        before = Before(best.about[0].subject, same=True) if other is last else Before()
        theirs = spot.reader.readings(spot.line, anchors[other.start, other.end], other, before)
        apart = not _OF_IT.match(spot.reader.shown, first.end)
        kin = apart and theirs and theirs[0].about[0].subject.table_name == table
        if kin and not theirs[0].blind and not other.says(theirs[0].value.value):
            return mention.says(theirs[0].value.value)
    return False


def in_its_measure(
    spot: AmountSpot, mention: Mention, readings: Sequence[AmountReading]
) -> Sequence[AmountReading]:
    """The readings told in the measure that stands after a number, where the best of those is
    named: 'klopten onze vrijwilligers 29 duizend uur' counts no volunteers.
    """
    levels = [one for one in readings if one.relation is Relation.LEVEL]
    own = [one for one in levels if in_unit(spot.reader.shown, mention, one.about[0].subject)]
    if not own or own[0].blind or own[0] is readings[0]:
        return readings
    return [replace(one, score=one.score - own[0].score) for one in own]


def named_around(ledger: Ledger, spot: AmountSpot, mention: Mention, result: Judged) -> bool:
    """Whether a large exact number is just what a figure was whose name the text around it says:
    'Geslaagd! Voor 11.320 jongeren hing de vlag uit'; not of another population than is named.
    """
    twins = result.named[0].about[0].subject.twins if result.named else ()
    if not mention.plain or mention.value < _WHOLE:
        return False
    context = spot.reader.read.context(spot.line, spot.anchor)
    here = words_within(context.near, Level.TITLE)
    years = [year for year, cost in spot.reader.years.of(spot.line, spot.anchor).years if not cost]
    for one, year in product(ledger.names.subjects, years):
        value = ledger.known.value(one, year) if one.unit is mention.unit else None
        if value is not None and value.value == mention.value:
            keyed = one.key is None or one.key_words <= here
            if keyed and one.number not in twins and said(ledger.names, one.called, here) >= HALF:
                return True
    return False


def sum_of_next(ledger: Ledger, spot: AmountSpot, mention: Mention) -> bool:
    """Whether a number is the sum of those that follow it in its sentence, which are figures of one
    table in one year: 'voor 600 nieuwe objecten: 180 kochten we, 420 kregen we'.
    """
    after = [one for one in spot.beside if one.start > mention.start]
    alike = len(after) > 1 and all(one.plain and one.unit is mention.unit for one in after)
    if not alike or mention.value != sum(one.value for one in after):
        return False
    names, known = ledger.names, ledger.known
    for year, numbers in product(ledger.years, names.siblings.values()):
        told = [known.value(names.subjects[number], year) for number in numbers]
        values = {one.value for one in told if one is not None}
        if all(one.value in values for one in after):
            return True
    return False
