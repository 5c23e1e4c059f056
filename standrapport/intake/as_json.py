"""A delivery as `standrapport/import/1` JSON (decision 0017)."""

from __future__ import annotations

from typing import Any

from ..messages import finding_as_dict
from .bring_in import Delivery, asked
from .reading import RegionReading


def delivery_as_dict(delivery: Delivery, *, written: bool) -> dict[str, Any]:
    """Everything that was read, what each label was taken for, and what changes."""
    proposal = delivery.proposal
    return {
        "schema": "standrapport/import/1",
        "file": proposal.file,
        "year": delivery.year,
        "regions": [_region(one, delivery) for one in proposal.regions],
        "changes": [
            {"file": file, "ref": c.ref, "year": c.year, "period": c.period, "key": c.key, "old": c.old, "new": c.new}
            for file, changes in delivery.changes.items()
            for c in changes
        ],
        "sources": [{"ref": c.ref, "year": c.year, "old": c.old, "new": c.new} for c in delivery.sources],
        "same": delivery.same,
        "questions": [
            {"option": one.option, "about": one.about, "text": one.sentence, "answers": dict(one.answers), "proposed": one.proposed or None}
            for one in delivery.questions
        ],
        "written": written,
        "findings": [finding_as_dict(finding) for finding in asked(delivery)],
    }


def _region(one: RegionReading, delivery: Delivery) -> dict[str, Any]:
    roles, proposal = one.roles, delivery.proposal
    day = next((reading.reference_date for reading in one.readings if reading.reference_date), proposal.reference_date)
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
                "labels": [{"label": label, "means": roles.means(at, label)} for label in region.labels(at)],
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
