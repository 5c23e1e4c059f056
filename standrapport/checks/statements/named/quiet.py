# SPDX-License-Identifier: EUPL-1.2
"""Amounts that count nothing a table could count: measures, ages, numbers that belong to a name."""

from __future__ import annotations

import re
from functools import cache

from ....core.words import Phrase
from ..reading.lexicon import rows
from ..reading.mention import Mention, Sentence, Unit
from ..reading.morphology import folded, roots
from ..reading.vocabulary import SAME, Spoken
from .names import Subject, SubjectNames

_AFTER = Phrase(
    r"(?:\s+(?:bij|x|×|op)\s+[\d.,\ue000]+(?=\s))*[\s\u00a0-]*([^\W\d_]+)"
)  # '142 bij 208 centimeter'
# one person is spoken of: what she is or does is no figure ('mevrouw Jansen is 93')
_PERSON = Phrase(
    r"\b(?:[Mm]evrouw|[Mm]eneer|[Mm]ijnheer|[Dd]e heer)\s+(?:[a-z]{1,4}\s+){0,2}[A-ZÀ-Ý]"
    r"(?:(?!\bdat\b)[^.!?:;\n])*\Z"
)
_NAME = Phrase(r"(?<![.!?:\n])[ \u00a0]([A-ZÀ-Ý][^\W\d_]{2,})[ \u00a0](?P<age>\()?\Z")
_OLDEST = 110  # years: 'Anna de Wit (58)'


@cache
def measures() -> frozenset[str]:
    """The words of measures, before which a number counts no things."""
    return frozenset(word for (words,) in rows("maten.tsv") for word in words.split())


_NORM = Phrase(
    r"\b(?:moet(?:en)?|mag|mogen|dient|dienen|geldt|gelden|nodig|vereist|verplicht|wettelijke?|"
    r"toegestaan|"
    r"recht op|verlang(?:t|en)|eis(?:t|en)|volgens de wet|in aanmerking|"
    r"schrijft|schrijven|voorgeschreven|btw|cao|inflatie|indexering|"
    r"streef\w*|streven|doel|ambitie|norm|doelstelling|uiterlijk|maximaal|minimaal|"
    r"minstens|hoogstens|ten hoogste|ten minste|"
    r"altijd|ingevolge|krachtens|verschuldigd|vanaf de leeftijd|kost(?:en)?|tarief)\b",
    re.IGNORECASE,
)
_REACH = 80  # letters before a number within which one person is named
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TOLD = Phrase(r"\b(?:dit|vorig|afgelopen)\s+(?:verslag)?jaar\b", re.IGNORECASE)


# 'het Rijk droeg, de indexering daaronder begrepen, 49 miljoen euro bij' states no norm
_INCLUDED = re.compile(
    r"[,(–][^,()–.;]*\b(?:begrepen|inbegrepen|meegerekend|meegeteld|inclusief|exclusief)\b[^,()–.;]*[,)–]"
    r"|\b(?:inclusief|exclusief)\s+(?:de\s+)?(?:btw|indexering|inflatie)\b",
    re.IGNORECASE,
)


_PRICE = Phrase(
    r"(?:euro)?\s+per\s+(?:keer|persoon|stuk|jaar|maand|week|dag|uur|aanvraag|overtreding|kind|"
    r"bezoek)\b",
    re.IGNORECASE,
)


def states_norm(shown: str, sentence: Sentence, mention: Mention, report_year: int) -> bool:
    """Whether a sentence says what must or may be, or is aimed at, and not what was: 'minstens een
    5,5 is nodig', '95 euro per overtreding', 'in 2027'.
    """
    own = _INCLUDED.sub(" ", shown[sentence.start : sentence.end])
    years = [int(year) for year in _YEAR.findall(own)]
    if (years and max(years) <= report_year) or (_TOLD.search(own) and not years):
        return False
    priced = mention.unit is Unit.EURO and _PRICE.match(shown, mention.end)
    return bool(_NORM.search(own) or priced or years)


def in_unit(shown: str, mention: Mention, subject: Subject) -> bool:
    """Whether the measure right after an amount is what a figure is told in: '8,7 weken'."""
    after = _AFTER.match(shown, mention.end)
    if after is None or after[1].lower() not in measures():
        return False
    units = subject.unit_name.lower().split()
    return any(_one_measure(after[1].lower()) & _one_measure(unit) for unit in units)


def _one_measure(word: str) -> set[str]:
    """The forms one measure has: 'uur' and 'uren', 'dag' and 'dagen'."""
    return {folded(word), folded(word.removesuffix("en")), folded(word.removesuffix("s"))}


def counts_kinds(shown: str, mention: Mention, names: SubjectNames) -> bool:
    """Whether a number says how many kinds of that name a table has: 'de vijf gemeenten'."""
    after = _AFTER.match(shown, mention.end)
    if after is None or mention.unit is not Unit.COUNT:
        return False
    word = after[1].lower()
    own = {root for root in roots(word) if len(root) >= len(folded(word)) - 2}  # but for a plural
    return any(len(one.members) == mention.value and own & one.called for one in names.groups)


def quiet_amount(shown: str, mention: Mention, names: SubjectNames) -> bool:
    """Whether an amount is a measure ('140 kilometer'), part of a name ('Kade 118') or of one
    person.
    """
    if mention.unit is not Unit.COUNT:
        return False
    after = _AFTER.match(shown, mention.end)
    if after and after[1].lower() in measures():
        return True
    if _PERSON.search(shown[max(0, mention.start - _REACH) : mention.start]):
        return True
    before = _NAME.search(shown[max(0, mention.start - 40) : mention.start])
    whole = mention.value.denominator == 1 and "." not in mention.text
    if not before or not whole or (before["age"] and mention.value > _OLDEST):
        return False
    fits = names.vocabulary.fits(Spoken(before[1].lower()))
    return not any(how >= SAME for how in fits.values())
