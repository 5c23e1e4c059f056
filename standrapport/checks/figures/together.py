# SPDX-License-Identifier: EUPL-1.2
"""Rules taken together: those broken by the same cells, and those that pass only each by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...core.formula.linear import Box
from ...core.model import FigureKey, Figures, Finding, Outcome, Verdict
from .constraints import Constraint, constraints_of, groups
from .explain import finding_of
from .explain_groups import clash_finding, group_finding
from .joint import clash_of
from .one_cause import apart_from, cause_finding, one_causes
from .rules import GroundRule, TestName

_MOST_CELLS = 300
Tested = Sequence[tuple[GroundRule, Outcome]]
Outcomes = dict[TestName, Outcome]


def broken_together(tested: Tested, box: Box, figures: Figures) -> list[Finding]:
    """One finding per group of rules broken by the same cells, with the smallest repairs."""
    causes = one_causes(tested)
    found: list[Finding] = [cause_finding(cause, figures) for cause in causes]
    # A rule that does not hold in general says nothing about single cells.
    tested = apart_from(tested, causes)
    violated = [(test, outcome) for test, outcome in tested if outcome.verdict is Verdict.VIOLATED]
    groups_found, placed = _located(tested, violated, box, figures)
    found.extend(groups_found)
    found.extend(
        finding_of(outcome, figures) for test, outcome in violated if test.name not in placed
    )
    return found


def _located(
    tested: Tested, violated: Tested, box: Box, figures: Figures
) -> tuple[list[Finding], set[TestName]]:
    """A finding per group of violated rules that share wrong cells, and the rules they hold."""
    found: list[Finding] = []
    placed: set[TestName] = set()
    if not any(test.binding for test, _ in violated):
        return found, placed
    from .localise import localise

    everything = [
        constraint
        for test, outcome in tested
        if _worth_searching(test, outcome)
        for constraint in constraints_of(test, box)
    ]
    outcomes = {test.name: outcome for test, outcome in violated if _worth_searching(test, outcome)}
    broken = [constraint for constraint in everything if constraint.source.name in outcomes]
    for group in localise(broken, everything, box, figures):
        members = _members(group.broken, outcomes)
        placed |= members.keys()
        found.append(group_finding(list(members.values()), group.repairs, figures))
    return found, placed


def _worth_searching(test: GroundRule, outcome: Outcome) -> bool:
    """Whether a rule helps to find wrong cells.

    In a sum of hundreds of cells every one of them could be wrong: naming them all helps nobody.
    """
    return test.binding and len(outcome.figures) <= _MOST_CELLS


def _members(constraints: Sequence[Constraint], outcomes: Outcomes) -> Outcomes:
    """The outcomes some constraints come from, each once, in their order."""
    return {c.source.name: outcomes[c.source.name] for c in constraints}


def clashing(tested: Tested, box: Box, widened: Box, figures: Figures) -> Iterator[Finding]:
    """Groups of rules that each pass but have no common true values."""
    binding = [(test, outcome) for test, outcome in tested if test.binding]
    passing: list[Constraint] = []
    broken_cells: set[FigureKey] = set()
    for test, outcome in binding:
        if outcome.verdict is Verdict.VIOLATED:
            broken_cells |= set(outcome.figures)
        else:
            passing.extend(constraints_of(test, box))
    outcomes = {test.name: outcome for test, outcome in binding}
    for group in groups(passing):
        verdicts = {outcome.verdict for outcome in _members(group, outcomes).values()}
        # All exact: the printed values themselves are common true values.
        if verdicts == {Verdict.EXACT}:
            continue
        # Broken ones are reported already.
        if any(cell in broken_cells for constraint in group for cell in constraint.cells):
            continue
        # Where a rule by itself needs the wider totals that is reported; what then still clashes is
        # not.
        start = widened if Verdict.SUM_OF_ROUNDED in verdicts else box
        clash = clash_of(group, start, widened)
        if clash is not None:
            members = list(_members(clash.constraints, outcomes).values())
            yield clash_finding(members, clash.miss, figures, widened=clash.possible_when_widened)
