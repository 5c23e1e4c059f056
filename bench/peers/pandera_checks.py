# SPDX-License-Identifier: EUPL-1.2
"""Pandera: a schema for a data frame with a vectorised check per rule.

It has no notion of rounding: a user writes the margins.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pandera.pandas as pa
from pandera import __version__

from .task import Peer, Printed, Sums, answer, margin


def _check(total: str, parts: list[str], most: int) -> pa.Check:
    return pa.Check(
        lambda frame: (frame[total] - frame[parts].sum(axis=1)).abs() <= most, name=total
    )


def sums_within(most: Callable[[list[str]], int]) -> Callable[[Sums, Printed], list[str]]:
    """A way to check sums, with the margin that `most` gives for the parts of a sum."""

    def check(sums: Sums, printed: Printed) -> list[str]:
        schema = pa.DataFrameSchema(
            checks=[_check(total, list(parts), most(list(parts))) for total, parts in sums]
        )
        return _broken(schema, pd.DataFrame([printed]), "check")

    return check


def _broken(schema: pa.DataFrameSchema, frame: pd.DataFrame, what: str) -> list[str]:
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as problem:
        return list(dict.fromkeys(problem.failure_cases[what]))
    return []


def keyed(path: Path, rows: int) -> int:
    """Rows that break one of the three rules of the keyed table, with margins written by hand."""
    frame = pd.read_csv(path, nrows=rows)
    columns = {name: pa.Column(int, pa.Check.ge(0)) for name in frame.columns[2:]}
    checks = [
        pa.Check(lambda f: (f.totaal - f.a - f.b - f.c - f.d).abs() <= margin("abcd"), name="een"),
        pa.Check(lambda f: f.e - f.totaal <= margin("e"), name="twee"),
        pa.Check(lambda f: (f.eind - f.totaal + f.f - f.g).abs() <= margin("tfg"), name="drie"),
    ]
    return len(_broken(pa.DataFrameSchema(columns, checks), frame, "index"))


if __name__ == "__main__":
    ways = {
        "equal": sums_within(lambda _: 0),
        "one margin of 20": sums_within(lambda _: 20),
        "margins by hand": sums_within(margin),
    }
    answer(Peer(__version__, ways, keyed, 100_000))
