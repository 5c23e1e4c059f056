# SPDX-License-Identifier: EUPL-1.2
"""The names of every figure of a catalogue as words with weights; built once per set of figures."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from fractions import Fraction

from ....core.formula import populations
from ....core.frozen import dataclass
from ....core.model import (
    Catalogue,
    FigureRole,
    Figures,
    Kind,
    Table,
    single_figures,
)
from ....core.words import Phrase
from ..reading.lexicon import closed_words, kinds_of_words
from ..reading.mention import Unit
from ..reading.morphology import roots
from ..reading.vocabulary import Vocabulary, words_in
from .called import (
    head_of,
    is_change,
    is_difference,
    summed_over_years,
    ways_in,
    ways_of,
    words_of_parts,
)

_DIMENSION = re.compile(r"\s+(?:naar|per|volgens)\s+.*$", re.IGNORECASE)
_SCALES = {"duizend": 1_000, "miljoen": 1_000_000, "mln": 1_000_000, "miljard": 1_000_000_000}
_COUNTED = Phrase(r"aantal\s+(.+)", re.IGNORECASE)  # 'Aantal landen' counts landen
_BALANCE = Phrase(
    r"\b(?:min|minus|verschil|saldo|groei|toename|afname|verandering)\b", re.IGNORECASE
)
_TOTAL = Phrase(r"\b(?:totaal|totale|alle|geheel)\b", re.IGNORECASE)
_AVERAGE = Phrase(
    r"\b(?:gemiddeld\w*|mediaan|mediane|per|op\s+(?:de\s+)?(?:honderd|(?:tien)?duizend))\b",
    re.IGNORECASE,
)
_REST = Phrase(r"\b(?:overige?|andere|rest)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Subject:
    """Something the figures tell for several years: a column or derived figure, of one key where
    the table has keys, or of all keys together (`summed`).

    The words are numbers of the vocabulary: `called` each way its column is called, `table` each
    way its table is, `unit_words` what it counts, the rest what belongs to it. `twins` are called
    the same in another table (another population), `apart` the words that tell it from those.
    """

    number: int
    ref: str
    key: str | None
    summed: bool
    table_name: str
    unit: Unit
    scale: int
    derived: bool
    total: bool
    rest: bool
    stock: bool
    change: bool
    called: tuple[frozenset[int], ...]
    table: tuple[frozenset[int], ...]
    key_words: frozenset[int]
    unit_words: frozenset[int]
    population: frozenset[int]
    definition: frozenset[int]
    population_name: str
    unit_name: str
    difference: bool
    every: frozenset[int]
    strong: frozenset[int]  # the words of its names; `every` has those of its definition too
    heads: frozenset[int]  # what its names are names of: 'boeken' of 'Boeken in het depot'
    average: bool  # a mean or a share: the sum over its keys says nothing
    small: frozenset[str]  # the roots of the verbs and prepositions of its title
    over_years: str = ""  # the figure that it adds up over several years
    twins: tuple[int, ...] = ()
    apart: frozenset[int] = frozenset()


@dataclass(frozen=True)
class SubjectGroup:
    """The kinds or keys of a table beside each other, and the roots of what each of them is called
    ('naar loket'); `members` are numbers of subjects.
    """

    called: frozenset[str]
    members: tuple[int, ...]


@dataclass(frozen=True)
class SubjectNames:
    """All subjects of an edition with the words that name them, and how telling each word is."""

    subjects: tuple[Subject, ...]
    vocabulary: Vocabulary
    weights: tuple[float, ...]
    by_word: Mapping[int, frozenset[int]]
    by_name: Mapping[tuple[str, str | None], Subject]
    siblings: Mapping[str, tuple[int, ...]]
    units: frozenset[int]
    groups: tuple[SubjectGroup, ...] = ()
    places: Mapping[int, str] = field(default_factory=dict)  # words that tell whose figures
    summed: dict[frozenset[int], float] = field(default_factory=dict)  # weights worked out before

    def weight(self, words: frozenset[int]) -> float:
        """How telling a set of words is together."""
        known = self.summed.get(words)
        if known is None:
            known = self.summed[words] = sum(self.weights[word] for word in words)
        return known


def unit_of(unit: str) -> tuple[Unit, int]:
    """What a unit of the catalogue counts, and by how many: 'duizend euro' is euro by thousands."""
    words = unit.lower().split()
    scale = math.prod(_SCALES.get(word, 1) for word in words)
    if "procent" in words or "%" in words:
        return Unit.PERCENT, 1
    return (Unit.EURO if "euro" in words or "€" in words else Unit.COUNT), scale


def build_names(
    catalogue: Catalogue, figures: Figures, *, everything: bool = False
) -> SubjectNames:
    """The names of all figures with a value in some year; `everything`: also of ranks and of what
    nobody knows yet, and with the words of their notes.
    """
    keys: dict[str, dict[str | None, None]] = {}
    for name, figure in single_figures(figures).items():
        if everything or (figure.kind is Kind.VALUE and figure.unit != "rang"):
            keys.setdefault(name.ref, {})[name.key] = None
    vocabulary = Vocabulary()
    subjects: list[Subject] = []
    for ref in catalogue.refs:
        own = list(keys.get(ref, [None] if everything else ()))
        if not own:
            continue
        make = _maker(catalogue, vocabulary, ref, notes=everything)
        subjects += [make(len(subjects) + at, key) for at, key in enumerate(own)]
        if own != [None]:
            subjects.append(make(len(subjects), None, summed=True))
    vocabulary.finish()
    subjects = _with_twins(subjects)
    by_word: dict[int, set[int]] = {}
    siblings: dict[str, list[int]] = {}
    spread: Counter[int] = Counter()
    for one in subjects:
        siblings.setdefault(one.table_name, []).append(one.number)
        for word in one.every:
            by_word.setdefault(word, set()).add(one.number)
    for word, numbers in by_word.items():
        spread[word] = len({subjects[n].ref for n in numbers})
    refs = len({one.ref for one in subjects})
    return SubjectNames(
        tuple(subjects),
        vocabulary,
        tuple(
            max(0.15, 1 - math.log(max(1, spread[word])) / math.log(refs + 1.5))
            for word in range(vocabulary.size)
        ),
        {word: frozenset(numbers) for word, numbers in by_word.items()},
        {(one.ref, one.key): one for one in subjects},
        {table: tuple(numbers) for table, numbers in siblings.items()},
        frozenset().union(*(one.unit_words for one in subjects)),
        tuple(_groups(catalogue, subjects)),
        _places(vocabulary, subjects),
    )


def _places(vocabulary: Vocabulary, subjects: Sequence[Subject]) -> dict[int, str]:
    """The words that only one of the populations with namesakes has in its name or the titles of
    its tables: 'streek' is of all corporations in the streek.
    """
    found: dict[int, str] = {}
    shared: set[int] = set()
    plain = [one for one in subjects if not one.derived]  # the others may be of two at once
    for one in plain:
        for word in one.apart & frozenset().union(*one.table, one.population):
            if found.setdefault(word, one.population_name) != one.population_name:
                shared.add(word)
    for one in plain:
        named = named_words(one) | one.unit_words | one.key_words
        shared.update(word for word in named if found.get(word) not in (None, one.population_name))
    closed = frozenset(root for word in closed_words() for root in roots(word))
    shared |= {vocabulary.roots[root] for root in closed if root in vocabulary.roots}
    return {word: whose for word, whose in found.items() if word not in shared}


def _groups(catalogue: Catalogue, subjects: Sequence[Subject]) -> Iterator[SubjectGroup]:
    """The keys of each column of a table with keys, and the columns of a table told by a kind."""
    for table in catalogue.tables.values():
        told = _DIMENSION.search(table.title)
        words = words_in(told[0])[1:2] if told else []
        words += [table.key_column] if table.key_column else []
        called = frozenset().union(*(roots(word.lower()) for word in words))
        beside: dict[tuple[str, str], list[int]] = {}
        for one in subjects:
            if one.table_name == table.name and _is_member(table, one):
                alike = (one.ref if one.key else "", one.unit_name)
                beside.setdefault(alike, []).append(one.number)
        members = [tuple(own) for own in beside.values() if len(own) > 1]
        yield from (SubjectGroup(called, own) for own in members if called)


def _is_member(table: Table, one: Subject) -> bool:
    """Whether a subject is a kind or key of its table: no whole and no rest of it."""
    whole = one.derived or one.summed or one.total or one.rest or one.key in table.rest_keys
    return not whole and (one.key is not None or not table.key_column)


def _with_twins(subjects: list[Subject]) -> list[Subject]:
    """The subjects, each knowing those of other tables that are called the same."""
    called: dict[tuple[frozenset[int], Unit], dict[str, _Namesakes]] = {}
    for one in subjects:
        for way in _own_ways(one):
            tables = called.setdefault((way, one.unit), {})
            tables.setdefault(one.table_name, _Namesakes()).add(one)
    found = []
    for one in subjects:
        others = [
            namesakes
            for way in _own_ways(one)
            for table, namesakes in called[way, one.unit].items()
            if table != one.table_name
        ]
        alike = set().union(*(namesakes.numbers for namesakes in others))
        words = frozenset().union(*(namesakes.words for namesakes in others))
        apart = named_words(one) - words if alike else frozenset()
        found.append(replace(one, twins=tuple(sorted(alike)), apart=apart))
    return found


class _Namesakes:
    """The subjects of one table that are called the same, and all words that name them."""

    def __init__(self) -> None:
        self.numbers: set[int] = set()
        self.words: set[int] = set()

    def add(self, one: Subject) -> None:
        """One more."""
        self.numbers.add(one.number)
        self.words |= named_words(one)


def _own_ways(one: Subject) -> tuple[frozenset[int], ...]:
    """What a subject is called, as far as others can be called the same."""
    if one.key is not None or one.derived:
        return ()
    shared = frozenset().union(*one.table, one.population)  # 'Afgedaan in het ressort'
    return tuple(dict.fromkeys((*one.called, *(w for way in one.called if (w := way - shared)))))


def named_words(one: Subject) -> frozenset[int]:
    """The words of a subject's column, table and population."""
    return frozenset().union(*one.called, *one.table, one.population)


