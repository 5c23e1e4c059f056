# SPDX-License-Identifier: EUPL-1.2
"""The forms of indicatoren.yaml, afgeleid.yaml and regels.yaml: their keys, what each means, and
what may stand there.

Other names of columns (`ook_genoemd`): each may belong to one column of a table only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from ...core.frozen import dataclass
from ...core.model import Column, FigureRole, Finding, Position, RuleYears, Severity
from ...core.notation import bare_name
from ...messages import found
from .extracts import UIT_BRON
from .populations import POPULATION
from .records import Key, ListOf, MapOf, OneOf, Record
from .schema import (
    WRONG,
    YEAR,
    Form,
    PartOfTime,
    Prose,
    Step,
    WebAddress,
    Whole,
    Word,
    YesNo,
)
from .yaml_tree import Node, ScalarNode
from .years import Years

_SHARED = {
    "eenheid": Key(Word(), meaning="Eenheid van de waarden, zoals personen of procent."),
    "afronding": Key(
        Step(), meaning="Stap waarop gepubliceerd is: 10, 1, 0.1, 10 naar beneden, of exact."
    ),
    "onderdrukking": Key(
        Whole(low=2, high=1000), meaning="Bij 5 is '<5' toegestaan; het staat voor 0 tot en met 4."
    ),
    "bereik": Key(
        Word(choices=("vrij",)),
        meaning=(
            "vrij: waarden mogen onder nul of boven 100 % liggen, zoals een saldo of een groei."
            " Standaard kan dat niet."
        ),
    ),
    "populatie": Key(
        Word(),
        meaning=(
            "Wie er geteld zijn: een naam uit 'populaties'. Verschillende populaties worden niet"
            " opgeteld of vergeleken."
        ),
    ),
    "bron": Key(
        OneOf(Word(), MapOf(Word())),
        meaning="Een bron uit 'bronnen', of per jaar een bron met 'anders' voor de rest.",
    ),
    "definitie": Key(Word(), meaning="Wat er geteld is."),
    "noot": Key(Word(), meaning="Voorbehoud dat lezers bij het cijfer te zien krijgen."),
    "ook_genoemd": Key(
        ListOf(Word(), single=True),
        meaning="Andere namen waaronder het wordt aangeleverd, zoals 'Regio Noord' voor Noord.",
    ),
    "jaren": Key(
        Years(expected="jaren zoals 2011..2017, [2018, 2019] of 2022"),
        meaning=(
            "Jaren waarover het cijfer bestaat; zonder 'jaren' elk jaar. In andere jaren telt het"
            " niet als ontbrekend."
        ),
    ),
    "breuk": Key(
        MapOf(Word()),
        meaning=(
            "Jaar waarin de telling anders werd, met de reden: {2021: reden}. Over een breuk heen"
            " wordt niets vergeleken."
        ),
    ),
}
_ROLES = tuple(role.value for role in FigureRole)
_ROLE = Key(
    Word(choices=_ROLES),
    meaning=(
        "Wat het is naast de andere: het totaal, de rest (wat geen eigen naam heeft) of een deel."
    ),
)
_COLUMN = Record(
    {
        "titel": Key(Word(), required=True, meaning="Naam van de kolom in het rapport."),
        "kort": Key(Word(), meaning="Korte naam voor smalle tabellen en grafieken."),
        "soort": Key(
            Word(choices=(*_ROLES, "stroom", "stand")),
            meaning=(
                "Wat de kolom is naast de andere: totaal, rest (wat geen eigen kolom heeft) of"
                " deel. Vroeger ook stand of stroom; schrijf daarvoor nu 'stand: ja' of niets."
            ),
        ),
        "stand": Key(
            YesNo(), meaning="ja: een aantal op één moment, geen aantal over een heel jaar."
        ),
        **_SHARED,
    },
    name="een kolom",
)
_BREAK = Record(
    {
        "jaar": Key(YEAR, required=True, meaning="Het eerste jaar van de nieuwe telling."),
        "uitleg": Key(Word(), required=True, meaning="Wat er anders geteld wordt."),
    },
    name="een breuk",
)
_KEY = Record(
    {
        "kolom": Key(Word(), required=True, meaning="Kolom met de sleutel."),
        "rest": Key(
            ListOf(Word(), single=True),
            meaning="Sleutels voor alles zonder eigen rij; ze staan achteraan en nooit in een top.",
        ),
    },
    name="sleutel",
)
_TABLE = Record(
    {
        "titel": Key(Word(), required=True, meaning="Naam van de tabel in het rapport."),
        "bestand": Key(Word(), meaning="Bestandsnaam; standaard de naam van de tabel met .csv."),
        "sleutel": Key(
            OneOf(Word(), _KEY),
            meaning="Kolom met de sleutel, zoals regio: een rij per jaar en sleutel.",
        ),
        "kolommen": Key(MapOf(_COLUMN), required=True, meaning="De kolommen van de tabel."),
        "breuken": Key(
            ListOf(_BREAK),
            meaning="Oude schrijfwijze van 'breuk'.",
        ),
        "uit_bron": Key(
            UIT_BRON, meaning="Hoe de cijfers uit brongegevens volgen; `check` telt ze na."
        ),
        **_SHARED,
    },
    name="een tabel",
)
_SOURCE = Record(
    {
        "titel": Key(Word(), required=True, meaning="Naam van de bron zoals de lezer die ziet."),
        "adres": Key(WebAddress(), meaning="Webadres."),
        "via_pers": Key(YesNo(), meaning="ja als de pers het cijfer van de organisatie doorgaf."),
        "gepubliceerd": Key(
            PartOfTime(), meaning="Wanneer de bron verscheen: dag, maand of jaar, zoals 2022-06-10."
        ),
        "over": Key(
            Years(expected="jaren zoals 2018..2023, [2018, 2019] of 2022"),
            meaning="Jaren waarover de bron cijfers geeft; zonder 'over' elk jaar.",
        ),
        "uitvoerder": Key(Word(), meaning="Wie de bron maakt."),
        "ritme": Key(Word(), meaning="Hoe vaak de bron verschijnt, zoals jaarlijks."),
    },
    name="een bron",
)
_REQUESTED = Record(
    {
        "titel": Key(Word(), required=True, meaning="Naam van de indicator."),
        "cijfers": Key(
            ListOf(Word()),
            required=True,
            meaning="Cijfers die de indicator geven; leeg als er geen zijn.",
        ),
        "bron": Key(Word(), meaning="Waar de indicator vandaan moet komen."),
        "cadans": Key(Word(), meaning="Hoe vaak de indicator verschijnt."),
    },
    name="een gevraagde indicator",
)
INDICATOREN = Record(
    {
        "tabellen": Key(MapOf(_TABLE), required=True, meaning="De tabellen met cijfers."),
        "bronnen": Key(
            MapOf(_SOURCE), meaning="De bronnen waar tabellen en kolommen naar verwijzen."
        ),
        "populaties": Key(
            MapOf(POPULATION), meaning="De groepen waar tabellen en kolommen naar verwijzen."
        ),
        "evaluatie": Key(
            ListOf(_REQUESTED),
            meaning="Indicatoren die van buiten gevraagd zijn, zoals door een evaluatie.",
        ),
    },
    name="indicatoren.yaml",
)
_MIXED = {
    "populaties": Key(
        Word(choices=("gemengd",)), meaning="gemengd: twee populaties samen is hier bedoeld."
    ),
    "perioden": Key(
        Word(choices=("gemengd",)), meaning="gemengd: hele en halve jaren samen is hier bedoeld."
    ),
    "breuken": Key(
        Word(choices=("gemengd",)),
        meaning="gemengd: jaren van voor en na een breuk samen is hier bedoeld.",
    ),
}
_DERIVED = Record(
    {
        "titel": Key(Word(), required=True, meaning="Naam van het cijfer in het rapport."),
        "formule": Key(
            Prose(expected="een formule"),
            required=True,
            meaning="Formule met cijfers, + - * / ( ), som, min, max, abs, aandeel, verandering.",
        ),
        "soort": _ROLE,
        "eenheid": _SHARED["eenheid"],
        "decimalen": Key(
            Whole(low=0, high=9), meaning="Hoeveel cijfers achter de komma; standaard geen."
        ),
        "definitie": _SHARED["definitie"],
        "noot": _SHARED["noot"],
        "populatie": _SHARED["populatie"],
        **_MIXED,
    },
    name="een afgeleid cijfer",
)
AFGELEID = Record(
    {
        "afgeleid": Key(
            MapOf(_DERIVED), required=True, meaning="Naam en recept van elk afgeleid cijfer."
        )
    },
    name="afgeleid.yaml",
)


@dataclass(frozen=True)
class RuleYearsForm(Form):
    """`alle`, `rapportjaar` or a list of years."""

    expected: str = field(default="alle, rapportjaar of een lijst jaartallen", kw_only=True)

    def read(self, node: Node, reader: Any) -> Any:
        """RuleYears or a tuple of years."""
        if isinstance(node, ScalarNode):
            word = Word(choices=("alle", "rapportjaar")).read(node, reader)
            return word if word is WRONG else RuleYears(word)
        return ListOf(YEAR).read(node, reader)

    def describe(self) -> dict[str, Any]:
        """A word or an array of integers."""
        return {
            "anyOf": [
                {"enum": ["alle", "rapportjaar"]},
                {"type": "array", "items": {"type": "integer"}},
            ]
        }


SEVERITIES = {"fout": Severity.ERROR, "waarschuwing": Severity.WARNING, "opmerking": Severity.NOTE}
_RULE = Record(
    {
        "id": Key(Word(), required=True, meaning="Naam van de regel; komt terug in meldingen."),
        "toets": Key(
            Prose(expected="een vergelijking"),
            required=True,
            meaning="Vergelijking die moet gelden: == != < <= > >=.",
        ),
        "uitleg": Key(
            Word(), required=True, meaning="Een zin die zegt wat de regel eist en waarom."
        ),
        "ernst": Key(
            Word(choices=tuple(SEVERITIES)), meaning="Hoe erg het is als de regel niet geldt."
        ),
        "jaren": Key(RuleYearsForm(), meaning="alle, rapportjaar of een lijst jaartallen."),
        **_MIXED,
    },
    name="een regel",
)
REGELS = Record(
    {
        "regels": Key(ListOf(_RULE), required=True, meaning="De regels, in volgorde."),
        "uitbreidingen": Key(
            ListOf(Prose(expected="een naam"), single=True),
            meaning="Namen van geïnstalleerde programma's die de cijfers ook toetsen.",
        ),
    },
    name="regels.yaml",
)


def names_of_two(
    table: str, columns: Mapping[str, Column], places: Mapping[str, Position]
) -> Iterator[Finding]:
    """An error (SR-L021) with both places for another name that is also a name of another column;
    `places` is where other names stand.
    """
    seen: dict[str, str] = {}
    for name, column in columns.items():
        for other in dict.fromkeys((name, column.title, column.short)):
            seen.setdefault(bare_name(other), name)
    own = dict(seen)
    for name, column in columns.items():
        for other in column.also_named:
            first = seen.setdefault(bare_name(other), name)
            if first == name:
                continue
            there = columns[first].position if bare_name(other) in own else places[first]
            said = {"naam": other, "kolom": first, "tabel": table, "regel": there.line}
            yield found("SR-L021", (places[name], there), said, which="andere_naam")
