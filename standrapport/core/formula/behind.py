# SPDX-License-Identifier: EUPL-1.2
"""What lies behind a figure: the populations it counts, the keyed table it follows, and the breaks
in its series.

Adding or comparing across populations is reported; across a break nothing compares.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..model import Catalogue, Column, Derived, FigureKey, SeriesBreak, Table
from .parser import references_in


def _parts(derived: Derived) -> Iterator[str]:
    """The names in a formula, itself left out; none when it cannot be read (that is reported where
    it was parsed).
    """
    parts = references_in(derived.formula_text.raw)
    yield from (part.ref for part in parts if part.ref != derived.ref)


def _columns(catalogue: Catalogue, ref: str, seen: set[str]) -> Iterator[tuple[Table, Column]]:
    """The columns a figure is made of, itself when it is one, each with its table."""
    if ref in seen:
        return
    seen.add(ref)
    table, column = catalogue.table_of(ref), catalogue.column(ref)
    if table is not None and column is not None:
        yield table, column
    elif ref in catalogue.derived:
        for part in _parts(catalogue.derived[ref]):
            yield from _columns(catalogue, part, seen)


def tables_behind(catalogue: Catalogue, refs: Iterable[str]) -> set[str]:
    """The names of the tables that figures are made of."""
    return {table.name for ref in refs for table, _ in _columns(catalogue, ref, set())}


def populations(catalogue: Catalogue, refs: Iterable[str]) -> list[str]:
    """The titles of the different populations of columns and derived figures, in order of
    appearance.

    A derived figure counts by its cells, unless it has a population of its own.
    """
    found: dict[str, None] = {}
    for ref in refs:
        column = catalogue.column(ref)
        derived = catalogue.derived.get(ref)
        if column is not None:
            found.setdefault(column.population)
        elif derived is not None and derived.population:
            found.setdefault(derived.population)
        elif derived is not None:
            found |= dict.fromkeys(populations(catalogue, _parts(derived)))
    return [population for population in found if population]


def keyed_table(catalogue: Catalogue, ref: str) -> Table | None:
    """The keyed table a column or derived figure has one value per key of, as far as its formula
    leans on one; None when there is none.
    """
    tables = (table for table, _ in _columns(catalogue, ref, set()))
    return next((table for table in tables if table.key_column), None)


def rest_keys(catalogue: Catalogue, ref: str) -> tuple[str, ...]:
    """The keys of a figure that stand for everything without a row of its own."""
    table = keyed_table(catalogue, ref)
    return table.rest_keys if table is not None else ()


def breaks(catalogue: Catalogue, ref: str) -> tuple[SeriesBreak, ...]:
    """The breaks in the series of a figure, those of the columns it is made of, earliest first."""
    columns = _columns(catalogue, ref, set())
    found = dict.fromkeys(one for _, column in columns for one in column.breaks)
    return tuple(sorted(found, key=lambda one: one.year))


def crossed(catalogue: Catalogue, cells: Iterable[FigureKey]) -> tuple[SeriesBreak, ...]:
    """The breaks with cells on both sides: those do not compare.

    A break of a table is one of all its columns, so one column before it and another after it lie
    on both sides too.
    """
    years: dict[SeriesBreak, set[int]] = defaultdict(set)
    for name in cells:
        column = catalogue.column(name.ref)
        for one in column.breaks if column is not None else ():
            years[one].add(name.year)
    return tuple(one for one, span in years.items() if min(span) < one.year <= max(span))


def adds_only(formula: str) -> bool:
    """Whether a formula is a sum and nothing else."""
    return not {"-", "*", "/"} & set(formula)


def sums_of(catalogue: Catalogue, ref: str) -> Iterator[tuple[str, ...]]:
    """The parts that a figure is the sum of, for each rule `geheel == deel + deel` about it."""
    for rule in catalogue.rules:
        left, _, right = rule.test.partition("==")
        for whole, parts in ((left, right), (right, left)):
            if whole.strip() != ref or "+" not in parts or not adds_only(parts):
                continue  # seen from the letters: few rules are sums, and reading one takes longer
            named = references_in(whole)
            if [one.ref for one in named] == [ref] and not named[0].shift and named[0].year is None:
                yield tuple(one.ref for one in references_in(parts))
