# SPDX-License-Identifier: EUPL-1.2
"""How a trend is told: what a reader of it must know, as Dutch sentences (revisions, breaks,
parts of a year, signs and sources); bars in characters, from an honest zero, with the printed
value beside each; and what the marks in a table mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ...core.frozen import dataclass
from ...core.model import Figure, Kind
from ...core.notation import decimals_in, format_datum, format_getal, join_names
from ...core.words import break_sentence, briefly, closed, symbol_meanings
from ...messages.sections import TextColumn
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


PART, PROVISIONAL = "░", "▒"
_HALVES = {(True, True): "█", (True, False): "▌", (False, True): "▐", (False, False): " "}


@dataclass(frozen=True, slots=True)
class TextBar:
    """One bar: its name, its value (None: nothing to draw) and what is printed beside it.

    `part` of a year, `provisional`.
    """

    name: str
    value: Decimal | None
    text: str
    part: bool = False
    provisional: bool = False


class _Scale(NamedTuple):
    """Values to half characters: `low` stands at 0."""

    low: Decimal
    high: Decimal
    room: int

    def halves(self, size: Decimal) -> int:
        """How long a bar of this size is."""
        return round(size / (self.high - self.low) * 2 * self.room)

    @property
    def zero(self) -> int:
        """Where bars begin, with room for the smallest on each side that has any."""
        return min(max(self.halves(-self.low), int(self.low < 0)), 2 * self.room - (self.high > 0))

    def end(self, value: Decimal) -> int:
        """Where the bar of a value ends; what is too small to see at this size is not nothing.

        Measured from where bars begin, not from `low`: where the beginning moved to make room for a
        small bar on the other side, every bar would else be as much too short.
        """
        length = max(self.halves(abs(value)), 1)
        return max(self.zero - length, 0) if value < 0 else min(self.zero + length, 2 * self.room)


def bar_lines(bars: Sequence[TextBar], width: int) -> Iterator[str]:
    """A line per bar of at most `width` characters; what has no value has its word and no bar."""
    values = [bar.value for bar in bars if bar.value is not None]
    low, high = min([Decimal(0), *values]), max([Decimal(0), *values])
    names = max((len(bar.name) for bar in bars), default=0)
    room = max(width - names - 3 - max((len(bar.text) for bar in bars), default=0), 4)
    scale = _Scale(low, high if high > low else low + 1, room)
    for bar in bars:
        drawn = _drawn(bar, scale)
        gap = drawn if low < 0 else drawn.rstrip()
        yield f"{bar.name:<{names}}  {gap}{' ' if gap else ''}{bar.text}"


def _drawn(bar: TextBar, scale: _Scale) -> str:
    if not bar.value:
        return " " * scale.room
    start, stop = sorted((scale.zero, scale.end(bar.value)))
    filled = [start <= at < stop for at in range(2 * scale.room)]
    cells = [(filled[2 * at], filled[2 * at + 1]) for at in range(scale.room)]
    shade = PART if bar.part else PROVISIONAL if bar.provisional else ""
    return "".join((shade if any(cell) else " ") if shade else _HALVES[cell] for cell in cells)


ABSENT = "–"
_MARKS = {"*": "herzien", "°": "geen heel jaar", "v": "voorlopig"}


def legend(columns: Iterable[TextColumn]) -> tuple[str, ...]:
    """What the marks that are used mean, on one line; nothing when there are none."""
    cells = [cell for column in columns for cell in column.cells]
    used = [
        f"{mark} {words}"
        for mark, words in _MARKS.items()
        if any(mark in marks for _, marks in cells)
    ]
    if any(text == ABSENT for text, _ in cells):
        used.append(f"{ABSENT} niet genoemd")
    return ("   ".join(used),) if used else ()
