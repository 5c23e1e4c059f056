# SPDX-License-Identifier: EUPL-1.2
"""What a trend is: per year what each edition says, which value stands, and what was revised."""

from __future__ import annotations

from ...core.frozen import dataclass
from ...core.model import Change, Figure, Revision, SeriesBreak

NOT_SAID = "geen cijfer"  # no edition says anything of this year


@dataclass(frozen=True)
class EditionSays:
    """What the edition about `edition` says of one year.

    `source` in words, '' for a computed figure.
    """

    edition: int
    figure: Figure
    source: str

    @property
    def known(self) -> bool:
        """Whether it says more than 'not known yet'."""
        return not self.figure.kind.is_open


@dataclass(frozen=True)
class Revised:
    """An edition that says something else than the one before it (`revision.edition`) of the same
    year and period; `moved` are the revised cells behind a computed figure.
    """

    revision: Revision
    edition: int
    period: str | None
    moved: tuple[Revision, ...]


@dataclass(frozen=True)
class TrendYear:
    """One year: what every edition says of it, earliest edition first, and the value that stands
    (None: not known).

    `change` is None for the first year, and where nothing stands.
    """

    year: int
    said: tuple[EditionSays, ...]
    standing: EditionSays | None
    revised: tuple[Revised, ...]
    change: Change | None

    @property
    def text(self) -> str:
        """The value that stands, as printed."""
        if self.standing is not None:
            return self.standing.figure.printed
        return self.said[-1].figure.printed if self.said else NOT_SAID

    def by(self, edition: int) -> EditionSays | None:
        """What an edition says, None when it does not mention the year."""
        return next((one for one in self.said if one.edition == edition), None)

    def revises(self, edition: int) -> bool:
        """Whether this edition changed what an earlier one said."""
        return any(one.edition == edition for one in self.revised)


@dataclass(frozen=True)
class Trend:
    """A figure (of one key) over the years, without holes.

    `editions` are those that mention it, `breaks` those within its years.
    """

    ref: str
    key: str | None
    title: str
    heading: str
    unit: str
    population: str
    definition: str
    note: str
    formula: str
    editions: tuple[int, ...]
    years: tuple[TrendYear, ...]
    breaks: tuple[SeriesBreak, ...]

    @property
    def name(self) -> str:
        """The figure as formulas name it."""
        return self.ref if self.key is None else f'{self.ref}["{self.key}"]'

    @property
    def revised(self) -> tuple[Revised, ...]:
        """Every revision, earliest year first."""
        return tuple(one for year in self.years for one in year.revised)

    @property
    def standing(self) -> tuple[EditionSays, ...]:
        """The values that stand."""
        return tuple(year.standing for year in self.years if year.standing is not None)
