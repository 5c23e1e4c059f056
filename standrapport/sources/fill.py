"""A figure file brought up to date with its source: what would change, and the new text with all other lines as they were."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..csv_text import decode, delimiter_of, rows_of
from ..model import FigureKey, Figures, Finding, Severity, Table
from ..notation import NOT_KNOWN
from .accounting import row_findings
from .agreement import judged_years, last_month, not_counted, own_figures, read_table
from .naming import harmless
from .problem import SourceProblem
from .published import published
from .reading import Reading, Tell

_NEW_KEYS = 300  # more new rows than this at once are no breakdown of a report


@dataclass(frozen=True)
class CellFill:
    """One cell that changes; `old` is '' in a new row."""

    ref: str
    year: int
    key: str | None
    old: str
    new: str


@dataclass(frozen=True)
class Fill:
    """The changes to one table and the new text of its file; nothing changes when `cells` is empty."""

    table: str
    path: Path
    cells: tuple[CellFill, ...]
    content: bytes
    findings: tuple[Finding, ...]


def fill_of(project: Path, year: int, table: Table, figures: Figures, tell: Tell) -> Fill:
    """What the source would change in the file of a table for an edition.

    Nothing when the source cannot be counted, has rows that cannot be read, or the file cannot be edited safely: the findings say why.
    """
    if table.from_source is None:
        raise ValueError(f"{table.name} has no source")
    path = project / "figures" / str(year) / table.file
    before = path.read_bytes() if path.is_file() else b""
    findings: tuple[Finding, ...] = ()
    try:
        reading = read_table(project, year, table, figures, tell)
        findings = tuple(row_findings(year, table, table.from_source, reading))
        if any(finding.severity is Severity.ERROR for finding in findings):
            return Fill(table.name, path, (), before, findings)
        editor = _Editor(table, before)
        cells: list[CellFill] = []
        for named in sorted(judged_years(year, table.from_source, reading)):
            for key in _keys(table, figures, reading, named):
                cells += editor.fill(named, key, _wanted(table, figures, reading, named, key))
    except SourceProblem as problem:
        return Fill(table.name, path, (), before, (*findings, not_counted(project, year, table, table.from_source, problem)))
    return Fill(table.name, path, tuple(cells), editor.content() if cells else before, findings)


def _keys(table: Table, figures: Figures, reading: Reading, year: int) -> list[str | None]:
    """The keys of a year: those of the table first, in its order, then those only the source has."""
    if table.key_column is None:
        return [None]
    own = dict.fromkeys(figure.id.key for figure in own_figures(table, figures) if figure.id.year == year)
    others = sorted(key for named, key in reading.totals.keys if named == year and key and key not in own)
    if len(others) > _NEW_KEYS or not all(harmless(key) for key in others):
        column = table.from_source.key if table.from_source else ""
        raise SourceProblem(
            "SR-B008", f"'{column}' heeft waarden die geen sleutel van een tabel kunnen zijn; klopt uit_bron van {table.name}?"
        )
    return [*own, *others]


def _wanted(table: Table, figures: Figures, reading: Reading, year: int, key: str | None) -> dict[str, str]:
    """The cells of a row by column; a figure of an unclear part of the year is left as it is."""
    wanted = {}
    extract = table.from_source
    for name in extract.columns if extract else ():
        column = table.columns[name]
        figure = figures.get(FigureKey(column.ref, year, key))
        if figure is None or figure.period is None or last_month(figure) is not None:
            wanted[name] = published(reading.totals.value(name, year, key), column).cell
    return wanted


class _Editor:
    """The text of one figure file by lines; only rows that change are written anew."""

    def __init__(self, table: Table, content: bytes) -> None:
        self._table = table
        text, wrong = decode(content)
        if wrong is not None:
            raise SourceProblem("SR-B008", f"{table.file} is niet als UTF-8 opgeslagen (regel {wrong}); verbeter dat eerst.")
        self._mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
        self._end = "\r\n" if "\r\n" in text else "\n"
        fixed = ["jaar", *([table.key_column] if table.key_column else [])]
        if not text.strip():
            text = ",".join([*fixed, *table.columns]) + self._end
        self._delimiter = delimiter_of(text.partition("\n")[0])
        self._rows = [row for _, row in rows_of(text, self._delimiter)]
        self._lines = self._split(text)
        self._header = [cell.strip() for cell in self._rows[0]]
        missing = [name for name in [*fixed, *(table.from_source.columns if table.from_source else ())] if name not in self._header]
        if missing:
            raise SourceProblem("SR-B008", f"{table.file} heeft geen kolom '{missing[0]}'; voeg die eerst toe.")

    def _split(self, text: str) -> list[str]:
        """The text of each row, line ends included."""
        lines = list(io.StringIO(text, newline=""))
        starts = [line - 1 for line, _ in rows_of(text, self._delimiter)]
        return ["".join(lines[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]

    def fill(self, year: int, key: str | None, wanted: dict[str, str]) -> list[CellFill]:
        """Put cells into the row of a year and key, made when there is none; gives what changed."""
        at = self._find(year, key)
        if at is None:
            at = self._insert(year, key)
            old = dict.fromkeys(wanted, "")
        else:
            old = {name: self._rows[at][self._header.index(name)].strip() for name in wanted}
        changed = [name for name, cell in wanted.items() if not _same(old[name], cell)]
        for name in changed:
            self._rows[at][self._header.index(name)] = wanted[name]
        if changed:
            self._lines[at] = self._written(self._rows[at])
        return [CellFill(self._table.columns[name].ref, year, key, old[name], wanted[name]) for name in changed]

    def _find(self, year: int, key: str | None) -> int | None:
        """The row the report uses: that of the whole year before that of a part of it."""
        found = [
            at
            for at, row in enumerate(self._rows)
            if at
            and len(row) == len(self._header)
            and self._cell(row, "jaar") == str(year)
            and (key is None or self._cell(row, self._table.key_column or "") == key)
        ]
        return min(found, key=lambda at: bool(self._cell(self._rows[at], "periode")), default=None)

    def _cell(self, row: Sequence[str], name: str) -> str:
        return row[self._header.index(name)].strip() if name in self._header else ""

    def _insert(self, year: int, key: str | None) -> int:
        """A new row after the last one of this year or an earlier one."""
        row = ["" if name not in self._table.columns else NOT_KNOWN for name in self._header]
        row[self._header.index("jaar")] = str(year)
        if key is not None and self._table.key_column:
            row[self._header.index(self._table.key_column)] = key
        earlier = [at for at, other in enumerate(self._rows) if at and (cell := self._cell(other, "jaar")).isdigit() and int(cell) <= year]
        at = (earlier[-1] if earlier else 0) + 1
        if not self._lines[at - 1].endswith("\n"):
            self._lines[at - 1] += self._end
        self._rows.insert(at, row)
        self._lines.insert(at, self._written(row))
        return at

    def _written(self, row: Sequence[str]) -> str:
        stream = io.StringIO()
        csv.writer(stream, delimiter=self._delimiter, lineterminator=self._end).writerow(row)
        return stream.getvalue()

    def content(self) -> bytes:
        """The whole file."""
        return self._mark + "".join(self._lines).encode()


def _same(old: str, new: str) -> bool:
    """Whether two cells say the same, thousands dots aside."""
    return old.replace(".", "") == new if new[:1].isdigit() else old.replace(" ", "") == new
