# SPDX-License-Identifier: EUPL-1.2
"""What a reference of a text resolves to: figures in a relation; and the target or forecast that
a sentence speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from ....core.formula import (
    Expression,
    FormulaError,
    Node,
    Number,
    Reference,
    SumKeys,
    hoped,
    name_of,
    parse_expression,
)
from ....core.formula.nodes import Operation
from ....core.frozen import dataclass
from ....core.model import EXPECTED, Expected, Figures, Printed, Text, WorkedOut, expected_beside
from ....core.words import Phrase
from .names import Subject, SubjectNames
from .statement import AmountReading, NamedFigure, Relation
from .values import Known, PrintedValue

_AIMS: dict[Expected, Phrase] = {
    "doel": Phrase(
        r"\b(?:doel(?:en|stelling(?:en)?)?|streef\w*|taakstelling(?:en)?|ambities?|(?:ge)?mikt\w*|beoogd\w*)\b",
        re.IGNORECASE,
    ),
    "raming": Phrase(
        r"\b(?:raming(?:en)?|raamden?|geraamd\w*|prognoses?|verwacht\w*|voorspel\w*|begro(?:ot|te)\w*)\b",
        re.IGNORECASE,
    ),
}
# Words for what was reached: a number beside them need not be the target.
_REACHED = Phrase(r"\b(?:\w*haal\w*|\w*reik\w*|boven|onder|over\w+|\w*komen)\b", re.IGNORECASE)
_BETWEEN = Phrase(r"[.,:;\ue000]|(?!(?:19|20)\d\d\b)\b\d")  # or another number is
_TIME = re.compile(r"[^\W\d_][^\d\ue000,;]*\b(?:19|20)\d\d")
_CHANGES = {"verschil", "vergeleken", "richting"}


@dataclass(frozen=True)
class ResolvedReference:
    """What a reference resolves to: figures in a relation, and the expression as written."""

    relation: Relation
    about: tuple[NamedFigure, ...]
    expression: Expression
    written: str

    @property
    def first(self) -> NamedFigure:
        """The figure it is about first."""
        return self.about[0]

    def again(self, about: Sequence[NamedFigure], report_year: int, value: PrintedValue) -> str:
        """The expression for other figures, with the same filters."""
        changes = self.relation is Relation.CHANGE and bool(self.expression.filters)
        relation = Relation.LEVEL if changes else self.relation
        formula = AmountReading(relation, tuple(about), value, 0.0).formula(report_year)
        if " " in formula and self.expression.filters and not formula.startswith("aandeel("):
            formula = f"({formula})"
        steps = "".join(
            f" | {step.name}"
            + (f"({', '.join(map(str, step.arguments))})" if step.arguments else "")
            for step in self.expression.filters
        )
        return f"{{{{ {formula}{steps} }}}}"


def bound(
    names: SubjectNames, text: Text, one: WorkedOut, report_year: int, figures: Figures
) -> ResolvedReference | None:
    """What an expression of a text resolves to; None when it names no single figures."""
    written = text.raw[one.start + 2 : one.end - 2]
    try:
        expression = parse_expression(written)
    except FormulaError:
        return None
    expression = _with_expected(expression)
    filters = {step.name: step.arguments for step in expression.filters}
    if not any(isinstance(part, Printed) for part in one.parts) and "richting" not in filters:
        return None
    shape = shape_of(expression.node)
    if shape is None:
        return None
    relation, found = shape
    about = []
    for reference in found:
        subject = names.by_name.get((reference.ref, reference.key))
        if subject is None:
            return None
        name = name_of(figures, reference, report_year)
        about.append(NamedFigure(subject, name.year, name.beside, reference.expected))
    for step_name in _CHANGES & set(filters):
        step = filters[step_name][0] if filters[step_name] else -1
        if relation is Relation.LEVEL and isinstance(step, int):
            relation = Relation.CHANGE
            about.append(NamedFigure(about[0].subject, about[0].year + step))
        elif relation is Relation.LEVEL and step in EXPECTED:
            relation = Relation.CHANGE
            aim = expected_beside(figures, about[0].id, cast("Expected", step))
            about.append(replace(about[0], beside=aim.beside, expected=cast("Expected", step)))
    return ResolvedReference(relation, tuple(about), expression, written.strip())


def _with_expected(expression: Expression) -> Expression:
    """The filters `doel` and `raming` as part of the reference."""
    first = expression.filters[0] if expression.filters else None
    if first is None or first.name not in EXPECTED:
        return expression
    return Expression(hoped(expression.node, cast("Expected", first.name)), expression.filters[1:])


def shape_of(node: Node) -> tuple[Relation, list[Reference]] | None:
    """What an expression computes, of which references."""
    match node:
        case Reference():
            return Relation.LEVEL, [node]
        case SumKeys(reference):
            return Relation.LEVEL, [reference]
        case Operation("/", Operation("*", Number(), Reference() as part), Reference() as base):
            return Relation.SHARE, [part, base]
        case Operation("-", Reference() as one, Reference() as other):
            same = one.ref == other.ref and one.key == other.key
            return (Relation.CHANGE if same else Relation.COMPARISON), [one, other]
        case Operation("+", left, Reference() as right):
            shape = shape_of(left)
            if shape is not None and shape[0] in (Relation.LEVEL, Relation.SUM):
                return Relation.SUM, [*shape[1], right]
    return None


def spans_of(worked: Sequence[WorkedOut]) -> list[WorkedOut]:
    """The expressions that stand for an amount or a direction, not for a year or a period."""
    return [one for one in worked if not time_said(one)]


def time_said(one: WorkedOut) -> str:
    """The year or period that an expression prints: '2024', 'tot en met november 2024'; '' when it
    prints something else.
    """
    words = "".join(part if isinstance(part, str) else "\ue000" for part in one.parts)
    return words if _TIME.fullmatch(words) or words.isdigit() else ""


def is_aimed(known: Known, subject: Subject, year: int, expected: Expected) -> bool:
    """Whether a figure has a target or forecast in a year, where one is asked for."""
    name = NamedFigure(subject, year).id
    aim = expected_beside(known.figures, name, expected) if expected else name
    return known.value_of(aim, subject) is not None


def aims(
    known: Known, before: str, sentence: str, readings: Sequence[AmountReading]
) -> tuple[tuple[AmountReading, ...], bool]:
    """The readings of a number as the target or forecast that its sentence speaks of, and whether
    the words right `before` it say that it is one: 'het doel voor Noord was 1.200'.
    """
    found = []
    for expected, words in _AIMS.items():
        if not words.search(sentence):
            continue
        for one in readings:
            first = one.about[0]
            if one.relation is not Relation.LEVEL or one.blind or first.beside:
                continue
            aim = expected_beside(known.figures, first.id, expected)
            value = known.value_of(aim, first.subject)
            if value is not None:
                about = (replace(first, beside=aim.beside, expected=expected),)
                found.append(replace(one, about=about, value=value.size))
    said = [at.end() for words in _AIMS.values() for at in words.finditer(before)]
    sure = bool(said) and not _BETWEEN.search(before, max(said)) and not _REACHED.search(sentence)
    return tuple(found), sure
