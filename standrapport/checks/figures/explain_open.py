# SPDX-License-Identifier: EUPL-1.2
"""Rules that could not be decided, or not be tested at all, to findings."""

from __future__ import annotations

from collections.abc import Sequence

from ...core.model import BrokenRule, Figures, Finding, Outcome, Rule, Severity, figure_of
from ...core.notation import format_getal, join_names
from ...messages import found
from .explain import NAMED_APART, cell_words

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
