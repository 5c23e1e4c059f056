# SPDX-License-Identifier: EUPL-1.2
"""Dutch words to roots: a verb, its noun and their forms share one ('toegekend', 'toekenningen',
'kende … toe').

A word has several possible roots, since spelling alone does not tell 'besluit' from 'beslui-t';
two words are one name when they share a root.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from .lexicon import prefixes, strong_stems

_SHORTEST = 3  # letters a root must keep
_COUNTRY = re.compile(r"([^\W\d_]{2,})ië(?:r|rs)?")
_DOUBLE_VOWEL = re.compile(r"(aa|ee|oo|uu)(?=[^aeiou]|$)")
_DOUBLED = frozenset("bcdfghjklmnpqrstvwxz")  # one of two at the end of a stem
_UNVOICED = {"z": "s", "v": "f"}
_NOUN_ENDINGS = ("ingen", "ing", "heden", "heid", "aties", "atie", "ers", "er")
_ENDINGS = (
    "tjes",
    "tje",
    "breed",
    "brede",
    "enden",
    "ende",
    "end",
    "ten",
    "den",
    "ens",
    "sen",
    "en",
    "te",
    "de",
    "se",
    "es",
    "e",
    "s",
    "t",
    "d",
    "n",
)


def plain_letters(word: str) -> str:
    """The word in small letters without accents and apostrophes."""
    if word.isascii() and word.isalpha():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in apart if letter.isalnum())


def folded(stem: str) -> str:
    """A stem in one spelling: one vowel for two, one consonant at the end, no z or v at the end."""
    short = _DOUBLE_VOWEL.sub(lambda match: match[1][0], stem)
    if short[-1:] in _DOUBLED and short[-1:] == short[-2:-1]:
        short = short[:-1]
    last = _UNVOICED.get(short[-1:])
    return short[:-1] + last if last else short


@lru_cache(maxsize=20_000)
def roots(word: str) -> frozenset[str]:
    """The possible roots of a word; those shorter than three letters only when it is itself so."""
    text = plain_letters(word)
    if len(text) <= _SHORTEST or not text.isalpha():
        return frozenset({text, *_strong(text)})
    found = set(_endings_off(text)) | _of_country(word.lower())
    for stem in list(found):
        found.update(_without_ge(stem, text))
    for form in list(found):
        found.update(_strong(form))
    return frozenset(root for root in found if len(root) >= _SHORTEST)


def _of_country(word: str) -> set[str]:
    """'Arabië' and 'Arabiërs' share 'arabisch' with 'Arabische'."""
    country = _COUNTRY.fullmatch(unicodedata.normalize("NFC", word))
    return {folded(f"{plain_letters(country[1])}isch")} if country else set()


def _endings_off(text: str) -> set[str]:
    """The word with its endings taken off, in every way that leaves a root."""
    found = {folded(text)}
    for ending in _endings().get(text[-1:], ()):
        stem = text.removesuffix(ending)
        if stem != text and len(stem) >= _SHORTEST:
            found.add(folded(stem))
            if ending in ("en", "e", "s", "ing", "ingen"):
                for further in ("er", "t", "d", "ing"):
                    shorter = stem.removesuffix(further)
                    if shorter != stem and len(shorter) > _SHORTEST:
                        found.add(folded(shorter))
    if text.endswith(("ctie", "cties")):  # 'inspectie' and 'inspecteren' share 'inspect'
        found.add(folded(text.removesuffix("s").removesuffix("ie")))
    # 'annuleren', 'annulering' and 'geannuleerd' share 'annul'
    return found | {folded(one[:-2]) for one in found if one.endswith("er") and len(one) > 5}


@cache
def _endings() -> dict[str, list[str]]:
    """The endings by their last letter."""
    found: dict[str, list[str]] = {}
    for ending in (*_NOUN_ENDINGS, *_ENDINGS):
        found.setdefault(ending[-1], []).append(ending)
    return found


def _without_ge(stem: str, text: str) -> set[str]:
    """The stem of a participle: 'ingediend' is 'indien', 'geslaagd' is 'slag'."""
    if not text.endswith(("d", "t", "en", "de", "te", "dde", "tte")):
        return set()
    return {
        prefix + folded(stem[len(prefix) + 2 :])
        for prefix in _prefixes_of(stem)
        if stem.startswith("ge", len(prefix)) and len(stem) - len(prefix) - 2 >= _SHORTEST
    }


def _strong(form: str) -> set[str]:
    """The stem of a strong verb, whatever stands before it: 'afgewezen' is 'afwijs'."""
    strong = _folded_strong()
    found = set()
    for prefix in _prefixes_of(form):
        rest = form[len(prefix) :]
        stem = strong.get(rest) or strong.get(rest.removeprefix("ge"))
        if stem is not None:
            found.add(prefix + stem)
    return found


def _prefixes_of(form: str) -> list[str]:
    """The prefixes a form may begin with, the empty one among them."""
    known = _folded_prefixes().get(form[:1], ())
    return ["", *(prefix for prefix in known if form.startswith(prefix))]


@cache
def _folded_prefixes() -> dict[str, list[str]]:
    """The prefixes by their first letter, the shortest in front."""
    found: dict[str, list[str]] = {}
    spelled = {_DOUBLE_VOWEL.sub(lambda m: m[1][0], one) for one in prefixes()}
    for prefix in sorted(spelled, key=len):
        found.setdefault(prefix[0], []).append(prefix)
    return found


@cache
def _folded_strong() -> dict[str, str]:
    return {folded(form): folded(stem) for form, stem in strong_stems().items()}


def joined(particle: str, word: str) -> frozenset[str]:
    """The roots of a verb that stands apart from its particle: 'over', 'droegen' is 'overdrag'."""
    stems = roots(word) | _strong(folded(plain_letters(word)))  # 'ging' is 'ga', short as it is
    return frozenset(_DOUBLE_VOWEL.sub(lambda m: m[1][0], particle) + stem for stem in stems)
