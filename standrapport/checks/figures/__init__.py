"""Consistency of the figures: every rule judged in every year, and what does not fit explained in
Dutch.

First each rule by itself (`judge`), then what is broken together and which cells would mend it
(`localise`), then rules that each pass but have no true values in common (`joint`). The solver is
imported only when something does not fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...core.formula import FormulaError, Names, leaves, range_of, value_of
from ...core.formula.linear import Box
from ...core.model import (
    NOT_NEGATIVE,
    Catalogue,
    FigureKey,
    Figures,
    Finding,
    Interval,
    Outcome,
    Rule,
    Severity,
    Verdict,
    delivered,
    large_tables,
    suppressed,
)
from .constraints import Constraint, constraints_of, groups
from .disclosure import disclosures
from .explain import clash_finding, finding_of, group_finding, undecided_note, untested
from .joint import clash_of
from .judge import judge, stated_sum, stated_twice
from .many import not_apart, unlikely_findings
from .plugins import plugin_findings
from .revisions import revision_findings, revision_of, revisions
from .roles import undeclared_rest
from .rulebook import break_words, check_rulebook
from .rules import (
    GroundRule,
    ParsedRule,
    lay_out,
    parse_rules,
    rule_refs,
    with_breaks,
    years_of,
)
from .screen import Screened, screen

__all__ = [
    "check_rules",
    "plugin_findings",
    "revision_findings",
    "revision_of",
    "revisions",
    "undeclared_rest",
]


def check_rules(
    catalogue: Catalogue,
    rules: Iterable[Rule],
    figures: Figures,
    names: Names,
    report_year: int,
    earlier: Figures | None = None,
) -> tuple[tuple[Outcome, ...], list[Finding]]:
    """Judge every rule in every year of the vintage.

    Outcomes in order of the rules, and the findings they give.

    `earlier` are the figures of the edition before, which can give suppressed values away.
    """
    parsed, findings = parse_rules(rules, names)
    years = years_of(figures, report_year)
    parsed = [with_breaks(catalogue, rule, names, years, report_year) for rule in parsed]
    screened = (
        screen(parsed, figures, names, years, report_year) if large_tables(figures) else Screened()
    )
    laid_out = [
        (rule, list(lay_out(rule, names, figures, years, report_year, screened.left)))
        for rule in parsed
    ]
    grounds = [ground for _, tests in laid_out for ground in tests]
    plain = _plain_box(grounds, figures)
    box = _stated_twice(grounds, plain)
    widened = _widened(grounds, figures, box)
    # That two figures are one is judged by each as it was printed; what follows from it by the
    # better of the two.
    tested = [
        (test, _outcome(test, figures, plain if stated_twice(test.node) else box, widened))
        for test in grounds
    ]
    findings.extend(check_rulebook(catalogue, laid_out, figures))
    findings.extend(_untested(catalogue, laid_out, figures, names, years))
    findings.extend(_broken(tested, {**plain, **_wider(box, widened)}, figures))
    findings.extend(not_apart(screened.outcomes))
    everything = (*(outcome for _, outcome in tested), *screened.outcomes)
    rare = [outcome for outcome in everything if outcome.verdict is Verdict.UNLIKELY]
    findings.extend(unlikely_findings(rare, sum(outcome.keys for outcome in everything), figures))
    findings.extend(
        finding_of(outcome, figures)
        for _, outcome in tested
        if outcome.verdict is Verdict.SUM_OF_ROUNDED
    )
    if next(suppressed(figures), None) is not None:
        linear = [
            c
            for test, outcome in tested
            if _binding(test) and outcome.verdict is not Verdict.VIOLATED
            for c in constraints_of(test, plain)
        ]
        findings.extend(disclosures(linear, plain, figures, earlier or {}))
    against = {
        finding.position for finding in findings if finding.code == "SR-C013"
    }  # already reported, for all years
    sound = [
        (test, outcome) for test, outcome in tested if test.rule.test_text.position not in against
    ]
    findings.extend(_together(sound, plain, {**plain, **_wider(box, widened)}, figures))
    open_ones: dict[str, list[Outcome]] = {}
    for outcome in everything:
        if outcome.verdict is Verdict.UNDECIDED:
            open_ones.setdefault(outcome.rule.id, []).append(outcome)
    findings.extend(
        undecided_note(outcomes[0].rule, outcomes, figures) for outcomes in open_ones.values()
    )
    return everything, findings


_MOST_CELLS = 300
Tested = Sequence[tuple[GroundRule, Outcome]]


def _outcome(test: GroundRule, figures: Figures, box: Box, widened: Box) -> Outcome:
    found = judge(test.node, test.difference, figures, box, widened)
    cells = tuple(leaves(test.node))
    return Outcome(
        test.rule,
        test.year,
        found.verdict,
        test.key,
        found.left,
        found.right,
        found.difference,
        found.slack,
        cells,
    )


def _untested(
    catalogue: Catalogue,
    laid_out: Iterable[tuple[ParsedRule, list[GroundRule]]],
    figures: Figures,
    names: Names,
    years: list[int],
) -> list[Finding]:
    known = delivered(figures)
    found = []
    for rule, tests in laid_out:
        if not tests:
            expected = not isinstance(rule.rule.years, tuple) or not set(years).isdisjoint(
                rule.rule.years
            )
            hint = (
                f"hij vergelijkt over een breuk heen ({break_words(rule.across)})"
                if rule.across
                else ""
            )
            try:
                names.check_keys(rule.node)
            except FormulaError as problem:
                hint = problem.message
            found.append(
                untested(
                    rule.rule,
                    delivered=expected and set(rule_refs(catalogue, rule)) <= known,
                    hint=hint,
                )
            )
    return found


def _binding(test: GroundRule) -> bool:
    """Whether a rule takes part in finding wrong cells: rules of severity error, not claims of a
    text.
    """
    return test.rule.severity is Severity.ERROR and test.rule.origin == "rule"


def _broken(tested: Tested, box: Box, figures: Figures) -> list[Finding]:
    """One finding per group of rules broken by the same cells, with the smallest repairs."""
    violated = [(test, outcome) for test, outcome in tested if outcome.verdict is Verdict.VIOLATED]
    if not any(_binding(test) for test, _ in violated):
        return [finding_of(outcome, figures) for _, outcome in violated]
    from .localise import localise

    # In a sum of hundreds of cells every one of them could be wrong: naming them all helps nobody.
    everything = [
        c
        for test, outcome in tested
        if _binding(test) and len(outcome.figures) <= _MOST_CELLS
        for c in constraints_of(test, box)
    ]
    outcomes = {
        id(test): outcome
        for test, outcome in violated
        if _binding(test) and len(outcome.figures) <= _MOST_CELLS
    }
    broken = [c for c in everything if id(c.source) in outcomes]
    found: list[Finding] = []
    placed: set[int] = set()
    for group in localise(broken, everything, box, figures):
        members = list({id(c.source): outcomes[id(c.source)] for c in group.broken}.items())
        placed |= {number for number, _ in members}
        found.append(group_finding([outcome for _, outcome in members], group.repairs, figures))
    found.extend(
        finding_of(outcome, figures) for test, outcome in violated if id(test) not in placed
    )
    return found


def _together(tested: Tested, box: Box, widened: Box, figures: Figures) -> list[Finding]:
    """Groups of rules that each pass but have no common true values."""
    passing: list[Constraint] = []
    broken_cells: set[FigureKey] = set()
    for test, outcome in tested:
        if not _binding(test):
            continue
        if outcome.verdict is Verdict.VIOLATED:
            broken_cells |= set(outcome.figures)
        else:
            passing.extend(constraints_of(test, box))
    outcomes = {id(test): outcome for test, outcome in tested}
    found = []
    for group in groups(passing):
        # All exact: the printed values themselves are common true values. Broken ones are reported
        # already.
        if all(outcomes[id(c.source)].verdict is Verdict.EXACT for c in group) or broken_cells & {
            cell for c in group for cell in c.cells
        }:
            continue
        # Where a rule by itself needs the wider totals that is reported; what then still clashes is
        # not.
        rounded = any(outcomes[id(c.source)].verdict is Verdict.SUM_OF_ROUNDED for c in group)
        clash = clash_of(group, widened if rounded else box, widened)
        if clash is not None:
            members = list(
                {id(c.source): outcomes[id(c.source)] for c in clash.constraints}.values()
            )
            found.append(
                clash_finding(members, clash.miss, figures, widened=clash.possible_when_widened)
            )
    return found


def _plain_box(grounds: list[GroundRule], figures: Figures) -> dict[FigureKey, Interval]:
    box: dict[FigureKey, Interval] = {}
    for test in grounds:
        for name in leaves(test.node):
            if name not in box:
                box[name] = figures[name].interval if name in figures else NOT_NEGATIVE
    return box


def _stated_twice(grounds: list[GroundRule], plain: Box) -> dict[FigureKey, Interval]:
    """The interval of every figure in the rules.

    A figure stated twice gets what both statements allow.
    """
    box = dict(plain)
    for test in grounds:
        if _binding(test) and (pair := stated_twice(test.node)):
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


def _wider(box: Box, widened: Box) -> dict[FigureKey, Interval]:
    return {cell: bounds for cell, bounds in widened.items() if bounds != box[cell]}
