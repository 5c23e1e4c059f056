"""The kinds of block a chapter can hold, and the keys each kind has: the one place where a block
kind is declared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from .records import ByKind, Key, ListOf, MapOf, Record
from .schema import WRONG, Day, Form, Prose, Reader, Whole, Word
from .yaml_tree import Node, ScalarNode, SequenceNode

STATUSES = ("concept", "redactie", "akkoord")
_RANGE = re.compile(r"(-?\d+)\s*\.\.\s*(-?\d+)")


@dataclass(frozen=True)
class Years(Form):
    """Years as a list of years or shifts, or a range `2018..2021`.

    Shifts count from the report year.
    """

    expected: str = field(
        default="een lijst jaren zoals [-2, -1, 0] of een reeks zoals 2018..2021", kw_only=True
    )

    def read(self, node: Node, reader: Reader) -> Any:
        """A tuple of ints as written; below 1900 they are shifts."""
        if isinstance(node, SequenceNode):
            return ListOf(Whole()).read(node, reader)
        if isinstance(node, ScalarNode):
            if match := _RANGE.fullmatch(node.value.strip()):
                first, last = int(match[1]), int(match[2])
                return tuple(range(first, last + 1)) if first <= last else self.refuse(node, reader)
            if re.fullmatch(r"-?\d+", node.value.strip()):
                return (int(node.value),)
        return self.refuse(node, reader)

    def describe(self) -> dict[str, Any]:
        """An array of integers, an integer, or a range in a string."""
        return {
            "anyOf": [
                {"type": "array", "items": {"type": "integer"}},
                {"type": "integer"},
                {"type": "string", "pattern": r"^-?\d+\s*\.\.\s*-?\d+$"},
            ]
        }


@dataclass(frozen=True)
class Claims(Form):
    """`beweert`: one claim or a list of claims."""

    expected: str = field(default="een bewering of een lijst beweringen", kw_only=True)

    def read(self, node: Node, reader: Reader) -> Any:
        """A tuple of Text; positions are those of the formula, so that an error is
        shown inside it.
        """
        value = ListOf(Prose(), single=True).read(node, reader)
        return value if value is not WRONG else WRONG

    def describe(self) -> dict[str, Any]:
        """A string or an array of strings."""
        return ListOf(Word(), single=True).describe()


_NUMBER = Record(
    {
        "getal": Key(Word(), required=True, meaning="Het getal zoals het in de tekst staat."),
        "reden": Key(
            Word(), required=True, meaning="Waarom dit getal geen cijfer uit de tabellen is."
        ),
    },
    name="een getal",
)
_AGREEMENT = Record(
    {
        "door": Key(Word(), required=True, meaning="Naam van wie akkoord gaf."),
        "op": Key(Day(), required=True, meaning="Datum van het akkoord."),
        "vingerafdruk": Key(
            Word(),
            required=True,
            meaning="Afdruk van de tekst en de cijfers waarop akkoord is gegeven.",
        ),
    },
    name="akkoord",
)
_PARTY = Record(
    {
        "naam": Key(Prose(), required=True, meaning="Naam van de partij."),
        "rol": Key(Prose(), meaning="Wat de partij doet."),
    },
    name="een partij",
)
_CONDITION = Record(
    {
        "titel": Key(Prose(), required=True, meaning="De voorwaarde in een paar woorden."),
        "tekst": Key(Prose(), meaning="Uitleg van de voorwaarde."),
    },
    name="een voorwaarde",
)
_LINK = Record(
    {
        "titel": Key(Prose(), required=True, meaning="Naam van de bron."),
        "adres": Key(Word(), meaning="Webadres."),
        "toelichting": Key(Prose(), meaning="Wat er te vinden is."),
    },
    name="een bron",
)
_EVERY = {
    "titel": Key(Prose(), meaning="Kop boven het blok, of titel van tabel of grafiek."),
    "id": Key(
        Word(),
        meaning=(
            "Vaste naam van het blok; zonder id krijgt het blok een naam van zijn soort en titel."
        ),
    ),
    "status": Key(Word(choices=STATUSES), meaning="Hoe ver de tekst is."),
    "akkoord": Key(_AGREEMENT, meaning="Wie akkoord gaf; wordt door standrapport geschreven."),
    "beweert": Key(
        Claims(), meaning="Beweringen die de tekst doet; ze worden getoetst als regels."
    ),
    "getallen": Key(
        ListOf(_NUMBER), meaning="Getallen in de tekst die geen cijfer uit de tabellen zijn."
    ),
}
_FIGURES = Key(
    ListOf(Prose(expected="een cijfernaam"), single=True),
    meaning="Namen van cijfers, zoals instroom.totaal.",
)
_TEXT = Key(Prose(), meaning="Lopende tekst in Markdown, met cijfers als {{ instroom.totaal }}.")
_NOTE = Key(Prose(), meaning="Noot onder de tabel of grafiek.")
_TOP = Key(Whole(), meaning="Hoeveel sleutels getoond worden, grootste eerst.")
_SUMMARY = Key(Prose(), meaning="Een zin die de kern geeft.")


def _block(kind: str, required: tuple[str, ...] = (), **keys: Key) -> Record:
    known = {
        "soort": Key(Word(choices=(kind,)), required=True, meaning="Wat voor blok dit is."),
        **_EVERY,
        **keys,
    }
    return Record(
        {
            name: Key(key.form, required=name in required or key.required, meaning=key.meaning)
            for name, key in known.items()
        },
        name=f"een blok {kind}",
    )


def _needed(key: Key) -> Key:
    return Key(key.form, required=True, meaning=key.meaning)


BLOCK_KINDS: dict[str, Record] = {
    "tekst": _block("tekst", tekst=_needed(_TEXT)),
    "kerncijfers": _block("kerncijfers", cijfers=_needed(_FIGURES), tekst=_TEXT, noot=_NOTE),
    "tabel": _block(
        "tabel",
        ("titel",),
        cijfers=_needed(_FIGURES),
        jaren=Key(Years(), meaning="Jaren in de tabel; standaard het rapportjaar."),
        rijen=Key(
            Word(choices=("cijfers", "jaren", "sleutels")), meaning="Wat er op de rijen staat."
        ),
        top=_TOP,
        tekst=_TEXT,
        noot=_NOTE,
    ),
    "grafiek": _block(
        "grafiek",
        ("titel",),
        vorm=Key(
            Word(choices=("lijn", "staaf", "gestapeld", "ranglijst", "stroom")),
            required=True,
            meaning="Soort grafiek.",
        ),
        cijfers=_FIGURES,
        jaren=Key(Years(), meaning="Jaren in de grafiek; standaard het rapportjaar."),
        top=_TOP,
        van=Key(_FIGURES.form, meaning="Stroom: cijfers die links binnenkomen."),
        naar=Key(_FIGURES.form, meaning="Stroom: cijfers die rechts uitgaan."),
        midden=Key(Prose(), meaning="Stroom: naam van het midden; standaard de organisatie."),
        tekst=_TEXT,
        noot=_NOTE,
    ),
    "knelpunt": _block("knelpunt", ("titel",), samenvatting=_SUMMARY, tekst=_needed(_TEXT)),
    "ontwikkelpunt": _block(
        "ontwikkelpunt", ("titel",), samenvatting=_SUMMARY, tekst=_needed(_TEXT)
    ),
    "partner": _block(
        "partner",
        ("titel",),
        rol=Key(Prose(), meaning="Een zin over de rol van deze groep."),
        partijen=Key(ListOf(_PARTY), meaning="De partijen van deze groep."),
        tekst=_TEXT,
    ),
    "kader": _block("kader", ("titel",), tekst=_needed(_TEXT)),
    "citaat": _block("citaat", tekst=_needed(_TEXT), bij=Key(Prose(), meaning="Wie het zegt.")),
    "afkortingen": _block(
        "afkortingen",
        begrippen=Key(MapOf(Prose()), required=True, meaning="Afkorting en wat zij betekent."),
        tekst=_TEXT,
    ),
    "infographic": _block(
        "infographic",
        ("titel",),
        tekst=_TEXT,
        van=Key(_FIGURES.form, required=True, meaning="Cijfers die links binnenkomen."),
        naar=Key(_FIGURES.form, required=True, meaning="Cijfers die rechts uitgaan."),
        midden=Key(Prose(), meaning="Naam van het midden; standaard de organisatie."),
        voorwaarden=Key(
            ListOf(_CONDITION), meaning="Voorwaarden die tegelijk vervuld moeten zijn."
        ),
        titel_voorwaarden=Key(
            Prose(), meaning="Kop boven de voorwaarden; standaard 'Voorwaarden'."
        ),
        noot=_NOTE,
    ),
    "bronnen": _block(
        "bronnen",
        tekst=_TEXT,
        bronnen=Key(ListOf(_LINK), meaning="Waar lezers meer vinden."),
    ),
    "colofon": _block(
        "colofon",
        tekst=_TEXT,
        adres=Key(ListOf(Prose(), single=True), meaning="Regels van het adres."),
    ),
    "ondertekening": _block(
        "ondertekening",
        naam=Key(Prose(), required=True, meaning="Naam van wie ondertekent."),
        functie=Key(Prose(), meaning="Functie van wie ondertekent."),
        tekst=_TEXT,
    ),
    "dekking": _block("dekking", tekst=_TEXT),
    "ontbrekend": _block("ontbrekend", tekst=_TEXT),
}
BLOCK = ByKind("soort", BLOCK_KINDS)
