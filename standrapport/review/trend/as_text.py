# SPDX-License-Identifier: EUPL-1.2
"""A trend for a terminal: the table first, then the same values as bars, then what a reader must
know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ...core.model import Change, Kind
from ...core.notation import format_getal, join_names
from ...core.words import BREAK, NO_CHANGE, signed
from ...messages import section_lines
from ...messages.sections import (
    Drawing,
    Line,
    Part,
    Section,
    TextColumn,
    TextTable,
    fitting,
    items,
    sentences,
)
from .editions import Asked
from .model import EditionSays, Trend, TrendYear
from .wording import (
    ABSENT,
    PART,
    PROVISIONAL,
    TextBar,
    bar_lines,
    cautions,
    legend,
    notes,
    origin,
    revision_sentence,
    signs,
)

WIDEST = 100
_MOST_KEYS = 40
_MOST_LISTED = 40  # revisions


def trend_sections(asked: Asked, trends: Sequence[Trend], width: int) -> Iterator[Section]:
    """Everything that was asked for: keys of one figure together in one table, all else one after
    another. Tables hold as many editions or years as `width` characters have room for.
    """
    for ref, group in groupby(trends, lambda trend: trend.ref):
        together = tuple(group)
        if len(together) == 1:
            yield from _one(together[0], min(width, WIDEST) - 2)
        else:
            yield from _overview(together, asked.key_name(ref), min(width, WIDEST) - 2)


def report_lines(asked: Asked, trends: Sequence[Trend], width: int) -> Iterator[Line]:
    """The same as lines for a terminal."""
    return section_lines(trend_sections(asked, trends, width))


def _one(trend: Trend, width: int) -> Iterator[Section]:
    """One figure: a row per year with what every edition says, bars, and the notes."""
    years = trend.years
    texts = [year.text for year in years]
    several = len(trend.editions) > 1
    newest = _column("Nieuwste", years, [year.standing for year in years], texts)
    outer = [newest] if several else []
    outer.append(TextColumn("Verandering", tuple((_change(year.change), "") for year in years)))
    editions = [_edition(trend, edition) for edition in trend.editions]
    kept = fitting(editions, width - 4 - sum(column.width for column in outer))
    below = legend([*kept, *outer[:-1]])
    if left_out := trend.editions[: len(editions) - len(kept)]:
        which = join_names([str(year) for year in left_out])
        below += (f"Niet in deze tabel, wel met --format csv: editie {which}.",)
    table = TextTable("Jaar", tuple(str(year.year) for year in years), (*kept, *outer), below)
    reasons = [
        f"{year.year} ({year.change.why})"
        for year in years
        if year.change is not None and year.change.why
    ]
    said = [*notes(trend), *signs(texts)]
    if reasons:
        said.insert(0, f"Niet te vergelijken met het jaar ervoor: {'; '.join(reasons)}.")
    parts = (table, Drawing(tuple(_bars(trend, width))))
    yield from _told(_head(trend.heading, trend.name, trend), parts, said, [trend])


def _overview(trends: Sequence[Trend], keys: str, width: int) -> Iterator[Section]:
    """A figure with a value per key: a row per key with the newest value of every year.

    `keys` is what the keys are called.
    """
    first, shown = trends[0], trends[:_MOST_KEYS]
    span = sorted({year.year for trend in trends for year in trend.years})
    table = _overview_table(shown, span, keys, width)
    if len(trends) > len(shown):
        more = f"En nog {format_getal(len(trends) - len(shown))}; --format csv geeft ze alle."
        table = replace(table, below=(*table.below, more))
    said = [
        "Nieuwste cijfers. Vraag er een voor alle edities en een grafiek, zoals:",
        f'  standrapport trend {first.ref} "{table.names[0]}"',
        *cautions(trends),
        *signs(year.text for trend in shown for year in trend.years if year.said),
    ]
    heading = f"{first.heading.removesuffix(f': {first.key}')}, per {keys}"
    yield from _told(_head(heading, first.ref, first), (table,), said, trends)


def _overview_table(
    shown: Sequence[Trend], span: Sequence[int], keys: str, width: int
) -> TextTable:
    """As many of the last years as there is room for, and the change in the very last."""
    by_year = [{year.year: year for year in trend.years} for trend in shown]
    columns = [_newest(when, [found.get(when) for found in by_year]) for when in span]
    changes = [found[span[-1]].change if span[-1] in found else None for found in by_year]
    last = TextColumn(f"Sinds {span[-1] - 1}", tuple((_change(one), "") for one in changes))
    names = tuple(trend.key or "" for trend in shown)
    kept = fitting(columns, width - max(len(name) for name in (keys, *names)) - last.width)
    below = legend(kept)
    if len(kept) < len(span):
        missing = f"{span[0]} tot en met {span[len(span) - len(kept) - 1]}"
        below += (f"Niet in deze tabel, wel met --format csv: {missing}.",)
    compared = any(text != NO_CHANGE for text, _ in last.cells)
    return TextTable(keys.capitalize(), names, (*kept, last) if compared else tuple(kept), below)


def _newest(when: int, years: Sequence[TrendYear | None]) -> TextColumn:
    """What stands now for a year, of each key."""
    standing = [year.standing if year else None for year in years]
    texts = [year.text if year and year.said else ABSENT for year in years]
    return _column(str(when), years, standing, texts)


def _told(
    head: Section, parts: tuple[Part, ...], said: Sequence[str], trends: Sequence[Trend]
) -> Iterator[Section]:
    """The parts below their heading, then what must be said, what was revised, and the origin."""
    revised, where = list(_revisions(trends)), list(origin(trends[0]))
    told = said if revised else [*said, *where]
    yield replace(head, parts=(*parts, *sentences(told)))
    if revised:
        yield Section("* Herzien", (items(revised),))
        yield Section("", sentences(where))


def _head(heading: str, name: str, trend: Trend) -> Section:
    return Section(heading, (), f" ({name}){f', in {trend.unit}' if trend.unit else ''}")


def _change(change: Change | None) -> str:
    return NO_CHANGE if change is None else signed(change)


def _edition(trend: Trend, edition: int) -> TextColumn:
    said = [year.by(edition) for year in trend.years]
    cells = [
        (
            (one.figure.printed, _marks(one, revised=year.revises(edition)))
            if one is not None
            else (ABSENT, "")
        )
        for one, year in zip(said, trend.years, strict=True)
    ]
    return TextColumn(f"Editie {edition}", tuple(cells))


def _column(
    heading: str,
    years: Sequence[TrendYear | None],
    standing: Sequence[EditionSays | None],
    texts: Sequence[str],
) -> TextColumn:
    """The newest value of each row."""
    cells = [
        (text, _marks(one, revised=bool(year and year.revised)) if one is not None else "")
        for year, one, text in zip(years, standing, texts, strict=True)
    ]
    return TextColumn(heading, tuple(cells))


def _marks(said: EditionSays, *, revised: bool) -> str:
    figure = said.figure
    return "".join(
        mark
        for mark, on in (
            ("*", revised),
            ("°", figure.period is not None),
            ("v", figure.provisional and figure.kind in (Kind.VALUE, Kind.SUPPRESSED)),
        )
        if on
    )


def _bars(trend: Trend, width: int) -> Iterator[str]:
    """A bar per year with a line where a break comes before it, and what the shades mean."""
    breaks = {one.year for one in trend.breaks}
    bars = [_bar(year) for year in trend.years]
    for year, line in zip(trend.years, bar_lines(bars, width), strict=True):
        if year.year in breaks:
            yield f"  ┄┄┄┄ {BREAK}"
        yield f"  {line}"
    drawn = [bar for bar in bars if bar.value]
    shades = [
        (PART, "deel van een jaar", any(bar.part for bar in drawn)),
        (PROVISIONAL, "voorlopig", any(bar.provisional and not bar.part for bar in drawn)),
    ]
    if words := [f"{shade} {meaning}" for shade, meaning, used in shades if used]:
        yield f"  {'   '.join(words)}"


def _bar(year: TrendYear) -> TextBar:
    figure = year.standing.figure if year.standing else None
    period = f" ({figure.period})" if figure and figure.period else ""
    return TextBar(
        str(year.year),
        figure.value if figure else None,
        f"{year.text}{'*' if year.revised else ''}{period}",
        bool(period),
        bool(figure and figure.provisional),
    )


def _revisions(trends: Iterable[Trend]) -> Iterator[str]:
    told = [revision_sentence(one, trend) for trend in trends for one in trend.revised]
    yield from told[:_MOST_LISTED]
    if len(told) > _MOST_LISTED:
        yield f"En nog {format_getal(len(told) - _MOST_LISTED)}; --format csv geeft ze alle."
