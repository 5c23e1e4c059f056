# SPDX-License-Identifier: EUPL-1.2
"""Dutch notation of counts, percentages, amounts and dates: the only place where a number becomes
text or text a number.

Rounding is half away from zero, as tables of figures are rounded, and happens here and nowhere
else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from math import isinf

MINUS = "\N{MINUS SIGN}"
NOT_KNOWN = "n.n.b."
NOT_APPLICABLE = "n.v.t."
NOT_AVAILABLE = "n.b."
OUTSIDE_LIST = "b.l."
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

MONTHS = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
]  # fmt: skip

_WHOLE_YEAR = {"", "heel jaar", "hele jaar", "jaar"}
_THROUGH = re.compile(
    rf"(?:januari\s+)?(?:t/m|tot en met)\s+({'|'.join(MONTHS)})(?:\s+\d{{4}})?", re.IGNORECASE
)

# 13840, 13.840, 1.234.567, 54,2, 13.840,5 - and nothing else: 13.84 or 1,234.5 are not Dutch
# notation.
_NUMBER = re.compile(
    r"(?P<minus>[-\N{MINUS SIGN}])?(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<part>\d+))?"
)


# What is typed may be longer than any figure; it is shown all the same, by who refuses it.
_WIDE = Context(prec=100_000)


def round_to(value: Decimal, decimals: int) -> Decimal:
    """`value` rounded half away from zero to a number of decimals."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=_WIDE)


def round_to_step(value: Decimal, step: Decimal | None, *, down: bool = False) -> Decimal:
    """`value` rounded half away from zero to a multiple of `step`, as a published figure is, or to
    the multiple below it (`down`).

    None leaves it exact.
    """
    way = ROUND_FLOOR if down else ROUND_HALF_UP
    return value if step is None else (value / step).to_integral_value(way) * step


def format_getal(value: Decimal | int, decimals: int = 0) -> str:
    """A number as printed in the report: dots between thousands, a decimal comma, a real minus
    sign.

    >>> format_getal(13840)
    '13.840'
    """
    rounded = round_to(Decimal(value), decimals)
    digits = f"{abs(rounded):,.{decimals}f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return f"{MINUS}{digits}" if rounded < 0 else digits


def format_figure(value: Decimal | int, decimals: int, unit: str) -> str:
    """A figure with its sign of unit: percentages get ' %' with a no-break space, other units stand
    in the heading.
    """
    text = format_getal(value, decimals)
    return f"{text}{NO_BREAK_SPACE}%" if unit == "procent" else text


# Units of money with the word for their scale; units of time that a figure by itself needs.
MONEY = {
    "euro": "",
    "duizend euro": "duizend",
    "miljoen euro": "miljoen",
    "miljard euro": "miljard",
}
_SPANS = frozenset({"minuten", "uren", "dagen", "weken", "maanden"})
MEASURED = frozenset({"procent", *MONEY, *_SPANS})  # units that are no counts of something
POINTS_OR_PERCENT = frozenset({"procent", "procentpunt", "procentpunten"})


def with_sign(printed: str, unit: str, *, alone: bool = False) -> str:
    """A printed number with the sign of its unit: '€ 12,3' below a heading that gives the scale.

    A number that stands `alone` has its scale too: '€ 12,3 miljoen', '54 dagen'. Texts that hold no
    number ('n.n.b.') stay as they are.

    >>> with_sign("12,3", "miljoen euro", alone=True).replace(NO_BREAK_SPACE, " ")
    '€ 12,3 miljoen'
    """
    if parse_getal(printed) is None:
        return printed
    if unit in MONEY:
        scale = f"{NO_BREAK_SPACE}{MONEY[unit]}" if alone and MONEY[unit] else ""
        return f"€{NO_BREAK_SPACE}{printed}{scale}"
    return f"{printed}{NO_BREAK_SPACE}{unit}" if alone and unit in _SPANS else printed


def parse_getal(text: str) -> Decimal | None:
    """The number a Dutch text stands for, or None when it is not in Dutch notation."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    number = Decimal(
        match["whole"].replace(".", "") + ("." + match["part"] if match["part"] else "")
    )
    return -number if match["minus"] else number


def format_datum(iso: str) -> str:
    """'2021-12-31' as '31 december 2021'; a text that is no date is returned as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


