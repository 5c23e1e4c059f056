# SPDX-License-Identifier: EUPL-1.2
"""What the catalogue says of one figure, for columns and computed figures alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import dataclass

if TYPE_CHECKING:
    from .catalogue import Source


@dataclass(frozen=True)
class AboutFigure:
    """What a reader may ask of a figure; what nobody wrote down is empty.

    `title` is its own title and `table` that of the table it stands in ('' when it is computed).
    `definition` is its own, or that of its table. `note` is its own caveat: that of its table holds
    for all columns and is told with the table. `source` is the one of the year that was asked for,
    and None for a computed figure, which has `formula` instead.
    """

    ref: str
    title: str
    short: str
    table: str
    definition: str
    note: str
    unit: str
    population: str
    source: Source | None
    formula: str
