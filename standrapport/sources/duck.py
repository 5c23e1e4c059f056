# SPDX-License-Identifier: EUPL-1.2
"""Files of source rows read by DuckDB: streaming, in memory, with nothing but the named files
within reach.

Extensions are never installed or loaded, nothing is spilled to disk, and DuckDB's own messages,
which quote rows, stay here. Columns of a CSV are called by their place (a0, a1, ...), so no name
from a file is ever part of a query.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, TimeoutError as StillBusy
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

from ..core.disk import spool
from .delivered import Delivered, header_advice
from .engine import (
    ColumnUse,
    Parameters,
    SourceProblem,
    TooLarge,
    Wanted,
    no_column,
    read_text,
    wrong_kind,
)
from .feed import Feed

MEMORY = "640MB"  # of DuckDB; with Python and its buffers the process stays below 1 GB
THREADS = 2
Tell = Callable[[str], None]

_WHOLE = (
    "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER",
    "UBIGINT",
)  # fmt: skip


class Duck:
    """An engine (see `engine.Engine`) over delivered files; close it after use."""

    parts: Sequence[int] = (1, 8, 64)

    def __init__(self, files: Sequence[Delivered], tell: Tell) -> None:
        self.files = list(files)
        self._tell = tell
        self._kept = ExitStack()
        self._pipes = self._kept.enter_context(spool())
        self._columns: dict[Path, dict[str, str]] = {}
        self._connection = self._connect()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()
        self._kept.close()

    def _connect(self) -> Any:
        import duckdb

        connection = duckdb.connect(
            config={
                "threads": THREADS,
                "memory_limit": MEMORY,
                "temp_directory": "",
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
                "allow_community_extensions": False,
                "preserve_insertion_order": False,
            }
        )
        reachable = [
            *(str(file.path) for file in self.files),
            *(self._pipe(file) for file in self.files),
        ]
        quoted = ", ".join("'" + path.replace("'", "''") + "'" for path in reachable)
        connection.execute(f"SET allowed_paths = [{quoted}]")
        connection.execute("SET enable_progress_bar = true")
        connection.execute("SET enable_progress_bar_print = false")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        return connection

    def _pipe(self, file: Delivered) -> str:
        return str(self._pipes / f"{self.files.index(file)}.csv")

    def relation(self, wanted: Sequence[Wanted], parameters: Parameters) -> str:
        """One SELECT per file, joined by UNION ALL."""
        return " UNION ALL ".join(self._one(file, wanted, parameters) for file in self.files)

    def _one(self, file: Delivered, wanted: Sequence[Wanted], parameters: Parameters) -> str:
        if file.form == "parquet":
            types = self._parquet_columns(file)
            cells = [self._typed(file, column, types) for column in wanted]
            return f"SELECT {', '.join(cells)} FROM read_parquet({parameters.add(str(file.path))})"  # noqa: S608
        cells = [
            f"{_read(file, f'a{_place(file, column.column)}', column.role)} AS {column.alias}"
            for column in wanted
        ]
        names = {f"a{n}": "VARCHAR" for n in range(len(file.header))}
        path = self._pipe(file) if file.converted else str(file.path)
        options = (
            "header = true, auto_detect = false, quote = '\"', escape = '\"', store_rejects = true,"
            " rejects_table = 'geweigerd', rejects_scan = 'gelezen'"
        )
        where = (
            f"{parameters.add(path)}, columns = {parameters.add(names)}, delim ="
            f" {parameters.add(file.delimiter)}"
        )
        return f"SELECT {', '.join(cells)} FROM read_csv({where}, {options})"  # noqa: S608

    def _parquet_columns(self, file: Delivered) -> dict[str, str]:
        if file.path not in self._columns:
            described = self._run(
                "SELECT * FROM read_parquet($1) LIMIT 0", [str(file.path)], [], names=True
            )
            self._columns[file.path] = dict(described)
        return self._columns[file.path]

    def _typed(self, file: Delivered, column: Wanted, types: dict[str, str]) -> str:
        if column.column not in types:
            raise no_column(file.name, column.column, types)
        kind = types[column.column].partition("(")[0]
        name = '"' + column.column.replace('"', '""') + '"'
        if column.role in {ColumnUse.WORD, ColumnUse.RAW} or kind in {"VARCHAR", "ENUM"}:
            return f"{_read(file, f'CAST({name} AS VARCHAR)', column.role)} AS {column.alias}"
        if column.role is ColumnUse.AMOUNT and (
            kind in _WHOLE or kind in {"DECIMAL", "DOUBLE", "FLOAT"}
        ):
            return f"TRY_CAST({name} AS DECIMAL(38,6)) AS {column.alias}"
        if column.role is not ColumnUse.AMOUNT and kind in {
            "DATE",
            "TIMESTAMP",
            "TIMESTAMP_S",
            "TIMESTAMP_MS",
            "TIMESTAMP_NS",
        }:
            return (
                f"{'year' if column.role is ColumnUse.YEAR else 'month'}({name}) AS {column.alias}"
            )
        if column.role is not ColumnUse.AMOUNT and kind in _WHOLE:
            whole = name if column.role is ColumnUse.YEAR else "CAST(NULL AS INTEGER)"
            return f"{whole} AS {column.alias}"
        raise wrong_kind(file.name, column)

    def rows(self, query: str, parameters: Parameters) -> list[tuple[Any, ...]]:
        """The answer, with progress told on the way; converted files are fed through a pipe."""
        feeds = [Feed(file, self._pipe(file)) for file in self.files if file.converted]
        for feed in feeds:
            feed.start()
        try:
            return self._run(query, parameters.values, feeds)
        finally:
            for feed in feeds:
                feed.stop()

    def _run(
        self, query: str, values: list[Any], feeds: Sequence[Feed], *, names: bool = False
    ) -> list[tuple[Any, ...]]:
        import duckdb

        def answer() -> list[tuple[Any, ...]]:
            cursor = self._connection.execute(query, values)
            if names:
                return [(column[0], str(column[1])) for column in cursor.description]
            found: list[tuple[Any, ...]] = cursor.fetchall()
            return found

        with ThreadPoolExecutor(1) as pool:
            try:
                found = self._wait(pool.submit(answer))
            except duckdb.OutOfMemoryException:
                raise TooLarge from None
            except duckdb.Error as problem:
                raise _failed(feeds) or SourceProblem(
                    "SR-B008",
                    f"{self._files} kan niet gelezen worden ({type(problem).__name__}); kijk of het"
                    " bestand heel is.",
                ) from None
            except BaseException:
                self._connection.interrupt()
                raise
        if failed := _failed(feeds):
            raise failed
        return found

    @property
    def _files(self) -> str:
        """The files in words."""
        return self.files[0].name if len(self.files) == 1 else f"{len(self.files)} bestanden"

    def _wait(self, busy: Future[list[tuple[Any, ...]]]) -> list[tuple[Any, ...]]:
        """The answer when it is there; progress is told on the way."""
        while True:
            try:
                return busy.result(timeout=0.2)
            except StillBusy:
                done = self._connection.query_progress()
                self._tell(f"{self._files} lezen" + (f": {done:.0f} %" if done > 0 else ""))

    def refused(self) -> list[tuple[Delivered, int, str]]:
        """The rows DuckDB could not split into cells in the first question: file, place in bytes,
        kind of error.
        """
        paths = {
            self._pipe(file) if file.converted else str(file.path): file for file in self.files
        }
        if not any(file.form != "parquet" for file in self.files):
            return []
        query = (
            "SELECT DISTINCT s.file_path, e.line_byte_position, min(e.error_type) FROM geweigerd e"
            " JOIN gelezen s USING (scan_id, file_id) WHERE scan_id IN (SELECT min(scan_id) FROM"
            " gelezen GROUP BY file_path) GROUP BY 1, 2 ORDER BY 1, 2"
        )
        return [(paths[path], place, kind) for path, place, kind in self._run(query, [], [])]

    def word(self, cell: str) -> str:
        """Trimmed; the test for blanks costs less than trimming."""
        return read_text(cell, ColumnUse.WORD)

    def part(self, columns: Sequence[str], number: str, of: str) -> str:
        """Parts by hash."""
        return f"hash({', '.join(columns)}) % CAST({of} AS UBIGINT) = {number}"


def _read(file: Delivered, cell: str, role: ColumnUse) -> str:
    return read_text(cell, role, english=file.english)


def _failed(feeds: Sequence[Feed]) -> SourceProblem | None:
    """What went wrong while a converted file was fed."""
    return next((feed.problem for feed in feeds if feed.problem), None)


def _place(file: Delivered, name: str) -> int:
    """Where a column stands in the header."""
    if file.header.count(name) > 1:
        raise SourceProblem(
            "SR-B008", f"De kolom '{name}' staat meer dan eens in de kop van {file.name}."
        )
    if name not in file.header:
        raise no_column(file.name, name, file.header, header_advice(file, name))
    return file.header.index(name)
