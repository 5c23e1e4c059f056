# SPDX-License-Identifier: EUPL-1.2
"""What each label of time on a delivered table means: a year, a part of one, or no year at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..core.model import Position
from ..messages import found
from .choices import SKIP, Question, Role, Roles
from .periods import PeriodLabel, Span, read_period
from .words import is_difference, is_percent, is_total, normal

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
