# SPDX-License-Identifier: EUPL-1.2
"""The score of a subject: its features times weights learned from invented sentences.

The weights stand in `data/gewichten.tsv`, written by `python -m bench.leren`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from .apart import is_of, spoken_of
from .context import Context
from .features import Before, candidates
from .lexicon import rows
from .names import Subject, SubjectNames

ELSEWHERE = 2.5  # what it costs a figure that the sentence speaks of another population
UNTOLD = 1.5  # what it costs a column whose name is nowhere said beside the total of its table


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
    units = {one.unit_name for one in names.subjects if whose and is_of(one, whose)}
    return {
        number: sum(learned.get(name, 0.0) * value for name, value in features.items())
        - (UNTOLD if _untold(names, number, features) else 0.0)
        - (ELSEWHERE if whose and _elsewhere(names.subjects[number], whose, units) else 0.0)
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
