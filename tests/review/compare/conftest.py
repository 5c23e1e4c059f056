# SPDX-License-Identifier: EUPL-1.2
"""Edition 2021 and a copy of it in which exactly four things were changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import manifest_of
from standrapport.review.compare import Snapshot, read_snapshot
from tests.conftest import ROOT

BLOCK = "\n  - soort: "


def snapshot_of(project: Path, year: int = 2021) -> Snapshot:
    """An edition of a project as it is compared, without building it."""
    manifest = manifest_of(check_edition(project, year))
    assert manifest is not None
    return read_snapshot(manifest)


def edit(path: Path, change: Callable[[str], str]) -> None:
    """Rewrite a file; the change must change something."""
    before = path.read_text("utf-8")
    after = change(before)
    assert after != before
    path.write_text(after, "utf-8")


def replaced(old: str, new: str) -> Callable[[str], str]:
    """A change of one place in a text."""

    def change(text: str) -> str:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        return text.replace(old, new)

    return change


def moved(title: str, places: int) -> Callable[[str], str]:
    """A change that moves the block with this title some places down its chapter."""

    def change(text: str) -> str:
        head, *blocks = text.split(BLOCK)
        at = next(n for n, block in enumerate(blocks) if f"titel: {title}\n" in block)
        block = blocks.pop(at)
        blocks.insert(at + places, block)
        return BLOCK.join([head, *blocks])

    return change


def dropped(title: str) -> Callable[[str], str]:
    """A change that takes the block with this title out of its chapter."""

    def change(text: str) -> str:
        head, *blocks = text.split(BLOCK)
        return BLOCK.join([head, *(block for block in blocks if f"titel: {title}\n" not in block)])

    return change


@pytest.fixture(scope="session")
def changed_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project: one figure, one word, one block moved, one table dropped.

    The changed figure is invented.
    """
    copy = tmp_path_factory.mktemp("gewijzigd")
    for name in ("figures", "content", "templates"):
        shutil.copytree(ROOT / name, copy / name)
    edit(
        copy / "figures/2021/lp.csv",
        replaced("2021,2021-12-31,1960,720,760,130", "2021,2021-12-31,1960,720,860,130"),
    )
    edit(copy / "content/2021/kwaliteit.yaml", replaced("zorgvuldig, veilig", "nauwkeurig, veilig"))
    edit(copy / "content/2021/kwaliteit.yaml", moved("Schengenevaluatie", 1))
    edit(copy / "content/2021/cijfers.yaml", dropped("Uitstroom zonder vertrek naar reden"))
    return copy
