# SPDX-License-Identifier: EUPL-1.2
"""Outcomes that belong together to one finding: broken by the same cells, or clashing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Protocol

from ...core.model import CellChange, FigureKey, Figures, Finding, Outcome, Position
from ...core.notation import join_names
from ...messages import found, sentence
from .explain import amount, broken_rule, cell_words, finding_of, places, seen

# How much more must speak against the second repair before the first is named as the likely one.
DECISIVE = 0.25


class RepairFound(Protocol):
    """A repair as the search gives it: changes, what speaks against it, and the slip that explains
    it.
    """

    @property
    def changes(self) -> tuple[CellChange, ...]:
        """The cells to change."""

    @property
    def cost(self) -> float:
        """What speaks against it."""

    @property
    def slip(self) -> str:
        """The slip of the pen that explains it, or ''."""


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
    return replace(
        base,
        message=" ".join(said),
        locations=tuple(dict.fromkeys([*_likely(repairs), *_places(ordered, figures)])),
        rules=tuple(broken_rule(outcome) for outcome in ordered),
        figures=tuple(seen(name, figures) for name in _cells(ordered)),
        repairs=tuple(repair.changes for repair in repairs),
    )


def _likely(repairs: Sequence[RepairFound]) -> list[Position]:
    """The cells that are most likely wrong, when evidence names them: the place to open first."""
    if not repairs or not _decided(repairs):
        return []
    return [change.position for change in repairs[0].changes if change.position]


def _decided(repairs: Sequence[RepairFound]) -> bool:
    return len(repairs) == 1 or repairs[1].cost - repairs[0].cost >= DECISIVE


def _verdict_on(code: str, repairs: Sequence[RepairFound]) -> str:
    """What the repairs come to: one that is likely, or that nothing tells them apart."""
    best = repairs[0]
    if not _decided(repairs):
        cells = "cellen" if len(best.changes) == 1 else "groepen cellen"
        return sentence(code, {"aantal": len(repairs), "cellen": cells}, "onbeslist")
    what = [f"{cell_words(one.id)} = {amount(Fraction(one.new))}" for one in best.changes]
    why = f" ({best.slip})" if best.slip else ""
    return sentence(code, {"waarden": join_names(what), "waarom": why}, "herstel")


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
