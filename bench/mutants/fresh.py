# SPDX-License-Identifier: EUPL-1.2
"""One mutant in an interpreter of its own, for changes that work from the import on:
`python -m bench.mutants.fresh PATH NUMBER VARIANT TEST…`, with on standard input the names of the
tests in the order to run them in, as JSON.

The changed module is compiled in memory when it is imported; no file is ever written. Ends with 1
when a test fails, as pytest does.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

import pytest

from .changes import Mutant, mutated
from .live import OPTIONS, only_fails

ROOT = Path(__file__).resolve().parent.parent.parent


class _Changed(SourceFileLoader):
    """Loads a module with another tree than its file holds."""

    mutant: Mutant

    def get_code(self, fullname: str) -> CodeType:
        return compile(mutated(self.mutant, ROOT), self.get_filename(fullname), "exec")


class _Finder(MetaPathFinder):
    """Finds the changed module before anything else does."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant
        self.name = mutant.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(fullname, path, target) if fullname == self.name else None
        if spec is not None and spec.origin is not None:
            spec.loader = _Changed(fullname, spec.origin)
            spec.loader.mutant = self.mutant
        return spec


class _Quick:
    """Runs the tests in the order that was asked for."""

    def __init__(self, order: Sequence[str]) -> None:
        self.order = {name: at for at, name in enumerate(order)}

    def pytest_sessionstart(self) -> None:
        only_fails()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items.sort(key=lambda item: self.order.get(item.nodeid, 0))


def main(path: str, number: str, variant: str, *tests: str) -> int:
    """The exit code of the tests."""
    mutant = Mutant(path, int(number), int(variant), "", (0, 0), "", "")
    sys.meta_path.insert(0, _Finder(mutant))
    return int(pytest.main([*OPTIONS, "-x", *tests], plugins=[_Quick(json.load(sys.stdin))]))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
