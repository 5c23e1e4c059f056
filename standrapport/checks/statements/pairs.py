# SPDX-License-Identifier: EUPL-1.2
"""Two references of one sentence beside each other: a range that runs down, and the same figure
told twice.

'tussen {{ a }} en {{ b }}' says that b is more than a. A sentence that tells one figure twice
('van de {{ a }} mensen zijn er {{ a }} geslaagd') nearly always means another the second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from ...core.model import WorkedOut, plain
from ...core.words import Phrase
from ..text.texts import Place
from . import referring
from .ledger import Ledger
from .referring import ResolvedReference
from .statement import NamedFigure, Relation

_TO = re.compile(r"\s+tot(?:\s+en\s+met)?(?:\s+de)?\s+|\s*–\s*")
_AND = re.compile(r"\s+en(?:\s+de)?\s+")
_BETWEEN = Phrase(r"\btussen(?:\s+de)?\s+\Z", re.IGNORECASE)
_FROM = Phrase(r"\b(?:met|van)(?:\s+(?:de|het))?\s+\Z", re.IGNORECASE)  # 'daalde van a tot b'

Found = tuple[WorkedOut, ResolvedReference]


def judge_pairs(ledger: Ledger, place: Place, shown: str, references: Sequence[WorkedOut]) -> None:
    """Findings on the references of one sentence, in order, beside each other."""
    if len(references) < 2:
        return
    levels = list(_levels(ledger, place, references))
    for (one, first), (other, second) in pairwise(levels):
        if _is_range(shown, one, other) and not _rises(ledger, first.first, second.first):
            said = {"laag": plain(one.parts), "hoog": plain(other.parts)}
            reads = (second.first, Relation.LEVEL)
            ledger.finding("SR-N053", place, one.start, said, reads=reads)
    for (_, first), (other, second) in combinations(levels, 2):
        if first.about == second.about and _filters(first) == _filters(second):
            said = {"getal": plain(other.parts), "verwijzing": second.written}
            reads = (second.first, Relation.LEVEL)
            ledger.finding("SR-N054", place, other.start, said, reads=reads)


def _levels(ledger: Ledger, place: Place, references: Sequence[WorkedOut]) -> Iterator[Found]:
    """The references that give a figure by itself."""
    for one in references:
        own = referring.bound(ledger.names, place.text, one, ledger.year, ledger.figures)
        if own is not None and own.relation is Relation.LEVEL and not own.first.subject.summed:
            yield one, own


def _filters(one: ResolvedReference) -> list[str]:
    return [step.name for step in one.expression.filters]


def _is_range(shown: str, one: WorkedOut, other: WorkedOut) -> bool:
    gap, before = shown[one.end : other.start], shown[: one.start]
    if _AND.fullmatch(gap):
        return bool(_BETWEEN.search(before))
    return bool(_TO.fullmatch(gap)) and not _FROM.search(before)


def _rises(ledger: Ledger, low: NamedFigure, high: NamedFigure) -> bool:
    """Whether the second figure is more than the first, or no such thing can be said."""
    one, other = (
        ledger.known.value(low.subject, low.year),
        ledger.known.value(high.subject, high.year),
    )
    if one is None or other is None or low.subject.unit is not high.subject.unit:
        return True
    return other.value > one.value
