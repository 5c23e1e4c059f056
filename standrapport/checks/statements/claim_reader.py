# SPDX-License-Identifier: EUPL-1.2
"""What every reader of claims without a number has: the text, the names in it and its years, whose
claim it is, and which answer counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...core.frozen import dataclass
from .claim_partners import ClaimPartners
from .claim_years import ClaimYears, Told
from .claims import Claim
from .judge_claims import Answer
from .names import Subject, SubjectNames
from .passage import TextLine, TextPassage
from .statement import NamedFigure
from .values import Known
from .years import SpokenYears

_ANAPHORA = {"dat", "dit", "die", "deze"}


@dataclass(frozen=True)
class JudgedClaim:
    """A claim with what the figures say, and the subjects it was read as, best first; of a group
    which members moved as said and which did not.
    """

    claim: Claim
    answer: Answer
    about: tuple[NamedFigure, ...]
    moved: tuple[Subject, ...] = ()
    stayed: tuple[Subject, ...] = ()
    paced: bool = False  # the values of its answer are growth rates, in percent


class ClaimReader:
    """Reads the claims of one text."""

    def __init__(
        self,
        names: SubjectNames,
        known: Known,
        passage: TextPassage,
        years: SpokenYears,
        shown: str,
        text: str,
        vintage: Sequence[int],
    ) -> None:
        self.names = names
        self.known = known
        self.passage = passage
        self.years = years
        self.shown = shown
        self.text = text
        self.vintage = vintage
        self.when = ClaimYears(years, shown, text, vintage)
        self.naming = ClaimPartners(names, known, passage, years, vintage)
        self.last: Subject | None = None  # what the text spoke of last

    def _subjects(self, line: TextLine, told: Sequence[Told]) -> list[Subject]:
        """Whose claim it is: the figure an amount in the same part stands for, else what the words
        name.
        """
        part = line.read.part_of(0)
        low, high = line.read.tokens[part.low].start, line.read.tokens[part.high - 1].end
        if line.read.tokens[part.low].text.lower() in _ANAPHORA:
            named = self.naming.ranked(line, 0)
            before = [one.subject for one in told if one.at < low]
            if before:
                return before[-1:]
            return named or ([self.last] if self.last is not None else [])
        beside = {
            one.subject.number: one.subject
            for one in told
            if low <= one.at < high and not (one.subject.change or one.subject.difference)
        }
        if len(beside) == 1:
            return list(beside.values())
        return self.naming.ranked(line, 0)

    def _said(self, claim: Claim, answers: Sequence[Answer]) -> JudgedClaim | None:
        chosen = self._against(answers)
        shown = chosen or next((one for one in answers if one.true), None)
        if shown is None:
            return None
        return JudgedClaim(claim, shown, tuple(about for about, _ in shown.figures))

    def _against(self, answers: Sequence[Answer]) -> Answer | None:
        """The answer that speaks against a claim, when none speaks for it."""
        if any(one.true or one.true is None for one in answers):
            return None
        return answers[0] if answers else None
