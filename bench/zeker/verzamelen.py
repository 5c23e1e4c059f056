# SPDX-License-Identifier: EUPL-1.2
"""Accusations over the invented services, each with its evidence and whether it is just.

A service that the reader was tuned on says little of one it was not. So each is read again with
part of what was learned from it taken away: groups of words that stand for one another, further
names (`ook_genoemd`) and definitions. What is left is read as a service nobody knew.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from standrapport.checks.statements import lexicon, typed, vocabulary
from standrapport.checks.statements.certainty import evidence_of
from standrapport.checks.statements.judge import Judged
from standrapport.checks.statements.ledger import AmountSpot, Ledger
from standrapport.checks.statements.mention import Mention
from tests.uitspraken.meten import read_cases

ALL = lexicon.alike()


@dataclass(frozen=True)
class Beschuldiging:
    """An accusation: of which service and sentence, its evidence, and whether it is just."""

    service: str
    case: Mapping[str, Any]
    number: str
    features: Mapping[str, float]
    just: bool
    whole: bool  # read with all that is known


@contextmanager
def without(groups: tuple[tuple[str, ...], ...]) -> Iterator[None]:
    """Only these groups of words stand for one another."""
    kept = vocabulary.alike
    vocabulary.alike = lambda: groups
    vocabulary._grouped_words.cache_clear()  # noqa: SLF001 -- the groups change
    try:
        yield
    finally:
        vocabulary.alike = kept
        vocabulary._grouped_words.cache_clear()  # noqa: SLF001 -- the groups change


def cases_of(service: Path) -> list[dict[str, Any]]:
    """The sentences of a service, those in other forms too."""
    found = YAML(typ="safe").load((service / "zinnen.yaml").read_text("utf-8"))
    cases = list(found["zinnen"] if isinstance(found, dict) else found)
    forms = service.parent.parent / "vormen" / f"{service.name}.yaml"
    if forms.is_file():
        cases += YAML(typ="safe").load(forms.read_text("utf-8"))
    return cases


def read(service: Path, chance: random.Random | None) -> list[Beschuldiging]:
    """The accusations in a service; `chance` takes part of what is known away."""
    found: list[Beschuldiging] = []
    cases = [one for one in cases_of(service) if "{{" not in one["tekst"]]
    by_text = {_plain(one["tekst"]): one for one in cases}

    def noted(ledger: Ledger, spot: AmountSpot, mention: Mention, result: Judged) -> bool:
        case = by_text[_plain(spot.place.text.raw)]
        features = evidence_of(ledger, spot, mention, result).features
        said = str(case.get("getal", "")).lower()
        just = case["soort"] == "fout" and (
            said in mention.text.lower() or mention.text.lower() in said
        )
        found.append(
            Beschuldiging(service.name, case, mention.text, features, just, chance is None)
        )
        return True

    kept, typed.certain = typed.certain, noted
    try:
        with tempfile.TemporaryDirectory() as folder:
            own = Path(folder) / "dienst"
            shutil.copytree(service, own)
            groups = ALL
            if chance is not None:
                groups = tuple(one for one in ALL if chance.random() < 0.5)
                _poorer(own / "figures" / "indicatoren.yaml", chance)
            with without(groups):
                read_cases(own, cases)
    finally:
        typed.certain = kept
    return found


def _plain(text: str) -> str:
    return " ".join(text.split())


def _poorer(path: Path, chance: random.Random) -> None:
    """A catalogue without some of its further names and definitions."""
    yaml = YAML(typ="safe")
    catalogue = yaml.load(path.read_text("utf-8"))
    for table in catalogue["tabellen"].values():
        if chance.random() < 0.3:
            table["definitie"] = "Zie de toelichting."
        for column in [table, *table["kolommen"].values()]:
            if isinstance(column, dict) and chance.random() < 0.6:
                column.pop("ook_genoemd", None)
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(catalogue, file)
