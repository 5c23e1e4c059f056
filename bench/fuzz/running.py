# SPDX-License-Identifier: EUPL-1.2
"""Mutants run one after another in a process of their own, which is left behind when it dies."""

from __future__ import annotations

import contextlib
import os
import resource
import select
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from . import broken, make_base

HANG, MEMORY = 20, 1 << 30  # seconds of processor time and bytes a mutant may take
_PROGRAM = 200 << 20  # bytes the program itself takes, all of it imported
_SLACK = 100  # seconds by the clock before the process itself is stopped; the machine may be busy
_ROUND = 250  # mutants of one process, so that nothing adds up


class Hung(BaseException):
    """A mutant takes too long; no `except Exception` of the tool may stop this."""


@dataclass(frozen=True)
class Fell:
    """A mutant that went wrong: `how` is crash, hang, memory or killed."""

    number: int
    how: str
    said: str


def run(numbers: Iterable[int], base: Path | None = None) -> Iterator[Fell | int]:
    """Every mutant in turn: its number when it was handled, else how it fell."""
    with contextlib.ExitStack() as kept:
        work = Path(kept.enter_context(tempfile.TemporaryDirectory(prefix="fuzz-")))
        if base is None:
            base = work / "basis"
            make_base(base)
        waiting = list(numbers)
        while waiting:
            done = 0
            for result in _round(waiting[:_ROUND], base, work):
                yield result
                done += 1
            waiting = waiting[done:]


def _round(numbers: list[int], base: Path, work: Path) -> Iterator[Fell | int]:
    """The mutants one process comes to."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            _child(numbers, base, work, writing)
        finally:
            os._exit(70)  # whatever happened: this process never goes on as the other
    os.close(writing)
    try:
        yield from _followed(numbers, reading, child)
    finally:
        os.close(reading)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _followed(numbers: list[int], reading: int, child: int) -> Iterator[Fell | int]:
    rest = b""
    for number in numbers:
        until = time.monotonic() + _SLACK
        while b"\n" not in rest:
            ready = select.select([reading], [], [], max(0.0, until - time.monotonic()))[0]
            piece = os.read(reading, 1 << 16) if ready else b""
            if not piece:
                yield Fell(number, "killed" if ready else "hang", f"process {child}")
                return
            rest += piece
        line, _, rest = rest.partition(b"\n")
        how, _, said = line.decode().partition(" ")
        yield number if how == "ok" else Fell(number, how, said)


def _child(numbers: list[int], base: Path, work: Path, writing: int) -> None:
    # Address space is a coarse measure of memory: what the interpreter and its libraries map
    # without using counts too, so that comes on top.
    mapped, here = (
        int(pages) * os.sysconf("SC_PAGE_SIZE")
        for pages in Path("/proc/self/statm").read_text().split()[:2]
    )
    # What a long test session already holds is no mutant's doing.
    inherited = max(0, here - _PROGRAM)
    resource.setrlimit(resource.RLIMIT_AS, (mapped + 2 * MEMORY, mapped + 2 * MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGPROF, _too_long)
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 2)
    for number in numbers:
        os.write(writing, f"{_one(number, base, work, inherited)}\n".encode())
    os._exit(0)


def _too_long(*_: object) -> None:
    raise Hung


def _one(number: int, base: Path, work: Path, inherited: int) -> str:
    """`ok`, or how this mutant fell; `inherited` bytes were there before any was tried."""
    from click.testing import CliRunner

    from standrapport.cli import main

    one = broken(number)
    with tempfile.TemporaryDirectory(dir=work) as folder:
        words = one.lay_out(base, Path(folder) / "project")
        signal.setitimer(signal.ITIMER_PROF, HANG)
        try:
            result = CliRunner().invoke(main, words, input="")
        except Hung:
            return f"hang {one.kind} {one.name}: {' '.join(one.command)}"
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - inherited
    about = f"{one.kind} {one.name}: {' '.join(one.command)}: "
    problem = result.exception
    if result.exit_code in {0, 1, 2} and (problem is None or isinstance(problem, SystemExit)):
        return "ok" if used < MEMORY else f"memory {about}{used >> 20} MB"
    if problem is not None and not isinstance(problem, SystemExit):
        said = f"{type(problem).__name__} {problem} {_where(problem)}"
    else:
        said = result.output.strip().splitlines()[-1] if result.output.strip() else "(nothing said)"
    return "crash " + about + " ".join(said.split())[:400]


def _where(problem: BaseException) -> str:
    frame = traceback.extract_tb(problem.__traceback__)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno}"


def report(results: Iterable[Fell | int], told: int = 500) -> list[Fell]:
    """Print what fell as it falls, and the numbers at the end."""
    fallen: list[Fell] = []
    started = time.perf_counter()
    count = 0
    for count, result in enumerate(results, 1):
        if isinstance(result, Fell):
            fallen.append(result)
            print(f"{result.number} {result.how}: {result.said}", flush=True)
        if count % told == 0:
            print(
                f"... {count} in {time.perf_counter() - started:.0f} s", file=sys.stderr, flush=True
            )
    hangs = sum(one.how == "hang" for one in fallen)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    print(
        f"{count} mutants, {len(fallen) - hangs} crashes, {hangs} hangs over {HANG} s,"
        f" {time.perf_counter() - started:.0f} s, {memory} MB at most"
    )
    return fallen
