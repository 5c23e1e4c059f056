# SPDX-License-Identifier: EUPL-1.2
"""What is claimed in words, written down: a direction, an order, a rank; of an amount of change
whether it went the way it is said to; and of what is compared, or told as of a whole year, whether
that may be (rule 5): no parts of a year, no forecasts, no years on both sides of a break.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from ....core.model import Severity
from ....core.words import Phrase, breaks_between, unlike
from ...text.texts import Place
from ..named.cues import cues_of
from ..named.judge import fits
from ..named.ledger import AmountSpot, Ledger
from ..named.statement import AmountReading, NamedFigure, Relation, StatementOutcome
from ..reading.mention import Mention, Unit
from ..reading.movement import where_moved
from . import wording
from .judge import Claim, Claims, Proposition, Term, beside, level, truth
from .reader import JudgedClaim

# A text that names a part of a year, a forecast or a break says itself what it compares.
_SAYS = Phrase(
    r"\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"t/m|tot en met|maanden|kwartaal|kwartalen|halfjaar|halve jaar|heel|hele|volledige?|peildatum|"
    r"raming|geraamd|ramen|doel|beoogd|streefcijfer|verwacht\w*|prognose|breuk|anders geteld|"
    r"definitie\w*|telling|tellen|meting|meten|nieuwe (?:manier|methode|wijze))\b",
    re.IGNORECASE,
)
_NEAR = 1.5  # readings that may be meant as well as the best that fits
_FALLS = Phrase(r"\b(?:afname|daling|krimp|vermindering)\b", re.IGNORECASE)
RELATIONS = {
    Claims.DIRECTION: Relation.DIRECTION,
    Claims.ORDER: Relation.COMPARISON,
    Claims.TIMES: Relation.COMPARISON,
    Claims.MAJORITY: Relation.SHARE,
    Claims.EXTREME: Relation.RANK,
    Claims.PEAK: Relation.RANK,
}


def write_claim(ledger: Ledger, place: Place, one: JudgedClaim) -> None:
    """Words without a number; a finding where the figures contradict them (SR-N013, SR-N017)."""
    claim, answer = one.claim, one.answer
    apart = not one.group and check_comparison(ledger, place, claim.start, one.about)
    relation = RELATIONS[claim.kind]
    wrong = answer.true is False
    ledger.statement(
        place,
        (claim.start, claim.end),
        claim.words,
        StatementOutcome.WRONG if wrong else StatementOutcome.RIGHT,
        AmountReading(relation, one.about, answer.seen[0][1], 0.0),
        claim.way,
    )
    if wrong and not apart and claim.start not in ledger.settled:
        ledger.settled.append(claim.start)
        told = wording.of_group if one.group else wording.contradiction
        ledger.finding(
            "SR-N013" if claim.kind in (Claims.DIRECTION, Claims.PEAK) else "SR-N017",
            place,
            claim.start,
            told(ledger.catalogue, ledger.figures, one),
            which="groep" if one.group else "",
            severity=Severity.ERROR if answer.clear else Severity.WARNING,
            reads=(one.about[0], relation),
        )


def turned(
    ledger: Ledger, spot: AmountSpot, mention: Mention, readings: Sequence[AmountReading]
) -> JudgedClaim | None:
    """The claim that an amount was so many more or less, where every reading by which the amount
    is right went the other way: 'leende 320 fietsen minder uit' of 320 more.
    """
    cues = cues_of(
        spot.line.read, spot.anchor, spot.reader.shown, percent=mention.unit is Unit.PERCENT
    )
    right = [one for one in readings if one.relation is Relation.CHANGE and fits(mention, one)]
    if not right:
        return _of_change(ledger, spot, mention, readings, cues.change)
    if cues.told is None or cues.kinds:
        return None
    right = [one for one in right if one.score > right[0].score - _NEAR]
    return _all_against([_went(ledger, spot, one, cues.told, cues.change or 0) for one in right])


def _all_against(claims: Sequence[JudgedClaim]) -> JudgedClaim | None:
    """The first of some claims when each of them is false."""
    return claims[0] if all(one.answer.true is False for one in claims) else None


def _of_change(
    ledger: Ledger,
    spot: AmountSpot,
    mention: Mention,
    readings: Sequence[AmountReading],
    change: int | None,
) -> JudgedClaim | None:
    """The same of an amount that is itself a figure of change: 'kromp met 1.540' of a growth."""
    right = [one for one in readings if one.relation is Relation.LEVEL and fits(mention, one)]
    right = [one for one in right if one.score > right[0].score - _NEAR]
    at = (mention.start, mention.end)
    claims = [against_sign(ledger, spot, one.about[0], change, at) for one in right]
    return claims[0] if claims and all(claims) else None


def against_sign(
    ledger: Ledger, spot: AmountSpot, figure: NamedFigure, change: int | None, at: tuple[int, int]
) -> JudgedClaim | None:
    """The claim that a figure of change went up or down, where it went the other way."""
    subject = figure.subject
    if not change or not subject.change or _FALLS.search(ledger.catalogue.title(subject.ref)):
        return None
    sentence = spot.line.sentence
    at = where_moved(spot.line.shown, sentence.start, at[0], sentence.end) or at
    words = spot.place.text.raw[slice(*at)]
    claim = Claim(Claims.DIRECTION, *at, words, "op" if change > 0 else "neer")
    pair = beside(claim, level(subject, figure.year), Term(times=Fraction(0)))
    found = JudgedClaim(claim, truth(ledger.known, Proposition((pair,))))
    return found if found.answer.true is False else None


def _went(
    ledger: Ledger, spot: AmountSpot, one: AmountReading, at: tuple[int, int], change: int
) -> JudgedClaim:
    now, then = (level(figure.subject, figure.year) for figure in one.about[:2])
    words = spot.place.text.raw[slice(*at)]
    claim = Claim(Claims.DIRECTION, *at, words, "op" if change > 0 else "neer")
    return JudgedClaim(claim, truth(ledger.known, Proposition((beside(claim, now, then),))))


def check_comparison(ledger: Ledger, place: Place, at: int, figures: Sequence[NamedFigure]) -> bool:
    """Whether a text compares a figure with itself in a year with which it does not compare; a
    finding then, unless the text or its block says why.
    """
    if len(figures) < 2 or _explained(place):
        return False
    new, old = sorted(figures[:2], key=lambda one: -one.year)
    if new.subject.number != old.subject.number or new.year == old.year:
        return False
    ref = new.subject.ref
    breaks = breaks_between(ledger.catalogue, ref, old.year, new.year)
    now, then = (ledger.known.figure(one.subject, one.year) for one in (new, old))
    if not (why := unlike(then, now, breaks)):
        return False
    said = {
        "cijfer": ledger.catalogue.title(ref),
        "jaar": new.year,
        "eerder": old.year,
        "waarom": why,
    }
    ledger.finding("SR-N055", place, at, said, reads=(new, Relation.CHANGE))
    return True


def check_whole(ledger: Ledger, place: Place, at: int, text: str, one: NamedFigure) -> None:
    """A finding where a typed number is that of a part of a year, or was hoped for, and nothing in
    the text says so.
    """
    if one.beside or one.subject.summed or one.subject.stock or _explained(place):
        return
    figure = ledger.known.figure(one.subject, one.year)
    if figure.period is None and not figure.expected:
        return
    said = {"getal": text, "jaar": one.year, "deel": figure.expected or figure.period}
    which = "verwacht" if figure.expected else "deel"
    ledger.finding(
        "SR-N055",
        place,
        at,
        said,
        which=which,
        severity=Severity.WARNING,
        reads=(one, Relation.LEVEL),
    )


def _explained(place: Place) -> bool:
    comparable = place.block is not None and bool(place.block.comparable)
    return comparable or _SAYS.search(place.text.raw) is not None
