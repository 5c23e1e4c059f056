# SPDX-License-Identifier: EUPL-1.2
"""`standrapport import --uit-bron`: figures counted anew from source data, shown before they are
written.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .build import progress
from .import_file import confirmed
from .terminal import say

if TYPE_CHECKING:
    from ..core.model import Finding
    from ..project.editing.fill import Fill


def from_sources(folder: Path, year: int, table: str | None, *, agreed: bool) -> None:
    """Bring in what the sources of an edition count, and leave with the exit code."""
    from ..core.model import has_errors
    from ..messages import finding_lines
    from ..project.editing.fill import write_fills
    from ..report.publish import NotWritable

    fills, findings = _filled(folder, year, table)
    for line in finding_lines(findings):
        say(line, err=True)
    code = 1 if has_errors(findings) else 0
    changed = [fill for fill in fills if fill.cells]
    _show(folder, changed)
    if not changed:
        say("Niets geschreven." if code else "Er verandert niets.")
        sys.exit(code)
    if not agreed and not confirmed():
        say("Niets geschreven.")
        sys.exit(code)
    try:
        write_fills(folder, changed)
    except NotWritable as problem:
        say(f"fout SR-S001: {problem}", err=True)
        sys.exit(1)
    say(f"Geschreven: {', '.join(fill.path.relative_to(folder).as_posix() for fill in changed)}.")
    sys.exit(code)


def _filled(folder: Path, year: int, table: str | None) -> tuple[list[Fill], list[Finding]]:
    from ..core.extras import need
    from ..project.editing.fill import fill_from_sources

    need("bron")
    with progress() as tell:
        return fill_from_sources(folder, year, table, tell)


def _show(folder: Path, changed: Sequence[Fill]) -> None:
    """Every cell that would change, with what it was."""
    for fill in changed:
        say(f"{fill.path.relative_to(folder).as_posix()}:")
        for cell in fill.cells:
            key = f" {cell.key}" if cell.key else ""
            say(f"  {cell.ref}{key} {cell.year}: {cell.old or 'nieuwe rij'} → {cell.new}")
