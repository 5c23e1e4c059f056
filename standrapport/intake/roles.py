"""What a delivered table turned out to be: its table in the catalogue, the role of each header row and label column, what its labels mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from ..model import Column, Finding, Table
from .choices import Question
from .layout import Region
from .periods import PeriodLabel

Keys = Mapping[str, Mapping[str, str]]  # per keyed table its keys by their normal form


class Role(Enum):
    """What a dimension is."""

    YEAR = "jaar"
    PERIOD = "periode"
    COLUMN = "kolom"
    KEY = "sleutel"
    STATUS = "status"
    DATE = "peildatum"
    FIXED = "overal gelijk"
    NUMBER = "rijnummer"
    UNUSED = "niet gebruikt"


@dataclass
class Roles:
    """A region understood: its table, the role of each dimension, what its labels mean, labels left out with the reason, and what is open.

    `single` is the column of all values when no dimension names columns; `totals` are labels that add up others.
    """

    region: Region
    table: Table
    roles: list[Role]
    columns: dict[str, Column] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    years: dict[str, PeriodLabel] = field(default_factory=dict)
    skipped: dict[tuple[int, str], str] = field(default_factory=dict)
    totals: set[tuple[int, str]] = field(default_factory=set)
    single: Column | None = None
    year: int | None = None
    questions: list[Question] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def at(self, role: Role) -> int | None:
        """The dimension with a role."""
        return self.roles.index(role) if role in self.roles else None

    def means(self, at: int, label: str) -> str:
        """What a label was read as, in words of the figure files."""
        if (at, label) in self.totals:
            return "totaal"
        if (at, label) in self.skipped:
            return f"niet overgenomen: {self.skipped[at, label]}"
        role = self.roles[at]
        if role is Role.COLUMN:
            return self.columns[label].ref if label in self.columns else ""
        if role is Role.KEY:
            return self.keys.get(label, "")
        if role in {Role.YEAR, Role.PERIOD}:
            period = self.years.get(label)
            return " ".join(str(part) for part in (period.year, period.period) if part) if period else ""
        return ""
