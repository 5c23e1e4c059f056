"""What a reader of a trend must know, as Dutch sentences: revisions, breaks, parts of a year, signs
and sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from ...core.model import Figure, Kind
from ...core.notation import NOT_KNOWN, format_datum, format_figure, format_getal, join_names
from .model import NOT_SAID, Change, Revised, Trend

_LISTED = 5  # revised cells named behind one computed figure


def revision_sentence(one: Revised, trend: Trend) -> str:
    """'instroom.totaal 2021: editie 2021 zei 1.640, editie 2024 zegt 1.630 (−0,6 %).
    Reden: …'.
    """
    revision = one.revision
    year = f"{revision.id.year} {one.period}" if one.period else str(revision.id.year)
    size = amount(one.difference, revision.percent, trend.unit, both=False)
    said = (
        f"{trend.name} {year}: editie {revision.edition} zei {revision.old}, editie {one.edition}"
        f" zegt {revision.new}{size and f' ({size})'}."
    )
    return f"{said} {_why(one)}"


def _why(one: Revised) -> str:
    if one.revision.reason:
        return f"Reden: {_closed(one.revision.reason)}"
    if not one.moved:
        return "Er is geen reden opgegeven."
    cells = [
        f"{cell.id.ref} {cell.id.year} ({cell.old} → {cell.new})" for cell in one.moved[:_LISTED]
    ]
    more = [f"nog {len(one.moved) - _LISTED}"] if len(one.moved) > _LISTED else []
    reasons = dict.fromkeys(_closed(cell.reason) for cell in one.moved if cell.reason)
    return " ".join(
        [f"Bewogen door {join_names(cells + more)}.", *(f"Reden: {reason}" for reason in reasons)]
    )


def _closed(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def change_text(change: Change | None, unit: str) -> str:
    """'−110 (−6,3 %)', '+2,4 procentpunt', 'gelijk', or a dash where nothing can be compared."""
    return (
        "–"
        if change is None or change.difference is None
        else amount(change.difference, change.percent, unit)
    )


def amount(
    difference: Decimal | None, percent: Decimal | None, unit: str, *, both: bool = True
) -> str:
    """A change in the words of its unit: percentages in points, counts with their percentage
    (without `both` that alone).
    """
    if difference is None:
        return ""
    if not difference:
        return "gelijk"
    places = max(0, -int(difference.as_tuple().exponent))
    plain = f"{'+' if difference > 0 else ''}{format_getal(difference, places)}"
    if unit == "procent":
        return f"{plain} procentpunt"
    if percent is None:
        return plain
    share = f"{'+' if percent > 0 else ''}{format_figure(percent, max(0, -int(percent.as_tuple().exponent)), 'procent')}"
    return f"{plain} ({share})" if both else share


def cautions(trends: Iterable[Trend]) -> Iterator[str]:
    """Where values do not compare or may still change: breaks, parts of a year,
    provisional ones.
    """
    known = list(trends)
    yield from dict.fromkeys(
        f"Breuk in de reeks vanaf {one.year}: {_closed(one.reason)}"
        for trend in known
        for one in trend.breaks
    )
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
            f"{year.year}: editie {last.edition} zegt {_closed(f'{last.figure.printed}{period}')}"
            " Het nieuwste cijfer komt uit editie"
            f" {year.standing.edition if year.standing else ''}."
        )
    if trend.note:
        yield _closed(" ".join(trend.note.split()))
    steps = {said.figure.rounding for said in trend.standing if said.figure.rounding}
    if len(steps) == 1 and not trend.formula:
        step = format_getal(*_plain(steps.pop()))
        yield f"Afgerond op {step}: een verandering kan daardoor hooguit {step} afwijken."


def _plain(value: Decimal) -> tuple[Decimal, int]:
    """A number with its decimals."""
    return value, max(0, -int(value.normalize().as_tuple().exponent))


def signs(texts: Iterable[str]) -> Iterator[str]:
    """What 'n.n.b.', 'n.v.t.', '<5' and 'geen cijfer' mean, for those that are used."""
    used = list(dict.fromkeys(texts))
    words = {
        NOT_KNOWN: "nog niet bekend",
        "n.v.t.": "niet van toepassing",
        NOT_SAID: "door geen enkele editie genoemd",
    }
    found = [f"{text} = {words[text]}" for text in used if text in words]
    found += [
        f"{text} = minder dan {text[1:]}, niet getoond" for text in used if text.startswith("<")
    ]
    if found:
        yield f"{'; '.join(found)}."


def origin(trend: Trend) -> Iterator[str]:
    """Definition, group, formula, and the sources of the values that stand with their reference
    dates.
    """
    if trend.definition:
        yield f"Definitie: {_closed(' '.join(trend.definition.split()))}"
    if trend.population:
        yield f"Groep: {_closed(trend.population)}"
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
        yield f"Bron {_years([figure.id.year for figure in figures])}: {_closed(source + when)}"


def _years(years: list[int]) -> str:
    """'2018', '2018 tot en met 2022', '2018 en 2021'."""
    if len(years) > 2 and years == list(range(years[0], years[-1] + 1)):
        return f"{years[0]} tot en met {years[-1]}"
    return join_names([str(year) for year in years])


def state(figure: Figure) -> str:
    """'voorlopig' or 'definitief'; '' where there is nothing to be either."""
    return (
        "" if figure.kind is Kind.UNKNOWN else "voorlopig" if figure.provisional else "definitief"
    )
