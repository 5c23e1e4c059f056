# SPDX-License-Identifier: EUPL-1.2
"""A typed number of a text: read, judged, and written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from ..claims import wording
from ..claims.claimed import check_comparison, check_whole, turned, write_claim
from ..named.apart import of_named_population, of_spoken_population, of_unsaid_key, told_apart
from ..named.claim_years import Told
from ..named.context import Level
from ..named.cues import cues_of
from ..named.evidence import borne_out, is_base, nearer, stands_out, to_declare
from ..named.features import Before
from ..named.judge import CLEAR, Judged, fits, in_other_year, judged
from ..named.ledger import AmountSpot, Ledger
from ..named.quiet import counts_kinds, in_unit, quiet_amount, states_norm
from ..named.referring import aims
from ..named.statement import AmountReading, NamedFigure, Relation, StatementOutcome
from ..reading.mention import Mention, Unit
from .beside import (
    between_over_years,
    in_its_measure,
    in_one_row,
    named_around,
    sum_of_next,
    swapped,
)
from .certainty import certain, in_other_words
from .computed import worked_out

READINGS = {
    StatementOutcome.RIGHT: "herkend",
    StatementOutcome.WRONG: "onbekend",
    StatementOutcome.DOUBT: "twijfel",
    StatementOutcome.NOTHING: "telt niets",
}
_SURE = 0.9  # how well a word must fit to say what is counted
_TRIED = 4


def typed(ledger: Ledger, spot: AmountSpot, mention: Mention) -> Before | None:
    """Judge a typed number. Returns what the next amount goes on from, None when nothing is
    counted.
    """
    line = spot.line
    every = spot.reader.readings(line, spot.anchor, mention, spot.before)
    readings = in_its_measure(spot, mention, every)
    over = between_over_years(ledger, spot, mention, readings)
    result = over or _judged(ledger, spot, mention, readings)
    if result.outcome is StatementOutcome.WRONG and result.fitting is not None:
        again = _judged(ledger, spot, mention, nearer(line.read, spot.anchor, readings))
        result = result if again.outcome is StatementOutcome.NOTHING else again
    named = result.named
    twice = _twice(spot, mention, readings)
    if twice and result.outcome is StatementOutcome.RIGHT:
        result = replace(result, outcome=StatementOutcome.WRONG)
    doubted = result
    aimed = _aimed(ledger, spot, mention, readings, result)
    result = aimed or _on_evidence(ledger, spot, mention, readings, result, alone=not twice)
    fitting = result.fitting if result.outcome is not StatementOutcome.WRONG else None
    _write(ledger, spot, mention, result, fitting)
    _find(ledger, spot, mention, readings, result)
    about_nothing = bool(named) and not result.named  # to be declared: no figure goes on from it
    if result.outcome is StatementOutcome.NOTHING or not readings or about_nothing:
        return None
    _tell(ledger, spot, mention, fitting)
    meant = fitting or _told_by_number(mention, result, doubted) or readings[0]
    return Before(meant.about[0].subject, same=True)


def _aimed(
    ledger: Ledger,
    spot: AmountSpot,
    mention: Mention,
    readings: Sequence[AmountReading],
    result: Judged,
) -> Judged | None:
    """The verdict on a number as the target or forecast of what is named; None where the sentence
    speaks of none, or none is known.
    """
    own, shown = spot.line.sentence, spot.reader.shown
    sentence, before = shown[own.start : own.end], shown[own.start : mention.start]
    found, sure = aims(ledger.known, before, sentence, readings)
    near = [one for one in found if one.score >= found[0].score - CLEAR]
    if not near or (result.outcome is StatementOutcome.RIGHT and not sure):
        return None
    fitting = next((one for one in near if fits(mention, one)), None)
    if fitting is not None:
        return Judged(StatementOutcome.RIGHT, fitting, found)
    return Judged(StatementOutcome.WRONG, result.fitting, found) if sure else None


def _tell(
    ledger: Ledger, spot: AmountSpot, mention: Mention, fitting: AmountReading | None
) -> None:
    """Remember for the words of the sentence which figure a number stands for."""
    if fitting is None or len({about.subject.number for about in fitting.about}) != 1:
        return
    first = fitting.about[0]
    opens = cues_of(spot.line.read, spot.anchor, spot.reader.shown).opens and first.subject.stock
    ledger.told.append(Told(mention.start, first.subject, first.year, opens))


def _told_by_number(mention: Mention, result: Judged, doubted: Judged) -> AmountReading | None:
    """What a number in doubt may be told to be by itself: the one figure it is in that year."""
    if result.outcome is not StatementOutcome.DOUBT or not mention.plain:
        return None
    fitting = doubted.fitting
    return fitting if fitting is not None and fitting.relation is Relation.LEVEL else None


def _find(
    ledger: Ledger,
    spot: AmountSpot,
    mention: Mention,
    readings: Sequence[AmountReading],
    result: Judged,
) -> None:
    """What is to be said of a number: it is wrong, in doubt, or went the other way."""
    if result.outcome is StatementOutcome.WRONG:
        _wrong(ledger, spot, mention, result)
    elif result.outcome is StatementOutcome.DOUBT and result.fitting is not None:
        _doubt(ledger, spot, mention, result)
    elif (against := turned(ledger, spot, mention, readings)) is not None:
        write_claim(ledger, spot.place, against)
    elif result.fitting is not None and result.outcome is StatementOutcome.RIGHT:
        if result.fitting.relation is Relation.CHANGE:
            check_comparison(ledger, spot.place, mention.start, result.fitting.about)
        elif result.fitting.relation is Relation.LEVEL:
            check_whole(ledger, spot.place, mention.start, mention.text, result.fitting.about[0])


def _judged(
    ledger: Ledger, spot: AmountSpot, mention: Mention, readings: Sequence[AmountReading]
) -> Judged:
    reader, line = spot.reader, spot.line
    called = _counted(spot, mention, readings) or _in_a_row(ledger, readings)
    result = judged(
        mention,
        readings,
        counted=called or _compared(spot, mention, readings),
        quiet=counts_kinds(reader.shown, mention, ledger.names)
        or (not called and quiet_amount(reader.shown, mention, ledger.names)),
        norm=states_norm(reader.shown, line.sentence, mention, ledger.year),
        apart=partial(told_apart, ledger.names, reader.read.context(line, spot.anchor)),
        unsaid=lambda one: _unsaid(ledger, spot, mention, readings[0], one),
    )
    return _of_others(ledger, spot, mention, result) or result


def _unsaid(
    ledger: Ledger, spot: AmountSpot, mention: Mention, best: AmountReading, one: AmountReading
) -> bool:
    """Whether a reading is of a key that is nowhere said, beside one named best that is of none; or
    of a change the other way than is said, beside one that went that way.
    """
    key, mine = one.about[0].subject.key_words, one.about[0].subject.key
    context, before = spot.reader.read.context(spot.line, spot.anchor), spot.before.subject
    if mine is not None and best.about[0].subject.key is None:
        return key.isdisjoint(context.near) and not (before and before.key == mine)
    if of_unsaid_key(context, one, best) and not (before and before.key == mine):
        return True
    if is_base(ledger.names, spot.line.read, spot.anchor, one, best):
        return True
    told = cues_of(
        spot.line.read, spot.anchor, spot.reader.shown, percent=mention.unit is Unit.PERCENT
    )
    return bool(told.change) and _against(ledger, one, told.change) > _against(
        ledger, best, told.change
    )


def _against(ledger: Ledger, one: AmountReading, change: int | None) -> bool:
    """Whether a figure changed the other way."""
    if one.relation is not Relation.CHANGE or not change:
        return False
    now, then = (ledger.known.value(about.subject, about.year) for about in one.about)
    return now is not None and then is not None and (now - then).value * change < 0


def _of_others(ledger: Ledger, spot: AmountSpot, mention: Mention, result: Judged) -> Judged | None:
    """The verdict on a number that is right of a population the sentence does not name: what it
    names is that of another.
    """
    fitting = result.fitting
    if result.outcome is not StatementOutcome.RIGHT or fitting is None:
        return None
    if fitting.blind or fitting.relation is not Relation.LEVEL:
        return None
    mine, year = fitting.about[0].subject, fitting.about[0].year
    named = spot.reader.named(spot.line, spot.anchor, mine.unit, spot.before)
    other = of_spoken_population(ledger.names, mine, named.ranked, named.context)
    other = other or of_named_population(ledger.names, mine, named.ranked, named.context)
    value = ledger.known.value(other, year) if other is not None else None
    if other is None or value is None or mention.says(value.value):
        return None
    meant = AmountReading(Relation.LEVEL, (NamedFigure(other, year),), value.size, 0.0)
    return Judged(StatementOutcome.WRONG, fitting, (meant, *result.named))


def _on_evidence(
    ledger: Ledger,
    spot: AmountSpot,
    mention: Mention,
    readings: Sequence[AmountReading],
    result: Judged,
    *,
    alone: bool,
) -> Judged:
    """What is left of a verdict: an accusation only where it is certain. A number that is computed
    of what the sentence names is right; what the sentence does not bear out is to be declared when
    it is a large amount, and quiet else; other doubt is only listed.
    """
    if result.outcome not in (StatementOutcome.WRONG, StatementOutcome.DOUBT):
        return result
    borne = _borne_out(ledger, spot, mention, readings)
    if result.outcome is StatementOutcome.WRONG and alone:
        computed = _told_otherwise(ledger, spot, mention, readings)
        if computed is not None:
            return Judged(StatementOutcome.RIGHT, computed, result.named)
        if sum_of_next(ledger, spot, mention):
            return Judged(StatementOutcome.NOTHING, None, ())
    if _accused(result) and swapped(spot, mention, result.named):
        return result
    if _accused(result) and borne and not certain(ledger, spot, mention, result):
        return Judged(StatementOutcome.DOUBT, None, result.named)
    if result.outcome is StatementOutcome.DOUBT and in_other_words(ledger, spot, mention, result):
        return Judged(StatementOutcome.RIGHT, result.fitting, result.named)
    if borne:
        return result
    return _of_no_table(ledger, spot, mention, result)


def _told_otherwise(
    ledger: Ledger, spot: AmountSpot, mention: Mention, readings: Sequence[AmountReading]
) -> AmountReading | None:
    """What a number is that is not what its words name best: one of a row of years, or worked out
    of what is named; not where it went the other way round ('een tekort' of what was left).
    """
    if readings and readings[0].value.value < 0:
        return None
    row = in_one_row(ledger, spot, mention, readings[0]) if readings else None
    return row or worked_out(ledger, spot, mention, readings)


def _of_no_table(ledger: Ledger, spot: AmountSpot, mention: Mention, result: Judged) -> Judged:
    """The verdict on a number of what no table counts: to be declared when it is large."""
    wrong = result.outcome is StatementOutcome.WRONG
    fitting = result.fitting
    known = (
        fitting is not None
        and fits(mention, fitting)
        and (fitting.score >= -CLEAR or fitting.about[0].subject is spot.before.subject)
    )
    known = known or named_around(ledger, spot, mention, result)
    if wrong and not known and to_declare(spot.line.read, spot.anchor, mention):
        return Judged(StatementOutcome.WRONG, None, ())
    return Judged(StatementOutcome.NOTHING, None, result.named)


def _twice(spot: AmountSpot, mention: Mention, readings: Sequence[AmountReading]) -> bool:
    """Whether the same number stands in the sentence once more, where what fits it is what is
    named: 'van de 4.617 aanvragen leverden we er 4.617'. Then it is not that figure here too, but
    for where it went from: 'in 2020 kwamen er 990, en de instroom nam toe van 990 naar 1.000'.
    """
    line, raw = spot.line, spot.place.text.raw
    if spot.reader.years.leads(line, spot.anchor):
        return False
    if not readings or not mention.plain or fits(mention, readings[0]):
        return False
    for other in line.anchors:
        start, end = line.spans[other]
        if other == spot.anchor or raw[start:end] != mention.text:
            continue
        there = replace(mention, start=start, end=end)
        before = (
            Before(readings[0].about[0].subject, same=True) if other > spot.anchor else Before()
        )
        best = next(iter(spot.reader.readings(line, other, there, before)), None)
        if best is not None and not best.blind and fits(there, best):
            return True
    return False


def _borne_out(
    ledger: Ledger, spot: AmountSpot, mention: Mention, readings: Sequence[AmountReading]
) -> bool:
    """Whether the sentence bears out that a number is about what its words name."""
    read = spot.line.read
    context = spot.reader.read.context(spot.line, spot.anchor)
    return borne_out(
        ledger.names, spot.reader.shown, read, spot.anchor, mention, readings, context, spot.before
    )


def _write(
    ledger: Ledger,
    spot: AmountSpot,
    mention: Mention,
    result: Judged,
    fitting: AmountReading | None,
) -> None:
    ids = tuple(one.id for one in fitting.about) if fitting else ()
    word = READINGS[result.outcome]
    if fitting is not None and fitting.relation is Relation.CHANGE:
        word = "verandering"
    ledger.number(spot.place, mention.start, mention.text, word, ids)
    reading = fitting or next(iter(result.named), None)
    span = (mention.start, mention.end)
    says = (mention.low, mention.high)
    ledger.statement(spot.place, span, mention.text, result.outcome, reading, says)


def _in_a_row(ledger: Ledger, readings: Sequence[AmountReading]) -> bool:
    """Whether nothing but a figure of the table told of is named: '21 wegens huurschuld, 8 wegens
    overlast'.
    """
    if not readings or readings[0].blind or not stands_out(readings):
        return False
    table = readings[0].about[0].subject.table_name
    return any(one.subject.table_name == table for one in ledger.told)


def _counted(spot: AmountSpot, mention: Mention, readings: Sequence[AmountReading]) -> bool:
    """Whether the words right after an amount name what its best reading counts."""
    if not readings:
        return False
    subject = readings[0].about[0].subject
    own = frozenset().union(*subject.called, subject.unit_words, subject.key_words)
    context = spot.reader.read.context(spot.line, spot.anchor)
    heads = [fits for level, fits in context.stretches if level is Level.HEAD]
    if any(how > _SURE and word in own for fits in heads for word, how in fits):
        return True
    return in_unit(spot.reader.shown, mention, subject)


def _compared(spot: AmountSpot, mention: Mention, readings: Sequence[AmountReading]) -> bool:
    """Whether an amount is said to be a change or a difference: 'twaalf minder dan in 2023'."""
    percent = mention.unit is Unit.PERCENT
    told = cues_of(spot.line.read, spot.anchor, spot.reader.shown, percent=percent)
    changed = bool(readings) and readings[0].relation in (Relation.CHANGE, Relation.COMPARISON)
    return changed and told.change is not None and bool(spot.line.read.part_of(spot.anchor))


def _wrong(ledger: Ledger, spot: AmountSpot, mention: Mention, result: Judged) -> None:
    """A finding for a number that is not what its words name."""
    ledger.settled.append(mention.start)  # 'meer dan de helft' is a claim too
    named = result.named[:_TRIED] if _named(result) else ()
    elsewhere = in_other_year(ledger.known, ledger.years, mention, named)
    code = "SR-N010"
    if _named(result) and (result.told_elsewhere is not None or elsewhere is not None):
        same = elsewhere is not None and elsewhere.subject is result.named[0].about[0].subject
        code = "SR-N012" if same else "SR-N015"
    ledger.finding(
        code,
        spot.place,
        mention.start,
        wording.wrong_number(ledger.catalogue, ledger.figures, mention, result, elsewhere),
        which="" if _named(result) else "niets",
        reads=_reads(result),
        suggestions=wording.suggestions(ledger.figures, result, ledger.year),
    )


def _doubt(ledger: Ledger, spot: AmountSpot, mention: Mention, result: Judged) -> None:
    """A note where two figures stay close."""
    assert result.fitting is not None
    ledger.finding(
        "SR-N011",
        spot.place,
        mention.start,
        wording.doubtful(ledger.catalogue, mention, result),
        which="alles" if result.fitting.blind else "",
        reads=_reads(result),
        suggestions=wording.suggestions(ledger.figures, result, ledger.year),
    )


def _accused(result: Judged) -> bool:
    """Whether a number is held against a figure that its words name."""
    return result.outcome is StatementOutcome.WRONG and _named(result)


def _named(result: Judged) -> bool:
    """Whether the words of a number name anything."""
    return bool(result.named) and not result.named[0].blind


def _reads(result: Judged) -> tuple[NamedFigure, Relation] | None:
    if not _named(result):
        return None
    return result.named[0].about[0], result.named[0].relation
