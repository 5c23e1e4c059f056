# SPDX-License-Identifier: EUPL-1.2
"""The values of a region as figures: which column, year, part of the year and key each is, and what
is left out or still open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date

from ..core.frozen import dataclass
from ..core.model import Column, Finding, Position
from ..messages import found
from .choices import Choices, Question, Role, Roles
from .doubts import doubts, short_rows, wrong_scale
from .periods import PeriodLabel, read_date, says_provisional
from .regions import Value
from .rows import Line
from .said import Said
from .senses import is_scale, scale_in, times
from .when import When
from .words import is_unit_head, normal

PROVISIONAL = frozenset({"voorlopig", "ja", "nadervoorlopig", "p", "provisional"})
# Marks with a meaning that statistical offices share; the others of theirs are asked about.
MEANT = {"p": "voorlopig"}
_ASKED = frozenset({"*", "**", "b", "c", "d", "e", "f", "s", "u"})
Signs = Mapping[str, str]


@dataclass(frozen=True)
class Reading:
    """One value that will be a figure: of which column, year, part of the year (None: all of it)
    and key, and where it stands.
    """

    column: Column
    year: int
    period: str | None
    key: str | None
    provisional: bool
    reference_date: date | None
    value: Value
    place: Position


@dataclass
class RegionReading:
    """A region with its values as figures.

    `left_out` counts values per reason; `totals` are values that add up others.
    """

    roles: Roles
    said: Said
    readings: list[Reading] = field(default_factory=list)
    totals: list[Value] = field(default_factory=list)
    left_out: dict[str, list[Value]] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    periods: dict[str, str] = field(
        default_factory=dict
    )  # per year label why it is a part of the year

    @property
    def keyless(self) -> Finding | None:
        """That the table has keys and this region none."""
        return self.roles.keyless

    @property
    def says_anything(self) -> bool:
        """Whether anything was read, asked or found."""
        return bool(self.readings or self.questions or self.findings)


def read_region(roles: Roles, said: Said, file: str, choices: Choices) -> RegionReading:
    """Every value of a region with its figure, as far as labels and texts tell."""
    result = RegionReading(
        roles, said, questions=list(roles.questions), findings=list(roles.findings)
    )
    if roles.keyless is not None:
        result.findings.append(roles.keyless)
        return result
    if said.scale is not None and not _agreed(said.scale, roles):
        result.findings.append(wrong_scale(said.scale, file))
        return result
    result.questions += doubts(roles, said, file, choices)
    result.findings += short_rows(roles.region, file)
    walk = _ValueWalk(result, When(roles, said, file, choices), _shares(roles), file)
    for value in roles.region.values:
        walk.value(value)
    result.findings += [wrong_scale(line, file) for line in walk.scaled.values()]
    result.questions += walk.when.questions
    result.questions += _unexplained(roles, result.readings, said, choices.signs)
    result.findings += walk.when.findings
    result.periods |= walk.when.periods
    return result


def _agreed(scale: Line, roles: Roles) -> bool:
    """Whether a scale is the one in which the whole table is kept: 'x € 1.000' where the unit is
    'duizend euro'.
    """
    said = times(scale_in(scale.text))
    return said > 1 and all(times(one.unit) == said for one in roles.table.columns.values())


@dataclass
class _ValueWalk:
    """A walk over the values of a region; `scaled` are labels that say another scale."""

    result: RegionReading
    when: When
    shares: set[tuple[int, str]]
    file: str
    scaled: dict[str, Line] = field(default_factory=dict)

    def value(self, value: Value) -> None:
        """Put a value where it belongs: a figure, a total, or what is left out."""
        roles, result = self.result.roles, self.result
        column = _column(roles, value)
        if reason := _reason(roles, value, column, self.shares):
            result.left_out.setdefault(reason, []).append(value)
            return
        time = self.when.of(value, stock=column is not None and column.stock)
        if time is None or time.year is None:
            return
        if any((at, label.text) in roles.totals for at, label in enumerate(value.labels)):
            result.totals.append(value)
        elif (label := _scale_at(roles, value)) is not None:
            self.scaled.setdefault(label, Line(label, value.line))
        else:
            self._figure(value, column, time, time.year)

    def _figure(self, value: Value, column: Column | None, time: PeriodLabel, year: int) -> None:
        roles, said = self.result.roles, self.result.said
        place = Position(self.file, value.line, value.column)
        _nameless(self.result, value, place)
        key_at = roles.at(Role.KEY)
        key = roles.keys.get(value.labels[key_at].text) if key_at is not None else None
        if column is None or (key_at is not None and key is None):
            return  # its name is a question
        provisional = _provisional(roles, value, time, said, self.when.choices.signs)
        day = _date(roles, value)
        self.result.readings.append(
            Reading(column, year, time.period, key, provisional, day, value, place)
        )


def _scale_at(roles: Roles, value: Value) -> str | None:
    """A label of a value that says it was counted in more than ones; a figure without a column is
    not taken and may have any scale.
    """
    if roles.at(Role.COLUMN) is not None and _column(roles, value) is None:
        return None
    for at, label in enumerate(value.labels):
        one = roles.region.dimensions[at]
        unit = is_unit_head(one.name)
        if scale_in(label.text) or ((one.header or unit) and is_scale(label.text)):
            return label.text
        if unit and label.text.isdigit() and label.text != "0":  # a power of ten
            return f"{one.name} {label.text}"
    return None


def _reason(roles: Roles, value: Value, column: Column | None, shares: set[tuple[int, str]]) -> str:
    """Why a value is not taken over; '' when it is."""
    for at, label in enumerate(value.labels):
        if (at, label.text) in roles.skipped:
            return roles.skipped[at, label.text]
    column_at = roles.at(Role.COLUMN)
    if value.content.percent and column_at is not None and not value.labels[column_at].text:
        return "een percentage onder de aantallen"
    share = (
        column is not None
        and column.unit != "procent"
        and any((at, one.text) in shares for at, one in enumerate(value.labels))
    )
    return (
        f"een percentage; {column.ref} telt {column.unit}" if column is not None and share else ""
    )


def _nameless(result: RegionReading, value: Value, place: Position) -> None:
    """A value without a name above or left of it is told, once per table (SR-B015)."""
    at = result.roles.at(Role.COLUMN)
    if at is None or value.labels[at].text or any(one.code == "SR-B015" for one in result.findings):
        return
    where = (
        f"Kolom {value.column}"
        if result.roles.region.dimensions[at].header
        else f"Regel {value.line}"
    )
    result.findings.append(found("SR-B015", place, {"waar": where}, which="geen naam"))


def _shares(roles: Roles) -> set[tuple[int, str]]:
    """Labels of which every value is a percentage: shares beside counts.

    One percentage among counts is no share but a mistake.
    """
    seen: dict[tuple[int, str], bool] = {}
    for value in roles.region.values:
        for at, label in enumerate(value.labels):
            if roles.region.dimensions[at].header or roles.roles[at] is Role.COLUMN:
                seen[at, label.text] = seen.get((at, label.text), True) and value.content.percent
    return {name for name, share in seen.items() if share}


def _column(roles: Roles, value: Value) -> Column | None:
    at = roles.at(Role.COLUMN)
    return roles.single if at is None else roles.columns.get(value.labels[at].text)


def _provisional(roles: Roles, value: Value, time: PeriodLabel, said: Said, signs: Signs) -> bool:
    """Whether the label, a footnote at it or at the cell, or a status column calls the figure
    provisional.
    """
    at = roles.at(Role.STATUS)
    if at is not None and normal(value.labels[at].text) in PROVISIONAL:
        return True
    if time.provisional or said.provisional is None or time.year in said.provisional:
        return True
    return any(
        says_provisional(said.notes.get(mark, "")) or _sign(mark, said, signs) == "voorlopig"
        for mark in _marks(value)
    )


def _marks(value: Value) -> list[str]:
    return [*(mark for label in value.labels for mark in label.marks), *value.content.marks]


def _sign(mark: str, said: Said, signs: Signs) -> str:
    """What a mark means that no footnote explains."""
    return signs.get(mark, "" if mark in said.notes else MEANT.get(mark, ""))


def _unexplained(
    roles: Roles, readings: Sequence[Reading], said: Said, signs: Signs
) -> Iterator[Question]:
    """A star at a year or a figure that nobody explains is asked about: at statistics offices it is
    provisional. At a name it belongs to the name.
    """
    told: set[str] = {*said.notes, *signs}
    years = [at for at, role in enumerate(roles.roles) if role in {Role.YEAR, Role.PERIOD}]
    for reading in readings:
        times = [label for at, label in enumerate(reading.value.labels) if at in years]
        status = roles.at(Role.STATUS)
        flag = [reading.value.labels[status].text.lower()] if status is not None else []
        marks = [
            *flag,
            *(mark for label in times for mark in label.marks),
            *reading.value.content.marks,
        ]
        for mark in marks:
            if mark in _ASKED and mark not in told:
                told.add(mark)
                at = next((one.text for one in times if mark in one.marks), "")
                where = f"{at}{mark}" if at else f"{reading.value.content.text}"
                sentence = f"Bij '{where}' staat '{mark}' zonder uitleg; is het voorlopig?"
                answers = {"voorlopig": "voorlopige cijfers", "niets": "doet er niet toe"}
                yield Question("SR-B019", sentence, "teken", mark, answers, place=reading.place)


def _date(roles: Roles, value: Value) -> date | None:
    at = roles.at(Role.DATE)
    return read_date(value.labels[at].text) if at is not None else None
