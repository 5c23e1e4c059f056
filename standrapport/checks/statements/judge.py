"""A typed number against what its words name (rule 1): right when a figure that fits is also, within
a gap, the best named one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .mention import Mention
from .statement import Outcome, Reading, Relation

GAP = 3.0  # a figure named this much worse than the best may still be the one meant
CLEAR = 4.5  # beyond this the words are clear, and another figure is wrong
SMALL = 20  # counts up to here are often of things no table counts
_NEARBY = 60  # figures up to here are of the size of small counts


@dataclass(frozen=True)
class Judged:
    """A number as judged: its outcome, the reading that fits (None: nothing does), and those its
    words name, best first.
    """

    outcome: Outcome
    fitting: Reading | None
    named: tuple[Reading, ...]


def fits(mention: Mention, reading: Reading) -> bool:
    """Whether a number says what a reading gives; of what is computed, rounding may explain it."""
    value = reading.value
    if mention.says(value.value):
        return True
    if reading.relation is Relation.LEVEL and not reading.about[0].subject.derived:
        return False
    return mention.low <= value.high and value.low <= mention.high


def judged(mention: Mention, readings: Sequence[Reading], *, counted: bool) -> Judged:
    """The outcome for a number.

    `counted`: the word after it is one the catalogue counts in, so that a small number is meant.
    """
    named = tuple(readings)
    fitting = next((one for one in named if fits(mention, one)), None)
    if fitting is not None and fitting.score >= -GAP:
        return Judged(Outcome.RIGHT, fitting, named)
    if _small(mention) and not (counted and _of_that_size(mention, named)):
        return Judged(Outcome.NOTHING, None, named)
    if fitting is not None and fitting.score >= -CLEAR:
        return Judged(Outcome.DOUBT, fitting, named)
    return Judged(Outcome.WRONG, fitting, named)


def _small(mention: Mention) -> bool:
    return mention.counts and mention.value <= SMALL


def _of_that_size(mention: Mention, named: Sequence[Reading]) -> bool:
    """Whether what the words name is itself a small count."""
    top = [one for one in named if one.score >= -GAP]
    return any(one.value.value <= _NEARBY for one in top)
