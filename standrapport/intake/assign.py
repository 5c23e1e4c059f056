# SPDX-License-Identifier: EUPL-1.2
"""Which dimension names columns, which names keys, what the years are.

TableNames that belong nowhere become questions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..core.formula import nearest
from ..core.model import Position
from ..messages import found
from .choices import ANY, SKIP, Choices, Question, Role, Roles
from .other_labels import other_dimensions, time_labels
from .tables import Known, TableNames, explained, fit, names_of
from .words import alike, denies, is_difference, is_percent, is_total, normal

COMPUTED = "een afgeleid cijfer; dat volgt uit de andere"


def assign(
    roles: Roles,
    names: Sequence[TableNames],
    known: Known,
    choices: Choices,
    place: Position,
    computed: frozenset[str],
) -> None:
    """Give the dimensions that may name something their roles.

    `known` are the keys the table holds now, `computed` names of derived figures.
    """
    laid = fit(roles.table, names, known, choices, computed)
    _skip_computed(roles, names, computed)
    column_at = laid.column
    if column_at is None and len(roles.table.columns) > 1:
        column_at = _unexplained(roles, names, laid.key, choices, computed)
    if column_at is not None:
        roles.roles[column_at] = Role.COLUMN
        roles.columns = dict(laid.found)
        for label in roles.region.labels(column_at):
            if label not in roles.columns and (column_at, label) not in roles.skipped:
                _no_column(roles, column_at, label, place, computed, skip=choices.rest_skipped)
    elif len(roles.table.columns) == 1:
        roles.single = next(iter(roles.table.columns.values()))
    else:
        _ask_column(roles, names, place)
    if laid.key is not None:
        roles.roles[laid.key] = Role.KEY
        _keys(roles, laid.key, known, choices, place)
    elif roles.table.key_column:
        said = {"tabel": roles.table.name, "sleutel": roles.table.key_column}
        roles.keyless = found("SR-B016", place, said, which="geen sleutel")
    left = [one for one in names if roles.roles[one.at] is Role.UNUSED]
    other_dimensions(roles, left, choices, place, computed)
    time_labels(roles, place)


def _skip_computed(roles: Roles, names: Sequence[TableNames], computed: frozenset[str]) -> None:
    """TableNames of derived figures, unless a column of the table has that name too."""
    own = names_of(roles.table)
    for one in names:
        for label in one.labels:
            if normal(label) in computed and normal(label) not in own:
                roles.skipped[one.at, label] = COMPUTED


def _unexplained(
    roles: Roles,
    names: Sequence[TableNames],
    key: int | None,
    choices: Choices,
    computed: frozenset[str],
) -> int | None:
    """The first dimension of names that are none of the columns: each of them is asked about."""
    for one in names:
        if one.at != key and not explained(one, roles.table, choices, computed):
            return one.at
    return None


def _ask_column(roles: Roles, names: Sequence[TableNames], place: Position) -> None:
    label = next((label for one in names for label in one.labels), "")
    sentence = (
        f"Nergens staat welke kolom van {roles.table.name} bedoeld is (mogelijk:"
        f" {', '.join(roles.table.columns)})."
    )
    answers = {column.ref: column.title for column in roles.table.columns.values()}
    roles.questions.append(Question("SR-B016", sentence, "kolom", label, answers, place=place))


def _no_column(
    roles: Roles, at: int, label: str, place: Position, computed: frozenset[str], *, skip: bool
) -> None:
    """What to do with a name that is no column: a total, a percentage, a difference, or
    a question.
    """
    if is_difference(label):
        roles.skipped[at, label] = "een verschil"
    elif normal(label) in computed:
        roles.skipped[at, label] = COMPUTED
    elif is_percent(label) and not any(
        column.unit == "procent" for column in roles.table.columns.values()
    ):
        roles.skipped[at, label] = (
            f"een percentage; {roles.table.name} telt"
            f" {next(iter(roles.table.columns.values())).unit}"
        )
    elif is_total(label):
        roles.totals.add((at, label))
    elif skip:
        roles.skipped[at, label] = "op verzoek"
    else:
        names = names_of(roles.table)
        close = [names[one] for one in nearest(normal(label), list(names))]
        near = [column.ref for column in close if not denies(label, column.title)]
        free = {
            column.ref: column.title
            for column in roles.table.columns.values()
            if column not in roles.columns.values()
        }
        hint = f" Bedoelt u {near[0]}?" if near else ""
        sentence = f"'{label}' is geen kolom van {roles.table.name}.{hint}"
        answers = {**free, SKIP: "overslaan"}
        roles.questions.append(
            Question(
                "SR-B015",
                sentence,
                "kolom",
                label,
                answers,
                place=place,
                cause=f"Namen die geen kolom van {roles.table.name} zijn",
            )
        )


def _keys(
    roles: Roles, at: int, known: Mapping[str, str], choices: Choices, place: Position
) -> None:
    for label in roles.region.labels(at):
        said = choices.columns.get(normal(label))
        if (at, label) in roles.skipped:
            continue
        if said is not None:
            roles.keys[label] = label if said == ANY else said
        elif normal(label) in known:
            roles.keys[label] = known[normal(label)]
        elif is_total(label):
            roles.totals.add((at, label))
        elif near := [
            one for one in alike(label, known.values()) if one not in roles.region.labels(at)
        ]:
            sentence = f"'{label}' staat nog niet in {roles.table.name} en lijkt op '{near[0]}'."
            answers = {near[0]: "hetzelfde", label: "een nieuwe sleutel", SKIP: "overslaan"}
            roles.questions.append(
                Question("SR-B015", sentence, "kolom", label, answers, place=place)
            )
        else:
            roles.keys[label] = label
