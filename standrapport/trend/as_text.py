"""A trend for a terminal: the table first, then the same values as bars, then what a reader must know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..model import Kind
from ..notation import format_getal, join_names
from .bars import PART, PROVISIONAL, Bar, bar_lines
from .editions import Asked
from .series import Said, Trend, Year
from .wording import cautions, change_text, notes, origin, revision_sentence, signs

Line = tuple[tuple[str, str], ...]  # stretches of text and what each is: '', 'kop'
WIDEST = 100
_MOST_KEYS = 40
_ABSENT = "–"
_MARKS = {"*": "herzien", "°": "geen heel jaar", "v": "voorlopig"}


@dataclass(frozen=True)
class _Column:
    """A column with its heading: every cell a text and the marks behind it, so that digits stand under each other."""

    heading: str
    cells: tuple[tuple[str, str], ...]

    @property
    def texts(self) -> list[str]:
        """The cells, marks included, all as wide as the column."""
        marks = max((len(marks) for _, marks in self.cells), default=0)
        whole = [f"{text}{found:<{marks}}" for text, found in self.cells]
        width = max(len(text) for text in (self.heading, *whole))
        return [text.rjust(width) for text in (self.heading, *whole)]

    @property
    def width(self) -> int:
        """How wide it is, with the space before it."""
        return len(self.texts[0]) + 2


def report_lines(asked: Asked, trends: Sequence[Trend], width: int) -> Iterator[Line]:
    """Everything that was asked for: keys of one figure together in one table, all else one after another."""
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
        [_column("Nieuwste", years, [year.standing for year in years], [year.text for year in years])] if len(trend.editions) > 1 else []
    )
    outer.append(_Column("Verandering", tuple((change_text(year.change, trend.unit), "") for year in years)))
    editions = [_edition(trend, edition) for edition in trend.editions]
    kept = _fitting(editions, width - 4 - sum(column.width for column in outer))
    yield from _table([str(year.year) for year in years], "Jaar", [*kept, *outer])
    yield from _legend([*kept, *outer[:-1]])
    if left_out := trend.editions[: len(editions) - len(kept)]:
        yield _plain(f"  Niet in deze tabel, wel met --format csv: editie {join_names([str(year) for year in left_out])}.")
    yield ()
    yield from _bars(trend, width)
    yield ()
    if reasons := [f"{year.year} ({year.change.why})" for year in years if year.change is not None and year.change.why]:
        yield _plain(f"Niet te vergelijken met het jaar ervoor: {'; '.join(reasons)}.")
    yield from (_plain(note) for note in (*notes(trend), *signs(year.text for year in years)))
    yield from _revisions([trend])
    yield from (_plain(words) for words in origin(trend))


def overview_lines(trends: Sequence[Trend], keys: str, width: int) -> Iterator[Line]:
    """A figure with a value per key: a row per key with the newest value of every year; `keys` is what the keys are called."""
    width = min(width, WIDEST) - 2
    first, shown = trends[0], trends[:_MOST_KEYS]
    yield from _head(f"{first.heading.removesuffix(f': {first.key}')}, per {keys}", first.ref, first)
    span = sorted({year.year for trend in trends for year in trend.years})
    by_year = [{year.year: year for year in trend.years} for trend in shown]
    columns = []
    for when in span:
        years = [found.get(when) for found in by_year]
        said = [year.standing if year else None for year in years]
        texts = [year.text if year and year.said else _ABSENT for year in years]
        columns.append(_column(str(when), years, said, texts))
    changes = [found[span[-1]].change if span[-1] in found else None for found in by_year] if span else []
    last = _Column(f"Sinds {span[-1] - 1}" if span else "", tuple((change_text(change, first.unit), "") for change in changes))
    names = [trend.key or "" for trend in shown]
    kept = _fitting(columns, width - max(len(name) for name in (keys, *names)) - last.width)
    yield from _table(names, keys.capitalize(), [*kept, last] if any(text != _ABSENT for text, _ in last.cells) else kept)
    yield from _legend(kept)
    if len(kept) < len(span):
        yield _plain(f"  Niet in deze tabel, wel met --format csv: {span[0]} tot en met {span[len(span) - len(kept) - 1]}.")
    if len(trends) > len(shown):
        yield _plain(f"  En nog {format_getal(len(trends) - len(shown))}; --format csv geeft ze alle.")
    yield ()
    yield _plain("Nieuwste cijfers. Vraag er een voor alle edities en een grafiek, zoals:")
    yield _plain(f'  standrapport trend {first.ref} "{names[0]}"')
    yield from (_plain(words) for words in cautions(trends))
    yield from (_plain(words) for words in signs(year.text for trend in shown for year in trend.years if year.said))
    yield from _revisions(trends)
    yield from (_plain(words) for words in origin(first))


def _head(heading: str, name: str, trend: Trend) -> Iterator[Line]:
    unit = f", in {trend.unit}" if trend.unit else ""
    yield ((heading, "kop"), (f" ({name}){unit}", ""))
    yield ()


def _plain(text: str) -> Line:
    return ((text, ""),)


def _edition(trend: Trend, edition: int) -> _Column:
    said = [year.by(edition) for year in trend.years]
    cells = [
        (one.figure.printed, _marks(one, revised=year.revises(edition))) if one is not None else (_ABSENT, "")
        for one, year in zip(said, trend.years, strict=True)
    ]
    return _Column(f"Editie {edition}", tuple(cells))


def _column(heading: str, years: Sequence[Year | None], standing: Sequence[Said | None], texts: Sequence[str]) -> _Column:
    """The newest value of each row."""
    cells = [
        (text, _marks(one, revised=bool(year and year.revised)) if one is not None else "")
        for year, one, text in zip(years, standing, texts, strict=True)
    ]
    return _Column(heading, tuple(cells))


def _marks(said: Said, *, revised: bool) -> str:
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


def _fitting(columns: Sequence[_Column], room: int) -> list[_Column]:
    """As many of the last columns as there is room for, and always one."""
    kept: list[_Column] = []
    for column in reversed(columns):
        room -= column.width
        if kept and room < 0:
            break
        kept.insert(0, column)
    return kept


def _table(names: Sequence[str], corner: str, columns: Sequence[_Column]) -> Iterator[Line]:
    first = max(len(name) for name in (corner, *names))
    grid = [column.texts for column in columns]
    for row, name in enumerate((corner, *names)):
        yield ((f"  {name:<{first}}  {'  '.join(texts[row] for texts in grid)}".rstrip(), "kop" if row == 0 else ""),)


def _legend(columns: Iterable[_Column]) -> Iterator[Line]:
    cells = [cell for column in columns for cell in column.cells]
    used = [f"{mark} {words}" for mark, words in _MARKS.items() if any(mark in marks for _, marks in cells)]
    if any(text == _ABSENT for text, _ in cells):
        used.append(f"{_ABSENT} niet genoemd")
    if used:
        yield _plain(f"  {'   '.join(used)}")


def _bars(trend: Trend, width: int) -> Iterator[Line]:
    breaks = {one.year for one in trend.breaks}
    bars = []
    for year in trend.years:
        figure = year.standing.figure if year.standing else None
        period = f" ({figure.period})" if figure and figure.period else ""
        text = f"{year.text}{'*' if year.revised else ''}{period}"
        bars.append(Bar(str(year.year), figure.value if figure else None, text, bool(period), bool(figure and figure.provisional)))
    for year, line in zip(trend.years, bar_lines(bars, width), strict=True):
        if year.year in breaks:
            yield _plain("  ┄┄┄┄ breuk in de reeks")
        yield _plain(f"  {line}")
    drawn = [bar for bar in bars if bar.value]
    shades = [
        (PART, "deel van een jaar", any(bar.part for bar in drawn)),
        (PROVISIONAL, "voorlopig", any(bar.provisional and not bar.part for bar in drawn)),
    ]
    if words := [f"{shade} {meaning}" for shade, meaning, used in shades if used]:
        yield _plain(f"  {'   '.join(words)}")


def _revisions(trends: Iterable[Trend]) -> Iterator[Line]:
    sentences = [revision_sentence(one, trend) for trend in trends for one in trend.revised]
    if sentences:
        yield ()
        yield (("* Herzien", "kop"),)
        yield from (_plain(f"  {sentence}") for sentence in sentences)
        yield ()
