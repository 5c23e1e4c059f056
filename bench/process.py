# SPDX-License-Identifier: EUPL-1.2
"""Timing a program as a whole process: median wall time and peak memory over several runs after a
warm-up.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5


class TooLong(Exception):
    """The program was stopped because it took longer than it was given."""


@dataclass(frozen=True)
class Timing:
    """Median, least and most seconds, the largest peak memory in MiB, the median of processor
    seconds, and what the last run printed.
    """

    median: float
    least: float
    most: float
    memory: float
    processor: float = 0.0
    output: str = ""


def timed(
    command: Sequence[str], runs: int = RUNS, *, accept: tuple[int, ...] = (0,), limit: float = 600
) -> Timing:
    """Run a program `runs` times after one warm-up; stops the benchmark when it fails.

    Raises TooLong after `limit` seconds.
    """
    seconds, processor, memory, output = [], [], 0.0, ""
    for number in range(runs + 1):
        took, work, used, output = _once(command, accept, limit)
        memory = max(memory, used)
        if number or took * runs > limit:  # a program this slow is not run twice
            seconds.append(took)
            processor.append(work)
        if took * runs > limit:
            break
    return Timing(
        statistics.median(seconds),
        min(seconds),
        max(seconds),
        memory,
        statistics.median(processor),
        output,
    )


def _once(
    command: Sequence[str], accept: tuple[int, ...], limit: float
) -> tuple[float, float, float, str]:
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "result.json"
        launcher = [
            sys.executable,
            "-I",
            "-S",
            str(ROOT / "bench/launch.py"),
            str(result),
            str(limit),
        ]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [*launcher, *command],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )
        found = json.loads(result.read_text("utf-8"))
    if found["seconds"] >= limit:
        raise TooLong
    if found["code"] not in accept:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    return found["seconds"], found["processor"], found["memory"], done.stdout


def python(*arguments: str) -> list[str]:
    """A command for this interpreter."""
    return [sys.executable, *arguments]


def show(name: str, timing: Timing, aim: str = "") -> None:
    """One row of the result."""
    spread = f"{timing.least:.3f}-{timing.most:.3f}"
    print(f"{name:<38} {timing.median:8.3f} s   ({spread}){'   aim ' + aim if aim else ''}")
