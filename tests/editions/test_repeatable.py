"""The same inputs give the same bytes, wherever and whenever."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from standrapport.pipeline import Built
from standrapport.publish import sha256


@pytest.mark.parametrize("year", [2021])
def test_same_bytes_from_another_folder_time_zone_and_locale(
    built: dict[int, tuple[Built, Path]], real_project: Path, tmp_path: Path, year: int
) -> None:
    """A second build in another place, zone, language and hash order is identical, the PDF included."""
    copy = tmp_path / "een andere map"
    for name in ("figures", "content", "templates"):
        shutil.copytree(real_project / name, copy / name)
    environment = {**os.environ, "TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONPATH": str(real_project)}
    run = subprocess.run(
        [sys.executable, "-m", "standrapport", "build", str(year), "--project", str(copy)],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    first = {p.relative_to(built[year][1]): sha256(p.read_bytes()) for p in built[year][1].rglob("*") if p.is_file()}
    second_folder = copy / "out" / str(year)
    second = {p.relative_to(second_folder): sha256(p.read_bytes()) for p in second_folder.rglob("*") if p.is_file()}
    assert first == second
