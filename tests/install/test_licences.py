# SPDX-License-Identifier: EUPL-1.2
"""Every package that is installed has a licence that goes with EUPL-1.2; a new one without stops."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def licences() -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("licenties", ROOT / "scripts/licenties.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["licenties"] = module
    spec.loader.exec_module(module)
    return module


def test_every_package_fits(licences: ModuleType) -> None:
    """None without a known licence; the page in docs/ says the same as the locks."""
    packages = licences.licensed()
    assert len(packages) > 80
    assert licences.strangers(packages) == {}
    assert licences.PAGE.read_text("utf-8") == licences.page(packages), "make licenties"
    assert {one.purpose for one in packages} == set(licences.LOCKS.values())


def test_a_new_package_without_a_licence_is_noticed(licences: ModuleType, tmp_path: Path) -> None:
    """A line in a lock that nobody looked at."""
    for lock in licences.LOCKS:
        shutil.copy(ROOT / lock, tmp_path)
    with (tmp_path / "requirements.lock").open("a", encoding="utf-8") as stream:
        stream.write("onbekend-pakket==1.0 \\\n    --hash=sha256:0\n")
    assert licences.strangers(licences.licensed(tmp_path)) == {"onbekend-pakket": "onbekend"}


@pytest.mark.parametrize(
    ("expression", "fits"),
    [
        ("MIT", True),
        ("MIT AND Zlib", True),
        ("GPL-2.0-or-later OR LGPL-2.1-or-later", True),
        ("GPL-3.0-only", False),
        ("MIT AND AGPL-3.0-only", False),
        ("Proprietary", False),
        ("", False),
    ],
)
def test_what_fits(licences: ModuleType, expression: str, *, fits: bool) -> None:
    assert licences.allowed(expression) == fits
