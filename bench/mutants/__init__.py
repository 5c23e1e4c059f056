# SPDX-License-Identifier: EUPL-1.2
"""The core under small changes: how many of them make a test fail.

A line that runs is not a line that is tested. Each mutant is one small change to the code that no
wrong number may pass (`changes`); a good test notices. Looked at first, and why neither is used:

- mutmut 3 leaves functions with a decorator and everything outside functions as they are: no
  `Figure.interval`, `Ratio.linear` or `FEWEST`, the very places where a number goes wrong; it
  also copies the project, whose tests read files above their own folder.
- cosmic-ray changes the files of the working copy one by one (a killed run leaves one behind) and
  starts a test program per mutant: seconds each, where a forked process here takes a tenth.

So: an own mutator over the syntax tree, forked from one session of the tests that belong to the
code (`live`), and an interpreter of its own where a change works from the import on (`fresh`).
Nothing is written to disk, so nothing can be left behind. Survivors that change nothing a caller
can see are named with a reason in `gelijkwaardig.toml`.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ..process import ROOT
from .changes import Mutant, mutants_of
from .live import KILLED, LIVES, TIMED_OUT, Session, try_out

CODE = ("standrapport/core", "standrapport/checks/figures/judge.py")
TESTS = ("tests/core", "tests/checks/figures/test_judge.py")
SAMPLE, SEED = 400, 2024
AIM = 90  # percent
_SECONDS = 300  # for one mutant in an interpreter of its own
_EQUIVALENT = Path(__file__).parent / "gelijkwaardig.toml"


def modules(names: Iterable[str] = CODE) -> list[Path]:
    """The files that are changed."""
    return [path for name in names for path in (
        sorted((ROOT / name).rglob("*.py")) if (ROOT / name).is_dir() else [ROOT / name]
    )]  # fmt: skip


def equivalents() -> dict[str, dict[str, str]]:
    """Per file the mutants that no test can kill, by their key, each with the reason."""
    return tomllib.loads(_EQUIVALENT.read_text("utf-8"))


def run(size: int | None = SAMPLE, names: Sequence[str] = CODE, seed: int = SEED) -> None:
    """Print the share that is killed and every survivor; end with 1 when too many live.

    `size` mutants are drawn from those in `names` (files or folders), by `seed`; all where None.
    """
    started = time.perf_counter()
    same = equivalents()
    everything = [one for path in modules(names) for one in mutants_of(path, ROOT)]
    counted = [one for one in everything if one.key not in same.get(one.path, {})]
    if size is not None and size < len(counted):
        counted = random.Random(seed).sample(counted, size)  # noqa: S311 - a sample, not a secret
    session = try_out(counted, {one.path for one in counted}, TESTS, ROOT)
    outcome = {**session.outcome, **_again(session)}
    total = Counter(outcome.values())
    for mutant in sorted(counted, key=lambda one: (one.path, one.lines)):
        if outcome[mutant] == LIVES:
            print(f"  leeft nog: {mutant.path}:{mutant.lines[0]} ({mutant.function or 'module'})")
            print(f"      er staat: {mutant.before}\n      even goed: {mutant.after}")
    share = 100 * (1 - total[LIVES] / len(counted))
    print(
        f"{f'{len(counted)} of {len(everything)} mutants of the core':<38} {share:8.1f} % killed,"
        f" {total[LIVES]} live, {total[TIMED_OUT]} too long, {len(everything) - len(counted)} left"
        f" out, {time.perf_counter() - started:.0f} s   aim {AIM} %"
    )
    if share < AIM:
        sys.exit(f"fewer than {AIM} % of the mutants are killed")


def _again(session: Session) -> dict[Mutant, str]:
    order = json.dumps(session.quickest)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda mutant: _fresh(mutant, order), session.again)
        return dict(zip(session.again, found, strict=True))


def _fresh(mutant: Mutant, order: str) -> str:
    place = [mutant.path, str(mutant.number), str(mutant.variant)]
    command = [sys.executable, "-m", "bench.mutants.fresh", *place, *TESTS]
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            input=order.encode(),
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return TIMED_OUT
    return KILLED if done.returncode else LIVES
