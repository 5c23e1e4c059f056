# SPDX-License-Identifier: EUPL-1.2
"""What a source adds up to: a number per column, year and key, with every row that was read
accounted for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from typing import Any

from ..core.frozen import dataclass
from ..core.model import Extract, Measure, Taking
from .engine import Engine, RowFate, SourceProblem
from .plan import Plan

GROUPS = 200_000  # more combinations of categories than this are no categories


@dataclass
class Totals:
    """The aggregates of one source; nothing here is a row.

    `values` is by column, year and key ('' in a table without key), zero where it has nothing.
    `rows` counts rows by state, `other_years` those outside by year. `unnamed` counts, per source
    column, the rows in no column by a value no column names; `unseen` are values the declaration
    names that no row has. `repeated` is how many unique values occur more than once, and in how
    many rows. Of the rows that count, `year_rows` has their number by year, `dated_rows`
    of those that are of a day, a month or a quarter, and `last_month` the month of the last one (1
    to 12).
    """

    values: dict[tuple[str, int, str], Decimal] = field(default_factory=dict)
    years: set[int] = field(default_factory=set)
    keys: Counter[tuple[int, str]] = field(default_factory=Counter)
    rows: Counter[RowFate] = field(default_factory=Counter)
    other_years: Counter[int] = field(default_factory=Counter)
    in_no_column: int = 0
    unnamed: dict[str, Counter[str]] = field(default_factory=dict)
    unseen: list[tuple[str, str]] = field(default_factory=list)
    repeated: tuple[int, int] = (0, 0)
    year_rows: Counter[int] = field(default_factory=Counter)
    dated_rows: Counter[int] = field(default_factory=Counter)
    last_month: dict[int, int] = field(default_factory=dict)

    @property
    def read(self) -> int:
        """How many rows were read."""
        return self.rows.total()

    def value(self, column: str, year: int, key: str | None) -> Decimal:
        """What the source gives for a figure."""
        return self.values.get((column, year, key or ""), Decimal(0))


def totals_of(plan: Plan, engine: Engine) -> Totals:
    """Ask an engine for everything a plan needs; raises SourceProblem."""
    extract = plan.extract
    found = Totals()
    groups = plan.totals(engine, GROUPS + 1)
    if len(groups) > GROUPS:
        raise _no_categories(extract)
    met: set[tuple[str, str]] = set()
    categories: set[tuple[str, ...]] = set()
    for code, year, key, *rest in groups:
        *names, number, amount, month, dated = rest
        state, cells, number = RowFate(code), tuple(names), int(number)
        found.rows[state] += number
        met |= set(zip(extract.categories, cells, strict=True))
        if state is RowFate.OUTSIDE:
            found.other_years[year] += number
        if state is RowFate.COUNTED:
            found.years.add(year)
            found.year_rows[year] += number
            found.dated_rows[year] += int(dated)
            if month is not None:
                found.last_month[year] = max(int(month), found.last_month.get(year, 0))
            found.keys[year, key] += number
            categories.add(cells)
            _add(found, extract, (year, key), cells, number, amount)
    if extract.measure is Measure.DISTINCT:
        _different(found, plan, engine, categories)
    if extract.unique:
        found.repeated = plan.repeated(engine)
    found.unseen = [pair for pair in _named(extract) if pair not in met]
    return found


def _no_categories(extract: Extract) -> SourceProblem:
    names = [*extract.categories, *([extract.key] if extract.key else [])]
    columns = " en ".join(f"'{name}'" for name in names)
    sentence = (
        f"{columns} heeft te veel verschillende waarden om een categorie te zijn; klopt uit_bron?"
    )
    return SourceProblem("SR-B008", sentence)


def _add(
    found: Totals,
    extract: Extract,
    place: tuple[int, str],
    cells: tuple[str, ...],
    number: int,
    amount: Any,
) -> None:
    """Add a group of rows that count to the columns that take it."""
    taken = list(_taking(extract, cells))
    some = any(rows.taking is not Taking.ALL for rows in extract.columns.values())
    if some and not any(extract.columns[name].taking is not Taking.ALL for name in taken):
        found.in_no_column += number
        _unnamed(found, extract, cells, number)
    if extract.measure is Measure.DISTINCT:
        return  # different values do not add up over groups
    counted = Decimal(number if extract.measure is Measure.ROWS else amount)
    for name in taken:
        figure = (name, *place)
        found.values[figure] = found.values.get(figure, Decimal(0)) + counted


def _named(extract: Extract) -> list[tuple[str, str]]:
    """The source columns with the values that the declaration names."""
    return list(
        dict.fromkeys(
            (column, value)
            for rows in extract.columns.values()
            for column, allowed in rows.conditions.items()
            for value in allowed
        )
    )


def _taking(extract: Extract, cells: tuple[str, ...]) -> Iterator[str]:
    """The columns of the table that take a row with these categories."""
    row = dict(zip(extract.categories, cells, strict=True))
    some = {
        name
        for name, rows in extract.columns.items()
        if rows.taking is Taking.SOME and rows.takes(row)
    }
    for name, rows in extract.columns.items():
        if name in some or rows.taking is Taking.ALL or (rows.taking is Taking.REST and not some):
            yield name


def _unnamed(found: Totals, extract: Extract, cells: tuple[str, ...], number: int) -> None:
    for column, value in zip(extract.categories, cells, strict=True):
        if not any(value in rows.conditions.get(column, ()) for rows in extract.columns.values()):
            found.unnamed.setdefault(column, Counter())[value] += number


def _different(found: Totals, plan: Plan, engine: Engine, categories: set[tuple[str, ...]]) -> None:
    """Different values per column: which categories a column takes is decided here, so both
    measures count the same rows.
    """
    taken: Mapping[str, Sequence[tuple[str, ...]] | None] = {
        name: (
            None
            if rows.taking is Taking.ALL
            else sorted(cells for cells in categories if name in _taking(plan.extract, cells))
        )
        for name, rows in plan.extract.columns.items()
    }
    for year, key, *counts in plan.different(engine, taken):
        for name, amount in zip(taken, counts, strict=True):
            found.values[name, year, key] = Decimal(amount)
