"""The values of a region as figures: which column, year, part of the year and key each is, and what
is left out or still open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from ..core.model import Column, Finding, Position, Severity
from .choices import ANY, Choices, Question, Role, Roles
from .periods import PeriodLabel, read_date, says_provisional
from .regions import Value
from .said import Said
from .tables import title_explained
from .when import When
from .words import is_margin, normal

# A line about the file, not about what is counted.
_ABOUT_FILE = re.compile(
    r"(?:bron|peildatum|peilmoment|datum|versie|status|contact|auteur|publicatie\w*|gepubliceerd|laatst|geraadpleegd|download\w*|toelichting|noot|"
    r"noten|eenheid|sheet|blad|sep=)\b"
)
# Names of sheets that say nothing: 'Blad1', 'Export 2024', 'Concept'.
_GENERIC = re.compile(
    r"(?:blad|sheet|concept|draaitabel|pivot|werkblad|data|export|tabel|invoer|uitvoer|definitief|nieuw|oud|versie|v)?[\s_-]*[\d._-]*"
)


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


def read_region(roles: Roles, said: Said, file: str, choices: Choices) -> RegionReading:
    """Every value of a region with its figure, as far as labels and texts tell."""
    result = RegionReading(
        roles, said, questions=list(roles.questions), findings=list(roles.findings)
    )
    _warned(result, file, choices)
    if said.scale is not None:
        return result
    shares = _shares(roles)
    when = When(roles, said, file, choices)
    for value in roles.region.values:
        column = _column(roles, value)
        if reason := _reason(roles, value, column, shares):
            result.left_out.setdefault(reason, []).append(value)
            continue
        time = when.of(value, stock=column is not None and column.stock)
        if time is None or time.year is None:
            continue
        if any((at, label.text) in roles.totals for at, label in enumerate(value.labels)):
            result.totals.append(value)
            continue
        place = Position(file, value.line, value.column)
        _nameless(result, value, place)
        key_at = roles.at(Role.KEY)
        key = roles.keys.get(value.labels[key_at].text) if key_at is not None else None
        if column is None or (key_at is not None and key is None):
            continue  # its name is a question
        result.readings.append(
            Reading(
                column,
                time.year,
                time.period,
                key,
                _provisional(roles, value, time, said),
                _date(roles, value),
                value,
                place,
            )
        )
    result.questions += when.questions
    result.findings += when.findings
    result.periods |= when.periods
    return result


def _warned(result: RegionReading, file: str, choices: Choices) -> None:
    """What the texts and the rows say against taking the values as they are: another scale, a
    selection, rows that lack a cell.
    """
    said = result.said
    if said.scale is not None:
        sentence = (
            f"Er staat '{said.scale.text}': de getallen zijn niet in hele eenheden. Lever een"
            " bestand met de getallen zelf aan."
        )
        result.findings.append(
            Finding("SR-B016", Severity.ERROR, sentence, (Position(file, said.scale.line or None),))
        )
        return
    for line in said.filters:
        if choices.columns.get(normal(line.text)) != ANY:
            sentence = f"Er staat '{line.text}': misschien zijn dit niet alle gevallen."
            place = Position(file, line.line or None)
            result.questions.append(
                Question(
                    "SR-B015", sentence, "kolom", line.text, {ANY: "doet er niet toe"}, place=place
                )
            )
    for line in result.roles.region.titles:
        section = line in result.roles.region.section
        about_file = (
            is_margin(line.text)
            or _ABOUT_FILE.match(line.text.lower())
            or line.marks
            or line.text.endswith(".")
            or line in said.filters
        )
        if (
            about_file
            or choices.columns.get(normal(line.text)) == ANY
            or title_explained(line.text, result.roles.table, section=section)
        ):
            continue
        sentence = (
            f"Boven de cijfers staat '{line.text}'; gaat het wel om {result.roles.table.name}"
            f" ({result.roles.table.title})?"
        )
        answers = {ANY: "ja, dit klopt"}
        result.questions.append(
            Question(
                "SR-B015",
                sentence,
                "kolom",
                line.text,
                answers,
                ANY,
                Position(file, line.line or None),
            )
        )
    sheet = result.roles.region.sheet
    known = (
        not sheet
        or choices.sheet is not None
        or choices.columns.get(normal(sheet)) == ANY
        or _GENERIC.fullmatch(sheet.lower())
    )
    if not known and not title_explained(sheet, result.roles.table, section=False):
        sentence = (
            f"Het werkblad heet '{sheet}'; gaat het wel om {result.roles.table.name}"
            f" ({result.roles.table.title})?"
        )
        result.questions.append(
            Question(
                "SR-B015", sentence, "kolom", sheet, {ANY: "ja, dit klopt"}, ANY, Position(file)
            )
        )
    for number in result.roles.region.short:
        sentence = (
            f"Regel {number} heeft minder cellen dan de andere rijen; er kan een cel weggevallen"
            " zijn."
        )
        result.findings.append(
            Finding("SR-B017", Severity.ERROR, sentence, (Position(file, number),))
        )


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
    sentence = f"{where} heeft getallen maar geen naam; zet er in het bestand een naam bij."
    result.findings.append(Finding("SR-B015", Severity.ERROR, sentence, (place,)))


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


def _provisional(roles: Roles, value: Value, time: PeriodLabel, said: Said) -> bool:
    """Whether the label, a footnote at it or at the cell, or a status column calls the figure
    provisional.
    """
    at = roles.at(Role.STATUS)
    if at is not None and normal(value.labels[at].text) in {"voorlopig", "ja"}:
        return True
    marks = [mark for label in value.labels for mark in label.marks] + list(value.content.marks)
    if said.provisional is None or (time.year in said.provisional):
        return True
    return time.provisional or any(says_provisional(said.notes.get(mark, "")) for mark in marks)


def _date(roles: Roles, value: Value) -> date | None:
    at = roles.at(Role.DATE)
    return read_date(value.labels[at].text) if at is not None else None
