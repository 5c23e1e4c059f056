# SPDX-License-Identifier: EUPL-1.2
"""The documents, followed once each."""

from __future__ import annotations

import shutil

import pytest

from tests.conftest import ROOT

from .following import Followed, follow
from .transcript import PARTS


@pytest.fixture(scope="session")
def guide(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Followed:
    """docs/handleiding.md, followed in an empty folder."""
    return follow(
        ROOT / "docs/handleiding.md",
        tmp_path_factory.mktemp("handleiding"),
        renew=pytestconfig.getoption("--golden"),
    )


@pytest.fixture(scope="session")
def readme(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Followed:
    """README.md, followed in an empty folder."""
    return follow(
        ROOT / "README.md",
        tmp_path_factory.mktemp("readme"),
        renew=pytestconfig.getoption("--golden"),
    )


@pytest.fixture(scope="session")
def manuals(
    tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> dict[str, Followed]:
    """The other documents with commands, each followed in a copy of this project."""
    found = {}
    for name in ("aanleveren", "reviewronde", "schrijven", "vergelijken"):
        folder = tmp_path_factory.mktemp(name)
        for part in PARTS:
            shutil.copytree(ROOT / part, folder / part)
        found[name] = follow(
            ROOT / f"docs/{name}.md", folder, renew=pytestconfig.getoption("--golden")
        )
    return found
