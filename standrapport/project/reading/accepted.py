# SPDX-License-Identifier: EUPL-1.2
"""The known warnings of an edition that are accepted: figures/<jaar>/aanvaard.yaml (optional).

An entry may be typed by hand. What it was given on (`cijfers`, or `melding` where a finding has no
figures) is filled in by `standrapport aanvaard`, or by the first `check` that meets it.
"""

from __future__ import annotations

from pathlib import Path

from ...core.model import Acceptance, Finding
from .records import Key, ListOf, MapOf, Record, Values, read_root
from .schema import DayForm, Whole, Word
from .yaml_tree import read_yaml

ACCEPTANCE_KEYS = ("code", "regel", "jaar", "sleutel", "reden", "door", "op", "cijfers", "melding")
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
