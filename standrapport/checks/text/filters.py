"""The filters of text expressions: each takes a worked-out quantity and gives the words and figures
that stand in the text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from ...core.model import Printed, ResolvedText
from ...core.notation import NOT_KNOWN, format_figure, format_getal, join_names
from .wording import direction, rounded, share_in_words, thousands


class FilterError(Exception):
    """A filter that does not exist or does not fit; the message is Dutch."""


@dataclass(frozen=True)
class Quantity:
    """What an expression stands for in the report year.

    `formula` is its text; `value` the number behind it (None: n.n.b., '<5', n.v.t.); `printed` how
    it is printed by itself; `shifted` works the same expression out some years away; `ranking`
    gives the keys of a keyed column, first one first, and None for anything else.
    """

    formula: str
    year: int
    key: str | None
    value: Fraction | None
    printed: str
    decimals: int
    unit: str
    shifted: Callable[[int], Quantity]
    ranking: Callable[[], list[str] | None]

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
    """The change since an earlier year: '830 minder (-6 %)', 'evenveel'.

    For percentages in percentage points.
    """
    shift = _whole(arguments, "verschil")
    before = quantity.shifted(shift)
    now, old = quantity.value, before.value
    formula = f"abs({quantity.formula} - ({before.formula}))"
    if now is None or old is None:
        return (quantity.said(NOT_KNOWN, None, formula),)
    change = now - old
    if change == 0:
        return (quantity.said("evenveel", Fraction(0), formula),)
    word = "meer" if change > 0 else "minder"
    size = format_getal(rounded(abs(change), quantity.decimals), quantity.decimals)
    if quantity.unit == "procent":
        points = "procentpunt"
        return (
            quantity.said(size, abs(change), formula),
            f" {points} {'hoger' if change > 0 else 'lager'}",
        )
    first: ResolvedText = (quantity.said(size, abs(change), formula), f" {word}")
    if old == 0:
        return first
    share = 100 * change / old
    decimals = 0 if abs(share) >= 1 else 1
    text = format_figure(rounded(share, decimals), decimals, "procent")
    signed = text if share < 0 else f"+{text}"
    relative = f"100 * ({quantity.formula} - ({before.formula})) / ({before.formula})"
    return (*first, " (", quantity.said(signed, share, relative, decimals), ")")


def richting(quantity: Quantity, arguments: tuple[int | str, ...]) -> ResolvedText:
    """'gestegen', 'gedaald', 'vrijwel gelijk gebleven' or 'gelijk gebleven' since an
    earlier year.
    """
    before = quantity.shifted(_whole(arguments, "richting"))
    if quantity.value is None or before.value is None:
        return (NOT_KNOWN,)
    return (direction(quantity.value, before.value),)


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
    ranking = quantity.ranking()
    if ranking is None:
        raise FilterError(
            "het filter 'namen' past alleen bij een kolom met sleutels, zoals een tabel per regio"
        )
    return (join_names(ranking[:number]) if ranking else NOT_KNOWN,)


FILTERS: dict[str, Callable[[Quantity, tuple[int | str, ...]], ResolvedText]] = {
    "getal": getal,
    "procent": procent,
    "zonder_teken": zonder_teken,
    "verschil": verschil,
    "richting": richting,
    "duizend": duizend,
    "aandeel": aandeel,
    "namen": namen,
}
KEYED_FILTERS = {"namen"}
