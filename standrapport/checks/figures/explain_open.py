# SPDX-License-Identifier: EUPL-1.2
"""Rules that could not be decided, or not be tested at all, to findings; and findings about many
keys at once: one sentence per rule and year instead of hundreds alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...core.model import BrokenRule, Figures, Finding, Outcome, Rule, Severity, Verdict, figure_of
from ...core.notation import format_getal, join_names
from ...messages import found
from .explain import NAMED_APART, broken_rule, cell_words, finding_of, places

_SHOWN = 4  # figures named in one note


def undecided_note(rule: Rule, outcomes: Sequence[Outcome], figures: Figures) -> Finding:
    """One note for a rule with the years in which a figure is unknown or suppressed and the bounds
    leave it open.
    """
    keys = sum(
        outcome.keys for outcome in outcomes if outcome.key is not None or not outcome.figures
    )
    many = keys > NAMED_APART
    said = {
        "regel": _named(rule),
        "jaren": join_names([str(year) for year in sorted({one.year for one in outcomes})]),
        "aantal": format_getal(keys),
        "cijfers": "" if many else _open_cells(outcomes, figures),
    }
    return found(
        "SR-N006" if rule.origin == "claim" else "SR-C004",
        rule.test_text.position,
        said,
        which="veel" if many else "",
        year=outcomes[-1].year,
        rules=tuple(BrokenRule(rule.id, one.year, None, None, one.key) for one in outcomes),
    )


def _named(rule: Rule) -> str:
    """What a rule goes by in a sentence: a claim of a text has no name but its test."""
    return rule.test if rule.origin == "claim" else rule.id


def _open_cells(outcomes: Sequence[Outcome], figures: Figures) -> str:
    """The figures that leave rules open, the first few by name."""
    hidden = {name: figure_of(figures, *name) for outcome in outcomes for name in outcome.figures}
    open_ones = [
        f"{cell_words(name)} ({figure.printed})"
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
    when = (
        f"voor {join_names([str(year) for year in rule.years])} zijn er"
        if isinstance(rule.years, tuple)
        else "er zijn"
    )
    reason = f"{hint or f'{when} geen cijfers'}.".replace("?.", "?")
    claim = rule.origin == "claim"
    return found(
        "SR-N006" if claim else "SR-C005",
        rule.test_text.position,
        {"regel": _named(rule), "reden": reason},
        which="ongetoetst" if claim else "",
        severity=Severity.WARNING if delivered or claim else Severity.NOTE,
    )


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
