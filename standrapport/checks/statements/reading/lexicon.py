# SPDX-License-Identifier: EUPL-1.2
"""The closed-class words of Dutch that the reader of statements needs, read from `data/` once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from ....core.words import Phrase, direction_patterns

# what all that came in, and all that went out, is called
INCOME = ("inkomsten", "baten", "opbrengsten", "ontvangsten")
EXPENSE = ("uitgaven", "lasten", "kosten")

DATA = Path(__file__).with_name("data")


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """The rows of a data file, fields apart; comment lines start with '#'."""
    for line in (DATA / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(line.split("\t"))


@cache
def kinds_of_words() -> Mapping[str, frozenset[str]]:
    """Per kind of closed-class word ('voorzetsel', 'hulpwerkwoord', …) the words."""
    return {kind: frozenset(words.split()) for kind, words in rows("gesloten-woorden.tsv")}


@cache
def closed_words() -> frozenset[str]:
    """Every word that names no figure by itself."""
    return frozenset().union(*kinds_of_words().values())


@cache
def framing_words() -> frozenset[str]:
    """Words around a statement that narrow nothing: data, and all closed-class words."""
    return closed_words() | {word for (line,) in rows("omlijsting.tsv") for word in line.split()}


@cache
def prefixes() -> Mapping[str, bool]:
    """The prefixes of verbs, longest first, with whether each can stand apart from its verb."""
    found = {prefix: kind == "los" for prefix, kind in rows("voorvoegsels.tsv")}
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


@cache
def strong_stems() -> Mapping[str, str]:
    """The stem of a strong verb per other stem of its forms: 'trok' and 'trokken' give 'trek'."""
    return {form: stem for stem, forms in rows("sterke-werkwoorden.tsv") for form in forms.split()}


@cache
def alike() -> tuple[tuple[str, ...], ...]:
    """Groups of words that stand for one another in any report."""
    return tuple(tuple(group.split()) for (group,) in rows("gelijke-woorden.tsv"))


@cache
def claim_patterns() -> dict[str, list[tuple[str, Phrase]]]:
    """Per kind of relation its ways with what says each."""
    found: dict[str, list[tuple[str, Phrase]]] = {}
    for kind, way, words in rows("verhoudingen.tsv"):
        parts = words.replace("~", r"(?:(?:[^.;:(),]|(?<=\d)[.,](?=\d)){0,60}?\s)?")
        pattern = Phrase(rf"(?<!\d[.,])\b(?:{parts})\b", re.IGNORECASE)
        found.setdefault(kind, []).append((way, pattern))
    return found


@cache
def year_phrases() -> tuple[tuple[Phrase, str, int], ...]:
    """What names a year without its number: the phrase, from where it counts and how far on."""
    return tuple(
        (Phrase(rf"\b(?:{phrase})\b", re.IGNORECASE), base, int(further))
        for phrase, base, further in rows("jaarwoorden.tsv")
    )


@lru_cache(maxsize=1)
def claim_patterns_in(text: str) -> dict[str, list[tuple[str, Phrase]]]:
    """Of directions ('richting') and each kind of relation the ways that may be in a text: every
    sentence of it asks for all of them.
    """
    every = {"richting": direction_patterns(), **claim_patterns()}
    return {kind: [one for one in ways if one[1].may_be_in(text)] for kind, ways in every.items()}


def unsaid(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where a sentence only wishes, expects or supposes something: that is not said to be so."""
    found = []
    for way, pattern in claim_patterns()["ongezegd"]:
        for match in pattern.finditer(text, start, end):
            low = start if way == "zin" else match.start()
            stops = [at for mark in ".;" if (at := text.find(mark, match.end(), end)) >= 0]
            found.append((low, min(stops, default=end)))
    return found
