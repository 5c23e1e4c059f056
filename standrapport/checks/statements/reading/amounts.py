# SPDX-License-Identifier: EUPL-1.2
"""Finding the numbers in a text and reading them as intervals.

Bounds of qualifying words (documented in docs/schrijven.md): of a count in percent of the number,
of a share in percentage points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from ....core.words import Phrase
from .mention import Mention, Unit, told_together
from .no_amounts import OPENS, harmless_spans, part, whole

NEAR_COUNT, NEAR_SHARE = Fraction(5, 100), Fraction(5, 2)
BEYOND_COUNT, BEYOND_SHARE = Fraction(10, 100), Fraction(10)
LEAST_SLACK, MOST_SLACK, SLACK = Fraction(1, 2), Fraction(3, 2), Fraction(4, 100)
NEAR_PART = Fraction(4)  # 'ruim een derde' says up to 37,3 percent

_SCALES = {
    "honderd": 100,
    "duizend": 1000,
    "miljoen": 10**6,
    "mln": 10**6,
    "miljard": 10**9,
    "mld": 10**9,
}
_WORD = r"[A-Za-zÀ-ÿ]+"
_DIGITS = r"\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)*"
_NUMBER = Phrase(
    rf"(?P<euro>€\s*)?(?:(?P<digits>(?<![\w.,])(?:{_DIGITS}))(?P<half>½)?|(?P<lonehalf>½)|"
    rf"(?P<word>(?<![\w-])(?=(?i:{OPENS})){_WORD}(?![\w-])))"
    r"(?:[\s\u00a0\u202f]*(?P<scale>(?<!\w)(?:honderd|duizend|miljoen|miljard|mln|mld)\b\.?|"
    r"(?<=\d)(?:mln|mld)\b\.?))?"
    r"(?:[\s\u00a0\u202f]*(?P<unit>%|procentpunten|procentpunt|procent\b|euro\b))?"
)
_BEFORE = Phrase(
    r"(?P<about>ongeveer|circa|ca\.|rond|rondom|zo['’]n|om en nabij|vrijwel|nagenoeg|grofweg|"
    r"naar schatting)|"
    r"(?P<over>ruim|iets meer dan|iets boven)|(?P<under>bijna|krap|haast|nog geen|nog niet|"
    r"niet eens|net geen|net niet|iets minder dan|iets onder)|"
    r"(?P<above>meer dan|boven|minstens|ten minste|minimaal|op zijn minst)|(?P<below>minder dan|"
    r"onder|hoogstens|ten hoogste|maximaal|hooguit)",
    re.IGNORECASE,
)
_MORE_THAN = Phrase(r"\b(?:meer|minder)\s+dan\Z", re.IGNORECASE)
_COMPARED = Phrase(
    r"(?:(?<![\w.,])(?!(?:19|20)\d\d\b)\d[\d.,]*|%|\bprocent(?:punt)?)(?:\s+[^\W\d_]+)?\s+\Z"
)
_SPLIT_BEFORE = Phrase(r"(?:\s+(?:de|het|een))?\s+\Z")
_ONE_IN = Phrase(
    rf"\b(?P<some>een|één|{_WORD}|\d+)\s+(?:op|van)\s+(?:de|elke|iedere)\s+"
    rf"(?P<all>{_WORD}|\d+)\b(?!\.\d)",
    re.IGNORECASE,
)
# 'van elke honderd containers bleken er 12 …', 'van elke euro was 12 cent …': so many percent
_OF_EACH = Phrase(
    r"\b(?:(?:van|op|(?P<every>voor))\s+(?:de|elke|iedere)|per(?=\s+(?:honderd|100)\b))\s+(?P<all>tien|honderd|duizend|10|100|1000|euro)\b"
    r"(?=\s+[^\W\d_])(?P<rest>[^.;!?:]*)",
    re.IGNORECASE,
)
_CENT = Phrase(r"\s+cent\b", re.IGNORECASE)
_PLAIN = Phrase(rf"(?<![\w.,])(?:\d+(?:,\d+)?|{_WORD})(?![\w%])")
_BARE_AFTER = Phrase(
    r"\s*(?:[.,;:()]|\Z|(?:in|naar|tot|via|en|op|uit|dit|vorig|eind|begin|over|voor|bij)\b)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_TEN, _HUNDRED = 10, 100
# 'acht van de tien gemeenten' counts ten of something; 'van de tien klanten' is a share
_OF_THINGS = Phrase(
    r"\s*(?:[.,;:)]|\Z|(?:\w+e\s+)?(?:gemeenten|provincies|landen|regio's|wijken|buurten|steden|loca"
    r"ties|vestigingen|loketten|kantoren|scholen|havens|stations|posten|teams|afdelingen|diensten|"
    r"\w*(?:punten|doelen)|uren|dagen|weken|maanden|jaren|jaar)\b)",
    re.IGNORECASE,
)
_SHARE = Phrase(
    r"\b(?:(?P<half>de helft)|(?P<quarter>driekwart|drie\s+kwart)|(?:(?P<some>een|één|twee|drie|"
    r"vier|vijf|zes|zeven|acht|negen)(?:\s+|(?!tiende))|"  # 'tweederde', no 'zeventiende'
    r"(?<=\bnog geen ))"
    r"(?P<part>derde|kwart|vierde|vijfde|zesde|zevende|achtste|negende|tiende)n?)\b(?!\s+(?:keer|"
    r"jaar|maal|editie|helft|kwartaal|land|lidstaat|partij))",
    re.IGNORECASE,
)


def find(text: str, taken: Sequence[tuple[int, int]] = ()) -> list[Mention]:
    """Every amount in the text, in order. `taken` spans hold references: nothing is read there."""
    of_each, others = list(_of_each(text)), [*_shares(text), *_numbers(text)]
    if not of_each and not others:
        return []
    blocked = [*taken, *harmless_spans(text)]
    found: list[Mention] = []
    ends = {end for _, end in taken}
    for everyone, mention in of_each:
        blocked.append(everyone)
        if mention is not None:
            found.append(mention)
            blocked.append((mention.start, mention.end))
    for mention in others:
        if _after_one_of(text, mention.start, ends) and mention.text[0].isalpha():
            continue  # '{{ geld.boetes }} duizend euro': the scale of what stands before it
        if not any(start < mention.end and mention.start < end for start, end in blocked):
            found.append(mention)
            blocked.append((mention.start, mention.end))
    return [
        _qualified(text, _percentage(text, mention))
        for mention in told_together(text, sorted(found, key=lambda one: one.start))
    ]


def _percentage(text: str, mention: Mention) -> Mention:
    """A bare number after 'het percentage …' says so many percent: 'liep op van 71 naar 80'."""
    bare = mention.unit is Unit.COUNT and mention.text[0].isdigit() and mention.value <= _HUNDRED
    if not bare or not _BARE_AFTER.match(text, mention.end):
        return mention
    sentence = re.split(r"[.!?]\s", text[: mention.start])[-1]
    if not re.search(r"\bpercentages?\b|\w+percentage\b", sentence, re.IGNORECASE):
        return mention
    step = Fraction(1, 10) if "," in mention.text else Fraction(1)
    low, high = mention.value - step / 2, mention.value + step / 2
    return replace(mention, low=low, high=high, unit=Unit.PERCENT, plain=False)


def _after_one_of(text: str, start: int, ends: set[int]) -> bool:
    return start - 1 in ends or start in ends or len(text[:start].rstrip()) in ends


def _shares(text: str) -> Iterator[Mention]:
    """'de helft', 'twee derde', 'een op de drie'."""
    for match in _ONE_IN.finditer(text):
        some, everyone = _count(match["some"]), _count(match["all"])
        if some and everyone and some < everyone and _is_ratio(text, match, everyone):
            slack = Fraction(5) if everyone == _TEN else None  # tens of percents
            yield _share(text, *match.span(), Fraction(100 * some, everyone), slack)
    for match in _SHARE.finditer(text):
        divisor = part(match["part"]) if match["part"] else None
        value = (
            Fraction(50)
            if match["half"]
            else Fraction(75)
            if match["quarter"]
            else Fraction(100 * (whole(match["some"] or "een") or 0), divisor or 1)
        )
        if value < 100:
            yield _share(text, match.start(), match.end(), value)


def _of_each(text: str) -> Iterator[tuple[tuple[int, int], Mention | None]]:
    """'Van elke honderd … zijn er 12': the span of 'honderd', and 12 percent; 'op elke duizend …
    2,7' says so many for each thousand, as a figure may.
    """
    for match in _OF_EACH.finditer(text):
        cents = match["all"].lower() == "euro"
        everyone = _HUNDRED if cents else _count(match["all"]) or 0
        before = re.search(rf"({_WORD}|\d+)\s+\Z", text[: match.start()])
        if before and _count(before[1]):
            continue  # '83 van de honderd gevallen'
        for one in _PLAIN.finditer(text, match.start("rest"), match.end("rest")):
            some = _count(one[0])
            if _YEAR.fullmatch(one[0]) or (cents and not _CENT.match(text, one.end())):
                continue
            if "," in one[0]:
                yield match.span("all"), None
                break
            if (
                some
                and (some < everyone or match["every"])
                and one[0].lower() not in {"een", "één"}
            ):
                yield (
                    match.span("all"),
                    _share(text, one.start(), one.end(), Fraction(100 * some, everyone)),
                )
                break


def _count(text: str) -> int | None:
    return int(text) if text.isdigit() else whole(text)


def _is_ratio(text: str, match: re.Match[str], everyone: int) -> bool:
    """Whether so many of so many is a share, rather than a count of things."""
    of_ten = everyone == _TEN and _OF_THINGS.match(text, match.end()) is None
    return of_ten or " op " in match[0] or everyone >= _HUNDRED


def _share(
    text: str, start: int, end: int, value: Fraction, slack: Fraction | None = None
) -> Mention:
    """A share in words; without a slack of its own 'een derde' says 32,0 to 34,7 percent."""
    if slack is None:
        slack = min(MOST_SLACK, max(LEAST_SLACK, SLACK * value))
    return Mention(
        start,
        end,
        text[start:end],
        value,
        value - slack,
        value + slack,
        Unit.PERCENT,
        plain=False,
    )


def _numbers(text: str) -> Iterator[Mention]:
    at = 0
    while match := _NUMBER.search(text, at):
        read = _read(match)
        # A word that is no number must not swallow what comes after it.
        at = match.end() if read is not None else max(match.start() + 1, match.end("word"))
        if read is not None:
            yield read


def _read(match: re.Match[str]) -> Mention | None:
    """The number a match says, or None when it is an ordinary word."""
    scale = _SCALES[match["scale"].rstrip(".")] if match["scale"] else 1
    step = Fraction(0)
    if match["word"]:
        value: Fraction | None = _words(
            match["word"], counted=bool(match["scale"] or match["unit"])
        )
    elif match["lonehalf"]:
        value = Fraction(1, 2)
    else:
        value, step = _digits(match["digits"])
        if match["half"]:
            value += Fraction(1, 2)
    if value is None:
        return None
    halves = match["half"] or match["lonehalf"]
    if scale > 1:
        step = Fraction(1, 2) if halves else step or Fraction(1)
    unit = Unit.COUNT
    if match["unit"] in {"%", "procent"}:
        unit, step = Unit.PERCENT, step or Fraction(1)
    elif match["unit"] in {"procentpunt", "procentpunten"}:
        unit, step = Unit.POINTS, step or Fraction(1)
    elif match["unit"] == "euro" or match["euro"]:
        unit = Unit.EURO
    slack = step * scale / 2 if unit is not Unit.COUNT or scale > 1 else Fraction(0)
    value *= scale
    end = (
        match.end("unit")
        if match["unit"]
        else match.end("scale")
        if match["scale"]
        else match.end("half")
        if match["half"]
        else match.end()
    )
    text = match.string[match.start() : end].rstrip()
    plain = slack == 0
    return Mention(
        match.start(),
        match.start() + len(text),
        text,
        value,
        value - slack,
        value + slack,
        unit,
        plain=plain,
    )


def _words(word: str, *, counted: bool) -> Fraction | None:
    """A number word; 'een' and 'één' only count before 'procent', 'duizend' and the like.

    'honderden' is no number.
    """
    if word.lower().replace("é", "e") == "een" and not counted:
        return None
    number = whole(word)
    return None if number is None else Fraction(number)


def _digits(text: str) -> tuple[Fraction, Fraction]:
    """The number written in digits and the step of its last decimal (0 when whole).

    Dutch notation first; what is not (13.84, 13,840.5) is read as closely as can be, so that it
    matches nothing and is reported.
    """
    plain = re.sub(r"[\u00a0\u202f ]", "", text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?", plain):
        number = Decimal(plain.replace(".", "").replace(",", "."))
    else:
        head, _, tail = re.sub(r"[.,]", " ", plain).rpartition(" ")
        number = Decimal(f"{head.replace(' ', '')}.{tail}")
    exponent = int(number.as_tuple().exponent)
    return Fraction(number), Fraction(1, 10**-exponent) if exponent < 0 else Fraction(0)


def _qualified(text: str, mention: Mention) -> Mention:
    """The mention with a word such as 'ruim' or 'ongeveer' before it taken in."""
    gap = _SPLIT_BEFORE.search(text[: mention.start])
    if gap is None:
        return mention
    before = text[: gap.start()]
    word = next(
        (
            m
            for m in _BEFORE.finditer(before, max(0, len(before) - 20))
            if m.end() == len(before) and _word_start(before, m.start())
        ),
        None,
    )
    if word is None or mention.between:
        return mention
    if _MORE_THAN.search(before, word.start()) and _COMPARED.search(before[: word.start()]):
        return mention  # '438 meer dan de 1.807 van 2023' compares two amounts
    shares = mention.unit in {Unit.PERCENT, Unit.POINTS}
    near = NEAR_SHARE if shares else NEAR_COUNT * mention.value
    if shares and "procent" not in mention.text and not any(map(str.isdigit, mention.text)):
        near = NEAR_PART
    beyond = BEYOND_SHARE if shares else BEYOND_COUNT * mention.value
    low, high = mention.low, mention.high
    match word.lastgroup:
        case "about":
            low, high = min(low, mention.value - near), max(high, mention.value + near)
        case "over":
            low, high = mention.value, mention.value + near
        case "under":
            low, high = mention.value - near, mention.value
        case "above":
            low, high = mention.value, mention.value + beyond
        case _:
            low, high = mention.value - beyond, mention.value
    return replace(
        mention,
        start=word.start(),
        text=text[word.start() : mention.end],
        low=low,
        high=high,
        plain=False,
    )


def _word_start(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()
