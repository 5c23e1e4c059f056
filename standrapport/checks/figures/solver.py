# SPDX-License-Identifier: EUPL-1.2
"""A linear or mixed-integer program, solved by HiGHS.

Q. Huangfu and J.A.J. Hall, Mathematical Programming Computation 10, 2018.

Imported only when something does not fit: the solver takes a third of a second to load.
"""

from __future__ import annotations

from collections.abc import Mapping

import highspy
import numpy as np


class Program:
    """Variables with bounds and costs, rows with bounds; built once, solved as often as needed."""

    def __init__(self) -> None:
        self._model = highspy.Highs()  # type: ignore[no-untyped-call]
        self._model.setOptionValue("output_flag", False)  # noqa: FBT003 - HiGHS takes no keywords
        # A switch that is 'almost off' times a large limit would let a cell slip through.
        self._model.setOptionValue("mip_feasibility_tolerance", 1e-9)
        self._model.setOptionValue("threads", 1)
        self._model.setOptionValue("mip_rel_gap", 0.0)
        self._count = 0

    def variable(self, low: float, high: float, cost: float = 0.0, *, whole: bool = False) -> int:
        """A new variable; its number."""
        self._model.addVar(low, high)
        number, self._count = self._count, self._count + 1
        if cost:
            self._model.changeColCost(number, cost)
        if whole:
            self._model.changeColIntegrality(number, highspy.HighsVarType.kInteger)
        return number

    def row(self, low: float, high: float, weights: Mapping[int, float]) -> None:
        """A new constraint: low <= sum of weights times variables <= high."""
        self._model.addRow(
            low,
            high,
            len(weights),
            np.array(list(weights), dtype=np.int32),
            np.array(list(weights.values())),
        )

    def costs(self, costs: Mapping[int, float]) -> None:
        """Replace the objective."""
        for number in range(self._count):
            self._model.changeColCost(number, costs.get(number, 0.0))

    def bounds(self, variable: int, low: float, high: float) -> None:
        """New bounds for a variable."""
        self._model.changeColBounds(variable, low, high)

    def solve(self) -> list[float] | None:
        """The values that minimise the cost, or None when the rows have no common solution."""
        self._model.run()
        if self._model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return list(self._model.getSolution().col_value)
