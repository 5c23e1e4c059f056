# SPDX-License-Identifier: EUPL-1.2
"""Rules to grounded tests: parse, name the figures, and lay a rule out over the years and keys it
holds for.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import field, replace

from ...core.formula import (
    Compare,
    FormulaError,
    Names,
    Ratio,
    Timed,
    UnitProblem,
    all_whole_years,
    as_ratio,
    breaks,
    crossed,
    ground,
    in_time,
    in_units,
    leaves,
    parse_rule,
    references,
)
from ...core.formula.nodes import Operation
from ...core.frozen import dataclass
from ...core.model import (
    Catalogue,
    Figures,
    Finding,
    Rule,
    RuleYears,
    SeriesBreak,
    Severity,
    years_of as all_years,
)
from ...messages import found
from .judge import with_data

# Where a rule comes from, its name, the year and the key: no two tests share these.
TestName = tuple[str, str, int, str | None]


@dataclass(frozen=True)
class ParsedRule:
    """A rule with its comparison, and the keyed table it holds for every key of (None for a plain
    rule).

    `across` are the years in which it would compare figures from both sides of a break, `mixed`
    those in which it would hold a part of a year against a whole one.
    """

    rule: Rule
    node: Compare
    table: str | None
    across: Mapping[int, tuple[SeriesBreak, ...]] = field(default_factory=dict)
    mixed: tuple[int, ...] = ()


@dataclass(frozen=True)
class GroundRule:
    """A rule for one year and key, worked out to cells.

    `difference` is left minus right as a ratio of linear forms, if it is one. A rule that is
    `mixed` holds a part of a year against a whole one, and is not to be judged.
    """

    rule: Rule
    year: int
    key: str | None
    node: Compare
    difference: Ratio | None
    mixed: bool = False

    @property
    def name(self) -> TestName:
        """What tells this test from all others."""
        return (self.rule.origin, self.rule.id, self.year, self.key)

    @property
    def binding(self) -> bool:
        """Whether it takes part in finding wrong cells: a rule of severity error, no claim of a
        text.
        """
        return self.rule.severity is Severity.ERROR and self.rule.origin == "rule"


def parse_rules(rules: Iterable[Rule], names: Names) -> tuple[list[ParsedRule], list[Finding]]:
    """Every rule that can be read.

    SR-C006 and SR-C007 for those that cannot (SR-N007 for claims in the text).
    """
    parsed, findings = [], []
    for rule in rules:
        try:
            node = parse_rule(rule.test_text.raw)
            names.check(node)
            # Rules are shared by editions, and an edition need not have every key.
            if rule.origin == "claim":
                names.check_keys(node)
            one_scale = in_units(node, names.units)
            if isinstance(one_scale, Compare):
                parsed.append(ParsedRule(rule, one_scale, names.free_table(node)))
        except FormulaError as problem:
            findings.append(_unreadable(rule, problem))
    return parsed, findings


def _unreadable(rule: Rule, problem: FormulaError) -> Finding:
    place = rule.test_text.place(problem.offset)
    reason = f"{problem.message}.".replace("?.", "?")
    if rule.origin == "claim":
        return found("SR-N007", place, {"reden": reason})
    if isinstance(problem, UnitProblem):
        return found("SR-C045", place, {"regel": rule.id, "reden": reason}, which="regel")
    code = "SR-C007" if problem.unknown else "SR-C006"
    return found(code, place, {"regel": rule.id, "reden": reason})


def with_breaks(
    catalogue: Catalogue, parsed: ParsedRule, names: Names, years: Iterable[int], report_year: int
) -> ParsedRule:
    """The rule with the years it asks for and cannot be tested in, for a break in a series."""
    broken = any(breaks(catalogue, ref) for ref in rule_refs(catalogue, parsed))
    if parsed.rule.mixed_breaks or not broken:
        return parsed
    key = "" if parsed.table else None
    across = {
        year: crossed(catalogue, leaves(ground(parsed.node, names, year, key)))
        for year in wanted_years(parsed, years, report_year)
    }
    return replace(parsed, across={year: several for year, several in across.items() if several})


def wanted_years(parsed: ParsedRule, years: Iterable[int], report_year: int) -> list[int]:
    """The years of the vintage a rule asks for, those left out that compare across a break."""
    wanted = parsed.rule.years
    free = (year for year in years if year not in parsed.across)
    if wanted is RuleYears.REPORT_YEAR:
        return [year for year in free if year == report_year]
    return [year for year in free if not isinstance(wanted, tuple) or year in wanted]


def lay_out(
    parsed: ParsedRule,
    names: Names,
    figures: Figures,
    years: Iterable[int],
    report_year: int,
    left: Mapping[str, Container[str]],
    *,
    whole_years: bool | None = None,
) -> Iterator[GroundRule]:
    """The rule in each year of the vintage it asks for and that has data, for every key.

    Of screened tables only the keys left. A part of a year is held against the same months of
    another year where those are known. `whole_years` tells whether all figures are of whole years,
    where that is known already.
    """
    parts = not (all_whole_years(figures) if whole_years is None else whole_years)
    for year in wanted_years(parsed, years, report_year):
        for key in names.keys(parsed.table, year) if parsed.table else (None,):
            if (
                key is not None
                and parsed.table is not None
                and key not in left.get(parsed.table, (key,))
            ):
                continue
            node = ground(parsed.node, names, year, key)
            if isinstance(node, Compare) and with_data(node, year, figures):
                timed = in_time(node, names, figures, year) if parts else Timed(node)
                mixed = timed.mixed and not parsed.rule.mixed_periods
                one = node if timed.mixed or not isinstance(timed.node, Compare) else timed.node
                difference = as_ratio(Operation("-", one.left, one.right))
                yield GroundRule(parsed.rule, year, key, one, difference, mixed)


def without_mixed(
    parsed: ParsedRule, tests: list[GroundRule]
) -> tuple[ParsedRule, list[GroundRule]]:
    """A rule with the tests that can be judged; the years of the others are kept with the rule."""
    mixed = dict.fromkeys(test.year for test in tests if test.mixed)
    if not mixed and not parsed.mixed:
        return parsed, tests
    return replace(parsed, mixed=tuple(mixed)), [test for test in tests if not test.mixed]


def years_of(figures: Figures, report_year: int) -> list[int]:
    """Every year the vintage holds, and the report year."""
    return sorted(all_years(figures) | {report_year})


def rule_refs(catalogue: Catalogue, parsed: ParsedRule) -> list[str]:
    """The columns and derived figures a rule names, as written."""
    return [
        reference.ref
        for reference in references(parsed.node)
        if reference.ref in catalogue.derived or catalogue.column(reference.ref)
    ]
