# SPDX-License-Identifier: EUPL-1.2
"""What was read of an edition: every number, every statement, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from fractions import Fraction
from functools import cached_property

from ....core.frozen import dataclass
from ....core.model import (
    Catalogue,
    FigureKey,
    Figures,
    Finding,
    NumberInText,
    Severity,
    Suggestion,
    years_of,
)
from ....core.model.finding import Reads
from ....messages import found
from ...text.texts import Place
from ..reading.mention import Mention
from .claim_years import Told
from .features import Before
from .names import SubjectNames, build_names
from .passage import TextLine
from .readings import AmountReader
from .statement import AmountReading, NamedFigure, Relation, StatementOutcome, Uitspraak
from .values import Known


@dataclass(frozen=True)
class Statements:
    """The numbers, statements and findings of the texts of an edition, in reading order."""

    numbers: list[NumberInText] = field(default_factory=list)
    statements: list[Uitspraak] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True)
class AmountSpot:
    """An amount of a sentence, what the text went on about before it, and the typed amounts of the
    sentence, its own among them.
    """

    place: Place
    reader: AmountReader
    line: TextLine
    anchor: int
    before: Before
    beside: tuple[Mention, ...] = ()


@dataclass(eq=False)
class Ledger:
    """Writes down what is read of one edition, or of one text of it: in `done`."""

    year: int
    catalogue: Catalogue
    figures: Figures
    given: SubjectNames | None  # the names, where they have been made already
    known: Known
    years: Sequence[int]
    done: Statements = field(default_factory=Statements)
    told: list[Told] = field(default_factory=list)  # of the sentence read now
    settled: list[int] = field(default_factory=list)  # and where is what was judged already

    @cached_property
    def names(self) -> SubjectNames:
        """The names of the catalogue, made when a text first says anything of figures."""
        return self.given or build_names(self.catalogue, self.figures)

    def number(
        self, place: Place, at: int, text: str, reading: str, ids: tuple[FigureKey, ...] = ()
    ) -> None:
        """A number of a text, and the figures it stands for."""
        block = place.block.id if place.block else ""
        self.done.numbers.append(
            NumberInText(text, reading, ids, place.text, at, place.chapter, block)
        )

    def statement(
        self,
        place: Place,
        span: tuple[int, int],
        words: str,
        outcome: StatementOutcome,
        reading: AmountReading | None,
        says: tuple[Fraction, Fraction] | str,
    ) -> None:
        """A statement at a place, as it was read."""
        nothing = reading is None or outcome is StatementOutcome.NOTHING
        relation = Relation.LEVEL if reading is None else reading.relation
        about = () if nothing or reading is None else tuple(one.id for one in reading.about)
        block = place.block.id if place.block else ""
        self.done.statements.append(
            Uitspraak(
                place.text, *span, words, relation, about, says, outcome, place.chapter, block
            )
        )

    def finding(
        self,
        code: str,
        place: Place,
        at: int,
        said: Mapping[str, object],
        *,
        which: str = "",
        severity: Severity | None = None,
        reads: tuple[NamedFigure, Relation] | None = None,
        suggestions: tuple[Suggestion, ...] = (),
    ) -> None:
        """A finding at a place, with what its words read as."""
        named = None
        if reads is not None:
            about, relation = reads
            named = Reads(about.subject.ref, about.year, about.subject.key, relation.value)
        self.done.findings.append(
            found(
                code,
                place.text.place(at),
                said,
                which=which,
                severity=severity,
                year=self.year,
                suggestions=suggestions,
                reads=named,
            )
        )


def ledger_of(
    year: int, catalogue: Catalogue, figures: Figures, names: SubjectNames | None = None
) -> Ledger:
    """An empty ledger; `names` spares making them again."""
    return Ledger(year, catalogue, figures, names, Known(figures), sorted(years_of(figures)))
