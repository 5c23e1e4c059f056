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
from .records import WORDS, Key, ListOf, MapOf, OneOf, Record, needed
from .schema import WRONG, YEAR, Form, PartOfTime, Prose, Step, WebAddress, Whole, Word, YesNo
from .yaml_tree import Node, ScalarNode
from .years import Years

_SHARED = {
    "eenheid": Key("Eenheid van de waarden, zoals personen of procent."),
    "afronding": Key("Stap waarop gepubliceerd is: 10, 1, 0.1, 10 naar beneden, of exact.", Step()),
    "onderdrukking": Key(
        "Bij 5 is '<5' toegestaan; het staat voor 0 tot en met 4.", Whole(low=2, high=1000)
    ),
    "bereik": Key(
        "vrij: waarden mogen onder nul of boven 100 % liggen, zoals een saldo of een groei."
        " Standaard kan dat niet.",
        Word(choices=("vrij",)),
    ),
    "populatie": Key(
        "Wie er geteld zijn: een naam uit 'populaties'. Verschillende populaties worden niet"
        " opgeteld of vergeleken."
    ),
    "bron": Key(
        "Een bron uit 'bronnen', of per jaar een bron met 'anders' voor de rest.",
        OneOf(Word(), MapOf(Word())),
    ),
    "definitie": Key("Wat er geteld is."),
    "noot": Key("Voorbehoud dat lezers bij het cijfer te zien krijgen."),
    "ook_genoemd": Key(
        "Andere namen waaronder het wordt aangeleverd, zoals 'Regio Noord' voor Noord.", WORDS
    ),
    "jaren": Key(
        "Jaren waarover het cijfer bestaat; zonder 'jaren' elk jaar. In andere jaren telt het"
        " niet als ontbrekend.",
        Years(expected="jaren zoals 2011..2017, [2018, 2019] of 2022"),
    ),
    "breuk": Key(
        "Jaar waarin de telling anders werd, met de reden: {2021: reden}. Over een breuk heen"
        " wordt niets vergeleken.",
        MapOf(Word()),
    ),
}
_ROLES = tuple(role.value for role in FigureRole)
_ROLE = Key(
    "Wat het is naast de andere: het totaal, de rest (wat geen eigen naam heeft) of een deel.",
    Word(choices=_ROLES),
)
_COLUMN = Record(
    {
        "titel": needed("Naam van de kolom in het rapport."),
        "kort": Key("Korte naam voor smalle tabellen en grafieken."),
        "soort": Key(
            "Wat de kolom is naast de andere: totaal, rest (wat geen eigen kolom heeft) of"
            " deel. Vroeger ook stand of stroom; schrijf daarvoor nu 'stand: ja' of niets.",
            Word(choices=(*_ROLES, "stroom", "stand")),
        ),
        "stand": Key("ja: een aantal op één moment, geen aantal over een heel jaar.", YesNo()),
        **_SHARED,
    },
    name="een kolom",
)
_BREAK = Record(
    {
        "jaar": needed("Het eerste jaar van de nieuwe telling.", YEAR),
        "uitleg": needed("Wat er anders geteld wordt."),
    },
    name="een breuk",
)
_KEY = Record(
    {
        "kolom": needed("Kolom met de sleutel."),
        "rest": Key(
            "Sleutels voor alles zonder eigen rij; ze staan achteraan en nooit in een top.", WORDS
        ),
    },
    name="sleutel",
)
_TABLE = Record(
    {
        "titel": needed("Naam van de tabel in het rapport."),
        "bestand": Key("Bestandsnaam; standaard de naam van de tabel met .csv."),
        "sleutel": Key(
            "Kolom met de sleutel, zoals regio: een rij per jaar en sleutel.", OneOf(Word(), _KEY)
        ),
        "kolommen": needed("De kolommen van de tabel.", MapOf(_COLUMN)),
        "breuken": Key("Oude schrijfwijze van 'breuk'.", ListOf(_BREAK)),
        "uit_bron": Key("Hoe de cijfers uit brongegevens volgen; `check` telt ze na.", UIT_BRON),
        **_SHARED,
    },
    name="een tabel",
)
_SOURCE = Record(
    {
        "titel": needed("Naam van de bron zoals de lezer die ziet."),
        "adres": Key("Webadres.", WebAddress()),
        "via_pers": Key("ja als de pers het cijfer van de organisatie doorgaf.", YesNo()),
        "gepubliceerd": Key(
            "Wanneer de bron verscheen: dag, maand of jaar, zoals 2022-06-10.", PartOfTime()
        ),
        "over": Key(
            "Jaren waarover de bron cijfers geeft; zonder 'over' elk jaar.",
            Years(expected="jaren zoals 2018..2023, [2018, 2019] of 2022"),
        ),
        "uitvoerder": Key("Wie de bron maakt."),
        "ritme": Key("Hoe vaak de bron verschijnt, zoals jaarlijks."),
    },
    name="een bron",
)
_REQUESTED = Record(
    {
        "titel": needed("Naam van de indicator."),
        "cijfers": needed("Cijfers die de indicator geven; leeg als er geen zijn.", ListOf(Word())),
        "bron": Key("Waar de indicator vandaan moet komen."),
        "cadans": Key("Hoe vaak de indicator verschijnt."),
    },
    name="een gevraagde indicator",
)
INDICATOREN = Record(
    {
        "tabellen": needed("De tabellen met cijfers.", MapOf(_TABLE)),
        "bronnen": Key("De bronnen waar tabellen en kolommen naar verwijzen.", MapOf(_SOURCE)),
        "populaties": Key(
            "De groepen waar tabellen en kolommen naar verwijzen.", MapOf(POPULATION)
        ),
        "evaluatie": Key(
            "Indicatoren die van buiten gevraagd zijn, zoals door een evaluatie.",
            ListOf(_REQUESTED),
        ),
    },
    name="indicatoren.yaml",
)
_MIXED = {
    "populaties": Key(
        "gemengd: twee populaties samen is hier bedoeld.", Word(choices=("gemengd",))
    ),
    "perioden": Key(
        "gemengd: hele en halve jaren samen is hier bedoeld.", Word(choices=("gemengd",))
    ),
    "breuken": Key(
        "gemengd: jaren van voor en na een breuk samen is hier bedoeld.", Word(choices=("gemengd",))
    ),
}
_DERIVED = Record(
    {
        "titel": needed("Naam van het cijfer in het rapport."),
        "formule": needed(
            "Formule met cijfers, + - * / ( ), som, min, max, abs, aandeel, verandering.",
            Prose(expected="een formule"),
        ),
        "soort": _ROLE,
        "eenheid": _SHARED["eenheid"],
        "decimalen": Key("Hoeveel cijfers achter de komma; standaard geen.", Whole(low=0, high=9)),
        "definitie": _SHARED["definitie"],
        "noot": _SHARED["noot"],
        "populatie": _SHARED["populatie"],
        **_MIXED,
    },
    name="een afgeleid cijfer",
)
AFGELEID = Record(
    {"afgeleid": needed("Naam en recept van elk afgeleid cijfer.", MapOf(_DERIVED))},
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
        "id": needed("Naam van de regel; komt terug in meldingen."),
        "toets": needed(
            "Vergelijking die moet gelden: == != < <= > >=.", Prose(expected="een vergelijking")
        ),
        "uitleg": Key("Een zin die zegt wat de regel eist en waarom; anders geldt de toets."),
        "ernst": Key("Hoe erg het is als de regel niet geldt.", Word(choices=tuple(SEVERITIES))),
        "jaren": Key("alle, rapportjaar of een lijst jaartallen.", RuleYearsForm()),
        **_MIXED,
    },
    name="een regel",
)
REGELS = Record(
    {
        "regels": needed("De regels, in volgorde.", ListOf(_RULE)),
        "uitbreidingen": Key(
            "Namen van geïnstalleerde programma's die de cijfers ook toetsen.",
            ListOf(Prose(expected="een naam"), single=True),
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
