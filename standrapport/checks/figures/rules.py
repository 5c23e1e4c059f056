"""Rules to grounded tests: parse, name the figures, and lay a rule out over the years and keys it
holds for.

Rules about rules: what mixes populations or periods, can never fail, says what others already say,
or contradicts them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ...core.formula import (
    Compare,
    FormulaError,
    Linear,
    Names,
    Ratio,
    as_ratio,
    ground,
    leaves,
    parse_rule,
    populations,
    references,
)
from ...core.formula.nodes import Operation
from ...core.model import (
    NOT_NEGATIVE,
    Catalogue,
    FigureKey,
    Figures,
    Finding,
    Kind,
    Rule,
    RuleYears,
    Severity,
)
from ...core.model import years_of as all_years
from ...core.notation import join_names
from .judge import certain, difference_range, with_data


@dataclass(frozen=True)
class ParsedRule:
    """A rule with its comparison, and the keyed table it holds for every key of (None for a plain
    rule).
    """

    rule: Rule
    node: Compare
    table: str | None


@dataclass(frozen=True)
class GroundRule:
    """A rule for one year and key, worked out to cells.

    `difference` is left minus right as a ratio of linear forms, if it is one.
    """

    rule: Rule
    year: int
    key: str | None
    node: Compare
    difference: Ratio | None


def parse_rules(rules: Iterable[Rule], names: Names) -> tuple[list[ParsedRule], list[Finding]]:
    """Every rule that can be read.

    SR-C006 and SR-C007 for those that cannot (SR-N007 for claims in the text).
    """
    parsed, findings = [], []
    for rule in rules:
        try:
            node = parse_rule(rule.test_text.raw)
            names.check(node)
            if (
                rule.origin == "claim"
            ):  # rules are shared by editions, and an edition need not have every key
                names.check_keys(node)
            parsed.append(ParsedRule(rule, node, names.free_table(node)))
        except FormulaError as problem:
            what = "In de bewering" if rule.origin == "claim" else f"In regel '{rule.id}'"
            code = (
                "SR-N007" if rule.origin == "claim" else "SR-C007" if problem.unknown else "SR-C006"
            )
            sentence = f"{what}: {problem.message}.".replace("?.", "?")
            findings.append(
                Finding(code, Severity.ERROR, sentence, (rule.test_text.place(problem.offset),))
            )
    return parsed, findings


def wanted_years(parsed: ParsedRule, years: Iterable[int], report_year: int) -> list[int]:
    """The years of the vintage a rule asks for."""
    wanted = parsed.rule.years
    if wanted is RuleYears.REPORT_YEAR:
        return [year for year in years if year == report_year]
    return [year for year in years if not isinstance(wanted, tuple) or year in wanted]


def lay_out(
    parsed: ParsedRule,
    names: Names,
    figures: Figures,
    years: Iterable[int],
    report_year: int,
    left: Mapping[str, Container[str]],
) -> Iterator[GroundRule]:
    """The rule in each year of the vintage it asks for and that has data, for every key.

    Of screened tables only the keys left.
    """
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
                yield GroundRule(
                    parsed.rule, year, key, node, as_ratio(Operation("-", node.left, node.right))
                )


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


LaidOut = Sequence[tuple[ParsedRule, list[GroundRule]]]


def check_rulebook(catalogue: Catalogue, laid_out: LaidOut, figures: Figures) -> list[Finding]:
    """Findings about the rules themselves: SR-C008, SR-C009, SR-C012, SR-C014 and SR-C015."""
    findings = []
    rules = [(parsed, tests) for parsed, tests in laid_out if parsed.rule.origin == "rule"]
    if not catalogue.rules:
        findings.append(
            Finding(
                "SR-C015",
                Severity.WARNING,
                "Er zijn geen regels in figures/regels.yaml; er wordt niets getoetst.",
            )
        )
    for parsed, tests in rules:
        findings.extend(_populations(catalogue, parsed))
        findings.extend(_periods(parsed.rule, tests, figures))
        if tests and never_fails(tests[-1]):
            findings.append(
                _about(
                    parsed.rule,
                    "SR-C012",
                    Severity.WARNING,
                    "kan nooit falen: hij geldt voor alle aantallen van nul of meer",
                )
            )
    findings.extend(_implied(rules))
    return findings


def _about(rule: Rule, code: str, severity: Severity, what: str) -> Finding:
    return Finding(code, severity, f"Regel '{rule.id}' {what}.", (rule.test_text.position,))


def _populations(catalogue: Catalogue, parsed: ParsedRule) -> Iterable[Finding]:
    mixed = populations(catalogue, rule_refs(catalogue, parsed))
    if len(mixed) > 1 and not parsed.rule.mixed_populations:
        what = (
            f"vergelijkt verschillende populaties ({join_names(mixed)}); zet 'populaties: gemengd'"
            " als dat de bedoeling is"
        )
        yield _about(parsed.rule, "SR-C008", Severity.WARNING, what)


def _periods(rule: Rule, tests: Sequence[GroundRule], figures: Figures) -> Iterable[Finding]:
    """A stock has no period of its own: only flows of part and whole years are compared here."""
    if rule.mixed_periods:
        return
    years = []
    for test in tests:
        known = [
            figures[name]
            for name in leaves(test.node)
            if name in figures and figures[name].kind is not Kind.UNKNOWN
        ]
        if len({figure.period for figure in known}) > 1:
            years.append(test.year)
    if years:
        when = join_names([str(year) for year in dict.fromkeys(years)])
        what = (
            f"vergelijkt in {when} een heel jaar met een deel van een jaar; zet 'perioden: gemengd'"
            " als dat de bedoeling is"
        )
        yield _about(rule, "SR-C009", Severity.WARNING, what)


def never_fails(test: GroundRule) -> bool:
    """Whether a rule holds for all amounts of zero or more."""
    names = leaves(test.node)
    return bool(names) and certain(
        test.node.operator,
        difference_range(test.node, test.difference, dict.fromkeys(names, NOT_NEGATIVE)),
    )


def _implied(rules: LaidOut) -> Iterable[Finding]:
    """Equalities that follow from those before them: their linear form is a combination of the
    others (elimination).
    """
    forms = []
    for parsed, tests in rules:
        plain = tests[-1].difference.linear if tests and tests[-1].difference is not None else None
        if (
            plain is not None
            and plain.weights
            and parsed.table is None
            and tests[-1].node.operator == "=="
        ):
            forms.append((parsed, plain))
    basis: dict[FigureKey, Linear] = {}
    owners: dict[FigureKey, str] = {}
    for parsed, whole in _entangled(forms):
        form = whole
        used: dict[str, None] = {}
        while form.weights:
            pivot = next((name for name in form.weights if name in basis), None)
            if pivot is None:
                break
            form = form.plus(basis[pivot], -form.weights[pivot] / basis[pivot].weights[pivot])
            used.setdefault(owners[pivot])
        if form.weights:
            name = next(iter(form.weights))
            basis[name] = form.times(Fraction(1) / form.weights[name])
            owners[name] = parsed.rule.id
        elif form.constant:
            what = f"spreekt {_named(used)} tegen: ze kunnen nooit samen gelden"
            yield _about(parsed.rule, "SR-C013", Severity.ERROR, what)
        else:
            what = f"volgt al uit {_named(used)}"
            yield _about(parsed.rule, "SR-C014", Severity.NOTE, what)


def _entangled(forms: list[tuple[ParsedRule, Linear]]) -> list[tuple[ParsedRule, Linear]]:
    """The forms that can follow from others: one with a figure that stands nowhere else cannot, nor
    can others follow from it.
    """
    kept = forms
    while True:
        times = Counter(name for _, form in kept for name in form.weights)
        left = [
            (parsed, form) for parsed, form in kept if all(times[name] > 1 for name in form.weights)
        ]
        if len(left) == len(kept):
            return kept
        kept = left


def _named(rules: Iterable[str]) -> str:
    return join_names([f"'{rule}'" for rule in rules])
