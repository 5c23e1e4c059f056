"""A reference in a text against its sentence (rule 2): what it resolves to beside what the words
name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...core.formula import Expression, FormulaError, Reference, parse_expression
from ...core.model import Printed, Text, WorkedOut
from .names import Names, Subject
from .readings import Named
from .statement import About, Outcome
from .values import Known
from .years import When

CLEAR = 4.0  # another subject named this much better than the one referred to
DOUBT = 2.5
_CHANGES = {"verschil", "richting"}


@dataclass(frozen=True)
class Bound:
    """What a reference resolves to: a subject in a year and, for a change, the year it is since;
    `subject` is None for a formula written in the text.
    """

    subject: Subject | None
    year: int
    since: int | None
    expression: Expression
    written: str


@dataclass(frozen=True)
class JudgedReference:
    """A reference as judged, what is wrong ('cijfer', 'jaar', 'vergelijking', '') and the figure
    that would fit.
    """

    outcome: Outcome
    wrong: str
    fitting: tuple[About, ...]


def bound(names: Names, text: Text, one: WorkedOut, report_year: int) -> Bound | None:
    """What an expression of a text resolves to; None when it prints no figure."""
    if not any(isinstance(part, Printed) for part in one.parts) and "richting" not in text.raw:
        return None
    written = text.raw[one.start + 2 : one.end - 2]
    try:
        expression = parse_expression(written)
    except FormulaError:
        return None
    filters = {step.name for step in expression.filters}
    if "namen" in filters:
        return None
    node = expression.node
    if not isinstance(node, Reference):
        return Bound(None, report_year, None, expression, written.strip())
    year = node.in_year(report_year)
    since = None
    for step in expression.filters:
        if step.name in _CHANGES and step.arguments and isinstance(step.arguments[0], int):
            since = year + step.arguments[0]
        elif step.name in _CHANGES:
            since = year - 1
    subject = names.by_name.get((node.ref, node.key))
    return Bound(subject, year, since, expression, written.strip())


def judged(own: Bound, named: Named, known: Known) -> JudgedReference:
    """Whether a reference is what its sentence names."""
    if own.subject is None:
        return JudgedReference(Outcome.RIGHT, "", ())
    wrong_since = _wrong_since(own, named.when)
    if wrong_since is not None:
        about = (About(own.subject, own.year), About(own.subject, wrong_since))
        return JudgedReference(Outcome.WRONG, "vergelijking", about)
    years = [year for year, _ in named.when.years]
    wrong_year = own.year not in years and own.since is None
    year = next((year for year, extra in named.when.years if not extra), own.year)
    score = next((s for one, s in named.ranked if one.number == own.subject.number), None)
    best, top = named.ranked[0] if named.ranked else (own.subject, 0.0)
    gap = top - score if score is not None else top - _floor(named)
    if best.number != own.subject.number and gap > DOUBT and not _same(best, own, year, known):
        at = year if wrong_year else own.year
        outcome = Outcome.WRONG if gap > CLEAR or wrong_year else Outcome.DOUBT
        return JudgedReference(outcome, "cijfer", _offered(named, at))
    if wrong_year:
        return JudgedReference(Outcome.WRONG, "jaar", (About(own.subject, year),))
    return JudgedReference(Outcome.RIGHT, "", ())


def _floor(named: Named) -> float:
    """The score of what is not named at all."""
    return named.ranked[-1][1] if len(named.ranked) > 1 else named.ranked[0][1] - CLEAR - 1


def _offered(named: Named, year: int) -> tuple[About, ...]:
    return tuple(About(subject, year) for subject, _ in named.ranked[:3])


def _same(best: Subject, own: Bound, year: int, known: Known) -> bool:
    """Whether both are the same number in that year, so that the sentence is true either way."""
    assert own.subject is not None
    mine, other = known.value(own.subject, own.year), known.value(best, own.year)
    return mine is not None and other is not None and mine.value == other.value


def _wrong_since(own: Bound, when: When) -> int | None:
    """The year a sentence compares with, when a change is since another."""
    if own.since is None or not when.compared or own.since in when.compared:
        return None
    return when.compared[0]


def spans_of(worked: Sequence[WorkedOut]) -> list[WorkedOut]:
    """The expressions that stand for an amount or a direction, not for a year or names."""
    return [one for one in worked if not all(isinstance(p, str) and p.isdigit() for p in one.parts)]
