# SPDX-License-Identifier: EUPL-1.2
"""The remarks of readers: content/<jaar>/opmerkingen.yaml (optional)."""

from __future__ import annotations

from pathlib import Path

from ...core.model import Finding, Remark
from .records import Key, ListOf, Record, Values, read_root
from .schema import DayForm, Whole, Word
from .yaml_tree import read_yaml

REMARKS_FILE = "opmerkingen"
OPMERKINGEN = Record(
    {
        "opmerkingen": Key(
            ListOf(
                Record(
                    {
                        "nummer": Key(
                            Whole(), required=True, meaning="Nummer waarmee u haar noemt."
                        ),
                        "blok": Key(
                            Word(),
                            required=True,
                            meaning="Waarover: hoofdstuk/blok, een hoofdstuk, of rapport.",
                        ),
                        "van": Key(Word(), required=True, meaning="Wie haar maakte."),
                        "op": Key(DayForm(), required=True, meaning="Dag waarop."),
                        "over": Key(Word(), meaning="De woorden waar zij over gaat."),
                        "tekst": Key(Word(), required=True, meaning="De opmerking zelf."),
                        "antwoord_op": Key(
                            Whole(), meaning="Nummer van de opmerking waar zij op antwoordt."
                        ),
                        "afgehandeld": Key(
                            Word(), meaning="Wat ermee gedaan is; zonder dit is zij open."
                        ),
                        "afgehandeld_op": Key(DayForm(), meaning="Dag waarop dat was."),
                    },
                    name="een opmerking",
                )
            ),
            required=True,
            meaning="Opmerkingen van lezers; standrapport schrijft ze, en u mag ze bewerken.",
        )
    },
    name="opmerkingen.yaml",
)


def load_remarks(project: Path, year: int) -> tuple[tuple[Remark, ...], list[Finding]]:
    """The remarks of an edition, in the order of the file; none when there is no file."""
    name = f"content/{year}/{REMARKS_FILE}.yaml"
    if not (project / name).is_file():
        return (), []
    file, findings = read_yaml(project / name, name)
    root = read_root(OPMERKINGEN, file, findings)
    if not isinstance(root, Values):
        return (), findings
    needed = {"nummer", "blok", "van", "op", "tekst"}
    remarks = tuple(
        Remark(
            number=v["nummer"],
            block=v["blok"],
            by=v["van"],
            on=v["op"],
            text=v["tekst"],
            about=v.get("over", ""),
            answers=v.get("antwoord_op", 0),
            closed=v.get("afgehandeld", ""),
            closed_on=v.get("afgehandeld_op", ""),
            position=v.position,
        )
        for v in root.get("opmerkingen", ())
        if all(key in v for key in needed)
    )
    return remarks, findings
