# SPDX-License-Identifier: EUPL-1.2
"""The figures of an edition as series of bounds: per name what each year (or each key in each year)
allows, laid beside each other so that thousands of sums are tried at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ....core.formula import Names
from ....core.frozen import dataclass
from ....core.model import Catalogue, Column, Figure, FigureKey, Figures, Kind, Table, years_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.float64]

Sample = tuple[int, str | None]  # year, and the key in a keyed table
_MOST_KEYS = 40  # keys of one table that are looked at one by one


@dataclass(frozen=True, eq=False)
class FigureSeries:
    """One name of a formula with its bounds in every sample; NaN where it is not known."""

    name: str
    table: str
    unit: str
    population: str
    title: str
    values: Numbers
    low: Numbers
    high: Numbers
    step: float
    whole: bool  # a total by its role or name
    share: bool  # a percentage


@dataclass(frozen=True, eq=False)
class SampleField:
    """FigureSeries over the same samples that may stand in one formula."""

    samples: tuple[Sample, ...]
    series: tuple[FigureSeries, ...]

    @property
    def keyed(self) -> bool:
        """Whether it lays out a keyed table by its keys."""
        return any(key is not None for _, key in self.samples)

    def groups(self) -> Iterator[tuple[FigureSeries, ...]]:
        """FigureSeries that count the same thing: one unit and one population."""
        kinds = dict.fromkeys((one.unit, one.population) for one in self.series if not one.share)
        for kind in kinds:
            yield tuple(
                one for one in self.series if (one.unit, one.population) == kind and not one.share
            )


def fields(catalogue: Catalogue, figures: Figures, names: Names) -> Iterator[SampleField]:
    """The fields of an edition: all plain figures and sums over keys by year, and each keyed table
    by year and key.
    """
    years = sorted(years_of(figures))
    plain = tuple((year, None) for year in years)
    found: list[FigureSeries] = []
    for table in catalogue.tables.values():
        if table.key_column is None:
            found.extend(_columns(table, figures, plain))
            continue
        for column in table.columns.values():
            found.extend(_over_keys(table, column, figures, names, years))
        samples = tuple((year, key) for year in years for key in names.keys(table.name, year))
        yield SampleField(samples, _known(_columns(table, figures, samples)))
    yield SampleField(plain, _known(found))


def _columns(table: Table, figures: Figures, samples: Sequence[Sample]) -> Iterator[FigureSeries]:
    """Every column of a table as a series."""
    for column in table.columns.values():
        cells = [figures.get(FigureKey(column.ref, *sample)) for sample in samples]
        yield _series(column.ref, table, column, cells)


def _over_keys(
    table: Table, column: Column, figures: Figures, names: Names, years: Sequence[int]
) -> Iterator[FigureSeries]:
    """The sum over all keys, and each key by itself when there are few."""
    keys = {year: names.keys(table.name, year) for year in years}
    several = list(dict.fromkeys(key for year in years for key in keys[year]))
    if len(several) <= _MOST_KEYS:
        for key in several:
            name = f'{column.ref}["{key}"]'
            cells = [figures.get(FigureKey(column.ref, year, key)) for year in years]
            yield _series(name, table, column, cells, f"{column.title} ({key})", key=key)
    rows = [[figures.get(FigureKey(column.ref, year, key)) for key in keys[year]] for year in years]
    yield _summed(table, column, rows)


def _summed(table: Table, column: Column, rows: Sequence[Sequence[Figure | None]]) -> FigureSeries:
    import numpy as np

    ends = np.array([_sum(cells) for cells in rows]).reshape(-1, 3)
    step = float(column.rounding or 1)
    return FigureSeries(
        f"som({column.ref})",
        table.name,
        column.unit,
        column.population,
        f"{column.title}, alle {table.key_column} samen",
        ends[:, 0],
        ends[:, 1],
        ends[:, 2],
        step,
        whole=True,
        share=column.unit == "procent",
    )


def _sum(cells: Sequence[Figure | None]) -> tuple[float, float, float]:
    ends = [_ends(cell) for cell in cells]
    nothing = float("nan")
    if not ends:
        return nothing, nothing, nothing
    return sum(one[0] for one in ends), sum(one[1] for one in ends), sum(one[2] for one in ends)


def _series(
    name: str,
    table: Table,
    column: Column,
    cells: Sequence[Figure | None],
    title: str = "",
    key: str | None = None,
) -> FigureSeries:
    import numpy as np

    ends = np.array([_ends(cell) for cell in cells]).reshape(-1, 3)
    label = (key or f"{column.ref.partition('.')[2]} {column.title}").lower()
    total = column.role is not None and column.role.value == "totaal"
    return FigureSeries(
        name,
        table.name,
        column.unit,
        column.population,
        title or column.title,
        ends[:, 0],
        ends[:, 1],
        ends[:, 2],
        float(column.rounding or 1),
        whole=total or "totaal" in label or label == "alle",
        share=column.unit == "procent",
    )


def _ends(figure: Figure | None) -> tuple[float, float, float]:
    """Printed value and bounds; NaN for what is not known, or counts another period than a
    year.
    """
    if figure is not None and figure.period is None and not figure.expected:
        if figure.kind is Kind.VALUE and figure.value is not None:
            bounds = figure.interval
            return float(figure.value), float(bounds.low), float(bounds.high)
        if figure.kind is Kind.NOT_APPLICABLE:
            return 0.0, 0.0, 0.0
    nothing = float("nan")
    return nothing, nothing, nothing


def _known(series: Iterable[FigureSeries]) -> tuple[FigureSeries, ...]:
    """The series that have something to tell: values, and not only noughts."""
    import numpy as np

    return tuple(one for one in series if np.nansum(np.abs(one.values)) > 0)
