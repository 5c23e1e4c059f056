"""A figure that an earlier edition printed differently."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .figure import FigureKey
from .position import Position


@dataclass(frozen=True)
class RevisionReason:
    """Why figures changed (`herzieningen.yaml`): `refs` are columns or whole tables, `years` the years it holds for (empty: all)."""

    refs: tuple[str, ...]
    years: tuple[int, ...]
    reason: str
    position: Position

    def covers(self, name: FigureKey) -> bool:
        """Whether this reason explains a change of a figure."""
        return (name.ref in self.refs or name.ref.partition(".")[0] in self.refs) and (not self.years or name.year in self.years)


@dataclass(frozen=True)
class Revision:
    """A figure with its text in the earlier edition and now; `percent` is the change of the value where both have one."""

    id: FigureKey
    edition: int
    old: str
    new: str
    percent: Decimal | None
    reason: str
    position: Position | None
