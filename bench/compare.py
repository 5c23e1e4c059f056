# SPDX-License-Identifier: EUPL-1.2
"""Comparing: two built editions without pages, with pages, and two years of the project
as it is.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from standrapport.pipeline.build import build_edition

from .process import ROOT, python, show, timed


def run() -> None:
    """Print the rows; the two editions differ on nearly every page, so this is the most there is to
    do.
    """
    with tempfile.TemporaryDirectory() as folder:
        for year in (2021, 2024):
            if not build_edition(ROOT, year, Path(folder)).written:
                raise SystemExit(f"edition {year} cannot be built")
        diff = python("-m", "standrapport", "diff")
        sides = [str(Path(folder) / "2021"), str(Path(folder) / "2024")]
        show("diff of two editions", timed([*diff, *sides]), "0.6 s")
        show("diff of two editions, JSON", timed([*diff, *sides, "--format", "json"]), "0.6 s")
        show(
            "diff of two editions with pages, HTML",
            timed([*diff, *sides, "--format", "html"]),
            "3 s",
        )
        show("diff of two years, not built", timed([*diff, "2021", "2024"]))
