# SPDX-License-Identifier: EUPL-1.2
"""The kinds of block that hold words: one class per kind, named as the staff write it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, ClassVar

from ..frozen import dataclass
from .block import Block, Part, WebPage, YamlKey
from .text import Text

_TEXT = YamlKey("tekst", "Lopende tekst in Markdown, met cijfers als {{ instroom.totaal }}.")
MaybeText = Annotated[Text | None, _TEXT]
NeededText = Annotated[Text, _TEXT]
Summary = Annotated[Text | None, YamlKey("samenvatting", "Een zin die de kern geeft.")]


@dataclass(frozen=True, kw_only=True)
class Titled(Block):
    """A block that needs a title."""

    # field(): without it the class would take over Block's None.
    title: Annotated[
        Text, YamlKey("titel", "Kop boven het blok, of titel van tabel of grafiek.")
    ] = field()


DECORATIVE = "sierend"


@dataclass(frozen=True, kw_only=True)
class PictureFile(Part):
    """A picture from the folder `beeld` beside the chapters."""

    file: Annotated[str, YamlKey("bestand", "Naam van een JPEG of PNG in content/<jaar>/beeld/.")]
    alt: Annotated[
        str,
        YamlKey(
            "alt",
            "Wat er te zien is, voor wie het beeld niet ziet; 'sierend' als het niets vertelt.",
        ),
    ]
    maker: Annotated[Text | None, YamlKey("maker", "Wie het beeld maakte.")] = None

    @property
    def decorative(self) -> bool:
        """Whether the picture tells nothing, so that a screen reader passes it over."""
        return self.alt.strip().lower() == DECORATIVE

    @property
    def described(self) -> Text:
        """What is said of the picture, as a text that is read like any other."""
        return Text(self.alt, self.places.get("alt", self.position), folded=True)


@dataclass(frozen=True, kw_only=True)
class Portret(PictureFile):
    """Who speaks, beside the words."""

    called: ClassVar[str] = "een portret"


@dataclass(frozen=True, kw_only=True)
class Tekst(Block):
    """Running text."""

    kind: ClassVar[str] = "tekst"
    text: NeededText
    portrait: Annotated[
        Portret | None, YamlKey("portret", "Beeld van wie spreekt, naast de tekst.")
    ] = None


@dataclass(frozen=True, kw_only=True)
class Knelpunt(Titled):
    """Something that gets in the way; numbered through the report."""

    kind: ClassVar[str] = "knelpunt"
    summary: Summary = None
    text: NeededText


@dataclass(frozen=True, kw_only=True)
class Ontwikkelpunt(Titled):
    """Something that can be better; numbered through the report."""

    kind: ClassVar[str] = "ontwikkelpunt"
    summary: Summary = None
    text: NeededText


@dataclass(frozen=True, kw_only=True)
class Partij(Part):
    """One party of a group of partners."""

    called: ClassVar[str] = "een partij"
    name: Annotated[Text, YamlKey("naam", "Naam van de partij.")]
    role: Annotated[Text | None, YamlKey("rol", "Wat de partij doet.")] = None


@dataclass(frozen=True, kw_only=True)
class Partner(Titled):
    """A group of partners; those that follow each other become one overview."""

    kind: ClassVar[str] = "partner"
    role: Annotated[Text | None, YamlKey("rol", "Een zin over de rol van deze groep.")] = None
    parties: Annotated[tuple[Partij, ...], YamlKey("partijen", "De partijen van deze groep.")] = ()
    text: MaybeText = None


@dataclass(frozen=True, kw_only=True)
class Kader(Titled):
    """Text that stands apart."""

    kind: ClassVar[str] = "kader"
    text: NeededText


@dataclass(frozen=True, kw_only=True)
class Citaat(Block):
    """Words that stand out, with who says them."""

    kind: ClassVar[str] = "citaat"
    text: NeededText
    by: Annotated[Text | None, YamlKey("bij", "Wie het zegt.")] = None


@dataclass(frozen=True, kw_only=True)
class Beeld(PictureFile, Block):
    """A photo or drawing."""

    kind: ClassVar[str] = "beeld"
    caption: Annotated[Text | None, YamlKey("bijschrift", "Zin onder het beeld.")] = None


@dataclass(frozen=True, kw_only=True)
class Afkortingen(Block):
    """Abbreviations and what they stand for."""

    kind: ClassVar[str] = "afkortingen"
    terms: Annotated[Mapping[str, Text], YamlKey("begrippen", "Afkorting en wat zij betekent.")]
    text: MaybeText = None


@dataclass(frozen=True, kw_only=True)
class Vindplaats(Part):
    """A place where readers find more."""

    called: ClassVar[str] = "een bron"
    title: Annotated[Text, YamlKey("titel", "Naam van de bron.")]
    address: Annotated[WebPage | None, YamlKey("adres", "Webadres.")] = None
    remark: Annotated[Text | None, YamlKey("toelichting", "Wat er te vinden is.")] = None


@dataclass(frozen=True, kw_only=True)
class Bronnen(Block):
    """Where readers find more."""

    kind: ClassVar[str] = "bronnen"
    text: MaybeText = None
    links: Annotated[tuple[Vindplaats, ...], YamlKey("bronnen", "Waar lezers meer vinden.")] = ()


@dataclass(frozen=True, kw_only=True)
class Populaties(Block):
    """The groups that are counted: who is in each, who is not, and who counts."""

    kind: ClassVar[str] = "populaties"
    groups: Annotated[
        tuple[str, ...],
        YamlKey(
            "groepen",
            "Namen uit 'populaties', in volgorde; standaard alle groepen met 'wie' of 'niet'.",
        ),
    ] = ()
    text: MaybeText = None


@dataclass(frozen=True, kw_only=True)
class Colofon(Block):
    """Who published the report, and where to write to."""

    kind: ClassVar[str] = "colofon"
    text: MaybeText = None
    address: Annotated[tuple[Text, ...], YamlKey("adres", "Regels van het adres.")] = ()


@dataclass(frozen=True, kw_only=True)
class Ondertekening(Block):
    """Who signed."""

    kind: ClassVar[str] = "ondertekening"
    name: Annotated[Text, YamlKey("naam", "Naam van wie ondertekent.")]
    function: Annotated[Text | None, YamlKey("functie", "Functie van wie ondertekent.")] = None
    text: MaybeText = None
