# SPDX-License-Identifier: EUPL-1.2
"""A change, worked out and worded in one place: text, cards, charts, tables and messages agree.

The rules, with their reasons in docs/besluiten/0019-een-plaats-voor-woorden.md:

1. The difference is that of the two *printed* numbers, so whoever does the sum with what stands on
   the page gets the same. A share is printed rounded, and changes in percentage points.
2. A change over the years is given in whole percents, below one percent with one decimal.
   A correction of one and the same figure is given with one decimal: a revision is small, a slip
   of the pen often is not.
3. There is no percentage of a share or a rank, from or to below zero, from zero, or of a change
   that is too small to print.
4. Nothing compares across a break in the series, a part of a year with another part, or a count
   with a target. Who wants a change asks `core/model.same_period` for the figure to compare with.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from ..model import Change, Figure, SeriesBreak
from ..notation import (
    MONEY,
    POINTS_OR_PERCENT,
    decimals_in,
    format_figure,
    format_getal,
    round_to,
    with_sign,
)
from .times import BREAK, of_period

POINTS = "procentpunt"
SAME = "gelijk"
NO_CHANGE = "–"  # in a table, where two figures do not compare

# A change of less than one percent of the old value is called 'vrijwel gelijk'.
NEARLY = Fraction(1, 100)
_NO_PERCENT = POINTS_OR_PERCENT | {"rang"}  # a percentage of these says nothing


def change_between(
    old: Figure, new: Figure, breaks: Sequence[SeriesBreak] = (), *, correction: bool = False
) -> Change:
    """The change from one figure to another, `breaks` being those between their years.

    With `correction` the two are the same figure in two editions.
    """
    why = why_not(old, new, breaks)
    if why:
        return Change(None, None, new.unit, why)
    return change_of(old.value, new.value, new.unit, correction=correction)


def why_not(old: Figure, new: Figure, breaks: Sequence[SeriesBreak] = ()) -> str:
    """Why two figures do not compare, in Dutch; '' when they do."""
    missing = next((one for one in (new, old) if one.value is None), None)
    return unlike(old, new, breaks) or (
        f"{missing.id.year} is {missing.printed}" if missing else ""
    )


def unlike(old: Figure, new: Figure, breaks: Sequence[SeriesBreak] = ()) -> str:
    """Why two figures do not compare even if both have a value: a break, other parts of a year, or
    one that was counted and one that was hoped for.

    '' when they do, and when one is not known: that has no period.
    """
    if old.kind.is_open or new.kind.is_open:
        return ""
    if breaks:
        return BREAK
    if new.period != old.period:
        return f"over {of_period(new.period)}; {old.id.year} over {of_period(old.period)}"
    if new.expected != old.expected:
        return f"{new.expected or 'geteld'}; {old.id.year} {old.expected or 'geteld'}"
    return ""


def change_of(
    old: Decimal | None, new: Decimal | None, unit: str, *, correction: bool = False
) -> Change:
    """The change from `old` to `new`, both as printed and in `unit`; none when one is not known."""
    if old is None or new is None:
        return Change(None, None, unit)
    return Change(new - old, _percent(old, new, unit, correction=correction), unit)


def _percent(old: Decimal, new: Decimal, unit: str, *, correction: bool) -> Decimal | None:
    if unit in _NO_PERCENT or old <= 0 or new < 0:
        return None
    exact = 100 * (new - old) / old
    fine = round_to(exact, 1)
    # A change over the years is a story, and reads in whole percents; see rule 2.
    return (round_to(exact, 0) if abs(fine) >= 1 and not correction else fine) or None


def size(change: Change, decimals: int | None = None) -> str:
    """How large a change is, without its direction: '830', '9,0', '€ 1,5 miljoen'; '' when not
    known.


    `decimals` are those of the figure; without them those of the difference itself.
    """
    if change.difference is None:
        return ""
    places = decimals_in(change.difference) if decimals is None else decimals
    text = format_getal(abs(change.difference), places)
    return with_sign(text, change.unit, alone=change.unit in MONEY)


def way(change: Change) -> str:
    """The words after the size: 'meer', 'minder', 'procentpunt hoger', 'procentpunt lager'."""
    more = change.difference is not None and change.difference > 0
    if change.unit in POINTS_OR_PERCENT:
        return f"{POINTS} {'hoger' if more else 'lager'}"
    return "meer" if more else "minder"


def share(change: Change) -> str:
    """The change in percents with its sign, '+17 %' or '−0,4 %'; '' where there is none."""
    return "" if change.percent is None else _signed(change.percent, "procent")


def equal(unit: str) -> str:
    """No change, as running text has it: 'evenveel', or 'even hoog' for a share."""
    return "even hoog" if unit in POINTS_OR_PERCENT else "evenveel"


def aside(change: Change, decimals: int | None = None) -> str:
    """A change between brackets beside the numbers: '600 meer', '1,5 procentpunt hoger', 'gelijk'.

    '' when not known; `decimals` as many as the numbers have, unless given.
    """
    if change.difference is None:
        return ""
    return f"{size(change, decimals)} {way(change)}" if change.difference else SAME


def signed(change: Change) -> str:
    """A change in a table: '−110 (−6 %)', '+2 procentpunt', 'gelijk'; a dash when not known."""
    if change.difference is None:
        return NO_CHANGE
    relative = f" ({share(change)})" if share(change) else ""
    return f"{_plain(change)}{relative}"


def briefly(change: Change) -> str:
    """A change in as few words as it can be: '−0,6 %', '+2 procentpunt', '+30'; '' when not
    known.
    """
    if change.difference is None:
        return ""
    return share(change) or _plain(change)


def _plain(change: Change) -> str:
    if not change.difference:
        return SAME
    points = f" {POINTS}" if change.unit in POINTS_OR_PERCENT else ""
    return f"{_signed(change.difference)}{points}"


def _signed(value: Decimal, unit: str = "") -> str:
    return f"{'+' if value > 0 else ''}{format_figure(value, decimals_in(value), unit)}"


def direction(new: Fraction | Decimal, old: Fraction | Decimal) -> str:
    """'gestegen', 'gedaald', 'vrijwel gelijk gebleven' (a change under one percent) or 'gelijk
    gebleven'.
    """
    if new == old:
        return f"{SAME} gebleven"
    if nearly_same(new, old):
        return f"vrijwel {SAME} gebleven"
    return "gestegen" if new > old else "gedaald"


def nearly_same(new: Fraction | Decimal, old: Fraction | Decimal) -> bool:
    """Whether a change is too small to be called a rise or a fall."""
    return abs(Fraction(new) - Fraction(old)) < NEARLY * abs(Fraction(old))
