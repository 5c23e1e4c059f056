# SPDX-License-Identifier: EUPL-1.2
"""How well the words around an amount name a subject: a handful of features times weights learned
from invented sentences (`data/gewichten.tsv`, written by `python -m bench.leren`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field
from functools import cache

from ....core.frozen import dataclass
from ..reading.lexicon import rows
from .apart import is_of, spoken_of, unsaid_place, words_within
from .context import Context, Level
from .names import Subject, SubjectNames

ELSEWHERE = 2.5  # what it costs a figure that the sentence speaks of another population
UNTOLD = 1.5  # what it costs a column whose name is nowhere said beside the total of its table

_MOST = 16  # subjects worked out in full for one amount
_REACHES = (
    ("own", Level.OWN),
    ("shared", Level.SHARED),
    ("other", Level.OTHER),
    ("before", Level.BEFORE),
    ("title", Level.TITLE),
)
_NEARNESS = {
    Level.HEAD: 1.0,
    Level.OWN: 0.9,
    Level.SHARED: 0.6,
    Level.BASE: 0.35,
    Level.OTHER: 0.25,
    Level.BEFORE: 0.2,
    Level.TITLE: 0.2,
}
_DEFINED = 0.5  # a word of the definition explains half
_STRETCHES = {Level.HEAD: "head", Level.OWN: "own", Level.SHARED: "shared"}  # others are 'ver'


@dataclass(frozen=True)
class Before:
    """The subject of the amount before this one in the text; `same`: in the same sentence."""

    subject: Subject | None = None
    same: bool = False


@dataclass(frozen=True)
class _Heard:
    """What a context says, as far as it is the same for every subject."""

    names: SubjectNames
    context: Context
    before: Before
    # per stretch of text where it stands, what it is worth, and what each of its words is
    stretches: Sequence[tuple[str, float, Sequence[tuple[int, float]]]]
    counted: Sequence[dict[int, float]]  # the units named right after the amount
    # what is said of the words that subjects share: of a table, a population, a unit
    recalled: dict[tuple[str, tuple[frozenset[int], ...]], dict[str, float]] = field(
        default_factory=dict
    )

    @classmethod
    def of(cls, names: SubjectNames, context: Context, before: Before) -> _Heard:
        stretches = []
        for level, fits in context.stretches:
            worth = [(word, names.weights[word] * how) for word, how in fits]
            most = max(value for _, value in worth)
            stretches.append((_STRETCHES.get(level, "ver"), most, worth))
        return cls(names, context, before, stretches, _units(names, context))

    def none_of(self, words: Collection[int]) -> bool:
        """Whether none of some words is said."""
        return self.context.near.keys().isdisjoint(words)

    def most(self, words: frozenset[int], level: Level) -> float:
        """How well the best said of some words fits, up to a level."""
        near = self.context.near
        if self.none_of(words):
            return 0.0
        return max((near[w][1] for w in words if w in near and near[w][0] <= level), default=0.0)


def candidates(
    names: SubjectNames, context: Context, before: Before, allowed: Iterable[int]
) -> dict[int, dict[str, float]]:
    """The subjects the words may name, each with its features."""
    subjects = names.subjects
    rough = _rough(names, context, before, frozenset(allowed))
    best = sorted(rough, key=lambda number: (-rough[number], number))[:_MOST]
    tables = {subjects[n].table_name for n in best}
    best += [  # the total of a table is always among what its words may mean
        n
        for n in sorted(rough)
        if subjects[n].total and n not in best and subjects[n].table_name in tables
    ]
    best += [n for n in rough if n not in best and _in_full(subjects[n], context)]
    heard = _Heard.of(names, context, before)
    named = {n: _recalls(heard, subjects[n].called, "kol") for n in best}
    beside = _beside(names, named)
    return {
        n: _features(heard, subjects[n], named[n], beside.get(subjects[n].table_name, ()))
        for n in best
    }


def _in_full(subject: Subject, context: Context) -> bool:
    """Whether a whole name of a figure is said beside an amount: then it may be meant, however many
    others share a word with it.
    """
    near = context.near
    ways = subject.called if subject.key is None else (subject.key_words,)
    return any(
        way and all(word in near and near[word][0] <= Level.SHARED for word in way) for way in ways
    )


def _rough(
    names: SubjectNames, context: Context, before: Before, possible: frozenset[int]
) -> dict[int, float]:
    """The subjects of which a word is said, or that stand beside the one before, with how well."""
    rough: dict[int, float] = {}
    subjects = names.subjects
    for word, (level, how) in context.near.items():
        worth = names.weights[word] * how * _NEARNESS[level]
        for number in names.by_word.get(word, frozenset()) & possible:
            own = worth if word in subjects[number].strong else _DEFINED * worth
            rough[number] = rough.get(number, 0.0) + own
    if before.subject is not None:
        for number in names.siblings[before.subject.table_name]:
            if number in possible:
                rough[number] = rough.get(number, 0.0) + 0.3
    return rough


def _beside(
    names: SubjectNames, named: Mapping[int, Mapping[str, float]]
) -> dict[str, list[tuple[str, float, float]]]:
    """Per table what is said of the names of its subjects: in their part, and shared."""
    beside: dict[str, list[tuple[str, float, float]]] = {}
    for n, found in named.items():
        subject = names.subjects[n]
        if not subject.change:
            own, shared = found.get("kol_own", 0.0), found.get("kol_shared", 0.0)
            beside.setdefault(subject.table_name, []).append((subject.ref, own, shared))
    return beside


def _shared(heard: _Heard, ways: tuple[frozenset[int], ...], prefix: str) -> dict[str, float]:
    """The same as `_recalls`, of words that many subjects share."""
    known = heard.recalled.get((prefix, ways))
    if known is None:
        known = heard.recalled[prefix, ways] = _recalls(heard, ways, prefix)
    return known


def _recalls(heard: _Heard, ways: Sequence[frozenset[int]], prefix: str) -> dict[str, float]:
    """Per reach how much of the best fitting name stands there."""
    found: dict[str, float] = {}
    near, weights = heard.context.near, heard.names.weights
    said = near.keys()
    for words in ways:
        if said.isdisjoint(words):
            continue
        sums = [0.0] * len(Level)
        for word in words:
            if word in near:
                level, how = near[word]
                sums[level] += weights[word] * how
        if not any(sums):
            continue
        whole = heard.names.weight(words)
        part, place = 0.0, 0
        for reach, last in _REACHES:
            while place <= last:
                part += sums[place]
                place += 1
            key = f"{prefix}_{reach}"
            if part > found.get(key, 0.0) * whole:
                found[key] = part / whole
        if sums[Level.HEAD] > found.get(f"{prefix}_head", 0.0) * whole:
            found[f"{prefix}_head"] = sums[Level.HEAD] / whole
    return found


def _features(
    heard: _Heard,
    subject: Subject,
    named: dict[str, float],
    beside: Sequence[tuple[str, float, float]],
) -> dict[str, float]:
    names, context = heard.names, heard.context
    found = dict(named)
    found.update(_shared(heard, subject.table, "tab"))
    for prefix, words in (
        ("sleutel", subject.key_words),
        ("pop", subject.population),
        ("een", subject.unit_words),
        ("def", subject.definition),
    ):
        found.update(_shared(heard, (words,), prefix))
    for reach in ("own", "shared"):
        if found.get(f"kol_{reach}", 0.0) > 0.99:
            found[f"kol_vol_{reach}"] = 1.0
        if found.get(f"sleutel_{reach}", 0.0) > 0.6:
            found[f"sleutel_vol_{reach}"] = 1.0
    if not found.get("kol_title") and not subject.total:
        found["kol_niets"] = 1.0
    if subject.key is not None:
        found["heeft_sleutel"] = 1.0
        if not found.get("sleutel_other"):
            found["sleutel_niets"] = 1.0
    _explained(heard, subject, found)
    left = 1 - found.get("kol_shared", 0.0)  # what of its name is not said, while words are strange
    found["vreemd_own"] = left * min(3, context.unknown[0])
    found["vreemd_shared"] = left * min(3, context.unknown[1])
    others = [(own, shared) for ref, own, shared in beside if ref != subject.ref]
    shared = max((one[1] for one in others), default=0.0)
    found["zus_own"] = max((one[0] for one in others), default=0.0)
    found["zus_shared"] = shared
    if subject.total:
        found["totaal"] = 1.0
        found["totaal_zus"] = shared
    if not subject.called or len(names.siblings[subject.table_name]) == 1:
        found["enige"] = 1.0
    found["rest"] = float(subject.rest)
    found["afgeleid"] = float(subject.derived)
    found["som"] = float(subject.summed)
    _told_apart(heard, subject, found)
    other = (max(one.values()) for one in heard.counted if subject.unit_words.isdisjoint(one))
    found["telt_anders"] = next(other, 0.0)
    _continued(subject, context, heard.before, found)
    return found


def _told_apart(heard: _Heard, subject: Subject, found: dict[str, float]) -> None:
    """Whether the words that tell a subject from its twins of other populations are said."""
    names, near = heard.names, heard.context.near
    if subject.called:
        title = subject.called[0]
        said = sum(names.weights[w] for w in title if w in near and near[w][0] <= Level.OTHER)
        found["titel_open"] = min(1.5, names.weight(title) - said)
    if not subject.twins:
        return
    found["tweeling"] = 1.0
    for reach, level in (("zin", Level.OTHER), ("ver", Level.TITLE)):
        found[f"apart_{reach}"] = heard.most(subject.apart, level)
        found[f"anders_{reach}"] = max(
            heard.most(names.subjects[number].apart, level) for number in subject.twins
        )


def counts_other(names: SubjectNames, subject: Subject, context: Context) -> bool:
    """Whether the words right after the amount say that something else is counted."""
    return any(subject.unit_words.isdisjoint(one) for one in _units(names, context))


def _units(names: SubjectNames, context: Context) -> list[dict[int, float]]:
    """The units that each word right after the amount may stand for."""
    after = [fits for level, fits in context.stretches if level is Level.HEAD]
    units = [{word: how for word, how in fits if word in names.units} for fits in after]
    return [one for one in units if one]


def _explained(heard: _Heard, subject: Subject, found: dict[str, float]) -> None:
    """How much of what the text says near the amount this subject explains, and what it leaves."""
    strong, every = subject.strong, subject.every
    sums: dict[str, list[float]] = {}
    for name, worth, words in heard.stretches:
        own = 0.0
        for word, value in words:
            if word in every:
                own = max(own, value if word in strong else _DEFINED * value)
        total = sums.setdefault(name, [0.0, 0.0])
        total[0] += worth
        total[1] += min(own, worth)
    for name, (worth, own) in sums.items():
        found[f"uitleg_{name}"] = own / worth
        found[f"open_{name}"] = min(2.0, worth - own)
        found[f"gezegd_{name}"] = min(2.0, own)


def _continued(subject: Subject, context: Context, before: Before, found: dict[str, float]) -> None:
    """Whether a subject goes on where the amount before left off."""
    if before.subject is None:
        return
    if context.step and before.same:
        found["zelfde_stap"] = float(before.subject.number == subject.number)
    how = "zin" if before.same else "vorige"
    bare = "_kaal" if context.bare else ""
    if before.subject.number == subject.number:
        found[f"zelfde_{how}{bare}"] = 1.0
    if before.subject.table_name == subject.table_name:
        found[f"tabel_{how}{bare}"] = 1.0
    if before.subject.number in subject.twins:
        found[f"tweeling_{how}{bare}"] = 1.0
    if before.subject.unit_name == subject.unit_name:
        found[f"eenheid_{how}{bare}"] = 1.0
    if before.subject.ref == subject.ref:
        found[f"kolom_{how}{bare}"] = 1.0


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature."""
    return {name: float(weight) for name, weight in rows("gewichten.tsv")}


