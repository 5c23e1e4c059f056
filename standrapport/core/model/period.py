# SPDX-License-Identifier: EUPL-1.2
"""Which part of time a figure covers, as staff type it: one spelling for each, so that two figures
compare exactly when their periods are the same text.

None is the whole year. The spellings are 't/m november', 'maart t/m juni', 'november', 't/m 15
november', 'stand 31 augustus', '2011 t/m 2017' and '2021 t/m november 2025'.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from ..notation import MONTHS, is_whole_year

_MONTH = "|".join(MONTHS)
_SHORTENED = {month[:3]: month for month in MONTHS} | {
    "mrt": "maart", "febr": "februari", "sept": "september"
}  # fmt: skip
_SHORT_MONTH = re.compile(rf"\b({'|'.join(sorted(_SHORTENED, key=len, reverse=True))})\b\.?")
_YEAR = r"(?:19|20)\d\d"
_TO = r"(?:t/m|tot en met)"
_MONTHS = re.compile(
    rf"(?:(?P<first>{_MONTH})(?: (?P<since>{_YEAR}))? )?{_TO} (?:eind )?"
    rf"(?:(?P<day>\d{{1,2}}) )?(?P<last>{_MONTH})(?: (?P<year>{_YEAR}))?"
)
_ONE_MONTH = re.compile(rf"(?P<last>{_MONTH})(?: (?P<year>{_YEAR}))?")
_MOMENT = re.compile(
    rf"(?:stand )?(?:per |op |van )?(?:(?P<day>\d{{1,2}}) |eind )(?P<last>{_MONTH})"
    rf"(?: (?P<year>{_YEAR}))?"
)
_YEARS = re.compile(rf"(?:van )?(?P<first>{_YEAR}) (?:{_TO}|-|–) (?P<last>{_YEAR})")
# Over a turn of the year: '2021 t/m november 2025', '9 december 2024 t/m 8 september 2025'.
_ACROSS = re.compile(
    rf"(?:van )?(?:(?:(?P<day>\d{{1,2}}) )?(?P<month>{_MONTH}) )?(?P<first>{_YEAR}) {_TO} "
    rf"(?:eind )?(?:(?P<until>\d{{1,2}}) )?(?P<end>{_MONTH}) (?P<last>{_YEAR})"
)
_ORDINALS = ("eerste", "tweede", "derde", "vierde")
_COUNTS = (
    "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"
)  # fmt: skip
# 'eerste tien maanden', 'de eerste 3 kwartalen'
_FIRST_OF = re.compile(rf"(?:de )?eerste ([0-9]{{1,2}}|{'|'.join(_COUNTS)}) (maanden|kwartalen)")
_QUARTER = re.compile(
    rf"([1-4])e? kwartaal|kwartaal ([1-4])|[qk]([1-4])|({'|'.join(_ORDINALS)}) kwartaal"
)
_HALF = re.compile(r"([12])e? halfjaar|h([12])|(eerste|tweede) (?:half ?jaar|helft)")


class PeriodProblem(Exception):
    """A period that cannot be: `which` is 'jaar' (it names another year than its row), 'volgorde'
    (it ends before it begins), 'dag' (no such day) or 'vorm' (nobody can tell what is meant).
    """

    def __init__(self, which: str) -> None:
        super().__init__(which)
        self.which = which


def period_of(text: str, year: int) -> str | None:
    """The period of a row about `year` in its one spelling; None for the whole year.

    Raises PeriodProblem.

    >>> period_of("januari tot en met november 2025", 2025)
    't/m november'
    """
    low = _spelled_out(text)
    if is_whole_year(low) or low == str(year):
        return None
    if match := _YEARS.fullmatch(low):
        return _several(int(match["first"]), int(match["last"]), year)
    if (match := _ACROSS.fullmatch(low)) and match["first"] != match["last"]:
        return _across(match, year)
    if match := _MONTHS.fullmatch(low):
        return _months(match, year)
    if match := _ONE_MONTH.fullmatch(low):
        _same_year(match["year"], year)
        return match["last"]
    if match := _MOMENT.fullmatch(low):
        return _moment(match, year)
    if match := _QUARTER.fullmatch(low):
        number = _ordinal(match)
        return _span(3 * number - 3, 3 * number - 1)
    if match := _HALF.fullmatch(low):
        number = _ordinal(match)
        return _span(6 * number - 6, 6 * number - 1)
    raise PeriodProblem("vorm")


def _spelled_out(text: str) -> str:
    """A period as people shorten it, in full: 'jan-nov' is 'januari t/m november'."""
    low = " ".join(text.lower().replace("/ ", "/").split()).replace("t/m", " t/m ")
    low = re.sub(r"\bt\.? ?m\.?(?= )", " t/m ", low)
    low = _SHORT_MONTH.sub(lambda match: _SHORTENED[match[1]], low)
    low = re.sub(rf"({_MONTH}) ?[-–] ?(?={_MONTH})", r"\1 t/m ", low)
    if first := _FIRST_OF.fullmatch(low.strip()):
        many = int(first[1]) if first[1].isdecimal() else 2 + _COUNTS.index(first[1])
        last = many * (3 if first[2] == "kwartalen" else 1)
        low = f"t/m {MONTHS[last - 1]}" if 1 <= last <= len(MONTHS) else low
    return " ".join(low.replace("-", " - ").split())


def several_years(period: str | None) -> tuple[int, int] | None:
    """The first and last year of a period of several years; None for every other period."""
    match = (_YEARS.fullmatch(period) or _ACROSS.fullmatch(period)) if period else None
    return (int(match["first"]), int(match["last"])) if match else None


def months_in(period: str | None) -> int:
    """How many months of a year a period covers, for telling the longest of several; 0 for more
    than one year.
    """
    if period is None:
        return 12
    match = _MONTHS.fullmatch(period)
    if match is None or several_years(period):
        return 1 if period in MONTHS else 0
    first = MONTHS.index(match["first"]) if match["first"] else 0
    return MONTHS.index(match["last"]) - first + 1


def moment_of(period: str | None) -> str:
    """The day a state at the end of a period is of, as '30 november'; other spellings as they are.

    A state of 'stand 30 november' and one of 't/m november' are of the same moment.
    """
    if period is None:
        return "31 december"
    match = _MONTHS.fullmatch(period)
    if match is None or several_years(period):
        return period.removeprefix("stand ")
    month = MONTHS.index(match["last"]) + 1
    return f"{match['day'] or monthrange(2023, month)[1]} {match['last']}"


def last_day(period: str | None, year: int) -> date | None:
    """The day a period of a year ends; None for a spelling nobody understands.

    >>> last_day("t/m november", 2025)
    datetime.date(2025, 11, 30)
    """
    if period is None:
        return date(year, 12, 31)
    if across := _ACROSS.fullmatch(period):
        year, month = int(across["last"]), MONTHS.index(across["end"]) + 1
        return date(year, month, int(across["until"] or monthrange(year, month)[1]))
    if years := several_years(period):
        return date(years[1], 12, 31)
    match = _MONTHS.fullmatch(period) or _MOMENT.fullmatch(period) or _ONE_MONTH.fullmatch(period)
    if match is None:
        return None
    month = MONTHS.index(match["last"]) + 1
    day = match.groupdict().get("day")
    return date(year, month, int(day) if day else monthrange(year, month)[1])


def _several(first: int, last: int, year: int) -> str | None:
    if first > last:
        raise PeriodProblem("volgorde")
    if not first <= year <= last:
        raise PeriodProblem("jaar")
    return None if first == last else f"{first} t/m {last}"


def _across(match: re.Match[str], year: int) -> str:
    """A period that begins in one year and ends within another, with its years named."""
    first, last = int(match["first"]), int(match["last"])
    if first > last:
        raise PeriodProblem("volgorde")
    if not first <= year <= last:
        raise PeriodProblem("jaar")
    begin = end = ""
    if match["month"]:
        _day(match["day"], MONTHS.index(match["month"]) + 1, first)
        begin = f"{match['day']} " if match["day"] else ""
        begin += f"{match['month']} "
    if not _day(match["until"], MONTHS.index(match["end"]) + 1, last):
        end = f"{match['until']} "
    return f"{begin}{first} t/m {end}{match['end']} {last}"


def _months(match: re.Match[str], year: int) -> str | None:
    _same_year(match["since"], year)
    _same_year(match["year"], year)
    first = MONTHS.index(match["first"]) if match["first"] else 0
    last = MONTHS.index(match["last"])
    if first > last:
        raise PeriodProblem("volgorde")
    whole = _day(match["day"], last + 1, year)
    if whole:
        return _span(first, last)
    since = f"{MONTHS[first]} " if first else ""
    return f"{since}t/m {int(match['day'])} {MONTHS[last]}"


def _span(first: int, last: int) -> str | None:
    """From one month up to and including another, both counted from 0."""
    if first == last:
        return MONTHS[first]
    if first:
        return f"{MONTHS[first]} t/m {MONTHS[last]}"
    return None if last == len(MONTHS) - 1 else f"t/m {MONTHS[last]}"


def _moment(match: re.Match[str], year: int) -> str | None:
    _same_year(match["year"], year)
    month = MONTHS.index(match["last"]) + 1
    if _day(match["day"], month, year) and month == len(MONTHS):
        return None
    return f"stand {match['day'] or monthrange(year, month)[1]} {match['last']}"


def _day(day: str | None, month: int, year: int) -> bool:
    """Whether a day (None: the last) is the last of its month."""
    last = monthrange(year, month)[1]
    if day is not None and not 1 <= int(day) <= last:
        raise PeriodProblem("dag")
    return day is None or int(day) == last


def _same_year(named: str | None, year: int) -> None:
    if named is not None and int(named) != year:
        raise PeriodProblem("jaar")


def _ordinal(match: re.Match[str]) -> int:
    said = next(group for group in match.groups() if group)
    return _ORDINALS.index(said) + 1 if said in _ORDINALS else int(said)
