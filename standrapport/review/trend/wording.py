# SPDX-License-Identifier: EUPL-1.2
"""What a reader of a trend must know, as Dutch sentences: revisions, breaks, parts of a year, signs
and sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...core.model import Figure, Kind
from ...core.notation import decimals_in, format_datum, format_getal, join_names
from ...core.words import break_sentence, briefly, closed, symbol_meanings
from .model import NOT_SAID, Revised, Trend

_LISTED = 5  # revised cells named behind one computed figure


def revision_sentence(one: Revised, trend: Trend) -> str:
    """'instroom.totaal 2021: editie 2021 zei 1.640, editie 2024 zegt 1.630 (−0,6 %).
    Reden: …'.
    """
    revision = one.revision
    year = " ".join(filter(None, (str(revision.id.year), one.period)))
    size = briefly(revision.change)
    said = (
        f"{trend.name} {year}: editie {revision.edition} zei {revision.old}, editie {one.edition}"
        f" zegt {revision.new}{size and f' ({size})'}."
    )
    return f"{said} {_why(one)}"


def _why(one: Revised) -> str:
    if one.revision.reason:
        return f"Reden: {closed(one.revision.reason)}"
    if not one.moved:
        return "Er is geen reden opgegeven."
    cells = [
        f"{cell.id.ref} {cell.id.year} ({cell.old} → {cell.new})" for cell in one.moved[:_LISTED]
    ]
    more = [f"nog {len(one.moved) - _LISTED}"] if len(one.moved) > _LISTED else []
    reasons = dict.fromkeys(closed(cell.reason) for cell in one.moved if cell.reason)
    return " ".join(
        [f"Bewogen door {join_names(cells + more)}.", *(f"Reden: {reason}" for reason in reasons)]
    )


def cautions(trends: Iterable[Trend]) -> Iterator[str]:
    """Where values do not compare or may still change: breaks, parts of a year,
    provisional ones.
    """
    known = list(trends)
    yield from dict.fromkeys(break_sentence(one) for trend in known for one in trend.breaks)
    figures = [
        said.figure
        for trend in known
        for said in trend.standing
        if said.figure.kind in (Kind.VALUE, Kind.SUPPRESSED)
    ]
    if parts := sorted(
        {f"{figure.id.year} {figure.period}" for figure in figures if figure.period}
    ):
        yield f"Geen heel jaar: {join_names(parts)}."
    if provisional := sorted({str(figure.id.year) for figure in figures if figure.provisional}):
        yield f"Voorlopig: {join_names(provisional)}."


def notes(trend: Trend) -> Iterator[str]:
    """What holds for the values that stand: where they do not compare, an edition that knows less,
    the figure's own note, rounding.
    """
    yield from cautions([trend])
    older = [
        year
        for year in trend.years
        if year.standing and year.said[-1].edition > year.standing.edition
    ]
    for year in older:
        last = year.said[-1]
        period = f" over {last.figure.period}" if last.known and last.figure.period else ""
        yield (
            f"{year.year}: editie {last.edition} zegt {closed(f'{last.figure.printed}{period}')}"
            " Het nieuwste cijfer komt uit editie"
            f" {year.standing.edition if year.standing else ''}."
        )
    if trend.note:
        yield closed(trend.note)
    steps = {said.figure.rounding for said in trend.standing if said.figure.rounding}
    if len(steps) == 1 and not trend.formula:
        step = steps.pop()
        words = format_getal(step, decimals_in(step.normalize()))
        yield f"Afgerond op {words}: een verandering kan daardoor hooguit {words} afwijken."


def signs(texts: Iterable[str]) -> Iterator[str]:
    """What 'n.n.b.', 'n.v.t.', '<5' and 'geen cijfer' mean, for those that are used."""
    found = symbol_meanings(texts, [(NOT_SAID, "door geen enkele editie genoemd")])
    if found:
        yield closed("; ".join(found))


def origin(trend: Trend) -> Iterator[str]:
    """Definition, group, formula, and the sources of the values that stand with their reference
    dates.
    """
    if trend.definition:
        yield f"Definitie: {closed(trend.definition)}"
    if trend.population:
        yield f"Groep: {closed(trend.population)}"
    if trend.formula:
        yield f"Afgeleid: {' '.join(trend.formula.split())}"
    sources: dict[str, list[Figure]] = {}
    for said in trend.standing:
        if said.source:
            sources.setdefault(said.source, []).append(said.figure)
    for source, figures in sources.items():
        dates = list(
            dict.fromkeys(
                format_datum(figure.reference_date) for figure in figures if figure.reference_date
            )
        )
        when = f", peildatum {join_names(dates)}" if 0 < len(dates) <= 3 else ""
        yield f"Bron {_years([figure.id.year for figure in figures])}: {closed(source + when)}"


def _years(years: list[int]) -> str:
    """'2018', '2018 tot en met 2022', '2018 en 2021'."""
    if len(years) > 2 and years == list(range(years[0], years[-1] + 1)):
        return f"{years[0]} tot en met {years[-1]}"
    return join_names([str(year) for year in years])


def state(figure: Figure) -> str:
    """'voorlopig' or 'definitief'; '' where there is nothing to be either."""
    return "" if figure.kind.is_open else figure.status
