# SPDX-License-Identifier: EUPL-1.2
"""What of a delivered file is not imported, in findings; an error when nothing is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..core.model import Finding, Position
from ..core.notation import format_getal
from ..messages import found
from .reading import RegionReading
from .regions import Region


def left_out(
    file: str, regions: Sequence[RegionReading], unknown: Sequence[Region], *, anything: bool
) -> Iterator[Finding]:
    """Values and tables that are not taken over, with the reason.

    Args:
        file: name of the delivered file.
        regions: its tables that were recognised.
        unknown: its tables that were not.
        anything: whether anything was read or asked; if not, this is what stops the import.

    """
    for one in regions if anything else []:
        yield from _values(file, one)
    for region in unknown:
        yield _unknown(file, region, anything=anything)
    if not anything and not unknown:
        yield found("SR-B016", Position(file), which=_why_nothing(regions))


def _values(file: str, one: RegionReading) -> Iterator[Finding]:
    for reason, values in one.left_out.items():
        lines = sorted({value.line for value in values})
        to = f" tot en met {lines[-1]}" if len(lines) > 1 else ""
        said = {"waarden": _amount(len(values)), "reden": reason, "regels": f"{lines[0]}{to}"}
        yield found("SR-B021", Position(file, lines[0]), said, which="waarden")
    if one.totals:
        said = {"waarden": _amount(len(one.totals)), "tabel": one.roles.table.name}
        yield found("SR-B021", Position(file, one.totals[0].line), said, which="totalen")


def _unknown(file: str, region: Region, *, anything: bool) -> Finding:
    first, last = region.lines
    where = f"Werkblad '{region.sheet}', regel" if region.sheet else "Regel"
    said = {"regels": f"{where} {first} tot en met {last}"}
    code = "SR-B021" if anything else "SR-B016"
    return found(code, Position(file, first), said, which="geen namen")


def _why_nothing(regions: Sequence[RegionReading]) -> str:
    """The sentence of SR-B016 for a file without figures of a year."""
    months = any("maand" in reason for one in regions for reason in one.left_out)
    return "delen van jaren" if months else "geen tabel"


def _amount(count: int) -> str:
    return "1 waarde is" if count == 1 else f"{format_getal(count)} waarden zijn"
