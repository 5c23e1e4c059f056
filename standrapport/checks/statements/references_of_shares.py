# SPDX-License-Identifier: EUPL-1.2
"""A share that a text writes as a reference, against the part and the base its sentence names."""

from __future__ import annotations

from .names import Subject
from .naming import Ranked
from .references import DOUBT, FINE, JudgedReference, in_year, shortfall
from .referring import ResolvedReference
from .rivals import CLEAR
from .statement import NamedFigure, StatementOutcome
from .values import Known
from .years import SpokenWhen


def judged_share(
    own: ResolvedReference, parts: Ranked, bases: Ranked, when: SpokenWhen, known: Known
) -> JudgedReference:
    """Whether a share written in the text is of the part and the base its sentence names."""
    part, base = own.about
    year = next((year for year, extra in when.years if not extra), part.year)
    parts, bases = _may_be_meant(own, parts, bases, known, year)
    wrong_year = not in_year(part.year, when)
    lost, wrong_base = shortfall(parts, part.subject), shortfall(bases, base.subject)
    if max(lost, wrong_base) <= DOUBT and not wrong_year:
        return FINE
    under = bases[0][0] if wrong_base > DOUBT else base.subject
    others = [one for one, _ in parts if one.number != under.number]
    best = others[0] if lost > DOUBT and others else part.subject
    same = _equal(known, best, part.subject, year) and _equal(known, under, base.subject, year)
    if same and not wrong_year:
        return FINE  # the same share by another name
    clear = max(lost, wrong_base) > CLEAR or wrong_year
    outcome = StatementOutcome.WRONG if clear else StatementOutcome.DOUBT
    return JudgedReference(
        outcome, "cijfer", ((NamedFigure(best, year), NamedFigure(under, year)),)
    )


def _may_be_meant(
    own: ResolvedReference, parts: Ranked, bases: Ranked, known: Known, year: int
) -> tuple[Ranked, Ranked]:
    """The parts that can be one of the base referred to, and the bases the part can be one of; the
    ones referred to always.
    """
    part, base = (one.subject for one in own.about)

    def may(one: Subject, whole: Subject) -> bool:
        itself = one.number == part.number and whole.number == base.number
        return itself or _is_share(known, one, whole, own, year)

    return (
        tuple((one, score) for one, score in parts if may(one, base)),
        tuple((one, score) for one, score in bases if may(part, one)),
    )


def _equal(known: Known, one: Subject, other: Subject, year: int) -> bool:
    mine, theirs = known.value(one, year), known.value(other, year)
    return mine is not None and theirs is not None and mine.value == theirs.value


def _is_share(
    known: Known, part: Subject, whole: Subject, own: ResolvedReference, year: int
) -> bool:
    """Whether one figure can be meant as a part of another: it is no more than that, and in one
    table with it where those referred to are.
    """
    mine, theirs = known.value(part, year), known.value(whole, year)
    if mine is None or theirs is None or mine.value > theirs.value:
        return False
    if part.number == whole.number or whole.change or whole.difference:
        return False
    apart = part.table_name != whole.table_name
    return not (apart and own.about[0].subject.table_name == own.about[1].subject.table_name)
