# SPDX-License-Identifier: EUPL-1.2
"""Words in a text that can make the figures beside it other figures: another scale, a selection,
something else than a number of a year, another way of counting.

The lists are data: a word that belongs to the table itself is no reason to ask.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from ..core.notation import MONTHS
from .words import words_of

_BIG = (
    r"duizend(?:en|tal(?:len)?)?|honderdtal(?:len)?|miljoen(?:en)?|miljard(?:en)?"
    r"|mln|mio|mld|mrd|tsd|thousands?|millions?|billions?"
)
_THOUSAND = r"1[. ,]?000(?:[. ,]?000)*"
_MONEY = r"(?:€|\$|£|eur|euro'?s?)"
_COUNTED = rf"(?:{_MONEY}|personen|persons|people|stuks|mensen)"
# 'x 1 000', 'x € 1.000', '€ mln', 'duizend euro', 'in mio.', "'000"
_SCALE = re.compile(
    rf"(?:(?<!\w)[x×*]|\bmaal|\btimes)\s?{_MONEY}?\s?(?:{_THOUSAND}|100|10|{_BIG})(?!\w)"
    rf"|\b(?:in|bedragen|cijfers|aantallen)\s+{_MONEY}?\s?(?:{_BIG}|{_THOUSAND})(?!\w)"
    rf"|{_MONEY}\s?(?:{_BIG}|{_THOUSAND})(?!\w)"
    rf"|(?<![\w.,])(?:{_BIG}|k)\.?\s?{_COUNTED}(?!\w)"
    r"|(?<!\w)['’]000s?\b"
    r"|(?<!afgerond )(?<!rounded )\bin\s(?:honderden|tientallen|hundreds|tens)\b(?!\s(?:of|van)\b)",
    re.IGNORECASE,
)
_SCALE_UNIT = re.compile(
    rf"\(?(?:in\s)?{_MONEY}?\s?(?:{_BIG}|{_THOUSAND}|k€)\.?\s?{_COUNTED}?\)?", re.IGNORECASE
)
_TIMES = {
    10**9: re.compile(r"miljard|mld|mrd|billion", re.IGNORECASE),
    10**6: re.compile(r"1[. ,]?000[. ,]?000|miljoen|mln|mio|million", re.IGNORECASE),
    10**3: re.compile(r"1[. ,]?000|duizend|tsd|thousand|\bk\b|k€|['’]000", re.IGNORECASE),
}
_OF_ALL = re.compile(r"\b(?:bedragen|getallen|cijfers|aantallen|waarden)\b", re.IGNORECASE)
_SELECTION = (
    "alleen", "alleenstaande", "uitsluitend", "enkel", "exclusief", "excl", "zonder", "waarvan",
    "minderjarig", "minderjarige", "minderjarigen", "meerderjarig", "meerderjarige",
    "meerderjarigen", "amv", "amvs", "mannen", "vrouwen", "man", "vrouw", "jongens", "meisjes",
    "jongeren", "ouderen", "volwassenen", "kinderen", "only", "excluding", "steekproef",
    "selectie", "filter", "gefilterd",
)  # fmt: skip
_KIND = (
    "gemiddeld", "gemiddelde", "gemiddelden", "mediaan", "cumulatief", "cumulatieve", "opgeteld",
    "index", "indexcijfer", "indexcijfers", "prognose", "raming", "ramingen", "geraamd", "begroot",
    "begrote", "geschat", "schatting", "schattingen", "streefwaarde", "streefcijfers",
    "doelstelling",
    "average", "cumulative", "estimated", "forecast", "seizoengecorrigeerd",
)  # fmt: skip
_COUNTING = (
    "definitie", "gedefinieerd", "verstaan", "telwijze", "telmethode", "meetmethode", "methode",
    "systeem", "trendbreuk", "breuk", "onvergelijkbaar", "dubbeltelling", "dubbeltellingen",
    "meegeteld", "meegerekend", "inbegrepen",
)  # fmt: skip
_PHRASES = re.compile(
    r"\bper (?:maand|week|dag|kwartaal|inwoner|hoofd|1[. ]?000|100[. ]?000)\b"
    r"|\b(?:jonger|ouder) dan\b|\btot \d+ jaar\b|\bvanaf \d+ jaar\b"
    r"|\bniet (?:vergelijkbaar|te vergelijken)\b|\band(?:er|ere) (?:wijze|manier)\b"
    rf"|\b(?:{_BIG})\b",
    re.IGNORECASE,
)
# 'Vanaf 1 juli 2023 tellen ook ... mee', 'sinds maart horen ... erbij': from then on it is counted
# otherwise. A day or year alone ('sinds 2019') says nothing of the counting.
_SINCE = re.compile(
    rf"\b(?:vanaf|sinds|met ingang van|ingaande|per|tot|voor)\s+(?:eind\s+|begin\s+|het jaar\s+)?"
    rf"(?:\d{{1,2}}[\s-]+)?(?:{'|'.join(MONTHS)}|\d{{1,2}}-(?:19|20)\d\d|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_COUNTED_SO = re.compile(
    r"\b(?:tel(?:t|len|de|den|ling)|geteld|mee(?:te|ge)?(?:tel\w*|nomen|rekend)|rekenen|rekent"
    r"|(?:ge)?registre\w+|opgenomen|toegevoegd|samengevoegd|gesplitst|horen|hoort|vallen|valt"
    r"|voortaan|anders|apart|erbij)\b",
    re.IGNORECASE,
)
_COUNTS_ALONG = re.compile(
    r"\btel(?:t|len|de|den)\b[^.;]*\b(?:mee|erbij|ook|niet)\b", re.IGNORECASE
)
# Words by which a sentence tells of before and after: its period is not that of the figures.
_TURNS = (
    "daarna", "daarvoor", "sindsdien", "voorheen", "eerder", "oude", "oud", "nieuwe", "nieuw",
    "systeem", "definitie", "methode", "vervallen", "vervangen", "gewijzigd", "overgegaan",
)  # fmt: skip
_VERBS = frozenset({
    "is", "zijn", "was", "waren", "wordt", "worden", "werd", "werden", "heeft", "hebben", "kan",
    "kunnen", "geldt", "gelden", "telt", "tellen", "staat", "staan", "komt", "komen", "gaat",
    "gaan", "bestaat", "bevat", "kunt", "zie", "zien", "vindt", "mag", "moet", "blijft",
})  # fmt: skip
_SHORT = 8  # words of a title; more is a sentence


def scale_in(text: str) -> str:
    """'x 1.000' when a text says that numbers are counted in more than ones, else ''."""
    match = _SCALE.search(text)
    return match[0].strip() if match else ""


def is_scale(unit: str) -> bool:
    """Whether a unit as it stands in a cell is more than one: 'x 1 000', 'mln', 'Thousand'."""
    return bool(_SCALE_UNIT.fullmatch(unit.strip()) or scale_in(unit))


def times(text: str) -> int:
    """How many a one of a text stands for: 1000 of 'x € 1.000' and of 'duizend euro'; 1 when it
    says nothing of a scale, 0 when it says one that is not known here.
    """
    if not is_scale(text):
        return 1
    return next((many for many, words in _TIMES.items() if words.search(text)), 0)


def holds_scale(text: str) -> bool:
    """Whether a text is about the numbers themselves: 'Alle bedragen x € 1.000', '(in mln)'; a
    sentence that mentions a million in passing is asked about instead.
    """
    return bool(scale_in(text)) and (not is_sentence(text) or bool(_OF_ALL.search(text)))


def is_sentence(text: str) -> bool:
    """Whether a text explains rather than names: a verb in it, or more words than a title has."""
    words = words_of(text).split()
    return len(words) > _SHORT or bool(_VERBS & set(words))


def tells_of_change(text: str) -> bool:
    """Whether a text tells of a before and an after, so that its period says something else."""
    return bool(set(words_of(text).split()) & set(_TURNS))


def worrying(text: str, own: Collection[str]) -> str:
    """The first words of a text that can make the figures other figures; '' when there are none.

    Args:
        text: a title, a note, a remark, the head of a column.
        own: the words by which the catalogue speaks of the table: those say nothing new.

    """
    for word in words_of(text).split():
        if word in _WORRYING and word not in own:
            return word
    phrase = _PHRASES.search(text)
    if phrase and not set(words_of(phrase[0]).split()) <= set(own):
        return phrase[0]
    return _other_counting(text) or scale_in(text)


def _other_counting(text: str) -> str:
    """The words by which a text says what counts along, or from when on; '' when there are none."""
    if along := _COUNTS_ALONG.search(text):
        return along[0]
    since = _SINCE.search(text)
    return since[0] if since and _COUNTED_SO.search(text) else ""


_WORRYING = frozenset({*_SELECTION, *_KIND, *_COUNTING})
