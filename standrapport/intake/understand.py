"""The road from a region to its roles: time and fixed heads first, then the table that fits, then
columns, keys and years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..core.model import Catalogue, Position, Table
from .assign import PARTS, assign
from .choices import SKIP, Choices, Keys, Question, Role, Roles
from .layout import Dimension, Label, Region
from .periods import read_date, read_period, years_in
from .tables import Names, choose, computed_names, matched
from .words import is_difference, is_percent, is_row_number, is_total, normal

_WHOLE = {"fullyear", "heeljaar", "helejaar", "jaar", "geheeljaar"}


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
    place = Position(file, region.lines[0])
    fixed = [_fixed_role(region, at) for at in range(len(region.dimensions))]
    names = _names(region, fixed)
    joined = _joined(region, [one.at for one in names])
    around = (
        *titles,
        region.sheet,
        *(line.text for line in region.titles),
        *(one.labels[0] for one in names if len(one.labels) == 1),
        *(one.name for one in region.dimensions),
    )
    chosen = choose(names, around, file.rpartition(".")[0], catalogue, keys, choices)
    if joined is not None and not (
        isinstance(chosen, Table)
        and matched(chosen, (label for one in names for label in one.labels), choices)
    ):
        whole = understand(joined, catalogue, keys, choices, file, titles)
        if isinstance(whole, Roles) and whole.columns:
            return whole
    here = f"{region.sheet}:{region.lines[0]}"
    if isinstance(chosen, Question) and here in choices.settled:
        chosen = catalogue.tables[choices.settled[here]]
    if not isinstance(chosen, Table):
        return (
            replace(
                chosen, place=place, about=here, sentence=f"{_where(region)}: {chosen.sentence}"
            )
            if chosen
            else None
        )
    roles = Roles(region, chosen, [role or Role.UNUSED for role in fixed])
    for at, label in _all_labels(region):
        if choices.columns.get(normal(label)) == SKIP:
            roles.skipped[at, label] = "op verzoek"
    assign(roles, names, keys.get(chosen.name, {}), choices, place, computed_names(catalogue))
    return roles


def _where(region: Region) -> str:
    sheet = f"Werkblad '{region.sheet}', regel" if region.sheet else "Regel"
    return f"{sheet} {region.lines[0]} tot en met {region.lines[1]}"


def has_years(region: Region) -> bool:
    """Whether a region says anywhere what years its values are of."""
    return any(_fixed_role(region, at) is Role.YEAR for at in range(len(region.dimensions))) or any(
        years_in(line.text) for line in region.titles
    )


def _names(region: Region, fixed: Sequence[Role | None]) -> list[Names]:
    """The dimensions that may name something."""
    return [
        Names(at, one.name, region.labels(at), one.header)
        for at, one in enumerate(region.dimensions)
        if fixed[at] is None
    ]


def _all_labels(region: Region) -> Iterator[tuple[int, str]]:
    for at in range(len(region.dimensions)):
        for label in region.labels(at):
            yield at, label


def _fixed_role(region: Region, at: int) -> Role | None:
    """The role of a dimension that is told by its head or by being time; None for the rest."""
    one, labels = region.dimensions[at], region.labels(at)
    head = normal(one.name)
    if labels and all(normal(label) in {"definitief", "voorlopig"} for label in labels):
        return Role.STATUS
    if head == "voorlopig" and all(normal(label) in {"ja", "nee"} for label in labels):
        return Role.STATUS
    if head in PARTS and any(normal(other.name) in {"jaar", "year"} for other in region.dimensions):
        return Role.PERIOD
    if head in {"peildatum", "asof", "datum", "peilmoment"} and all(
        read_date(label) or normal(label) in {"nietvermeld", "onbekend"} for label in labels
    ):
        return Role.DATE
    if head in {"periode", "period"}:
        whole = all(
            normal(label) in _WHOLE or ((read := read_period(label)) and read.year is None)
            for label in labels
        )
        if whole and any(normal(other.name) in {"jaar", "year"} for other in region.dimensions):
            return Role.PERIOD
    if (
        not one.header
        and labels
        and all(label.isdigit() for label in labels)
        and (is_row_number(one.name) or labels == [str(n + 1) for n in range(len(labels))])
    ):
        return Role.NUMBER
    timed = [
        label
        for label in labels
        if not (is_total(label) or is_difference(label) or is_percent(label))
    ]
    periods = [label for label in timed if read_period(label) is not None]
    if head in {"jaar", "year", "verslagjaar", "kalenderjaar"} and periods:
        return Role.YEAR
    return Role.YEAR if periods and len(periods) * 2 >= len(timed) else None


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
                Label(
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
