# SPDX-License-Identifier: EUPL-1.2
"""What the rules there are already say: equations by elimination, shares by their form, orders by
the chains they make.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from fractions import Fraction

from ....core.formula import Compare, Leaf, Linear, Names, Ratio, all_whole_years, as_ratio
from ....core.model import FigureKey, Figures, Rule
from ..rules import GroundRule, ParsedRule, lay_out, parse_rules

Cells = frozenset[tuple[FigureKey, Fraction]]


class KnownRules:
    """The rules of a project in the years of one edition, to ask whether a comparison follows."""

    def __init__(
        self, rules: Iterable[Rule], names: Names, figures: Figures, years: Sequence[int]
    ) -> None:
        parsed, _ = parse_rules(rules, names)
        self._names = names
        self._figures = figures
        self._years = years
        self._basis: dict[FigureKey, Linear] = {}
        self._shares: set[tuple[FigureKey, Cells, Cells]] = set()
        self._below: dict[FigureKey, set[FigureKey]] = {}
        self._whole = all_whole_years(figures)
        for rule in parsed:
            for test in self._laid_out(rule):
                self._take(test)

    def copy(self) -> KnownRules:
        """The same, to add to."""
        return deepcopy(self, {id(one): one for one in (self._names, self._figures, self._years)})

    def add(self, rule: Rule) -> None:
        """One more rule."""
        for test in self.laid_out(rule):
            self._take(test)

    def laid_out(self, rule: Rule) -> list[GroundRule]:
        """A rule in every year and key of the edition that has data."""
        parsed, _ = parse_rules([rule], self._names)
        return [test for one in parsed for test in self._laid_out(one)]

    def _laid_out(self, rule: ParsedRule) -> Iterator[GroundRule]:
        """A rule in every year with data, those left out in which it mixes times."""
        found = lay_out(
            rule,
            self._names,
            self._figures,
            self._years,
            self._years[-1],
            {},
            whole_years=self._whole,
        )
        return (test for test in found if not test.mixed)

    def implies(self, rule: Rule) -> bool:
        """Whether a rule follows from the others in every year in which it can be tested."""
        tests = self.laid_out(rule)
        return bool(tests) and all(self._follows(test) for test in tests)

    def _follows(self, test: GroundRule) -> bool:
        share = _share(test.node)
        if share is not None:
            return share in self._shares
        form = test.difference.linear if test.difference is not None else None
        if form is None:
            return False
        if test.node.operator == "==":
            return not self._reduced(form).weights
        edge = _edge(test.node)
        return edge is not None and self._reaches(*edge)

    def _take(self, test: GroundRule) -> None:
        share = _share(test.node)
        if share is not None:
            self._shares.add(share)
        edge = _edge(test.node)
        if edge is not None:
            self._below.setdefault(edge[0], set()).add(edge[1])
        form = test.difference.linear if test.difference is not None else None
        if form is None or test.node.operator != "==":
            return
        self._parts_below(form)
        rest = self._reduced(form)
        if rest.weights:
            name = next(iter(rest.weights))
            self._basis[name] = rest.times(Fraction(1) / rest.weights[name])

    def _parts_below(self, form: Linear) -> None:
        """Parts are not larger than the whole they add up to."""
        if form.constant:
            return
        for sign in (1, -1):
            whole = [name for name, weight in form.weights.items() if weight * sign > 0]
            if len(whole) == 1:
                for name, weight in form.weights.items():
                    if name != whole[0] and abs(weight) >= abs(form.weights[whole[0]]):
                        self._below.setdefault(name, set()).add(whole[0])

    def _reduced(self, form: Linear) -> Linear:
        """What is left of an equation when the others are taken out."""
        seen: set[FigureKey] = set()
        while True:
            pivot = next((n for n in form.weights if n in self._basis and n not in seen), None)
            if pivot is None:
                return form
            form = form.plus(self._basis[pivot], -form.weights[pivot])
            if pivot in form.weights:
                seen.add(pivot)

    def _reaches(self, low: FigureKey, high: FigureKey) -> bool:
        waiting, seen = [low], {low}
        while waiting:
            one = waiting.pop()
            if one == high:
                return True
            for other in self._below.get(one, ()):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return False


def _edge(node: Compare) -> tuple[FigureKey, FigureKey] | None:
    """The lower and the higher figure of a plain comparison."""
    if not isinstance(node.left, Leaf) or not isinstance(node.right, Leaf):
        return None
    if node.operator in ("<", "<="):
        return node.left.id, node.right.id
    return (node.right.id, node.left.id) if node.operator in (">", ">=") else None


def _share(node: Compare) -> tuple[FigureKey, Cells, Cells] | None:
    """A published share with what it is a share of, in a form that does not depend on how it was
    written.
    """
    if node.operator != "==":
        return None
    for share, whole in ((node.left, node.right), (node.right, node.left)):
        ratio = as_ratio(whole)
        if isinstance(share, Leaf) and ratio is not None and ratio.linear is None:
            return (share.id, *_normal(ratio))
    return None


def _normal(ratio: Ratio) -> tuple[Cells, Cells]:
    factor = next(iter(ratio.under.weights.values()), Fraction(1)) or Fraction(1)
    over = frozenset((name, weight / factor) for name, weight in ratio.over.weights.items())
    under = frozenset((name, weight / factor) for name, weight in ratio.under.weights.items())
    return over, under
