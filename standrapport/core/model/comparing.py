# SPDX-License-Identifier: EUPL-1.2
"""Figures beside each other: the change from one to another, and which keys of a table are the
largest. A ranking is only given when every key that could stand in it is known: 'the three
largest groups' of the groups that happen to be counted already is not what a reader takes it
for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from ..frozen import dataclass
from .figure import Figure, Kind


@dataclass(frozen=True, slots=True)
class Change:
    """New minus old.

    `difference` is in `unit`, which for 'procent' means percentage points, with as many decimals
    as are printed. `percent` is that difference as a percentage of the old value, rounded as it is
    printed; None where it says nothing. Where the two do not compare both are None and `why` says
    why, in Dutch.
    """

    difference: Decimal | None
    percent: Decimal | None = None
    unit: str = ""
    why: str = ""


@dataclass(frozen=True)
class Ranking:
    """The first keys in their order; `open_keys` are those that could be among them but of which
    the figure is not known, or is of another time than that of the others.
    """

    keys: tuple[str, ...]
    open_keys: tuple[str, ...] = ()


def ranked(figures: Mapping[str, Figure], number: int | None, *, ascending: bool) -> Ranking:
    """The first `number` keys (None: all), largest value first; lowest first when `ascending`, as
    for a column of ranks.

    Keys outside the list ('b.l.'), suppressed or not applicable cannot be among the first.
    """
    known = [(figure.value, key) for key, figure in figures.items() if figure.value is not None]
    ordered = sorted(known, key=lambda pair: pair[0] if ascending else -pair[0])
    first = ordered[:number]
    full = bool(first) and (number is None or len(first) == number)
    may = [key for key, figure in figures.items() if _could_rank(figure, first, ascending, full)]
    times = {key: (figures[key].period, figures[key].expected) for _, key in known}
    apart = [key for key in times if times[key] != times[first[0][1]]]
    return Ranking(tuple(key for _, key in first), (*may, *apart))


def _could_rank(
    figure: Figure, first: Sequence[tuple[Decimal, str]], ascending: bool, full: bool
) -> bool:
    """Whether a key without a number could stand among the first."""
    if not figure.kind.is_open or figure.kind is Kind.OUTSIDE:
        return False
    if not full:
        return True
    if ascending:  # ranks 1, 2, 3 leave no room for another
        return [value for value, _ in first] != list(range(1, len(first) + 1))
    return figure.interval.high >= Fraction(first[-1][0])
