# SPDX-License-Identifier: EUPL-1.2
"""The figures of a table held against its source: what differs, and which rows of the source were
not counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field
from pathlib import Path

from ..core.frozen import dataclass
from ..core.model import (
    CellChange,
    Extract,
    Figure,
    Figures,
    FigureSeen,
    Finding,
    Kind,
    Measure,
    Position,
    Severity,
    Suggestion,
    Table,
)
from ..core.notation import MONTHS, join_names, through_month
from ..messages import found
from .accounting import Published, in_words, published, row_findings
from .engine import SourceProblem
from .reading import SourceTotals, Tell, read_source

_WHOLE = 12  # months
_TOO_MANY = 5  # rows that are expected in months that have none
_SPARSE = 12  # rows in a year; with fewer, months without any say nothing
_CELLS = 20  # differing cells with a finding of their own; the rest share one


def check_source(
    project: Path, year: int, table: Table, figures: Figures, tell: Tell
) -> list[Finding]:
    """Findings on a table with `uit_bron` (family SR-B); reads the source anew.

    Raises SourceFailure, without any text of a row, for what nobody foresaw.
    """
    extract = table.from_source
    if extract is None:
        return []
    try:
        reading = read_table(project, year, table, figures, tell)
    except SourceProblem as problem:
        return [not_counted(project, year, table, extract, problem)]
    return [
        *_Held(year, table, extract, figures, reading).findings(),
        *row_findings(year, table, extract, reading),
    ]


def not_counted(
    project: Path, year: int, table: Table, extract: Extract, problem: SourceProblem
) -> Finding:
    """An edition without any source folder is only told so.

    Where sources are, one that is missing asks for a look.
    """
    if problem.code != "SR-B009":
        return found(
            problem.code,
            extract.position,
            {"melding": problem.sentence},
            which="melding",
            year=year,
        )
    first = (extract.files or ".").replace("\\", "/").partition("/")[0]
    expected = extract.files is None or (project / "figures" / str(year) / first).exists()
    severity = Severity.WARNING if expected else Severity.NOTE
    said = {"melding": problem.sentence, "tabel": table.name}
    return found("SR-B009", extract.position, said, which="tabel", severity=severity, year=year)


def read_table(
    project: Path, year: int, table: Table, figures: Figures, tell: Tell
) -> SourceTotals:
    """The source of a table, counted for an edition. Raises SourceProblem."""
    if table.from_source is None:
        raise ValueError(f"{table.name} has no source")
    own = own_figures(table, figures)
    keys = tuple(dict.fromkeys(figure.id.key for figure in own if figure.id.key is not None))
    through = {figure.id.year: month for figure in own if (month := last_month(figure)) is not None}
    return read_source(project, year, table.from_source, keys, through, tell)


def own_figures(table: Table, figures: Figures) -> list[Figure]:
    """The figures of a table that its source gives."""
    refs = {
        column.ref
        for name, column in table.columns.items()
        if table.from_source and name in table.from_source.columns
    }
    return [figures[name] for name in figures if name.ref in refs]


def last_month(figure: Figure) -> int | None:
    """The month up to and including which a figure of part of a year counts.

    None for a whole year or an unclear period.
    """
    return through_month(figure.period) if figure.period else None


def judged_years(year: int, extract: Extract, reading: SourceTotals) -> set[int]:
    """The years a source can say something about."""
    return reading.totals.years if extract.every_year else {year}


@dataclass
class _Held:
    """The figures of a table held against what its source adds up to."""

    year: int
    table: Table
    extract: Extract
    figures: Figures
    reading: SourceTotals
    differing: list[Finding] = field(default_factory=list)
    to_suppress: list[Finding] = field(default_factory=list)
    empty: list[Figure] = field(default_factory=list)
    unclear: list[Figure] = field(default_factory=list)

    def findings(self) -> Iterator[Finding]:
        """What differs, is missing, or cannot be held against the source."""
        years = judged_years(self.year, self.extract, self.reading)
        for figure in own_figures(self.table, self.figures):
            if figure.id.year in years:
                self._sort(figure)
        yield from self.to_suppress
        yield from self.differing[:_CELLS]
        if more := self.differing[_CELLS:]:
            yield _more(more, self.year, self.table)
        if self.empty:
            yield _not_filled(self.empty, self.year, self.table)
        if self.unclear:
            yield _not_counted_period(self.unclear, self.year, self.table)
        yield from self._ends_early(years)
        yield from self._keys(years)

    def _ends_early(self, years: set[int]) -> Iterator[Finding]:
        """Years of which the source has no rows in the last months that are counted, while as many
        as in the months before would be some: the extract was made too early.
        """
        through = {
            figure.id.year: last_month(figure) or (_WHOLE if figure.period is None else 0)
            for figure in own_figures(self.table, self.figures)
            if not self.table.columns[figure.id.ref.partition(".")[2]].stock
        }
        for counted in sorted(years & set(through)):
            last, until = self.reading.totals.last_month.get(counted, 0), through[counted]
            if not last or last >= until:
                continue
            rows = self.reading.totals.year_rows[counted]
            if rows < _SPARSE or rows * (until - last) < _TOO_MANY * last:
                continue
            said = {
                "bron": join_names(list(self.reading.names[:3])),
                "maand": MONTHS[last - 1],
                "jaar": counted,
                "tabel": self.table.name,
                "tot": f"tot en met {MONTHS[until - 1]}"
                if until < _WHOLE
                else "over het hele jaar",
            }
            yield found("SR-B023", self.extract.position, said, year=self.year)

    def _sort(self, figure: Figure) -> None:
        """Hold one figure against the source."""
        name, column = figure.id, figure.id.ref.partition(".")[2]
        if figure.period is not None and last_month(figure) is None:
            self.unclear.append(figure)
            return
        total = self.reading.totals.value(column, name.year, name.key)
        right = published(total, self.table.columns[column])
        sources = [Position(source) for source in self.reading.names[:3]]
        places = (
            *([figure.position] if figure.position else []),
            *(sources if self.extract.files else [self.extract.position]),
        )
        if figure.kind.is_open:
            self.empty.append(figure)
        elif total not in figure.interval:
            self.differing.append(self._different(figure, right, places))
        elif figure.kind is Kind.VALUE and right.value is None and total > 0:
            said = {"cijfer": _named(figure), "gedrukt": figure.printed, "goed": right.printed}
            self.to_suppress.append(found("SR-B013", places, said, year=self.year))

    def _different(self, figure: Figure, right: Published, places: tuple[Position, ...]) -> Finding:
        """A figure that the source contradicts, with what it would be."""
        name, interval = figure.id, figure.interval
        seen = FigureSeen(name, figure.printed, interval.low, interval.high)
        said = {
            "cijfer": _named(figure),
            "gedrukt": figure.printed,
            "goed": right.printed,
            "geteld": _counted(self.extract),
            "bron": join_names(list(self.reading.names[:3])),
        }
        if right.value is None:
            shown = (Suggestion(right.printed, name.ref, name.year, name.key),)
            return found(
                "SR-B001", places, said, year=self.year, figures=(seen,), suggestions=shown
            )
        repair = ((CellChange(name, figure.value, right.value, figure.position),),)
        return found("SR-B001", places, said, year=self.year, figures=(seen,), repairs=repair)

    def _keys(self, years: set[int]) -> Iterator[Finding]:
        """Years and keys the source has and the table has no row for."""
        own = own_figures(self.table, self.figures)
        there = {(figure.id.year, figure.id.key or "") for figure in own}
        here = {year for year, _ in there}
        for missing in sorted(years - here):
            said = {"tabel": self.table.name, "ontbreekt": missing, "jaar": self.year}
            yield found("SR-B011", self.extract.position, said, which="geen_rij", year=self.year)
        absent: Counter[str] = Counter()
        if self.extract.key is not None:
            for (year, key), rows in self.reading.totals.keys.items():
                if year in years & here and (year, key) not in there:
                    absent[key] += rows
        if absent:
            keys = {
                "kolom": self.extract.key,
                "tabel": self.table.name,
                "sleutels": in_words(absent),
            }
            yield found("SR-B007", self.extract.position, keys, year=self.year)


def _named(figure: Figure) -> str:
    parts = (figure.id.ref, figure.id.key, figure.id.year, figure.period)
    return " ".join(str(part) for part in parts if part)


def _more(more: Sequence[Finding], year: int, table: Table) -> Finding:
    """Differing figures beyond those with a finding of their own."""
    return found(
        "SR-B001",
        tuple(finding.locations[0] for finding in more if finding.locations),
        {"aantal": len(more), "tabel": table.name, "jaar": year},
        which="meer",
        year=year,
        figures=tuple(seen for one in more for seen in one.figures),
    )


def _not_filled(empty: Sequence[Figure], year: int, table: Table) -> Finding:
    said = {"aantal": len(empty), "tabel": table.name, "jaar": year}
    which = "een" if len(empty) == 1 else "meer"
    return found("SR-B011", _places(empty), said, which=which, year=year)


def _not_counted_period(unclear: Sequence[Figure], year: int, table: Table) -> Finding:
    said = {"aantal": len(unclear), "tabel": table.name, "periode": unclear[0].period}
    which = "periode van een" if len(unclear) == 1 else "periode"
    return found("SR-B009", _places(unclear), said, which=which, year=year)


def _places(figures: Sequence[Figure]) -> tuple[Position, ...]:
    return tuple(figure.position for figure in figures if figure.position)


def _counted(extract: Extract) -> str:
    return {
        Measure.ROWS: "rijen geteld",
        Measure.SUM: f"som van '{extract.amount}'",
        Measure.DISTINCT: f"verschillende '{extract.amount}'",
    }[extract.measure]
