# SPDX-License-Identifier: EUPL-1.2
"""The kinds of block that ask for figures: one class per kind, named as the staff write it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from .block import Block, Part, YamlKey, Year
from .text import FigureName, Text
from .text_blocks import MaybeText, Titled

_FIGURES = YamlKey("cijfers", "Namen van cijfers, zoals instroom.totaal.")
NeededFigures = Annotated[tuple[FigureName, ...], _FIGURES]
Note = Annotated[Text | None, YamlKey("noot", "Noot onder het blok.")]
Top = Annotated[int | None, YamlKey("top", "Hoeveel sleutels getoond worden, grootste eerst.")]
Shape = Literal["lijn", "staaf", "gestapeld", "ranglijst", "stroom"]
Rows = Literal["cijfers", "jaren", "sleutels"]


@dataclass(frozen=True, kw_only=True)
class Kerncijfers(Block):
    """Cards: each a figure with its change since the year before."""

    kind: ClassVar[str] = "kerncijfers"
    figures: NeededFigures
    text: MaybeText = None
    note: Note = None

    def figure_years(self, report_year: int) -> tuple[int, ...]:
        """A card also prints the change since the year before."""
        return (report_year - 1, report_year)


@dataclass(frozen=True, kw_only=True)
class Tabel(Titled):
    """A table: figures by year, or keys by figure and year."""

    kind: ClassVar[str] = "tabel"
    figures: NeededFigures
    years: Annotated[
        tuple[Year, ...], YamlKey("jaren", "Jaren in de tabel; standaard het rapportjaar.")
    ] = ()
    rows: Annotated[Rows | None, YamlKey("rijen", "Wat er op de rijen staat.")] = None
    top: Top = None
    text: MaybeText = None
    note: Note = None

    def figure_years(self, report_year: int) -> tuple[int, ...]:
        """The years that were asked for, else the report year."""
        return self.years or (report_year,)


@dataclass(frozen=True, kw_only=True)
class Grafiek(Titled):
    """A chart; `shape` says which, and with it which of the other keys it uses."""

    kind: ClassVar[str] = "grafiek"
    shape: Annotated[Shape, YamlKey("vorm", "Soort grafiek.")]
    figures: Annotated[tuple[FigureName, ...], _FIGURES] = ()
    years: Annotated[
        tuple[Year, ...], YamlKey("jaren", "Jaren in de grafiek; standaard het rapportjaar.")
    ] = ()
    top: Top = None
    inflow: Annotated[
        tuple[FigureName, ...], YamlKey("van", "Stroom: cijfers die links binnenkomen.")
    ] = ()
    outflow: Annotated[
        tuple[FigureName, ...], YamlKey("naar", "Stroom: cijfers die rechts uitgaan.")
    ] = ()
    middle: Annotated[Text | None, YamlKey("midden", "Stroom: naam van het midden.")] = None
    text: MaybeText = None
    note: Note = None

    def figure_years(self, report_year: int) -> tuple[int, ...]:
        """The years that were asked for, else the report year."""
        return self.years or (report_year,)


@dataclass(frozen=True, kw_only=True)
class Voorwaarde(Part):
    """One of the conditions that must be met together."""

    called: ClassVar[str] = "een voorwaarde"
    title: Annotated[Text, YamlKey("titel", "De voorwaarde in een paar woorden.")]
    text: Annotated[Text | None, YamlKey("tekst", "Uitleg van de voorwaarde.")] = None


@dataclass(frozen=True, kw_only=True)
class Infographic(Titled):
    """A flow with the conditions it depends on."""

    kind: ClassVar[str] = "infographic"
    text: MaybeText = None
    inflow: Annotated[tuple[FigureName, ...], YamlKey("van", "Cijfers die links binnenkomen.")]
    outflow: Annotated[tuple[FigureName, ...], YamlKey("naar", "Cijfers die rechts uitgaan.")]
    middle: Annotated[Text | None, YamlKey("midden", "Naam van het midden.")] = None
    conditions: Annotated[
        tuple[Voorwaarde, ...],
        YamlKey("voorwaarden", "Voorwaarden die tegelijk vervuld moeten zijn."),
    ] = ()
    conditions_title: Annotated[
        Text | None,
        YamlKey("titel_voorwaarden", "Kop boven de voorwaarden; standaard 'Voorwaarden'."),
    ] = None
    note: Note = None


@dataclass(frozen=True, kw_only=True)
class Dekking(Block):
    """Which of the figures that were asked for are there."""

    kind: ClassVar[str] = "dekking"
    text: MaybeText = None


@dataclass(frozen=True, kw_only=True)
class Ontbrekend(Block):
    """Which figures are not known."""

    kind: ClassVar[str] = "ontbrekend"
    text: MaybeText = None
