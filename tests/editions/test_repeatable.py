# SPDX-License-Identifier: EUPL-1.2
"""The same inputs give the same bytes, wherever and whenever."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from standrapport.pipeline.build import Built
from standrapport.report.publish import sha256

Builds = dict[int, tuple[Built, Path]]


@pytest.mark.parametrize("product", ["rapport", "factsheet"])
def test_same_bytes_from_another_folder_time_zone_and_locale(
    built: Builds, factsheets: Builds, real_project: Path, tmp_path: Path, product: str
) -> None:
    """A second build in another place, zone, language and hash order is identical, the PDF
    included.
    """
    year = 2021
    before = (factsheets if product == "factsheet" else built)[year][1]
    copy = tmp_path / "een andere map"
    for name in ("figures", "content", "templates"):
        shutil.copytree(real_project / name, copy / name)
    environment = {
        **os.environ,
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
        "PYTHONPATH": str(real_project),
    }
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "standrapport",
            "build",
            str(year),
            "--product",
            product,
            "--project",
            str(copy),
        ],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    first = {
        p.relative_to(before): sha256(p.read_bytes()) for p in before.rglob("*") if p.is_file()
    }
    second_folder = copy / "out" / str(year)
    second = {
        p.relative_to(second_folder): sha256(p.read_bytes())
        for p in second_folder.rglob("*")
        if p.is_file()
    }
    assert first == second
