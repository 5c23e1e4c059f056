"""Any delivered file to grids: its form is told by its content, its name may lie."""

from __future__ import annotations

from pathlib import Path

from ..sources.problem import SourceProblem
from .grid import Grid
from .read_csv import read_csv
from .read_xlsx import read_xlsx
from .sheet import TooMuch

_LARGEST = 64_000_000


def read_grids(path: Path) -> list[Grid]:
    """Every sheet or table of a delivered file that holds something visible.

    Raises SourceProblem (SR-B008) with one Dutch sentence when it cannot be read.
    """
    name = path.name
    try:
        if path.stat().st_size > _LARGEST:
            raise TooMuch(name)
        content = path.read_bytes()
    except OSError as problem:
        raise SourceProblem("SR-B008", f"{name} kan niet gelezen worden ({problem.strerror}).") from None
    if not content.strip():
        raise SourceProblem("SR-B008", f"{name} is leeg.")
    if content.startswith(b"PK\x03\x04"):
        return read_xlsx(name, content)
    return read_csv(name, content)
