# SPDX-License-Identifier: EUPL-1.2
"""What the catalogue says of figures: their sources, who they count, breaks in their series; and of
one figure all of it together, for columns and computed figures alike.
"""

from __future__ import annotations

from ..frozen import dataclass


@dataclass(frozen=True)
class Source:
    """Where figures were read: a title, an address when there is one, and whether the press passed
    them on.

    `published` is a day, a month or a year ('2022-06-10', '2022-06', '2022'; '' when unknown),
    `covers` are the years it is about (empty: any). `made_by` and `rhythm` say who makes it and how
    often it appears.
    """

    id: str
    title: str
    address: str | None = None
    via_press: bool = False
    published: str = ""
    covers: tuple[int, ...] = ()
    made_by: str = ""
    rhythm: str = ""

    def about_year(self, year: int) -> bool:
        """Whether it can hold figures of a year."""
        return not self.covers or year in self.covers


# Stands where a year has no source yet: the source for all other years is not about it.
NOT_GIVEN = Source("", "nog op te geven")


@dataclass(frozen=True)
class Population:
    """A group that is counted (`populaties:`): figures of two groups are never added or compared.

    `who` says who are in it, `excluded` who are not, `counted_by` which organisation counts them;
    '' where nothing is said; `members` and `others` are the same people one by one, as they were
    listed. `also_named` are other names of the same group.
    """

    id: str
    title: str
    who: str = ""
    excluded: str = ""
    counted_by: str = ""
    also_named: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class SeriesBreak:
    """From `year` on the series counts differently; `reason` says how, in Dutch."""

    year: int
    reason: str


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
