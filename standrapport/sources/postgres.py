# SPDX-License-Identifier: EUPL-1.2
"""A PostgreSQL database as source: the same questions as to files, inside one read-only transaction
with a time limit.

How to connect stands only in the environment (STANDRAPPORT_DB_<NAAM>). Neither that nor a row is
ever part of a message: of the server's words only those about the query's own names are passed on.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any, Self

from ..core.model import Extract
from .engine import (
    ColumnUse,
    Parameters,
    SourceAbsent,
    SourceProblem,
    Wanted,
    no_column,
    wrong_kind,
)

SECONDS = 120  # per question
_CONNECT = 10
# Type numbers of PostgreSQL's own catalogue (pg_type), which never change.
_WHOLE = {20, 21, 23}
_NUMBERS = {*_WHOLE, 1700, 700, 701}
_DAYS = {1082, 1114}
_WITH_ZONE = 1184
# Errors about the query itself: their words name its own tables and columns, never a value of a
# row.
_ABOUT_QUERY = {"42601", "42703", "42P01", "42501", "42883", "42702", "42P10"}


class Postgres:
    """An engine (see `engine.Engine`) over the query of an extract; close it after use."""

    parts: Sequence[int] = (1,)

    def __init__(self, extract: Extract, tell: Callable[[str], None]) -> None:
        self.name = f"database {extract.connection}"
        self._query = (extract.query or "").rstrip().removesuffix(";")
        self._tell = tell
        self._types: dict[str, int] | None = None
        self._connection = self._connect(f"STANDRAPPORT_DB_{(extract.connection or '').upper()}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def _connect(self, variable: str) -> Any:
        import psycopg

        address = os.environ.get(variable)
        if not address:
            raise SourceAbsent(
                f"De omgevingsvariabele {variable} ontbreekt; daarin staat hoe de {self.name} te"
                " bereiken is."
            )
        try:
            connection = psycopg.connect(
                address, connect_timeout=_CONNECT, cursor_factory=psycopg.RawCursor
            )
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            connection.read_only = True
            connection.execute("SELECT set_config('statement_timeout', $1, false)", [f"{SECONDS}s"])
        except psycopg.Error as problem:
            raise SourceAbsent(
                f"De {self.name} is niet te bereiken ({type(problem).__name__}); kijk naar"
                f" {variable}."
            ) from None
        return connection

    def relation(self, wanted: Sequence[Wanted], parameters: Parameters) -> str:  # noqa: ARG002 - no values of its own
        """The query of the extract as a table, its columns read by their types."""
        if self._types is None:
            cursor = self._execute(f"SELECT * FROM ({self._query}\n) AS opgave LIMIT $1", [0])  # noqa: S608 - the project's own query
            self._types = {column.name: column.type_code for column in cursor.description}
        cells = [f"{self._read(column, self._types)} AS {column.alias}" for column in wanted]
        return f"SELECT {', '.join(cells)} FROM ({self._query}\n) AS opgave"  # noqa: S608

    def _read(self, column: Wanted, types: dict[str, int]) -> str:
        if column.column not in types:
            raise no_column(f"De query op {self.name}", column.column, types)
        kind = types[column.column]
        name = '"' + column.column.replace('"', '""') + '"'
        if column.role is ColumnUse.RAW:
            return f"CAST({name} AS text)"
        if column.role is ColumnUse.WORD:
            return self.word(f"CAST({name} AS text)")
        if column.role is ColumnUse.AMOUNT and kind in _NUMBERS:
            return f"CAST({name} AS numeric)"
        if column.role is not ColumnUse.AMOUNT and kind in _WHOLE:
            return name if column.role is ColumnUse.YEAR else "CAST(NULL AS integer)"
        if column.role is not ColumnUse.AMOUNT and kind in {*_DAYS, _WITH_ZONE}:
            day = f"({name} AT TIME ZONE 'Europe/Amsterdam')" if kind == _WITH_ZONE else name
            part = "year" if column.role is ColumnUse.YEAR else "month"
            return f"CAST(extract({part} FROM {day}) AS integer)"
        raise wrong_kind(f"de query op {self.name}", column)

    def word(self, cell: str) -> str:
        """Trimmed."""
        return f"coalesce(trim({cell}), '')"

    def rows(self, query: str, parameters: Parameters) -> list[tuple[Any, ...]]:
        """The answer; the server sends only aggregates."""
        self._tell(f"{self.name} bevragen")
        found: list[tuple[Any, ...]] = self._execute(query, parameters.values).fetchall()
        return found

    def _execute(self, query: str, values: list[Any]) -> Any:
        """Always with parameters, so that the server takes exactly one statement."""
        import psycopg

        try:
            return self._connection.execute(query, values)
        except psycopg.errors.QueryCanceled:
            raise SourceProblem(
                "SR-B008",
                f"De {self.name} antwoordt niet binnen {SECONDS} seconden; tel in de query al op.",
            ) from None
        except psycopg.errors.ReadOnlySqlTransaction:
            raise SourceProblem(
                "SR-B008", f"De query op {self.name} wil schrijven; alleen lezen kan."
            ) from None
        except psycopg.Error as problem:
            words = f": {problem.diag.message_primary}" if problem.sqlstate in _ABOUT_QUERY else ""
            raise SourceProblem(
                "SR-B008",
                f"De query op {self.name} is mislukt"
                f" ({problem.sqlstate or type(problem).__name__}{words}).",
            ) from None

    def part(self, columns: Sequence[str], number: str, of: str) -> str:
        """Parts by hash; without its sign, so that every row falls in one of them."""
        hashed = f"hashtextextended(CAST(ROW({', '.join(columns)}) AS text), 0) & {2**63 - 1}"
        return f"mod({hashed}, CAST({of} AS bigint)) = CAST({number} AS bigint)"
