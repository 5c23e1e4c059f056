# SPDX-License-Identifier: EUPL-1.2
"""Pairs of sentences without a number, one true and one not, over the invented services.

`python -m tests.uitspraken.paren` prints the measures and what is not read as it should.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ruamel.yaml import YAML

from .meten import HERE, Read, read_cases

PAIRS = HERE / "woorden" / "paren.yaml"
FOLDERS = {"uitkeringen": HERE / "diensten" / "uitkeringen", "spoor": HERE / "ontwikkel" / "spoor"}


@cache
def pairs() -> tuple[Mapping[str, str], ...]:
    """Every pair, in the order of the file."""
    return tuple(YAML(typ="safe").load(PAIRS.read_text("utf-8")))


@cache
def reads_of(service: str) -> tuple[Read, ...]:
    """The sentences of one service, true and untrue in turn, checked."""
    cases: list[Mapping[str, str]] = []
    for one in pairs():
        if one["dienst"] == service:
            cases.append({"id": one["waar"], "soort": "goed", "tekst": one["waar"]})
            cases.append({"id": one["onwaar"], "soort": "tegenspraak", "tekst": one["onwaar"]})
    return tuple(read_cases(FOLDERS[service], cases))


def failing(reads: Sequence[Read]) -> Iterator[Read]:
    """The sentences that are not read as they should: an error on the untrue, nothing else."""
    return (one for one in reads if one.error != (one.kind == "tegenspraak"))


def main() -> None:
    """Print how many untrue ones are found, and what fails."""
    every = [one for service in FOLDERS for one in reads_of(service)]
    untrue = [one for one in every if one.kind == "tegenspraak"]
    right = [one for one in every if one.kind == "goed"]
    for one in failing(every):
        sys.stdout.write(f"{one.kind:<12} {one.case['tekst']}\n")
        for finding in one.findings:
            sys.stdout.write(f"    {finding.code} {finding.severity.value}: {finding.message}\n")
    sys.stdout.write(f"found {sum(o.found for o in untrue)} of {len(untrue)}, ")
    sys.stdout.write(f"errors on right {sum(o.error for o in right)}, ")
    sys.stdout.write(f"any finding on right {sum(bool(o.findings) for o in right)}\n")


if __name__ == "__main__":
    main()
