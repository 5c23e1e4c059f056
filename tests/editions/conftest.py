# SPDX-License-Identifier: EUPL-1.2
"""Where the files of a built edition stand."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import YEARS


def page(folder: Path, ending: str) -> Path:
    """The HTML or PDF of an edition, by whatever name its rapport.yaml gives it."""
    (found,) = (p for p in folder.glob(f"*.{ending}") if not p.name.startswith("factsheet-"))
    return found


def factsheet(folder: Path, ending: str) -> Path:
    """The HTML or PDF of the factsheet of an edition."""
    return folder / f"factsheet-{folder.name}.{ending}"


__all__ = ["YEARS", "factsheet", "page"]
