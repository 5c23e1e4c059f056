# SPDX-License-Identifier: EUPL-1.2
"""Header rows and label columns that name neither columns, keys nor years: what they say may make
it another figure, and then it is asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..core.model import Position
from ..core.notation import join_names
from .choices import ANY, Choices, Question, Role, Roles
from .tables import TableNames, explained, names_table
from .words import is_about_rows, is_difference, is_measure, is_percent


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
        if not explained(one, roles.table, choices, computed):
            roles.questions.append(_question(roles, one, left, place))


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
        if label not in measures:
            roles.skipped[one.at, label] = "een kolom naast de aantallen"
    return measures


def _question(roles: Roles, one: TableNames, left: Sequence[str], place: Position) -> Question:
    where = roles.region.dimensions[one.at].where
    said = join_names([f"'{label}'" for label in left[:3]])
    head = f" '{one.head}'" if one.head else ""
    sentence = (
        f"{where[0].upper()}{where[1:]}{head} ({said}) hoort bij niets in"
        f" {roles.table.name}; het kan betekenen dat dit andere cijfers zijn."
    )
    about = one.head or left[0]
    return Question("SR-B015", sentence, "kolom", about, {ANY: "doet er niet toe"}, place=place)
