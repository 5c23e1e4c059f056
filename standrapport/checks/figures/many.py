"""Findings about many keys at once: one sentence per rule and year instead of hundreds alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...core.model import BrokenRule, Figures, Finding, Outcome, Severity, Verdict
from ...core.notation import format_getal
from .explain import NAMED_APART, finding_of, places

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
    found: list[Finding] = []
    for group in groups.values():
        if sum(outcome.keys for outcome in group) <= NAMED_APART or not any(
            outcome.key for outcome in group
        ):
            found.extend(finding_of(outcome, figures) for outcome in group)
        else:
            found.append(_shared(group, tested, figures))
    return found


def _shared(group: Sequence[Outcome], tested: int, figures: Figures) -> Finding:
    amount = sum(outcome.keys for outcome in group)
    named = [outcome for outcome in group if outcome.key is not None]
    expected = round(_CHANCE * tested)
    shown = ", ".join(str(outcome.key) for outcome in named[:NAMED_APART])
    sentence = (
        f"Regel '{group[0].rule.id}' klopt in {group[0].year} voor {format_getal(amount)} sleutels"
        f" alleen als bijna alle afrondingen dezelfde kant op gaan, zoals {shown}; bij"
        f" {format_getal(tested)} toetsen zijn er door toeval ongeveer {format_getal(expected)} te"
        " verwachten."
    )
    severity = Severity.NOTE if amount <= expected else finding_of(named[0], figures).severity
    return Finding(
        "SR-C002",
        severity,
        sentence,
        tuple(
            dict.fromkeys(
                place for outcome in named[:NAMED_APART] for place in places(outcome, figures)
            )
        ),
        group[0].year,
        tuple(BrokenRule(o.rule.id, o.year, o.difference, o.slack, o.key) for o in named),
    )


def not_apart(outcomes: Iterable[Outcome]) -> list[Finding]:
    """Keys that break a rule beyond those worked out one by one (SR-C001): probably the rule is
    wrong, or a column shifted.
    """
    return [
        Finding(
            "SR-C001",
            outcome.rule.severity,
            f"Regel '{outcome.rule.id}' klopt in {outcome.year} ook niet voor nog"
            f" {format_getal(outcome.keys)} sleutels; die zijn niet apart uitgezocht. Klopt de"
            " regel zelf, en staan de kolommen goed?",
            (outcome.rule.test_text.position,),
            outcome.year,
            (BrokenRule(outcome.rule.id, outcome.year, None, None, None),),
        )
        for outcome in outcomes
        if outcome.verdict is Verdict.VIOLATED
    ]
