# SPDX-License-Identifier: EUPL-1.2
"""Findings: what a stage noticed, as a value.

Only `messages/` turns them into words for a medium.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from ..frozen import dataclass
from .figure import FigureKey
from .interval import Bound
from .text import Position


class Severity(Enum):
    """How bad it is: an error stops a build, a warning asks for a look, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def word(self) -> str:
        """The Dutch word in messages and in `ernst:` of a rule."""
        return {"error": "fout", "warning": "waarschuwing", "note": "opmerking"}[self.value]


@dataclass(frozen=True)
class FigureSeen:
    """A figure a finding is about, with the bounds its printed text stands for."""

    id: FigureKey
    printed: str
    low: Bound
    high: Bound


class RepairBound(Enum):
    """What a repair says when the rules leave one side open: a limit, not the value."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"

    @property
    def word(self) -> str:
        """The words before the limit in a Dutch sentence."""
        return {"at_least": "ten minste", "at_most": "ten hoogste"}[self.value]


@dataclass(frozen=True)
class CellChange:
    """One cell of a repair: the value printed now and the value that fits (or its limit).

    `why` is what supports the new value, in Dutch; '' when nothing but that it fits.
    """

    id: FigureKey
    old: Decimal | None
    new: Decimal
    position: Position | None
    why: str = ""
    bound: RepairBound | None = None


@dataclass(frozen=True)
class BrokenRule:
    """A rule in a year with the size of the miss: difference of both sides and what rounding
    explains.
    """

    rule: str
    year: int
    difference: Fraction | None
    slack: Bound | None
    key: str | None = None


@dataclass(frozen=True)
class Suggestion:
    """A figure that may have been meant, with its text as printed."""

    text: str
    ref: str
    year: int | None = None
    key: str | None = None


@dataclass(frozen=True)
class Reads:
    """What the words of a statement name: a figure, and its relation ('stand', 'aandeel', …)."""

    ref: str
    year: int
    key: str | None
    relation: str


@dataclass(frozen=True)
class Acceptance:
    """A known warning that is accepted (`aanvaard.yaml`): its code and what else names it, why, by
    whom and on which day (2026-11-30).

    `figures` are its figures when it was accepted, each with its printed text, and `said` a
    fingerprint of the sentences of findings without figures; both empty until they are filled in.
    """

    code: str
    reason: str
    by: str
    on: str
    position: Position
    rule: str | None = None
    year: int | None = None
    key: str | None = None
    figures: tuple[tuple[str, str], ...] = ()
    said: str = ""

    @property
    def open(self) -> bool:
        """Whether it does not yet hold what it was given on."""
        return not self.figures and not self.said


@dataclass(frozen=True)
class Finding:
    """One thing noticed: a code that keeps its meaning, a Dutch sentence, the places and the
    figures concerned.
    """

    code: str
    severity: Severity
    message: str
    locations: tuple[Position, ...] = ()
    year: int | None = None
    rules: tuple[BrokenRule, ...] = ()
    figures: tuple[FigureSeen, ...] = ()
    repairs: tuple[tuple[CellChange, ...], ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    reads: Reads | None = None
    accepted: Acceptance | None = None

    @property
    def position(self) -> Position | None:
        """The place to open first."""
        return self.locations[0] if self.locations else None


def stops(finding: Finding, *, strict: bool = False) -> bool:
    """Whether a finding stops a build: an error does, and with `strict` a warning that nobody
    accepted.
    """
    if finding.accepted is not None:
        return False
    return finding.severity is Severity.ERROR or (strict and finding.severity is Severity.WARNING)


def has_errors(findings: Iterable[Finding], *, strict: bool = False) -> bool:
    """Whether a build must stop."""
    return any(stops(finding, strict=strict) for finding in findings)
