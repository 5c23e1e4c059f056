# SPDX-License-Identifier: EUPL-1.2
"""A figure file being edited: cells put in rows named by year, period and key, and every other line
as it was, byte for byte.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from ...core.csv_text import decode, delimiter_of, rows_of
from ...core.frozen import dataclass
from ...core.model import Table
from ...core.notation import NOT_KNOWN
from ...sources.engine import SourceProblem
from .figure_cells import CellFill, RowName, as_written, line_end_of, same_cell, standard

__all__ = ["CellFill", "FigureFile", "RowName"]

_FIXED = ("jaar", "periode", "status", "peildatum", "bron")
_MARK = b"\xef\xbb\xbf"


@dataclass(eq=False)
class _FileRow:
    """One row: its cells, its text with the line end, the line it began on, and its name, every
    spelling alike (None: has no figures).
    """

    cells: list[str]
    text: str
    line: int = 0
    name: RowName | None = None


class FigureFile:
    """The text of one figure file by rows; only rows that change are written anew.

    An empty file gets the header of the table.

    Raises SourceProblem (SR-B008) when the file cannot be edited safely: other than UTF-8, without
    its columns, rows that do not fit the header, quotes that do not close.
    """

    def __init__(self, table: Table, content: bytes) -> None:
        self._table = table
        text, wrong = decode(content)
        if wrong is not None:
            raise self._problem(
                f"is niet als UTF-8 opgeslagen (regel {wrong}); verbeter dat eerst."
            )
        self._mark = _MARK if content.startswith(_MARK) else b""
        self._end = line_end_of(text)
        self._needed = ["jaar", *([table.key_column] if table.key_column else [])]
        if not text.strip():
            text = ",".join([*self._needed, *table.columns]) + self._end
        self._delimiter = delimiter_of(text.partition("\n")[0])
        self._rows = self._read(text)
        self._top = next(row for row in self._rows if _filled(row))
        self._header = [cell.strip() for cell in self._top.cells]
        self._check_header()
        self._named: dict[RowName, list[_FileRow]] = {}
        for row in filter(_filled, self._rows[self._rows.index(self._top) + 1 :]):
            if len(row.cells) != len(self._header):
                raise self._problem(
                    f"heeft op regel {row.line} {len(row.cells)} cellen, de kop"
                    f" {len(self._header)}; verbeter dat eerst."
                )
            self._name(row)

    def _check_header(self) -> None:
        for name in self._known():
            if name in self._needed and name not in self._header:
                raise self._problem(f"heeft geen kolom '{name}'; voeg die eerst toe.")
            if self._header.count(name) > 1:
                raise self._problem(f"heeft twee keer een kolom '{name}'; haal er eerst een weg.")

    @property
    def header(self) -> Sequence[str]:
        """The names of the columns, as the file has them."""
        return self._header

    def periods(self, year: int, key: str | None) -> list[str | None]:
        """The periods of the rows for a year and key, in the order of the file.

        None is the whole year.
        """
        return [name.period for name in self._named if (name.year, name.key) == (year, key)]

    def drop_empty(self, row: RowName) -> bool:
        """Take a row away in which no figure is known, such as a new edition begins with; whether
        there was one.
        """
        rows = self._named.get(standard(row), [])
        if len(rows) != 1 or not self._is_empty(rows[0]):
            return False
        self._rows.remove(rows[0])
        del self._named[standard(row)]
        return True

    def empty_keys(self, year: int) -> list[str]:
        """The keys whose row over the whole of a year holds no figure."""
        return [
            name.key
            for name, rows in self._named.items()
            if name.year == year
            and name.period is None
            and name.key is not None
            and all(map(self._is_empty, rows))
        ]

    def _is_empty(self, row: _FileRow) -> bool:
        return all(same_cell(self._cell(row, column), NOT_KNOWN) for column in self._table.columns)

    def put(
        self,
        row: RowName,
        wanted: Mapping[str, str],
        *,
        status: str | None = None,
        reference_date: str | None = None,
    ) -> list[CellFill]:
        """Put cells, by column of the catalogue, into a row, made when there is none.

        Gives what changed.

        A cell that says the same already (thousands dots, empty for n.n.b.) stays as it is.
        `status` and `reference_date` (a day as 2024-12-31) are put beside a change, never alone; ''
        and None leave them. Columns the file lacks are added when something has to stand there.
        Raises SourceProblem (SR-B008) when the file has the row twice.
        """
        name = standard(row)
        keyed = self._table.key_column is not None
        if (name.key is not None) != keyed or not wanted.keys() <= self._table.columns.keys():
            raise ValueError(f"{row} with {list(wanted)} cannot be a row of {self._table.name}")
        found = self._found(name)
        old = {column: self._cell(found, column) if found else "" for column in wanted}
        changed = {
            column: as_written(cell, self._cells_of(column), self._all_cells())
            for column, cell in wanted.items()
            if found is None or not same_cell(old[column], cell)
        }
        if not changed:
            return []
        period = None if name.period is None else (row.period or "").strip()
        beside = self._beside(status, reference_date, period if found is None else None)
        self._put(found, name, {**beside, **changed})
        return [
            CellFill(
                self._table.columns[c].ref,
                name.year,
                name.key,
                old[c],
                cell,
                period,
                beside.get("status", ""),
            )
            for c, cell in changed.items()
        ]

    def _beside(
        self, status: str | None, reference_date: str | None, period: str | None
    ) -> dict[str, str]:
        """What is put beside a change; 'definitief' is what a file without the column says."""
        if status == "definitief" and "status" not in self._header:
            status = None
        cells = {"status": status, "peildatum": reference_date, "periode": period}
        return {column: cell for column, cell in cells.items() if cell}

    def _put(self, found: _FileRow | None, name: RowName, cells: Mapping[str, str]) -> None:
        """Write cells into a row, made when there is none; columns the file lacks are added."""
        for column in self._known():
            if column in cells and column not in self._header:
                self._add(column)
        found = found or self._insert(name)
        for column, cell in cells.items():
            found.cells[self._header.index(column)] = cell
        self._write(found)

    def _cells_of(self, column: str) -> list[str]:
        """What stands in a column now."""
        named = [row for rows in self._named.values() for row in rows]
        return [self._cell(row, column) for row in named]

    def _all_cells(self) -> list[str]:
        """What stands in all columns with figures."""
        return [cell for column in self._table.columns for cell in self._cells_of(column)]

    def content(self) -> bytes:
        """The whole file."""
        return self._mark + "".join(row.text for row in self._rows).encode()

    def _problem(self, sentence: str) -> SourceProblem:
        return SourceProblem("SR-B008", f"{self._table.file} {sentence}")

    def _known(self) -> list[str]:
        """The columns of the contract in their usual order."""
        return [*_FIXED, *self._needed[1:], *self._table.columns]

    def _read(self, text: str) -> list[_FileRow]:
        lines = list(io.StringIO(text, newline=""))
        strict = csv.reader(lines, delimiter=self._delimiter, strict=True)
        begun = 1
        try:
            for _ in strict:
                begun = strict.line_num + 1
        except csv.Error as problem:
            raise self._problem(
                f"heeft vanaf regel {begun} aanhalingstekens die niet kloppen; verbeter dat eerst."
            ) from problem
        rows = list(rows_of(text, self._delimiter))
        starts = [line - 1 for line, _ in rows]
        texts = [
            "".join(lines[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)
        ]
        return [_FileRow(cells, own, line) for (line, cells), own in zip(rows, texts, strict=True)]

    def _name(self, row: _FileRow) -> None:
        """Enter a row by its name, if it has one."""
        year, key = (
            self._cell(row, "jaar"),
            (self._cell(row, self._table.key_column) if self._table.key_column else None),
        )
        if year.isdecimal() and len(year) == 4:
            row.name = standard(RowName(int(year), self._cell(row, "periode"), key))
            self._named.setdefault(row.name, []).append(row)

    def _found(self, name: RowName) -> _FileRow | None:
        rows = self._named.get(name, [])
        if len(rows) > 1:
            raise self._problem(
                f"heeft {name} twee keer (regels {rows[0].line} en {rows[1].line}); haal eerst een"
                " van beide weg."
            )
        return rows[0] if rows else None

    def _cell(self, row: _FileRow, column: str) -> str:
        return row.cells[self._header.index(column)].strip() if column in self._header else ""

    def _insert(self, name: RowName) -> _FileRow:
        """A new row after the last one of this year or an earlier one.

        The end of the file keeps its line end, or none.
        """
        cells = {
            "jaar": str(name.year),
            **({self._table.key_column: name.key} if self._table.key_column and name.key else {}),
        }
        own = [
            cells.get(column, NOT_KNOWN if column in self._table.columns else "")
            for column in self._header
        ]
        before = next(
            (row for row in reversed(self._rows) if row.name and row.name.year <= name.year),
            self._top,
        )
        row = _FileRow(own, _end(before.text), name=name)
        if not row.text:
            before.text += self._end
        self._rows.insert(self._rows.index(before) + 1, row)
        self._named[name] = [row]
        return row

    def _add(self, column: str) -> None:
        """A new column after the one it usually follows, in every row."""
        known = self._known()
        at = (
            next(
                self._header.index(other)
                for other in reversed(known[: known.index(column)])
                if other in self._header
            )
            + 1
        )
        for row in filter(_filled, self._rows):
            row.cells.insert(
                at,
                column if row is self._top else NOT_KNOWN if column in self._table.columns else "",
            )
            self._write(row)
        self._header.insert(at, column)

    def _write(self, row: _FileRow) -> None:
        """Make the text of a row anew; whatever ended its line still does."""
        stream = io.StringIO()
        csv.writer(stream, delimiter=self._delimiter, lineterminator="\r\n").writerow(
            row.cells
        )  # quotes both \r and \n
        row.text = stream.getvalue()[:-2] + _end(row.text)


def _filled(row: _FileRow) -> bool:
    """Whether a row is more than a blank line."""
    return any(cell.strip() for cell in row.cells)


def _end(text: str) -> str:
    """What ends the line of a row."""
    return text[len(text.rstrip("\r\n")) :]
