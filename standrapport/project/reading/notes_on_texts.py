# SPDX-License-Identifier: EUPL-1.2
"""What is written beside the texts of an edition, in content/<jaar>/ (both optional): the remarks
of readers (opmerkingen.yaml) and what must still be looked at in a new edition (nakijken.yaml).
"""

from __future__ import annotations

import re
from pathlib import Path

from ...core.model import Finding, Position, Remark, ReviewItem
from .records import Key, ListOf, Record, Values, needed, read_optional
from .schema import DayForm, Whole
from .yaml_tree import YamlFile

REMARKS_FILE = "opmerkingen"
OPMERKINGEN = Record(
    {
        "opmerkingen": needed(
            "Opmerkingen van lezers; standrapport schrijft ze, en u mag ze bewerken.",
            ListOf(
                Record(
                    {
                        "nummer": needed("Nummer waarmee u haar noemt.", Whole()),
                        "blok": needed("Waarover: hoofdstuk/blok, een hoofdstuk, of rapport."),
                        "van": needed("Wie haar maakte."),
                        "op": needed("Dag waarop.", DayForm()),
                        "over": Key("De woorden waar zij over gaat."),
                        "tekst": needed("De opmerking zelf."),
                        "antwoord_op": Key(
                            "Nummer van de opmerking waar zij op antwoordt.", Whole()
                        ),
                        "afgehandeld": Key("Wat ermee gedaan is; zonder dit is zij open."),
                        "afgehandeld_op": Key("Dag waarop dat was.", DayForm()),
                    },
                    name="een opmerking",
                )
            ),
        )
    },
    name="opmerkingen.yaml",
)


def load_remarks(project: Path, year: int) -> tuple[tuple[Remark, ...], list[Finding]]:
    """The remarks of an edition, in the order of the file; none when there is no file."""
    name = f"content/{year}/{REMARKS_FILE}.yaml"
    several, findings = read_optional(project, name, OPMERKINGEN, "opmerkingen")
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
            position=v.position,
        )
        for v in several
        if {"nummer", "blok", "van", "op", "tekst"} <= v.keys()
    )
    return remarks, findings


REVIEW_FILE = "nakijken"  # its name without ending: no chapter may be called so
_REMINDER = re.compile(r"^\s*# ?nakijken\b", re.IGNORECASE)

NAKIJKEN = Record(
    {
        "punten": needed(
            "Zinnen uit de vorige editie die op het jaar leunen.",
            ListOf(
                Record(
                    {
                        "blok": needed("Waar de zin staat, als hoofdstuk/blok."),
                        "zin": needed("De zin die op het jaar leunt."),
                        "waarom": needed("Waardoor de zin op het jaar leunt."),
                        "nagekeken": Key(
                            "Wordt door standrapport nagekeken geschreven.",
                            Record(
                                {
                                    "door": needed("Wie de zin nakeek."),
                                    "op": needed("Dag van het nakijken.", DayForm()),
                                },
                                name="nagekeken",
                            ),
                        ),
                    },
                    name="een punt om na te kijken",
                )
            ),
        )
    },
    name="nakijken.yaml",
)


def load_review(project: Path, year: int) -> tuple[tuple[ReviewItem, ...], list[Finding]]:
    """The list of an edition; nothing when it has none."""
    name = f"content/{year}/{REVIEW_FILE}.yaml"
    several, findings = read_optional(project, name, NAKIJKEN, "punten")
    return tuple(_item(number, one) for number, one in enumerate(several, 1)), findings


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
