"""A total of a source in the form in which it may be published: rounded and suppressed as the column says."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..model import Column
from ..notation import format_figure, format_getal, round_to_step


@dataclass(frozen=True)
class Published:
    """`value` is None when suppressed; `printed` is how the report shows it, `cell` how a figure file has it."""

    value: Decimal | None
    printed: str
    cell: str


def published(total: Decimal, column: Column) -> Published:
    """The published form of a total: '<n' below the limit of suppression (contract: '<5' stands for 0 to 4), else rounded."""
    if column.suppression is not None and 0 <= total < column.suppression:
        return Published(None, f"<{column.suppression}", f"<{column.suppression}")
    value = round_to_step(total, column.rounding)
    decimals = max(column.decimals, -int(value.normalize().as_tuple().exponent), 0)
    return Published(
        value, format_figure(value, decimals, column.unit), format_getal(value, decimals).replace(".", "").replace("\N{MINUS SIGN}", "-")
    )
