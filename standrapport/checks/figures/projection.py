# SPDX-License-Identifier: EUPL-1.2
"""True values that rules have in common, searched for all keys of a large table at once, and what
they give away.

The search is the one of `joint.fits`: projecting values onto each rule and onto their bounds in
turn (S. Kaczmarz, 1937; L.G. Gubin e.a., 'The method of projections', 1967). A key for which
nothing is found is not wrong: it goes the exact way.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import TYPE_CHECKING, Any

from .bounds import FAR, Name, Test, Variable

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Mask = npt.NDArray[np.bool_]

_SWEEPS = 200
_CLOSE = 1e-7
_BOUNDS = {"==": (0.0, 0.0), "<=": (-inf, 0.0), "<": (-inf, 0.0), ">=": (0.0, inf), ">": (0.0, inf)}


class Row:
    """A rule as a row of a matrix: `low <= weights * values[places] + constant <= high`."""

    def __init__(self, test: Test, names: Sequence[Name], constant: float) -> None:
        import numpy as np

        self.places = [names.index(name) for name in test.weights]
        self.weights = np.array([float(weight) for weight in test.weights.values()])[:, None]
        self.constant = constant
        self.low, self.high = _BOUNDS[test.operator]
        self.square = float((self.weights**2).sum())

    def over(self, values: Any) -> Any:
        """Per key how far the rule is from holding: positive above its upper limit, negative below
        its lower one.
        """
        import numpy as np

        value = (self.weights * values[self.places]).sum(axis=0) + self.constant
        return np.maximum(value - self.high, 0.0) + np.minimum(value - self.low, 0.0)


def _matrices(variables: Sequence[Variable], wanted: Mask) -> tuple[Any, Any]:
    """Lower and upper bounds as matrices of columns by keys."""
    import numpy as np

    low = np.stack([one.low[wanted] for one in variables]).astype(float)
    high = np.stack([one.high[wanted] for one in variables]).astype(float)
    high[high >= FAR] = np.inf
    return low, high


def have_common_values(rows: Sequence[Row], variables: Sequence[Variable], wanted: Mask) -> Any:
    """For the wanted keys: whether values within all bounds are found that satisfy every rule."""
    import numpy as np

    low, high = _matrices(variables, wanted)
    values = np.clip(np.stack([one.printed[wanted] for one in variables]).astype(float), low, high)
    found = np.zeros(low.shape[1], np.bool_)
    active = np.arange(low.shape[1])
    for _ in range(_SWEEPS):
        for row in rows:
            moved = values[row.places] - row.weights * (row.over(values) / row.square)
            values[row.places] = np.clip(moved, low[row.places], high[row.places])
        done = np.ones(len(active), np.bool_)
        for row in rows:
            done &= np.abs(row.over(values)) <= _CLOSE
        found[active[done]] = True
        if done.all():
            break
        if done.any():
            active, values, low, high = (
                active[~done],
                values[:, ~done],
                low[:, ~done],
                high[:, ~done],
            )
    return found


def keep_secrets(
    rows: Sequence[Row], variables: Sequence[Variable], wanted: Mask, fewest: int
) -> Any:
    """For the wanted keys: whether every suppressed cell keeps room for `fewest` values (scaled).

    In rules without a circle, passing bounds on until nothing changes gives the tightest bounds
    there are; where rules form a circle every key with a suppressed cell goes the exact way.
    """
    import numpy as np

    hidden = np.stack([one.hidden[wanted] for one in variables])
    if has_circle([row.places for row in rows]):
        return ~hidden.any(axis=0)
    low, high = _matrices(variables, wanted)
    for _ in range(_SWEEPS):
        if not any([_narrow(row, low, high) for row in rows]):  # noqa: C419 - every row narrows, not only the first
            return (~hidden | (high - low >= fewest)).all(axis=0)
    return ~hidden.any(axis=0)


def _narrow(row: Row, low: Any, high: Any) -> bool:
    """Narrow the bounds of every column in a rule by what the others leave.

    Whether anything changed.
    """
    import numpy as np

    ends = np.stack([row.weights * low[row.places], row.weights * high[row.places]])
    least, most = ends.min(axis=0), ends.max(axis=0)
    changed = False
    for at, place in enumerate(row.places):
        rest = [other for other in range(len(row.places)) if other != at]
        bottom = row.low - row.constant - most[rest].sum(axis=0)
        top = row.high - row.constant - least[rest].sum(axis=0)
        weight = float(row.weights[at, 0])
        first, second = (
            (bottom / weight, top / weight) if weight > 0 else (top / weight, bottom / weight)
        )
        changed |= bool(
            (first > low[place] + _CLOSE).any() or (second < high[place] - _CLOSE).any()
        )
        low[place], high[place] = np.maximum(low[place], first), np.minimum(high[place], second)
    return changed


def has_circle(rows: Sequence[Sequence[int]]) -> bool:
    """Whether some columns and rules form a circle: union-find over both meets a link between what
    was linked.
    """
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    for number, places in enumerate(rows):
        for place in places:
            first, second = root(("rule", number)), root(("column", place))
            if first == second:
                return True
            parent[first] = second
    return False
