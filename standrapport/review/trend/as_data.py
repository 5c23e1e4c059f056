# SPDX-License-Identifier: EUPL-1.2
"""A trend as tidy CSV: one row for everything an edition says of a year.

A trend as JSON for programs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ...core.model import Revision
from ...core.notation import NOT_KNOWN, json_number
from ...core.words import as_cell
from ...open_data import csv_lines
from .model import EditionSays, Revised, Trend, TrendYear
from .wording import state

HEADER = (
    "ref", "titel", "sleutel", "jaar", "periode", "editie", "waarde", "gedrukt", "status",
    "peildatum", "bron", "nieuwste", "herzien", "eenheid",
)  # fmt: skip


def trend_csv(trends: Iterable[Trend]) -> bytes:
    """All trends as one file, in the same form as the open data: UTF-8, comma, numbers with a
    decimal point.

    `waarde` is the printed number, `gedrukt` the text of the edition; `nieuwste` is ja for the
    value that stands, `herzien` for a value that an earlier edition gave differently.
    """
    return csv_lines([HEADER, *(row for trend in trends for row in _rows(trend))])


def _rows(trend: Trend) -> Iterator[tuple[str, ...]]:
    return (_row(trend, year, said) for year in trend.years for said in year.said)


def _row(trend: Trend, year: TrendYear, said: EditionSays) -> tuple[str, ...]:
    figure = said.figure
    return (
        trend.ref,
        trend.title,
        trend.key or "",
        str(year.year),
        as_cell(figure.period),
        str(said.edition),
        "" if figure.value is None else f"{figure.value:f}",
        figure.printed,
        state(figure),
        figure.reference_date or "",
        said.source if figure.printed != NOT_KNOWN else "",
        "ja" if said is year.standing else "nee",
        "ja" if year.revises(said.edition) else "nee",
        trend.unit,
    )


def trends_as_dict(trends: Iterable[Trend]) -> dict[str, Any]:
    """All trends as `standrapport/trend/1`.

    Years without a hole between them, editions earliest first.
    """
    return {"schema": "standrapport/trend/1", "figures": [_trend(trend) for trend in trends]}


def _trend(trend: Trend) -> dict[str, Any]:
    plain = ("ref", "key", "title", "unit", "population")
    return {
        **{name: getattr(trend, name) for name in plain},
        "formula": trend.formula or None,
        "editions": list(trend.editions),
        "breaks": [{"year": one.year, "reason": one.reason} for one in trend.breaks],
        "years": [_year(year) for year in trend.years],
    }


def _year(year: TrendYear) -> dict[str, Any]:
    change = year.change
    return {
        "year": year.year,
        "newest": year.standing.edition if year.standing else None,
        "values": [_said(said, standing=said is year.standing) for said in year.said],
        "revisions": [_revised(one) for one in year.revised],
        "change": (
            None
            if change is None
            else {
                "difference": json_number(change.difference),
                "percent": json_number(change.percent),
                "reason": change.why or None,
            }
        ),
    }


def _said(said: EditionSays, *, standing: bool) -> dict[str, Any]:
    figure = said.figure
    place = figure.position
    return {
        "edition": said.edition,
        "printed": figure.printed,
        "value": json_number(figure.value),
        "kind": figure.kind.value,
        "period": figure.period,
        "provisional": figure.provisional,
        "reference_date": figure.reference_date,
        "source": said.source or None,
        "newest": standing,
        "location": place.as_dict() if place else None,
    }


def _revised(one: Revised) -> dict[str, Any]:
    return {
        "old_edition": one.revision.edition,
        "new_edition": one.edition,
        "period": one.period,
        **_revision(one.revision),
        "difference": json_number(one.revision.change.difference),
        "moved_by": [{**cell.id.as_dict(), **_revision(cell)} for cell in one.moved],
    }


def _revision(revision: Revision) -> dict[str, Any]:
    return {
        "old": revision.old,
        "new": revision.new,
        "percent": json_number(revision.change.percent),
        "reason": revision.reason or None,
    }
