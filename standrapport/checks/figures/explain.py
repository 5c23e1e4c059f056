# SPDX-License-Identifier: EUPL-1.2
"""Outcomes to findings: the arithmetic of a rule spelled out in one Dutch sentence."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from ...core.formula import Node, Reference, SumKeys, SumYears, measure_of, parse_rule, references
from ...core.formula.nodes import Operation
from ...core.model import (
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
from ...core.notation import format_getal
from ...messages import found

_CODES = {
    Verdict.VIOLATED: "SR-C001",
    Verdict.UNLIKELY: "SR-C002",
    Verdict.SUM_OF_ROUNDED: "SR-C003",
}
# A text that goes against the printed numbers is worth a look, even where added roundings could
# explain it.
_OF_CLAIM = {Verdict.VIOLATED: "", Verdict.UNLIKELY: "toeval", Verdict.SUM_OF_ROUNDED: "opgeteld"}
_MOST_PLACES = 7  # decimals that are told of a number
NAMED_APART = 5  # keys of one rule that are spoken of one by one


def amount(value: Fraction | Bound | None, places: int | None = None) -> str:
    """A worked-out number as text, in as many decimals as it has; one that never ends in
    `places` (1).
    """
    if value is None:
        return "n.n.b."
    if isinstance(value, float):
        return "onbegrensd"
    number = Decimal(value.numerator) / Decimal(value.denominator)
    exact = next((places for places in range(_MOST_PLACES) if _ends(value, places)), None)
    return format_getal(number, places or 1 if exact is None else exact)


def _ends(value: Fraction, places: int) -> bool:
    return int(10**places) % value.denominator == 0


def apart(difference: Fraction, slack: Bound) -> tuple[str, str]:
    """A difference and what rounding explains of it, in so many decimals that what is not the same
    does not look the same.
    """
    if isinstance(slack, float):
        return amount(difference), "alles"
    for places in range(1, _MOST_PLACES):
        said = amount(difference, places), amount(slack, places)
        if said[0] != said[1] or difference == slack:
            return said
    return said


def seen(name: FigureKey, figures: Figures) -> FigureSeen:
    """A figure with its bounds, for a finding."""
    figure = figure_of(figures, *name)
    return FigureSeen(name, figure.printed, figure.interval.low, figure.interval.high)


def places(outcome: Outcome, figures: Figures) -> tuple[Position, ...]:
    """The cells of a rule, the first side first.

    The rule's own place when no cell was delivered.
    """
    cells = [figures[name].position for name in outcome.figures if name in figures]
    known = tuple(place for place in cells if place is not None)
    return known or (outcome.rule.test_text.position,)


def arithmetic(outcome: Outcome, figures: Figures) -> str:
    """'som van de delen 5.120, gedrukt 5.210, verschil 90; afronding verklaart hooguit 20'."""
    unit = _brought_to(outcome, figures)
    total = None if unit else _total_side(outcome.rule)
    if (
        total is not None
        and outcome.difference is None
        and (known := _known_parts(outcome, figures, total))
    ):
        return known
    if total is None:
        sides = f"links staat {amount(outcome.left)}, rechts {amount(outcome.right)}{unit}"
    else:
        printed, parts = (
            (outcome.left, outcome.right) if total == "left" else (outcome.right, outcome.left)
        )
        sides = f"som van de delen {amount(parts)}, gedrukt {amount(printed)}"
    if outcome.difference is None:
        return f"{sides}; wat wel bekend is, laat dit niet toe"
    difference, slack = apart(outcome.difference, outcome.slack or Fraction(0))
    if outcome.verdict is Verdict.VIOLATED and difference == slack:
        # A strict comparison, or '!=': the two may not be equal either.
        return f"{sides}; ook met afronding zijn ze hooguit gelijk"
    return f"{sides}, verschil {difference}; afronding verklaart hooguit {slack}"


def _brought_to(outcome: Outcome, figures: Figures) -> str:
    """' (in euro)' where a rule had to bring its figures to one unit: the smallest."""
    units = {figures[name].unit for name in outcome.figures if name in figures}
    measures = {unit: measure_of(unit) for unit in units}
    scales = {measure.scale for measure in measures.values()}
    if len(scales) < 2:
        return ""
    return f" (in {min(units, key=lambda unit: (measures[unit].scale, unit))})"


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


def cell_words(name: FigureKey) -> str:
    """A figure as it is named in a sentence: its name, the key if it has one, and the year."""
    more = f" {name.key}" if name.key else ""
    return f"{name.ref}{more} {name.year}{f' ({name.beside})' if name.beside else ''}"


def broken_rule(outcome: Outcome) -> BrokenRule:
    """The rule of an outcome with its arithmetic, for a finding."""
    return BrokenRule(outcome.rule.id, outcome.year, outcome.difference, outcome.slack, outcome.key)


def finding_of(outcome: Outcome, figures: Figures) -> Finding:
    """The finding of a rule that does not hold, hardly holds, or holds only because a total was
    made of rounded parts.
    """
    rule = outcome.rule
    common: dict[str, object] = {
        "jaar": outcome.year,
        "sleutel": f" voor {outcome.key}" if outcome.key else "",
        "rekening": arithmetic(outcome, figures),
        "uitleg": f" {rule.explanation}".rstrip(),
    }
    facts: dict[str, Any] = {
        "year": outcome.year,
        "rules": (broken_rule(outcome),),
        "figures": tuple(seen(name, figures) for name in outcome.figures),
    }
    if rule.origin == "claim":
        return found(
            "SR-N005",
            (rule.test_text.position, *places(outcome, figures)),
            {**common, "toets": rule.test},
            which=_OF_CLAIM[outcome.verdict],
            severity=rule.severity if outcome.verdict is Verdict.VIOLATED else Severity.WARNING,
            **facts,
        )
    apart_in_print = outcome.verdict is Verdict.UNLIKELY and _printed_apart(outcome, figures)
    if apart_in_print:
        common |= {"links": amount(outcome.left), "rechts": amount(outcome.right)}
    # The formula stands in the sentence when the arithmetic does not show it.
    test = f" ({rule.test})" if _total_side(rule) is None else ""
    return found(
        _CODES[outcome.verdict],
        places(outcome, figures),
        {**common, "regel": rule.id, "toets": test},
        which="anders" if apart_in_print else "",
        severity=_severity(outcome),
        **facts,
    )


def _printed_apart(outcome: Outcome, figures: Figures) -> bool:
    """Whether a rule says that one figure stands in two places, and both print it in one step."""
    node = parse_rule(outcome.rule.test_text.raw)
    cells = [figures.get(name) for name in outcome.figures]
    refs = {one.ref for one in references(node)}
    pair = len(cells) == 2 and node.operator == "==" and refs == {n.ref for n in outcome.figures}
    sides = isinstance(node.left, Reference) and isinstance(node.right, Reference)
    return pair and sides and len({one.rounding for one in cells if one is not None}) == 1


def _severity(outcome: Outcome) -> Severity:
    """How bad it is that a rule does not simply hold; what only hardly holds is never an error."""
    declared = outcome.rule.severity
    if outcome.verdict is Verdict.VIOLATED:
        return declared
    if outcome.verdict is Verdict.UNLIKELY and declared is not Severity.NOTE:
        return Severity.WARNING
    return Severity.NOTE
