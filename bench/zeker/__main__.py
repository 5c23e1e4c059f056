# SPDX-License-Identifier: EUPL-1.2
"""Learn what makes an accusation certain: `nice python -m bench.zeker` from the project folder
(needs numpy).

Reads every invented service that may be read, whole and made poorer (see `verzamelen`), fits a
logistic model on the evidence of each accusation, prints what it does with each service left out
in turn, and writes `data/zekerheid.tsv`. The same seed gives the same file.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from standrapport.checks.statements.reading.lexicon import DATA
from tests.uitspraken.meten import HERE

from .verzamelen import Beschuldiging, elsewhere, read

POORER = 2  # times each service is read with part of what is known taken away
PENALTY = 3.0
DEAR = 2.0  # what an accusation costs that is not just
LIMIT = 0.4
# What speaks for an accusation, and what against it: no weight may say the reverse.
FOR = {
    "naam_eigen", "naam_zin", "naam_ver", "sleutel_zin", "telt", "maat", "uitleg_eigen",
    "uitleg_gedeeld", "marge", "jaar_gezegd", "nergens", "past_niets", "past_ver", "groot",
    "jaar_verwisseld", "zus_verwisseld", "buren_kloppen",
}  # fmt: skip
AGAINST = {
    "vreemd_eigen", "vreemd_gedeeld", "telt_vreemd", "zonder_woord", "maat_zonder_naam", "rekent",
    "getallen", "jaren", "verder", "ver_weg", "is_jaar", "is_zus", "is_som", "is_verandering",
    "is_verschil", "is_jaren_samen",
}  # fmt: skip
LIMITS = (0.4, 0.5, 0.6, 0.7)
HEAD = """# Weights of what makes it certain that a number is wrong.
# Written by `python -m bench.zeker`; not to be changed by hand.
# Form: feature <TAB> weight; `altijd` is always added, from `grens` on an accusation is certain
"""
Vector = NDArray[np.float64]


def services() -> list[Path]:
    """Those that may be read."""
    return [*sorted((HERE / "diensten").glob("*/")), *sorted((HERE / "ontwikkel").glob("*/"))]


def gathered(folders: Sequence[Path]) -> list[Beschuldiging]:
    """Every accusation in some services."""
    found = elsewhere()
    for folder in folders:
        found += read(folder, None)
        for seed in range(POORER):
            found += read(folder, random.Random(seed + 1))  # noqa: S311 -- the same every time
    return found


def fit(x: Vector, y: Vector, weight: Vector) -> tuple[float, Vector]:
    """Weights by Newton's method on the logistic loss, features on one scale."""
    middle, spread = x.mean(axis=0), x.std(axis=0) + 1e-6
    rows = np.c_[np.ones(len(x)), (x - middle) / spread]
    penalty = PENALTY * np.r_[0.0, np.ones(x.shape[1])]
    found = np.zeros(rows.shape[1])
    for _ in range(60):
        chance = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (weight * (chance - y)) + penalty * found
        bend = (rows * (weight * chance * (1 - chance) + 1e-9)[:, None]).T @ rows
        found -= np.linalg.solve(bend + np.diag(penalty), slope)
    scaled = found[1:] / spread
    return float(found[0] - (scaled * middle).sum()), scaled


def signed(names: Sequence[str], x: Vector, y: Vector, weight: Vector) -> tuple[float, Vector]:
    """Weights of which none says the reverse of what its feature is: those are left out."""
    kept = np.ones(len(names), dtype=bool)
    while True:
        always, own = fit(x[:, kept], y, weight)
        every = np.zeros(len(names))
        every[kept] = own
        wrong = [
            (name in FOR and value < 0) or (name in AGAINST and value > 0)
            for name, value in zip(names, every, strict=True)
        ]
        if not any(wrong):
            return always, every
        kept &= ~np.array(wrong)


def main() -> None:
    """Gather, fit with each service left out, report, fit on all and write."""
    every = gathered(services())
    names = sorted({name for one in every for name in one.features})
    x = np.array([[one.features.get(name, 0.0) for name in names] for one in every])
    y = np.array([float(one.just) for one in every])
    often = Counter((one.service, one.case["id"], one.number) for one in every)
    weight = np.array([1 / often[one.service, one.case["id"], one.number] for one in every])
    weight = np.where(y > 0, weight, DEAR * weight)
    service = np.array([one.service for one in every])
    whole = np.array([one.whole for one in every])
    for name in sorted(set(service)):
        out = service == name
        always, own = signed(names, x[~out], y[~out], weight[~out])
        chance = 1 / (1 + np.exp(-(always + x @ own)))
        told = [f"left out {name:12}"]
        for just, what in ((1.0, "just"), (0.0, "unjust")):
            own_kind = out & whole & (y == just)
            kept = [f"{int((own_kind & (chance >= limit)).sum())}" for limit in LIMITS]
            told.append(f"{what} kept {' / '.join(kept)} of {int(own_kind.sum())}")
        sys.stdout.write("  ".join(told) + "\n")
    always, own = signed(names, x, y, weight)
    lines = [f"altijd\t{always:.3f}\n", f"grens\t{LIMIT}\n"]
    lines += [f"{name}\t{value:.3f}\n" for name, value in zip(names, own, strict=True)]
    (DATA / "zekerheid.tsv").write_text(HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
