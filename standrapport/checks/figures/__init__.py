# SPDX-License-Identifier: EUPL-1.2
"""Consistency of the figures: every rule judged in every year, and what does not fit explained in
Dutch.

First each rule by itself (`judge`), then what is broken together and which cells would mend it
(`localise`), then rules that each pass but have no true values in common (`joint`). The solver is
imported only when something does not fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...core.formula import FormulaError, Names, all_whole_years, leaves
from ...core.model import (
    Catalogue,
    Figures,
    Finding,
    Outcome,
    Rule,
    Verdict,
    delivered,
    large_tables,
    suppressed,
)
from ...core.notation import join_names
from .accepted import accept as accept
from .constraints import Boxes, boxes_of, constraints_of
from .dated import dated_sources as dated_sources
from .disclosure import disclosures
from .explain import finding_of
from .explain_groups import not_apart, undecided_note, unlikely_findings, untested
from .judge import judge, stated_twice
from .keys import alike_keys as alike_keys, undeclared_rest as undeclared_rest
from .plugins import plugin_findings as plugin_findings
from .revisions import (
    lost_findings as lost_findings,
    revision_findings as revision_findings,
    revision_of as revision_of,
    revisions as revisions,
)
from .rulebook import break_words, check_rulebook
from .rules import (
    GroundRule,
    ParsedRule,
    lay_out,
    parse_rules,
    rule_refs,
    with_breaks,
    without_mixed,
    years_of,
)
from .screen import Screened, screen
from .together import Tested, broken_together, clashing


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
    whole = all_whole_years(figures)
    laid_out = [
        without_mixed(
            rule,
            list(
                lay_out(rule, names, figures, years, report_year, screened.left, whole_years=whole)
            ),
        )
        for rule in parsed
    ]
    grounds = [ground for _, tests in laid_out for ground in tests]
    boxes = boxes_of(grounds, figures)
    tested = [(test, _outcome(test, figures, boxes)) for test in grounds]
    findings.extend(check_rulebook(catalogue, laid_out))
    findings.extend(_untested(catalogue, laid_out, figures, names, years))
    findings.extend(broken_together(tested, boxes.wider, figures))
    findings.extend(not_apart(screened.outcomes))
    everything = (*(outcome for _, outcome in tested), *screened.outcomes)
    findings.extend(_unlikely(everything, figures))
    findings.extend(_sums_of_rounded(tested, figures))
    findings.extend(_disclosed(tested, boxes, figures, earlier or {}))
    # A rule against the others is reported already, for all years.
    against = {finding.position for finding in findings if finding.code == "SR-C013"}
    sound = [
        (test, outcome) for test, outcome in tested if test.rule.test_text.position not in against
    ]
    findings.extend(clashing(sound, boxes.plain, boxes.wider, figures))
    findings.extend(_undecided(everything, figures))
    return everything, findings


def _outcome(test: GroundRule, figures: Figures, boxes: Boxes) -> Outcome:
    # That two figures are one is judged by each as it was printed; what follows from it by the
    # better of the two.
    box = boxes.plain if stated_twice(test.node) else boxes.stated
    found = judge(test.node, test.difference, figures, box, boxes.widened)
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
) -> Iterator[Finding]:
    """The rules that met no data in any year."""
    known = delivered(figures)
    for parsed, tests in laid_out:
        # What holds a part of a year against a whole one is told by SR-C009, where it is a rule.
        if tests or (parsed.mixed and parsed.rule.origin == "rule"):
            continue
        wanted = parsed.rule.years
        expected = not isinstance(wanted, tuple) or not set(years).isdisjoint(wanted)
        yield untested(
            parsed.rule,
            delivered=expected and set(rule_refs(catalogue, parsed)) <= known,
            hint=_why_untested(parsed, names),
        )


def _why_untested(parsed: ParsedRule, names: Names) -> str:
    """Why a rule met no data, when more can be said than that there is none."""
    try:
        names.check_keys(parsed.node)
    except FormulaError as problem:
        return problem.message
    if parsed.across:
        return f"hij vergelijkt over een breuk heen ({break_words(parsed.across)})"
    if parsed.mixed:
        years = join_names([str(year) for year in parsed.mixed])
        return (
            f"hij vergelijkt in {years} een deel van een jaar met een heel jaar, of geteld met"
            " verwacht; geef dezelfde maanden van het andere jaar"
        )
    return ""


def _unlikely(outcomes: Sequence[Outcome], figures: Figures) -> list[Finding]:
    """Rules that hold only when nearly all roundings go the same way."""
    rare = [outcome for outcome in outcomes if outcome.verdict is Verdict.UNLIKELY]
    return unlikely_findings(rare, sum(outcome.keys for outcome in outcomes), figures)


def _sums_of_rounded(tested: Tested, figures: Figures) -> Iterator[Finding]:
    """Rules that hold only because a total was added up from rounded parts."""
    for _, outcome in tested:
        if outcome.verdict is Verdict.SUM_OF_ROUNDED:
            yield finding_of(outcome, figures)


def _disclosed(tested: Tested, boxes: Boxes, figures: Figures, earlier: Figures) -> list[Finding]:
    """Suppressed figures that the rules, or an earlier edition, give away."""
    if next(suppressed(figures), None) is None:
        return []
    linear = [
        constraint
        for test, outcome in tested
        if test.binding and outcome.verdict is not Verdict.VIOLATED
        for constraint in constraints_of(test, boxes.plain)
    ]
    return disclosures(linear, boxes.plain, figures, earlier)


def _undecided(outcomes: Iterable[Outcome], figures: Figures) -> Iterator[Finding]:
    """One note per rule that an unknown or suppressed figure leaves open."""
    open_ones: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.verdict is Verdict.UNDECIDED:
            open_ones.setdefault(outcome.rule.id, []).append(outcome)
    for several in open_ones.values():
        yield undecided_note(several[0].rule, several, figures)
