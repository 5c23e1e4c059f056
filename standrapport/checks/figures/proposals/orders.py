# SPDX-License-Identifier: EUPL-1.2
"""Orders between figures: a part that is never larger than its whole.

That one figure stays below another is weak evidence, so only pairs are looked at that read as part
and whole: a column of a table beside its total, columns that come close without crossing, and the
same column of two tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import permutations

from ....core.frozen import dataclass
from .series import FigureSeries, Sample, SampleField

FEWEST = 3  # samples an order must hold in
_CLOSE = 0.25  # the share of the whole that a part should reach somewhere
_ALIKE = 3  # columns two tables share when they show one subject
_MOST = 12  # orders proposed in all


@dataclass(frozen=True)
class PartOfWhole:
    """`small` never printed above `large` in the samples, but for `fails`."""

    small: FigureSeries
    large: FigureSeries
    tested: tuple[Sample, ...]
    fails: Sample | None
    closest: float

    @property
    def test(self) -> str:
        """The comparison as it stands in regels.yaml."""
        return f"{self.small.name} <= {self.large.name}"

    @property
    def mixed(self) -> bool:
        """Whether the two count different groups."""
        return self.small.population != self.large.population


def orders(field: SampleField) -> list[PartOfWhole]:
    """The orders of a field that read as part and whole, best supported first."""
    found = [one for pair in _pairs(field) if (one := _order(field, *pair)) is not None]
    found.sort(key=lambda one: (one.fails is not None, -len(one.tested), -one.closest, one.test))
    return found[: 2 * _MOST]


def _pairs(field: SampleField) -> Iterator[tuple[FigureSeries, FigureSeries]]:
    counts = [one for one in field.series if not one.share and "[" not in one.name]
    columns: dict[str, set[str]] = {}
    for one in counts:
        columns.setdefault(one.table, set()).add(_column(one))
    for small, large in permutations(counts, 2):
        if small.unit == large.unit and _reads_as_part(small, large, columns):
            yield small, large


def _reads_as_part(
    small: FigureSeries, large: FigureSeries, columns: Mapping[str, set[str]]
) -> bool:
    """Whether two series read as part and whole, by their place in the tables."""
    if small.table == large.table:
        return large.whole and not small.whole
    alike = len(columns[small.table] & columns[large.table]) >= _ALIKE
    return alike and _column(small) == _column(large)


def _column(series: FigureSeries) -> str:
    return series.name.rpartition(".")[2]


def _order(field: SampleField, small: FigureSeries, large: FigureSeries) -> PartOfWhole | None:
    import numpy as np

    both = ~np.isnan(small.values) & ~np.isnan(large.values) & (large.values > 0)
    wrong = both & (small.low > large.high)
    above = both & (small.values > large.values)
    if both.sum() < FEWEST or wrong.sum() > 1 or (above.sum() > wrong.sum()):
        return None
    if wrong.any() and both.sum() < FEWEST + 1:
        return None
    holding = both & ~wrong
    closest = float(np.max(small.values[holding] / large.values[holding]))
    places = both.nonzero()[0]
    fails = field.samples[wrong.nonzero()[0][0]] if wrong.any() else None
    tested = tuple(field.samples[at] for at in places)
    return PartOfWhole(small, large, tested, fails, closest) if closest >= _CLOSE else None
