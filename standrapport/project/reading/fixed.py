# SPDX-License-Identifier: EUPL-1.2
"""What a definitive edition printed when it was fixed: figures/<jaar>/vastgesteld/.

Beside the printed texts (`gedrukt.json`) the three files of the catalogue stand there as they were
then, so that an edition can go on being made from those (`held`) when the catalogue has changed.
"""

from __future__ import annotations

import json
from pathlib import Path

from ...core.frozen import dataclass
from ...core.model import Finding, Position
from ...messages import found

FIXED_FOLDER = "vastgesteld"
PRINTED = "gedrukt.json"
CATALOGUE = ("indicatoren.yaml", "afgeleid.yaml", "regels.yaml")
_SCHEMA = "standrapport/vastgesteld/1"


@dataclass(frozen=True)
class FixedPlace:
    """A place of the report by its address in the page, how it is called, and the words there."""

    id: str
    name: str
    text: str


@dataclass(frozen=True)
class FixedEdition:
    """What an edition printed when it was fixed, and a fingerprint of all it was made from.

    `held` says that it is made from the catalogue of then.
    """

    inputs: str
    held: bool
    places: tuple[FixedPlace, ...]


def fixed_name(year: int, file: str = PRINTED) -> str:
    """A file of what is fixed, as messages name it."""
    return f"figures/{year}/{FIXED_FOLDER}/{file}"


def load_fixed(project: Path, year: int) -> tuple[FixedEdition | None, list[Finding]]:
    """What was fixed of an edition; None when nothing was, or when it cannot be read."""
    path = project / fixed_name(year)
    if not path.is_file():
        return None, []
    try:
        told = json.loads(path.read_text("utf-8"))
        if told["schema"] != _SCHEMA:
            raise ValueError(told["schema"])
        places = tuple(FixedPlace(one["id"], one["name"], one["text"]) for one in told["places"])
        return FixedEdition(str(told["inputs"]), bool(told["held"]), places), []
    except (OSError, ValueError, KeyError, TypeError):
        return None, [found("SR-S061", Position(fixed_name(year)), {"jaar": year})]


def fixed_json(fixed: FixedEdition, year: int) -> bytes:
    """The content of `gedrukt.json`."""
    places = [{"id": one.id, "name": one.name, "text": one.text} for one in fixed.places]
    told = {
        "schema": _SCHEMA,
        "year": year,
        "held": fixed.held,
        "inputs": fixed.inputs,
        "places": places,
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def catalogue_folder(project: Path, year: int) -> str:
    """The folder the catalogue of an edition is read from: that of the project, or for an edition
    that is held that of when it was fixed.
    """
    fixed, _ = load_fixed(project, year)
    return f"figures/{year}/{FIXED_FOLDER}" if fixed is not None and fixed.held else "figures"
