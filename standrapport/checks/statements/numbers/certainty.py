# SPDX-License-Identifier: EUPL-1.2
"""How certain it is that a number is about the figure its words name best, and that it is wrong.

A number is accused only where the reading is certain. What is known for and against is a handful
of features: how much of the name of the figure is said, what of the sentence it leaves
unexplained, how far behind the next figure is, whether the year is said, and whether anything
that can be computed beside the figure would make the sentence true. Their weights are learned
from sentences about services held out in turn (`python -m bench.zeker`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache

from ....core.frozen import dataclass
from ....core.words import Phrase
from ..named.apart import (
    HALF,
    of_another_population,
    of_unsaid_key,
    said,
    telling,
    told_apart,
    words_within,
)
from ..named.context import Context, Level, Read
from ..named.cues import cues_of, kinds_of
from ..named.evidence import counts, own_nouns
from ..named.judge import Judged
from ..named.ledger import AmountSpot, Ledger
from ..named.names import Subject, SubjectNames
from ..named.naming import is_called, on_last_day
from ..named.quiet import in_unit
from ..named.shares import base_of
from ..named.statement import AmountReading, Relation
from ..reading.lexicon import rows
from ..reading.mention import Mention, Unit
from .beside import as_before, further_in_row, says, told_beside, twin_of_before, values_beside

_RATIO = Phrase(
    r"\s*(?:(?:keer|maal)\s+(?:zo|meer|minder|groter|hoger|vaker|langer|de|het)\b|"
    r"(?:[^\W\d_]+\s+)?(?:langer|korter|sneller|trager|duurder|goedkoper|ouder|jonger)\b)",
    re.IGNORECASE,
)
_CENT = Phrase(r"\s+cent\b", re.IGNORECASE)
_FAR = 6.0
_THIRD = 0.3
_CLEAR = 0.9
_CLEARLY = 0.75  # the part of what tells a figure apart from which it is said outright
_WHOLE = 100
_MANY = 3
_HIGHEST_MARK = 10  # marks go up to here
# How far off a number can be, as a logarithm, and the ratio beyond which it is no further off.
_FAR_OFF, _TIMES = 3.0, 100
_STRANGE = 0.7  # what a word no name has weighs beside those that names have


@dataclass(frozen=True)
class Evidence:
    """What is known for and against an accusation, by name."""

    features: Mapping[str, float]

    @property
    def certainty(self) -> float:
        """How likely it is that the number is wrong, from 0 to 1."""
        learned = weights()
        total = learned["altijd"] + sum(
            learned.get(name, 0.0) * value for name, value in self.features.items()
        )
        return 1 / (1 + math.exp(-total))


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature, of `altijd`, and the least certainty (`grens`)."""
    return {name: float(weight) for name, weight in rows("zekerheid.tsv")}


def evidence_of(ledger: Ledger, spot: AmountSpot, mention: Mention, result: Judged) -> Evidence:
    """What bears out that a number is wrong that was judged so."""
    context = spot.reader.read.context(spot.line, spot.anchor)
    best = result.named[0]
    found = _naming(ledger, spot, mention, context, best)
    found |= _margins(result)
    found |= _year(spot)
    found |= _kind(mention, spot, best)
    found |= _mistaken_for(ledger, mention, best)
    found["jaar_verwisseld"] = found["is_jaar"] * found["jaar_gezegd"]
    found["zus_verwisseld"] = found["is_zus"] * found["naam_eigen"]
    told = [
        one for one in ledger.told if one.subject.table_name == best.about[0].subject.table_name
    ]
    found["buren_kloppen"] = float(min(_MANY, len(told)))
    found["rekent"] = float(bool(kinds_of(spot.line.read, spot.anchor)))
    found["nergens"] = float(not _somewhere(ledger, mention))
    found["nergens_recht"] = found["nergens"] * (1 - found["rekent"])
    return Evidence(found)


