# SPDX-License-Identifier: EUPL-1.2
"""Words that say something of figures without a number: found here, judged elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from ...core.words import direction_patterns
from .no_amounts import whole

_DENIED = re.compile(
    r"\b(?:niet|geen|nauwelijks|nooit|evenmin|als|mogelijk|mocht|zou(?:den)?|verwacht\w*|kan|"
    r"kunnen|zal|zullen|willen|moet(?:en)?|om|doel|streven)(?:\s+\w+){0,2}\s*\Z",
    re.IGNORECASE,
)
_MORE = r"meer|vaker|hoger|groter|grotere|hogere"
_LESS = r"minder|lager|kleiner|lagere|kleinere|minder vaak|zeldzamer"
_COMPARES = re.compile(
    rf"\b(?:(?P<more>{_MORE})|(?P<less>{_LESS}))\b(?P<gap>[^.;:()]{{0,60}}?)\b(?P<dan>dan)\b",
    re.IGNORECASE,
)
_EVER = re.compile(
    rf"\b(?:(?:steeds|weer|opnieuw|(?:elk|ieder) jaar)\s+(?:\w+\s+){{0,2}}?)(?:(?P<more>{_MORE})|"
    rf"(?P<less>{_LESS}))\b",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:(?P<most>meeste|hoogste|grootste|hoogst|grootst|meest|vaakst|merendeel|meerderheid)|"
    r"(?P<least>minste|laagste|kleinste|laagst|kleinst|minst|minderheid))\b",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"\bop\s+(?:een|één|1|(?P<two>twee|2))\s+na\b|\bop\s+(?:de\s+)?(?P<place>tweede|derde|vierde|"
    r"vijfde|eerste)\s+plaats\b|"
    r"\bop\s+plaats\s+(?P<number>\d|een|één|twee|drie|vier)\b",
    re.IGNORECASE,
)
_OVER_TIME = re.compile(
    r"\b(?:sinds|ooit|reeks|periode|in jaren|van de afgelopen|van alle jaren|niet eerder|"
    r"in geen (?:enkel )?jaar|record|meetjaren|sedert)\b",
    re.IGNORECASE,
)
_SO = re.compile(
    r"\b(?:nooit|niet(?:\s+eerder)?|nog nooit)\b[^.;]{0,30}?\bzo\s+(?:(?P<most>hoog|veel|groot|"
    r"vaak)|(?P<least>laag|weinig|klein))\b",
    re.IGNORECASE,
)
_NEVER = re.compile(r"\b(?:nooit|niet eerder|in geen (?:enkel )?jaar)\b", re.IGNORECASE)
_PLACES = {
    "eerste": 1,
    "tweede": 2,
    "derde": 3,
    "vierde": 4,
    "vijfde": 5,
    "een": 1,
    "één": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
}


class Claims(Enum):
    """What is claimed."""

    DIRECTION = "richting"
    ORDER = "vergelijking"
    EXTREME = "uiterste"  # of kinds or keys
    PEAK = "piek"  # of years


@dataclass(frozen=True)
class Claim:
    """Words at `start` up to `end` that claim something; `way` is the kind of direction, or 'op'
    and 'neer' for most and least; `place` the rank claimed; `than` where 'dan' stands.
    """

    kind: Claims
    start: int
    end: int
    words: str
    way: str
    place: int = 1
    than: tuple[int, int] | None = None
    never: bool = False  # 'nooit minder dan in 2021': a claim on every year


def claims_in(text: str, shown: str, start: int, end: int) -> Iterator[Claim]:
    """Every claim without a number in a sentence, in order of kind; `shown` is the text with its
    numbers made blank.
    """
    taken: list[tuple[int, int]] = []

    def free(match: re.Match[str]) -> bool:
        return not any(low < match.end() and match.start() < high for low, high in taken)

    for match in _COMPARES.finditer(text, start, end):
        never = bool(_NEVER.search(text[start : match.start()]))
        denied = _denied(text, start, match.start()) and not never
        if not free(match) or _qualifies(match, shown) or denied:
            continue
        taken.append((match.start(), match.end("more") if match["more"] else match.end("less")))
        way = "op" if match["more"] else "neer"
        word = "more" if match["more"] else "less"
        yield Claim(
            Claims.ORDER,
            match.start(word),
            match.end(word),
            match[word],
            way,
            than=match.span("dan"),
            never=never,
        )
    for match in _EVER.finditer(text, start, end):
        if free(match):
            taken.append(match.span())
            way = "op" if match["more"] else "neer"
            yield Claim(Claims.DIRECTION, match.start(), match.end(), match[0], way)
    ranked = _RANKED.search(text, start, end)
    for match in _SO.finditer(text, start, end):
        taken.append(match.span())
        way = "op" if match["most"] else "neer"
        yield Claim(Claims.PEAK, match.start(), match.end(), match[0], way)
    for match in _MOST.finditer(text, start, end):
        if not free(match) or _of_several(text, start, match):
            continue
        taken.append(match.span())
        way = "op" if match["most"] else "neer"
        kind = Claims.PEAK if _OVER_TIME.search(text, start, end) else Claims.EXTREME
        place = _place(ranked) if ranked else 1
        yield Claim(kind, match.start(), match.end(), match[0], way, place)
        ranked = None
    if ranked is not None and (ranked["place"] or ranked["number"]):
        yield Claim(Claims.EXTREME, ranked.start(), ranked.end(), ranked[0], "op", _place(ranked))
    for kind_, pattern in direction_patterns():
        for match in pattern.finditer(text, start, end):
            denied = _denied(text, start, match.start()) or _quoted(text, match.start())
            if free(match) and not denied:
                taken.append(match.span())
                yield Claim(Claims.DIRECTION, match.start(), match.end(), match[0], kind_)


def _place(match: re.Match[str]) -> int:
    if match["place"]:
        return _PLACES[match["place"].lower()]
    if match["number"]:
        number = match["number"].lower()
        return int(number) if number.isdigit() else _PLACES[number]
    return 3 if match["two"] else 2


def _qualifies(match: re.Match[str], shown: str) -> bool:
    """Whether 'meer dan' only says how exact a number is."""
    after = shown[match.end() :].lstrip().lower()
    ratio = after.startswith(("verdubbel", "gehalveerd", "halve", "verdrievoudig", "de helft"))
    return not match["gap"].strip() and (ratio or after[:1] in {"\ue000", ""})


def _of_several(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a superlative is of several ('de vijf grootste') or of an adjective ('meest
    gestelde').
    """
    before = text[start : match.start()].lower().split()
    numbered = bool(before) and (before[-1].isdigit() or whole(before[-1]) is not None)
    if "met" in before[-2:]:  # 'de vijf landen met de grootste instroom'
        numbered |= any(one.isdigit() or (whole(one) or 0) > 1 for one in before[-6:])
    after = re.match(r"\s+(\w+(?:d|t|en)e?)\b", text[match.end() :])
    of_adjective = match[0].lower() == "meest" and after is not None
    plural = re.match(
        r"\s+(?:soorten|groepen|redenen|oorzaken|landen|nationaliteiten)\b", text[match.end() :]
    )
    return numbered or of_adjective or (plural is not None and match[0].lower() != "meeste")


def _quoted(text: str, at: int) -> bool:
    return text[max(0, at - 1) : at] in {
        "'",
        "\N{LEFT SINGLE QUOTATION MARK}",
        '"',
        "\N{LEFT DOUBLE QUOTATION MARK}",
    }


def _denied(text: str, start: int, at: int) -> bool:
    return bool(_DENIED.search(text[max(start, at - 40) : at]))
