# SPDX-License-Identifier: EUPL-1.2
"""The reasons for revised figures: figures/<jaar>/herzieningen.yaml (optional)."""

from __future__ import annotations

from pathlib import Path

from ...core.model import Finding, RevisionReason
from .records import Key, ListOf, Record, Values, read_root
from .schema import Whole, Word
from .yaml_tree import read_yaml

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
