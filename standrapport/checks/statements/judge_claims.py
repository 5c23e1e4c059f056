# SPDX-License-Identifier: EUPL-1.2
"""Claims without a number against the figures: directions, orders, ranks and extremes (rule 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from ...core.frozen import dataclass
from ...core.words import Phrase
from .claims import Claim
from .names import Subject, SubjectNames
from .statement import NamedFigure
from .values import Known, PrintedValue

SAME = Fraction(5, 100)  # 'gelijk gebleven' allows a change of five percent
EXACTLY = Fraction(1, 100)  # and without 'ongeveer' one of one percent
_RATIOS = {
    "meer dan verdubbeld": (Fraction(2), Fraction(1000)),
    "bijna verdubbeld": (Fraction(17, 10), Fraction(2)),
    "meer dan gehalveerd": (Fraction(0), Fraction(1, 2)),
    "bijna gehalveerd": (Fraction(1, 2), Fraction(6, 10)),
    "meer dan verdrievoudigd": (Fraction(3), Fraction(1000)),
    "meer dan verviervoudigd": (Fraction(4), Fraction(1000)),
    "bijna verdrievoudigd": (Fraction(27, 10), Fraction(3)),
    "verdubbeld": (Fraction(18, 10), Fraction(23, 10)),
    "verdrievoudigd": (Fraction(27, 10), Fraction(34, 10)),
    "verviervoudigd": (Fraction(36, 10), Fraction(45, 10)),
    "gehalveerd": (Fraction(42, 100), Fraction(56, 100)),
}
_EVERY = Phrase(
    r"\b(?:elk|ieder|elke|iedere)\s+jaar\b|\bjaar (?:op|na) jaar\b|\b(?:in|over)\s+alle\s+jaren\b|"
    r"\b(?:onafgebroken|ononderbroken|voortdurend|onophoudelijk)\b|\bin elk van de\b",
    re.IGNORECASE,
)
_YEARS_LONG = Phrase(
    r"\b(?:al\s+|voor het\s+)?(?P<many>twee|drie|vier|vijf|zes|tweede|derde|vierde|vijfde)\s+"
    r"(?:(?:achtereenvolgend|opeenvolgend)e? )?(?:jaar|jaren)(?:\s+(?:op rij|achtereen|"
    r"achter elkaar|lang|na elkaar))?\b",
    re.IGNORECASE,
)
_MANY = {
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "tweede": 2,
    "derde": 3,
    "vierde": 4,
    "vijfde": 5,
}
# About how many times: from and up to, and how far 'ruim' and 'bijna' reach.
_ABOUT = (Fraction(88, 100), Fraction(115, 100), Fraction(13, 10), Fraction(8, 10))
_PARTS, _NEAR_SUM = 4, Fraction(9, 10)  # so many columns that are together this near another
_SUPERSET = Fraction(8, 10)  # a column this near the sum of the others holds them


@dataclass(frozen=True)
class Answer:
    """What the figures say of a claim (`true` None when they leave it open), and which speak."""

    true: bool | None
    figures: tuple[tuple[NamedFigure, PrintedValue], ...] = ()


def steps(text: str) -> int:
    """For how many years in a row a sentence says something; 0 when it does not, -1 for 'every
    year'.
    """
    if match := _YEARS_LONG.search(text):
        before = text[: match.start()].lower()
        if (
            "al " in match[0].lower()
            or "rij" in match[0]
            or "achter" in match[0]
            or "opeenvolg" in match[0]
            or "na elkaar" in match[0]
            or before.endswith("al ")
        ):
            return _MANY[match["many"].lower()]
    return -1 if _EVERY.search(text) else 0


def direction(known: Known, subject: Subject, claim: Claim, year: int, since: int) -> Answer:
    """Whether a subject moved as said between two years, or did not when that is denied."""
    answer = _moved(known, subject, claim, year, since)
    if not claim.denied or answer.true is None:
        return answer
    return Answer(not answer.true, answer.figures)


def _moved(known: Known, subject: Subject, claim: Claim, year: int, since: int) -> Answer:
    now, then = known.value(subject, year), known.value(subject, since)
    if now is None or then is None:
        return Answer(None)
    seen = ((NamedFigure(subject, since), then), (NamedFigure(subject, year), now))
    match claim.way:
        case "op" | "neer":
            more, less = (now, then) if claim.way == "op" else (then, now)
            return Answer(_over(more, less), seen)
        case "gelijk" | "ongeveer gelijk":
            allowed = SAME if claim.way != "gelijk" else EXACTLY
            near = abs(now.value - then.value) <= allowed * abs(then.value)
            return Answer(near or (now.low <= then.high and then.low <= now.high), seen)
        case way:
            low, high = _RATIOS[way]
            ratio = now.value / then.value if then.value else None
            return Answer(ratio is not None and low <= ratio <= high, seen)


def _over(more: PrintedValue, less: PrintedValue) -> bool:
    """Whether one is over another; of what is printed the same neither is."""
    return more.value > less.value


def order(known: Known, one: Subject, other: Subject, claim: Claim, year: int) -> Answer:
    """Whether one subject was more (or less) than another in a year."""
    mine, theirs = known.value(one, year), known.value(other, year)
    if mine is None or theirs is None or one.unit is not other.unit:
        return Answer(None)
    seen = ((NamedFigure(one, year), mine), (NamedFigure(other, year), theirs))
    more, less = (mine, theirs) if claim.way == "op" else (theirs, mine)
    return Answer(_over(more, less), seen)


def times(known: Known, one: Subject, other: Subject, claim: Claim, year: int) -> Answer:
    """Whether one subject was so many times another, or as much as another."""
    mine, theirs = known.value(one, year), known.value(other, year)
    if mine is None or theirs is None or not theirs.value or one.unit is not other.unit:
        return Answer(None)
    return _so_many(claim, (NamedFigure(one, year), mine), (NamedFigure(other, year), theirs))


def times_since(known: Known, one: Subject, claim: Claim, year: int, since: int) -> Answer:
    """Whether a subject was so many times what it was in another year."""
    mine, theirs = known.value(one, year), known.value(one, since)
    if mine is None or theirs is None or not theirs.value:
        return Answer(None)
    return _so_many(claim, (NamedFigure(one, year), mine), (NamedFigure(one, since), theirs))


def _so_many(
    claim: Claim, one: tuple[NamedFigure, PrintedValue], other: tuple[NamedFigure, PrintedValue]
) -> Answer:
    """Whether one value is so many times another, or as much."""
    seen = (one, other)
    ratio = one[1].value / other[1].value
    if claim.way == "gelijk":
        return Answer(abs(ratio - 1) <= SAME, seen)
    said = Fraction(claim.way)
    words = claim.words.lower()
    low, high = said * _ABOUT[0], said * _ABOUT[1]
    if words.startswith("ruim"):
        low, high = said, said * _ABOUT[2]
    elif words.startswith("bijna"):
        low, high = said * _ABOUT[3], said
    return Answer(low <= ratio <= high, seen)


def majority(known: Known, part: Subject, whole: Subject | None, claim: Claim, year: int) -> Answer:
    """Whether a part is more (or less) than half of its whole; a percentage is one of 100."""
    mine = known.value(part, year)
    if mine is None:
        return Answer(None)
    if whole is None:
        seen: tuple[tuple[NamedFigure, PrintedValue], ...] = ((NamedFigure(part, year), mine),)
        half = PrintedValue(*[Fraction(50)] * 3)
    else:
        theirs = known.value(whole, year)
        if theirs is None:
            return Answer(None)
        seen = ((NamedFigure(part, year), mine), (NamedFigure(whole, year), theirs))
        half = PrintedValue(theirs.value / 2, theirs.low / 2, theirs.high / 2)
    more, less = (mine, half) if claim.way == "op" else (half, mine)
    return Answer(_over(more, less), seen)


def comparable(one: Subject, other: Subject) -> bool:
    """Whether an order of two subjects can be told: the same unit, and both a state or both a
    flow. A sentence that orders two populations ('meer treinen dan bussen') may do so.
    """
    alike = one.population_name == other.population_name or not one.population_name
    return (
        one.unit is other.unit
        and one.stock == other.stock
        and (alike or one.unit_name == other.unit_name or other.number in one.twins)
    )


def extreme(known: Known, names: SubjectNames, subject: Subject, claim: Claim, year: int) -> Answer:
    """Whether a subject has the place claimed among its kind in a year."""
    mine = known.value(subject, year)
    others = [
        (NamedFigure(one, year), value)
        for one in rivals(known, names, subject, year)
        if (value := known.value(one, year)) is not None
    ]
    if mine is None or not others:
        return Answer(None)
    ahead = [
        pair
        for pair in others
        if (pair[1].value > mine.value if claim.way == "op" else pair[1].value < mine.value)
    ]
    ahead.sort(key=lambda pair: -pair[1].value if claim.way == "op" else pair[1].value)
    shown = ahead[:1] or others[:1]
    return Answer(len(ahead) == claim.place - 1, ((NamedFigure(subject, year), mine), *shown))


def rivals(known: Known, names: SubjectNames, subject: Subject, year: int) -> Iterator[Subject]:
    """What a subject is compared with: the other keys of its column, or the other columns of its
    table; never a total or what holds the others.
    """
    if subject.derived:
        return  # a figure computed from others is no kind beside them: 'klachten per besluit'
    table = [names.subjects[n] for n in names.siblings[subject.table_name]]
    if subject.key is not None:
        yield from (
            one
            for one in table
            if one.ref == subject.ref
            and one.key not in (None, subject.key)
            and not (one.key or "").lower().startswith(("overig", "totaal"))
        )
        return
    alike = [
        one
        for one in table
        if one.unit is subject.unit
        and not one.total
        and not one.derived
        and one.key is None
        and not one.summed
    ]
    values = {one.number: value.value for one in alike if (value := known.value(one, year))}
    told = any(one.total and one.unit is subject.unit and not one.derived for one in table)
    ceiling = None if told else _whole_above(values, values.get(subject.number))
    alike = [one for one in alike if ceiling is None or values.get(one.number, 0) < ceiling]
    for one in alike:
        rest = sum(v for number, v in values.items() if number != one.number)
        own = values.get(one.number, 0)
        holds = not told and len(values) > 2 and _SUPERSET * rest <= own <= rest / _SUPERSET
        if one.number != subject.number and one.number in values and not holds:
            yield one


def _whole_above(values: Mapping[int, Fraction], mine: Fraction | None) -> Fraction | None:
    """The value of the least column above a subject that is all smaller ones together: what is as
    large holds it and is no rival.
    """
    rising = sorted(values.values())
    for at, value in enumerate(rising):
        below = sum(rising[:at], Fraction(0))
        near = _NEAR_SUM * below <= value <= below / _NEAR_SUM
        if at >= _PARTS and near and mine is not None and value > mine:
            return value
    return None


def peak(known: Known, subject: Subject, claim: Claim, year: int, years: Sequence[int]) -> Answer:
    """Whether a subject was highest (or lowest) in a year among some years."""
    mine = known.value(subject, year)
    others = [
        (NamedFigure(subject, other), value)
        for other in years
        if other != year and (value := known.value(subject, other)) is not None
    ]
    if mine is None or not others:
        return Answer(None)
    ahead = [
        pair
        for pair in others
        if (pair[1].value > mine.value if claim.way == "op" else pair[1].value < mine.value)
    ]
    return Answer(
        len(ahead) == claim.place - 1,
        ((NamedFigure(subject, year), mine), *(ahead[:1] or others[:1])),
    )
