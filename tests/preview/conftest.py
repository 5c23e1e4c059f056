# SPDX-License-Identifier: EUPL-1.2
"""A preview of the small project, running in this process."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from standrapport.preview import Preview
from tests.conftest import ProjectMaker

Start = Callable[[Mapping[str, str | bytes | None]], tuple[Preview, Path]]


@pytest.fixture
def serving(project: ProjectMaker) -> Iterator[Start]:
    """A function that makes the small project, with changes, and serves it until the test ends."""
    running: list[tuple[Preview, threading.Thread]] = []

    def start(changes: Mapping[str, str | bytes | None]) -> tuple[Preview, Path]:
        folder = project(changes)
        preview = Preview(folder, 2021)
        begun = threading.Event()
        thread = threading.Thread(target=preview.run, args=(begun.set,))
        thread.start()
        running.append((preview, thread))
        assert begun.wait(30)
        return preview, folder

    yield start
    for preview, thread in running:
        preview.stop()
        thread.join(10)
        assert not thread.is_alive()
