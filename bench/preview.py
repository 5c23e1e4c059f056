# SPDX-License-Identifier: EUPL-1.2
"""The preview: from a saved file to the page in memory, in a program that stays on."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from pathlib import Path

from standrapport.preview.rebuild import Rebuilder

from .process import ROOT

RUNS = 7
# A sentence in a text; a line above all blocks, which moves every place in the file; and a figure's
# file.
CHANGES = {
    "a word in a text": (
        "content/{year}/voorwoord.yaml",
        lambda words, n: words.replace("werk", f"werk{'k' * n}", 1),
    ),
    "a line above the blocks": ("content/{year}/cijfers.yaml", lambda words, n: "#\n" * n + words),
    "a file of figures": ("figures/{year}/instroom.csv", lambda words, n: words + "\n" * n),
}


def run() -> None:
    """Print the rows; every change is a real one and its page differs or its files do."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for name in ("figures", "content"):
            shutil.copytree(ROOT / name, project / name)
        for year in (2021, 2024):
            work = Rebuilder(project, year)
            first = work.rebuild()
            print(f"{f'first page of {year}':<38} {first.seconds:8.3f} s")
            for what, (name, edit) in CHANGES.items():
                path = project / name.format(year=year)
                words, took = path.read_text("utf-8"), []
                for number in range(1, RUNS + 1):
                    path.write_text(edit(words, number), "utf-8")
                    started = time.perf_counter()
                    page = work.rebuild()
                    took.append(time.perf_counter() - started)
                    if page.held or page.html is None:
                        raise SystemExit(f"{path.name} of {year} cannot be shown: {page.summary}")
                print(
                    f"{f'{year}, {what}':<38} {statistics.median(took):8.3f} s   ({min(took):.3f}-{max(took):.3f})   aim 0.3 s"
                )
