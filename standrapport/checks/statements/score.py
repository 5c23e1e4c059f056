"""The score of a subject: its features times weights learned from invented sentences.

The weights stand in `data/gewichten.tsv`, written by `python -m bench.leren`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from .context import Context
from .features import Before, candidates
from .lexicon import rows
from .names import Names


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature."""
    return {name: float(weight) for name, weight in rows("gewichten.tsv")}


def scored(
    names: Names, context: Context, before: Before, allowed: Iterable[int]
) -> dict[int, float]:
    """The score of every subject the words may name."""
    learned = weights()
    return {
        number: sum(learned.get(name, 0.0) * value for name, value in features.items())
        for number, features in candidates(names, context, before, allowed).items()
    }
