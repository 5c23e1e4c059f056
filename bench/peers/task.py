# SPDX-License-Identifier: EUPL-1.2
"""What every peer is asked, and how it answers: files in, one line of JSON out.

Nothing but the standard library.

`sums FOLDER`: sums.json holds the printed figures and the sums; the answer names the totals of the
sums that do not hold. `trials FOLDER`: trials.json holds many small such tasks; the answer has the
totals per task, per way of setting the tool up. `keyed FOLDER`: sleutels.csv holds a row per key;
the answer has the number of rows checked and of rows that break a rule.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

STEP = 10  # all invented figures are rounded to tens
Sums = Sequence[tuple[str, Sequence[str]]]
Printed = Mapping[str, int]


@dataclass(frozen=True)
class Peer:
    """A tool with the ways it can be set up for sums, and how many rows of the keyed table it is
    given.

    Each way takes the sums and the printed figures and returns the totals of the sums that it says
    do not hold.
    """

    version: str
    ways: Mapping[str, Callable[[Sums, Printed], list[str]]]
    keyed: Callable[[Path, int], int]
    rows: int


def margin(parts: Sequence[str]) -> int:
    """The most rounding can explain in a sum: half a step for the total and for each part.

    A user has to work this out.
    """
    return STEP // 2 * (len(parts) + 1)


def answer(peer: Peer) -> None:
    """Read the task named on the command line, do it, and print the answer."""
    what, folder = sys.argv[1], Path(sys.argv[2])
    found: dict[str, object] = {"version": peer.version}
    if what == "keyed":
        started = time.perf_counter()
        found |= {"rows": peer.rows, "broken": peer.keyed(folder / "sleutels.csv", peer.rows)}
    elif what == "sums":
        task = json.loads((folder / "sums.json").read_text("utf-8"))
        way = list(peer.ways.values())[-1]
        started = time.perf_counter()
        found["flagged"] = way(task["sums"], task["printed"])
    else:
        tasks = json.loads((folder / "trials.json").read_text("utf-8"))
        started = time.perf_counter()
        found["ways"] = {
            name: [way(task["sums"], task["printed"]) for task in tasks]
            for name, way in peer.ways.items()
        }
    print(json.dumps({**found, "seconds": time.perf_counter() - started}))
