# SPDX-License-Identifier: EUPL-1.2
"""One figure file: its header and rows to figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from typing import cast

from ...core.budget import BUDGET
from ...core.csv_text import OpenQuote, decode, delimiter_of, rows_of, utf_16
from ...core.formula import nearest
from ...core.frozen import dataclass
from ...core.model import (
    Column,
    ColumnTable,
    Expected,
    Figure,
    FigureKey,
    Finding,
    Kind,
    PeriodProblem,
    Position,
    Table,
    apart,
    period_of,
)
from ...core.notation import join_names
from ...messages import found
from .bulk import is_large, read_columns
from .cells import BadCell, CellRead, read_cell, says_something, stands_for_year

_FIXED = ("jaar", "periode", "status", "peildatum", "bron")
_STATUS = ("", "definitief", "voorlopig", "doel", "raming")
_MEANT = {
    "doel": ("doel", "streef", "target", "beoogd"),
    "raming": ("raming", "geraamd", "prognose", "verwacht", "schatting"),
    "voorlopig": ("voorlopig", "vlp", "v"),
    "definitief": ("def",),
}
_YEAR = re.compile(r"(19|20)[0-9][0-9]")
_SEP = re.compile(r"sep=.?", re.IGNORECASE)  # tells Excel the delimiter
_AHEAD = ("doel", "raming")  # only these say something of years to come
_UNREAD = CellRead(Kind.UNKNOWN, None, "n.n.b.")


def is_day(text: str) -> bool:
    """Whether a text is a date such as 2022-06-10."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _without_empty_columns(rows: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """The rows without columns at the end that have no name and no cell: Excel saves them too."""
    header = rows[0][1]
    kept = max((at for at, name in enumerate(header, 1) if name.strip()), default=0)
    if kept == len(header) or any(cell.strip() for _, row in rows for cell in row[kept:]):
        return rows
    return [(line, row[:kept] if len(row) == len(header) else row) for line, row in rows]


@dataclass(frozen=True)
class _RowRead:
    """What all cells of a row share, and its figures by column.

    `period` is None for a whole year.
    """

    year: int
    key: str | None
    period: str | None
    provisional: bool
    expected: Expected
    reference_date: str | None
    source: str | None
    line: int
    figures: dict[str, Figure] = field(default_factory=dict)

    @property
    def apart(self) -> str:
        """What sets it apart from other rows of its year: 'heel jaar', 'doel'."""
        return apart(self.period, self.expected)


@dataclass
class TableReading:
    """One file being read: its findings and figures grow row by row.

    `large` gets the files that are read as columns, `beside` the rows that do not stand for their
    year; `sources` are the names a row may give its source.
    """

    table: Table
    name: str
    figures: dict[FigureKey, Figure]
    findings: list[Finding]
    large: dict[str, ColumnTable]
    beside: dict[FigureKey, Figure] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    last_year: int = BUDGET.last_year  # the report year: figures are not of later years
    _told: Counter[tuple[str, str]] = field(default_factory=Counter)  # findings by kind
    _next: dict[tuple[str, str], Position] = field(default_factory=dict)  # the first not told
    # The rows of a year and key, each with what sets it apart.
    _rows: dict[tuple[int, str | None], dict[str, _RowRead]] = field(default_factory=dict)

    def report(
        self,
        code: str,
        line: int | None,
        column: str | None = None,
        said: Mapping[str, object] | None = None,
        which: str = "",
    ) -> None:
        """Note a finding at a place in this file; see `messages.found`.

        Of one kind only the first are told; `_finish` says how many more there are.
        """
        place = Position(self.name, line, column)
        kind = (code, which)
        self._told[kind] += 1
        if self._told[kind] > BUDGET.alike:
            self._next.setdefault(kind, place)
            return
        self.findings.append(found(code, place, said, which=which))

    def bad_cell(self, problem: BadCell, line: int, column: str) -> None:
        """Note a cell that cannot be read; it counts as not yet known."""
        self.report(problem.code, line, column, problem.said, problem.which)

    def read(self, content: bytes) -> None:
        """Read the whole file."""
        self._read(content)
        for kind, place in self._next.items():
            said = {"code": kind[0], "keer": self._told[kind] - BUDGET.alike}
            self.findings.append(found("SR-L081", place, said))

    def _read(self, content: bytes) -> None:
        text, bad_line = decode(content)
        if bad_line is not None:
            which = "csv" if utf_16(content) is None else "utf_16"
            self.report("SR-L006", bad_line, which=which)
        delimiter = delimiter_of(text.partition("\n")[0])
        if is_large(self.table, text) and self._read_large(text, delimiter):
            return
        rows = self._filled(text, delimiter)
        if not rows:
            self.report("SR-L017", 1, which="geen_kop")
            return
        if _SEP.fullmatch("".join(rows[0][1]).strip()):
            self.report("SR-L007", rows[0][0], which="sep")
            return
        rows = _without_empty_columns(rows)
        header_line, header = rows[0]
        places = self._header([cell.strip() for cell in header], header_line)
        if places is None:
            return
        if len(rows) == 1:
            self.report("SR-L017", header_line, which="alleen_kop")
        for line, row in rows[1:]:
            if len(row) == len(header):
                self._row({name: row[at].strip() for name, at in places.items()}, line)
            elif any("\n" in cell for cell in row):
                self.report("SR-L083", line)
            else:
                self._uneven(len(row), len(header), delimiter, line)
        self._choose()

    def _filled(self, text: str, delimiter: str) -> list[tuple[int, list[str]]]:
        """The rows that hold something, with their lines, up to a quote that is not closed."""
        rows: list[tuple[int, list[str]]] = []
        try:
            for line, row in rows_of(text, delimiter):
                if any(cell.strip() for cell in row):
                    rows.append((line, row))
        except OpenQuote as problem:
            self.report("SR-L083", problem.line)
        return rows

    def _uneven(self, cells: int, columns: int, delimiter: str, line: int) -> None:
        """A row with another number of cells than the header, with the likely cause."""
        which = "minder" if cells < columns else "komma" if delimiter == "," else "meer"
        self.report("SR-L015", line, None, {"cellen": cells, "kolommen": columns}, which)

    def _read_large(self, text: str, delimiter: str) -> bool:
        """Read a large file as columns.

        False (and nothing reported) when it has to be read cell by cell.
        """
        trial = replace(self, findings=[], _told=Counter(self._told), _next={})
        header = text.partition("\n")[0].split(delimiter)
        if not header[-1].strip():
            return False
        places = trial._header([cell.strip() for cell in header], 1)  # noqa: SLF001 - a copy of this
        if places is None:
            return False
        columns = read_columns(self.table, self.name, text, delimiter, places, trial.bad_cell)
        if columns is None or columns.years.max(initial=0) > self.last_year:
            return False
        if not all(day is None or is_day(day) for day in set(columns.reference_dates)):
            return False
        self.findings.extend(trial.findings)
        self._told, self._next = trial._told, trial._next  # noqa: SLF001 - as above
        self.large[self.table.name] = columns
        return True

    def _header(self, header: Sequence[str], line: int) -> dict[str, int] | None:
        """The place of each known column; None when the table cannot be read at all."""
        if len(header) > BUDGET.columns:
            what = f"de kop heeft meer dan {BUDGET.columns} kolommen"
            self.report("SR-L080", line, None, {"wat": what})
            return None
        needed = ["jaar", *([self.table.key_column] if self.table.key_column else [])]
        known = [*_FIXED, *needed[1:], *self.table.columns]
        places: dict[str, int] = {}
        meant: set[str] = set()  # a misspelt column is reported once, not also as missing
        for at, name in enumerate(header):
            if name in places:
                self.report("SR-L007", line, name, {"kolom": name}, "dubbel")
            elif name in known:
                places[name] = at
            else:
                meant.update(self._unknown_column(at, name, header, known, line))
        columns = self.table.columns
        there = [name for name, one in columns.items() if one.exists_in(self.last_year)]
        missing = [name for name in [*needed, *there] if name not in places]
        for name in missing:
            if name not in meant:
                said = {"kolom": name, "tabel": self.table.name}
                self.report("SR-L008", line, name, said)
        return None if any(name in missing for name in needed) else places

    def _unknown_column(
        self, at: int, name: str, header: Sequence[str], known: Sequence[str], line: int
    ) -> list[str]:
        """Report a column that the catalogue does not have; the one that was probably meant."""
        free = [column for column in known if column not in header]
        absent = [column for column in free if column not in _FIXED]
        close = (nearest(name, free) or (absent if len(absent) == 1 else []))[:1]
        hint = f" Bedoelt u '{close[0]}'?" if close else ""
        said = {"kolom": name, "nummer": at + 1, "hint": hint, "bekend": ", ".join(known)}
        self.report("SR-L007", line, name or None, said, "onbekend" if name else "naamloos")
        return close

    def _row(self, cells: Mapping[str, str], line: int) -> None:
        if not _YEAR.fullmatch(cells["jaar"]):
            self.report("SR-L014", line, "jaar", {"tekst": cells["jaar"]})
            return
        status = cells.get("status", "").lower()
        if status not in _STATUS:  # nobody can tell whether it was counted
            self._no_status(cells["status"], line)
        elif int(cells["jaar"]) > self.last_year and status not in _AHEAD:
            said = {"jaar": cells["jaar"], "verslagjaar": self.last_year}
            self.report("SR-L084", line, "jaar", said)
            return
        key_column = self.table.key_column
        year = int(cells["jaar"])
        row = _RowRead(
            year,
            cells[key_column] if key_column else None,
            self._period(cells.get("periode", ""), year, line),
            status == "voorlopig",
            cast("Expected", status) if status in ("doel", "raming") else "",
            cells.get("peildatum") or None,
            cells.get("bron") or None,
            line,
        )
        if row.key == "":
            self.report("SR-L009", line, key_column, {"kolom": key_column}, "sleutel")
            return
        if not self._is_first(row, told=status not in _STATUS):
            return
        self._beside_figures(row)
        for name, column in self.table.columns.items():
            if name in cells:
                row.figures[name] = self._figure(row, name, column, cells[name])

    def _no_status(self, written: str, line: int) -> None:
        """Report a status that does not exist, with the one that was probably meant."""
        low = written.lower()
        meant = next((one for one, words in _MEANT.items() if low.startswith(words)), "")
        hint = f" Bedoelt u {meant}?" if meant else ""
        self.report("SR-L009", line, "status", {"tekst": written, "hint": hint}, "status")

    def _beside_figures(self, row: _RowRead) -> None:
        """Report what a row says of its figures and cannot be read: source and date."""
        if row.source and self.sources and row.source not in self.sources:
            close = nearest(row.source, list(self.sources))
            hint = f" Bedoelt u '{close[0]}'?" if close else ""
            self.report("SR-L022", row.line, "bron", {"bron": row.source, "hint": hint})
        if row.reference_date is not None and not is_day(row.reference_date):
            day = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", row.reference_date)
            meant = f"{day[3]}-{day[2]:0>2}-{day[1]:0>2}" if day else ""
            said = {"tekst": row.reference_date, "zo": meant if is_day(meant) else "2024-12-31"}
            self.report("SR-L009", row.line, "peildatum", said, "peildatum")

    def _period(self, written: str, year: int, line: int) -> str | None:
        """The period of a row; one that cannot be is told, and kept as it was written."""
        try:
            return period_of(written, year)
        except PeriodProblem as problem:
            code = "SR-L041" if problem.which == "vorm" else "SR-L040"
            which = "" if problem.which == "vorm" else problem.which
            self.report(code, line, "periode", {"tekst": written, "jaar": year}, which)
            return written

    def _is_first(self, row: _RowRead, *, told: bool) -> bool:
        """Whether no row of this year, period and key stood before; a second one is reported, but
        not where something was `told` of it that may be why.
        """
        rows = self._rows.setdefault((row.year, row.key), {})
        if row.apart in rows:
            period = f" {row.apart}" if row.period or row.expected else ""
            what = f"{row.year}{period}{f' {row.key}' if row.key else ''}"
            said = {"rij": what, "eerst": rows[row.apart].line}
            if not told:
                self.report("SR-L011", row.line, "jaar", said)
            return False
        rows[row.apart] = row
        return True

    def _choose(self) -> None:
        """Which row stands for each year (and key); the others stand beside it."""
        told: set[int] = set()
        for (year, _), rows in self._rows.items():
            chosen = stands_for_year(list(rows.values()))
            for row in rows.values():
                for figure in row.figures.values():
                    if row is chosen:
                        self.figures[figure.id] = figure
                    elif says_something(row):
                        name = figure.id._replace(beside=row.apart)
                        self.beside[name] = replace(figure, id=name)
            if len(rows) > 1 and year not in told:
                told.add(year)
                last = max(rows.values(), key=lambda row: row.line)
                said = {"jaar": year, "rijen": join_names(list(rows)), "gebruikt": chosen.apart}
                self.report("SR-L020", last.line, "periode", said)

    def _figure(self, row: _RowRead, column_name: str, column: Column, raw: str) -> Figure:
        try:
            cell = read_cell(raw, column)
        except BadCell as problem:
            self.bad_cell(problem, row.line, column_name)
            cell = _UNREAD
        if cell.kind is Kind.OUTSIDE and row.key is None:
            self.report("SR-L088", row.line, column_name)
        return Figure(
            id=FigureKey(column.ref, row.year, row.key),
            kind=cell.kind,
            printed=cell.printed,
            value=cell.value,
            decimals=cell.decimals,
            rounding=column.rounding,
            rounds_down=column.rounds_down,
            suppression=column.suppression,
            unit=column.unit,
            period=row.period,
            provisional=row.provisional,
            expected=row.expected,
            reference_date=row.reference_date,
            source=row.source,
            position=Position(self.name, row.line, column_name),
            free=column.free,
        )