def scored(
    names: SubjectNames, context: Context, before: Before, allowed: Iterable[int]
) -> dict[int, float]:
    """The score of every subject the words may name."""
    learned = weights()
    whose = spoken_of(names, context)
    here = words_within(context.near, Level.TITLE)
    units = {one.unit_name for one in names.subjects if whose and is_of(one, whose)}
    return {
        number: sum(learned.get(name, 0.0) * value for name, value in features.items())
        - (UNTOLD if _untold(names, number, features) else 0.0)
        - (ELSEWHERE if whose and _elsewhere(names.subjects[number], whose, units) else 0.0)
        - (ELSEWHERE if context.ours and unsaid_place(names, names.subjects[number], here) else 0.0)
        for number, features in candidates(names, context, before, allowed).items()
    }


def _elsewhere(subject: Subject, whose: frozenset[str], units: set[str]) -> bool:
    """Whether a figure is of another population, and could be taken for one of those spoken of."""
    return not is_of(subject, whose) and bool(subject.twins or subject.unit_name in units)


def _untold(names: SubjectNames, number: int, features: Mapping[str, float]) -> bool:
    """Whether nothing says that a column rather than the total of its table is meant."""
    subject = names.subjects[number]
    if subject.total or subject.derived or features.get("kol_title"):
        return False
    table = names.siblings[subject.table_name]
    return any(names.subjects[n].total and names.subjects[n].key == subject.key for n in table)
