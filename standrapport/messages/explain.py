# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of codes as text: one code for the terminal, all of them as docs/meldingen.md."""

from __future__ import annotations

from itertools import groupby

from .codes import CODES, Code

FAMILIES = {
    "L": "Laden van bestanden",
    "A": "Afleiden van cijfers",
    "C": "Controle van cijfers",
    "B": "Vergelijken met de bron",
    "N": "Getallen en beweringen in de tekst",
    "D": "Onthulling van onderdrukte cijfers",
    "R": "Weergave en toegankelijkheid",
    "S": "Schrijven van resultaten",
}


def explain(code: Code) -> str:
    """What a finding means and how to mend it, for the terminal."""
    return "\n".join(
        [
            f"{code.code} ({code.severity}): {code.title}",
            "",
            code.explanation,
            "",
            f"Wat te doen: {code.remedy}",
            "",
            "Fout:",
            *(f"    {line}" for line in code.wrong.split("\n")),
            "Goed:",
            *(f"    {line}" for line in code.right.split("\n")),
        ]
    )


def document() -> str:
    """docs/meldingen.md: every code, by family."""
    parts = [
        "# Meldingen",
        "",
        (
            "Gemaakt met `make docs` uit de lijst in het programma; `standrapport explain CODE`"
            " toont hetzelfde."
        ),
        "",
    ]
    for family, codes in groupby(CODES.values(), key=lambda code: code.code[3]):
        parts += [f"## {FAMILIES[family]}", ""]
        for code in codes:
            parts += [
                f"### {code.code}: {code.title}",
                "",
                f"Ernst: {code.severity}. {code.explanation}",
                "",
                f"Wat te doen: {code.remedy}",
                "",
            ]
            parts += [
                "```text",
                f"fout: {code.wrong}".replace("\n", "\n      "),
                f"goed: {code.right}".replace("\n", "\n      "),
                "```",
                "",
            ]
    return "\n".join(parts)
