# SPDX-License-Identifier: EUPL-1.2
"""Large keyed tables kept as columns: a cell becomes a `Figure` only when somebody asks for it.

A table of 100.000 keys and ten columns holds a million cells; as objects they cost a gigabyte, as
columns a hundredth of that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..frozen import dataclass
from ..notation import (
    NOT_APPLICABLE,
    NOT_AVAILABLE,
    NOT_KNOWN,
    OUTSIDE_LIST,
    format_figure,
)
from .catalogue import Catalogue, Column, Table
from .figure import Expected, Figure, FigureKey, Figures, Kind, apart
from .text import Position

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

KINDS = (
    Kind.VALUE,
    Kind.SUPPRESSED,
    Kind.UNKNOWN,
    Kind.NOT_APPLICABLE,
    Kind.UNAVAILABLE,
    Kind.OUTSIDE,
)
# Places in KINDS, as stored in `ColumnValues.kinds`.
VALUE, SUPPRESSED, UNKNOWN, NOT_APPLYING, UNAVAILABLE, OUTSIDE = range(6)


@dataclass(frozen=True)
class ColumnValues:
    """One column: per row the place of its kind in KINDS, and its value times 10 ** `decimals` as a
    whole number.
    """

    kinds: npt.NDArray[np.int8]
    numbers: npt.NDArray[np.int64]
    decimals: int


@dataclass(frozen=True)
class ColumnTable:
    """The rows of one figure file, whole years only, in the order of the file.

    `years` and `keys` have a value per row, `lines` the line in the file, `provisional` and
    `reference_dates` what the row says of itself; `columns` maps the name of each column to its
    values.
    """

    table: Table
    file: str
    years: npt.NDArray[np.int16]
    keys: npt.NDArray[np.object_]
    lines: npt.NDArray[np.int32]
    provisional: npt.NDArray[np.bool_]
    reference_dates: Sequence[str | None]
    columns: Mapping[str, ColumnValues]

    @cached_property
    def rows(self) -> Mapping[int, Mapping[str, int]]:
        """Per year the row of each key."""
        return {
            int(year): {self.keys[row]: int(row) for row in (self.years == year).nonzero()[0]}
            for year in dict.fromkeys(self.years.tolist())
        }

    def keys_in(self, year: int) -> Sequence[str]:
        """The keys that have a row in a year, in the order of the file."""
        return tuple(self.rows.get(year, ()))

    def __len__(self) -> int:
        return len(self.keys) * len(self.columns)

    def names(self) -> Iterator[FigureKey]:
        """The name of every cell, row by row."""
        refs = [column.ref for name, column in self.table.columns.items() if name in self.columns]
        for year, key in zip(self.years.tolist(), self.keys.tolist(), strict=True):
            for ref in refs:
                yield FigureKey(ref, year, key)

    def figure(self, name: FigureKey) -> Figure | None:
        """The figure with this name, or None when the table has no such cell."""
        column_name = name.ref.partition(".")[2]
        row = self.rows.get(name.year, {}).get(name.key) if name.key is not None else None
        if row is None or column_name not in self.columns:
            return None
        column, values = self.table.columns[column_name], self.columns[column_name]
        kind = KINDS[values.kinds[row]]
        value, decimals, printed = printed_cell(
            kind, int(values.numbers[row]), values.decimals, column
        )
        return Figure(
            id=name,
            kind=kind,
            printed=printed,
            value=value,
            rounding=column.rounding,
            rounds_down=column.rounds_down,
            suppression=column.suppression,
            unit=column.unit,
            provisional=bool(self.provisional[row]),
            reference_date=self.reference_dates[row],
            position=Position(self.file, int(self.lines[row]), column_name),
            decimals=decimals,
            free=column.free,
        )


def printed_cell(
    kind: Kind, number: int, scale: int, column: Column
) -> tuple[Decimal | None, int, str]:
    """Value, decimals and printed text of a cell, the same as a single cell read from a file."""
    if kind is Kind.VALUE:
        value = Decimal(number).scaleb(-scale)
        places = max(0, -int(value.normalize().as_tuple().exponent))
        decimals = max(column.decimals, places)
        return value, decimals, format_figure(value, decimals, column.unit)
    words = {
        Kind.UNKNOWN: NOT_KNOWN,
        Kind.NOT_APPLICABLE: NOT_APPLICABLE,
        Kind.UNAVAILABLE: NOT_AVAILABLE,
        Kind.OUTSIDE: OUTSIDE_LIST,
        Kind.SUPPRESSED: f"<{column.suppression}",
    }
    return None, 0, words[kind]


_MOST_MADE = 100_000
Lazy = Callable[[int, str], Figure | None]


@dataclass(frozen=True)
class Vintage(Mapping[FigureKey, Figure]):
    """All figures of an edition: single ones, large tables as columns (by table name), and what is
    derived per key of those.

    Those `beside` the figures of the years are found by their own names only.

    Going through it gives every figure, the large tables' cells made on the spot; `single` alone is
    what a report prints.
    """

    single: Mapping[FigureKey, Figure]
    large: Mapping[str, ColumnTable] = field(default_factory=dict)
    lazy: Mapping[str, tuple[str, Lazy]] = field(
        default_factory=dict
    )  # derived ref: its large table, and how to work it out
    # Over another period than the year stands for, or a target or forecast: `FigureKey.beside`.
    beside: Mapping[FigureKey, Figure] = field(default_factory=dict)
    made: dict[FigureKey, Figure] = field(
        default_factory=dict, repr=False, compare=False
    )  # asked for before

    @cached_property
    def beside_by_name(self) -> Mapping[FigureKey, Sequence[FigureKey]]:
        """The names of the figures that stand beside each figure that has any."""
        found: dict[FigureKey, list[FigureKey]] = {}
        for name in self.beside:
            found.setdefault(name._replace(beside=None), []).append(name)
        return found

    def __getitem__(self, name: FigureKey) -> Figure:
        if name.beside is not None:
            return self.beside[name]
        found = self.single.get(name) or self.made.get(name)
        if found is not None:
            return found
        table = self.large.get(name.ref.partition(".")[0])
        found = table.figure(name) if table is not None else None
        if found is None and name.key is not None and name.ref in self.lazy:
            found = self.lazy[name.ref][1](name.year, name.key)
        if found is None:
            raise KeyError(name)
        if len(self.made) < _MOST_MADE:
            self.made[name] = found
        return found

    def __contains__(self, name: object) -> bool:
        return (
            name in self.single
            or name in self.beside
            or (bool(self.large) and isinstance(name, FigureKey) and self.get(name) is not None)
        )

    def __iter__(self) -> Iterator[FigureKey]:
        yield from self.single
        for table in self.large.values():
            yield from table.names()
        for ref, (table_name, _) in self.lazy.items():
            for year, keys in self.large[table_name].rows.items():
                yield from (FigureKey(ref, year, key) for key in keys)

    def __len__(self) -> int:
        derived = sum(len(self.large[table].keys) for table, _ in self.lazy.values())
        return len(self.single) + sum(len(table) for table in self.large.values()) + derived


def large_tables(figures: Figures) -> Mapping[str, ColumnTable]:
    """The tables kept as columns, by name; none for figures held one by one."""
    return figures.large if isinstance(figures, Vintage) else {}


def single_figures(figures: Figures) -> Figures:
    """All figures but the cells of large tables."""
    return figures.single if isinstance(figures, Vintage) else figures


def beside(figures: Figures) -> Figures:
    """The figures that stand beside those of the years; see `FigureKey.beside`."""
    return figures.beside if isinstance(figures, Vintage) else {}


def beside_of(figures: Figures, name: FigureKey) -> Sequence[FigureKey]:
    """The names of the figures beside that of a year."""
    return figures.beside_by_name.get(name, ()) if isinstance(figures, Vintage) else ()


def expected_beside(figures: Figures, name: FigureKey, expected: Expected) -> FigureKey:
    """The name of the target or forecast of a year: what the year stands for when nothing was
    counted, else what stands beside it, over its own time first.
    """
    own = figures.get(name)
    if own is not None and own.expected == expected:
        return name
    beside_it = [one for one in beside_of(figures, name) if figures[one].expected == expected]
    if own is not None and not own.kind.is_open:
        beside_it.sort(key=lambda one: figures[one].period != own.period)
    return beside_it[0] if beside_it else name._replace(beside=expected)


def same_period(figures: Figures, name: FigureKey, like: Figure) -> Figure | None:
    """The figure with this name over the period of another, counted as that one was; None when the
    vintage does not hold it.
    """
    own = figures.get(name)
    if (
        own is None
        or own.kind.is_open
        or (own.period, own.expected) == (like.period, like.expected)
    ):
        return own
    return figures.get(name._replace(beside=apart(like.period, like.expected)))


def free_refs(figures: Figures) -> set[str]:
    """The figures that may lie below zero, by their columns."""
    single = {name.ref for name, figure in single_figures(figures).items() if figure.free}
    return single.union(
        column.ref
        for table in large_tables(figures).values()
        for column in table.table.columns.values()
        if column.free
    )


def years_of(figures: Figures) -> set[int]:
    """Every year that has a figure."""
    years = {name.year for name in single_figures(figures)}
    return years.union(*(table.rows for table in large_tables(figures).values()))


def keys_in(figures: Figures, ref: str, year: int) -> list[str]:
    """The keys a keyed column or derived figure has in a year, in the order of the file."""
    if isinstance(figures, Vintage):
        table = figures.large.get(
            figures.lazy[ref][0] if ref in figures.lazy else ref.partition(".")[0]
        )
        if table is not None:
            return list(table.keys_in(year))
    return [
        name.key
        for name in single_figures(figures)
        if name.ref == ref and name.year == year and name.key is not None
    ]


def has_keys(figures: Figures, ref: str) -> bool:
    """Whether a figure has a value per key, in any year."""
    if isinstance(figures, Vintage) and figures.large:
        return any(keys_in(figures, ref, year) for year in years_of(figures))
    return any(name.ref == ref and name.key is not None for name in single_figures(figures))


def suppressed(figures: Figures) -> Iterator[FigureKey]:
    """The cells that are not shown ('<5')."""
    yield from (
        name
        for name, figure in single_figures(figures).items()
        if figure.kind is Kind.SUPPRESSED and not figure.derived
    )
    for table in large_tables(figures).values():
        for column, values in table.columns.items():
            for row in (values.kinds == SUPPRESSED).nonzero()[0]:
                yield FigureKey(
                    table.table.columns[column].ref, int(table.years[row]), table.keys[row]
                )


def delivered(figures: Figures) -> set[str]:
    """The names that have a figure that is known, or suppressed, in some year."""
    known = {
        name.ref for name, figure in single_figures(figures).items() if not figure.kind.is_open
    }
    for table in large_tables(figures).values():
        known |= {
            table.table.columns[column].ref
            for column, values in table.columns.items()
            if any(not KINDS[kind].is_open for kind in set(values.kinds.tolist()))
        }
    return known


def differing(earlier: Figures, now: Figures) -> Iterator[FigureKey]:
    """The figures of `earlier` that may read differently now: all single ones, of large tables only
    the cells that changed.
    """
    yield from single_figures(earlier)
    for name, old in large_tables(earlier).items():
        new = large_tables(now).get(name)
        if new is None:
            yield from old.names()
            continue
        for year, rows in old.rows.items():
            both = [
                (row, new.rows[year][key])
                for key, row in rows.items()
                if key in new.rows.get(year, {})
            ]
            if both:
                yield from _changed(old, new, year, both)


def _changed(
    old: ColumnTable, new: ColumnTable, year: int, rows: Sequence[tuple[int, int]]
) -> Iterator[FigureKey]:
    import numpy as np

    before, after = (np.array(side) for side in zip(*rows, strict=True))
    for column, values in old.columns.items():
        if column not in new.columns:
            continue
        other = new.columns[column]
        up = max(values.decimals, other.decimals)
        same: Any = (values.kinds[before] == other.kinds[after]) & (
            values.numbers[before] * 10 ** (up - values.decimals)
            == other.numbers[after] * 10 ** (up - other.decimals)
        )
        ref = old.table.columns[column].ref
        yield from (FigureKey(ref, year, old.keys[row]) for row in before[~same])


def missing_columns(
    catalogue: Catalogue, figures: Figures, year: int
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Per table the columns that are n.n.b. in a year; none named where all of them are.

    A table with a key is told only when it is wholly empty.
    """
    found: list[tuple[str, tuple[str, ...]]] = []
    for table in catalogue.tables.values():
        columns = [column for column in table.columns.values() if column.exists_in(year)]
        if not columns:
            continue
        if table.key_column:
            if not any(keys_in(figures, column.ref, year) for column in columns):
                found.append((table.title, ()))
            continue
        absent = [c.title for c in columns if _unknown(figures.get(FigureKey(c.ref, year)))]
        if absent:
            found.append((table.title, tuple(absent) if len(absent) < len(columns) else ()))
    return tuple(found)


def _unknown(figure: Figure | None) -> bool:
    return figure is None or figure.kind is Kind.UNKNOWN
