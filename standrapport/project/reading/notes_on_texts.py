# SPDX-License-Identifier: EUPL-1.2
"""What is written beside the texts of an edition, in content/<jaar>/ (both optional): the remarks
of readers (opmerkingen.yaml) and what must still be looked at in a new edition (nakijken.yaml).
"""

from __future__ import annotations

import re
from pathlib import Path

from ...core.model import Finding, Position, Remark, ReviewItem
from .records import Key, ListOf, Record, Values, read_root
from .schema import DayForm, Whole, Word
from .yaml_tree import YamlFile, read_yaml

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


REVIEW_FILE = "nakijken"  # its name without ending: no chapter may be called so
_REMINDER = re.compile(r"^\s*# ?nakijken\b", re.IGNORECASE)

NAKIJKEN = Record(
    {
        "punten": Key(
            ListOf(
                Record(
                    {
                        "blok": Key(
                            Word(), required=True, meaning="Waar de zin staat, als hoofdstuk/blok."
                        ),
                        "zin": Key(Word(), required=True, meaning="De zin die op het jaar leunt."),
                        "waarom": Key(
                            Word(), required=True, meaning="Waardoor de zin op het jaar leunt."
                        ),
                        "nagekeken": Key(
                            Record(
                                {
                                    "door": Key(
                                        Word(), required=True, meaning="Wie de zin nakeek."
                                    ),
                                    "op": Key(
                                        DayForm(), required=True, meaning="Dag van het nakijken."
                                    ),
                                },
                                name="nagekeken",
                            ),
                            meaning="Wordt door standrapport nagekeken geschreven.",
                        ),
                    },
                    name="een punt om na te kijken",
                )
            ),
            required=True,
            meaning="Zinnen uit de vorige editie die op het jaar leunen.",
        )
    },
    name="nakijken.yaml",
)


def load_review(folder: Path, year: int) -> tuple[tuple[ReviewItem, ...], list[Finding]]:
    """The list of an edition; nothing when it has none."""
    path = folder / f"{REVIEW_FILE}.yaml"
    if not path.is_file():
        return (), []
    file, findings = read_yaml(path, f"content/{year}/{path.name}")
    root = read_root(NAKIJKEN, file, findings)
    if not isinstance(root, Values):
        return (), findings
    return tuple(
        _item(number, one) for number, one in enumerate(root.get("punten", ()), 1)
    ), findings


def _item(number: int, one: Values) -> ReviewItem:
    done = one.get("nagekeken") or {}
    return ReviewItem(
        number,
        one.get("blok", ""),
        " ".join(one.get("zin", "").split()),
        one.get("waarom", ""),
        done.get("door", "") if "op" in done else "",
        done.get("op", ""),
        one.position,
    )


def reminders_in(file: YamlFile) -> tuple[Position, ...]:
    """The comments '# Nakijken' of a file, each on a line of its own."""
    return tuple(
        Position(file.name, number, line.index("#") + 1)
        for number, line in enumerate(file.lines, 1)
        if _REMINDER.match(line)
    )
