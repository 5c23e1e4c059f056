# SPDX-License-Identifier: EUPL-1.2
"""What staff wrote beside the figures of an edition, in figures/<jaar>/ (both optional): known
warnings that are accepted (aanvaard.yaml) and the reasons for revised figures
(herzieningen.yaml).
"""

from __future__ import annotations

from pathlib import Path

from ...core.model import Acceptance, Finding, RevisionReason
from .records import Key, ListOf, MapOf, Record, Values, read_root
from .schema import DayForm, Whole, Word
from .yaml_tree import read_yaml

AANVAARD = ListOf(
    Record(
        {
            "code": Key(Word(), required=True, meaning="Code van de melding, zoals SR-C001."),
            "regel": Key(Word(), meaning="Naam van de regel waar de melding over gaat."),
            "jaar": Key(Whole(), meaning="Jaar waar de melding over gaat; zonder jaar elk jaar."),
            "sleutel": Key(
                Word(), meaning="Sleutel waar de melding over gaat; zonder sleutel elke sleutel."
            ),
            "reden": Key(
                Word(), required=True, meaning="Waarom de waarschuwing mag blijven staan."
            ),
            "door": Key(Word(), required=True, meaning="Wie dat besloot."),
            "op": Key(DayForm(), required=True, meaning="Dag van het besluit: jaar-maand-dag."),
            "cijfers": Key(
                MapOf(Word()),
                meaning="De cijfers van toen; vult het programma in. Verandert er een, dan komt de"
                " melding terug.",
            ),
            "melding": Key(
                Word(),
                meaning="Vingerafdruk van een melding zonder cijfers; vult het programma in.",
            ),
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
    name = accepted_file(year)
    if not (project / name).is_file():
        return (), []
    file, findings = read_yaml(project / name, name)
    root = read_root(AANVAARD, file, findings)
    several = [one for one in root if isinstance(one, Values)] if isinstance(root, tuple) else []
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
        "herzieningen": Key(
            ListOf(
                Record(
                    {
                        "cijfers": Key(
                            ListOf(Word(), single=True),
                            required=True,
                            meaning="Namen van cijfers of van hele tabellen.",
                        ),
                        "jaren": Key(
                            ListOf(Whole()),
                            meaning="Jaren waarvoor de reden geldt; zonder jaren voor alle.",
                        ),
                        "reden": Key(
                            Word(), required=True, meaning="Waarom de cijfers veranderd zijn."
                        ),
                    },
                    name="een herziening",
                )
            ),
            required=True,
            meaning="Redenen van cijfers die sinds de vorige editie anders zijn.",
        )
    },
    name="herzieningen.yaml",
)


def load_revision_reasons(
    project: Path, year: int
) -> tuple[tuple[RevisionReason, ...], list[Finding]]:
    """The declared reasons of an edition; none when there is no file."""
    name = f"figures/{year}/herzieningen.yaml"
    if not (project / name).is_file():
        return (), []
    file, findings = read_yaml(project / name, name)
    root = read_root(HERZIENINGEN, file, findings)
    if not isinstance(root, Values):
        return (), findings
    reasons = tuple(
        RevisionReason(v["cijfers"], v.get("jaren", ()), v["reden"], v.position)
        for v in root.get("herzieningen", ())
        if "cijfers" in v and "reden" in v
    )
    return reasons, findings
