# SPDX-License-Identifier: EUPL-1.2
"""A project of three invented editions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from .projects import EDITIONS

ProjectMaker = Callable[[Mapping[str, str | bytes | None]], Path]


@pytest.fixture
def service(project: ProjectMaker) -> Path:
    """The folder of the invented service."""
    folder = project(EDITIONS)
    (folder / "content").mkdir(exist_ok=True)
    return folder
