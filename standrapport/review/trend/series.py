# SPDX-License-Identifier: EUPL-1.2
"""A figure over all editions: per year what each edition says, which value stands now, and what was
revised.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...checks.figures import revision_of
from ...core.formula import Reference, breaks as breaks_in, ground, leaves
from ...core.model import (
    Catalogue,
    Change,
    Figure,
    FigureKey,
    Revision,
    SeriesBreak,
    keys_in,
    years_of,
)
from ...core.notation import join_names
from ...core.words import change_between, full_name, source_name
from ...project.places import UsageProblem
from .editions import Asked, EditionFigures, check_free, check_key
from .model import EditionSays, Revised, Trend, TrendYear


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
        span = _span(asked, reference.ref)
        keys = _keys(asked, reference, key)
        found += [_trend(asked, (reference.ref, one), span, (first, last)) for one in keys]
    if not any(trend.years for trend in found):
        which = join_names(list(dict.fromkeys(reference.ref for reference in asked.references)))
        raise UsageProblem(
            "Geen enkele editie noemt"
            f" {which}{'' if first is None and last is None else ' in deze jaren'}."
        )
    return [trend for trend in found if trend.years]


def _keys(asked: Asked, reference: Reference, key: str | None) -> Sequence[str | None]:
    """The keys a reference is about: its own, the one asked for, or all there are; None has none.

    Raises UsageProblem for a key that does not exist.
    """
    keyed = asked.keyed(reference.ref)
    own = reference.key if reference.key is not None or not keyed else key
    if own is not None:
        check_key(asked, reference.ref, own)
    return asked.keys(reference.ref) if own is None and keyed else [own]


def _trend(
    asked: Asked, name: tuple[str, str | None], span: range, limits: tuple[int | None, int | None]
) -> Trend:
    (ref, key), (first, last) = name, limits
    catalogue, editions = asked.catalogue, asked.editions
    said = {year: tuple(_said(catalogue, editions, FigureKey(ref, year, key))) for year in span}
    breaks = [one for one in breaks_in(catalogue, ref) if one.year in span[1:]]
    earliest, latest = span.start if first is None else first, span.stop if last is None else last
    shown = tuple(
        year for year in _years(editions, said, breaks) if earliest <= year.year <= latest
    )
    about = catalogue.about(ref)
    heard = {one.edition for year in shown for one in year.said}
    return Trend(
        ref=ref,
        key=key,
        title=about.title,
        heading=full_name(catalogue, ref, key),
        unit=about.unit,
        population=about.population,
        definition=about.definition,
        note=about.note,
        formula=about.formula,
        editions=tuple(edition.year for edition in editions if edition.year in heard),
        years=shown,
        breaks=tuple(one for one in breaks if shown and shown[0].year < one.year <= shown[-1].year),
    )


def _years(
    editions: Sequence[EditionFigures],
    said: Mapping[int, tuple[EditionSays, ...]],
    breaks: Sequence[SeriesBreak],
) -> list[TrendYear]:
    """Every year with what is said of it, what stands now, and the change since the year before."""
    years: list[TrendYear] = []
    for year, here in said.items():
        standing = _standing(here)
        change = _change(years[-1], standing, year, breaks) if years and standing else None
        years.append(TrendYear(year, here, standing, tuple(_revised(editions, here)), change))
    return years


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
) -> Iterator[EditionSays]:
    for edition in editions:
        figure = edition.figures.get(name)
        if figure is not None:
            source = source_name(catalogue.source_of(figure))
            yield EditionSays(edition.year, figure, source)


def _standing(said: Sequence[EditionSays]) -> EditionSays | None:
    """What the newest edition says that knows.

    A part of a year never takes the place of the whole year.
    """
    known = [one for one in said if one.known]
    whole = [one for one in known if one.figure.period is None]
    return next(iter(reversed(whole or known)), None)


def _revised(editions: Sequence[EditionFigures], said: Iterable[EditionSays]) -> Iterator[Revised]:
    by_year = {edition.year: edition for edition in editions}
    last: dict[str | None, EditionSays] = {}
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
                tuple(_moved(by_year[before.edition], by_year[one.edition], one.figure)),
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


def _change(
    before: TrendYear, standing: EditionSays, year: int, breaks: Sequence[SeriesBreak]
) -> Change:
    """The change of what stands since the year before."""
    if before.standing is None:
        return Change(None, why=f"{before.year} is niet bekend")
    here = [one for one in breaks if one.year == year]
    return change_between(before.standing.figure, standing.figure, here)
