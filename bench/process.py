"""Timing a program as a whole process: median wall time and peak memory over several runs after a warm-up."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5


class TooLong(Exception):
    """The program was stopped because it took longer than it was given."""


@dataclass(frozen=True)
class Timing:
    """Median, least and most seconds, the largest peak memory in MiB, what the last run printed on stdout, and the median of processor seconds."""

    median: float
    least: float
    most: float
    memory: float
    output: str = ""
    processor: float = 0.0


def timed(command: Sequence[str], runs: int = RUNS, *, accept: tuple[int, ...] = (0,), limit: float = 600) -> Timing:
    """Run a program `runs` times after one warm-up; stops the benchmark when it fails. Raises TooLong after `limit` seconds."""
    seconds, processor, memory, output = [], [], 0.0, ""
    for number in range(runs + 1):
        took, used, worked, output = _once(command, accept, limit)
        memory = max(memory, used)
        if number or took * runs > limit:  # a program this slow is not run twice
            seconds.append(took)
            processor.append(worked)
        if took * runs > limit:
            break
    return Timing(statistics.median(seconds), min(seconds), max(seconds), memory, output, statistics.median(processor))


def _once(command: Sequence[str], accept: tuple[int, ...], limit: float) -> tuple[float, float, float, str]:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as problems:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=problems, env={**os.environ, "PYTHONPATH": str(ROOT)})
        stop = threading.Timer(limit, process.kill)
        stop.start()
        _, status, usage = os.wait4(process.pid, 0)  # the memory of this process alone
        took = time.perf_counter() - started
        stop.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if took >= limit:
            raise TooLong
        out.seek(0)
        problems.seek(0)
        if process.returncode not in accept:
            raise SystemExit(f"{' '.join(command)} failed:\n{problems.read().decode(errors='replace')}")
        return took, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime, out.read().decode()


def python(*arguments: str) -> list[str]:
    """A command for this interpreter."""
    return [sys.executable, *arguments]


def show(name: str, timing: Timing, aim: str = "") -> None:
    """One row of the result."""
    spread = f"{timing.least:.3f}-{timing.most:.3f}"
    print(f"{name:<38} {timing.median:8.3f} s   ({spread}){'   aim ' + aim if aim else ''}")
