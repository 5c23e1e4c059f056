# SPDX-License-Identifier: EUPL-1.2
"""What must still be looked at in a new edition: content/<jaar>/nakijken.yaml, written by `new` and
closed item by item by a person, and the comments '# Nakijken' above blocks.
"""

from __future__ import annotations

import re
from pathlib import Path

from ...core.model import Finding, Position, ReviewItem
from .records import Key, ListOf, Record, Values, read_root
from .schema import DayForm, Word
from .yaml_tree import YamlFile, read_yaml

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
