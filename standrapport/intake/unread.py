# SPDX-License-Identifier: EUPL-1.2
"""Texts of a delivered file from which nothing was taken, so that nobody has to guess what was
passed over: notes, remarks beside rows, marks without an explanation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..core.frozen import dataclass
from .choices import ANY, SKIP, Choices, Role
from .layout import Layout
from .periods import read_period, says_provisional
from .reading import RegionReading
from .regions import Region
from .rows import Line
from .tables import title_explained
from .words import is_about_rows, is_margin, is_measure, is_unit_head, normal


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
                if mark not in one.said.notes:
                    where = _at(one.roles.region, f"regel {value.line}")
                    yield Unread(where, f"merkteken {mark} bij '{text}', zonder uitleg")


def _at(region: Region, place: str) -> str:
    return f"blad '{region.sheet}', {place}" if region.sheet else place
