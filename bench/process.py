"""Timing a program as a whole process: median wall time and peak memory over several runs after a warm-up."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5


@dataclass(frozen=True)
class Timing:
    """Median, least and most seconds, the largest peak memory in MiB, and the median of processor seconds."""

    median: float
    least: float
    most: float
    memory: float
    processor: float


def timed(command: Sequence[str], runs: int = RUNS) -> Timing:
    """Run a program `runs` times after one warm-up; raises when it fails."""
    seconds = []
    processor = []
    memory = 0.0
    for number in range(runs + 1):
        started = time.perf_counter()
        with tempfile.TemporaryFile() as errors:
            child = subprocess.Popen(
                command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=errors, env={**os.environ, "PYTHONPATH": str(ROOT)}
            )
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            if child.returncode != 0:
                errors.seek(0)
                raise SystemExit(f"{' '.join(command)} failed:\n{errors.read().decode()}")
        memory = max(memory, usage.ru_maxrss / 1024)
        if number:
            seconds.append(time.perf_counter() - started)
            processor.append(usage.ru_utime + usage.ru_stime)
    return Timing(statistics.median(seconds), min(seconds), max(seconds), memory, statistics.median(processor))


def python(*arguments: str) -> list[str]:
    """A command for this interpreter."""
    return [sys.executable, *arguments]


def show(name: str, timing: Timing, aim: str = "") -> None:
    """One row of the result."""
    spread = f"{timing.least:.3f}-{timing.most:.3f}"
    print(f"{name:<38} {timing.median:8.3f} s   ({spread}){'   aim ' + aim if aim else ''}")
