"""A delivery as lines for people: what was read, what each name was taken for, and what would
change.

A delivery as `standrapport/import/1` JSON (decision 0017).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..core.notation import format_datum, format_getal, join_names, parse_getal, round_to, signed
from ..messages import finding_as_dict
from ..project.editing.figure_file import CellFill
from .bring_in import asked
from .choices import Role, Roles
from .delivery import CATALOGUE, Delivery
from .numbers import NAMES
from .reading import RegionReading

_LONG = 100  # characters of a text that is only named
_PLAIN = {Role.FIXED, Role.UNUSED, Role.NUMBER, Role.STATUS, Role.DATE}


def reading_lines(delivery: Delivery) -> Iterator[str]:
    """How the file was read: tables, the meaning of every name, the notation, the
    reference date.
    """
    proposal = delivery.proposal
    for one in proposal.regions:
        yield from _region(one)
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
    yield f"Getallen: {how}{example}."
    if proposal.reference_date is not None:
        yield (
            f"Peildatum: {format_datum(proposal.reference_date.isoformat())}"
            f" ({proposal.date_reason})."
        )


def _region(one: RegionReading) -> Iterator[str]:
    roles, region = one.roles, one.roles.region
    sheet = f"Werkblad '{region.sheet}', regel" if region.sheet else "Regel"
    columns = roles.table.columns.values()
    population = next((column.population for column in columns if column.population), "")
    what = f"{roles.table.title}{f', {population}' if population else ''}"
    yield (
        f"{sheet} {region.lines[0]} tot en met {region.lines[1]}: tabel {roles.table.name} ({what})"
    )
    for at in range(len(region.dimensions)):
        yield from _dimension(roles, at)
    if roles.single is not None:
        yield f"  de getallen: {roles.single.ref} (de enige kolom van {roles.table.name})"
    if roles.year is not None:
        yield f"  jaar: {roles.year} (uit de titel)"
    for year, why in one.periods.items():
        periods = (reading.period for reading in one.readings if str(reading.year) == year)
        part = next(filter(None, periods), "het hele jaar")
        yield f"  {year}: {part} (uit {why})"


def _dimension(roles: Roles, at: int) -> Iterator[str]:
    """A header row or label column: its role, and what each label was taken for."""
    dimension, role, labels = roles.region.dimensions[at], roles.roles[at], roles.region.labels(at)
    bare = "" if dimension.header else " (zonder kop)"
    head = f" '{dimension.name}'" if dimension.name else bare
    if role in _PLAIN:
        extra = f": {labels[0]}" if role is Role.FIXED and labels else ""
        yield f"  {dimension.where}{head}: {role.value}{extra}"
        return
    plain = [label for label in labels if roles.means(at, label) == label]
    others = [label for label in labels if label not in plain]
    yield f"  {dimension.where}{head}: {role.value}{f': {join_names(plain)}' if plain else ''}"
    width = min(max(map(len, others), default=0), 34)
    for label in others:
        yield f"    {label:<{width}}  {roles.means(at, label) or '?'}"


def unread_lines(delivery: Delivery, most: int = 12) -> Iterator[str]:
    """The texts of the file that were not used, one on a line, at most `most`."""
    found = delivery.proposal.unread
    if found:
        yield "Niet gebruikt uit dit bestand; klopt dat?"
    for one in found[:most]:
        text = one.text if len(one.text) <= _LONG else f"{one.text[: _LONG - 1]}…"
        yield f"  {one.where}: {text}"
    if len(found) > most:
        yield f"  en nog {format_getal(len(found) - most)}; --format json laat ze alle zien"


def change_lines(delivery: Delivery) -> Iterator[str]:
    """What would change in the files of the project."""
    for file, changes in delivery.changes.items():
        yield f"{file}:"
        for c in changes:
            name = " ".join(
                str(part) for part in (c.ref, c.key, c.year, c.period) if part is not None
            )
            yield f"  {name}: {c.old or 'nieuw'} → {c.new}{_percent(c)}"
    if delivery.sources:
        yield f"{CATALOGUE}:"
        for one in delivery.sources:
            yield f"  bron van {one.ref} {one.year}: {one.old or 'geen'} → {one.new}"
    if delivery.same:
        yield (
            f"{format_getal(delivery.same)}"
            f" {'cijfer staat' if delivery.same == 1 else 'cijfers staan'} er al zo in."
        )


def _percent(change: CellFill) -> str:
    """By how much a figure that was already there changes: a revision is small, a mistake often is
    not.
    """
    old, new = parse_getal(change.old), parse_getal(change.new)
    return (
        f" ({signed(round_to(100 * (new - old) / old, 1), 'procent', 1)})"
        if old and new is not None
        else ""
    )


def delivery_as_dict(delivery: Delivery, *, written: bool) -> dict[str, Any]:
    """Everything that was read, what each label was taken for, and what changes."""
    proposal = delivery.proposal
    return {
        "schema": "standrapport/import/1",
        "file": proposal.file,
        "year": delivery.year,
        "regions": [_region_dict(one, delivery) for one in proposal.regions],
        "changes": [
            {
                "file": file,
                "ref": c.ref,
                "year": c.year,
                "period": c.period,
                "key": c.key,
                "old": c.old,
                "new": c.new,
            }
            for file, changes in delivery.changes.items()
            for c in changes
        ],
        "sources": [
            {"ref": c.ref, "year": c.year, "old": c.old, "new": c.new} for c in delivery.sources
        ],
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
        "unread": [{"where": one.where, "text": one.text} for one in proposal.unread],
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
    mine = {id(reading) for reading in one.readings}
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
            if id(cell.reading) in mine
        ],
    }
