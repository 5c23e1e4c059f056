"""A trend as tidy CSV: one row for everything an edition says of a year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..notation import NOT_KNOWN
from ..open_data import WHOLE_YEAR, csv_lines
from .model import Said, Trend, Year
from .wording import state

HEADER = (
    "ref", "titel", "sleutel", "jaar", "periode", "editie", "waarde", "gedrukt", "status", "peildatum", "bron", "nieuwste", "herzien", "eenheid",
)  # fmt: skip


def trend_csv(trends: Iterable[Trend]) -> bytes:
    """All trends as one file, in the same form as the open data: UTF-8, comma, numbers with a decimal point.

    `waarde` is the printed number, `gedrukt` the text of the edition; `nieuwste` is ja for the value that stands, `herzien` for
    a value that an earlier edition gave differently.
    """
    return csv_lines([HEADER, *(row for trend in trends for row in _rows(trend))])


def _rows(trend: Trend) -> Iterator[tuple[str, ...]]:
    return (_row(trend, year, said) for year in trend.years for said in year.said)


def _row(trend: Trend, year: Year, said: Said) -> tuple[str, ...]:
    figure = said.figure
    return (
        trend.ref,
        trend.title,
        trend.key or "",
        str(year.year),
        figure.period or WHOLE_YEAR,
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
