# SPDX-License-Identifier: EUPL-1.2
"""The JSON Schemas of every YAML file, described by the same forms that read them, so that an
editor and `check` say the same.
"""

from __future__ import annotations

import json

from .catalogue_forms import AFGELEID, INDICATOREN, REGELS
from .narrative import HOOFDSTUK, RAPPORT
from .notes_on_figures import AANVAARD, HERZIENINGEN
from .notes_on_texts import NAKIJKEN, OPMERKINGEN
from .schema import Form

SCHEMA_FOLDER = "docs/schemas"
FILES: dict[str, tuple[Form, str]] = {
    "indicatoren": (
        INDICATOREN,
        "figures/indicatoren.yaml: de tabellen met cijfers, hun kolommen en bronnen.",
    ),
    "afgeleid": (
        AFGELEID,
        "figures/afgeleid.yaml: cijfers die met een formule uit andere cijfers volgen.",
    ),
    "regels": (REGELS, "figures/regels.yaml: wat er tussen de cijfers moet gelden."),
    "herzieningen": (
        HERZIENINGEN,
        "figures/<jaar>/herzieningen.yaml: redenen van herziene cijfers.",
    ),
    "aanvaard": (
        AANVAARD,
        "figures/<jaar>/aanvaard.yaml: bekende waarschuwingen die met een reden mogen blijven.",
    ),
    "rapport": (
        RAPPORT,
        "content/<jaar>/rapport.yaml: titel, data en volgorde van de hoofdstukken.",
    ),
    "opmerkingen": (OPMERKINGEN, "content/<jaar>/opmerkingen.yaml: opmerkingen van lezers."),
    "hoofdstuk": (HOOFDSTUK, "content/<jaar>/<hoofdstuk>.yaml: de blokken van een hoofdstuk."),
    "nakijken": (
        NAKIJKEN,
        "content/<jaar>/nakijken.yaml: zinnen uit de vorige editie die op het jaar leunen.",
    ),
}


def schemas() -> dict[str, str]:
    """The text of each schema file by its name, such as `regels.schema.json`."""
    return {
        f"{name}.schema.json": (
            json.dumps(
                {
                    "$schema": "http://json-schema.org/draft-07/schema#",
                    "title": title,
                    **form.describe(),
                },
                ensure_ascii=False,
                indent=1,
            )
            + "\n"
        )
        for name, (form, title) in FILES.items()
    }
