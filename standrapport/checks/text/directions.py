"""Direction words beside a figure ('daalde', 'verdubbeld', 'hoogste sinds 2018') against what the
figures say.

Only what is near enough to be sure: word and figure stand in one part of the sentence (or the word
opens the next part: 'een daling ten opzichte van 2020'), and both years are known. Denials ('niet
gestegen') are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ...core.model import FigureKey
from .mentions import Sentence

ABOUT_SAME = Fraction(5, 100)  # 'ongeveer gelijk' allows a change of five percent

_DAN = r"(?=\s+dan\s+(?:in|een\s+jaar|het\s+jaar|eind|over))"
_SINCE = r"(?=\s+(?:sinds|ooit|in\s+jaren|van\s+de\s+(?:reeks|afgelopen)))"
_WORDS: tuple[tuple[str, str], ...] = (
    ("more_than_doubled", r"(?:meer dan|ruim) verdubbeld(?:en|e)?"),
    ("more_than_halved", r"meer dan (?:gehalveerd|halveerden?)"),
    ("doubled", r"verdubbelden?|verdubbeld|verdubbeling"),
    ("tripled", r"verdrievoudigden?|verdrievoudigd"),
    ("halved", r"halveerden?|gehalveerd|halvering"),
    (
        "same",
        r"(?:ongeveer|vrijwel|nagenoeg)\s+gelijk(?:\s+gebleven)?|gelijk\s+gebleven|ble(?:ef|ven)(?:\s+\w+)?\s+gelijk|stabiel",
    ),
    ("highest", rf"(?:het\s+)?(?:hoogste|grootste)(?:\s+aantal)?{_SINCE}"),
    ("lowest", rf"(?:het\s+)?(?:laagste|kleinste)(?:\s+aantal)?{_SINCE}"),
    (
        "up",
        rf"ste(?:eg|gen)|gestegen|stijg(?:t|en|ing)|n(?:am|amen|eemt)\b[^,;.]{{0,40}}?\btoe\b|toegenomen|toename|groeiden?|gegroeid|(?:meer|hoger){_DAN}",
    ),
    (
        "down",
        rf"daalden?|gedaald|daalt|dalen|daling|n(?:am|amen|eemt)\b[^,;.]{{0,40}}?\baf\b|afgenomen|afname|kromp(?:en)?|gekrompen|(?:minder|lager){_DAN}",
    ),
)
_DIRECTION = re.compile(
    "|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _WORDS), re.IGNORECASE
)
_DENIED = re.compile(
    r"\b(?:niet|geen|nauwelijks|nooit|evenmin|als|mogelijk|verwacht\w*)(?:\s+\w+){0,2}\s*\Z",
    re.IGNORECASE,
)
_LEADS = re.compile(r"[:(]|,\s*(?:naar|tot)\b")
_NEXT_TO = 10  # characters after a colon within which a figure belongs to what was said before it
_PARTS = re.compile(r"[,;:()]|\s(?:maar|terwijl|en|dan wel|hoewel|doordat|omdat|zodat)\s")
_OPENS = re.compile(
    r"\s*(?:en\s+)?(?:dat\s+(?:is|was|zijn|waren)|dit\s+(?:is|was)|een|wat|meer|minder|hoger|lager|ofwel|het|bijna|ruim)\b",
    re.IGNORECASE,
)
_COMPARED_WITH = re.compile(
    r"(?:\bdan\s+(?:in|eind|over)|ten opzichte van|vergeleken met|in vergelijking met|sinds|tegenover)\s+(?:\w+\s+)?((?:19|20)\d\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Told:
    """A figure that stands in a sentence, at a place, with its value."""

    start: int
    end: int
    id: FigureKey
    value: Fraction
    change: bool = False  # the value is itself a change: below zero is a fall


@dataclass(frozen=True)
class Contradiction:
    """A direction word that the figures speak against: the word and its place, the figure then and
    now.
    """

    start: int
    word: str
    id: FigureKey
    now: Fraction
    year: int
    then: Fraction | None  # None: the figure is itself a change


ValueIn = Callable[[FigureKey, int], Fraction | None]


def contradictions(
    sentence: Sentence, told: Sequence[Told], value_in: ValueIn, years: Sequence[int]
) -> Iterator[Contradiction]:
    """Every direction word of a sentence that does not fit.

    `value_in` gives a figure in another year; `years` those of the vintage.
    """
    parts = _parts(sentence)
    for match in _DIRECTION.finditer(sentence.text):
        start = sentence.start + match.start()
        if _DENIED.search(sentence.text[: match.start()][-40:]):
            continue
        at = next(number for number, (low, high) in enumerate(parts) if low <= start < high)
        beside = _beside(sentence, parts, at, told)
        subject = _subject(beside, start)
        if subject is None:
            continue
        kind = match.lastgroup or ""
        if subject.change:
            if (kind == "up" and subject.value < 0) or (kind == "down" and subject.value > 0):
                yield Contradiction(
                    start, match[0], subject.id, subject.value, subject.id.year, None
                )
            continue
        for year, then in _compared(kind, subject, beside, sentence, value_in, years):
            if not _fits(kind, subject.value, then):
                yield Contradiction(start, match[0], subject.id, subject.value, year, then)
                break


def _parts(sentence: Sentence) -> list[tuple[int, int]]:
    cuts = [sentence.start + match.start() for match in _PARTS.finditer(sentence.text)]
    return list(zip([sentence.start, *cuts], [*cuts, sentence.end], strict=True))


def _beside(
    sentence: Sentence, parts: Sequence[tuple[int, int]], at: int, told: Sequence[Told]
) -> list[Told]:
    """The figures in the same part.

    Else in the part before when this one says more about it, or right after a colon.
    """
    low, high = parts[at]
    own = [one for one in told if low <= one.start < high]
    opening = sentence.text[low - sentence.start : high - sentence.start].lstrip(",;:() ")
    if not own and at and _OPENS.match(opening):
        before, until = parts[at - 1]
        own = [one for one in told if before <= one.start < until]
    if not own and at + 1 < len(parts) and _LEADS.match(sentence.text, high - sentence.start):
        own = [one for one in told if high <= one.start < high + _NEXT_TO]
    return own


def _subject(beside: Sequence[Told], start: int) -> Told | None:
    """The figure a word speaks of: the only one, or of one figure in several years the latest.

    Else nobody can tell.
    """
    if len({(one.id.ref, one.id.key) for one in beside}) != 1:
        return None
    return max(beside, key=lambda one: (one.id.year, -abs(one.start - start)))


def _compared(
    kind: str,
    subject: Told,
    beside: Sequence[Told],
    sentence: Sentence,
    value_in: ValueIn,
    years: Sequence[int],
) -> list[tuple[int, Fraction]]:
    """The years to compare with and their values: those the sentence names, else the
    year before.
    """
    if kind in {"highest", "lowest"}:
        since = _COMPARED_WITH.search(sentence.text)
        first = int(since[1]) if since else min(years)
        wanted = [year for year in years if first <= year < subject.id.year]
    elif others := sorted({one.id.year for one in beside} - {subject.id.year}):
        wanted = others[:1]
    elif named := _COMPARED_WITH.search(sentence.text):
        wanted = [int(named[1])]
    else:
        wanted = [subject.id.year - 1]
    return [
        (year, value)
        for year in wanted
        if year != subject.id.year and (value := value_in(subject.id, year)) is not None
    ]


def _fits(kind: str, now: Fraction, then: Fraction) -> bool:
    ratio = now / then if then else None
    match kind:
        case "up":
            return now > then
        case "down":
            return now < then
        case "same":
            return abs(now - then) <= ABOUT_SAME * abs(then)
        case "highest":
            return now >= then
        case "lowest":
            return now <= then
        case _:
            low, high = _RATIOS[kind]
            return ratio is not None and low <= ratio <= high


_RATIOS = {
    "doubled": (Fraction(18, 10), Fraction(22, 10)),
    "more_than_doubled": (Fraction(2), Fraction(1000)),
    "tripled": (Fraction(27, 10), Fraction(33, 10)),
    "halved": (Fraction(45, 100), Fraction(55, 100)),
    "more_than_halved": (Fraction(0), Fraction(1, 2)),
}
