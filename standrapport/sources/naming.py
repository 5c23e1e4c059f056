# SPDX-License-Identifier: EUPL-1.2
"""Which values of a source may be told: those so common and so short that they can only be
categories.

A total of a source in the form in which it may be published: rounded and suppressed as the column
says.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ..core.frozen import dataclass
from ..core.model import Column
from ..core.notation import format_figure, format_getal, join_names, round_to_step

_ROWS = 10  # a value on fewer rows than this may say something of a person
_KINDS = 40  # a column with more values than this that nobody named is no category
_LENGTH = 40
_DIGITS = 3  # a value with more digits than this may be a number of a person or a date


def tellable(values: Mapping[str, int]) -> list[str]:
    """The values that may be told, most rows first; `values` gives the number of rows of each."""
    if len(values) > _KINDS:
        return []
    common = [value for value, rows in values.items() if rows >= _ROWS and harmless(value)]
    return sorted(common, key=lambda value: (-values[value], value))


def harmless(value: str) -> bool:
    """Whether a value can hardly be a number, a name with an address, or free text
    about a person.
    """
    return (
        len(value) <= _LENGTH
        and sum(character.isdigit() for character in value) <= _DIGITS
        and value.isprintable()
        and "@" not in value
    )


def in_words(values: Mapping[str, int]) -> str:
    """`'Anders' (1.200 rijen), leeg (30 rijen) en 3 andere waarden`, at most ten told."""
    told = tellable(values)[:10]
    parts = [f"{repr(value) if value else 'leeg'} ({amount(values[value])})" for value in told]
    others = len(values) - len(told)
    if others:
        rows = amount(sum(values.values()) - sum(values[value] for value in told))
        word = "andere " if told else ""
        parts.append(
            f"{others} {word}{'waarde' if others == 1 else 'waarden'} die hier niet getoond worden"
            f" ({rows})"
        )
    return join_names(parts)


def amount(rows: int) -> str:
    """'1 rij', '1.200 rijen'."""
    return "1 rij" if rows == 1 else f"{format_getal(rows)} rijen"


@dataclass(frozen=True)
class Published:
    """`value` is None when suppressed.

    `printed` is how the report shows it, `cell` how a figure file has it.
    """

    value: Decimal | None
    printed: str
    cell: str


def published(total: Decimal, column: Column) -> Published:
    """The published form of a total: '<n' below the limit of suppression (contract: '<5' stands for
    0 to 4), else rounded.
    """
    if column.suppression is not None and 0 <= total < column.suppression:
        return Published(None, f"<{column.suppression}", f"<{column.suppression}")
    value = round_to_step(total, column.rounding, down=column.rounds_down)
    decimals = max(column.decimals, -int(value.normalize().as_tuple().exponent), 0)
    return Published(
        value,
        format_figure(value, decimals, column.unit),
        format_getal(value, decimals).replace(".", "").replace("\N{MINUS SIGN}", "-"),
    )
