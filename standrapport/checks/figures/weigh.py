# SPDX-License-Identifier: EUPL-1.2
"""What a wrong cell should have been: the values that fit, what supports each, and how much weight
the cell has as the culprit.

Support comes in an order that staff can follow: a second statement of the same figure, the other
figures as they are printed, a slip of the pen. The weight is a probability up to a common factor:
how plausible a value is, how well roundings let the rules hold with it, and how probable it is that
what is printed came from it. So a repair is called likely only when all others together weigh
little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import exp, log

from ...core.frozen import dataclass
from ...core.model import Figure, Figures, RepairBound
from .evidence import Plausible, Slips

_ALL = 400  # values that are weighed one by one; of more a sample stands for the others
_SAMPLE = 200
_OTHERWISE = 1e-3  # the share of figures stated twice in one step that are rightly not the same
_BEYOND = 100  # a value without upper limit is looked for up to so many times the lower one


@dataclass(frozen=True)
class Statement:
    """What the other figures, as printed, say a cell should be.

    `spread` is the standard deviation that roundings give it; `again` tells a second statement of
    the same figure; `words` name it in Dutch.
    """

    aim: Fraction
    spread: float
    words: str
    again: bool = False

    def likelihood(self, value: Decimal) -> float:
        """How well a value agrees with it, 1 at best."""
        off = float(Fraction(value) - self.aim)
        if self.again:
            return 1.0 if not off else _OTHERWISE
        if not self.spread:
            return 1.0 if not off else 1e-9
        return exp(-((off / self.spread) ** 2) / 2)


@dataclass(frozen=True, slots=True)
class Room:
    """The true values a cell may stand for: from `low` to `high`; None where nothing limits it.

    `floor` and `ceiling` are those limits as the other figures print them.
    """

    low: Fraction | None
    high: Fraction | None
    floor: Fraction | None = None
    ceiling: Fraction | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class LikelyValue:
    """A value a cell may have been meant to have, its weight, and what supports it in Dutch."""

    value: Decimal
    weight: float
    why: str = ""
    bound: RepairBound | None = None


@dataclass(frozen=True, slots=True)
class WeighedCell:
    """What a cell can have been: best supported first; `mass` weighs the cell as the culprit,
    `low` and `high` are the first and last printed value that fit.
    """

    values: tuple[LikelyValue, ...]
    mass: float
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def span(self) -> tuple[Fraction, Fraction] | None:
        """From the first to the last value that fits; None when there is no last."""
        if self.low is None or self.high is None:
            return None
        return Fraction(self.low), Fraction(self.high)


@dataclass(frozen=True)
class _Grid:
    """The printed values of a cell: steps from `first` on; `last` is None when there is no end."""

    first: int
    last: int | None
    step: Decimal

    @classmethod
    def of(cls, figure: Figure, room: Room) -> _Grid:
        step = figure.rounding or Decimal(1).scaleb(-figure.decimals)
        below, above = figure.reach
        least = Fraction(0)
        if figure.may_be_negative:
            least = -_BEYOND * max(abs(Fraction(figure.value or 0)), Fraction(step))
        low = max(least, (room.low if room.low is not None else least) - above)
        first = -((-low) // Fraction(step))
        last = None if room.high is None else int((room.high + below) // Fraction(step))
        return cls(int(first), last, step)

    def holds(self, value: Decimal) -> bool:
        steps = Fraction(value) / Fraction(self.step)
        return (
            steps.denominator == 1
            and self.first <= steps
            and (self.last is None or steps <= self.last)
        )

    def nearest(self, aim: Fraction) -> Decimal:
        """The printed value nearest to an aim, within the room."""
        steps = int((aim / Fraction(self.step) + Fraction(1, 2)) // 1)
        steps = max(self.first, steps if self.last is None else min(steps, self.last))
        return steps * self.step

    def sample(self) -> Iterator[tuple[Decimal, float]]:
        """Values of the grid, each with how many it stands for."""
        last = self.last
        if last is None:
            last = max(self.first, 1) * _BEYOND
        count = last - self.first + 1
        if count <= _ALL:
            yield from ((number * self.step, 1.0) for number in range(self.first, last + 1))
            return
        edges = (
            [self.first + round(count * at / _SAMPLE) for at in range(_SAMPLE + 1)]
            if self.last is not None
            else _by_size(self.first, last)
        )
        for low, high in pairwise(edges):
            if high > low:
                yield (low + high) // 2 * self.step, float(high - low)


def _by_size(first: int, last: int) -> list[int]:
    """Edges that grow by a constant factor."""
    least = max(first, 1)
    factor = log(last / least)
    return sorted({round(least * exp(factor * at / _SAMPLE)) for at in range(_SAMPLE + 1)})


def weigh(
    figure: Figure, room: Room, statements: Sequence[Statement], figures: Figures
) -> WeighedCell | None:
    """The values a cell can have been meant to have; None when no printed value but its own fits.

    With `statements` of the other figures, the years beside it, and the slips that lead to what is
    printed.
    """
    grid = _Grid.of(figure, room)
    if grid.last is not None and grid.last < grid.first:
        return None
    scale = _ValueScale(figure, grid, statements, figures)
    if not scale.mass:
        return None
    bound = _limit(figure, room, grid, scale)
    values = [bound] if bound is not None else []
    values += _supported(grid, scale, statements)
    if not values:
        middle = scale.middle()
        if middle is None:
            return None
        values = [scale.likely(middle, "")]
    last = None if grid.last is None else grid.last * grid.step
    return WeighedCell(tuple(values), scale.mass, grid.first * grid.step, last)


class _ValueScale:
    """The weight of every value of a cell."""

    def __init__(
        self, figure: Figure, grid: _Grid, statements: Sequence[Statement], figures: Figures
    ) -> None:
        self.printed = figure.value
        self.grid = grid
        self.slips = Slips.of(figure, figures)
        self._plausible = Plausible.of(figure, figures)
        self._statements = statements
        points = dict(grid.sample())
        extra = [value for value in self.slips.spelt if value not in points and grid.holds(value)]
        extra += [value for one in statements if (value := grid.nearest(one.aim)) not in points]
        points |= dict.fromkeys(extra, 1.0)
        points.pop(figure.value or Decimal(-1), None)
        self.mass = sum(self.weight(value) * many for value, many in points.items())

    def weight(self, value: Decimal) -> float:
        """How much speaks for one value."""
        found = self._plausible(value) * self.slips.chance(value)
        for one in self._statements:
            found *= one.likelihood(value)
        return found

    def likely(self, value: Decimal, why: str) -> LikelyValue:
        """A value with its weight."""
        return LikelyValue(value, self.weight(value), why)

    def middle(self) -> Decimal | None:
        """The value nearest to the middle of what fits, other than what is printed."""
        grid = self.grid
        last = grid.first if grid.last is None else grid.last
        whole = (grid.first + last) // 2
        near = sorted(
            range(max(grid.first, whole - 2), min(last, whole + 2) + 1),
            key=lambda number: abs(number - whole),
        )
        return next((n * grid.step for n in near if n * grid.step != self.printed), None)


def _limit(figure: Figure, room: Room, grid: _Grid, scale: _ValueScale) -> LikelyValue | None:
    """A bound instead of a value, where the other figures leave one side open."""
    low, high = room.low is None, room.high is None
    if low == high:
        return None
    aim = room.floor if high else room.ceiling
    value = grid.nearest(aim) if aim is not None else Decimal(grid.first) * grid.step
    kind = RepairBound.AT_LEAST if high else RepairBound.AT_MOST
    right = value > (figure.value or 0) if high else value < (figure.value or 0)
    return LikelyValue(value, scale.mass, room.words, kind) if right else None


def _supported(
    grid: _Grid, scale: _ValueScale, statements: Iterable[Statement]
) -> Iterator[LikelyValue]:
    """The values with support, a second statement first, then the sums, then the best slip."""
    why: dict[Decimal, list[str]] = {}
    for one in sorted(statements, key=lambda one: not one.again):
        value = grid.nearest(one.aim)
        if value != scale.printed:
            why.setdefault(value, []).append(one.words)
    slips = [value for value in scale.slips.spelt if grid.holds(value) and value != scale.printed]
    best = max(slips, key=scale.weight, default=None)
    for value, words in why.items():
        slip = scale.slips.word(value)
        yield scale.likely(value, "; ".join(dict.fromkeys([*words, *([slip] if slip else [])])))
    # Copied from another year: then the digits tell nothing.
    if best is not None and best not in why and not scale.slips.copied:
        yield scale.likely(best, scale.slips.word(best))
