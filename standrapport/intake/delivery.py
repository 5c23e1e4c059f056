# SPDX-License-Identifier: EUPL-1.2
"""A delivered file beside the project: what would change, where it comes from, and what is open."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from ..core.frozen import dataclass
from ..core.model import Finding, has_errors
from ..project.editing.figure_file import CellFill
from .choices import Question
from .proposal import Proposal

CATALOGUE = "figures/indicatoren.yaml"


@dataclass(frozen=True)
class ChangedSource:
    """A column whose source for a year becomes another one; `old` is '' when none was declared."""

    ref: str
    year: int
    old: str
    new: str


@dataclass
class Delivery:
    """A delivered file beside the project: what would change, and what is open.

    Nothing is written by making one.

    `files` maps a path to its new content and `read` to what it was (None: not there); `same`
    counts cells that already say what the delivered file says.
    """

    proposal: Proposal
    year: int
    changes: dict[str, list[CellFill]] = field(default_factory=dict)
    sources: list[ChangedSource] = field(default_factory=list)
    same: int = 0
    sourced: set[tuple[str, int]] = field(
        default_factory=set
    )  # column and year of figures the report will use
    files: dict[Path, bytes] = field(default_factory=dict)
    read: dict[Path, bytes | None] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def refused(self) -> bool:
        """Whether something stands in the way of writing."""
        return bool(self.questions) or has_errors(self.findings)