def _naming(
    ledger: Ledger, spot: AmountSpot, mention: Mention, context: Context, best: AmountReading
) -> dict[str, float]:
    names = ledger.names
    subject = best.about[0].subject
    here = words_within(context.near, Level.SHARED)
    near = words_within(context.near, Level.OWN)
    anywhere = words_within(context.near, Level.TITLE)
    called = (*subject.called, *subject.table) if subject.total else subject.called
    found = {
        "naam_eigen": said(names, called, near),
        "naam_zin": said(names, called, here),
        "naam_ver": said(names, called, anywhere),
        "vreemd_eigen": float(min(_MANY, context.unknown[0])),
        "vreemd_gedeeld": float(min(_MANY, context.unknown[1])),
        "kaal": float(context.bare),
    }
    if subject.key is not None:
        found["sleutel"] = 1.0
        found["sleutel_zin"] = said(names, (subject.key_words,), here)
    nouns = own_nouns(spot.line.read, spot.anchor)
    found["zonder_woord"] = float(not nouns)
    about = [one.subject for one in best.about]
    found["telt"] = float(bool(nouns) and any(counts(one, nouns) for one in about))
    measure = in_unit(spot.reader.shown, mention, subject) and not _arrives(spot, subject)
    found["maat"] = float(measure)
    found["maat_zonder_naam"] = float(
        measure and max(found["naam_zin"], found.get("sleutel_zin", 0.0)) < _THIRD
    )
    found["telt_vreemd"] = float(bool(nouns) and not any(one.fits for one in nouns))
    for name, level in (("eigen", Level.OWN), ("gedeeld", Level.SHARED)):
        found[f"uitleg_{name}"] = _explained(names.weights, context, about, level)
    return found


def _arrives(spot: AmountSpot, subject: Subject) -> bool:
    """Whether an amount is the second of 'van a naar b' of a figure that was a."""
    line = spot.line
    place = line.anchors.index(spot.anchor)
    led = place > 0 and spot.reader.years.leads(line, line.anchors[place - 1])
    return led and spot.before.subject is not None and spot.before.subject.number == subject.number


def _explained(
    weights: Sequence[float], context: Context, about: Sequence[Subject], level: Level
) -> float:
    """The part of what is said near an amount that the figures of a reading explain."""
    every = frozenset().union(*(one.every for one in about))
    total = own = 0.0
    for reach, fits_of in context.stretches:
        if reach > level:
            continue
        total += max(weights[word] * how for word, how in fits_of)
        own += max((weights[word] * how for word, how in fits_of if word in every), default=0.0)
    strange = context.unknown[0] + (context.unknown[1] if level >= Level.SHARED else 0)
    total += _STRANGE * strange
    return min(1.0, own / total) if total else 0.0


def _names_fitting(ledger: Ledger, spot: AmountSpot, result: Judged) -> bool:
    """Whether the sentence says more of what tells the figure that fits from the one named best
    than the other way round: then that may be meant.
    """
    fitting = result.fitting
    if fitting is None or fitting.relation is not Relation.LEVEL:
        return False
    one, best = fitting.about[0], result.named[0].about[0]
    when = spot.reader.years.of(spot.line, spot.anchor)
    if one.year not in {year for year, cost in when.years if not cost}:
        return False
    context = spot.reader.read.context(spot.line, spot.anchor)
    return told_apart(ledger.names, context, one.subject, best.subject) >= _THIRD


def in_other_words(ledger: Ledger, spot: AmountSpot, mention: Mention, result: Judged) -> bool:
    """Whether strange words beside an amount may be the name of the figure of the same table that
    fits: of what tells the one named best from it too little is said.
    """
    fitting = result.fitting
    chance = mention.unit is not Unit.COUNT or mention.value < _WHOLE
    if fitting is None or fitting.blind or fitting.relation is not Relation.LEVEL or chance:
        return False
    one, best = fitting.about[0], result.named[0].about[0].subject
    when = spot.reader.years.of(spot.line, spot.anchor)
    context = spot.reader.read.context(spot.line, spot.anchor)
    same = one.subject.table_name == best.table_name and one.subject.key == best.key
    told = (one.year, 0.0) in when.years and sum(context.unknown) > 0
    here = words_within(context.near, Level.SHARED)
    ways = telling(best, one.subject)
    whole = best.total and sum(context.unknown) <= 1 and not ways
    if _never_meant(ledger, spot, best, one.subject):
        return False
    return same and told and not whole and said(ledger.names, ways, here) < _CLEARLY


def _literally(ledger: Ledger, spot: AmountSpot, one: Subject) -> bool:
    """Whether a sentence has the title of a figure letter for letter, of two words or more: then
    closed words in it count too ('met de hoogste spoed').
    """
    own = spot.line.sentence
    title = ledger.catalogue.title(one.ref).partition("(")[0].strip().lower()
    return (
        one.key is None and " " in title and title in spot.line.shown[own.start : own.end].lower()
    )


