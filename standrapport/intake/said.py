# SPDX-License-Identifier: EUPL-1.2
"""What the texts on and around a delivered table say: parts of years, reference dates, footnotes,
numbers counted in thousands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import field
from datetime import date
from typing import TypeVar

from ..core.frozen import dataclass
from .layout import Layout
from .periods import (
    PeriodLabel,
    Span,
    parts_in,
    read_date,
    reference_dates,
    says_provisional,
    years_in,
)
from .regions import Region
from .rows import Line
from .senses import holds_scale, tells_of_change
from .words import plain_mark, says_made

_BARE_NOTE = re.compile(
    r"^(\d{1,2})\s+([^\W\d].*)$"
)  # '1 Voorlopige cijfers', when the table has a mark 1
_FILTER = re.compile(
    r"\bfilters?\b|\bgefilterd\b|\bselectie\b|\bselect\b.*\bwhere\b|\bsteekproef\b|\bniet"
    r" (?:meegeteld|meegerekend)\b|\bafgerond op (?:vijf|honderd|duizend)",
    re.IGNORECASE,
)
_SHORT = 8  # words of a title; a sentence with 'alleen' in it explains
_UNFINISHED = re.compile(
    r"\b(?:nog )?niet (?:volledig|compleet|afgerond)\b|\bonvolledig\b|\bincompleet\b|\bloopt nog\b"
    r"|\blopende? (?:ver)?(?:slag)?jaar\b|\btussenstand\b|\baan(?:ge|te )vul\w+"
    r"|\bniet (?:over )?(?:het )?he(?:el|le)\b|\bhalverwege\b|\bdeel van het"
    r" jaar\b|\beerste \w+ (?:weken|maanden|kwartalen)\b|\beerste (?:kwartaal|half\s?jaar)\b"
    r"|\b(?:t/m|tot en met|through|until) (?:week|maand|month|kwartaal|q[1-4]|[1-4]e? kwartaal)\b",
    re.IGNORECASE,
)
# 'Data t/m 31-10-2023', 'Laatste gegevens: 31-10-2023': a day up to which was counted.
_UP_TO = re.compile(
    r"\b(?:t/m|tot en met|tot|through|until|up to|laatste?|last|latest|bijgewerkt|updated?|actueel"
    r"|ververst|lopen|loopt|bevat(?:ten)?|extract(?:ie)?|export)\b",
    re.IGNORECASE,
)
_NO_FILTER = re.compile(r"\bfilters?\s*[:=]?\s*(?:geen|none|nvt|n\.v\.t\.)", re.IGNORECASE)
_PART_OF = re.compile(
    r"\balleen\b|\buitsluitend\b|\bexclusief\b|\bexcl\.|\bwaarvan\b", re.IGNORECASE
)  # in a title: not all of it
_NOT = re.compile(r"\b(?:niet|geen)\b", re.IGNORECASE)
T = TypeVar("T")
_NOTE = re.compile(r"^(\*+|[¹²³⁴-⁹⁰]|[†‡#]+|\[[\da-z]{1,2}\]|\(?\d{1,2}\)|[a-d]\))[\s:=]*(\S.*)$")


@dataclass(frozen=True)
class Said:
    """The texts that hold for one region.

    `parts` are parts of years with the text that names them; `dates` reference dates likewise;
    `notes` footnotes by mark; `years` the years its titles name; `scale` a text such as 'x 1.000';
    `filters` texts that say a selection was made; `texts` all of them, footnotes too; `unfinished`
    texts that call a year incomplete;
    `made` days on which the file was made or up to which it goes; `provisional` the years called
    provisional in a text of their own, None when such a text names no year.
    """

    parts: tuple[tuple[PeriodLabel, Line], ...] = ()
    dates: tuple[tuple[date, Line], ...] = ()
    notes: dict[str, str] = field(default_factory=dict)
    years: frozenset[int] = frozenset()
    scale: Line | None = None
    filters: tuple[Line, ...] = ()
    unfinished: tuple[Line, ...] = ()
    made: tuple[date, ...] = ()
    provisional: frozenset[int] | None = frozenset()
    texts: tuple[Line, ...] = ()
    used: frozenset[str] = frozenset()

    def periods(self, year: int) -> dict[str | None, Line]:
        """What the texts say was counted of a year: None is the whole year."""
        return {
            label.period: line
            for label, line in self.parts
            if label.year == year and label.span is not Span.OTHER
        }

    def incomplete(self, year: int | None) -> Line | None:
        """A text that calls a year incomplete without saying up to when."""
        return next(
            (
                line
                for line in self.unfinished
                if year in years_in(line.text) or not years_in(line.text)
            ),
            None,
        )

    def strange(self, years: Collection[int]) -> Line | None:
        """A text on a part of these years that does not begin in January."""
        return next(
            (
                line
                for label, line in self.parts
                if label.span is Span.OTHER and (label.year is None or label.year in years)
            ),
            None,
        )


@dataclass(frozen=True)
class _NearTexts:
    """The texts that may hold for a region, from near to far: its titles, the other texts of its
    sheet, and those of sheets without tables; `used` are the footnote marks it has.
    """

    titles: list[Line]
    sheet: list[Line]
    covers: list[Line]
    used: frozenset[str]

    @property
    def near(self) -> list[Line]:
        """The texts of the sheet itself."""
        return [*self.titles, *self.sheet]

    def plain(self) -> list[list[Line]]:
        """The groups without their footnotes."""
        groups = (self.titles, self.sheet, self.covers)
        return [[line for line in group if not _is_note(line, self.used)] for group in groups]


def said_of(region: Region, own: Layout, layouts: Iterable[Layout]) -> Said:
    """What holds for a region: its titles first, then texts of its sheet that are no title of
    another table, then sheets without tables.
    """
    texts = _texts_of(region, own, layouts)
    plain = texts.plain()
    everything = [*texts.near, *texts.covers]
    years = frozenset(year for line in texts.titles for year in years_in(line.text))
    return Said(
        parts=_nearest([_parts_of(group) for group in plain]),
        dates=_nearest([_dates_of(group) for group in (texts.near, texts.covers)]),
        notes=_notes(texts),
        years=years or frozenset(years_in(region.sheet)),
        scale=next((one for one in (*everything, *_heads(region)) if holds_scale(one.text)), None),
        filters=tuple(line for line in everything if _is_filter(line, texts.titles)),
        unfinished=tuple(line for group in plain for line in group if calls_unfinished(line.text)),
        made=tuple(_days_made(everything)),
        provisional=_provisional([line for group in plain for line in group]),
        texts=tuple(everything),
        used=texts.used,
    )


def calls_unfinished(text: str) -> bool:
    """Whether a text calls a year incomplete without saying a part of it that can be read."""
    return bool(_UNFINISHED.search(text)) and not parts_in(text)


def day_counted(text: str) -> date | None:
    """The day up to which a text says was counted: 'gegevens t/m 31-10-2023', a reference date."""
    days = reference_dates(text)
    day = read_date(text) if not days and _UP_TO.search(text) else None
    return days[0] if days else day


def _texts_of(region: Region, own: Layout, layouts: Iterable[Layout]) -> _NearTexts:
    titles = list(region.titles)
    others = {line for one in own.regions if one is not region for line in one.titles} - set(titles)
    sheet = [line for line in own.texts if line not in others and line not in titles]
    covers = [line for layout in layouts if not layout.regions for line in layout.texts]
    marks = {mark for value in region.values for mark in value.content.marks}
    marks |= {mark for value in region.values for label in value.labels for mark in label.marks}
    return _NearTexts(titles, sheet, covers, frozenset(marks))


def _notes(texts: _NearTexts) -> dict[str, str]:
    """The footnotes by their mark; the nearest one is believed."""
    notes: dict[str, str] = {}
    for line in texts.near:
        if match := _NOTE.match(line.text):
            notes.setdefault(plain_mark(match[1]), match[2])
        elif (match := _BARE_NOTE.match(line.text)) and match[1] in texts.used:
            notes.setdefault(match[1], match[2])
        for mark in line.marks:
            notes.setdefault(mark, line.text)
    return notes


def _heads(region: Region) -> Iterator[Line]:
    """The heads of the label columns as texts: a scale may stand in the corner of a table."""
    for one in region.dimensions:
        if one.name:
            yield Line(one.name, region.lines[0])


def _parts_of(lines: Iterable[Line]) -> list[tuple[PeriodLabel, Line]]:
    """The parts of years that texts name; one that tells of a before and an after is asked about
    instead (`doubts`).
    """
    plain = [line for line in lines if not tells_of_change(line.text)]
    return [(label, line) for line in plain for label in parts_in(line.text)]


def _dates_of(lines: Iterable[Line]) -> list[tuple[date, Line]]:
    return [(day, line) for line in lines for day in reference_dates(line.text)]


def _days_made(lines: Iterable[Line]) -> Iterator[date]:
    for line in lines:
        told = says_made(line.text) or _UP_TO.search(line.text)
        if told and (day := read_date(line.text)) is not None:
            yield day


def is_no_filter(text: str) -> bool:
    """'Toegepaste filters: geen'."""
    return bool(_NO_FILTER.search(text))


def _is_filter(line: Line, titles: Collection[Line]) -> bool:
    """Whether a text says that a selection was made; 'alleen' says so in a title only."""
    if _FILTER.search(line.text) and not is_no_filter(line.text):
        return True
    short = len(line.text.split()) <= _SHORT
    return line in titles and short and bool(_PART_OF.search(line.text))


def _is_note(line: Line, used: Collection[str]) -> bool:
    return bool(
        line.marks
        or _NOTE.match(line.text)
        or ((bare := _BARE_NOTE.match(line.text)) and bare[1] in used)
    )


def _provisional(lines: list[Line]) -> frozenset[int] | None:
    """The years that a text calls provisional, by the part of the sentence that says so.

    None when such a text names no year.
    """
    parts = [
        part
        for line in lines
        for part in re.split(r"[,;.]\s", line.text)
        if says_provisional(part) and not _NOT.search(part)
    ]
    if any(not years_in(part) for part in parts):
        return None
    return frozenset(year for part in parts for year in years_in(part))


def _nearest(groups: list[list[tuple[T, Line]]]) -> tuple[tuple[T, Line], ...]:
    """The first group that says anything: a title over the table goes before a text elsewhere."""
    return tuple(next((group for group in groups if group), []))
