# SPDX-License-Identifier: EUPL-1.2
"""Findings on several outcomes at once: those broken by the same cells, those that clash, rules
that could not be decided or not be tested at all, and many keys in one sentence per rule and year
instead of hundreds alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Protocol

from ...core.model import (
    BrokenRule,
    CellChange,
    FigureKey,
    Figures,
    Finding,
    Outcome,
    Position,
    Rule,
    Severity,
    Verdict,
    figure_of,
)
from ...core.notation import format_getal, join_names
from ...messages import found, sentence
from .explain import NAMED_APART, amount, broken_rule, cell_words, finding_of, places, seen

# A repair is called likely when it weighs so much of all that could be (bench/repairs.py: then it
# is right in at least 95 %), and a cell is named first when all its values together do.
LIKELY = 0.95
FIRST = 0.9


class RepairFound(Protocol):
    """A repair as the search gives it: cells with the values they may get, best supported first,
    what share of the weight of all repairs it has, and its first values have.
    """

    @property
    def values(self) -> tuple[tuple[CellChange, ...], ...]:
        """The cells to change, in each way that has support."""

    @property
    def mass(self) -> float:
        """The share of these cells, whatever their values."""

    @property
    def likely(self) -> float:
        """The share of the first values."""

    @property
    def span(self) -> tuple[Fraction, Fraction] | None:
        """The first and last value that fit a single cell."""


def group_finding(
    outcomes: Sequence[Outcome], repairs: Sequence[RepairFound], figures: Figures
) -> Finding:
    """One finding for rules that are broken by the same cells, with the smallest repairs, best
    first.
    """
    first = max(
        outcomes, key=lambda outcome: (outcome.difference is not None, outcome.difference or 0)
    )
    ordered = [first, *(outcome for outcome in outcomes if outcome is not first)]
    base = finding_of(first, figures)
    said = [base.message]
    if len(ordered) > 1:
        said.append(sentence(base.code, {"regels": _rules(ordered[1:])}, "ook"))
    if repairs:
        said.append(_verdict_on(base.code, repairs))
    whole = together(base, " ".join(said), ordered, figures)
    return replace(
        whole,
        locations=tuple(dict.fromkeys([*_likely(repairs), *whole.locations])),
        repairs=tuple(changes for repair in repairs for changes in repair.values),
    )


def together(base: Finding, message: str, outcomes: Sequence[Outcome], figures: Figures) -> Finding:
    """The finding of one rule, made that of several outcomes, with all their cells."""
    return replace(
        base,
        message=message,
        locations=tuple(_places(outcomes, figures)),
        rules=tuple(broken_rule(outcome) for outcome in outcomes),
        figures=tuple(seen(name, figures) for name in _cells(outcomes)),
    )


def _likely(repairs: Sequence[RepairFound]) -> list[Position]:
    """The cells that are most likely wrong, when evidence names them: the place to open first."""
    if not repairs or repairs[0].mass < FIRST:
        return []
    return [change.position for change in repairs[0].values[0] if change.position]


def _verdict_on(code: str, repairs: Sequence[RepairFound]) -> str:
    """What the repairs come to: one that is likely, a cell to look at first, or that nothing tells
    them apart.
    """
    best = repairs[0]
    values = [_change_words(changes) for changes in best.values]
    if best.likely >= LIKELY:
        also = f"; ook past {_one_of(values[1:])}" if len(values) > 1 else ""
        return sentence(code, {"waarden": values[0], "anders": also}, "herstel")
    if best.mass < FIRST:
        cells = "cellen" if len(best.values[0]) == 1 else "groepen cellen"
        return sentence(code, {"aantal": len(repairs), "cellen": cells}, "onbeslist")
    span = ""
    if best.span is not None and best.values[0][0].bound is None and best.span[0] < best.span[1]:
        span = f"; alles van {amount(best.span[0])} tot en met {amount(best.span[1])} past"
    said = {"waarden": _one_of(values), "ruimte": span}
    return sentence(code, said, "eerst")


def _one_of(values: Sequence[str]) -> str:
    """'a, b of c'."""
    *before, last = values
    return f"{', '.join(before)} of {last}" if before else last


def _change_words(changes: Sequence[CellChange]) -> str:
    """'t.a 2021 = 1.200 (twee cijfers verwisseld)', or 't.a 2021 ten minste 1.200'."""

    def one(change: CellChange) -> str:
        is_ = change.bound.word if change.bound is not None else "="
        why = f" ({change.why})" if change.why else ""
        return f"{cell_words(change.id)} {is_} {amount(Fraction(change.new))}{why}"

    return join_names([one(change) for change in changes])


def clash_finding(
    outcomes: Sequence[Outcome], miss: float, figures: Figures, *, widened: bool
) -> Finding:
    """Rules that each pass but have no true values in common: one warning, or a note when totals of
    rounded parts explain it.
    """
    size = amount(Fraction(miss).limit_denominator(10))
    return found(
        "SR-C011" if widened else "SR-C010",
        _places(outcomes, figures),
        {"regels": _rules(outcomes), "verschil": size},
        year=outcomes[0].year,
        rules=tuple(broken_rule(outcome) for outcome in outcomes),
        figures=tuple(seen(name, figures) for name in _cells(outcomes)),
    )


def _rules(outcomes: Iterable[Outcome]) -> str:
    """The rules by name, each with its year."""
    names = dict.fromkeys(f"'{outcome.rule.id}' ({outcome.year})" for outcome in outcomes)
    return join_names(list(names))


def _places(outcomes: Iterable[Outcome], figures: Figures) -> list[Position]:
    """The places of some rules, each once."""
    return list(dict.fromkeys(place for one in outcomes for place in places(one, figures)))


def _cells(outcomes: Iterable[Outcome]) -> list[FigureKey]:
    """The figures of some rules, each once."""
    return list(dict.fromkeys(name for outcome in outcomes for name in outcome.figures))


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
