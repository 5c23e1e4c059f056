# SPDX-License-Identifier: EUPL-1.2
"""What staff wrote beside the figures of an edition, in figures/<jaar>/ (both optional): known
warnings that are accepted (aanvaard.yaml) and the reasons for revised figures
(herzieningen.yaml).
"""

from __future__ import annotations

from pathlib import Path

from ...core.model import Acceptance, Finding, RevisionReason
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
