# SPDX-License-Identifier: EUPL-1.2
"""Header rows and label columns that name neither columns nor keys. What labels of time mean is
told (a year, a part of one, or none; also heads that name a column and a year at once: 'Realisatie
2022' beside 'Realisatie 2023'); what else they say may make it another figure, and then it is
asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from ..core.model import Position
from ..core.notation import capital, join_names
from ..messages import found
from .choices import ANY, SKIP, Choices, Question, Role, Roles
from .periods import PeriodLabel, Span, read_period
from .regions import Dimension, Region, RegionLabel
from .tables import TableNames, explained, names_table
from .words import (
    is_about_rows,
    is_difference,
    is_everything,
    is_measure,
    is_percent,
    is_total,
    normal,
    words_of,
)

_CODE = re.compile(r"[A-Z][A-Z0-9_]{0,7}")  # 'NLD', 'A', 'PT'


def other_dimensions(
    roles: Roles,
    names: Sequence[TableNames],
    choices: Choices,
    place: Position,
    computed: frozenset[str],
) -> None:
    """Dimensions without a role: the same everywhere, or not used; a question when what they say
    belongs to nothing in the table.
    """
    for one in names:
        if not is_about_rows(one.head):
            _skip_comparisons(roles, one)
        left = _without_measures(roles, one)
        if len(left) <= 1:
            roles.roles[one.at] = Role.FIXED
        if (len(left) == 1 and is_everything(left[0])) or is_code(roles.region, one.at):
            continue
        if not explained(one, roles.table, choices, computed):
            roles.questions.append(_question(roles, one, left, place))


def is_code(region: Region, at: int) -> bool:
    """Whether a column holds the codes of the names beside it, or the names of such codes: 'ARV'
    wherever 'Arvenia' stands. Their heads must be of one thing ('REF_AREA', 'Reference area'): two
    columns that are the same everywhere may still say two things.
    """
    for other in (at + 1, at - 1):
        if not 0 <= other < len(region.dimensions):
            continue
        if region.dimensions[at].header or region.dimensions[other].header:
            continue
        pairs = {(value.labels[at].text, value.labels[other].text) for value in region.values}
        own, beside = {one for one, _ in pairs}, {one for _, one in pairs}
        heads = region.dimensions[at].name, region.dimensions[other].name
        if (
            len(own) == len(pairs) == len(beside)
            and _codes(own) != _codes(beside)
            and (_shortens(*heads) or _shortens(*reversed(heads)))
        ):
            return True
    return False


def _shortens(code: str, name: str) -> bool:
    """'REF_AREA' shortens 'Reference area': each part begins a word."""
    parts, words = words_of(code.replace("_", " ")).split(), words_of(name).split()
    return bool(parts) and all(any(word.startswith(part) for word in words) for part in parts)


def _codes(labels: Collection[str]) -> bool:
    return all(_CODE.fullmatch(label) for label in labels)


def _skip_comparisons(roles: Roles, one: TableNames) -> None:
    """Differences, averages and shares beside counts are no figures of a year."""
    table = roles.table
    used = [*roles.columns.values(), *([roles.single] if roles.single else [])]
    shares = any(column.unit == "procent" for column in used)
    for label in one.labels:
        if is_difference(label) and not names_table(label, table):
            roles.skipped.setdefault((one.at, label), "een verschil of gemiddelde")
        elif is_percent(label) and not shares:
            why = f"een percentage; {table.name} telt geen percentages"
            roles.skipped.setdefault((one.at, label), why)


def _without_measures(roles: Roles, one: TableNames) -> list[str]:
    """The labels that are left; beside 'aantal' in a header the others are not meant."""
    left = [label for label in one.labels if (one.at, label) not in roles.skipped]
    measures = [label for label in left if is_measure(label)]
    if not one.header or len(measures) != 1:
        return left
    for label in left:
        if label not in measures and not _own_unit(roles, one.at, label):
            roles.skipped[one.at, label] = "een kolom naast de aantallen"
    return measures


def _own_unit(roles: Roles, at: int, label: str) -> bool:
    """Whether a label is the unit of every column it stands at: 'personen per huishouden' among
    'aantal'.
    """
    column_at = roles.at(Role.COLUMN)
    if column_at is None:
        return False
    names = {
        one.labels[column_at].text for one in roles.region.values if one.labels[at].text == label
    }
    columns = [roles.columns.get(name) for name in names]
    return all(column is not None and normal(column.unit) == normal(label) for column in columns)


def _question(roles: Roles, one: TableNames, left: Sequence[str], place: Position) -> Question:
    where = roles.region.dimensions[one.at].where
    said = join_names([f"'{label}'" for label in left[:3]])
    head = f" '{one.head}'" if one.head else ""
    sentence = (
        f"{capital(where)}{head} ({said}) hoort bij niets in"
        f" {roles.table.name}; het kan betekenen dat dit andere cijfers zijn."
    )
    about = one.head or left[0]
    return Question("SR-B015", sentence, "kolom", about, {ANY: "doet er niet toe"}, place=place)


# Heads of columns with parts of years.
PARTS = frozenset({"maand", "kwartaal", "halfjaar", "week", "month", "quarter"})
_OTHER = "een maand, een kwartaal of meer jaren samen"


def time_labels(roles: Roles, place: Position) -> None:
    """Give every label of time its meaning.

    More than one dimension of years is an error, a label that is none a question.
    """
    times = [at for at, role in enumerate(roles.roles) if role is Role.YEAR]
    period = roles.at(Role.PERIOD)
    alone = _alone(roles)
    for at in [*times, *([period] if period is not None else [])]:
        parts = normal(roles.region.dimensions[at].name) in PARTS
        for label in roles.region.labels(at):
            if (at, label) in roles.skipped:
                continue
            if label in alone:
                roles.years[label] = alone[label]
            elif parts:
                _part(roles, at, label)
            else:
                _label(roles, at, label, place)
    _only_one(roles, times, place)


def _alone(roles: Roles) -> dict[str, PeriodLabel]:
    """The months or quarters that are all a table has of their years, so that its figures are those
    of a part of the year: 'april t/m juni 2025' above the only column.
    """
    times = (at for at, role in enumerate(roles.roles) if role in (Role.YEAR, Role.PERIOD))
    labels = {label for at in times for label in roles.region.labels(at)}
    read = {label: found for label in labels if (found := read_period(label)) is not None}
    years = Counter(one.year for one in read.values() if one.span is not Span.YEAR or one.year)
    return {
        label: PeriodLabel(Span.PART, one.year, one.period, one.provisional)
        for label, one in read.items()
        if one.span is Span.OTHER
        and one.period is not None
        and years[one.year] == 1
        and not any(map(is_total, labels))
    }


def _part(roles: Roles, at: int, label: str) -> None:
    """A label in a column of months or quarters: only their total is the year."""
    if is_total(label):
        roles.years[label] = PeriodLabel(Span.YEAR, None)
    else:
        roles.skipped[at, label] = _OTHER


def _label(roles: Roles, at: int, label: str, place: Position) -> None:
    read = read_period(label)
    if read is None and is_total(label):
        read = _year_of_total(label, roles.region.labels(at))
    if read is not None and read.span is Span.OTHER:
        roles.skipped[at, label] = _OTHER
    elif read is not None:
        roles.years[label] = read
    elif is_total(label) or is_difference(label) or is_percent(label):
        roles.skipped[at, label] = "geen jaar"
    elif roles.roles[at] is Role.YEAR:
        where = roles.region.dimensions[at].where
        sentence = f"'{label}' in {where} is geen jaar."
        answers = {SKIP: "overslaan"}
        roles.questions.append(Question("SR-B016", sentence, "kolom", label, answers, place=place))


def _only_one(roles: Roles, times: Sequence[int], place: Position) -> None:
    """Of more dimensions of years the one headed 'jaar' is meant; else it cannot be told."""
    if len(times) < 2:
        return
    named = [at for at in times if normal(roles.region.dimensions[at].name) in {"jaar", "year"}]
    if len(named) == 1:
        for at in times:
            if at != named[0]:
                roles.roles[at] = Role.UNUSED
        return
    where = " en ".join(roles.region.dimensions[at].where for at in times)
    roles.findings.append(found("SR-B016", place, {"waar": where}, which="twee jaren"))


def _year_of_total(label: str, labels: Sequence[str]) -> PeriodLabel | None:
    """'Totaal 2024' is the year itself beside months; beside '2024' it adds up something else."""
    year = re.search(r"(?:19|20)\d\d", label)
    read = read_period(year[0]) if year else None
    if read is None or any(read_period(other) == read for other in labels):
        return None
    return read


_YEAR = r"(?:19|20)\d\d"
_LAST = re.compile(rf"(?P<name>[^\d(]*[^\d\s(])\s+\(?(?P<year>{_YEAR})\)?")
_AT_LEAST = 2  # heads; one alone may be a name with a year in it
_FIRST = re.compile(rf"(?P<year>{_YEAR})\s+(?P<name>[^\d\s(][^\d]*)")


def split_years(region: Region, choices: Choices) -> Region | None:
    """The region with a header row of such heads as two: years and names; None when it has none.

    A head that was said to stay away keeps its whole name.
    """
    for at, one in enumerate(region.dimensions):
        if not one.header:
            continue
        parts = {label: _parted(label) for label in region.labels(at)}
        if len(parts) < _AT_LEAST or not all(parts.values()):
            continue
        values = []
        for value in region.values:
            label = value.labels[at]
            year, name = parts.get(label.text) or ("", "")
            if choices.columns.get(normal(label.text)) == SKIP:
                name = label.text
            both = (RegionLabel(year, label.marks), RegionLabel(name))
            values.append(
                replace(value, labels=(*value.labels[:at], *both, *value.labels[at + 1 :]))
            )
        years = Dimension(one.where, header=True)
        dimensions = (*region.dimensions[:at], years, *region.dimensions[at:])
        return replace(region, dimensions=dimensions, values=tuple(values))
    return None


def _parted(label: str) -> tuple[str, str] | None:
    """Year and name of a head; None when it is a time by itself or has no year."""
    if read_period(label) is not None:
        return None
    match = _LAST.fullmatch(label) or _FIRST.fullmatch(label)
    return (match["year"], match["name"]) if match else None
