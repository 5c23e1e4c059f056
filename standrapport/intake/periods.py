# SPDX-License-Identifier: EUPL-1.2
"""Time on delivered tables: a label as a year or a part of one, and what titles and notes say about
the last year and the reference date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from enum import Enum

from ..core.frozen import dataclass
from ..core.model import PeriodProblem, period_of
from ..core.notation import MONTHS, day_in
from .words import without_marks

_SHORT = {
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_MONTH = "|".join([*MONTHS, *sorted(_SHORT, key=len, reverse=True)])
_YEAR = r"(?:19|20)\d\d"
_LEAP = 2024  # a year that has every day
_TO = r"(?:t\s?/\s?m\.?|t\.?m\.?|tot en met|tot en met eind|-|–|—)"
_THROUGH = re.compile(
    rf"(?:(?P<from>{_MONTH})\.?\s*(?P<since>{_YEAR})?\s*)?{_TO}\s*(?:eind\s+)?(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{_MONTH})\b\.?(?:\s*(?P<year>{_YEAR}))?"
)
_DATE = re.compile(
    rf"(?P<d>\d{{1,2}})[\s-]+(?P<m>{_MONTH}|\d{{1,2}})[\s-]+(?P<y>{_YEAR})"
    rf"|(?P<y2>{_YEAR})-(?P<m2>\d\d)-(?P<d2>\d\d)"
    rf"|(?P<d3>\d{{1,2}})/(?P<m3>\d{{1,2}})/(?P<y3>{_YEAR})"
)
# '08-mrt-2024', '8-mrt-24': a day, not 'up to March'.
_HYPHENED = re.compile(rf"\b(\d{{1,2}})-({_MONTH})\.?-({_YEAR}|\d\d)\b")
_AS_OF = re.compile(
    r"\b(?:peildatum|peilmoment|stand (?:per|op|van)|geregistreerd (?:t/m|tot en met)|gegevens"
    r" (?:t/m|tot en met)|per)\b[\s:]*(?:is\s+|op\s+)?"
)
# 'eerste tien maanden', 'de eerste 3 kwartalen van 2025', 't/m Q3', 'eerste halfjaar'
_FIRST_PART = re.compile(
    r"\beerste \w+ (?:maanden|kwartalen)\b|\beerste (?:kwartaal|half\s?jaar)\b"
    r"|\b(?:t/m|tot en met) (?P<quarter>q[1-4]\b|[1-4]e kwartaal\b|kwartaal [1-4]\b)"
)
_NEARBY = rf"\W*(?:[^\W\d]+\W+){{0,3}}({_YEAR})"
_PROVISIONAL = re.compile(r"\bvoorlopige?\b|\bvlp\b|\bnog niet definitief\b", re.IGNORECASE)


class Span(Enum):
    """How much of a year a label covers."""

    YEAR = "jaar"
    PART = "deel"  # from January up to a month or day: may be in a figure file, with its period
    # A month, a quarter, more years together: no figure of a year where that stands beside it.
    OTHER = "ander"


@dataclass(frozen=True)
class PeriodLabel:
    """A label read as time.

    `year` None when it says only which part; `period` as a figure file has it (None: the whole
    year).
    """

    span: Span
    year: int | None
    period: str | None = None
    provisional: bool = False


def read_period(label: str) -> PeriodLabel | None:
    """'2018', '2023 (t/m oktober)', 'jan-okt 2023', '31 december 2024' as time.

    None when a label is none.
    """
    text, _ = without_marks(label)
    if code := re.fullmatch(
        rf"({_YEAR})(JJ00|KW\d\d|MM\d\d)", text
    ):  # as statistical databases write periods
        return PeriodLabel(Span.YEAR if code[2] == "JJ00" else Span.OTHER, int(code[1]))
    provisional = says_provisional(text)
    text = re.sub(
        r"\b(?:voorlopige?|vlp|cijfers?|jaar|heel|hele|geheel|verslagjaar)\b|[().,:;]",
        " ",
        text.lower(),
    )
    text = " ".join(text.split())
    if re.fullmatch(_YEAR, text):
        return PeriodLabel(Span.YEAR, int(text), None, provisional)
    if re.fullmatch(rf"(?:eind|ultimo)\s+{_YEAR}", text):
        return PeriodLabel(Span.YEAR, int(text[-4:]), None, provisional)
    if match := re.fullmatch(rf"(?:stand\s+)?(?:per|op|van|stand)?\s*({_DATE.pattern})", text):
        return _at(read_date(match[1]), provisional)
    if re.fullmatch(rf"stand \d{{1,2}} (?:{'|'.join(MONTHS)})", text):
        return PeriodLabel(Span.PART, None, text, provisional)
    if (match := re.fullmatch(rf"(?:(?P<before>{_YEAR})\s*)?{_THROUGH.pattern}", text)) and match[
        "month"
    ]:
        if match["since"] and match["year"] and match["since"] != match["year"]:
            return PeriodLabel(Span.OTHER, int(match["year"]), None, provisional)
        return _part(
            match["from"],
            match["day"],
            match["month"],
            match["year"] or match["before"] or match["since"],
            provisional,
        )
    return _elsewhere(text, provisional)


def _elsewhere(text: str, provisional: bool) -> PeriodLabel | None:
    """A month, a quarter, half a year or a span of years, with the part of the year that it is."""
    if not _is_other(text):
        return None
    year = re.search(_YEAR, text)
    part = _own_part(re.sub(_YEAR, "", text))
    return PeriodLabel(Span.OTHER, int(year[0]) if year else None, part, provisional)


def _first_part(text: str) -> str | None:
    """The part from January that a phrase as 'eerste tien maanden' is, as a figure file has it."""
    match = _FIRST_PART.fullmatch(text.removeprefix("de ").strip())
    if match is None:
        return None
    if match["quarter"]:
        months = 3 * int(re.sub(r"\D", "", match["quarter"]))
        return _own_part(f"t/m {MONTHS[months - 1]}")
    return _own_part(match[0])


def _part(
    start: str | None, day: str | None, month: str, year: str | None, provisional: bool
) -> PeriodLabel:
    named = int(year) if year else None
    number = _month(month)
    last = monthrange(named or 2023, number)[1]
    if day is not None and not 1 <= int(day) <= monthrange(named or _LEAP, number)[1]:
        return PeriodLabel(Span.OTHER, named, None, provisional)  # '31 februari' is no day
    if start is not None and _month(start) != 1:
        until = f"{int(day)} " if day is not None and int(day) < last else ""
        period = _own_part(f"{MONTHS[_month(start) - 1]} t/m {until}{MONTHS[number - 1]}")
        return PeriodLabel(Span.OTHER, named, period, provisional)
    if day is not None and int(day) < last:
        return PeriodLabel(Span.PART, named, f"t/m {int(day)} {MONTHS[number - 1]}", provisional)
    if number == 12:
        return PeriodLabel(Span.YEAR, named, None, provisional)
    return PeriodLabel(Span.PART, named, f"t/m {MONTHS[number - 1]}", provisional)


def _at(day: date | None, provisional: bool) -> PeriodLabel | None:
    """A state at a date: the end of the year is the year's own."""
    if day is None:
        return None
    if (day.month, day.day) == (12, 31):
        return PeriodLabel(Span.YEAR, day.year, None, provisional)
    return PeriodLabel(Span.PART, day.year, f"stand {day.day} {MONTHS[day.month - 1]}", provisional)


