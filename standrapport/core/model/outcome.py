# SPDX-License-Identifier: EUPL-1.2
"""How a rule came out in one year, and the counts a summary gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import Enum
from fractions import Fraction

from ..frozen import dataclass
from .catalogue import Rule
from .figure import FigureKey
from .interval import Bound


class Verdict(Enum):
    """The six ways a rule can end (contract, 'How a rule is judged')."""

    EXACT = "exact"
    WITHIN_ROUNDING = "within_rounding"
    UNLIKELY = "unlikely"
    SUM_OF_ROUNDED = "sum_of_rounded"
    VIOLATED = "violated"
    UNDECIDED = "undecided"

    @property
    def word(self) -> str:
        """The verdict in Dutch, as readers of the report see it."""
        return {
            "exact": "klopt precies",
            "within_rounding": "klopt binnen de afronding",
            "unlikely": "onwaarschijnlijk",
            "sum_of_rounded": "som van afgeronde delen",
            "violated": "klopt niet",
            "undecided": "niet te beslissen",
        }[self.value]


@dataclass(frozen=True)
class Outcome:
    """A rule in one year (and for one key, or for `keys` keys at once when they came out alike).

    `left` and `right` are the printed sides (None when a figure is unknown); `difference` is their
    absolute difference; `slack` the largest difference rounding can explain. `figures` are the
    cells the rule was worked out to.
    """

    rule: Rule
    year: int
    verdict: Verdict
    key: str | None = None
    left: Fraction | None = None
    right: Fraction | None = None
    difference: Fraction | None = None
    slack: Bound | None = None
    figures: tuple[FigureKey, ...] = ()
    keys: int = 1


def count(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """`tested` and the number of outcomes per verdict, in the contract's order and names."""
    counter: Counter[Verdict] = Counter()
    for outcome in outcomes:
        counter[outcome.verdict] += outcome.keys
    return {
        "tested": sum(counter.values()),
        **{verdict.value: counter[verdict] for verdict in Verdict},
    }
