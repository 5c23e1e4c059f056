"""What a chart shows: points with their printed text, in series, and flows into and out of a middle."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True)
class Punt:
    """One value: `tekst` is how it is printed; `waarde` None when there is no number to draw (n.n.b., n.v.t., '<5').

    `onderdrukt` tells '<5' from unknown; `periode` is set for a part of a year; `voorlopig` for provisional values.
    """

    label: str
    waarde: Decimal | None
    tekst: str
    voorlopig: bool = False
    periode: str | None = None
    onderdrukt: bool = False


@dataclass(frozen=True, slots=True)
class Reeks:
    """A named series with one point per category, in the order of the categories."""

    naam: str
    punten: tuple[Punt, ...]


@dataclass(frozen=True, slots=True)
class Grafiek:
    """A chart of series over categories; `breuken` are categories from which on the counting changed."""

    vorm: Literal["staaf", "gestapeld", "lijn", "ranglijst"]
    titel: str
    categorieen: tuple[str, ...]
    reeksen: tuple[Reeks, ...]
    eenheid: str
    breuken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stroom:
    """Flows into a middle (left) and out of it (right); the width of a band is its value."""

    titel: str
    van: tuple[Punt, ...]
    midden: str
    naar: tuple[Punt, ...]
    eenheid: str
