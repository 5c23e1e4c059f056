# SPDX-License-Identifier: EUPL-1.2
"""The kinds of block that ask for figures: one class per kind, named as the staff write it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from ..frozen import dataclass
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
class Kerncijfer(Part):
    """A key figure of a summary, with a name of its own where the catalogue's does not do."""

    called: ClassVar[str] = "een kerncijfer"
    figure: Annotated[
        tuple[FigureName, ...], YamlKey("cijfer", "Naam van het cijfer, zoals instroom.totaal.")
    ]
    title: Annotated[
        Text | None,
        YamlKey("titel", "Naam op de kaart; zonder titel die van de catalogus, in het Nederlands."),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Boodschap(Part):
    """A message of a summary."""

    called: ClassVar[str] = "een boodschap"
    title: Annotated[Text, YamlKey("titel", "De boodschap in een zin.")]
    text: Annotated[Text | None, YamlKey("tekst", "Wat erbij hoort, met cijfers.")] = None


@dataclass(frozen=True, kw_only=True)
class Samenvatting(Block):
    """The report on one page; versions in another language or in plain words name the same
    figures.
    """

    kind: ClassVar[str] = "samenvatting"
    language: Annotated[
        Literal["nl", "en"], YamlKey("taal", "Taal van dit blok: nl, of en voor Engels.")
    ] = "nl"
    text: MaybeText = None
    key_figures: Annotated[tuple[Kerncijfer, ...], YamlKey("kerncijfers", "De cijfers op kaarten.")]
    messages: Annotated[
        tuple[Boodschap, ...], YamlKey("boodschappen", "Wat een lezer moet onthouden.")
    ]
    changed_title: Annotated[
        Text | None, YamlKey("titel_veranderd", "Kop boven wat er veranderde.")
    ] = None
    changed: Annotated[
        Text | None, YamlKey("veranderd", "Wat er veranderde sinds het jaar ervoor.")
    ] = None

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
class Stap(Part):
    """Something that happens on one way of a process."""

    called: ClassVar[str] = "een stap"
    title: Annotated[Text, YamlKey("titel", "De stap in een paar woorden; komt in de tekening.")]
    text: Annotated[Text | None, YamlKey("tekst", "Uitleg van de stap.")] = None


@dataclass(frozen=True, kw_only=True)
class Terugweg(Part):
    """How one goes from one way of a process to another."""

    called: ClassVar[str] = "een terugweg"
    title: Annotated[Text, YamlKey("titel", "Woorden bij de pijl terug.")]
    to: Annotated[str, YamlKey("naar", "Naam van de weg waar de pijl heen gaat.")]


@dataclass(frozen=True, kw_only=True)
class Weg(Part):
    """One branch of the fork of a process."""

    called: ClassVar[str] = "een weg"
    name: Annotated[str, YamlKey("naam", "Naam om deze weg mee aan te wijzen; wordt niet gedrukt.")]
    title: Annotated[Text, YamlKey("titel", "Wat er boven deze weg staat.")]
    text: Annotated[Text | None, YamlKey("tekst", "Uitleg van deze weg.")] = None
    leads_to: Annotated[
        tuple[FigureName, ...],
        YamlKey("naar", "Cijfers uit 'naar' van het blok waar deze weg op uitkomt."),
    ]
    about: Annotated[
        tuple[FigureName, ...], YamlKey("cijfers", "Andere cijfers over deze weg, zoals een deel.")
    ] = ()
    steps: Annotated[tuple[Stap, ...], YamlKey("stappen", "Wat er op deze weg gebeurt.")] = ()
    back: Annotated[
        Terugweg | None, YamlKey("terug", "De weg terug naar een andere tak van de splitsing.")
    ] = None


@dataclass(frozen=True, kw_only=True)
class Blijft(Part):
    """What came in and did not go out."""

    called: ClassVar[str] = "wat blijft"
    title: Annotated[Text, YamlKey("titel", "Woorden bij de stroom die blijft.")]
    figure: Annotated[
        tuple[FigureName, ...],
        YamlKey("cijfer", "Cijfer dat blijft; onder nul is het wat uit de voorraad komt."),
    ]


@dataclass(frozen=True, kw_only=True)
class Infographic(Titled):
    """A flow with the conditions it depends on; with `wegen` the picture of a process."""

    kind: ClassVar[str] = "infographic"
    text: MaybeText = None
    inflow: Annotated[tuple[FigureName, ...], YamlKey("van", "Cijfers die links binnenkomen.")]
    outflow: Annotated[tuple[FigureName, ...], YamlKey("naar", "Cijfers die rechts uitgaan.")]
    middle: Annotated[Text | None, YamlKey("midden", "Naam van het midden.")] = None
    stays: Annotated[
        Blijft | None, YamlKey("blijft", "Wat in het midden blijft, als stroom met een naam.")
    ] = None
    ways: Annotated[
        tuple[Weg, ...],
        YamlKey("wegen", "Takken van de splitsing tussen het midden en wat uitgaat."),
    ] = ()
    conditions: Annotated[
        tuple[Voorwaarde, ...],
        YamlKey("voorwaarden", "Voorwaarden die tegelijk vervuld moeten zijn."),
    ] = ()
    conditions_title: Annotated[
        Text | None,
        YamlKey("titel_voorwaarden", "Kop boven de voorwaarden; standaard 'Voorwaarden'."),
    ] = None
    conditions_of: Annotated[
        str, YamlKey("voorwaarden_voor", "Naam van de weg waar de voorwaarden voor gelden.")
    ] = ""
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
