# SPDX-License-Identifier: EUPL-1.2
"""Dutch number words: 'dertien', 'drieëntwintig', 'tweehonderdvijftig', 'twaalfduizend'.

Spelling of the Taalunie: written together up to a thousand, with a diaeresis after -ie and -ee.

Numbers that are no amounts: years, dates, times, articles, documents, pages, addresses, ordinals,
codes.

Each pattern takes the whole expression, so that no part of it is read as an amount. A year is four
digits from 1900 to 2099 without a dot, unless a counted noun follows: '1960 aanvragen' is an amount
that misses its dot.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from ....core.notation import MONTHS
from ....core.words import Phrase
from .lexicon import rows

_UNITS = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
    "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15,
    "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19,
}  # fmt: skip
_TENS = {
    "twintig": 20,
    "dertig": 30,
    "veertig": 40,
    "vijftig": 50,
    "zestig": 60,
    "zeventig": 70,
    "tachtig": 80,
    "negentig": 90,
}
# how a number word may begin, for whoever looks for them in a text
OPENS = "|".join(
    sorted({w[:3].replace("e", "[eéë]") for w in (*_UNITS, *_TENS, "honderd", "duizend")})
)
_PARTS = {
    "helft": 2, "derde": 3, "kwart": 4, "vierde": 4, "vijfde": 5, "zesde": 6,
    "zevende": 7, "achtste": 8, "negende": 9, "tiende": 10,
}  # fmt: skip


@lru_cache(maxsize=10_000)
def whole(word: str) -> int | None:
    """The number a word says, or None when it is no number word."""
    text = word.lower().replace("ë", "e").replace("é", "e").replace("-", "")
    return _thousands(text) if text else None


def part(word: str) -> int | None:
    """The divisor of a fraction word: 3 for 'derde', 4 for 'kwart'."""
    return _PARTS.get(word.lower())


def _thousands(text: str) -> int | None:
    return _compound(text, "duizend", 1000, _hundreds)


def _hundreds(text: str) -> int | None:
    return _compound(text, "honderd", 100, _below_hundred)


def _compound(text: str, word: str, size: int, smaller: Callable[[str], int | None]) -> int | None:
    """So many times `size`, and the rest: both said in smaller words."""
    head, found, tail = text.partition(word)
    if not found:
        return smaller(text)
    many = smaller(head) if head else 1
    rest = smaller(tail.removeprefix("en")) if tail else 0
    return None if many is None or rest is None else many * size + rest


def _below_hundred(text: str) -> int | None:
    if text in _UNITS:
        return _UNITS[text]
    if text in _TENS:
        return _TENS[text]
    for name, tens in _TENS.items():
        if text.endswith(f"en{name}"):
            unit = _UNITS.get(text[: -len(name) - 2])
            return tens + unit if unit is not None and unit < 10 else None
    return None


_MONTH = "|".join(
    [*MONTHS, "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
)
_WORDS = {kind: "|".join(words.split()) for kind, words in rows("woorden-bij-nummers.tsv")}
_COUNTED = rf"(?:[\w-]*-)?(?:{_WORDS['geteld']}|[a-z]*aanvragen|%)"
_ORDINAL = (
    r"eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|"
    r"dertiende|veertiende|vijftiende|zestiende|"
    r"zeventiende|achttiende|negentiende|twintigste|eenentwintigste"
)

_PATTERNS = (
    r"https?://\S+|www\.\S+|\S+@\S+\.\w+|\b[\w-]+(?:\.[\w-]+)+/\S*",  # addresses
    r"`[^`]*`",  # code in Markdown
    # 31 december 2021
    (
        rf"\b\d{{1,2}}(?:\s*(?:en|tot(?: en met)?|t/m|-|"
        rf"–)\s*\d{{1,2}})?\s+(?:{_MONTH})\b\.?(?:\s+(?:19|20)\d\d)?"
    ),
    # 31-12-2021, 2021-12-31
    r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})\b|\b(?:19|20)\d\d-\d{2}(?:-\d{2})?\b",
    # times
    (
        r"\b\d{1,2}[.:]\d{2}(?:\s*(?:tot|en|-|–)\s*\d{1,2}[.:]\d{2})?\s+uur\b|"
        r"(?<![\d,.])\b\d{1,2}\s+uur\b|"
        r"\b\d{1,2}:\d{2}\b"
    ),
    # 2008/115/EG
    (
        r"(?i:\b(?:richtlijn|verordening|besluit|"
        r"richtlijnen)\b)[^.;\n\d]{0,20}(?:\(\w+\)\s*)?(?:nr\.?\s*)?\d+/\d+(?:/\w+)?"
    ),
    r"\b\d+/\d+(?:/\w+)?\b",  # 24/7, 2008/115/EG
    (
        r"(?i:\b(?:kamerstuk(?:ken)?|kamerbrief|stuk|dossiernummer|zaaknummer)\b)(?:\s+(?:II|"
        r"I))?,?\s*(?:\d{4}[/–-]\d{2,4},?\s*)?(?:\d[\d ]*\d|\d)(?:[-,]?\s*(?:nr\.?\s*)?\d+)?"
    ),
    (
        rf"(?i:\b(?:{_WORDS['genummerd']}))"
        r"\s+\d+(?:[.:]\d+)*[a-z]?(?:\s*(?:,|en|of|tot(?: en met)?|t/m|-|"
        r"–)\s*\d+(?:[.:]\d+)*[a-z]?)*\b"
    ),
    r"\b\d{4}\s?[A-Z]{2}\b(?!-)",  # post code
    # phone
    (
        r"\+\d{1,3}(?:[ -]?\(?\d+\)?){2,}|\b0\d{1,3}\s?[ -]\s?\d(?:[ -]?\d){4,9}\b|\b0(?:800|"
        r"900)[ -]?\d{3,4}\b|\b0\d{9}\b"
    ),
    r"\b14[ -]?0\d{2,3}\b",  # the number of a town hall
    (
        r"(?i:\b(?:bel(?:t|de|den|len)?(?:\s+(?:dan|direct|meteen|altijd|zelf|ook|gerust)){0,2}|"
        r"alarmnummer|noodnummer|nummer)\s+(?:112|113|144|1\d{3})\b)"
    ),
    r"\b[A-Z]{1,8}(?:[-/.][A-Za-z]+)*[-/.]\d[\w/-]*(?:\.\d+)*\b",  # BV-2024-0387
    # so many years before or after
    (
        r"(?i:\b(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d{1,2})\s+jaar\s+"
        r"(?:eerder|later|geleden|tijd|ervoor|daarvoor|erna|daarna)\b)"
    ),
    r"\b(?:19|20)\d\d-\d{3,}\b",  # 2024-118
    r"\b\d+-(?!\d)[^\W\d_]+\b",  # 50-jarig
    r"\b\d+(?:e|de|ste)\b",  # 2e
    rf"(?i:\b(?:{_ORDINAL})\s+helft\b)",
    r"(?m:^\s*\d+[.)]\s)",  # list marker
    r"\b[A-Za-z]+-?\d+[A-Za-z]?\b|\b[A-Z]+/[A-Z]-\d\w*\b|\b\d+[A-Za-z]+\d*\b|\bPDF/\S+",  # codes
    # a year before those of the figures: 'in 1672'
    r"(?i:\b(?:in|uit|sinds|anno|rond|omstreeks|vanaf|tot)\s+1[0-8]\d\d\b)(?![.,]\d|\s+[a-z]*en\b)",
    r"\b[Ii]k\s+(?:ben|was|werd|word)\s+(?:nu\s+|pas\s+|al\s+)?\d{1,2}\b(?=\s*(?:[.,;:)]|en\b))",
    # an age: '75 jaar en ouder', 'volwassenen tot 65'
    r"\b\d{1,2}\s+jaar\s+(?:en|of)\s+(?:ouder|jonger)\b",
    (
        rf"(?i:(?<!aantal )\b(?:{_WORDS['leeftijd']})\s+(?:van\s+\d{{1,2}}\s+)?"
        r"(?:tot(?: en met)?|onder de|boven de|vanaf|t/m)\s+\d{1,2}\b(?![.,]\d|\s*%))"
    ),
    # a bound that is passed, or not: 'door de 30.000 heen'
    (
        r"(?i:\b(?:door|over|aan)\s+de\s+(?:[\d.]+|[^\W\d_]+)\s+(?:heen|gegaan|gekomen)\b|"
        r"\b(?:grens|drempel|mijlpaal|kaap)\s+van\s+(?:de\s+)?(?:[\d.]+|[^\W\d_]+)"
        r"(?:\s+(?:duizend|miljoen))?\b)"
    ),
    # how sure a sample is, and what shares add up to but for rounding
    (
        r"(?i:\b(?:marge|betrouwbaarheid|zekerheid|betrouwbaarheidsinterval|significantieniveau)\s+"
        r"van\s+\d+(?:,\d+)?\s*(?:%|procent\b))"
    ),
    (
        r"(?i:\b\d+(?:,\d+)?(?:%|[\s-]*procents?)[\s-]*(?:betrouwbaarheid\w*|zekerheid\b|"
        r"significantie\w*|interval\b))"
    ),
    (
        r"(?i:\b(?:afrond\w*|afgerond\w*|optel\w*|tellen|tel(?:t|de|den))\s[^.;:!?\d]{0,80}?"
        r"\b100\s*(?:%|procent\b))"
    ),
    r"\b(?:19|20)\d\d\s*(?:-|–|/)\s*(?:(?:19|20)\d\d|\d\d)\b",  # 2018-2021
    # jaren 90
    (
        r"\b(?:jaren|'|’)\s*(?:\d0|twintig|dertig|veertig|vijftig|zestig|zeventig"
        r"|tachtig|negentig)\b"
    ),
    r"\bacht\b(?=\s*(?:[,.;:)?!]|\Z|op\b(?! de | elke | iedere )|te\b|geslagen\b))",  # the verb
    rf"(?<![\d.,€])(?<!€\s)\b(?:19|20)\d\d\b(?![.,]\d|½|\s+{_COUNTED}|\s*%)",  # a year
)
# each begins a word or a line, or with one of a few signs: within a word none is tried
_HARMLESS = Phrase(
    rf"(?:\b(?=\w)|(?=[+`'’])|(?m:^))(?:{'|'.join(f'(?:{pattern})' for pattern in _PATTERNS)})"
)

# What a text holds that holds any of these: most titles hold none of it.
_MAYBE = Phrase(r"[\d`/@]|www|helft|jaren|jaar|['’]|acht", re.IGNORECASE)


def harmless_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers stand that are no amounts."""
    if not _MAYBE.search(text):
        return
    for match in _HARMLESS.finditer(text):
        yield match.span()
