# SPDX-License-Identifier: EUPL-1.2
"""Which of several rows of one year is the figure of that year.

In this order: what was counted over the whole year; over the longest part of it; a row in which
nothing is known yet, since that says that a count is to come; several years taken together; a
forecast; a target. A row in which nothing is known never takes the place of a part of the year that
is. Why: docs/besluiten/0024-wat-een-cijfer-weet.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from ...core.model import Expected, Figure, months_in, several_years


class TimedRow(Protocol):
    """A row of a figure file: what time it is about, whether it was counted, and its figures."""

    @property
    def period(self) -> str | None:
        """The part of time; None for the whole year."""

    @property
    def expected(self) -> Expected:
        """'' for what was counted."""

    @property
    def figures(self) -> Mapping[str, Figure]:
        """The figures by column."""


R = TypeVar("R", bound=TimedRow)


def stands_for_year(rows: Sequence[R]) -> R:
    """The row that is meant by its year alone; of equals the first."""
    return min(rows, key=_rank)


def says_something(row: TimedRow) -> bool:
    """Whether a row has more than marks of what is not known."""
    return any(not figure.kind.is_open for figure in row.figures.values())


def _rank(row: TimedRow) -> tuple[int, int]:
    months = -months_in(row.period)
    if row.expected:
        return 4 if row.expected == "raming" else 5, months
    if several_years(row.period):
        return 3, 0
    if not says_something(row):
        return 2, months
    return (0, 0) if row.period is None else (1, months)
