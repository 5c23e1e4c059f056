# SPDX-License-Identifier: EUPL-1.2
"""A typed number against what its words name (rule 1): right when a figure that fits is also,
within a gap, the best named one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ....core.frozen import dataclass
from ..reading.mention import Mention, Unit
from .names import Subject
from .statement import AmountReading, NamedFigure, Relation, StatementOutcome
from .values import Known

GAP, CLEAR = 2.2, 3.2  # a figure named worse by this may be meant; beyond, another is wrong
LOOSE_GAP, LOOSE_CLEAR = 1.5, 2.4  # the same for what so wide an interval says that chance fits it
NAMED_GAP = 0.8  # the gap where what tells the best from another is said, and of that other nothing
UNNAMED = 1.5  # how much wider it is where it is the other way round
ROUNDED = 1.0  # what it costs that only rounding makes a number fit
SMALL = 20  # counts up to here are often of things no table counts
_SAID = 0.45  # from here on something tells them apart
_TELLING = 100  # an exact number from here on fits another figure by chance only rarely
_NEARBY = 60  # figures up to here are of the size of small counts


@dataclass(frozen=True)
class Judged:
    """A number as judged: its outcome, the reading that fits (None: nothing does), and those its
    words name, best first.
    """

    outcome: StatementOutcome
    fitting: AmountReading | None
    named: tuple[AmountReading, ...]

    @property
    def told_elsewhere(self) -> AmountReading | None:
        """The reading that fits, where it tells a reader something: a figure by itself, or one that
        shares a figure with what is named. Other sums fit by chance ('the part of A in B').
        """
        if self.fitting is None or not self.named:
            return None
        named = {one.subject.number for one in self.named[0].about}
        kin = any(one.subject.number in named for one in self.fitting.about)
        return self.fitting if kin or self.fitting.relation is Relation.LEVEL else None


def fits(mention: Mention, reading: AmountReading) -> bool:
    """Whether a number says what a reading gives."""
    return mention.says(reading.value.value) or within_rounding(mention, reading)


def within_rounding(mention: Mention, reading: AmountReading) -> bool:
    """Whether rounding explains that a number is not what is computed from printed figures."""
    value = reading.value
    subject = reading.about[0].subject
    level = reading.relation is Relation.LEVEL
    if level and not (subject.derived and subject.unit is Unit.PERCENT):
        return False
    if mention.plain and (reading.relation is Relation.MEAN or reading.ratio):
        return abs(mention.value - value.value) <= mention.step / 2
    return mention.low <= value.high and value.low <= mention.high


def judged(
    mention: Mention,
    readings: Sequence[AmountReading],
    *,
    counted: bool,
    quiet: bool,
    norm: bool = False,
    apart: Callable[[Subject, Subject], float] = lambda _one, _other: 0.0,
    unsaid: Callable[[AmountReading], bool] = lambda _one: False,
) -> Judged:
    """The outcome for a number.

    `counted`: the word after it is one the catalogue counts in, so that a small number is meant;
    `quiet`: it counts nothing a table could count (a measure, an address); `norm`: its sentence
    says what must be or may be, not what was; `apart`: how much more is said of what tells one
    subject from another than the other way round, from -1 to 1; `unsaid`: whether the sentence says
    nothing of a reading that it would have to say, so that it excuses no number.
    """
    named = tuple(readings)
    if named and not named[0].blind and mention.is_half(named[0].value.value):
        return Judged(StatementOutcome.RIGHT, named[0], named)
    fitting = _fitting(mention, named)
    exact = mention.plain and mention.value >= _TELLING
    gap, clear = (GAP, CLEAR) if exact else (LOOSE_GAP, LOOSE_CLEAR)
    if fitting is not None and not fitting.blind and _held_apart(fitting, named[0]):
        told = apart(fitting.about[0].subject, named[0].about[0].subject)
        if told > _SAID:
            gap, clear = gap + UNNAMED, clear + UNNAMED
        elif told < -_SAID:
            gap = clear = NAMED_GAP
    if fitting is not None and not fitting.blind and unsaid(fitting):
        gap = clear = 0.0
    norm = norm and not (counted and exact)  # 'dat is nodig: Campus leende 1.420 fietsen uit'
    if (norm or _in_words(mention)) and (fitting is None or fitting.blind) and _vague(named, norm):
        return Judged(StatementOutcome.NOTHING, None, named)
    if quiet and (fitting is None or fitting.blind):
        return Judged(StatementOutcome.NOTHING, None, named)
    if fitting is not None and fitting.blind:
        return _judged_blind(mention, named, fitting)
    if fitting is not None and (fitting.score >= -gap or fits(mention, named[0])):
        return Judged(StatementOutcome.RIGHT, fitting, named)
    if quiet or (_small(mention) and not (counted and _of_that_size(named))):
        return Judged(StatementOutcome.NOTHING, None, named)
    if fitting is not None and fitting.score >= -clear:
        return Judged(StatementOutcome.DOUBT, fitting, named)
    return Judged(StatementOutcome.WRONG, fitting, named)


def _held_apart(fitting: AmountReading, best: AmountReading) -> bool:
    """Whether what is said tells two readings apart: of one relation, or a published share beside
    one computed.
    """
    published = fitting.relation is Relation.LEVEL and best.relation is Relation.SHARE
    return fitting.relation is best.relation or published


def _in_words(mention: Mention) -> bool:
    """Whether it is a share in words: 'een derde'."""
    digits = any(letter.isdigit() for letter in mention.text)
    return mention.unit is Unit.PERCENT and not digits


def _vague(named: Sequence[AmountReading], norm: bool) -> bool:
    """Whether a norm, or a share in words ('een derde van het werk'), is of no table."""
    return norm or not named or named[0].blind


def _judged_blind(
    mention: Mention, named: tuple[AmountReading, ...], fitting: AmountReading
) -> Judged:
    """A number whose words name nothing: right when it is one figure and no other."""
    if _small(mention):
        return Judged(StatementOutcome.NOTHING, None, named)
    fit = [one for one in named if fits(mention, one)]
    cells = [
        one for one in fit if not (one.about[0].subject.derived or one.about[0].subject.summed)
    ]
    several = cells or fit
    fitting = several[0]
    ordered = (*several, *(one for one in named if one not in several))
    if len(several) > 1:
        return Judged(StatementOutcome.DOUBT, fitting, ordered)
    return Judged(
        StatementOutcome.RIGHT if fitting.score >= -GAP else StatementOutcome.WRONG,
        fitting,
        ordered,
    )


def _fitting(mention: Mention, named: Sequence[AmountReading]) -> AmountReading | None:
    """The reading that fits, best named first; one that only rounding explains stands back."""
    exact = next((one for one in named if mention.says(one.value.value)), None)
    rounded = next((one for one in named if within_rounding(mention, one)), None)
    if exact is not None and exact.relation is not Relation.LEVEL:
        alone = [one for one in named if one.relation is Relation.LEVEL and fits(mention, one)]
        near = [one for one in alone if one.score >= exact.score - LOOSE_GAP]
        exact = near[0] if near else exact  # a published share rather than one computed
    if rounded is None or (exact is not None and exact.score >= rounded.score - ROUNDED):
        return exact
    return replace(rounded, score=rounded.score - ROUNDED)


def _small(mention: Mention) -> bool:
    plain = not any(mark in mention.text for mark in ".,")  # '10.00' is a slip of the pen
    return plain and mention.counts and mention.value <= SMALL and mention.value.denominator == 1


def _of_that_size(named: Sequence[AmountReading]) -> bool:
    """Whether what the words name is itself a small count."""
    return bool(named) and named[0].value.value <= _NEARBY


def in_other_year(
    known: Known, years: Sequence[int], mention: Mention, named: Sequence[AmountReading]
) -> NamedFigure | None:
    """The first subject of some readings that has the value of a number in another year."""
    for reading in named:
        for year in years if reading.relation is Relation.LEVEL else ():
            value = known.value(reading.about[0].subject, year)
            if value is not None and mention.says(value.value):
                return NamedFigure(reading.about[0].subject, year)
    return None
