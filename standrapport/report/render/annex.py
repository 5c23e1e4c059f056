# SPDX-License-Identifier: EUPL-1.2
"""The annexes the report writes itself: coverage, what is missing, what was revised, and the
sources.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ...core.formula import figure_meant, references_in
from ...core.frozen import dataclass
from ...core.model import Figure, Kind, Source, figure_of
from ...core.notation import format_datum, join_names
from ...core.words import attributions_of, briefly, full_name, mark, source_facts, source_name
from .ink import Ink, short
from .tables import marked_figure


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """An indicator that was asked for, with its figures of the report year.

    `state` is 'bekend', 'deels' or 'ontbreekt'.
    """

    title: str
    values: tuple[tuple[str, Markup], ...]
    state: str
    source: str
    cadence: str


def coverage(ink: Ink) -> tuple[CoverageRow, ...]:
    """Which of the requested indicators have a value for the report year."""
    rows = []
    catalogue, year = ink.report.catalogue, ink.report.edition.year
    for wanted in catalogue.requested:
        figures = [figure_of(ink.report.figures, ref, year) for ref in wanted.refs]
        known = sum(figure.kind in (Kind.VALUE, Kind.SUPPRESSED) for figure in figures)
        state = "bekend" if known == len(figures) else "deels" if known else "ontbreekt"
        names = ["" if len(figures) == 1 else short(catalogue, figure.id.ref) for figure in figures]
        values = tuple(
            (name, marked_figure(ink, figure, {figure.id} if mark(figure) else ()))
            for name, figure in zip(names, figures, strict=True)
        )
        rows.append(CoverageRow(wanted.title, values, state, wanted.source, wanted.cadence))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class RevisedRow:
    """A figure that an earlier edition printed differently."""

    title: str
    year: int
    edition: int
    old: str
    new: str
    percent: str
    reason: str


def revised(ink: Ink) -> tuple[RevisedRow, ...]:
    """The figures that changed since the earlier edition, in the order of the tables."""
    return tuple(
        RevisedRow(
            full_name(ink.report.catalogue, r.id.ref, r.id.key),
            r.id.year,
            r.edition,
            r.old,
            r.new,
            briefly(r.change),
            r.reason or "geen reden gegeven",
        )
        for r in ink.report.revised
    )


@dataclass(frozen=True, slots=True)
class TextSourceRow:
    """A source of texts with its address, and the places in it by chapter of the report."""

    title: str
    address: str
    chapters: tuple[tuple[str, str], ...]


def text_sources(ink: Ink) -> tuple[TextSourceRow, ...]:
    """The sources that blocks name (`volgens:`), in the order they are met."""
    found: dict[str, Source] = {}
    places: dict[str, dict[str, dict[str, None]]] = {}
    for chapter in ink.report.edition.chapters:
        for block in chapter.blocks:
            for one in attributions_of(block, ink.report.catalogue):
                if one.own:
                    continue
                source = one.source or Source(one.said, one.said)
                found.setdefault(source.id, source)
                by_chapter = places.setdefault(source.id, {})
                said = by_chapter.setdefault(ink.words(chapter.title), {})
                if one.place:
                    said.setdefault(one.place)
    return tuple(
        TextSourceRow(
            source_name(source),
            source.address or "",
            tuple((chapter, "; ".join(said)) for chapter, said in places[id_].items()),
        )
        for id_, source in found.items()
    )


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source of figures, with its address, whether the press passed it on, and what else is known
    of it.
    """

    title: str
    address: str
    via_press: bool
    facts: str = ""


def printed_cells(ink: Ink) -> Iterator[Figure]:
    """The cells of figure files that the report prints, or prints a change or sum of."""
    for use in ink.used:
        for part in references_in(use.ref):
            if ink.report.catalogue.column(part.ref) is not None:
                yield figure_meant(ink.report.figures, part, use.year, use.key)


def other_dates(ink: Ink) -> tuple[tuple[str, str], ...]:
    """The reference dates that are not the one of the cover, each with the tables it is of."""
    catalogue, own = ink.report.catalogue, ink.report.edition.reference_date
    found: dict[str, dict[str, None]] = {}
    for figure in printed_cells(ink):
        table = catalogue.table_of(figure.id.ref)
        date = figure.reference_date
        if date and date != own and table is not None and not figure.kind.is_open:
            found.setdefault(date, {}).setdefault(table.title)
    return tuple((format_datum(date), join_names(list(found[date]))) for date in sorted(found))


def used_sources(ink: Ink) -> tuple[SourceRow, ...]:
    """The sources of all figures printed in the report, in the order of the catalogue."""
    catalogue = ink.report.catalogue
    ids = {source.id for figure in printed_cells(ink) if (source := catalogue.source_of(figure))}
    return tuple(
        SourceRow(s.title, s.address or "", s.via_press, source_facts(s))
        for s in catalogue.sources.values()
        if s.id in ids
    )


__all__ = ["coverage", "other_dates", "revised", "text_sources", "used_sources"]
