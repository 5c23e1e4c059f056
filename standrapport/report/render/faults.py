# SPDX-License-Identifier: EUPL-1.2
"""What is wrong within a block, shown where the block stands: a draft is made whatever is wrong,
and shows it.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Mapping
from math import inf
from pathlib import Path

from ...core.frozen import dataclass
from ...core.model import Block, Edition, Finding, Position, Severity
from ...messages import found


@dataclass(frozen=True, slots=True)
class Fallen:
    """A block that cannot be placed: its title as typed, and what is wrong with it."""

    title: str
    sentences: tuple[str, ...]


class Faults:
    """The errors of an edition by the block they stand in, and what went wrong on the page."""

    def __init__(self, edition: Edition, findings: Iterable[Finding]) -> None:
        self.made: list[Finding] = []
        self.fallen: list[tuple[str, int, float]] = []
        self._ends = _ends(edition)
        self._errors: dict[str, list[Finding]] = {}
        for finding in findings:
            at = finding.position
            if finding.severity is Severity.ERROR and at is not None and at.line is not None:
                self._errors.setdefault(at.file, []).append(finding)

    def within(self, block: Block) -> tuple[str, ...]:
        """The sentences of the errors that stand in a block."""
        first, last = self._lines(block)
        return tuple(
            finding.message
            for finding in self._errors.get(block.position.file, ())
            if finding.position is not None and first <= (finding.position.line or 0) <= last
        )

    def fell(self, block: Block, problem: Exception) -> Fallen:
        """The box in the place of a block that could not be worked out.

        When nothing that was found explains it, that is a finding of its own (SR-R020).
        """
        first, last = self._lines(block)
        self.fallen.append((block.position.file, first, last))
        sentences = self.within(block)
        if not sentences:
            frame = traceback.extract_tb(problem.__traceback__)[-1]
            where = f"{type(problem).__name__} in {Path(frame.filename).name}:{frame.lineno}"
            self.made.append(found("SR-R020", block.position, {"oorzaak": where}))
            sentences = (self.made[-1].message,)
        return Fallen(block.title.raw if block.title else "", sentences)

    def explains(self, finding: Finding) -> bool:
        """Whether a finding is about a block that fell; that its words are missing was said."""
        at = finding.position
        return at is not None and any(
            at.file == file and first <= (at.line or 0) <= last for file, first, last in self.fallen
        )

    def _lines(self, block: Block) -> tuple[int, float]:
        first = block.position.line or 0
        return first, self._ends.get((block.position.file, first), inf)


def _ends(edition: Edition) -> Mapping[tuple[str, int], float]:
    """The last line of every block: the one above the next of its chapter."""
    ends: dict[tuple[str, int], float] = {}
    for chapter in edition.chapters:
        starts = [block.position for block in chapter.blocks]
        for one, following in zip(starts, [*starts[1:], Position("", None)], strict=False):
            ends[one.file, one.line or 0] = (following.line or inf) - 1
    return ends
