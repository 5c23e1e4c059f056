# SPDX-License-Identifier: EUPL-1.2
"""A small project in which two groups have the same column, told apart by the name of one."""

from __future__ import annotations

from pathlib import Path

NAMED = "ook_genoemd: [baliebezoekers]"
_FILES = {
    "figures/indicatoren.yaml": """\
populaties:
  een: {{titel: groep een}}
  twee: {{titel: groep twee, {named}}}
tabellen:
  een:
    titel: Klachten
    eenheid: klachten
    populatie: een
    definitie: Verzonnen.
    kolommen: {{klachten: {{titel: Klachten}}}}
  twee:
    titel: Klachten
    eenheid: klachten
    populatie: twee
    definitie: Verzonnen.
    kolommen: {{klachten: {{titel: Klachten}}}}
""",
    "figures/afgeleid.yaml": "afgeleid: {{}}\n",
    "figures/regels.yaml": "regels: []\n",
    "figures/2024/een.csv": "jaar,klachten\n2024,310\n",
    "figures/2024/twee.csv": "jaar,klachten\n2024,470\n",
    "content/2024/rapport.yaml": """\
titel: Verslag
organisatie: Dienst
datum: 2025-03-01
peildatum: 2024-12-31
status: concept
hoofdstukken: [een]
""",
    "content/2024/een.yaml": """\
titel: Een
blokken:
  - soort: tekst
    tekst: In 2024 kwamen er van baliebezoekers {{{{ een.klachten }}}} klachten.
""",
}


def small(folder: Path, named: str) -> Path:
    """The project; `named` is what stands beside the title of the second group."""
    for name, content in _FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content.format(named=named), "utf-8")
    return folder