def _never_meant(ledger: Ledger, spot: AmountSpot, best: Subject, other: Subject) -> bool:
    """Whether the noun of a number is the unit of the figure named best and not of another, only
    the title of the best is said, or the other is the state on a day that is not the one said.
    """
    if _literally(ledger, spot, best) and not _literally(ledger, spot, other):
        return True
    nouns = own_nouns(spot.line.read, spot.anchor)
    said_ = {word for one in nouns for word, how in one.fits if how >= HALF}
    counts_best = bool(said_ & best.unit_words) and not said_ & other.unit_words
    return counts_best or (on_last_day(spot.line) and is_called(ledger.names, other, "begin"))


def _mean(spot: AmountSpot) -> bool:
    return cues_of(spot.line.read, spot.anchor, spot.reader.shown).mean


def _margins(result: Judged) -> dict[str, float]:
    best = result.named[0]
    mine = {one.subject.number for one in best.about}
    other = next((one for one in result.named if one.about[0].subject.number not in mine), None)
    found = {"marge": min(_FAR, -other.score) if other is not None else _FAR}
    found["past_niets"] = float(result.fitting is None)
    found["past_ver"] = min(_FAR, -result.fitting.score) if result.fitting is not None else 0.0
    return found


def _year(spot: AmountSpot) -> dict[str, float]:
    when = spot.reader.years.of(spot.line, spot.anchor)
    return {
        "jaar_gezegd": float(when.said),
        "jaren": float(min(_MANY, len(when.years) - 1)),
        "span": float(when.span is not None),
    }


def _kind(mention: Mention, spot: AmountSpot, best: AmountReading) -> dict[str, float]:
    found = {
        "groot": float(mention.plain and mention.value >= 100),
        "getallen": float(min(_MANY, len(spot.line.anchors) - 1)),
        "euro": float(mention.unit is Unit.EURO),
        "procent": float(mention.unit is Unit.PERCENT),
        "afgeleid": float(best.about[0].subject.derived),
        "verder": float(spot.before.subject is not None),
        f"als_{best.relation.value}": 1.0,
    }
    value = best.value.value
    found["ver_weg"] = _FAR_OFF
    if mention.value and value > 0:  # bounded first: what is typed may have any number of digits
        times = float(min(max(mention.value / value, Fraction(1, _TIMES)), Fraction(_TIMES)))
        found["ver_weg"] = min(_FAR_OFF, abs(math.log(times)))
    return found


def _mistaken_for(ledger: Ledger, mention: Mention, best: AmountReading) -> dict[str, float]:
    """Which values beside the figure named would make the sentence true."""
    percent = mention.unit is not Unit.COUNT
    values = values_beside(ledger, best.about[0], percent=percent).items()
    return {f"is_{name}": float(any(says(mention, one) for one in few)) for name, few in values}


def _somewhere(ledger: Ledger, mention: Mention) -> bool:
    """Whether a number is any figure of its kind in any year."""
    unit = Unit.PERCENT if mention.unit is Unit.POINTS else mention.unit
    return any(
        value is not None and says(mention, value)
        for one in ledger.names.subjects
        if one.unit is unit
        for value in (ledger.known.value(one, year) for year in ledger.years)
    )


def _no_level(spot: AmountSpot, mention: Mention) -> bool:
    """Whether an amount is so many times something, a difference, or stands in a row of a table."""
    shown, sentence = spot.reader.shown, spot.line.sentence
    tokens, part = spot.line.read.tokens, spot.line.read.part_of(spot.anchor)
    own = shown[tokens[part.low].start : tokens[part.high - 1].end].lower()
    row = "|" in shown[sentence.start : sentence.end]
    before = shown[sentence.start : mention.start].lower()
    ratio = mention.value < _WHOLE and bool(_RATIO.match(shown, mention.end))
    return row or ratio or "verschil" in own + before


def _meant_otherwise(ledger: Ledger, spot: AmountSpot, mention: Mention, result: Judged) -> bool:
    """Whether a sentence may be read so that its number is right."""
    return (
        in_other_words(ledger, spot, mention, result)
        or twin_of_before(ledger, spot, mention, result)
        or as_before(spot, result)
        or told_beside(spot, mention, result)
        or further_in_row(ledger, spot, mention, result)
        or _of_part(ledger.names, spot, mention, result.named[0])
        or _no_money(ledger.names, spot, mention, result.named[0])
    )


