# SPDX-License-Identifier: EUPL-1.2
"""What is claimed in words, written down: a direction, an order, a rank; and of an amount of change
whether it went the way it is said to.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...core.model import Severity
from ..text.texts import Place
from . import wording
from .claim_reader import JudgedClaim
from .claims import Claim, Claims
from .cues import cues_of
from .judge import fits
from .judge_claims import Answer
from .ledger import AmountSpot, Ledger
from .mention import Mention, Unit
from .statement import AmountReading, Relation, StatementOutcome

_NEAR = 1.5  # readings that may be meant as well as the best that fits
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
    values = [value for _, value in answer.figures]
    relation = RELATIONS[claim.kind]
    wrong = answer.true is False and bool(values)
    ledger.statement(
        place,
        (claim.start, claim.end),
        claim.words,
        StatementOutcome.WRONG if wrong else StatementOutcome.RIGHT,
        AmountReading(relation, one.about, values[0], 0.0) if values else None,
        claim.way,
    )
    if not wrong:
        return
    if one.moved or one.stayed:
        _find(ledger, place, one, "groep", wording.of_group(ledger.catalogue, one))
        return
    if one.paced:
        _find(ledger, place, one, "tempo", wording.of_pace(ledger.catalogue, one))
        return
    clear = (
        len(values) < 2
        or claim.kind in (Claims.TIMES, Claims.MAJORITY)
        or values[0].high < values[1].low
        or values[1].high < values[0].low
    )
    ledger.finding(
        "SR-N013" if claim.kind in (Claims.DIRECTION, Claims.PEAK) else "SR-N017",
        place,
        claim.start,
        wording.contradiction(ledger.catalogue, ledger.figures, one),
        severity=Severity.ERROR if clear else Severity.WARNING,
        reads=(one.about[0], relation),
    )


def _find(ledger: Ledger, place: Place, one: JudgedClaim, which: str, said: dict[str, str]) -> None:
    """A finding on a claim that no rounding can turn."""
    reads = (one.about[0], RELATIONS[one.claim.kind])
    code = "SR-N017" if one.claim.kind is Claims.EXTREME else "SR-N013"
    ledger.finding(code, place, one.claim.start, said, which=which, reads=reads)


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
    if cues.told is None or cues.kinds or not right:
        return None
    right = [one for one in right if one.score > right[0].score - _NEAR]
    claims = [_went(ledger, spot, one, cues.told, cues.change or 0) for one in right]
    against = [one for one in claims if one is not None and one.answer.true is False]
    return against[0] if len(against) == len(right) else None


def _went(
    ledger: Ledger, spot: AmountSpot, one: AmountReading, at: tuple[int, int], change: int
) -> JudgedClaim | None:
    now, then = one.about[0], one.about[1]
    mine = ledger.known.value(now.subject, now.year)
    before = ledger.known.value(then.subject, then.year)
    if mine is None or before is None or not change:
        return None
    words = spot.place.text.raw[slice(*at)]
    way = "op" if change > 0 else "neer"
    over = mine.value > before.value if change > 0 else mine.value < before.value
    claim = Claim(Claims.DIRECTION, *at, words, way)
    return JudgedClaim(claim, Answer(over, ((then, before), (now, mine))), (now, then))
