"""Both real editions, built once for all tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from standrapport.pipeline import Built, build_edition

YEARS = (2021, 2024)


@pytest.fixture(scope="session")
def built(real_project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[int, tuple[Built, Path]]:
    """The result of building each edition, and the folder it was written to."""
    out = tmp_path_factory.mktemp("out")
    return {year: (build_edition(real_project, year, out), out / str(year)) for year in YEARS}


def page(folder: Path, ending: str) -> Path:
    """The HTML or PDF of an edition."""
    return folder / f"stand-van-de-uitvoering-{folder.name}.{ending}"
