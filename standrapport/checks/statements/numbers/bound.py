# SPDX-License-Identifier: EUPL-1.2
"""A reference of a text: read, judged against its sentence, and written down. A share is held
against the part and the base that its sentence names.
"""

from __future__ import annotations

from dataclasses import replace

from ....core.model import FigureKey, Printed, Suggestion, WorkedOut, figure_of, plain
from ....core.notation import join_names
from ..claims import wording
from ..claims.claimed import against_sign, write_claim
from ..named import references, referring
from ..named.claim_years import Told
from ..named.cues import cues_of
from ..named.features import Before
from ..named.ledger import AmountSpot, Ledger
from ..named.names import Subject
from ..named.naming import Ranked
from ..named.passage import spoken_before
from ..named.references import DOUBT, FINE, JudgedReference, in_year, shortfall
from ..named.referring import ResolvedReference
from ..named.rivals import CLEAR
from ..named.statement import AmountReading, NamedFigure, Relation, StatementOutcome
from ..named.values import Known, PrintedValue
from ..named.years import SpokenWhen
from ..reading.mention import Unit

_TOGETHER = (Relation.COMPARISON, Relation.SHARE, Relation.SUM)


def bound(ledger: Ledger, spot: AmountSpot, worked: WorkedOut) -> Before | None:
    """Judge a reference. Returns what the next amount goes on from, None when it names no single
    figure.
    """
    place = spot.place
    for part in worked.parts:
        if isinstance(part, Printed) and any(letter.isdigit() for letter in part.text):
            ids = (FigureKey(part.ref, part.year, part.key),)
            ledger.number(place, worked.start, part.text, "verwijzing", ids)
    own = referring.bound(ledger.names, place.text, worked, ledger.year, ledger.figures)
    if own is None:
        return None
    _across(ledger, spot, worked.start, own)
    result = _judged(ledger, spot, own)
    first = own.first
    value = ledger.known.value_of(first.id, first.subject)
    if value is not None:
        reading = AmountReading(own.relation, own.about, value, 0.0)
        words = plain(worked.parts)
        span, says = (worked.start, worked.end), (value.low, value.high)
        ledger.statement(place, span, words, result.outcome, reading, says)
        if result.outcome is not StatementOutcome.RIGHT and result.fitting:
            _misnamed(ledger, spot, worked.start, own, result, value)
        elif own.relation is Relation.LEVEL:
            change = cues_of(spot.line.read, spot.anchor, spot.reader.shown).change
            against = against_sign(ledger, spot, first, change, span)
            if against is not None:
                write_claim(ledger, place, against)
    if len({one.subject.number for one in own.about}) == 1:
        ledger.told.append(Told(worked.start, first.subject, first.year))
    return Before(first.subject, same=True)


def _across(ledger: Ledger, spot: AmountSpot, at: int, own: ResolvedReference) -> None:
    """A finding for a difference, sum or share of two populations counted in the same unit, unless
    the block says why they compare.
    """
    subjects = [one.subject for one in own.about]
    people = list(dict.fromkeys(one.population_name for one in subjects if one.population_name))
    if own.relation not in _TOGETHER or len(people) < 2:
        return
    if len({one.unit_name for one in subjects}) > 1:
        return  # so many of this per so many of that
    reason = spot.place.block.comparable if spot.place.block else ""
    said = {"wat": join_names([f"'{one}'" for one in people]), "reden": reason}
    reads = (own.first, own.relation)
    if reason:
        ledger.finding("SR-N034", spot.place, at, said, reads=reads)
    else:
        ledger.finding("SR-N046", spot.place, at, said, reads=reads)


def _judged(ledger: Ledger, spot: AmountSpot, own: ResolvedReference) -> JudgedReference:
    """What a reference is beside what its sentence names."""
    reader, unit = spot.reader, own.first.subject.unit
    share = unit is Unit.PERCENT
    named = reader.named(spot.line, spot.anchor, unit, spot.before, share=share)
    match own.relation:
        case Relation.SHARE:
            parts, bases = reader.part_and_base(spot.line, spot.anchor, unit, spot.before)
            return _unlike(own) or _judged_share(own, parts, bases, named.when, ledger.known)
        case Relation.SUM:
            return references.judged_sum(own, lambda: reader.together(named))
        case Relation.COMPARISON:
            return references.across(own)
        case _:
            return references.judged(
                own,
                named,
                ledger.known,
                ledger.names,
                spot.before,
                spoken_before(spot.line),
                spoken_before(spot.line) | frozenset(named.context.near),
                (spot.line, spot.anchor),
            )


