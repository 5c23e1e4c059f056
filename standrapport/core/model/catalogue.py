# SPDX-License-Identifier: EUPL-1.2
"""The catalogue: tables and columns, their sources and definitions, derived figures and rules, as
declared by the project.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import Literal

from ..frozen import dataclass
from .about import NOT_GIVEN, AboutFigure, Population, SeriesBreak, Source
from .extract import Extract
from .figure import Figure
from .finding import Severity
from .text import Position, Text


class FigureRole(Enum):
    """What a column, a derived figure or a key is among the others of its table (`soort:`)."""

    TOTAL = "totaal"
    REST = "rest"  # what has no column or row of its own: last in every order, never in a top
    PART = "deel"


@dataclass(frozen=True)
class Column:
    """One column of a table, with everything it inherits from the table filled in.

    `rounding` in units of the column (None: exact; `rounds_down`: what is beyond the step is left
    off); `suppression` is n of '<n' (None: not allowed);
    `population` is the title of the group that is counted, `population_names` what else that group
    is called; `sources` maps a year to a source id, None being the source for all other years that
    it is about (`else_years`; None: all);
    `stock` tells a state at a date from a flow over a year; `also_named` are the names under which
    others deliver it; across `breaks` (its own and its table's, earliest first) nothing compares;
    `free` values may lie below zero or, in percent, above a hundred: a balance, a growth.
    """

    ref: str
    title: str
    short: str
    unit: str
    rounding: Decimal | None
    suppression: int | None
    population: str
    sources: Mapping[int | None, str]
    definition: str
    note: str
    stock: bool
    position: Position
    also_named: tuple[str, ...] = ()
    role: FigureRole | None = None
    breaks: tuple[SeriesBreak, ...] = ()
    population_names: tuple[str, ...] = ()
    else_years: tuple[int, ...] | None = None
    free: bool = False
    years: frozenset[int] = frozenset()  # of which there is such a figure; empty: of all
    rounds_down: bool = False

    def exists_in(self, year: int) -> bool:
        """Whether there is such a figure of a year at all, known or not."""
        return not self.years or year in self.years

    def source(self, year: int | None) -> str:
        """Source id (or free text) for a year, or for all other years; '' when it has none."""
        named = self.sources.get(year)
        reached = year is None or self.else_years is None or year in self.else_years
        return named or (self.sources.get(None, "") if reached else "")

    @property
    def decimals(self) -> int:
        """How many decimals a value of this column has at most: those of its rounding step."""
        return max(0, -int(self.rounding.as_tuple().exponent)) if self.rounding is not None else 0


@dataclass(frozen=True)
class Table:
    """A table of the catalogue: one CSV file per vintage, keyed by year (and `key_column` when
    set); `also_named` as in a column; `breaks` are those of all its columns; `rest_keys` are the
    keys that stand for everything without a row of its own.
    """

    name: str
    title: str
    file: str
    definition: str
    note: str
    key_column: str | None
    columns: Mapping[str, Column]
    breaks: tuple[SeriesBreak, ...]
    position: Position
    from_source: Extract | None = None
    also_named: tuple[str, ...] = ()
    rest_keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Derived:
    """A figure computed by a formula of the project.

    `decimals` is the precision it is printed with.
    """

    ref: str
    title: str
    formula: str
    unit: str
    decimals: int
    definition: str
    note: str
    population: str
    mixed_populations: bool
    mixed_periods: bool
    position: Position
    formula_text: Text
    role: FigureRole | None = None
    mixed_breaks: bool = False


class RuleYears(Enum):
    """The two named choices of `jaren:` in a rule."""

    ALL = "alle"
    REPORT_YEAR = "rapportjaar"


@dataclass(frozen=True)
class Rule:
    """A consistency rule: a comparison that must hold between the true values behind the printed
    ones.
    """

    id: str
    test: str
    explanation: str
    severity: Severity
    years: RuleYears | tuple[int, ...]
    mixed_populations: bool
    mixed_periods: bool
    position: Position
    test_text: Text
    origin: Literal["rule", "claim"] = "rule"
    mixed_breaks: bool = False


@dataclass(frozen=True)
class RequestedIndicator:
    """An indicator that is asked for from outside (`evaluatie:`), with the figures that would
    answer it.
    """

    title: str
    refs: tuple[str, ...]
    source: str
    cadence: str
    position: Position


@dataclass(frozen=True)
class Catalogue:
    """Everything the project declares about its figures.

    `plugins` are the rule kinds from outside that it asks for, by name.
    """

    tables: Mapping[str, Table] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    requested: tuple[RequestedIndicator, ...] = ()
    derived: Mapping[str, Derived] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    populations: Mapping[str, Population] = field(default_factory=dict)
    plugins: tuple[Text, ...] = ()

    def column(self, ref: str) -> Column | None:
        """The column a reference such as `instroom.noord` names, or None."""
        table, _, name = ref.partition(".")
        return self.tables[table].columns.get(name) if table in self.tables else None

    def table_of(self, ref: str) -> Table | None:
        """The table a column reference belongs to, or None."""
        return self.tables.get(ref.partition(".")[0])

    @property
    def refs(self) -> list[str]:
        """Every name a formula or text may use: columns first, then derived figures, in order of
        declaration.
        """
        columns = [
            column.ref for table in self.tables.values() for column in table.columns.values()
        ]
        return columns + list(self.derived)

    def about(self, ref: str, year: int | None = None, source: str | None = None) -> AboutFigure:
        """What is known of a column or computed figure; its source is `source`, or else that of
        `year`, or the one that holds for all other years.

        Of a name that stands for neither nothing is known: it is its own title, as in `title`.
        """
        asked = (ref, year, source)
        if asked not in self._abouts:
            self._abouts[asked] = self._about(*asked)
        return self._abouts[asked]

    @cached_property
    def _abouts(self) -> dict[tuple[str, int | None, str | None], AboutFigure]:
        """What was asked before."""
        return {}

    def _about(self, ref: str, year: int | None, source: str | None) -> AboutFigure:
        column, derived, table = self.column(ref), self.derived.get(ref), self.table_of(ref)
        if column is None or table is None:
            title = derived.title if derived else ref
            return AboutFigure(
                ref=ref,
                title=title,
                short=title,
                table="",
                definition=derived.definition if derived else "",
                note=derived.note if derived else "",
                unit=derived.unit if derived else "",
                population=derived.population if derived else "",
                source=None,
                formula=derived.formula if derived else "",
            )
        return AboutFigure(
            ref=ref,
            title=column.title,
            short=column.short,
            table=table.title,
            definition=column.definition or table.definition,
            note=column.note,
            unit=column.unit,
            population=column.population,
            source=self.source(source or column.source(year))
            or (NOT_GIVEN if column.sources else None),
            formula="",
        )

    def source_of(self, figure: Figure) -> Source | None:
        """The source of a figure as it stands in a file: that of its row, or of its year.

        None for a computed figure, where the catalogue names no source, and for a cell that tells
        nothing in a year nobody named a source for.
        """
        if figure.derived:
            return None
        source = self.about(figure.id.ref, figure.id.year, figure.source).source
        return None if source is NOT_GIVEN and figure.kind.is_open else source

    def source(self, name: str) -> Source | None:
        """The source with this name; one that is not declared has its name for a title.

        None for no name at all.
        """
        return (self.sources.get(name) or Source(name, name)) if name else None

    def role(self, ref: str) -> FigureRole | None:
        """What a column or derived figure is among the others, when the catalogue says so."""
        found = self.column(ref) or self.derived.get(ref)
        return found.role if found else None

    def population(self, title: str) -> Population | None:
        """The declared population with this title; None for one that is only a text."""
        return next((one for one in self.populations.values() if one.title == title), None)

    def explained(self, names: tuple[str, ...] = ()) -> tuple[Population, ...]:
        """The declared populations with these names; without names those that say who is in them or
        who is not.
        """
        if names:
            return tuple(self.populations[name] for name in names if name in self.populations)
        return tuple(one for one in self.populations.values() if one.members or one.others)

    def title(self, ref: str) -> str:
        """The title of a column or derived figure.

        A name that stands for neither is its own title (a draft may hold such names).
        """
        column = self.column(ref)
        derived = self.derived.get(ref)
        return column.title if column else derived.title if derived else ref
