"""Outcomes to findings: the arithmetic of a rule spelled out in one Dutch sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import inf
from typing import Protocol

from ...core.formula import Node, Reference, SumKeys, SumYears, parse_rule, references
from ...core.formula.nodes import Operation
from ...core.model import (
    Bound,
    BrokenRule,
    CellChange,
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
from ...core.notation import format_getal, join_names

_CODES = {
    Verdict.VIOLATED: "SR-C001",
    Verdict.UNLIKELY: "SR-C002",
    Verdict.SUM_OF_ROUNDED: "SR-C003",
}


class RepairFound(Protocol):
    """A repair as the search gives it: changes, what speaks against it, and the slip that explains
    it.
    """

    @property
    def changes(self) -> tuple[CellChange, ...]:
        """The cells to change."""

    @property
    def cost(self) -> float:
        """What speaks against it."""

    @property
    def slip(self) -> str:
        """The slip of the pen that explains it, or ''."""


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
    """The cells of a rule, the first side first.

    The rule's own place when no cell was delivered.
    """
    found = [figures[name].position for name in outcome.figures if name in figures]
    known = tuple(place for place in found if place is not None)
    return known or (outcome.rule.test_text.position,)


def arithmetic(outcome: Outcome, figures: Figures) -> str:
    """'som van de delen 5.120, gedrukt 5.210, verschil 90; afronding verklaart hooguit 20'."""
    total = _total_side(outcome.rule)
    if (
        total is not None
        and outcome.difference is None
        and (known := _known_parts(outcome, figures, total))
    ):
        return known
    if total is None:
        sides = f"links staat {amount(outcome.left)}, rechts {amount(outcome.right)}"
    else:
        printed, parts = (
            (outcome.left, outcome.right) if total == "left" else (outcome.right, outcome.left)
        )
        sides = f"som van de delen {amount(parts)}, gedrukt {amount(printed)}"
    if outcome.difference is None:
        return f"{sides}; wat wel bekend is, laat dit niet toe"
    slack = amount(outcome.slack) if outcome.slack != inf else "alles"
    return f"{sides}, verschil {amount(outcome.difference)}; afronding verklaart hooguit {slack}"


def _total_side(rule: Rule) -> str | None:
    """Which side of a rule is one figure while the other adds figures up; None for other forms."""
    node = parse_rule(rule.test_text.raw)
    sides = (("left", node.left, node.right), ("right", node.right, node.left))
    return next(
        (name for name, one, other in sides if isinstance(one, Reference) and _is_sum(other)), None
    )


def _known_parts(outcome: Outcome, figures: Figures, total: str) -> str:
    """'bekende delen samen 1.200, gedrukt 1.000'.

    '' when the total is not known or derived figures stand in the rule.
    """
    at = 0 if total == "left" else -1
    whole = figures.get(outcome.figures[at])
    refs = {reference.ref for reference in references(parse_rule(outcome.rule.test_text.raw))}
    if whole is None or whole.value is None or not refs <= {name.ref for name in outcome.figures}:
        return ""
    known = [
        figures[name].value for name in outcome.figures if name != whole.id and name in figures
    ]
    parts = sum((Fraction(value) for value in known if value is not None), Fraction(0))
    return f"bekende delen samen {amount(parts)}, gedrukt {amount(Fraction(whole.value))}"


def _is_sum(node: Node) -> bool:
    match node:
        case SumKeys() | SumYears():
            return True
        case Operation("+", left, right):
            return all(isinstance(part, Reference) or _is_sum(part) for part in (left, right))
        case _:
            return False


def group_finding(
    outcomes: Sequence[Outcome], repairs: Sequence[RepairFound], figures: Figures
) -> Finding:
    """One finding for rules that are broken by the same cells, with the smallest repairs, best
    first.
    """
    first = max(
        outcomes, key=lambda outcome: (outcome.difference is not None, outcome.difference or 0)
    )
    ordered = [first, *(outcome for outcome in outcomes if outcome is not first)]
    base = finding_of(first, figures)
    sentence = base.message
    if len(ordered) > 1:
        others = join_names(
            list(dict.fromkeys(f"'{outcome.rule.id}' ({outcome.year})" for outcome in ordered[1:]))
        )
        sentence += f" Door dezelfde cijfers klopt ook niet: {others}."
    if repairs:
        sentence += f" {_verdict_on(repairs)}"
    cells = list(dict.fromkeys(name for outcome in ordered for name in outcome.figures))
    # The place to open first is the cell that is most likely wrong, when evidence names one.
    likely = (
        [change.position for change in repairs[0].changes if change.position]
        if repairs and _decided(repairs)
        else []
    )
    return replace(
        base,
        message=sentence,
        locations=tuple(
            dict.fromkeys(
                [*likely, *(place for outcome in ordered for place in places(outcome, figures))]
            )
        ),
        rules=tuple(BrokenRule(o.rule.id, o.year, o.difference, o.slack, o.key) for o in ordered),
        figures=tuple(seen(name, figures) for name in cells),
        repairs=tuple(repair.changes for repair in repairs),
    )


# How much more must speak against the second repair before the first is named as the likely one.
DECISIVE = 0.25


def _decided(repairs: Sequence[RepairFound]) -> bool:
    return len(repairs) == 1 or repairs[1].cost - repairs[0].cost >= DECISIVE


def _verdict_on(repairs: Sequence[RepairFound]) -> str:
    best = repairs[0]
    if _decided(repairs):
        what = join_names(
            [f"{_cell(change.id)} = {amount(Fraction(change.new))}" for change in best.changes]
        )
        why = f" ({best.slip})" if best.slip else ""
        return f"Waarschijnlijk moet het zijn: {what}{why}."
    sets = "cellen" if len(best.changes) == 1 else "groepen cellen"
    return f"Eén van deze {len(repairs)} {sets} is fout; verder bewijs wijst er geen aan."


def _cell(name: FigureKey) -> str:
    key = f" {name.key}" if name.key else ""
    return f"{name.ref}{key} {name.year}"


def clash_finding(
    outcomes: Sequence[Outcome], miss: float, figures: Figures, *, widened: bool
) -> Finding:
    """Rules that each pass but have no true values in common: one warning, or a note when totals of
    rounded parts explain it.
    """
    rules = join_names(
        list(dict.fromkeys(f"'{outcome.rule.id}' ({outcome.year})" for outcome in outcomes))
    )
    size = amount(Fraction(miss).limit_denominator(10))
    sentence = (
        f"De regels {rules} kloppen elk apart, maar niet samen: er zijn geen echte waarden waarmee"
        f" ze alle tegelijk gelden; er blijft een verschil van {size} over."
    )
    if widened:
        sentence += " Totalen die uit afgeronde delen zijn opgeteld, kunnen dat verklaren."
    return Finding(
        "SR-C011" if widened else "SR-C010",
        Severity.NOTE if widened else Severity.WARNING,
        sentence,
        tuple(dict.fromkeys(place for outcome in outcomes for place in places(outcome, figures))),
        outcomes[0].year,
        tuple(BrokenRule(o.rule.id, o.year, o.difference, o.slack, o.key) for o in outcomes),
        tuple(
            seen(name, figures)
            for name in dict.fromkeys(name for outcome in outcomes for name in outcome.figures)
        ),
    )


def finding_of(outcome: Outcome, figures: Figures) -> Finding:
    """The finding of a rule that does not hold, hardly holds, or holds only because a total was
    made of rounded parts.
    """
    rule = outcome.rule
    claim = rule.origin == "claim"
    severity = {
        Verdict.VIOLATED: rule.severity,
        Verdict.UNLIKELY: Severity.WARNING if rule.severity is not Severity.NOTE else Severity.NOTE,
        # A text that goes against the printed numbers is worth a look, even where added roundings
        # could explain it.
        Verdict.SUM_OF_ROUNDED: Severity.WARNING if claim else Severity.NOTE,
    }[outcome.verdict]
    key = f" voor {outcome.key}" if outcome.key else ""
    name = f"De bewering '{rule.test}'" if claim else f"Regel '{rule.id}'"
    if outcome.verdict is Verdict.VIOLATED:
        head = f"{name} klopt niet in {outcome.year}{key}"
    elif outcome.verdict is Verdict.UNLIKELY:
        head = (
            f"{name} klopt in {outcome.year}{key} alleen als bijna alle afrondingen dezelfde kant"
            " op gaan"
        )
    elif claim:
        head = (
            f"De gedrukte cijfers van {outcome.year} spreken de bewering '{rule.test}' tegen; ze"
            " kan alleen nog kloppen doordat een totaal uit afgeronde delen is opgeteld"
        )
    else:
        head = (
            f"{name} klopt in {outcome.year}{key} alleen doordat een totaal uit afgeronde delen is"
            " opgeteld"
        )
    if not claim and _total_side(rule) is None:
        head += f" ({rule.test})"
    sentence = f"{head}: {arithmetic(outcome, figures)}. {rule.explanation}".rstrip()
    return Finding(
        code="SR-N005" if claim else _CODES[outcome.verdict],
        severity=severity,
        message=sentence,
        locations=(
            (rule.test_text.position, *places(outcome, figures))
            if claim
            else places(outcome, figures)
        ),
        year=outcome.year,
        rules=(BrokenRule(rule.id, outcome.year, outcome.difference, outcome.slack, outcome.key),),
        figures=tuple(seen(name_, figures) for name_ in outcome.figures),
    )


NAMED_APART = 5  # keys of one rule that are spoken of one by one
_SHOWN = 4  # figures named in one note


def undecided_note(rule: Rule, outcomes: list[Outcome], figures: Figures) -> Finding:
    """One note for a rule with the years in which a figure is unknown or suppressed and the bounds
    leave it open.
    """
    years = join_names([str(year) for year in sorted({outcome.year for outcome in outcomes})])
    what = f"De bewering '{rule.test}'" if rule.origin == "claim" else f"Regel '{rule.id}'"
    keys = sum(
        outcome.keys for outcome in outcomes if outcome.key is not None or not outcome.figures
    )
    if keys > NAMED_APART:
        sentence = (
            f"{what} is in {years} voor {format_getal(keys)} sleutels niet te beslissen: niet alle"
            " cijfers zijn bekend."
        )
    else:
        sentence = f"{what} is in {years} niet te beslissen door {_open_cells(outcomes, figures)}."
    return Finding(
        "SR-N006" if rule.origin == "claim" else "SR-C004",
        Severity.NOTE,
        sentence,
        (rule.test_text.position,),
        outcomes[-1].year,
        tuple(BrokenRule(rule.id, outcome.year, None, None, outcome.key) for outcome in outcomes),
    )


def _open_cells(outcomes: Sequence[Outcome], figures: Figures) -> str:
    """The figures that leave rules open, the first few by name."""
    hidden = {name: figure_of(figures, *name) for outcome in outcomes for name in outcome.figures}
    open_ones = [
        f"{_cell(name)} ({figure.printed})"
        for name, figure in hidden.items()
        if figure.value is None
    ]
    shown = (
        (open_ones or ["een deling door nul"])
        if len(open_ones) <= _SHOWN
        else [*open_ones[: _SHOWN - 1], f"nog {len(open_ones) - _SHOWN + 1} cijfers"]
    )
    return join_names(shown)


def untested(rule: Rule, *, delivered: bool, hint: str = "") -> Finding:
    """A rule that met no data in any year: it may be misspelt, or it guards nothing.

    When its figures were not delivered in this vintage (`delivered` false) that is only worth a
    note.
    """
    what = f"De bewering '{rule.test}'" if rule.origin == "claim" else f"Regel '{rule.id}'"
    code = "SR-N006" if rule.origin == "claim" else "SR-C005"
    when = (
        f"voor {join_names([str(year) for year in rule.years])} zijn er"
        if isinstance(rule.years, tuple)
        else "er zijn"
    )
    sentence = (
        f"{what} kon in geen enkel jaar getoetst worden: {hint or f'{when} geen cijfers'}.".replace(
            "?.", "?"
        )
    )
    severity = Severity.WARNING if delivered or rule.origin == "claim" else Severity.NOTE
    return Finding(code, severity, sentence, (rule.test_text.position,))
