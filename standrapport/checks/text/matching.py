"""One number in text against the figures: matched, ambiguous, of another year, or wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from ...core.model import Suggestion
from .known import Known, KnownFigures, likeness, named_in, stems
from .mentions import Mention, Sentence, Unit

_COMPARED = re.compile(
    r"(?:\bdan\s+(?:in|eind|over|begin)|gelijk aan(?:\s+(?:die|dat)\s+(?:in|van|over))?|ten opzichte van|vergeleken met|in vergelijking met|sinds|vanaf|na)\s+(?:\w+\s+)?((?:19|20)\d\d)",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:meer|minder|hoger|lager|stijging|daling|toename|afname|toegenomen|afgenomen|gestegen|gedaald|steeg|stegen|daalde|daalden|groei|"
    r"groeide|gegroeid|kromp|verschil|erbij|eraf|nam|namen)\b",
    re.IGNORECASE,
)
_SUGGESTIONS = 3


class Reading(Enum):
    """What became of a number in text."""

    MATCHED = "herkend"
    CHANGE = "verandering"  # the difference of a figure with an earlier year
    SEVERAL = "meer dan een"
    OTHER_YEAR = "ander jaar"
    DECLARED = "opgegeven"
    NOTHING = "onbekend"


@dataclass(frozen=True)
class Judged:
    """A number with its reading: the figures it can stand for (best first), or what may have been
    meant.
    """

    reading: Reading
    figures: tuple[Known, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    change: Fraction | None = None  # of a number that says a change: that change with its sign


def years_spoken_of(sentence: Sentence, report_year: int) -> frozenset[int]:
    """The years a sentence speaks of: those it names, the report year when it names none or only to
    compare with.
    """
    compared = _compared(sentence)
    years = set(sentence.years)
    if not years - compared:
        years.add(report_year)
    if sentence.earlier:
        years.add(min(years - compared or {report_year}) - 1)
    return frozenset(years)


def _compared(sentence: Sentence) -> frozenset[int]:
    """The years a sentence only compares with: 'meer dan in 2019'."""
    return frozenset(int(match[1]) for match in _COMPARED.finditer(sentence.text))


def judge(mention: Mention, sentence: Sentence, report_year: int, known: KnownFigures) -> Judged:
    """The reading of a number that was not declared."""
    years = years_spoken_of(sentence, report_year)
    words = stems(sentence.text)
    found = known.matching(mention)
    if mention.small:
        found = [one for one in found if named_in(one, words)]
    if mention.plain:
        found = _cells_first(found, years)
    found.sort(
        key=lambda one: (
            one.id.year not in years,
            -len(one.words & words),
            one.figure.derived,
            abs(one.size - mention.value),
        )
    )
    if not found:
        change = _change(mention, sentence, words, years, known)
        if change is not None:
            return Judged(Reading.CHANGE, (change[0],), change=change[1])
        return Judged(Reading.NOTHING, suggestions=suggestions(mention, years, words, known))
    if found[0].id.year not in years:
        return Judged(Reading.OTHER_YEAR, tuple(found))
    if mention.plain and len(found) > 1:
        return Judged(Reading.SEVERAL, tuple(found))
    if mention.unit is Unit.PERCENT and mention.high - mention.low <= 1:
        same = [
            one
            for one in found
            if one.id.year in years and one.size == mention.value and not one.figure.derived
        ]
        if len(same) > 1:
            return Judged(Reading.SEVERAL, tuple(same))
    return Judged(Reading.MATCHED, tuple(found))


def _cells_first(found: list[Known], years: frozenset[int]) -> list[Known]:
    """Figures as published before those computed from them, when there are any of the years spoken
    of.
    """
    cells = [one for one in found if not one.figure.derived]
    if any(one.id.year in years for one in cells) or not any(one.id.year in years for one in found):
        return cells or found
    return [one for one in found if one.id.year in years]


def _change(
    mention: Mention,
    sentence: Sentence,
    words: frozenset[str],
    years: frozenset[int],
    known: KnownFigures,
) -> tuple[Known, Fraction] | None:
    """The figure whose change since a year named, or the year before, the number says, and that
    change; only in a sentence about change.

    A year it compares with is then the year before: 80 more than in 2020 is not 80 more than in
    2019, nor what 2020 had less than this year.
    """
    if not _CHANGE.search(sentence.text):
        return None
    compared = _compared(sentence)
    units = (
        (Unit.PERCENT,)
        if mention.unit is Unit.POINTS
        else (Unit.COUNT,)
        if mention.unit is Unit.COUNT
        else (Unit.COUNT, Unit.PERCENT)
    )
    for one in (
        one
        for unit in units
        for one in known.every(unit)
        if one.id.year in years - compared and not one.figure.derived
    ):
        if not named_in(one, words) or one.figure.value is None:
            continue
        for year in (compared or {*years, one.id.year - 1}) - {one.id.year}:
            before = known.before(one.figure, year)
            if before is None:
                continue
            change = one.size - before
            said = 100 * change / before if mention.unit is Unit.PERCENT and before else change
            if mention.says(abs(said)):
                return one, change
    return None


def suggestions(
    mention: Mention, years: frozenset[int], words: frozenset[str], known: KnownFigures
) -> tuple[Suggestion, ...]:
    """The nearest figures: those that look alike first, then those close by in value.

    Of the sentence's year and subject first.
    """
    unit = Unit.PERCENT if mention.unit is Unit.POINTS else mention.unit
    ranked = []
    for one in known.every(unit):
        alike = likeness(re.sub(r"[^\d.,½]", "", mention.text), one.figure.printed)
        close = abs(one.size - mention.value) <= (5 if unit is Unit.PERCENT else mention.value / 20)
        if alike is None and not close:
            continue
        if mention.small and alike != 0 and not named_in(one, words):
            continue
        in_year, named = one.id.year in years, named_in(one, words)
        rank = (alike if alike is not None else 3) + (0 if in_year else 2) + (0 if named else 1)
        ranked.append(((rank, one.figure.derived, not in_year, abs(one.size - mention.value)), one))
    ranked.sort(key=lambda pair: pair[0])
    best: dict[tuple[str, int, str | None], Suggestion] = {}
    for _, one in ranked:
        best.setdefault(
            (one.id.ref, one.id.year, one.id.key),
            Suggestion(one.figure.printed, one.id.ref, one.id.year),
        )
    return tuple(best.values())[:_SUGGESTIONS]
