# SPDX-License-Identifier: EUPL-1.2
"""`populaties:` of indicatoren.yaml: the groups that are counted, and what tables and columns say
of theirs.

A table or column names a group by its name in `populaties:`; one that names it by its title, or by
a name under `ook_genoemd`, means the same. Any other text stands for a group of its own (the form
from before groups were declared).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ...core.formula import nearest
from ...core.frozen import dataclass
from ...core.model import Finding, Population, Position
from ...core.notation import bare_name, join_names
from ...messages import found
from .records import WORDS, Key, Record, Values, needed

POPULATION = Record(
    {
        "titel": needed("Naam van de groep zoals de lezer die ziet."),
        "wie": Key("Wie er in de groep zitten: tekst of lijst.", WORDS),
        "niet": Key("Wie er niet in zitten, waar lezers dat kunnen denken: tekst of lijst.", WORDS),
        "telt": Key("Welke organisatie de groep telt."),
        "ook_genoemd": Key(
            "Andere namen voor dezelfde groep, zoals in aangeleverde tabellen.", WORDS
        ),
    },
    name="een populatie",
)


@dataclass(frozen=True)
class Populations:
    """The declared groups, and by every name they go under."""

    declared: Mapping[str, Population] = field(default_factory=dict)
    by_name: Mapping[str, Population] = field(default_factory=dict)

    def of(self, said: str, place: Position, findings: list[Finding]) -> Population:
        """The group a text stands for; SR-L024 for one that is not declared while others are."""
        known = self.by_name.get(bare_name(said))
        if known is not None:
            return known
        if said and self.declared:
            close = nearest(said, list(self.declared))
            hint = f" Bedoelt u '{close[0]}'?" if close else ""
            finding = found("SR-L024", place, {"naam": said, "hint": hint})
            if finding not in findings:  # what columns inherit from their table is reported once
                findings.append(finding)
        return Population(said, said)


def populations_of(given: Mapping[str, Values], findings: list[Finding]) -> Populations:
    """The groups under `populaties:`; SR-L021 for a name that two of them go under."""
    declared: dict[str, Population] = {}
    by_name: dict[str, Population] = {}
    for name, values in given.items():
        one = Population(
            name,
            values.get("titel", name),
            join_names(list(values.get("wie", ()))),
            join_names(list(values.get("niet", ()))),
            values.get("telt", ""),
            values.get("ook_genoemd", ()),
            values.get("wie", ()),
            values.get("niet", ()),
        )
        declared[name] = one
        for said in dict.fromkeys((one.id, one.title, *one.also_named)):
            first = by_name.setdefault(bare_name(said), one)
            if first is not one:
                told = {"naam": said, "populatie": first.id}
                findings.append(found("SR-L021", values.position, told, which="populatie"))
    return Populations(declared, by_name)
