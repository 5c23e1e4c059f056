"""What a chart shows: points with their printed text, in series, and flows into and out of a
middle.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True)
class Eerder:
    """A value that was given before for the same point: `tekst` is how it is told, such as '1.640
    in editie 2021'.
    """

    waarde: Decimal
    tekst: str


@dataclass(frozen=True, slots=True)
class Punt:
    """One value: `tekst` is how it is printed.

    `waarde` None when there is no number to draw (n.n.b., n.v.t., '<5').

    `onderdrukt` tells '<5' from unknown; `periode` is set for a part of a year; `voorlopig` for
    provisional values; `ref` names the figure and ends up as data-ref in the drawing. `eerder` are
    values that were revised since: dashes in a line chart.
    """

    label: str
    waarde: Decimal | None
    tekst: str
    voorlopig: bool = False
    periode: str | None = None
    onderdrukt: bool = False
    ref: str = ""
    eerder: tuple[Eerder, ...] = ()


@dataclass(frozen=True, slots=True)
class Reeks:
    """A named series with one point per category, in the order of the categories."""

    naam: str
    punten: tuple[Punt, ...]

    @property
    def waarden(self) -> tuple[Decimal, ...]:
        """The values that are known."""
        return tuple(punt.waarde for punt in self.punten if punt.waarde is not None)


@dataclass(frozen=True, slots=True)
class Grafiek:
    """A chart of series over categories.

    `breuken` are categories from which on the counting changed.
    """

    vorm: Literal["staaf", "gestapeld", "lijn", "ranglijst"]
    titel: str
    categorieen: tuple[str, ...]
    reeksen: tuple[Reeks, ...]
    eenheid: str
    breuken: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (
            not self.categorieen
            or not self.reeksen
            or any(len(reeks.punten) != len(self.categorieen) for reeks in self.reeksen)
        ):
            message = (
                f"Grafiek '{self.titel}': elke reeks moet precies één punt per categorie hebben, en"
                " er moet minstens één zijn."
            )
            raise ValueError(message)

    def column(self, index: int) -> tuple[Punt, ...]:
        """The points of all series in one category."""
        return tuple(reeks.punten[index] for reeks in self.reeksen)


@dataclass(frozen=True, slots=True)
class Stroom:
    """Flows into a middle (left) and out of it (right); the width of a band is its value."""

    titel: str
    van: tuple[Punt, ...]
    midden: str
    naar: tuple[Punt, ...]
    eenheid: str


@dataclass(frozen=True, slots=True)
class Kring:
    """Groups around a middle: each a name and the sentence that says what it does ('' when there is
    none).
    """

    titel: str
    midden: str
    groepen: tuple[tuple[str, str], ...]
