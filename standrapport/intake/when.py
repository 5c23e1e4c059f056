# SPDX-License-Identifier: EUPL-1.2
"""The year of each value, and the part of it that was counted: from its label, its footnote, and
the texts around the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from functools import cached_property

from ..core.frozen import dataclass
from ..core.model import Finding, Position
from ..core.notation import format_datum
from ..messages import found
from .choices import ANY, SKIP, Choices, Question, Role, Roles
from .periods import PeriodLabel, Span, names_part, parts_in, read_date, read_period, years_in
from .regions import RegionLabel, Value
from .rows import Line
from .said import Said, calls_unfinished, day_counted
from .senses import tells_of_change
from .words import is_about_rows, is_remark_head, normal

# Something else than the figures may be of a part of the year: 'definitief t/m september'.
_OF_PART = re.compile(
    r"\b(?:definitie[fv]e?|voorlopige?|gecontroleerd|herzien|bijgesteld|gecorrigeerd|geschat\w*"
    r"|geraamd|ontbre\w+|zonder|niet)\b",
    re.IGNORECASE,
)


@dataclass
class When:
    """Tells the time of the values of one region.

    `questions` is what it could not tell, `periods` per year why only a part was counted.
    """

    roles: Roles
    said: Said
    file: str
    choices: Choices
    questions: list[Question] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    periods: dict[str, str] = field(default_factory=dict)
    _asked: set[str] = field(default_factory=set)
    _default: PeriodLabel | None = None

    def __post_init__(self) -> None:
        if self.roles.at(Role.YEAR) is None:
            self._default = self._only_year()
        years = {label.year for label in self.roles.years.values() if label.year} | set(
            self.said.years
        )
        years |= {self.choices.year} if self.choices.year else set()
        named = self.said.years
        others = years - named
        if (
            len(named) > 1
            and self.roles.years
            and others
            and not any(min(named) <= year <= max(named) for year in others)
        ):
            sentence = (
                f"De titel noemt {min(named)} tot en met {max(named)}, de tabel andere jaren."
            )
            self._ask(max(others), sentence, (), self.roles.region.lines[0])
        odd = self.said.strange(years)
        if odd is not None and years and not years & set(self.choices.periods):
            own = (part.period for part in parts_in(odd.text) if part.span is Span.OTHER)
            self._ask(
                max(years),
                f"Er staat '{odd.text}': dat is geen heel jaar en geen deel vanaf januari.",
                tuple(filter(None, own)),
                odd.line,
            )

    def of(self, value: Value, *, stock: bool) -> PeriodLabel | None:
        """The time of a value; None or without a year when it cannot be told."""
        at = self.roles.at(Role.YEAR)
        label = value.labels[at] if at is not None else RegionLabel("")
        time = self._default if at is None else self.roles.years.get(label.text)
        if time is None or time.year is None:
            if at is not None and not label.text:
                self._no_year(value.line)
            return time
        if (part := self._part(value) or self._remark(value, time.year)) is not None:
            provisional = time.provisional or part.provisional
            return PeriodLabel(part.span, time.year, part.period, provisional)
        if time.year in self.choices.periods:
            chosen = self.choices.periods[time.year]
            return PeriodLabel(time.span, time.year, chosen, time.provisional)
        if time.period is not None:
            return self._day_said(time, value.line, stock=stock)
        if not stock:
            self._ask_last_counted(value, time.year)
        if (told := self._told_beside(value, time)) is not None:
            return told
        return self._by_note(label, time) or self._by_texts(time, value.line, stock=stock)

    def _day_said(self, time: PeriodLabel, line: int, *, stock: bool) -> PeriodLabel:
        """A label with a part of the year, or a day: asked about where a year is counted."""
        if self._own_day(time):
            return PeriodLabel(Span.YEAR, time.year, None, time.provisional)
        if (time.period or "").startswith("stand") and not stock:
            sentence = (
                f"Er staat een dag ({time.period} {time.year}), maar het gaat hier om aantallen"
                " over een jaar."
            )
            self._ask(time.year, sentence, (), line)
        return time

    def _ask_last_counted(self, value: Value, year: int) -> None:
        """A day beside the row that lies before the end of its year: it may be no whole one."""
        days = (read_date(value.labels[at].text) for at in self._days)
        for day in days:
            if day is not None and day.year == year and day < date(year, 12, 31):
                sentence = (
                    f"Bij {year} staat {format_datum(day.isoformat())}, in dat jaar zelf; gaan de"
                    f" cijfers van {year} over het hele jaar?"
                )
                self._ask(year, sentence, (), value.line)

    @cached_property
    def _days(self) -> tuple[int, ...]:
        """The columns beside the rows in which every label is a day."""
        region, times = self.roles.region, {Role.YEAR, Role.PERIOD, Role.COLUMN, Role.KEY}
        return tuple(
            at
            for at, one in enumerate(region.dimensions)
            if not one.header
            and self.roles.roles[at] not in times
            and all(map(read_date, region.labels(at)))
        )

    def _own_day(self, time: PeriodLabel) -> bool:
        """Whether a day is the one the table is about: 'Inwoners op 1 januari'."""
        table, day = self.roles.table, (time.period or "").removeprefix("stand ").strip()
        said = (table.title, *table.also_named, table.definition)
        return bool(day) and any(day in text.lower() for text in said)

    def _no_year(self, line: int) -> None:
        """Figures beside which no year stands are told once."""
        if "" not in self._asked:
            self._asked.add("")
            place = Position(self.file, line)
            self.findings.append(found("SR-B016", place, {"regel": line}, which="geen jaar"))

    def _part(self, value: Value) -> PeriodLabel | None:
        """The part of the year that a column of its own says."""
        at = self.roles.at(Role.PERIOD)
        return self.roles.years.get(value.labels[at].text) if at is not None else None

    def _remark(self, value: Value, year: int) -> PeriodLabel | None:
        """The part of the year that a remark beside the row is, as 't/m oktober'."""
        for at, one in enumerate(self.roles.region.dimensions):
            text = value.labels[at].text
            read = read_period(text) if text and is_about_rows(one.name) else None
            if read is not None and read.year in {None, year}:
                self.periods[str(year)] = f"{one.where} '{one.name}': {text}"
                return read
        return None

    def _told_beside(self, value: Value, time: PeriodLabel) -> PeriodLabel | None:
        """The part of the year that a remark beside the row tells in more words: 'eerste drie
        kwartalen'; a question when it speaks of a part that cannot be read.
        """
        for where, text in self._remarks(value):
            own = [part for part in parts_in(text) if part.year in {None, time.year}]
            doubtful = tells_of_change(text) or _OF_PART.search(text) is not None
            if len(own) == 1 and own[0].span is Span.PART and not doubtful:
                self.periods[str(time.year)] = f"{where}: {text}"
                provisional = time.provisional or own[0].provisional
                return PeriodLabel(Span.PART, time.year, own[0].period, provisional)
            if self._speaks_of_part(text, time.year):
                sentence = (
                    f"In {where} staat bij {time.year}: '{text}'; over welk deel van {time.year}"
                    " gaan de cijfers?"
                )
                parts = tuple(part.period for part in own if part.period)
                self._ask(time.year, sentence, parts, value.line)
        return None

    def _remarks(self, value: Value) -> Iterator[tuple[str, str]]:
        """The remarks beside a row that are more than a period, each with its column."""
        for at, one in enumerate(self.roles.region.dimensions):
            text = value.labels[at].text
            if one.header or self.roles.roles[at] not in {Role.UNUSED, Role.FIXED}:
                continue
            told = not text or normal(text) in self._settled or read_period(text) is not None
            if not told and is_remark_head(one.name):
                yield f"{one.where} '{one.name}'", text

    def _speaks_of_part(self, text: str, year: int | None) -> bool:
        """Whether a remark may mean that not all of the year was counted."""
        others = years_in(text)
        if others and year not in others:
            return False
        day = day_counted(text)
        within = day is not None and day.year == year and (day.month, day.day) != (12, 31)
        return within or calls_unfinished(text) or names_part(text)

    @cached_property
    def _settled(self) -> frozenset[str]:
        """Texts of which was said that they do not matter."""
        chosen = self.choices.columns.items()
        return frozenset(name for name, to in chosen if to in {ANY, SKIP})

    def _only_year(self) -> PeriodLabel | None:
        """The year of a table that has none in its labels: the one its title names, or
        a question.
        """
        if self.choices.year is not None:
            return PeriodLabel(Span.YEAR, self.choices.year)
        if len(self.said.years) == 1:
            (self.roles.year,) = self.said.years
            return PeriodLabel(Span.YEAR, self.roles.year)
        sentence = "Nergens bij deze tabel staat van welk jaar de cijfers zijn."
        self.questions.append(
            Question(
                "SR-B016",
                sentence,
                "cijferjaar",
                self.roles.region.place,
                place=Position(self.file, self.roles.region.lines[0]),
            )
        )
        return None

    def _by_note(self, label: RegionLabel, time: PeriodLabel) -> PeriodLabel | None:
        """The part of the year that a footnote at the label names."""
        for mark in label.marks:
            note = self.said.notes.get(mark, "")
            if calls_unfinished(note):
                sentence = (
                    f"Voetnoot {mark} zegt '{note}'; over welk deel van {time.year} gaan de"
                    " cijfers?"
                )
                self._ask(time.year, sentence, (), 0)
            for part in parts_in(note):
                if part.year not in {None, time.year}:
                    continue
                if part.span is Span.OTHER:
                    self._ask(
                        time.year,
                        f"Voetnoot {mark} zegt '{self.said.notes[mark]}': dat is geen heel jaar en"
                        " geen deel vanaf januari.",
                        tuple(filter(None, (part.period,))),
                        0,
                    )
                    return time
                self.periods[str(time.year)] = f"voetnoot {mark}: {self.said.notes[mark]}"
                return PeriodLabel(part.span, time.year, part.period, time.provisional)
        return None

    def _by_texts(self, time: PeriodLabel, line: int, *, stock: bool) -> PeriodLabel:
        """What titles and notes say about the year: one thing is believed, more or something
        unclear is asked.
        """
        year = time.year
        told = self.said.periods(year) if year is not None else {}
        if len(told) == 1:
            ((period, text),) = told.items()
            if period is not None:
                where = f" op regel {text.line}" if text.line else ""
                self.periods[str(year)] = f"'{text.text}'{where}"
            return PeriodLabel(time.span, year, period, time.provisional)
        sentence, parts = self._unclear(year, told, stock=stock)
        if sentence:
            self._ask(year, sentence, parts, line)
        return time

    def _unclear(
        self, year: int | None, told: Mapping[str | None, Line], *, stock: bool
    ) -> tuple[str, tuple[str, ...]]:
        """What leaves open which part of a year was counted, with the parts that are named; ''
        when nothing does.
        """
        if (unfinished := self.said.incomplete(year)) is not None:
            return f"Er staat '{unfinished.text}'; over welk deel van {year} gaan de cijfers?", ()
        if len(told) > 1:
            said = ", ".join(str(one or "het hele jaar") for one in told)
            sentence = f"De teksten zeggen over {year} verschillende dingen: {said}."
            return sentence, tuple(filter(None, told))
        if year == self._last() and (yearless := self._without_year()) is not None:
            part, text = yearless
            sentence = f"Er staat '{text.text}' zonder jaar; geldt dat voor {year}?"
            return sentence, (part.period or "heel",)
        day = self._known_date()
        if stock or self.said.parts or day is None or year is None:
            return "", ()
        if day.year == year and day < date(year, 12, 31):
            sentence = (
                f"Deze cijfers zijn van {format_datum(day.isoformat())}, in {year} zelf; gaan de"
                f" cijfers van {year} over het hele jaar?"
            )
            return sentence, ()
        return "", ()

    def _without_year(self) -> tuple[PeriodLabel, Line] | None:
        """A part of a year in a text that names no year."""
        for part, text in self.said.parts:
            if part.year is None and part.span is not Span.OTHER:
                return part, text
        return None

    def _ask(self, year: int | None, sentence: str, parts: tuple[str, ...], line: int) -> None:
        """Ask once which part of a year was counted."""
        if str(year) in self._asked:
            return
        self._asked.add(str(year))
        answers = {**{part: f"alleen {part}" for part in parts}, "heel": "het hele jaar"}
        self.questions.append(
            Question(
                "SR-B016",
                sentence,
                "periode",
                str(year or ""),
                answers,
                place=Position(self.file, line or None),
            )
        )

    def _last(self) -> int | None:
        years = [label.year for label in self.roles.years.values() if label.year]
        return max(years, default=self._default.year if self._default else None)

    def _known_date(self) -> date | None:
        days = [*(day for day, _ in self.said.dates), *self.said.made]
        chosen = self.choices.reference_date
        return min([*days, *([date.fromisoformat(chosen)] if chosen else [])], default=None)
