# SPDX-License-Identifier: EUPL-1.2
"""Which table of the catalogue a delivered table is: the one that accounts for all its names; a
draw is a question.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..core.model import Catalogue, Table
from ..core.notation import join_names
from .choices import SKIP, Choices, Question
from .periods import without_time
from .regions import Region
from .tables import Fit, Known, TableNames, computed_names, fit, population_of
from .words import is_measure, is_total, normal, words_of

_WEAK = frozenset({"overig", "overige", "anders", "onbekend"})


def choose(
    names: Sequence[TableNames],
    around: Sequence[str],
    stem: str,
    catalogue: Catalogue,
    keys: Mapping[str, Known],
    choices: Choices,
) -> Table | Question | None:
    """The table, a question when evidence leaves it open, or None when nothing is recognised.

    `around` are titles and the like, `stem` the name of the file, `keys` the known keys per keyed
    table. A title decides only when it is, time aside, exactly a name of a table: a name within a
    sentence may deny as well as name.
    """
    if choices.table is not None:
        return catalogue.tables[choices.table]
    computed = computed_names(catalogue)
    fits = {
        name: fit(table, names, keys.get(name, {}), choices, computed)
        for name, table in catalogue.tables.items()
    }
    pointed = {answer.partition(".")[0] for answer in choices.columns.values()}
    pointed &= {name for name, one in fits.items() if one.found}
    if len(pointed) == 1:
        return catalogue.tables[pointed.pop()]
    said = _in_a_column(names, catalogue) or _named(around, stem, catalogue)
    top = _best(fits, catalogue)
    if not top:
        return _without_columns(names, said, catalogue, keys)
    if len(said) == 1 and said[0] not in top:
        return _question(catalogue, [*said, *top])
    top = [name for name in top if name in said] or top
    return catalogue.tables[top[0]] if len(top) == 1 else _question(catalogue, top)


def _best(fits: Mapping[str, Fit], catalogue: Catalogue) -> list[str]:
    """The tables with the most columns among the names: of those that leave nothing
    unaccounted for, or else of all.
    """
    counts = {name: count for name, one in fits.items() if (count := _count(one))}
    whole = {
        name: count
        for name, count in counts.items()
        if not fits[name].left
        and (fits[name].key is not None) == bool(catalogue.tables[name].key_column)
    }
    counts = whole or counts
    return [name for name, count in counts.items() if count == max(counts.values())]


def _in_a_column(names: Sequence[TableNames], catalogue: Catalogue) -> list[str]:
    """The table that a column headed 'tabel' names, as the open data of this program have it."""
    said = {normal(label) for one in names if normal(one.head) == "tabel" for label in one.labels}
    return [name for name in catalogue.tables if said == {normal(name)}]


def _without_columns(
    names: Sequence[TableNames],
    said: Sequence[str],
    catalogue: Catalogue,
    keys: Mapping[str, Known],
) -> Table | Question | None:
    """No name is a column: a table may be told by its title, asked by its keys, or suspected by
    names that hold one of its own.
    """
    if len(said) == 1:
        return catalogue.tables[said[0]]
    by_key = [
        name
        for name in keys
        if any(
            sum(normal(label) in keys[name] for label in one.labels) * 2 >= len(one.labels) > 1
            for one in names
        )
    ]
    if by_key:
        return _question(catalogue, by_key)
    near = {
        name: sum(_holds(label, table) for one in names for label in one.labels)
        for name, table in catalogue.tables.items()
    }
    best = max(near.values(), default=0)
    top = [name for name, count in near.items() if count == best > 0]
    return catalogue.tables[top[0]] if len(top) == 1 else None


def _holds(label: str, table: Table) -> bool:
    """Whether a name of the table stands within a label, as in 'Noord / North'."""
    said = {
        words_of(text)
        for column in table.columns.values()
        for text in (column.title, *column.also_named)
    }
    return any(f" {name} " in f" {words_of(label)} " for name in said if len(name) > 1)


def _count(one: Fit) -> int:
    """How many names are columns of the table; none when only names that every table has are."""
    telling = [
        label
        for label in one.found
        if normal(label) not in _WEAK and not is_total(label) and not is_measure(label)
    ]
    return len(one.found) if telling else 0


def _named(around: Iterable[str], stem: str, catalogue: Catalogue) -> list[str]:
    """The tables of which a title, time aside, is exactly a name.

    Of a table with one column also the name of that column, by key.
    """
    texts = {normal(without_time(text)) for text in around} - {""}
    found = []
    for table in catalogue.tables.values():
        names = [table.title, *table.also_named, *_names_of_only_column(table)]
        if texts & {normal(name) for name in names} or normal(stem) == normal(table.name):
            found.append(table.name)
    return found


def _names_of_only_column(table: Table) -> list[str]:
    """What a table with one column may be called after it: 'Bezetting', 'Bezetting per locatie'."""
    if len(table.columns) != 1:
        return []
    (column,) = table.columns.values()
    own = [column.title, column.short, *column.also_named]
    key = table.key_column
    return own + [f"{name} {word} {key}" for name in own for word in ("naar", "per") if key]


def parts_by_table(region: Region, catalogue: Catalogue) -> list[Region]:
    """A region of which one header row or label column names tables ('Aanvragen aan de balie'
    beside 'Aanvragen online'), as one per table.
    """
    for at in range(len(region.dimensions)):
        labels = region.labels(at)
        as_data = normal(region.dimensions[at].name) == "tabel"
        named = {
            label: _named([] if as_data else [label], label if as_data else "", catalogue)
            for label in labels
        }
        if (
            len(labels) > 1
            and all(len(tables) == 1 for tables in named.values())
            and len({tables[0] for tables in named.values()}) == len(labels)
        ):
            return [
                replace(
                    region,
                    values=tuple(
                        value for value in region.values if value.labels[at].text == label
                    ),
                )
                for label in labels
            ]
    return [region]


def _question(catalogue: Catalogue, names: Sequence[str]) -> Question:
    told = {
        name: f"{catalogue.tables[name].title} ({population_of(catalogue.tables[name])})"
        for name in dict.fromkeys(names)
    }
    if len(told) == 1:
        sentence = (
            "Nergens staat wat hier geteld is; aan de namen te zien kan het"
            f" {join_names(list(told))} zijn."
        )
    else:
        which = join_names([f"{name} ({population_of(catalogue.tables[name])})" for name in told])
        sentence = f"De namen in deze tabel passen bij meer dan een tabel: {which}."
    return Question("SR-B016", sentence, "tabel", answers={**told, SKIP: "dit blok overslaan"})
