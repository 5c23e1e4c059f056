# SPDX-License-Identifier: EUPL-1.2
"""The statement (`Uitspraak`): what a place of the report says of figures, and how it was read."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from ....core.frozen import dataclass
from ....core.model import Expected, FigureKey, Text
from .names import Subject
from .values import PrintedValue


class Relation(Enum):
    """What is said of the figures."""

    LEVEL = "stand"
    SHARE = "aandeel"
    CHANGE = "verandering"
    COMPARISON = "vergelijking"
    RANK = "rang"
    DIRECTION = "richting"
    SUM = "som"
    MEAN = "gemiddelde"


class StatementOutcome(Enum):
    """What became of a statement."""

    RIGHT = "klopt"
    WRONG = "klopt_niet"
    DOUBT = "twijfel"
    NOTHING = "telt_niets"


@dataclass(frozen=True)
class NamedFigure:
    """A figure a statement is about: a subject in a year, with its population; a target or forecast
    where that was asked for, which may stand `beside` the figure of the year (`FigureKey`).
    """

    subject: Subject
    year: int
    beside: str | None = None
    expected: Expected = ""

    @property
    def id(self) -> FigureKey:
        """The name of the figure."""
        return FigureKey(self.subject.ref, self.year, self.subject.key, self.beside)

    def written(self, report_year: int) -> str:
        """The figure as a reference, as staff would write it."""
        when = "" if self.year == report_year else str(self.year)
        key = f'"{self.subject.key}"' if self.subject.key is not None else ""
        inside = ", ".join(filter(None, (key, when, self.expected)))
        name = f"{self.subject.ref}[{inside}]" if inside else self.subject.ref
        return f"som({name})" if self.subject.summed else name


@dataclass(frozen=True)
class AmountReading:
    """One way to read an amount: figures, what is computed from them, and how well the words fit
    (0 is best). `blind`: the words name nothing, it is only one of all figures; `ratio`: so many
    times; `parts`: into how many a year is divided ('per dag').
    """

    relation: Relation
    about: tuple[NamedFigure, ...]
    value: PrintedValue
    score: float
    percent: bool = False
    blind: bool = False
    ratio: bool = False
    parts: int = 1

    def formula(self, report_year: int) -> str:
        """What the reading computes, as an expression of the text."""
        names = [one.written(report_year) for one in self.about]
        match self.relation:
            case Relation.SHARE:
                return f"aandeel({names[0]}, {names[1]})"
            case Relation.CHANGE | Relation.COMPARISON if self.ratio:
                return f"{names[0]} / {names[1]}"
            case Relation.MEAN if self.parts > 1:
                return f"{names[0]} / {self.parts}"
            case Relation.CHANGE | Relation.COMPARISON if self.percent:
                return f"100 * ({names[0]} - {names[1]}) / {names[1]}"
            case Relation.CHANGE | Relation.COMPARISON if len(names) > 1:
                return f"{names[0]} - {names[1]}"
            case Relation.SUM:
                return " + ".join(names)
            case Relation.MEAN:
                return f"({' + '.join(names)}) / {len(names)}"
            case _:
                return names[0]


@dataclass(frozen=True)
class Uitspraak:
    """A statement in a text: the words at `start` up to `end`, what they are about, what they say
    (least and most, or a word) and whether that is so.
    """

    source: Text
    start: int
    end: int
    words: str
    relation: Relation
    about: tuple[FigureKey, ...]
    says: tuple[Fraction, Fraction] | str
    outcome: StatementOutcome
    chapter: str
    block: str
