# SPDX-License-Identifier: EUPL-1.2
"""What every block has, and how a block declares its keys.

A kind of block is one frozen class. A field that is a key of the YAML file says so in its type:
`note: Annotated[Text | None, YamlKey("noot", "Noot onder de tabel.")] = None`. That one declaration
is what the type checker sees, what reads the file, what messages and editors know of the key, and
what walks over the texts of a block. And what is open until a person says otherwise: a remark of a
reader, and a sentence to be looked at again in a new edition.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, NewType, get_args, get_origin

from ..frozen import dataclass
from .text import FigureName, Position, Text

Day = NewType("Day", str)  # a date such as 2022-06-10
WebPage = NewType("WebPage", str)  # an address that begins with https:// or http://
Year = NewType("Year", int)  # a year; what was written as a shift (-1) has been worked out
Leaf = Text | str | int
NOWHERE = Position("")  # of what a program made
Status = Literal["concept", "redactie", "akkoord"]


class KeyLabel(str):
    """A key the staff chose themselves (an abbreviation): it is a word of the page."""

    __slots__ = ()


@dataclass(frozen=True)
class YamlKey:
    """The Dutch key a field is written under, and what it means (shown by editors)."""

    name: str
    meaning: str


@dataclass(frozen=True)
class KeyField:
    """A field of a class that is a key of the file: `type` is that of its value, without None."""

    key: YamlKey
    attribute: str
    type: Any
    required: bool

    @property
    def names_figures(self) -> bool:
        """Whether the key asks for figures by their names."""
        return FigureName in get_args(self.type)


@dataclass(frozen=True, kw_only=True)
class Part:
    """What stands under a group of keys: `places` is where the value of each key that was given
    stands, in the order of the file.
    """

    called: ClassVar[str]  # how messages call such a group: 'een partij'
    alone: ClassVar[bool] = False  # whether one may stand without a dash where a list may
    position: Position = NOWHERE
    places: Mapping[str, Position] = field(default_factory=dict, compare=False)

    def given(self) -> Iterator[tuple[str, object]]:
        """Every key that has a value, with the value, in the order of the file."""
        fields = key_fields(type(self))
        for name in dict.fromkeys((*self.places, *fields)):
            if name in fields:
                value: object = getattr(self, fields[name].attribute)
                if value is not None and (name in self.places or _says_something(value)):
                    yield name, value


def _says_something(value: object) -> bool:
    return bool(value.raw.strip()) if isinstance(value, Text) else bool(value)


_KEY_FIELDS: dict[type, Mapping[str, KeyField]] = {}


def key_fields(cls: type[Part]) -> Mapping[str, KeyField]:
    """The keys of a class by their Dutch names, in the order of declaration."""
    if cls not in _KEY_FIELDS:
        _KEY_FIELDS[cls] = _declared(cls)
    return _KEY_FIELDS[cls]


def _declared(cls: type[Part]) -> Mapping[str, KeyField]:
    hints = {name: hint for one in reversed(cls.__mro__) for name, hint in _hints(one).items()}
    found = {}
    for one in dataclasses.fields(cls):
        hint = hints[one.name]
        if get_origin(hint) is not Annotated:
            continue
        type_, *extras = get_args(hint)
        key = next((extra for extra in extras if isinstance(extra, YamlKey)), None)
        if key is not None:
            required = (
                one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING
            )
            found[key.name] = KeyField(key, one.name, _without_none(type_), required)
    return found


@cache
def _hints(cls: type) -> Mapping[str, Any]:
    """What a class itself declares its fields to be; of one that many are made from, read once."""
    known = {**vars(cls), **vars(sys.modules[cls.__module__])}
    return {
        # a plugin may be written without `from __future__ import annotations`
        name: eval(written, known) if isinstance(written, str) else written  # noqa: S307
        for name, written in vars(cls).get("__annotations__", {}).items()
        if not str(written).startswith("ClassVar")
    }


def _without_none(type_: Any) -> Any:
    parts = [part for part in get_args(type_) if part is not type(None)]
    return parts[0] if type(None) in get_args(type_) and len(parts) == 1 else type_


@dataclass(frozen=True, kw_only=True)
class DeclaredNumber(Part):
    """A number in text that no figure stands for, with the reason it may stand there."""

    called: ClassVar[str] = "een getal"
    number: Annotated[str, YamlKey("getal", "Het getal zoals het in de tekst staat.")]
    reason: Annotated[str, YamlKey("reden", "Waarom dit getal geen cijfer uit de tabellen is.")]


@dataclass(frozen=True, kw_only=True)
class Agreement(Part):
    """Who agreed, on which day, on what (the fingerprint of the block)."""

    called: ClassVar[str] = "akkoord"
    alone: ClassVar[bool] = True
    role: Annotated[
        str, YamlKey("rol", "Rol waarin dat was, een naam onder 'rollen' in rapport.yaml.")
    ] = ""
    by: Annotated[str, YamlKey("door", "Naam van wie akkoord gaf.")]
    on: Annotated[Day, YamlKey("op", "Datum van het akkoord.")]
    fingerprint: Annotated[
        str,
        YamlKey("vingerafdruk", "Afdruk van de tekst en de cijfers waarop akkoord is gegeven."),
    ]


@dataclass(frozen=True, kw_only=True)
class ConfirmedReading(Part):
    """How some words are meant, as a person said: a number or reference, or words such as 'daalde'.

    `fingerprint` stands for the sentence and the figures it was said of.
    """

    called: ClassVar[str] = "een lezing"
    words: Annotated[str, YamlKey("woorden", "Het getal of de woorden zoals ze in de tekst staan.")]
    meant: Annotated[
        str,
        YamlKey("als", "Het cijfer dat bedoeld is, of bij woorden de vergelijking die geldt."),
    ]
    by: Annotated[str, YamlKey("door", "Wie de lezing bevestigde.")]
    on: Annotated[Day, YamlKey("op", "Dag waarop de lezing is bevestigd.")]
    fingerprint: Annotated[
        str, YamlKey("vingerafdruk", "Afdruk van de zin en de cijfers van die dag.")
    ]


@dataclass(frozen=True, kw_only=True)
class SourcePlace(Part):
    """Where what a block says was read: a source of the catalogue (or 'eigen': the editors' own
    words) and the place in it.

    `sentence` are words of the one sentence it is about; without them it is about the whole block.
    Written as one text ('editie-2021, hoofdstuk 6') the place is still in `source`.
    """

    called: ClassVar[str] = "een bron met plaats"
    source: Annotated[
        str,
        YamlKey("bron", "Een bron uit 'bronnen', of 'eigen' voor wat de redactie zelf zegt."),
    ]
    place: Annotated[
        str, YamlKey("plaats", "Waar het in de bron staat: hoofdstuk, bladzijde of antwoord.")
    ] = ""
    sentence: Annotated[
        str,
        YamlKey("zin", "Woorden uit de zin waar het om gaat; zonder 'zin' geldt het hele blok."),
    ] = ""


@dataclass(frozen=True, kw_only=True)
class Block(Part):
    """One block of a chapter; `kind` is its `soort`, `id` its name within the chapter."""

    kind: ClassVar[str]
    title: Annotated[
        Text | None, YamlKey("titel", "Kop boven het blok, of titel van tabel of grafiek.")
    ] = None
    id: Annotated[
        str,
        YamlKey(
            "id",
            "Vaste naam van het blok; zonder id krijgt het blok een naam van zijn soort en titel.",
        ),
    ] = ""
    status: Annotated[Status, YamlKey("status", "Hoe ver de tekst is.")] = "concept"
    agreements: Annotated[
        tuple[Agreement, ...],
        YamlKey("akkoord", "Wie akkoord gaven; wordt door standrapport geschreven."),
    ] = ()
    claims: Annotated[
        tuple[Text, ...],
        YamlKey("beweert", "Beweringen die de tekst doet; ze worden getoetst als regels."),
    ] = ()
    numbers: Annotated[
        tuple[DeclaredNumber, ...],
        YamlKey("getallen", "Getallen in de tekst die geen cijfer uit de tabellen zijn."),
    ] = ()
    readings: Annotated[
        tuple[ConfirmedReading, ...],
        YamlKey("leest", "Lezingen die iemand bevestigde; wordt door standrapport geschreven."),
    ] = ()
    comparable: Annotated[
        str,
        YamlKey(
            "vergelijkbaar",
            "Waarom populaties of perioden hier toch naast elkaar mogen staan.",
        ),
    ] = ""
    according_to: Annotated[
        tuple[SourcePlace, ...],
        YamlKey(
            "volgens",
            "Bron en plaats van wat het blok zegt: 'editie-2021, hoofdstuk 6', of een lijst.",
        ),
    ] = ()

    @property
    def tongue(self) -> str:
        """The language its words are in: 'nl' unless the block says otherwise."""
        return str(getattr(self, "language", "nl"))

    @property
    def agreement(self) -> Agreement | None:
        """The first agreement that was given, if any was."""
        return next(iter(self.agreements), None)

    def own(self) -> Iterator[tuple[str, object]]:
        """The keys of this kind that were given, without those every block has."""
        common = key_fields(Block)
        return ((name, value) for name, value in self.given() if name not in common)

    def leaves(self) -> Iterator[tuple[tuple[str, ...], Leaf]]:
        """Every plain value of the keys of this kind with the keys that lead to it (a list adds
        none): `(("partijen", "naam"), Text(…))`.
        """
        for name, value in self.own():
            yield from _leaves((name,), value)

    def figure_years(self, report_year: int) -> tuple[int, ...]:
        """The years of which the block prints each figure it names."""
        return (report_year,)


def _leaves(path: tuple[str, ...], value: object) -> Iterator[tuple[tuple[str, ...], Leaf]]:
    if isinstance(value, Part):
        for key, part in value.given():
            yield from _leaves((*path, key), part)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _leaves((*path, KeyLabel(key)), part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _leaves(path, part)
    elif isinstance(value, Text | str | int):
        yield path, value


@dataclass(frozen=True)
class Remark:
    """A remark: `block` is hoofdstuk/blok, a chapter or 'rapport'; `about` the words it is about.

    `answers` is the number of the remark it answers, 0 for none; `closed` says what was done with
    it, '' while it is open. Days are written as 2022-06-10.
    """

    number: int
    block: str
    by: str
    on: str
    text: str
    about: str = ""
    answers: int = 0
    closed: str = ""
    position: Position = NOWHERE

    @property
    def open(self) -> bool:
        """Whether somebody must still look at it."""
        return not self.closed


@dataclass(frozen=True)
class ReviewItem:
    """A sentence that leans on the year it was written for, to be looked at again by a person.

    `number` counts from 1 in the file, `place` is the block (chapter/id), `sentence` the words as
    they stood there and `why` what makes them lean; `by` and `on` are '' as long as it is open.
    """

    number: int
    place: str
    sentence: str
    why: str
    by: str
    on: str
    position: Position

    @property
    def open(self) -> bool:
        """Whether nobody has looked yet."""
        return not self.by
