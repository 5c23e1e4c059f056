# SPDX-License-Identifier: EUPL-1.2
"""One rule that fails in year after year, the same way each time: not several slips of the pen, but
one thing that is counted in another way than the rule has it.

For a published share the figure is looked for of which it is the share in all those years.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from ...core.formula import Leaf, Linear, Node, Ratio, as_ratio, printed_value
from ...core.frozen import dataclass
from ...core.model import FigureKey, Figures, Finding, Kind, Outcome, Verdict
from ...core.notation import join_names
from ...messages import sentence
from .explain import amount, finding_of
from .explain_groups import together
from .rules import GroundRule

FEWEST_YEARS = 3
_MOST_NAMED = 3  # figures that fit as another base
Tested = Sequence[tuple[GroundRule, Outcome]]


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
    for share, whole in (
        (test.node.left, test.node.right),
        (test.node.right, test.node.left),
    ):
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
