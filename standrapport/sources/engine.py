# SPDX-License-Identifier: EUPL-1.2
"""What an engine is asked and what it promises: columns read by their role, rows judged into a
state, values only as parameters. Cells of text become dates, Dutch numbers and words in DuckDB's
SQL without ever raising an error that could quote one.

What goes wrong is told by its kind only: the engines quote rows in their own messages, so those are
never passed on.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field
from enum import Enum, IntEnum
from pathlib import Path
from typing import Any, Protocol

from ..core.extras import ExtraMissing, need
from ..core.formula import nearest
from ..core.frozen import dataclass
from ..core.notation import join_some


class SourceProblem(Exception):
    """A source cannot be used: the code of the finding and a Dutch sentence."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class SourceAbsent(SourceProblem):
    """There is nothing to compare with (SR-B009)."""

    def __init__(self, sentence: str) -> None:
        super().__init__("SR-B009", sentence)


def engine_there() -> None:
    """Raise SourceAbsent when what reads sources is not installed."""
    try:
        need("bron")
    except ExtraMissing as missing:
        raise SourceAbsent(str(missing)) from None


class TooLarge(SourceProblem):
    """The question does not fit in memory at once (SR-B008); it may in parts."""

    def __init__(self) -> None:
        super().__init__(
            "SR-B008",
            "De bron heeft te veel verschillende waarden om in het geheugen te tellen; splits het"
            " bestand.",
        )


class SourceFailure(RuntimeError):
    """A mistake of the program while it held source rows.

    Says where and what kind, never the text of the mistake.
    """


@contextmanager
def nothing_quoted() -> Iterator[None]:
    """Let only SourceProblem and user interrupts out as they are.

    Everything else loses its text, which may quote a row.
    """
    try:
        yield
    except SourceProblem as problem:
        raise problem from None
    except Exception as problem:  # noqa: BLE001 - whatever it is, it may quote a row
        frame = traceback.extract_tb(problem.__traceback__)[-1]
        kind, where = type(problem).__name__, f"{Path(frame.filename).name}:{frame.lineno}"
    else:
        return
    raise SourceFailure(f"{kind} bij het lezen van brongegevens ({where})") from None


_NAMED = 12  # columns named in a message
_WORDS = 4


class RowFate(IntEnum):
    """What becomes of a row."""

    COUNTED = 0
    EXCLUDED = 1  # by `waar`
    BAD_YEAR = 2
    OUTSIDE = 3  # another year
    LATER = 4  # after the part of the year that counts
    BAD_AMOUNT = 5


class ColumnUse(Enum):
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
    role: ColumnUse


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
        """A SELECT that gives the wanted columns, read by their roles.

        Raises SourceProblem for a column that is not there.
        """

    def rows(self, query: str, parameters: Parameters) -> list[tuple[Any, ...]]:
        """The answer to a query.

        Raises SourceProblem, never with the engine's own words; TooLarge when memory is short.
        """

    def word(self, cell: str) -> str:
        """What makes a RAW cell a WORD."""

    def part(self, columns: Sequence[str], number: str, of: str) -> str:
        """A condition that holds for one of `of` parts of the rows, equal values of `columns`
        always falling in the same one.
        """


def no_column(source: str, name: str, there: Iterable[str], advice: str = "") -> SourceProblem:
    """A column that the source does not have, with those that it has.

    Other names are only told when none of them can be a cell of a row that was taken for a header
    (a row that counts has a date or a year); `advice` is what else may be wrong.
    """
    names = list(there)
    told = names if all(map(_is_name, names)) else []
    close = [other for other in nearest(name, names) if _is_name(other)]
    hint = f" Bedoelt u '{close[0]}'?" if close else ""
    named = join_some([f"'{other}'" for other in told], _NAMED)
    have = f" Wel: {named}." if told else ""
    return SourceProblem("SR-B008", f"{source} heeft geen kolom '{name}'.{hint}{have}{advice}")


