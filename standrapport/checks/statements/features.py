# SPDX-License-Identifier: EUPL-1.2
"""How well the words around an amount name a subject, as a handful of features for the weights."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...core.frozen import dataclass
from .context import Context, Level
from .names import Subject, SubjectNames

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


@dataclass(frozen=True)
class Before:
    """The subject of the amount before this one in the text; `same`: in the same sentence."""

    subject: Subject | None = None
    same: bool = False


def candidates(
    names: SubjectNames, context: Context, before: Before, allowed: Iterable[int]
) -> dict[int, dict[str, float]]:
    """The subjects the words may name, each with its features."""
    rough: dict[int, float] = {}
    possible = frozenset(allowed)
    for word, (level, how) in context.near.items():
        worth = names.weights[word] * how * _NEARNESS[level]
        for number in names.by_word.get(word, ()):
            if number in possible:
                own = worth if word in names.subjects[number].strong else _DEFINED * worth
                rough[number] = rough.get(number, 0.0) + own
    if before.subject is not None:
        for number in names.siblings[before.subject.table_name]:
            if number in possible:
                rough[number] = rough.get(number, 0.0) + 0.3
    best = sorted(rough, key=lambda number: (-rough[number], number))[:_MOST]
    tables = {names.subjects[n].table_name for n in best}
    best += [  # the total of a table is always among what its words may mean
        n
        for n in sorted(rough)
        if n not in best and names.subjects[n].total and names.subjects[n].table_name in tables
    ]
    named = {n: _column(names, names.subjects[n], context) for n in best}
    return {n: _features(names, names.subjects[n], context, before, named) for n in best}


def _column(names: SubjectNames, subject: Subject, context: Context) -> dict[str, float]:
    return _recalls(names, subject.called, context, "kol")


def _recalls(
    names: SubjectNames, ways: tuple[frozenset[int], ...], context: Context, prefix: str
) -> dict[str, float]:
    """Per reach how much of the best fitting name stands there."""
    found: dict[str, float] = {}
    near, weights = context.near, names.weights
    for words in ways:
        sums = [0.0] * len(Level)
        for word in words:
            if word in near:
                level, how = near[word]
                sums[level] += weights[word] * how
        if not any(sums):
            continue
        whole = names.weight(words)
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
    names: SubjectNames,
    subject: Subject,
    context: Context,
    before: Before,
    named: Mapping[int, Mapping[str, float]],
) -> dict[str, float]:
    found = dict(named[subject.number])
    for prefix, ways in (
        ("tab", subject.table),
        ("sleutel", (subject.key_words,)),
        ("pop", (subject.population,)),
        ("een", (subject.unit_words,)),
        ("def", (subject.definition,)),
    ):
        if ways and any(ways):
            found.update(_recalls(names, tuple(w for w in ways if w), context, prefix))
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
    _explained(names, subject, context, found)
    left = 1 - found.get("kol_shared", 0.0)  # what of its name is not said, while words are strange
    found["vreemd_own"] = left * min(3, context.unknown[0])
    found["vreemd_shared"] = left * min(3, context.unknown[1])
    others = [
        recalls
        for number, recalls in named.items()
        if names.subjects[number].table_name == subject.table_name
        and names.subjects[number].ref != subject.ref
        and not names.subjects[number].change
    ]
    beside = max((one.get("kol_own", 0.0) for one in others), default=0.0)
    shared = max((one.get("kol_shared", 0.0) for one in others), default=0.0)
    found["zus_own"], found["zus_shared"] = beside, shared
    if subject.total:
        found["totaal"] = 1.0
        found["totaal_zus"] = shared
    if not subject.called or len(names.siblings[subject.table_name]) == 1:
        found["enige"] = 1.0
    found["rest"] = float(subject.rest)
    found["afgeleid"] = float(subject.derived)
    found["som"] = float(subject.summed)
    _told_apart(names, subject, context, found)
    found["telt_anders"] = counts_other(names, subject, context)
    _continued(subject, context, before, found)
    return found


def _told_apart(
    names: SubjectNames, subject: Subject, context: Context, found: dict[str, float]
) -> None:
    """Whether the words that tell a subject from its twins of other populations are said."""
    if subject.called:
        title = subject.called[0]
        said = sum(
            names.weights[w]
            for w in title
            if w in context.near and context.near[w][0] <= Level.OTHER
        )
        found["titel_open"] = min(1.5, names.weight(title) - said)
    if not subject.twins:
        return
    found["tweeling"] = 1.0
    for reach, level in (("zin", Level.OTHER), ("ver", Level.TITLE)):
        found[f"apart_{reach}"] = _most(context, subject.apart, level)
        found[f"anders_{reach}"] = max(
            _most(context, names.subjects[number].apart, level) for number in subject.twins
        )


def counts_other(names: SubjectNames, subject: Subject, context: Context) -> float:
    """Whether the words right after the amount say that something else is counted."""
    for level, fits in context.stretches:
        if level is Level.HEAD:
            units = {word: how for word, how in fits if word in names.units}
            if units and not any(word in subject.unit_words for word in units):
                return max(units.values())
    return 0.0


def _most(context: Context, words: frozenset[int], level: Level) -> float:
    """How well the best said of some words fits, up to a level."""
    return max(
        (context.near[w][1] for w in words if w in context.near and context.near[w][0] <= level),
        default=0.0,
    )


def _explained(
    names: SubjectNames, subject: Subject, context: Context, found: dict[str, float]
) -> None:
    """How much of what the text says near the amount this subject explains, and what it leaves."""
    strong = subject.strong
    sums: dict[str, list[float]] = {}
    for level, fits in context.stretches:
        name = (
            "head"
            if level is Level.HEAD
            else "own"
            if level is Level.OWN
            else "shared"
            if level is Level.SHARED
            else "ver"
        )
        worth = max(names.weights[word] * how for word, how in fits)
        own = max(
            (
                names.weights[word] * how * (1.0 if word in strong else _DEFINED)
                for word, how in fits
                if word in subject.every
            ),
            default=0.0,
        )
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
