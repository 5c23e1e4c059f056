"""What a reader of a trend must know, as Dutch sentences: revisions, breaks, parts of a year, signs and sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from ..consistency import signed
from ..model import Figure, Kind
from ..notation import NOT_KNOWN, format_datum, format_getal, join_names
from .series import NOT_SAID, Change, Revised, Trend

_LISTED = 5  # revised cells named behind one computed figure


def revision_sentence(one: Revised, trend: Trend) -> str:
    """'vertrek.gedwongen 2021: editie 2021 zei 1.640, editie 2024 zegt 1.630 (−0,6 %). Reden: …'."""
    revision = one.revision
    year = f"{revision.id.year} {one.period}" if one.period else str(revision.id.year)
    size = amount(one.difference, revision.percent, trend.unit, both=False)
    said = f"{trend.name} {year}: editie {revision.edition} zei {revision.old}, editie {one.edition} zegt {revision.new}{size and f' ({size})'}."
    return f"{said} {_why(one)}"


def _why(one: Revised) -> str:
    if one.revision.reason:
        return f"Reden: {_closed(one.revision.reason)}"
    if not one.moved:
        return "Er is geen reden opgegeven."
    cells = [f"{cell.id.ref} {cell.id.year} ({cell.old} → {cell.new})" for cell in one.moved[:_LISTED]]
    more = [f"nog {len(one.moved) - _LISTED}"] if len(one.moved) > _LISTED else []
    reasons = dict.fromkeys(_closed(cell.reason) for cell in one.moved if cell.reason)
    return " ".join([f"Bewogen door {join_names(cells + more)}.", *(f"Reden: {reason}" for reason in reasons)])


def _closed(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def change_text(change: Change | None, unit: str) -> str:
    """'−110 (−6,3 %)', '+2,4 procentpunt', 'gelijk', or a dash where nothing can be compared."""
    return "–" if change is None or change.difference is None else amount(change.difference, change.percent, unit)


def amount(difference: Decimal | None, percent: Decimal | None, unit: str, *, both: bool = True) -> str:
    """A change in the words of its unit: percentages in points, counts with their percentage (without `both` that alone)."""
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
    return f"{plain} ({signed(percent)})" if both else signed(percent)


def notes(trend: Trend) -> Iterator[str]:
    """What holds for the values that stand: breaks, parts of a year, provisional, and what the signs in their places mean."""
    for one in trend.breaks:
        yield f"Breuk in de reeks vanaf {one.year}: {_closed(one.reason)}"
    figures = [said.figure for said in trend.standing]
    parts = [f"{figure.id.year} {figure.period}" for figure in figures if figure.period]
    if parts:
        yield f"Geen heel jaar: {join_names(parts)}."
    if provisional := [str(figure.id.year) for figure in figures if figure.provisional]:
        yield f"Voorlopig: {join_names(provisional)}."
    older = [year for year in trend.years if year.standing and year.said[-1].edition > year.standing.edition]
    for year in older:
        last = year.said[-1]
        period = f" over {last.figure.period}" if last.known and last.figure.period else ""
        yield f"{year.year}: editie {last.edition} zegt {_closed(f'{last.figure.printed}{period}')} Het nieuwste cijfer komt uit editie {year.standing.edition if year.standing else ''}."
    yield from signs(year.text for year in trend.years)


def signs(texts: Iterable[str]) -> Iterator[str]:
    """What 'n.n.b.', 'n.v.t.', '<5' and 'geen cijfer' mean, for those that are used."""
    used = list(dict.fromkeys(texts))
    words = {NOT_KNOWN: "nog niet bekend", "n.v.t.": "niet van toepassing", NOT_SAID: "geen enkele editie noemt dit jaar"}
    found = [f"{text} = {words[text]}" for text in used if text in words]
    found += [f"{text} = minder dan {text[1:]}, niet getoond" for text in used if text.startswith("<")]
    if found:
        yield f"{'; '.join(found)}."


def origin(trend: Trend) -> Iterator[str]:
    """Group, formula, and the sources of the values that stand with their reference dates."""
    if trend.population:
        yield f"Groep: {_closed(trend.population)}"
    if trend.formula:
        yield f"Berekend: {' '.join(trend.formula.split())}"
    sources: dict[str, dict[str, None]] = {}
    for said in trend.standing:
        dates = sources.setdefault(said.source, {}) if said.source else {}
        if said.figure.reference_date:
            dates[format_datum(said.figure.reference_date)] = None
    for source, dates in sources.items():
        when = f" (peildatum {join_names(list(dates))})" if 0 < len(dates) <= 3 else ""
        yield f"Bron: {_closed(source + when)}"


def state(figure: Figure) -> str:
    """'voorlopig' or 'definitief'; '' where there is nothing to be either."""
    return "" if figure.kind is Kind.UNKNOWN else "voorlopig" if figure.provisional else "definitief"
