# SPDX-License-Identifier: EUPL-1.2
"""How figures, sources and symbols are called, in Dutch."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import AboutFigure, Catalogue, Figure, Source
from ..notation import (
    MONTHS,
    NOT_APPLICABLE,
    NOT_AVAILABLE,
    NOT_KNOWN,
    OUTSIDE_LIST,
    format_datum,
    join_names,
)

_MEANINGS = {
    NOT_KNOWN: "nog niet bekend",
    NOT_AVAILABLE: "niet beschikbaar; het bestaat wel, maar wij hebben het niet",
    NOT_APPLICABLE: "niet van toepassing",
    OUTSIDE_LIST: "buiten de lijst van dat jaar",
}


def full_name(catalogue: Catalogue, ref: str, key: str | None = None) -> str:
    """A figure as nobody can take it for another: 'Aanvragen: Toegekend', with its key behind it.

    Table and column; the table alone where it has one column; a computed figure has only a title.
    The population follows in brackets where another figure would have the same name.
    """
    about = catalogue.about(ref)
    name = _name(catalogue, about)
    same = [
        other
        for other in map(catalogue.about, catalogue.refs)
        if other.title == about.title and _name(catalogue, other) == name
    ]
    if about.population and any(other.population != about.population for other in same):
        name = f"{name} ({about.population})"
    return with_key(name, key)


def with_key(name: str, key: str | None) -> str:
    """A name with the key it is about: 'Aanvragen naar regio: Noord'."""
    return name if key is None else f"{name}: {key}"


def _name(catalogue: Catalogue, about: AboutFigure) -> str:
    if not about.table or about.table == about.title:
        return about.title
    table = catalogue.table_of(about.ref)
    alone = table is not None and len(table.columns) == 1
    return about.table if alone else f"{about.table}: {about.title}"


def source_name(source: Source | None) -> str:
    """The title of a source, with 'via de pers' when the press passed the figures on."""
    if source is None:
        return ""
    return f"{source.title} (via de pers)" if source.via_press else source.title


def published_words(source: Source) -> str:
    """The time a source appeared: '10 juni 2022', 'juni 2022', '2022'; '' when it is unknown."""
    year, _, rest = source.published.partition("-")
    if rest.isdigit() and len(rest) == 2:
        return f"{MONTHS[int(rest) - 1]} {year}"
    return format_datum(source.published)


def source_facts(source: Source) -> str:
    """What a reader may know of a source: who made it, when it appeared, what years it is about and
    how often it appears.
    """
    said = (
        f"door {source.made_by}" if source.made_by else "",
        f"gepubliceerd: {published_words(source)}" if source.published else "",
        f"over {year_runs(source.covers)}" if source.covers else "",
        f"verschijnt {source.rhythm}" if source.rhythm else "",
    )
    return "; ".join(filter(None, said))


def sources_by_year(catalogue: Catalogue, figures: Iterable[Figure]) -> str:
    """The sources of one figure over the years: '2018 en 2019: A; 2020: B', or 'A' for all."""
    years: dict[str, set[int]] = {}
    for figure in figures:
        if name := source_name(catalogue.source_of(figure)):
            years.setdefault(name, set()).add(figure.id.year)
    if len(years) < 2:
        return next(iter(years), "")
    told = sorted(years.items(), key=lambda one: min(one[1]))
    return "; ".join(f"{year_runs(when)}: {name}" for name, when in told)


def year_runs(years: Iterable[int]) -> str:
    """Years in words, runs shortened: '2011 tot en met 2017 en 2021'."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return join_names([_run(run) for run in runs])


def _run(years: list[int]) -> str:
    if len(years) < 3:
        return " en ".join(map(str, years))
    return f"{years[0]} tot en met {years[-1]}"


def source_with_address(source: Source | None) -> str:
    """The same with the address where it can be read, when there is one."""
    address = f", {source.address}" if source and source.address else ""
    return f"{source_name(source)}{address}"


def symbol_meanings(printed: Iterable[str], more: Iterable[tuple[str, str]] = ()) -> list[str]:
    """'n.n.b. = nog niet bekend' for every symbol among printed texts, in a fixed order.

    `more` are symbols of the medium itself with their meaning.
    """
    used = set(printed)
    known = [
        f"{symbol} = {words}" for symbol, words in (*_MEANINGS.items(), *more) if symbol in used
    ]
    limits = sorted(int(text[1:]) for text in used if text[:1] == "<" and text[1:].isdigit())
    return [*known, *(f"<{limit} = {suppressed(limit)}" for limit in limits)]


def suppressed(limit: int) -> str:
    """What '<5' means, where `limit` is 5."""
    return f"minder dan {limit}; niet getoond om herleiden te voorkomen"


def meaning(symbol: str) -> str:
    """What 'n.n.b.', 'n.b.', 'n.v.t.' or 'b.l.' means."""
    return _MEANINGS[symbol]
