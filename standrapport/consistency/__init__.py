"""Consistency of the figures: every rule judged in every year, and what does not fit explained in Dutch."""

from __future__ import annotations

from collections.abc import Iterable

from ..formula import Names, box_of, range_of, value_of
from ..formula.linear import Box
from ..model import NOT_NEGATIVE, Catalogue, FigureKey, Figures, Finding, Interval, Kind, Outcome, Rule, Severity, Verdict
from .explain import finding_of, undecided_note, untested
from .judge import judge, stated_sum, stated_twice
from .rules import GroundRule, lay_out, parse_rules, rule_refs, years_of

__all__ = ["check_rules"]


def check_rules(
    catalogue: Catalogue, rules: Iterable[Rule], figures: Figures, names: Names, report_year: int
) -> tuple[tuple[Outcome, ...], list[Finding]]:
    """Judge every rule in every year of the vintage; outcomes in order of the rules, and the findings they give."""
    parsed, findings = parse_rules(rules, names)
    years = years_of(figures, report_year)
    laid_out = [(rule, list(lay_out(rule, names, figures, years, report_year))) for rule in parsed]
    grounds = [ground for _, tests in laid_out for ground in tests]
    box = _box(grounds, figures)
    widened = _widened(grounds, figures, box)
    outcomes: list[Outcome] = []
    known = {name.ref for name, figure in figures.items() if figure.kind is not Kind.UNKNOWN}
    for rule, tests in laid_out:
        if not tests:
            expected = not isinstance(rule.rule.years, tuple) or not set(years).isdisjoint(rule.rule.years)
            findings.append(untested(rule.rule, delivered=expected and set(rule_refs(catalogue, rule)) <= known))
        own = [_outcome(test, figures, box, widened) for test in tests]
        outcomes.extend(own)
        findings.extend(finding_of(outcome, figures) for outcome in own if outcome.verdict in _REPORTED)
        if open_ones := [outcome for outcome in own if outcome.verdict is Verdict.UNDECIDED]:
            findings.append(undecided_note(rule.rule, open_ones))
    return tuple(outcomes), findings


_REPORTED = (Verdict.VIOLATED, Verdict.UNLIKELY, Verdict.SUM_OF_ROUNDED)


def _outcome(test: GroundRule, figures: Figures, box: Box, widened: Box) -> Outcome:
    found = judge(test.node, figures, box, widened)
    return Outcome(
        test.rule,
        test.year,
        found.verdict,
        test.key,
        found.left,
        found.right,
        found.difference,
        found.slack,
        tuple(box_of(test.node, figures)),
    )


def _box(grounds: list[GroundRule], figures: Figures) -> dict[FigureKey, Interval]:
    """The interval of every figure in the rules; a figure stated twice gets what both statements allow."""
    box: dict[FigureKey, Interval] = {}
    for test in grounds:
        box |= box_of(test.node, figures, NOT_NEGATIVE)
    for test in grounds:
        if test.rule.severity is Severity.ERROR and (pair := stated_twice(test.node)):
            both = box[pair[0]].intersect(box[pair[1]])
            if both is not None:
                box[pair[0]] = box[pair[1]] = both
    return box


def _widened(grounds: list[GroundRule], figures: Figures, box: Box) -> dict[FigureKey, Interval]:
    """The box with every total that equals the sum of its printed parts as wide as that sum."""
    wide = dict(box)
    for test in grounds:
        found = stated_sum(test.node)
        if found is None:
            continue
        total, parts = found
        printed = value_of(parts, figures)
        if printed is not None and total in figures and figures[total].value == printed:
            wide[total] = wide[total].hull(range_of(parts, box))
    return wide