def _is_other(text: str) -> bool:
    """Months, quarters, half years and spans of years."""
    return bool(
        re.fullmatch(
            rf"(?:{_YEAR}\s*)?(?:{_MONTH})\.?(?:\s*'?(?:\d\d|{_YEAR}))?|{_YEAR}[-/"
            rf" ](?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-/]{_YEAR}",
            text,
        )
        or re.fullmatch(
            rf"(?:{_YEAR}\s*)?(?:q[1-4]|[1-4]e?\s*kwartaal|kwartaal\s*[1-4]|k[1-4]|[12]e?\s*half\s?jaar|h[12])(?:\s*(?:van\s*)?{_YEAR})?",
            text,
        )
        or re.fullmatch(rf"{_YEAR}\s*(?:-|–|/|t/m|tot en met|en)\s*(?:{_YEAR}|\d\d)", text)
        or re.fullmatch(rf"(?:t/m|tot en met|sinds|vanaf|voor)\s*{_YEAR}", text)
    )


def _own_part(text: str) -> str | None:
    """A month, a quarter or months that do not begin in January as a figure file has them; None for
    what is no part of one year.
    """
    word = text.strip(" -/.'")
    name = MONTHS[_month(word) - 1] if word in MONTHS or word in _SHORT else word
    try:
        return period_of(re.sub(r"half jaar", "halfjaar", name), _LEAP)
    except PeriodProblem:
        return None