def _misnamed(
    ledger: Ledger,
    spot: AmountSpot,
    at: int,
    own: ResolvedReference,
    result: JudgedReference,
    value: PrintedValue,
) -> None:
    """A finding for a reference that is not what its sentence names."""
    offered = []
    for about in result.fitting:
        figure = wording.suggestion(
            ledger.figures, AmountReading(own.relation, about, value, 0.0), ledger.year
        )
        written = own.again(about, ledger.year, value)
        offered.append(Suggestion(written, figure.ref, figure.year, figure.key))
    wrong = result.outcome is StatementOutcome.WRONG
    ledger.finding(
        "SR-N016" if wrong else "SR-N011",
        spot.place,
        at,
        wording.misnamed(ledger.catalogue, own, result, offered[0].text),
        which=_which(ledger, result) if wrong else "",
        reads=(result.fitting[0][0], own.relation),
        suggestions=tuple(offered),
    )


def _which(ledger: Ledger, result: JudgedReference) -> str:
    """The sentence to tell it with: of a year nobody knows yet there is no reference to offer."""
    named = result.fitting[0][0].id
    unknown = figure_of(ledger.figures, *named).kind.is_open
    return "onbekend" if result.wrong == "jaar" and unknown else result.wrong


def _unlike(own: ResolvedReference) -> JudgedReference | None:
    """What is wrong with a share of one figure in the target of another, or in another year of
    another: nothing is a part of that.
    """
    part, base = own.about
    if base.subject.number == part.subject.number or not (base.expected or part.year != base.year):
        return None
    mine = {"subject": part.subject} if base.expected else {"year": part.year}
    whole = replace(base, **mine)
    return JudgedReference(StatementOutcome.WRONG, "cijfer", ((part, whole),))


def _judged_share(
    own: ResolvedReference, parts: Ranked, bases: Ranked, when: SpokenWhen, known: Known
) -> JudgedReference:
    """Whether a share written in the text is of the part and the base its sentence names."""
    part, base = own.about
    year = next((year for year, extra in when.years if not extra), part.year)
    parts, bases = _may_be_meant(own, parts, bases, known, year)
    wrong_year = not in_year(part.year, when)
    lost, wrong_base = shortfall(parts, part.subject), shortfall(bases, base.subject)
    if max(lost, wrong_base) <= DOUBT and not wrong_year:
        return FINE
    under = bases[0][0] if wrong_base > DOUBT else base.subject
    others = [one for one, _ in parts if one.number != under.number]
    best = others[0] if lost > DOUBT and others else part.subject
    same = _equal(known, best, part.subject, year) and _equal(known, under, base.subject, year)
    if same and not wrong_year:
        return FINE  # the same share by another name
    clear = max(lost, wrong_base) > CLEAR or wrong_year
    outcome = StatementOutcome.WRONG if clear else StatementOutcome.DOUBT
    return JudgedReference(
        outcome, "cijfer", ((NamedFigure(best, year), NamedFigure(under, year)),)
    )


def _may_be_meant(
    own: ResolvedReference, parts: Ranked, bases: Ranked, known: Known, year: int
) -> tuple[Ranked, Ranked]:
    """The parts that can be one of the base referred to, and the bases the part can be one of; the
    ones referred to always.
    """
    part, base = (one.subject for one in own.about)

    def may(one: Subject, whole: Subject) -> bool:
        itself = one.number == part.number and whole.number == base.number
        return itself or _is_share(known, one, whole, own, year)

    return (
        tuple((one, score) for one, score in parts if may(one, base)),
        tuple((one, score) for one, score in bases if may(part, one)),
    )


def _equal(known: Known, one: Subject, other: Subject, year: int) -> bool:
    mine, theirs = known.value(one, year), known.value(other, year)
    return mine is not None and theirs is not None and mine.value == theirs.value


def _is_share(
    known: Known, part: Subject, whole: Subject, own: ResolvedReference, year: int
) -> bool:
    """Whether one figure can be meant as a part of another: it is no more than that, and in one
    table with it where those referred to are.
    """
    mine, theirs = known.value(part, year), known.value(whole, year)
    if mine is None or theirs is None or mine.value > theirs.value:
        return False
    if part.number == whole.number or whole.change or whole.difference:
        return False
    apart = part.table_name != whole.table_name
    return not (apart and own.about[0].subject.table_name == own.about[1].subject.table_name)
