"""Any delivered file to grids: its form is told by its content, its name may lie."""

from __future__ import annotations

from pathlib import Path

from ..sources.problem import SourceProblem
from .forms import form_of
from .grid import Grid
from .package import locked
from .read_csv import read_csv
from .read_html import read_html, read_mhtml
from .read_ods import read_ods
from .read_xls import read_xls
from .read_xlsx import read_xlsx
from .sheet import TooMuch

READERS = {"csv": read_csv, "html": read_html, "mhtml": read_mhtml, "ods": read_ods, "xls": read_xls, "xlsx": read_xlsx}
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
    form = form_of(content)
    if form in READERS:
        return READERS[form](name, content)
    if form == "locked":
        raise locked(name)
    raise SourceProblem("SR-B008", f"{name} is {form}; lever CSV, XLSX, ODS of een bewaarde webpagina.")
