# SPDX-License-Identifier: EUPL-1.2
"""The road from a region to its roles: time and fixed heads first, then the table that fits, then
columns, keys and years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..core.model import Catalogue, Position, Table
from .assign import assign
from .choices import SKIP, Choices, Keys, Question, Role, Roles
from .choose import choose
from .other_labels import PARTS, split_years
from .periods import read_date, read_period, years_in
from .regions import Dimension, Region, RegionLabel
from .tables import TableNames, computed_names, matched
from .words import is_difference, is_percent, is_row_number, is_total, normal

_WHOLE = frozenset({"fullyear", "heeljaar", "helejaar", "jaar", "geheeljaar"})
_STATUS = frozenset({"definitief", "voorlopig"})
_FLAG_HEADS = frozenset({"obsflag", "obsstatus", "flag", "flags", "vlag"})
_DATE_HEADS = frozenset({"peildatum", "asof", "datum", "peilmoment"})
_YEAR_HEADS = frozenset({
    "jaar", "year", "verslagjaar", "kalenderjaar", "perioden", "periods", "jaren", "jaartal",
    "jahr", "time", "timeperiod", "tijd",
})  # fmt: skip


def understand(
    region: Region,
    catalogue: Catalogue,
    keys: Keys,
    choices: Choices,
    file: str,
    titles: tuple[str, ...],
) -> Roles | Question | None:
    """The roles of a region.

    A question when its table is open; None when nothing in it is recognised.

    `file` is the name of the file, `titles` are texts over all of the sheet, which may name the
    table as those of the region may.
    """
    if choices.skips(region):
        return None
    fixed = [_fixed_role(region, at) for at in range(len(region.dimensions))]
    if Role.YEAR not in fixed and (split := split_years(region, choices)) is not None:
        return understand(split, catalogue, keys, choices, file, titles)
    names = _names(region, fixed)
    around = _around(region, names, titles)
    chosen = choose(names, around, file.rpartition(".")[0], catalogue, keys, choices)
    joined = _joined(region, [one.at for one in names])
    if joined is not None and not _names_a_column(chosen, names, choices):
        whole = understand(joined, catalogue, keys, choices, file, titles)
        if isinstance(whole, Roles) and whole.columns:
            return whole
    place = Position(file, region.lines[0])
    if isinstance(chosen, Question):
        if region.place not in choices.settled:
            sentence = f"{region.words}: {chosen.sentence}"
            return replace(chosen, place=place, about=region.place, sentence=sentence)
        chosen = catalogue.tables[choices.settled[region.place]]
    if chosen is None:
        return None
    roles = _roles(region, chosen, fixed, choices)
    assign(roles, names, keys.get(chosen.name, {}), choices, place, computed_names(catalogue))
    return roles


def _roles(region: Region, table: Table, fixed: Sequence[Role | None], choices: Choices) -> Roles:
    """The roles that are told already, and the labels that were said to stay away."""
    roles = Roles(region, table, [role or Role.UNUSED for role in fixed])
    for at, label in _all_labels(region):
        if choices.columns.get(normal(label)) == SKIP:
            roles.skipped[at, label] = "op verzoek"
    return roles


def _around(region: Region, names: Sequence[TableNames], titles: Sequence[str]) -> list[str]:
    """The texts over and beside a table that may name it."""
    return [
        *titles,
        region.sheet,
        *(line.text for line in region.titles),
        *(one.labels[0] for one in names if len(one.labels) == 1),
        *(one.name for one in region.dimensions),
    ]


def _names_a_column(
    chosen: Table | Question | None, names: Sequence[TableNames], choices: Choices
) -> bool:
    """Whether a label is a column of the table that was chosen."""
    labels = [label for one in names for label in one.labels]
    return isinstance(chosen, Table) and bool(matched(chosen, labels, choices))


def has_years(region: Region) -> bool:
    """Whether a region says anywhere what years its values are of."""
    return any(_fixed_role(region, at) is Role.YEAR for at in range(len(region.dimensions))) or any(
        years_in(line.text) for line in region.titles
    )


def _names(region: Region, fixed: Sequence[Role | None]) -> list[TableNames]:
    """The dimensions that may name something."""
    return [
        TableNames(at, one.name, region.labels(at), one.header)
        for at, one in enumerate(region.dimensions)
        if fixed[at] is None
    ]


def _all_labels(region: Region) -> Iterator[tuple[int, str]]:
    for at in range(len(region.dimensions)):
        for label in region.labels(at):
            yield at, label


def _fixed_role(region: Region, at: int) -> Role | None:
    """The role of a dimension that is told by its head or by being time; None for the rest."""
    if _is_status(region, at):
        return Role.STATUS
    if _is_period(region, at):
        return Role.PERIOD
    if _is_date(region, at):
        return Role.DATE
    if _is_numbering(region, at):
        return Role.NUMBER
    return Role.YEAR if _is_year(region, at) else None


def _is_status(region: Region, at: int) -> bool:
    """'definitief' and 'voorlopig', flags, or a column 'voorlopig' with yes and no."""
    labels = {normal(label) for label in region.labels(at)}
    head = normal(region.dimensions[at].name)
    if labels and labels <= _STATUS:
        return True
    if head in _FLAG_HEADS and all(len(label) < 3 for label in labels):
        return True
    return head == "voorlopig" and labels <= {"ja", "nee"}


def _is_period(region: Region, at: int) -> bool:
    """A column with parts of the year, beside a column with the year."""
    if not any(normal(other.name) in {"jaar", "year"} for other in region.dimensions):
        return False
    head = normal(region.dimensions[at].name)
    if head in PARTS:
        return True
    return head in {"periode", "period"} and all(map(_part_of_year, region.labels(at)))


def _part_of_year(label: str) -> bool:
    read = read_period(label)
    return normal(label) in _WHOLE or (read is not None and read.year is None)


def _is_date(region: Region, at: int) -> bool:
    """A column with the reference date of each row."""
    if normal(region.dimensions[at].name) not in _DATE_HEADS:
        return False
    return all(
        read_date(label) or normal(label) in {"nietvermeld", "onbekend"}
        for label in region.labels(at)
    )


def _is_numbering(region: Region, at: int) -> bool:
    """A column that numbers the rows."""
    one, labels = region.dimensions[at], region.labels(at)
    if one.header or not labels or not all(label.isdigit() for label in labels):
        return False
    return is_row_number(one.name) or labels == [str(n + 1) for n in range(len(labels))]


def _is_year(region: Region, at: int) -> bool:
    """Years, and beside them at most as much else, such as totals and differences."""
    timed = [label for label in region.labels(at) if not _compares(label)]
    periods = [label for label in timed if read_period(label) is not None]
    if not periods:
        return False
    return normal(region.dimensions[at].name) in _YEAR_HEADS or len(periods) * 2 >= len(timed)


def _compares(label: str) -> bool:
    return is_total(label) or is_difference(label) or is_percent(label)


def _joined(region: Region, free: list[int]) -> Region | None:
    """The region with its header rows that are no time read as one: 'Toegekende' above
    'aanvragen'.
    """
    rows = [at for at in free if region.dimensions[at].header]
    if len(rows) < 2:
        return None
    keep = [at for at in range(len(region.dimensions)) if at not in rows]
    where = (
        f"{region.dimensions[rows[0]].where} en"
        f" {region.dimensions[rows[-1]].where.removeprefix('regel ')}"
    )
    values = tuple(
        replace(
            value,
            labels=(
                *(value.labels[at] for at in keep),
                RegionLabel(
                    " ".join(value.labels[at].text for at in rows if value.labels[at].text),
                    tuple(mark for at in rows for mark in value.labels[at].marks),
                ),
            ),
        )
        for value in region.values
    )
    return replace(
        region,
        dimensions=(*(region.dimensions[at] for at in keep), Dimension(where, header=True)),
        values=values,
    )