_DAY = re.compile(
    r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})"
    r"|(?P<d2>[0-9]{1,2})(?P<sep>[-/.])(?P<m2>[0-9]{1,2})(?P=sep)(?P<y2>[0-9]{4})"
    r"|(?P<d3>[0-9]{1,2})[ -]+(?P<m3>[a-z]{3,})\.?[ -]+(?P<y3>[0-9]{4})"
)


def parse_datum(text: str) -> str | None:
    """A day as people type it, as '2025-12-31'; None when it is no day of the calendar.

    >>> [parse_datum(one) for one in ("31-12-2025", "31 december 2025", "31/12/2025", "31-2-2025")]
    ['2025-12-31', '2025-12-31', '2025-12-31', None]
    """
    match = _DAY.fullmatch(" ".join(text.lower().split()))
    if match is None:
        return None
    day = day_in(match, _month_number)
    return day.isoformat() if day is not None else None


def day_in(match: re.Match[str], number_of: Callable[[str], int]) -> date | None:
    """The day in groups d, m and y, or those with 2 or 3 behind them; None when the calendar has no
    such day. `number_of` gives the number of a month by its name.
    """
    day, month, year = (match[one] or match[f"{one}2"] or match[f"{one}3"] for one in "dmy")
    number = int(month) if month.isdecimal() else number_of(month)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _month_number(name: str) -> int:
    """The month that a name or the beginning of one stands for; 0 when it is none."""
    known = "maart" if name == "mrt" else name
    at = [number for number, month in enumerate(MONTHS, 1) if month.startswith(known)]
    return at[0] if len(at) == 1 else 0


def moment_of(iso: str) -> datetime:
    """Midnight of a day, for the data about a file.

    A draft may not say yet of what day it is; then a fixed one, so that the same input gives the
    same bytes.
    """
    try:
        return datetime.fromisoformat(iso).replace(tzinfo=UTC)
    except ValueError:
        return datetime(2000, 1, 1, tzinfo=UTC)


def is_whole_year(period: str) -> bool:
    """Whether the name of a period stands for the whole year, as an empty one does."""
    return period.strip().lower() in _WHOLE_YEAR


def through_month(period: str) -> int | None:
    """The month, from 1, that a period from January runs through ('t/m oktober' is 10).

    None for every other period.

    >>> through_month("januari tot en met oktober")
    10
    """
    match = _THROUGH.fullmatch(period.strip())
    return MONTHS.index(match[1].lower()) + 1 if match else None


def decimals_in(value: Decimal | str) -> int:
    """How many decimals a number has, or a printed one shows: 2 in '13.840,25' and in 0.50.

    >>> decimals_in("54,2 %")
    1
    """
    if isinstance(value, Decimal):
        return max(0, -int(value.as_tuple().exponent))
    match = _NUMBER.search(value)
    return len(match["part"] or "") if match else 0


def json_number(value: Decimal | Fraction | float | None) -> int | float | None:
    """A number as JSON has it: whole numbers as an integer, others with their decimals.

    None for unknown, and for what is beyond every number of JSON's readers: infinity, a number of
    more than 308 digits.

    >>> json_number(Decimal("10000.0"))
    10000
    """
    if value is None or (isinstance(value, float) and isinf(value)):
        return None
    exact = Fraction(value)
    try:
        shown = float(exact)
    except OverflowError:
        return None
    return int(exact) if exact.denominator == 1 else shown


def bare_name(name: str) -> str:
    """A name without case, accents, spaces and punctuation: names that are equal then are the same
    name.

    >>> bare_name("Toegekend, na bezwaar (één loket)")
    'toegekendnabezwaareenloket'
    """
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in apart if character.isalnum()) or name.strip()


def join_names(names: list[str]) -> str:
    """'a, b en c'."""
    return (
        names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}" if names else ""
    )


def join_some(names: Sequence[str], most: int, between: str = ", ") -> str:
    """'a, b en nog 3': at most so many names, and how many more there are."""
    shown = between.join(names[:most])
    if len(names) > most:
        return f"{shown}{between if ';' in between else ' '}en nog {len(names) - most}"
    return shown if ";" in between else join_names(list(names))


def capital(words: str) -> str:
    """The words with a capital in front; the rest stays as it is (unlike `str.capitalize`)."""
    return f"{words[:1].upper()}{words[1:]}"
