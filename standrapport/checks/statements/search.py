# SPDX-License-Identifier: EUPL-1.2
"""Names the other way round: the figures that some words name."""

from __future__ import annotations

from typing import Any

from ...core.frozen import dataclass
from ...core.model import Catalogue, FigureKey, Figures
from .features import Before
from .mention import Unit
from .names import SubjectNames, build_names
from .passage import passage
from .readings import AmountReader
from .statement import AmountReading, NamedFigure, Relation
from .values import Known
from .wording import printed, title_of
from .years import SpokenYears

_PLACE = "\ue000"  # where the figure asked for would stand


@dataclass(frozen=True)
class Hit:
    """A figure that words name: its name, title and value, how well it fits (0 is best), the
    reference to paste and where it comes from.
    """

    id: FigureKey
    title: str
    printed: str
    score: float
    written: str
    source: str


def hit_as_dict(one: Hit) -> dict[str, Any]:
    """A figure that was found, as JSON (contract, 'zoek')."""
    return {
        "ref": one.id.ref,
        "year": one.id.year,
        "key": one.id.key,
        "title": one.title,
        "printed": one.printed,
        "score": round(one.score, 2),
    }


def search(
    words: str, year: int, catalogue: Catalogue, figures: Figures, names: SubjectNames | None = None
) -> list[Hit]:
    """The figures that words name in an edition, best first; with the years the words say."""
    known = Known(figures)
    names = names or build_names(catalogue, figures)
    shown = f"{words.strip()}: {_PLACE}"
    spans = [(len(shown) - len(_PLACE), len(shown))]
    read = passage(shown, spans, "", names)
    reader = AmountReader(names, known, read, SpokenYears(shown, year), shown)
    line = read.lines[-1]
    hits = []
    for unit in (Unit.COUNT, Unit.PERCENT, Unit.EURO):
        named = reader.named(line, 0, unit, Before())
        for subject, score in named.ranked:
            when = next((y for y, extra in named.when.years if not extra), year)
            value = known.value(subject, when)
            if value is None:
                continue
            about = NamedFigure(subject, when)
            shown_value = printed(figures, AmountReading(Relation.LEVEL, (about,), value, 0.0))
            figure = figures.get(about.id)
            own = figure.source if figure is not None else None
            source = catalogue.about(subject.ref, when, own).source
            hits.append(
                Hit(
                    about.id,
                    title_of(catalogue, subject),
                    shown_value,
                    score,
                    about.written(year),
                    source.title if source else "",
                )
            )
    hits.sort(key=lambda one: (-one.score, one.id.ref, one.id.key or ""))
    top = hits[0].score if hits else 0.0
    return [
        Hit(one.id, one.title, one.printed, one.score - top, one.written, one.source)
        for one in hits
    ]
