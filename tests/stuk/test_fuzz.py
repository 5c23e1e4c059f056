# SPDX-License-Identifier: EUPL-1.2
"""A sample of the mutants of `python -m bench.fuzz`, of every kind of file, and those that once fell."""

from __future__ import annotations

from pathlib import Path

from bench.fuzz import KINDS, WIDE, broken
from bench.fuzz.running import Fell, run

SAMPLE = range(2 * len(KINDS))
ONCE_FELL = (21, 40, 2446, 2574, 3656, 5290, 8018)


WIDER = range(WIDE, WIDE + 5)


def test_no_mutant_falls(base: Path) -> None:
    """No crash, no hang, no memory beyond the bound."""
    assert {broken(number).kind for number in SAMPLE} == set(KINDS)
    results = list(run([*SAMPLE, *ONCE_FELL, *WIDER], base))
    assert [one for one in results if isinstance(one, Fell)] == []
    assert len(results) == len(SAMPLE) + len(ONCE_FELL) + len(WIDER)


def test_a_crash_is_seen(base: Path) -> None:
    """The harness itself: a mutant whose project is not there falls, and the next goes on."""
    results = list(run([0], base / "is-er-niet"))
    assert [one.how for one in results if isinstance(one, Fell)] == ["killed"]
