# SPDX-License-Identifier: EUPL-1.2
"""What time a figure is of, whether it was counted, and breaks in its series, in Dutch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..formula import breaks
from ..model import (
    EXPECTED,
    Catalogue,
    Expected,
    Figure,
    FigureKey,
    SeriesBreak,
    moment_of,
    several_years,
)
from ..notation import MONTHS, join_names
from .phrases import Phrase

WHOLE_YEAR = "heel jaar"  # as it stands in a cell
_MEANT = {
    "doel": re.compile(
        r"\b(?:doel\w*|streef\w*|streven|beoogd\w*|gewenst\w*|ambitie\w*|mikt\w*|nagestreef\w*)",
        re.IGNORECASE,
    ),
    "raming": re.compile(r"\b(?:raming\w*|geraamd\w*|verwacht\w*)", re.IGNORECASE),
}
_SAME_MONTHS = Phrase(r"\b(?:dezelfde (?:maanden|periode)|beide jaren)\b", re.IGNORECASE)


def of_period(period: str | None) -> str:
    """A period within a sentence: 't/m november', 'het hele jaar'."""
    return period or "het hele jaar"


def as_cell(period: str | None) -> str:
    """A period that stands by itself, in a cell or a list: 't/m november', 'heel jaar'."""
    return period or WHOLE_YEAR


def year_with(period: str | None, year: int, expected: Expected = "") -> str:
    """A year as a heading: '2024', '2024 (t/m november)', '2024 (doel)', '2011 t/m 2017'."""
    several = period if several_years(period) else None
    more = ", ".join(filter(None, (None if several else period, expected)))
    return f"{several or year} ({more})" if more else several or str(year)


def year_heading(year: int, figures: Iterable[Figure]) -> str:
    """A year above or beside figures; says what they are of when all known ones are of the same.

    Where they differ it is the year alone, and each figure has to say it: `unsaid`.
    """
    times = _times(figures)
    return year_with(times[0][0], year, times[0][1]) if len(times) == 1 else str(year)


def unsaid(figures: Iterable[Figure]) -> set[FigureKey]:
    """The figures below one heading of which it does not say what time they are of."""
    shown = list(figures)
    if len(_times(shown)) < 2:
        return set()
    return {figure.id for figure in shown if mark(figure)}


def mark(figure: Figure) -> str:
    """What sets a figure apart from what its year stands for: 't/m november', 'doel', '' when
    nothing does.
    """
    if figure.kind.is_open:
        return ""
    return ", ".join(filter(None, (figure.period, figure.expected)))


def in_words(period: str | None, year: int, expected: Expected = "", *, state: bool = False) -> str:
    """A time in running text: 'in 2025', 'tot en met november 2025', 'eind november 2025'.

    `state` tells a state at a date from what happened over a time.
    """
    words = _state(period, year) if state else _time(period, year)
    return f"{words} ({expected})" if expected else words


def aside_in_words(period: str | None, year: int, expected: Expected, *, state: bool) -> str:
    """A time behind a figure, between brackets: 'tot en met november 2025', 'doel'; '' where the
    year alone says it.
    """
    when = "" if period is None else in_words(period, year, state=state)
    return ", ".join(filter(None, (when, expected)))


def says_time(sentence: str, period: str | None, expected: Expected) -> bool:
    """Whether a sentence tells of a figure that it is of this time, and no count."""
    told = period is None or _named(sentence, period)
    return told and (not expected or bool(_MEANT[expected].search(sentence)))


def says_same_months(sentence: str, period: str | None, year: int) -> bool:
    """Whether a sentence tells that another year is taken over the same part of it."""
    if _SAME_MONTHS.search(sentence):
        return True
    month = moment_of(period).rpartition(" ")[2]
    return re.search(rf"\b{month} {year}\b", sentence, re.IGNORECASE) is not None


def both_years(period: str | None) -> str:
    """'beide jaren tot en met november', for a change over a part of two years."""
    return f"beide jaren {_bare(period)}" if period else ""


def than_in(period: str | None, year: int) -> str:
    """'dan in 2024', 'dan tot en met november 2024'."""
    return f"dan {_time(period, year)}"


def differing_times(figures: Iterable[Figure], names: dict[FigureKey, str]) -> list[str]:
    """'2025: Instroom over t/m november.', for every year whose figures are not of one time."""
    by_year: dict[int, list[Figure]] = {}
    for figure in figures:
        if figure.id.beside not in EXPECTED:  # was asked for by name, and is called by it
            by_year.setdefault(figure.id.year, []).append(figure)
    found = []
    for year, several in by_year.items():
        apart: dict[str, dict[str, None]] = {}
        for figure in several if len(_times(several)) > 1 else ():
            if mark(figure):
                apart.setdefault(mark(figure), {})[names[figure.id]] = None
        found += [
            f"{year}: {join_names(list(which))} {'is' if len(which) == 1 else 'zijn'} {words}."
            for words, which in apart.items()
        ]
    return found


def _times(figures: Iterable[Figure]) -> list[tuple[str | None, Expected]]:
    """The different times of the figures that are known, in their order."""
    return list(
        dict.fromkeys((one.period, one.expected) for one in figures if not one.kind.is_open)
    )


def _bare(period: str) -> str:
    """A period in full words without its year."""
    if period in MONTHS:
        return f"in {period}"
    words = period.replace("t/m", "tot en met")
    if words.startswith("tot en met") or several_years(period):
        return words
    return f"op {words.removeprefix('stand ')}" if words.startswith("stand ") else f"van {words}"


def _time(period: str | None, year: int) -> str:
    if period is None:
        return f"in {year}"
    if several_years(period):
        return f"van {_bare(period)}"
    return f"{_bare(period)} {year}"


def _state(period: str | None, year: int) -> str:
    if several_years(period):
        return _time(period, year)
    day = moment_of(period)
    month = day.rpartition(" ")[2]
    if month not in MONTHS:
        return _time(period, year)
    if period is None:
        return f"eind {year}"
    whole = "stand" not in period and not any(letter.isdigit() for letter in period)
    return f"eind {month} {year}" if whole else f"op {day} {year}"


def _named(sentence: str, period: str) -> bool:
    low = sentence.lower().replace("t/m", "tot en met")
    if several := several_years(period):
        return re.search(rf"{several[0]}\W+(?:tot en met )?{several[1]}", low) is not None
    if period.replace("t/m", "tot en met").removeprefix("stand ") in low:
        return True
    month = moment_of(period).rpartition(" ")[2]
    end = rf"\b(?:eind|januari tot) (?:\d+ )?{month}\b"
    return period.startswith("t/m") and re.search(end, low) is not None


BREAK = "breuk in de reeks"


def break_sentence(one: SeriesBreak) -> str:
    """A break as readers are told: 'Breuk in de reeks vanaf 2021: tellen anders.'."""
    return f"{BREAK.capitalize()} vanaf {one.year}: {closed(one.reason)}"


def counted_differently(years: Sequence[str]) -> str:
    """'Vanaf 2021 is de telling anders.', for who hears a chart instead of seeing its dashes."""
    return f"Vanaf {join_names(list(years))} is de telling anders."


def closed(sentence: str) -> str:
    """A sentence with a full stop, which 'n.n.b.' already has, on one line."""
    flat = " ".join(sentence.split())
    return flat if flat.endswith((".", "!", "?")) else f"{flat}."


def breaks_between(catalogue: Catalogue, ref: str, one: int, other: int) -> list[SeriesBreak]:
    """The breaks between the years `one` and `other`, in whatever order: from their year on it
    counts otherwise.
    """
    first, last = sorted((one, other))
    return [found for found in breaks(catalogue, ref) if first < found.year <= last]
