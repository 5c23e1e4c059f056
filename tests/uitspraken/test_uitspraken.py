# SPDX-License-Identifier: EUPL-1.2
"""The invented services: what the reader of statements reaches, and the sentences it does not yet
read.

`nog_niet.txt` lists those, per service by their id: a sentence that fails stays as it is, and one
that no longer fails leaves the list. After a change of the reader or its weights:
`python -m tests.uitspraken.test_uitspraken` writes the list anew; look at what moved.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from .meten import HERE, Read, measures, read_service, read_voices

LIST = HERE / "nog_niet.txt"
SERVICES = sorted((HERE / "diensten").iterdir()) + sorted((HERE / "ontwikkel").iterdir())
# Sentences about the same services by other writers, each in a voice of its own.
VOICES = sorted((HERE / "stemmen").glob("*.yaml"))
# What must at least be reached (or at most be raised) by the three services together, in percent.
REACHED = {
    "wrong numbers found": 94.0,
    "right figure offered": 91.0,
    "contradictions found": 85.0,
    "wrong references found": 97.5,
    "right reference offered": 97.5,
}
RAISED = {
    "errors on right": 0.7,
    "any finding on right": 1.3,
    "alarms on harmless": 0.0,
    "alarms on right references": 0.0,
}


@cache
def reads_of(service: Path) -> list[Read]:
    """Every sentence of a service or of a voice, checked once."""
    return read_voices(service) if service in VOICES else read_service(service)


def name(service: Path) -> str:
    """What a service or a voice is called in the list."""
    return f"stemmen/{service.stem}" if service in VOICES else service.name


def failing(service: Path) -> list[str]:
    """The ids of the sentences that are not read as they should."""
    return [f"{name(service)} {r.case['id']}" for r in reads_of(service) if not r.as_it_should]


def listed(service: Path) -> list[str]:
    """The ids that are known to fail."""
    lines = LIST.read_text("utf-8").splitlines()
    return [line for line in lines if line.startswith(f"{name(service)} ")]


@pytest.mark.parametrize("service", [*SERVICES, *VOICES], ids=name)
def test_only_listed_sentences_fail(service: Path) -> None:
    """Those and no others."""
    assert failing(service) == listed(service)


def test_what_was_reached_is_kept() -> None:
    """Each measure over the three services that were written before the code."""
    every = [one for service in SERVICES[:3] for one in reads_of(service)]
    found = {what: 100 * some / all_ for what, (some, all_) in measures(every).items()}
    assert {what: found[what] for what, least in REACHED.items() if found[what] < least} == {}
    assert {what: found[what] for what, most in RAISED.items() if found[what] > most} == {}


def main() -> None:
    """Write the list anew."""
    lines = [line for service in [*SERVICES, *VOICES] for line in failing(service)]
    head = "# Sentences not yet read as they should: service and id. See test_uitspraken.py.\n"
    LIST.write_text(head + "".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    main()
