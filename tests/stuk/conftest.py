# SPDX-License-Identifier: EUPL-1.2
"""A project with something of everything, copied for every test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bench.fuzz import make_base


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with templates, a source, a delivered table and a built report. Invented."""
    folder = tmp_path_factory.mktemp("stuk") / "basis"
    make_base(folder)
    return folder


@pytest.fixture
def project(base: Path, tmp_path: Path) -> Path:
    """A copy that may be broken."""
    return Path(shutil.copytree(base, tmp_path / "project"))
