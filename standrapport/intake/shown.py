# SPDX-License-Identifier: EUPL-1.2
"""A delivery as lines for people: what was read, what each name was taken for, and what would
change.

A delivery as `standrapport/import/1` JSON (decision 0017).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from ..core.notation import format_datum, format_getal, join_names, parse_getal
from ..core.words import briefly, change_of, of_period
from ..messages import as_plain_text, finding_as_dict, section_lines
from ..messages.sections import Item, Items, Section, items, plain, sentences
from ..project.editing.figure_file import CellFill
from .bring_in import asked
from .choices import Role
from .delivery import CATALOGUE, Delivery
from .numbers import NAMES
from .reading import RegionReading

_LONG = 100  # characters of a text that is only named
_PLAIN = {Role.FIXED, Role.UNUSED, Role.NUMBER, Role.STATUS, Role.DATE}


def reading_lines(delivery: Delivery) -> Iterator[str]:
    """How the file was read, as lines for a terminal."""
    return iter(as_plain_text(section_lines(reading_sections(delivery))).splitlines())


def change_lines(delivery: Delivery) -> Iterator[str]:
    """What would change in the files of the project, as lines for a terminal."""
    return iter(as_plain_text(section_lines(change_sections(delivery))).splitlines())


def reading_sections(delivery: Delivery) -> Iterator[Section]:
    """How the file was read: tables, the meaning of every name, the notation, the
    reference date.
    """
    proposal = delivery.proposal
    for one in proposal.regions:
        yield _region(one)
    if not proposal.cells:
        return
    decided = proposal.notation
    how = (
        f"{NAMES[decided.notation]} notatie, want {decided.reason}"
        if decided.notation
        else decided.reason
    )
    sample = next(
        (
            cell
            for cell in proposal.cells
            if not cell.text.startswith(("<", "n")) and "." in cell.reading.value.content.text
        ),
        None,
    )
    example = f"; '{sample.reading.value.content.text}' wordt {sample.text}" if sample else ""
    told = [f"Getallen: {how}{example}."]
    if proposal.reference_date is not None:
        day = format_datum(proposal.reference_date.isoformat())
        told.append(f"Peildatum: {day} ({proposal.date_reason}).")
    yield Section("", sentences(told), apart=False)


def _region(one: RegionReading) -> Section:
    roles, region = one.roles, one.roles.region
    population = next(
        (column.population for column in roles.table.columns.values() if column.population), ""
    )
    what = f"{roles.table.title}{f', {population}' if population else ''}"
    title = f"{region.words}: tabel {roles.table.name} ({what})"
    told = [_dimension(one, at) for at in range(len(region.dimensions))]
    if roles.single is not None:
        told.append(
            Item(f"de getallen: {roles.single.ref} (de enige kolom van {roles.table.name})")
        )
    if roles.year is not None:
        told.append(Item(f"jaar: {roles.year} (uit de titel)"))
    for year, why in one.periods.items():
        periods = (one.period for one in one.readings if str(one.year) == year and one.period)
        told.append(Item(f"{year}: {of_period(next(periods, None))} (uit {why})"))
    return Section(title, (Items(tuple(told), indent=4),), apart=False)


def _dimension(one: RegionReading, at: int) -> Item:
    """What a row of heads or a column of labels was taken for, and each label that means something
    else than it says.
    """
    roles, dimension = one.roles, one.roles.region.dimensions[at]
    role, labels = roles.roles[at], one.roles.region.labels(at)
    head = f" '{dimension.name}'" if dimension.name else "" if dimension.header else " (zonder kop)"
    if role in _PLAIN:
        extra = f": {labels[0]}" if role is Role.FIXED and labels else ""
        return Item(f"{dimension.where}{head}: {role.value}{extra}")
    same = [label for label in labels if roles.means(at, label) == label]
    others = [label for label in labels if label not in same]
    width = min(max(map(len, others), default=0), 34)
    return Item(
        f"{dimension.where}{head}: {role.value}{f': {join_names(same)}' if same else ''}",
        tuple(plain(f"{label:<{width}}  {roles.means(at, label) or '?'}") for label in others),
    )


def change_sections(delivery: Delivery) -> Iterator[Section]:
    """What would change in the files of the project."""
    tables = [one.roles.table for one in delivery.proposal.regions]
    units = {column.ref: column.unit for table in tables for column in table.columns.values()}
    for file, changes in delivery.changes.items():
        told = [
            f"{_named(change)}: {change.old or 'nieuw'} → {change.new}{_size(change, units)}"
            f"{f' ({change.status})' if change.status else ''}"
            for change in changes
        ]
        yield Section(f"{file}:", (items(told),), apart=False)
    if delivery.sources:
        told = [
            f"bron van {one.ref} {one.year}: {one.old or 'geen'} → {one.new}"
            for one in delivery.sources
        ]
        yield Section(f"{CATALOGUE}:", (items(told),), apart=False)
    if delivery.same:
        stand = "cijfer staat" if delivery.same == 1 else "cijfers staan"
        same = f"{format_getal(delivery.same)} {stand} er al zo in."
        yield Section("", sentences([same]), apart=False)


def _named(change: CellFill) -> str:
    """Which figure changes: its name, key, year and the part of it."""
    parts = (change.ref, change.key, change.year, change.period)
    return " ".join(str(part) for part in parts if part is not None)


def unread_lines(delivery: Delivery) -> Iterator[str]:
    """The texts of the file that were not used, as lines for a terminal."""
    return iter(as_plain_text(section_lines(unread_section(delivery))).splitlines())


def unread_section(delivery: Delivery, most: int = 12) -> Iterator[Section]:
    """The texts of the file that were not used, at most `most` of them."""
    found = delivery.proposal.unread
    told = [
        f"{one.where}: {one.text if len(one.text) <= _LONG else one.text[: _LONG - 1] + '…'}"
        for one in found[:most]
    ]
    if len(found) > most:
        told.append(f"en nog {format_getal(len(found) - most)}; --format json laat ze alle zien")
    if told:
        yield Section("Niet gebruikt uit dit bestand; klopt dat?", (items(told),), apart=False)


def _size(change: CellFill, units: Mapping[str, str]) -> str:
    """By how much a figure that was already there changes: a revision is small, a mistake often is
    not.
    """
    old, new = parse_getal(change.old), parse_getal(change.new)
    words = briefly(change_of(old, new, units.get(change.ref, ""), correction=True))
    return words and f" ({words})"


_OF_A_CHANGE = ("ref", "year", "period", "key", "old", "new")


def delivery_as_dict(delivery: Delivery, *, written: bool) -> dict[str, Any]:
    """Everything that was read, what each label was taken for, and what changes."""
    proposal = delivery.proposal
    return {
        "schema": "standrapport/import/1",
        "file": proposal.file,
        "year": delivery.year,
        "regions": [_region_dict(one, delivery) for one in proposal.regions],
        "changes": [
            {"file": file, **{name: getattr(c, name) for name in _OF_A_CHANGE}}
            for file, changes in delivery.changes.items()
            for c in changes
        ],
        "sources": [asdict(c) for c in delivery.sources],
        "same": delivery.same,
        "questions": [
            {
                "option": one.option,
                "about": one.about,
                "text": one.sentence,
                "answers": dict(one.answers),
                "proposed": one.proposed or None,
            }
            for one in delivery.questions
        ],
        "unread": [asdict(one) for one in proposal.unread],
        "written": written,
        "findings": [finding_as_dict(finding) for finding in asked(delivery)],
    }


def _region_dict(one: RegionReading, delivery: Delivery) -> dict[str, Any]:
    roles, proposal = one.roles, delivery.proposal
    day = next(
        (reading.reference_date for reading in one.readings if reading.reference_date),
        proposal.reference_date,
    )
    region = roles.region
    return {
        "sheet": region.sheet or None,
        "title": " ".join(line.text for line in region.titles),
        "lines": list(region.lines),
        "table": roles.table.name,
        "notation": proposal.notation.notation,
        "reason": proposal.notation.reason,
        "reference_date": day.isoformat() if day else None,
        "dimensions": [
            {
                "where": dimension.where,
                "name": dimension.name,
                "role": roles.roles[at].value,
                "labels": [
                    {"label": label, "means": roles.means(at, label)} for label in region.labels(at)
                ],
            }
            for at, dimension in enumerate(region.dimensions)
        ],
        "periods": one.periods,
        "values": [
            {
                "ref": cell.reading.column.ref,
                "year": cell.reading.year,
                "period": cell.reading.period,
                "key": cell.reading.key,
                "read": cell.reading.value.content.text,
                "cell": cell.text,
                "provisional": cell.reading.provisional,
                "line": cell.reading.value.line,
                "column": cell.reading.value.column,
            }
            for cell in proposal.cells
            if any(cell.reading is reading for reading in one.readings)
        ],
    }
