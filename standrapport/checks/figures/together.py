# SPDX-License-Identifier: EUPL-1.2
"""Rules taken together: those broken by the same cells, those that pass only each by itself, and
one that fails in year after year, the same way each time: not several slips of the pen, but one
thing that is counted in another way than the rule has it. For a published share the figure is
looked for of which it is the share in all those years.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from ...core.formula import Leaf, Linear, Node, Ratio, as_ratio, printed_value
from ...core.formula.linear import Box
from ...core.frozen import dataclass
from ...core.model import FigureKey, Figures, Finding, Kind, Outcome, Verdict
from ...core.notation import join_names
from ...messages import sentence
from .constraints import Constraint, constraints_of, groups
from .explain import amount, finding_of
from .explain_groups import clash_finding, group_finding, together
from .joint import clash_of
from .rules import GroundRule, TestName

FEWEST_YEARS = 3
_MOST_NAMED = 3  # figures that fit as another base


@dataclass(frozen=True)
class OneCause:
    """A rule with the years (and key) in which it fails the same way."""

    tests: tuple[tuple[GroundRule, Outcome], ...]


def one_causes(tested: Tested) -> list[OneCause]:
    """The rules that fail in at least three years, to the same side, in at least half of the years
    in which they could be decided.
    """
    series: dict[tuple[str, str, str | None], list[tuple[GroundRule, Outcome]]] = {}
    for test, outcome in tested:
        if outcome.difference is not None and test.rule.origin == "rule":
            series.setdefault((test.rule.origin, test.rule.id, test.key), []).append(
                (test, outcome)
            )
    found = []
    for several in series.values():
        broken = [one for one in several if one[1].verdict is Verdict.VIOLATED]
        sides = {_side(outcome) for _, outcome in broken}
        if len(broken) >= FEWEST_YEARS and 2 * len(broken) >= len(several) and len(sides) == 1:
            found.append(OneCause(tuple(broken)))
    return found


def _side(outcome: Outcome) -> bool:
    return (outcome.left or Fraction(0)) > (outcome.right or Fraction(0))


def cause_finding(cause: OneCause, figures: Figures) -> Finding:
    """One finding for all years of a rule that fails the same way: no cell is named, but what else
    the share can be of.
    """
    outcomes = [outcome for _, outcome in cause.tests]
    worst = max(outcomes, key=lambda one: one.difference or Fraction(0))
    base = finding_of(worst, figures)
    others = [outcome for outcome in outcomes if outcome is not worst]
    more = [f"{one.year} (verschil {amount(one.difference)})" for one in others]
    bases = list(_other_bases([test for test, _ in cause.tests], figures))
    said = {"jaren": join_names(more), "aantal": len(outcomes)}
    message = f"{base.message} {sentence(base.code, said, 'oorzaak')}"
    if bases:
        message += f" {sentence(base.code, {'cijfers': ' of '.join(bases)}, 'noemer')}"
    return together(base, message, [worst, *others], figures)


def _share_sides(node: Node) -> Ratio | None:
    ratio = as_ratio(node)
    return ratio if ratio is not None and ratio.linear is None else None


def _other_bases(tests: Sequence[GroundRule], figures: Figures) -> Iterator[str]:
    """The figures of which the published share is the share in all these years."""
    cases = [_case(test, figures) for test in tests]
    known = [case for case in cases if case is not None]
    if len(known) < len(tests):
        return
    refs = dict.fromkeys(name.ref for name in figures if name.key is None)
    count = 0
    for ref in refs:
        if all(ref not in case.own and _fits(case, ref, figures) for case in known):
            yield ref
            count += 1
            if count == _MOST_NAMED:
                return


@dataclass(frozen=True)
class _Case:
    """A share in one year: between which values it lies, and what stands above the line."""

    year: int
    low: Fraction
    high: Fraction
    over: Linear
    own: frozenset[str]


def _case(test: GroundRule, figures: Figures) -> _Case | None:
    for share, whole in ((test.node.left, test.node.right), (test.node.right, test.node.left)):
        ratio = _share_sides(whole)
        if not isinstance(share, Leaf) or ratio is None or share.id not in figures:
            continue
        bounds = figures[share.id].interval
        if isinstance(bounds.low, float) or isinstance(bounds.high, float):
            continue
        names = [share.id, *ratio.over.weights, *ratio.under.weights]
        return _Case(
            test.year, bounds.low, bounds.high, ratio.over, frozenset(name.ref for name in names)
        )
    return None


def _fits(case: _Case, ref: str, figures: Figures) -> bool:
    base = figures.get(FigureKey(ref, case.year))
    if base is None or base.kind is not Kind.VALUE or not base.value:
        return False
    box = {name: figures[name].interval for name in case.over.weights if name in figures}
    if len(box) < len(case.over.weights) or any(
        printed_value(figures.get(name)) is None for name in case.over.weights
    ):
        return False
    share = Ratio(case.over, Linear({base.id: Fraction(1)})).range({**box, base.id: base.interval})
    return share.low <= case.high and share.high >= case.low


def apart_from(tested: Iterable[tuple[GroundRule, Outcome]], causes: Iterable[OneCause]) -> Tested:
    """What is left when the rules that fail for one cause are taken out."""
    gone = {test.name for cause in causes for test, _ in cause.tests}
    return [one for one in tested if one[0].name not in gone]


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
