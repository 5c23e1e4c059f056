# SPDX-License-Identifier: EUPL-1.2
"""How the names of a delivered table are accounted for by a table of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..core.frozen import dataclass
from ..core.model import Catalogue, Column, Derived, Table
from .choices import ANY, SKIP, Choices
from .periods import without_time
from .senses import scale_in
from .words import is_about_rows, is_difference, is_measure, is_percent, normal, words_of

# Words of titles that cannot make it other figures.
_NEUTRAL = frozenset({
    "bedragen", "s",
    "naar", "per", "van", "de", "het", "een", "en", "in", "uit", "met", "over", "voor", "bij",
    "op", "door", "cijfers", "jaarcijfers", "overzicht", "tabel", "levering", "export", "kolom",
    "rij", "totaal", "totale", "aantal", "aantallen", "personen", "jaar", "maand", "kwartaal",
    "peildatum", "bron", "bronnen", "soort", "soorten",
})  # fmt: skip
Known = Mapping[str, str]  # the keys a table holds now, by their normal form
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True)
class TableNames:
    """The labels of one header row or label column that is no time.

    `head` is the head of a label column.
    """

    at: int
    head: str
    labels: Sequence[str]
    header: bool


@dataclass(frozen=True)
class Fit:
    """How the names of a delivered table are accounted for by a table of the catalogue: the places
    of its columns and keys, and what is left.
    """

    column: int | None
    key: int | None
    found: Mapping[str, Column]
    left: tuple[TableNames, ...]


def names_of(table: Table) -> dict[str, Column]:
    """Every name under which a delivered table may have a column of a table.

    A name of two columns is left out.
    """
    found: dict[str, Column | None] = {}
    for name, column in table.columns.items():
        told = (name, column.title, column.short, *column.also_named)
        for said in {normal(text) for one in told for text in (one, f"{one} ({column.unit})")} - {
            ""
        }:
            found[said] = column if found.get(said, column) is column else None
    return {said: one for said, one in found.items() if one is not None}


def matched(table: Table, labels: Iterable[str], choices: Choices) -> dict[str, Column]:
    """The labels that name a column of a table."""
    names = names_of(table)
    found = {}
    for label in labels:
        chosen = choices.columns.get(normal(label))
        ref, _, column = (chosen or "").partition(".")
        if chosen and ref == table.name and column in table.columns:
            found[label] = table.columns[column]
        elif chosen is None and (own := _named_by(label, names)) is not None:
            found[label] = own
    return found


def _named_by(label: str, names: Mapping[str, Column]) -> Column | None:
    """The column a label names: as it stands, or twice over, as in 'Regio Noord (RN)'."""
    if normal(label) in names:
        return names[normal(label)]
    first, opened, rest = label.partition("(")
    short = names.get(normal(rest.removesuffix(")"))) if opened else None
    return short if short is not None and names.get(normal(first)) is short else None


def fit(
    table: Table,
    names: Sequence[TableNames],
    known: Known,
    choices: Choices,
    computed: frozenset[str],
) -> Fit:
    """Lay a table of the catalogue on the names of a delivered one.

    `computed` are names of derived figures.
    """
    found = {one.at: matched(table, one.labels, choices) for one in names}
    key = _key(table, names, known, found) if table.key_column else None
    column = max(
        (one.at for one in names if one.at != key and found[one.at]),
        key=lambda at: len(found[at]),
        default=None,
    )
    left = tuple(
        one
        for one in names
        if one.at not in {key, column} and not explained(one, table, choices, computed)
    )
    return Fit(column, key, found[column] if column is not None else {}, left)


def explained(one: TableNames, table: Table, choices: Choices, computed: frozenset[str]) -> bool:
    """Whether a dimension adds nothing to what is counted: measures, units, the name of the table,
    notes on rows, or said not to matter.
    """
    if is_about_rows(one.head) or choices.columns.get(normal(one.head)) == ANY:
        return True
    columns = table.columns.values()
    said = {
        normal(text)
        for column in columns
        for text in (column.unit, column.population, *column.population_names)
    }
    said |= computed | set(names_of(table))  # a second column that names the same
    said |= {name for name, to in choices.columns.items() if to in {ANY, SKIP}}
    if all(normal(label) in said or _says_nothing(label, table) for label in one.labels):
        return True
    return one.header and sum(map(is_measure, one.labels)) == 1


def _says_nothing(label: str, table: Table) -> bool:
    """A measure, a comparison or the name of the table: it names no part of what is counted."""
    if is_measure(label) or is_percent(label) or is_difference(label):
        return True
    return names_table(label, table)


def _key(
    table: Table,
    names: Sequence[TableNames],
    known: Known,
    found: Mapping[int, Mapping[str, Column]],
) -> int | None:
    """The dimension of the keys: by its head, by keys that are known, or the only one
    that is left.
    """
    for one in names:
        if normal(one.head) == normal(table.key_column or ""):
            return one.at
    by_key = {one.at: sum(normal(label) in known for label in one.labels) for one in names}
    best = max(by_key, key=lambda at: by_key[at], default=None)
    if best is not None and by_key[best]:
        return best
    rest = [
        one.at
        for one in names
        if not found[one.at] and len(one.labels) > 1 and not all(map(is_measure, one.labels))
    ]
    return rest[0] if len(rest) == 1 else None


def computed_names(catalogue: Catalogue) -> frozenset[str]:
    """TableNames of derived figures: they follow from others and are never imported."""
    return frozenset(
        normal(name)
        for one in catalogue.derived.values()
        for name in (one.title, f"{one.title} ({one.unit})", one.ref, one.ref.rpartition(".")[2])
    )


def names_table(label: str, table: Table) -> bool:
    """Whether a label is a name of the table itself."""
    return normal(label) in {normal(name) for name in (table.name, table.title, *table.also_named)}


def title_explained(text: str, table: Table, *, section: bool) -> bool:
    """Whether a title says nothing that could make it other figures: all its words are words of the
    table, time aside.

    The head of a group among the rows must be a name as it stands: a part of a name may be half of
    something else.
    """
    bare = without_time(_without_scale(text))
    if (
        bare in {"", "stand"}
        or names_table(bare, table)
        or normal(bare) in {normal(name) for name in _population_names(table)}
        or is_measure(bare)
    ):
        return True
    if section:
        return False
    return set(words_of(bare).split()) <= words_about(table) | _NEUTRAL


def _without_scale(text: str) -> str:
    """A title without a scale in brackets, which is judged by itself: 'Bedragen (x € 1.000)'."""
    return _BRACKETS.sub(lambda part: "" if scale_in(part[0]) else part[0], text)


def texts_of(catalogue: Catalogue) -> frozenset[str]:
    """The definitions and notes of a catalogue, which this program itself writes beside figures."""
    holders: list[Table | Column | Derived] = [*catalogue.derived.values()]
    for table in catalogue.tables.values():
        holders += [table, *table.columns.values()]
    said = {normal(text) for one in holders for text in (one.definition, one.note)}
    return frozenset(said - {""})


def words_about(table: Table) -> frozenset[str]:
    """The words by which the catalogue speaks of a table and its columns."""
    return frozenset(word for said in _said_of(table) for word in words_of(said).split())


def _said_of(table: Table) -> Iterator[str]:
    """Everything the catalogue says a table and its columns are called."""
    yield from (
        table.name.replace("_", " "),
        table.title,
        *table.also_named,
        table.key_column or "",
    )
    for name, column in table.columns.items():
        yield from (
            name.replace("_", " "),
            column.title,
            column.short,
            *column.also_named,
            column.population,
            *column.population_names,
            column.unit,
            *column.sources.values(),
        )
        if column.stock:
            yield "stand omvang"
        if column.unit == "procent":
            yield "procent procenten percentages aandelen"


def _population_names(table: Table) -> Iterator[str]:
    """What the group that a table counts is called."""
    yield population_of(table)
    for column in table.columns.values():
        yield from column.population_names


def population_of(table: Table) -> str:
    """Who are counted in a table, or its title when that is not said."""
    return next(
        (column.population for column in table.columns.values() if column.population), table.title
    )
