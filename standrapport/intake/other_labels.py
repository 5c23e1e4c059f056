# SPDX-License-Identifier: EUPL-1.2
"""Header rows and label columns that name neither columns, keys nor years: what they say may make
it another figure, and then it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ..core.model import Position
from ..core.notation import capital, join_names
from .choices import ANY, Choices, Question, Role, Roles
from .regions import Region
from .tables import TableNames, explained, names_table
from .words import (
    is_about_rows,
    is_difference,
    is_everything,
    is_measure,
    is_percent,
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
