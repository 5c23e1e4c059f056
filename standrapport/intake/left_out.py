# SPDX-License-Identifier: EUPL-1.2
"""What of a delivered file is not imported, in findings; an error when nothing is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..core.model import Finding, Position, Severity
from ..core.notation import format_getal
from .reading import RegionReading
from .regions import Region


def left_out(
    file: str, regions: Sequence[RegionReading], unknown: Sequence[Region], *, found: bool
) -> Iterator[Finding]:
    """Values and tables that are not taken over, with the reason.

    Args:
        file: name of the delivered file.
        regions: its tables that were recognised.
        unknown: its tables that were not.
        found: whether anything was read or asked; if not, this is what stops the import.

    """
    for one in regions if found else []:
        yield from _values(file, one)
    for region in unknown:
        yield _unknown(file, region, found=found)
    if not found and not unknown:
        yield Finding("SR-B016", Severity.ERROR, _why_nothing(regions), (Position(file),))


def _values(file: str, one: RegionReading) -> Iterator[Finding]:
    for reason, values in one.left_out.items():
        lines = sorted({value.line for value in values})
        to = f" tot en met {lines[-1]}" if len(lines) > 1 else ""
        sentence = f"{_amount(len(values))} niet overgenomen ({reason}), regel {lines[0]}{to}."
        yield Finding("SR-B021", Severity.NOTE, sentence, (Position(file, lines[0]),))
    if one.totals:
        sentence = (
            f"{_amount(len(one.totals))} als totaal gelezen en niet overgenomen:"
            f" {one.roles.table.name} heeft daar geen kolom of rij voor."
        )
        yield Finding("SR-B021", Severity.NOTE, sentence, (Position(file, one.totals[0].line),))


def _unknown(file: str, region: Region, *, found: bool) -> Finding:
    first, last = region.lines
    where = f"Werkblad '{region.sheet}', regel" if region.sheet else "Regel"
    sentence = (
        f"{where} {first} tot en met {last}: niet overgenomen; er staan geen namen van tabellen uit"
        " indicatoren.yaml bij, of geen jaar."
    )
    if found:
        return Finding("SR-B021", Severity.NOTE, sentence, (Position(file, first),))
    sentence += " Kies met --tabel NAAM welke tabel het is."
    return Finding("SR-B016", Severity.ERROR, sentence, (Position(file, first),))


def _why_nothing(regions: Sequence[RegionReading]) -> str:
    if any("maand" in reason for one in regions for reason in one.left_out):
        return (
            "Dit bestand telt per maand, per kwartaal of over gebroken jaren; jaarcijfers worden"
            " daar niet uit gemaakt. Tel ze met 'uit_bron' in indicatoren.yaml."
        )
    return "In dit bestand staat geen tabel met cijfers per jaar."


def _amount(count: int) -> str:
    return "1 waarde is" if count == 1 else f"{format_getal(count)} waarden zijn"
