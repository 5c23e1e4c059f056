# SPDX-License-Identifier: EUPL-1.2
"""Findings about many keys at once: one sentence per rule and year instead of hundreds alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...core.model import BrokenRule, Figures, Finding, Outcome, Severity, Verdict
from ...core.notation import format_getal
from ...messages import found
from .explain import NAMED_APART, broken_rule, finding_of, places

_CHANCE = 0.0027  # share of a normal distribution beyond three standard deviations


def unlikely_findings(outcomes: Iterable[Outcome], tested: int, figures: Figures) -> list[Finding]:
    """Rules that hold only when nearly all roundings go the same way (SR-C002).

    Many keys of one rule share a finding.

    Among very many tests some are expected beyond three standard deviations: when there are no more
    than chance explains, the shared finding is a note. `tested` is the number of tests of the
    edition.
    """
    groups: dict[tuple[str, int], list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault((outcome.rule.id, outcome.year), []).append(outcome)
    findings: list[Finding] = []
    for group in groups.values():
        if sum(outcome.keys for outcome in group) <= NAMED_APART or not any(
            outcome.key for outcome in group
        ):
            findings.extend(finding_of(outcome, figures) for outcome in group)
        else:
            findings.append(_shared(group, tested, figures))
    return findings


def _shared(group: Sequence[Outcome], tested: int, figures: Figures) -> Finding:
    amount = sum(outcome.keys for outcome in group)
    named = [outcome for outcome in group if outcome.key is not None]
    first = named[:NAMED_APART]
    expected = round(_CHANCE * tested)
    said = {
        "regel": group[0].rule.id,
        "jaar": group[0].year,
        "aantal": format_getal(amount),
        "sleutels": ", ".join(str(outcome.key) for outcome in first),
        "toetsen": format_getal(tested),
        "verwacht": format_getal(expected),
    }
    return found(
        "SR-C002",
        list(dict.fromkeys(place for outcome in first for place in places(outcome, figures))),
        said,
        which="veel",
        severity=Severity.NOTE if amount <= expected else finding_of(named[0], figures).severity,
        year=group[0].year,
        rules=tuple(broken_rule(outcome) for outcome in named),
    )


def not_apart(outcomes: Iterable[Outcome]) -> Iterator[Finding]:
    """Keys that break a rule beyond those worked out one by one (SR-C001): probably the rule is
    wrong, or a column shifted.
    """
    for outcome in outcomes:
        if outcome.verdict is Verdict.VIOLATED:
            rule = outcome.rule
            yield found(
                "SR-C001",
                rule.test_text.position,
                {"regel": rule.id, "jaar": outcome.year, "aantal": format_getal(outcome.keys)},
                which="meer",
                severity=rule.severity,
                year=outcome.year,
                rules=(BrokenRule(rule.id, outcome.year, None, None, None),),
            )
