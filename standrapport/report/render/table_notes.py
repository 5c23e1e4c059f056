# SPDX-License-Identifier: EUPL-1.2
"""What a reader must know of the figures in a table or chart: notes below it, and its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...core.formula import breaks, references_in
from ...core.model import Catalogue, Figure, Kind
from ...core.notation import format_datum, join_names
from ...core.words import (
    both_years,
    break_sentence,
    closed,
    differing_times,
    source_name,
    symbol_meanings,
    with_key,
)
from .ink import Ink

_ROUNDED = "Aantallen zijn afgerond; door afronding tellen de delen niet altijd op tot het totaal."
_FEW = 3  # so few rounded counts do not add up to anything


def figure_notes(catalogue: Catalogue, shown: Sequence[Figure], years: Sequence[int]) -> list[str]:
    """What readers must know about these figures: caveats, breaks in series, rounding, and the
    symbols that were used.
    """
    refs = list(dict.fromkeys(figure.id.ref for figure in shown))
    said = (
        *_of_tables(catalogue, refs),
        *(_of_breaks(catalogue, refs, years) if len(years) > 1 else ()),
        *_of_figures(catalogue, refs),
        *differing_times(shown, {one.id: _named(catalogue, one) for one in shown}),
        *_of_same_months(catalogue, shown),
        *_of_values(shown),
    )
    return list(dict.fromkeys(said))


def ranking_notes(open_keys: Sequence[str]) -> list[str]:
    """Why there is no order of size: the keys that could be among the largest but are not known."""
    if not open_keys:
        return []
    verb = "is" if len(open_keys) == 1 else "zijn"
    why = f"{join_names(list(open_keys))} {verb} nog niet bekend of over een andere periode"
    return [f"De volgorde staat nog niet vast: {why}."]


def _of_tables(catalogue: Catalogue, refs: Sequence[str]) -> Iterator[str]:
    tables = {table.name: table for ref in refs if (table := catalogue.table_of(ref)) is not None}
    yield from (table.note for table in tables.values() if table.note)


def _of_breaks(catalogue: Catalogue, refs: Sequence[str], years: Sequence[int]) -> Iterator[str]:
    for ref in refs:
        yield from (break_sentence(one) for one in breaks(catalogue, ref) if one.year in years)


def _of_figures(catalogue: Catalogue, refs: Sequence[str]) -> Iterator[str]:
    for ref in refs:
        one = catalogue.column(ref) or catalogue.derived.get(ref)
        if one is not None and one.note:
            yield f"{one.title}: {one.note}"


def _of_values(shown: Sequence[Figure]) -> Iterator[str]:
    """Rounding, the symbols that were used, and whether values can still change."""
    counts = [
        figure.id
        for figure in shown
        if figure.rounding and figure.unit != "procent" and figure.kind is Kind.VALUE
    ]
    if len({name.ref for name in counts} | {name.key for name in counts}) > _FEW:
        yield _ROUNDED
    if used := symbol_meanings(figure.printed for figure in shown):
        yield closed("; ".join(used))
    if any(figure.provisional for figure in shown):
        yield "Voorlopige cijfers kunnen nog veranderen."


def _of_same_months(catalogue: Catalogue, shown: Sequence[Figure]) -> Iterator[str]:
    """That a change over a part of a year was taken from the same part of the year before: who does
    the sum with what stands beside it would get another.
    """
    for figure in shown:
        if figure.period and figure.value is not None and _looks_back(catalogue, figure.id.ref):
            title = catalogue.about(figure.id.ref).title
            yield f"{title}, {figure.id.year}: {both_years(figure.period)}."


def _looks_back(catalogue: Catalogue, ref: str, trail: tuple[str, ...] = ()) -> bool:
    """Whether a figure is computed from one of another year."""
    derived = catalogue.derived.get(ref)
    if derived is None or ref in trail:
        return False
    return any(
        part.shift != 0 or _looks_back(catalogue, part.ref, (*trail, ref))
        for part in references_in(derived.formula_text.raw)
    )


def _named(catalogue: Catalogue, figure: Figure) -> str:
    return with_key(catalogue.about(figure.id.ref).title, figure.id.key)


def sources(ink: Ink, shown: Sequence[Figure]) -> str:
    """The sources of figures with their reference dates; those read in the press say so."""
    catalogue = ink.report.catalogue
    found: dict[str, None] = {}
    dates: dict[str, None] = {}
    for figure in shown:
        if figure.derived or figure.kind.is_open:
            continue
        if name := source_name(catalogue.source_of(figure)):
            found.setdefault(name)
        if figure.reference_date:
            dates.setdefault(format_datum(figure.reference_date))
    if any(figure.derived for figure in shown):
        found.setdefault(
            "eigen berekening uit deze cijfers"
            if found
            else "eigen berekening uit openbare cijfers"
        )
    if not found:
        return ""
    when = f" Peildatum: {join_names(list(dates))}." if 0 < len(dates) <= 3 else ""
    return f"{'; '.join(found)}.{when}"
