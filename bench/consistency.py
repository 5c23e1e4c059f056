# SPDX-License-Identifier: EUPL-1.2
"""The consistency engine: a check of 1.000 figures with 300 rules, and finding planted errors."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from standrapport.checks.figures import check_rules
from standrapport.core.formula import Names
from standrapport.core.model import Catalogue, Finding, Severity

from .invented import Hierarchy, planted, project_of
from .process import python, show, timed

TRIALS = 40


def run() -> None:
    """Print the rows."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        project_of(Hierarchy.made(random.Random(1), leaves=700, rules=300), project)  # noqa: S311 - invented figures
        timing = timed(python("-m", "standrapport", "check", "2021", "--project", str(project)))
        show("check, 1.000 figures, 300 rules", timing, "0.5 s")
        print(f"{'':<38} {1000 / timing.median:8.0f} figures per second, {timing.memory:.0f} MiB")
    for errors in (1, 2, 3):
        among, first, seconds = localisation(errors)
        aim = "aim 95 % among, 85 % first" if errors == 1 else "aim 95 % among"
        print(
            f"{f'{errors} planted of 200 figures, 60 rules':<38} {100 * among / TRIALS:8.0f} % among the ties, "
            f"{100 * first / TRIALS:.0f} % first, {seconds / TRIALS:.2f} s each   {aim}"
        )
    chance = random.Random(99)  # noqa: S311
    large = Hierarchy.made(chance, leaves=7000, rules=3000)
    wrong = planted(large, chance, 30)
    started = time.perf_counter()
    check(large, wrong)
    print(
        f"{'30 planted of 10.000 figures, 3.000 rules':<42} {time.perf_counter() - started:5.2f} s   aim 5 s"
    )


def check(table: Hierarchy, printed: dict[str, int]) -> list[Finding]:
    """Check printed values against the rules of a hierarchy."""
    figures = table.figures(printed)
    names = Names(dict.fromkeys((name.ref for name in figures), None), {}, lambda _table, _year: ())
    return check_rules(Catalogue(rules=table.rules()), table.rules(), figures, names, 2021)[1]


def localisation(errors: int) -> tuple[int, int, float]:
    """How often the planted set is among the repairs, and first among them, over all trials.

    And the time taken.
    """
    among = first = 0
    started = time.perf_counter()
    for trial in range(TRIALS):
        chance = random.Random(1000 * errors + trial)  # noqa: S311
        table = Hierarchy.made(chance, leaves=140, rules=60)
        printed = planted(table, chance, errors)
        culprits = {name for name, value in printed.items() if table.printed[name] != value}
        found = [f for f in check(table, printed) if f.severity is Severity.ERROR and f.repairs]
        among += culprits <= _named(found, 12)
        first += culprits == _named(found, 1)
    return among, first, time.perf_counter() - started


def _named(found: Sequence[Finding], ties: int) -> set[str]:
    return {
        change.id.ref for finding in found for repair in finding.repairs[:ties] for change in repair
    }