def _is_name(text: str) -> bool:
    """Whether a text can be the name of a column and hardly a cell of a row."""
    words = text.split()
    plain = not any(character.isdigit() or character in "@," for character in text)
    return bool(words) and plain and len(words) <= _WORDS


def wrong_kind(source: str, column: Wanted) -> SourceProblem:
    """A column whose type cannot be read in its role."""
    needed = (
        "een getal"
        if column.role is ColumnUse.AMOUNT
        else "een datum (zonder tijdzone) of een jaartal"
    )
    return SourceProblem(
        "SR-B008", f"De kolom '{column.column}' van {source} is niet {needed}; lever hem zo aan."
    )


# The first way is by far the most common one and costs least; the others are tried only on what it
# cannot read.
_DAY = """coalesce(try_cast({c} AS DATE), CASE
 WHEN substr({c}, 5, 1) = '-' AND substr({c}, 11, 1) IN (' ', 'T')
 THEN try_cast(substr({c}, 1, 10) AS DATE)
 WHEN regexp_full_match({c}, '[0-9]{{4}}MM(0[1-9]|1[0-2])')
 THEN make_date(CAST(substr({c}, 1, 4) AS INTEGER), CAST(substr({c}, 7, 2) AS INTEGER), 1)
 WHEN regexp_full_match({c}, '[0-9]{{4}}KW0[1-4]')
 THEN make_date(CAST(substr({c}, 1, 4) AS INTEGER), 3 * CAST(substr({c}, 7, 2) AS INTEGER), 1)
 WHEN substr({c}, 1, 1) BETWEEN '0' AND '9' THEN CAST(try_strptime({c},
 ['%d-%m-%Y', '%d-%m-%Y %H:%M', '%d-%m-%Y %H:%M:%S', '%d/%m/%Y', '%d/%m/%Y %H:%M', '%Y%m%d'])
 AS DATE) END)"""
# Periods as Statistics Netherlands writes them: 2024JJ00 a year, 2024MM03 a month, 2024KW01 a
# quarter, which counts as its last month.
_YEAR = (
    "coalesce(year({day}), CASE WHEN regexp_full_match({c}, '[0-9]{{4}}(JJ00)?')"
    " THEN CAST(substr({c}, 1, 4) AS INTEGER) END)"
)
_WORD = (
    "CASE WHEN {c} IS NULL THEN '' WHEN prefix({c}, ' ') OR suffix({c}, ' ') THEN trim({c}) ELSE"
    " {c} END"
)
# A group of thousands never begins with 0: '0.750' is no Dutch 750.
_NUMBER = r"""CASE
 WHEN regexp_full_match({c}, '-?[0-9]{{1,18}}') THEN CAST({c} AS DECIMAL(38,6))
 WHEN regexp_full_match({c},
 '-?([1-9][0-9]{{0,2}}([.][0-9]{{3}}){{1,5}}|[0-9]{{1,18}})(,[0-9]{{1,6}})?')
 THEN CAST(replace(replace({c}, '.', ''), ',', '.') AS DECIMAL(38,6)) END"""
_ENGLISH = r"""CASE
 WHEN regexp_full_match({c},
 '-?([1-9][0-9]{{0,2}}(,[0-9]{{3}}){{1,5}}|[0-9]{{1,18}})([.][0-9]{{1,6}})?')
 THEN CAST(replace({c}, ',', '') AS DECIMAL(38,6)) END"""


def read_text(cell: str, role: ColumnUse, *, english: bool = False) -> str:
    """The SQL that reads a text cell by its role; `english` has 1,250.5 for a number."""
    if role is ColumnUse.RAW:
        return cell
    if role is ColumnUse.WORD:
        return _WORD.format(c=cell)
    if role is ColumnUse.AMOUNT:
        return (_ENGLISH if english else _NUMBER).format(c=cell)
    day = _DAY.format(c=cell)
    return f"month({day})" if role is ColumnUse.MONTH else _YEAR.format(c=cell, day=day)
