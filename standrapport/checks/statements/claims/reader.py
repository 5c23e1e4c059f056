# SPDX-License-Identifier: EUPL-1.2
"""What every reader of claims without a number has: the text, the names in it and its years, whose
claim it is, and which answer counts.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from ....core.frozen import dataclass
from ....core.words import Phrase
from ..named.claim_years import ClaimYears, Told
from ..named.names import Subject, SubjectNames
from ..named.passage import TextLine, TextPassage
from ..named.statement import NamedFigure
from ..named.values import Known
from ..named.wholes import rivals
from ..named.years import SpokenYears
from .judge import Answer, Claim, Proposition, Term, placed, truth
from .names import HALF_FIT, WELL
from .partners import ClaimPartners

_AGAIN = {"dat", "dit"}
_THERE = {"er", "daar", "ook", "ze", "zij"}
_AGAIN_THAT = Phrase(
    r"\b(?:dat|dit) (?:aandeel|percentage|cijfer|aantal|bedrag|saldo)\b(?! (?:van|aan)\b)",
    re.IGNORECASE,
)
_THEREBY = {"daarmee", "hiermee"}
_ANAPHORA = {"dat", "dit", "die", "deze"}


@dataclass(frozen=True)
class JudgedClaim:
    """A claim with what the figures say to it; `group`: it tells how many of a group moved."""

    claim: Claim
    answer: Answer
    group: bool = False

    @property
    def about(self) -> tuple[NamedFigure, ...]:
        """The figures it was read as, those it says it of first."""
        told = [one for one, _ in self.answer.held] if self.group else [self.answer.told]
        terms = [term for one in told if one is not None for term in (one.one, one.other)]
        return tuple(figure for term in terms for figure in term.figures)


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
        self.last_line: object = None  # and the sentence of that

    def _subjects(self, line: TextLine, told: Sequence[Told]) -> list[Subject]:
        """Whose claim it is: the figure an amount in the same part stands for, else what the words
        name.
        """
        part = line.read.part_of(0)
        low, high = line.read.tokens[part.low].start, line.read.tokens[part.high - 1].end
        back = self._referred_to(line, [one.subject for one in told if one.at < low])
        if back is not None:
            return back
        beside = {
            one.subject.number: one.subject
            for one in told
            if low <= one.at < high and not (one.subject.change or one.subject.difference)
        }
        if len(beside) == 1:
            return list(beside.values())
        again = {one.text.lower() for one in line.read.tokens[part.low : part.high]} & _AGAIN
        return self._named(line, again=bool(again))

    def _referred_to(self, line: TextLine, before: list[Subject]) -> list[Subject] | None:
        """What a part that opens with 'dat' or 'daarmee', or tells of 'dat aandeel', goes back to:
        `before` it in the sentence, or what was spoken of last; None where it does not.
        """
        last = [self.last] if self.last is not None else []
        opens = line.read.tokens[line.read.part_of(0).low].text.lower()
        if opens in _THEREBY:
            return self.naming.ranked(line, 0) or last
        if opens in _ANAPHORA:
            return before[-1:] or self.naming.ranked(line, 0) or last
        again = _AGAIN_THAT.search(self.shown, line.sentence.start, line.sentence.end)
        if again is None or self.last is None:
            return None
        return [] if self._elsewhere(line, self.last) else last

    def _named(self, line: TextLine, *, again: bool) -> list[Subject]:
        """What the words name; with 'dat' the one spoken of last of those: '41 minuten. Een jaar
        later duurde dat langer'.
        """
        named = self.naming.ranked(line, 0) or self._of_another(line)
        named = [*self._of_same_key(line, named), *named]
        return [one for one in named if again and one is self.last] or named

    def _elsewhere(self, line: TextLine, mine: Subject) -> bool:
        """Whether the words of a claim name another population: 'in de provincie is dat lager'."""
        said = self.naming.said_near(line).keys()
        every = self.names.subjects
        return any((one.population - mine.population) & said for one in every)

    def _of_same_key(self, line: TextLine, named: Sequence[Subject]) -> list[Subject]:
        """What is told of the key spoken of last: 'Zuid was minder open. Er kwamen ook minder
        bezoekers', which may be those of Zuid.
        """
        mine = self.last
        tokens = {one.text.lower() for one in line.read.tokens}
        if mine is None or mine.key is None or not tokens & _THERE or _keyed(named):
            return []
        said = self.naming.said_near(line)
        heard = {word for word, how in said.items() if how > HALF_FIT}
        table = [self.names.subjects[n] for n in self.names.siblings[mine.table_name]]
        return [
            one
            for one in table
            if one.key == mine.key and any(way & heard for way in one.called) and not one.change
        ]

    def _of_another(self, line: TextLine) -> list[Subject]:
        """What the sentence spoke of before, of the population its words name: 'bij ons steeg het
        aantal spoedritten, maar het daalde in de hele regio'.
        """
        if self.last is None or self.last_line is not line.sentence:
            return []
        mine, said = self.last, self.naming.said_near(line).keys()
        alike = {
            one.number: max(
                self.names.weight(way & other) / self.names.weight(way)
                for way, other in itertools.product(filter(None, mine.called), one.called)
            )
            for one in self.names.subjects
            if one.key is None
            and one.unit_name == mine.unit_name
            and one.population_name != mine.population_name
            and frozenset().union(one.population, *one.table) & said
        }
        best = max(alike.values(), default=0.0)
        found = [number for number, how in alike.items() if how == best >= WELL]
        return [self.names.subjects[number] for number in found]

    def judged(
        self, claim: Claim, ways: Iterable[Proposition], *, group: bool = False
    ) -> JudgedClaim | None:
        """A claim held against the figures: contradicted when each way to read it is, of those
        that the figures know; nothing where they leave it open.
        """
        answers = [one for said in ways if (one := truth(self.known, said)).told is not None]
        if not answers:
            return None
        against = all(one.true is False for one in answers)
        chosen = answers[0] if against else next((one for one in answers if one.true), None)
        return JudgedClaim(claim, chosen, group) if chosen is not None else None

    def _most(self, subject: Subject, claim: Claim, year: int, growth: str = "") -> Proposition:
        """That a subject has the place claimed among its kind in a year, or moved most of it."""
        kinds = (subject, *rivals(self.known, self.names, subject, year))
        own, *others = (Term((NamedFigure(one, year),), growth=growth) for one in kinds)
        return placed(self.known, claim, own, others)


def _keyed(subjects: Sequence[Subject]) -> bool:
    return any(one.key is not None for one in subjects)
