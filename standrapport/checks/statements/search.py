# SPDX-License-Identifier: EUPL-1.2
"""Names the other way round: the figures that some words name, those not yet known among them.

A search, not a reading: every name, synonym, title, definition and note counts, and everyday words
find what tables call otherwise (`data/zoekwoorden.tsv`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ...core.frozen import dataclass
from ...core.model import Catalogue, FigureKey, Figures, figure_of
from ...core.words import Phrase
from .claims.wording import printed, title_of
from .named.names import Subject, build_names
from .named.statement import AmountReading, NamedFigure, Relation
from .named.values import Known
from .reading.lexicon import prefixes, rows, year_phrases
from .reading.mention import Unit
from .reading.vocabulary import SAME, Spoken, spoken, words_in

_TITLE, _TABLE, _ABOUT, _GROUP = 1.0, 0.75, 0.55, 0.45  # what a word counts for by where it stands
_EVERYDAY = 0.8  # the same for a word that everyday words stand for
_COMPLETE = 0.5  # added where all words of a title are asked for
# Taken off:
_UNNAMED_KEY, _COMPUTED, _REST, _OTHER_UNIT, _UNKNOWN = 0.5, 0.15, 0.15, 0.25, 0.1
_LEAST, _NEAR = 0.25, 0.3  # of what all words could count for, and of the best that is found
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHARES = Phrase(r"\b(?:aandeel|deel|percentage|procent)\b|%", re.IGNORECASE)
_CHANGES = Phrase(
    r"\b(?:verander\w*|verschil|groei\w*|toename|afname|stijging|daling)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Hit:
    """A figure that words name: its name, title and value, how well it fits (0 is best), the
    reference to paste, where it comes from and who are counted; `last` is when it was last known,
    where it is not in the year that was asked for.
    """

    id: FigureKey
    title: str
    printed: str
    score: float
    written: str
    source: str
    population: str
    last: str


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


def nothing_found(catalogue: Catalogue) -> str:
    """What to tell who searched for words that name no figure: where to look."""
    titles = [table.title for table in catalogue.tables.values()]
    return (
        "Deze woorden noemen geen cijfer van dit project. Probeer een woord uit de titel van een "
        f"tabel: {'; '.join(titles)}."
    )


@cache
def _everyday() -> Mapping[str, frozenset[str]]:
    """Per everyday word the words that tables have for it."""
    groups = [group.split() for (group,) in rows("zoekwoorden.tsv")]
    return {word: frozenset(group) - {word} for group in groups for word in group}


class FigureIndex:
    """All figures of an edition by the words that tell of them; made once per set of figures."""

    def __init__(self, catalogue: Catalogue, figures: Figures) -> None:
        self._catalogue, self._figures = catalogue, figures
        self._names = build_names(catalogue, figures, everything=True)
        self._known = Known(figures)

    def find(self, words: str, year: int) -> list[Hit]:
        """The figures that words name in the edition of a year, best first; of the year they say.

        A figure that is not known yet is nearly as good as one that is.
        """
        asked = list(self._asked(words_in(words.lower())))
        least = _LEAST * sum(weight for weight, _ in asked)
        when = _year_asked(words, year)
        scores = [(self._score(one, asked, words, when), one) for one in self._names.subjects]
        top = max((score for score, _ in scores), default=0.0)
        best = [(s, one) for s, one in scores if asked and s >= max(least, _NEAR * top)]
        best.sort(key=lambda pair: (-round(pair[0], 4), pair[1].number))
        return [self._hit(one, when, year, score - top) for score, one in best]

    def _asked(self, own: list[str]) -> Iterator[tuple[float, dict[int, float]]]:
        """Per word that says something how telling it is, and the words of names it may stand for,
        each with how well.
        """
        weights = self._names.weights
        telling = {one.word: one for one in spoken(own)}
        for word in dict.fromkeys(own):
            fits: dict[int, float] = {}
            for one, factor in _ways(word, telling.get(word), own):
                for number, fit in self._names.vocabulary.fits(one).items():
                    fits[number] = max(fit * factor, fits.get(number, 0.0))
            if fits or word in telling:
                exact = [weights[n] for n, fit in fits.items() if fit == SAME]
                yield max(exact or [weights[n] for n in fits], default=1.0), fits

    def _score(
        self, one: Subject, asked: list[tuple[float, dict[int, float]]], words: str, year: int
    ) -> float:
        """How well the words name a subject: where each stands in what is told of it, and how much
        of its title they are.
        """
        found = sum(
            weight * max((fit * _place(one, number) for number, fit in fits.items()), default=0.0)
            for weight, fits in asked
        )
        if not found:
            return 0.0
        said = {number: fit for _, fits in reversed(asked) for number, fit in fits.items()}
        whole = max(
            sum(self._names.weights[n] * said.get(n, 0.0) for n in way) / self._names.weight(way)
            for way in (*one.called, one.key_words)
            if way
        )
        title = self._catalogue.title(one.ref)
        off = _UNNAMED_KEY if one.key_words and said.keys().isdisjoint(one.key_words) else 0.0
        off += _COMPUTED * one.derived + _REST * one.rest
        off += _OTHER_UNIT * ((one.unit is Unit.PERCENT) != bool(_SHARES.search(words)))
        off += _OTHER_UNIT * (bool(_CHANGES.search(title)) != bool(_CHANGES.search(words)))
        off += _UNKNOWN * (self._known.value(one, year) is None)
        return found + _COMPLETE * whole - off

    def _hit(self, one: Subject, when: int, report_year: int, score: float) -> Hit:
        about = NamedFigure(one, when)
        figure = figure_of(self._figures, *about.id)
        source = self._catalogue.source_of(figure)
        last = ""
        if figure.kind.is_open:
            known = (y for y in reversed(self._known.years) if self._known.value(one, y))
            if (year := next(known, None)) is not None:
                earlier = NamedFigure(one, year)
                last = (
                    f"{self._printed(earlier)} in {year}, {{{{ {earlier.written(report_year)} }}}}"
                )
        return Hit(
            about.id,
            title_of(self._catalogue, one),
            self._printed(about),
            score,
            about.written(report_year),
            source.title if source else "",
            one.population_name,
            last,
        )

    def _printed(self, about: NamedFigure) -> str:
        """The value as the report prints it, also where it is the sum over keys."""
        value = self._known.value(about.subject, about.year)
        if value is None:
            return figure_of(self._figures, *about.id).printed
        return printed(self._figures, AmountReading(Relation.LEVEL, (about,), value, 0.0))


def _place(one: Subject, number: int) -> float:
    """What a word counts for by where it stands in what is told of a subject; 0: nowhere."""
    if number not in one.every:
        return 0.0
    if number in one.key_words or any(number in way for way in one.called):
        return _TITLE
    if any(number in way for way in one.table):
        return _TABLE
    return _ABOUT if number in one.definition else _GROUP


def _year_asked(words: str, report_year: int) -> int:
    """The year that words ask for, by its number or as 'vorig jaar'; else that of the report."""
    numbers = _YEAR.findall(words)
    told = (further for pattern, _, further in year_phrases() if pattern.search(words))
    return int(numbers[-1]) if numbers else report_year + next(told, 0)


def _ways(word: str, telling: Spoken | None, own: list[str]) -> Iterator[tuple[Spoken, float]]:
    """A word of a search as it is, as tables may have it, and as the particle of a verb beside it
    ('gingen … terug'), each with what it counts for.
    """
    if telling is not None:
        yield telling, 1.0
    yield from ((_spoken(other), _EVERYDAY) for other in sorted(_everyday().get(word, ())))
    if prefixes().get(word):
        denied = not {"niet", "geen"}.isdisjoint(own)
        yield from ((Spoken(verb, denied, word), 1.0) for verb in own if verb != word)


def _spoken(word: str) -> Spoken:
    return Spoken(word.removeprefix("niet_"), word.startswith("niet_"))


def search(words: str, year: int, catalogue: Catalogue, figures: Figures) -> list[Hit]:
    """The figures that words name in an edition, best first; see `FigureIndex.find`."""
    return FigureIndex(catalogue, figures).find(words, year)
