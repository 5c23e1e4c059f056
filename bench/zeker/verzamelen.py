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
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from standrapport.checks.statements.named.judge import Judged
from standrapport.checks.statements.named.ledger import AmountSpot, Ledger
from standrapport.checks.statements.numbers import typed
from standrapport.checks.statements.numbers.certainty import evidence_of
from standrapport.checks.statements.reading import lexicon, vocabulary
from standrapport.checks.statements.reading.mention import Mention
from standrapport.pipeline.check import check_edition
from tests.checks.statements import (
    corpus,
    test_unseen_kinds as shelter,
    test_unseen_museum as museum,
)
from tests.conftest import ROOT
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
    """The sentences of a service, those in other forms and of other writers too."""
    found = YAML(typ="safe").load((service / "zinnen.yaml").read_text("utf-8"))
    cases = list(found["zinnen"] if isinstance(found, dict) else found)
    root = service.parent.parent
    for more in ("vormen/{}.yaml", "stemmen/{}.yaml", "stemmen/{}_b.yaml"):
        forms = root / more.format(service.name)
        if forms.is_file():
            cases += YAML(typ="safe").load(forms.read_text("utf-8"))
    return cases


@contextmanager
def noting(
    found: list[Beschuldiging],
    service: str,
    case_of: Callable[[str], Mapping[str, Any]],
    *,
    whole: bool,
) -> Iterator[None]:
    """Every accusation is written down in `found`, and stands."""

    def noted(ledger: Ledger, spot: AmountSpot, mention: Mention, result: Judged) -> bool:
        case = case_of(_plain(spot.place.text.raw))
        features = evidence_of(ledger, spot, mention, result).features
        said = str(case.get("getal", mention.text)).lower()
        wrong = case["soort"] == "fout"
        same = said in mention.text.lower() or mention.text.lower() in said
        if case["soort"] == "tegenspraak" or (service == "edities" and wrong and not same):
            return True  # a fraction that is a contradiction; which number is wrong is not written
        just = wrong and same
        found.append(Beschuldiging(service, case, mention.text, features, just, whole))
        return True

    kept, typed.certain = typed.certain, noted
    try:
        yield
    finally:
        typed.certain = kept


def read(service: Path, chance: random.Random | None) -> list[Beschuldiging]:
    """The accusations in a service; `chance` takes part of what is known away."""
    found: list[Beschuldiging] = []
    cases = [one for one in cases_of(service) if "{{" not in one["tekst"]]
    cases += list(slips(cases, chance or random.Random(0)))  # noqa: S311 -- the same every time
    by_text = {_plain(one["tekst"]): one for one in cases}
    with (
        noting(found, service.name, by_text.__getitem__, whole=chance is None),
        tempfile.TemporaryDirectory() as folder,
    ):
        own = Path(folder) / "dienst"
        shutil.copytree(service, own)
        groups = ALL
        if chance is not None:
            groups = tuple(one for one in ALL if chance.random() < 0.5)
            _poorer(own / "figures" / "indicatoren.yaml", chance)
        with without(groups):
            read_cases(own, cases)
    return found


def slips(cases: Sequence[Mapping[str, Any]], chance: random.Random) -> Iterator[dict[str, Any]]:
    """Right sentences with a slip of the pen in their number: a digit that is another."""
    for one in cases:
        number = str(one.get("getal", ""))
        digits = [at for at, sign in enumerate(number) if sign.isdigit()]
        if one["soort"] != "goed" or not digits or one["tekst"].count(number) != 1:
            continue
        at = digits[chance.randrange(min(2, len(digits)))]
        other = chance.choice([sign for sign in "123456789" if sign != number[at]])
        slip = number[:at] + other + number[at + 1 :]
        text = one["tekst"].replace(number, slip)
        yield {"id": f"{one['id']}-slip", "soort": "fout", "tekst": text, "getal": slip}


def elsewhere() -> list[Beschuldiging]:
    """The accusations in the sentences of the tests: on both editions, a shelter and a museum."""
    found: list[Beschuldiging] = []
    editions = {year: check_edition(ROOT, year) for year in (2021, 2024)}
    for number, one in enumerate(corpus.cases()):
        kind = "fout" if one.expected in {"fout", "ander_jaar"} else "goed"
        case = {
            "id": str(number),
            "soort": kind,
            "getal": one.numbers[0]["tekst"] if one.numbers else "",
        }
        with noting(found, "edities", lambda _text, own=case: own, whole=True):
            corpus.judged(one, editions[one.edition])
    for name, module in (("asiel", shelter), ("museum", museum)):
        right = [*module.HARMLESS, *module.TRUE, *module.TRUE_TOO]
        cases = {_plain(text): {"id": text, "soort": "goed"} for text in right}
        cases |= {_plain(text): {"id": text, "soort": "fout"} for text in module.WRONG}
        with (
            tempfile.TemporaryDirectory() as folder,
            noting(found, name, cases.__getitem__, whole=True),
        ):
            project = shelter.build(Path(folder), module.INDICATORS, module.TABLES)
            shelter.read(project, [*right, *module.WRONG])
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
