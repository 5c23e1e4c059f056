# SPDX-License-Identifier: EUPL-1.2
"""Pieces of an edition typed character by character: the preview has a page or a finding each time."""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from standrapport.core.model import has_errors
from standrapport.pipeline.build import show_edition

from .fuzz import make_base

YEAR = 2024
# Files of the example of which the last part is typed anew, from half of it on.
PIECES = tuple(
    Path(name)
    for name in (
        "content/2024/cijfers.yaml",
        "content/2024/knelpunten.yaml",
        "content/2024/rapport.yaml",
        "figures/afgeleid.yaml",
        "figures/regels.yaml",
        "figures/indicatoren.yaml",
        "figures/2024/uitleen.csv",
        "figures/2024/herzieningen.yaml",
        "templates/bijlagen.html.j2",
    )
)


def moments(piece: Path, most: int | None = None) -> Iterator[float]:
    """How far the file is typed, as a share of it: every character, or `most` spread over it."""
    number = most or 10_000
    for at in range(number):
        yield (at + (len(piece.name) % 7) / 7) / number


def shown(project: Path, piece: Path, moment: float) -> bool:
    """Whether the preview has a page, or a finding that says why it has none, with the file cut off
    at this moment.
    """
    path = project / piece
    whole = path.read_text("utf-8")
    path.write_text(whole[: round(moment * len(whole))], "utf-8")
    try:
        made = show_edition(project, YEAR)
        return made.page is not None or has_errors(made.findings)
    finally:
        path.write_text(whole, "utf-8")


def run(every: int = 1) -> None:
    """Every character of every piece, or one in so many: how many, and how long it took."""
    started = time.perf_counter()
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "basis"
        make_base(base)
        for piece in PIECES:
            project = Path(shutil.copytree(base, Path(folder) / piece.name.replace(".", "-")))
            letters = len((project / piece).read_text("utf-8"))
            for at in range(0, letters, every):
                if not shown(project, piece, at / letters):
                    raise SystemExit(f"{piece}: nothing to show after {at} characters")
                count += 1
    print(f"{count} moments, each with a page or a finding, {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--every", type=int, default=1)
    run(parser.parse_args().every)
