"""Which dimension names columns, which names keys, what the years are.

Names that belong nowhere become questions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..core.formula import nearest
from ..core.model import Finding, Position, Severity
from ..core.notation import join_names
from .choices import ANY, SKIP, Choices, Question, Role, Roles
from .periods import PeriodLabel, Span, read_period
from .tables import Known, Names, explained, fit, names_of, names_table
from .words import alike, is_about_rows, is_difference, is_measure, is_percent, is_total, normal

PARTS = frozenset(
    {"maand", "kwartaal", "halfjaar", "week", "month", "quarter"}
)  # heads of columns with parts of years
_COMPUTED = "een afgeleid cijfer; dat volgt uit de andere"
_OTHER = "een maand, een kwartaal of meer jaren samen"


def assign(
    roles: Roles,
    names: Sequence[Names],
    known: Known,
    choices: Choices,
    place: Position,
    computed: frozenset[str],
) -> None:
    """Give the dimensions that may name something their roles.

    `known` are the keys the table holds now, `computed` names of derived figures.
    """
    laid = fit(roles.table, names, known, choices, computed)
    column_at = laid.column
    own = names_of(roles.table)
    roles.skipped |= {
        (one.at, label): _COMPUTED
        for one in names
        for label in one.labels
        if normal(label) in computed and normal(label) not in own
    }
    if (
        column_at is None and len(roles.table.columns) > 1
    ):  # names that are none of the columns: ask about each
        column_at = next(
            (
                one.at
                for one in names
                if one.at != laid.key and not explained(one, roles.table, choices, computed)
            ),
            None,
        )
    if column_at is not None:
        roles.roles[column_at] = Role.COLUMN
        roles.columns = dict(laid.found)
        for label in roles.region.labels(column_at):
            if label not in roles.columns and (column_at, label) not in roles.skipped:
                _no_column(roles, column_at, label, place, computed)
    elif len(roles.table.columns) == 1:
        roles.single = next(iter(roles.table.columns.values()))
    else:
        label = next((label for one in names for label in one.labels), "")
        sentence = (
            f"Nergens staat welke kolom van {roles.table.name} bedoeld is (mogelijk:"
            f" {', '.join(roles.table.columns)})."
        )
        answers = {column.ref: column.title for column in roles.table.columns.values()}
        roles.questions.append(Question("SR-B016", sentence, "kolom", label, answers, place=place))
    if laid.key is not None:
        roles.roles[laid.key] = Role.KEY
        _keys(roles, laid.key, known, choices, place)
    elif roles.table.key_column:
        sentence = (
            f"{roles.table.name} heeft een rij per {roles.table.key_column}, maar die staat nergens"
            " in deze tabel."
        )
        roles.findings.append(Finding("SR-B016", Severity.ERROR, sentence, (place,)))
    _others(
        roles,
        [one for one in names if roles.roles[one.at] is Role.UNUSED],
        choices,
        place,
        computed,
    )
    _years(roles, place)


def _no_column(
    roles: Roles, at: int, label: str, place: Position, computed: frozenset[str]
) -> None:
    """What to do with a name that is no column: a total, a percentage, a difference, or
    a question.
    """
    if is_difference(label):
        roles.skipped[at, label] = "een verschil"
    elif normal(label) in computed:
        roles.skipped[at, label] = _COMPUTED
    elif is_percent(label) and not any(
        column.unit == "procent" for column in roles.table.columns.values()
    ):
        roles.skipped[at, label] = (
            f"een percentage; {roles.table.name} telt"
            f" {next(iter(roles.table.columns.values())).unit}"
        )
    elif is_total(label):
        roles.totals.add((at, label))
    else:
        names = names_of(roles.table)
        near = [names[one].ref for one in nearest(normal(label), list(names))]
        free = {
            column.ref: column.title
            for column in roles.table.columns.values()
            if column not in roles.columns.values()
        }
        hint = f" Bedoelt u {near[0]}?" if near else ""
        sentence = f"'{label}' is geen kolom van {roles.table.name}.{hint}"
        answers = {**free, SKIP: "overslaan"}
        roles.questions.append(
            Question("SR-B015", sentence, "kolom", label, answers, near[0] if near else "", place)
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
                Question("SR-B015", sentence, "kolom", label, answers, near[0], place)
            )
        else:
            roles.keys[label] = label


def _others(
    roles: Roles,
    names: Sequence[Names],
    choices: Choices,
    place: Position,
    computed: frozenset[str],
) -> None:
    """Dimensions without a role: the same everywhere, or not used.

    What they say may make it another figure: then it is asked.
    """
    procent = any(
        column.unit == "procent"
        for column in (*roles.columns.values(), *([roles.single] if roles.single else []))
    )
    for one in names:
        for label in () if is_about_rows(one.head) else one.labels:
            if is_difference(label) and not names_table(label, roles.table):
                roles.skipped.setdefault((one.at, label), "een verschil of gemiddelde")
            elif is_percent(label) and not procent:
                roles.skipped.setdefault(
                    (one.at, label), f"een percentage; {roles.table.name} telt geen percentages"
                )
        left = [label for label in one.labels if (one.at, label) not in roles.skipped]
        measures = [label for label in left if is_measure(label)]
        if one.header and len(measures) == 1 and len(left) > 1:
            roles.skipped |= {
                (one.at, label): "een kolom naast de aantallen"
                for label in left
                if label not in measures
            }
            left = measures
        if len(left) <= 1:
            roles.roles[one.at] = Role.FIXED
        if not explained(one, roles.table, choices, computed):
            where, said = (
                roles.region.dimensions[one.at].where,
                join_names([f"'{label}'" for label in left[:3]]),
            )
            head = f" '{one.head}'" if one.head else ""
            sentence = (
                f"{where[0].upper()}{where[1:]}{head} ({said}) hoort bij niets in"
                f" {roles.table.name}; het kan betekenen dat dit andere cijfers zijn."
            )
            roles.questions.append(
                Question(
                    "SR-B015",
                    sentence,
                    "kolom",
                    one.head or left[0],
                    {ANY: "doet er niet toe"},
                    place=place,
                )
            )


def _years(roles: Roles, place: Position) -> None:
    """What each label of time means.

    More than one dimension of years, or none at all, is a question.
    """
    times = [at for at, role in enumerate(roles.roles) if role is Role.YEAR]
    for at in [*times, *([period] if (period := roles.at(Role.PERIOD)) is not None else [])]:
        for label in roles.region.labels(at):
            read = read_period(label)
            if (at, label) in roles.skipped:
                continue
            if normal(roles.region.dimensions[at].name) in PARTS:
                if is_total(label):
                    roles.years[label] = PeriodLabel(Span.YEAR, None)
                else:
                    roles.skipped[at, label] = _OTHER
                continue
            if read is not None and read.span is Span.OTHER:
                roles.skipped[at, label] = _OTHER
            elif read is not None:
                roles.years[label] = read
            elif (
                is_total(label)
                and (whole := _year_of_total(label, roles.region.labels(at))) is not None
            ):
                roles.years[label] = whole
            elif is_total(label) or is_difference(label) or is_percent(label):
                roles.skipped[at, label] = "geen jaar"
            elif roles.roles[at] is Role.YEAR:
                roles.questions.append(
                    Question(
                        "SR-B016",
                        f"'{label}' in {roles.region.dimensions[at].where} is geen jaar.",
                        "kolom",
                        label,
                        {SKIP: "overslaan"},
                        place=place,
                    )
                )
    named = [at for at in times if normal(roles.region.dimensions[at].name) in {"jaar", "year"}]
    if len(times) > 1 and len(named) == 1:
        for at in times:
            if at != named[0]:
                roles.roles[at] = Role.UNUSED
    elif len(times) > 1:
        where = " en ".join(roles.region.dimensions[at].where for at in times)
        roles.findings.append(
            Finding(
                "SR-B016",
                Severity.ERROR,
                f"Zowel {where} bevat jaren; onduidelijk is van welk jaar een cijfer is.",
                (place,),
            )
        )


def _year_of_total(label: str, labels: Sequence[str]) -> PeriodLabel | None:
    """'Totaal 2024' is the year itself beside months; beside '2024' it adds up something else."""
    year = re.search(r"(?:19|20)\d\d", label)
    read = read_period(year[0]) if year else None
    return (
        read if read is not None and all(read_period(other) != read for other in labels) else None
    )
