"""What an engine is asked and what it promises: columns read by their role, rows judged into a state, values only as parameters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import Any, Protocol

from ..formula import nearest
from .problem import SourceProblem


class State(IntEnum):
    """What becomes of a row."""

    COUNTED = 0
    EXCLUDED = 1  # by `waar`
    BAD_YEAR = 2
    OUTSIDE = 3  # another year
    LATER = 4  # after the part of the year that counts
    BAD_AMOUNT = 5


class Role(Enum):
    """What a source column is used for; decides how an engine reads its cells."""

    YEAR = "jaar"
    MONTH = "maand"
    AMOUNT = "getal"
    RAW = "tekst"  # text as it stands
    WORD = "woord"  # trimmed text; empty for a cell without value


@dataclass(frozen=True)
class Wanted:
    """A column of the relation: its name there, the column of the source, and how to read it."""

    alias: str
    column: str
    role: Role


@dataclass
class Parameters:
    """Values of a query; `add` gives the place of one in the text of the query."""

    values: list[Any] = field(default_factory=list)

    def add(self, value: Any) -> str:
        """The mark of a new value: $1, $2, ..."""
        self.values.append(value)
        return f"${len(self.values)}"

    def listed(self, values: Iterable[Any]) -> str:
        """The marks of several values, with commas."""
        return ", ".join(self.add(value) for value in values)


class Engine(Protocol):
    """Where source rows are: files read by DuckDB, or a database."""

    parts: Sequence[int]

    def relation(self, wanted: Sequence[Wanted], parameters: Parameters) -> str:
        """A SELECT that gives the wanted columns, read by their roles; raises SourceProblem for a column that is not there."""

    def rows(self, query: str, parameters: Parameters) -> list[tuple[Any, ...]]:
        """The answer to a query; raises SourceProblem, never with the engine's own words; TooLarge when memory is short."""

    def word(self, cell: str) -> str:
        """What makes a RAW cell a WORD."""

    def part(self, columns: Sequence[str], number: str, of: str) -> str:
        """A condition that holds for one of `of` parts of the rows, equal values of `columns` always falling in the same one."""


def no_column(source: str, name: str, there: Iterable[str]) -> SourceProblem:
    """A column that the source does not have. Other names are only told when they cannot be a row taken for a header."""
    close = [other for other in nearest(name, list(there)) if not any(character.isdigit() for character in other)]
    hint = f" Bedoelt u '{close[0]}'?" if close else ""
    return SourceProblem("SR-B008", f"{source} heeft geen kolom '{name}'.{hint}")


def wrong_kind(source: str, column: Wanted) -> SourceProblem:
    """A column whose type cannot be read in its role."""
    needed = "een getal" if column.role is Role.AMOUNT else "een datum (zonder tijdzone) of een jaartal"
    return SourceProblem("SR-B008", f"De kolom '{column.column}' van {source} is niet {needed}; lever hem zo aan.")
