"""The values of a region as figures: which column, year, part of the year and key each is, and what is left out or still open."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ..model import Column, Finding, Position, Severity
from ..notation import format_datum
from .choices import ANY, Choices, Question
from .layout import Label, Value
from .periods import PeriodLabel, Span, parts_in, read_date, says_provisional
from .roles import Role, Roles
from .said import Said
from .words import normal


@dataclass(frozen=True)
class Reading:
    """One value that will be a figure; `total_of` are the labels it adds up when the file calls it a total."""

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
    """A region with its values as figures; `left_out` counts values per reason; `totals` are values that add up others."""

    roles: Roles
    said: Said
    readings: list[Reading] = field(default_factory=list)
    totals: list[Value] = field(default_factory=list)
    left_out: dict[str, list[Value]] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    periods: dict[str, str] = field(default_factory=dict)  # per year label why it is a part of the year


def read_region(roles: Roles, said: Said, file: str, choices: Choices) -> RegionReading:
    """Every value of a region with its figure, as far as labels and texts tell."""
    result = RegionReading(roles, said, questions=list(roles.questions))
    if said.scale is not None:
        sentence = f"Er staat '{said.scale.text}': de getallen zijn niet in hele eenheden. Lever een bestand met de getallen zelf aan."
        result.findings.append(Finding("SR-B016", Severity.ERROR, sentence, (Position(file, said.scale.line or None),)))
        return result
    for line in said.filters:
        if choices.columns.get(normal(line.text)) != ANY:
            sentence = f"Er staat '{line.text}': misschien zijn dit niet alle gevallen."
            place = Position(file, line.line or None)
            result.questions.append(Question("SR-B015", sentence, "kolom", line.text, {ANY: "doet er niet toe"}, place=place))
    for number in roles.region.short:
        sentence = f"Regel {number} heeft minder cellen dan de andere rijen; er kan een cel weggevallen zijn."
        result.findings.append(Finding("SR-B017", Severity.ERROR, sentence, (Position(file, number),)))
    years = {label.year for label in roles.years.values() if label.year} | set(said.years)
    if (odd := said.strange(years)) is not None and not years & set(choices.periods):
        sentence = f"Er staat '{odd.text}': dat is geen heel jaar en geen deel vanaf januari."
        answers = {"heel": "het is toch het hele jaar"}
        result.questions.append(
            Question("SR-B016", sentence, "periode", str(max(years, default="")), answers, place=Position(file, odd.line or None))
        )
    shares = _shares(roles)
    default = _default_year(result, choices, Position(file, roles.region.lines[0]))
    asked: set[str] = set()
    for value in roles.region.values:
        reason = next((roles.skipped[at, label.text] for at, label in enumerate(value.labels) if (at, label.text) in roles.skipped), "")
        column = _column(roles, value)
        if (
            not reason
            and column is not None
            and column.unit != "procent"
            and any((at, one.text) in shares for at, one in enumerate(value.labels))
        ):
            reason = f"een percentage; {column.ref} telt {column.unit}"
        if reason:
            result.left_out.setdefault(reason, []).append(value)
            continue
        time = _time(result, value, default, choices, asked, file)
        total = next((True for at, label in enumerate(value.labels) if (at, label.text) in roles.totals), False)
        if time is None or time.year is None:
            continue
        place = Position(file, value.line, value.column)
        key_at = roles.at(Role.KEY)
        key = roles.keys.get(value.labels[key_at].text) if key_at is not None else None
        if total:
            result.totals.append(value)
        if not total and roles.at(Role.COLUMN) is not None and not value.labels[roles.at(Role.COLUMN) or 0].text and "kolom" not in asked:
            asked.add("kolom")
            where = f"Kolom {value.column}" if roles.region.dimensions[roles.at(Role.COLUMN) or 0].header else f"Regel {value.line}"
            sentence = f"{where} heeft getallen maar geen naam; zet er in het bestand een naam bij."
            result.findings.append(Finding("SR-B015", Severity.ERROR, sentence, (place,)))
        if total or column is None or (key_at is not None and key is None):
            continue
        result.readings.append(
            Reading(column, time.year, time.period, key, _provisional(roles, value, time, said), _date(roles, value), value, place)
        )
    return result


def _shares(roles: Roles) -> set[tuple[int, str]]:
    """Labels of which every value is a percentage: shares beside counts. One percentage among counts is no share but a mistake."""
    seen: dict[tuple[int, str], bool] = {}
    for value in roles.region.values:
        for at, label in enumerate(value.labels):
            if roles.region.dimensions[at].header or roles.roles[at] is Role.COLUMN:
                seen[at, label.text] = seen.get((at, label.text), True) and value.content.percent
    return {name for name, share in seen.items() if share}


def _column(roles: Roles, value: Value) -> Column | None:
    at = roles.at(Role.COLUMN)
    return roles.single if at is None else roles.columns.get(value.labels[at].text)


def _default_year(result: RegionReading, choices: Choices, place: Position) -> PeriodLabel | None:
    """The year of a table that has none in its labels: the one its title names, or a question."""
    roles = result.roles
    if roles.at(Role.YEAR) is not None:
        return None
    if choices.year is not None:
        return PeriodLabel(Span.YEAR, choices.year)
    if len(result.said.years) == 1:
        (year,) = result.said.years
        roles.year = year
        return PeriodLabel(Span.YEAR, year)
    sentence = "Nergens bij deze tabel staat van welk jaar de cijfers zijn."
    result.questions.append(Question("SR-B016", sentence, "cijferjaar", place=place))
    return None


def _time(
    result: RegionReading, value: Value, default: PeriodLabel | None, choices: Choices, asked: set[str], file: str
) -> PeriodLabel | None:
    """The year and the part of it of a value, from its label, its footnote, and the texts around the table."""
    roles, said = result.roles, result.said
    at, period_at = roles.at(Role.YEAR), roles.at(Role.PERIOD)
    label = value.labels[at] if at is not None else Label("")
    time = default if at is None else roles.years.get(label.text)
    if time is None or time.year is None:
        if at is not None and not label.text and "" not in asked:
            asked.add("")
            result.questions.append(
                Question("SR-B016", f"Regel {value.line}: bij deze getallen staat geen jaar.", "blad", place=Position(file, value.line))
            )
        return time
    if period_at is not None and (part := roles.years.get(value.labels[period_at].text)) is not None:
        return PeriodLabel(part.span, time.year, part.period, time.provisional or part.provisional)
    year = time.year
    if year in choices.periods:
        return PeriodLabel(time.span, year, choices.periods[year], time.provisional)
    if time.period is not None:
        return time
    for mark in label.marks:
        for part in parts_in(said.notes.get(mark, "")):
            if part.year in {None, year}:
                result.periods[str(year)] = f"voetnoot {mark}: {said.notes[mark]}"
                return PeriodLabel(part.span, year, part.period, time.provisional)
    told = said.periods(year)
    if len(told) == 1:
        ((period, line),) = told.items()
        if period is not None:
            result.periods[str(year)] = f"'{line.text}'" + (f" op regel {line.line}" if line.line else "")
        return PeriodLabel(time.span, year, period, time.provisional)
    question = None
    if len(told) > 1:
        question = f"De teksten zeggen over {year} verschillende dingen: {', '.join(str(one or 'het hele jaar') for one in told)}."
    elif year == _last(result, default) and (open_ := next(((one, line) for one, line in said.parts if one.year is None), None)):
        question = f"Er staat '{open_[1].text}' zonder jaar; geldt dat voor {year}?"
        told = {open_[0].period: open_[1]}
    elif (
        not said.parts
        and (day := _known_date(said, choices))
        and day.year == year
        and day < date(year, 12, 31)
        and not _stock(roles, value)
    ):
        question = f"De peildatum {format_datum(day.isoformat())} ligt in {year}; gaan de cijfers van {year} over het hele jaar?"
    if question is not None and str(year) not in asked:
        asked.add(str(year))
        proposed = next((period for period in told if period), "")
        answers = {**{period: f"alleen {period}" for period in told if period}, "heel": "het hele jaar"}
        result.questions.append(Question("SR-B016", question, "periode", str(year), answers, proposed or "", Position(file, value.line)))
    return time


def _last(result: RegionReading, default: PeriodLabel | None) -> int | None:
    years = [label.year for label in result.roles.years.values() if label.year]
    return max(years, default=default.year if default else None)


def _stock(roles: Roles, value: Value) -> bool:
    column = _column(roles, value)
    return column is not None and column.stock


def _known_date(said: Said, choices: Choices) -> date | None:
    days = {day for day, _ in said.dates}
    return date.fromisoformat(choices.reference_date) if choices.reference_date else days.pop() if len(days) == 1 else None


def _provisional(roles: Roles, value: Value, time: PeriodLabel, said: Said) -> bool:
    """Whether the label, a footnote at it or at the cell, or a status column calls the figure provisional."""
    at = roles.at(Role.STATUS)
    if at is not None and normal(value.labels[at].text) == "voorlopig":
        return True
    marks = [mark for label in value.labels for mark in label.marks] + list(value.content.marks)
    if said.provisional is None or (time.year in said.provisional):
        return True
    return time.provisional or any(says_provisional(said.notes.get(mark, "")) for mark in marks)


def _date(roles: Roles, value: Value) -> date | None:
    at = roles.at(Role.DATE)
    return read_date(value.labels[at].text) if at is not None else None