def _maker(
    catalogue: Catalogue, vocabulary: Vocabulary, ref: str, *, notes: bool
) -> Callable[..., Subject]:
    """A function that makes the subjects of one column or derived figure, one per key."""
    column, derived = catalogue.column(ref), catalogue.derived.get(ref)
    table_name, _, name = ref.partition(".")
    table = catalogue.tables.get(table_name)
    title = catalogue.title(ref)
    unit = column.unit if column else derived.unit if derived else ""
    called = ways_in(vocabulary, ways_of(column, title, name))
    tables: tuple[frozenset[int], ...] = ()
    if table is not None:
        texts = [table.title, _DIMENSION.sub("", table.title), table.name, *table.also_named]
        tables = ways_in(vocabulary, iter(texts))
    measure, scale = unit_of(unit)
    counted = _COUNTED.match(title)
    unit_words = vocabulary.learn(counted[1] if counted else unit)
    people = column.population if column else " ".join(populations(catalogue, [ref]))
    others = " ".join(column.population_names) if column else ""
    population = vocabulary.learn(f"{people} {others}")
    role = column.role if column else None
    definition = column.definition if column else derived.definition if derived else ""
    told = [definition, table.definition if table else ""]
    told += [catalogue.about(ref).note, table.note if table else ""] if notes else []
    about = vocabulary.learn(" ".join(filter(None, told)))
    parts = frozenset(words_of_parts(catalogue, vocabulary, ref))
    naming = [*ways_of(column, title, name), people, others]
    naming += [table.title, *table.also_named] if table is not None else []
    heads = frozenset().union(*(vocabulary.learn(one) for one in map(head_of, naming) if one))
    short = (column.short if column else "") or title
    small = frozenset(root for word in words_in(title) for root in small_roots(word.lower()))
    average = measure is Unit.PERCENT or _AVERAGE.search(title) is not None
    change = derived is not None and (
        is_change(derived) or (is_difference(derived) and bool(_BALANCE.search(title)))
    )

    def make(number: int, key: str | None, *, summed: bool = False) -> Subject:
        key_words = vocabulary.learn(key or "", key=True)
        strong = frozenset().union(*called, *tables, key_words, unit_words, population)
        every = strong | about | parts
        return Subject(
            number=number,
            ref=ref,
            key=key,
            summed=summed,
            table_name=table_name,
            unit=measure,
            scale=scale,
            derived=derived is not None,
            total=role is FigureRole.TOTAL or bool(_TOTAL.search(f"{title} {short} {name}")),
            rest=role is FigureRole.REST or bool(_REST.search(f"{title} {short} {name}")),
            stock=bool(column and column.stock),
            change=change,
            called=called,
            table=tables,
            key_words=key_words,
            unit_words=unit_words,
            population=population,
            definition=about | parts,
            population_name=people,
            unit_name=unit,
            difference=bool(_BALANCE.search(title)) if derived is None else is_difference(derived),
            every=every,
            strong=strong,
            heads=heads,
            average=average,
            small=small,
            over_years=summed_over_years(derived) if derived else "",
        )

    return make


def small_roots(word: str) -> frozenset[str]:
    """A preposition as it is, the roots of a verb that names nothing ('gingen' and 'gegaan' are
    one), and of other words nothing.
    """
    kinds = kinds_of_words()
    if word in kinds["voorzetsel"]:
        return frozenset({word})
    return roots(word) if word in kinds["hulpwerkwoord"] else frozenset()


def scaled(value: Fraction, subject: Subject) -> Fraction:
    """A value as text says it: in euros, also where the column is in thousands."""
    return value * subject.scale