def _month(name: str) -> int:
    return MONTHS.index(name) + 1 if name in MONTHS else _SHORT[name]


def read_date(text: str) -> date | None:
    """'28 februari 2025', '28-02-2025', '28/02/2025' or '2025-02-28'.

    None when it is no day of the calendar.
    """
    match = _DATE.search(_HYPHENED.sub(_spelled, text.lower()))
    return None if match is None else day_in(match, _month)


def _spelled(match: re.Match[str]) -> str:
    """'8-mrt-24' as '8 mrt 2024'."""
    year = match[3] if len(match[3]) > 2 else f"20{match[3]}"
    return f"{match[1]} {match[2]} {year}"


def as_period(text: str) -> str | None:
    """A part of a year as a figure file has it: 't/m oktober', 'stand 31 augustus'.

    None when a text is none.

    >>> as_period("eerste tien maanden")
    't/m oktober'
    """
    if (first := _first_part(text.lower())) is not None:
        return first
    read = read_period(text)
    return read.period if read is not None and read.year is None else None


def without_time(text: str) -> str:
    """A title without its years, months and numbers of tables: 'Tabel 2: Instroom 2018 - 2023, t/m
    oktober 2023' is 'Instroom'.
    """
    low = re.sub(r"^(?:tabel|table|figuur|figure|grafiek)\s+\d+[a-z]?\s*[:.]?\s*", "", text.lower())
    low = _THROUGH.sub(" ", _HYPHENED.sub(_spelled, low))
    low = re.sub(
        r"\(?\b(?:(?:in|over|van|per|sinds|vanaf|jaar|jaren|periode|tot en"
        rf" met|t/m)\s+)*(?:{_DATE.pattern}|{_YEAR})\b\)?",
        " ",
        low,
    )
    return re.sub(r"(?:\s(?:en|tot))+$", "", re.sub(r"[\s,;:()–—-]+", " ", low).strip())


def says_provisional(text: str) -> bool:
    """Whether a text calls figures provisional."""
    return bool(_PROVISIONAL.search(text))


def reference_dates(text: str) -> list[date]:
    """The days a text gives after 'peildatum', 'stand per' and the like."""
    low = text.lower()
    found = (
        read_date(low[match.end() : match.end() + 24])
        for match in _AS_OF.finditer(low)
        if _DATE.match(low, match.end())
    )
    return [day for day in found if day is not None]


def parts_in(text: str) -> list[PeriodLabel]:
    """The parts of years a text names: 'cijfers tot en met oktober 2023', '2023: t/m oktober'.

    The whole year when it says December.

    A part that does not begin in January is given as OTHER.
    """
    found = []
    low = re.sub(r"[()]", " ", _HYPHENED.sub(" ", text.lower()))
    for match in _THROUGH.finditer(low):
        before = re.search(rf"({_YEAR})\W*(?:[^\W\d]+\W+){{0,3}}$", low[: match.start()])
        start = (
            None if match["since"] and match["since"] != match["year"] else match["from"]
        )  # 'april 2018 - oktober 2023' has all of 2019
        found.append(
            _part(
                start,
                match["day"],
                match["month"],
                match["year"] or (before[1] if before else None),
                says_provisional(text),
            )
        )
    return [*found, *_first_parts(low, text)]


def _first_parts(low: str, text: str) -> Iterator[PeriodLabel]:
    """What is told as so many months or quarters, with a year that stands near it."""
    for match in _FIRST_PART.finditer(low):
        if (period := _first_part(match[0])) is None:
            continue
        before = re.search(rf"({_YEAR})\W*(?:[^\W\d]+\W+){{0,3}}$", low[: match.start()])
        near = before or re.match(_NEARBY, low[match.end() :])
        year = int(near[1]) if near else None
        yield PeriodLabel(Span.PART, year, period, says_provisional(text))


def years_in(text: str) -> set[int]:
    """The years a text names."""
    return {int(year) for year in re.findall(rf"(?<!\d)(?<!\d[.,])({_YEAR})(?!\d|[.,]\d)", text)}


def last_day(label: PeriodLabel) -> date | None:
    """The day up to which a part of a year (or the year) counts."""
    if label.year is None:
        return None
    if label.period is None:
        return date(label.year, 12, 31)
    match = re.search(rf"(?:(\d{{1,2}})\s+)?({'|'.join(MONTHS)})$", label.period)
    if match is None:
        return None
    month = _month(match[2])
    return date(label.year, month, int(match[1]) if match[1] else monthrange(label.year, month)[1])
