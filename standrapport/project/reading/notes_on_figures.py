# SPDX-License-Identifier: EUPL-1.2
"""What staff wrote beside the figures of an edition, in figures/<jaar>/ (both optional): known
warnings that are accepted (aanvaard.yaml) and the reasons for revised figures
(herzieningen.yaml).

What a definitive edition printed when it was fixed: figures/<jaar>/vastgesteld/.

Beside the printed texts (`gedrukt.json`) the three files of the catalogue stand there as they were
then, so that an edition can go on being made from those (`held`) when the catalogue has changed.
"""

from __future__ import annotations

import json
from pathlib import Path

from ...core.frozen import dataclass
from ...core.model import Acceptance, Finding, Position, RevisionReason
from ...messages import found
from .records import WORDS, Key, ListOf, MapOf, Record, needed, read_optional
from .schema import DayForm, Whole, Word

AANVAARD = ListOf(
    Record(
        {
            "code": needed("Code van de melding, zoals SR-C001."),
            "regel": Key("Naam van de regel waar de melding over gaat."),
            "jaar": Key("Jaar waar de melding over gaat; zonder jaar elk jaar.", Whole()),
            "sleutel": Key("Sleutel waar de melding over gaat; zonder sleutel elke sleutel."),
            "reden": needed("Waarom de waarschuwing mag blijven staan."),
            "door": needed("Wie dat besloot."),
            "op": needed("Dag van het besluit: jaar-maand-dag.", DayForm()),
            "cijfers": Key(
                "De cijfers van toen; vult het programma in. Verandert er een, dan komt de"
                " melding terug.",
                MapOf(Word()),
            ),
            "melding": Key("Vingerafdruk van een melding zonder cijfers; vult het programma in."),
        },
        name="een aanvaarde melding",
    ),
    expected="een lijst van aanvaarde meldingen",
)


def accepted_file(year: int) -> str:
    """The file of an edition, as messages name it."""
    return f"figures/{year}/aanvaard.yaml"


def load_accepted(project: Path, year: int) -> tuple[tuple[Acceptance, ...], list[Finding]]:
    """What is accepted in an edition; nothing when there is no file."""
    several, findings = read_optional(project, accepted_file(year), AANVAARD)
    return tuple(
        Acceptance(
            code=v["code"],
            reason=v["reden"],
            by=v["door"],
            on=v["op"],
            position=v.position,
            rule=v.get("regel"),
            year=v.get("jaar"),
            key=v.get("sleutel"),
            figures=tuple(v.get("cijfers", {}).items()),
            said=v.get("melding", ""),
        )
        for v in several
        if {"code", "reden", "door", "op"} <= v.keys()
    ), findings


HERZIENINGEN = Record(
    {
        "herzieningen": needed(
            "Redenen van cijfers die sinds de vorige editie anders zijn.",
            ListOf(
                Record(
                    {
                        "cijfers": needed("Namen van cijfers of van hele tabellen.", WORDS),
                        "jaren": Key(
                            "Jaren waarvoor de reden geldt; zonder jaren voor alle.",
                            ListOf(Whole()),
                        ),
                        "reden": needed("Waarom de cijfers veranderd zijn."),
                    },
                    name="een herziening",
                )
            ),
        )
    },
    name="herzieningen.yaml",
)


def load_revision_reasons(
    project: Path, year: int
) -> tuple[tuple[RevisionReason, ...], list[Finding]]:
    """The declared reasons of an edition; none when there is no file."""
    name = f"figures/{year}/herzieningen.yaml"
    several, findings = read_optional(project, name, HERZIENINGEN, "herzieningen")
    reasons = tuple(
        RevisionReason(v["cijfers"], v.get("jaren", ()), v["reden"], v.position)
        for v in several
        if "cijfers" in v and "reden" in v
    )
    return reasons, findings


FIXED_FOLDER = "vastgesteld"
PRINTED = "gedrukt.json"
CATALOGUE = ("indicatoren.yaml", "afgeleid.yaml", "regels.yaml")
_SCHEMA = "standrapport/vastgesteld/1"


@dataclass(frozen=True)
class FixedPlace:
    """A place of the report by its address in the page, how it is called, and the words there."""

    id: str
    name: str
    text: str


@dataclass(frozen=True)
class FixedEdition:
    """What an edition printed when it was fixed, and a fingerprint of all it was made from.

    `held` says that it is made from the catalogue of then.
    """

    inputs: str
    held: bool
    places: tuple[FixedPlace, ...]


def fixed_name(year: int, file: str = PRINTED) -> str:
    """A file of what is fixed, as messages name it."""
    return f"figures/{year}/{FIXED_FOLDER}/{file}"


def load_fixed(project: Path, year: int) -> tuple[FixedEdition | None, list[Finding]]:
    """What was fixed of an edition; None when nothing was, or when it cannot be read."""
    path = project / fixed_name(year)
    if not path.is_file():
        return None, []
    try:
        told = json.loads(path.read_text("utf-8"))
        if told["schema"] != _SCHEMA:
            raise ValueError(told["schema"])
        places = tuple(FixedPlace(one["id"], one["name"], one["text"]) for one in told["places"])
        return FixedEdition(str(told["inputs"]), bool(told["held"]), places), []
    except (OSError, ValueError, KeyError, TypeError):
        return None, [found("SR-S061", Position(fixed_name(year)), {"jaar": year})]


def fixed_json(fixed: FixedEdition, year: int) -> bytes:
    """The content of `gedrukt.json`."""
    places = [{"id": one.id, "name": one.name, "text": one.text} for one in fixed.places]
    told = {
        "schema": _SCHEMA,
        "year": year,
        "held": fixed.held,
        "inputs": fixed.inputs,
        "places": places,
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def catalogue_folder(project: Path, year: int) -> str:
    """The folder the catalogue of an edition is read from: that of the project, or for an edition
    that is held that of when it was fixed.
    """
    fixed, _ = load_fixed(project, year)
    return f"figures/{year}/{FIXED_FOLDER}" if fixed is not None and fixed.held else "figures"
