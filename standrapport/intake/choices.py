# SPDX-License-Identifier: EUPL-1.2
"""What people decide about a delivered file, and what they still have to decide: a question is
data, and an unanswered one is a finding.

What a delivered table turned out to be: its table in the catalogue, the role of each header row and
label column, what its labels mean.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, replace
from enum import Enum
from typing import Any, Literal

from ..core.frozen import dataclass
from ..core.model import Column, Finding, Position, Severity, Table
from ..core.notation import is_whole_year, parse_datum
from ..messages import found
from .numbers import Notation
from .periods import PeriodLabel, as_period
from .regions import Region
from .words import normal

Dash = Literal["nul", "nnb", "nb", "nvt", "bl"]
_SETS = {
    "getallen": "notation", "streepje": "dash", "kruisje": "cross", "peildatum": "reference_date",
    "bron": "source", "bron-titel": "source_title",
}  # fmt: skip
SKIP = "-"
_FEW = 6  # answers that fit in a sentence
_WRITTEN = {
    "peildatum": "31-12-2025",
    "cijferjaar": "2025",
    "periode": "t/m oktober",
}  # an example of an answer where it is free
_IN_PLACE = {"peildatum": "DD-MM-JJJJ", "cijferjaar": "JAAR", "bron-titel": "'TITEL'"}
_HOW_WRITTEN = {
    "peildatum": "Schrijf een dag die bestaat als 28-2-2025, 28 februari 2025 of 2025-02-28.",
    "cijferjaar": "Dat is geen jaar; schrijf een jaar als 2025.",
    "periode": "Dat is geen deel van een jaar; schrijf het als 't/m oktober', of 'heel' voor het"
    " hele jaar.",
    "bron": "",
}
_A_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")
_FREE = frozenset({"bron", "peildatum", "cijferjaar", "periode"})
WHOLE = "heel"  # all of a year
_ALL_OF_IT = {WHOLE, "het hele jaar", "t/m december", "t/m 31 december"}
ANY = "*"  # whatever it says makes no difference


@dataclass(frozen=True)
class Choices:
    """The answers given so far, each by its option of `standrapport import`.

    `columns` maps a name on the table (as `normal` has it) to a column reference, a key of a table,
    SKIP or ANY; `periods` maps a year to the part of it that was counted (None: the whole year);
    `year` is the year of a table that names none; `table` is the only table that is meant,
    `settled` which table one part of the file is, by its place; `signs` what a sign means ('n/a':
    nnb, '*': voorlopig); `rest_skipped` leaves out every name that is no column, `scale_agreed`
    says that figures that differ a hundredfold from those known are right.
    """

    table: str | None = None
    sheet: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    notation: Notation | None = None
    dash: Dash | None = None
    cross: Literal["nnb", "onderdrukt"] | None = None
    periods: Mapping[int, str | None] = field(default_factory=dict)
    year: int | None = None
    reference_date: str | None = None
    source: str | None = None
    source_title: str | None = None
    settled: Mapping[str, str] = field(default_factory=dict)
    signs: Mapping[str, str] = field(default_factory=dict)
    rest_skipped: bool = False
    scale_agreed: bool = False

    def skips(self, region: Region) -> bool:
        """Whether a table of the file was said to stay away, by its place or just by its line."""
        return SKIP in {self.settled.get(region.place), self.settled.get(f":{region.lines[0]}")}

    def answered(self, question: Question, answer: str) -> Choices:
        """These choices with one question answered, with an answer it has no problem with."""
        answer = question.meant(answer)
        match question.option:
            case "kolom":
                return replace(self, columns={**self.columns, normal(question.about): answer})
            case "periode":
                return replace(
                    self, periods={**self.periods, int(question.about): as_period(answer)}
                )
            case "cijferjaar" if answer == SKIP:
                return replace(self, settled={**self.settled, question.about: SKIP})
            case "schaal":
                return replace(self, scale_agreed=True)
            case "cijferjaar":
                return replace(self, year=int(answer))
            case "tabel":
                return replace(self, settled={**self.settled, question.about: answer})
            case "teken":
                return replace(self, signs={**self.signs, question.about.lower(): answer})
        given: dict[str, Any] = {_SETS[question.option]: answer}
        return replace(self, **given)


@dataclass(frozen=True)
class Question:
    """Something the file leaves open.

    `option` is the name of the option that answers it, `about` what it is about (a name on the
    table, a year), `answers` the possible answers with what each means (free when empty),
    `proposed` one that cannot change what the figures mean ('' when there is none), `cause` what
    it shares with other questions.
    """

    code: str
    sentence: str
    option: str
    about: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    proposed: str = ""
    place: Position | None = None
    cause: str = ""

    def problem(self, answer: str) -> str:
        """Why an answer cannot be used, in Dutch; '' when it can."""
        if not answer.strip():
            return "Dit is nog niet beantwoord."
        if self.option in _FREE:
            return "" if self.meant(answer) else _HOW_WRITTEN[self.option]
        if ANY in self.answers and answer != ANY:
            return (
                "Typ 1 als het klopt. Klopt het niet, stop dan met Ctrl+C: dit bestand is niet wat"
                " u zoekt."
            )
        if self.answers and answer not in self.answers:
            return f"Kies uit {', '.join(self.answers)}."
        return ""

    def meant(self, answer: str) -> str:
        """An answer of one's own in its one spelling ('31-12-2025' is 2025-12-31); '' when it is
        none. What may be chosen is meant as it is.
        """
        typed = " ".join(answer.split())
        match self.option:
            case "peildatum":
                return parse_datum(typed) or ""
            case "cijferjaar":
                return typed if _A_YEAR.fullmatch(typed) or typed == SKIP else ""
            case "periode":
                if is_whole_year(typed) or typed.lower() in _ALL_OF_IT:
                    return WHOLE
                return as_period(typed) or ""
        return answer

    @property
    def default(self) -> str:
        """An answer that may be taken without a thought; '' when there is none."""
        return self.proposed if self.proposed and not self.problem(self.proposed) else ""

    @property
    def free(self) -> bool:
        """Whether an answer may be something else than `answers` has."""
        return self.option in _FREE or not self.answers

    @property
    def written(self) -> str:
        """How an answer of one's own is written, such as '31-12-2025'; '' when that is free."""
        return _WRITTEN.get(self.option, "") if self.free else ""

    def words_of(self, answer: str) -> str:
        """One of the answers with what it means; signs are said by their meaning alone."""
        meaning = self.answers[answer]
        if answer in {SKIP, ANY}:
            return meaning
        return f"{answer}: {meaning}" if meaning else answer

    def finding(self) -> Finding:
        """The question as what stops an import."""
        if ANY in self.answers:
            how = f"--kolom '{self.about}={ANY}' als het er niet toe doet"
        elif self.option == "kolom":
            how = f"--kolom '{self.about}=…', of --kolom '{self.about}=-' om dit over te slaan"
        elif self.option == "teken":
            how = f"--teken '{self.about}={'|'.join(self.answers)}'"
        elif self.option == "periode":
            how = " of ".join(f"--periode '{self.about}={part}'" for part in self.answers)
        else:
            told = [answer for answer in self.answers if answer != SKIP]
            value = "|".join(told) if 0 < len(told) < _FEW else _IN_PLACE.get(self.option, "NAAM")
            how = f"--{self.option} {value}"
        said = {"vraag": self.sentence, "optie": how}
        return found(self.code, self.place, said, which="vraag", severity=Severity.ERROR)


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
    """A region understood: its table, the role of each dimension, what its labels mean, labels left
    out with the reason, and what is open.

    `single` is the column of all values when no dimension names columns; `totals` are labels that
    add up others; `keyless` says that the table has keys and the region none;
    `told` are texts of the catalogue itself, as `normal` has them.
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
    keyless: Finding | None = None
    told: frozenset[str] = frozenset()
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
            return (
                " ".join(str(part) for part in (period.year, period.period) if part)
                if period
                else ""
            )
        return ""
