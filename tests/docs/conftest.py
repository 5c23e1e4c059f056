"""The documents, followed once each."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT

from .following import Followed, follow


@pytest.fixture(scope="session")
def guide(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Followed:
    """docs/handleiding.md, followed in an empty folder."""
    return follow(ROOT / "docs/handleiding.md", tmp_path_factory.mktemp("handleiding"), renew=pytestconfig.getoption("--golden"))
