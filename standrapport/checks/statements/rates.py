# SPDX-License-Identifier: EUPL-1.2
"""What a number is per week, per counter, per year, or how many times another year: rates of the
figures its words name. Asked only of a number that would be accused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from .ledger import AmountSpot, Ledger
from .mention import Mention, Unit
from .morphology import roots
from .names import Subject
from .statement import AmountReading, NamedFigure, Relation
from .values import PrintedValue
from .years import YearRole

_PERIODS = {
    "kwartaal": 4,
    "kwartalen": 4,
    "maand": 12,
    "maandelijks": 12,
    "week": 52,
    "wekelijks": 52,
    "dag": 365,
    "dagelijks": 365,
    "etmaal": 365,
}
_PER = re.compile(
    r"\b(?:per|elke?|iedere?)\s+(?P<what>[^\W\d_]+)|\b(?P<by>dagelijks|wekelijks|maandelijks)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\s*(?:keer|maal)\s+(?:zo\s*(?:groot|veel|hoog|lang|vaak|druk)|meer)", re.IGNORECASE
)
_YEARLY = re.compile(r"\b(?:per|elk|ieder)\s+jaar\b|\bjaarlijks\b", re.IGNORECASE)
_NEAR = 2.0  # how far from the best a reading may be that is meant
_LARGE, _ROUNDED = 100, Fraction(1, 100)  # a mean from here on may be rounded by so much


def rate(
    ledger: Ledger, spot: AmountSpot, mention: Mention, readings: Sequence[AmountReading]
) -> AmountReading | None:
    """The rate of a named figure that a number is; None when it is none."""
    found = _rates(ledger, spot, mention, readings)
    return next((one for one in found if _says(mention, one.value.value)), None)


def _rates(
    ledger: Ledger, spot: AmountSpot, mention: Mention, readings: Sequence[AmountReading]
) -> Iterator[AmountReading]:
    marks = spot.reader.years.marks(spot.line)
    year = next((mark.year for mark in marks if mark.role is YearRole.WHEN), ledger.year)
    before = [mark.year for mark in marks if mark.role is not YearRole.WHEN and mark.year < year]
    for one in _subjects(readings, mention):
        here = NamedFigure(one, year)
        now = ledger.known.value(one, year)
        if now is None:
            continue
        each = [now.per(_exactly(many)) for many in _divisors(ledger, one, _sentence(spot))]
        yield from (AmountReading(Relation.MEAN, (here,), one, 0.0) for one in each if one)
        for since in before if mention.unit is Unit.COUNT else ():
            yield from _since(ledger, spot, mention, here, NamedFigure(one, since))


def _since(
    ledger: Ledger, spot: AmountSpot, mention: Mention, here: NamedFigure, past: NamedFigure
) -> Iterator[AmountReading]:
    """How many times what it was in another year, and how much more per year since."""
    now = ledger.known.value(here.subject, here.year)
    then = ledger.known.value(past.subject, past.year)
    if now is None or then is None:
        return
    ratio, moved = now.per(then), (now - then).size.per(_exactly(here.year - past.year))
    if ratio is not None and _TIMES.match(spot.reader.shown, mention.end):
        yield AmountReading(Relation.CHANGE, (here, past), ratio, 0.0)
    if moved is not None and _YEARLY.search(_sentence(spot)):
        yield AmountReading(Relation.MEAN, (here, past), moved, 0.0)


def _sentence(spot: AmountSpot) -> str:
    return spot.reader.shown[spot.line.sentence.start : spot.line.sentence.end]


def _subjects(readings: Sequence[AmountReading], mention: Mention) -> list[Subject]:
    """The figures a sentence may be about, each once: those of readings near the best."""
    near = [one for one in readings if one.score > -_NEAR and not one.blind]
    found = {one.about[0].subject.number: one.about[0].subject for one in near}
    return [one for one in found.values() if one.unit is mention.unit]


def _divisors(ledger: Ledger, subject: Subject, own: str) -> Iterator[int]:
    """By how many a sentence divides: the weeks of a year, or the members of a group."""
    for match in _PER.finditer(own):
        what = (match["what"] or match["by"]).lower()
        if what in _PERIODS:
            yield _PERIODS[what]
        heard = roots(what)
        for group in ledger.names.groups:
            table = ledger.names.subjects[group.members[0]].table_name
            if table == subject.table_name and group.called & heard:
                yield len(group.members)


def _says(mention: Mention, value: Fraction) -> bool:
    """Whether a number says a value that was divided: rounded as it is written, or by a hundredth
    where it is large.
    """
    decimals = len(mention.text.partition(",")[2].split(" ")[0]) if "," in mention.text else 0
    slack = Fraction(1, 2 * 10**decimals)
    if value >= _LARGE:
        slack = max(slack, value * _ROUNDED)
    return mention.low - slack <= value <= mention.high + slack


def _exactly(many: int) -> PrintedValue:
    return PrintedValue(Fraction(many), Fraction(many), Fraction(many))
