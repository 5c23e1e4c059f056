# SPDX-License-Identifier: EUPL-1.2
"""What a chart shows: points with their printed text, in series, and flows into and out of a
middle.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from ...core.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Earlier:
    """A value that was given before for the same point: `text` is how it is told, such as '1.640
    in editie 2021'.
    """

    value: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """One value: `text` is how it is printed.

    `value` None when there is no number to draw (n.n.b., n.v.t., '<5').

    `suppressed` tells '<5' from unknown; `period` is set for a part of a year; `provisional` says
    that the value can still change; `ref` names the figure and ends up as data-ref in the drawing.
    `earlier` are values that were revised since: dashes in a line chart. `loose` is a flow that
    goes nowhere: what stays behind, or what nobody split up; it ends without a point.
    """

    label: str
    value: Decimal | None
    text: str
    provisional: bool = False
    period: str | None = None
    suppressed: bool = False
    ref: str = ""
    earlier: tuple[Earlier, ...] = ()
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """A named series with one point per category, in the order of the categories."""

    name: str
    points: tuple[Point, ...]

    @property
    def values(self) -> tuple[Decimal, ...]:
        """The values that are known."""
        return tuple(point.value for point in self.points if point.value is not None)


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of series over categories.

    `form` is what staff call it; `breaks` are categories from which on the counting changed;
    `totals` are the figures that stand above the piles, one per category where there is one;
    `width` is the room it is drawn in, in units of the viewBox.
    """

    form: Literal["staaf", "gestapeld", "lijn", "ranglijst"]
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    breaks: tuple[str, ...] = ()
    totals: tuple[Point | None, ...] = ()
    width: float = 680.0

    def __post_init__(self) -> None:
        if (
            not self.categories
            or not self.series
            or any(len(series.points) != len(self.categories) for series in self.series)
        ):
            message = (
                f"Grafiek '{self.title}': elke reeks moet precies één punt per categorie hebben, en"
                " er moet minstens één zijn."
            )
            raise ValueError(message)

    def column(self, index: int) -> tuple[Point, ...]:
        """The points of all series in one category."""
        return tuple(series.points[index] for series in self.series)


@dataclass(frozen=True, slots=True)
class Way:
    """One branch of a fork between the middle and the outflow.

    `facts` are figures about it in words, `steps` what happens on it, `gates` (below `gate_title`)
    what must be so before it may be left. `leads_to` are places in the outflow; `back` is the place
    of the way one can return to, with its words.
    """

    title: str
    facts: tuple[str, ...]
    steps: tuple[str, ...]
    leads_to: tuple[int, ...]
    back: tuple[int, str] | None = None
    gates: tuple[str, ...] = ()
    gate_title: str = ""


@dataclass(frozen=True, slots=True)
class Flow:
    """Flows into a middle (left) and out of it (right); the width of a band is its value. With
    `ways` the outflow goes through a fork first.
    """

    title: str
    inflow: tuple[Point, ...]
    middle: str
    outflow: tuple[Point, ...]
    unit: str
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """Which people each group counts: a row of `counted` per kind of people, a cell per group (None
    where nothing is said).
    """

    title: str
    groups: tuple[str, ...]
    people: tuple[str, ...]
    counted: tuple[tuple[bool | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Ring:
    """Groups around a middle: each a name and the sentence that says what it does ('' when there is
    none).
    """

    title: str
    middle: str
    groups: tuple[tuple[str, str], ...]
