# SPDX-License-Identifier: EUPL-1.2
"""The floor: the least a program can do, plain numpy on intervals.

It names broken rules, no cells, and explains nothing.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from .task import STEP, Peer, Printed, Sums, answer


def intervals(sums: Sums, printed: Printed) -> list[str]:
    """The totals whose interval does not meet the interval of the sum of their parts."""
    place = {name: at for at, name in enumerate(printed)}
    matrix = np.zeros((len(sums), len(printed)))
    for row, (total, parts) in enumerate(sums):
        matrix[row, place[total]] = 1
        for part in parts:
            matrix[row, place[part]] -= 1
    values = np.array(list(printed.values()), dtype=float)
    miss = np.abs(matrix @ values) > np.abs(matrix).sum(axis=1) * STEP / 2
    return [sums[row][0] for row in np.flatnonzero(miss)]


def keyed(path: Path, rows: int) -> int:
    """Rows that break one of the three rules of the keyed table."""
    table = pd.read_csv(path, nrows=rows)
    low = {
        name: np.maximum(table[name].to_numpy(dtype=float) - STEP / 2, 0)
        for name in table.columns[2:]
    }
    high = {name: table[name].to_numpy(dtype=float) + STEP / 2 for name in table.columns[2:]}
    one = (low["totaal"] > sum(high[name] for name in "abcd")) | (
        high["totaal"] < sum(low[name] for name in "abcd")
    )
    two = low["e"] > high["totaal"]
    three = (low["eind"] > high["totaal"] - low["f"] + high["g"]) | (
        high["eind"] < low["totaal"] - high["f"] + low["g"]
    )
    return int((one | two | three).sum())


if __name__ == "__main__":
    answer(Peer(np.__version__, {"intervals": intervals}, keyed, 100_000))
