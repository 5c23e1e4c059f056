# SPDX-License-Identifier: EUPL-1.2
"""The keys of a large table whose rules all hold, found for all keys at once.

The others go the exact way, key by key.

The same intervals as `judge`, as whole numbers in arrays: values times a common scale, so that no
bound is rounded. A key is clear when each of its rules is exact, within rounding or undecided, its
rules have true values in common, and no suppressed cell can be worked out from them. Only linear
rules over columns of one table are screened; a table with any other rule per key goes the exact way
as a whole. A rule that adds all keys (`som`) is judged by itself, not together with the rules per
key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Any

from ...core.formula import Names, references
from ...core.frozen import dataclass
from ...core.model import ColumnTable, Figures, Outcome, Verdict, large_tables
from .bounds import FAR, Test, Variable, compare, tests_over_keys, variable
from .disclosure import FEWEST
from .explain import NAMED_APART
from .projection import Row, have_common_values, keep_secrets
from .rules import ParsedRule

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

# Larger numbers would lose digits in the passing on of bounds; such a table goes the exact way.
_MOST = 1 << 50
# Keys that break one rule and are each worked out; when a rule fails for more, the rule is wrong.
_MOST_APART = 100
_EXACT, _WITHIN, _OPEN, _RARE, _EDGE, _WRONG, _NO_DATA = range(7)
_VERDICTS = {
    _EXACT: Verdict.EXACT,
    _WITHIN: Verdict.WITHIN_ROUNDING,
    _OPEN: Verdict.UNDECIDED,
    _RARE: Verdict.UNLIKELY,
    _WRONG: Verdict.VIOLATED,
}


@dataclass(frozen=True)
class Screened:
    """What is known of large tables: per table the keys that still have to be judged, and the
    outcomes of all others.
    """

    left: Mapping[str, frozenset[str]] = field(default_factory=dict)
    outcomes: tuple[Outcome, ...] = ()


def screen(
    rules: Sequence[ParsedRule],
    figures: Figures,
    names: Names,
    years: Sequence[int],
    report_year: int,
) -> Screened:
    """Screen every large table that has rules per key."""
    left: dict[str, frozenset[str]] = {}
    outcomes: list[Outcome] = []
    named = {
        reference.key
        for rule in rules
        for reference in references(rule.node)
        if reference.key is not None
    }
    for name, table in large_tables(figures).items():
        own = [rule for rule in rules if rule.table == name]
        tests = tests_over_keys(own, table, names, years, report_year)
        work = _Screen.of(table, tests) if tests else None
        if work is not None:
            # A rule that names one key ties it to other figures: such a key is never judged by
            # itself.
            left[name], clear = work.run(named)
            outcomes.extend(clear)
    return Screened(left, tuple(outcomes))


def _scale_of(table: ColumnTable, tests: Iterable[Test]) -> int:
    """The factor that makes whole numbers of every bound and constant."""
    parts = [
        Fraction(column.rounding) / 2
        for column in table.table.columns.values()
        if column.rounding is not None
    ]
    parts += [Fraction(1, 10**values.decimals) for values in table.columns.values()]
    return lcm(
        *(part.denominator for part in parts), *(test.constant.denominator for test in tests)
    )


def _leave_samples(clear: npt.NDArray[np.bool_], verdicts: Sequence[tuple[Test, Any]]) -> None:
    """Take some keys out of the clear ones, so that they go the exact way and can be named."""
    import numpy as np

    # One key per rule and year, so that rules about rules have a case to look at.
    for _, verdict in verdicts:
        tested = (clear & (verdict != _NO_DATA)).nonzero()[0]
        clear[tested[:1]] = False
    # The first few unlikely keys of a rule, and those left open when they are few.
    for _, verdict in verdicts:
        clear[(clear & (verdict == _RARE)).nonzero()[0][:NAMED_APART]] = False
    for rule in {test.rule.id for test, _ in verdicts}:
        left_open = [
            clear & (verdict == _OPEN) for test, verdict in verdicts if test.rule.id == rule
        ]
        if sum(int(mask.sum()) for mask in left_open) <= NAMED_APART:
            clear &= ~np.any(left_open, axis=0)


@dataclass
class _Screen:
    """The work on one table: variables per column and year over the keys of all years, and the
    tests.
    """

    keys: list[str]
    variables: dict[tuple[str, int], Variable]
    present: dict[int, npt.NDArray[np.bool_]]  # per year the keys that have a row
    tests: list[Test]
    scale: int

    @classmethod
    def of(cls, table: ColumnTable, tests: list[Test]) -> _Screen | None:
        """Lay the table out over its keys; None when its numbers are too large for exact sums."""
        import numpy as np

        keys = list(dict.fromkeys(table.keys.tolist()))
        number = {key: at for at, key in enumerate(keys)}
        rows = {
            year: np.array([number[key] for key in own], np.int64)
            for year, own in table.rows.items()
        }
        scale = _scale_of(table, tests)
        present = {year: np.isin(np.arange(len(keys)), own) for year, own in rows.items()}
        work = cls(keys, {}, present, tests, scale)
        for name in dict.fromkeys(name for test in tests for name in test.weights):
            column, year = name
            here = table.years == year if year in rows else None
            one = variable(
                table.table.columns[column],
                table.columns[column],
                len(keys),
                rows.get(year),
                here,
                scale,
            )
            heaviest = max(abs(test.weights.get(name, 0)) * len(test.weights) for test in tests)
            if int(np.where(one.high < FAR, one.high, 0).max(initial=0)) * heaviest > _MOST:
                return None
            work.variables[name] = one
        return work

    def run(self, named: Iterable[str]) -> tuple[frozenset[str], list[Outcome]]:
        """The keys that are not clear (those `named` never are), and per rule and year how many of
        the clear ones came out how.
        """
        import numpy as np

        clear = ~np.isin(np.array(self.keys, object), list(named))
        verdicts = [(test, self.judge(test)) for test in self.tests]
        inexact = np.zeros(len(self.keys), np.bool_)
        for test, verdict in verdicts:
            clear &= (verdict != _EDGE) & (verdict != _WRONG)
            if test.binding:
                if test.twice:
                    clear &= self.alike(test)
                inexact |= (verdict != _EXACT) & (verdict != _NO_DATA)
        clear[inexact] &= self.in_common(inexact)
        _leave_samples(clear, verdicts)
        clear |= self._beyond(verdicts)
        outcomes = []
        for test, verdict in verdicts:
            for place, kind in _VERDICTS.items():
                amount = int((clear & (verdict == place)).sum())
                if amount:
                    outcomes.append(Outcome(test.rule, test.year, kind, keys=amount))
        return frozenset(self.keys[at] for at in (~clear).nonzero()[0]), outcomes

    def _beyond(self, verdicts: Sequence[tuple[Test, Any]]) -> npt.NDArray[np.bool_]:
        """The keys that break a rule beyond those that are worked out one by one."""
        import numpy as np

        beyond = np.zeros(len(self.keys), np.bool_)
        for _, verdict in verdicts:
            beyond[(verdict == _WRONG).nonzero()[0][_MOST_APART:]] = True
        return beyond

    def judge(self, test: Test) -> Any:
        """The verdict of each key, _EDGE and _WRONG where the exact way has to decide, _NO_DATA
        where there is nothing to test.
        """
        import numpy as np

        parts = [(weight, self.variables[name], name[1]) for name, weight in test.weights.items()]
        value, low, high = (
            np.full(len(self.keys), int(test.constant * self.scale), np.int64) for _ in range(3)
        )
        known, endless_low, endless_high, tested = (
            np.full(len(self.keys), start) for start in (True, False, False, False)
        )
        variance = np.zeros(len(self.keys))
        own = any(year == test.year for *_, year in parts)
        present = self.present.get(test.year, ~known)
        for weight, one, year in parts:
            first, second = (one.low, one.high) if weight > 0 else (one.high, one.low)
            value += weight * one.printed
            low += np.where(first < FAR, weight * np.where(first < FAR, first, 0), 0)
            high += np.where(second < FAR, weight * np.where(second < FAR, second, 0), 0)
            endless_low |= first >= FAR
            endless_high |= second >= FAR
            known &= one.known
            if year == test.year or not own:
                tested |= one.shown
            variance += (float(weight) * (one.high - one.low)) ** 2 / 12
        low, high = np.where(endless_low, -FAR, low), np.where(endless_high, FAR, high)
        holds, can, must = compare(test.operator, value, low, high)
        rarity = value.astype(float) ** 2 - 9 * variance
        edge = np.abs(rarity) <= 1e-9 * (1 + variance)  # too near the threshold for floats to say
        rare = np.where(edge, _EDGE, np.where(rarity > 0, _RARE, _WITHIN))
        verdict = np.where(
            known,
            np.where(holds, _EXACT, np.where(can, rare, _WRONG)),
            np.where(must, _WITHIN, np.where(can, _OPEN, _WRONG)),
        )
        return np.where(tested & present, verdict, _NO_DATA)

    def alike(self, test: Test) -> Any:
        """Whether two columns that state one figure leave each other's bounds as they are; else the
        exact way narrows them first.
        """
        first, second = (self.variables[name] for name in test.weights)
        return (first.low == second.low) & (first.high == second.high)

    def in_common(self, wanted: npt.NDArray[np.bool_]) -> Any:
        """For the wanted keys: whether their rules have true values in common and give no
        suppressed cell away.
        """
        binding = [test for test in self.tests if test.binding]
        if not binding or not wanted.any():
            return wanted[wanted]
        names = list(dict.fromkeys(name for test in binding for name in test.weights))
        rows = [Row(test, names, float(test.constant * self.scale)) for test in binding]
        good = have_common_values(rows, [self.variables[name] for name in names], wanted)
        hidden = [self.variables[name].hidden[wanted] for name in names]
        if not any(one.any() for one in hidden):
            return good
        return good & keep_secrets(
            rows, [self.variables[name] for name in names], wanted, FEWEST * self.scale
        )
