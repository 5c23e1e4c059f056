"""Which table of the catalogue a delivered table is: the one that accounts for all its names; a
draw is a question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..core.model import Catalogue, Column, Table
from ..core.notation import join_names
from .choices import ANY, SKIP, Choices, Question
from .layout import Region
from .periods import without_time
from .words import is_about_rows, is_difference, is_measure, is_percent, is_total, normal, words_of

# Words of titles that cannot make it other figures.
_NEUTRAL = frozenset({
    "naar", "per", "van", "de", "het", "een", "en", "in", "uit", "met", "over", "voor", "bij", "op", "door", "cijfers", "jaarcijfers", "overzicht", "tabel", "levering",
    "export", "kolom", "rij", "totaal", "totale", "aantal", "aantallen", "personen", "jaar", "maand", "kwartaal", "peildatum", "bron", "bronnen", "soort", "soorten",
})  # fmt: skip
_WEAK = frozenset({"overig", "overige", "anders", "onbekend"})
Known = Mapping[str, str]  # the keys a table holds now, by their normal form


@dataclass(frozen=True)
class Names:
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
    left: tuple[Names, ...]


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
    table: Table, names: Sequence[Names], known: Known, choices: Choices, computed: frozenset[str]
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


def explained(one: Names, table: Table, choices: Choices, computed: frozenset[str]) -> bool:
    """Whether a dimension adds nothing to what is counted: measures, units, the name of the table,
    notes on rows, or said not to matter.
    """
    if is_about_rows(one.head) or choices.columns.get(normal(one.head)) == ANY:
        return True
    said = {
        normal(text)
        for column in table.columns.values()
        for text in (column.unit, column.population, *column.population_names)
    }
    said |= computed | set(names_of(table))  # a second column that names the same
    return all(
        is_measure(label)
        or is_percent(label)
        or is_difference(label)
        or normal(label) in said
        or names_table(label, table)
        or choices.columns.get(normal(label)) in {ANY, SKIP}
        for label in one.labels
    ) or (one.header and sum(map(is_measure, one.labels)) == 1)


def _key(
    table: Table, names: Sequence[Names], known: Known, found: Mapping[int, Mapping[str, Column]]
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


def choose(
    names: Sequence[Names],
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
    pointed = {answer.partition(".")[0] for answer in choices.columns.values()} & {
        name for name, one in fits.items() if one.found
    }
    if len(pointed) == 1:
        return catalogue.tables[pointed.pop()]
    said = _in_a_column(names, catalogue) or _named(around, stem, catalogue)
    counts = {name: count for name, one in fits.items() if (count := _count(one))}
    if not counts:
        return _without_columns(names, said, catalogue, keys)
    whole = {
        name: count
        for name, count in counts.items()
        if not fits[name].left
        and (fits[name].key is not None) == bool(catalogue.tables[name].key_column)
    }
    counts = whole or counts
    best = max(counts.values())
    top = [name for name, count in counts.items() if count == best]
    if len(said) == 1 and said[0] not in top:
        return _question(catalogue, [*said, *top], said[0])
    top = [name for name in top if name in said] or top
    return catalogue.tables[top[0]] if len(top) == 1 else _question(catalogue, top)


def computed_names(catalogue: Catalogue) -> frozenset[str]:
    """Names of derived figures: they follow from others and are never imported."""
    return frozenset(
        normal(name)
        for one in catalogue.derived.values()
        for name in (one.title, f"{one.title} ({one.unit})", one.ref, one.ref.rpartition(".")[2])
    )


def names_table(label: str, table: Table) -> bool:
    """Whether a label is a name of the table itself."""
    return normal(label) in {normal(name) for name in (table.name, table.title, *table.also_named)}


def _in_a_column(names: Sequence[Names], catalogue: Catalogue) -> list[str]:
    """The table that a column headed 'tabel' names, as the open data of this program have it."""
    said = {normal(label) for one in names if normal(one.head) == "tabel" for label in one.labels}
    return [name for name in catalogue.tables if said == {normal(name)}]


def _without_columns(
    names: Sequence[Names], said: Sequence[str], catalogue: Catalogue, keys: Mapping[str, Known]
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
        names = [table.title, *table.also_named]
        if len(table.columns) == 1:
            (column,) = table.columns.values()
            own = [column.title, column.short, *column.also_named]
            names += own + [
                f"{name} {word} {table.key_column}"
                for name in own
                for word in ("naar", "per")
                if table.key_column
            ]
        if texts & {normal(name) for name in names} or normal(stem) == normal(table.name):
            found.append(table.name)
    return found


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


def title_explained(text: str, table: Table, *, section: bool) -> bool:
    """Whether a title says nothing that could make it other figures: all its words are words of the
    table, time aside.

    The head of a group among the rows must be a name as it stands: a part of a name may be half of
    something else.
    """
    bare = without_time(text)
    if (
        bare in {"", "stand"}
        or names_table(bare, table)
        or normal(bare) in {normal(name) for name in _population_names(table)}
        or is_measure(bare)
    ):
        return True
    if section:
        return False
    known = {word for said in _said_of(table) for word in words_of(said).split()} | _NEUTRAL
    return set(words_of(bare).split()) <= known


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


def _question(catalogue: Catalogue, names: Sequence[str], proposed: str = "") -> Question:
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
    return Question("SR-B016", sentence, "tabel", answers=told, proposed=proposed)


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
