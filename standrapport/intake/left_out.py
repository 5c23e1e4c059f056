# SPDX-License-Identifier: EUPL-1.2
"""What of a delivered file is not imported, in findings: an error when nothing is left, and the
texts from which nothing was taken, so that nobody has to guess what was passed over. One cause
is one message.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..core.frozen import dataclass
from ..core.model import Finding, Position
from ..core.notation import format_getal
from ..messages import found
from .choices import ANY, SKIP, Choices, Role
from .layout import Layout
from .periods import read_period, says_provisional
from .reading import MEANT, RegionReading
from .regions import Region
from .rows import Line
from .tables import title_explained
from .words import is_about_rows, is_margin, is_measure, is_unit_head, normal


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
    said = {"regels": region.words}
    code = "SR-B021" if anything else "SR-B016"
    return found(code, Position(file, region.lines[0]), said, which="geen namen")


def _why_nothing(regions: Sequence[RegionReading]) -> str:
    """The sentence of SR-B016 for a file without figures of a year."""
    months = any("maand" in reason for one in regions for reason in one.left_out)
    return "delen van jaren" if months else "geen tabel"


def _amount(count: int) -> str:
    return "1 waarde is" if count == 1 else f"{format_getal(count)} waarden zijn"


@dataclass(frozen=True)
class Unread:
    """A text that was not used, and where it stands ('regel 9', 'kolom D, regel 4')."""

    where: str
    text: str


def unread(
    layouts: Sequence[Layout], regions: Sequence[RegionReading], choices: Choices
) -> list[Unread]:
    """Every text beside figures that were read from which nothing was taken, in the order of the
    file.
    """
    used = {normal(text) for one in regions for text in _used(one)}
    used |= {text for one in regions[:1] for text in one.roles.told}
    used |= {name for name, to in choices.columns.items() if to in {ANY, SKIP}}
    found: dict[tuple[str, str], Unread] = {}
    for layout in layouts:
        for line in layout.texts:
            text, sheet = line.text, layout.grid.name
            if normal(text) not in used and not _says_nothing(text, regions):
                found.setdefault((sheet, text), Unread(_where(sheet, line.line), text))
    for one in regions:
        for more in (*_remarks(one), *_marks(one)):
            found.setdefault((one.roles.region.sheet, more.text), more)
    return [one for one in found.values() if normal(one.text) not in used]


def _says_nothing(text: str, regions: Sequence[RegionReading]) -> bool:
    """A title of a table, or what a program sets around it."""
    if is_margin(text) or not any(character.isalnum() for character in text):
        return True
    return any(title_explained(text, one.roles.table, section=False) for one in regions)


def _used(one: RegionReading) -> Iterator[str]:
    """The texts that told something of the figures of a table."""
    said = one.said
    lines: list[Line] = [line for _, line in (*said.parts, *said.dates)]
    yield from (line.text for line in (*lines, *said.filters, *said.unfinished))
    yield from (line.text for line in said.texts if says_provisional(line.text))


def _where(sheet: str, line: int) -> str:
    place = f"regel {line}" if line else "boven de tabel"
    return f"blad '{sheet}', {place}" if sheet else place


def _remarks(one: RegionReading) -> Iterator[Unread]:
    """Remarks beside the rows, where they are no period or unit."""
    roles, region = one.roles, one.roles.region
    for at, dimension in enumerate(region.dimensions):
        if not is_about_rows(dimension.name) or roles.roles[at] not in {Role.UNUSED, Role.FIXED}:
            continue
        seen: set[str] = set()
        for value in region.values:
            text = value.labels[at].text
            if text in seen:
                continue
            seen.add(text)
            if not text or is_measure(text) or read_period(text) is not None:
                continue
            if not (is_unit_head(dimension.name) and _is_unit(text, one)):
                yield Unread(_at(region, f"{dimension.where}, regel {value.line}"), text)


def _is_unit(text: str, one: RegionReading) -> bool:
    return normal(text) in {normal(column.unit) for column in one.roles.table.columns.values()}


def _marks(one: RegionReading) -> Iterator[Unread]:
    """Footnote marks that no note explains."""
    for reading in one.readings:
        value = reading.value
        for text, marks in (
            *((label.text, label.marks) for label in value.labels),
            (value.content.text, value.content.marks),
        ):
            for mark in marks:
                if mark not in one.said.notes and mark not in MEANT:
                    where = _at(one.roles.region, f"regel {value.line}")
                    yield Unread(where, f"merkteken {mark} bij '{text}', zonder uitleg")


def _at(region: Region, place: str) -> str:
    return f"blad '{region.sheet}', {place}" if region.sheet else place


_CODE = "SR-B017"  # a cell that is no figure: a column of them has one cause
_FEW = 3  # cells of a column with a message of their own
_Cause = tuple[str, str, str]


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with those on cells put together: the same words, or more than a few in one
    column, become one with the number of cells and the first places.
    """
    found = list(dict.fromkeys(findings))
    columns: dict[_Cause, list[Finding]] = {}
    for one in found:
        columns.setdefault(_column(one), []).append(one)
    groups: dict[_Cause, list[Finding]] = {}
    for one in found:
        cause = _column(one)
        if len(columns[cause]) <= _FEW:
            cause = (one.code, one.message, "")
        groups.setdefault(cause, []).append(one)
    return [_together(group) for group in groups.values()]


def _column(one: Finding) -> _Cause:
    """The column that a finding on a cell is about; other findings stay apart."""
    if one.code != _CODE or not one.locations or one.locations[0].column is None:
        return (one.code, one.message, str(one.locations))
    return (one.code, str(one.severity), str(one.locations[0].column))


def _together(group: list[Finding]) -> Finding:
    first = group[0]
    if len(group) == 1:
        return first
    places = [place for one in group for place in one.locations]
    texts = {one.message for one in group}
    same = "Dit staat in" if len(texts) == 1 else "Zo zijn er"
    column = "" if len(texts) == 1 else f" in kolom {places[0].column}"
    sentence = f"{first.message} {same} {format_getal(len(group))} cellen{column}."
    return replace(first, message=sentence, locations=tuple(places[:_FEW]))
