# SPDX-License-Identifier: EUPL-1.2
"""Mutants tried out in a running test session: one collection, one forked process per mutant.

As a pytest plugin. First every test runs once, to see that all pass and which lines each reaches.
Then, per mutant, a forked process gets the changed code put in the living functions and runs the
tests that reach the changed line, quickest first, until one fails. What is changed ends with the
process: no file is ever written.
"""

from __future__ import annotations

import gc
import os
import resource
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import _lru_cache_wrapper
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, NamedTuple

import coverage
import pytest
from _pytest.runner import runtestprotocol

from .changes import Mutant, mutated

LIVES, KILLED, TIMED_OUT = "leeft", "gedood", "te lang"
OPTIONS = ("-s", "-o", "addopts=", "-p", "no:terminal", "-p", "no:cacheprovider", "-p", "no:xdist")
_MEMORY = 2 << 30  # bytes a mutant may take on top of what there is


class Session:
    """Runs the tests once and then the mutants; `outcome` tells of each what became of it.

    `again` are mutants that survived here but change what runs before the tests do: those must be
    tried in an interpreter of their own. `quickest` names the tests in the order to try them in.
    """

    def __init__(self, mutants: Sequence[Mutant], paths: Iterable[str], root: Path) -> None:
        self.mutants, self.root = mutants, root
        self.outcome: dict[Mutant, str] = {}
        self.again: list[Mutant] = []
        self.failed: list[str] = []
        self.quickest: list[str] = []
        files = [str(root / path) for path in paths]
        self._seen = coverage.Coverage(data_file=None, include=files, config_file=False)
        self._seen.start()  # what runs while the tests are being collected counts as no test's

    def pytest_sessionstart(self) -> None:
        """Before the tests are read: a failing example need not be made smaller."""
        only_fails()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Instead of running the tests."""
        seconds: dict[str, float] = {}
        for item in session.items:
            self._seen.switch_context(item.nodeid)
            started = time.process_time()
            if not passes(item):
                self.failed.append(item.nodeid)
            seconds[item.nodeid] = time.process_time() - started
        self._seen.stop()
        self.quickest = sorted(seconds, key=seconds.__getitem__)
        if self.failed:
            return True
        reached = {path: self._reached(path) for path in {one.path for one in self.mutants}}
        by_name = {item.nodeid: item for item in session.items}
        living = _living()
        gc.freeze()  # what is shared with a forked process stays shared
        running: dict[int, Mutant] = {}
        for mutant in self.mutants:
            names = _reaching(reached[mutant.path], mutant.lines)
            own = sorted(names & set(by_name), key=seconds.__getitem__)
            if not mutant.function or "" in names:
                self.again.append(mutant)
            if not mutant.function or not own:
                self.outcome[mutant] = LIVES
                continue
            if len(running) >= (os.cpu_count() or 1):
                self._wait(running)
            limit = 2 + 3 * sum(
                seconds[name] for name in own
            )  # of its own time: a busy machine is no loop
            child = os.fork()
            if not child:
                code = compile(mutated(mutant, self.root), str(self.root / mutant.path), "exec")
                _try(code, mutant.function, living, [by_name[name] for name in own], int(limit))
            running[child] = mutant
        while running:
            self._wait(running)
        self.again = [one for one in self.again if self.outcome[one] == LIVES]
        return True

    def _wait(self, running: dict[int, Mutant]) -> None:
        child, status = os.wait()
        code = os.waitstatus_to_exitcode(status)
        self.outcome[running.pop(child)] = {0: LIVES, 1: KILLED}.get(code, TIMED_OUT)

    def _reached(self, path: str) -> Mapping[int, list[str]]:
        return self._seen.get_data().contexts_by_lineno(str(self.root / path))


def only_fails() -> None:
    """Hypothesis looks for an example that fails, and is done when it has one."""
    from hypothesis import Phase, settings

    phases = (Phase.explicit, Phase.generate)
    settings.register_profile("mutants", settings.get_profile("repeatable"), phases=phases)
    settings.load_profile("mutants")


def passes(item: pytest.Item) -> bool:
    """Whether a test passes; everything it set up is taken down."""
    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def _reaching(reached: Mapping[int, list[str]], lines: tuple[int, int]) -> set[str]:
    return {name for line in range(lines[0], lines[1] + 1) for name in reached.get(line, ())}


class _Living(NamedTuple):
    """Everything whose code can be changed: functions, and caches that hold what old code gave."""

    functions: Sequence[FunctionType]
    caches: Sequence[_lru_cache_wrapper[Any]]


def _living() -> _Living:
    things = gc.get_objects()
    caches = [one for one in things if isinstance(one, _lru_cache_wrapper)]
    return _Living(
        [
            one
            for one in things
            if isinstance(one, FunctionType) and "standrapport" in str(one.__module__)
        ],
        [one for one in caches if "standrapport" in str(one.__module__)],
    )


def _try(
    module: CodeType, function: str, living: _Living, items: Iterable[pytest.Item], limit: int
) -> None:
    """In a process of its own: change the code and run the tests; ends the process."""
    code = 1
    try:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        room = pages * os.sysconf("SC_PAGESIZE") + _MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (room, room))
        _replace(module, function, living)
        code = 0 if all(passes(item) for item in items) else 1
    finally:
        os._exit(code)


def _replace(module: CodeType, function: str, living: _Living) -> None:
    """Put the code of a function in every living function of that name and place."""
    new = {(code.co_qualname, code.co_firstlineno): code for code in _codes(module)}
    for one in living.functions:
        old = one.__code__
        if old.co_qualname == function and old.co_filename == module.co_filename:
            one.__code__ = new[old.co_qualname, old.co_firstlineno]
    for cache in living.caches:
        cache.cache_clear()


def _codes(code: CodeType) -> Iterator[CodeType]:
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield part
            yield from _codes(part)


def try_out(
    mutants: Sequence[Mutant], paths: Iterable[str], tests: Sequence[str], root: Path
) -> Session:
    """What became of each mutant."""
    gc.collect()
    session = Session(mutants, paths, root)
    pytest.main([*OPTIONS, *(str(root / name) for name in tests)], plugins=[session])
    if session.failed or not session.outcome:
        sys.exit(f"tests fail without any change: {', '.join(session.failed) or 'none was found'}")
    return session
