# SPDX-License-Identifier: EUPL-1.2
"""Sentences that lean on the year they were written for, so that they may be untrue a year later
without one wrong number: what a new edition must be read for again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...core.formula import EXPRESSION
from ...core.frozen import dataclass
from ...core.model import Edition
from ...core.notation import join_names
from ..text.texts import Place, texts_of
from .claims.claims import claims_in
from .reading.amounts import find
from .reading.lexicon import rows
from .reading.mention import Mention, Sentence, sentences

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d)")
_NAMED = re.compile(r"\[[^\[\]]*?\b((?:19|20)\d\d)\s*\]|som\([^()]*\b((?:19|20)\d\d)\s*\)")
_MARK = "\ue000"
_TERM = "geen telling"
_WISH = re.compile(r"(?!meer\b|minder\b)\w+er\s+\w+en", re.IGNORECASE)  # no year is claimed
# a rule, of any year: 'Wie terugkomt, telt vaker mee', not 'Wie wegging, deed dat vaker zelf'
_GENERAL = re.compile(r"\W*wie\b[^.]*,\s+(?!\w*(?:cht|moest|liet|zat|at)\b)\w+t\b", re.IGNORECASE)
_NAMES = re.compile(r"\bnamen\((\d+)\)")  # a filter that gives so many: it moves along
_SMALL = 20  # up to here a number in words counts the things of the text itself
_MOVED = ("titel", "noot")  # beside a window of years, where `new` moves them along


@dataclass(frozen=True)
class LeaningSentence:
    """A sentence that leans on the year, the block it stands in (chapter/id) and why."""

    place: str
    sentence: str
    why: str


def leaning(edition: Edition, old: int) -> list[LeaningSentence]:
    """The sentences of a new edition that lean on the report year `old` of the edition they were
    written for, in reading order.
    """
    found = []
    for place in texts_of(edition):
        text = _Blanked(place.text.raw)
        whole = [Sentence(0, len(text.shown))] if place.field == "samenvatting" else None
        for sentence in whole or sentences(text.shown):
            why = list(_reasons(text, sentence, place, edition.year, old))
            if why:
                words = " ".join(place.text.raw[sentence.start : sentence.end].split())
                block = f"{place.chapter}/{place.block.id}" if place.block else place.chapter
                found.append(LeaningSentence(block, words, "; ".join(why)))
    return found


class _Blanked:
    """A text with every expression made blank (`shown`), and every amount too (`bare`)."""

    def __init__(self, raw: str) -> None:
        self.spans = [match.span() for match in EXPRESSION.finditer(raw)]
        self.inside = [match["inside"].strip() for match in EXPRESSION.finditer(raw)]
        self.shown = EXPRESSION.sub(lambda match: _MARK * len(match[0]), raw)
        self.mentions = find(self.shown, self.spans)
        self.bare = self.shown
        for one in self.mentions:
            wide = one.end - one.start
            self.bare = f"{self.bare[: one.start]}{_MARK * wide}{self.bare[one.end :]}"

    def expressions(self, sentence: Sentence) -> list[str]:
        """What stands within the braces in a sentence."""
        return [
            inside
            for (start, _), inside in zip(self.spans, self.inside, strict=True)
            if sentence.start <= start < sentence.end
        ]


def _reasons(
    text: _Blanked, sentence: Sentence, place: Place, year: int, old: int
) -> Iterator[str]:
    start, end = sentence.start, sentence.end
    said, expressions = text.shown[start:end], text.expressions(sentence)
    moved = place.field in _MOVED and str(year) in _YEAR.findall(said)
    years = [] if moved else _years(said, expressions, old)
    mentions = [one for one in text.mentions if start <= one.start < end]
    bare = not expressions and not mentions
    claimed = [] if _any_year(said, place, bare=bare) else _claimed(text, start, end)
    counted, typed = _counts(text, mentions, start, end)
    fact = place.chapter != "rapport" and not mentions and _only_the_year(expressions)
    for holds, why in (
        (years, f"noemt {join_names(years)}"),
        (fact, "vertelt iets van {{ jaar }} waar geen cijfer bij staat"),
        (claimed, f"zegt hoe cijfers zich verhouden ({_quoted(claimed)})"),
        (counted, f"telt in woorden ({_quoted(counted)})"),
        (typed, f"heeft een getypt getal ({_quoted(typed)})"),
        *_leaning_reasons(said),
        (place.field == "samenvatting", "vat het blok samen"),
    ):
        if holds:
            yield why


def _any_year(said: str, place: Place, *, bare: bool) -> bool:
    """Whether what a sentence claims is no more of this year than of another."""
    wish = place.field == "titel" and _WISH.fullmatch(said.strip())  # 'Sneller herstellen'
    return bool(wish or (bare and _GENERAL.match(said)))


def _claimed(text: _Blanked, start: int, end: int) -> list[str]:
    return [claim.words for claim in claims_in(text.shown, text.bare, start, end)]


def _counts(
    text: _Blanked, mentions: list[Mention], start: int, end: int
) -> tuple[list[str], list[str]]:
    """The counts in words that are no term or rhythm ('binnen drie maanden', 'elke vijf jaar'), and
    the numbers that are no such counts.
    """
    given = {int(many) for many in _NAMES.findall(" ".join(text.expressions(Sentence(start, end))))}
    mentions = [one for one in mentions if one.value not in given]
    terms = [match.span() for match in _leaning_words()[_TERM].finditer(text.bare, start, end)]
    small = [one for one in mentions if _small_in_words(one)]
    counted = [one.text for one in small if not any(a <= one.start < b for a, b in terms)]
    return counted, [one.text for one in mentions if one not in small]


def _leaning_reasons(said: str) -> Iterator[tuple[list[str], str]]:
    """The words of a sentence by which it leans on the year, and why they do."""
    for why, pattern in _leaning_words().items():
        found = [match[0] for match in pattern.finditer(said)]
        if why != _TERM:
            yield found, f"{why} ({_quoted(found)})"


def _only_the_year(expressions: list[str]) -> bool:
    return bool(expressions) and all(one.startswith("jaar") for one in expressions)


def _years(said: str, expressions: list[str], old: int) -> list[str]:
    """The years from the one before `old` on that a sentence names, typed or in a reference."""
    found = [int(one) for one in _YEAR.findall(said)]
    for expression in expressions:
        found += [int(one or other) for one, other in _NAMED.findall(expression)]
    return [str(year) for year in sorted(set(found)) if year >= old - 1]


def _small_in_words(one: Mention) -> bool:
    return not any(character.isdigit() for character in one.text) and one.high <= _SMALL


def _quoted(words: list[str]) -> str:
    return join_names([f"'{' '.join(one.split())}'" for one in dict.fromkeys(words)])


@cache
def _leaning_words() -> dict[str, re.Pattern[str]]:
    """Per reason to lean on a year what says so."""
    phrases: dict[str, list[str]] = {}
    for why, phrase in rows("leunwoorden.tsv"):
        phrases.setdefault(why, []).append(rf"(?:{phrase})")
    return {
        why: re.compile(rf"(?:\b|(?=\W))(?:{'|'.join(own)})(?:\b|(?<=\W))", re.IGNORECASE)
        for why, own in phrases.items()
    }
