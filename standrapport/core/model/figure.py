# SPDX-License-Identifier: EUPL-1.2
"""Published figures, each with the interval it stands for.

A figure is counted, suppressed, not yet known or not applicable; an earlier edition may have
printed it differently (`Revision`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..frozen import dataclass
from .interval import EVERYTHING, NOT_NEGATIVE, Interval
from .text import Position

if TYPE_CHECKING:
    from .comparing import Change


class Kind(Enum):
    """What a cell says."""

    VALUE = "waarde"
    SUPPRESSED = "onderdrukt"  # '<5': known to the service, not published
    UNKNOWN = "nog niet bekend"  # empty or 'n.n.b.'
    NOT_APPLICABLE = "niet van toepassing"  # 'n.v.t.'
    UNAVAILABLE = "niet beschikbaar"  # 'n.b.': it exists, the makers of the report do not have it
    OUTSIDE = "buiten de lijst"  # 'b.l.': not in the ranking of that year

    @property
    def is_open(self) -> bool:
        """Whether nothing is known of the amount: any number could stand behind it."""
        return self in (Kind.UNKNOWN, Kind.UNAVAILABLE, Kind.OUTSIDE)


class FigureKey(NamedTuple):
    """The name of one figure: `instroom.noord`, the year, and the key in a keyed table (None
    elsewhere).

    `beside` is None for the figure a year stands for. A figure that stands beside that one, over
    another period or as a target or forecast, has what sets it apart: 't/m november', 'doel'.
    """

    ref: str
    year: int
    key: str | None = None
    beside: str | None = None

    def __str__(self) -> str:
        named = (
            f'{self.ref}["{self.key}", {self.year}]'
            if self.key is not None
            else f"{self.ref}[{self.year}]"
        )
        return f"{named} ({self.beside})" if self.beside else named

    def as_dict(self) -> dict[str, str | int | None]:
        """As it stands in JSON."""
        return {"ref": self.ref, "year": self.year, "key": self.key}


Expected = Literal["", "doel", "raming"]  # '' for what was counted
EXPECTED = ("doel", "raming")
_NOTHING = Fraction(0)


@cache
def _half(step: Decimal) -> Fraction:
    """Half a rounding step, of which a report has a few."""
    return Fraction(step) / 2


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as the edition prints it.

    `value` is the printed number (None when suppressed, unknown or not applicable); `rounding` the
    step it was rounded to in the figure's unit (None: exact); `suppression` the limit n of '<n';
    `printed` the text as it appears in the report. `period` is None for a whole year, else one of
    the spellings of `period_of`; `expected` tells a target or forecast from what was counted.
    `source` is the one of its row, where that names one. `unit` is e.g. 'personen' or 'procent'. A
    derived figure has `bounds` (its computed interval)
    and `formula`; a cell has a `position`.
    """

    id: FigureKey
    kind: Kind
    printed: str
    value: Decimal | None = None
    rounding: Decimal | None = None
    suppression: int | None = None
    unit: str = ""
    period: str | None = None
    provisional: bool = False
    expected: Expected = ""
    reference_date: str | None = None
    source: str | None = None
    position: Position | None = None
    formula: str | None = None
    bounds: Interval | None = None
    decimals: int = 0
    free: bool = False
    rounds_down: bool = False

    @property
    def status(self) -> str:
        """The word for how firm the figure is: definitief, voorlopig, doel or raming."""
        return self.expected or ("voorlopig" if self.provisional else "definitief")

    @property
    def derived(self) -> bool:
        """Whether the figure was computed by a formula of the project."""
        return self.formula is not None

    @property
    def may_be_negative(self) -> bool:
        """Only computed figures can be below zero, and cells whose column says so: others hold
        counts, amounts and shares.
        """
        return self.derived or self.free

    @property
    def reach(self) -> tuple[Fraction, Fraction]:
        """How far the true value can lie below and above the printed one: half a step both ways, or
        up to a whole step above it when it was rounded down (that end itself is out of reach).
        """
        half = _half(self.rounding) if self.rounding else _NOTHING
        return (_NOTHING, 2 * half) if self.rounds_down else (half, half)

    @property
    def interval(self) -> Interval:
        """The true values the printed text allows (contract: a closed interval, never below 0 for
        counts).
        """
        if self.bounds is not None:
            return self.bounds
        if self.kind is Kind.VALUE and self.value is not None:
            low = high = Fraction(self.value)
            if self.rounding:
                below, above = self.reach
                low, high = low - below, high + above
            return Interval(low if low >= 0 or self.may_be_negative else _NOTHING, high)
        if self.kind is Kind.SUPPRESSED and self.suppression is not None:
            return Interval(Fraction(0), Fraction(self.suppression - 1))
        if self.kind is Kind.NOT_APPLICABLE:
            return Interval.point(0)
        return EVERYTHING if self.may_be_negative else NOT_NEGATIVE


Figures = Mapping[FigureKey, Figure]


def apart(period: str | None, expected: Expected) -> str:
    """What sets a figure apart from others of its year: 'heel jaar', 't/m november', 'doel t/m
    juni'.
    """
    return " ".join(filter(None, (expected, period or ("" if expected else "heel jaar"))))


def figure_of(
    figures: Figures, ref: str, year: int, key: str | None = None, beside: str | None = None
) -> Figure:
    """The figure with this name, or an unknown one (n.n.b.) when the vintage does not hold it."""
    name = FigureKey(ref, year, key, beside)
    return figures.get(name) or Figure(name, Kind.UNKNOWN, "n.n.b.")


@dataclass(frozen=True)
class RevisionReason:
    """Why figures changed (`herzieningen.yaml`): `refs` are columns or whole tables, `years` the
    years it holds for (empty: all).
    """

    refs: tuple[str, ...]
    years: tuple[int, ...]
    reason: str
    position: Position

    def covers(self, name: FigureKey) -> bool:
        """Whether this reason explains a change of a figure."""
        return (name.ref in self.refs or name.ref.partition(".")[0] in self.refs) and (
            not self.years or name.year in self.years
        )


@dataclass(frozen=True)
class Revision:
    """A figure with its text in the earlier edition and now, and by how much it changed."""

    id: FigureKey
    edition: int
    old: str
    new: str
    change: Change
    reason: str
    position: Position | None


def left_over(inflow: Sequence[Figure], outflow: Sequence[Figure]) -> Decimal | None:
    """What came in and did not go out, as printed (below zero: the other way round).

    None when a figure is not known, and when rounding alone explains it.
    """
    if any(figure.value is None for figure in (*inflow, *outflow)):
        return None
    totals = [
        sum((one.value or Decimal(0) for one in side), Decimal(0)) for side in (inflow, outflow)
    ]
    difference = totals[0] - totals[1]
    reach: Fraction | float = Fraction(0)
    for figure in (*inflow, *outflow):
        value, may = Fraction(figure.value or 0), figure.interval
        reach += max(value - may.low, may.high - value)
    return difference if abs(Fraction(difference)) > reach else None