def _no_money(names: SubjectNames, spot: AmountSpot, mention: Mention, best: AmountReading) -> bool:
    """Whether cents of every euro are read as a share of something else than money."""
    table = names.siblings[best.about[0].subject.table_name]
    money = any(names.subjects[number].unit is Unit.EURO for number in table)
    return not money and _CENT.match(spot.reader.shown, mention.end) is not None


def _of_part(names: SubjectNames, spot: AmountSpot, mention: Mention, best: AmountReading) -> bool:
    """Whether a number is said to be so many of the figure it would be: '59 van de aanvragen' is no
    number of all of them, and only those are named.
    """
    read, subject = spot.line.read, best.about[0].subject
    at = next(n for n, token in enumerate(read.tokens) if token.anchor == spot.anchor)
    base = base_of(read, spot.anchor)
    if best.relation is not Relation.LEVEL or not mention.counts or base is None:
        return False
    if base[0] != at + 1 or mention.value >= best.value.value:
        return False
    reach = range(base[0], base[1] + 1)  # a last word may be its noun
    within = _words(read, reach)
    beyond = _words(read, [n for n in range(len(read.tokens)) if n not in reach])
    ways = tuple(way for way in subject.called if way)
    counted = bool(subject.unit_words & within)  # not where it comes from: '450 van de rechter'
    return counted and said(names, ways, within) > said(names, ways, beyond)


def _words(read: Read, places: Sequence[int]) -> set[int]:
    """The words of names said at some places of a sentence."""
    near = (told.fits for told in read.said if told.token in places)
    return {word for fits in near for word, how in fits if how >= HALF}


def _key_unsaid(spot: AmountSpot, context: Context, best: AmountReading) -> bool:
    """Whether a figure of a key is named best of which nothing says the key."""
    subject, before = best.about[0].subject, spot.before.subject
    told = before is not None and before.key == subject.key
    return bool(subject.key_words) and not told and subject.key_words.isdisjoint(context.near)


def _mark_of_else(
    spot: AmountSpot, mention: Mention, context: Context, best: AmountReading
) -> bool:
    """Whether a mark may be for something else, as strange words beside it say ('de chef gaf ons
    een 8,3 voor onze inzet'), or is read as a count of things.
    """
    form = spot.line.read.marked(spot.anchor) and context.unknown[0] > 1
    broken = mention.counts and mention.step < 1 and mention.value < _HIGHEST_MARK
    whole = best.relation is Relation.LEVEL and best.value.value >= _WHOLE
    return form or (broken and whole)


def certain(ledger: Ledger, spot: AmountSpot, mention: Mention, result: Judged) -> bool:
    """Whether a number judged wrong may be accused."""
    best = result.named[0]
    beyond = mention.unit is Unit.PERCENT and mention.low > _WHOLE
    if best.relation is Relation.SHARE and beyond != (best.value.value > _WHOLE):
        return False  # no part is more than its whole
    context = spot.reader.read.context(spot.line, spot.anchor)
    whole = mention.plain and mention.value >= _WHOLE
    if whole and of_another_population(ledger.names, context, result):
        return True
    if _key_unsaid(spot, context, best) or _mark_of_else(spot, mention, context, best):
        return False
    return _on_features(ledger, spot, mention, result) and not _meant_otherwise(
        ledger, spot, mention, result
    )


def _on_features(ledger: Ledger, spot: AmountSpot, mention: Mention, result: Judged) -> bool:
    """Whether what is known for and against an accusation makes it certain."""
    best, fitting = result.named[0], result.fitting
    found = evidence_of(ledger, spot, mention, result)
    clear = found.features["uitleg_eigen"] >= _CLEAR  # all that is said names it
    if best.relation is Relation.LEVEL and not clear and _no_level(spot, mention):
        return False
    measure = found.features["maat_zonder_naam"]
    if (measure and not clear and not _mean(spot)) or _names_fitting(ledger, spot, result):
        return False
    context = spot.reader.read.context(spot.line, spot.anchor)
    whole = mention.plain and mention.value >= _WHOLE
    other = whole and fitting is not None and of_unsaid_key(context, fitting, best)
    return other or found.certainty >= weights()["grens"]
