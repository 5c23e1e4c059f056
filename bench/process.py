"""Timing a program as a whole process: median wall time and peak memory over several runs after a warm-up."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5


@dataclass(frozen=True)
class Timing:
    """Median, least and most seconds, and the largest peak memory in MiB."""

    median: float
    least: float
    most: float
    memory: float


def timed(command: Sequence[str], runs: int = RUNS) -> Timing:
    """Run a program `runs` times after one warm-up; raises when it fails."""
    seconds = []
    for number in range(runs + 1):
        started = time.perf_counter()
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)})
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
        if number:
            seconds.append(time.perf_counter() - started)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Timing(statistics.median(seconds), min(seconds), max(seconds), memory)


def python(*arguments: str) -> list[str]:
    """A command for this interpreter."""
    return [sys.executable, *arguments]


def show(name: str, timing: Timing, aim: str = "") -> None:
    """One row of the result."""
    spread = f"{timing.least:.3f}-{timing.most:.3f}"
    print(f"{name:<38} {timing.median:8.3f} s   ({spread}){'   aim ' + aim if aim else ''}")
