# SPDX-License-Identifier: EUPL-1.2
"""Sources and reference dates that cannot be: later than the report, earlier than what they say
something of, about other years, or the press where the service itself has published.

Only what is certain is told: of a source that appeared 'in 2025' both ends of that year count.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from datetime import date

from ...core.frozen import dataclass
from ...core.model import (
    Catalogue,
    Edition,
    Figure,
    FigureKey,
    Figures,
    Finding,
    Kind,
    Position,
    Severity,
    Source,
    large_tables,
    last_day,
    single_figures,
)
from ...core.model.columns import KINDS
from ...core.notation import format_datum, format_getal, join_names
from ...core.words import published_words, year_runs
from ...messages import found

_LISTED = 5  # figures named in one finding; its places are all of them


@dataclass
class _Group:
    """The figures one thing is wrong with, for the same reason; `more` of large tables are not
    listed.
    """

    more: int = 0
    figures: list[Figure] = field(default_factory=list)
    said: dict[str, object] = field(default_factory=dict)


Groups = dict[tuple[str, str, str], _Group]  # by code, sentence and reason


def dated_sources(catalogue: Catalogue, cells: Figures, edition: Edition) -> list[Finding]:
    """What cannot be of the sources and reference dates of an edition's figures, one finding for
    each reason.
    """
    groups: Groups = defaultdict(_Group)
    report = _day(edition.date)
    for figure, more in (*_single(cells), *_of_large(cells)):
        for code, which, reason, said in _wrong(catalogue, figure, report):
            group = groups[code, which, reason]
            group.figures.append(figure)
            group.more += more
            group.said |= said
    final = edition.status == "definitief"
    return [_finding(name, group, edition, final=final) for name, group in groups.items()]


_TOLD = (Kind.VALUE, Kind.SUPPRESSED)


def _single(cells: Figures) -> Iterator[tuple[Figure, int]]:
    """Every figure that is told and stands in a file, those of large tables aside."""
    for figure in single_figures(cells).values():
        if figure.kind in _TOLD and not figure.derived:
            yield figure, 0


def _of_large(cells: Figures) -> Iterator[tuple[Figure, int]]:
    """Of each column of a large table, the first figure of every year and reference date, and how
    many more there are of it: they have their source and dates in common.
    """
    for table in large_tables(cells).values():
        rows: dict[tuple[int, str | None], list[int]] = defaultdict(list)
        for row, of in enumerate(zip(table.years.tolist(), table.reference_dates, strict=True)):
            rows[of].append(row)
        told = {KINDS.index(kind) for kind in _TOLD}
        for name, values in table.columns.items():
            kinds = values.kinds.tolist()
            for (year, _), several in rows.items():
                own = [row for row in several if kinds[row] in told]
                ref = table.table.columns[name].ref
                figure = table.figure(FigureKey(ref, year, table.keys[own[0]])) if own else None
                if figure is not None:
                    yield figure, len(own) - 1


Wrong = tuple[str, str, str, dict[str, object]]  # code, sentence, reason, what it says


def _wrong(catalogue: Catalogue, figure: Figure, report: date | None) -> Iterator[Wrong]:
    """Everything that cannot be of one figure."""
    source = catalogue.source_of(figure)
    yield from _of_date(catalogue, figure, report)
    if source is None:
        return
    if not source.id:
        yield "SR-C043", "", str(figure.id.year), {"jaar": figure.id.year}
        return
    said: dict[str, object] = {"bron": source.title, "verschenen": published_words(source)}
    if source.published and report and _begin(source.published) > report:
        yield "SR-C040", "bron", source.id, said | {"datum": format_datum(report.isoformat())}
    if not source.about_year(figure.id.year):
        years = {"over": year_runs(source.covers), "jaar": figure.id.year}
        yield "SR-C042", "over", f"{source.id} {figure.id.year}", said | years
    elif _too_early(catalogue, figure, source):
        yield "SR-C042", "vroeg", f"{source.id} {figure.id.year}", said | {"jaar": figure.id.year}
    own = _own_source(catalogue, figure, source, report)
    if own is not None:
        named = {"eigen": own.title, "jaar": figure.id.year}
        yield "SR-C044", "", f"{source.id} {own.id} {figure.id.year}", said | named


def _of_date(catalogue: Catalogue, figure: Figure, report: date | None) -> Iterator[Wrong]:
    """What cannot be of the reference date of a figure."""
    day = _day(figure.reference_date)
    if day is None:
        return
    said: dict[str, object] = {"peildatum": format_datum(day.isoformat())}
    if report and day > report:
        when = {"datum": format_datum(report.isoformat())}
        yield "SR-C040", "peildatum", day.isoformat(), said | when
    end = _end(catalogue, figure, day)
    if end is not None and day < end:
        when = {"einde": format_datum(end.isoformat())}
        yield "SR-C041", "", f"{day} {end}", said | when


def _end(catalogue: Catalogue, figure: Figure, day: date) -> date | None:
    """The day before which nobody can have counted a figure.

    None for what was not counted (a target, a forecast) and for a state, which is of the day it was
    counted on.
    """
    column = catalogue.column(figure.id.ref)
    if figure.expected or (column is not None and column.stock and day.year == figure.id.year):
        return None
    return last_day(figure.period, figure.id.year)


def _too_early(catalogue: Catalogue, figure: Figure, source: Source) -> bool:
    """Whether a source appeared before the end of what it is said to tell."""
    if not source.published:
        return False
    day = _finish(source.published)
    end = _end(catalogue, figure, day)
    return end is not None and day < end


def _own_source(
    catalogue: Catalogue, figure: Figure, source: Source, report: date | None
) -> Source | None:
    """For a figure from the press: a source of the same column that is not, and has that year."""
    column = catalogue.column(figure.id.ref)
    if not source.via_press or column is None:
        return None
    others = [
        catalogue.sources[name] for name in column.sources.values() if name in catalogue.sources
    ]
    return next(
        (
            one
            for one in others
            if not one.via_press
            and figure.id.year in one.covers
            and not _too_early(catalogue, figure, one)
            and not (one.published and report and _begin(one.published) > report)
        ),
        None,
    )


def _finding(
    name: tuple[str, str, str], group: _Group, edition: Edition, *, final: bool
) -> Finding:
    code, which, _ = name
    refs = list(dict.fromkeys(_named(figure) for figure in group.figures))
    left = group.more + max(0, len(refs) - _LISTED)
    more = f" en nog {format_getal(left)}" if left else ""
    listed = ", ".join(refs[:_LISTED]) + more if more else join_names(refs)
    severity = Severity.WARNING if code == "SR-C043" and not final else Severity.ERROR
    return found(
        code,
        _rows((figure.position for figure in group.figures), of_date="peildatum" in group.said),
        group.said | {"cijfers": listed},
        which=which,
        severity=severity,
        year=edition.year,
    )


def _named(figure: Figure) -> str:
    key = f" {figure.id.key}" if figure.id.key is not None else ""
    return f"{figure.id.ref}{key} {figure.id.year}"


def _rows(places: Iterable[Position | None], *, of_date: bool) -> tuple[Position, ...]:
    """The first cell of each row, or the cell with its reference date."""
    first: dict[tuple[str, int | None], Position] = {}
    for place in places:
        if place is not None:
            cell = replace(place, column="peildatum") if of_date else place
            first.setdefault((place.file, place.line), cell)
    return tuple(first.values())


def _day(text: str | None) -> date | None:
    """A day; None for what is not written as one."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _begin(published: str) -> date:
    """The first day a source can have appeared on."""
    return date.fromisoformat(f"{published}-01-01"[:10])


def _finish(published: str) -> date:
    """The last day a source can have appeared on."""
    parts = [int(part) for part in published.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else 12
    return date(year, month, monthrange(year, month)[1])
