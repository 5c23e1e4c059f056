# SPDX-License-Identifier: EUPL-1.2
"""Rules about rules: what mixes populations or periods or compares across a break, can never fail,
says what others already say, or contradicts them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from ...core.formula import Linear, leaves, populations
from ...core.frozen import dataclass
from ...core.model import NOT_NEGATIVE, Catalogue, FigureKey, Finding, Rule, SeriesBreak
from ...core.notation import join_names
from ...messages import found
from .judge import certain, difference_range
from .rules import GroundRule, ParsedRule, rule_refs

LaidOut = Sequence[tuple[ParsedRule, list[GroundRule]]]


def check_rulebook(catalogue: Catalogue, laid_out: LaidOut) -> list[Finding]:
    """Findings about the rules themselves: SR-C008, SR-C009, SR-C012..SR-C015 and SR-C018."""
    findings = []
    rules = [(parsed, tests) for parsed, tests in laid_out if parsed.rule.origin == "rule"]
    if not catalogue.rules:
        findings.append(found("SR-C015"))
    for parsed, tests in rules:
        findings.extend(_populations(catalogue, parsed))
        findings.extend(_periods(parsed))
        if tests and parsed.across:
            years = join_names([str(year) for year in parsed.across])
            reasons = break_words(parsed.across)
            findings.append(_about(parsed.rule, "SR-C018", jaren=years, redenen=reasons))
        if tests and never_fails(tests[-1]):
            findings.append(_about(parsed.rule, "SR-C012"))
    findings.extend(_implied(rules))
    findings.extend(_opposed(rules))
    return findings


def break_words(across: Mapping[int, tuple[SeriesBreak, ...]]) -> str:
    """The breaks a rule runs into, each with its reason: '2021: anders geteld'."""
    several = dict.fromkeys(one for breaks in across.values() for one in breaks)
    return "; ".join(f"{one.year}: {one.reason.rstrip('.')}" for one in several)


def _about(rule: Rule, code: str, **said: str) -> Finding:
    """A finding about a rule, at the place of its test."""
    return found(code, rule.test_text.position, {"regel": rule.id, **said})


def _populations(catalogue: Catalogue, parsed: ParsedRule) -> Iterable[Finding]:
    mixed = populations(catalogue, rule_refs(catalogue, parsed))
    if len(mixed) > 1 and not parsed.rule.mixed_populations:
        yield _about(parsed.rule, "SR-C008", populaties=join_names(mixed))


def _periods(parsed: ParsedRule) -> Iterable[Finding]:
    """The years in which a part of a year would be held against a whole one."""
    if parsed.mixed:
        when = join_names([str(year) for year in parsed.mixed])
        yield _about(parsed.rule, "SR-C009", jaren=when)


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
            yield _about(parsed.rule, "SR-C013", anderen=_named(used))
        else:
            yield _about(parsed.rule, "SR-C014", anderen=_named(used))


_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


@dataclass(frozen=True)
class _Demand:
    """What a rule demands of a sum of figures: that it lies on one side of a bound, or on it."""

    rule: Rule
    operator: str
    bound: Fraction

    def excludes(self, other: _Demand) -> bool:
        """Whether no sum at all meets both demands."""
        return self._denies(other) or other._denies(self)

    def _denies(self, other: _Demand) -> bool:
        """Whether this one keeps the sum below (or on) what the other needs."""
        if self.operator not in {"<", "<=", "=="}:
            return False
        if other.operator == "!=":
            return self.operator == "==" and self.bound == other.bound
        if other.operator not in {">", ">=", "=="}:
            return False
        if self.bound == other.bound:
            return self.operator == "<" or other.operator == ">"
        return self.bound < other.bound


def _opposed(rules: LaidOut) -> Iterable[Finding]:
    """Rules on the same sum of figures that leave no value for it: 'a < b' beside 'a > b'. Two
    equalities are told by `_implied`.
    """
    earlier: dict[tuple[tuple[FigureKey, Fraction], ...], list[_Demand]] = {}
    forms = [
        (parsed, tests[-1].node.operator, form)
        for parsed, tests in rules
        if tests and tests[-1].difference is not None
        if (form := tests[-1].difference.linear) is not None and form.weights
    ]
    alike = Counter(frozenset(form.weights) for _, _, form in forms)
    for parsed, operator, form in forms:
        if alike[frozenset(form.weights)] == 1:
            continue  # no other rule is about these figures
        # One figure leads, so that 'a - b > 0' and '0 > b - a' are demands on the same sum.
        names = sorted(form.weights, key=str)
        lead = form.weights[names[0]]
        same = tuple((name, form.weights[name] / lead) for name in names)
        one = _Demand(
            parsed.rule, operator if lead > 0 else _MIRRORED[operator], -form.constant / lead
        )
        denied = [
            other.rule.id
            for other in earlier.get(same, [])
            if one.excludes(other) and {one.operator, other.operator} != {"=="}
        ]
        earlier.setdefault(same, []).append(one)
        if denied:
            yield _about(parsed.rule, "SR-C013", anderen=_named(denied))


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
