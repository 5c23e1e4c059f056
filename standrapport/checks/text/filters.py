# SPDX-License-Identifier: EUPL-1.2
"""The filters of text expressions: each takes a worked-out quantity and gives the words and figures
that stand in the text.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from ...core.frozen import dataclass
from ...core.model import Expected, Printed, Ranking, ResolvedText
from ...core.notation import NOT_KNOWN, decimals_in, format_figure, format_getal, join_names
from ...core.words import (
    as_cell,
    change_of,
    direction,
    equal,
    in_words,
    rounded,
    share,
    share_in_words,
    size,
    than_in,
    thousands,
    way,
)


class FilterError(Exception):
    """A filter that does not exist or does not fit; the message is Dutch."""


@dataclass(frozen=True)
class Quantity:
    """What an expression stands for in the report year.

    `formula` is its text; `value` the number behind it (None: n.n.b., '<5', n.v.t.); `printed` how
    it is printed by itself; `shifted` works the same expression out some years away, `against`
    as the target or forecast of the same year, and `apart`
    says why it does not compare with that ('' when it does); `ranking` gives the first keys of a
    keyed column, and None for anything else. `period` and `expected` say what time it is of and
    whether it was counted, `state` that it is a state at a date, and `both` that the same part of
    another year went into it.
    """

    formula: str
    year: int
    key: str | None
    value: Fraction | None
    printed: str
    decimals: int
    unit: str
    shifted: Callable[[int], Quantity]
    against: Callable[[Expected], Quantity]
    apart: Callable[[int], str]
    ranking: Callable[[int], Ranking | None]
    period: str | None = None
    expected: Expected = ""
    state: bool = False
    both: bool = False

    @property
    def number(self) -> Decimal | None:
        """The number as printed; changes are told in these."""
        return None if self.value is None else rounded(self.value, self.decimals)

    def said(
        self,
        text: str,
        value: Fraction | None,
        formula: str | None = None,
        decimals: int | None = None,
    ) -> Printed:
        """A piece of text that stands for a value of this quantity, or of a formula
        made from it.
        """
        places = self.decimals if decimals is None else decimals
        number = None if value is None else rounded(value, places)
        return Printed(text, formula or self.formula, self.year, self.key, number)


def _whole(arguments: tuple[int | str, ...], name: str, default: int | None = None) -> int:
    if not arguments and default is not None:
        return default
    if len(arguments) != 1 or not isinstance(arguments[0], int):
        raise FilterError(
            f"het filter '{name}' neemt één heel getal, zoals"
            f" {name}({-1 if default is None else default})"
        )
    return arguments[0]


def _none(arguments: tuple[int | str, ...], name: str) -> None:
    if arguments:
        raise FilterError(f"het filter '{name}' neemt geen argumenten")


def getal(quantity: Quantity, arguments: tuple[int | str, ...]) -> ResolvedText:
    """The number without unit; `getal(1)` with one decimal."""
    if quantity.value is None:
        return (quantity.said(quantity.printed, None),)
    decimals = _whole(arguments, "getal", quantity.decimals)
    text = format_getal(rounded(quantity.value, decimals), decimals)
    return (quantity.said(text, quantity.value, decimals=decimals),)


def procent(quantity: Quantity, arguments: tuple[int | str, ...]) -> ResolvedText:
    """'54 procent'; `procent(1)` '54,2 procent'."""
    if quantity.value is None:
        return (quantity.said(quantity.printed, None),)
    decimals = _whole(arguments, "procent", quantity.decimals)
    text = f"{format_getal(rounded(quantity.value, decimals), decimals)} procent"
    return (quantity.said(text, quantity.value, decimals=decimals),)


def zonder_teken(quantity: Quantity, arguments: tuple[int | str, ...]) -> ResolvedText:
    """The size of a change: 830 for a drop of 830."""
    _none(arguments, "zonder_teken")
    if quantity.value is None:
        return (quantity.said(quantity.printed, None),)
    size = abs(quantity.value)
    text = format_figure(rounded(size, quantity.decimals), quantity.decimals, quantity.unit)
    return (quantity.said(text, size, f"abs({quantity.formula})"),)


def verschil(quantity: Quantity, arguments: tuple[int | str, ...]) -> ResolvedText:
    """The change since an earlier year: '830 minder (-6 %)', '2 procentpunt hoger', 'evenveel'."""
    before = _compared(quantity, arguments, "verschil")
    change = change_of(before.number, quantity.number, quantity.unit)
    formula = f"abs({quantity.formula} - ({before.formula}))"
    if change.difference is None:
        return (quantity.said(NOT_KNOWN, None, formula),)
    if not change.difference:
        return (quantity.said(equal(change.unit), Fraction(0), formula),)
    much = abs(Fraction(change.difference))
    first: ResolvedText = (
        quantity.said(size(change, quantity.decimals), much, formula),
        f" {way(change)}",
    )
    if change.percent is None:
        return first
    relative = f"100 * ({quantity.formula} - ({before.formula})) / ({before.formula})"
    percent = quantity.said(
        share(change), Fraction(change.percent), relative, decimals_in(change.percent)
    )
    return (*first, " (", percent, ")")


def vergeleken(quantity: Quantity, arguments: tuple[int | str, ...]) -> ResolvedText:
    """The change with the year it is since, which so never goes stale: '830 minder (-6 %) dan in
    2020', 'evenveel als in 2020'.
    """
    before = _compared(quantity, arguments, "vergeleken")
    change = change_of(before.number, quantity.number, quantity.unit)
    hoped = _expected(arguments)
    since = (
        f"dan {_HOPED[hoped]}"
        if hoped
        else than_in(before.period, quantity.year + _whole(arguments, "vergeleken"))
    )
    if change.difference is not None and not change.difference:
        since = f"als{since.removeprefix('dan')}"
    return (*verschil(quantity, arguments), f" {since}")


_HOPED: dict[Expected, str] = {"doel": "het doel", "raming": "de raming"}


def _expected(arguments: tuple[int | str, ...]) -> Expected:
    """'doel' or 'raming' where a filter is asked to compare with that."""
    return next((one for one in _HOPED if arguments == (one,)), "")


def _compared(quantity: Quantity, arguments: tuple[int | str, ...], name: str) -> Quantity:
    """The same quantity in the year a filter compares with, or its target or forecast; raises
    FilterError when the two do not compare.
    """
    if hoped := _expected(arguments):
        against = quantity.against(hoped)
        if against.value is not None and (quantity.period, "") != (
            against.period,
            quantity.expected,
        ):
            mine = " ".join(filter(None, (as_cell(quantity.period), quantity.expected)))
            raise FilterError(
                f"'{name}' past hier niet: {_HOPED[hoped]} is van {as_cell(against.period)} en"
                f" {quantity.formula} van {mine}"
            )
        return against
    shift = _whole(arguments, name)
    if why := quantity.apart(shift):
        raise FilterError(
            f"'{name}' past hier niet: {quantity.formula} is niet te vergelijken met dat van"
            f" {quantity.year + shift} ({why})"
        )
    return quantity.shifted(shift)


def richting(quantity: Quantity, arguments: tuple[int | str, ...]) -> ResolvedText:
    """'gestegen', 'gedaald', 'vrijwel gelijk gebleven' or 'gelijk gebleven' since an
    earlier year.
    """
    _whole(arguments, "richting")
    now, old = quantity.number, _compared(quantity, arguments, "richting").number
    if now is None or old is None:
        return (NOT_KNOWN,)
    return (direction(now, old),)


def duizend(quantity: Quantity, arguments: tuple[int | str, ...]) -> ResolvedText:
    """'16 duizend', '7½ duizend'."""
    _none(arguments, "duizend")
    if quantity.value is None:
        return (quantity.said(quantity.printed, None),)
    text, _ = thousands(quantity.value)
    return (quantity.said(text, quantity.value),)


def aandeel(quantity: Quantity, arguments: tuple[int | str, ...]) -> ResolvedText:
    """A percentage in words: 'ruim 60 procent', 'bijna de helft', 'een derde'."""
    _none(arguments, "aandeel")
    if quantity.unit != "procent":
        raise FilterError("het filter 'aandeel' past alleen bij een percentage")
    if quantity.value is None:
        return (quantity.said(quantity.printed, None),)
    return (quantity.said(share_in_words(quantity.value), quantity.value),)


def namen(quantity: Quantity, arguments: tuple[int | str, ...]) -> ResolvedText:
    """The first keys of a keyed column in order of size (of rank, where the column is one):
    'Noord, Oost en West'.
    """
    number = _whole(arguments, "namen", 3)
    ranking = quantity.ranking(number)
    if ranking is None:
        raise FilterError(
            "het filter 'namen' past alleen bij een kolom met sleutels, zoals een tabel per regio"
        )
    if ranking.open_keys or not ranking.keys:
        return (NOT_KNOWN,)
    return (join_names(list(ranking.keys)),)


def periode(quantity: Quantity, arguments: tuple[int | str, ...]) -> ResolvedText:
    """What time the figure is of: 'in 2025', 'tot en met november 2025', 'eind november 2025'."""
    _none(arguments, "periode")
    return (in_words(quantity.period, quantity.year, quantity.expected, state=quantity.state),)


FILTERS: dict[str, Callable[[Quantity, tuple[int | str, ...]], ResolvedText]] = {
    "getal": getal,
    "procent": procent,
    "zonder_teken": zonder_teken,
    "verschil": verschil,
    "vergeleken": vergeleken,
    "richting": richting,
    "duizend": duizend,
    "aandeel": aandeel,
    "namen": namen,
    "periode": periode,
}
KEYED_FILTERS = {"namen", "periode"}
COMPARING = {"verschil", "richting"}  # with an earlier year
