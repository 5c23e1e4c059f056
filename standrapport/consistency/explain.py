"""Outcomes to findings: the arithmetic of a rule spelled out in one Dutch sentence."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import inf

from ..model import (
    Bound,
    BrokenRule,
    FigureKey,
    Figures,
    FigureSeen,
    Finding,
    Outcome,
    Position,
    Rule,
    Severity,
    Verdict,
    figure_of,
)
from ..notation import format_getal, join_names

_CODES = {
    Verdict.VIOLATED: "SR-C001",
    Verdict.UNLIKELY: "SR-C002",
    Verdict.SUM_OF_ROUNDED: "SR-C003",
}
_CLAIM_CODES = {Verdict.VIOLATED: "SR-N005", Verdict.UNLIKELY: "SR-N005", Verdict.SUM_OF_ROUNDED: "SR-C003"}


def amount(value: Fraction | Bound | None) -> str:
    """A worked-out number as text: whole when it is whole, else one decimal."""
    if value is None:
        return "n.n.b."
    if isinstance(value, float):
        return "onbegrensd"
    number = Decimal(value.numerator) / Decimal(value.denominator)
    return format_getal(number, 0 if value.denominator == 1 else 1)


def seen(name: FigureKey, figures: Figures) -> FigureSeen:
    """A figure with its bounds, for a finding."""
    figure = figure_of(figures, *name)
    return FigureSeen(name, figure.printed, figure.interval.low, figure.interval.high)


def places(outcome: Outcome, figures: Figures) -> tuple[Position, ...]:
    """The cells of a rule, the first side first; the rule's own place when no cell was delivered."""
    found = [figures[name].position for name in outcome.figures if name in figures]
    known = tuple(place for place in found if place is not None)
    return known or (outcome.rule.test_text.position,)


def arithmetic(outcome: Outcome) -> str:
    """'links 13.840, rechts 13.850, verschil 10; afronding verklaart hooguit 5'."""
    sides = f"links staat {amount(outcome.left)}, rechts {amount(outcome.right)}"
    if outcome.difference is None:
        return f"{sides}; wat wel bekend is, laat dit niet toe"
    slack = amount(outcome.slack) if outcome.slack != inf else "alles"
    return f"{sides}, verschil {amount(outcome.difference)}; afronding verklaart hooguit {slack}"


def finding_of(outcome: Outcome, figures: Figures) -> Finding:
    """The finding of a rule that does not hold, hardly holds, or holds only because a total was made of rounded parts."""
    rule = outcome.rule
    claim = rule.origin == "claim"
    severity = {
        Verdict.VIOLATED: rule.severity,
        Verdict.UNLIKELY: Severity.WARNING if rule.severity is not Severity.NOTE else Severity.NOTE,
    }.get(outcome.verdict, Severity.NOTE)
    key = f" voor {outcome.key}" if outcome.key else ""
    name = f"De bewering '{rule.test}'" if claim else f"Regel '{rule.id}'"
    if outcome.verdict is Verdict.VIOLATED:
        head = f"{name} klopt niet in {outcome.year}{key}"
    elif outcome.verdict is Verdict.UNLIKELY:
        head = f"{name} klopt in {outcome.year}{key} alleen als bijna alle afrondingen dezelfde kant op gaan"
    else:
        head = f"{name} klopt in {outcome.year}{key} alleen doordat een totaal uit afgeronde delen is opgeteld"
    sentence = f"{head}: {arithmetic(outcome)}. {rule.explanation}".rstrip()
    return Finding(
        code=(_CLAIM_CODES if claim else _CODES)[outcome.verdict],
        severity=severity,
        message=sentence,
        locations=(rule.test_text.position, *places(outcome, figures)) if claim else places(outcome, figures),
        year=outcome.year,
        rules=(BrokenRule(rule.id, outcome.year, outcome.difference, outcome.slack, outcome.key),),
        figures=tuple(seen(name_, figures) for name_ in outcome.figures),
    )


def undecided_note(rule: Rule, outcomes: list[Outcome]) -> Finding:
    """One note for a rule with the years in which a figure is unknown or suppressed and the bounds leave it open."""
    years = join_names([str(year) for year in dict.fromkeys(outcome.year for outcome in outcomes)])
    what = f"De bewering '{rule.test}'" if rule.origin == "claim" else f"Regel '{rule.id}'"
    return Finding(
        "SR-N006" if rule.origin == "claim" else "SR-C004",
        Severity.NOTE,
        f"{what} is in {years} niet te beslissen: niet alle cijfers zijn bekend.",
        (rule.test_text.position,),
        outcomes[-1].year,
        tuple(BrokenRule(rule.id, outcome.year, None, None, outcome.key) for outcome in outcomes),
    )


def untested(rule: Rule, *, delivered: bool) -> Finding:
    """A rule that met no data in any year: it may be misspelt, or it guards nothing.

    When its figures were not delivered in this vintage (`delivered` false) that is only worth a note.
    """
    what = f"De bewering '{rule.test}'" if rule.origin == "claim" else f"Regel '{rule.id}'"
    code = "SR-N006" if rule.origin == "claim" else "SR-C005"
    sentence = f"{what} kon in geen enkel jaar getoetst worden: er zijn geen cijfers voor."
    severity = Severity.WARNING if delivered or rule.origin == "claim" else Severity.NOTE
    return Finding(code, severity, sentence, (rule.test_text.position,))
