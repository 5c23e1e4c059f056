"""A trend for a terminal: the table first, then the same values as bars, then what a reader must
know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ...core.model import Change, Kind
from ...core.notation import format_getal, join_names
from ...core.words import BREAK, NO_CHANGE, signed
from .editions import Asked
from .model import EditionSays, Trend, TrendYear
from .table import (
    ABSENT,
    PART,
    PROVISIONAL,
    Line,
    TextBar,
    TextColumn,
    bar_lines,
    fitting,
    legend,
    plain,
    table_lines,
)
from .wording import cautions, notes, origin, revision_sentence, signs

WIDEST = 100
_MOST_KEYS = 40
_MOST_LISTED = 40  # revisions


def report_lines(asked: Asked, trends: Sequence[Trend], width: int) -> Iterator[Line]:
    """Everything that was asked for: keys of one figure together in one table, all else one after
    another.
    """
    for at, (ref, group) in enumerate(groupby(trends, lambda trend: trend.ref)):
        if at:
            yield ()
        together = tuple(group)
        if len(together) == 1:
            yield from trend_lines(together[0], width)
        else:
            yield from overview_lines(together, asked.key_name(ref), width)


def trend_lines(trend: Trend, width: int) -> Iterator[Line]:
    """One figure: a row per year with what every edition says, bars, and the notes."""
    width = min(width, WIDEST) - 2
    yield from _head(trend.heading, trend.name, trend)
    years = trend.years
    outer = (
        [
            _column(
                "Nieuwste", years, [year.standing for year in years], [year.text for year in years]
            )
        ]
        if len(trend.editions) > 1
        else []
    )
    outer.append(TextColumn("Verandering", tuple((_change(year.change), "") for year in years)))
    editions = [_edition(trend, edition) for edition in trend.editions]
    kept = fitting(editions, width - 4 - sum(column.width for column in outer))
    yield from table_lines([str(year.year) for year in years], "Jaar", [*kept, *outer])
    yield from legend([*kept, *outer[:-1]])
    if left_out := trend.editions[: len(editions) - len(kept)]:
        yield plain(
            "  Niet in deze tabel, wel met --format csv: editie"
            f" {join_names([str(year) for year in left_out])}."
        )
    yield ()
    yield from _bars(trend, width)
    yield ()
    if reasons := [
        f"{year.year} ({year.change.why})"
        for year in years
        if year.change is not None and year.change.why
    ]:
        yield plain(f"Niet te vergelijken met het jaar ervoor: {'; '.join(reasons)}.")
    yield from (plain(note) for note in (*notes(trend), *signs(year.text for year in years)))
    yield from _revisions([trend])
    yield from (plain(words) for words in origin(trend))


def overview_lines(trends: Sequence[Trend], keys: str, width: int) -> Iterator[Line]:
    """A figure with a value per key: a row per key with the newest value of every year.

    `keys` is what the keys are called.
    """
    width = min(width, WIDEST) - 2
    first, shown = trends[0], trends[:_MOST_KEYS]
    yield from _head(
        f"{first.heading.removesuffix(f': {first.key}')}, per {keys}", first.ref, first
    )
    span = sorted({year.year for trend in trends for year in trend.years})
    by_year = [{year.year: year for year in trend.years} for trend in shown]
    columns = []
    for when in span:
        years = [found.get(when) for found in by_year]
        said = [year.standing if year else None for year in years]
        texts = [year.text if year and year.said else ABSENT for year in years]
        columns.append(_column(str(when), years, said, texts))
    changes = (
        [found[span[-1]].change if span[-1] in found else None for found in by_year] if span else []
    )
    last = TextColumn(
        f"Sinds {span[-1] - 1}" if span else "",
        tuple((_change(change), "") for change in changes),
    )
    names = [trend.key or "" for trend in shown]
    kept = fitting(columns, width - max(len(name) for name in (keys, *names)) - last.width)
    yield from table_lines(
        names,
        keys.capitalize(),
        [*kept, last] if any(text != ABSENT for text, _ in last.cells) else kept,
    )
    yield from legend(kept)
    if len(kept) < len(span):
        yield plain(
            f"  Niet in deze tabel, wel met --format csv: {span[0]} tot en met"
            f" {span[len(span) - len(kept) - 1]}."
        )
    if len(trends) > len(shown):
        yield plain(
            f"  En nog {format_getal(len(trends) - len(shown))}; --format csv geeft ze alle."
        )
    yield ()
    yield plain("Nieuwste cijfers. Vraag er een voor alle edities en een grafiek, zoals:")
    yield plain(f'  standrapport trend {first.ref} "{names[0]}"')
    yield from (plain(words) for words in cautions(trends))
    yield from (
        plain(words)
        for words in signs(year.text for trend in shown for year in trend.years if year.said)
    )
    yield from _revisions(trends)
    yield from (plain(words) for words in origin(first))


def _head(heading: str, name: str, trend: Trend) -> Iterator[Line]:
    unit = f", in {trend.unit}" if trend.unit else ""
    yield ((heading, "kop"), (f" ({name}){unit}", ""))
    yield ()


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


def _bars(trend: Trend, width: int) -> Iterator[Line]:
    breaks = {one.year for one in trend.breaks}
    bars = []
    for year in trend.years:
        figure = year.standing.figure if year.standing else None
        period = f" ({figure.period})" if figure and figure.period else ""
        text = f"{year.text}{'*' if year.revised else ''}{period}"
        bars.append(
            TextBar(
                str(year.year),
                figure.value if figure else None,
                text,
                bool(period),
                bool(figure and figure.provisional),
            )
        )
    for year, line in zip(trend.years, bar_lines(bars, width), strict=True):
        if year.year in breaks:
            yield plain(f"  ┄┄┄┄ {BREAK}")
        yield plain(f"  {line}")
    drawn = [bar for bar in bars if bar.value]
    shades = [
        (PART, "deel van een jaar", any(bar.part for bar in drawn)),
        (PROVISIONAL, "voorlopig", any(bar.provisional and not bar.part for bar in drawn)),
    ]
    if words := [f"{shade} {meaning}" for shade, meaning, used in shades if used]:
        yield plain(f"  {'   '.join(words)}")


def _revisions(trends: Iterable[Trend]) -> Iterator[Line]:
    sentences = [revision_sentence(one, trend) for trend in trends for one in trend.revised]
    if sentences:
        yield ()
        yield (("* Herzien", "kop"),)
        yield from (plain(f"  {sentence}") for sentence in sentences[:_MOST_LISTED])
        if len(sentences) > _MOST_LISTED:
            yield plain(
                f"  En nog {format_getal(len(sentences) - _MOST_LISTED)}; --format csv geeft ze"
                " alle."
            )
        yield ()
