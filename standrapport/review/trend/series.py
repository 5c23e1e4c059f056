"""A figure over all editions: per year what each edition says, which value stands now, and what was
revised.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ...checks.figures import revision_of
from ...core.derive import as_decimal
from ...core.formula import breaks as breaks_of
from ...core.formula import ground, leaves, value_of
from ...core.model import (
    Catalogue,
    Figure,
    FigureKey,
    Revision,
    SeriesBreak,
    Table,
    keys_in,
    years_of,
)
from ...core.notation import join_names, round_to
from ...project.places import UsageProblem
from .editions import Asked, EditionFigures, check_free, check_key
from .model import Change, Revised, Said, Trend, Year

_NO_PERCENT = ("procent", "rang")  # a percentage of these says nothing


def trends_of(
    asked: Asked, key: str | None = None, first: int | None = None, last: int | None = None
) -> list[Trend]:
    """The trend of everything asked for: of one key (the one in its name, or `key` for all that
    have keys), else of every key.

    `first` and `last` limit the years that are shown, not what they are compared with. Raises
    UsageProblem.
    """
    if key is not None:
        check_free(asked, key)
    found = []
    for reference in asked.references:
        own = (
            reference.key
            if reference.key is not None
            else key
            if asked.keyed(reference.ref)
            else None
        )
        if own is not None:
            check_key(asked, reference.ref, own)
        keys = (
            [own]
            if own is not None or not asked.keyed(reference.ref)
            else asked.keys(reference.ref)
        )
        span = _span(asked, reference.ref)
        found += [_trend(asked, (reference.ref, one), span, (first, last)) for one in keys]
    if not any(trend.years for trend in found):
        which = join_names(list(dict.fromkeys(reference.ref for reference in asked.references)))
        raise UsageProblem(
            "Geen enkele editie noemt"
            f" {which}{'' if first is None and last is None else ' in deze jaren'}."
        )
    return [trend for trend in found if trend.years]


def _trend(
    asked: Asked, name: tuple[str, str | None], span: range, limits: tuple[int | None, int | None]
) -> Trend:
    (ref, key), (first, last) = name, limits
    catalogue, editions = asked.catalogue, asked.editions
    column, derived = catalogue.column(ref), catalogue.derived.get(ref)
    said = {year: tuple(_said(catalogue, editions, FigureKey(ref, year, key))) for year in span}
    breaks = _breaks(asked, ref, span)
    years: list[Year] = []
    for year in span:
        standing = _standing(said[year])
        before = years[-1] if years else None
        change = (
            _change(before, standing, year, breaks)
            if before is not None and standing is not None
            else None
        )
        years.append(
            Year(year, said[year], standing, tuple(_revised(editions, said[year])), change)
        )
    shown = tuple(
        year
        for year in years
        if (first is None or year.year >= first) and (last is None or year.year <= last)
    )
    table, title = catalogue.table_of(ref), catalogue.title(ref)
    own = column or derived
    return Trend(
        ref,
        key,
        title,
        _heading(table if column else None, title, key),
        own.unit if own else "",
        own.population if own else "",
        (own.definition if own else "") or (table.definition if column and table else ""),
        own.note if own else "",
        derived.formula if derived else "",
        tuple(
            edition.year
            for edition in editions
            if any(one.edition == edition.year for year in shown for one in year.said)
        ),
        shown,
        tuple(one for one in breaks if shown and shown[0].year < one.year <= shown[-1].year),
    )


def _heading(table: Table | None, title: str, key: str | None) -> str:
    """The title of a cell's table and column (the table's alone where it has one column) or of a
    computed figure, and the key.
    """
    parts = (
        (title,)
        if table is None
        else (table.title, title)
        if len(table.columns) > 1
        else (table.title,)
    )
    return ": ".join(dict.fromkeys((*parts, key) if key is not None else parts))


def _span(asked: Asked, ref: str) -> range:
    """From the first to the last year that an edition mentions, for whatever key."""
    keyed = asked.keyed(ref)
    years = {
        year
        for edition in asked.editions
        for year in years_of(edition.figures)
        if (
            keys_in(edition.figures, ref, year)
            if keyed
            else FigureKey(ref, year) in edition.figures
        )
    }
    return range(min(years), max(years) + 1) if years else range(0)


def _said(
    catalogue: Catalogue, editions: Sequence[EditionFigures], name: FigureKey
) -> Iterator[Said]:
    for edition in editions:
        figure = edition.figures.get(name)
        if figure is not None:
            yield Said(edition.year, figure, _source(catalogue, name), _value(edition, figure))


def _value(edition: EditionFigures, figure: Figure) -> Decimal | None:
    node = edition.names.derived.get(figure.id.ref)
    if node is None or figure.value is None:
        return figure.value
    exact = value_of(ground(node, edition.names, figure.id.year, figure.id.key), edition.figures)
    return None if exact is None else as_decimal(exact)


def _source(catalogue: Catalogue, name: FigureKey) -> str:
    column = catalogue.column(name.ref)
    id_ = column.source(name.year) if column else ""
    source = catalogue.sources.get(id_)
    return (
        id_
        if source is None
        else f"{source.title} (via de pers)"
        if source.via_press
        else source.title
    )


def _standing(said: Sequence[Said]) -> Said | None:
    """What the newest edition says that knows.

    A part of a year never takes the place of the whole year.
    """
    known = [one for one in said if one.known]
    whole = [one for one in known if one.figure.period is None]
    return next(iter(reversed(whole or known)), None)


def _revised(editions: Sequence[EditionFigures], said: Iterable[Said]) -> Iterator[Revised]:
    by_year = {edition.year: edition for edition in editions}
    last: dict[str | None, Said] = {}
    for one in said:
        if not one.known:
            continue
        before = last.get(one.figure.period)
        last[one.figure.period] = one
        if before is None:
            continue
        revision = revision_of(
            before.figure, one.figure, before.edition, by_year[one.edition].reasons
        )
        if revision is not None:
            yield Revised(
                revision,
                one.edition,
                one.figure.period,
                _difference(before, one),
                tuple(_moved(by_year[before.edition], by_year[one.edition], one.figure)),
            )


def _difference(old: Said, new: Said) -> Decimal | None:
    """New minus old; of computed percentages to one decimal more than is printed, so that rounding
    twice never shows.
    """
    if old.value is None or new.value is None:
        return None
    figure = new.figure
    return round_to(
        new.value - old.value,
        figure.decimals + (1 if figure.derived and figure.unit == "procent" else 0),
    )


def _moved(before: EditionFigures, now: EditionFigures, figure: Figure) -> Iterator[Revision]:
    """The cells behind a computed figure that the two editions print differently."""
    node = now.names.derived.get(figure.id.ref)
    if node is None:
        return
    for cell in dict.fromkeys(leaves(ground(node, now.names, figure.id.year, figure.id.key))):
        old, new = before.figures.get(cell), now.figures.get(cell)
        revision = (
            revision_of(old, new, before.year, now.reasons)
            if old is not None and new is not None
            else None
        )
        if revision is not None:
            yield revision


def _breaks(asked: Asked, ref: str, span: Sequence[int]) -> tuple[SeriesBreak, ...]:
    """The breaks of every column the figure is made of, within the years."""
    return tuple(one for one in breaks_of(asked.catalogue, ref) if one.year in span[1:])


def _change(before: Year, standing: Said, year: int, breaks: Sequence[SeriesBreak]) -> Change:
    """The change of what stands since the year before."""
    if before.standing is None:
        return Change(None, None, f"{before.year} is niet bekend")
    then, now = before.standing.figure, standing.figure
    if any(one.year == year for one in breaks):
        return Change(None, None, "breuk in de reeks")
    if then.period != now.period:
        return Change(
            None,
            None,
            f"over {now.period or 'het hele jaar'}; {before.year} over"
            f" {then.period or 'het hele jaar'}",
        )
    old, new = before.standing.value, standing.value
    if old is None or new is None:
        missing = standing.figure if new is None else then
        return Change(None, None, f"{missing.id.year} is {missing.printed}")
    return Change(
        _difference(before.standing, standing),
        _percent(old, new) if now.unit not in _NO_PERCENT else None,
        "",
    )


def _percent(old: Decimal, new: Decimal) -> Decimal | None:
    """The change in percent with as many decimals as the text of a report gives (the filter
    `verschil`); None from or to below zero.
    """
    if old <= 0 or new < 0:
        return None
    exact = 100 * (new - old) / old
    return round_to(exact, 0 if abs(exact) >= 1 else 1)
