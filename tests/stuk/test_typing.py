# SPDX-License-Identifier: EUPL-1.2
"""Between two characters a file is almost always wrong for a moment: the preview shows a page, or the
findings say why not, at every one of them. `python -m bench.typing_in` takes every character.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bench.typing_in import PIECES, moments, shown

SAMPLE = 24


@pytest.mark.parametrize("piece", PIECES, ids=[piece.name for piece in PIECES])
def test_every_moment_has_a_page(piece: Path, base: Path, tmp_path: Path) -> None:
    """A page at each moment, or a finding that says why there is none; never an exception."""
    project = Path(shutil.copytree(base, tmp_path / "project"))
    for moment in moments(piece, SAMPLE):
        assert shown(project, piece, moment)
